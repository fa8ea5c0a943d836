//! Here-documents: which words of a line open one. A word opens one where the builder's rule says so: digits, `<<`, an
//! optional dash, and one name; `<<<` and `<< NAME` do not.

/// What a word opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opener {
    /// The word that ends it.
    pub name: String,
    /// Whether variables are expanded: no part of the name is quoted.
    pub expand: bool,
    /// `<<-`.
    pub strip_tabs: bool,
}

/// The here-document that `word` opens, `None` for any other word.
pub fn opener(word: &str) -> Option<Opener> {
    let rest = word.trim_start_matches(|it: char| it.is_ascii_digit()).strip_prefix("<<")?;
    let (strip_tabs, rest) = rest.strip_prefix('-').map_or((false, rest), |it| (true, it));
    if rest.is_empty() || rest.contains('<') {
        return None;
    }
    let name = unquote(rest)?;
    Some(Opener { expand: !rest.contains(['"', '\'', '\\']), name, strip_tabs })
}

/// `word` without its quotes and escapes; `None` where a quote is left open.
pub fn unquote(word: &str) -> Option<String> {
    let (mut result, mut quote, mut rest) = (String::with_capacity(word.len()), None::<char>, word.chars());
    while let Some(it) = rest.next() {
        match (quote, it) {
            (None, '"' | '\'') => quote = Some(it),
            (Some(open), _) if it == open => quote = None,
            (None | Some('"'), '\\') => result.extend(rest.next()),
            _ => result.push(it),
        }
    }
    quote.is_none().then_some(result)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_of_the_rule_open_one() {
        for word in ["<<", "<<<EOF", "a<<EOF", "<<-", "<<'EOF"] {
            assert_eq!(opener(word), None, "{word}");
        }
        let quoted = opener("3<<-\"E O\"").unwrap();
        assert_eq!((quoted.name.as_str(), quoted.expand, quoted.strip_tabs), ("E O", false, true));
        assert!(opener("<<EOF").unwrap().expand);
    }
}
