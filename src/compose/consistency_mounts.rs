//! Consistency of what a service mounts and watches.

use crate::compose::consistency::{Check, items};
use crate::compose::value::Value;
use std::collections::BTreeMap;

/// A rebuild needs no target, everything else does.
pub fn watch(check: &mut Check<'_>) {
    for rule in items(check.service.at(&["develop", "watch"])) {
        let text = |attribute: &str| rule.get(attribute).and_then(Value::as_str).unwrap_or_default();
        if !matches!(text("action"), "rebuild" | "restart") && text("target").is_empty() {
            let message = format!("services.{}.develop.watch: target is required for non-rebuild actions", check.name);
            check.refuse(&rule.origin, &message);
        }
    }
}

/// One path of the container is mounted once.
pub fn mounts(check: &mut Check<'_>) {
    let mut taken: BTreeMap<String, String> = BTreeMap::new();
    let service = check.service;
    let tmpfs = items(service.get("tmpfs")).iter().map(|it| ("tmpfs", it));
    let volumes = items(service.get("volumes")).iter().map(|it| ("volumes", it));
    let mut counts = BTreeMap::new();
    for (attribute, mount) in tmpfs.chain(volumes) {
        let at = counts.entry(attribute).or_insert(0_usize);
        let place = format!("services.{}.{attribute}[{at}]", check.name);
        *at += 1;
        let target = match attribute {
            "tmpfs" => mount.as_str().and_then(|it| it.split(':').next()),
            _ => mount.get("target").and_then(Value::as_str),
        };
        let target = target.unwrap_or_default().to_owned();
        match taken.get(&target) {
            Some(earlier) => {
                let message = format!("{place}: target {target} already mounted as {earlier}");
                check.report.error(&mount.origin, message);
            }
            None => drop(taken.insert(target, place)),
        }
    }
}
