//! `${VARIABLE}` in a text: the grammar of Compose's interpolation with all its operators, nesting and escapes. It is a
//! port of behaviour: Compose finds a variable with one greedy pattern and cuts what it found at the first balanced brace.

/// Why a text cannot be interpolated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateError {
    /// `${` that begins no variable, with the text that it stands in.
    Invalid(String),
    /// `${V:?message}` of a variable without a value.
    Required {
        /// The variable.
        variable: String,
        /// The message, interpolated.
        reason: String,
    },
}

impl TemplateError {
    /// Compose's words for it, outside a compose file.
    pub fn message(&self) -> String {
        match self {
            Self::Invalid(template) => format!("Invalid template: {}", crate::compose::go_format::quote(template)),
            Self::Required { variable, reason } if reason.is_empty() => {
                format!("required variable {variable} is missing a value")
            }
            Self::Required { variable, reason } => format!("required variable {variable} is missing a value: {reason}"),
        }
    }
}

/// Where the values of variables come from.
pub trait Variables {
    /// The value of `name`; `None` for a variable that is not set.
    fn get(&self, name: &str) -> Option<String>;
    /// Hears of a plain `$name` that is not set, which becomes a blank.
    fn missing(&mut self, name: &str);
}

/// Defaults may nest to this depth.
const MAX_NESTING: usize = 100;

/// `text` with its variables replaced. The first error wins; the rest of the text is still gone through, because Compose
/// warns of its variables too.
pub fn substitute(text: &str, variables: &mut dyn Variables) -> Result<String, TemplateError> {
    substitute_nested(text, variables, 0)
}

fn substitute_nested(text: &str, variables: &mut dyn Variables, depth: usize) -> Result<String, TemplateError> {
    if depth > MAX_NESTING {
        return Err(TemplateError::Invalid(text.to_owned()));
    }
    let (mut result, mut error, mut rest) = (String::with_capacity(text.len()), None, text);
    while let Some((before, after)) = rest.split_once('$') {
        result.push_str(before);
        let Some(length) = match_length(after) else {
            result.push('$');
            rest = after;
            continue;
        };
        let (found, behind) = after.split_at_checked(length).unwrap_or((after, ""));
        match replacement(found, variables, depth) {
            Ok(value) => result.push_str(&value),
            Err(TemplateError::Invalid(it)) if it.is_empty() => {
                error.get_or_insert(TemplateError::Invalid(text.to_owned()));
            }
            Err(it) => {
                error.get_or_insert(it);
            }
        }
        rest = behind;
    }
    result.push_str(rest);
    error.map_or(Ok(result), Err)
}

/// How many bytes behind a `$` belong to it; `None` where the `$` is only a `$`.
fn match_length(after: &str) -> Option<usize> {
    if after.starts_with('$') {
        return Some(1);
    }
    let name = name_length(after);
    if name > 0 {
        return Some(name);
    }
    let inside = after.strip_prefix('{')?;
    let name = name_length(inside);
    let behind = inside.get(name..).unwrap_or_default();
    if name > 0 && operator(behind).is_some() {
        let line = behind.split('\n').next().unwrap_or_default();
        if let Some(close) = line.rfind('}') {
            return Some(1 + name + close + 1);
        }
    }
    if name > 0 && behind.starts_with('}') { Some(name + 2) } else { Some(1) }
}

/// Length of the variable name that `text` begins with. Compose's pattern ignores case with Unicode folding, so a long s
/// and the Kelvin sign are letters.
fn name_length(text: &str) -> usize {
    let letter = |it: char| it == '_' || it.is_ascii_alphabetic() || matches!(it, '\u{17f}' | '\u{212a}');
    if !text.starts_with(letter) {
        return 0;
    }
    text.find(|it: char| !letter(it) && !it.is_ascii_digit()).unwrap_or(text.len())
}

/// The operator that `text` begins with.
fn operator(text: &str) -> Option<&'static str> {
    [":?", ":-", ":+", "?", "-", "+"].into_iter().find(|it| text.starts_with(it))
}

