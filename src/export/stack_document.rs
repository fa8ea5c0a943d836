//! `STACK.md`: what a stack holds and how to run it, for the person who gets the files and knows nothing of them. It says
//! only what the files say; secrets have names here and never values.

use crate::catalog::secret_name::is_secret;
use crate::compose::load::Files;
use crate::compose::model::{Port, Project};
use crate::export::env_example::{Entry, entries};
use crate::export::markdown::{Markdown, code, codes};
use crate::export::stack_operation;
use crate::export::stack_parts;
use crate::export::stack_services;
use crate::export::start_order::is_one_shot;
use crate::export::{ascii, mermaid, words};
use crate::text::diagnostic::Diagnostic;
use crate::text::path::FilePath;
use crate::text::words::{Lang, Pair};

/// The document's name in an export.
pub const NAME: &str = "STACK.md";

/// What the document is written from.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// All files.
    pub files: &'a Files,
    /// The compose file that comes first.
    pub compose_file: &'a FilePath,
    /// The project they give.
    pub project: &'a Project,
    /// What is to be mended.
    pub findings: &'a [Diagnostic],
    /// The document's language.
    pub lang: Lang,
}

impl Source<'_> {
    /// A sentence as it stands.
    pub fn say(&self, pair: Pair) -> &'static str {
        pair.get(self.lang)
    }

    /// A sentence with values.
    pub fn fill(&self, pair: Pair, values: &[(&str, &str)]) -> String {
        pair.fill(values).get(self.lang).to_owned()
    }

    /// The text of a file.
    pub fn text(&self, path: &str) -> Option<&str> {
        std::str::from_utf8(self.files.get(&FilePath::new(path))?).ok()
    }

    /// `docker compose` with the option that a compose file of another name needs.
    pub fn compose(&self, rest: &str) -> String {
        let usual = ["compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml"];
        if usual.contains(&self.compose_file.as_str()) {
            format!("docker compose {rest}")
        } else {
            format!("docker compose -f {} {rest}", self.compose_file)
        }
    }

    /// Published ports with the services that publish them.
    pub fn published(&self) -> Vec<(&str, &Port)> {
        let ports = self
            .project
            .services
            .iter()
            .flat_map(|(name, it)| it.ports.iter().map(move |port| (name.as_str(), &port.value)));
        ports.filter(|(_, it)| it.published.is_some()).collect()
    }
}

/// The document.
pub fn document(source: &Source<'_>) -> String {
    let mut text = Markdown::default();
    text.paragraph(words::MARK);
    text.heading(1, &source.project.name);
    text.paragraph(source.say(words::INTRO));
    overview(source, &mut text);
    requirements(source, &mut text);
    quick_start(source, &mut text);
    architecture(source, &mut text);
    stack_services::write(source, &mut text);
    stack_parts::ports(source, &mut text);
    stack_parts::volumes(source, &mut text);
    stack_parts::networks(source, &mut text);
    stack_operation::environment(source, &mut text);
    stack_operation::start_order(source, &mut text);
    stack_operation::life_cycle(source, &mut text);
    stack_operation::backup(source, &mut text);
    stack_operation::security(source, &mut text);
    stack_operation::trouble(source, &mut text);
    without_secrets(text.finish(), source)
}

/// `text` with the name of each secret in the place of its value: a resolved command may hold one. A value that is a
/// common word is left, or the word would vanish everywhere; another rule says what is wrong with it.
fn without_secrets(text: String, source: &Source<'_>) -> String {
    let env = entries(source.text(".env").unwrap_or_default());
    let listed = env.iter().filter_map(|it| match it {
        Entry::Variable { key, value, .. } => Some((*key, value.trim_matches(['"', '\'']))),
        Entry::Other(_) => None,
    });
    let given = source.project.services.values().flat_map(|it| &it.environment);
    let given = given.filter_map(|(key, it)| Some((key.as_str(), it.value.as_deref()?)));
    let long = |value: &str| value.len() >= 8 && value.contains(|it: char| it.is_ascii_digit() || it.is_uppercase());
    let secrets = listed.chain(given).filter(|(key, value)| is_secret(key) && long(value) && !value.contains('$'));
    secrets.fold(text, |text, (key, value)| text.replace(value, &format!("${{{key}}}")))
}

