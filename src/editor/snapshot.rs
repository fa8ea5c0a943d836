//! `Snapshot`: everything that is derived from one state of the texts. It never changes; the next state gets the next
//! snapshot, and the view wakes what `changes` says is different.

use crate::catalog::images::for_reference;
use crate::check::table::check;
use crate::compose::load::{Options, Outcome, load};
use crate::compose::model::Project;
use crate::compose::report::YAML;
use crate::compose::value::Origin;
use crate::editor::compose_files::{compose_files, main_file};
use crate::editor::layout_file::LayoutFile;
use crate::editor::workspace::Workspace;
use crate::scene::build::{build, resources};
use crate::scene::detour::{Routes, routes};
use crate::scene::graph::{NodeId, Point, Rect, Scene};
use crate::scene::layout::arrange;
use crate::scene::places::Places;
use crate::scene::route::{Route, route};
use crate::text::diagnostic::{Diagnostic, Severity};
use crate::text::path::FilePath;
use crate::text::span::Span;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The folder that a project is said to lie in; its name is the project's where no file gives one.
const FOLDER: &str = "/stack";

/// Everything that is derived from one workspace.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// The texts.
    pub workspace: Workspace,
    /// The files that are UTF-8, as text; the same `Arc` as long as a file does not change.
    pub texts: BTreeMap<FilePath, Arc<str>>,
    /// What the layout file says.
    pub layout: LayoutFile,
    /// The compose files in merge order.
    pub compose_files: Vec<FilePath>,
    /// What loading these texts gave.
    pub outcome: Arc<Outcome>,
    /// The load that project and scene come from: `outcome`, unless the snapshot is stale.
    pub good: Arc<Outcome>,
    /// The texts that `good` comes from.
    pub good_workspace: Workspace,
    /// The canvas.
    pub scene: Arc<Scene>,
    /// How the edges of `scene` run, around the cards.
    pub routes: Arc<Routes>,
    /// Everything to say about these texts: refusals and warnings of the loader, then findings of the checks.
    pub diagnostics: Arc<Vec<Diagnostic>>,
    /// Whether the compose text is broken, so that project and scene are the last good ones.
    pub stale: bool,
    /// Places that automatic layout gave to cards without a position; kept, so that no card jumps while one types.
    pub auto: Arc<Places>,
}

impl Snapshot {
    /// Derives everything from `workspace`; what `previous` already derived from the same texts is taken over.
    pub fn derive(workspace: &Workspace, previous: Option<&Snapshot>) -> Self {
        let texts = texts(workspace, previous);
        let layout = texts.get(&LayoutFile::path()).map(|it| LayoutFile::read(it)).unwrap_or_default();
        let files = compose_files(workspace, &layout);
        let same = previous.filter(|it| it.compose_files == files && same_inputs(workspace, &it.workspace));
        let outcome = same.map_or_else(|| Arc::new(read(workspace, &files)), |it| Arc::clone(&it.outcome));
        let stale = cannot_be_read(&outcome, &files) || outcome.project.is_none() && is_broken(&files, &texts);
        let last = previous.filter(|it| stale && it.good.project.is_some());
        let good = last.map_or(&outcome, |it| &it.good).clone();
        let diagnostics = same.map_or_else(|| Arc::new(say(workspace, &outcome)), |it| Arc::clone(&it.diagnostics));
        let (scene, auto) = stand(bare_scene(&good, &diagnostics), &layout, previous);
        let routes = run(&scene, previous);
        Self {
            workspace: workspace.clone(),
            texts,
            layout,
            compose_files: files,
            outcome,
            stale: last.is_some(),
            good_workspace: last.map_or(workspace, |it| &it.good_workspace).clone(),
            good,
            scene,
            routes,
            diagnostics,
            auto,
        }
    }

    /// The project that the canvas shows.
    pub fn project(&self) -> Option<&Project> {
        self.good.project.as_ref()
    }

