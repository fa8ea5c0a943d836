//! Hands for the tests: a script of pointer and key lines, played on an editor as a browser would send it.
//!
//! ```text
//! press PLACE          release             click PLACE        double PLACE       drag PLACE to PLACE | by DX DY
//! move to PLACE | by DX DY                 key Ctrl+Z         keyup Space        wheel DX DY         tick MS
//! add IMAGE [at X Y] [from NODE]           run COMMAND        connect NODE       mount VOLUME SERVICE PATH
//! type FILE "old" "new"                    select NODE…       caret FILE "text"  show live
//! ```
//!
//! A PLACE is a card (`service:api`, its middle), a handle (`service:api/mount`), an edge (`depends_on:api->db`) or
//! `X Y` on the screen. A pointer line may end in `with` and any of shift, ctrl, alt, touch, middle, right, second.

use estiba::command::table::parse;
use estiba::editor::action::{Action, Effect, Modifiers, Pointer, PointerKind, Target};
use estiba::editor::editor::Editor;
use estiba::editor::selection::Selection;
use estiba::scene::graph::{EdgeKind, NodeId, Point};
use estiba::scene::route::{handles, route};
use estiba::text::edit::TextEdit;
use estiba::text::path::FilePath;
use estiba::text::span::Span;
use std::fmt::Write;

/// What goes wrong in a script.
type Played<T = ()> = Result<T, String>;

/// An editor in somebody's hands.
pub struct Hands {
    /// The editor.
    pub editor: Editor,
    /// Everything it answered, a line each.
    pub log: String,
    pointer: Pointer,
    time: f64,
}

impl Hands {
    /// Hands on `editor`, the pointer in the corner.
    pub fn new(editor: Editor) -> Self {
        let pointer = Pointer {
            at: Point::default(),
            target: Target::Canvas,
            button: 0,
            modifiers: Modifiers::default(),
            kind: PointerKind::Mouse,
            id: 1,
            time: 0.0,
        };
        Self { editor, log: String::new(), pointer, time: 1000.0 }
    }

    /// Plays one line.
    pub fn play(&mut self, line: &str) -> Played {
        let (line, with) = line.split_once(" with ").unwrap_or((line, ""));
        let (verb, rest) = line.trim().split_once(' ').unwrap_or((line.trim(), ""));
        self.hold(with);
        match verb {
            "press" => self.press(rest),
            "release" => self.release(),
            "click" => self.press(rest).and_then(|()| self.release()),
            "double" => self.play(&format!("click {rest}")).and_then(|()| self.play(&format!("click {rest}"))),
            "move" => self.move_to(rest),
            "drag" => self.drag(rest),
            "key" => self.key(rest, true),
            "keyup" => self.key(rest, false),
            "wheel" => {
                let delta = point(rest)?;
                self.act(Action::Wheel { at: self.pointer.at, delta, modifiers: self.pointer.modifiers })
            }
            "tick" => {
                self.time += rest.parse::<f64>().map_err(|it| it.to_string())?;
                self.act(Action::Tick { time: self.time })
            }
            "show" => {
                self.show();
                Ok(())
            }
            _ => self.other(verb, rest),
        }
    }

    /// Takes the words behind `with`; they hold for this line only.
    fn hold(&mut self, with: &str) {
        let has = |word: &str| with.split_whitespace().any(|it| it == word);
        self.pointer.modifiers = Modifiers { ctrl: has("ctrl"), shift: has("shift"), alt: has("alt") };
        self.pointer.kind = if has("touch") { PointerKind::Touch } else { PointerKind::Mouse };
        self.pointer.button = if has("middle") { 1 } else { u8::from(has("right")) * 2 };
        self.pointer.id = if has("second") { 2 } else { 1 };
    }

