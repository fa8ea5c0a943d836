//! From tokens to events: the grammar of YAML as a machine with an explicit stack of states, so that depth costs heap
//! and not stack. This file holds documents and nodes; [`crate::syntax::yaml::collection`] what collections hold.

use std::collections::HashMap;

use crate::syntax::yaml::event::{Event, EventKind};
use crate::syntax::yaml::mark::{Fault, Mark};
use crate::syntax::yaml::node::{CollectionStyle, ScalarStyle};
use crate::syntax::yaml::scanner::Scanner;
use crate::syntax::yaml::token::{Token, TokenKind};
use crate::text::span::{Span, Spanned};

/// What is expected next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    StreamStart,
    ImplicitDocumentStart,
    DocumentStart,
    DocumentContent,
    DocumentEnd,
    BlockNode,
    BlockSequenceEntry { first: bool },
    IndentlessSequenceEntry,
    BlockMappingKey { first: bool },
    BlockMappingValue,
    FlowSequenceEntry { first: bool },
    FlowPairKey,
    FlowPairValue,
    FlowPairEnd,
    FlowMappingKey { first: bool },
    FlowMappingValue,
    FlowMappingEmptyValue,
    End,
}

/// Which nodes may stand somewhere.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// In brackets or braces.
    Flow,
    /// After a dash, or at the top.
    Block,
    /// As key or value of a block map, where the dashes of a list need no more indentation than the key.
    BlockMapping,
}

/// Anchor and tag in front of a node.
struct Properties {
    anchor: Option<Spanned<String>>,
    tag: Option<Spanned<String>>,
    /// Where the node begins with them.
    start: Mark,
    /// Where they end; the node's begin where there are none.
    end: usize,
}

/// Reads events.
pub struct Parser<'a> {
    pub(crate) scanner: Scanner<'a>,
    pub(crate) state: State,
    pub(crate) states: Vec<State>,
    /// Where the open collections began, for errors.
    pub(crate) marks: Vec<Mark>,
    tag_directives: HashMap<String, String>,
    /// Byte offset behind the last token taken: where a value that the text leaves out would stand.
    pub(crate) taken_end: usize,
}

impl<'a> Parser<'a> {
    /// Reads from `scanner`.
    pub fn new(scanner: Scanner<'a>) -> Self {
        let state = State::StreamStart;
        Self { scanner, state, states: Vec::new(), marks: Vec::new(), tag_directives: HashMap::new(), taken_end: 0 }
    }

