//! The reader of `.env` files on any text: no panic, and no span leaves it.
#![no_main]

use estiba::syntax::dotenv::reader::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = read(text);
});
