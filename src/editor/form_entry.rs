//! What a change of a form's control does to the stack: commands, never texts.

use crate::command::commands::{Command, ResourceKind};
use crate::compose::model::Condition;
use crate::editor::form::{Control, Entry, Field, Goal, Row};
use crate::scene::graph::{NodeId, NodeKind};

/// The commands of `entry` in `field`; none where nothing changes.
pub fn commands(field: &Field, entry: &Entry) -> Vec<Command> {
    match entry {
        Entry::Value(value) => value_commands(field, value.trim()),
        Entry::Add(row) if row.key.trim().is_empty() => Vec::new(),
        Entry::Add(row) => add(field, &trimmed(row)).into_iter().collect(),
        Entry::Remove(index) => {
            field.control.rows().get(*index).map(|it| remove(field, it, *index)).unwrap_or_default()
        }
        Entry::Lift(index) => match (&field.goal, field.control.rows().get(*index)) {
            (Goal::Environment(service), Some(row)) => {
                vec![Command::LiftEnv { service: service.clone(), key: row.key.clone() }]
            }
            _ => Vec::new(),
        },
        Entry::Row { index, row } => {
            let Some(old) = field.control.rows().get(*index) else { return Vec::new() };
            let row = trimmed(row);
            if row.key.is_empty() { remove(field, old, *index) } else { change(field, old, &row, *index) }
        }
    }
}

/// Whether line `index` holds a value that could stand in `.env` instead.
pub fn can_lift(field: &Field, index: usize) -> bool {
    let variable = |it: &str| it.starts_with("${") && it.ends_with('}') && it.matches('$').count() == 1;
    let row = field.control.rows().get(index).filter(|it| !it.value.is_empty() && !variable(&it.value));
    matches!(field.goal, Goal::Environment(_)) && row.is_some()
}

/// `row` without the space around its parts; the space in a value may be meant.
fn trimmed(row: &Row) -> Row {
    Row { key: row.key.trim().to_owned(), ..row.clone() }
}

/// A control of one value says `value` now.
fn value_commands(field: &Field, value: &str) -> Vec<Command> {
    if !changes(&field.control, value) {
        return Vec::new();
    }
    match &field.goal {
        // A node without a name is not a node: an empty name changes nothing.
        Goal::Rename(node) if !value.is_empty() => vec![rename(node, value)],
        Goal::Text(path) => vec![set(path, value, scalar)],
        Goal::Plain(path) if value == "false" => vec![Command::Unset { path: path.clone() }],
        Goal::Plain(path) => vec![set(path, value, str::to_owned)],
        Goal::Words(path) => vec![set(path, value, words)],
        Goal::Context(service) if value.is_empty() => vec![Command::Unset { path: build_path(service, &[]) }],
        Goal::Context(service) if field.place.is_some() => {
            vec![Command::Set { path: build_path(service, &["context"]), value: scalar(value) }]
        }
        Goal::Context(service) => vec![Command::Set { path: build_path(service, &[]), value: scalar(value) }],
        Goal::Condition(from, to) => connect(from, to, value),
        Goal::MountPath { volume, service, target, read_only } if !value.is_empty() => vec![
            Command::Unmount { service: service.clone(), target: target.clone() },
            Command::Mount {
                source: volume.clone(),
                service: service.clone(),
                target: value.to_owned(),
                read_only: *read_only,
            },
        ],
        _ => Vec::new(),
    }
}

/// Whether `value` is other than what the control says.
fn changes(control: &Control, value: &str) -> bool {
    match control {
        Control::Text { value: now, .. } | Control::Choice { value: now, .. } => now != value,
        Control::Toggle(now) => now.to_string() != value,
        Control::List { .. } | Control::Pairs { .. } => false,
    }
}

/// `path` says `value`, or nothing where that is empty.
fn set(path: &[String], value: &str, write: fn(&str) -> String) -> Command {
    if value.is_empty() {
        Command::Unset { path: path.to_vec() }
    } else {
        Command::Set { path: path.to_vec(), value: write(value) }
    }
}

fn rename(node: &NodeId, new: &str) -> Command {
    let (old, new) = (node.name.clone(), new.to_owned());
    match resource_kind(node.kind) {
        None => Command::RenameService { old, new },
        Some(kind) => Command::RenameResource { kind, old, new },
    }
}

/// The kind of a top-level resource; `None` for a service.
pub fn resource_kind(kind: NodeKind) -> Option<ResourceKind> {
    match kind {
        NodeKind::Service => None,
        NodeKind::Volume => Some(ResourceKind::Volume),
        NodeKind::Network => Some(ResourceKind::Network),
        NodeKind::Secret => Some(ResourceKind::Secret),
        NodeKind::Config => Some(ResourceKind::Config),
    }
}

