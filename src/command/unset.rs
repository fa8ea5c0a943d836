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

/// Removes what is at `path`, in the file whose value wins.
pub fn run(plan: &mut Plan<'_>, path: &[String]) -> Result<Text, Refusal> {
    let found = plan.find(path).map(|it| (it.0, path.to_vec()));
    let keyed = || {
        let (last, parent) = path.split_last()?;
        keyed::find(plan, parent, last).map(|it| (it.file, it.path))
    };
    let Some((file, place)) = found.or_else(keyed) else {
        let file = plan.home(path);
        return Err(Refusal::new(words::NOTHING_AT, &[("path", &in_words(path)), ("file", file.as_str())]));
    };
    let sheet = plan.sheets().iter().find(|it| it.path == file);
    let ops = sheet.map(|it| removals(it, BTreeSet::from([place]))).unwrap_or_default();
    ops.into_iter().for_each(|it| plan.want(&file, it));
    Ok(words::UNSET.fill(&[("path", &in_words(path))]))
}
