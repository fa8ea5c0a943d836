//! `remove-service`: the service with its comments, and its name wherever others name it. Volumes and networks stay:
//! data is not removed by the way.

use crate::command::commands::Command;
use crate::command::grammar::{Row, word};
use crate::command::plan::Plan;
use crate::command::references::remove;
use crate::command::refusal::Refusal;
use crate::command::uses::{extends, of_service};
use crate::command::words;
use crate::syntax::yaml::edit_op::Op;
use crate::text::words::Text;

/// Its row.
pub const ROW: Row = Row { name: "remove-service", grammar: "remove-service NAME", parse };

fn parse(line: &str) -> Option<Command> {
    word(line).map(|name| Command::RemoveService { name })
}

/// Removes a service.
pub fn run(plan: &mut Plan<'_>, name: &str) -> Result<Text, Refusal> {
    plan.must_exist(name)?;
    for by in plan.services().iter().filter(|it| *it != name) {
        let bodies = plan.all(&["services", by]);
        if bodies.iter().any(|(_, body)| extends(body, name).is_some()) {
            return Err(Refusal::new(words::EXTENDED, &[("name", name), ("by", by)]));
        }
    }
    plan.means_shared();
    remove(plan, Some(name), |body| of_service(body, name));
    for sheet in plan.written(&["services", name]) {
        plan.want(sheet, Op::remove(&["services", name]));
    }
    Ok(words::REMOVED_SERVICE.fill(&[("name", name)]))
}
