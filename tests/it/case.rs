//! Cases of tests as files: sections separated by `==== name`, so that adding a case is adding a file. With
//! `UPDATE_EXPECT=1` what the program says is written back into the expected sections.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// One file of sections.
pub struct Case {
    /// Where the file lies.
    pub path: PathBuf,
    /// The sections in order: name, and text with its last line break.
    pub sections: Vec<(String, String)>,
}

/// The cases below `tests/data/FOLDER` at any depth, sorted by path. A folder without a case is a mistake of the test.
pub fn cases(folder: &str) -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(folder);
    let mut paths = Vec::new();
    collect(&root, &mut paths);
    paths.sort();
    assert!(!paths.is_empty(), "no .case file below {}", root.display());
    paths.into_iter().map(Case::read).collect()
}

/// The folder of test data beside the repository, where a machine has it; says on the standard output where not.
pub fn shared() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: no ../shared on this machine");
    None
}

impl Case {
    fn read(path: PathBuf) -> Self {
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let mut sections: Vec<(String, String)> = Vec::new();
        for line in text.split_inclusive('\n') {
            match (line.strip_prefix("==== "), sections.last_mut()) {
                (Some(name), _) => sections.push((name.trim_end().to_owned(), String::new())),
                (None, Some((_, body))) => body.push_str(line),
                (None, None) => panic!("{}: the first line is not `==== name`", path.display()),
            }
        }
        Self { path, sections }
    }

    /// The text of the section `name`, if the file has it.
    pub fn section(&self, name: &str) -> Option<&str> {
        self.sections.iter().find(|(it, _)| it == name).map(|(_, body)| body.as_str())
    }

    /// The text of the section `name`, which the file must have.
    pub fn text(&self, name: &str) -> &str {
        self.section(name).unwrap_or_else(|| panic!("{}: no section `{name}`", self.path.display()))
    }

    /// Fails unless the section `name` is `actual` (which gets a last line break if it has none); with `UPDATE_EXPECT=1`
    /// writes it into the file instead.
    pub fn expect(&self, name: &str, actual: &str) {
        let mut actual = actual.to_owned();
        if !actual.is_empty() && !actual.ends_with('\n') {
            actual.push('\n');
        }
        if self.section(name) == Some(&actual) {
            return;
        }
        if env::var_os("UPDATE_EXPECT").is_some() {
            self.rewrite(name, &actual);
            return;
        }
        let path = self.path.display();
        let expected = self.section(name).unwrap_or("(no such section)\n");
        panic!(
            "{path}: section `{name}`\n---- expected\n{expected}---- actual\n{actual}---- UPDATE_EXPECT=1 accepts it"
        );
    }

    /// The file is read again, because an earlier section may just have been rewritten.
    fn rewrite(&self, name: &str, actual: &str) {
        let mut now = Self::read(self.path.clone());
        match now.sections.iter_mut().find(|(it, _)| it == name) {
            Some((_, body)) => actual.clone_into(body),
            None => now.sections.push((name.to_owned(), actual.to_owned())),
        }
        let mut text = String::new();
        for (name, body) in &now.sections {
            let _ = write!(text, "==== {name}\n{body}");
        }
        fs::write(&self.path, text).unwrap_or_else(|error| panic!("{}: {error}", self.path.display()));
    }
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|it| it == "case") {
            paths.push(path);
        }
    }
}
