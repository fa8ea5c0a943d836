//! The stack as a drawing of characters, for a terminal and for a reader without Mermaid: one row of boxes a step of the
//! start order, the first at the bottom, because what stands above rests on what is below.

use crate::compose::model::Project;
use crate::export::start_order::steps;

/// Width inside which boxes stand beside each other.
const WIDTH: usize = 96;
/// Widest text of a box.
const BOX: usize = 30;

/// The drawing; lines without trailing spaces.
pub fn drawing(project: &Project) -> String {
    let rows: Vec<Vec<String>> = steps(project).iter().rev().flat_map(|step| rows(step, project)).collect();
    let mut lines: Vec<String> = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        if index > 0 {
            lines.push("     │".to_owned());
            lines.push("     ▼".to_owned());
        }
        lines.extend(row.iter().map(|it| it.trim_end().to_owned()));
    }
    lines.join("\n")
}

/// A step as rows of boxes that fit the width; each row is its lines.
fn rows(step: &[&str], project: &Project) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for drawn in step.iter().map(|name| boxed(&content(name, project))) {
        let width = drawn.first().map_or(0, |it| it.chars().count());
        match rows.last_mut() {
            Some(row) if row.first().is_some_and(|it| it.chars().count() + 2 + width <= WIDTH) => beside(row, drawn),
            _ => rows.push(drawn),
        }
    }
    rows
}

/// Puts a box at the right of a row; the lower of the two gets empty lines.
fn beside(row: &mut Vec<String>, drawn: Vec<String>) {
    let width = row.first().map_or(0, |it| it.chars().count());
    let height = row.len().max(drawn.len());
    row.resize(height, " ".repeat(width));
    let blank = " ".repeat(drawn.first().map_or(0, |it| it.chars().count()));
    for (line, right) in row.iter_mut().zip(drawn.into_iter().chain(std::iter::repeat(blank))) {
        line.push_str("  ");
        line.push_str(&right);
    }
}

/// What a box says: the name, where it comes from, ports, and what it waits for.
fn content(name: &str, project: &Project) -> Vec<String> {
    let Some(service) = project.services.get(name) else { return vec![name.to_owned()] };
    let source = service
        .build
        .as_ref()
        .map(|it| format!("build {}", it.context))
        .or(service.image.as_ref().map(|it| it.value.clone()));
    let ports = service
        .ports
        .iter()
        .filter_map(|it| Some(format!(":{} → {}", it.value.published.as_deref()?, it.value.target)));
    let needs: Vec<&str> = service.depends_on.keys().map(String::as_str).collect();
    let needs = (!needs.is_empty()).then(|| format!("↓ {}", needs.join(", ")));
    [name.to_owned()].into_iter().chain(source).chain(ports).chain(needs).map(|it| cut(&it)).collect()
}

/// `text` in the width of a box.
fn cut(text: &str) -> String {
    let flat: String = text.chars().map(|it| if it.is_control() { ' ' } else { it }).collect();
    if flat.chars().count() <= BOX { flat } else { flat.chars().take(BOX - 1).chain(['…']).collect() }
}

/// Lines in a frame of at least eight characters.
fn boxed(lines: &[String]) -> Vec<String> {
    let width = lines.iter().map(|it| it.chars().count()).max().unwrap_or_default().max(8);
    let bar = "─".repeat(width + 2);
    let inner = lines.iter().map(|it| format!("│ {it}{} │", " ".repeat(width - it.chars().count())));
    [format!("┌{bar}┐")].into_iter().chain(inner).chain([format!("└{bar}┘")]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_beside_each_other() {
        let mut row = boxed(&["a".to_owned(), "b".to_owned()]);
        beside(&mut row, boxed(&["ñ".to_owned()]));
        assert_eq!(row.len(), 4);
        assert!(row.iter().all(|it| it.chars().count() == 26), "{row:#?}");
        assert_eq!(cut(&"x".repeat(40)).chars().count(), BOX);
    }
}
