//! Adding: a catalogue image, or any image, becomes a service with a free name at a free place, with the lines that it
//! needs in `.env`; copies of services stand beside their originals.

use crate::catalog::draft::{Draft, EnvLine, Taken, draft, service_name};
use crate::catalog::image::Image;
use crate::catalog::images;
use crate::catalog::reference::Reference;
use crate::command::commands::{Command, ResourceKind};
use crate::compose::model::Project;
use crate::editor::connect::{Plan, plan};
use crate::editor::editor::Editor;
use crate::editor::run::{Done, add_image};
use crate::editor::selection::Selection;
use crate::editor::snapshot::Snapshot;
use crate::editor::words;
use crate::scene::columns::snapped;
use crate::scene::graph::{Node, NodeId, NodeKind, Point, Rect};
use crate::scene::layout::free_place;
use crate::scene::size::{HEAD, ROW};
use crate::syntax::dotenv::reader::read;
use crate::text::edit::TextEdit;
use crate::text::path::FilePath;
use crate::text::words::Text;
use std::collections::BTreeSet;

impl Editor {
    /// Puts a service of `image`, a catalogue id or a reference, on the canvas, connected from `from`.
    pub(in crate::editor) fn add(&mut self, image: &str, at: Option<Point>, from: Option<&NodeId>, entropy: &[u8]) {
        match self.added(image, from, entropy) {
            Ok((name, done)) => {
                let says = words::ADDED.fill(&[("name", &name)]);
                let selection = Selection::of(vec![NodeId::service(&name)]);
                let done = self.placed(done, &NodeId::service(&name), at);
                self.commit_done(Done { says, selection, ..done }, None);
            }
            Err(why) => self.refuse(why),
        }
    }

    /// The new service's name, and what adding it leaves behind.
    fn added(&self, image: &str, from: Option<&NodeId>, entropy: &[u8]) -> Result<(String, Done), Text> {
        let taken = self.service_names();
        let (name, commands, env) = if let Some(known) = images::image(image) {
            self.known_service(known, &taken, entropy)?
        } else {
            let name = free_name(&base_name(image), &taken);
            (name.clone(), vec![add_image(&name, image)], Vec::new())
        };
        let done = self.with_env(self.carry_out(&commands)?, &env);
        Ok((name.clone(), self.joined(done, from, &NodeId::service(&name))))
    }

    /// Name, commands and lines of `.env` of a catalogue image.
    fn known_service(
        &self,
        image: &Image,
        taken: &BTreeSet<String>,
        entropy: &[u8],
    ) -> Result<(String, Vec<Command>, Vec<EnvLine>), Text> {
        let name = service_name(image, taken);
        let made = draft(image, &name, &self.taken(), entropy).ok_or_else(|| words::NO_ENTROPY.text())?;
        let Draft { body, env, volumes } = made;
        let declare = |name: String| Command::AddResource { kind: ResourceKind::Volume, name };
        let volumes = volumes.into_iter().map(declare);
        let service = Command::AddServiceText { name: name.clone(), body };
        Ok((name, volumes.chain([service]).collect(), env))
    }

    /// Names that the project has already.
    fn taken(&self) -> Taken {
        let variables = self.snapshot.text(&self.env_path()).map(|it| read(it).entries).unwrap_or_default();
        let variables = variables.into_iter().map(|it| it.key.value).collect();
        let Some(project) = self.snapshot.project() else { return Taken { variables, ..Taken::default() } };
        let published =
            project.services.values().flat_map(|it| &it.ports).filter_map(|it| it.value.published.as_deref());
        let ports = published.filter_map(|it| it.parse().ok()).collect();
        Taken { variables, volumes: project.volumes.keys().cloned().collect(), ports }
    }

    /// Names of services.
    pub(in crate::editor) fn service_names(&self) -> BTreeSet<String> {
        self.snapshot.project().map(|it| it.services.keys().cloned().collect()).unwrap_or_default()
    }

    /// The `.env` beside the main compose file.
    fn env_path(&self) -> FilePath {
        self.snapshot.target().beside(".env")
    }

    /// `done` with `lines` at the end of `.env`.
    fn with_env(&self, done: Done, lines: &[EnvLine]) -> Done {
        if lines.is_empty() {
            return done;
        }
        let path = self.env_path();
        let workspace = &done.snapshot.workspace;
        let text = workspace.text(&path).unwrap_or_default();
        let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let gap = if text.is_empty() || text.ends_with('\n') { "" } else { end };
        let new: Vec<String> = lines.iter().map(|it| format!("{}={}{end}", it.key, it.value)).collect();
        let edit = TextEdit::insert(text.len(), format!("{gap}{}", new.concat()));
        let Some(workspace) = workspace.edited(&[(path, edit)]) else { return done };
        Done { snapshot: Snapshot::derive(&workspace, Some(&done.snapshot)), ..done }
    }

    /// `done` with a connection from `from`, where one may be.
    fn joined(&self, done: Done, from: Option<&NodeId>, to: &NodeId) -> Done {
        let planned = from.zip(done.snapshot.project()).and_then(|(from, project)| plan(project, from, to).ok());
        let commands = match planned {
            Some(Plan::Run(commands)) => commands,
            Some(Plan::AskMount { volume, service }) => {
                let target = data_path(done.snapshot.project(), &service);
                vec![Command::Mount { source: volume, service, target, read_only: false }]
            }
            None => return done,
        };
        let next = Editor { snapshot: done.snapshot.clone().into(), ..self.clone() };
        match next.carry_out(&commands) {
            Ok(joined) => Done { snapshot: joined.snapshot, ..done },
            Err(_) => done,
        }
    }

