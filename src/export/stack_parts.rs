//! Ports, volumes and networks of the stack document.

use crate::catalog::images::data_paths;
use crate::compose::model::{Mount, MountKind, Port, Resource, Service};
use crate::export::markdown::{Markdown, code, codes};
use crate::export::mermaid::host_address;
use crate::export::stack_document::Source;
use crate::export::stack_services::known;
use crate::export::start_order::is_one_shot;
use crate::export::words;

/// Ports: published ones, and those that the images are known to listen at.
pub fn ports(source: &Source<'_>, text: &mut Markdown) {
    text.heading(2, source.say(words::PORTS));
    let mut rows = Vec::new();
    for (name, service) in &source.project.services {
        rows.extend(service.ports.iter().map(|it| published(name, &it.value, source)));
        let running = known(service).filter(|_| !is_one_shot(name, source.project));
        let unpublished = running.map_or(&[][..], |it| &it.ports);
        let unpublished =
            unpublished.iter().filter(|it| !service.ports.iter().any(|other| other.value.target == it.port));
        rows.extend(unpublished.map(|it| {
            let target = format!("{} ({})", code(&it.port.to_string()), it.role);
            vec![code(name), target, String::new(), source.say(words::REACH_SERVICES).to_owned()]
        }));
    }
    if rows.is_empty() {
        text.paragraph(source.say(words::NO_PORTS));
    }
    text.table(&[words::SERVICE, words::IN_CONTAINER, words::ON_HOST, words::WHO].map(|it| source.say(it)), &rows);
}

/// The row of a published port.
fn published(name: &str, port: &Port, source: &Source<'_>) -> Vec<String> {
    let protocol = if port.protocol == "tcp" { String::new() } else { format!("/{}", port.protocol) };
    let host =
        if port.published.is_some() { code(&host_address(port)) } else { source.say(words::ANY_PORT).to_owned() };
    vec![code(name), code(&format!("{}{protocol}", port.target)), host, reach(port, source)]
}

/// Who reaches a published port.
fn reach(port: &Port, source: &Source<'_>) -> String {
    match port.host_ip.as_deref() {
        None | Some("0.0.0.0" | "::") => source.say(words::REACH_ALL).to_owned(),
        Some(_) if is_loopback(port) => source.say(words::REACH_HOST).to_owned(),
        Some(address) => source.fill(words::REACH_ADDRESS, &[("address", &code(address))]),
    }
}

/// Whether only the host itself reaches a port.
pub fn is_loopback(port: &Port) -> bool {
    port.host_ip.as_deref().is_some_and(|it| it.starts_with("127.") || it == "::1")
}

/// Named volumes with what lives in them, and paths of the host.
pub fn volumes(source: &Source<'_>, text: &mut Markdown) {
    text.heading(2, source.say(words::VOLUMES));
    let rows: Vec<Vec<String>> =
        source.project.volumes.iter().flat_map(|(name, it)| volume(name, it, source)).collect();
    if rows.is_empty() {
        text.paragraph(source.say(words::NO_VOLUMES));
    } else {
        text.paragraph(source.say(words::NAMED_VOLUMES));
    }
    let head = [words::VOLUME, words::SERVICE, words::MOUNTED_AT, words::ACCESS, words::HOLDS];
    text.table(&head.map(|it| source.say(it)), &rows);
    let bound =
        source.project.services.iter().flat_map(|(name, it)| it.mounts.iter().map(move |mount| (name, &mount.value)));
    let rows: Vec<Vec<String>> = bound
        .filter(|(_, it)| it.kind == MountKind::Bind)
        .map(|(name, it)| {
            vec![code(it.source.as_deref().unwrap_or_default()), code(name), code(&it.target), access(it, source)]
        })
        .collect();
    if !rows.is_empty() {
        text.paragraph(source.say(words::HOST_PATHS));
    }
    let head = [words::HOST_PATH, words::SERVICE, words::MOUNTED_AT, words::ACCESS];
    text.table(&head.map(|it| source.say(it)), &rows);
}

/// The rows of a volume, one a mount.
fn volume(name: &str, volume: &Resource, source: &Source<'_>) -> Vec<Vec<String>> {
    let outside = if volume.external { source.say(words::EXTERNAL) } else { "" };
    let mut rows = Vec::new();
    for (service_name, service) in &source.project.services {
        let mounts = service.mounts.iter().map(|it| &it.value).filter(|it| it.source.as_deref() == Some(name));
        rows.extend(mounts.filter(|it| it.kind == MountKind::Volume).map(|mount| {
            let holds = holds(service, mount, source).unwrap_or_else(|| outside.to_owned());
            vec![code(name), code(service_name), code(&mount.target), access(mount, source), holds]
        }));
    }
    if rows.is_empty() {
        rows.push(vec![code(name), String::new(), String::new(), String::new(), outside.to_owned()]);
    }
    rows
}

/// What the catalogue says lives at a mount.
fn holds(service: &Service, mount: &Mount, source: &Source<'_>) -> Option<String> {
    let reference = &service.image.as_ref()?.value;
    let index = data_paths(reference).iter().position(|it| *it == mount.target)?;
    known(service)?.data.get(index).map(|it| it.holds.get(source.lang).to_owned())
}

/// Whether a mount can be written.
fn access(mount: &Mount, source: &Source<'_>) -> String {
    source.say(if mount.read_only { words::READ_ONLY } else { words::READ_WRITE }).to_owned()
}

/// Networks and who is in them.
pub fn networks(source: &Source<'_>, text: &mut Markdown) {
    text.heading(2, source.say(words::NETWORKS));
    text.paragraph(source.say(words::NETWORKS_SAY));
    let row = |(name, network): (&String, &Resource)| {
        let members =
            source.project.services.iter().filter(|(_, it)| it.networks.contains_key(name)).map(|(name, _)| name);
        let note = match (network.external, name.as_str()) {
            (true, _) => source.say(words::EXTERNAL),
            (false, "default") => source.say(words::DEFAULT_NETWORK),
            _ => "",
        };
        let shown = if note.is_empty() { code(name) } else { format!("{} ({note})", code(name)) };
        vec![shown, codes(members)]
    };
    let rows: Vec<Vec<String>> = source.project.networks.iter().map(row).collect();
    text.table(&[words::NETWORK, words::MEMBERS].map(|it| source.say(it)), &rows);
}
