//! Reads a Dockerfile as `BuildKit` does: directives, continuation lines, comments between them, here-documents. Never
//! fails; what would stop the builder is a fault beside the pieces.

use crate::syntax::dockerfile::heredoc::{opener, unquote};
use crate::syntax::dockerfile::logical_line::LogicalLine;
use crate::syntax::dockerfile::node::{Dockerfile, Fault, FaultKind, Flag, Heredoc, Instruction, Piece, PieceKind};
use crate::text::span::{Span, Spanned};

/// Directives that the builder knows; any other line of that form is a comment.
const DIRECTIVES: [&str; 3] = ["syntax", "escape", "check"];

/// Instructions whose arguments may be a JSON list.
const JSON_FORM: [&str; 8] = ["ADD", "CMD", "COPY", "ENTRYPOINT", "HEALTHCHECK", "RUN", "SHELL", "VOLUME"];

/// Instructions that may hold here-documents.
const HEREDOC_FORM: [&str; 3] = ["ADD", "COPY", "RUN"];

/// May stand once, before everything.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// Reads `text`.
pub fn read(text: &str) -> Dockerfile {
    let mut reader = Reader { text, at: 0, escape: '\\', result: Dockerfile::default() };
    reader.read_directives();
    while reader.at < text.len() {
        reader.read_piece();
    }
    reader.result
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    escape: char,
    result: Dockerfile,
}

impl Reader<'_> {
    /// The line at the reader's place, with its line break.
    fn line(&self) -> Span {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let len = rest.find('\n').map_or(rest.len(), |it| it + 1);
        Span::new(self.at, self.at + len)
    }

    fn push(&mut self, span: Span, kind: PieceKind) {
        self.at = span.end;
        self.result.pieces.push(Piece { span, kind });
    }

    fn fault(&mut self, span: Span, kind: FaultKind) {
        self.result.faults.push(Fault { span, kind });
    }

    /// The lines at the top that have the form of a directive; the first other line ends them.
    fn read_directives(&mut self) {
        while let Some((name, value)) = directive(self.line(), self.text) {
            let known = DIRECTIVES.contains(&name.as_str());
            if known && self.result.directive(&name).is_some() {
                self.fault(value.span, FaultKind::RepeatedDirective(name.clone()));
            }
            if name == "escape" {
                self.set_escape(&value);
            }
            let kind = if known { PieceKind::Directive { name, value } } else { PieceKind::Comment };
            self.push(self.line(), kind);
        }
    }

    fn set_escape(&mut self, value: &Spanned<String>) {
        match value.value.as_str() {
            "\\" => self.escape = '\\',
            "`" => self.escape = '`',
            other => self.fault(value.span, FaultKind::InvalidEscape(other.to_owned())),
        }
    }

    fn read_piece(&mut self) {
        let line = self.line();
        match line.of(self.text).trim_start_matches(BYTE_ORDER_MARK).trim() {
            "" => self.push(line, PieceKind::Blank),
            it if it.starts_with('#') => self.push(line, PieceKind::Comment),
            _ => self.read_instruction(),
        }
    }

    fn read_instruction(&mut self) {
        let start = self.at;
        let joined = self.read_logical_line();
        let mut instruction = self.instruction(&joined, 0);
        let heredocs = self.read_heredocs(instruction.trigger.as_deref().unwrap_or(&instruction));
        match &mut instruction.trigger {
            Some(trigger) => trigger.heredocs = heredocs,
            None => instruction.heredocs = heredocs,
        }
        let whole = Span::new(start, self.at);
        let shown = whole.of(self.text).trim_end_matches(['\n', '\r']).len();
        instruction.span = Span::new(instruction.keyword.span.start, start + shown);
        self.push(whole, PieceKind::Instruction(instruction));
    }

    /// Joins lines while they end in the escape character; empty lines and comments between them do not end it.
    fn read_logical_line(&mut self) -> LogicalLine {
        let mut joined = LogicalLine::default();
        let mut first = true;
        while self.at < self.text.len() {
            let line = self.line();
            self.at = line.end;
            let content = line.of(self.text).trim_end_matches(['\n', '\r']);
            if !first && (content.trim().is_empty() || content.trim_start().starts_with('#')) {
                continue;
            }
            first = false;
            let kept = continued(content, self.escape);
            let mark = content.len() - content.trim_start_matches(BYTE_ORDER_MARK).len();
            joined.push(self.text, Span::new(line.start + mark, line.start + kept.unwrap_or(content.len())));
            if kept.is_none() {
                break;
            }
        }
        joined
    }

    /// Reads the here-documents that `instruction` opens.
    fn read_heredocs(&mut self, instruction: &Instruction) -> Vec<Heredoc> {
        if !HEREDOC_FORM.contains(&instruction.keyword.value.as_str()) || instruction.json.is_some() {
            return Vec::new();
        }
        let openers = instruction.words.iter().filter_map(|it| Some((opener(&it.value)?, it.span)));
        let read = openers.map(|(it, opened)| {
            let body = self.read_heredoc(&it.name, it.strip_tabs, opened);
            Heredoc { name: it.name, expand: it.expand, strip_tabs: it.strip_tabs, body }
        });
        read.collect()
    }

    /// Reads lines up to the one that is `name`; gives the lines before it.
    fn read_heredoc(&mut self, name: &str, strip_tabs: bool, opened: Span) -> Span {
        let start = self.at;
        while self.at < self.text.len() {
            let line = self.line();
            let content = line.of(self.text).trim_end_matches('\n').trim_end_matches('\r');
            self.at = line.end;
            if if strip_tabs { content.trim_start_matches('\t') } else { content } == name {
                return Span::new(start, line.start);
            }
        }
        self.fault(opened, FaultKind::UnterminatedHeredoc(name.to_owned()));
        Span::new(start, self.at)
    }

    /// The instruction that begins at byte `from` of `joined`.
    fn instruction(&self, joined: &LogicalLine, from: usize) -> Instruction {
        let tail = joined.text.get(from..).unwrap_or_default();
        let start = from + tail.len() - tail.trim_start().len();
        let word = joined.text.get(start..).unwrap_or_default().split(char::is_whitespace).next().unwrap_or_default();
        let keyword = Spanned::new(word.to_ascii_uppercase(), joined.place(start, start + word.len()));
        let (flags, behind) = self.flags(joined, start + word.len());
        let arguments = joined.rest(behind);
        let json =
            JSON_FORM.contains(&keyword.value.as_str()).then(|| json_form(&keyword.value, &arguments.value)).flatten();
        let trigger = (keyword.value == "ONBUILD" && !arguments.value.is_empty() && from == 0)
            .then(|| Box::new(Instruction { span: arguments.span, ..self.instruction(joined, behind) }));
        let words = joined.words(behind, self.escape);
        Instruction { span: keyword.span, keyword, flags, arguments, words, json, heredocs: Vec::new(), trigger }
    }

    /// The flags from byte `from` on, and where the arguments begin; `--` alone ends them.
    fn flags(&self, joined: &LogicalLine, from: usize) -> (Vec<Flag>, usize) {
        let (mut flags, mut behind) = (Vec::new(), from);
        for word in joined.words(from, self.escape) {
            let Some(name) = word.value.strip_prefix("--").filter(|it| !it.is_empty()) else { break };
            let gap = joined.text.get(behind..).map_or(0, |it| it.len() - it.trim_start().len());
            behind += gap + word.value.len();
            let (name, value) = name.split_once('=').map_or((name, None), |(name, value)| (name, Some(value)));
            let value = value.map(|it| unquote(it).unwrap_or_else(|| it.to_owned()));
            flags.push(Flag { span: word.span, name: name.to_owned(), value });
        }
        (flags, behind)
    }
}

