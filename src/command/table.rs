//! The table of commands: a line becomes a command, a command becomes edits. A command never judges (that is `check`) and
//! never touches what it need not.

use crate::command::commands::{Change, Command, Stack};
use crate::command::grammar::Row;
use crate::command::plan::Plan;
use crate::command::refusal::Refusal;
use crate::command::{
    add_resource, add_service, connect, disconnect, duplicate_service, env, join, leave, lift_env, mount, publish,
    remove_resource, remove_service, rename_resource, rename_service, set, unmount, unpublish, unset, words,
};
use crate::text::words::Text;

/// Every command, in the order of help.
pub fn rows() -> impl Iterator<Item = &'static Row> {
    const SINGLE: [Row; 16] = [
        add_service::ROW,
        rename_service::ROW,
        remove_service::ROW,
        duplicate_service::ROW,
        connect::ROW,
        disconnect::ROW,
        mount::ROW,
        unmount::ROW,
        join::ROW,
        leave::ROW,
        publish::ROW,
        unpublish::ROW,
        set::ROW,
        unset::ROW,
        env::ROW,
        lift_env::ROW,
    ];
    static ROWS: [Row; 16] = SINGLE;
    static ADD: [Row; 4] = add_resource::ROWS;
    static RENAME: [Row; 4] = rename_resource::ROWS;
    static REMOVE: [Row; 4] = remove_resource::ROWS;
    ROWS.iter().chain(&ADD).chain(&RENAME).chain(&REMOVE)
}

/// Reads a line; what is wrong with it otherwise.
pub fn parse(line: &str) -> Result<Command, Text> {
    let line = line.trim();
    let (name, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let Some(row) = rows().find(|it| it.name == name) else {
        let known: Vec<&str> = rows().map(|it| it.name).collect();
        return Err(words::UNKNOWN_COMMAND.fill(&[("name", name), ("known", &known.join(", "))]));
    };
    (row.parse)(rest.trim()).ok_or_else(|| words::BAD_LINE.fill(&[("grammar", row.grammar)]))
}

/// The edits that do `command`; each was read again and says exactly what was meant.
pub fn apply(command: &Command, stack: Stack<'_>) -> Result<Change, Refusal> {
    let mut plan = Plan::new(stack)?;
    let says = run(command, &mut plan)?;
    plan.finish(says)
}

fn run(command: &Command, plan: &mut Plan<'_>) -> Result<Text, Refusal> {
    match command {
        Command::AddService { name, source } => add_service::run(plan, name, source),
        Command::AddServiceText { name, body } => add_service::run_text(plan, name, body),
        Command::RenameService { old, new } => rename_service::run(plan, old, new),
        Command::RemoveService { name } => remove_service::run(plan, name),
        Command::DuplicateService { name, new } => duplicate_service::run(plan, name, new),
        Command::Connect { from, to, condition, restart } => connect::run(plan, from, to, *condition, *restart),
        Command::Disconnect { from, to } => disconnect::run(plan, from, to),
        Command::Mount { source, service, target, read_only } => mount::run(plan, source, service, target, *read_only),
        Command::Unmount { service, target } => unmount::run(plan, service, target),
        Command::Join { service, network } => join::run(plan, service, network),
        Command::Leave { service, network } => leave::run(plan, service, network),
        Command::AddResource { kind, name } => add_resource::run(plan, *kind, name),
        Command::RenameResource { kind, old, new } => rename_resource::run(plan, *kind, old, new),
        Command::RemoveResource { kind, name } => remove_resource::run(plan, *kind, name),
        Command::Publish { service, port } => publish::run(plan, service, port),
        Command::Unpublish { service, target } => unpublish::run(plan, service, target),
        Command::Set { path, value } => set::run(plan, path, value),
        Command::Unset { path } => unset::run(plan, path),
        Command::Env { service, key, value } => env::run(plan, service, key, value),
        Command::LiftEnv { service, key } => lift_env::run(plan, service, key),
    }
}
