//! Every attribute of the Compose Specification in one table: where it stands, which syntaxes it takes, what it is for.
//! The rows are text files beside this one; checking, the inspector, completion and help all read them from here.

use crate::compose::attribute_shape::{Shape, parse};
use crate::text::words::{Pair, pair};
use indexmap::IndexMap;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// An attribute of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribute {
    /// Its name.
    pub name: &'static str,
    /// What it takes.
    pub shape: Shape,
    /// What it is for, one line.
    pub help: Pair,
    /// Whether the Specification advises against it.
    pub deprecated: bool,
}

/// An object of the Specification: a service, a port in its long syntax.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Object {
    /// Objects whose attributes it has too.
    pub bases: Vec<&'static str>,
    /// Whether it takes extensions (`x-…`).
    pub extensible: bool,
    /// Whether it refuses keys that it does not know itself.
    pub closed: bool,
    /// Whether it refuses keys that neither it nor its bases know.
    pub sealed: bool,
    /// Attributes that must be there.
    pub needs: Vec<&'static str>,
    /// Attributes of which one must be there.
    pub any: Vec<&'static str>,
    /// Its own attributes, in the order of the table.
    pub attributes: IndexMap<&'static str, Attribute>,
}

/// The whole table.
#[derive(Debug, Default)]
pub struct Table {
    shapes: BTreeMap<&'static str, Shape>,
    objects: BTreeMap<&'static str, Object>,
}

const FILES: [&str; 4] = [
    include_str!("attributes/project.txt"),
    include_str!("attributes/container.txt"),
    include_str!("attributes/service.txt"),
    include_str!("attributes/deploy.txt"),
];

static TABLE: LazyLock<Table> = LazyLock::new(|| FILES.into_iter().fold(Table::default(), read));

/// The table.
pub fn table() -> &'static Table {
    &TABLE
}

static NOTHING: LazyLock<Object> = LazyLock::new(Object::default);

impl Table {
    /// The object of `name`; an empty one for a name that the table does not have.
    pub fn object(&self, name: &str) -> &Object {
        self.objects.get(name).unwrap_or(&NOTHING)
    }

    /// `shape` itself, or the one that it names.
    pub fn resolve<'a>(&'a self, shape: &'a Shape) -> &'a Shape {
        match shape {
            Shape::Shared(name) => self.shapes.get(name).map_or(shape, |it| self.resolve(it)),
            _ => shape,
        }
    }

    /// The attribute `name` of `object`, its own or of a base.
    pub fn attribute(&self, object: &str, name: &str) -> Option<&Attribute> {
        let object = self.object(object);
        let own = object.attributes.get(name);
        own.or_else(|| object.bases.iter().find_map(|base| self.attribute(base, name)))
    }

    /// All attributes of `object`, its bases' behind its own.
    pub fn attributes(&self, object: &str) -> Vec<&Attribute> {
        let object = self.object(object);
        let own = object.attributes.values();
        own.chain(object.bases.iter().flat_map(|base| self.attributes(base))).collect()
    }

    /// What stands at a path of keys and indexes, as `services web ports 0 target`.
    pub fn at(&self, path: &[&str]) -> Option<&Attribute> {
        let (first, rest) = path.split_first()?;
        self.below(self.attribute("project", first)?, rest)
    }

    fn below<'a>(&'a self, attribute: &'a Attribute, path: &[&str]) -> Option<&'a Attribute> {
        if path.is_empty() { Some(attribute) } else { self.inside(&attribute.shape, path) }
    }

    fn inside<'a>(&'a self, shape: &'a Shape, path: &[&str]) -> Option<&'a Attribute> {
        let (first, rest) = path.split_first()?;
        match self.resolve(shape) {
            Shape::One(shapes) => shapes.iter().find_map(|it| self.inside(it, path)),
            Shape::List { item, .. } => self.inside(item, rest),
            Shape::Map { value, .. } => self.inside(value, rest),
            Shape::Object(name, _) => self.below(self.attribute(name, first)?, rest),
            _ => None,
        }
    }
}

fn read(mut table: Table, text: &'static str) -> Table {
    let mut current = "";
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        if let Some((name, shape)) = line.strip_prefix('#').and_then(|it| it.split_once(" = ")) {
            table.shapes.extend(parse(shape).map(|shape| (name, shape)));
        } else if let Some((name, marks)) = line.strip_prefix('[').and_then(|it| it.split_once(']')) {
            current = name;
            table.objects.insert(name, object(marks));
        } else if let Some((name, rest)) = line.split_once("  ").filter(|_| !line.starts_with('#')) {
            let mut words = || lines.next_if(|it| it.starts_with("  ")).map_or("", str::trim);
            let help = pair(words(), words());
            let (shape, deprecated) = rest.strip_suffix("  deprecated").map_or((rest, false), |it| (it, true));
            let attribute = parse(shape).map(|shape| Attribute { name, shape, help, deprecated });
            let object = table.objects.entry(current).or_default();
            object.attributes.extend(attribute.map(|it| (name, it)));
        }
    }
    table
}

fn object(marks: &'static str) -> Object {
    let mut object = Object::default();
    for mark in marks.split_whitespace() {
        match mark.split_once('=') {
            Some(("needs", names)) => object.needs = names.split(',').collect(),
            Some((_, names)) => object.any = names.split(',').collect(),
            None => match mark {
                "x" => object.extensible = true,
                "closed" => object.closed = true,
                "sealed" => object.sealed = true,
                _ => object.bases.extend(mark.strip_prefix('+')),
            },
        }
    }
    object
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every line of the files became a row, and every name in a row is there.
    #[test]
    fn the_table_is_whole() {
        let rows = |line: &&str| line.contains("  ") && !line.starts_with([' ', '#', '[']);
        let lines: usize = FILES.iter().map(|it| it.lines().filter(rows).count()).sum();
        let read: usize = TABLE.objects.values().map(|it| it.attributes.len()).sum();
        assert_eq!(read, lines);
        for attribute in TABLE.objects.values().flat_map(|it| it.attributes.values()) {
            check(&attribute.shape);
            let Pair { en, es } = attribute.help;
            assert!(!en.is_empty() && !es.is_empty(), "{} says nothing of itself", attribute.name);
        }
        assert_eq!(TABLE.attributes("service").len(), 93);
    }

    fn check(shape: &Shape) {
        match shape {
            Shape::Shared(name) => check(&TABLE.shapes[name]),
            Shape::Object(name, _) => assert!(TABLE.objects.contains_key(name), "{name}"),
            Shape::One(shapes) => shapes.iter().for_each(check),
            Shape::List { item, .. } => check(item),
            Shape::Map { value, .. } => check(value),
            _ => {}
        }
    }

    #[test]
    fn a_path_leads_to_its_row() {
        let found = |path: &[&str]| TABLE.at(path).map(|it| it.name);
        assert_eq!(found(&["services", "a", "ports", "0", "target"]), Some("target"));
        assert_eq!(found(&["services", "a", "build", "args"]), Some("args"));
        assert_eq!(found(&["networks", "n", "ipam", "config", "0", "subnet"]), Some("subnet"));
        assert_eq!(found(&["services", "a", "nope"]), None);
    }
}
