//! Markdown as it grows. Names of a stack come from people, so a pipe, a backtick or a line break in one must not end a
//! table or a code span.

/// A document in the making.
#[derive(Clone, Debug, Default)]
pub struct Markdown {
    text: String,
}

impl Markdown {
    /// A heading of level 1 to 6.
    pub fn heading(&mut self, level: usize, words: &str) {
        self.paragraph(&format!("{} {}", "#".repeat(level), flat(words)));
    }

    /// A paragraph; its words may hold Markdown.
    pub fn paragraph(&mut self, words: &str) {
        self.gap();
        self.text.push_str(words.trim_end());
        self.text.push('\n');
    }

    /// A list item; items that follow each other are one list.
    pub fn item(&mut self, words: &str) {
        if !self.text.trim_end().rsplit('\n').next().is_some_and(|it| it.starts_with("- ")) {
            self.gap();
        }
        self.text.push_str("- ");
        self.text.push_str(&flat(words));
        self.text.push('\n');
    }

    /// A block of code in `language`; its fence is longer than any run of backticks in it.
    pub fn code(&mut self, language: &str, code: &str) {
        let longest = code.split(|it| it != '`').map(str::len).max().unwrap_or_default();
        let fence = "`".repeat(longest.max(2) + 1);
        self.paragraph(&format!("{fence}{language}\n{}\n{fence}", code.trim_end()));
    }

    /// A table; nothing where it has no row.
    pub fn table(&mut self, head: &[&str], rows: &[Vec<String>]) {
        if rows.is_empty() {
            return;
        }
        let line = |cells: &mut dyn Iterator<Item = String>| format!("| {} |", cells.collect::<Vec<_>>().join(" | "));
        let mut lines =
            vec![line(&mut head.iter().map(|it| cell(it))), line(&mut head.iter().map(|_| "---".to_owned()))];
        lines.extend(rows.iter().map(|row| line(&mut row.iter().map(|it| cell(it)))));
        self.paragraph(&lines.join("\n"));
    }

    /// The text.
    pub fn finish(self) -> String {
        self.text
    }

    /// An empty line before what comes next.
    fn gap(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }
}

/// `text` as a code span, whatever it holds.
pub fn code(text: &str) -> String {
    let text = flat(text);
    if text.is_empty() {
        return String::new();
    }
    let longest = text.split(|it| it != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}

/// Several names as code spans with commas.
pub fn codes<T: AsRef<str>>(names: impl IntoIterator<Item = T>) -> String {
    names.into_iter().map(|it| code(it.as_ref())).collect::<Vec<_>>().join(", ")
}

/// `text` in a cell of a table.
fn cell(text: &str) -> String {
    let text = flat(text).replace('|', "\\|");
    if text.is_empty() { "–".to_owned() } else { text }
}

/// `text` in one line.
fn flat(text: &str) -> String {
    text.split(['\n', '\r']).map(str::trim).filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_names_do_not_break_out() {
        assert_eq!(code("a`b"), "``a`b``");
        assert_eq!(code("`"), "`` ` ``");
        let mut it = Markdown::default();
        it.table(&["a"], &[vec![code("x|y\nz")], vec![String::new()]]);
        it.item("one");
        it.item("two");
        it.code("sh", "echo ```");
        assert_eq!(it.finish(), "| a |\n| --- |\n| `x\\|y z` |\n| – |\n\n- one\n- two\n\n````sh\necho ```\n````\n");
    }
}
