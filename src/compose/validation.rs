//! Phase "validation": rules between the attributes of one element, which the schema cannot say.

use crate::compose::go_format::plain;
use crate::compose::port::is_ip;
use crate::compose::report::Report;
use crate::compose::value::{Data, Map, Value};

/// Checks the canonical `model`.
pub fn validate(model: &Value, report: &mut Report) {
    for (section, check) in [("services", service as Check), ("jobs", service), ("volumes", volume)] {
        each(model, section, |name, value| check(&format!("{section}.{name}"), value, report));
    }
    let secret = ["file", "environment"];
    let config = ["file", "environment", "content"];
    each(model, "configs", |name, value| file_object(&format!("configs.{name}"), value, &config, report));
    each(model, "secrets", |name, value| file_object(&format!("secrets.{name}"), value, &secret, report));
}

type Check = fn(&str, &Value, &mut Report);

fn each(model: &Value, section: &str, mut check: impl FnMut(&str, &Value)) {
    for (name, it) in model.get(section).and_then(Value::as_map).into_iter().flatten() {
        check(name, &it.value);
    }
}

/// An external volume is made by someone else: nothing about its making can be said here.
fn volume(path: &str, volume: &Value, report: &mut Report) {
    let Some(attributes) = volume.as_map() else { return };
    let Some(external) = attributes.get("external") else { return };
    if external.value.data == Data::Bool(false) {
        return;
    }
    for (name, it) in attributes {
        if !matches!(&**name, "name" | "external") && !name.starts_with("x-") {
            let message = format!("{path}: conflicting parameters \"external\" and \"{name}\" specified");
            report.error(&it.key, message);
        }
    }
}

/// A config or secret comes from one of `keys`.
fn file_object(path: &str, value: &Value, keys: &[&str], report: &mut Report) {
    let empty = Map::new();
    let attributes = value.as_map().unwrap_or(&empty);
    match keys.iter().filter(|it| attributes.contains_key(**it)).count() {
        0 if !attributes.contains_key("driver") && !attributes.contains_key("external") => {
            report.error(&value.origin, format!("{path}: one of {} must be set", keys.join("|")));
        }
        0 | 1 => {}
        _ => {
            report.error(&value.origin, format!("{path}: {} attributes are mutually exclusive", keys.join("|")));
        }
    }
}

fn service(path: &str, service: &Value, report: &mut Report) {
    for port in items(service.get("ports")) {
        if let Some(ip) = port.get("host_ip").filter(|it| !it.as_str().is_some_and(is_ip)) {
            report.error(&ip.origin, format!("{path}.ports.[]: invalid ip address: {}", plain(&ip.data)));
        }
    }
    for watch in items(service.at(&["develop", "watch"])) {
        if let Some(blank) = watch.get("path").filter(|it| it.as_str() == Some("")) {
            report.error(&blank.origin, format!("{path}.develop.watch.[].path: value can't be blank"));
        }
    }
    let reserved = service.at(&["deploy", "resources", "reservations", "devices"]);
    devices(&format!("{path}.deploy.resources.reservations.devices"), reserved, report);
    devices(&format!("{path}.gpus"), service.get("gpus"), report);
}

fn items(list: Option<&Value>) -> &[Value] {
    list.and_then(Value::as_list).unwrap_or_default()
}

fn devices(path: &str, list: Option<&Value>, report: &mut Report) {
    for device in items(list) {
        if device.get("count").is_some() && device.get("device_ids").is_some() {
            let message = format!("{path}.[]: \"count\" and \"device_ids\" attributes are exclusive");
            report.error(&device.origin, message);
        }
    }
}
