//! Ports and mounts in short syntax, taken apart only as far as finding and comparing them needs; `${…}` may hold colons.

use crate::syntax::yaml::edit_tree::{Data, Tree};

/// The parts of `text` between colons; colons inside `${…}` and `[…]` and after a drive letter do not part.
pub fn parts(text: &str) -> Vec<&str> {
    let (mut result, mut depth, mut start) = (Vec::new(), 0usize, 0);
    for (at, it) in text.char_indices() {
        match it {
            '{' | '[' => depth += 1,
            '}' | ']' => depth = depth.saturating_sub(1),
            ':' if depth == 0 && !is_drive(text.get(start..at), text.get(at + 1..)) => {
                result.extend(text.get(start..at));
                start = at + 1;
            }
            _ => {}
        }
    }
    result.extend(text.get(start..));
    result
}

fn is_drive(before: Option<&str>, after: Option<&str>) -> bool {
    let letter = before.is_some_and(|it| it.len() == 1 && it.starts_with(|c: char| c.is_ascii_alphabetic()));
    letter && after.is_some_and(|it| it.starts_with('\\') || (it.starts_with('/') && it.contains(':')))
}

/// The port in the container of an item of `ports`, with `/udp` where it says so.
pub fn port_target(item: &Tree) -> Option<String> {
    if let Some(words) = item.words() {
        return parts(words).last().map(|it| it.trim_end_matches("/tcp").to_owned());
    }
    let target = item.child("target")?.words()?;
    let protocol = item.child("protocol").and_then(Tree::words).filter(|it| *it != "tcp");
    Some(protocol.map_or_else(|| target.to_owned(), |it| format!("{target}/{it}")))
}

/// An item of a service's `volumes`: what it mounts and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MountParts<'a> {
    /// The volume or path; `None` for an anonymous volume.
    pub source: Option<&'a str>,
    /// The path in the container, without a slash at its end.
    pub target: &'a str,
    /// Whether the source is a named volume.
    pub named: bool,
}

/// Takes an item of `volumes` apart; `None` where it is neither syntax.
pub fn mount(item: &Tree) -> Option<MountParts<'_>> {
    if let Some(words) = item.words() {
        return Some(match *parts(words).as_slice() {
            [target] => MountParts { source: None, target: bare(target), named: false },
            [source, target, ..] => MountParts { source: Some(source), target: bare(target), named: is_named(source) },
            [] => return None,
        });
    }
    let (source, target) = (item.child("source").and_then(Tree::words), item.child("target")?.words()?);
    let named = item.child("type").and_then(Tree::words).is_none_or(|it| it == "volume");
    Some(MountParts { source, target: bare(target), named: named && source.is_some() })
}

/// Whether a source of the short syntax is the name of a volume and not a path.
pub fn is_named(source: &str) -> bool {
    !source.starts_with(['.', '/', '~', '$', '\\']) && !source.contains(['/', '\\'])
}

/// A path without a slash at its end; `/` itself stays.
pub fn bare(path: &str) -> &str {
    let cut = path.trim_end_matches('/');
    if cut.is_empty() { path } else { cut }
}

/// Whether the items of a list are maps, all of them and at least one: then the next is written so too.
pub fn is_long(list: Option<&Tree>) -> bool {
    let items = match list.map(|it| &it.data) {
        Some(Data::List(items)) => items.as_slice(),
        _ => &[],
    };
    !items.is_empty() && items.iter().all(|it| matches!(it.data, Data::Map(_)))
}

/// The items of a list; none for anything else.
pub fn items(list: Option<&Tree>) -> &[Tree] {
    match list.map(|it| &it.data) {
        Some(Data::List(items)) => items,
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colons_that_do_not_part() {
        assert_eq!(parts("${DIR:-./x}:/data:ro"), ["${DIR:-./x}", "/data", "ro"]);
        assert_eq!(parts("[::1]:80:8080"), ["[::1]", "80", "8080"]);
        assert_eq!(parts("C:\\x:/data"), ["C:\\x", "/data"]);
        assert_eq!(port_target(&Tree::text("127.0.0.1:53:53/udp")).as_deref(), Some("53/udp"));
        let item = Tree::text("pgdata:/data/:ro");
        assert_eq!(mount(&item), Some(MountParts { source: Some("pgdata"), target: "/data", named: true }));
    }
}
