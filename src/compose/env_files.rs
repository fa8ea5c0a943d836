//! Phase "env files": variables of `env_file` and labels of `label_file` join what the service says itself.

use crate::compose::environment::{Environment, Fault, Variable, expand, expand_after};
use crate::compose::member;
use crate::compose::natural_order::sorted;
use crate::compose::report::Report;
use crate::compose::shape_project::service_order;
use crate::compose::source::{Lookup, Source, relative};
use crate::compose::value::{Data, FileId, Map, Member, Origin, Value};
use crate::text::span::Span;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where files come from and what variables they see.
pub struct Files<'a> {
    /// The look-up.
    pub source: &'a Source<'a>,
    /// The folder that looked-up paths are relative to.
    pub working_dir: &'a str,
    /// The project's variables.
    pub environment: &'a Environment,
}

/// A value of a file and its place.
type Found = BTreeMap<String, Value>;

impl Files<'_> {
    /// Reads the `env_file`s of every service in `services`, and drops the attribute.
    pub fn resolve_environment(&self, services: &mut Map, report: &mut Report) {
        for it in services.values_mut() {
            if let Some(service) = it.value.as_map_mut() {
                self.environment_of(service, report);
            }
        }
    }

    /// Reads the `label_file`s of every service in `services`.
    pub fn resolve_labels(&self, services: &mut Map, report: &mut Report) {
        for it in services.values_mut() {
            if let Some(service) = it.value.as_map_mut() {
                self.labels_of(service, report);
            }
        }
    }

    fn environment_of(&self, service: &mut Map, report: &mut Report) {
        let mut own = take_map(service, "environment");
        for (name, it) in &mut own {
            if let (Data::Null, Some(value)) = (&it.value.data, self.environment.get(&**name)) {
                it.value = member::text(value, &it.value.origin);
            }
        }
        let mut found: Found = BTreeMap::new();
        for (name, it) in &own {
            if it.value.as_str().is_some() {
                found.insert(name.to_string(), it.value.clone());
            }
        }
        let files = service.shift_remove("env_file").map(|it| it.value);
        for file in files.as_ref().and_then(Value::as_list).unwrap_or_default() {
            self.env_file(file, &own, &mut found, report);
        }
        put_map(service, "environment", found, own);
    }

    fn env_file(&self, file: &Value, own: &Map, found: &mut Found, report: &mut Report) {
        let path = file.get("path").and_then(Value::as_str).unwrap_or_default();
        let required = file.get("required").is_none_or(|it| it.data != Data::Bool(false));
        let format = file.get("format").and_then(Value::as_str).unwrap_or_default();
        let Some((text, id)) = self.read(path, "env file", required, &file.origin, report) else { return };
        let known = found.clone();
        let said = |it: Option<&Value>| it.and_then(Value::as_str).map(str::to_owned);
        let lookup = |name: &str| {
            let outside = self.environment.get(name).cloned();
            outside.or_else(|| said(own.get(name).map(|it| &it.value)))
        };
        let before = |name: &str| said(known.get(name));
        let variables = match format {
            "" | ".env" => {
                let read = expand_after(&text, id, &lookup, &before, report);
                read.map_err(|it| (it.origin, format!("failed to read {path}: {}", it.message)))
            }
            "raw" => raw(&text, id, &lookup)
                .map_err(|it| (it.origin, format!("failed to parse env_file {path}: {}", it.message))),
            _ => Err((file.origin.clone(), format!("unsupported env_file format \"{format}\""))),
        };
        match variables {
            Ok(variables) => {
                found.extend(variables.into_iter().map(|it| (it.name, member::text(&it.value, &it.origin))));
            }
            Err((origin, message)) => report.error(&origin, message),
        }
    }

    fn labels_of(&self, service: &mut Map, report: &mut Report) {
        let files = service.get("label_file").map(|it| it.value.clone());
        let mut found: Found = BTreeMap::new();
        for file in files.as_ref().and_then(Value::as_list).unwrap_or_default() {
            let Some(path) = file.as_str() else { continue };
            let Some((text, id)) = self.read(path, "label file", true, &file.origin, report) else { continue };
            let known = found.clone();
            let lookup = |name: &str| known.get(name).and_then(Value::as_str).map(str::to_owned);
            match expand(&text, id, &lookup, report) {
                Ok(labels) => found.extend(labels.into_iter().map(|it| (it.name, member::text(&it.value, &it.origin)))),
                Err(fault) => report.error(&fault.origin, format!("failed to read {path}: {}", fault.message)),
            }
        }
        if files.is_some() {
            let own = take_map(service, "labels");
            put_map(service, "labels", found, own);
        }
    }

    fn read(
        &self,
        path: &str,
        kind: &str,
        required: bool,
        origin: &Origin,
        report: &mut Report,
    ) -> Option<(String, FileId)> {
        let name = relative(self.working_dir, path);
        let found = if path.is_empty() { Lookup::Missing } else { (self.source)(&name) };
        match found {
            Lookup::File(bytes) => Some((String::from_utf8_lossy(&bytes).into_owned(), report.file(&name))),
            Lookup::Folder => {
                report.error(origin, format!("failed to read {path}: read {path}: is a directory"));
                None
            }
            Lookup::Missing => {
                if required {
                    let message = format!("{kind} {path} not found: stat {path}: no such file or directory");
                    report.error(origin, message);
                }
                None
            }
        }
    }
}

