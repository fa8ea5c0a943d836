//! The shape of an attribute: which types and syntaxes it takes. The table of attributes writes it as a short text, which
//! this file reads.

/// A type of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// Text.
    String,
    /// A whole number, `1.0` too.
    Integer,
    /// Any number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// Nothing.
    Null,
    /// A map.
    Object,
    /// A list.
    Array,
}

impl Type {
    /// The word for it in Compose's messages.
    pub fn word(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Null => "null",
            Self::Object => "mapping",
            Self::Array => "array",
        }
    }
}

/// Which keys a map takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keys {
    /// Any but the empty one.
    Any,
    /// Letters, digits, `.`, `_` and `-`: names of services and other elements.
    Names,
    /// Lower-case letters.
    Letters,
}

impl Keys {
    /// Whether `key` is one of them.
    pub fn take(self, key: &str) -> bool {
        let fits = |it: u8| match self {
            Self::Any => true,
            Self::Names => it.is_ascii_alphanumeric() || matches!(it, b'.' | b'_' | b'-'),
            Self::Letters => it.is_ascii_lowercase(),
        };
        !key.is_empty() && key.bytes().all(fits)
    }
}

/// A pattern that a text matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// `container_name`: two characters of a name somewhere in it.
    ContainerName,
    /// `pull_policy`: one of its words, or `every_` and durations.
    PullPolicy,
}

/// What an attribute takes.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Anything.
    Any,
    /// A value of one of these types.
    Types(Vec<Type>),
    /// Exactly one of these: short and long syntax.
    One(Vec<Shape>),
    /// A list.
    List {
        /// What its items take.
        item: Box<Shape>,
        /// Whether it refuses duplicates.
        unique: bool,
    },
    /// A map with keys of one's own.
    Map {
        /// The keys allowed.
        keys: Keys,
        /// Whether it refuses others.
        closed: bool,
        /// What its values take.
        value: Box<Shape>,
    },
    /// One of these words.
    Enum(Vec<&'static str>),
    /// A text of this pattern.
    Match(Pattern),
    /// A whole number in these bounds.
    Range(Option<i64>, Option<i64>),
    /// The object of that name, or a value of one of the types beside it.
    Object(&'static str, Vec<Type>),
    /// The shape of that name.
    Shared(&'static str),
}

/// Reads a shape as the table writes it; `None` for what is none.
pub fn parse(text: &'static str) -> Option<Shape> {
    let text = text.trim();
    if let Some((head, inside)) = call(text) {
        return parse_call(head, inside);
    }
    if let Some(name) = text.strip_prefix('#') {
        return Some(Shape::Shared(name));
    }
    if text == "any" {
        return Some(Shape::Any);
    }
    let (mut object, mut types) = (None, Vec::new());
    for word in text.split('|') {
        match word.strip_prefix('@') {
            Some(name) => {
                types.extend(name.ends_with('?').then_some(Type::Null));
                object = Some(name.trim_end_matches('?'));
            }
            None => types.push(type_of(word)?),
        }
    }
    Some(object.map_or(Shape::Types(types.clone()), |name| Shape::Object(name, types)))
}

fn call(text: &'static str) -> Option<(&'static str, &'static str)> {
    text.strip_suffix(')')?.split_once('(')
}

fn parse_call(head: &'static str, inside: &'static str) -> Option<Shape> {
    let (head, closed) = head.strip_suffix('!').map_or((head, false), |it| (it, true));
    let map = |keys: Keys| Some(Shape::Map { keys, closed, value: Box::new(parse(inside)?) });
    match head {
        "one" => arguments(inside).into_iter().map(parse).collect::<Option<_>>().map(Shape::One),
        "list" | "set" => Some(Shape::List { item: Box::new(parse(inside)?), unique: head == "set" }),
        "map" => map(Keys::Any),
        "names" => map(Keys::Names),
        "letters" => map(Keys::Letters),
        "enum" => Some(Shape::Enum(arguments(inside))),
        "match" if inside == "container_name" => Some(Shape::Match(Pattern::ContainerName)),
        "match" if inside == "pull_policy" => Some(Shape::Match(Pattern::PullPolicy)),
        "integer" => {
            let (low, high) = inside.split_once("..")?;
            Some(Shape::Range(low.parse().ok(), high.parse().ok()))
        }
        _ => None,
    }
}

/// The parts of `inside` between its own commas.
fn arguments(inside: &'static str) -> Vec<&'static str> {
    let (mut parts, mut depth, mut start) = (Vec::new(), 0usize, 0);
    for (at, it) in inside.char_indices() {
        match it {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                parts.extend(inside.get(start..at).map(str::trim));
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.extend(inside.get(start..).map(str::trim));
    parts
}

fn type_of(word: &str) -> Option<Type> {
    [Type::String, Type::Integer, Type::Number, Type::Boolean, Type::Null].into_iter().find(|it| it.word() == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_are_read() {
        let list = Shape::List { item: Box::new(Shape::Types(vec![Type::String])), unique: true };
        assert_eq!(parse("set(string)"), Some(list.clone()));
        assert_eq!(
            parse("one(@build?, set(string))"),
            Some(Shape::One(vec![Shape::Object("build", vec![Type::Null]), list]))
        );
        assert_eq!(parse("integer(-1..)"), Some(Shape::Range(Some(-1), None)));
        assert_eq!(parse("enum(a, b-c)"), Some(Shape::Enum(vec!["a", "b-c"])));
        assert_eq!(parse("strin"), None);
    }
}
