//! All native tests in one binary.

#[allow(dead_code)]
mod case;
mod catalog;
mod dockerfile;
#[allow(dead_code)]
mod oracle;
