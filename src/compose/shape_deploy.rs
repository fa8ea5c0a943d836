//! The shapes below `deploy`, in the order in which Compose prints them.

use crate::compose::shape::Kind::{
    Bytes, Count, Cpus, Duration, Float, Int, List, Mapping, Maybe, MaybeDuration, MaybeInt, MaybeUint, Object, Text,
    Texts, Uint,
};
use crate::compose::shape::{Shape, at, retitled};

/// `deploy`.
pub static DEPLOY: Shape = Shape {
    parts: &[&[
        at("mode", Text),
        at("replicas", MaybeInt),
        at("labels", Mapping),
        at("update_config", Maybe(&UPDATE)),
        at("rollback_config", Maybe(&UPDATE)),
        at("resources", Object(&RESOURCES)),
        at("restart_policy", Maybe(&RESTART_POLICY)),
        at("placement", Object(&PLACEMENT)),
        at("endpoint_mode", Text),
    ]],
    extensions: true,
};

/// `placement`.
pub static PLACEMENT: Shape = Shape {
    parts: &[&[
        at("constraints", Texts),
        at("preferences", List(&PLACEMENT_PREFERENCES)),
        at("max_replicas_per_node", Uint(64)),
    ]],
    extensions: true,
};

/// `placement_preferences`.
pub static PLACEMENT_PREFERENCES: Shape = Shape { parts: &[&[at("spread", Text)]], extensions: true };

/// `restart_policy`.
pub static RESTART_POLICY: Shape = Shape {
    parts: &[&[
        at("condition", Text),
        at("delay", MaybeDuration),
        at("max_attempts", MaybeUint),
        at("window", MaybeDuration),
    ]],
    extensions: true,
};

/// `resources`.
pub static RESOURCES: Shape =
    Shape { parts: &[&[at("limits", Maybe(&RESOURCE)), at("reservations", Maybe(&RESOURCE))]], extensions: true };

/// `resource`.
pub static RESOURCE: Shape = Shape {
    parts: &[&[
        at("cpus", Cpus),
        at("memory", Bytes),
        at("pids", Int),
        at("devices", List(&DEVICE_REQUEST)),
        at("generic_resources", List(&GENERIC_RESOURCE)),
    ]],
    extensions: true,
};

/// `generic_resource`.
pub static GENERIC_RESOURCE: Shape =
    Shape { parts: &[&[at("discrete_resource_spec", Maybe(&DISCRETE_RESOURCE))]], extensions: true };

/// `discrete_resource`.
pub static DISCRETE_RESOURCE: Shape =
    Shape { parts: &[&[retitled("kind", Text, "Kind"), retitled("value", Int, "Value")]], extensions: true };

/// `device_request`.
pub static DEVICE_REQUEST: Shape = Shape {
    parts: &[&[
        at("capabilities", Texts),
        at("driver", Text),
        at("count", Count),
        at("device_ids", Texts),
        at("options", Mapping),
    ]],
    extensions: false,
};

/// `update`.
pub static UPDATE: Shape = Shape {
    parts: &[&[
        at("parallelism", MaybeUint),
        at("delay", Duration),
        at("failure_action", Text),
        at("monitor", Duration),
        at("max_failure_ratio", Float),
        at("order", Text),
    ]],
    extensions: true,
};
