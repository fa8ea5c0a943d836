//! All native tests in one binary.

#[allow(dead_code)]
mod case;
