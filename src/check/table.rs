//! The table of rules: one row each. The order is the one in which findings of the same place are said.

use crate::check::rule::Rule;
use crate::check::rules::{
    dependency_condition, development_command, discontinued_image, duplicate_container_name, duplicate_host_port,
    host_path, localhost_between_services, missing_dockerfile, missing_health_check, missing_variable, obsolete_link,
    obsolete_version, open_database_port, plain_http, privileged_container, runtime_socket, secret_in_environment,
    stateful_without_volume, unpinned_base_image, unpinned_image, unused_resource, weak_password, wrong_data_path,
};
use crate::check::subject::Subject;
use crate::compose::load::{Files, Outcome};
use crate::text::diagnostic::Diagnostic;

/// Every rule.
pub const RULES: &[Rule] = &[
    missing_health_check::RULE,
    dependency_condition::RULE,
    duplicate_host_port::RULE,
    duplicate_container_name::RULE,
    missing_dockerfile::RULE,
    missing_variable::RULE,
    wrong_data_path::RULE,
    stateful_without_volume::RULE,
    localhost_between_services::RULE,
    runtime_socket::RULE,
    privileged_container::RULE,
    host_path::RULE,
    open_database_port::RULE,
    secret_in_environment::RULE,
    weak_password::RULE,
    discontinued_image::RULE,
    unpinned_image::RULE,
    unpinned_base_image::RULE,
    development_command::RULE,
    plain_http::RULE,
    unused_resource::RULE,
    obsolete_version::RULE,
    obsolete_link::RULE,
];

/// What the rules find in a stack that loading understood, by severity and then as they stand in the table.
pub fn check(files: &Files, outcome: &Outcome) -> Vec<Diagnostic> {
    let Some(subject) = Subject::new(files, outcome) else { return Vec::new() };
    let mut findings = Vec::new();
    for it in RULES {
        (it.check)(&subject, &mut findings);
    }
    findings.sort_by_key(|it| it.severity);
    findings
}

/// The row of a rule's id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|it| it.id == id)
}
