//! `unset`: any value at any path goes, with its comments and with what it leaves empty inside a service.

use crate::command::commands::Command;
use crate::command::grammar::{Row, in_words, path};
use crate::command::keyed;
use crate::command::plan::Plan;
use crate::command::references::removals;
use crate::command::refusal::Refusal;
use crate::command::words;
use crate::text::words::Text;
use std::collections::BTreeSet;

/// Its row.
pub const ROW: Row = Row { name: "unset", grammar: "unset PATH", parse };

fn parse(line: &str) -> Option<Command> {
    let (path, rest) = path(line)?;
    rest.is_empty().then_some(Command::Unset { path })
}

/// Removes what is at `path`, in every file that says it.
pub fn run(plan: &mut Plan<'_>, path: &[String]) -> Result<Text, Refusal> {
    let Some((last, parent)) = path.split_last() else { return Ok(Text::default()) };
    let mut wanted = Vec::new();
    for sheet in plan.sheets() {
        let step = sheet.value(parent).and_then(|it| keyed::step(it, last));
        let places = step.map(|it| [parent, &[it]].concat());
        let ops = removals(sheet, places.into_iter().collect::<BTreeSet<_>>());
        wanted.extend(ops.into_iter().map(|it| (sheet.id, it)));
    }
    if wanted.is_empty() {
        let file = plan.stack.target.as_str();
        return Err(Refusal::new(words::NOTHING_AT, &[("path", &in_words(path)), ("file", file)]));
    }
    plan.want_all(wanted);
    Ok(words::UNSET.fill(&[("path", &in_words(path))]))
}
