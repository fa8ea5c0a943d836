//! Line diffs as people read them: unified, with a few lines of context. Previews, the history and `--dry-run` show them.

use similar::TextDiff;

/// The unified diff of one file with three lines of context; empty where nothing changed.
pub fn unified(path: &str, before: &str, after: &str) -> String {
    if before == after {
        return String::new();
    }
    let diff = TextDiff::from_lines(before, after);
    diff.unified_diff().context_radius(3).header(&format!("a/{path}"), &format!("b/{path}")).to_string()
}

/// The changed lines alone, each behind `-` or `+`: what a test case compares.
pub fn changed_lines(before: &str, after: &str) -> String {
    let diff = TextDiff::from_lines(before, after);
    let changed = diff.iter_all_changes().filter(|it| it.tag() != similar::ChangeTag::Equal);
    changed
        .flat_map(|it| [it.tag().to_string(), it.value().trim_end_matches('\n').to_owned(), "\n".to_owned()])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_changed() {
        assert_eq!(changed_lines("a\nb\nc\n", "a\nx\nc\n"), "-b\n+x\n");
        assert_eq!(unified("f", "a\n", "a\n"), "");
        assert!(unified("f", "a\n", "b\n").starts_with("--- a/f\n+++ b/f\n"));
    }
}
