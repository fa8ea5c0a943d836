//! `Blueprint`: a whole stack to start from: every file of a folder below `blueprints/`, and secrets that are made up when
//! it is opened. Adding a blueprint is adding a folder.

use crate::catalog::secret::{Alphabet, Entropy};
use crate::text::path::FilePath;
use crate::text::words::{Lang, Text};
use include_dir::{Dir, include_dir};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The folders.
static FOLDER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/catalog/blueprints");

/// The file of a blueprint's folder that is not part of the stack.
const DESCRIPTION: &str = "blueprint.yaml";

/// A secret that is made up when a blueprint is opened; `{{NAME}}` in `.env` stands for it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Secret {
    /// Its name in `.env`.
    pub name: String,
    /// Number of characters.
    #[serde(default = "usual_length")]
    pub length: usize,
    /// Which characters.
    #[serde(default)]
    pub alphabet: Alphabet,
}

/// What `blueprint.yaml` says.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Description {
    /// The folder's name, also in `?blueprint=ID`.
    pub id: String,
    /// A short name.
    pub title: Text,
    /// What it is, in a sentence or two.
    pub description: Text,
    /// The language of its comments and documents: `en` or `es`.
    pub language: String,
    /// Catalogue icons of what it is made of.
    pub icons: Vec<String>,
    /// Secrets to make up.
    #[serde(default)]
    pub secrets: Vec<Secret>,
}

/// A stack to start from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blueprint {
    /// What it is.
    pub about: Description,
    /// Its files as they stand in the folder, by path.
    pub files: BTreeMap<FilePath, &'static [u8]>,
}

impl Blueprint {
    /// The language of its comments and documents.
    pub fn lang(&self) -> Lang {
        Lang::from_tag(&self.about.language).unwrap_or_default()
    }

    /// Its files with secrets out of `entropy`; `None` where the bytes do not suffice
    /// (`catalog::secret::ENTROPY` always do).
    pub fn open(&self, entropy: &[u8]) -> Option<BTreeMap<FilePath, Vec<u8>>> {
        let mut entropy = Entropy::new(entropy);
        let made_up = |it: &Secret| Some((format!("{{{{{}}}}}", it.name), entropy.secret(it.length, it.alphabet)?));
        let secrets: Vec<(String, String)> = self.about.secrets.iter().map(made_up).collect::<Option<_>>()?;
        let filled = |(path, bytes): (&FilePath, &&[u8])| {
            let content = match std::str::from_utf8(bytes) {
                Ok(text) if path.name().starts_with(".env") => {
                    secrets.iter().fold(text.to_owned(), |text, (name, value)| text.replace(name, value)).into_bytes()
                }
                _ => bytes.to_vec(),
            };
            (path.clone(), content)
        };
        Some(self.files.iter().map(filled).collect())
    }
}

/// Every blueprint, by id.
pub fn blueprints() -> &'static [Blueprint] {
    static BLUEPRINTS: OnceLock<Vec<Blueprint>> = OnceLock::new();
    // A folder that cannot be read is left out here, and fails the test of the table.
    BLUEPRINTS.get_or_init(|| read().into_iter().filter_map(Result::ok).collect())
}

/// The blueprint of an id.
pub fn blueprint(id: &str) -> Option<&'static Blueprint> {
    blueprints().iter().find(|it| it.about.id == id)
}

/// Every folder as it reads: the blueprint, or the folder's name and what is wrong.
pub fn read() -> Vec<Result<Blueprint, String>> {
    FOLDER.dirs().map(read_folder).collect()
}

/// One folder.
fn read_folder(folder: &'static Dir<'static>) -> Result<Blueprint, String> {
    let name = folder.path().display().to_string();
    let mut files = BTreeMap::new();
    collect(folder, &name, &mut files);
    let description =
        files.remove(&FilePath::new(DESCRIPTION)).ok_or_else(|| format!("{name}: there is no {DESCRIPTION}"))?;
    let about = serde_yaml::from_slice(description).map_err(|why| format!("{name}: {why}"))?;
    Ok(Blueprint { about, files })
}

/// The files of `folder` and of all below it, seen from `root`.
fn collect(folder: &'static Dir<'static>, root: &str, files: &mut BTreeMap<FilePath, &'static [u8]>) {
    for it in folder.files() {
        let path = it.path().to_string_lossy().replace('\\', "/");
        files.insert(FilePath::new(path.strip_prefix(root).unwrap_or(&path).trim_start_matches('/')), it.contents());
    }
    folder.dirs().for_each(|it| collect(it, root, files));
}

/// A secret's usual length.
fn usual_length() -> usize {
    32
}