/// Name and value of a line `# name = value`.
fn directive(line: Span, text: &str) -> Option<(String, Spanned<String>)> {
    let content = line.of(text).trim_start_matches(BYTE_ORDER_MARK);
    let (name, value) = content.strip_prefix('#')?.split_once('=')?;
    let (name, shown) = (name.trim(), value.trim());
    let valid =
        name.starts_with(|it: char| it.is_ascii_alphabetic()) && name.chars().all(|it| it.is_ascii_alphanumeric());
    if !valid || shown.is_empty() {
        return None;
    }
    let start = line.end - value.len() + (value.len() - value.trim_start().len());
    Some((name.to_ascii_lowercase(), Spanned::new(shown.to_owned(), Span::new(start, start + shown.len()))))
}

/// How much of a line is kept where it goes on: up to its escape character; `None` where it ends here. An escape
/// character before it takes its meaning away.
fn continued(content: &str, escape: char) -> Option<usize> {
    let before = content.trim_end_matches([' ', '\t']).strip_suffix(escape)?;
    (!before.ends_with(escape)).then_some(before.len())
}

/// The texts of a JSON list; a health check has its command behind `CMD`.
fn json_form(keyword: &str, arguments: &str) -> Option<Vec<String>> {
    let list = match keyword {
        "HEALTHCHECK" => arguments.get(..3).filter(|it| it.eq_ignore_ascii_case("cmd")).and(arguments.get(3..))?.trim(),
        _ => arguments,
    };
    list.starts_with('[').then(|| serde_json::from_str(list).ok()).flatten()
}
