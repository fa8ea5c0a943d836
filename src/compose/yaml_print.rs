//! Prints a value as `docker compose config` does: go-yaml's block style, two spaces a level, lists indented below their
//! key, lines folded at 80 columns. The order is the value's own.

use crate::compose::go_number::yaml_float;
use crate::compose::value::{Data, Map, Value};
use crate::compose::yaml_print_scalar::{style_of, write};

/// A longer key stands behind `? `.
const SIMPLE_KEY: usize = 128;

/// Prints `value`, which is a map, with a line break at its end.
pub fn print(value: &Value) -> String {
    let mut printer = Printer { text: String::new() };
    match &value.data {
        Data::Map(map) if !map.is_empty() => printer.mapping(map, 0, false),
        _ => printer.flat(value, 0),
    }
    // A block of lines brings its own last line break.
    if !printer.text.ends_with('\n') {
        printer.text.push('\n');
    }
    printer.text
}

struct Printer {
    text: String,
}

impl Printer {
    /// The pairs of `map` at `indent`; the first stands where the line is if `inline`.
    fn mapping(&mut self, map: &Map, indent: usize, inline: bool) {
        for (at, (key, member)) in map.iter().enumerate() {
            self.begin(indent, inline && at == 0);
            if key.contains('\n') || key.len() > SIMPLE_KEY {
                self.text.push_str("? ");
                write(&mut self.text, key, style_of(key, false), indent + 2, true);
                self.begin(indent, false);
                self.text.push_str(": ");
                self.nested(&member.value, indent, true);
                continue;
            }
            write(&mut self.text, key, style_of(key, true), indent + 2, false);
            self.text.push(':');
            if is_flat(&member.value) {
                self.text.push(' ');
            }
            self.nested(&member.value, indent, false);
        }
    }

    fn sequence(&mut self, items: &[Value], indent: usize, inline: bool) {
        for (at, item) in items.iter().enumerate() {
            self.begin(indent, inline && at == 0);
            self.text.push_str("- ");
            self.nested(item, indent, true);
        }
    }

    /// A value below `indent`; a collection begins on this line if `inline`.
    fn nested(&mut self, value: &Value, indent: usize, inline: bool) {
        match &value.data {
            Data::Map(map) if !map.is_empty() => self.mapping(map, indent + 2, inline),
            Data::List(items) if !items.is_empty() => self.sequence(items, indent + 2, inline),
            _ => self.flat(value, indent),
        }
    }

    /// A scalar or an empty collection.
    fn flat(&mut self, value: &Value, indent: usize) {
        match &value.data {
            Data::Null => self.text.push_str("null"),
            Data::Bool(it) => self.text.push_str(if *it { "true" } else { "false" }),
            Data::Int(it) => self.text.push_str(&it.to_string()),
            Data::Uint(it) => self.text.push_str(&it.to_string()),
            Data::Float(it) => self.text.push_str(&yaml_float(*it)),
            Data::Time(it) => self.text.push_str(it),
            Data::Str(it) => write(&mut self.text, it, style_of(it, false), indent + 2, true),
            Data::List(_) => self.text.push_str("[]"),
            Data::Map(_) => self.text.push_str("{}"),
        }
    }

    fn begin(&mut self, indent: usize, inline: bool) {
        if inline {
            return;
        }
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        self.text.extend(std::iter::repeat_n(' ', indent));
    }
}

fn is_flat(value: &Value) -> bool {
    match &value.data {
        Data::Map(map) => map.is_empty(),
        Data::List(items) => items.is_empty(),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::member;
    use crate::compose::value::Origin;

    #[test]
    fn collections() {
        let at = Origin::none();
        let text = |it: &str| member::text(it, &at);
        let inner = member::map(vec![("a", member::int(1, &at)), ("b", member::list(vec![], &at))], &at);
        let nested = member::list(vec![text("x")], &at);
        let list = member::list(vec![inner, nested, text("yes")], &at);
        let value = member::map(vec![("l", list), ("t", text("a\nb")), ("e", text(""))], &at);
        assert_eq!(print(&value), "l:\n  - a: 1\n    b: []\n  - - x\n  - 'yes'\nt: |-\n  a\n  b\ne: \"\"\n");
    }
}