    /// The scanner, with the comments it met.
    pub fn into_scanner(self) -> Scanner<'a> {
        self.scanner
    }

    /// Takes the next token.
    pub(crate) fn take(&mut self) -> Result<Token, Fault> {
        let token = self.scanner.take()?;
        self.taken_end = match token.kind {
            TokenKind::Scalar { content_end, .. } => content_end,
            _ => token.end.offset,
        };
        Ok(token)
    }

    pub(crate) fn pop_state(&mut self) {
        self.state = self.states.pop().unwrap_or(State::End);
    }

    /// A null that the text leaves out behind the last token.
    pub(crate) fn empty(&mut self, state: State) -> Event {
        self.state = state;
        Event::empty_scalar(self.taken_end)
    }

    /// The next event; the stream's end again and again behind it.
    pub fn next_event(&mut self) -> Result<Event, Fault> {
        match self.state {
            State::StreamStart => self.stream_start(),
            State::ImplicitDocumentStart => self.document_start(true),
            State::DocumentStart => self.document_start(false),
            State::DocumentContent => self.document_content(),
            State::DocumentEnd => self.document_end(),
            State::BlockNode => self.node(Place::Block),
            State::BlockSequenceEntry { first } => self.block_sequence_entry(first),
            State::IndentlessSequenceEntry => self.indentless_sequence_entry(),
            State::BlockMappingKey { first } => self.block_mapping_key(first),
            State::BlockMappingValue => self.block_mapping_value(),
            State::FlowSequenceEntry { first } => self.flow_sequence_entry(first),
            State::FlowPairKey => self.flow_pair_key(),
            State::FlowPairValue => self.flow_pair_value(),
            State::FlowPairEnd => Ok(self.flow_pair_end()),
            State::FlowMappingKey { first } => self.flow_mapping_key(first),
            State::FlowMappingValue => self.flow_mapping_value(),
            State::FlowMappingEmptyValue => Ok(self.empty(State::FlowMappingKey { first: false })),
            State::End => Ok(Event::new(EventKind::StreamEnd, Span::at(self.taken_end))),
        }
    }

    fn stream_start(&mut self) -> Result<Event, Fault> {
        let token = self.take()?;
        self.state = State::ImplicitDocumentStart;
        Ok(Event::new(EventKind::StreamStart, Span::at(token.start.offset)))
    }

    fn document_start(&mut self, may_be_implicit: bool) -> Result<Event, Fault> {
        while self.scanner.peek()?.kind == TokenKind::DocumentEnd {
            self.take()?;
        }
        let start = self.scanner.peek()?.start;
        match self.scanner.peek()?.kind {
            TokenKind::StreamEnd => {
                self.take()?;
                self.state = State::End;
                Ok(Event::new(EventKind::StreamEnd, Span::at(start.offset)))
            }
            TokenKind::Version(..) | TokenKind::TagDirective { .. } | TokenKind::DocumentStart => {
                self.explicit_document(start)
            }
            _ if may_be_implicit => {
                self.directives()?;
                self.states.push(State::DocumentEnd);
                self.state = State::BlockNode;
                Ok(Event::new(EventKind::DocumentStart, Span::at(start.offset)))
            }
            _ => self.explicit_document(start),
        }
    }

    fn explicit_document(&mut self, start: Mark) -> Result<Event, Fault> {
        self.directives()?;
        let token = self.scanner.peek()?;
        if token.kind != TokenKind::DocumentStart {
            return Err(Fault::new("parser", "did not find expected <document start>", token.start));
        }
        let end = self.take()?.end.offset;
        self.states.push(State::DocumentEnd);
        self.state = State::DocumentContent;
        Ok(Event::new(EventKind::DocumentStart, Span::new(start.offset, end)))
    }

    fn document_content(&mut self) -> Result<Event, Fault> {
        match self.scanner.peek()?.kind {
            TokenKind::Version(..)
            | TokenKind::TagDirective { .. }
            | TokenKind::DocumentStart
            | TokenKind::DocumentEnd
            | TokenKind::StreamEnd => {
                self.pop_state();
                Ok(self.empty(self.state))
            }
            _ => self.node(Place::Block),
        }
    }

    fn document_end(&mut self) -> Result<Event, Fault> {
        let token = self.scanner.peek()?;
        let start = token.start;
        let mut end = start.offset;
        match token.kind {
            TokenKind::DocumentEnd => end = self.take()?.end.offset,
            TokenKind::Version(..)
            | TokenKind::TagDirective { .. }
            | TokenKind::DocumentStart
            | TokenKind::StreamEnd => {}
            _ => return Err(Fault::new("parser", "did not find expected <document start>", start)),
        }
        self.tag_directives.clear();
        self.state = State::DocumentStart;
        Ok(Event::new(EventKind::DocumentEnd, Span::new(start.offset, end)))
    }

    fn directives(&mut self) -> Result<(), Fault> {
        let mut versioned = false;
        loop {
            let token = self.scanner.peek()?;
            let mark = token.start;
            match &token.kind {
                TokenKind::Version(..) if versioned => {
                    return Err(Fault::new("parser", "found duplicate %YAML directive", mark));
                }
                TokenKind::Version(1, 1) => versioned = true,
                TokenKind::Version(..) => return Err(Fault::new("parser", "found incompatible YAML document", mark)),
                TokenKind::TagDirective { handle, prefix } => {
                    if self.tag_directives.contains_key(handle) {
                        return Err(Fault::new("parser", "found duplicate %TAG directive", mark));
                    }
                    self.tag_directives.insert(handle.clone(), prefix.clone());
                }
                _ => return Ok(()),
            }
            self.take()?;
        }
    }

    /// A node: an alias, a scalar, or the begin of a collection.
    pub(crate) fn node(&mut self, place: Place) -> Result<Event, Fault> {
        let token = self.scanner.peek()?;
        let start = token.start;
        if let TokenKind::Alias(name) = &token.kind {
            let name = name.clone();
            let token = self.take()?;
            self.pop_state();
            return Ok(Event::new(EventKind::Alias(name), Span::new(start.offset, token.end.offset)));
        }
        let properties = self.properties(start)?;
        let Properties { anchor, tag, start, end } = properties;
        let has_properties = anchor.is_some() || tag.as_ref().is_some_and(|it| !it.value.is_empty());
        let Some((kind, span)) = self.node_content(place)? else {
            if has_properties {
                self.pop_state();
                return Ok(Event { anchor, tag, ..Event::empty_scalar(end) });
            }
            let context = if place == Place::Flow { "while parsing a flow node" } else { "while parsing a block node" };
            let here = self.scanner.peek()?.start;
            return Err(Fault::within("parser", context, start, "did not find expected node content", here));
        };
        Ok(Event { kind, span, anchor, tag })
    }

    /// The content of a node behind its anchor and tag; `None` where there is none.
    fn node_content(&mut self, place: Place) -> Result<Option<(EventKind, Span)>, Fault> {
        let token = self.scanner.peek()?;
        let span = Span::new(token.start.offset, token.end.offset);
        let block = place != Place::Flow;
        let (state, kind) = match token.kind {
            TokenKind::Scalar { .. } => return self.scalar().map(Some),
            TokenKind::BlockEntry if place == Place::BlockMapping => {
                (State::IndentlessSequenceEntry, EventKind::SequenceStart(CollectionStyle::Block))
            }
            TokenKind::FlowSequenceStart => {
                (State::FlowSequenceEntry { first: true }, EventKind::SequenceStart(CollectionStyle::Flow))
            }
            TokenKind::FlowMappingStart => {
                (State::FlowMappingKey { first: true }, EventKind::MappingStart(CollectionStyle::Flow))
            }
            TokenKind::BlockSequenceStart if block => {
                (State::BlockSequenceEntry { first: true }, EventKind::SequenceStart(CollectionStyle::Block))
            }
            TokenKind::BlockMappingStart if block => {
                (State::BlockMappingKey { first: true }, EventKind::MappingStart(CollectionStyle::Block))
            }
            _ => return Ok(None),
        };
        self.state = state;
        Ok(Some((kind, span)))
    }

    fn scalar(&mut self) -> Result<(EventKind, Span), Fault> {
        let token = self.take()?;
        self.pop_state();
        let (style, value, end) = match token.kind {
            TokenKind::Scalar { style, value, content_end } => (style, value, content_end),
            _ => (ScalarStyle::Plain, String::new(), token.end.offset),
        };
        Ok((EventKind::Scalar { style, value }, Span::new(token.start.offset, end)))
    }

    /// An anchor and a tag in either order.
    fn properties(&mut self, start: Mark) -> Result<Properties, Fault> {
        let mut anchor = None;
        let mut tag = None;
        let mut end = start.offset;
        for _ in 0..2 {
            let (is_anchor, is_tag) = match self.scanner.peek()?.kind {
                TokenKind::Anchor(_) => (true, false),
                TokenKind::Tag { .. } => (false, true),
                _ => break,
            };
            if is_anchor && anchor.is_some() || is_tag && tag.is_some() {
                break;
            }
            let token = self.take()?;
            end = token.end.offset;
            match token.kind {
                TokenKind::Anchor(name) => anchor = Some(Spanned::new(name, Span::new(token.start.offset, end))),
                TokenKind::Tag { handle, suffix } => tag = Some((handle, suffix, token.start, end)),
                _ => {}
            }
        }
        // go-yaml wants to see the content before it judges the tag.
        self.scanner.peek()?;
        let tag = tag.map(|(handle, suffix, mark, end)| {
            let value = self.long_tag(&handle, &suffix).ok_or_else(|| {
                Fault::within("parser", "while parsing a node", start, "found undefined tag handle", mark)
            });
            value.map(|it| Spanned::new(it, Span::new(mark.offset, end)))
        });
        Ok(Properties { anchor, tag: tag.transpose()?, start, end })
    }

    fn long_tag(&self, handle: &str, suffix: &str) -> Option<String> {
        let prefix = match handle {
            "" => return Some(suffix.to_owned()),
            _ => self.tag_directives.get(handle).map(String::as_str),
        };
        let prefix = prefix.or(match handle {
            "!" => Some("!"),
            "!!" => Some("tag:yaml.org,2002:"),
            _ => None,
        });
        // An empty tag counts as an unknown one.
        prefix.map(|it| format!("{it}{suffix}")).filter(|it| !it.is_empty())
    }
}
