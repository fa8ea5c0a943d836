//! The hash by which Compose tells whether a running container still fits its service: SHA-256 of the service as JSON,
//! without what does not make the container. The order of the attributes is that of older versions, so that containers
//! of theirs are still known.

use crate::compose::json_print::print_compact;
use crate::compose::shape_service::SERVICE;
use crate::compose::value::Value;
use crate::text::sha256::sha256_hex;

/// Attributes that do not make the container.
const ASIDE: [&str; 5] = ["build", "pull_policy", "scale", "depends_on", "profiles"];

/// The attributes in the order of the hash.
const ORDER: &str = "profiles annotations attach build develop blkio_config cap_add cap_drop cgroup_parent cgroup cpu_count \
    cpu_percent cpu_period cpu_quota cpu_rt_period cpu_rt_runtime cpus cpuset cpu_shares command configs \
    container_name credential_spec depends_on deploy device_cgroup_rules devices dns dns_opt dns_search dockerfile \
    domainname entrypoint provider environment env_file expose extends external_links extra_hosts group_add gpus \
    hostname healthcheck image init ipc isolation labels label_file links logging log_driver log_opt mem_limit \
    mem_reservation memswap_limit mem_swappiness mac_address models net network_mode networks oom_kill_disable \
    oom_score_adj pid pids_limit platform ports privileged pull_policy pull_refresh_after read_only restart \
    runtime scale secrets security_opt shm_size stdin_open stop_grace_period stop_signal storage_opt sysctls tmpfs \
    tty ulimits use_api_socket user userns_mode uts volume_driver volumes volumes_from working_dir pre_start \
    post_start pre_stop";

/// The hash of a decoded service.
pub fn service_hash(service: &Value) -> Result<String, String> {
    let mut kept = service.clone();
    if let Some(map) = kept.as_map_mut() {
        map.retain(|name, _| !ASIDE.contains(&&**name));
        if let Some(deploy) = map.get_mut("deploy").and_then(|it| it.value.as_map_mut()) {
            deploy.shift_remove("replicas");
        }
    }
    let rank = |name: &str| ORDER.split(' ').position(|it| it == name).unwrap_or(usize::MAX);
    Ok(sha256_hex(print_compact(&SERVICE, &kept, &rank)?.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::member;
    use crate::compose::value::{Data, Map, Origin};

    #[test]
    fn a_recorded_hash() {
        let at = Origin::none();
        let empty = Value::new(Data::Map(Map::new()), at.clone());
        let networks = member::map(vec![("default", member::null(&at))], &at);
        let deploy = member::map(vec![("replicas", member::int(3, &at))], &at);
        let service =
            vec![("image", member::text("x", &at)), ("deploy", deploy), ("networks", networks), ("build", empty)];
        let expected = "44afd1045bf833334d45f6fe848d207c5338c9e318b0126c9f1427c9cc291b8e";
        assert_eq!(service_hash(&member::map(service, &at)).as_deref(), Ok(expected));
    }
}
