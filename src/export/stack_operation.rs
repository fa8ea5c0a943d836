//! Running the stack: variables, order, life cycle, copies, safety, first aid.

use crate::catalog::secret_name::is_secret;
use crate::compose::model::{MountKind, Project};
use crate::export::env_example::{Entry, entries, shown};
use crate::export::markdown::{Markdown, code, codes};
use crate::export::stack_document::Source;
use crate::export::stack_parts::is_loopback;
use crate::export::stack_services::{known, needs};
use crate::export::start_order::steps;
use crate::export::words::AND;
use crate::export::words_operation as words;
use crate::text::diagnostic::Severity;

/// The command that starts everything.
pub fn start_command(source: &Source<'_>) -> String {
    let builds = source.project.services.values().any(|it| it.build.is_some());
    source.compose(if builds { "up -d --build" } else { "up -d" })
}

/// The variables of `.env` in its groups: a comment with a rule, as `# --- Database ---`, begins one.
pub fn environment(source: &Source<'_>, text: &mut Markdown) {
    text.heading(2, source.say(words::ENVIRONMENT));
    let Some(env) = source.text(".env").or(source.text(".env.example")) else {
        text.paragraph(source.say(words::NO_ENVIRONMENT));
        return;
    };
    text.paragraph(source.say(words::ENVIRONMENT_SAYS));
    let (mut group, mut rows, mut meaning) = (String::new(), Vec::new(), Vec::new());
    for entry in entries(env) {
        match entry {
            Entry::Variable { key, value, .. } => {
                rows.push(variable(key, value, &meaning.join(" "), source));
                meaning.clear();
            }
            Entry::Other(line) => match (title(line), line.trim().strip_prefix('#')) {
                (Some(title), _) => {
                    write_group(&group, &std::mem::take(&mut rows), source, text);
                    title.clone_into(&mut group);
                    meaning.clear();
                }
                (None, Some(comment)) => meaning.push(comment.trim().to_owned()),
                (None, None) => meaning.clear(),
            },
        }
    }
    write_group(&group, &rows, source, text);
}

/// A group's table.
fn write_group(group: &str, rows: &[Vec<String>], source: &Source<'_>, text: &mut Markdown) {
    if rows.is_empty() {
        return;
    }
    text.heading(3, if group.is_empty() { source.say(words::GENERAL) } else { group });
    text.table(&[words::VARIABLE, words::EXAMPLE, words::USED_BY, words::MEANING].map(|it| source.say(it)), rows);
}

/// The title in a comment such as `# --- Database ---`.
fn title(line: &str) -> Option<&str> {
    let comment = line.trim().strip_prefix('#')?;
    let words = comment.trim_matches(|it: char| it.is_whitespace() || "-=#*─═".contains(it));
    let ruled = ["--", "==", "##", "**", "──", "══"].iter().any(|it| comment.contains(it));
    (ruled && !words.is_empty()).then_some(words)
}

/// The row of a variable.
fn variable(key: &str, value: &str, meaning: &str, source: &Source<'_>) -> Vec<String> {
    let secret = is_secret(key);
    let example = if secret { source.say(words::SECRET).to_owned() } else { code(&shown(key, value)) };
    let mark = if secret { " 🔒" } else { "" };
    vec![format!("{}{mark}", code(key)), example, codes(used_by(key, source)), meaning.to_owned()]
}

/// The services whose part of the compose file names a variable.
fn used_by<'a>(key: &str, source: &Source<'a>) -> Vec<&'a str> {
    let Some(text) = source.text(source.compose_file.as_str()) else { return Vec::new() };
    let mut starts: Vec<(usize, &'a str)> =
        source.project.services.iter().map(|(name, it)| (it.origin.span.start, name.as_str())).collect();
    starts.sort_unstable();
    let ends = starts.iter().skip(1).map(|(at, _)| *at).chain([text.len()]);
    let parts = starts.iter().zip(ends).map(|((start, name), end)| (*name, text.get(*start..end).unwrap_or_default()));
    parts.filter(|(_, part)| names_variable(part, key)).map(|(name, _)| name).collect()
}

