//! The environment that variables are looked up in: the process's own, then what `.env` files say.

use crate::compose::interpolation::unset;
use crate::compose::report::Report;
use crate::compose::source::{Lookup, Source, relative};
use crate::compose::template::{Variables, substitute};
use crate::compose::value::{FileId, Origin};
use crate::syntax::dotenv::reader::{self, Entry, Quote};
use crate::text::span::Span;
use std::collections::BTreeMap;

/// Variables by name.
pub type Environment = std::sync::Arc<BTreeMap<String, String>>;

/// A variable that a file sets, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Variable {
    /// The name.
    pub name: String,
    /// The value, expanded.
    pub value: String,
    /// The entry's place.
    pub origin: Origin,
}

/// Why a file of variables cannot be used: Compose's words without the file's name, and the place.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// The words.
    pub message: String,
    /// The place.
    pub origin: Origin,
}

/// The variables of one file in its order. Variables inside values are looked up with `lookup`, then among those before.
pub fn expand(
    text: &str,
    file: FileId,
    lookup: &dyn Fn(&str) -> Option<String>,
    report: &mut Report,
) -> Result<Vec<Variable>, Fault> {
    expand_after(text, file, lookup, &|_| None, report)
}

/// As `expand`; what neither `lookup` nor the file knows is looked up with `earlier`, in the files before this one.
pub fn expand_after(
    text: &str,
    file: FileId,
    lookup: &dyn Fn(&str) -> Option<String>,
    earlier: &dyn Fn(&str) -> Option<String>,
    report: &mut Report,
) -> Result<Vec<Variable>, Fault> {
    let read = reader::read(text);
    let mut variables: Vec<Variable> = Vec::new();
    for entry in &read.entries {
        let origin = Origin::new(file, entry_span(entry));
        let known = |name: &str| {
            let before = || variables.iter().rev().find(|it| it.name == name).map(|it| it.value.clone());
            lookup(name).or_else(before).or_else(|| earlier(name))
        };
        let value = match &entry.value {
            None => lookup(&entry.key.value),
            Some(value) if value.quote == Quote::Single => Some(value.text.clone()),
            Some(value) => {
                let mut scope = Scope { known: &known, origin: &origin, report };
                let expanded = substitute(&value.text, &mut scope);
                Some(expanded.map_err(|it| Fault { message: it.message(), origin: origin.clone() })?)
            }
        };
        if let Some(value) = value {
            variables.push(Variable { name: entry.key.value.clone(), value, origin });
        }
    }
    match read.error {
        None => Ok(variables),
        Some(error) => Err(Fault { message: error.message, origin: Origin::new(file, error.span) }),
    }
}

fn entry_span(entry: &Entry) -> Span {
    entry.value.as_ref().map_or(entry.key.span, |it| entry.key.span.cover(it.span))
}

struct Scope<'a> {
    known: &'a dyn Fn(&str) -> Option<String>,
    origin: &'a Origin,
    report: &'a mut Report,
}

impl Variables for Scope<'_> {
    fn get(&self, name: &str) -> Option<String> {
        (self.known)(name)
    }

    fn missing(&mut self, name: &str) {
        self.report.warn(self.origin, unset(name));
    }
}

/// Adds what the files at the absolute `paths` say to `environment`; what is there stays, later files win over earlier.
pub fn with_files(
    environment: &Environment,
    paths: &[String],
    working_dir: &str,
    source: &Source<'_>,
    report: &mut Report,
) -> Environment {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    for path in paths {
        match variables_of(path, environment, &found, working_dir, source, report) {
            Ok(variables) => found.extend(variables.into_iter().map(|it| (it.name, it.value))),
            Err(fault) => report.error(&fault.origin, fault.message),
        }
    }
    let mut all = found;
    all.extend(environment.iter().map(|(name, value)| (name.clone(), value.clone())));
    Environment::new(all)
}

fn variables_of(
    path: &str,
    environment: &Environment,
    found: &BTreeMap<String, String>,
    working_dir: &str,
    source: &Source<'_>,
    report: &mut Report,
) -> Result<Vec<Variable>, Fault> {
    let name = relative(working_dir, path);
    let fault = |message: String| Fault { message, origin: Origin::none() };
    let bytes = match source(&name) {
        Lookup::Missing => return Err(fault(format!("couldn't find env file: {path}"))),
        Lookup::Folder => return Err(fault(format!("{path} is a directory"))),
        Lookup::File(bytes) => bytes,
    };
    let file = report.file(&name);
    let text = String::from_utf8_lossy(&bytes);
    let lookup = |name: &str| environment.get(name).or_else(|| found.get(name)).cloned();
    let read = expand(&text, file, &lookup, report);
    read.map_err(|it| Fault { message: format!("failed to read {path}: {}", it.message), ..it })
}