fn take_map(service: &mut Map, key: &str) -> Map {
    let map = service.get_mut(key).and_then(|it| it.value.as_map_mut());
    map.map(std::mem::take).unwrap_or_default()
}

/// What the service says wins over what files say, also where it says nothing but the name.
fn put_map(service: &mut Map, key: &str, found: Found, own: Map) {
    let mut all: Map =
        found.into_iter().map(|(name, value)| (Arc::from(name), Member { key: value.origin.clone(), value })).collect();
    all.extend(own);
    if all.is_empty() {
        service.shift_remove(key);
        return;
    }
    let all = sorted(all);
    if let Some(it) = service.get_mut(key) {
        it.value.data = Data::Map(all);
    } else {
        let origin = all.values().next().map_or_else(Origin::none, |it| it.key.clone());
        insert_in_order(service, key, Value::new(Data::Map(all), origin));
    }
}

/// Puts an attribute where the shape of a service has it.
fn insert_in_order(service: &mut Map, key: &str, value: Value) {
    let order: Vec<&str> = service_order().collect();
    let rank = |name: &str| order.iter().position(|it| *it == name).unwrap_or(order.len());
    let at = service.keys().position(|name| rank(name) > rank(key)).unwrap_or(service.len());
    service.shift_insert(at, Arc::from(key), member::member(value));
}

/// The format `raw`: nothing is expanded, nothing quoted.
fn raw(text: &str, file: FileId, lookup: &dyn Fn(&str) -> Option<String>) -> Result<Vec<Variable>, Fault> {
    let mut variables = Vec::new();
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let (start, whole) = (offset, line.trim_end_matches(['\n', '\r']));
        offset += line.len();
        let said = whole.trim_start_matches([' ', '\t', '\u{feff}']);
        if said.is_empty() || said.starts_with('#') {
            continue;
        }
        let (name, value) = said.split_once('=').map_or((said, None), |(name, value)| (name, Some(value)));
        let origin = Origin::new(file, Span::new(start, start + whole.len()));
        if name.is_empty() {
            return Err(Fault { message: format!("no variable name on line '{said}'"), origin });
        }
        if name.contains([' ', '\t']) {
            return Err(Fault { message: format!("variable '{name}' contains whitespaces"), origin });
        }
        if let Some(value) = value.map(str::to_owned).or_else(|| lookup(name)) {
            variables.push(Variable { name: name.to_owned(), value, origin });
        }
    }
    Ok(variables)
}
