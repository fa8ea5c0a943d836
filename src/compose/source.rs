//! Where loading gets the bytes of a file: a look-up that the caller hands in, so that the engine needs no disk and asks
//! only for what a project names.

use crate::text::path::FilePath;
use std::sync::Arc;

/// What stands at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// Nothing.
    Missing,
    /// A folder.
    Folder,
    /// A file with these bytes.
    File(Arc<[u8]>),
}

/// The look-up itself; paths are relative to the folder that the project's files are relative to.
pub type Source<'a> = dyn Fn(&FilePath) -> Lookup + 'a;

/// `absolute` as seen from the folder `working_dir`, both absolute: `/work/shop/.env` in `/work/shop` is `.env`,
/// `/work/base.yaml` is `../base.yaml`. What is not absolute stays: `-` is the standard input.
pub fn relative(working_dir: &str, absolute: &str) -> FilePath {
    if !absolute.starts_with('/') {
        return FilePath::new(absolute);
    }
    let (from, to) = (FilePath::new(working_dir), FilePath::new(absolute));
    let from: Vec<&str> = from.as_str().split('/').filter(|it| !it.is_empty()).collect();
    let to: Vec<&str> = to.as_str().split('/').filter(|it| !it.is_empty()).collect();
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = std::iter::repeat_n("..", from.len() - shared);
    let path: Vec<&str> = up.chain(to.into_iter().skip(shared)).collect();
    FilePath::new(&path.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_seen_from_the_working_folder() {
        for (given, expected) in [
            ("/work/shop/.env", ".env"),
            ("/work/base.yaml", "../base.yaml"),
            ("/etc/x", "../../etc/x"),
            ("/work/shop", ""),
        ] {
            assert_eq!(relative("/work/shop", given).as_str(), expected, "{given}");
        }
    }
}
