//! Options that do not exist or lack a value, in the words of `docker compose`.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::process::ExitCode;

/// Prints what is wrong, or the help that was asked for.
pub fn explain(error: &clap::Error) -> ExitCode {
    let about = |kind| match error.get(kind) {
        Some(ContextValue::String(it)) => it.as_str(),
        _ => "",
    };
    let argument = about(ContextKind::InvalidArg);
    let flag = argument.split([' ', '=']).next().unwrap_or_default();
    let words = match error.kind() {
        ErrorKind::UnknownArgument if flag.starts_with("--") => format!("unknown flag: {flag}"),
        ErrorKind::UnknownArgument if flag.starts_with('-') => {
            let letter = flag.trim_start_matches('-');
            format!("unknown shorthand flag: '{letter}' in {flag}")
        }
        ErrorKind::InvalidValue if about(ContextKind::InvalidValue).is_empty() => {
            format!("flag needs an argument: {flag}")
        }
        _ => {
            drop(error.print());
            let code = u8::try_from(error.exit_code()).unwrap_or(2);
            return ExitCode::from(code);
        }
    };
    eprintln!("{words}\n\nFor more information, try '--help'.");
    ExitCode::FAILURE
}
