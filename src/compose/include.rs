//! `include`: other stacks become part of this one, each with its own folder and variables.

use crate::compose::environment::with_files;
use crate::compose::folder;
use crate::compose::go_format::{type_name, verb_s};
use crate::compose::merge::{equal, merge_at};
use crate::compose::pattern::{below, shown};
use crate::compose::pipeline::{Loader, Scope};
use crate::compose::reset::Resets;
use crate::compose::source::Lookup;
use crate::compose::value::{Data, Map, Member, Origin, Value};
use std::sync::Arc;

const SECTIONS: [&str; 7] = ["services", "jobs", "volumes", "networks", "secrets", "configs", "models"];

/// Files may include one another to this depth.
const MAX_DEPTH: usize = 64;

/// An entry of `include` in its long syntax.
struct Entry {
    paths: Vec<String>,
    env_files: Vec<String>,
    project_directory: String,
    origin: Origin,
}

impl Loader<'_> {
    /// Brings what `layer`, a document of the file at `path`, includes into it.
    pub fn include(&mut self, layer: &mut Value, path: &str, scope: &Scope, included: &[String], resets: &Resets) {
        let Some(include) = layer.as_map_mut().and_then(|it| it.shift_remove("include")) else { return };
        let mut above = included.to_vec();
        above.push(path.to_owned());
        if above.len() > MAX_DEPTH {
            return self
                .report
                .error(&include.value.origin, format!("more than {MAX_DEPTH} files include one another"));
        }
        for entry in self.entries(&include.value) {
            if let Some(model) = self.included(&entry, scope, &above) {
                self.import(model, layer, resets);
            }
        }
    }

    fn entries(&mut self, include: &Value) -> Vec<Entry> {
        let items = match &include.data {
            Data::Null => return Vec::new(),
            Data::List(items) => items,
            data => {
                self.report.error(&include.origin, format!("`include` must be a list, got {}", verb_s(data)));
                return Vec::new();
            }
        };
        let (mut entries, mut faults) = (Vec::new(), Vec::new());
        for (index, item) in items.iter().enumerate() {
            match entry(item) {
                Ok(entry) => entries.push(entry),
                Err(words) => faults.push((item.origin.clone(), format!("'[{index}]{words}"))),
            }
        }
        let whole =
            |messages: &[String]| format!("decoding failed due to the following error(s):\n\n{}", messages.join("\n"));
        self.report.errors(&faults, whole);
        entries
    }

    /// The model of one entry.
    fn included(&mut self, entry: &Entry, scope: &Scope, above: &[String]) -> Option<Value> {
        let paths: Vec<String> = entry.paths.iter().map(|it| folder::from(&scope.search, it)).collect();
        let cwd = self.options.working_dir.clone();
        let (mut directory, mut seen_from) = (entry.project_directory.clone(), String::new());
        if let Some(first) = paths.first() {
            if directory.is_empty() {
                seen_from = self.folder_of(&scope.search, first);
                directory = folder::of(first);
            } else if directory.starts_with('/') {
                seen_from.clone_from(&directory);
            } else {
                seen_from = self.folder_of(&scope.search, &directory);
                directory = folder::join(&scope.folder, &directory);
            }
            if above.contains(first) {
                let mut circle = above.to_vec();
                circle.push(first.clone());
                let (head, tail) = circle.split_first()?;
                let message = format!("include cycle detected:\n{head}\n include {}", tail.join("\n include "));
                self.report.error(&entry.origin, message);
                return None;
            }
        }
        let directory = folder::from(&cwd, &directory);
        let env_files = self.env_files(entry, scope, &directory);
        let environment = with_files(&scope.environment, &env_files, &cwd, self.source, &mut self.report);
        let inner = Scope { folder: seen_from, search: directory, environment, part: false };
        Some(self.model(&paths, &inner, above, &entry.origin))
    }

    /// The files of variables of an entry, absolute; `.env` beside it where it names none.
    fn env_files(&mut self, entry: &Entry, scope: &Scope, directory: &str) -> Vec<String> {
        if entry.env_files.is_empty() {
            let default = folder::join(directory, ".env");
            let there = matches!(self.lookup(&default), Lookup::File(_));
            return there.then_some(default).into_iter().collect();
        }
        let mut files = Vec::new();
        for file in entry.env_files.iter().filter(|it| *it != "/dev/null") {
            if file.starts_with('/') {
                files.push(file.clone());
                continue;
            }
            let shown = folder::join(&scope.folder, file);
            let path = folder::from(&self.options.working_dir, &shown);
            match self.lookup(&path) {
                Lookup::File(_) => files.push(path),
                Lookup::Missing => {
                    self.report.error(&entry.origin, format!("stat {shown}: no such file or directory"));
                }
                Lookup::Folder => self.report.error(&entry.origin, format!("{shown} is not a file")),
            }
        }
        files
    }

    /// Puts what `model` has into `layer`, which wins where both say something.
    fn import(&mut self, model: Value, layer: &mut Value, resets: &Resets) {
        let (Data::Map(mut model), Some(layer)) = (model.data, layer.as_map_mut()) else { return };
        for section in SECTIONS {
            let Some(from) = model.shift_remove(section) else { continue };
            let Data::Map(elements) = from.value.data else { continue };
            let target = layer.entry(Arc::from(section)).or_insert_with(|| Member {
                key: from.key.clone(),
                value: Value::new(Data::Map(Map::new()), from.value.origin.clone()),
            });
            let Some(target) = target.value.as_map_mut() else { continue };
            for (name, element) in elements {
                self.import_element(target, section, name, element, resets);
            }
        }
    }

    fn import_element(&mut self, target: &mut Map, section: &str, name: Arc<str>, element: Member, resets: &Resets) {
        let Some(own) = target.get_mut(&name) else {
            target.insert(name, element);
            return;
        };
        if equal(&own.value.data, &element.value.data) {
            return;
        }
        let path = below(section, &name);
        let base = without(&path, element.value, resets);
        let nothing = Value::new(Data::Null, own.value.origin.clone());
        let over = std::mem::replace(&mut own.value, nothing);
        own.value = merge_at(base, over, &path, &mut self.report);
    }
}

