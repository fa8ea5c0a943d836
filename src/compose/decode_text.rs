//! Texts and lists of texts of the decoded model, commands among them.

use crate::compose::decode::Decoded;
use crate::compose::go_format::{plain, type_name};
use crate::compose::member;
use crate::compose::value::{Data, Value};
use crate::syntax::shell_words;

/// A text inside a list or a map; a whole number is one too.
pub fn element(value: &Value) -> Result<Value, String> {
    match &value.data {
        Data::Str(_) => Ok(value.clone()),
        Data::Int(it) => Ok(member::text(&it.to_string(), &value.origin)),
        Data::Null => Ok(member::text("", &value.origin)),
        _ => Err(format!("expected type 'string', got unconvertible type '{}'", type_name(&value.data))),
    }
}

/// A text, or a truth value where the schema allows one; an empty text does not print.
pub fn text(value: &Value) -> Decoded {
    if let Data::Bool(it) = value.data {
        return Ok(Some(member::text(&it.to_string(), &value.origin)));
    }
    element(value).map(|it| Some(it).filter(|it| it.as_str() != Some("")))
}

/// A command: a list of words, or a line to be split into them.
pub fn words(value: &Value) -> Decoded {
    let words = match &value.data {
        Data::Str(line) => {
            let split = shell_words::split(line).ok_or("invalid command line string")?;
            split.words.iter().map(|it| member::text(it, &value.origin)).collect()
        }
        Data::List(items) => items.iter().map(printed).collect(),
        _ => return Err(format!("unexpected value type {} for shell command", type_name(&value.data))),
    };
    Ok(Some(member::list(words, &value.origin)))
}

/// The test of a health check: a line is one for the shell.
pub fn test(value: &Value) -> Decoded {
    match &value.data {
        Data::Str(_) => {
            Ok(Some(member::list(vec![member::text("CMD-SHELL", &value.origin), value.clone()], &value.origin)))
        }
        Data::List(_) => printed_list(value),
        _ => Err(format!("unexpected value type {} for healthcheck.test", type_name(&value.data))),
    }
}

/// A text or a list of texts.
pub fn text_list(value: &Value) -> Decoded {
    match &value.data {
        Data::Str(_) => Ok(Some(member::list(vec![value.clone()], &value.origin))),
        Data::List(items) => {
            if let Some(other) = items.iter().find(|it| it.as_str().is_none()) {
                return Err(format!("invalid type {} for string list", type_name(&other.data)));
            }
            Ok((!items.is_empty()).then(|| value.clone()))
        }
        _ => Err(format!("invalid type {} for string list", type_name(&value.data))),
    }
}

/// A list of anything, as text.
pub fn printed_list(value: &Value) -> Decoded {
    match &value.data {
        Data::Str(_) => Ok(Some(member::list(vec![value.clone()], &value.origin))),
        Data::List(items) => {
            let items: Vec<Value> = items.iter().map(printed).collect();
            Ok((!items.is_empty()).then(|| member::list(items, &value.origin)))
        }
        _ => Err(format!("invalid type {} for string list", type_name(&value.data))),
    }
}

fn printed(value: &Value) -> Value {
    match value.data {
        Data::Str(_) => value.clone(),
        _ => member::text(&plain(&value.data), &value.origin),
    }
}
