//! The archive of a project. The same files give the same bytes, so that two exports can be compared by their sums:
//! entries are sorted, times are fixed, and the deflate is our own.

use crate::compose::load::Files;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Mode of a file that one reads.
pub const MODE_FILE: u32 = 0o644;
/// Mode of a file that one runs.
pub const MODE_SCRIPT: u32 = 0o755;
/// Mode of a file that others must not read.
pub const MODE_SECRET: u32 = 0o600;

/// The files as a zip archive; `Err` says why there is none (only a project of gigabytes gets there).
pub fn zip(files: &Files) -> Result<Vec<u8>, String> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, content) in files {
        // A file beside the project folder must not land outside the folder in which one unpacks.
        let name = path.as_str().trim_start_matches("../").trim_start_matches('/');
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(6))
            .last_modified_time(DateTime::default())
            .unix_permissions(mode(path.name(), content));
        archive.start_file(name, options).map_err(|why| why.to_string())?;
        archive.write_all(content).map_err(|why| why.to_string())?;
    }
    archive.finish().map(Cursor::into_inner).map_err(|why| why.to_string())
}

/// The Unix mode of a file in an export: scripts run, and `.env` is its owner's alone.
pub fn mode(name: &str, content: &[u8]) -> u32 {
    let script = content.starts_with(b"#!") || std::path::Path::new(name).extension().is_some_and(|it| it == "sh");
    if script {
        MODE_SCRIPT
    } else if name == ".env" {
        MODE_SECRET
    } else {
        MODE_FILE
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::path::FilePath;
    use std::io::Read;
    use std::sync::Arc;

    #[test]
    fn the_same_files_give_the_same_bytes() {
        let file = |path, text: &str| (FilePath::new(path), Arc::from(text.as_bytes()));
        let files: Files =
            [file("run.sh", "echo\n"), file(".env", "A=1\n"), file("a/b", "x"), file("../out", "y")].into();
        let bytes = zip(&files).unwrap();
        assert_eq!(bytes, zip(&files).unwrap());
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
        assert_eq!(names, ["out", ".env", "a/b", "run.sh"]);
        let modes =
            |name: &str, archive: &mut zip::ZipArchive<_>| archive.by_name(name).unwrap().unix_mode().unwrap() & 0o777;
        assert_eq!(
            [modes("run.sh", &mut archive), modes(".env", &mut archive), modes("a/b", &mut archive)],
            [0o755, 0o600, 0o644]
        );
        let mut text = String::new();
        archive.by_name("run.sh").unwrap().read_to_string(&mut text).unwrap();
        assert_eq!(text, "echo\n");
    }
}