/// What is left of the element at `path` after the resets of the including file.
fn without(path: &str, element: Value, resets: &Resets) -> Value {
    if resets.paths.is_empty() {
        return element;
    }
    let origin = element.origin.clone();
    let shown = shown(path);
    let (section, name) = shown.split_once('.').unwrap_or((path, ""));
    let wrap = |key: &str, value: Value| {
        let member = Member { key: origin.clone(), value };
        Value::new(Data::Map(Map::from([(Arc::from(key), member)])), origin.clone())
    };
    let mut model = wrap(section, wrap(name, element));
    resets.apply(&mut model);
    let left = model.at(&[section, name]).cloned();
    left.unwrap_or_else(|| Value::new(Data::Map(Map::new()), origin))
}

fn entry(item: &Value) -> Result<Entry, String> {
    let mut entry = Entry {
        paths: Vec::new(),
        env_files: Vec::new(),
        project_directory: String::new(),
        origin: item.origin.clone(),
    };
    match &item.data {
        Data::Str(path) => entry.paths.push(path.to_string()),
        Data::Null => {}
        Data::Map(map) => {
            entry.paths = texts(map, "path")?;
            entry.env_files = texts(map, "env_file")?;
            entry.project_directory = texts(map, "project_directory")?.concat();
        }
        Data::List(_) => return Err("' expected a map or struct, got \"slice\"".to_owned()),
        data => return Err(format!("' expected a map or struct, got \"{}\"", type_name(data))),
    }
    Ok(entry)
}

/// A text or a list of texts.
fn texts(map: &Map, key: &str) -> Result<Vec<String>, String> {
    let Some(member) = map.get(key) else { return Ok(Vec::new()) };
    let text = |it: &Value| it.as_str().map(ToOwned::to_owned);
    let invalid = || format!(".{key}' invalid type {} for string list", type_name(&member.value.data));
    match &member.value.data {
        Data::Null => Ok(Vec::new()),
        Data::Str(it) => Ok(vec![it.to_string()]),
        Data::List(items) => items.iter().map(text).collect::<Option<_>>().ok_or_else(invalid),
        _ => Err(invalid()),
    }
}
