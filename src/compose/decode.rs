//! Phase "decode": the model takes Compose's own shapes. What is empty goes, numbers take their type, durations and sizes
//! their one way of being written, attributes their order. The result is what `config` prints, each value with its place.

use crate::compose::decode_map as maps;
use crate::compose::decode_number as numbers;
use crate::compose::decode_text as texts;
use crate::compose::environment_values::SECRET_VALUE;
use crate::compose::extensions::{EXTENSIONS, gather};
use crate::compose::go_format::type_name;
use crate::compose::member;
use crate::compose::natural_order::{sorted, sorted_deep};
use crate::compose::report::Report;
use crate::compose::shape::{Attribute, Kind, Shape};
use crate::compose::shape_project::PROJECT;
use crate::compose::value::{Data, Map, Member, Origin, Value};

/// One kind's reading: the value to print, nothing where nothing prints, or Compose's words.
pub type Decoded = Result<Option<Value>, String>;

/// Decodes the whole `model`; what cannot be decoded is left out.
pub fn decode(model: &Value, report: &mut Report) -> Value {
    let mut decoder = Decoder { faults: Vec::new(), warnings: Vec::new() };
    let resolved = decoder.object(&PROJECT, &gather(model), "");
    decoder.say(report);
    resolved
}

struct Decoder {
    faults: Vec<(Origin, String)>,
    warnings: Vec<(Origin, String)>,
}

impl Decoder {
    /// Compose names all faults in one message.
    fn say(self, report: &mut Report) {
        for (origin, words) in self.warnings {
            report.warn(&origin, words);
        }
        let head = "decoding failed due to the following error(s):\n\n";
        report.errors(&self.faults, |words| format!("{head}{}", words.join("\n")));
    }

    fn fault(&mut self, value: &Value, path: &str, words: &str) {
        self.faults.push((value.origin.clone(), format!("'{path}' {words}")));
    }

    fn object(&mut self, shape: &'static Shape, value: &Value, path: &str) -> Value {
        let empty = Map::new();
        let map = match &value.data {
            Data::Map(map) => map,
            Data::Null => &empty,
            _ => {
                self.fault(value, path, &format!("expected a map or struct, got \"{}\"", kind_of(value)));
                &empty
            }
        };
        let mut decoded = Map::new();
        for attribute in shape.attributes() {
            if let Some(member) = self.attribute(attribute, map, value, path) {
                decoded.insert(attribute.name.into(), member);
            }
        }
        let extensions = map.get(EXTENSIONS).filter(|_| shape.extensions).and_then(|it| it.value.as_map());
        for (name, it) in sorted(extensions.cloned().unwrap_or_default()) {
            if &*name == SECRET_VALUE {
                continue;
            }
            decoded.insert(name, Member { key: it.key, value: sorted_deep(&it.value) });
        }
        Value::new(Data::Map(decoded), value.origin.clone())
    }

    fn attribute(&mut self, attribute: &Attribute, map: &Map, value: &Value, path: &str) -> Option<Member> {
        let dot = if path.is_empty() { "" } else { "." };
        let path = format!("{path}{dot}{}", attribute.shown);
        let said = map.get(attribute.name);
        let key = said.map_or_else(|| value.origin.clone(), |it| it.key.clone());
        let found =
            said.filter(|it| it.value.data != Data::Null).and_then(|it| self.kind(attribute.kind, &it.value, &path));
        let opted_out = matches!(attribute.kind, Kind::OptOut) && said.is_none_or(|it| it.value.data == Data::Null);
        let value = match found {
            Some(found) => found,
            None if attribute.always => nothing(attribute.kind, &key)?,
            None if opted_out => member::flag(false, &key),
            None => return None,
        };
        Some(Member { key, value })
    }

    fn kind(&mut self, kind: Kind, value: &Value, path: &str) -> Option<Value> {
        match kind {
            Kind::Object(shape) => {
                let object = self.object(shape, value, path);
                object.as_map().is_some_and(|it| !it.is_empty()).then_some(object)
            }
            Kind::Maybe(shape) => Some(self.object(shape, value, path)),
            Kind::List(shape) => self.list(shape, value, path),
            Kind::Map(shape) => self.map(shape, value, path, false),
            Kind::MapMaybe(shape) => self.map(shape, value, path, true),
            Kind::Texts | Kind::TextMap => self.elements(kind, value, path),
            _ => {
                let warnings = &mut self.warnings;
                let decoded = leaf(kind, value, &mut |words| warnings.push((value.origin.clone(), words)));
                decoded.unwrap_or_else(|words| {
                    self.fault(value, path, &words);
                    None
                })
            }
        }
    }

    fn list(&mut self, shape: &'static Shape, value: &Value, path: &str) -> Option<Value> {
        let Some(items) = value.as_list() else {
            let words = format!("source data must be an array or slice, got {}", kind_of(value));
            self.fault(value, path, &words);
            return None;
        };
        let items: Vec<Value> =
            items.iter().enumerate().map(|(at, it)| self.object(shape, it, &format!("{path}[{at}]"))).collect();
        (!items.is_empty()).then(|| member::list(items, &value.origin))
    }

