//! The shapes of a service and of what only a service has, in the order in which Compose prints them.

use crate::compose::shape::Kind::{
    Assignments, Bytes, Flag, Hosts, List, Map, Mapping, Maybe, MaybeDuration, MaybeFlag, MaybeInt, MaybeUint,
    MultiOptions, Object, PrintedList, Ssh, Test, Text, TextList, Texts, Uint, Ulimits, Words,
};
use crate::compose::shape::{Attribute, Shape, always, at, yaml_only};
use crate::compose::shape_container::{CONTAINER, FILE_MOUNT};
use crate::compose::shape_deploy::DEPLOY;

/// What a service and a job add to a container.
pub const WORKLOAD: &[Attribute] = &[
    at("build", Maybe(&BUILD)),
    at("depends_on", Map(&DEPENDENCY)),
    at("dockerfile", Text),
    at("expose", PrintedList),
    at("healthcheck", Maybe(&HEALTHCHECK)),
    at("ports", List(&PORT)),
    at("stdin_open", Flag),
    at("tty", Flag),
];

const SERVICE_OWN: &[Attribute] = &[
    yaml_only("name", Text),
    at("profiles", Texts),
    at("deploy", Maybe(&DEPLOY)),
    at("develop", Maybe(&DEVELOP)),
    at("restart", Text),
    at("scale", MaybeInt),
    at("attach", MaybeFlag),
    at("container_name", Text),
    at("provider", Maybe(&PROVIDER)),
    at("extends", Maybe(&EXTENDS)),
    at("external_links", Texts),
    at("links", Texts),
    at("net", Text),
    at("pre_start", List(&PRE_START_HOOK)),
    at("post_start", List(&HOOK)),
    at("pre_stop", List(&HOOK)),
];

/// A service.
pub static SERVICE: Shape = Shape { parts: &[SERVICE_OWN, CONTAINER, WORKLOAD], extensions: true };

/// `port`.
pub static PORT: Shape = Shape {
    parts: &[&[
        at("name", Text),
        at("mode", Text),
        at("host_ip", Text),
        at("target", Uint(32)),
        at("published", Text),
        at("protocol", Text),
        at("app_protocol", Text),
    ]],
    extensions: true,
};

/// `healthcheck`.
pub static HEALTHCHECK: Shape = Shape {
    parts: &[&[
        at("test", Test),
        at("timeout", MaybeDuration),
        at("interval", MaybeDuration),
        at("retries", MaybeUint),
        at("start_period", MaybeDuration),
        at("start_interval", MaybeDuration),
        at("disable", Flag),
    ]],
    extensions: true,
};

/// `dependency`.
pub static DEPENDENCY: Shape =
    Shape { parts: &[&[at("condition", Text), at("restart", Flag), always("required", Flag)]], extensions: true };

/// `build`.
pub static BUILD: Shape = Shape {
    parts: &[&[
        at("context", Text),
        at("dockerfile", Text),
        at("dockerfile_inline", Text),
        at("entitlements", Texts),
        at("args", Assignments),
        at("provenance", Text),
        at("sbom", Text),
        at("ssh", Ssh),
        at("labels", Mapping),
        at("cache_from", TextList),
        at("cache_to", TextList),
        at("no_cache", Flag),
        at("no_cache_filter", TextList),
        at("additional_contexts", Mapping),
        at("pull", Flag),
        at("extra_hosts", Hosts),
        at("isolation", Text),
        at("network", Text),
        at("target", Text),
        at("secrets", List(&FILE_MOUNT)),
        at("shm_size", Bytes),
        at("tags", TextList),
        at("ulimits", Ulimits),
        at("platforms", TextList),
        at("privileged", Flag),
    ]],
    extensions: true,
};

/// `provider`.
pub static PROVIDER: Shape = Shape { parts: &[&[at("type", Text), at("options", MultiOptions)]], extensions: true };

/// `develop`.
pub static DEVELOP: Shape = Shape { parts: &[&[at("watch", List(&WATCH))]], extensions: true };

/// `watch`.
pub static WATCH: Shape = Shape {
    parts: &[&[
        always("path", Text),
        always("action", Text),
        at("target", Text),
        at("exec", Object(&HOOK)),
        at("include", Texts),
        at("ignore", Texts),
        at("initial_sync", Flag),
    ]],
    extensions: true,
};

/// `hook`.
pub static HOOK: Shape = Shape {
    parts: &[&[
        at("command", Words),
        at("user", Text),
        at("privileged", Flag),
        at("working_dir", Text),
        at("environment", Assignments),
    ]],
    extensions: true,
};

const PRE_START_HOOK_OWN: &[Attribute] = &[at("per_replica", Flag)];

/// `pre_start_hook`.
pub static PRE_START_HOOK: Shape = Shape { parts: &[CONTAINER, PRE_START_HOOK_OWN], extensions: true };

/// `extends`.
pub static EXTENDS: Shape = Shape { parts: &[&[at("file", Text), at("service", Text)]], extensions: false };
