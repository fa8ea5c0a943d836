//! Image references taken apart: `docker.io/library/postgres:16-alpine@sha256:…` names the same image as `postgres:16`
//! in another version, and the catalogue must know that.

/// An image reference in its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reference {
    /// The repository without Docker Hub's own prefixes: `postgres`, `ghcr.io/acme/api`.
    pub repository: String,
    /// What stands behind the colon.
    pub tag: Option<String>,
    /// What stands behind the `@`.
    pub digest: Option<String>,
}

impl Reference {
    /// Takes `text` apart; never fails, odd text is a repository of that name.
    pub fn parse(text: &str) -> Self {
        let (name, digest) = match text.trim().split_once('@') {
            Some((name, digest)) => (name, Some(digest.to_owned())),
            None => (text.trim(), None),
        };
        // A colon before the last slash belongs to a registry's port.
        let (repository, tag) = match name.rsplit_once(':') {
            Some((repository, tag)) if !tag.contains('/') => (repository, Some(tag.to_owned())),
            _ => (name, None),
        };
        Self { repository: short(repository).to_owned(), tag, digest }
    }

    /// The leading number of the tag: 16 of `16.2-alpine` and of `v16`; `None` for `latest`.
    pub fn major(&self) -> Option<u64> {
        let tag = self.tag.as_deref()?;
        let number = tag.trim_start_matches("pg").trim_start_matches('v');
        let end = number.find(|it: char| !it.is_ascii_digit()).unwrap_or(number.len());
        number.get(..end)?.parse().ok()
    }

    /// Whether the image can change under this reference from one day to the next: no tag, or a tag that moves.
    pub fn floats(&self) -> bool {
        let moving = ["latest", "edge", "nightly", "main", "master", "stable", "dev"];
        self.digest.is_none() && self.tag.as_deref().is_none_or(|tag| moving.contains(&tag))
    }
}

/// A repository without the prefixes that Docker Hub implies.
fn short(repository: &str) -> &str {
    let hub = ["docker.io/", "index.docker.io/", "registry-1.docker.io/"];
    let name = hub.iter().find_map(|it| repository.strip_prefix(it)).unwrap_or(repository);
    name.strip_prefix("library/").unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts() {
        let whole = Reference::parse("docker.io/library/postgres:16-alpine@sha256:ab");
        assert_eq!((whole.repository.as_str(), whole.tag.as_deref()), ("postgres", Some("16-alpine")));
        assert_eq!((whole.digest.as_deref(), whole.major()), (Some("sha256:ab"), Some(16)));
        let port = Reference::parse("localhost:5000/app");
        assert_eq!((port.repository.as_str(), port.tag), ("localhost:5000/app", None));
        assert_eq!(Reference::parse("pgvector/pgvector:pg17").major(), Some(17));
        assert_eq!(Reference::parse("redis:latest").major(), None);
    }

    #[test]
    fn what_floats() {
        for text in ["redis", "redis:latest", "grafana/grafana:main"] {
            assert!(Reference::parse(text).floats(), "{text}");
        }
        for text in ["redis:8", "redis@sha256:ab", "redis:latest@sha256:ab"] {
            assert!(!Reference::parse(text).floats(), "{text}");
        }
    }
}
