//! The typed project out of the resolved tree: what has a name in the model is read here, and everything stays beside it
//! as it was. A value of the wrong shape is a missing one; the schema has already said so.

use crate::compose::model::{
    Build, Condition, Dependency, HealthCheck, Mount, MountKind, Port, Project, Resource, Said, Service,
};
use crate::compose::value::{Data, Map, Origin, Value};
use crate::syntax::shell_words::split;
use indexmap::IndexMap;

/// The project that `model` says, after all phases; paths below `folder`, the project's, become relative again.
pub fn project(model: &Value, name: &str, folder: &str) -> Project {
    let services = entries(model, "services").map(|(name, key, value)| (name, service(key, value, folder)));
    Project {
        name: name.to_owned(),
        services: services.collect(),
        volumes: resources(model, "volumes"),
        networks: resources(model, "networks"),
        secrets: resources(model, "secrets"),
        configs: resources(model, "configs"),
    }
}

/// The entries of the map at `key`: name, place of the key, value.
fn entries<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = (String, &'a Origin, &'a Value)> {
    let map: Option<&Map> = value.get(key).and_then(Value::as_map);
    map.into_iter().flatten().map(|(name, it)| (name.to_string(), &it.key, &it.value))
}

/// The items of the list at `key`.
fn items<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).and_then(Value::as_list).unwrap_or_default()
}

/// The top-level resources of a section.
fn resources(model: &Value, section: &str) -> IndexMap<String, Resource> {
    let resource = |(name, key, value): (String, &Origin, &Value)| {
        let external = value.get("external").is_some_and(|it| it.data == Data::Bool(true));
        (name, Resource { origin: key.clone(), external, value: value.clone() })
    };
    entries(model, section).map(resource).collect()
}

/// One service.
fn service(key: &Origin, value: &Value, folder: &str) -> Service {
    let names = |key: &str| items(value, key).iter().filter_map(|it| name_of(it, "source")).collect();
    Service {
        origin: key.clone(),
        image: text(value, "image"),
        build: value.get("build").map(|it| build(it, folder)),
        container_name: text(value, "container_name"),
        restart: text(value, "restart"),
        command: words(value, "command"),
        entrypoint: words(value, "entrypoint"),
        ports: items(value, "ports").iter().flat_map(ports).collect(),
        mounts: items(value, "volumes").iter().map(|it| said(it, mount(it, folder))).collect(),
        networks: entries(value, "networks").map(|(name, key, _)| (name, key.clone())).collect(),
        network_mode: text(value, "network_mode"),
        depends_on: entries(value, "depends_on").map(|(name, key, it)| (name, dependency(key, it))).collect(),
        environment: environment(value),
        env_files: items(value, "env_file").iter().filter_map(|it| name_of(it, "path")).collect(),
        healthcheck: value.get("healthcheck").map(health_check),
        secrets: names("secrets"),
        configs: names("configs"),
        profiles: names("profiles"),
        replicas: value.get("scale").or(value.at(&["deploy", "replicas"])).and_then(number),
        value: value.clone(),
    }
}

/// `it`, said where `value` was.
fn said<T>(value: &Value, it: T) -> Said<T> {
    Said { value: it, origin: value.origin.clone() }
}

/// The words of a scalar; `None` for a collection and for nothing.
fn scalar(value: &Value) -> Option<String> {
    match &value.data {
        Data::Str(text) | Data::Time(text) => Some(text.to_string()),
        Data::Bool(it) => Some(it.to_string()),
        Data::Int(it) => Some(it.to_string()),
        Data::Uint(it) => Some(it.to_string()),
        Data::Float(it) => Some(it.to_string()),
        Data::Null | Data::List(_) | Data::Map(_) => None,
    }
}

/// The scalar at `key`.
fn text(value: &Value, key: &str) -> Option<Said<String>> {
    let value = value.get(key)?;
    scalar(value).map(|it| said(value, it))
}

/// The scalar at `key` without its place.
fn plain(value: &Value, key: &str) -> Option<String> {
    value.get(key).and_then(scalar)
}

/// A whole number.
fn number(value: &Value) -> Option<u64> {
    scalar(value)?.parse().ok()
}

/// A list of words, or a line that a shell would split.
fn words(value: &Value, key: &str) -> Option<Said<Vec<String>>> {
    let value = value.get(key)?;
    let words = match &value.data {
        Data::List(items) => items.iter().filter_map(scalar).collect(),
        Data::Str(line) => split(line).map_or_else(|| vec![line.to_string()], |it| it.words),
        _ => return None,
    };
    Some(said(value, words))
}

