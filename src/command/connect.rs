//! `connect`: one service waits for another and can reach it. The dependency is written as the others are, and gets its
//! long form only where there is something to say; the two share a network afterwards.

use crate::command::commands::Command;
use crate::command::depends_on::{HEALTHY, dependencies, has_health_check, path_between, with_conditions};
use crate::command::grammar::{Row, arrow, word};
use crate::command::network::{has_mode, join, joined};
use crate::command::plan::Plan;
use crate::command::refusal::Refusal;
use crate::command::words;
use crate::compose::model::Condition;
use crate::syntax::yaml::edit_op::Op;
use crate::syntax::yaml::edit_tree::{Data, Tree};
use crate::text::words::Text;

/// Its row.
pub const ROW: Row =
    Row { name: "connect", grammar: "connect A -> B [condition=service_healthy] [restart=true]", parse };

fn parse(line: &str) -> Option<Command> {
    let (from, rest) = arrow(line)?;
    let mut rest = rest.split_whitespace();
    let to = rest.next()?.to_owned();
    let (mut condition, mut restart) = (None, false);
    for option in rest {
        match option.split_once('=')? {
            ("condition", id) => condition = Some(Condition::from_id(id)?),
            ("restart", value) => restart = value.parse().ok()?,
            _ => return None,
        }
    }
    Some(Command::Connect { from: word(from)?, to, condition, restart })
}

/// Makes `from` depend on `to`.
pub fn run(
    plan: &mut Plan<'_>,
    from: &str,
    to: &str,
    condition: Option<Condition>,
    restart: bool,
) -> Result<Text, Refusal> {
    plan.must_exist(from)?;
    plan.must_exist(to)?;
    let names = [("from", from), ("to", to)];
    if from == to {
        return Err(Refusal::new(words::ITSELF, &names));
    }
    if dependencies(plan, from).iter().any(|it| it == to) {
        return match condition.filter(|it| Some(*it) != condition_now(plan, from, to)) {
            Some(condition) => Ok(wait_otherwise(plan, from, to, condition)),
            None => Err(Refusal::new(words::CONNECTED_ALREADY, &names)),
        };
    }
    if let Some(path) = path_between(plan, to, from) {
        let cycle = [&[from.to_owned()], &path[..]].concat().join(" → ");
        return Err(Refusal::new(words::CYCLE, &[names[0], names[1], ("cycle", &cycle)]));
    }
    let healthy = has_health_check(plan, to);
    let condition = condition.unwrap_or(if healthy { HEALTHY } else { Condition::Started });
    depend(plan, from, to, condition, restart);
    Ok(match share_network(plan, from, to) {
        Some(network) => words::CONNECTED_ON.fill(&[names[0], names[1], ("network", &network)]),
        None => words::CONNECTED.fill(&names),
    })
}

/// What an existing dependency waits for.
fn condition_now(plan: &Plan<'_>, from: &str, to: &str) -> Option<Condition> {
    plan.typed(from)?.depends_on.get(to).map(|it| it.condition)
}

/// Changes the condition of an existing dependency where it is written.
fn wait_otherwise(plan: &mut Plan<'_>, from: &str, to: &str, condition: Condition) -> Text {
    let path = ["services", from, "depends_on"];
    let written = |it: &Tree| match &it.data {
        Data::List(items) => items.iter().any(|it| it.words() == Some(to)),
        _ => it.child(to).is_some(),
    };
    let home = plan.all(&path).into_iter().find(|(_, it)| written(it)).map(|(sheet, _)| sheet);
    let sheet = home.unwrap_or_else(|| plan.home_of_new(&path));
    let lines = plan.sheet(sheet).and_then(|it| with_conditions(it, &path));
    let is_list = plan.here(sheet, &path).is_some_and(|it| matches!(it.data, Data::List(_)));
    if let Some(lines) = lines.filter(|_| is_list) {
        plan.want(sheet, Op::set(&path, lines));
    }
    plan.want(sheet, Op::set(&[&path[..], &[to, "condition"]].concat(), Tree::text(condition.id())));
    words::WAITS.fill(&[("from", from), ("to", to), ("condition", condition.id())])
}

fn depend(plan: &mut Plan<'_>, from: &str, to: &str, condition: Condition, restart: bool) {
    let path = ["services", from, "depends_on"];
    let sheet = plan.home_of_new(&path);
    let here = plan.here(sheet, &path);
    let short = condition == Condition::Started && !restart;
    let mut long = vec![("condition", Tree::text(condition.id()))];
    if restart {
        long.push(("restart", Tree::plain("true")));
    }
    let op = match here.map(|it| &it.data) {
        Some(Data::Map(_)) => Op::set(&[&path[..], &[to]].concat(), Tree::map(long)),
        Some(_) if short => Op::push(&path, Tree::text(to)),
        Some(_) => {
            let lines = plan.sheet(sheet).and_then(|it| with_conditions(it, &path));
            let entry = Op::set(&[&path[..], &[to]].concat(), Tree::map(long));
            if let Some(lines) = lines {
                plan.want(sheet, Op::set(&path, lines));
            }
            entry
        }
        None if short => Op::set(&path, Tree::list([Tree::text(to)])),
        None => Op::set(&path, Tree::map([(to, Tree::map(long))])),
    };
    plan.want(sheet, op);
}

/// Joins `from` to a network of `to` where they have none in common; gives which.
fn share_network(plan: &mut Plan<'_>, from: &str, to: &str) -> Option<String> {
    if has_mode(plan, from) || has_mode(plan, to) {
        return None;
    }
    let (own, others) = (joined(plan, from), joined(plan, to));
    if own.iter().any(|it| others.contains(it)) {
        return None;
    }
    let network = others.first()?.clone();
    join(plan, from, &network);
    Some(network)
}
