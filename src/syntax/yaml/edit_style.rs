//! `Style`: how a file is written, so that what is added looks as if its author had added it.

use crate::syntax::yaml::edit_lines::Lines;
use crate::syntax::yaml::edit_scalar::is_string;
use crate::syntax::yaml::node::{CollectionStyle, Document, NodeId, NodeKind, ScalarStyle, Stream};

/// The habits of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Columns that a map inside a map is indented by.
    pub indent: usize,
    /// Columns that the dashes of a list are indented by below their key; 0 in many files.
    pub dash: usize,
    /// The quotes that are used where some are needed.
    pub quotes: ScalarStyle,
    /// How texts are written that need no quotes: with quotes in a file that has them nearly everywhere.
    pub texts: ScalarStyle,
    /// Whether a space stands inside braces, as in `{ a: 1 }`.
    pub loose: bool,
    /// Whether the file is JSON: every key and text in double quotes, nothing by indentation.
    pub json: bool,
    /// The line break.
    pub line_end: &'static str,
}

impl Style {
    /// Looks at a whole file; what it does not show is as most files have it.
    pub fn of(text: &str, stream: &Stream) -> Self {
        let mut votes = Votes::default();
        for document in &stream.documents {
            votes.count(text, document);
        }
        let root = stream.documents.first().and_then(|it| it.root().map(|root| &it.node(root).kind));
        let json = matches!(root, Some(NodeKind::Mapping { style: CollectionStyle::Flow, .. }));
        let single = votes.single > votes.double;
        let quotes = if single && !json { ScalarStyle::SingleQuoted } else { ScalarStyle::DoubleQuoted };
        let always = json || (votes.single + votes.double > 3 * votes.plain && votes.single + votes.double > 5);
        Self {
            indent: most(&votes.indents).unwrap_or(2).max(1),
            dash: most(&votes.dashes).unwrap_or(2),
            quotes,
            texts: if always { quotes } else { ScalarStyle::Plain },
            loose: votes.loose >= votes.tight,
            json,
            line_end: if text.split_once('\n').is_some_and(|(line, _)| line.ends_with('\r')) { "\r\n" } else { "\n" },
        }
    }
}

/// How often the file does what.
#[derive(Default)]
struct Votes {
    // By number of columns, up to 9.
    indents: [usize; 10],
    dashes: [usize; 10],
    // Texts as values and items.
    single: usize,
    double: usize,
    plain: usize,
    // Braces with and without a space inside.
    loose: usize,
    tight: usize,
}

impl Votes {
    fn count(&mut self, text: &str, document: &Document) {
        for node in document.nodes() {
            match &node.kind {
                NodeKind::Mapping { style, pairs } => {
                    for pair in pairs {
                        self.text(document, pair.value);
                        if *style == CollectionStyle::Block {
                            self.child(text, document, document.node(pair.key).span.start, pair.value);
                        }
                    }
                    if *style == CollectionStyle::Flow && !pairs.is_empty() {
                        let spaced = node.span.of(text).starts_with("{ ");
                        *(if spaced { &mut self.loose } else { &mut self.tight }) += 1;
                    }
                }
                NodeKind::Sequence { items, .. } => items.iter().for_each(|it| self.text(document, *it)),
                _ => {}
            }
        }
    }

    fn text(&mut self, document: &Document, value: NodeId) {
        match &document.node(value).kind {
            NodeKind::Scalar { style: ScalarStyle::SingleQuoted, .. } => self.single += 1,
            NodeKind::Scalar { style: ScalarStyle::DoubleQuoted, .. } => self.double += 1,
            NodeKind::Scalar { style: ScalarStyle::Plain, value } if is_string(value) => self.plain += 1,
            _ => {}
        }
    }

    fn child(&mut self, text: &str, document: &Document, key: usize, value: NodeId) {
        let node = document.node(value);
        let columns = Lines(text).column(node.span.start).checked_sub(Lines(text).column(key));
        let votes = match &node.kind {
            NodeKind::Mapping { style: CollectionStyle::Block, .. } => &mut self.indents,
            NodeKind::Sequence { style: CollectionStyle::Block, .. } => &mut self.dashes,
            _ => return,
        };
        if let Some(count) = columns.and_then(|it| votes.get_mut(it)) {
            *count += 1;
        }
    }
}

/// The place with most votes, the first of equals; `None` without a vote.
fn most(votes: &[usize]) -> Option<usize> {
    let best = votes.iter().copied().max().filter(|it| *it > 0)?;
    votes.iter().position(|it| *it == best)
}