/// Whether `$KEY` or `${KEY…}` stands in `text`.
fn names_variable(text: &str, key: &str) -> bool {
    text.match_indices('$').any(|(at, _)| {
        let rest = text.get(at + 1..).unwrap_or_default();
        let rest = rest.strip_prefix('{').unwrap_or(rest);
        let rest = rest.strip_prefix(key);
        rest.is_some_and(|it| !it.starts_with(|next: char| next.is_alphanumeric() || next == '_'))
    })
}

/// The steps, each with what its services wait for.
pub fn start_order(source: &Source<'_>, text: &mut Markdown) {
    text.heading(2, source.say(words::START_ORDER));
    text.paragraph(source.say(words::START_SAYS));
    for (number, step) in steps(source.project).into_iter().enumerate() {
        let values = [("number", (number + 1).to_string()), ("services", codes(&step))];
        text.heading(3, &source.fill(words::STEP, &values.each_ref().map(|(key, value)| (*key, value.as_str()))));
        for (name, service) in step.iter().filter_map(|it| Some((*it, source.project.services.get(*it)?))) {
            let needs = needs(service, source);
            if !needs.is_empty() {
                text.item(
                    &source
                        .fill(words::STEP_WAITS, &[("service", &code(name)), ("needs", &needs.join(source.say(AND)))]),
                );
            }
        }
    }
}

/// Commands from the first start to the last.
pub fn life_cycle(source: &Source<'_>, text: &mut Markdown) {
    text.heading(2, source.say(words::LIFE_CYCLE));
    let first = source.project.services.keys().next().map_or("SERVICE", String::as_str);
    let rows = [
        (words::CHECK, source.compose("config --quiet")),
        (words::START, start_command(source)),
        (words::STATUS, source.compose("ps")),
        (
            words::LOGS,
            format!("{}\n{}", source.compose("logs -f"), source.compose(&format!("logs -f --tail 100 {first}"))),
        ),
        (words::SHELL, source.compose(&format!("exec {first} sh"))),
        (words::STOP, format!("{}\n{}", source.compose("stop"), source.compose("start"))),
        (words::REMOVE, source.compose("down")),
        (words::UPDATE, format!("{}\n{}", source.compose("pull --ignore-buildable"), start_command(source))),
    ];
    for (pair, command) in rows {
        text.heading(3, source.say(pair));
        text.code("sh", &command);
    }
    text.heading(3, source.say(words::CLEAN));
    text.paragraph(source.say(words::CLEAN_WARNING));
    text.code("sh", &format!("{}\n{}", source.compose("down -v --remove-orphans"), start_command(source)));
}

/// How data is saved: by the database's own program where it is known, else as an archive of the volume.
pub fn backup(source: &Source<'_>, text: &mut Markdown) {
    text.heading(2, source.say(words::BACKUP));
    let (mut nothing, mut covered) = (true, Vec::new());
    for (name, service) in &source.project.services {
        let Some((image, backup)) = known(service).and_then(|it| Some((it, it.backup.as_ref()?))) else { continue };
        let command = |it: &str| it.replace("{service}", name).replace("docker compose ", &source.compose(""));
        text.heading(3, &source.fill(words::BACKUP_OF, &[("service", &code(name)), ("name", &image.name)]));
        let both = [
            source.say(words::SAVE_COMMENT),
            &command(&backup.save),
            source.say(words::RESTORE_COMMENT),
            &command(&backup.restore),
        ];
        text.code("sh", &both.join("\n"));
        covered.extend(service.mounts.iter().filter_map(|it| it.value.source.as_deref()));
        nothing = false;
    }
    for name in named_volumes(source.project).into_iter().filter(|it| !covered.contains(it)) {
        let named = source.project.volumes.get(name).and_then(|it| it.value.get("name")?.as_str());
        let volume = named.map_or_else(|| format!("{}_{name}", source.project.name), str::to_owned);
        let run = |rest: &str| format!("docker run --rm -v {volume}:/data -v \"$PWD\":/backup alpine {rest}");
        let save = run(&format!("tar czf /backup/{name}.tar.gz -C /data ."));
        let restore = run(&format!("sh -c 'rm -rf /data/* && tar xzf /backup/{name}.tar.gz -C /data'"));
        text.paragraph(&source.fill(words::BACKUP_VOLUME, &[("volume", name)]));
        text.code(
            "sh",
            &[source.say(words::SAVE_COMMENT), &save, source.say(words::RESTORE_COMMENT), &restore].join("\n"),
        );
        nothing = false;
    }
    if nothing {
        text.paragraph(source.say(words::NOTHING_TO_SAVE));
    }
}

