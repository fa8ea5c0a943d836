//! `join`: a service on one more network, which is declared where it is not.

use crate::command::add_service::must_be_name;
use crate::command::commands::Command;
use crate::command::grammar::{Row, arrow, word};
use crate::command::network::{DEFAULT, has_mode, join, joined, named};
use crate::command::plan::Plan;
use crate::command::refusal::Refusal;
use crate::command::words;
use crate::text::words::Text;

/// Its row.
pub const ROW: Row = Row { name: "join", grammar: "join SERVICE -> NETWORK", parse };

fn parse(line: &str) -> Option<Command> {
    let (service, network) = arrow(line)?;
    Some(Command::Join { service: word(service)?, network: word(network)? })
}

/// Puts `service` on `network`.
pub fn run(plan: &mut Plan<'_>, service: &str, network: &str) -> Result<Text, Refusal> {
    plan.must_exist(service)?;
    must_be_name(network)?;
    let names = [("service", service), ("network", network)];
    if has_mode(plan, service) {
        return Err(Refusal::new(words::NETWORK_MODE, &names));
    }
    let implicit = network == DEFAULT && joined(plan, service).iter().any(|it| it == DEFAULT);
    if implicit || named(plan, service).iter().any(|it| it == network) {
        return Err(Refusal::new(words::JOINED_ALREADY, &names));
    }
    join(plan, service, network);
    Ok(words::JOINED.fill(&names))
}
