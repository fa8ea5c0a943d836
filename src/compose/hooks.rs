//! `pre_start` hooks run as containers of their own: each inherits what its service says about a container, merged as an
//! override would be, but not the volumes, which the container shares when it runs.

use crate::compose::member;
use crate::compose::merge::merge_at;
use crate::compose::report::Report;
use crate::compose::shape::is_container_attribute;
use crate::compose::value::{Data, Map, Value};

/// Completes every `pre_start` hook of `service`.
pub fn inherit(service: &mut Map, report: &mut Report) {
    if service.get("pre_start").and_then(|it| it.value.as_list()).unwrap_or_default().is_empty() {
        return;
    }
    let inherited = |name: &str| name != "volumes" && is_container_attribute(name);
    let base: Map =
        service.iter().filter(|(name, _)| inherited(name)).map(|(name, it)| (name.clone(), it.clone())).collect();
    let Some(hooks) = service.get_mut("pre_start") else { return };
    for hook in member::items_mut(&mut hooks.value) {
        if hook.as_map().is_some() {
            let base = Value::new(Data::Map(base.clone()), hook.origin.clone());
            let own = std::mem::replace(hook, member::null(&base.origin));
            *hook = merge_at(base, own, "services.hook", report);
        }
    }
}
