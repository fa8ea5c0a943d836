//! `lift-env`: a literal goes to `.env` beside the compose file and `${KEY}` stays in its place, so that the value can
//! differ from machine to machine and stay out of version control.

use crate::command::commands::Command;
use crate::command::env_text::{append, append_written, is_bare, value};
use crate::command::grammar::{Row, words};
use crate::command::keyed;
use crate::command::plan::Plan;
use crate::command::refusal::Refusal;
use crate::command::words as say;
use crate::syntax::yaml::edit_op::Op;
use crate::syntax::yaml::edit_tree::Tree;
use crate::text::words::Text;

/// Its row.
pub const ROW: Row = Row { name: "lift-env", grammar: "lift-env SERVICE KEY", parse };

fn parse(line: &str) -> Option<Command> {
    words(line).map(|[service, key]| Command::LiftEnv { service: service.to_owned(), key: key.to_owned() })
}

/// Moves the value of `key` to `.env`.
pub fn run(plan: &mut Plan<'_>, service: &str, key: &str) -> Result<Text, Refusal> {
    plan.must_exist(service)?;
    let names = [("service", service), ("key", key)];
    let found = keyed::find(plan, &["services", service, "environment"], key);
    let literal = found.as_ref().and_then(|it| it.value.as_ref()?.words().map(str::to_owned));
    let (Some(found), Some(literal)) = (found, literal) else {
        return Err(Refusal::new(say::NO_VARIABLE, &names));
    };
    let composed = is_composed(&literal);
    // `$$` is a dollar sign of its own; any other begins a variable.
    if !composed && literal.replace("$$", "").contains('$') {
        return Err(Refusal::new(say::LIFTED_ALREADY, &names));
    }
    let literal = literal.replace("$$", "$");
    let main = plan.sheets().first().map_or(plan.stack.target, |it| &it.path);
    let file = main.beside(".env");
    let text = plan.stack.files.get(&file).and_then(|it| std::str::from_utf8(it).ok()).unwrap_or_default();
    match value(text, key) {
        Some(there) if there == literal => {}
        Some(_) => return Err(Refusal::new(say::OTHER_VALUE, &[("file", file.as_str()), ("key", key)])),
        None if composed => plan.want_text(file.clone(), append_written(text, key, &literal)),
        None => plan.want_text(file.clone(), append(text, key, &literal)),
    }
    let reference = if found.item { format!("{key}=${{{key}}}") } else { format!("${{{key}}}") };
    plan.want(found.sheet, Op::set(&found.path, Tree::text(reference)));
    Ok(say::LIFTED.fill(&[("key", key), ("file", file.as_str())]))
}

/// Whether a value is text around `${VARIABLES}`, such as an address: Compose fills those in within `.env` too, so it may move
/// as it is. One that a variable gives as a whole has nothing to move.
fn is_composed(literal: &str) -> bool {
    let mut pieces = literal.split("${");
    let first = pieces.next().unwrap_or_default();
    let around: Option<Vec<&str>> =
        pieces.map(|it| it.split_once('}').filter(|(name, _)| is_name(name)).map(|it| it.1)).collect();
    let Some(around) = around.filter(|it| !it.is_empty()) else { return false };
    let mut all = around.iter().chain([&first]);
    all.clone().all(|it| is_bare(it)) && all.any(|it| !it.is_empty())
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|it| it.is_ascii_alphanumeric() || it == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_around_variables_may_move() {
        assert!(is_composed("postgres://${USER}:${PASSWORD}@db:5432/${DB}"));
        for it in ["plain", "${ALL}", "${A:-b}c", "$A/b", "a ${B}", "a$$${B}", "${}x", "x${A"] {
            assert!(!is_composed(it), "{it}");
        }
    }
}
