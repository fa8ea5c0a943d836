//! Starts the browser app; everything else is in the library, so that tests reach it.

fn main() {}
