//! The shapes of what every container has, be it of a service, of a job or of a hook, in the order in which Compose prints
//! them.

use crate::compose::shape::Kind::{
    Assignments, Bytes, Flag, Float, Hosts, Int, List, MapMaybe, Mapping, Maybe, MaybeDuration, MaybeFlag, Mode,
    OptOut, Options, Text, TextList, TextMap, Texts, Uint, Ulimits, Words,
};
use crate::compose::shape::{Attribute, Shape, at, capitalized};
use crate::compose::shape_deploy::DEVICE_REQUEST;

/// What every container has.
pub const CONTAINER: &[Attribute] = &[
    at("annotations", Mapping),
    at("blkio_config", Maybe(&BLKIO)),
    at("cap_add", Texts),
    at("cap_drop", Texts),
    at("cgroup_parent", Text),
    at("cgroup", Text),
    at("cpu_count", Int),
    at("cpu_percent", Float),
    at("cpu_period", Int),
    at("cpu_quota", Int),
    at("cpu_rt_period", Int),
    at("cpu_rt_runtime", Int),
    at("cpus", Float),
    at("cpuset", Text),
    at("cpu_shares", Int),
    at("command", Words),
    at("configs", List(&FILE_MOUNT)),
    at("credential_spec", Maybe(&CREDENTIAL_SPEC)),
    at("device_cgroup_rules", Texts),
    at("devices", List(&DEVICE_MAPPING)),
    at("dns", TextList),
    at("dns_opt", Texts),
    at("dns_search", TextList),
    at("domainname", Text),
    at("entrypoint", Words),
    at("environment", Assignments),
    at("env_file", List(&ENV_FILE)),
    at("extra_hosts", Hosts),
    at("group_add", Texts),
    at("gpus", List(&DEVICE_REQUEST)),
    at("hostname", Text),
    at("image", Text),
    at("init", MaybeFlag),
    at("ipc", Text),
    at("isolation", Text),
    at("labels", Mapping),
    at("label_file", Texts),
    at("logging", Maybe(&LOGGING)),
    at("log_driver", Text),
    at("log_opt", TextMap),
    at("mem_limit", Bytes),
    at("mem_reservation", Bytes),
    at("memswap_limit", Bytes),
    at("mem_swappiness", Bytes),
    at("mac_address", Text),
    at("models", MapMaybe(&SERVICE_MODEL)),
    at("network_mode", Text),
    at("networks", MapMaybe(&SERVICE_NETWORK)),
    at("oom_kill_disable", Flag),
    at("oom_score_adj", Int),
    at("pid", Text),
    at("pids_limit", Int),
    at("platform", Text),
    at("privileged", Flag),
    at("pull_policy", Text),
    at("pull_refresh_after", Text),
    at("read_only", Flag),
    at("runtime", Text),
    at("secrets", List(&FILE_MOUNT)),
    at("security_opt", Texts),
    at("shm_size", Bytes),
    at("stop_grace_period", MaybeDuration),
    at("stop_signal", Text),
    at("storage_opt", TextMap),
    at("sysctls", Mapping),
    at("tmpfs", TextList),
    at("ulimits", Ulimits),
    at("use_api_socket", Flag),
    at("user", Text),
    at("userns_mode", Text),
    at("uts", Text),
    at("volume_driver", Text),
    at("volumes", List(&MOUNT)),
    at("volumes_from", Texts),
    at("working_dir", Text),
];

/// `mount`.
pub static MOUNT: Shape = Shape {
    parts: &[&[
        at("type", Text),
        at("source", Text),
        at("target", Text),
        at("read_only", Flag),
        at("consistency", Text),
        at("bind", Maybe(&MOUNT_BIND)),
        at("volume", Maybe(&MOUNT_VOLUME)),
        at("tmpfs", Maybe(&MOUNT_TMPFS)),
        at("image", Maybe(&MOUNT_IMAGE)),
    ]],
    extensions: true,
};

/// `mount_image`.
pub static MOUNT_IMAGE: Shape = Shape { parts: &[&[at("subpath", Text)]], extensions: true };

/// `mount_tmpfs`.
pub static MOUNT_TMPFS: Shape = Shape { parts: &[&[at("size", Bytes), at("mode", Uint(32))]], extensions: true };

/// `mount_volume`.
pub static MOUNT_VOLUME: Shape =
    Shape { parts: &[&[at("labels", Mapping), at("nocopy", Flag), at("subpath", Text)]], extensions: true };

/// `mount_bind`.
pub static MOUNT_BIND: Shape = Shape {
    parts: &[&[at("selinux", Text), at("propagation", Text), at("create_host_path", OptOut), at("recursive", Text)]],
    extensions: true,
};

/// `file_mount`.
pub static FILE_MOUNT: Shape = Shape {
    parts: &[&[at("source", Text), at("target", Text), at("uid", Text), at("gid", Text), at("mode", Mode)]],
    extensions: true,
};

/// `service_network`.
pub static SERVICE_NETWORK: Shape = Shape {
    parts: &[&[
        at("aliases", Texts),
        at("driver_opts", Options),
        at("gw_priority", Int),
        at("interface_name", Text),
        at("ipv4_address", Text),
        at("ipv6_address", Text),
        at("link_local_ips", Texts),
        at("mac_address", Text),
        at("priority", Int),
    ]],
    extensions: true,
};

/// `service_model`.
pub static SERVICE_MODEL: Shape =
    Shape { parts: &[&[at("endpoint_var", Text), at("model_var", Text)]], extensions: true };

/// `logging`.
pub static LOGGING: Shape = Shape { parts: &[&[at("driver", Text), at("options", Options)]], extensions: true };

/// `env_file`.
pub static ENV_FILE: Shape =
    Shape { parts: &[&[at("path", Text), at("required", OptOut), at("format", Text)]], extensions: false };

/// `device_mapping`.
pub static DEVICE_MAPPING: Shape =
    Shape { parts: &[&[at("source", Text), at("target", Text), at("permissions", Text)]], extensions: true };

/// `credential_spec`.
pub static CREDENTIAL_SPEC: Shape =
    Shape { parts: &[&[at("config", Text), at("file", Text), at("registry", Text)]], extensions: true };

/// `blkio`.
pub static BLKIO: Shape = Shape {
    parts: &[&[
        at("weight", Uint(16)),
        at("weight_device", List(&WEIGHT_DEVICE)),
        at("device_read_bps", List(&THROTTLE_DEVICE)),
        at("device_read_iops", List(&THROTTLE_DEVICE)),
        at("device_write_bps", List(&THROTTLE_DEVICE)),
        at("device_write_iops", List(&THROTTLE_DEVICE)),
    ]],
    extensions: true,
};

/// `throttle_device`.
pub static THROTTLE_DEVICE: Shape =
    Shape { parts: &[&[capitalized("path", Text, "Path"), capitalized("rate", Bytes, "Rate")]], extensions: true };

/// `weight_device`.
pub static WEIGHT_DEVICE: Shape = Shape {
    parts: &[&[capitalized("path", Text, "Path"), capitalized("weight", Uint(16), "Weight")]],
    extensions: true,
};
