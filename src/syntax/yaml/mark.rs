//! Places as go-yaml counts them, and its errors in its own words: `L2.C6-C8` is what a person finds again on the web
//! and in the terminal, so the same words must come from here.

use std::borrow::Cow;

use crate::syntax::yaml::node::SyntaxError;
use crate::text::span::Span;

/// A place in the text while it is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// Byte offset.
    pub offset: usize,
    /// Line from 1; 0 is go-yaml's unset place. NEL, LS, PS and a lone CR end a line too.
    pub line: usize,
    /// Character in the line, from 0.
    pub column: usize,
}

impl Mark {
    /// `L2.C6`.
    pub fn label(self) -> String {
        if self.line == 0 { "<unknown position>".to_owned() } else { format!("L{}.C{}", self.line, self.column + 1) }
    }

    /// From here to `end`: `L2.C6`, `L2.C6-C8` or `L2.C6-L3.C1`.
    fn range_label(self, end: Mark) -> String {
        if (self.line, self.column) == (end.line, end.column) {
            self.label()
        } else if self.line == end.line {
            format!("{}-C{}", self.label(), end.column + 1)
        } else {
            format!("{}-{}", self.label(), end.label())
        }
    }
}

/// Why reading stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// go-yaml's stage: `reader`, `scanner`, `parser`, `composer`.
    pub stage: &'static str,
    /// What was begun, in words and since where.
    pub context: Option<(&'static str, Mark)>,
    /// What is wrong.
    pub problem: Cow<'static, str>,
    /// Where.
    pub mark: Mark,
    /// The bytes to look at, where they are known to be more than the character at `mark`.
    pub span: Option<Span>,
}

impl Fault {
    /// A fault that has no context.
    pub fn new(stage: &'static str, problem: impl Into<Cow<'static, str>>, mark: Mark) -> Self {
        Self { stage, context: None, problem: problem.into(), mark, span: None }
    }

    /// A fault within something that was begun at `since`.
    pub fn within(
        stage: &'static str,
        context: &'static str,
        since: Mark,
        problem: impl Into<Cow<'static, str>>,
        mark: Mark,
    ) -> Self {
        Self { stage, context: Some((context, since)), problem: problem.into(), mark, span: None }
    }

    /// The error in go-yaml's words, with its place in `text`.
    pub fn into_error(self, text: &str) -> SyntaxError {
        let Self { stage, context, problem, mark, span } = self;
        let (detail, place) = match context {
            Some((words, since)) => (format!(" ({words})"), since.range_label(mark)),
            // The reader knows bytes only; go-yaml leaves its place unset.
            None if stage == "reader" => (String::new(), Mark::default().label()),
            None => (String::new(), mark.label()),
        };
        let message = format!("go-yaml load error in {stage}{detail} at {place}: {problem}");
        let here = text.get(mark.offset..).and_then(|rest| rest.chars().next()).filter(|it| !is_break(*it));
        let span = span.unwrap_or(Span::new(mark.offset, mark.offset + here.map_or(0, char::len_utf8)));
        let context = context.filter(|(_, since)| since.line > 0 && since.offset < mark.offset);
        SyntaxError { message, span, context: context.map(|(_, since)| Span::new(since.offset, mark.offset)) }
    }
}

/// Whether `it` ends a line for go-yaml.
pub fn is_break(it: char) -> bool {
    matches!(it, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The lines of a text as go-yaml counts them, for messages about nodes (`line 3: mapping key …`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lines {
    // Invariant: ascending; the first is 0.
    starts: Vec<usize>,
}

impl Lines {
    /// Reads `text` once.
    pub fn new(text: &str) -> Self {
        let mut starts = vec![0];
        let mut rest = text.char_indices().peekable();
        while let Some((at, it)) = rest.next() {
            if it == '\r' && rest.peek().is_some_and(|&(_, next)| next == '\n') {
                continue;
            }
            if is_break(it) {
                starts.push(at + it.len_utf8());
            }
        }
        Self { starts }
    }

    /// `offset` as a place of `text`.
    pub fn mark(&self, offset: usize, text: &str) -> Mark {
        let line = self.starts.partition_point(|&start| start <= offset);
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or_default();
        Mark { offset, line, column: Span::new(start, offset).of(text).chars().count() }
    }

    /// The line, from 1, that holds `offset`.
    pub fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_as_go_yaml_ends_them() {
        let text = "a\r\nb\rc\u{85}d\u{2028}e\nf";
        let lines = Lines::new(text);
        let marks: Vec<String> =
            "abcdef".chars().filter_map(|it| text.find(it)).map(|at| lines.mark(at, text).label()).collect();
        assert_eq!(marks, ["L1.C1", "L2.C1", "L3.C1", "L4.C1", "L5.C1", "L6.C1"]);
        assert_eq!(lines.line(text.len()), 6);
    }

    #[test]
    fn a_fault_reads_as_in_go_yaml() {
        let mark = |offset, line, column| Mark { offset, line, column };
        let told =
            |since, at| Fault::within("parser", "while parsing a flow mapping", since, "oh", at).into_error("").message;
        let head = "go-yaml load error in parser (while parsing a flow mapping) at ";
        assert_eq!(told(mark(5, 2, 5), mark(9, 3, 0)), format!("{head}L2.C6-L3.C1: oh"));
        assert_eq!(told(mark(5, 2, 5), mark(7, 2, 7)), format!("{head}L2.C6-C8: oh"));
        assert_eq!(told(mark(5, 2, 5), mark(5, 2, 5)), format!("{head}L2.C6: oh"));
        assert_eq!(
            Fault::new("composer", "oh", mark(0, 1, 0)).into_error("").message,
            "go-yaml load error in composer at L1.C1: oh"
        );
    }
}