    /// Lines that are no gesture.
    fn other(&mut self, verb: &str, rest: &str) -> Played {
        let words: Vec<&str> = rest.split_whitespace().collect();
        match (verb, &words[..]) {
            ("add", [image, more @ ..]) => self.add(image, more),
            ("run", _) => self.act(Action::Run(parse(rest).map_err(|it| it.en)?)),
            ("connect", [node]) => self.act(Action::ConnectTo(id(node)?)),
            ("mount", [volume, service, target]) => self.act(Action::MountAt {
                volume: (*volume).to_owned(),
                service: (*service).to_owned(),
                target: (*target).to_owned(),
                read_only: false,
            }),
            ("select", nodes) => self.act(Action::Select(nodes.iter().map(|it| id(it)).collect::<Played<_>>()?)),
            ("type", [file, ..]) => {
                let quoted: Vec<&str> = rest.split('"').collect();
                let [_, old, _, new, ..] = quoted[..] else { return Err("two quoted texts".to_owned()) };
                let (old, new) = (old.replace("\\n", "\n"), new.replace("\\n", "\n"));
                let start = self.find(file, &old)?;
                let edit = TextEdit::replace(Span::new(start, start + old.len()), new);
                self.act(Action::Type { file: FilePath::new(file), edit })
            }
            ("caret", [file, ..]) => {
                let text = rest.split('"').nth(1).ok_or("a quoted text")?;
                self.act(Action::Caret { file: FilePath::new(file), offset: self.find(file, text)? })
            }
            _ => Err("no such line".to_owned()),
        }
    }

    /// `add IMAGE [at X Y] [from NODE]`, with bytes that are anything but random.
    fn add(&mut self, image: &str, more: &[&str]) -> Played {
        let after = |word: &str| more.iter().position(|it| *it == word).map(|at| &more[at + 1..]);
        let at = after("at").map(|it| point(&it[..2].join(" "))).transpose()?;
        let from = after("from").map(|it| id(it[0])).transpose()?;
        let entropy = (0..4096_u32).map(|it| it.wrapping_mul(2_654_435_761).to_be_bytes()[1]).collect();
        self.act(Action::AddImage { image: image.to_owned(), at, from, entropy })
    }

    fn press(&mut self, place: &str) -> Played {
        (self.pointer.at, self.pointer.target) = self.place(place)?;
        let pointer = self.now();
        self.act(Action::PointerDown(pointer))
    }

    fn release(&mut self) -> Played {
        let pointer = self.now();
        self.act(Action::PointerUp(pointer))
    }

    fn move_to(&mut self, rest: &str) -> Played {
        let to = match rest.split_once(' ').ok_or("`to` or `by`")? {
            ("to", place) => self.place(place)?.0,
            (_, by) => self.pointer.at.plus(point(by)?),
        };
        // In steps, as a hand does.
        for part in [0.25, 0.5, 0.75, 1.0] {
            let way = to.minus(self.pointer.at);
            let at = self.pointer.at.plus(Point::new(way.x * part, way.y * part));
            self.time += 16.0;
            let pointer = Pointer { at, ..self.now() };
            self.act(Action::PointerMove(pointer))?;
        }
        self.pointer.at = to;
        Ok(())
    }

    /// `drag PLACE to PLACE`, `drag PLACE by DX DY`.
    fn drag(&mut self, rest: &str) -> Played {
        let (place, way) = match rest.split_once(" to ") {
            Some((place, to)) => (place, format!("to {to}")),
            None => rest.split_once(" by ").map(|(place, by)| (place, format!("by {by}"))).ok_or("`to` or `by`")?,
        };
        self.press(place)?;
        self.move_to(&way)?;
        self.release()
    }

    fn key(&mut self, chord: &str, down: bool) -> Played {
        let mut parts: Vec<&str> = chord.split('+').collect();
        let key = parts.pop().unwrap_or_default().to_owned();
        let has = |word: &str| parts.contains(&word);
        let modifiers = Modifiers { ctrl: has("Ctrl"), shift: has("Shift"), alt: has("Alt") };
        let code = if key.len() == 1 { format!("Key{}", key.to_uppercase()) } else { key.clone() };
        self.act(if down { Action::Key { key, code, modifiers } } else { Action::KeyUp { key, code, modifiers } })
    }