/// Whether `text` is a document that an export wrote, and may therefore write anew.
pub fn is_ours(text: &str) -> bool {
    text.starts_with(words::MARK)
}

/// How much there is, and the files.
fn overview(source: &Source<'_>, text: &mut Markdown) {
    text.heading(2, source.say(words::OVERVIEW));
    let project = source.project;
    let count = |it: usize| it.to_string();
    let counts = [
        ("services", count(project.services.len())),
        ("volumes", count(project.volumes.len())),
        ("networks", count(project.networks.len())),
        ("ports", count(source.published().len())),
    ];
    let counts: Vec<(&str, &str)> = counts.iter().map(|(key, value)| (*key, value.as_str())).collect();
    text.paragraph(&source.fill(words::COUNTS, &counts));
    text.heading(3, source.say(words::FILES));
    let rows: Vec<Vec<String>> = source
        .files
        .keys()
        .map(|it| vec![code(it.as_str()), source.say(purpose(it, source.compose_file)).to_owned()])
        .collect();
    text.table(&[source.say(words::FILE), source.say(words::PURPOSE)], &rows);
}

/// What a file is for, by its name.
fn purpose(path: &FilePath, compose_file: &FilePath) -> Pair {
    let name = path.name();
    let extension = name.rsplit_once('.').map_or("", |(_, it)| it);
    let yaml = matches!(extension, "yaml" | "yml");
    match name {
        _ if path == compose_file || (yaml && name.contains("compose")) => words::FILE_COMPOSE,
        ".env" => words::FILE_ENV,
        ".env.example" => words::FILE_EXAMPLE,
        NAME => words::FILE_STACK,
        ".estiba.yaml" => words::FILE_LAYOUT,
        _ if extension == "dockerignore" => words::FILE_IGNORE,
        _ if name.starts_with("Dockerfile") || extension == "Dockerfile" => words::FILE_DOCKERFILE,
        _ if extension == "sh" => words::FILE_SCRIPT,
        _ => words::FILE_OTHER,
    }
}

/// What must be there before the first start.
fn requirements(source: &Source<'_>, text: &mut Markdown) {
    text.heading(2, source.say(words::REQUIREMENTS));
    text.item(source.say(words::NEEDS_DOCKER));
    text.item(source.say(words::NEEDS_NETWORK));
    let running = source.project.services.iter().filter(|(name, _)| !is_one_shot(name, source.project));
    let memory = running.filter_map(|(_, it)| stack_services::known(it)?.memory);
    let (least, comfortable) = memory.fold((0, 0), |(least, more), it| (least + it.0, more + it.1));
    if comfortable > 0 {
        let values = [("least", least.to_string()), ("comfortable", comfortable.to_string())];
        text.item(&source.fill(words::NEEDS_MEMORY, &values.each_ref().map(|(key, value)| (*key, value.as_str()))));
    }
    let ports: Vec<&str> = source.published().iter().filter_map(|(_, it)| it.published.as_deref()).collect();
    if !ports.is_empty() {
        text.item(&source.fill(words::NEEDS_PORTS, &[("ports", &codes(ports))]));
    }
}

/// The shortest way to a running stack.
fn quick_start(source: &Source<'_>, text: &mut Markdown) {
    text.heading(2, source.say(words::QUICK_START));
    if source.text(".env").is_some() {
        text.paragraph(source.say(words::QUICK_ENV));
    } else if source.text(".env.example").is_some() {
        text.paragraph(source.say(words::QUICK_COPY));
    }
    text.code("sh", &format!("{}\n{}", stack_operation::start_command(source), source.compose("ps")));
    let tcp = source.published().into_iter().filter(|(_, it)| it.protocol == "tcp");
    let addresses: Vec<String> =
        tcp.filter_map(|(name, it)| Some(format!("`{name}` → `localhost:{}`", it.published.as_deref()?))).collect();
    if !addresses.is_empty() {
        text.paragraph(&source.fill(words::OPEN_AT, &[("addresses", &addresses.join(", "))]));
    }
}

/// Both drawings.
fn architecture(source: &Source<'_>, text: &mut Markdown) {
    text.heading(2, source.say(words::ARCHITECTURE));
    text.code("mermaid", &mermaid::flowchart(source.project, source.lang));
    text.paragraph(source.say(words::DIAGRAM_READS));
    text.paragraph(source.say(words::ASCII));
    text.code("text", &ascii::drawing(source.project));
}
