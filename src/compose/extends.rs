//! `extends`: a service takes over what another says, in the same file or in one of its own.

use crate::compose::folder;
use crate::compose::go_format::quote;
use crate::compose::merge::merge_at;
use crate::compose::pipeline::{Loader, Scope};
use crate::compose::report::Report;
use crate::compose::reset::Resets;
use crate::compose::source::Lookup;
use crate::compose::value::{Data, Map, Member, Origin, Value};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A chain of services may have this many links.
const MAX_CHAIN: usize = 100;

/// Services of files that others extend, by the file, the folder that it is seen from and the variables.
pub type Bases = BTreeMap<(String, String, usize), Option<Base>>;

/// The services of a file, and what it takes back.
#[derive(Clone, Debug)]
pub struct Base {
    services: Map,
    resets: Resets,
}

/// The file whose services are extended.
pub struct Extending<'a> {
    /// Its absolute path.
    pub path: &'a str,
    /// What it shares with its model.
    pub scope: &'a Scope,
    /// What its document takes back.
    pub resets: &'a Resets,
}

/// What a service names.
struct Reference {
    service: String,
    file: Option<String>,
    origin: Origin,
}

/// The services on the way, as the message about a circle has them.
type Chain = Vec<(String, String)>;

impl Loader<'_> {
    /// Applies every `extends` of `layer`.
    pub fn extend_services(&mut self, layer: &mut Value, extending: &Extending<'_>) {
        for section in ["services", "jobs"] {
            let Some(member) = layer.as_map_mut().and_then(|it| it.get_mut(section)) else { continue };
            let Data::Map(services) = &mut member.value.data else {
                self.report.error(&member.value.origin, format!("{section} must be a mapping"));
                layer.as_map_mut().and_then(|it| it.shift_remove(section));
                continue;
            };
            let mut services = std::mem::take(services);
            let names: Vec<Arc<str>> = services.keys().cloned().collect();
            for name in &names {
                self.extend(name, &mut services, extending, extending.resets, &Chain::new());
            }
            services.retain(|_, it| matches!(it.value.data, Data::Map(_) | Data::Null));
            if let Some(member) = layer.as_map_mut().and_then(|it| it.get_mut(section)) {
                member.value.data = Data::Map(services);
            }
        }
    }

    /// Extends the service `name` of `services` in its place.
    fn extend(&mut self, name: &str, services: &mut Map, extending: &Extending<'_>, resets: &Resets, chain: &Chain) {
        let Some(service) = services.get(name).map(|it| &it.value) else { return };
        match &service.data {
            Data::Null => return,
            Data::Map(_) => {}
            _ => {
                let origin = service.origin.clone();
                self.report.error(&origin, format!("services.{name} must be a mapping"));
                return;
            }
        }
        let Some(extends) = service.get("extends").cloned() else { return };
        let Some(reference) = self.reference(name, &extends) else { return };
        let mut base = match &reference.file {
            None if services.contains_key(reference.service.as_str()) => None,
            None => {
                let (name, wanted) = (quote(name), quote(&reference.service));
                let message = format!("cannot extend service {name} in {}: service {wanted} not found", extending.path);
                return self.report.error(&reference.origin, message);
            }
            Some(file) => match self.base(name, file, &reference, extending) {
                Some(base) => Some(base),
                None => return,
            },
        };
        let file = reference.file.as_deref().unwrap_or(extending.path);
        let Some(chain) = link(chain, file, name, &reference.origin, &mut self.report) else { return };
        let base = match &mut base {
            None => {
                self.extend(&reference.service, services, extending, resets, &chain);
                services.get(reference.service.as_str()).map(|it| it.value.clone())
            }
            Some(base) => {
                let resets = std::mem::take(&mut base.resets);
                self.extend(&reference.service, &mut base.services, extending, &resets, &chain);
                base.services.get(reference.service.as_str()).map(|it| it.value.clone())
            }
        };
        let Some(base) = base.filter(|it| matches!(it.data, Data::Map(_))) else { return };
        if let Some(member) = services.get_mut(name) {
            let nothing = Value::new(Data::Null, member.value.origin.clone());
            let service = std::mem::replace(&mut member.value, nothing);
            member.value = extended(name, base, service, resets, &mut self.report);
        }
    }

    fn reference(&mut self, name: &str, extends: &Value) -> Option<Reference> {
        let origin = extends.origin.clone();
        match &extends.data {
            Data::Map(map) => {
                let service = map.get("service").and_then(|it| it.value.as_str());
                let Some(service) = service else {
                    self.report.error(&origin, format!("extends.{name}.service is required"));
                    return None;
                };
                let file = map.get("file").filter(|it| !matches!(it.value.data, Data::Null));
                if let Some(file) = file.filter(|it| it.value.as_str().is_none()) {
                    self.report.error(&file.value.origin, format!("extends.{name}.file must be a string"));
                }
                let file = file.and_then(|it| it.value.as_str()).map(ToOwned::to_owned);
                Some(Reference { service: service.to_owned(), file, origin })
            }
            Data::Str(service) => Some(Reference { service: service.to_string(), file: None, origin }),
            _ => Some(Reference { service: String::new(), file: None, origin }),
        }
    }

    /// The services of the file that `reference` names.
    fn base(&mut self, name: &str, file: &str, reference: &Reference, extending: &Extending<'_>) -> Option<Base> {
        let path = folder::from(&extending.scope.search, file);
        let seen_from = self.folder_of(&extending.scope.search, file);
        let variables = Arc::as_ptr(&extending.scope.environment) as usize;
        let key = (path.clone(), seen_from.clone(), variables);
        let known = self.bases.get(&key).cloned();
        let base = known.unwrap_or_else(|| {
            let base = self.load_base(name, &path, &seen_from, reference, extending);
            self.bases.insert(key, base.clone());
            base
        })?;
        if base.services.contains_key(reference.service.as_str()) {
            return Some(base);
        }
        let (name, wanted) = (quote(name), quote(&reference.service));
        let message =
            format!("cannot extend service {name} in {}: service {wanted} not found in {file}", extending.path);
        self.report.error(&reference.origin, message);
        None
    }

    /// The folder of `file`, or `file` itself where it is one, as seen from `search`.
    pub fn folder_of(&self, search: &str, file: &str) -> String {
        let mut path = folder::from(search, file);
        if self.lookup(&path) != Lookup::Folder {
            path = folder::from(search, &folder::of(file));
        }
        folder::relative(search, &path).unwrap_or(path)
    }

    fn load_base(
        &mut self,
        name: &str,
        path: &str,
        seen_from: &str,
        reference: &Reference,
        extending: &Extending<'_>,
    ) -> Option<Base> {
        let scope = Scope {
            folder: seen_from.to_owned(),
            search: folder::of(path),
            environment: extending.scope.environment.clone(),
            part: true,
        };
        let before = self.report.refusal.clone();
        let nothing = Value::new(Data::Map(Map::new()), Origin::none());
        let loaded = self.file(path, &scope, &[], nothing, &reference.origin);
        let mut model = loaded.model;
        if before.is_none() && self.report.refused() {
            // The file's own fault says enough.
            model.as_map().filter(|it| !it.is_empty())?;
        }
        self.resolve_paths(&mut model, &scope);
        let name = quote(name);
        let problem = match model.get("services").map(|it| &it.data) {
            Some(Data::Map(services)) => return Some(Base { services: services.clone(), resets: loaded.resets }),
            Some(_) => "services must be a mapping",
            None => "no services section",
        };
        self.report.error(&reference.origin, format!("cannot extend service {name} in {path}: {problem}"));
        None
    }
}

