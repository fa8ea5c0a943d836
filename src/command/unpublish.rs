//! `unpublish`: a port of the container is no longer on the host.

use crate::command::commands::Command;
use crate::command::disconnect::remove_elements;
use crate::command::grammar::{Row, words};
use crate::command::plan::Plan;
use crate::command::refusal::Refusal;
use crate::command::short_syntax::{items, port_target};
use crate::command::words as say;
use crate::text::words::Text;

/// Its row.
pub const ROW: Row = Row { name: "unpublish", grammar: "unpublish SERVICE 80", parse };

fn parse(line: &str) -> Option<Command> {
    words(line).map(|[service, target]| Command::Unpublish { service: service.to_owned(), target: target.to_owned() })
}

/// Stops publishing the port `target` of the container; without a protocol that of any.
pub fn run(plan: &mut Plan<'_>, service: &str, target: &str) -> Result<Text, Refusal> {
    plan.must_exist(service)?;
    let values = [("service", service), ("port", target)];
    let wanted = target.trim_end_matches("/tcp");
    let fits = |port: &str| port == wanted || (port.split_once('/').is_some_and(|it| it.0 == target));
    let found = remove_elements(plan, service, |body| {
        let ports = items(body.child("ports")).iter().enumerate();
        let here = ports.filter(|(_, it)| port_target(it).is_some_and(|it| fits(&it)));
        here.map(|(at, _)| vec!["ports".to_owned(), at.to_string()]).collect()
    });
    if !found {
        return Err(Refusal::new(say::NOT_PUBLISHED, &values));
    }
    Ok(say::UNPUBLISHED.fill(&values))
}
