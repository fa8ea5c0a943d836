//! What `docker compose config` printed for stacks of our own, recorded from the real program: each case is loaded and
//! printed, and must come out to the byte.

use crate::case::{Case, cases};
use estiba::compose::config::{Format, render};
use estiba::compose::load::{Files, Options, load};
use estiba::text::path::FilePath;
use std::sync::Arc;

#[test]
fn stacks_print_as_docker_compose_prints_them() {
    for case in cases("config") {
        check(&case);
    }
}

fn check(case: &Case) {
    let named = case.sections.iter().filter_map(|(name, text)| Some((name.strip_prefix("file ")?, text)));
    let files: Files = named.map(|(name, text)| (FilePath::new(name), Arc::from(text.as_bytes()))).collect();
    let (options, format) = options(case.section("args").unwrap_or_default().trim());
    let outcome = load(&files, &options);
    let mut warnings: Vec<String> = outcome.warnings.clone();
    warnings.sort();
    let printed = match (&outcome.refusal, &outcome.resolved) {
        (None, Some(model)) => render(model, format, options.no_interpolate),
        (refusal, _) => Err(refusal.clone().unwrap_or_default()),
    };
    if case.section("warnings").is_some() || printed.is_ok() && !warnings.is_empty() {
        case.expect("warnings", &warnings.join("\n"));
    }
    match printed {
        Ok(text) => case.expect("printed", &text),
        Err(message) => case.expect("refused", &message),
    }
}

fn options(args: &str) -> (Options, Format) {
    let mut options = Options { working_dir: "/work/shop".to_owned(), ..Options::default() };
    options.environment.insert("HOME".to_owned(), "/home/ana".to_owned());
    let mut format = Format::Yaml;
    let mut words = args.split_whitespace();
    while let Some(word) = words.next() {
        match word {
            "--profile" => options.profiles.extend(words.next().map(str::to_owned)),
            "SERVICE" => options.services.extend(words.next().map(str::to_owned)),
            "--format" => format = if words.next() == Some("json") { Format::Json } else { Format::Yaml },
            "--no-interpolate" => options.no_interpolate = true,
            other => panic!("no such option of a case: {other}"),
        }
    }
    (options, format)
}
