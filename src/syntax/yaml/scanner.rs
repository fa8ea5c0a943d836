//! From text to tokens. Two things need care. A key without `?` is known as one only at its `:`, so a scalar that may
//! be a key is remembered and gets its key token afterwards, in front. And block collections begin and end with the
//! indentation, so its changes become tokens too.
//!
//! The steps and their order are go-yaml's, since they decide which of several errors is told.

use std::collections::VecDeque;

use crate::syntax::yaml::cursor::Cursor;
use crate::syntax::yaml::mark::{Fault, Mark};
use crate::syntax::yaml::node::Comment;
use crate::syntax::yaml::token::{Token, TokenKind};

/// How deep flow collections or block collections may nest.
const MAX_DEPTH: usize = 10_000;
/// How many tokens go-yaml wants to see (it looks for comments there); an error among them is told at once.
const LOOK_AHEAD: usize = 2;

/// A token that may turn out to begin a key.
#[derive(Clone, Copy, Debug, Default)]
struct SimpleKey {
    flow_level: usize,
    /// Whether anything but a key is an error here: in block style at the indentation of the keys.
    required: bool,
    /// The token's number, counted from the begin of the text without the tokens that keys get in front.
    number: usize,
    mark: Mark,
}

/// A token with what stands in front of it once it has become a key.
struct Queued {
    token: Token,
    begins_mapping: bool,
    begins_key: bool,
}

/// Reads tokens.
#[allow(clippy::struct_excessive_bools)] // go-yaml's state is what decides, flag by flag.
pub struct Scanner<'a> {
    pub(crate) cursor: Cursor<'a>,
    started: bool,
    tokens: VecDeque<Queued>,
    /// Tokens that still hide in front of queued ones.
    hidden: usize,
    /// The number of the first queued token.
    first_number: usize,
    available: bool,
    last_kind_opens_item: bool,
    /// Byte offset behind the last token: where a block collection that ends now has ended.
    pub(crate) last_end: usize,
    pub(crate) flow_level: usize,
    /// The column of the innermost block collection; -1 outside of any.
    pub(crate) indent: isize,
    indents: Vec<isize>,
    pub(crate) simple_key_allowed: bool,
    key_possible: bool,
    key: SimpleKey,
    outer_keys: Vec<SimpleKey>,
}

impl<'a> Scanner<'a> {
    /// Reads from `cursor` on.
    pub fn new(cursor: Cursor<'a>) -> Self {
        Self {
            cursor,
            started: false,
            tokens: VecDeque::new(),
            hidden: 0,
            first_number: 0,
            available: false,
            last_kind_opens_item: false,
            last_end: 0,
            flow_level: 0,
            indent: -1,
            indents: Vec::new(),
            simple_key_allowed: true,
            key_possible: false,
            key: SimpleKey::default(),
            outer_keys: Vec::new(),
        }
    }

    /// Every comment met.
    pub fn into_comments(self) -> Vec<Comment> {
        self.cursor.comments
    }

    /// The next token, which stays the next one.
    pub fn peek(&mut self) -> Result<&Token, Fault> {
        if !self.available {
            self.fetch_more()?;
        }
        match self.tokens.front() {
            Some(it) => Ok(&it.token),
            None => Err(Fault::new("scanner", "found unexpected end of stream", self.cursor.mark)),
        }
    }

    /// The next token, taken.
    pub fn take(&mut self) -> Result<Token, Fault> {
        self.peek()?;
        self.available = false;
        self.first_number = self.first_number.wrapping_add(1);
        match self.tokens.pop_front() {
            Some(it) => Ok(it.token),
            None => Err(Fault::new("scanner", "found unexpected end of stream", self.cursor.mark)),
        }
    }

    fn fetch_more(&mut self) -> Result<(), Fault> {
        loop {
            if self.tokens.len() + self.hidden > LOOK_AHEAD {
                let current = self.key_possible.then_some(&self.key);
                let undecided = self.outer_keys.first().or(current).map(|it| it.number);
                if undecided != Some(self.first_number) {
                    break;
                }
            }
            self.fetch_next()?;
        }
        self.show_hidden();
        self.available = true;
        Ok(())
    }

    /// Puts the tokens that the first one got in front into the queue.
    fn show_hidden(&mut self) {
        let Some(front) = self.tokens.front_mut() else { return };
        let mark = front.token.start;
        let key = std::mem::take(&mut front.begins_key).then_some(TokenKind::Key);
        let mapping = std::mem::take(&mut front.begins_mapping).then_some(TokenKind::BlockMappingStart);
        for kind in [key, mapping].into_iter().flatten() {
            let token = Token { kind, start: mark, end: mark };
            self.tokens.push_front(Queued { token, begins_mapping: false, begins_key: false });
            self.hidden -= 1;
            self.first_number = self.first_number.wrapping_sub(1);
        }
    }

    fn next_number(&self) -> usize {
        self.first_number.wrapping_add(self.tokens.len())
    }

