//! The list of problems: what, why, where, and what can be done at once.

use crate::editor::action::Action;
use crate::text::diagnostic::Diagnostic;
use crate::ui::handle::use_editor;
use crate::ui::icon::Icon;
use crate::ui::sentence::Words;
use crate::ui::words;
use leptos::prelude::*;

/// The list.
#[component]
pub fn Problems() -> impl IntoView {
    let handle = use_editor();
    let all = move || {
        let known = handle.view.diagnostics.get();
        known.iter().cloned().enumerate().map(|(index, it)| view! { <Problem index=index problem=it /> }).collect_view()
    };
    view! {
        <Show
            when=move || handle.view.diagnostics.with(|it| !it.is_empty())
            fallback=move || view! {
                <div class="problems__none"><Icon name="check" /><p>{move || handle.t(words::NO_PROBLEMS)}</p></div>
            }
        >
            <ul class="problems" aria-label=move || handle.t(words::PROBLEMS)>{all}</ul>
        </Show>
    }
}

/// One problem.
#[component]
fn Problem(
    /// Its index in the snapshot.
    index: usize,
    /// It.
    problem: Diagnostic,
) -> impl IntoView {
    let handle = use_editor();
    let severity = problem.severity.id();
    let place = handle.read(|it| {
        let file = problem.file.as_ref()?;
        let text = it.snapshot().text(file)?;
        let line = crate::text::line_index::LineIndex::new(text).line_of(problem.span.start) + 1;
        Some(format!("{file}:{line}"))
    });
    let problem = StoredValue::new(problem);
    let what = move || problem.with_value(|it| handle.say(&it.what));
    let why = move || {
        problem.with_value(|it| {
            let hints = it.hints.iter().map(|it| handle.say(it));
            let parts = std::iter::once(handle.say(&it.why)).chain(hints).filter(|it| !it.is_empty());
            parts.collect::<Vec<_>>().join(". ")
        })
    };
    let fixes = move || {
        problem.with_value(|it| it.fixes.iter().map(|it| handle.say(&it.title)).enumerate().map(|(fix, title)| view! {
        <button type="button" class="button button--small" on:click=move |_| handle.dispatch(Action::ApplyFix { diagnostic: index, fix })>
            <Words text=Signal::derive(move || title.clone()) />
        </button>
    }).collect_view())
    };
    view! {
        <li class="problem" data-severity=severity>
            <Icon name=severity />
            <button type="button" class="problem__go" on:click=move |_| handle.dispatch(Action::GoToDiagnostic(index))>
                <span class="visually-hidden">{move || handle.t(words::severity(severity))} ": "</span>
                <span class="problem__what"><Words text=Signal::derive(what) /></span>
                <span class="problem__why"><Words text=Signal::derive(why) /></span>
                <span class="problem__place">{place}</span>
            </button>
            {fixes}
        </li>
    }
}
