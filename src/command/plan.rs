//! `Plan`: what a command sees of a stack and what it wants to change, file by file. Commands name places by path; the
//! plan knows which file holds them, and does all the edits of a file at once.

use crate::command::commands::{Change, Stack};
use crate::command::refusal::Refusal;
use crate::command::sheet::{Sheet, SheetId};
use crate::command::words;
use crate::compose::model::{Project, Service};
use crate::syntax::yaml::edit::Draft;
use crate::syntax::yaml::edit_fragment::Fragment;
use crate::syntax::yaml::edit_op::{Habits, Op};
use crate::syntax::yaml::edit_tree::Tree;
use crate::text::edit::TextEdit;
use crate::text::path::FilePath;
use crate::text::words::Text;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The attributes of a service in the order in which people write them most.
const SERVICE: &[&str] = &[
    "extends",
    "image",
    "build",
    "platform",
    "container_name",
    "hostname",
    "profiles",
    "restart",
    "init",
    "user",
    "working_dir",
    "entrypoint",
    "command",
    "depends_on",
    "links",
    "env_file",
    "environment",
    "secrets",
    "configs",
    "ports",
    "expose",
    "volumes",
    "volumes_from",
    "tmpfs",
    "networks",
    "network_mode",
    "healthcheck",
    "labels",
    "logging",
    "deploy",
];

/// The top level in the usual order.
const TOP: &[&str] = &["version", "name", "include", "services", "networks", "volumes", "configs", "secrets"];

/// What is usual in compose files.
pub const HABITS: Habits = Habits {
    order: |path| match path {
        [] => TOP,
        [section, _] if section == "services" => SERVICE,
        _ => &[],
    },
    airy: |path| path.is_empty() || matches!(path, [section] if section == "services"),
};

/// What a command sees and wants.
pub struct Plan<'a> {
    /// What it looks at.
    pub stack: Stack<'a>,
    // In the order of the load; the target last if it was not loaded.
    sheets: Vec<Sheet>,
    // Files that are not YAML.
    texts: BTreeMap<FilePath, TextEdit>,
    // Whether what shares a changed fragment is meant to change too, and nobody need be told.
    shared_is_meant: bool,
}

impl<'a> Plan<'a> {
    /// Reads the compose files; one that cannot be read is as if it were not there, unless it is the target.
    pub fn new(stack: Stack<'a>) -> Result<Self, Refusal> {
        let mut paths: Vec<&FilePath> = stack.outcome.files.iter().filter(|it| !is_env_file(it)).collect();
        if !paths.contains(&stack.target) {
            paths.push(stack.target);
        }
        let mut sheets: Vec<Sheet> = Vec::new();
        for path in paths {
            let text = match stack.files.get(path).map(|it| std::str::from_utf8(it)) {
                Some(Ok(text)) => text,
                None if path == stack.target => "",
                Some(Err(_)) if path == stack.target => {
                    return Err(Refusal::new(words::NOT_UTF8, &[("file", path.as_str())]));
                }
                _ => continue,
            };
            match Draft::new(text) {
                Ok(draft) => {
                    let draft = Rc::new(draft);
                    for document in 0..draft.len() {
                        sheets.push(Sheet::new(SheetId(sheets.len()), path, &draft, document));
                    }
                }
                Err(error) if path == stack.target => return Err(Refusal::of(&error, path)),
                Err(_) => {}
            }
        }
        Ok(Self { stack, sheets, texts: BTreeMap::new(), shared_is_meant: false })
    }

