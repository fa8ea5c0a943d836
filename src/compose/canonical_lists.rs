//! Short syntaxes of list items: `ports`, `volumes`, `devices`, `gpus`.

use crate::compose::canonical::Canonical;
use crate::compose::go_format::{plain, type_name};
use crate::compose::member;
use crate::compose::mount::{self, MountSpec};
use crate::compose::port::{self, PortSpec};
use crate::compose::value::{Data, Origin, Value};

/// `ports`: a short item may give several; where one cannot be read with variables unresolved, the list stays.
pub fn ports(phase: &mut Canonical<'_>, value: &mut Value, path: &str) {
    let Data::List(items) = &value.data else {
        return phase.refuse(value, format!("{path}: invalid type {} for port", type_name(&value.data)));
    };
    let mut ports = Vec::new();
    for item in items {
        match &item.data {
            Data::Int(_) | Data::Uint(_) | Data::Str(_) => match port::parse(&plain(&item.data)) {
                Ok(specs) => ports.extend(specs.iter().map(|it| port_value(it, &item.origin))),
                Err(_) if phase.lenient => return,
                Err(message) => phase.refuse(item, message),
            },
            Data::Map(_) => ports.push(item.clone()),
            _ => phase.refuse(item, format!("{path}: invalid type {} for port", type_name(&item.data))),
        }
    }
    value.data = Data::List(ports);
}

fn port_value(port: &PortSpec, origin: &Origin) -> Value {
    let text = |text: &str| member::text(text, origin);
    let target = member::int(i64::from(port.target), origin);
    let pairs = vec![
        ("mode", text("ingress")),
        ("host_ip", text(&port.host_ip)),
        ("target", target),
        ("published", text(&port.published)),
        ("protocol", text(&port.protocol)),
    ];
    let said = |value: &Value| !matches!(&value.data, Data::Str(it) if it.is_empty()) && value.data != Data::Int(0);
    member::map(pairs.into_iter().filter(|(_, it)| said(it)).collect(), origin)
}

/// `volumes` of a service.
pub fn volumes(phase: &mut Canonical<'_>, value: &mut Value, path: &str) {
    for item in member::items_mut(value) {
        match &item.data {
            Data::Map(_) => {}
            Data::Str(text) => match mount::parse(text) {
                Ok(spec) => *item = mount_value(&spec, &item.origin),
                Err(message) => phase.refuse_text(item, message),
            },
            _ => phase
                .refuse(item, format!("{path}.[]: invalid type {} for service volume mount", type_name(&item.data))),
        }
    }
}

fn mount_value(mount: &MountSpec, origin: &Origin) -> Value {
    let text = |text: &str| member::text(text, origin);
    let mut pairs = vec![("type", text(if mount.bind { "bind" } else { "volume" }))];
    if !mount.source.is_empty() {
        pairs.push(("source", text(&mount.source)));
    }
    pairs.push(("target", text(&mount.target)));
    if mount.read_only {
        pairs.push(("read_only", member::flag(true, origin)));
    }
    let mut bind = Vec::new();
    bind.extend(mount.selinux.map(|it| ("selinux", text(it))));
    bind.extend(mount.propagation.map(|it| ("propagation", text(it))));
    if mount.bind {
        bind.push(("create_host_path", member::flag(true, origin)));
    }
    if !bind.is_empty() {
        pairs.push(("bind", member::map(bind, origin)));
    }
    let no_copy = mount.no_copy.then(|| ("nocopy", member::flag(true, origin)));
    if no_copy.is_some() || !mount.bind && !mount.bare {
        pairs.push(("volume", member::map(no_copy.into_iter().collect(), origin)));
    }
    member::map(pairs, origin)
}

/// `devices`: `SOURCE[:TARGET[:PERMISSIONS]]`.
pub fn devices(phase: &mut Canonical<'_>, value: &mut Value, path: &str) {
    for item in member::items_mut(value) {
        match &item.data {
            Data::Map(_) => {}
            Data::Str(said) => {
                let parts: Vec<&str> = said.split(':').collect();
                let (source, target, permissions) = match parts.as_slice() {
                    [source] => (*source, *source, "rwm"),
                    [source, target] => (*source, *target, "rwm"),
                    [source, target, permissions] => (*source, *target, *permissions),
                    _ => {
                        let message = format!("confusing device mapping, please use long syntax: {said}");
                        phase.refuse_text(item, message);
                        ("", "", "rwm")
                    }
                };
                let target = if target.is_empty() { source } else { target };
                let pairs = [("source", source), ("target", target), ("permissions", permissions)];
                let pairs = pairs.map(|(key, it)| (key, member::text(it, &item.origin)));
                *item = member::map(pairs.to_vec(), &item.origin);
            }
            _ => phase
                .refuse(item, format!("{path}.[]: invalid type {} for service volume mount", type_name(&item.data))),
        }
    }
}

/// `gpus`: `all` is one request for all of them.
pub fn gpus(phase: &mut Canonical<'_>, value: &mut Value, path: &str) {
    match &value.data {
        Data::List(_) => {}
        Data::Str(_) => {
            let all = member::map(vec![("count", member::text("all", &value.origin))], &value.origin);
            *value = member::list(vec![all], &value.origin);
        }
        _ => phase.refuse(value, format!("{path}: invalid type {} for gpus", type_name(&value.data))),
    }
}
