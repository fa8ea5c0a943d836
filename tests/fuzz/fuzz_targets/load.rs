//! The loader on any compose file with any `.env`: no panic, no hang, every diagnostic inside its file.
#![no_main]

use estiba::compose::load::{Files, Options, load};
use estiba::text::path::FilePath;
use libfuzzer_sys::fuzz_target;
use std::sync::Arc;

fuzz_target!(|data: (&[u8], &[u8])| {
    let path = FilePath::new("compose.yaml");
    let files: Files =
        [(path.clone(), Arc::from(data.0)), (FilePath::new(".env"), Arc::from(data.1))].into_iter().collect();
    let options = Options { files: vec![path], working_dir: "/work/fuzz".to_owned(), ..Options::default() };
    let outcome = load(&files, &options);
    for diagnostic in &outcome.diagnostics {
        assert!(diagnostic.span.start <= diagnostic.span.end);
        assert!(!diagnostic.what.is_empty(), "a diagnostic says what is wrong");
    }
});