/// The chain with one more link, unless that closes a circle.
fn link(chain: &Chain, file: &str, name: &str, origin: &Origin, report: &mut Report) -> Option<Chain> {
    let next = (file.to_owned(), name.to_owned());
    let circle = chain.contains(&next);
    let mut longer = chain.clone();
    longer.push(next);
    if circle {
        let lines = longer.iter().enumerate().map(|(at, (file, name))| {
            let verb = if at == 0 { "" } else { "extends " };
            format!("\n  {verb}{name} in {file}")
        });
        report.error(origin, format!("Circular reference:{}", lines.collect::<String>()));
        return None;
    }
    if longer.len() > MAX_CHAIN {
        report.error(origin, format!("more than {MAX_CHAIN} services extend one another"));
        return None;
    }
    Some(longer)
}

/// `service` on top of what it extends.
fn extended(name: &str, base: Value, service: Value, resets: &Resets, report: &mut Report) -> Value {
    let origin = service.origin.clone();
    let base = without_resets(name, base, resets);
    let mut merged = merge_at(base, service, "services.x", report);
    merged.origin = origin;
    if let Some(map) = merged.as_map_mut() {
        map.shift_remove("extends");
    }
    merged
}

/// What is left of `base` after the extending file took back what it takes back of the service `name`.
fn without_resets(name: &str, base: Value, resets: &Resets) -> Value {
    if resets.paths.is_empty() {
        return base;
    }
    let wrap = |key: &str, value: Value| {
        let member = Member { key: value.origin.clone(), value };
        let origin = member.key.clone();
        Value::new(Data::Map(Map::from([(Arc::from(key), member)])), origin)
    };
    let origin = base.origin.clone();
    let mut model = wrap("services", wrap(name, base));
    resets.apply(&mut model);
    let left = model.at(&["services", name]).cloned();
    left.unwrap_or_else(|| Value::new(Data::Map(Map::new()), origin))
}
