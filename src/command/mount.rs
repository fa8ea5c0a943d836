//! `mount`: a volume or a folder of the host at a path in a service; a named volume is declared.

use crate::command::add_service::must_be_name;
use crate::command::commands::{Command, ResourceKind};
use crate::command::grammar::{Row, arrow, word};
use crate::command::plan::Plan;
use crate::command::refusal::Refusal;
use crate::command::short_syntax::{bare, is_long, is_named, items, mount, parts};
use crate::command::words;
use crate::syntax::yaml::edit_op::Op;
use crate::syntax::yaml::edit_tree::{Data, Tree};
use crate::text::words::Text;

/// Its row.
pub const ROW: Row = Row { name: "mount", grammar: "mount SOURCE -> SERVICE:/path[:ro]", parse };

fn parse(line: &str) -> Option<Command> {
    let (source, rest) = arrow(line)?;
    let (service, rest) = rest.split_once(':')?;
    let (target, read_only) = match *parts(rest).as_slice() {
        [target] | [target, "rw"] => (target, false),
        [target, "ro"] => (target, true),
        _ => return None,
    };
    Some(Command::Mount { source: word(source)?, service: word(service)?, target: word(target)?, read_only })
}

/// Mounts `source` in `service` at `target`.
pub fn run(plan: &mut Plan<'_>, source: &str, service: &str, target: &str, read_only: bool) -> Result<Text, Refusal> {
    plan.must_exist(service)?;
    if !target.starts_with(['/', '$']) {
        return Err(Refusal::new(words::BAD_TARGET, &[("target", target)]));
    }
    let path = ["services", service, "volumes"];
    let all = plan.all(&path);
    let mounts = all.iter().flat_map(|it| items(Some(it.1))).filter_map(mount);
    if let Some(it) = mounts.into_iter().find(|it| it.target == bare(target)) {
        let values = [("source", it.source.unwrap_or_default()), ("service", service), ("target", target)];
        return Err(Refusal::new(words::MOUNTED_ALREADY, &values));
    }
    let named = is_named(source);
    if named {
        must_be_name(source)?;
    }
    let sheet = plan.home_of_new(&path);
    let here = plan.here(sheet, &path);
    let item = if is_long(here) { long(source, target, read_only) } else { short(source, target, read_only) };
    plan.want(sheet, Op::push(&path, item));
    if named && !plan.names(ResourceKind::Volume.section()).iter().any(|it| it == source) {
        plan.set(&["volumes", source], Tree::from(Data::Null));
    }
    Ok(words::MOUNTED.fill(&[("source", source), ("service", service), ("target", target)]))
}

fn short(source: &str, target: &str, read_only: bool) -> Tree {
    Tree::text(format!("{source}:{target}{}", if read_only { ":ro" } else { "" }))
}

fn long(source: &str, target: &str, read_only: bool) -> Tree {
    let kind = if is_named(source) { "volume" } else { "bind" };
    let mut pairs = vec![("type", Tree::text(kind)), ("source", Tree::text(source)), ("target", Tree::text(target))];
    if read_only {
        pairs.push(("read_only", Tree::plain("true")));
    }
    Tree::map(pairs)
}