/// The name in a list item: the item itself, or what it says at `key`.
fn name_of(item: &Value, key: &str) -> Option<Said<String>> {
    let name = scalar(item).or_else(|| plain(item, key))?;
    Some(said(item, name))
}

/// `path` as seen from the project's folder, where it lies in it.
fn shown(path: &str, folder: &str) -> String {
    let inside = path.strip_prefix(folder.trim_end_matches('/')).filter(|_| folder.starts_with('/'));
    match inside {
        Some("") => ".".to_owned(),
        Some(rest) if rest.starts_with('/') => format!(".{rest}"),
        _ => path.to_owned(),
    }
}

/// `build` in its long form.
fn build(value: &Value, folder: &str) -> Build {
    let context = scalar(value).or_else(|| plain(value, "context")).unwrap_or_else(|| ".".to_owned());
    Build {
        origin: value.origin.clone(),
        context: shown(&context, folder),
        dockerfile: plain(value, "dockerfile").unwrap_or_else(|| "Dockerfile".to_owned()),
        target: plain(value, "target"),
        args: entries(value, "args").map(|(name, _, it)| (name, scalar(it))).collect(),
    }
}

/// The ports of an item in long form; a range of targets gives one for each.
fn ports(item: &Value) -> Vec<Said<Port>> {
    let target = plain(item, "target").unwrap_or_default();
    let (first, last) = target.split_once('-').unwrap_or((&target, &target));
    let (Ok(first), Ok(last)) = (first.parse::<u16>(), last.parse::<u16>()) else { return Vec::new() };
    let port = |target: u16| Port {
        target,
        published: plain(item, "published").filter(|it| !it.is_empty()),
        host_ip: plain(item, "host_ip").filter(|it| !it.is_empty()),
        protocol: plain(item, "protocol").unwrap_or_else(|| "tcp".to_owned()),
    };
    (first..=last).map(|it| said(item, port(it))).collect()
}

/// A mount in long form.
fn mount(item: &Value, folder: &str) -> Mount {
    let kind = match plain(item, "type").as_deref() {
        Some("volume") | None => MountKind::Volume,
        Some("bind") => MountKind::Bind,
        Some("tmpfs") => MountKind::Tmpfs,
        Some(_) => MountKind::Other,
    };
    let source = plain(item, "source").filter(|it| !it.is_empty());
    Mount {
        kind,
        source: source.map(|it| if kind == MountKind::Bind { shown(&it, folder) } else { it }),
        target: plain(item, "target").unwrap_or_default(),
        read_only: item.get("read_only").is_some_and(|it| it.data == Data::Bool(true)),
    }
}

/// An element of `depends_on`.
fn dependency(key: &Origin, value: &Value) -> Dependency {
    let is = |name: &str, usual: bool| value.get(name).map_or(usual, |it| it.data == Data::Bool(true));
    let condition = plain(value, "condition").and_then(|it| Condition::from_id(&it));
    Dependency {
        origin: key.clone(),
        condition: condition.unwrap_or(Condition::Started),
        restart: is("restart", false),
        required: is("required", true),
    }
}

/// `environment` in its map form, and in its list form where nothing made a map of it.
fn environment(value: &Value) -> IndexMap<String, Said<Option<String>>> {
    let listed = items(value, "environment").iter().filter_map(|it| {
        let line = scalar(it)?;
        let (name, text) = line.split_once('=').map_or((line.as_str(), None), |(name, text)| (name, Some(text)));
        Some((name.to_owned(), said(it, text.map(str::to_owned))))
    });
    let mapped = entries(value, "environment").map(|(name, _, it)| (name, said(it, scalar(it))));
    mapped.chain(listed).collect()
}

/// A health check.
fn health_check(value: &Value) -> HealthCheck {
    let test: Vec<String> = match value.get("test") {
        Some(it) => match scalar(it) {
            Some(line) => vec!["CMD-SHELL".to_owned(), line],
            None => it.as_list().unwrap_or_default().iter().filter_map(scalar).collect(),
        },
        None => Vec::new(),
    };
    let off = value.get("disable").is_some_and(|it| it.data == Data::Bool(true));
    HealthCheck {
        origin: value.origin.clone(),
        disabled: off || test.first().is_some_and(|it| it == "NONE"),
        test,
        interval: plain(value, "interval"),
        timeout: plain(value, "timeout"),
        start_period: plain(value, "start_period"),
        retries: value.get("retries").and_then(number),
    }
}
