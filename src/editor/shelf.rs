//! The palette as shelves: which images stand together, in which order, and in which paint they come.

use crate::catalog::image::{Category, Image};
use crate::catalog::images::{for_reference, image, images, search};
use crate::text::words::{Lang, Pair, pair};

/// Images that stand together.
#[derive(Clone, Debug, PartialEq)]
pub struct Shelf {
    /// What they are.
    pub title: Pair,
    /// The images.
    pub images: Vec<&'static Image>,
}

/// The shelves with what `query` finds; every image for an empty one.
pub fn shelves(query: &str, lang: Lang) -> Vec<Shelf> {
    let found = if query.trim().is_empty() { images().iter().collect() } else { search(query, lang) };
    let mut shelves: Vec<(Category, Shelf)> = Vec::new();
    for it in found {
        match shelves.iter_mut().find(|(category, _)| *category == it.category) {
            Some((_, shelf)) => shelf.images.push(it),
            None => shelves.push((it.category, Shelf { title: title(it.category), images: vec![it] })),
        }
    }
    shelves.into_iter().map(|(_, shelf)| shelf).collect()
}

/// The icon of an image reference, where the catalogue knows it.
pub fn icon(reference: &str) -> Option<String> {
    for_reference(reference).map(|it| it.icon.clone())
}

/// The paint of a card by its icon: a word of the style sheet.
pub fn paint(icon: &str) -> &'static str {
    match image(icon).map(|it| it.category) {
        Some(Category::Database | Category::Search) => "teal",
        Some(Category::Cache | Category::Queue) => "rust",
        Some(Category::Proxy | Category::Application) => "blue",
        Some(Category::Ai | Category::Identity) => "violet",
        Some(Category::Monitoring | Category::Storage) => "ochre",
        Some(Category::Admin | Category::Development) => "steel",
        Some(Category::Own) | None => match icon {
            "build" => "green",
            _ => "steel",
        },
    }
}

/// The heading of a shelf.
fn title(category: Category) -> Pair {
    match category {
        Category::Own => pair("Your own", "Lo tuyo"),
        Category::Database => pair("Databases", "Bases de datos"),
        Category::Cache => pair("Caches", "Cachés"),
        Category::Queue => pair("Queues", "Colas"),
        Category::Proxy => pair("Web and proxies", "Web y proxies"),
        Category::Search => pair("Search", "Búsqueda"),
        Category::Storage => pair("Storage", "Almacenamiento"),
        Category::Ai => pair("Language models", "Modelos de lenguaje"),
        Category::Monitoring => pair("Monitoring", "Monitorización"),
        Category::Admin => pair("Consoles", "Consolas"),
        Category::Identity => pair("Sign-in", "Identidad"),
        Category::Development => pair("Development", "Desarrollo"),
        Category::Application => pair("Applications", "Aplicaciones"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_is_drawn() {
        let sprite = include_str!("../../public/icons.svg");
        let blueprints = crate::catalog::blueprint::blueprints().iter().flat_map(|it| &it.about.icons);
        for icon in images().iter().map(|it| &it.icon).chain(blueprints) {
            assert!(sprite.contains(&format!("id=\"i-{icon}\"")), "{icon}");
        }
    }

    #[test]
    fn every_image_stands_on_one_shelf_and_a_search_leaves_out_the_rest() {
        let all: usize = shelves(" ", Lang::En).iter().map(|it| it.images.len()).sum();
        assert_eq!(all, images().len());
        let found = shelves("postgres", Lang::En);
        assert_eq!(found.first().and_then(|it| it.images.first()).map(|it| it.id.as_str()), Some("postgres"));
        assert!(shelves("no such thing", Lang::Es).is_empty());
    }
}
