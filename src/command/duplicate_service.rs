//! `duplicate-service`: a copy with its comments, under a new name, in every file that says something of the original.

use crate::command::add_service::must_be_free;
use crate::command::commands::Command;
use crate::command::grammar::{Row, words};
use crate::command::plan::Plan;
use crate::command::refusal::Refusal;
use crate::command::words as say;
use crate::syntax::yaml::edit_op::Op;
use crate::syntax::yaml::edit_tree::Tree;
use crate::text::words::Text;

/// Its row.
pub const ROW: Row = Row { name: "duplicate-service", grammar: "duplicate-service NAME NEW", parse };

fn parse(line: &str) -> Option<Command> {
    words(line).map(|[name, new]| Command::DuplicateService { name: name.to_owned(), new: new.to_owned() })
}

/// Duplicates a service. A container's name is unique on a machine, so the copy gets its own.
pub fn run(plan: &mut Plan<'_>, name: &str, new: &str) -> Result<Text, Refusal> {
    plan.must_exist(name)?;
    must_be_free(plan, new)?;
    let mut wanted = Vec::new();
    for sheet in plan.sheets() {
        let Some(body) = sheet.copy(&["services", name]) else { continue };
        wanted.push((sheet.id, Op::set(&["services", new], body)));
        if sheet.value(&["services", name, "container_name"]).is_some() {
            wanted.push((sheet.id, Op::set(&["services", new, "container_name"], Tree::text(new))));
        }
    }
    plan.want_all(wanted);
    Ok(say::DUPLICATED.fill(&[("name", name), ("new", new)]))
}
