//! The shapes of the top-level elements, attribute by attribute in the order in which Compose prints them.

use crate::compose::shape::Kind::{
    Flag, Int, List, Map, Mapping, Maybe, MaybeFlag, Object, Options, Text, TextMap, Texts,
};
use crate::compose::shape::{Attribute, Shape, always, at, yaml_only};
use crate::compose::shape_container::CONTAINER;
use crate::compose::shape_service::{SERVICE, WORKLOAD};

/// The whole model.
pub static PROJECT: Shape = Shape {
    parts: &[&[
        at("name", Text),
        always("services", Map(&SERVICE)),
        at("jobs", Map(&JOB)),
        at("networks", Map(&NETWORK)),
        at("volumes", Map(&VOLUME)),
        at("secrets", Map(&SECRET)),
        at("configs", Map(&CONFIG)),
        at("models", Map(&MODEL)),
    ]],
    extensions: true,
};

/// A top-level model.
pub static MODEL: Shape = Shape {
    parts: &[&[at("name", Text), at("model", Text), at("context_size", Int), at("runtime_flags", Texts)]],
    extensions: true,
};

/// A top-level config.
pub static CONFIG: Shape = Shape {
    parts: &[&[
        at("name", Text),
        at("file", Text),
        at("environment", Text),
        at("content", Text),
        at("external", Flag),
        at("labels", Mapping),
        at("driver", Text),
        at("driver_opts", TextMap),
        at("template_driver", Text),
    ]],
    extensions: true,
};

/// A top-level secret.
pub static SECRET: Shape = Shape {
    parts: &[&[
        at("name", Text),
        at("file", Text),
        at("environment", Text),
        at("content", Text),
        at("external", Flag),
        at("labels", Mapping),
        at("driver", Text),
        at("driver_opts", TextMap),
        at("template_driver", Text),
    ]],
    extensions: true,
};

/// A top-level volume.
pub static VOLUME: Shape = Shape {
    parts: &[&[
        at("name", Text),
        at("driver", Text),
        at("driver_opts", Options),
        at("external", Flag),
        at("labels", Mapping),
    ]],
    extensions: true,
};

/// A top-level network.
pub static NETWORK: Shape = Shape {
    parts: &[&[
        at("name", Text),
        at("driver", Text),
        at("driver_opts", Options),
        at("ipam", Object(&IPAM)),
        at("external", Flag),
        at("internal", Flag),
        at("attachable", Flag),
        at("labels", Mapping),
        at("enable_ipv4", MaybeFlag),
        at("enable_ipv6", MaybeFlag),
    ]],
    extensions: true,
};

/// `ipam`.
pub static IPAM: Shape =
    Shape { parts: &[&[at("driver", Text), at("config", List(&IPAM_POOL)), at("options", Options)]], extensions: true };

/// `ipam_pool`.
pub static IPAM_POOL: Shape = Shape {
    parts: &[&[at("subnet", Text), at("gateway", Text), at("ip_range", Text), at("aux_addresses", Mapping)]],
    extensions: true,
};

const JOB_OWN: &[Attribute] = &[yaml_only("name", Text), at("profiles", Texts), at("triggers", Maybe(&TRIGGERS))];

/// A job.
pub static JOB: Shape = Shape { parts: &[JOB_OWN, CONTAINER, WORKLOAD], extensions: true };

/// `triggers`.
pub static TRIGGERS: Shape =
    Shape { parts: &[&[at("manual", MaybeFlag), at("schedule", List(&SCHEDULE))]], extensions: true };

/// `schedule`.
pub static SCHEDULE: Shape = Shape {
    parts: &[&[at("cron", Text), at("timezone", Text), at("concurrency", Text), at("missed_fires", Text)]],
    extensions: true,
};
/// The attributes of a service in the order in which they print.
pub fn service_order() -> impl Iterator<Item = &'static str> {
    SERVICE.attributes().map(|it| it.name)
}
