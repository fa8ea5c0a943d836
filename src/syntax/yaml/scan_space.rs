//! What stands between tokens: blanks, line breaks and comments. go-yaml reads comments in groups and with a limited
//! look ahead; both show in where a tab is forgiven, so the same steps are taken here.

use crate::syntax::yaml::mark::Fault;
use crate::syntax::yaml::scanner::Scanner;

/// How far go-yaml looks for the next line of a group of comments.
const LOOK_AHEAD: usize = 512;

impl Scanner<'_> {
    /// Steps to the next token.
    pub(crate) fn scan_to_next_token(&mut self) -> Result<(), Fault> {
        loop {
            self.cursor.need(1)?;
            if self.cursor.mark.column == 0 && self.cursor.byte_order_mark() {
                self.cursor.skip()?;
            }
            // A tab indents nothing: it may stand between tokens but not where a key may begin.
            let tabs = self.flow_level > 0 || !self.simple_key_allowed;
            while self.cursor.at(0) == b' ' || tabs && self.cursor.at(0) == b'\t' {
                self.cursor.skip()?;
            }
            if self.cursor.at(0) == b'#' {
                self.scan_comments()?;
            }
            if !self.cursor.line_break(0) {
                return Ok(());
            }
            self.cursor.skip_line()?;
            if self.flow_level == 0 {
                self.simple_key_allowed = true;
            }
        }
    }

    /// Steps over the comment behind the token just read, whatever blanks stand before it.
    pub(crate) fn scan_line_comment(&mut self) -> Result<(), Fault> {
        if self.cursor.newlines > 0 {
            return Ok(());
        }
        let Some(hash) = (0..LOOK_AHEAD).find(|&it| !self.cursor.blank(it)) else { return Ok(()) };
        if self.cursor.at(hash) == b'#' {
            self.cursor.skip_blanks()?;
            self.cursor.comment()?;
        }
        Ok(())
    }

    /// Steps over a group of comments, up to the end of the last one's line.
    fn scan_comments(&mut self) -> Result<(), Fault> {
        let mut ahead = 0;
        while ahead < LOOK_AHEAD {
            if self.cursor.blank(ahead) || self.cursor.line_break(ahead) {
                ahead += 1;
                continue;
            }
            if self.cursor.at(ahead) != b'#' {
                break;
            }
            let hash = self.cursor.mark.offset + ahead;
            while self.cursor.mark.offset < hash {
                if self.cursor.line_break(0) { self.cursor.skip_line()? } else { self.cursor.skip()? }
            }
            self.cursor.comment()?;
            ahead = 1;
        }
        Ok(())
    }
}