fn build_path(service: &str, rest: &[&str]) -> Vec<String> {
    ["services", service, "build"].iter().chain(rest).map(|it| (*it).to_owned()).collect()
}

fn connect(from: &str, to: &str, condition: &str) -> Vec<Command> {
    let condition = Condition::from_id(condition);
    vec![Command::Connect { from: from.to_owned(), to: to.to_owned(), condition, restart: false }]
}

/// A row more.
fn add(field: &Field, row: &Row) -> Option<Command> {
    let key = row.key.clone();
    Some(match &field.goal {
        Goal::Ports(service) => Command::Publish { service: service.clone(), port: key },
        Goal::Mounts(service) => mount(service, &key)?,
        Goal::Networks(service) => Command::Join { service: service.clone(), network: key },
        Goal::Dependencies(service) => connect(service, &key, &row.value).pop()?,
        Goal::Environment(service) => Command::Env { service: service.clone(), key, value: row.value.clone() },
        Goal::Map(path) => Command::Set { path: child(path, &key), value: scalar(&row.value) },
        Goal::Items(path) => {
            let all = field.control.rows().iter().map(|it| it.key.as_str()).chain([key.as_str()]);
            Command::Set { path: path.clone(), value: list(all) }
        }
        _ => return None,
    })
}

/// `SOURCE:TARGET[:MODE]` as a mount; a lone path is an anonymous volume, which the long way would make a named one.
fn mount(service: &str, text: &str) -> Option<Command> {
    let mut parts = text.split(':');
    let (source, target, mode) = (parts.next()?, parts.next()?, parts.next());
    let read_only = mode.is_some_and(|it| it.split(',').any(|word| word == "ro"));
    let (source, target) = (source.to_owned(), target.to_owned());
    (!source.is_empty() && !target.is_empty()).then(|| Command::Mount {
        source,
        service: service.to_owned(),
        target,
        read_only,
    })
}

/// A row goes.
fn remove(field: &Field, row: &Row, index: usize) -> Vec<Command> {
    let key = row.key.clone();
    vec![match &field.goal {
        Goal::Ports(service) => Command::Unpublish { service: service.clone(), target: row.name.clone() },
        Goal::Mounts(service) => Command::Unmount { service: service.clone(), target: row.name.clone() },
        Goal::Networks(service) => Command::Leave { service: service.clone(), network: key },
        Goal::Dependencies(service) => Command::Disconnect { from: service.clone(), to: key },
        Goal::Environment(service) => {
            Command::Unset { path: vec!["services".into(), service.clone(), "environment".into(), key] }
        }
        Goal::Map(path) => Command::Unset { path: child(path, &key) },
        Goal::Items(path) => {
            let rows = field.control.rows();
            match row.at {
                Some(at) if rows.len() > 1 => Command::Unset { path: child(path, &at.to_string()) },
                _ if rows.len() > 1 => {
                    let kept = rows.iter().enumerate().filter(|(it, _)| *it != index);
                    Command::Set { path: path.clone(), value: list(kept.map(|(_, it)| it.key.as_str())) }
                }
                _ => Command::Unset { path: path.clone() },
            }
        }
        _ => return Vec::new(),
    }]
}

/// A row says something else.
fn change(field: &Field, old: &Row, new: &Row, index: usize) -> Vec<Command> {
    if old.key == new.key && old.value == new.value {
        return Vec::new();
    }
    let listed = match &field.goal {
        Goal::Ports(service) => Some((service, "ports")),
        Goal::Mounts(service) => Some((service, "volumes")),
        _ => None,
    };
    match (listed, old.at, &field.goal) {
        (Some((service, key)), Some(at), _) => {
            let path = ["services", service, key, &at.to_string()].map(str::to_owned).to_vec();
            vec![Command::Set { path, value: quoted_port(&new.key) }]
        }
        (_, Some(at), Goal::Items(path)) => {
            vec![Command::Set { path: child(path, &at.to_string()), value: scalar(&new.key) }]
        }
        _ if old.key == new.key => add(field, new).into_iter().collect(),
        _ => remove(field, old, index).into_iter().chain(add(field, new)).collect(),
    }
}

/// `path`, one step further.
fn child(path: &[String], key: &str) -> Vec<String> {
    path.iter().cloned().chain([key.to_owned()]).collect()
}

