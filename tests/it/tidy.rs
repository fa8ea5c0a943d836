//! The rules of style that no compiler knows, each with its reason: floors, file heads, sizes, words. A fault is told as
//! `path:line: what; why`, all faults of a rule at once.

use crate::source_text::{SourceFile, files, top};
use std::fs;

/// The floors of the design: a file imports from lower floors and from its own folder only.
const FLOORS: [(&str, u8); 12] = [
    ("text", 1),
    ("syntax", 2),
    ("compose", 3),
    ("check", 4),
    ("command", 4),
    ("scene", 4),
    ("catalog", 4),
    ("export", 4),
    ("explain", 4),
    ("editor", 5),
    ("ui", 6),
    ("cli", 6),
];

/// The exceptions: checks judge by what the catalogue knows of images, and an export prints what both say.
const SIDEWAYS: [(&str, &str); 3] = [("check", "catalog"), ("export", "check"), ("export", "catalog")];

/// What may stand in the top folder; everything else belongs below one of these.
const TOP: &str = "Cargo.toml Cargo.lock src style public index.html Trunk.toml README.md CHANGELOG.md LICENSE-MIT LICENSE-APACHE tests \
                   benches .ci .cargo dev rust-toolchain.toml rustfmt.toml clippy.toml .gitignore .gitattributes .git target dist";

/// Calls that end the program, outside of tests.
const ABRUPT: [&str; 8] =
    [".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!(", "unreachable!(", "dbg!(", ".unwrap_err()"];

/// The world outside: only the programs on top may touch it.
const OUTSIDE: [&str; 11] = [
    "std::fs",
    "std::env",
    "TcpStream",
    "UdpSocket",
    "ToSocketAddrs",
    "std::process",
    "std::thread",
    "SystemTime",
    "Instant::",
    "println!(",
    "wasm_bindgen",
];

/// Names that say nothing about what a file holds.
const EMPTY_NAMES: [&str; 8] =
    ["mod.rs", "utils.rs", "util.rs", "helpers.rs", "helper.rs", "common.rs", "types.rs", "manager.rs"];

const MAX_LINES: usize = 400;
const MAX_FUNCTION: usize = 60;

fn sources() -> Vec<SourceFile> {
    files(&["src"], &[".rs"])
}

fn everything() -> Vec<SourceFile> {
    let folders = [
        "src",
        "style",
        "tests/it",
        "tests/e2e",
        "benches",
        "public/start.mjs",
        "dev",
        ".ci/run",
        "index.html",
        "Trunk.toml",
    ];
    let mut all = files(&folders, &[".rs", ".mjs", ".py", ".css", ".md", ".toml", ".html", "/dev", "/run"]);
    all.extend(files(&["Cargo.toml", "README.md", "CHANGELOG.md"], &[".toml", ".md"]));
    all
}

