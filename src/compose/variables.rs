//! The variables that a model names, with what it says to do without them: what `config --variables` prints.

use crate::compose::value::{Data, Value};
use crate::compose::yaml_print_scalar::{style_of, write};
use std::collections::BTreeMap;
use std::fmt::Write;

/// What a model says of one variable; what is said first counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mention {
    /// Taken where the variable is not set.
    pub default: String,
    /// Taken where it is.
    pub alternate: String,
    /// Whether the project is refused without it.
    pub required: bool,
}

/// The variables of a model whose texts are not interpolated.
pub fn variables(model: &Value) -> BTreeMap<String, Mention> {
    let mut found = BTreeMap::new();
    collect(model, &mut found);
    found
}

fn collect(value: &Value, found: &mut BTreeMap<String, Mention>) {
    match &value.data {
        Data::Str(text) => scan(text, found),
        Data::List(items) => items.iter().for_each(|it| collect(it, found)),
        Data::Map(map) => map.values().for_each(|it| collect(&it.value, found)),
        _ => {}
    }
}

fn scan(text: &str, found: &mut BTreeMap<String, Mention>) {
    let mut rest = text;
    while let Some((_, behind)) = rest.split_once('$') {
        rest = behind;
        if let Some(behind) = rest.strip_prefix('$') {
            rest = behind;
        } else if let Some((inner, behind)) = rest.strip_prefix('{').and_then(braces) {
            rest = behind;
            braced(inner, found);
        } else {
            let (name, behind) = name_of(rest);
            rest = behind;
            mention(name, Mention::default(), found);
        }
    }
}

/// What stands before the brace that closes, and behind it.
fn braces(text: &str) -> Option<(&str, &str)> {
    let mut depth = 1;
    for (at, it) in text.char_indices() {
        match it {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some((text.get(..at)?, text.get(at + 1..)?));
        }
    }
    None
}

fn name_of(text: &str) -> (&str, &str) {
    let first = text.starts_with(|it: char| it.is_ascii_alphabetic() || it == '_');
    let end = text.find(|it: char| !it.is_ascii_alphanumeric() && it != '_').unwrap_or(text.len());
    text.split_at(if first { end } else { 0 })
}

fn braced(inner: &str, found: &mut BTreeMap<String, Mention>) {
    let (name, operation) = name_of(inner);
    let bare = operation.strip_prefix(':').unwrap_or(operation);
    let mut said = Mention::default();
    if let Some(default) = bare.strip_prefix('-') {
        default.clone_into(&mut said.default);
    } else if let Some(alternate) = bare.strip_prefix('+') {
        alternate.clone_into(&mut said.alternate);
    } else {
        said.required = bare.starts_with('?');
    }
    scan(bare, found);
    mention(name, said, found);
}

/// What is said of a variable in several places comes together.
fn mention(name: &str, said: Mention, found: &mut BTreeMap<String, Mention>) {
    if name.is_empty() {
        return;
    }
    let known = found.entry(name.to_owned()).or_default();
    known.required |= said.required;
    if known.default.is_empty() {
        known.default = said.default;
    }
    if known.alternate.is_empty() {
        known.alternate = said.alternate;
    }
}

/// A table for people.
pub fn table(variables: &BTreeMap<String, Mention>) -> String {
    let row = |cells: [&str; 4]| {
        let [name, required, default, alternate] = cells;
        format!("{name:<17}   {required:<17}   {default:<17}   {alternate}\n")
    };
    let head = row(["NAME", "REQUIRED", "DEFAULT VALUE", "ALTERNATE VALUE"]);
    let required = |it: &Mention| if it.required { "true" } else { "false" };
    variables.iter().fold(head, |text, (name, it)| text + &row([name, required(it), &it.default, &it.alternate]))
}

/// JSON, as Docker Compose prints it, with the empty line at its end.
pub fn json(variables: &BTreeMap<String, Mention>) -> String {
    let entry = |(name, it): (&String, &Mention)| {
        let text = |it: &str| serde_json::Value::from(it).to_string();
        let (key, default, alternate) = (text(name), text(&it.default), text(&it.alternate));
        let required = it.required;
        format!(
            "    {key}: {{\n        \"Name\": {key},\n        \"DefaultValue\": {default},\n        \
             \"PresenceValue\": {alternate},\n        \"Required\": {required}\n    }}"
        )
    };
    let entries: Vec<String> = variables.iter().map(entry).collect();
    if entries.is_empty() { "{}\n\n".to_owned() } else { format!("{{\n{}\n}}\n\n", entries.join(",\n")) }
}

/// YAML, as Docker Compose prints it: four spaces a level.
pub fn yaml(variables: &BTreeMap<String, Mention>) -> String {
    let scalar = |text: &mut String, value: &str| write(text, value, style_of(value, false), 8, true);
    let mut text = String::new();
    for (name, it) in variables {
        scalar(&mut text, name);
        text.push(':');
        for (key, value) in [("name", name), ("defaultvalue", &it.default), ("presencevalue", &it.alternate)] {
            let _ = write!(text, "\n    {key}: ");
            scalar(&mut text, value);
        }
        let _ = writeln!(text, "\n    required: {}", it.required);
    }
    if text.is_empty() { "{}\n".to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::member;
    use crate::compose::value::Origin;

    #[test]
    fn every_way_of_naming_one() {
        let text = "x:${TAG:-1} ${A?must} $B ${C+alt} $$E ${D:-${INNER-2}}";
        let found = variables(&member::text(text, &Origin::none()));
        let names: Vec<&str> = found.keys().map(String::as_str).collect();
        assert_eq!(names, ["A", "B", "C", "D", "INNER", "TAG"]);
        assert!(found["A"].required && !found["B"].required);
        assert_eq!((found["TAG"].default.as_str(), found["C"].alternate.as_str()), ("1", "alt"));
        assert!(yaml(&found).starts_with("A:\n    name: A\n    defaultvalue: \"\"\n"));
        assert!(table(&found).contains("\nTAG                 false               1                   \n"));
    }
}
