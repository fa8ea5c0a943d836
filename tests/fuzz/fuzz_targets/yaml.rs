//! The YAML reader on any text: no panic, spans inside the text, and the same tree when read twice.
#![no_main]

use estiba::syntax::yaml::reader::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let stream = read(text);
    for node in stream.documents.iter().flat_map(|it| it.nodes()) {
        let span = node.outer_span();
        assert!(text.get(span.start..span.end).is_some(), "a span splits a character or leaves the text");
    }
    for comment in &stream.comments {
        assert!(comment.span.of(text).starts_with('#'), "a comment begins with its sign");
    }
    assert_eq!(stream, read(text));
});
