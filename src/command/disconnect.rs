//! `disconnect`: a dependency goes, in every file that says it. The networks stay as they are: others may need them.

use crate::command::commands::Command;
use crate::command::grammar::{Row, arrow, word};
use crate::command::plan::Plan;
use crate::command::references::removals;
use crate::command::refusal::Refusal;
use crate::command::sheet::SheetId;
use crate::command::uses::keys_or_items;
use crate::command::words;
use crate::syntax::yaml::edit_op::Op;
use crate::syntax::yaml::edit_tree::Tree;
use crate::text::words::Text;

/// Its row.
pub const ROW: Row = Row { name: "disconnect", grammar: "disconnect A -> B", parse };

fn parse(line: &str) -> Option<Command> {
    let (from, to) = arrow(line)?;
    Some(Command::Disconnect { from: word(from)?, to: word(to)? })
}

/// Removes the dependency of `from` on `to`.
pub fn run(plan: &mut Plan<'_>, from: &str, to: &str) -> Result<Text, Refusal> {
    plan.must_exist(from)?;
    let names = [("from", from), ("to", to)];
    let found = remove_elements(plan, from, |body| {
        keys_or_items(body, &["depends_on"], to).into_iter().map(|it| it.element).collect()
    });
    if !found {
        return Err(Refusal::new(words::NOT_CONNECTED, &names));
    }
    Ok(words::DISCONNECTED.fill(&names))
}

/// Removes elements of a service in every file, with what they leave empty; `false` where there are none.
pub fn remove_elements(plan: &mut Plan<'_>, service: &str, elements: impl Fn(&Tree) -> Vec<Vec<String>>) -> bool {
    let mut wanted: Vec<(SheetId, Op)> = Vec::new();
    for sheet in plan.sheets() {
        let own = |path: Vec<String>| ["services".to_owned(), service.to_owned()].into_iter().chain(path).collect();
        let Some(body) = sheet.value(&["services", service]) else { continue };
        let places = elements(body).into_iter().map(own).collect();
        wanted.extend(removals(sheet, places).into_iter().map(|it| (sheet.id, it)));
    }
    let found = !wanted.is_empty();
    plan.want_all(wanted);
    found
}
