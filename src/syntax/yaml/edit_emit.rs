//! Trees as new text in the style of a file. Only what is added is written anew; everything else is never touched.

use crate::syntax::yaml::edit_fragment::Fragment;
use crate::syntax::yaml::edit_lines::indented;
use crate::syntax::yaml::edit_scalar::{Place, literal_is_safe, plain_is_safe, write_text};
use crate::syntax::yaml::edit_style::Style;
use crate::syntax::yaml::edit_tree::{Data, Tree};
use crate::syntax::yaml::node::ScalarStyle;

/// Writes trees; `quoted` is how texts are quoted that could stand plain, `Plain` for not at all.
#[derive(Clone, Copy)]
pub struct Emitter {
    /// The file's habits.
    pub style: Style,
    /// The habit of the collection that a text goes into.
    pub quoted: ScalarStyle,
}

impl Emitter {
    /// In the habits of a file.
    pub fn new(style: Style) -> Self {
        Self { style, quoted: style.texts }
    }

    /// The same for texts that stand beside texts quoted like this.
    #[must_use]
    pub fn like(self, quoted: ScalarStyle) -> Self {
        Self { quoted: if self.style.json { ScalarStyle::DoubleQuoted } else { quoted }, ..self }
    }

    /// A scalar, an alias or anything in brackets: all that fits on one line.
    pub fn flow(self, tree: &Tree, place: Place) -> String {
        let words = match &tree.data {
            Data::Null if tree.tag.is_some() => String::new(),
            Data::Null => "null".to_owned(),
            Data::Typed(words) => words.clone(),
            Data::Text(words) => self.text(words, place),
            Data::Alias(name) => format!("*{name}"),
            Data::List(items) => {
                let items: Vec<_> = items.iter().map(|it| self.flow(it, Place::Flow)).collect();
                format!("[{}]", items.join(", "))
            }
            Data::Map(pairs) if pairs.is_empty() => "{}".to_owned(),
            Data::Map(pairs) => {
                let pairs: Vec<_> = pairs.iter().map(|(key, it)| self.flow_pair(key, it)).collect();
                let space = if self.style.loose && !self.style.json { " " } else { "" };
                format!("{{{space}{}{space}}}", pairs.join(", "))
            }
        };
        join(&properties(tree), &words)
    }

    /// `key: value` in braces.
    pub fn flow_pair(self, key: &Tree, value: &Tree) -> String {
        let key = Self { quoted: self.key_quotes(), ..self }.flow(key, Place::Flow);
        // `*a:` would be an alias of the name `a:`.
        let colon = if key.starts_with('*') { " :" } else { ":" };
        format!("{key}{colon} {}", self.flow(value, Place::Flow))
    }

    /// What stands behind `key:` in `column`: one line behind a space, or nested lines behind a line break.
    pub fn behind_key(self, value: &Fragment, column: usize) -> String {
        let tree = &value.tree;
        if tree.data == Data::Null && tree.tag.is_none() && tree.anchor.is_none() {
            return String::new();
        }
        let dash = matches!(tree.data, Data::List(_));
        let nested = column + if dash { self.style.dash } else { self.style.indent };
        if let Some(line) = self.line(value) {
            return format!(" {line}");
        }
        let properties = properties(tree);
        let head = if properties.is_empty() { String::new() } else { format!(" {properties}") };
        match &tree.data {
            Data::Text(words) => format!("{head} {}", literal(words, nested)),
            _ => format!("{head}\n{}{}", " ".repeat(nested), self.block(value, nested)),
        }
    }

    /// `key:` with its value in `column`; the first line without its indentation.
    pub fn entry(self, key: &str, value: &Fragment, column: usize) -> String {
        let key = Self { quoted: self.key_quotes(), ..self }.flow(&Tree::key(key), Place::Block);
        format!("{key}:{}", self.behind_key(value, column))
    }

    /// What stands behind `- ` in `column`.
    pub fn behind_dash(self, value: &Fragment, column: usize) -> String {
        if let Some(line) = self.line(value) {
            return line;
        }
        let properties = properties(&value.tree);
        match &value.tree.data {
            Data::Text(words) => join(&properties, &literal(words, column + 2)),
            _ if properties.is_empty() => self.block(value, column + 2),
            _ => format!("{properties}\n{}{}", " ".repeat(column + 2), self.block(value, column + 2)),
        }
    }

    /// A collection in lines in `column`; the first line without its indentation.
    pub fn block(self, value: &Fragment, column: usize) -> String {
        if let Some(text) = value.lines(self.style.indent) {
            return indented(text, column);
        }
        let parts: Vec<String> = match &value.tree.data {
            Data::Map(pairs) => pairs.iter().map(|(key, it)| self.block_pair(key, it, column)).collect(),
            Data::List(items) => {
                let items = items.iter().map(|it| format!("- {}", self.behind_dash(&it.clone().into(), column)));
                items.collect()
            }
            _ => vec![self.flow(&value.tree, Place::Block)],
        };
        parts.join(&format!("\n{}", " ".repeat(column)))
    }

    /// The value on one line where that is how it is written: scalars, empty collections, brackets that came as such.
    pub fn line(self, value: &Fragment) -> Option<String> {
        let tree = &value.tree;
        match &tree.data {
            Data::Text(words) if !self.style.json && literal_is_safe(words) => None,
            Data::List(_) | Data::Map(_) if self.style.json => Some(self.flow(tree, Place::Flow)),
            Data::List(_) | Data::Map(_) if !tree.is_empty() => value.in_brackets().map(str::to_owned),
            _ => Some(self.flow(tree, Place::Block)),
        }
    }

    fn block_pair(self, key: &Tree, value: &Tree, column: usize) -> String {
        let key = Self { quoted: self.key_quotes(), ..self }.flow(key, Place::Block);
        let colon = if key.starts_with('*') { " :" } else { ":" };
        format!("{key}{colon}{}", self.behind_key(&value.clone().into(), column))
    }

    fn key_quotes(self) -> ScalarStyle {
        if self.style.json { ScalarStyle::DoubleQuoted } else { ScalarStyle::Plain }
    }

    fn text(self, words: &str, place: Place) -> String {
        let needed = self.quoted == ScalarStyle::Plain && !plain_is_safe(words, place);
        write_text(words, if needed { self.style.quotes } else { self.quoted }, place)
    }
}

/// Anchor and tag as they are written, without a space behind.
pub fn properties(tree: &Tree) -> String {
    let anchor = tree.anchor.as_ref().map(|it| format!("&{it}")).unwrap_or_default();
    let tag = tree.tag.as_deref().map(|it| match it.strip_prefix("tag:yaml.org,2002:") {
        Some(core) => format!("!!{core}"),
        None if it.starts_with('!') => it.to_owned(),
        None => format!("!<{it}>"),
    });
    join(&anchor, &tag.unwrap_or_default())
}

fn join(first: &str, second: &str) -> String {
    match (first.is_empty(), second.is_empty()) {
        (false, false) => format!("{first} {second}"),
        _ => format!("{first}{second}"),
    }
}

/// A literal block scalar whose lines stand in `column`.
fn literal(words: &str, column: usize) -> String {
    let body = words.strip_suffix('\n').unwrap_or(words);
    let chomp = match (words.ends_with('\n'), body.ends_with('\n')) {
        (false, _) => "-",
        (true, false) => "",
        (true, true) => "+",
    };
    let lines =
        body.split('\n').map(|it| if it.is_empty() { String::new() } else { format!("{}{it}", " ".repeat(column)) });
    format!("|{chomp}\n{}", lines.collect::<Vec<_>>().join("\n"))
}
