//! What `docker compose config` prints of a loaded project: the model as YAML or JSON, or one kind of name a line.

use crate::compose::go_format::plain;
use crate::compose::json_print;
use crate::compose::load::Outcome;
use crate::compose::service_hash::service_hash;
use crate::compose::value::{Map, Value};
use crate::compose::yaml_print;
use std::collections::BTreeSet;

/// How the model is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// As YAML.
    #[default]
    Yaml,
    /// As JSON.
    Json,
}

/// The resolved model; `raw` where variables are not resolved, so that every `$` still means what it meant. An error is
/// what JSON cannot say.
pub fn render(model: &Value, format: Format, raw: bool) -> Result<String, String> {
    let text = match (format, raw) {
        (Format::Yaml, _) => yaml_print::print(model),
        (Format::Json, false) => json_print::print(model)?,
        (Format::Json, true) => json_print::print_plain(model)?,
    };
    Ok(if raw { text } else { text.replace('$', "$$") })
}

fn section<'a>(model: &'a Value, name: &str) -> impl Iterator<Item = (&'a str, &'a Value)> {
    let map = model.get(name).and_then(Value::as_map);
    map.into_iter().flat_map(|it: &Map| it.iter().map(|(name, it)| (&**name, &it.value)))
}

/// The names of a top-level section.
pub fn names(model: &Value, of: &str) -> Vec<String> {
    section(model, of).map(|(name, _)| name.to_owned()).collect()
}

/// The services, each behind those that it depends on.
pub fn services(model: &Value) -> Vec<String> {
    let mut ordered = Vec::new();
    let mut open: Vec<(&str, bool)> = section(model, "services").map(|(name, _)| (name, false)).collect();
    open.reverse();
    let mut seen = BTreeSet::new();
    while let Some((name, ready)) = open.pop() {
        if ready {
            ordered.push(name.to_owned());
            continue;
        }
        let Some(service) = model.at(&["services", name]).filter(|_| seen.insert(name)) else { continue };
        open.push((name, true));
        open.extend(section(service, "depends_on").map(|(name, _)| (name, false)));
    }
    ordered
}

/// The images of the services; one that is built and not named has the name that Compose gives it.
pub fn images(model: &Value) -> Vec<String> {
    let project = model.get("name").map(|it| plain(&it.data)).unwrap_or_default();
    let image = |(name, service): (&str, &Value)| match service.get("image").and_then(Value::as_str) {
        Some(image) => image.to_owned(),
        None => format!("{project}-{name}"),
    };
    section(model, "services").map(image).collect()
}

/// The profiles of all services, those of inactive ones too.
pub fn profiles(outcome: &Outcome) -> Vec<String> {
    let services = outcome.project.iter().flat_map(|it| it.services.values());
    let profiles: BTreeSet<String> = services.flat_map(|it| it.profiles.iter().map(|it| it.value.clone())).collect();
    profiles.into_iter().collect()
}

/// The hash of each service of `asked`, a list with commas, or of all for `*`.
pub fn hashes(model: &Value, asked: &str) -> Result<Vec<String>, String> {
    let mut names: Vec<&str> = match asked {
        "*" => section(model, "services").map(|(name, _)| name).collect(),
        _ => asked.split(',').collect(),
    };
    names.sort_unstable();
    let hash = |name: &str| {
        let service = model.at(&["services", name]).ok_or_else(|| format!("no such service: {name}"))?;
        Ok(format!("{name} {}", service_hash(service)?))
    };
    names.into_iter().map(hash).collect()
}

/// The models that services use.
pub fn models(model: &Value) -> Vec<String> {
    section(model, "models").filter_map(|(_, it)| Some(it.get("model")?.as_str()?.to_owned())).collect()
}
