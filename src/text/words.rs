//! Words in every language of the application. A sentence is a `Pair`, so that one without its translation does not
//! compile; each floor keeps its sentences in files named `words…`.

/// A language of the application.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Spanish.
    Es,
}

impl Lang {
    /// The language of a tag such as `es-MX`; `None` where the application does not speak it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.split(['-', '_']).next()?.to_ascii_lowercase().as_str() {
            "en" => Some(Self::En),
            "es" => Some(Self::Es),
            _ => None,
        }
    }

    /// The tag for `lang="…"`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
        }
    }
}

/// One sentence in both languages; `{name}` stands for a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// English.
    pub en: &'static str,
    /// Spanish.
    pub es: &'static str,
}

/// A row of a word file.
pub const fn pair(en: &'static str, es: &'static str) -> Pair {
    Pair { en, es }
}

impl Pair {
    /// The sentence in `lang`, as it stands.
    pub fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Es => self.es,
        }
    }

    /// The sentence with its values, in both languages.
    pub fn fill(self, values: &[(&str, &str)]) -> Text {
        Text { en: fill(self.en, values), es: fill(self.es, values) }
    }

    /// The sentence in both languages, as it stands.
    pub fn text(self) -> Text {
        self.fill(&[])
    }
}

/// A finished sentence in both languages, so that a change of language needs no second look at the stack.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// English.
    pub en: String,
    /// Spanish.
    pub es: String,
}

impl Text {
    /// Words that are the same in every language: a name, or a message of Docker Compose itself.
    pub fn same(words: impl Into<String>) -> Self {
        let en = words.into();
        Self { es: en.clone(), en }
    }

    /// The words in `lang`.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Es => &self.es,
        }
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.en.is_empty()
    }
}

/// `template` with each `{name}` replaced; a value is never looked through for further names.
fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut result = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        result.push_str(before);
        let found = after.split_once('}').and_then(|(name, tail)| {
            let value = values.iter().find(|(it, _)| *it == name)?;
            Some((value.1, tail))
        });
        let (words, tail) = found.unwrap_or(("{", after));
        result.push_str(words);
        rest = tail;
    }
    result.push_str(rest);
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_filled_in_once() {
        let text = pair("`{a}` on {b}", "{b}: `{a}`").fill(&[("a", "{b}"), ("b", "x")]);
        assert_eq!((text.get(Lang::En), text.get(Lang::Es)), ("`{b}` on x", "x: `{b}`"));
    }

    #[test]
    fn tags() {
        assert_eq!(Lang::from_tag("es-MX"), Some(Lang::Es));
        assert_eq!(Lang::from_tag("fr"), None);
    }
}