/// Named volumes that some service writes.
fn named_volumes(project: &Project) -> Vec<&str> {
    let written = |name: &str| {
        let mut mounts = project.services.values().flat_map(|it| &it.mounts).map(|it| &it.value);
        mounts.any(|it| it.kind == MountKind::Volume && it.source.as_deref() == Some(name) && !it.read_only)
    };
    project.volumes.keys().map(String::as_str).filter(|it| written(it)).collect()
}

/// What is to be mended, and what every stack should keep in mind.
pub fn security(source: &Source<'_>, text: &mut Markdown) {
    text.heading(2, source.say(words::SECURITY));
    let mut findings: Vec<_> = source.findings.iter().filter(|it| it.severity != Severity::Info).collect();
    findings.sort_by_key(|it| it.severity);
    text.paragraph(source.say(if findings.is_empty() { words::NO_FINDINGS } else { words::FINDINGS }));
    for it in findings {
        let node = it
            .node
            .as_deref()
            .and_then(|it| it.split_once(':'))
            .map(|(_, name)| format!("{}: ", code(name)))
            .unwrap_or_default();
        let why = if it.why.is_empty() { String::new() } else { format!(". {}", capital(it.why.get(source.lang))) };
        text.item(&format!("{node}{}{why} (`{}`)", it.what.get(source.lang), it.rule));
    }
    let open: Vec<String> = source
        .published()
        .into_iter()
        .filter(|(_, it)| !is_loopback(it))
        .map(|(name, it)| format!("{} ({})", code(name), it.published.as_deref().unwrap_or_default()))
        .collect();
    if open.is_empty() {
        text.item(source.say(words::SECURITY_PRIVATE));
    } else {
        text.item(&source.fill(words::SECURITY_PUBLIC, &[("ports", &open.join(", "))]));
    }
    if source.text(".env").is_some() {
        text.item(source.say(words::SECURITY_ENV));
        text.item(source.say(words::SECURITY_ROTATE));
    }
}

/// `words` with a capital first letter.
fn capital(words: &str) -> String {
    let mut rest = words.chars();
    rest.next().map(|it| it.to_uppercase().chain(rest).collect()).unwrap_or_default()
}

/// First aid for what goes wrong most.
pub fn trouble(source: &Source<'_>, text: &mut Markdown) {
    text.heading(2, source.say(words::TROUBLE));
    text.item(source.say(words::TROUBLE_UNHEALTHY));
    if !source.published().is_empty() {
        text.item(source.say(words::TROUBLE_PORT));
    }
    text.item(source.say(words::TROUBLE_VARIABLE));
    if source.project.services.values().any(|it| known(it).is_some_and(|it| it.backup.is_some())) {
        text.item(source.say(words::TROUBLE_PASSWORD));
    }
    if source.project.services.values().any(|it| it.build.is_some()) {
        text.item(&source.fill(words::TROUBLE_BUILD, &[("command", &code(&start_command(source)))]));
    }
}
