//! The table of images: every file of `images/`, read once. Adding an image is adding a file there.

use crate::catalog::image::Image;
use crate::catalog::reference::Reference;
use crate::text::words::Lang;
use include_dir::{Dir, include_dir};
use std::sync::OnceLock;

/// The data files.
static FOLDER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/catalog/images");

/// Every image, by category and name.
pub fn images() -> &'static [Image] {
    static IMAGES: OnceLock<Vec<Image>> = OnceLock::new();
    // A file that cannot be read is left out here, and fails the test of the table.
    IMAGES.get_or_init(|| {
        let mut images: Vec<Image> = read().into_iter().filter_map(Result::ok).collect();
        images.sort_by(|a, b| (a.category, &a.name).cmp(&(b.category, &b.name)));
        images
    })
}

/// Every data file as it reads: the image, or the file's name and what is wrong.
pub fn read() -> Vec<Result<Image, String>> {
    let texts =
        FOLDER.files().map(|file| (file.path().display().to_string(), file.contents_utf8().unwrap_or_default()));
    texts.map(|(name, text)| serde_yaml::from_str(text).map_err(|why| format!("{name}: {why}"))).collect()
}

/// The image of an id.
pub fn image(id: &str) -> Option<&'static Image> {
    images().iter().find(|it| it.id == id)
}

/// What is known about the image that `reference` names, in whatever version.
pub fn for_reference(reference: &str) -> Option<&'static Image> {
    let repository = Reference::parse(reference).repository;
    let named = |it: &&Image| {
        !it.image.is_empty() && it.id != "any" && (it.image == repository || it.same_as.contains(&repository))
    };
    images().iter().find(named)
}

/// Where the image that `reference` names keeps its data in that version; the first path where it has several.
pub fn data_path(reference: &str) -> Option<&'static str> {
    data_paths(reference).into_iter().next()
}

/// Every path at which the image that `reference` names keeps data in that version.
pub fn data_paths(reference: &str) -> Vec<&'static str> {
    let major = Reference::parse(reference).major();
    let data = for_reference(reference).map_or(&[][..], |it| &it.data);
    let path = |it: &'static crate::catalog::image::Data| match (&it.before, major) {
        (Some(before), Some(major)) if major < before.major => before.path.as_str(),
        _ => it.path.as_str(),
    };
    data.iter().map(path).collect()
}

/// The images that `query` finds in `lang`, the best first; all of them for an empty query.
pub fn search(query: &str, lang: Lang) -> Vec<&'static Image> {
    let words: Vec<String> = query.split_whitespace().map(fold).collect();
    let mut found: Vec<(usize, &Image)> = images()
        .iter()
        .filter_map(|it| {
            words
                .iter()
                .map(|word| rank(it, word, lang))
                .try_fold(0, |sum, rank| Some(sum + rank?))
                .map(|rank| (rank, it))
        })
        .collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, image)| image).collect()
}

/// How well a word finds an image, 0 best; `None` where it does not.
fn rank(image: &Image, word: &str, lang: Lang) -> Option<usize> {
    let name = fold(&image.name);
    let other =
        || [&image.image].into_iter().chain(&image.keywords).chain(&image.names).any(|it| fold(it).contains(word));
    if name.starts_with(word) || image.id.starts_with(word) {
        Some(0)
    } else if name.contains(word) {
        Some(1)
    } else if other() {
        Some(2)
    } else {
        fold(image.description.get(lang)).contains(word).then_some(3)
    }
}

/// `text` in small letters without accents, so that `metricas` finds `métricas`.
fn fold(text: &str) -> String {
    let plain = |it: char| match it {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' | 'ü' => 'u',
        _ => it,
    };
    text.chars().flat_map(char::to_lowercase).map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_finds_its_image_in_any_spelling() {
        for text in ["postgres", "postgres:16", "docker.io/library/postgres:18-alpine", "pgvector/pgvector:pg17"] {
            assert_eq!(for_reference(text).map(|it| it.id.as_str()), Some("postgres"), "{text}");
        }
        assert!(for_reference("acme/postgres").is_none());
    }

    #[test]
    fn data_moves_with_the_version() {
        assert_eq!(data_path("postgres:16"), Some("/var/lib/postgresql/data"));
        assert_eq!(data_path("postgres:18-alpine"), Some("/var/lib/postgresql"));
        assert_eq!(data_path("postgres"), Some("/var/lib/postgresql"));
        assert_eq!(data_path("acme/api"), None);
    }

    #[test]
    fn search_knows_both_languages_and_no_accents() {
        let first = |query, lang| search(query, lang).first().map(|it| it.id.as_str());
        assert_eq!(first("postg", Lang::En), Some("postgres"));
        assert!(search("METRICAS", Lang::Es).iter().any(|it| it.id == "prometheus"));
        assert_eq!(first("no such thing", Lang::En), None);
        assert_eq!(search("", Lang::Es).len(), images().len());
    }
}
