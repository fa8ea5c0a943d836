//! From files to one model: each document of each file is read, interpolated, extended, merged onto what was before,
//! checked and brought to long syntax. The order of the phases is Compose's, because it decides what a file may say.

use crate::compose::attributes::table;
use crate::compose::canonical::canonical;
use crate::compose::defaults::set_defaults;
use crate::compose::discovery::STDIN;
use crate::compose::environment::Environment;
use crate::compose::environment_values::resolve_environment;
use crate::compose::extends::{Bases, Extending};
use crate::compose::file_text::FileText;
use crate::compose::interpolation::interpolate;
use crate::compose::load::Options;
use crate::compose::merge::merge;
use crate::compose::omit_empty::omit_empty;
use crate::compose::paths::{Base, resolve_paths};
use crate::compose::read::{self, Reading};
use crate::compose::report::Report;
use crate::compose::reset::Resets;
use crate::compose::schema::{self, Fault};
use crate::compose::source::{Lookup, Source, relative};
use crate::compose::unicity::enforce_unicity;
use crate::compose::validation::validate;
use crate::compose::value::{Data, FileId, Map, Origin, Value};
use crate::text::path::FilePath;
use std::collections::BTreeMap;
use std::rc::Rc;

/// A project may name this many files, each counted as often as it is loaded.
const MAX_FILES: usize = 2_000;

/// What the files of one model share: the project's own, or those of an `include`.
#[derive(Clone, Debug)]
pub struct Scope {
    /// The folder that paths in the files are relative to; below an `include` it is seen from the folder above.
    pub folder: String,
    /// The same folder, absolute: where files are looked for.
    pub search: String,
    /// Variables.
    pub environment: Environment,
    /// Whether the files are only a base for `extends`: a part that need not be whole.
    pub part: bool,
}

/// What one file made of the model.
pub struct Loaded {
    /// The model so far.
    pub model: Value,
    /// What the file's last document takes back.
    pub resets: Resets,
}

/// A load under way.
pub struct Loader<'a> {
    /// Where files come from.
    pub source: &'a Source<'a>,
    /// The options of the load.
    pub options: &'a Options,
    /// What is said.
    pub report: Report,
    /// The project's model with paths as they are written and nothing inferred.
    pub written: Option<Value>,
    /// Files loaded for `extends`.
    pub bases: Bases,
    texts: BTreeMap<String, Rc<FileText>>,
    loads: usize,
}

impl<'a> Loader<'a> {
    /// A load that has not begun.
    pub fn new(source: &'a Source<'a>, options: &'a Options) -> Self {
        let (report, bases, texts) = (Report::default(), Bases::default(), BTreeMap::new());
        Self { source, options, report, written: None, bases, texts, loads: 0 }
    }

    /// What stands at the absolute `path`.
    pub fn lookup(&self, path: &str) -> Lookup {
        (self.source)(&self.name(path))
    }

    /// The absolute `path` as seen from the folder that files are looked up from.
    fn name(&self, path: &str) -> FilePath {
        if path == STDIN { FilePath::new(path) } else { relative(&self.options.working_dir, path) }
    }

    /// The file at the absolute `path`; a fault is reported at `origin`.
    pub fn text(&mut self, path: &str, origin: &Origin) -> Option<(Rc<FileText>, FileId)> {
        let name = self.name(path);
        if let Some(text) = self.texts.get(path) {
            return Some((text.clone(), self.report.file(&name)));
        }
        match (self.source)(&name) {
            Lookup::Missing => self.report.error(origin, format!("open {path}: no such file or directory")),
            Lookup::Folder => self.report.error(origin, format!("read {path}: is a directory")),
            Lookup::File(bytes) => {
                let text = Rc::new(FileText::new(&bytes));
                self.texts.insert(path.to_owned(), text.clone());
                return Some((text, self.report.file(&name)));
            }
        }
        None
    }

    /// The model of `files`, in order, each an absolute path; `included` are the files that include this model, `origin` is
    /// where it is named.
    pub fn model(&mut self, files: &[String], scope: &Scope, included: &[String], origin: &Origin) -> Value {
        let mut model = Value::new(Data::Map(Map::new()), Origin::none());
        for file in files {
            model = self.file(file, scope, included, model, origin).model;
        }
        set_defaults(&mut model);
        validate(&model, &mut self.report);
        if !scope.part && included.is_empty() {
            self.written = Some(model.clone());
        }
        self.resolve_paths(&mut model, scope);
        if !self.options.no_interpolate {
            resolve_environment(&mut model, &scope.environment);
        }
        model
    }