/// Texts as a list in one line.
fn list<'a>(items: impl Iterator<Item = &'a str>) -> String {
    let items: Vec<String> = items.map(quoted).collect();
    format!("[{}]", items.join(", "))
}

/// Words: what is in brackets is a list already.
fn words(text: &str) -> String {
    let is_list = text.starts_with('[') && serde_yaml::from_str::<Vec<String>>(text).is_ok();
    if is_list { text.to_owned() } else { scalar(text) }
}

/// `22:22` is a number to base 60 for older readers, so a port stands in quotes.
fn quoted_port(text: &str) -> String {
    if text.chars().all(|it| it.is_ascii_digit() || it == ':') { quoted(text) } else { scalar(text) }
}

/// `text` as YAML in one line: plain where that reads back as the same text, else in double quotes.
pub fn scalar(text: &str) -> String {
    let is_plain = !text.is_empty()
        && !text.contains(['\n', '\r', '\t', '"', '\'', '{', '}', '[', ']', ','])
        && serde_yaml::from_str::<serde_yaml::Value>(text).is_ok_and(|it| it.as_str() == Some(text))
        && !["y", "n", "yes", "no", "on", "off"].contains(&text.to_ascii_lowercase().as_str());
    if is_plain || (text.starts_with("${") && text.ends_with('}') && !text.contains([' ', ':'])) {
        text.to_owned()
    } else {
        quoted(text)
    }
}

/// `text` in double quotes.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editor::words_form as words;

    fn field(control: Control, goal: Goal) -> Field {
        Field {
            id: "x".into(),
            label: words::NAME,
            attribute: "x",
            help: None,
            control,
            goal,
            place: None,
            problems: Vec::new(),
        }
    }

    fn path(text: &str) -> Vec<String> {
        text.split('.').map(str::to_owned).collect()
    }

    #[test]
    fn an_empty_text_takes_the_attribute_away_and_an_unchanged_one_does_nothing() {
        let image = |value: &str| {
            let control = Control::Text { value: value.into(), example: "", ideas: Vec::new() };
            field(control, Goal::Text(path("services.api.image")))
        };
        let entry = |value: &str| Entry::Value(value.into());
        assert_eq!(commands(&image("redis"), &entry(" redis ")), []);
        assert_eq!(commands(&image("redis"), &entry("")), [Command::Unset { path: path("services.api.image") }]);
        let set = Command::Set { path: path("services.api.image"), value: "redis:8".into() };
        assert_eq!(commands(&image("redis"), &entry("redis:8")), [set]);
    }

    #[test]
    fn a_port_changes_in_its_place_and_goes_by_its_container_port() {
        let row = Row { key: "8080:80".into(), name: "80".into(), at: Some(1), ..Row::default() };
        let control = Control::List { rows: vec![row], example: "", ideas: Vec::new() };
        let ports = field(control, Goal::Ports("web".into()));
        let changed = commands(&ports, &Entry::Row { index: 0, row: Row::typed("9090:80", "") });
        assert_eq!(changed, [Command::Set { path: path("services.web.ports.1"), value: "\"9090:80\"".into() }]);
        let removed = commands(&ports, &Entry::Remove(0));
        assert_eq!(removed, [Command::Unpublish { service: "web".into(), target: "80".into() }]);
    }

    #[test]
    fn texts_read_back_as_themselves() {
        let cases = [
            "nginx:1.29",
            "no",
            "true",
            "16",
            "1.5",
            "a: b",
            "a #b",
            "",
            "${TAG}",
            "postgres:${TAG:-17}",
            "~",
            "- x",
            "*a",
            "22:22",
            "say \"hi\"",
            "C:\\x",
            "ñ 😀",
            "@at",
            "{a}",
        ];
        for text in cases {
            let read: serde_yaml::Value = serde_yaml::from_str(&scalar(text)).unwrap();
            assert_eq!(read.as_str(), Some(text), "{}", scalar(text));
        }
    }

    #[test]
    fn a_mount_is_read_from_its_short_syntax() {
        let mounts =
            field(Control::List { rows: Vec::new(), example: "", ideas: Vec::new() }, Goal::Mounts("db".into()));
        let add = |text: &str| commands(&mounts, &Entry::Add(Row::typed(text, "")));
        let mount =
            |read_only| Command::Mount { source: "data".into(), service: "db".into(), target: "/d".into(), read_only };
        assert_eq!(add("data:/d:ro"), [mount(true)]);
        assert_eq!(add(" data:/d "), [mount(false)]);
        assert_eq!(add("/d"), []);
    }
}
