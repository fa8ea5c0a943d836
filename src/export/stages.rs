//! The build stages of a Dockerfile, for a reader of the stack document.

/// A stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// Its name, or its number where it has none.
    pub name: String,
    /// The image or stage that it begins with.
    pub base: String,
}

/// The stages of a Dockerfile in order.
pub fn stages(text: &str) -> Vec<Stage> {
    let words = |line: &str| -> Vec<String> {
        line.split_whitespace().filter(|it| !it.starts_with("--")).map(str::to_owned).collect()
    };
    let from = text.lines().map(words).filter(|it| it.first().is_some_and(|word| word.eq_ignore_ascii_case("from")));
    from.enumerate()
        .map(|(number, words)| {
            let name = words.get(2).filter(|it| it.eq_ignore_ascii_case("as")).and_then(|_| words.get(3));
            Stage {
                name: name.cloned().unwrap_or_else(|| number.to_string()),
                base: words.get(1).cloned().unwrap_or_default(),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_bases() {
        let found = stages("# FROM no\nFROM --platform=linux/amd64 node:22 AS base\nRUN x\nfrom base\n");
        let pairs: Vec<(&str, &str)> = found.iter().map(|it| (it.name.as_str(), it.base.as_str())).collect();
        assert_eq!(pairs, [("base", "node:22"), ("1", "base")]);
    }
}
