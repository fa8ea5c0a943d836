//! Warnings about what Docker Compose reads and then leaves to Swarm: it says so for each, whether or not the service runs.

use crate::compose::consistency::{items, members};
use crate::compose::go_format::{plain, quote};
use crate::compose::report::Report;
use crate::compose::shape_deploy::DEVICE_REQUEST;
use crate::compose::value::{Origin, Value};

/// What is said of an attribute that nothing else is known about.
const GENERIC: &str = "not honored by this runtime outside Swarm mode";

/// Attributes of `deploy` that only Swarm honors.
const DEPLOY: [(&str, &str); 6] = [
    ("mode", "deploy.mode is only honored in Swarm mode"),
    ("labels", "deploy.labels are only applied to Swarm services"),
    ("update_config", "deploy.update_config only applies to rolling updates in Swarm mode"),
    ("rollback_config", "deploy.rollback_config only applies to rolling updates in Swarm mode"),
    ("endpoint_mode", "deploy.endpoint_mode only applies to Swarm's routing mesh"),
    ("placement", "deploy.placement is only honored by the Swarm scheduler"),
];

/// Attributes of top-level resources that only Swarm honors.
const RESOURCES: [(&str, &str, &str); 3] = [
    ("configs", "labels", "configs[].labels are only applied to Swarm config objects"),
    ("secrets", "driver_opts", "secrets[].driver_opts is only honored by Swarm secret drivers"),
    ("secrets", "labels", "secrets[].labels are only applied to Swarm secret objects"),
];

/// Warns about every such attribute of the normalized `model`.
pub fn warn(model: &Value, report: &mut Report) {
    let mut found: Vec<(String, String, &Origin)> = Vec::new();
    for (section, attribute, reason) in RESOURCES {
        for (name, it) in members(model.get(section)) {
            if let Some(value) = it.value.get(attribute) {
                let path = format!("{section}.{name}.{attribute}");
                found.push((String::new(), format!("{path}: {reason}"), &value.origin));
            }
        }
    }
    for (name, it) in members(model.get("services")) {
        let said = of_service(&it.value);
        found.extend(said.into_iter().map(|(message, origin)| (name.to_owned(), message, origin)));
    }
    found.sort_by(|a, b| (&a.0, &a.1).cmp(&(&b.0, &b.1)));
    for (service, message, origin) in found {
        let subject = if service.is_empty() { String::new() } else { format!("service {}: ", quote(&service)) };
        report.warn(origin, format!("{subject}{message}"));
    }
}

fn of_service(service: &Value) -> Vec<(String, &Origin)> {
    let mut found = Vec::new();
    for (attribute, reason) in DEPLOY {
        if let Some(it) = service.at(&["deploy", attribute]) {
            found.push((format!("deploy.{attribute}: {reason}"), &it.origin));
        }
    }
    if let Some(it) = service.get("credential_spec") {
        let reason = "credential_spec is only supported when running Windows containers under Swarm";
        found.push((format!("credential_spec: {reason}"), &it.origin));
    }
    for (option, it) in members(service.get("storage_opt")).filter(|(name, _)| !name.starts_with("x-")) {
        found.push((format!("storage_opt.{option}: {GENERIC}"), &it.key));
    }
    for device in items(service.get("gpus")) {
        for (name, it) in members(Some(device)).filter(|(name, _)| !name.starts_with("x-")) {
            if !DEVICE_REQUEST.attributes().any(|it| it.name == name) {
                found.push((format!("gpus.[].{name}: {GENERIC}"), &it.key));
            }
        }
    }
    of_lists(service, &mut found);
    found
}

fn of_lists<'a>(service: &'a Value, found: &mut Vec<(String, &'a Origin)>) {
    let shown = |it: Option<&Value>| it.map_or_else(|| "<nil>".to_owned(), |it| plain(&it.data));
    for port in items(service.get("ports")) {
        if port.get("mode").and_then(Value::as_str) == Some("host") {
            let (target, protocol) = (shown(port.get("target")), shown(port.get("protocol")));
            let reason = "ports[].mode: host is only honored by the Swarm routing mesh";
            found.push((format!("ports[{target}/{protocol}].mode: {reason}"), &port.origin));
        }
    }
    for mount in items(service.get("volumes")) {
        if mount.get("type").and_then(Value::as_str) == Some("cluster") {
            let reason = "volumes[].type: cluster (CSI) volumes are only supported in Swarm mode";
            found.push((format!("volumes[{}].type: {reason}", shown(mount.get("source"))), &mount.origin));
        }
    }
    for kind in ["configs", "secrets"] {
        for mount in items(service.get(kind)) {
            let source = mount.get("source").and_then(Value::as_str).filter(|it| !it.is_empty());
            let source = source.unwrap_or("(anonymous)");
            for attribute in ["uid", "gid", "mode"] {
                if let Some(it) = mount.get(attribute) {
                    let reason = format!("{attribute} is not supported outside Swarm mode and will be ignored");
                    found.push((format!("{kind}.{source}.{attribute}: {reason}"), &it.origin));
                }
            }
        }
    }
}