    /// The files as a person looks for them: compose files in merge order, the others by name, the layout last.
    pub fn files_in_order(&self) -> Vec<FilePath> {
        let layout = LayoutFile::path();
        let others = self.workspace.files.keys().filter(|it| !self.compose_files.contains(it) && **it != layout);
        let last = self.workspace.files.keys().filter(|it| **it == layout);
        self.compose_files.iter().chain(others).chain(last).cloned().collect()
    }

    /// The text of `path`; `None` where there is no such file or it is not UTF-8.
    pub fn text(&self, path: &FilePath) -> Option<&Arc<str>> {
        self.texts.get(path)
    }

    /// Whether there is a compose text that cannot be read, and never could be since it was opened.
    pub fn is_unreadable(&self) -> bool {
        self.good.project.is_none() && is_broken(&self.compose_files, &self.texts)
    }

    /// The card of what is written at `offset` of `file`: the service or resource whose text that is.
    pub fn node_at(&self, file: &FilePath, offset: usize) -> Option<NodeId> {
        let project = self.project().filter(|_| !self.stale)?;
        let here = |key: &Origin, value: &Origin| {
            let spans = [key, value].into_iter().filter(|it| self.good.path(it.file) == Some(file)).map(|it| it.span);
            spans.reduce(Span::cover).is_some_and(|it| it.touches(offset))
        };
        let services = project.services.iter().map(|(name, it)| (NodeId::service(name), &it.origin, &it.value.origin));
        let resources = resources(project).into_iter().flat_map(|(kind, all)| {
            all.iter().map(move |(name, it)| (NodeId::new(kind, name), &it.origin, &it.value.origin))
        });
        services.chain(resources).find(|(_, key, value)| here(key, value)).map(|(id, ..)| id)
    }

    /// The texts with a layout file that says `places`.
    pub fn with_places(&self, mut places: Places) -> Workspace {
        if self.scene.nodes.is_empty() {
            // Nothing stands anywhere, perhaps because the text cannot be read: what was placed is kept for later.
            return self.workspace.clone();
        }
        places.retain(|id, _| self.scene.node(id).is_some());
        let path = LayoutFile::path();
        let layout = LayoutFile { places, ..self.layout.clone() };
        let edit = layout.edit(self.text(&path).map_or("", |it| it));
        self.workspace.edited(&[(path, edit)]).unwrap_or_else(|| self.workspace.clone())
    }

    /// How the edge `id` runs between cards that stand at `from` and `to`: around the other cards where these are their
    /// places, straight while one of them is on its way.
    pub fn route(&self, id: &str, from: Rect, to: Rect) -> Route {
        let around = self.routes.get(id).filter(|it| touches(from, it.start()) && touches(to, it.end()));
        around.cloned().unwrap_or_else(|| route(from, to))
    }

    /// The compose file that new things go to.
    pub fn target(&self) -> FilePath {
        main_file(&self.compose_files)
    }
}

/// Whether `point` stands on the border of `rect`.
fn touches(rect: Rect, point: Point) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() < 0.5;
    let across = near(point.x, rect.x) || near(point.x, rect.right());
    let along = near(point.y, rect.y) || near(point.y, rect.bottom());
    let within = (rect.x - 0.5..=rect.right() + 0.5).contains(&point.x)
        && (rect.y - 0.5..=rect.bottom() + 0.5).contains(&point.y);
    within && (across || along)
}

/// The texts of all files, those of unchanged files shared with `previous`.
fn texts(workspace: &Workspace, previous: Option<&Snapshot>) -> BTreeMap<FilePath, Arc<str>> {
    let text = |path: &FilePath, bytes: &Arc<[u8]>| {
        let before = previous.and_then(|it| Some((it.workspace.files.get(path)?, it.texts.get(path)?)));
        match before {
            Some((old, text)) if Arc::ptr_eq(old, bytes) => Some(Arc::clone(text)),
            _ => std::str::from_utf8(bytes).ok().map(Arc::from),
        }
    };
    workspace.files.iter().filter_map(|(path, bytes)| Some((path.clone(), text(path, bytes)?))).collect()
}