/// What stands for `found`, the bytes behind a `$`; an empty `Invalid` where the caller knows the text.
fn replacement(found: &str, variables: &mut dyn Variables, depth: usize) -> Result<String, TemplateError> {
    if found == "$" {
        return Ok("$".to_owned());
    }
    let Some(inside) = found.strip_prefix('{') else { return Ok(plain(found, variables)) };
    let name = name_length(inside);
    if name == 0 || !found.ends_with('}') {
        return Err(TemplateError::Invalid(String::new()));
    }
    let (name, _) = inside.split_at_checked(name).unwrap_or((inside, ""));
    let close = balanced_close(found);
    let (body, rest) = match close {
        Some(at) => (found.get(1..at).unwrap_or_default(), found.get(at + 1..).unwrap_or_default()),
        None => (found.get(1..found.len() - 1).unwrap_or_default(), ""),
    };
    let behind = body.get(name.len()..).unwrap_or_default();
    let Some(operator) = operator(behind) else {
        return if behind.is_empty() { Ok(plain(name, variables)) } else { Err(TemplateError::Invalid(String::new())) };
    };
    let argument = behind.get(operator.len()..).unwrap_or_default();
    let value = apply(operator, name, argument, variables, depth)?;
    Ok(value + &substitute_nested(rest, variables, depth + 1)?)
}

fn plain(name: &str, variables: &mut dyn Variables) -> String {
    variables.get(name).unwrap_or_else(|| {
        variables.missing(name);
        String::new()
    })
}

fn apply(
    operator: &str,
    name: &str,
    argument: &str,
    variables: &mut dyn Variables,
    depth: usize,
) -> Result<String, TemplateError> {
    let value = variables.get(name);
    let counts = value.as_ref().is_some_and(|it| !operator.starts_with(':') || !it.is_empty());
    let kind = operator.trim_start_matches(':');
    let value = value.unwrap_or_default();
    match kind {
        "-" | "?" if counts => Ok(value),
        "+" if !counts => Ok(value),
        "?" => {
            let reason = substitute_nested(argument, variables, depth + 1)?;
            Err(TemplateError::Required { variable: name.to_owned(), reason })
        }
        _ => substitute_nested(argument, variables, depth + 1),
    }
}

/// Offset of the brace that closes the first one; the character behind each opening brace is not looked at.
fn balanced_close(found: &str) -> Option<usize> {
    let (mut open, mut skip) = (0i32, false);
    for (at, byte) in found.bytes().enumerate() {
        if std::mem::take(&mut skip) {
            continue;
        }
        match byte {
            b'}' => {
                open -= 1;
                if open == 0 {
                    return Some(at);
                }
            }
            b'{' => {
                open += 1;
                skip = true;
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Set(Vec<String>);

    impl Variables for Set {
        fn get(&self, name: &str) -> Option<String> {
            match name {
                "A" => Some("a".to_owned()),
                "E" => Some(String::new()),
                _ => None,
            }
        }

        fn missing(&mut self, name: &str) {
            self.0.push(name.to_owned());
        }
    }

    fn run(text: &str) -> Result<String, TemplateError> {
        substitute(text, &mut Set(Vec::new()))
    }

    #[test]
    fn operators() {
        for (text, expected) in [
            ("$A-${A}-$$A-$1-$", "a-a-$A-$1-$"),
            ("${U:-d}${E:-d}${E-d}${A:-d}", "dda"),
            ("${A:+p}${E:+p}${E+p}${U+p}", "pp"),
            ("${A:?m}${E?m}", "a"),
            ("${U:-${A}b}c", "abc"),
            ("${U:-${E:-x}}}", "x}"),
            ("${U:-{}}", "{}"),
        ] {
            assert_eq!(run(text).as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn errors() {
        assert_eq!(run("x${"), Err(TemplateError::Invalid("x${".to_owned())));
        assert_eq!(run("${U:-${}}"), Err(TemplateError::Invalid("${}".to_owned())));
        let required = run("${U:?need $A}").unwrap_err();
        assert_eq!(required.message(), "required variable U is missing a value: need a");
    }

    #[test]
    fn blanks_are_heard_of() {
        let mut set = Set(Vec::new());
        assert_eq!(substitute("$U ${U} ${A} ${U-x}", &mut set).as_deref(), Ok("  a x"));
        assert_eq!(set.0, ["U", "U"]);
    }
}
