//! Block scalars: `|` keeps its lines, `>` folds them.

use crate::syntax::yaml::mark::{Fault, Mark};
use crate::syntax::yaml::node::ScalarStyle;
use crate::syntax::yaml::scanner::Scanner;
use crate::syntax::yaml::token::TokenKind;

const CONTEXT: &str = "while scanning a block scalar";

/// What becomes of the line breaks at the end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Chomping {
    /// `-`: none stays.
    Strip,
    /// One stays.
    Clip,
    /// `+`: all stay.
    Keep,
}

impl Scanner<'_> {
    fn block_fault(&self, start: Mark, problem: &'static str) -> Fault {
        Fault::within("scanner", CONTEXT, start, problem, self.cursor.mark)
    }

    /// The scalar that begins with the `|` or `>` here.
    pub(crate) fn scan_block_scalar(&mut self) -> Result<(), Fault> {
        let start = self.cursor.mark;
        let style = if self.cursor.at(0) == b'|' { ScalarStyle::Literal } else { ScalarStyle::Folded };
        self.cursor.skip()?;
        let (chomping, increment) = self.scan_block_indicators(start)?;
        let header_end = self.cursor.mark.offset;
        self.scan_block_header_rest(start)?;
        let outer = usize::try_from(self.indent).unwrap_or(0);
        let mut indent = (increment > 0).then_some(outer + increment);
        let mut breaks = String::new();
        let mut end = self.scan_block_breaks(start, &mut indent, &mut breaks)?;
        let mut body = Body { value: String::new(), leading_break: String::new(), breaks, after_blank: false };
        let mut content_end = header_end;
        while Some(self.cursor.mark.column) == indent && !self.cursor.end(0) {
            let blank = self.cursor.blank(0);
            body.join(style == ScalarStyle::Folded, blank);
            while !self.cursor.break_or_end(0) {
                self.cursor.read(&mut body.value)?;
            }
            content_end = self.cursor.mark.offset;
            self.cursor.read_line(&mut body.leading_break)?;
            end = self.scan_block_breaks(start, &mut indent, &mut body.breaks)?;
        }
        let kind = TokenKind::Scalar { style, value: body.finish(chomping), content_end };
        self.push(kind, start, end);
        self.last_end = content_end;
        Ok(())
    }

    /// `+`, `-` and the indentation, in either order.
    fn scan_block_indicators(&mut self, start: Mark) -> Result<(Chomping, usize), Fault> {
        let mut chomping = Chomping::Clip;
        let mut increment = 0;
        let digit_first = self.cursor.at(0).is_ascii_digit();
        if digit_first {
            increment = self.scan_increment(start)?;
        }
        if matches!(self.cursor.at(0), b'+' | b'-') {
            chomping = if self.cursor.at(0) == b'+' { Chomping::Keep } else { Chomping::Strip };
            self.cursor.skip()?;
            if !digit_first && self.cursor.at(0).is_ascii_digit() {
                increment = self.scan_increment(start)?;
            }
        }
        Ok((chomping, increment))
    }

    fn scan_increment(&mut self, start: Mark) -> Result<usize, Fault> {
        let increment = usize::from(self.cursor.at(0) - b'0');
        if increment == 0 {
            return Err(self.block_fault(start, "found an indentation indicator equal to 0"));
        }
        self.cursor.skip()?;
        Ok(increment)
    }

    /// Blanks, a comment and the line break behind the indicators.
    fn scan_block_header_rest(&mut self, start: Mark) -> Result<(), Fault> {
        self.cursor.skip_blanks()?;
        if self.cursor.at(0) == b'#' {
            self.cursor.comment()?;
        }
        if !self.cursor.break_or_end(0) {
            return Err(self.block_fault(start, "did not find expected comment or line break"));
        }
        self.cursor.skip_line()
    }

    /// Steps over indentation and empty lines, whose breaks are appended; finds the indentation where it is not known: of
    /// the widest line, but as deep as something in the collection around must be. (At the top that is not at all, and
    /// `---` does not end such a scalar.) Answers where the last line of the scalar has ended.
    fn scan_block_breaks(
        &mut self,
        start: Mark,
        indent: &mut Option<usize>,
        breaks: &mut String,
    ) -> Result<Mark, Fault> {
        let mut end = self.cursor.mark;
        let mut widest = 0;
        loop {
            self.cursor.need(1)?;
            let indents = |column: usize| indent.is_none_or(|it| column < it);
            while indents(self.cursor.mark.column) && self.cursor.at(0) == b' ' {
                self.cursor.skip()?;
            }
            widest = widest.max(self.cursor.mark.column);
            if indents(self.cursor.mark.column) && self.cursor.at(0) == b'\t' {
                return Err(self.block_fault(start, "found a tab character where an indentation space is expected"));
            }
            if !self.cursor.line_break(0) {
                break;
            }
            self.cursor.read_line(breaks)?;
            end = self.cursor.mark;
        }
        let least = usize::try_from(self.indent + 1).unwrap_or(0);
        indent.get_or_insert(widest.max(least));
        Ok(end)
    }
}

/// The text of a block scalar while it grows.
struct Body {
    value: String,
    /// The break of the last line.
    leading_break: String,
    /// The breaks of empty lines since.
    breaks: String,
    /// Whether the last line began with a blank: it is not folded then.
    after_blank: bool,
}

impl Body {
    /// Before a line of content that begins with a `blank` or not.
    fn join(&mut self, folded: bool, blank: bool) {
        if folded && !self.after_blank && !blank && self.leading_break.starts_with('\n') {
            if self.breaks.is_empty() {
                self.value.push(' ');
            }
        } else {
            self.value.push_str(&self.leading_break);
        }
        self.leading_break.clear();
        self.value.push_str(&self.breaks);
        self.breaks.clear();
        self.after_blank = blank;
    }

    fn finish(mut self, chomping: Chomping) -> String {
        if chomping != Chomping::Strip {
            self.value.push_str(&self.leading_break);
        }
        if chomping == Chomping::Keep {
            self.value.push_str(&self.breaks);
        }
        self.value
    }
}