    /// What the gesture under way shows.
    fn show(&mut self) {
        let live = self.editor.live().clone();
        if let Some(it) = live.moving {
            let copies = if it.copies { " as copies" } else { "" };
            writeln!(self.log, "moving {} by {} {}{copies}", it.nodes.len(), it.offset.x, it.offset.y).unwrap();
        }
        for it in live.guides {
            let what = if it.gap { "gap" } else { "line" };
            let across = if it.vertical { "x" } else { "y" };
            writeln!(self.log, "{what} at {across} {} from {} to {}", it.at, it.from, it.to).unwrap();
        }
        if let Some(it) = live.connecting {
            let edge = it.preview.edge.map_or("nothing".to_owned(), |it| it.id());
            let why = it.preview.refusal.map_or(String::new(), |it| format!(": {}", it.en));
            writeln!(self.log, "connecting {} makes {edge}{why}", it.preview.from).unwrap();
        }
        if let Some(it) = live.brush {
            writeln!(self.log, "box {} {} {} {}", it.x, it.y, it.width, it.height).unwrap();
        }
        let it = self.editor.viewport();
        writeln!(
            self.log,
            "view {:.0} {:.0} at {:.2}, panning {}, stale {}",
            it.x,
            it.y,
            it.zoom,
            live.panning,
            self.editor.snapshot().stale
        )
        .unwrap();
    }

    /// Dispatches, and logs the answers.
    fn act(&mut self, action: Action) -> Played {
        for effect in self.editor.dispatch(action) {
            let line = match effect {
                Effect::Save => continue,
                Effect::Announce(it) => format!("{} / {}", it.en, it.es),
                Effect::Toast { text, undo } => format!("toast{} {}", if undo { " with undo" } else { "" }, text.en),
                Effect::AskMount { volume, service, proposed } => format!("ask mount {volume} {service} {proposed}"),
                Effect::AskTarget(id) => format!("ask target of {id}"),
                Effect::AskAdd { at, from } => {
                    let from = from.map_or(String::new(), |it| format!(" from {it}"));
                    format!("ask add at {} {}{from}", at.x, at.y)
                }
                Effect::OpenMenu { target, at } => format!("menu {target:?} at {} {}", at.x, at.y),
                Effect::Rename(id) => format!("rename {id}"),
                Effect::Download { name, bytes, .. } => format!("download {name}, {} bytes", bytes.len() > 100),
                other => format!("{other:?}"),
            };
            writeln!(self.log, "{line}").unwrap();
        }
        self.holds()
    }

    /// What must be true after every action.
    fn holds(&self) -> Played {
        let scene = &self.editor.snapshot().scene;
        let known: Selection = self.editor.selection().clone().within(scene);
        if known != *self.editor.selection() {
            return Err("the selection names something that is not there".to_owned());
        }
        Ok(())
    }

    /// The pointer, a little later than before.
    fn now(&mut self) -> Pointer {
        self.time += 10.0;
        Pointer { time: self.time, ..self.pointer.clone() }
    }

    /// A place of a script on the screen.
    fn place(&self, place: &str) -> Played<(Point, Target)> {
        if let Ok(at) = point(place) {
            return Ok((at, Target::Canvas));
        }
        let (scene, view) = (&self.editor.snapshot().scene, self.editor.viewport());
        if let Some(edge) = scene.edge(place) {
            let rect = |id: &NodeId| scene.node(id).map(|it| it.rect).ok_or("an end of the edge is missing");
            let label = route(rect(&edge.from)?, rect(&edge.to)?).label;
            return Ok((view.to_screen(label), Target::Edge(place.to_owned())));
        }
        let (card, handle) = place.split_once('/').unwrap_or((place, ""));
        let node = scene.nodes.get(card).ok_or_else(|| format!("no card {card}"))?;
        let Some(kind) = EdgeKind::from_id(handle) else {
            return Ok((view.to_screen(node.rect.center()), Target::Node(node.id.clone())));
        };
        let at = handles(node).into_iter().find(|it| it.0 == kind).ok_or("no such handle")?.1;
        Ok((view.to_screen(at), Target::Handle(node.id.clone(), kind)))
    }

    /// Where `part` begins in a file.
    fn find(&self, file: &str, part: &str) -> Played<usize> {
        let text = self.editor.snapshot().text(&FilePath::new(file)).cloned().unwrap_or_default();
        text.find(part).ok_or_else(|| format!("`{part}` is not in {file}"))
    }
}

/// The node `service:api`.
fn id(key: &str) -> Played<NodeId> {
    NodeId::parse(key).ok_or_else(|| format!("`{key}` is no node"))
}

/// `X Y`.
fn point(text: &str) -> Played<Point> {
    let numbers: Vec<f64> = text.split_whitespace().map_while(|it| it.parse().ok()).collect();
    match numbers[..] {
        [x, y] if text.split_whitespace().count() == 2 => Ok(Point::new(x, y)),
        _ => Err(format!("`{text}` is no place")),
    }
}
