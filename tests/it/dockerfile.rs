//! The Dockerfile reader: what it finds in case files, and that no byte is lost in any text.

use crate::case::cases;
use estiba::syntax::dockerfile::node::{Dockerfile, Instruction, PieceKind};
use estiba::syntax::dockerfile::reader::read;
use estiba::syntax::dockerfile::stages::stages;
use estiba::text::line_index::LineIndex;
use proptest::prelude::*;
use std::fmt::Write;

/// Every piece as a line: place, kind, parts.
fn outline(dockerfile: &Dockerfile, text: &str) -> String {
    let lines = LineIndex::new(text);
    let mut result = String::new();
    for piece in &dockerfile.pieces {
        let line = lines.line_of(piece.span.start) + 1;
        match &piece.kind {
            PieceKind::Blank => {}
            PieceKind::Comment => writeln!(result, "{line}: comment").unwrap(),
            PieceKind::Directive { name, value } => {
                assert_eq!(value.span.of(text), value.value);
                writeln!(result, "{line}: directive {name} = {}", value.value).unwrap();
            }
            PieceKind::Instruction(it) => write!(result, "{line}: {}", instruction(it, text)).unwrap(),
        }
    }
    for fault in &dockerfile.faults {
        writeln!(result, "fault {:?} at {:?}", fault.kind, fault.span.of(text)).unwrap();
    }
    for stage in stages(dockerfile) {
        let name = stage.name.map(|it| it.value);
        writeln!(result, "stage {:?} from {} with {} instructions", name, stage.base.value, stage.instructions.len())
            .unwrap();
    }
    result
}

fn instruction(it: &Instruction, text: &str) -> String {
    assert!(it.keyword.span.of(text).eq_ignore_ascii_case(&it.keyword.value));
    let mut result = format!("{} {:?}\n", it.keyword.value, it.arguments.value);
    for flag in &it.flags {
        writeln!(result, "   flag {}={:?} {:?}", flag.name, flag.value, flag.span.of(text)).unwrap();
    }
    if let Some(json) = &it.json {
        writeln!(result, "   json {json:?}").unwrap();
    }
    for heredoc in &it.heredocs {
        let (name, body) = (&heredoc.name, heredoc.body.of(text));
        writeln!(result, "   heredoc {name} expand={} tabs={} {body:?}", heredoc.expand, heredoc.strip_tabs).unwrap();
    }
    if let Some(trigger) = &it.trigger {
        write!(result, "   on build {}", instruction(trigger, text)).unwrap();
    }
    result
}

/// The pieces put together again.
fn together(dockerfile: &Dockerfile, text: &str) -> String {
    dockerfile.pieces.iter().map(|it| it.span.of(text)).collect()
}

#[test]
fn case_files() {
    for case in cases("syntax/dockerfile") {
        let text = case.text("Dockerfile");
        for text in [text.to_owned(), text.replace('\n', "\r\n"), text.trim_end_matches('\n').to_owned()] {
            assert_eq!(together(&read(&text), &text), text, "{}", case.path.display());
        }
        case.expect("outline", &outline(&read(text), text));
    }
}

#[test]
fn line_ends_and_a_missing_last_one_change_nothing_but_bytes() {
    let text = "# escape=`\r\nFROM a`\r\n  AS b\r\nRUN <<EOF\r\necho\r\nEOF\r\nCMD [\"x\"]";
    let dockerfile = read(text);
    let keywords: Vec<_> = dockerfile.instructions().map(|it| it.keyword.value.as_str()).collect();
    assert_eq!(keywords, ["FROM", "RUN", "CMD"]);
    assert_eq!(together(&dockerfile, text), text);
    let run = dockerfile.instructions().nth(1).unwrap();
    assert_eq!(run.heredocs.first().unwrap().body.of(text), "echo\r\n");
    assert!(dockerfile.faults.is_empty(), "{:?}", dockerfile.faults);
    assert_eq!(stages(&dockerfile).first().unwrap().name.as_ref().unwrap().value, "b");
}

#[test]
fn a_byte_order_mark_hides_nothing() {
    let text = "\u{feff}# syntax=docker/dockerfile:1\nFROM a\n";
    let dockerfile = read(text);
    assert_eq!(dockerfile.directive("syntax").unwrap().value, "docker/dockerfile:1");
    assert_eq!(together(&dockerfile, text), text);
    assert_eq!(read("\u{feff}FROM a").instructions().next().unwrap().keyword.value, "FROM");
}

proptest! {
    #[test]
    fn no_byte_is_lost(text in "(#|escape=`|\\\\|`|<<-?['\"]?E['\"]?|E|RUN|FROM|ONBUILD|--a=b| |\t|\n|\r\n|ñ|\\[|\"|,|\\]){0,40}") {
        let dockerfile = read(&text);
        prop_assert_eq!(together(&dockerfile, &text), text.clone());
        for it in dockerfile.instructions() {
            prop_assert!(text.get(it.span.start..it.span.end).is_some());
        }
    }
}
