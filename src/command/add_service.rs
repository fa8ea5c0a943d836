//! `add-service`: a new service at the end of the others; the file and its `services` are made where they are missing.

use crate::command::commands::{Command, Source};
use crate::command::grammar::{Row, word};
use crate::command::plan::Plan;
use crate::command::refusal::Refusal;
use crate::command::words;
use crate::syntax::yaml::edit_fragment::Fragment;
use crate::syntax::yaml::edit_op::Op;
use crate::syntax::yaml::edit_tree::Tree;
use crate::text::words::Text;

/// Its row; in several lines those below the name are the body.
pub const ROW: Row = Row { name: "add-service", grammar: "add-service NAME image=IMAGE | build=PATH", parse };

fn parse(line: &str) -> Option<Command> {
    if let Some((name, body)) = line.split_once('\n') {
        return Some(Command::AddServiceText { name: word(name)?, body: body.to_owned() });
    }
    let (name, source) = line.split_once(char::is_whitespace)?;
    let source = match source.trim().split_once('=')? {
        ("image", image) => Source::Image(word(image)?),
        ("build", path) => Source::Build(word(path)?),
        _ => return None,
    };
    Some(Command::AddService { name: word(name)?, source })
}

/// Adds a service of an image or a build context.
pub fn run(plan: &mut Plan<'_>, name: &str, source: &Source) -> Result<Text, Refusal> {
    let body = match source {
        Source::Image(image) => Tree::map([("image", Tree::text(image))]),
        Source::Build(path) => Tree::map([("build", Tree::text(path))]),
    };
    add(plan, name, body.into())
}

/// Adds a service with a whole body as it is written.
pub fn run_text(plan: &mut Plan<'_>, name: &str, body: &str) -> Result<Text, Refusal> {
    let unreadable = |message: &str| Refusal::new(words::BAD_VALUE, &[("error", message)]);
    let body = Fragment::read(body).map_err(|error| unreadable(&error.message))?;
    add(plan, name, body)
}

/// Refuses a name that no service can have or that one has.
pub fn must_be_free(plan: &Plan<'_>, name: &str) -> Result<(), Refusal> {
    must_be_name(name)?;
    if plan.services().iter().any(|it| it == name) {
        return Err(Refusal::new(words::SERVICE_EXISTS, &[("name", name)]));
    }
    Ok(())
}

/// Refuses what Compose takes for no name.
pub fn must_be_name(name: &str) -> Result<(), Refusal> {
    let fits = |it: char| it.is_ascii_alphanumeric() || matches!(it, '.' | '_' | '-');
    if name.is_empty() || !name.chars().all(fits) {
        return Err(Refusal::new(words::BAD_NAME, &[("name", name)]));
    }
    Ok(())
}

fn add(plan: &mut Plan<'_>, name: &str, body: Fragment) -> Result<Text, Refusal> {
    must_be_free(plan, name)?;
    let target = plan.target();
    plan.want(target, Op::set(&["services", name], body));
    Ok(words::ADDED_SERVICE.fill(&[("name", name)]))
}
