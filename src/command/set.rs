//! `set`: any value at any path; what is missing on the way is made. A value that had quotes keeps them.

use crate::command::commands::Command;
use crate::command::grammar::{Row, in_words, path};
use crate::command::keyed;
use crate::command::plan::Plan;
use crate::command::refusal::Refusal;
use crate::command::words;
use crate::syntax::yaml::edit_fragment::Fragment;
use crate::syntax::yaml::edit_op::Op;
use crate::syntax::yaml::edit_tree::{Data, Tree};
use crate::text::words::Text;

/// Its row.
pub const ROW: Row = Row { name: "set", grammar: "set PATH=VALUE", parse };

fn parse(line: &str) -> Option<Command> {
    let (path, rest) = path(line)?;
    Some(Command::Set { path, value: rest.strip_prefix('=')?.to_owned() })
}

/// Gives `path` the value that `value` says in YAML.
pub fn run(plan: &mut Plan<'_>, path: &[String], value: &str) -> Result<Text, Refusal> {
    let unreadable = |message: &str| Refusal::new(words::BAD_VALUE, &[("error", message)]);
    let value = Fragment::read(value).map_err(|error| unreadable(&error.message))?;
    let Some((key, parent)) = path.split_last() else {
        return Err(Refusal::new(words::NOTHING_AT, &[("path", ""), ("file", plan.stack.target.as_str())]));
    };
    let pairs = plan.value(parent).is_some_and(|it| !it.is_empty() && keyed::is_list(it));
    if pairs && key.parse::<usize>().is_err() && value.tree.words().is_some() {
        keyed::set(plan, parent, key, value.tree);
    } else {
        let value = like_old(plan.value(path), value);
        let sheet = plan.home(path);
        plan.want(sheet, Op::set(path, value));
    }
    Ok(words::SET.fill(&[("path", &in_words(path))]))
}

/// A number or a truth value becomes text where the old value is text that looks like one: `"80"` becomes `"81"`.
fn like_old(old: Option<&Tree>, new: Fragment) -> Fragment {
    match (old.map(|it| &it.data), &new.tree.data) {
        (Some(Data::Text(old)), Data::Typed(words)) if Tree::plain(old) != Tree::text(old) => Fragment::text(words),
        _ => new,
    }
}
