//! The forms of volumes, networks, secrets, configs and of connections.

use crate::compose::model::{Project, Resource};
use crate::editor::form::{Control, Field, Form, Goal, Section};
use crate::editor::form_service::{choose, conditions, name_field, section};
use crate::editor::form_source::{Source, shown};
use crate::editor::words_form as words;
use crate::scene::graph::{Edge, EdgeKind, NodeId, NodeKind};
use crate::text::words::Pair;

/// The form of a top-level volume, network, secret or config.
pub fn resource_form(id: &NodeId, project: &Project, source: &Source) -> Option<Form> {
    let resource = match id.kind {
        NodeKind::Volume => project.volumes.get(&id.name)?,
        NodeKind::Network => project.networks.get(&id.name)?,
        NodeKind::Secret => project.secrets.get(&id.name)?,
        NodeKind::Config => project.configs.get(&id.name)?,
        NodeKind::Service => return None,
    };
    let texts: &[(&'static str, Pair, &'static str)] = match id.kind {
        NodeKind::Volume => &[("driver", words::DRIVER, "local"), ("name", words::REAL_NAME, "")],
        NodeKind::Network => &[("driver", words::DRIVER, "bridge"), ("name", words::REAL_NAME, "")],
        _ => &[
            ("file", words::FILE, "./secret.txt"),
            ("environment", words::FROM_VARIABLE, "TOKEN"),
            ("name", words::REAL_NAME, ""),
        ],
    };
    let mut fields = vec![name_field(id.clone())];
    fields.extend(texts.iter().map(|(key, label, example)| text(id, resource, source, key, *label, example)));
    if id.kind == NodeKind::Network {
        fields.push(toggle(id, resource, source, "internal", words::INTERNAL));
    }
    fields.push(toggle(id, resource, source, "external", words::EXTERNAL));
    Some(Form {
        node: Some(id.clone()),
        title: id.name.clone(),
        sections: vec![section("general", words::GENERAL, fields)],
    })
}

/// The form of a connection.
pub fn edge_form(edge: &Edge, project: &Project, source: &Source) -> Option<Form> {
    let service = project.services.get(&edge.from.name)?;
    let field = match edge.kind {
        EdgeKind::DependsOn => {
            let dependency = service.depends_on.get(&edge.to.name)?;
            let control = Control::Text { value: dependency.condition.id().to_owned(), example: "", ideas: Vec::new() };
            let goal = Goal::Condition(edge.from.name.clone(), edge.to.name.clone());
            let place = source.place(&dependency.origin);
            Some(choose(plain("condition", words::CONDITION, control, goal, place), conditions()))
        }
        EdgeKind::Mount => {
            let mine = |it: &&crate::compose::model::Said<crate::compose::model::Mount>| {
                it.value.source.as_deref() == Some(edge.to.name.as_str())
            };
            let mount = service.mounts.iter().find(mine)?;
            let control = Control::Text { value: mount.value.target.clone(), example: "/data", ideas: Vec::new() };
            let goal = Goal::MountPath {
                volume: edge.to.name.clone(),
                service: edge.from.name.clone(),
                target: mount.value.target.clone(),
                read_only: mount.value.read_only,
            };
            Some(plain("target", words::MOUNT_PATH, control, goal, source.place(&mount.origin)))
        }
        EdgeKind::Network | EdgeKind::Secret | EdgeKind::Config => None,
    };
    let sections: Vec<Section> = field.map(|it| section("general", words::CONNECTION, vec![it])).into_iter().collect();
    Some(Form { node: None, title: format!("{} → {}", edge.from.name, edge.to.name), sections })
}

/// A field without problems of its own.
fn plain(
    id: &'static str,
    label: Pair,
    control: Control,
    goal: Goal,
    place: Option<crate::editor::form::Place>,
) -> Field {
    Field { id: id.to_owned(), label, attribute: id, help: None, control, goal, place, problems: Vec::new() }
}

/// The path of an attribute of a resource.
fn path(id: &NodeId, key: &str) -> Vec<String> {
    [format!("{}s", id.kind.id()), id.name.clone(), key.to_owned()].to_vec()
}

fn text(
    id: &NodeId,
    resource: &Resource,
    source: &Source,
    key: &'static str,
    label: Pair,
    example: &'static str,
) -> Field {
    let found = resource.value.get(key);
    // The name that Docker gives by itself is no value of the file.
    let said = found.filter(|it| source.place(&it.origin).is_some());
    let value = said.and_then(|it| source.scalar(&it.origin).or_else(|| shown(it))).unwrap_or_default();
    let control = Control::Text { value, example, ideas: Vec::new() };
    let field = plain(key, label, control, Goal::Text(path(id, key)), said.and_then(|it| source.place(&it.origin)));
    Field { problems: source.problems(&resource.value, key), ..field }
}

fn toggle(id: &NodeId, resource: &Resource, source: &Source, key: &'static str, label: Pair) -> Field {
    let found = resource.value.get(key);
    let on = found.and_then(shown).is_some_and(|it| it == "true") || (key == "external" && resource.external);
    let place = found.and_then(|it| source.place(&it.origin));
    plain(key, label, Control::Toggle(on), Goal::Plain(path(id, key)), place)
}
