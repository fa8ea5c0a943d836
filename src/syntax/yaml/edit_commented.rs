//! `Commented`: an item of a list with its comments, for edits that write the list in another form.

use crate::syntax::yaml::edit_page::Page;
use crate::syntax::yaml::node::NodeId;
use crate::text::span::Span;

/// A text of a list with the comments that belong to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commented {
    /// The text.
    pub words: String,
    /// The comment lines over it, without indentation.
    pub above: Vec<String>,
    /// The comment behind it.
    pub behind: Option<String>,
}

impl Commented {
    /// The item at `index` of `list`; `None` where it is no text.
    pub fn of(page: Page<'_>, list: NodeId, index: usize) -> Option<Self> {
        let spot = page.element(list, index)?;
        let words = page.document.scalar(spot.value)?.to_owned();
        if page.in_flow(list) {
            return Some(Self { words, above: Vec::new(), behind: None });
        }
        let (start, end) = (page.start(spot)?, page.end(spot));
        let over = Span::new(page.comments().entry_start(start), page.lines().start(start));
        let above = page.comments().within(over).iter().map(|it| it.span.of(page.text).to_owned());
        let behind = page.comments().on_line(end).map(|it| it.span.of(page.text).to_owned());
        Some(Self { words, above: above.collect(), behind })
    }
}
