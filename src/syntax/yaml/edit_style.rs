//! `Style`: how a file is written, so that what is added looks as if its author had added it.

use crate::syntax::yaml::edit_lines::Lines;
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
        Self {
            indent: most(&votes.indents).unwrap_or(2).max(1),
            dash: most(&votes.dashes).unwrap_or(2),
            quotes: if single && !json { ScalarStyle::SingleQuoted } else { ScalarStyle::DoubleQuoted },
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
    single: usize,
    double: usize,
}

impl Votes {
    fn count(&mut self, text: &str, document: &Document) {
        for node in document.nodes() {
            match &node.kind {
                NodeKind::Mapping { style: CollectionStyle::Block, pairs } => {
                    for pair in pairs {
                        self.child(text, document, document.node(pair.key).span.start, pair.value);
                    }
                }
                NodeKind::Scalar { style: ScalarStyle::SingleQuoted, .. } => self.single += 1,
                NodeKind::Scalar { style: ScalarStyle::DoubleQuoted, .. } => self.double += 1,
                _ => {}
            }
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
