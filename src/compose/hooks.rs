//! `pre_start` hooks run as containers of their own: each inherits what its service says about a container, merged as an
//! override would be, but not the volumes, which the container shares when it runs.

use crate::compose::member;
use crate::compose::value::{Data, Map, Value};

/// Completes every `pre_start` hook of `service`.
pub fn inherit(service: &mut Map) {
    if !service.get("pre_start").is_some_and(|it| it.value.as_list().is_some_and(|it| !it.is_empty())) {
        return;
    }
    let base: Map = service
        .iter()
        .filter(|(name, _)| **name != *"volumes" && crate::compose::shape::is_container_attribute(name))
        .map(|(name, it)| (name.clone(), it.clone()))
        .collect();
    let Some(hooks) = service.get_mut("pre_start") else { return };
    for hook in member::items_mut(&mut hooks.value) {
        if let Data::Map(own) = &hook.data {
            let merged = crate::compose::merge::merge_service(
                &Value::new(Data::Map(base.clone()), hook.origin.clone()),
                &Value::new(Data::Map(own.clone()), hook.origin.clone()),
            );
            *hook = merged;
        }
    }
}