/// Whether both hold the same files, apart from the layout file.
fn same_inputs(a: &Workspace, b: &Workspace) -> bool {
    let layout = LayoutFile::path();
    let same = |a: &Arc<[u8]>, b: &Arc<[u8]>| Arc::ptr_eq(a, b) || a == b;
    let mut others = b.files.iter().filter(|(path, _)| **path != layout);
    let mut own = a.files.iter().filter(|(path, _)| **path != layout);
    own.all(|(path, bytes)| others.next().is_some_and(|(other, it)| path == other && same(bytes, it)))
        && others.next().is_none()
}

/// Loads the project.
fn read(workspace: &Workspace, files: &[FilePath]) -> Outcome {
    load(&workspace.files, &Options { files: files.to_vec(), working_dir: FOLDER.to_owned(), ..Options::default() })
}

/// What the loader refuses and warns of, then what the checks find in what it understood.
fn say(workspace: &Workspace, outcome: &Outcome) -> Vec<Diagnostic> {
    // Before there is any file, that there is none is no news.
    if workspace.files.is_empty() {
        return Vec::new();
    }
    outcome.diagnostics.iter().cloned().chain(check(&workspace.files, outcome)).collect()
}

/// Whether one of the compose files is no YAML now. The others may still give a project, but one without what stood in this file.
fn cannot_be_read(outcome: &Outcome, files: &[FilePath]) -> bool {
    let of_one = |it: &Diagnostic| it.file.as_ref().is_some_and(|it| files.contains(it));
    outcome.diagnostics.iter().any(|it| it.rule == YAML && it.severity == Severity::Error && of_one(it))
}

/// Whether there is a compose text that says something, so that having no project means that it cannot be read.
fn is_broken(files: &[FilePath], texts: &BTreeMap<FilePath, Arc<str>>) -> bool {
    let says = |text: &str| text.lines().any(|it| !it.trim().is_empty() && !it.trim_start().starts_with('#'));
    files.iter().any(|it| texts.get(it).is_none_or(|text| says(text)))
}

/// The scene before anything stands somewhere.
fn bare_scene(outcome: &Outcome, diagnostics: &[Diagnostic]) -> Scene {
    outcome.project.as_ref().map(|it| build(it, diagnostics, &icon)).unwrap_or_default()
}

/// The routes of the edges, shared with `previous` where nothing moved.
fn run(scene: &Arc<Scene>, previous: Option<&Snapshot>) -> Arc<Routes> {
    match previous.filter(|it| Arc::ptr_eq(&it.scene, scene)) {
        Some(it) => Arc::clone(&it.routes),
        None => Arc::new(routes(scene)),
    }
}

/// The icon of an image that the catalogue knows.
fn icon(reference: &str) -> Option<String> {
    for_reference(reference).map(|it| it.icon.clone())
}

/// Puts every card where the layout file says, else where automatic layout once put it, else where it does now.
fn stand(mut scene: Scene, layout: &LayoutFile, previous: Option<&Snapshot>) -> (Arc<Scene>, Arc<Places>) {
    let mut auto = previous.map(|it| Arc::clone(&it.auto)).unwrap_or_default();
    let mut places: Places = scene.nodes.values().filter_map(|it| Some((it.id.clone(), *auto.get(&it.id)?))).collect();
    places.extend(layout.places.iter().map(|(id, at)| (id.clone(), *at)));
    if scene.nodes.values().any(|it| !places.contains_key(&it.id)) {
        scene.place(&places);
        let new = arrange(&scene, &places);
        Arc::make_mut(&mut auto).extend(new.iter().map(|(id, at)| (id.clone(), *at)));
        places.extend(new);
    }
    scene.place(&places);
    match previous.filter(|it| *it.scene == scene) {
        Some(it) => (Arc::clone(&it.scene), auto),
        None => (Arc::new(scene), auto),
    }
}
