//! `env`: a variable of a service, in the form that its environment has.

use crate::command::commands::Command;
use crate::command::grammar::{Row, word};
use crate::command::keyed;
use crate::command::plan::Plan;
use crate::command::refusal::Refusal;
use crate::command::words;
use crate::syntax::yaml::edit_tree::{Data, Tree};
use crate::text::words::Text;

/// Its row.
pub const ROW: Row = Row { name: "env", grammar: "env SERVICE KEY=VALUE", parse };

fn parse(line: &str) -> Option<Command> {
    let (service, rest) = line.split_once(char::is_whitespace)?;
    let (key, value) = rest.split_once('=')?;
    Some(Command::Env { service: service.to_owned(), key: word(key)?, value: value.to_owned() })
}

/// Gives the variable `key` of `service` a value.
pub fn run(plan: &mut Plan<'_>, service: &str, key: &str, value: &str) -> Result<Text, Refusal> {
    plan.must_exist(service)?;
    let path = ["services", service, "environment"];
    let old = keyed::find(plan, &path, key).and_then(|it| it.value);
    let number = matches!(old.map(|it| it.data), Some(Data::Typed(_))) && is_plain_number(value);
    let value = if number { Tree::plain(value) } else { Tree::text(value) };
    keyed::set(plan, &path, key, value);
    Ok(words::SET_VARIABLE.fill(&[("service", service), ("key", key)]))
}

/// A whole number that stays the same through every reader, so that it needs no quotes beside one that has none.
fn is_plain_number(value: &str) -> bool {
    value.parse::<u32>().is_ok_and(|it| it.to_string() == value)
}