    pub(crate) fn push(&mut self, kind: TokenKind, start: Mark, end: Mark) {
        self.last_kind_opens_item = matches!(kind, TokenKind::FlowEntry | TokenKind::FlowSequenceStart);
        self.last_end = end.offset;
        self.tokens.push_back(Queued { token: Token { kind, start, end }, begins_mapping: false, begins_key: false });
    }

    /// Steps over `length` characters and makes them a token.
    fn push_indicator(&mut self, kind: TokenKind, length: usize) -> Result<(), Fault> {
        let start = self.cursor.mark;
        for _ in 0..length {
            self.cursor.skip()?;
        }
        self.push(kind, start, self.cursor.mark);
        Ok(())
    }

    fn fetch_next(&mut self) -> Result<(), Fault> {
        self.cursor.need(1)?;
        if !std::mem::replace(&mut self.started, true) {
            let mark = self.cursor.mark;
            self.push(TokenKind::StreamStart, mark, mark);
            return Ok(());
        }
        let before = self.cursor.mark;
        self.scan_to_next_token()?;
        self.unroll_indent(self.column(), before);
        self.cursor.need(4)?;
        let line_start = self.cursor.mark.column == 0;
        match self.cursor.at(0) {
            0 => return self.fetch_stream_end(),
            b'%' if line_start => return self.fetch_directive(),
            b'-' if self.cursor.document_indicator() => return self.fetch_document_indicator(TokenKind::DocumentStart),
            b'.' if self.cursor.document_indicator() => return self.fetch_document_indicator(TokenKind::DocumentEnd),
            _ => {}
        }
        self.fetch_content()?;
        // A comment behind a lone dash belongs to what follows.
        match self.tokens.back().map(|it| &it.token.kind) {
            Some(TokenKind::BlockEntry) => Ok(()),
            _ => self.scan_line_comment(),
        }
    }

    fn fetch_content(&mut self) -> Result<(), Fault> {
        let in_flow = self.flow_level > 0;
        let spaced = self.cursor.blank_or_end(1);
        match self.cursor.at(0) {
            b'[' => self.fetch_flow_start(TokenKind::FlowSequenceStart),
            b'{' => self.fetch_flow_start(TokenKind::FlowMappingStart),
            b']' => self.fetch_flow_end(TokenKind::FlowSequenceEnd),
            b'}' => self.fetch_flow_end(TokenKind::FlowMappingEnd),
            b',' => self.fetch_flow_entry(),
            b'-' if spaced => self.fetch_block_entry(),
            b'?' if spaced => self.fetch_key(),
            b':' if spaced || in_flow && !self.last_kind_opens_item => self.fetch_value(),
            b'*' => self.may_begin_key().and_then(|()| self.scan_name(TokenKind::Alias)),
            b'&' => self.may_begin_key().and_then(|()| self.scan_name(TokenKind::Anchor)),
            b'!' => self.may_begin_key().and_then(|()| self.scan_tag()),
            b'|' | b'>' if !in_flow => {
                self.remove_simple_key()?;
                self.simple_key_allowed = true;
                self.scan_block_scalar()
            }
            b'\'' | b'"' => self.may_begin_key().and_then(|()| self.scan_quoted_scalar()),
            b'\t' | b'#' | b'|' | b'>' | b'%' | b'@' | b'`' => {
                let mark = self.cursor.mark;
                let problem = "found character that cannot start any token";
                Err(Fault::within("scanner", "while scanning for the next token", mark, problem, mark))
            }
            _ => self.may_begin_key().and_then(|()| self.scan_plain_scalar()),
        }
    }

    /// No key can begin behind the token that begins here, but one may begin with it.
    fn may_begin_key(&mut self) -> Result<(), Fault> {
        self.save_simple_key()?;
        self.simple_key_allowed = false;
        Ok(())
    }

    fn column(&self) -> isize {
        isize::try_from(self.cursor.mark.column).unwrap_or(isize::MAX)
    }

    /// Remembers that the token about to come may begin a key.
    fn save_simple_key(&mut self) -> Result<(), Fault> {
        if self.simple_key_allowed {
            let required = self.flow_level == 0 && self.indent == self.column();
            self.remove_simple_key()?;
            self.key_possible = true;
            let mark = self.cursor.mark;
            self.key = SimpleKey { flow_level: self.flow_level, required, number: self.next_number(), mark };
        }
        Ok(())
    }

    /// Gives up the key that did not come.
    fn remove_simple_key(&mut self) -> Result<(), Fault> {
        if self.key.required {
            let problem = "could not find expected ':'";
            return Err(Fault::within(
                "scanner",
                "while scanning a simple key",
                self.key.mark,
                problem,
                self.cursor.mark,
            ));
        }
        self.key_possible = false;
        Ok(())
    }

    fn too_deep(&self, context: &'static str) -> Fault {
        let problem = format!("exceeded max depth of {MAX_DEPTH}");
        Fault::within("scanner", context, self.key.mark, problem, self.cursor.mark)
    }

