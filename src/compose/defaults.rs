//! Phase "defaults": what Compose adds where a long syntax leaves it out.

use crate::compose::member;
use crate::compose::value::{Data, Map, Value};

/// Adds the defaults to the canonical `model`.
pub fn set_defaults(model: &mut Value) {
    for section in ["services", "jobs"] {
        let Some(services) = member::map_at(model, section) else { continue };
        for it in services.values_mut() {
            if let Some(service) = it.value.as_map_mut() {
                service_defaults(service);
            }
        }
    }
}

fn service_defaults(service: &mut Map) {
    if let Some(build) = service.get_mut("build") {
        let origin = build.value.origin.clone();
        if let Some(build) = build.value.as_map_mut() {
            member::put_new(build, "context", member::text(".", &origin));
        }
    }
    each_item(service, "secrets", secret_target);
    each_item(service, "ports", port);
    each_item(service, "volumes", bind);
    each_item(service, "gpus", device_count);
    let devices = service.get_mut("deploy").and_then(|it| member::map_at(&mut it.value, "resources"));
    let reservations = devices.and_then(|it| it.get_mut("reservations")?.value.as_map_mut());
    if let Some(reservations) = reservations {
        each_item(reservations, "devices", device_count);
    }
}

fn each_item(map: &mut Map, key: &str, set: impl Fn(&mut Map, &Value)) {
    let Some(list) = map.get_mut(key) else { return };
    for item in member::items_mut(&mut list.value) {
        let said = item.clone();
        if let Data::Map(map) = &mut item.data {
            set(map, &said);
        }
    }
}

fn secret_target(secret: &mut Map, said: &Value) {
    let Some(source) = said.get("source").and_then(Value::as_str) else { return };
    member::put_new(secret, "target", member::text(&format!("/run/secrets/{source}"), &said.origin));
}

fn port(port: &mut Map, said: &Value) {
    member::put_new(port, "protocol", member::text("tcp", &said.origin));
    member::put_new(port, "mode", member::text("ingress", &said.origin));
}

/// A folder that is not there is made, unless said otherwise.
fn bind(mount: &mut Map, said: &Value) {
    let Some(bind) = mount.get_mut("bind") else { return };
    if let Some(bind) = bind.value.as_map_mut() {
        member::put_new(bind, "create_host_path", member::flag(true, &said.origin));
    }
}

fn device_count(device: &mut Map, said: &Value) {
    if !device.contains_key("device_ids") {
        member::put_new(device, "count", member::text("all", &said.origin));
    }
}
