//! From one normalized model to the project that runs: decoded, by profile, consistent, with its files of variables, and
//! without what nobody uses.

use crate::compose::consistency;
use crate::compose::decode::decode;
use crate::compose::env_files::Files;
use crate::compose::environment::Environment;
use crate::compose::load::Options;
use crate::compose::member;
use crate::compose::profiles::{Parts, take_parts};
use crate::compose::report::Report;
use crate::compose::source::Source;
use crate::compose::unsupported;
use crate::compose::unused::drop_unused;
use crate::compose::value::{Map, Origin, Value};
use std::collections::BTreeMap;

/// What resolving needs beside the model.
pub struct Surroundings<'a> {
    /// The options of the load.
    pub options: &'a Options,
    /// Where files come from.
    pub source: &'a Source<'a>,
    /// The project's variables.
    pub environment: &'a Environment,
    /// The active profiles.
    pub profiles: &'a [String],
}

/// The model as `config` prints it.
pub fn resolve(model: &Value, around: &Surroundings<'_>, report: &mut Report) -> Value {
    unsupported::warn(model, report);
    let mut model = model.clone();
    name_jobs(&mut model);
    let mut decoded = decode(&model, report);
    let mut parts = take_parts(&mut decoded, around.profiles);
    if !around.options.no_consistency {
        consistency::check(&decoded, &parts, report);
    }
    let files =
        Files { source: around.source, working_dir: &around.options.working_dir, environment: around.environment };
    select(&mut parts, around, report);
    if !around.options.all_resources {
        drop_unused(&mut decoded, &parts);
    }
    if !around.options.no_env_resolution {
        files.resolve_environment(&mut parts.services, report);
        files.resolve_labels(&mut parts.services, report);
    }
    if !around.options.no_consistency {
        container_names(&parts, report);
    }
    hide_contents(&mut decoded);
    parts.put_back(&mut decoded);
    decoded
}

/// The content of a config that comes from a variable is not for printing.
fn hide_contents(model: &mut Value) {
    for it in member::map_at(model, "configs").into_iter().flat_map(Map::values_mut) {
        if let Some(config) = it.value.as_map_mut().filter(|it| it.contains_key("environment")) {
            config.shift_remove("content");
        }
    }
}

/// A job knows its name, which is printed.
fn name_jobs(model: &mut Value) {
    for (name, job) in member::map_at(model, "jobs").into_iter().flatten() {
        if let Some(map) = job.value.as_map_mut() {
            member::put(map, "name", member::text(name, &job.key));
        }
    }
}

/// Keeps the services that the command line names.
fn select(parts: &mut Parts, around: &Surroundings<'_>, report: &mut Report) {
    let asked = &around.options.services;
    if asked.is_empty() {
        return;
    }
    parts.enable(asked, around.profiles);
    if let Err(name) = parts.select(asked) {
        report.error(&Origin::none(), format!("no such service: {name}"));
    }
}

/// A container's name is taken once.
fn container_names(parts: &Parts, report: &mut Report) {
    let mut taken: BTreeMap<&str, &str> = BTreeMap::new();
    for (service, it) in &parts.services {
        let Some(name) = it.value.get("container_name") else { continue };
        let Some(text) = name.as_str() else { continue };
        if let Some(other) = taken.insert(text, service) {
            // The words are Compose's own, its slip included.
            let first = other.min(service);
            let message = format!("services.{first}: container name \"{text}\" is already in use by service {{}}\"");
            report.error(&name.origin, message);
        }
    }
}
