//! `estiba blueprint`: lists the blueprints, or writes the export of one to a folder.

use crate::export::write_files;
use clap::Args;
use estiba::catalog::blueprint::{Blueprint, blueprint, blueprints};
use estiba::catalog::secret::ENTROPY;
use estiba::check::table::check;
use estiba::compose::load::{Files, Options, load};
use estiba::export::project_files::files;
use estiba::text::words::Lang;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

/// Options of `estiba blueprint`.
#[derive(Args, Clone, Debug)]
pub struct BlueprintLine {
    /// Print the blueprints, one a line: id, tab, title.
    #[arg(long, conflicts_with_all = ["id", "dir"])]
    list: bool,
    /// Which blueprint.
    #[arg(value_name = "ID", required_unless_present = "list")]
    id: Option<String>,
    /// The folder to write to; it is made, and must be empty.
    #[arg(value_name = "DIR", required_unless_present = "list")]
    dir: Option<String>,
    /// Language of titles and of STACK.md (by default the blueprint's own).
    #[arg(long, value_parser = ["en", "es"])]
    lang: Option<String>,
}

/// Runs the subcommand.
pub fn run(line: &BlueprintLine) -> ExitCode {
    let lang = line.lang.as_deref().and_then(Lang::from_tag);
    let (Some(id), Some(dir)) = (&line.id, &line.dir) else {
        for it in blueprints() {
            println!("{}\t{}", it.about.id, it.about.title.get(lang.unwrap_or_default()));
        }
        return ExitCode::SUCCESS;
    };
    match write(id, Path::new(dir), lang) {
        Ok(count) => {
            eprintln!("{count} files in {dir}");
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("estiba blueprint: {why}");
            ExitCode::FAILURE
        }
    }
}

/// Writes a blueprint's export; the number of files.
fn write(id: &str, folder: &Path, lang: Option<Lang>) -> Result<usize, String> {
    let Some(found) = blueprint(id) else {
        let known: Vec<&str> = blueprints().iter().map(|it| it.about.id.as_str()).collect();
        return Err(format!("there is no blueprint `{id}`; there are {}", known.join(", ")));
    };
    if folder.read_dir().is_ok_and(|mut it| it.next().is_some()) {
        return Err(format!("{} is not empty; name a new folder", folder.display()));
    }
    let files = opened(found, lang)?;
    write_files(&files, folder)?;
    Ok(files.len())
}

/// The export of a blueprint with new secrets.
fn opened(blueprint: &Blueprint, lang: Option<Lang>) -> Result<Files, String> {
    let mut entropy = vec![0; ENTROPY];
    getrandom::fill(&mut entropy).map_err(|why| format!("the system gives no random bytes: {why}"))?;
    let opened = blueprint.open(&entropy).ok_or("too few random bytes")?;
    let opened: Files = opened.into_iter().map(|(path, it)| (path, Arc::from(it))).collect();
    let main = opened.keys().filter(|it| it.folder().is_empty() && it.name().contains("compose")).cloned().collect();
    let outcome = load(&opened, &Options { files: main, working_dir: "/stack".to_owned(), ..Options::default() });
    let findings = check(&opened, &outcome);
    Ok(files(&opened, &outcome, &findings, lang.unwrap_or_else(|| blueprint.lang())))
}
