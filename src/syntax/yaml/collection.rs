//! The parser's states within collections.

use crate::syntax::yaml::event::{Event, EventKind};
use crate::syntax::yaml::mark::Fault;
use crate::syntax::yaml::node::CollectionStyle;
use crate::syntax::yaml::parser::{Parser, Place, State};
use crate::syntax::yaml::token::TokenKind;
use crate::text::span::Span;

impl Parser<'_> {
    /// Takes the token that begins a collection and remembers its place for errors.
    fn enter(&mut self) -> Result<(), Fault> {
        let mark = self.take()?.start;
        self.marks.push(mark);
        Ok(())
    }

    /// Takes the token that ends a collection.
    fn leave(&mut self, kind: EventKind) -> Result<Event, Fault> {
        let token = self.take()?;
        self.marks.pop();
        self.pop_state();
        Ok(Event::new(kind, Span::new(token.start.offset, token.end.offset)))
    }

    /// The node here, after which `next` is expected.
    fn child(&mut self, place: Place, next: State) -> Result<Event, Fault> {
        self.states.push(next);
        self.node(place)
    }

    fn unexpected(&mut self, context: &'static str, problem: &'static str) -> Fault {
        let since = self.marks.pop().unwrap_or_default();
        match self.scanner.peek() {
            Ok(token) => Fault::within("parser", context, since, problem, token.start),
            Err(fault) => fault,
        }
    }

    pub(crate) fn block_sequence_entry(&mut self, first: bool) -> Result<Event, Fault> {
        if first {
            self.enter()?;
        }
        let next = State::BlockSequenceEntry { first: false };
        match self.scanner.peek()?.kind {
            TokenKind::BlockEntry => {
                self.take()?;
                match self.scanner.peek()?.kind {
                    TokenKind::BlockEntry | TokenKind::BlockEnd => Ok(self.empty(next)),
                    _ => self.child(Place::Block, next),
                }
            }
            TokenKind::BlockEnd => self.leave(EventKind::SequenceEnd),
            _ => Err(self.unexpected("while parsing a block collection", "did not find expected '-' indicator")),
        }
    }

    pub(crate) fn indentless_sequence_entry(&mut self) -> Result<Event, Fault> {
        if self.scanner.peek()?.kind != TokenKind::BlockEntry {
            self.pop_state();
            return Ok(Event::new(EventKind::SequenceEnd, Span::at(self.taken_end)));
        }
        self.take()?;
        match self.scanner.peek()?.kind {
            TokenKind::BlockEntry | TokenKind::Key | TokenKind::Value | TokenKind::BlockEnd => {
                Ok(self.empty(State::IndentlessSequenceEntry))
            }
            _ => self.child(Place::Block, State::IndentlessSequenceEntry),
        }
    }

    /// Behind `?` or `:` of a block map: a node, or nothing.
    fn block_mapping_node(&mut self, next: State) -> Result<Event, Fault> {
        self.take()?;
        match self.scanner.peek()?.kind {
            TokenKind::Key | TokenKind::Value | TokenKind::BlockEnd => Ok(self.empty(next)),
            _ => self.child(Place::BlockMapping, next),
        }
    }

    pub(crate) fn block_mapping_key(&mut self, first: bool) -> Result<Event, Fault> {
        if first {
            self.enter()?;
        }
        match self.scanner.peek()?.kind {
            TokenKind::Key => self.block_mapping_node(State::BlockMappingValue),
            TokenKind::BlockEnd => self.leave(EventKind::MappingEnd),
            _ => Err(self.unexpected("while parsing a block mapping", "did not find expected key")),
        }
    }

    pub(crate) fn block_mapping_value(&mut self) -> Result<Event, Fault> {
        let next = State::BlockMappingKey { first: false };
        match self.scanner.peek()?.kind {
            TokenKind::Value => self.block_mapping_node(next),
            _ => Ok(self.empty(next)),
        }
    }

    pub(crate) fn flow_sequence_entry(&mut self, first: bool) -> Result<Event, Fault> {
        if first {
            self.enter()?;
        }
        if !first && self.scanner.peek()?.kind != TokenKind::FlowSequenceEnd {
            if self.scanner.peek()?.kind != TokenKind::FlowEntry {
                return Err(self.unexpected("while parsing a flow sequence", "did not find expected ',' or ']'"));
            }
            self.take()?;
        }
        match self.scanner.peek()?.kind {
            TokenKind::FlowSequenceEnd => self.leave(EventKind::SequenceEnd),
            TokenKind::Key => {
                let start = self.take()?.start.offset;
                self.state = State::FlowPairKey;
                Ok(Event::new(EventKind::MappingStart(CollectionStyle::Flow), Span::at(start)))
            }
            _ => self.child(Place::Flow, State::FlowSequenceEntry { first: false }),
        }
    }

    /// The key of a pair that is an item: `[a: b]`.
    pub(crate) fn flow_pair_key(&mut self) -> Result<Event, Fault> {
        match self.scanner.peek()?.kind {
            TokenKind::Value | TokenKind::FlowEntry | TokenKind::FlowSequenceEnd => {
                let offset = self.taken_end;
                // go-yaml takes the token here, so that `[? : b]` is no pair but an error.
                self.take()?;
                self.state = State::FlowPairValue;
                Ok(Event::empty_scalar(offset))
            }
            _ => self.child(Place::Flow, State::FlowPairValue),
        }
    }

    pub(crate) fn flow_pair_value(&mut self) -> Result<Event, Fault> {
        self.flow_value(State::FlowPairEnd, &TokenKind::FlowSequenceEnd)
    }

    pub(crate) fn flow_pair_end(&mut self) -> Event {
        self.state = State::FlowSequenceEntry { first: false };
        Event::new(EventKind::MappingEnd, Span::at(self.taken_end))
    }

    pub(crate) fn flow_mapping_key(&mut self, first: bool) -> Result<Event, Fault> {
        if first {
            self.enter()?;
        }
        if !first && self.scanner.peek()?.kind != TokenKind::FlowMappingEnd {
            if self.scanner.peek()?.kind != TokenKind::FlowEntry {
                return Err(self.unexpected("while parsing a flow mapping", "did not find expected ',' or '}'"));
            }
            self.take()?;
        }
        match self.scanner.peek()?.kind {
            TokenKind::FlowMappingEnd => self.leave(EventKind::MappingEnd),
            TokenKind::Key => {
                self.take()?;
                match self.scanner.peek()?.kind {
                    TokenKind::Value | TokenKind::FlowEntry | TokenKind::FlowMappingEnd => {
                        Ok(self.empty(State::FlowMappingValue))
                    }
                    _ => self.child(Place::Flow, State::FlowMappingValue),
                }
            }
            _ => self.child(Place::Flow, State::FlowMappingEmptyValue),
        }
    }

    pub(crate) fn flow_mapping_value(&mut self) -> Result<Event, Fault> {
        self.flow_value(State::FlowMappingKey { first: false }, &TokenKind::FlowMappingEnd)
    }

    /// `: value`, or nothing, within brackets or braces that `close` ends.
    fn flow_value(&mut self, next: State, close: &TokenKind) -> Result<Event, Fault> {
        if self.scanner.peek()?.kind == TokenKind::Value {
            self.take()?;
            let kind = &self.scanner.peek()?.kind;
            if *kind != TokenKind::FlowEntry && kind != close {
                return self.child(Place::Flow, next);
            }
        }
        Ok(self.empty(next))
    }
}
