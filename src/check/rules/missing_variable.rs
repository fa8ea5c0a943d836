//! `missing-variable`
//!
//! ## What it does
//! Finds variables that an image of the catalogue refuses to start without, and that nobody sets.
//!
//! ## Why is this bad?
//! The container ends right after its start, again and again.
//!
//! ## Example
//! ```yaml
//! services:
//!   db:
//!     image: postgres:18
//! ```
//!
//! ## Fix safety
//! Safe: the attribute refers to a variable of `.env`, where the value is still to be written.

use crate::catalog::image::Variable;
use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::check::words;
use crate::compose::model::Service;
use crate::syntax::yaml::edit_fragment::Fragment;
use crate::syntax::yaml::edit_op::Op;
use crate::text::diagnostic::{Applicability, Diagnostic, Severity};

/// The row.
pub const RULE: Rule = Rule { id: "missing-variable", aliases: &[], check };

/// Variables of which any one is enough.
const INSTEAD: [(&str, &[&str]); 3] = [
    ("POSTGRES_PASSWORD", &["POSTGRES_HOST_AUTH_METHOD"]),
    ("MYSQL_ROOT_PASSWORD", &["MYSQL_ALLOW_EMPTY_PASSWORD", "MYSQL_RANDOM_ROOT_PASSWORD"]),
    (
        "MARIADB_ROOT_PASSWORD",
        &[
            "MARIADB_ALLOW_EMPTY_ROOT_PASSWORD",
            "MARIADB_RANDOM_ROOT_PASSWORD",
            "MARIADB_ROOT_PASSWORD_HASH",
            "MYSQL_ROOT_PASSWORD",
            "MYSQL_ALLOW_EMPTY_PASSWORD",
            "MYSQL_RANDOM_ROOT_PASSWORD",
        ],
    ),
];

fn check(subject: &Subject<'_>, findings: &mut Vec<Diagnostic>) {
    for (name, service) in &subject.project.services {
        let Some(image) = subject.known(service) else { continue };
        // What an env_file says is not part of `environment` here; a service with its own program is another thing.
        let unsure = !service.env_files.is_empty() || service.entrypoint.is_some();
        for variable in image.variables.iter().filter(|it| it.required && !unsure && !is_set(it, service)) {
            let Some(origin) = service.image.as_ref().map(|it| &it.origin) else { continue };
            let values = [("variable", variable.name.as_str()), ("name", image.name.as_str())];
            let mut finding =
                subject.about_service(&RULE, Severity::Error, name, origin, words::MISSING_VARIABLE.fill(&values));
            finding.why = words::MISSING_VARIABLE_WHY.text();
            finding.hints.push(words::MISSING_VARIABLE_HINT.fill(&values));
            let list = service
                .value
                .get("environment")
                .is_some_and(|it| subject.written(&it.origin).is_some_and(|it| it.starts_with('-')));
            let op = if list {
                let item = format!("{0}=${{{0}}}", variable.name);
                Op::push(&["services", name, "environment"], Fragment::text(&item))
            } else {
                let value = Fragment::text(&format!("${{{}}}", variable.name));
                Op::set(&["services", name, "environment", &variable.name], value)
            };
            let title = words::ADD_VARIABLE.fill(&values);
            finding.fixes.extend(subject.rewriting(&service.origin, &[op], title, Applicability::Safe));
            findings.push(finding);
        }
    }
}

/// Whether the service gives the variable, its file, or what makes it needless.
fn is_set(variable: &Variable, service: &Service) -> bool {
    let has = |name: &str| service.environment.contains_key(name);
    let instead = INSTEAD.iter().find(|(name, _)| *name == variable.name).map_or(&[][..], |(_, others)| *others);
    has(&variable.name)
        || variable.file.as_deref().is_some_and(has)
        || instead.iter().any(|it| has(it) || has(&format!("{it}_FILE")))
}