    /// Makes the paths of `model` absolute, or for an `include` relative to the folder above.
    pub fn resolve_paths(&mut self, model: &mut Value, scope: &Scope) {
        let wanted = !self.options.no_path_resolution || scope.folder != scope.search;
        if wanted {
            let home = self.options.environment.get("HOME").map(String::as_str);
            resolve_paths(model, Base { folder: &scope.folder, home }, &mut self.report);
        }
    }

    /// The documents of the file at `path` on top of `model`.
    pub fn file(&mut self, path: &str, scope: &Scope, included: &[String], model: Value, origin: &Origin) -> Loaded {
        let mut loaded = Loaded { model, resets: Resets::default() };
        self.loads += 1;
        if self.loads > MAX_FILES {
            self.report.error(origin, format!("more than {MAX_FILES} files"));
            return loaded;
        }
        let Some((text, id)) = self.text(path, origin) else { return loaded };
        for document in &text.stream.documents {
            let reading = read::document(document, &text.place(self.options.depth()), id);
            loaded = self.document(reading, path, scope, included, loaded.model);
        }
        if let Some(error) = &text.stream.error {
            self.report.unreadable(id, error.span, format!("failed to parse {path}: {}", error.message));
        }
        loaded
    }

    fn document(&mut self, reading: Reading, path: &str, scope: &Scope, included: &[String], model: Value) -> Loaded {
        let Reading { value: mut layer, resets, faults, odd_keys } = reading;
        for fault in faults {
            let origin = Origin::new(layer.origin.file, fault.span);
            self.report.unreadable(origin.file, fault.span, format!("failed to parse {path}: {}", fault.message));
        }
        for (origin, words) in odd_keys {
            self.report.error(&origin, words);
        }
        if layer.as_map().is_none() {
            self.report.error(&layer.origin, "top-level object must be a mapping");
            return Loaded { model, resets };
        }
        if !self.options.no_interpolate {
            interpolate(&mut layer, &scope.environment, &mut self.report);
        }
        let mut model = model;
        if !scope.part {
            self.include(&mut layer, path, scope, included, &resets);
        }
        resets.apply(&mut model);
        if !scope.part {
            self.extend_services(&mut layer, &Extending { path, scope, resets: &resets });
        }
        let mut model = merge(model, layer, &mut self.report);
        enforce_unicity(&mut model, &mut self.report);
        if !scope.part {
            self.check(&mut model, path);
        }
        canonical(&mut model, self.options.no_interpolate, &mut self.report);
        omit_empty(&mut model);
        enforce_unicity(&mut model, &mut self.report);
        Loaded { model, resets }
    }

    /// Checks the model against the table of attributes; what does not fit is taken out, so that the rest can go on.
    fn check(&mut self, model: &mut Value, path: &str) {
        let faults = schema::validate(model);
        for fault in &faults {
            self.report.error(&fault.origin, format!("validating {path}: {}", fault.message()));
        }
        for fault in &faults {
            prune(model, fault);
        }
        let Some(map) = model.as_map_mut() else { return };
        if let Some(version) = map.shift_remove("version") {
            let words = "the attribute `version` is obsolete, it will be ignored, please remove it to avoid potential confusion";
            let warning = format!("{path}: {words}");
            if !self.report.warnings.contains(&warning) {
                self.report.warn(&version.key, warning);
            }
        }
    }
}

/// Takes out a value that has the wrong type; keys that nobody knows stay, they do no harm.
fn prune(model: &mut Value, fault: &Fault) {
    let known = fault.words.starts_with("must be") || fault.words.starts_with("value must be");
    let path: Vec<&str> = fault.path.iter().map(String::as_str).collect();
    let Some((last, way)) = path.split_last().filter(|_| known) else { return };
    if table().at(&path).is_some_and(|it| it.name == "required") {
        return;
    }
    let mut value = model;
    for step in way {
        let inside = match &mut value.data {
            Data::Map(map) => map.get_mut(*step).map(|it| &mut it.value),
            Data::List(items) => step.parse().ok().and_then(|at: usize| items.get_mut(at)),
            _ => None,
        };
        let Some(inside) = inside else { return };
        value = inside;
    }
    match &mut value.data {
        Data::Map(map) => {
            map.shift_remove(*last);
        }
        Data::List(items) => {
            if let Some(item) = last.parse().ok().and_then(|at: usize| items.get_mut(at)) {
                item.data = Data::Null;
            }
        }
        _ => {}
    }
}
