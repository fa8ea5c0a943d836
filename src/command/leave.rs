//! `leave`: a service off a network that it names; the network stays.

use crate::command::commands::Command;
use crate::command::disconnect::remove_elements;
use crate::command::grammar::{Row, arrow, word};
use crate::command::plan::Plan;
use crate::command::refusal::Refusal;
use crate::command::uses::keys_or_items;
use crate::command::words;
use crate::text::words::Text;

/// Its row.
pub const ROW: Row = Row { name: "leave", grammar: "leave SERVICE -> NETWORK", parse };

fn parse(line: &str) -> Option<Command> {
    let (service, network) = arrow(line)?;
    Some(Command::Leave { service: word(service)?, network: word(network)? })
}

/// Takes `service` off `network`.
pub fn run(plan: &mut Plan<'_>, service: &str, network: &str) -> Result<Text, Refusal> {
    plan.must_exist(service)?;
    let names = [("service", service), ("network", network)];
    let found = remove_elements(plan, service, |body| {
        keys_or_items(body, &["networks"], network).into_iter().map(|it| it.element).collect()
    });
    if !found {
        return Err(Refusal::new(words::NOT_JOINED, &names));
    }
    Ok(words::LEFT.fill(&names))
}
