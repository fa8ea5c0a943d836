//! Checks a model against the table of attributes and says what Compose says: it validates with a JSON schema and prints
//! the error that lies deepest. Here every fault is kept, that one first.

use crate::compose::attribute_shape::{Keys, Pattern, Shape, Type};
use crate::compose::attributes::{Object, Table, table};
use crate::compose::go_format::{plain, quote};
use crate::compose::value::{Data, Member, Origin, Value};

/// A value that does not fit.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Keys and indexes that lead to the value.
    pub path: Vec<String>,
    /// What is wrong with it.
    pub words: String,
    /// The place to look at.
    pub origin: Origin,
    /// How deep it counts; the deepest is what Compose prints.
    depth: usize,
}

impl Fault {
    /// Compose's message, without the name of the file.
    pub fn message(&self) -> String {
        let path = self.path.join(".");
        if self.words.starts_with(JSON) { self.words.clone() } else { format!("{path} {}", self.words) }
    }
}

/// What Go's JSON says begins so, and stands without a path.
const JSON: &str = "json: ";

/// What is wrong with `model`; the first is the one that Compose prints.
pub fn validate(model: &Value) -> Vec<Fault> {
    let mut check = Check { table: table(), path: Vec::new(), faults: Vec::new() };
    if let Some((origin, words)) = unsupported(model) {
        return vec![Fault { path: Vec::new(), words, origin, depth: 0 }];
    }
    check.object(model, "project", &[]);
    let mut faults = check.faults;
    if let Some(first) = deepest(&faults) {
        let first = faults.remove(first);
        faults.insert(0, first);
    }
    faults
}

/// Index of the first fault of the greatest depth.
fn deepest(faults: &[Fault]) -> Option<usize> {
    let depth = faults.iter().map(|it| it.depth).max()?;
    faults.iter().position(|it| it.depth == depth)
}

/// A number that JSON does not know; Compose passes the model through JSON before it validates.
fn unsupported(value: &Value) -> Option<(Origin, String)> {
    match &value.data {
        Data::Float(it) if !it.is_finite() => {
            Some((value.origin.clone(), format!("{JSON}unsupported value: {}", plain(&value.data))))
        }
        Data::List(items) => items.iter().find_map(unsupported),
        Data::Map(map) => map.values().find_map(|it| unsupported(&it.value)),
        _ => None,
    }
}

struct Check<'a> {
    table: &'a Table,
    path: Vec<String>,
    faults: Vec<Fault>,
}

