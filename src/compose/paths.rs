//! Phase "paths": what names a file of the host becomes an absolute path. URLs and remote build contexts stay, and so do
//! absolute paths of Windows.

use crate::compose::member;
use crate::compose::mount::clean;
use crate::compose::report::Report;
use crate::compose::value::{Map, Value};

/// Where relative paths begin.
#[derive(Clone, Copy, Debug)]
pub struct Base<'a> {
    /// The absolute folder; a relative one keeps paths relative to where that is.
    pub folder: &'a str,
    /// What `~` stands for; `None` leaves it.
    pub home: Option<&'a str>,
}

/// Makes every path of the canonical `model` absolute.
pub fn resolve_paths(model: &mut Value, base: Base<'_>, report: &mut Report) {
    for section in ["services", "jobs"] {
        let Some(services) = member::map_at(model, section) else { continue };
        for it in services.values_mut() {
            if let Some(service) = it.value.as_map_mut() {
                service_paths(service, base, report);
            }
        }
    }
    for section in ["configs", "secrets"] {
        for it in member::map_at(model, section).into_iter().flat_map(Map::values_mut) {
            if let Some(resource) = it.value.as_map_mut() {
                at(resource, "file", |text| maybe_unix(text, base));
            }
        }
    }
    for it in member::map_at(model, "volumes").into_iter().flat_map(Map::values_mut) {
        volume_device(&mut it.value, base);
    }
}

/// The paths of one container: a service, a job or a hook.
fn service_paths(service: &mut Map, base: Base<'_>, report: &mut Report) {
    if let Some(build) = service.get_mut("build").and_then(|it| it.value.as_map_mut()) {
        at(build, "context", |text| context(text, base));
        if let Some(contexts) = build.get_mut("additional_contexts").and_then(|it| it.value.as_map_mut()) {
            let names: Vec<_> = contexts.keys().cloned().collect();
            for name in &names {
                at(contexts, name, |text| context(text, base));
            }
        }
    }
    for item in items(service, "env_file") {
        if let Some(map) = item.as_map_mut() {
            at(map, "path", |text| absolute(text, base));
        }
    }
    for item in items(service, "label_file") {
        replace(item, |text| absolute(text, base));
    }
    if let Some(extends) = service.get_mut("extends").and_then(|it| it.value.as_map_mut()) {
        at(extends, "file", |text| absolute(text, base));
    }
    if let Some(develop) = service.get_mut("develop").and_then(|it| it.value.as_map_mut()) {
        for item in items(develop, "watch") {
            if let Some(map) = item.as_map_mut() {
                at(map, "path", |text| absolute(text, base));
            }
        }
    }
    for item in items(service, "volumes") {
        mount_source(item, base, report);
    }
    for hook in items(service, "pre_start") {
        if let Some(hook) = hook.as_map_mut() {
            service_paths(hook, base, report);
        }
    }
}

fn items<'a>(map: &'a mut Map, key: &str) -> &'a mut [Value] {
    map.get_mut(key).map(|it| member::items_mut(&mut it.value)).unwrap_or_default()
}

fn at(map: &mut Map, key: &str, resolve: impl Fn(&str) -> String) {
    if let Some(it) = map.get_mut(key) {
        replace(&mut it.value, resolve);
    }
}

fn replace(value: &mut Value, resolve: impl Fn(&str) -> String) {
    if let Some(text) = value.as_str() {
        let resolved = resolve(text);
        if resolved != text {
            *value = member::text(&resolved, &value.origin);
        }
    }
}

fn mount_source(mount: &mut Value, base: Base<'_>, report: &mut Report) {
    let origin = mount.origin.clone();
    if mount.get("type").and_then(Value::as_str) != Some("bind") {
        return;
    }
    let Some(map) = mount.as_map_mut() else { return };
    if map.contains_key("source") {
        at(map, "source", |text| maybe_unix(text, base));
    } else {
        report.error(&origin, "invalid mount config for type \"bind\": field Source must not be empty");
    }
}

/// `driver: local` with `o: bind` is a folder of the host in the clothes of a volume.
fn volume_device(volume: &mut Value, base: Base<'_>) {
    let local = volume.get("driver").and_then(Value::as_str) == Some("local");
    let bind = volume.at(&["driver_opts", "o"]).and_then(Value::as_str) == Some("bind");
    if !local || !bind {
        return;
    }
    if let Some(options) = member::map_at(volume, "driver_opts") {
        at(options, "device", |text| maybe_unix(text, base));
    }
}

/// `text` as an absolute path; nothing stays nothing.
pub fn absolute(text: &str, base: Base<'_>) -> String {
    let text = expand_home(text, base.home);
    if text.is_empty() || text.starts_with('/') {
        return text;
    }
    join(base.folder, &text)
}

/// Go's `filepath.Join`.
pub fn join(folder: &str, path: &str) -> String {
    if folder.is_empty() { clean(path) } else { clean(&format!("{folder}/{path}")) }
}

fn expand_home(text: &str, home: Option<&str>) -> String {
    match (text.strip_prefix('~'), home) {
        (Some(rest), Some(home)) => join(home, rest),
        _ => text.to_owned(),
    }
}

/// As `absolute`, but an absolute path of Windows stays.
fn maybe_unix(text: &str, base: Base<'_>) -> String {
    let expanded = expand_home(text, base.home);
    if expanded.starts_with('/') || is_windows_absolute(&expanded) {
        return expanded;
    }
    join(base.folder, &expanded)
}

/// A build context: a folder, or what is not on this host.
fn context(text: &str, base: Base<'_>) -> String {
    if text.contains("://") || text.starts_with("service:") || is_remote(text) {
        return text.to_owned();
    }
    absolute(text, base)
}

/// Whether a build context is a repository that a builder fetches.
pub fn is_remote(text: &str) -> bool {
    let prefixes = ["https://", "http://", "git://", "ssh://", "github.com/", "git@"];
    prefixes.iter().any(|it| text.starts_with(it))
}

/// `C:\x`, `C:/x`, and whatever begins with two slashes: `\\host\share`, `\\.\pipe\x`.
pub fn is_windows_absolute(text: &str) -> bool {
    let slash = |it: Option<&u8>| matches!(it, Some(b'\\' | b'/'));
    match text.as_bytes() {
        [_, b':', rest @ ..] => slash(rest.first()),
        [first, second, ..] => slash(Some(first)) && slash(Some(second)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: Base<'_> = Base { folder: "/work/shop", home: Some("/home/ana") };

    #[test]
    fn paths_of_the_host() {
        for (given, expected) in
            [("./a/../b", "/work/shop/b"), ("~/x", "/home/ana/x"), ("~", "/home/ana"), ("/a/../b", "/a/../b"), ("", "")]
        {
            assert_eq!(absolute(given, BASE), expected, "{given}");
        }
        assert_eq!(maybe_unix(r"C:\data", BASE), r"C:\data");
        assert_eq!(maybe_unix(r"\\host\share", BASE), r"\\host\share");
        assert_eq!(maybe_unix("C:data", BASE), "/work/shop/C:data");
    }

    #[test]
    fn contexts_elsewhere_stay() {
        for stays in
            ["https://x/y.git", "git@github.com:x/y", "service:base", "docker-image://alpine", "github.com/x/y"]
        {
            assert_eq!(context(stays, BASE), stays);
        }
        assert_eq!(context("web", BASE), "/work/shop/web");
    }
}
