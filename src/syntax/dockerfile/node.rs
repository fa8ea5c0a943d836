//! The parts of a Dockerfile with their bytes. Pieces follow each other without a gap, so that the text is their
//! concatenation and an edit is a splice.

use crate::text::span::{Span, Spanned};

/// A Dockerfile, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dockerfile {
    /// Everything in the text in order, without a gap.
    pub pieces: Vec<Piece>,
    /// Where the builder would stop.
    pub faults: Vec<Fault>,
}

/// A run of whole lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its bytes with the line break at the end.
    pub span: Span,
    /// What it is.
    pub kind: PieceKind,
}

/// What lines can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PieceKind {
    /// Only spaces.
    Blank,
    /// `# …`
    Comment,
    /// `# syntax=…`, `# escape=…`, `# check=…` at the top of the file.
    Directive {
        /// The name in lower case.
        name: String,
        /// What stands behind `=`, without spaces around it.
        value: Spanned<String>,
    },
    /// An instruction with its continuation lines and here-documents.
    Instruction(Instruction),
}

/// An instruction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instruction {
    /// From the keyword to the end of the last line, without its line break.
    pub span: Span,
    /// The keyword in upper case: `FROM`.
    pub keyword: Spanned<String>,
    /// `--name=value` before the arguments.
    pub flags: Vec<Flag>,
    /// What follows the flags with continuations joined and comments between them left out.
    pub arguments: Spanned<String>,
    /// The arguments split at spaces, quotes kept.
    pub words: Vec<Spanned<String>>,
    /// The arguments as a JSON list of texts, where they are one and the instruction takes one.
    pub json: Option<Vec<String>>,
    /// Here-documents, in the order in which they are opened.
    pub heredocs: Vec<Heredoc>,
    /// The instruction behind `ONBUILD`.
    pub trigger: Option<Box<Instruction>>,
}

/// `--name=value` or `--name`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    /// The whole of it.
    pub span: Span,
    /// Without the dashes.
    pub name: String,
    /// What stands behind `=`, quotes undone.
    pub value: Option<String>,
}

/// `<<NAME … NAME`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heredoc {
    /// The word that ends it.
    pub name: String,
    /// Whether variables are expanded in it: the name has no quotes.
    pub expand: bool,
    /// `<<-`: tabs at the start of its lines do not count.
    pub strip_tabs: bool,
    /// Its lines, with the last line break.
    pub body: Span,
}

/// Something that stops the builder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The place.
    pub span: Span,
    /// What it is.
    pub kind: FaultKind,
}

/// What stops the builder while it reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// A here-document without its last line; holds the name.
    UnterminatedHeredoc(String),
    /// A directive stands twice; holds its name.
    RepeatedDirective(String),
    /// `escape` is neither `\` nor a backtick; holds what it is.
    InvalidEscape(String),
}

impl Dockerfile {
    /// The instructions in order.
    pub fn instructions(&self) -> impl Iterator<Item = &Instruction> {
        self.pieces.iter().filter_map(|it| match &it.kind {
            PieceKind::Instruction(instruction) => Some(instruction),
            _ => None,
        })
    }

    /// The value of a directive such as `syntax`.
    pub fn directive(&self, wanted: &str) -> Option<&Spanned<String>> {
        self.pieces.iter().find_map(|it| match &it.kind {
            PieceKind::Directive { name, value } if name == wanted => Some(value),
            _ => None,
        })
    }
}

impl Instruction {
    /// The value of a flag; empty for one without a value.
    pub fn flag(&self, name: &str) -> Option<&str> {
        let flag = self.flags.iter().find(|it| it.name == name)?;
        Some(flag.value.as_deref().unwrap_or_default())
    }
}