/// Ends a rule: fails with all its faults.
fn no(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// The fault of each line of code outside of tests that `finds` names.
fn in_code(all: &[SourceFile], finds: impl Fn(&SourceFile, &str) -> Option<String>) -> Vec<String> {
    let mut faults = Vec::new();
    for file in all {
        let found = file.code().into_iter().filter_map(|(at, line)| Some((at, finds(file, &line)?)));
        faults.extend(found.map(|(at, what)| format!("{}:{at}: {what}", file.path)));
    }
    faults
}

fn folder_of(path: &str) -> Option<&str> {
    let inner = path.strip_prefix("src/")?;
    inner.split_once('/').map(|(folder, _)| folder).or_else(|| inner.strip_suffix(".rs"))
}

fn floor_of(folder: &str) -> Option<u8> {
    FLOORS.iter().find(|(name, _)| *name == folder).map(|(_, floor)| *floor)
}

/// The folders that a line of code names after `crate::`.
fn named(line: &str) -> Vec<&str> {
    let ends = |c: char| !(c.is_alphanumeric() || c == '_');
    line.split("crate::").skip(1).map(|rest| rest.split(ends).next().unwrap_or_default()).collect()
}

fn may_name(own: &str, other: &str) -> bool {
    let lower = floor_of(other) < floor_of(own);
    floor_of(other).is_some() && (own == other || lower || SIDEWAYS.contains(&(own, other)))
}

// In the command line `crate` is the program itself, so that it can name nothing but its own folder.
fn breaks_floor(path: &str, line: &str) -> Option<String> {
    let own = folder_of(path).filter(|folder| *folder != "cli" && floor_of(folder).is_some())?;
    let other = named(line).into_iter().find(|other| !may_name(own, other))?;
    Some(format!("`{own}` names `{other}`; a file imports only from lower floors and its own folder"))
}

#[test]
fn imports_go_down() {
    no(&in_code(&sources(), |file, line| breaks_floor(&file.path, line)));
}

#[test]
fn every_folder_has_a_floor() {
    let unknown = sources().into_iter().filter(|file| file.path.matches('/').count() > 1);
    let unknown = unknown.filter(|file| folder_of(&file.path).and_then(floor_of).is_none());
    no(&unknown.map(|file| format!("{}: its folder has no row in the table of floors", file.path)).collect::<Vec<_>>());
}

#[test]
fn paths_are_told_from_the_crate() {
    no(&in_code(&sources(), |_, line| {
        line.contains("super::").then(|| "`super::`; say `crate::…`, so that the floor is seen".into())
    }));
}

#[test]
fn every_item_has_one_address() {
    no(&in_code(&sources(), |_, line| {
        let trimmed = line.trim_start();
        let again = trimmed.starts_with("pub use ") || trimmed.starts_with("pub(crate) use ");
        again.then(|| "`pub use`; an item has one path, that of its file".into())
    }));
}

// The view language of Leptos is its prelude: `view!` expands to methods of some forty traits.
fn is_view_language(file: &SourceFile, line: &str) -> bool {
    file.path.starts_with("src/ui/") && line.trim() == "use leptos::prelude::*;"
}

#[test]
fn imports_are_named() {
    no(&in_code(&sources(), |file, line| {
        let glob = line.trim_start().starts_with("use ") && line.contains("::*") && !is_view_language(file, line);
        glob.then(|| "glob import; name what is used, so that a reader finds it".into())
    }));
}

#[test]
fn nothing_ends_abruptly() {
    no(&in_code(&sources(), |_, line| {
        let call = ABRUPT.iter().find(|call| line.contains(**call))?;
        Some(format!("`{call}`; bad input gets a message, so return what went wrong"))
    }));
}

#[test]
fn the_engine_knows_no_world_outside() {
    let engine: Vec<SourceFile> = sources()
        .into_iter()
        .filter(|file| folder_of(&file.path).and_then(floor_of).is_some_and(|it| it < 6))
        .collect();
    no(&in_code(&engine, |_, line| {
        let what = OUTSIDE.iter().find(|what| line.contains(**what))?;
        Some(format!("`{what}`; clock, randomness and files come in as arguments"))
    }));
}

#[test]
fn javascript_is_called_in_one_place() {
    let views: Vec<SourceFile> =
        files(&["src/ui"], &[".rs"]).into_iter().filter(|file| file.name() != "platform.rs").collect();
    no(&in_code(&views, |_, line| {
        line.contains("extern \"C\"")
            .then(|| "foreign functions; they belong to `ui/platform.rs` alone".into())
            .or_else(|| {
                line.contains("#[wasm_bindgen").then(|| "`wasm_bindgen`; it belongs to `ui/platform.rs` alone".into())
            })
    }));
}

#[test]
fn every_file_says_what_it_is_for() {
    let heads = |name: &str| match name.rsplit('.').next() {
        Some("rs" | "mjs") if name == "lib.rs" => "#![doc = include_str!",
        Some("rs" | "mjs") => "//! ",
        Some("css") => "/* ",
        _ => "",
    };
    let headless = everything().into_iter().filter(|file| !file.text.starts_with(heads(file.name())));
    no(&headless.map(|file| format!("{}:1: does not begin with what it is for", file.path)).collect::<Vec<_>>());
}

#[test]
fn files_are_short_and_named_for_something() {
    let mut faults = Vec::new();
    for file in everything() {
        let lines = file.text.lines().count();
        let prose = ["md", "toml"].iter().any(|ending| file.path.ends_with(ending));
        if lines > MAX_LINES && !prose && file.name() != "dev" {
            faults.push(format!("{}: {lines} lines, at most {MAX_LINES}; split it by noun", file.path));
        }
        if EMPTY_NAMES.contains(&file.name()) {
            faults.push(format!("{}: the name says nothing; name the file for its noun or verb", file.path));
        }
    }
    no(&faults);
}

/// Where functions begin, and how many lines they have; rustfmt puts the closing brace below the `fn`.
fn functions(lines: &[(usize, String)]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (index, (at, line)) in lines.iter().enumerate() {
        let indent = &line[..line.len() - line.trim_start().len()];
        let starts = line.split_whitespace().take_while(|word| *word != "=").any(|word| word == "fn");
        let close = format!("{indent}}}");
        if starts && !line.trim_end().ends_with(['}', ';']) {
            let length = lines[index..].iter().position(|(_, other)| other.trim_end() == close).unwrap_or(0);
            found.push((*at, length + 1));
        }
    }
    found
}

#[test]
fn functions_are_short() {
    let mut faults = Vec::new();
    for file in files(&["src", "tests/it", "benches"], &[".rs"]) {
        let long = functions(&file.code()).into_iter().filter(|(_, lines)| *lines > MAX_FUNCTION);
        faults.extend(
            long.map(|(at, lines)| format!("{}:{at}: a function of {lines} lines, at most {MAX_FUNCTION}", file.path)),
        );
    }
    no(&faults);
}

#[test]
fn every_source_is_declared() {
    let map = ["src/lib.rs", "src/main.rs", "src/cli.rs"]
        .map(|path| fs::read_to_string(top().join(path)).unwrap_or_default())
        .concat();
    let roots = ["src/lib.rs", "src/main.rs", "src/cli.rs"];
    let lost = sources().into_iter().filter(|file| {
        let stem = file.name().trim_end_matches(".rs");
        !roots.contains(&file.path.as_str()) && !map.contains(&format!("mod {stem};"))
    });
    no(&lost
        .map(|file| format!("{}: no module; declare it in src/lib.rs, or nobody compiles it", file.path))
        .collect::<Vec<_>>());
}

#[test]
fn lines_end_cleanly() {
    let mut faults = Vec::new();
    for file in everything() {
        let dirty = file.lines().filter(|(_, line)| line.ends_with([' ', '\t', '\r']));
        faults.extend(dirty.map(|(at, _)| format!("{}:{at}: blank at the end of the line", file.path)));
        if !file.text.ends_with('\n') {
            faults.push(format!("{}: the last line does not end", file.path));
        }
    }
    no(&faults);
}

#[test]
fn nothing_is_left_for_later() {
    // Put together here, so that this file may pass its own rule.
    let words =
        [["TO", "DO"], ["FIX", "ME"], ["XX", "X "], ["HA", "CK:"], ["lorem ", "ipsum"]].map(|parts| parts.concat());
    let mut faults = Vec::new();
    for file in everything() {
        let lines: Vec<(usize, String)> = file.lines().map(|(at, line)| (at, line.to_owned())).collect();
        for (at, line) in lines {
            if let Some(word) = words.iter().find(|word| line.contains(word.as_str())) {
                faults.push(format!("{}:{at}: `{word}`; do it now, or write an issue", file.path));
            }
        }
    }
    no(&faults);
}

#[test]
fn every_dependency_has_a_reason() {
    let text = fs::read_to_string(top().join("Cargo.toml")).unwrap_or_default();
    let (mut inside, mut before, mut faults) = (false, "", Vec::new());
    for (index, line) in text.lines().enumerate() {
        if line.starts_with('[') {
            inside = line.ends_with("dependencies]");
        }
        let entry = line.chars().next().is_some_and(char::is_alphabetic) && line.contains(" = ");
        if inside && entry && !before.starts_with("# ") {
            faults.push(format!("Cargo.toml:{}: `{line}` without a comment above that says why", index + 1));
        }
        before = line;
    }
    no(&faults);
}

#[test]
fn the_top_folder_stays_small() {
    let names = fs::read_dir(top())
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned());
    let more = names.filter(|name| !TOP.split_whitespace().any(|known| known == name));
    no(&more.map(|name| format!("{name}: nothing more grows in the top folder")).collect::<Vec<_>>());
}

#[test]
fn the_rules_find_faults() {
    assert!(breaks_floor("src/syntax/yaml/node.rs", "use crate::compose::model::Project;").is_some());
    assert!(breaks_floor("src/scene/graph.rs", "use crate::catalog::image::Image;").is_some());
    assert!(breaks_floor("src/scene/graph.rs", "use crate::scene::viewport::Viewport;").is_none());
    assert!(breaks_floor("src/export/pack.rs", "use crate::catalog::image::Image;").is_none());
    assert!(breaks_floor("src/editor/action.rs", "use crate::text::edit::TextEdit;").is_none());
    let lines = ["    pub fn a() {", "        b();", "    }", "fn c() {", "}"];
    let lines: Vec<(usize, String)> = lines.iter().enumerate().map(|(at, line)| (at + 1, (*line).to_owned())).collect();
    assert_eq!(functions(&lines), [(1, 3), (4, 2)]);
}
