//! The stack as a Mermaid flowchart: services, what they wait for, the volumes they keep, and where the host reaches them.
//! Nodes have numbers for ids and their names as quoted labels, because a service may be called `end`.

use crate::compose::model::{Condition, MountKind, Port, Project, Service};
use crate::export::words;
use crate::text::words::Lang;
use std::fmt::Write;

/// The flowchart, without a fence.
pub fn flowchart(project: &Project, lang: Lang) -> String {
    let mut text = String::from("flowchart LR\n");
    for (index, (name, service)) in project.services.iter().enumerate() {
        let detail = source(service, lang);
        let _ = writeln!(text, "  s{index}[\"{}<br/>{}\"]", label(name), label(&detail));
    }
    for (index, name) in project.volumes.keys().enumerate() {
        let _ = writeln!(text, "  v{index}[(\"{}\")]", label(name));
    }
    ports(project, &mut text);
    dependencies(project, lang, &mut text);
    mounts(project, &mut text);
    networks(project, &mut text);
    text
}

/// Published ports as rounded nodes that point at their service.
fn ports(project: &Project, text: &mut String) {
    let published = project
        .services
        .values()
        .enumerate()
        .flat_map(|(index, it)| it.ports.iter().map(move |port| (index, &port.value)));
    for (number, (service, port)) in published.filter(|(_, it)| it.published.is_some()).enumerate() {
        let _ = writeln!(text, "  p{number}([\"{}\"]) --> s{service}", label(&host_address(port)));
    }
}

/// `host:port` at which the host reaches a port.
pub fn host_address(port: &Port) -> String {
    let host = port.host_ip.as_deref().unwrap_or("0.0.0.0");
    let host = if host.contains(':') { format!("[{host}]") } else { host.to_owned() };
    let protocol = if port.protocol == "tcp" { String::new() } else { format!("/{}", port.protocol) };
    format!("{host}:{}{protocol}", port.published.as_deref().unwrap_or_default())
}

/// Arrows from a service to what it waits for.
fn dependencies(project: &Project, lang: Lang, text: &mut String) {
    for (index, service) in project.services.values().enumerate() {
        for (other, dependency) in &service.depends_on {
            let Some(target) = project.services.get_index_of(other) else { continue };
            let words = match dependency.condition {
                Condition::Started => words::EDGE_STARTED,
                Condition::Healthy => words::EDGE_HEALTHY,
                Condition::Completed => words::EDGE_COMPLETED,
            };
            let _ = writeln!(text, "  s{index} -->|\"{}\"| s{target}", words.get(lang));
        }
    }
}

/// Dotted lines from a service to its named volumes.
fn mounts(project: &Project, text: &mut String) {
    for (index, service) in project.services.values().enumerate() {
        for mount in service.mounts.iter().map(|it| &it.value).filter(|it| it.kind == MountKind::Volume) {
            let volume = mount.source.as_deref().and_then(|it| project.volumes.get_index_of(it));
            if let Some(volume) = volume {
                let _ = writeln!(text, "  s{index} -.->|\"{}\"| v{volume}", label(&mount.target));
            }
        }
    }
}

/// Networks, where there are several: with one, every service can talk to every other, and lines would say nothing.
fn networks(project: &Project, text: &mut String) {
    if project.networks.len() < 2 {
        return;
    }
    for (number, name) in project.networks.keys().enumerate() {
        let _ = writeln!(text, "  n{number}{{{{\"{}\"}}}}", label(name));
        for (index, _) in project.services.values().enumerate().filter(|(_, it)| it.networks.contains_key(name)) {
            let _ = writeln!(text, "  s{index} --- n{number}");
        }
    }
}

/// The second line of a service's label.
fn source(service: &Service, lang: Lang) -> String {
    match (&service.build, &service.image) {
        (Some(build), _) => words::BUILT_FROM.fill(&[("context", &build.context)]).get(lang).to_owned(),
        (None, Some(image)) => image.value.clone(),
        (None, None) => String::new(),
    }
}

/// `text` inside a quoted label: what Mermaid would read as markup becomes its entity codes.
fn label(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for it in text.chars() {
        match it {
            '"' => safe.push_str("#quot;"),
            '#' | '&' | '<' | '>' | '`' | ';' | '%' => {
                let _ = write!(safe, "#{};", u32::from(it));
            }
            '\n' | '\r' | '\t' => safe.push(' '),
            _ => safe.push(it),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_only_words() {
        assert_eq!(label("a \"b\" <i>#1;\n`x`"), "a #quot;b#quot; #60;i#62;#35;1#59; #96;x#96;");
        assert_eq!(label("señal-1.2:3/x"), "señal-1.2:3/x");
    }

    #[test]
    fn addresses() {
        let port = |host_ip: Option<&str>| Port {
            target: 80,
            published: Some("8080".to_owned()),
            host_ip: host_ip.map(str::to_owned),
            protocol: "tcp".to_owned(),
        };
        assert_eq!(host_address(&port(None)), "0.0.0.0:8080");
        assert_eq!(host_address(&port(Some("::1"))), "[::1]:8080");
    }
}
