//! Consistency of what can be said twice: scale and limits of a service, at its own level and below `deploy`.

use crate::compose::consistency::Check;
use crate::compose::value::{Data, Origin, Value};

/// `scale` and `deploy.replicas`, and names that only one container can have.
pub fn scale(check: &mut Check<'_>, key: &Origin) {
    let service = check.service;
    let (scale, replicas) = (service.get("scale"), service.at(&["deploy", "replicas"]));
    let differs = |it: &&Value| replicas.is_some_and(|other| other.data != it.data);
    if let Some(scale) = scale.filter(differs) {
        distinct(check, &scale.origin, "scale", "deploy.replicas");
    }
    for (value, attribute) in [(scale, "scale"), (replicas, "deploy.replicas")] {
        if value.is_some_and(|it| matches!(it.data, Data::Int(number) if number < 0)) {
            let message = format!("services.{}.{attribute}: must be greater than or equal to 0", check.name);
            check.report.error(value.map_or(key, |it| &it.origin), message);
        }
    }
    let count = scale.or(replicas);
    let several = count.is_some_and(|it| matches!(it.data, Data::Int(number) if number > 1));
    if let (true, Some(name)) = (several, service.get("container_name")) {
        // The two words stand the wrong way round in Compose too.
        let attribute = if scale.is_some() { "scale" } else { "deploy.replicas" };
        let service = check.name;
        let message =
            format!("services.{attribute}: can't set container_name and {service} as container name must be unique");
        check.refuse(&name.origin, &message);
    }
}

fn distinct(check: &mut Check<'_>, origin: &Origin, one: &str, other: &str) {
    let message = format!("services.{}: can't set distinct values on '{one}' and '{other}'", check.name);
    check.refuse(origin, &message);
}

/// Limits: an object of limits that leaves a value out contradicts the one beside it.
pub fn limits(check: &mut Check<'_>) {
    for (one, group, other) in [
        ("cpus", "limits", "cpus"),
        ("mem_limit", "limits", "memory"),
        ("mem_reservation", "reservations", "memory"),
        ("pids_limit", "limits", "pids"),
    ] {
        let Some(said) = check.service.get(one) else { continue };
        let Some(group_value) = check.service.at(&["deploy", "resources", group]) else { continue };
        let same = group_value.get(other).is_some_and(|it| equal(it, said));
        if !same {
            distinct(check, &said.origin, one, &format!("deploy.resources.{group}.{other}"));
        }
    }
}

fn equal(one: &Value, other: &Value) -> bool {
    one.data == other.data
}
