//! The command line: the same engine for a terminal and for continuous integration.

fn main() {}
