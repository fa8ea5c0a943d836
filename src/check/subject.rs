//! `Subject`: what rules look at, and how they point at it. Fixes are made here, so that each is an edit of the text that
//! says the thing, wherever a merge took it from.

use crate::catalog::image::Image;
use crate::catalog::images::for_reference;
use crate::check::rule::Rule;
use crate::compose::load::{Files, Outcome};
use crate::compose::model::{Project, Service};
use crate::compose::value::{FileId, Origin};
use crate::syntax::dockerfile::node::Dockerfile;
use crate::syntax::yaml::edit::Draft;
use crate::syntax::yaml::edit_op::{Habits, Op};
use crate::text::diagnostic::{Applicability, Diagnostic, Fix, Severity};
use crate::text::edit::TextEdit;
use crate::text::path::FilePath;
use crate::text::span::Span;
use crate::text::words::Text;
use std::cell::Cell;

/// Bytes that may be read again for fixes: an edit of YAML counts only after the new text was read, and a stack of
/// thousands of services must still be checked while one types.
const READING: usize = 2_000_000;

/// New keys go to the end of their map.
const HABITS: Habits = Habits { order: |_| &[], airy: |_| false };

/// What rules look at.
pub struct Subject<'a> {
    /// All files.
    pub files: &'a Files,
    /// What loading them gave.
    pub outcome: &'a Outcome,
    /// The project of `outcome`.
    pub project: &'a Project,
    reading: Cell<usize>,
}

impl<'a> Subject<'a> {
    /// The stack of `outcome`; `None` where there is none.
    pub fn new(files: &'a Files, outcome: &'a Outcome) -> Option<Self> {
        let project = outcome.project.as_ref()?;
        Some(Self { files, outcome, project, reading: Cell::new(READING) })
    }

    /// A finding of `rule` at `origin`, about the service `service`.
    pub fn about_service(
        &self,
        rule: &Rule,
        severity: Severity,
        service: &str,
        origin: &Origin,
        what: Text,
    ) -> Diagnostic {
        let mut finding = self.about(rule, severity, origin, what);
        finding.node = Some(format!("service:{service}"));
        finding
    }

    /// A finding of `rule` at `origin`.
    pub fn about(&self, rule: &Rule, severity: Severity, origin: &Origin, what: Text) -> Diagnostic {
        let file = self.outcome.path(origin.file).cloned();
        let span = if file.is_some() { origin.span } else { Span::default() };
        Diagnostic::new(rule.id, severity, file, span, what)
    }

    /// The text of a file.
    pub fn text(&self, path: &FilePath) -> Option<&'a str> {
        std::str::from_utf8(self.files.get(path)?).ok()
    }

    /// What is written at `origin`; `None` for what no file says.
    pub fn written(&self, origin: &Origin) -> Option<&'a str> {
        if origin.file == FileId::NONE {
            return None;
        }
        let written = origin.span.of(self.text(self.outcome.path(origin.file)?)?);
        (!written.is_empty()).then_some(written)
    }

    /// Whether a value stands in the file itself, without a reference to a variable.
    pub fn is_literal(&self, origin: &Origin) -> bool {
        self.written(origin).is_some_and(|it| !it.contains('$'))
    }

    /// A fix that puts `new` in the place of `old` inside what is written at `origin`; `None` where `old` does not stand
    /// there exactly once.
    pub fn replacement(
        &self,
        origin: &Origin,
        old: &str,
        new: &str,
        title: Text,
        applicability: Applicability,
    ) -> Option<Fix> {
        let written = self.written(origin)?;
        let at = written.find(old).filter(|_| written.matches(old).count() == 1 && !old.is_empty())?;
        let start = origin.span.start + at;
        let edit = TextEdit::replace(Span::new(start, start + old.len()), new);
        Some(Fix { title, applicability, edits: vec![(self.outcome.path(origin.file)?.clone(), edit)] })
    }

    /// A fix that does `ops` in the file of `origin`; `None` where that cannot be done without harm.
    pub fn rewriting(&self, origin: &Origin, ops: &[Op], title: Text, applicability: Applicability) -> Option<Fix> {
        let file = self.outcome.path(origin.file)?.clone();
        let edit = self.yaml_edit(&file, ops)?;
        Some(Fix { title, applicability, edits: vec![(file, edit)] })
    }

    /// The edit of a YAML file that does `ops`.
    pub fn yaml_edit(&self, file: &FilePath, ops: &[Op]) -> Option<TextEdit> {
        let text = self.text(file)?;
        self.reading.set(self.reading.get().checked_sub(text.len())?);
        Draft::new(text).ok()?.edit(ops, HABITS).ok().map(|it| it.edit)
    }

    /// What the catalogue knows about a service's image; `None` for one that is built here.
    pub fn known(&self, service: &Service) -> Option<&'static Image> {
        let image = service.image.as_ref().filter(|_| service.build.is_none())?;
        for_reference(&image.value)
    }

    /// The Dockerfile that a service is built with, where the project holds it.
    pub fn dockerfile(&self, service: &Service) -> Option<(FilePath, Dockerfile)> {
        let build = service.build.as_ref()?;
        let path = FilePath::new(&format!("{}/{}", build.context, build.dockerfile));
        let text = self.text(&path)?;
        Some((path, crate::syntax::dockerfile::reader::read(text)))
    }

    /// Whether Docker knows how to ask a service for its health; `None` where the image is not known.
    pub fn has_health_check(&self, service: &Service) -> Option<bool> {
        if let Some(check) = &service.healthcheck {
            if check.disabled {
                return Some(false);
            }
            if !check.test.is_empty() {
                return Some(true);
            }
        }
        if service.build.is_some() {
            let (_, dockerfile) = self.dockerfile(service)?;
            return Some(
                dockerfile
                    .instructions()
                    .any(|it| it.keyword.value == "HEALTHCHECK" && !it.arguments.value.eq_ignore_ascii_case("none")),
            );
        }
        self.known(service).map(|it| it.health.as_ref().is_some_and(|it| it.builtin))
    }
}
