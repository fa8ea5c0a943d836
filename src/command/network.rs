//! Which networks a service is on, and how it gets on another one without losing those that it is on.

use crate::command::plan::Plan;
use crate::syntax::yaml::edit_op::Op;
use crate::syntax::yaml::edit_tree::{Data, Tree};

/// The network of a service that names none.
pub const DEFAULT: &str = "default";

/// The networks that `service` names in all files; none where it is on `default` because it names none.
pub fn named(plan: &Plan<'_>, service: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (_, networks) in plan.all(&["services", service, "networks"]).into_iter().rev() {
        let here: Vec<&str> = match &networks.data {
            Data::List(items) => items.iter().filter_map(Tree::words).collect(),
            _ => networks.keys(),
        };
        for name in here {
            if !names.iter().any(|it| it == name) {
                names.push(name.to_owned());
            }
        }
    }
    names
}

/// The networks that `service` is on; none where `network_mode` keeps it off.
pub fn joined(plan: &Plan<'_>, service: &str) -> Vec<String> {
    if let Some(typed) = plan.typed(service) {
        return typed.networks.keys().cloned().collect();
    }
    let names = named(plan, service);
    match (names.is_empty(), has_mode(plan, service)) {
        (_, true) => Vec::new(),
        (true, false) => vec![DEFAULT.to_owned()],
        (false, false) => names,
    }
}

/// Whether `network_mode` says where the service is.
pub fn has_mode(plan: &Plan<'_>, service: &str) -> bool {
    let typed = plan.typed(service).is_some_and(|it| it.network_mode.is_some());
    typed || plan.value(&["services", service, "network_mode"]).is_some()
}

/// Puts `service` on `network`, which is declared where it is not; `default` is kept where the service was on it
/// without saying so.
pub fn join(plan: &mut Plan<'_>, service: &str, network: &str) {
    let path = ["services", service, "networks"];
    let sheet = plan.home_of_new(&path);
    let here = plan.here(sheet, &path);
    let op = match here.filter(|it| !it.is_empty()).map(|it| &it.data) {
        Some(Data::Map(_)) => Op::set(&[&path[..], &[network]].concat(), Tree::from(Data::Null)),
        Some(_) => Op::push(&path, Tree::text(network)),
        None => {
            let kept = joined(plan, service).into_iter().filter(|it| it != network);
            let names: Vec<Tree> = kept.map(Tree::text).chain([Tree::text(network)]).collect();
            Op::set(&path, Tree::list(names))
        }
    };
    plan.want(sheet, op);
    if network != DEFAULT && !plan.names("networks").iter().any(|it| it == network) {
        plan.set(&["networks", network], Tree::from(Data::Null));
    }
}
