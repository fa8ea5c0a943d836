//! In which order services start: step by step, each step holding what waits for nothing but the steps before it.

use crate::compose::model::{Condition, Project, Service};
use std::collections::BTreeSet;

/// Whether a service does a job and ends: another waits for that.
pub fn is_one_shot(name: &str, project: &Project) -> bool {
    let awaited = |it: &Service| it.depends_on.get(name).is_some_and(|it| it.condition == Condition::Completed);
    project.services.values().any(awaited)
}

/// The steps, services in the order of the files; those of a dependency cycle, which Docker Compose refuses, come last.
pub fn steps(project: &Project) -> Vec<Vec<&str>> {
    let mut waiting: Vec<&str> = project.services.keys().map(String::as_str).collect();
    let (mut started, mut steps) = (BTreeSet::new(), Vec::new());
    while !waiting.is_empty() {
        let ready = |name: &&str| {
            let needs = project.services.get(*name).map(|it| &it.depends_on);
            needs.is_none_or(|it| {
                it.keys().all(|other| started.contains(other.as_str()) || !project.services.contains_key(other))
            })
        };
        let (mut step, mut later): (Vec<&str>, Vec<&str>) = waiting.into_iter().partition(ready);
        if step.is_empty() {
            step = std::mem::take(&mut later);
        }
        started.extend(step.iter().copied());
        steps.push(step);
        waiting = later;
    }
    steps
}
