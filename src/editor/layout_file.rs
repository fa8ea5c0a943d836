//! The layout file: where the cards stand, as a text of the project like any other, so that undo, sharing and version
//! control cover it. Read tolerantly, a line at a time; written so that one moved card is one changed line.

use crate::editor::workspace::LAYOUT_FILE;
use crate::scene::graph::{NodeId, Point};
use crate::scene::places::Places;
use crate::text::edit::TextEdit;
use crate::text::path::FilePath;
use std::collections::BTreeSet;

/// What the first lines of a new layout file say.
const HEAD: &str =
    "# Where the cards stand on the canvas of Estiba. Without this file they are laid out anew.\nversion: 1\n";
/// The line above the places.
const NODES: &str = "nodes:";

/// What a layout file says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LayoutFile {
    /// Where the cards stand.
    pub places: Places,
    /// Cards that neither automatic layout nor a drag moves.
    pub locked: BTreeSet<NodeId>,
    /// The compose files in merge order, where their names do not tell: `files: [base.yml, prod.yml]`.
    pub files: Vec<FilePath>,
}

impl LayoutFile {
    /// The layout file's path.
    pub fn path() -> FilePath {
        FilePath::new(LAYOUT_FILE)
    }

    /// What `text` says; a line that says nothing is passed over.
    pub fn read(text: &str) -> Self {
        let mut read = Self::default();
        for line in text.lines() {
            if let Some(list) = line.strip_prefix("files:") {
                read.files = items(list).filter(|it| !it.is_empty()).map(FilePath::new).collect();
            } else if let Some((id, place, locked)) = entry(line) {
                if locked {
                    read.locked.insert(id.clone());
                }
                read.places.insert(id, place);
            }
        }
        read
    }

    /// The edit of `text`, the layout file as it is (empty where there is none), that makes it say this. Lines that are not
    /// places stay.
    pub fn edit(&self, text: &str) -> TextEdit {
        let places = self.places.iter().map(|(id, at)| self.line(id, *at));
        let places: String = places.collect();
        let base = if text.trim().is_empty() { format!("{HEAD}{NODES}\n") } else { text.to_owned() };
        let (mut before, mut after, mut seen) = (String::new(), String::new(), false);
        for line in base.split_inclusive('\n') {
            if entry(line).is_some() {
                seen = true;
            } else if seen {
                after.push_str(line);
            } else {
                before.push_str(line);
                seen = line.trim_end() == NODES;
            }
        }
        if !before.is_empty() && !before.ends_with('\n') {
            before.push('\n');
        }
        if !before.lines().any(|it| it.trim_end() == NODES) {
            before.push_str(NODES);
            before.push('\n');
        }
        TextEdit::between(text, &format!("{before}{places}{after}"))
    }

    /// One place as a line.
    fn line(&self, id: &NodeId, at: Point) -> String {
        let lock = if self.locked.contains(id) { ", locked" } else { "" };
        format!("  {id}: [{}, {}{lock}]\n", whole(at.x), whole(at.y))
    }
}

/// The line `  service:api: [40, 120]` as a node, its place and whether it is locked.
fn entry(line: &str) -> Option<(NodeId, Point, bool)> {
    let (key, list) = line.strip_prefix([' ', '\t'])?.trim().rsplit_once(": ")?;
    let id = NodeId::parse(key.trim().trim_matches(['"', '\'']))?;
    let mut words = items(list);
    let x: f64 = words.next()?.parse().ok()?;
    let y: f64 = words.next()?.parse().ok()?;
    (x.is_finite() && y.is_finite()).then(|| (id, Point::new(x, y), words.next() == Some("locked")))
}

/// The items of `[a, "b"]`.
fn items(list: &str) -> impl Iterator<Item = &str> {
    let inside = list.trim().trim_start_matches('[').trim_end_matches(']');
    inside.split(',').map(|it| it.trim().trim_matches(['"', '\'']))
}

/// A coordinate as the file has it: whole units, so that a text diff says what a person did.
pub fn whole(value: f64) -> String {
    format!("{:.0}", if value.round() == 0.0 { 0.0 } else { value.round() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::diff::changed_lines;

    fn after(layout: &LayoutFile, text: &str) -> String {
        layout.edit(text).apply(text).unwrap()
    }

    #[test]
    fn what_is_written_is_read() {
        let mut layout = LayoutFile::default();
        layout.places.insert(NodeId::service("api"), Point::new(40.4, -0.2));
        layout.places.insert(NodeId::parse("volume:pg.data-1").unwrap(), Point::new(-8.0, 12.0));
        layout.locked.insert(NodeId::service("api"));
        let text = after(&layout, "");
        assert!(text.ends_with("nodes:\n  service:api: [40, 0, locked]\n  volume:pg.data-1: [-8, 12]\n"), "{text}");
        let read = LayoutFile::read(&text);
        assert_eq!(read.places.len(), 2);
        assert!(read.locked.contains(&NodeId::service("api")));
        assert_eq!(after(&read, &text), text);
    }

    #[test]
    fn a_move_changes_one_line_and_other_lines_stay() {
        let text =
            "# mine\nversion: 1\nfiles: [a.yml, 'b.yml']\nnodes:\n  service:a: [0, 0]\n  service:b: [9, 9]\nother: 1";
        let mut layout = LayoutFile::read(text);
        assert_eq!(layout.files, [FilePath::new("a.yml"), FilePath::new("b.yml")]);
        layout.places.insert(NodeId::service("b"), Point::new(1.0, 2.0));
        assert_eq!(changed_lines(text, &after(&layout, text)), "-  service:b: [9, 9]\n+  service:b: [1, 2]\n");
    }

    #[test]
    fn nonsense_is_passed_over() {
        let read = LayoutFile::read(
            "nodes: {service:a: [1]}\n  service:b: [x, 1]\n  thing:c: [1, 2]\n  service:d: [NaN, 2]\n",
        );
        assert_eq!(read, LayoutFile::default());
    }
}