    /// The typed project, where there is one.
    pub fn project(&self) -> Option<&'a Project> {
        self.stack.outcome.project.as_ref()
    }

    /// The typed service, where there is one.
    pub fn typed(&self, service: &str) -> Option<&'a Service> {
        self.project()?.services.get(service)
    }

    /// Every place of `path` with the value there, the one that wins first.
    pub fn all<S: AsRef<str>>(&self, path: &[S]) -> Vec<(SheetId, &Tree)> {
        let found = self.sheets.iter().rev().filter_map(|it| Some((it, it.value(path)?)));
        let mut found: Vec<_> = found.collect();
        if let Some(origin) = self.origin(path) {
            found.sort_by_key(|it| it.0.path != origin);
        }
        found.into_iter().map(|(sheet, value)| (sheet.id, value)).collect()
    }

    /// The winning value at `path`.
    pub fn value<S: AsRef<str>>(&self, path: &[S]) -> Option<&Tree> {
        self.all(path).into_iter().next().map(|it| it.1)
    }

    /// The sheet that a value at `path` goes to: the one that has it or most of its parents; of equals for a new value
    /// the target, then the winning one.
    pub fn home<S: AsRef<str>>(&self, path: &[S]) -> SheetId {
        let parts = (1..=path.len()).rev().filter_map(|it| path.get(..it));
        for part in parts {
            let all = self.all(part);
            let new = part.len() < path.len();
            let target = all.iter().find(|it| new && self.is_target(it.0)).or(all.first());
            if let Some((sheet, _)) = target {
                return *sheet;
            }
        }
        self.target()
    }

    /// The sheet that a new entry or item of the collection at `path` goes to: the target where it has the collection.
    pub fn home_of_new<S: AsRef<str>>(&self, path: &[S]) -> SheetId {
        let target = self.all(path).into_iter().map(|it| it.0).find(|it| self.is_target(*it));
        target.unwrap_or_else(|| self.home(path))
    }

    /// The sheet that new things go to: the last of the target.
    pub fn target(&self) -> SheetId {
        let target = self.sheets.iter().rev().find(|it| it.path == *self.stack.target);
        target.map_or(SheetId(0), |it| it.id)
    }

    /// The value that readers of one sheet find at `path`; none for nothing and for empty collections.
    pub fn here<S: AsRef<str>>(&self, sheet: SheetId, path: &[S]) -> Option<&Tree> {
        self.sheet(sheet)?.value(path).filter(|it| !it.is_empty())
    }

    /// The sheet of `id`.
    pub fn sheet(&self, id: SheetId) -> Option<&Sheet> {
        self.sheets.get(id.0)
    }

    fn is_target(&self, id: SheetId) -> bool {
        self.sheet(id).is_some_and(|it| it.path == *self.stack.target)
    }

    /// Names of the services of all files, and of the project.
    pub fn services(&self) -> Vec<String> {
        let mut names = self.names("services");
        for name in self.project().into_iter().flat_map(|it| it.services.keys()) {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
        names
    }

    /// Keys of a top-level element in all files.
    pub fn names(&self, section: &str) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for (_, tree) in self.all(&[section]).into_iter().rev() {
            for key in tree.keys() {
                if !names.iter().any(|it| it == key) {
                    names.push(key.to_owned());
                }
            }
        }
        names
    }

    /// Refuses where there is no such service in a file.
    pub fn must_exist(&self, service: &str) -> Result<(), Refusal> {
        if self.value(&["services", service]).is_some() {
            return Ok(());
        }
        let known = self.names("services").join(", ");
        let row = if known.is_empty() { words::NO_SERVICES } else { words::NO_SERVICE };
        Err(Refusal::new(row, &[("service", service), ("known", &known)]))
    }

    /// Every document of every compose file, in the order of the load.
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// Wants `op` in a sheet.
    pub fn want(&mut self, sheet: SheetId, op: Op) {
        if let Some(sheet) = self.sheets.get_mut(sheet.0) {
            sheet.ops.push(op);
        }
    }

    /// Wants all of `ops`.
    pub fn want_all(&mut self, ops: Vec<(SheetId, Op)>) {
        for (sheet, op) in ops {
            self.want(sheet, op);
        }
    }

    /// Wants `value` at `path`, in the sheet that `home` names.
    pub fn set<S: AsRef<str>>(&mut self, path: &[S], value: impl Into<Fragment>) {
        let sheet = self.home(path);
        self.want(sheet, Op::set(path, value));
    }

    /// Wants `edit` of a file that is not YAML.
    pub fn want_text(&mut self, file: FilePath, edit: TextEdit) {
        self.texts.insert(file, edit);
    }

    /// Every sheet that has `path` as it is written.
    pub fn written<S: AsRef<str>>(&self, path: &[S]) -> Vec<SheetId> {
        self.sheets.iter().filter(|it| it.raw(path).is_some()).map(|it| it.id).collect()
    }

    /// What shares a changed fragment is meant to change too, and nobody need be told.
    pub fn means_shared(&mut self) {
        self.shared_is_meant = true;
    }

    /// All the edits, with the sentence `says`; where something shared changed with them, with that said too.
    pub fn finish(self, says: Text) -> Result<Change, Refusal> {
        let mut edits = Vec::new();
        let mut shared: Vec<String> = Vec::new();
        for file in self.sheets.chunk_by(|one, next| one.path == next.path) {
            let ops = file.iter().flat_map(|it| it.ops.iter().map(|op| (it.document, op.clone())));
            let ops: Vec<(usize, Op)> = ops.collect();
            let Some(first) = file.first().filter(|_| !ops.is_empty()) else { continue };
            let done = first.draft.edit_in(&ops, HABITS).map_err(|error| Refusal::of(&error, &first.path))?;
            shared.extend(done.shared);
            if !done.edit.is_empty() {
                edits.push((first.path.clone(), done.edit));
            }
        }
        edits.extend(self.texts.into_iter().filter(|it| !it.1.is_empty()));
        let shared = shared.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", ");
        let says = if shared.is_empty() || self.shared_is_meant {
            says
        } else {
            let fill = |says: &str| words::WITH_SHARED.fill(&[("says", says), ("shared", &shared)]);
            Text { en: fill(&says.en).en, es: fill(&says.es).es }
        };
        Ok(Change { edits, says })
    }

    /// The file that the winning value of `path` comes from, as loading knows it.
    fn origin<S: AsRef<str>>(&self, path: &[S]) -> Option<FilePath> {
        let keys: Vec<&str> = path.iter().map(AsRef::as_ref).collect();
        let value = self.stack.outcome.resolved.as_ref()?.at(&keys)?;
        self.stack.outcome.path(value.origin.file).cloned()
    }
}

/// Whether a path is that of an env file: `.env`, `.env.local`, `db.env`.
pub fn is_env_file(path: &FilePath) -> bool {
    let name = path.name();
    name == ".env" || name.starts_with(".env.") || name.rsplit_once('.').is_some_and(|it| it.1 == "env")
}
