//! `unmount`: what a service mounts at a path goes; the volume itself stays, with its data.

use crate::command::commands::Command;
use crate::command::disconnect::remove_elements;
use crate::command::grammar::{Row, service_path};
use crate::command::plan::Plan;
use crate::command::refusal::Refusal;
use crate::command::short_syntax::{bare, items, mount};
use crate::command::words;
use crate::text::words::Text;

/// Its row.
pub const ROW: Row = Row { name: "unmount", grammar: "unmount SERVICE:/path", parse };

fn parse(line: &str) -> Option<Command> {
    service_path(line).map(|(service, target)| Command::Unmount { service, target })
}

/// Unmounts what is at `target`.
pub fn run(plan: &mut Plan<'_>, service: &str, target: &str) -> Result<Text, Refusal> {
    plan.must_exist(service)?;
    let found = remove_elements(plan, service, |body| {
        let mounts = items(body.child("volumes")).iter().enumerate();
        let here = mounts.filter(|(_, it)| mount(it).is_some_and(|it| it.target == bare(target)));
        here.map(|(at, _)| vec!["volumes".to_owned(), at.to_string()]).collect()
    });
    if !found {
        let all = plan.all(&["services", service, "volumes"]);
        let known: Vec<&str> =
            all.iter().flat_map(|it| items(Some(it.1))).filter_map(mount).map(|it| it.target).collect();
        let known = if known.is_empty() { "-".to_owned() } else { known.join(", ") };
        let values = [("service", service), ("target", target), ("known", known.as_str())];
        return Err(Refusal::new(words::NOT_MOUNTED, &values));
    }
    Ok(words::UNMOUNTED.fill(&[("service", service), ("target", target)]))
}
