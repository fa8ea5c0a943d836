//! The services of the stack document: a table to look over, and a part for each.

use crate::catalog::image::Image;
use crate::catalog::images::for_reference;
use crate::compose::model::{Build, Condition, HealthCheck, Service};
use crate::export::markdown::{Markdown, code, codes};
use crate::export::stack_document::Source;
use crate::export::start_order::is_one_shot;
use crate::export::words;
use crate::syntax::dockerfile::node::Dockerfile;
use crate::syntax::dockerfile::reader::read;
use crate::syntax::dockerfile::stages::{Stage, stages};
use crate::text::path::FilePath;

/// What the catalogue knows about a service; `None` for one that is built here.
pub fn known(service: &Service) -> Option<&'static Image> {
    let image = service.image.as_ref().filter(|_| service.build.is_none())?;
    for_reference(&image.value)
}

/// What a service waits for, as words.
pub fn needs(service: &Service, source: &Source<'_>) -> Vec<String> {
    let words = |(name, it): (&String, &crate::compose::model::Dependency)| {
        let pair = match it.condition {
            Condition::Started => words::NEED_STARTED,
            Condition::Healthy => words::NEED_HEALTHY,
            Condition::Completed => words::NEED_COMPLETED,
        };
        source.fill(pair, &[("name", &code(name))])
    };
    service.depends_on.iter().map(words).collect()
}

/// The section.
pub fn write(source: &Source<'_>, text: &mut Markdown) {
    text.heading(2, source.say(words::SERVICES));
    let head = [words::SERVICE, words::IMAGE, words::RESTART, words::HEALTH, words::WAITS_FOR].map(|it| source.say(it));
    let rows: Vec<Vec<String>> = source.project.services.iter().map(|(name, it)| row(name, it, source)).collect();
    text.table(&head, &rows);
    for (name, service) in &source.project.services {
        part(name, service, source, text);
    }
}

/// The row of a service.
fn row(name: &str, service: &Service, source: &Source<'_>) -> Vec<String> {
    let from = match (&service.build, &service.image) {
        (Some(build), _) => source.fill(words::BUILT_FROM, &[("context", &code(&build.context))]),
        (None, image) => image.as_ref().map(|it| code(&it.value)).unwrap_or_default(),
    };
    let health = match &service.healthcheck {
        Some(check) if !check.disabled => source.say(words::YES),
        None if checked_by_image(service, source) => source.say(words::OF_IMAGE),
        _ => source.say(words::NO),
    };
    let restart = service.restart.as_ref().map_or("no", |it| it.value.as_str());
    vec![code(name), from, code(restart), health.to_owned(), codes(service.depends_on.keys())]
}

/// Whether the image brings its own health check.
fn checked_by_image(service: &Service, source: &Source<'_>) -> bool {
    let builtin = known(service).and_then(|it| it.health.as_ref()).is_some_and(|it| it.builtin);
    let written = service.build.as_ref().and_then(|it| dockerfile(it, source));
    builtin || written.is_some_and(|it| it.instructions().any(|it| it.keyword.value == "HEALTHCHECK"))
}

/// The Dockerfile that a service is built with.
fn dockerfile(build: &Build, source: &Source<'_>) -> Option<Dockerfile> {
    let path = FilePath::new(&format!("{}/{}", build.context, build.dockerfile));
    Some(read(source.text(path.as_str())?))
}