    /// A block collection begins at `column`, unless one is open there; answers whether it does.
    fn roll_indent(&mut self, column: isize) -> Result<bool, Fault> {
        if self.flow_level > 0 || self.indent >= column {
            return Ok(false);
        }
        self.indents.push(self.indent);
        self.indent = column;
        if self.indents.len() > MAX_DEPTH { Err(self.too_deep("while increasing indent level")) } else { Ok(true) }
    }

    /// Block collections that are indented deeper than `column` end.
    fn unroll_indent(&mut self, column: isize, mark: Mark) {
        let mark = Mark { offset: self.last_end, ..mark };
        while self.flow_level == 0 && self.indent > column {
            self.push(TokenKind::BlockEnd, mark, mark);
            self.indent = self.indents.pop().unwrap_or(-1);
        }
    }

    fn fetch_stream_end(&mut self) -> Result<(), Fault> {
        if self.cursor.mark.column != 0 {
            self.cursor.mark.column = 0;
            self.cursor.mark.line += 1;
        }
        let mark = self.cursor.mark;
        self.unroll_indent(-1, mark);
        self.remove_simple_key()?;
        self.key = SimpleKey::default();
        self.outer_keys.clear();
        self.simple_key_allowed = false;
        self.push(TokenKind::StreamEnd, mark, mark);
        Ok(())
    }

    fn fetch_directive(&mut self) -> Result<(), Fault> {
        self.unroll_indent(-1, self.cursor.mark);
        self.remove_simple_key()?;
        self.simple_key_allowed = false;
        self.scan_directive()
    }

    fn fetch_document_indicator(&mut self, kind: TokenKind) -> Result<(), Fault> {
        self.unroll_indent(-1, self.cursor.mark);
        self.remove_simple_key()?;
        self.simple_key_allowed = false;
        self.push_indicator(kind, 3)
    }

    fn fetch_flow_start(&mut self, kind: TokenKind) -> Result<(), Fault> {
        self.save_simple_key()?;
        self.flow_level += 1;
        if self.flow_level > MAX_DEPTH {
            return Err(self.too_deep("while increasing flow level"));
        }
        if self.key_possible {
            self.outer_keys.push(self.key);
        }
        self.key = SimpleKey::default();
        self.simple_key_allowed = true;
        self.push_indicator(kind, 1)
    }

    fn fetch_flow_end(&mut self, kind: TokenKind) -> Result<(), Fault> {
        self.remove_simple_key()?;
        if self.flow_level > 0 {
            self.flow_level -= 1;
            if let Some(outer) = self.outer_keys.pop_if(|it| it.flow_level == self.flow_level) {
                self.key = outer;
                self.key_possible = true;
            }
        }
        self.simple_key_allowed = false;
        self.push_indicator(kind, 1)
    }

    fn fetch_flow_entry(&mut self) -> Result<(), Fault> {
        self.remove_simple_key()?;
        self.simple_key_allowed = true;
        self.push_indicator(TokenKind::FlowEntry, 1)
    }

    /// A collection of block style begins here, if `-`, `?` or `:` may stand here at all.
    fn begin_block(&mut self, kind: TokenKind, refusal: &'static str) -> Result<(), Fault> {
        if self.flow_level > 0 {
            return Ok(());
        }
        let mark = self.cursor.mark;
        if !self.simple_key_allowed {
            return Err(Fault::new("scanner", refusal, mark));
        }
        if self.roll_indent(self.column())? {
            self.push(kind, mark, mark);
        }
        Ok(())
    }

    fn fetch_block_entry(&mut self) -> Result<(), Fault> {
        let refusal = "block sequence entries are not allowed in this context";
        self.begin_block(TokenKind::BlockSequenceStart, refusal)?;
        self.remove_simple_key()?;
        self.simple_key_allowed = true;
        self.push_indicator(TokenKind::BlockEntry, 1)
    }

    fn fetch_key(&mut self) -> Result<(), Fault> {
        self.begin_block(TokenKind::BlockMappingStart, "mapping keys are not allowed in this context")?;
        self.remove_simple_key()?;
        self.simple_key_allowed = self.flow_level == 0;
        self.push_indicator(TokenKind::Key, 1)
    }

    fn fetch_value(&mut self) -> Result<(), Fault> {
        if self.key_possible && self.key.mark.line == self.cursor.mark.line {
            self.make_key()?;
        } else {
            self.begin_block(TokenKind::BlockMappingStart, "mapping values are not allowed in this context")?;
            self.simple_key_allowed = self.flow_level == 0;
        }
        self.push_indicator(TokenKind::Value, 1)
    }

    /// The remembered token begins a key.
    fn make_key(&mut self) -> Result<(), Fault> {
        let key = self.key;
        let begins_mapping = self.roll_indent(isize::try_from(key.mark.column).unwrap_or(isize::MAX))?;
        if let Some(token) = self.tokens.get_mut(key.number.wrapping_sub(self.first_number)) {
            token.begins_key = true;
            token.begins_mapping = begins_mapping;
            self.hidden += 1 + usize::from(begins_mapping);
        }
        self.key_possible = false;
        self.key.required = false;
        self.simple_key_allowed = false;
        Ok(())
    }
}
