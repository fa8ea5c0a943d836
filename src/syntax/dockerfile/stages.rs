//! Stages: a Dockerfile as the images that it builds one from another.

use crate::syntax::dockerfile::node::{Dockerfile, Instruction};
use crate::text::span::Spanned;

/// From one `FROM` to the next.
#[derive(Clone, Debug)]
pub struct Stage<'a> {
    /// The image or earlier stage that it starts from, with variables as they stand.
    pub base: Spanned<String>,
    /// The name behind `AS`, in lower case as the builder compares it.
    pub name: Option<Spanned<String>>,
    /// `FROM` itself.
    pub from: &'a Instruction,
    /// The instructions after it.
    pub instructions: Vec<&'a Instruction>,
}

/// The stages of a Dockerfile in order; instructions before the first `FROM` belong to none.
pub fn stages(dockerfile: &Dockerfile) -> Vec<Stage<'_>> {
    let mut stages: Vec<Stage<'_>> = Vec::new();
    for instruction in dockerfile.instructions() {
        if instruction.keyword.value == "FROM" {
            stages.push(stage(instruction));
        } else if let Some(last) = stages.last_mut() {
            last.instructions.push(instruction);
        }
    }
    stages
}

fn stage(from: &Instruction) -> Stage<'_> {
    let name = match from.words.as_slice() {
        [_, word, name] if word.value.eq_ignore_ascii_case("as") => {
            Some(Spanned::new(name.value.to_lowercase(), name.span))
        }
        _ => None,
    };
    let base = from.words.first().cloned().unwrap_or_default();
    Stage { base, name, from, instructions: Vec::new() }
}
