//! `FilePath`: the name of a file inside a project: relative, with `/`, without `.` and `..` in the middle. The project
//! is a set of files; there is no disk below the command line.

use std::fmt;
use std::sync::Arc;

/// A normalised path relative to the project folder; `../x` is kept, for files beside it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FilePath(Arc<str>);

impl FilePath {
    /// Normalises `path` (`./a//b/../c` is `a/c`); backslashes stay, they are characters on most systems.
    pub fn new(path: &str) -> Self {
        let mut parts: Vec<&str> = Vec::new();
        for part in path.split('/') {
            match part {
                "" | "." => {}
                ".." if parts.last().is_some_and(|it| *it != "..") => {
                    parts.pop();
                }
                _ => parts.push(part),
            }
        }
        let root = if path.starts_with('/') { "/" } else { "" };
        Self(Arc::from(format!("{root}{}", parts.join("/"))))
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last part.
    pub fn name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }

    /// The folder, empty for a file directly in the project folder.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// `relative` as seen from the folder of this file; an absolute path stays.
    #[must_use]
    pub fn beside(&self, relative: &str) -> Self {
        match self.folder() {
            "" => Self::new(relative),
            _ if relative.starts_with('/') => Self::new(relative),
            folder => Self::new(&format!("{folder}/{relative}")),
        }
    }
}

impl From<&str> for FilePath {
    fn from(path: &str) -> Self {
        Self::new(path)
    }
}

impl fmt::Display for FilePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for FilePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_normalised() {
        for (given, expected) in
            [("./a//b/../c", "a/c"), ("../x", "../x"), ("a/../../x", "../x"), ("/a/./b", "/a/b"), ("", "")]
        {
            assert_eq!(FilePath::new(given).as_str(), expected, "{given}");
        }
        assert_eq!(FilePath::new("web/compose.yaml").beside("../.env").as_str(), ".env");
        assert_eq!(FilePath::new("compose.yaml").beside("web/.env").as_str(), "web/.env");
    }
}
