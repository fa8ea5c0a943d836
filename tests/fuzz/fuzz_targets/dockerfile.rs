//! The Dockerfile reader on any text: the pieces are the whole text, and no span leaves it.
#![no_main]

use estiba::syntax::dockerfile::reader::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let dockerfile = read(text);
    let together: String = dockerfile.pieces.iter().map(|it| it.span.of(text)).collect();
    assert_eq!(together, text);
    for instruction in dockerfile.instructions() {
        assert!(text.get(instruction.span.start..instruction.span.end).is_some());
        for word in &instruction.words {
            assert!(text.get(word.span.start..word.span.end).is_some());
        }
    }
});