    fn map(&mut self, shape: &'static Shape, value: &Value, path: &str, maybe: bool) -> Option<Value> {
        let Some(map) = value.as_map() else {
            self.fault(value, path, &format!("expected a map, got \"{}\"", kind_of(value)));
            return None;
        };
        let mut decoded = Map::new();
        for (name, it) in map {
            let value = if maybe && it.value.data == Data::Null {
                it.value.clone()
            } else {
                self.object(shape, &it.value, &format!("{path}[{name}]"))
            };
            let mut value = value;
            if let Some(job) = value.as_map_mut().filter(|_| path == "jobs") {
                // A service loses its name again before it is printed, a job does not.
                job.shift_insert(0, "name".into(), member::member(member::text(name, &it.key)));
            }
            decoded.insert(name.clone(), Member { key: it.key.clone(), value });
        }
        (!decoded.is_empty()).then(|| Value::new(Data::Map(sorted(decoded)), value.origin.clone()))
    }

    /// Texts in a list or a map, each with its own path in messages.
    fn elements(&mut self, kind: Kind, value: &Value, path: &str) -> Option<Value> {
        let mut text = |it: &Value, at: &str| {
            texts::element(it).unwrap_or_else(|words| {
                self.fault(it, &format!("{path}[{at}]"), &words);
                member::text("", &it.origin)
            })
        };
        let data = match (&value.data, kind) {
            (Data::List(items), Kind::Texts) if !items.is_empty() => {
                Data::List(items.iter().enumerate().map(|(at, it)| text(it, &at.to_string())).collect())
            }
            (Data::Map(map), Kind::TextMap) if !map.is_empty() => {
                let pairs = map.iter().map(|(key, it)| {
                    let value = text(&it.value, key);
                    (key.clone(), Member { key: it.key.clone(), value })
                });
                Data::Map(sorted(pairs.collect()))
            }
            (Data::List(_), Kind::Texts) | (Data::Map(_), Kind::TextMap) => return None,
            (_, Kind::Texts) => {
                let words = format!("source data must be an array or slice, got {}", kind_of(value));
                self.fault(value, path, &words);
                return None;
            }
            _ => {
                self.fault(value, path, &format!("expected a map, got \"{}\"", kind_of(value)));
                return None;
            }
        };
        Some(Value::new(data, value.origin.clone()))
    }
}

/// The kinds that are read as a whole.
fn leaf(kind: Kind, value: &Value, warn: &mut dyn FnMut(String)) -> Decoded {
    match kind {
        Kind::Text => texts::text(value),
        Kind::Flag => numbers::flag(value, warn).map(|it| it.filter(|it| it.data == Data::Bool(true))),
        Kind::MaybeFlag => numbers::flag(value, warn),
        Kind::OptOut => numbers::flag(value, warn).map(|it| it.filter(|it| it.data == Data::Bool(false))),
        Kind::Int => numbers::int(value).map(|it| it.filter(|it| it.data != Data::Int(0))),
        Kind::MaybeInt => numbers::int(value),
        Kind::Uint(bits) => numbers::uint(value, bits).map(|it| it.filter(|it| it.data != Data::Int(0))),
        Kind::MaybeUint => numbers::uint(value, 64),
        Kind::Float => numbers::float(value),
        Kind::Cpus => numbers::cpus(value),
        Kind::Bytes => numbers::bytes(value),
        Kind::Duration => numbers::duration(value).map(|it| it.filter(|it| it.as_str() != Some("0s"))),
        Kind::MaybeDuration => numbers::duration(value),
        Kind::Mode => numbers::mode(value),
        Kind::Count => numbers::count(value),
        Kind::Words => texts::words(value),
        Kind::Test => texts::test(value),
        Kind::TextList => texts::text_list(value),
        Kind::PrintedList => texts::printed_list(value),
        Kind::Mapping => maps::mapping(value),
        Kind::Assignments => maps::assignments(value),
        Kind::Options => maps::options(value),
        Kind::MultiOptions => maps::multi_options(value),
        Kind::Hosts => maps::hosts(value),
        Kind::Ssh => maps::ssh(value),
        Kind::Ulimits => maps::ulimits(value),
        _ => Ok(None),
    }
}

/// What prints where an attribute that always prints says nothing.
fn nothing(kind: Kind, origin: &Origin) -> Option<Value> {
    match kind {
        Kind::Text => Some(member::text("", origin)),
        Kind::Flag => Some(member::flag(false, origin)),
        Kind::Bytes => Some(member::text("0", origin)),
        Kind::Int | Kind::Uint(_) => Some(member::int(0, origin)),
        Kind::Map(_) => Some(Value::new(Data::Map(Map::new()), origin.clone())),
        _ => None,
    }
}

/// Go's name of the kind of a value.
fn kind_of(value: &Value) -> &'static str {
    match value.data {
        Data::List(_) => "slice",
        Data::Map(_) => "map",
        Data::Time(_) => "struct",
        _ => type_name(&value.data),
    }
}