    /// `done` with every card's place written, and the new one at a free place near `at`, its head under the point.
    fn placed(&self, done: Done, id: &NodeId, at: Option<Point>) -> Done {
        let scene = &done.snapshot.scene;
        let Some(node) = scene.node(id) else { return done };
        let mut places = scene.places();
        let middle = at.or_else(|| self.middle_of_view());
        if let Some(middle) = middle {
            let near = Point::new(snapped(middle.x - node.rect.width / 2.0), snapped(middle.y - HEAD / 2.0));
            let known = |it: &NodeId| self.snapshot.scene.node(it).is_some();
            // A card grows by a row for its ports, its marks and its mounts; without room it would grow over the next one.
            let room = |it: &Node| ROW * if it.id.kind == NodeKind::Service { 2.0 } else { 0.0 };
            let grown = |it: &Node| Rect { height: it.rect.height + room(it), ..it.rect };
            let taken: Vec<Rect> = scene.nodes.values().filter(|it| known(&it.id)).map(grown).collect();
            places.insert(id.clone(), free_place(&taken, node.rect.width, node.rect.height + room(node), near));
            // What came with it, its volume, goes beside it.
            places.retain(|it, _| it == id || known(it));
        }
        let workspace = done.snapshot.with_places(places);
        let near = Snapshot { auto: self.snapshot.auto.clone(), ..done.snapshot };
        let beside = Snapshot::derive(&workspace, Some(&near));
        let workspace = beside.with_places(beside.scene.places());
        Done { snapshot: Snapshot::derive(&workspace, Some(&beside)), ..done }
    }

    /// The middle of what the screen shows; `None` before the canvas has a size.
    fn middle_of_view(&self) -> Option<Point> {
        let (width, height) = self.canvas;
        (width > 0.0 && height > 0.0).then(|| self.viewport.to_canvas(Point::new(width / 2.0, height / 2.0)))
    }

    /// Copies of the services among `nodes`, each `offset` from its original or, where they must be `free`, at the nearest
    /// free place to that; one step, and the copies are selected.
    pub(in crate::editor) fn copy_services(&mut self, nodes: &[NodeId], offset: Point, free: bool) {
        let (mut taken, mut commands, mut copies) = (self.service_names(), Vec::new(), Vec::new());
        for id in nodes.iter().filter(|it| it.kind == NodeKind::Service) {
            let new = free_name(&id.name, &taken);
            taken.insert(new.clone());
            copies.push((id.clone(), NodeId::service(&new)));
            commands.push(Command::DuplicateService { name: id.name.clone(), new });
        }
        if commands.is_empty() {
            return self.refuse(words::NOTHING_TO_COPY.text());
        }
        let done = match self.carry_out(&commands) {
            Ok(done) => done,
            Err(why) => return self.refuse(why),
        };
        let mut places = done.snapshot.scene.places();
        let mut taken: Vec<Rect> = self.snapshot.scene.nodes.values().map(|it| it.rect).collect();
        for (original, copy) in &copies {
            let Some(rect) = self.snapshot.scene.node(original).map(|it| it.rect) else { continue };
            let wish = rect.origin().plus(Point::new(offset.x.round(), offset.y.round()));
            let at = if free { free_place(&taken, rect.width, rect.height, wish) } else { wish };
            taken.push(rect.at(at));
            places.insert(copy.clone(), at);
        }
        let workspace = done.snapshot.with_places(places);
        let selection = Selection::of(copies.into_iter().map(|(_, copy)| copy).collect());
        let snapshot = Snapshot::derive(&workspace, Some(&done.snapshot));
        self.commit_done(Done { snapshot, selection, ..done }, None);
    }
}

/// Where the image of `service` keeps its data, `/data` where nobody knows.
pub fn data_path(project: Option<&Project>, service: &str) -> String {
    let image = project.and_then(|it| it.services.get(service)?.image.as_ref());
    image.and_then(|it| images::data_path(&it.value)).unwrap_or("/data").to_owned()
}

/// A service's name out of an image reference: `ghcr.io/acme/Web_App:2` gives `web_app`.
fn base_name(reference: &str) -> String {
    let repository = Reference::parse(reference).repository;
    let last = repository.rsplit('/').next().unwrap_or_default().to_lowercase();
    let name: String = last.chars().filter(|it| it.is_ascii_alphanumeric() || "._-".contains(*it)).collect();
    if name.is_empty() { "app".to_owned() } else { name }
}

/// `name`, with a number where it is taken; `api-2` counts on to `api-3`.
fn free_name(name: &str, taken: &BTreeSet<String>) -> String {
    if !taken.contains(name) {
        return name.to_owned();
    }
    let numbered = name.rsplit_once('-').filter(|(_, it)| it.parse::<u32>().is_ok());
    let stem = numbered.map_or(name, |(stem, _)| stem);
    let mut names = (2..=taken.len() + 2).map(|it| format!("{stem}-{it}"));
    names.find(|it| !taken.contains(it)).unwrap_or_else(|| format!("{stem}-copy"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_from_the_image_and_are_free() {
        let taken = BTreeSet::from(["web".to_owned(), "web-2".to_owned()]);
        assert_eq!(free_name("web", &taken), "web-3");
        assert_eq!(free_name("web-2", &taken), "web-3");
        assert_eq!(free_name("api", &taken), "api");
        assert_eq!(base_name("ghcr.io:443/acme/Web_App:2@sha256:00"), "web_app");
        assert_eq!(base_name(""), "app");
    }
}
