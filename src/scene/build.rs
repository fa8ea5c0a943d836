//! A resolved project as a scene: which cards there are, what they say and which edges join them. Places come later
//! (`places`, `layout`), because they depend on what a person moved.

use crate::compose::model::{Condition, Mount, MountKind, Port, Project, Resource, Service};
use crate::compose::value::FileId;
use crate::scene::graph::{Edge, EdgeKind, Node, NodeId, NodeKind, PortLabel, Rect, Scene};
use crate::scene::size;
use crate::text::diagnostic::{Diagnostic, Severity};
use indexmap::IndexMap;
use std::collections::BTreeSet;

/// The scene of `project`, every card at the origin. `icon` names the picture of an image reference, which the catalogue
/// knows; `None` for the kind's own.
pub fn build(project: &Project, diagnostics: &[Diagnostic], icon: &dyn Fn(&str) -> Option<String>) -> Scene {
    let mut scene = Scene::default();
    let awaited = awaited(project);
    for (name, service) in &project.services {
        add(&mut scene, service_node(name, service, awaited.contains(name.as_str()), icon));
    }
    for (kind, resources) in resources(project) {
        for (name, resource) in resources.iter().filter(|(name, it)| is_shown(kind, name, it)) {
            add(&mut scene, resource_node(kind, name, resource));
        }
    }
    for (name, service) in &project.services {
        add_edges(&mut scene, &NodeId::service(name), service);
    }
    count_problems(&mut scene, diagnostics);
    scene
}

/// Files the node under its key, with its size.
fn add(scene: &mut Scene, mut node: Node) {
    let (width, height) = size::size(&node);
    node.rect = Rect::new(0.0, 0.0, width, height);
    scene.nodes.insert(node.id.key(), node);
}

/// The top-level resources by kind.
pub fn resources(project: &Project) -> [(NodeKind, &IndexMap<String, Resource>); 4] {
    [
        (NodeKind::Volume, &project.volumes),
        (NodeKind::Network, &project.networks),
        (NodeKind::Secret, &project.secrets),
        (NodeKind::Config, &project.configs),
    ]
}

/// Every project has a network `default`; it is drawn only where a file speaks of it, else it would tie all cards together.
fn is_shown(kind: NodeKind, name: &str, resource: &Resource) -> bool {
    kind != NodeKind::Network || name != "default" || resource.origin.file != FileId::NONE
}

/// Services whose completion another one waits for.
fn awaited(project: &Project) -> BTreeSet<&str> {
    let all = project.services.values().flat_map(|it| &it.depends_on);
    all.filter(|(_, it)| it.condition == Condition::Completed).map(|(name, _)| name.as_str()).collect()
}

/// The card of a service.
fn service_node(name: &str, service: &Service, one_shot: bool, icon: &dyn Fn(&str) -> Option<String>) -> Node {
    let image = service.image.as_ref().map(|it| it.value.as_str());
    let build = service.build.as_ref().map(|it| it.context.as_str());
    let known = image.and_then(icon);
    let own = if build.is_some() { "build" } else { NodeKind::Service.id() };
    Node {
        built: build.is_some(),
        ports: service.ports.iter().map(|it| port_label(&it.value)).collect(),
        mounts: service.mounts.iter().map(|it| mount_label(&it.value)).collect(),
        healthy: service.healthcheck.as_ref().is_some_and(|it| !it.disabled),
        one_shot,
        profiles: service.profiles.iter().map(|it| it.value.clone()).collect(),
        replicas: service.replicas.filter(|it| *it > 1),
        ..Node::bare(
            NodeId::service(name),
            known.unwrap_or_else(|| own.to_owned()),
            build.or(image).unwrap_or_default().to_owned(),
        )
    }
}

/// The card of a top-level resource; its detail is what tells it from others of its kind.
fn resource_node(kind: NodeKind, name: &str, resource: &Resource) -> Node {
    let attribute = |key: &str| resource.value.get(key).and_then(|it| it.as_str()).map(str::to_owned);
    let detail = if resource.external {
        Some("external".to_owned())
    } else {
        ["driver", "file", "environment"].into_iter().find_map(attribute)
    };
    Node::bare(NodeId::new(kind, name), kind.id().to_owned(), detail.unwrap_or_default())
}

/// `8080:80` with the address where it is given, `80` where Docker chooses.
fn port_label(port: &Port) -> PortLabel {
    let protocol = if port.protocol == "tcp" || port.protocol.is_empty() { "" } else { "/udp" };
    let published = port.published.as_deref().filter(|it| !it.is_empty());
    let host = published.map_or(String::new(), |it| format!("{it}:"));
    let ip = port.host_ip.as_deref().unwrap_or_default();
    PortLabel { text: format!("{host}{}{protocol}", port.target), loopback: ip.starts_with("127.") || ip == "::1" }
}

/// `pgdata → /var/lib/postgresql/data`.
fn mount_label(mount: &Mount) -> String {
    match &mount.source {
        Some(source) => format!("{source} → {}", mount.target),
        None => mount.target.clone(),
    }
}

/// The edges of one service to all that the scene has a card for.
fn add_edges(scene: &mut Scene, from: &NodeId, service: &Service) {
    let dependencies = service.depends_on.iter().map(|(name, it)| (EdgeKind::DependsOn, name, Some(it.condition), ""));
    let named = service.mounts.iter().filter(|it| it.value.kind == MountKind::Volume);
    let mounts =
        named.filter_map(|it| Some((EdgeKind::Mount, it.value.source.as_ref()?, None, it.value.target.as_str())));
    let networks = service.networks.keys().map(|name| (EdgeKind::Network, name, None, ""));
    let secrets = service.secrets.iter().map(|it| (EdgeKind::Secret, &it.value, None, ""));
    let configs = service.configs.iter().map(|it| (EdgeKind::Config, &it.value, None, ""));
    let mut edges: Vec<Edge> = Vec::new();
    for (kind, name, condition, label) in dependencies.chain(mounts).chain(networks).chain(secrets).chain(configs) {
        let to = NodeId::new(kind.target(), name);
        if scene.node(&to).is_none() {
            continue;
        }
        // One volume at two paths is one edge that names both: two lines on top of each other could not be told apart.
        match edges.iter_mut().find(|it| it.kind == kind && it.to == to) {
            Some(edge) => edge.label = [edge.label.as_str(), label].join(", "),
            None => edges.push(Edge { kind, from: from.clone(), to, condition, label: label.to_owned() }),
        }
    }
    scene.edges.extend(edges);
}

/// Puts the number of errors and warnings on the cards that they belong to.
fn count_problems(scene: &mut Scene, diagnostics: &[Diagnostic]) {
    for it in diagnostics {
        let Some(node) = it.node.as_ref().and_then(|key| scene.nodes.get_mut(key)) else { continue };
        match it.severity {
            Severity::Error => node.problems.0 += 1,
            Severity::Warning => node.problems.1 += 1,
            Severity::Info => {}
        }
    }
}