impl Check<'_> {
    fn fault(&mut self, origin: &Origin, words: String) {
        let depth = self.path.len();
        self.faults.push(Fault { path: self.path.clone(), words, origin: origin.clone(), depth });
    }

    fn within(&mut self, key: &str, run: impl FnOnce(&mut Self)) {
        self.path.push(key.to_owned());
        run(self);
        self.path.pop();
    }

    fn value(&mut self, value: &Value, shape: &Shape) {
        match self.table.resolve(shape) {
            Shape::Any | Shape::Shared(_) => {}
            Shape::Types(types) => {
                self.typed(value, types);
            }
            Shape::One(shapes) => self.one_of(value, shapes),
            Shape::List { item, unique } => self.list(value, item, *unique),
            Shape::Map { keys, closed, value: shape } => self.map(value, *keys, *closed, shape),
            Shape::Enum(words) => self.one_word(value, words),
            Shape::Match(pattern) => self.pattern(value, *pattern),
            Shape::Range(low, high) => self.range(value, *low, *high),
            Shape::Object(name, types) => self.object(value, name, types),
        }
    }

    /// Whether `value` has one of `types`.
    fn typed(&mut self, value: &Value, types: &[Type]) -> bool {
        if types.iter().any(|it| is_a(&value.data, *it)) {
            return true;
        }
        let mut words: Vec<&str> = types.iter().map(|it| it.word()).collect();
        words.sort_unstable();
        let words = match words.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
            _ => words.concat(),
        };
        self.fault(&value.origin, format!("must be a {words}"));
        false
    }

    fn one_of(&mut self, value: &Value, shapes: &[Shape]) {
        let before = self.faults.len();
        let mut fitting = Vec::new();
        for (index, shape) in shapes.iter().enumerate() {
            let so_far = self.faults.len();
            self.value(value, shape);
            if self.faults.len() == so_far {
                fitting.push(index.to_string());
            }
        }
        let faults = self.faults.split_off(before);
        match fitting.len() {
            0 => self.faults.extend(deepest(&faults).and_then(|it| faults.into_iter().nth(it))),
            1 => {}
            _ => self.fault(&value.origin, format!("'oneOf' failed, subschemas {} matched", fitting.join(", "))),
        }
    }

    fn list(&mut self, value: &Value, shape: &Shape, unique: bool) {
        if !self.typed(value, &[Type::Array]) {
            return;
        }
        let items = value.as_list().unwrap_or_default();
        if let Some((first, second)) = unique.then(|| duplicates(items)).flatten() {
            let origin = items.get(second).map_or(&value.origin, |it| &it.origin);
            self.fault(origin, format!("items at {first} and {second} are equal"));
        }
        for (index, item) in items.iter().enumerate() {
            self.within(&index.to_string(), |check| check.value(item, shape));
        }
    }

    fn map(&mut self, value: &Value, keys: Keys, closed: bool, shape: &Shape) {
        if !self.typed(value, &[Type::Object]) {
            return;
        }
        let mut unknown = Vec::new();
        for (key, member) in value.as_map().into_iter().flatten() {
            if keys.take(key) {
                self.within(key, |check| check.value(&member.value, shape));
            } else if closed {
                unknown.push((&**key, member));
            }
        }
        self.unknown(&unknown);
    }

    fn unknown(&mut self, unknown: &[(&str, &Member)]) {
        let Some((_, first)) = unknown.first() else { return };
        let mut names: Vec<&str> = unknown.iter().map(|(name, _)| *name).collect();
        names.sort_unstable();
        let names: Vec<String> = names.into_iter().map(in_quotes).collect();
        self.fault(&first.key, format!("additional properties {} not allowed", names.join(", ")));
        if let Some(fault) = self.faults.last_mut() {
            fault.depth += 1;
        }
    }

    fn one_word(&mut self, value: &Value, words: &[&str]) {
        if !self.typed(value, &[Type::String]) || value.as_str().is_some_and(|it| words.contains(&it)) {
            return;
        }
        let words: Vec<String> = words.iter().map(|it| in_quotes(it)).collect();
        let of = if words.len() == 1 { "" } else { "one of " };
        self.fault(&value.origin, format!("value must be {of}{}", words.join(", ")));
    }

    fn pattern(&mut self, value: &Value, pattern: Pattern) {
        if !self.typed(value, &[Type::String]) {
            return;
        }
        let text = value.as_str().unwrap_or_default();
        let (fits, pattern) = match pattern {
            Pattern::ContainerName => (is_container_name(text), "[a-zA-Z0-9][a-zA-Z0-9_.-]+"),
            Pattern::PullPolicy => (
                is_pull_policy(text),
                "^(always|never|build|if_not_present|missing|refresh|daily|weekly|every_([0-9]+[wdhms])+)$",
            ),
        };
        if !fits {
            self.fault(&value.origin, format!("{} does not match pattern {}", in_quotes(text), in_quotes(pattern)));
        }
    }

    #[allow(clippy::cast_precision_loss)] // the bounds are small
    fn range(&mut self, value: &Value, low: Option<i64>, high: Option<i64>) {
        if !self.typed(value, &[Type::Integer]) {
            return;
        }
        let number = number(&value.data).unwrap_or_default();
        if let Some(low) = low.filter(|it| number < *it as f64) {
            self.fault(&value.origin, format!("must be greater than or equal to {low}"));
        }
        if let Some(high) = high.filter(|it| number > *it as f64) {
            self.fault(&value.origin, format!("must be less than or equal to {high}"));
        }
    }

    fn object(&mut self, value: &Value, name: &str, others: &[Type]) {
        let object = self.table.object(name);
        let mut types = others.to_vec();
        types.push(Type::Object);
        if !self.typed(value, &types) || !matches!(value.data, Data::Map(_)) {
            return;
        }
        self.needs(value, object);
        self.members(value, object);
        if object.sealed {
            self.sealed(value, name);
        }
    }

    fn needs(&mut self, value: &Value, object: &Object) {
        let missing: Vec<String> =
            object.needs.iter().filter(|it| value.get(it).is_none()).map(|it| in_quotes(it)).collect();
        let word = if missing.len() == 1 { "property" } else { "properties" };
        if !missing.is_empty() {
            self.fault(&value.origin, format!("missing {word} {}", missing.join(", ")));
        }
        if !object.any.is_empty() && object.any.iter().all(|it| value.get(it).is_none()) {
            let first = object.any.first().copied().unwrap_or_default();
            self.fault(&value.origin, format!("missing property {}", in_quotes(first)));
        }
    }

    /// The members that the object knows itself, then those of its bases.
    fn members(&mut self, value: &Value, object: &Object) {
        let mut unknown = Vec::new();
        for (key, member) in value.as_map().into_iter().flatten() {
            match object.attributes.get(&**key) {
                Some(attribute) => self.within(key, |check| check.value(&member.value, &attribute.shape)),
                None if object.extensible && key.starts_with("x-") => {}
                None if object.closed => unknown.push((&**key, member)),
                None => {}
            }
        }
        self.unknown(&unknown);
        for base in &object.bases {
            self.members(value, self.table.object(base));
        }
    }

    /// Keys that no part of the object knows.
    fn sealed(&mut self, value: &Value, name: &str) {
        for (key, member) in value.as_map().into_iter().flatten() {
            if !key.starts_with("x-") && self.table.attribute(name, key).is_none() {
                self.within(key, |check| check.fault(&member.key, "false schema".to_owned()));
            }
        }
    }
}

