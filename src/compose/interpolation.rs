//! Interpolation: variables in every text of a file, and the casts that follow. All faults of a file are reported; Compose
//! prints them as one message, sorted by path.

use crate::compose::cast::cast_at;
use crate::compose::environment::Environment;
use crate::compose::pattern::{below, part, shown};
use crate::compose::report::Report;
use crate::compose::template::{TemplateError, Variables, substitute};
use crate::compose::value::{Data, Origin, Value};
use std::cmp::Ordering;
use std::sync::Arc;

/// Replaces the variables in `model` by the values of `environment`. A text with a fault stays as it is.
pub fn interpolate(model: &mut Value, environment: &Environment, report: &mut Report) {
    let mut walk = Walk { environment, report, faults: Vec::new() };
    walk.value(model, "", &mut Vec::new());
    let mut faults = walk.faults;
    faults.sort_by(|a, b| a.order.cmp(&b.order));
    let faults: Vec<(Origin, String)> = faults.into_iter().map(|it| (it.origin, it.message)).collect();
    report.errors(&faults, |messages| messages.join("\n"));
}

/// Interpolates one text outside a file's tree.
pub fn interpolate_text(
    text: &str,
    origin: &Origin,
    environment: &Environment,
    report: &mut Report,
) -> Result<String, TemplateError> {
    substitute(text, &mut Lookup { environment, origin, report })
}

/// A step of a path, in the order in which Compose sorts its messages.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Name(Arc<str>),
    Item(usize),
}

impl Ord for Step {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Name(a), Self::Name(b)) => part(a).cmp(&part(b)),
            (Self::Item(a), Self::Item(b)) => a.cmp(b),
            (Self::Name(_), Self::Item(_)) => Ordering::Less,
            (Self::Item(_), Self::Name(_)) => Ordering::Greater,
        }
    }
}

impl PartialOrd for Step {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

struct Fault {
    order: Vec<Step>,
    origin: Origin,
    message: String,
}

struct Walk<'a> {
    environment: &'a Environment,
    report: &'a mut Report,
    faults: Vec<Fault>,
}

impl Walk<'_> {
    fn value(&mut self, value: &mut Value, path: &str, order: &mut Vec<Step>) {
        match &mut value.data {
            Data::Str(text) => {
                let text = text.clone();
                self.text(value, &text, path, order);
            }
            Data::List(items) => {
                let path = below(path, "[]");
                for (index, item) in items.iter_mut().enumerate() {
                    order.push(Step::Item(index));
                    self.value(item, &path, order);
                    order.pop();
                }
            }
            Data::Map(map) => {
                for (key, member) in map {
                    order.push(Step::Name(key.clone()));
                    self.value(&mut member.value, &below(path, key), order);
                    order.pop();
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, value: &mut Value, text: &str, path: &str, order: &[Step]) {
        let cast = cast_at(path);
        if cast.is_none() && !text.contains('$') {
            return;
        }
        match interpolate_text(text, &value.origin, self.environment, self.report) {
            Err(error) => self.fault(value, error_at(path, &error), order),
            Ok(plain) => match cast {
                None => value.data = Data::Str(Arc::from(plain)),
                Some(cast) => {
                    let (origin, report) = (&value.origin, &mut *self.report);
                    match cast.apply(&plain, &mut |warning| report.warn(origin, warning)) {
                        Ok(data) => value.data = data,
                        Err(words) => {
                            let message =
                                format!("error while interpolating {path}: failed to cast to expected type: {words}");
                            self.fault(value, message, order);
                        }
                    }
                }
            },
        }
    }

    fn fault(&mut self, value: &Value, message: String, order: &[Step]) {
        self.faults.push(Fault { order: order.to_vec(), origin: value.origin.clone(), message });
    }
}

/// Compose's words about the text at `path`.
pub fn error_at(path: &str, error: &TemplateError) -> String {
    let path = shown(path);
    match error {
        TemplateError::Invalid(template) => {
            format!(
                "invalid interpolation format for {path}.\nYou may need to escape any $ with another $.\n{template}"
            )
        }
        TemplateError::Required { .. } => format!("error while interpolating {path}: {}", error.message()),
    }
}

struct Lookup<'a> {
    environment: &'a Environment,
    origin: &'a Origin,
    report: &'a mut Report,
}

impl Variables for Lookup<'_> {
    fn get(&self, name: &str) -> Option<String> {
        self.environment.get(name).map(ToOwned::to_owned)
    }

    fn missing(&mut self, name: &str) {
        self.report.warn(self.origin, unset(name));
    }
}

/// Compose's warning about a variable that is not set.
pub fn unset(name: &str) -> String {
    format!("The {} variable is not set. Defaulting to a blank string.", crate::compose::go_format::quote(name))
}
