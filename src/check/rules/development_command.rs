//! `development-command`
//!
//! ## What it does
//! Finds commands for programming, such as `--reload` and `nodemon`, in a stack that calls itself production by the name
//! of its file, of an image, or by `NODE_ENV` and the like.
//!
//! ## Why is this bad?
//! A server that watches its files is slower, keeps more in memory, starts again whenever a file is touched, and often
//! shows its insides to visitors.
//!
//! ## Example
//! ```yaml
//! services:
//!   app:
//!     image: shop:prod
//!     command: uvicorn main:app --reload
//! ```
//!
//! ## Fix safety
//! No fix: the right command is the application's.

use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::check::words_safety as words;
use crate::compose::model::Service;
use crate::text::diagnostic::{Diagnostic, Severity};

/// The row.
pub const RULE: Rule = Rule { id: "development-command", aliases: &[], check };

/// What only a programmer runs.
const SIGNS: [&str; 9] = [
    "--reload",
    "nodemon",
    "--watch",
    "npm run dev",
    "pnpm dev",
    "yarn dev",
    "runserver",
    "flask run --debug",
    "--debug",
];

fn check(subject: &Subject<'_>, findings: &mut Vec<Diagnostic>) {
    let file = subject.outcome.files.iter().any(|it| it.name().contains("compose") && it.name().contains("prod"));
    for (name, service) in &subject.project.services {
        let Some(command) = &service.command else { continue };
        let line = command.value.join(" ");
        let Some(sign) = SIGNS.into_iter().find(|it| line.contains(it)).filter(|_| file || is_production(service))
        else {
            continue;
        };
        let what = words::DEVELOPMENT.fill(&[("service", name), ("sign", sign)]);
        let mut finding = subject.about_service(&RULE, Severity::Warning, name, &command.origin, what);
        finding.why = words::DEVELOPMENT_WHY.text();
        finding.hints.push(words::DEVELOPMENT_HINT.text());
        findings.push(finding);
    }
}

/// Whether a service says that it is production.
fn is_production(service: &Service) -> bool {
    let named = ["NODE_ENV", "ENVIRONMENT", "APP_ENV", "RAILS_ENV", "ENV"];
    let value = |key: &str| service.environment.get(key).and_then(|it| it.value.as_deref());
    let image =
        service.image.as_ref().is_some_and(|it| it.value.ends_with(":prod") || it.value.ends_with(":production"));
    image || named.iter().filter_map(|it| value(it)).any(|it| it.starts_with("prod"))
}
