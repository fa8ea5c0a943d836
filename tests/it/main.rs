//! All native tests in one binary.

#[allow(dead_code)]
mod case;
mod catalog;
#[allow(dead_code)]
mod oracle;
