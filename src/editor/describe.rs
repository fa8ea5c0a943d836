//! What a card and an edge are, in one sentence each: their names for screen readers, the outline and tooltips.

use crate::compose::model::Condition;
use crate::scene::graph::{Edge, EdgeKind, Node, NodeKind, Scene};
use crate::text::words::{Pair, Text, pair};

/// A card in one line: "api, service, built from ./api, 2 dependencies, 1 error".
pub fn describe(node: &Node, scene: &Scene) -> Text {
    let mut parts = vec![Text::same(node.id.name.clone()), kind(node.id.kind).text()];
    if !node.detail.is_empty() {
        let words = if node.built { pair("built from {it}", "construido de {it}") } else { pair("{it}", "{it}") };
        parts.push(words.fill(&[("it", &node.detail)]));
    }
    let published: Vec<&str> = node.ports.iter().map(|it| it.text.as_str()).collect();
    if !published.is_empty() {
        parts.push(pair("ports {it}", "puertos {it}").fill(&[("it", &published.join(" "))]));
    }
    if node.healthy {
        parts.push(pair("health check", "con comprobación de salud").text());
    }
    let dependencies = scene.edges.iter().filter(|it| it.kind == EdgeKind::DependsOn && it.from == node.id).count();
    parts.extend(count(
        dependencies,
        pair("1 dependency", "1 dependencia"),
        pair("{it} dependencies", "{it} dependencias"),
    ));
    parts.extend(count(node.problems.0, pair("1 error", "1 error"), pair("{it} errors", "{it} errores")));
    parts.extend(count(node.problems.1, pair("1 warning", "1 aviso"), pair("{it} warnings", "{it} avisos")));
    join(&parts)
}

/// An edge in one line: "api starts after db is healthy".
pub fn describe_edge(edge: &Edge) -> Text {
    let words = match (edge.kind, edge.condition) {
        (EdgeKind::DependsOn, Some(Condition::Healthy)) => {
            pair("`{a}` starts when `{b}` is healthy", "`{a}` arranca cuando `{b}` está sano")
        }
        (EdgeKind::DependsOn, Some(Condition::Completed)) => {
            pair("`{a}` starts when `{b}` has finished well", "`{a}` arranca cuando `{b}` ha terminado bien")
        }
        (EdgeKind::DependsOn, _) => pair("`{a}` starts after `{b}`", "`{a}` arranca después de `{b}`"),
        (EdgeKind::Mount, _) => pair("`{a}` keeps `{c}` in `{b}`", "`{a}` guarda `{c}` en `{b}`"),
        (EdgeKind::Network, _) => pair("`{a}` is on the network `{b}`", "`{a}` está en la red `{b}`"),
        (EdgeKind::Secret | EdgeKind::Config, _) => pair("`{a}` reads `{b}`", "`{a}` lee `{b}`"),
    };
    words.fill(&[("a", &edge.from.name), ("b", &edge.to.name), ("c", &edge.label)])
}

/// The short mark of an edge: when the dependent starts, or where a volume is mounted.
pub fn mark(edge: &Edge) -> Text {
    match (edge.kind, edge.condition) {
        (EdgeKind::DependsOn, Some(Condition::Healthy)) => pair("healthy", "sano").text(),
        (EdgeKind::DependsOn, Some(Condition::Completed)) => pair("finished", "terminado").text(),
        (EdgeKind::DependsOn, _) => pair("started", "arrancado").text(),
        _ => Text::same(edge.label.clone()),
    }
}

/// What a kind of node is called.
pub fn kind(kind: NodeKind) -> Pair {
    match kind {
        NodeKind::Service => pair("service", "servicio"),
        NodeKind::Volume => pair("volume", "volumen"),
        NodeKind::Network => pair("network", "red"),
        NodeKind::Secret => pair("secret", "secreto"),
        NodeKind::Config => pair("config", "configuración"),
    }
}

/// `one` or `many`; nothing for none.
fn count(number: usize, one: Pair, many: Pair) -> Option<Text> {
    match number {
        0 => None,
        1 => Some(one.text()),
        _ => Some(many.fill(&[("it", &number.to_string())])),
    }
}

/// Parts with commas between them.
fn join(parts: &[Text]) -> Text {
    let all = |pick: fn(&Text) -> &str| parts.iter().map(pick).collect::<Vec<_>>().join(", ");
    Text { en: all(|it| &it.en), es: all(|it| &it.es) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::graph::NodeId;

    #[test]
    fn an_edge_reads_as_a_sentence() {
        let edge = Edge {
            kind: EdgeKind::DependsOn,
            from: NodeId { kind: NodeKind::Service, name: "api".into() },
            to: NodeId { kind: NodeKind::Service, name: "db".into() },
            condition: Some(Condition::Healthy),
            label: String::new(),
        };
        assert_eq!(describe_edge(&edge).es, "`api` arranca cuando `db` está sano");
        assert_eq!(mark(&edge).en, "healthy");
    }
}