fn is_a(data: &Data, wanted: Type) -> bool {
    match wanted {
        Type::String => matches!(data, Data::Str(_) | Data::Time(_)),
        Type::Integer => number(data).is_some_and(|it| it.fract() == 0.0),
        Type::Number => number(data).is_some(),
        Type::Boolean => matches!(data, Data::Bool(_)),
        Type::Null => matches!(data, Data::Null),
        Type::Object => matches!(data, Data::Map(_)),
        Type::Array => matches!(data, Data::List(_)),
    }
}

#[allow(clippy::cast_precision_loss)] // JSON numbers are floats there too
fn number(data: &Data) -> Option<f64> {
    match data {
        Data::Int(it) => Some(*it as f64),
        Data::Uint(it) => Some(*it as f64),
        Data::Float(it) => Some(*it),
        _ => None,
    }
}

/// The first two items that are the same.
fn duplicates(items: &[Value]) -> Option<(usize, usize)> {
    items.iter().enumerate().find_map(|(second, item)| {
        let first = items.iter().take(second).position(|it| same(&it.data, &item.data))?;
        Some((first, second))
    })
}

/// Whether both say the same, as JSON sees it: `1` is `1.0`, and the order of a map does not count.
pub fn same(a: &Data, b: &Data) -> bool {
    match (a, b) {
        (Data::List(a), Data::List(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(&a.data, &b.data)),
        (Data::Map(a), Data::Map(b)) => {
            let in_b = |key: &str| b.get(key).map(|it| &it.value.data);
            a.len() == b.len() && a.iter().all(|(key, it)| in_b(key).is_some_and(|b| same(&it.value.data, b)))
        }
        _ => match (number(a), number(b)) {
            (Some(a), Some(b)) => a.total_cmp(&b).is_eq(),
            _ => a == b,
        },
    }
}

/// In single quotes, as the schema's messages have names.
fn in_quotes(text: &str) -> String {
    let quoted = quote(text).replace("\\\"", "\"").replace('\'', "\\'");
    let inside = quoted.strip_prefix('"').and_then(|it| it.strip_suffix('"')).unwrap_or(&quoted);
    format!("'{inside}'")
}

fn is_container_name(text: &str) -> bool {
    let first = |it: u8| it.is_ascii_alphanumeric();
    let second = |it: u8| first(it) || matches!(it, b'_' | b'.' | b'-');
    text.as_bytes().windows(2).any(|it| matches!(it, [a, b] if first(*a) && second(*b)))
}

fn is_pull_policy(text: &str) -> bool {
    let words = ["always", "never", "build", "if_not_present", "missing", "refresh", "daily", "weekly"];
    words.contains(&text) || text.strip_prefix("every_").is_some_and(are_durations)
}

fn are_durations(text: &str) -> bool {
    let parts: Vec<&str> = text.split_inclusive(['w', 'd', 'h', 'm', 's']).collect();
    let fits = |it: &&str| {
        let digits = it.trim_end_matches(['w', 'd', 'h', 'm', 's']);
        digits.len() + 1 == it.len() && !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit())
    };
    !parts.is_empty() && parts.iter().all(fits)
}
