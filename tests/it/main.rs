//! All native tests in one binary.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)] // A test may stop at the first surprise.

#[allow(dead_code)]
mod case;
mod catalog;
mod check;
mod command;
mod command_corpus;
mod command_sweep;
mod compose_case;
mod config;
mod conformance;
mod dockerfile;
mod engine;
mod export;
mod gesture;
mod hands;
mod lossless;
#[allow(dead_code)]
mod oracle;
mod pack;
mod pictures;
mod random_hands;
mod source_text;
mod tidy;
mod tidy_style;
mod yaml;
mod yaml_tree;
