//! Splits a command line into words as Docker Compose does for the string form of `command` and its kin. It is not a
//! shell: nothing is expanded, and the line silently ends at the first unquoted `;`, `&`, `|`, `<` or `>`, which is worth
//! a warning elsewhere.

/// The words of a line, and whether it was cut.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShellWords {
    /// The words.
    pub words: Vec<String>,
    /// Offset of the character that ended the line early.
    pub cut_at: Option<usize>,
}

/// Splits `line`; `None` where a quote, an escape or a parenthesis is left open.
pub fn split(line: &str) -> Option<ShellWords> {
    let mut splitter = Splitter::default();
    for (at, character) in line.char_indices() {
        match splitter.take(character) {
            Step::Next => {}
            Step::Cut => return splitter.finish(Some(at)),
            Step::Invalid => return None,
        }
    }
    splitter.finish(None)
}

enum Step {
    Next,
    Cut,
    Invalid,
}

#[allow(clippy::struct_excessive_bools)] // The ways of quoting overlap, as they do where the rules come from.
#[derive(Default)]
struct Splitter {
    words: Vec<String>,
    word: String,
    // A word has begun; needed because `''` is a word without characters.
    begun: bool,
    escaped: bool,
    single: bool,
    double: bool,
    back: bool,
    dollar: bool,
}

impl Splitter {
    fn quoted(&self) -> bool {
        self.single || self.double || self.back || self.dollar
    }

    fn push(&mut self, character: char) -> Step {
        self.word.push(character);
        self.begun = true;
        Step::Next
    }

    fn take(&mut self, character: char) -> Step {
        if self.escaped {
            self.escaped = false;
            return self.push(match character {
                't' => '\t',
                'n' => '\n',
                other => other,
            });
        }
        match character {
            '\\' if self.single => {
                self.word.push('\\');
                Step::Next
            }
            '\\' => {
                self.escaped = true;
                Step::Next
            }
            ' ' | '\t' | '\r' | '\n' => self.space(character),
            _ => self.special(character),
        }
    }

    fn space(&mut self, character: char) -> Step {
        if self.quoted() {
            self.word.push(character);
        } else if self.begun {
            self.words.push(std::mem::take(&mut self.word));
            self.begun = false;
        }
        Step::Next
    }

    fn special(&mut self, character: char) -> Step {
        match character {
            '`' if !self.single && !self.double && !self.dollar => self.back = !self.back,
            ')' if !self.single && !self.double && !self.back => self.dollar = !self.dollar,
            '(' if !self.single && !self.double && !self.back => {
                if self.dollar || !self.word.ends_with('$') {
                    return Step::Invalid;
                }
                self.dollar = true;
                self.word.push('(');
                return Step::Next;
            }
            '"' if !self.single && !self.dollar => {
                self.begun |= self.double;
                self.double = !self.double;
                return Step::Next;
            }
            '\'' if !self.double && !self.dollar => {
                self.begun |= self.single;
                self.single = !self.single;
                return Step::Next;
            }
            ';' | '&' | '|' | '<' | '>' if !self.quoted() => return self.cut(character),
            _ => {}
        }
        self.push(character)
    }

    /// `2>` is one redirection: its digit is no word.
    fn cut(&mut self, character: char) -> Step {
        if character == '>' && self.word.starts_with(|it: char| it.is_ascii_digit()) {
            self.begun = false;
        }
        Step::Cut
    }

    fn finish(mut self, cut_at: Option<usize>) -> Option<ShellWords> {
        if self.escaped || self.quoted() {
            return None;
        }
        if self.begun {
            self.words.push(self.word);
        }
        Some(ShellWords { words: self.words, cut_at })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<String> {
        split(line).unwrap().words
    }

    #[test]
    fn quotes_and_escapes() {
        assert_eq!(words(r#"sh -c "echo 'a b'" '' c\ d"#), ["sh", "-c", "echo 'a b'", "", "c d"]);
        assert_eq!(words("a $(b c) `d e`"), ["a", "$(b c)", "`d e`"]);
        assert!(words("").is_empty());
    }

    #[test]
    fn the_line_ends_at_an_operator() {
        let cut = split("npm ci && npm start").unwrap();
        assert_eq!((cut.words, cut.cut_at), (vec!["npm".to_owned(), "ci".to_owned()], Some(7)));
        assert_eq!(words("a 2>x"), ["a"]);
        assert_eq!(words("x2>y"), ["x2"]);
    }

    #[test]
    fn what_is_left_open_is_refused() {
        for line in ["\"a", "'a", "a\\", "a)", "(a", "`a"] {
            assert_eq!(split(line), None, "{line}");
        }
    }
}