/// All about one service.
fn part(name: &str, service: &Service, source: &Source<'_>, text: &mut Markdown) {
    let image = known(service);
    let title = image.map_or_else(|| code(name), |it| format!("{}: {}", code(name), it.name));
    text.heading(3, &title);
    let image = image.filter(|it| it.id != "any" && !is_one_shot(name, source.project));
    if is_one_shot(name, source.project) {
        text.paragraph(source.say(words::ONE_SHOT));
    }
    if let Some(image) = image {
        text.paragraph(&format!("{}.", image.description.get(source.lang)));
    }
    origin(service, source, text);
    let container = service.container_name.as_ref().map(|it| (words::CONTAINER_NAME, "name", code(&it.value)));
    let entrypoint = service.entrypoint.as_ref().map(|it| (words::ENTRYPOINT, "command", code(&it.value.join(" "))));
    let command = service.command.as_ref().map(|it| (words::COMMAND, "command", code(&it.value.join(" "))));
    let restart = service.restart.as_ref().map(|it| (words::RESTART_IS, "policy", code(&it.value)));
    let replicas = service.replicas.filter(|it| *it != 1).map(|it| (words::REPLICAS, "count", it.to_string()));
    let listed = |pair, names: String| (!names.is_empty()).then_some((pair, "names", names));
    let after = [
        listed(words::VARIABLES_OF, codes(service.environment.keys())),
        listed(words::SECRETS_OF, codes(service.secrets.iter().map(|it| &it.value))),
        listed(words::CONFIGS_OF, codes(service.configs.iter().map(|it| &it.value))),
        listed(words::PROFILES_OF, codes(service.profiles.iter().map(|it| &it.value))),
    ];
    for (pair, key, value) in [container, entrypoint, command, restart, replicas].into_iter().flatten() {
        text.item(&source.fill(pair, &[(key, &value)]));
    }
    if let Some(check) = &service.healthcheck {
        text.item(&health(check, source));
    }
    let needs = needs(service, source);
    if !needs.is_empty() {
        text.item(&source.fill(words::WAITS, &[("needs", &needs.join(source.say(words::AND)))]));
    }
    for (pair, key, value) in after.into_iter().flatten() {
        text.item(&source.fill(pair, &[(key, &value)]));
    }
    if let Some(note) = image.map(|it| it.note.get(source.lang)).filter(|it| !it.is_empty()) {
        text.item(&source.fill(words::GOOD_TO_KNOW, &[("note", note)]));
    }
}

/// Where the service's image comes from.
fn origin(service: &Service, source: &Source<'_>, text: &mut Markdown) {
    let image = service.image.as_ref().map(|it| code(&it.value));
    let Some(build) = &service.build else {
        text.item(&source.fill(words::SOURCE_IMAGE, &[("image", &image.unwrap_or_default())]));
        return;
    };
    let values = [("context", build.context.as_str()), ("dockerfile", &code(&build.dockerfile))];
    let end = build.target.as_ref().map(|it| source.fill(words::TARGET_STAGE, &[("target", it)]));
    let called = image.map(|it| source.fill(words::SOURCE_NAMED, &[("image", &it)]));
    let parts: Vec<String> =
        [Some(source.fill(words::SOURCE_BUILD, &values)), end, called].into_iter().flatten().collect();
    text.item(&parts.join(", "));
    let Some(dockerfile) = dockerfile(build, source) else { return };
    let shown: Vec<String> = stages(&dockerfile).iter().enumerate().map(|(number, it)| stage(number, it)).collect();
    if !shown.is_empty() {
        text.item(&source.fill(words::STAGES, &[("stages", &shown.join(" → "))]));
    }
}

/// A build stage: its name, or its number where it has none, and what it starts from.
fn stage(number: usize, stage: &Stage<'_>) -> String {
    let name = stage.name.as_ref().map_or_else(|| number.to_string(), |it| it.value.clone());
    format!("{} ({})", code(&name), code(&stage.base.value))
}

/// The health check in a line.
fn health(check: &HealthCheck, source: &Source<'_>) -> String {
    if check.disabled {
        return source.say(words::HEALTH_OFF).to_owned();
    }
    let skip = usize::from(check.test.first().is_some_and(|it| it.starts_with("CMD")));
    let test: Vec<&str> = check.test.iter().skip(skip).map(String::as_str).collect();
    let test = if test.is_empty() { source.say(words::OF_IMAGE).to_owned() } else { code(&test.join(" ")) };
    let retries = check.retries.map(|it| it.to_string());
    let times = [
        (words::EVERY, "interval", &check.interval),
        (words::AT_MOST, "timeout", &check.timeout),
        (words::RETRIES, "retries", &retries),
        (words::GRACE, "period", &check.start_period),
    ];
    let times: Vec<String> =
        times.into_iter().filter_map(|(pair, key, it)| Some(source.fill(pair, &[(key, it.as_ref()?)]))).collect();
    let times = if times.is_empty() { String::new() } else { format!(" ({})", times.join(", ")) };
    source.fill(words::HEALTH_IS, &[("test", &test), ("times", &times)])
}
