//! The border to the code pane, which counts in UTF-16 units and knows files by their names.

use crate::editor::action::Action;
use crate::editor::snapshot::Snapshot;
use crate::text::edit::TextEdit;
use crate::text::line_index::{from_utf16, to_utf16};
use crate::text::path::FilePath;
use crate::text::span::Span;
use crate::text::words::{Lang, Text};

/// The code pane's word for the language of a file.
pub fn language(path: &FilePath) -> &'static str {
    let name = path.name().to_ascii_lowercase();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    if name.starts_with("dockerfile") || ending == "dockerfile" {
        return "dockerfile";
    }
    if name.starts_with(".env") || ending == "env" {
        return "env";
    }
    match ending {
        "yaml" | "yml" => "yaml",
        "sh" | "bash" => "shell",
        _ => "text",
    }
}

/// What was typed, as an action; `None` where it does not fit the text, which happens to a keystroke that comes too late.
pub fn typed(snapshot: &Snapshot, path: &str, changes: &[(usize, usize, String)]) -> Option<Action> {
    let file = FilePath::new(path);
    let text = snapshot.text(&file)?;
    let edits = changes.iter().map(|(from, to, insert)| {
        TextEdit::replace(Span::new(from_utf16(text, *from), from_utf16(text, *to)), insert.as_str())
    });
    let edit = edits.reduce(|all, it| all.clone().union(it).unwrap_or(all))?;
    Some(Action::Type { file, edit })
}

/// The caret of the code pane, as an action.
pub fn caret(snapshot: &Snapshot, path: &str, head: usize) -> Option<Action> {
    let file = FilePath::new(path);
    let offset = from_utf16(snapshot.text(&file)?, head);
    Some(Action::Caret { file, offset })
}

/// A range of bytes of a file in UTF-16 units.
pub fn units(snapshot: &Snapshot, file: &FilePath, start: usize, end: usize) -> Option<(usize, usize)> {
    let text = snapshot.text(file)?;
    Some((to_utf16(text, start), to_utf16(text, end)))
}

/// What is underlined in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Underline {
    /// Its range in UTF-16 units.
    pub range: (usize, usize),
    /// `error`, `warning`, `info`.
    pub severity: &'static str,
    /// What and why.
    pub message: String,
    /// Titles of its fixes.
    pub fixes: Vec<String>,
    /// Its index in the snapshot's diagnostics.
    pub index: usize,
}

/// Everything to underline in `file`.
pub fn underlines(snapshot: &Snapshot, file: &FilePath, lang: Lang) -> Vec<Underline> {
    let all = snapshot.diagnostics.iter().enumerate().filter(|(_, it)| it.file.as_ref() == Some(file));
    let underline = |(index, it): (usize, &crate::text::diagnostic::Diagnostic)| {
        let why = Some(it.why.get(lang)).filter(|it| !it.is_empty()).map(|it| format!("\n{it}"));
        Some(Underline {
            range: units(snapshot, file, it.span.start, it.span.end)?,
            severity: it.severity.id(),
            message: format!("{}{}", it.what.get(lang), why.unwrap_or_default()),
            fixes: it.fixes.iter().map(|it| Text::get(&it.title, lang).to_owned()).collect(),
            index,
        })
    };
    all.filter_map(underline).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editor::workspace::Workspace;
    use std::sync::Arc;

    fn snapshot(text: &str) -> Snapshot {
        let mut workspace = Workspace::default();
        workspace.files.insert(FilePath::new("compose.yaml"), Arc::from(text.as_bytes()));
        Snapshot::derive(&workspace, None)
    }

    #[test]
    fn typing_counts_in_the_units_of_the_page() {
        let snapshot = snapshot("# 😀ñ\na: 1\n");
        let typed = typed(&snapshot, "compose.yaml", &[(2, 5, "x".to_owned())]).unwrap();
        let Action::Type { edit, .. } = typed else { panic!("not typing") };
        assert_eq!(edit.apply("# 😀ñ\na: 1\n").as_deref(), Some("# x\na: 1\n"));
        let caret = caret(&snapshot, "compose.yaml", 4);
        assert_eq!(caret, Some(Action::Caret { file: FilePath::new("compose.yaml"), offset: 6 }));
        assert_eq!(units(&snapshot, &FilePath::new("compose.yaml"), 6, 8), Some((4, 5)));
    }

    #[test]
    fn a_file_that_is_gone_is_not_typed_in() {
        assert_eq!(typed(&snapshot("a: 1\n"), "gone.yaml", &[(0, 0, "x".to_owned())]), None);
    }

    #[test]
    fn languages() {
        let of = |it: &str| language(&FilePath::new(it));
        assert_eq!(
            ["web/Dockerfile", "api.Dockerfile", ".env.example", "a/b.yml", "x.sh", "nginx.conf"].map(of),
            ["dockerfile", "dockerfile", "env", "yaml", "shell", "text"]
        );
    }
}
