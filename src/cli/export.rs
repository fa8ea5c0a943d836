//! `estiba export`: a project as an archive, a document or a diagram.

use crate::disk::Disk;
use crate::gather::gather;
use crate::project::Project;
use clap::Args;
use estiba::check::table::check;
use estiba::compose::load::{Files, load_from};
use estiba::export::bundle::{mode, zip};
use estiba::export::{mermaid, project_files, stack_document};
use estiba::text::path::FilePath;
use estiba::text::words::Lang;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

/// Options of `estiba export`.
#[derive(Args, Clone, Debug)]
pub struct Export {
    /// What to write.
    #[arg(long, value_name = "FORM", value_parser = ["zip", "docs", "mermaid"])]
    to: String,
    /// Where to write it (by default the standard output).
    #[arg(short, long, value_name = "PATH")]
    output: Option<String>,
    /// Language of the document and the diagram.
    #[arg(long, value_parser = ["en", "es"], default_value = "en")]
    lang: String,
}

/// Runs the subcommand.
pub fn run(line: &Export, project: &Project) -> ExitCode {
    let written = answer(line, project).and_then(|bytes| match line.output.as_deref() {
        Some(path) if path != "-" => std::fs::write(path, bytes).map_err(|why| format!("{path}: {why}")),
        _ => std::io::stdout().write_all(&bytes).map_err(|why| why.to_string()),
    });
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("estiba export: {why}");
            ExitCode::FAILURE
        }
    }
}

/// What is to be written.
fn answer(line: &Export, project: &Project) -> Result<Vec<u8>, String> {
    let lang = Lang::from_tag(&line.lang).unwrap_or_default();
    let folder = std::env::current_dir().map_err(|it| it.to_string())?;
    let folder = folder.to_str().ok_or("the working folder's name is not UTF-8")?.to_owned();
    let disk = Disk::new(&folder);
    let outcome = load_from(&|path: &FilePath| disk.look_up(path), &project.options(&folder));
    if let Some(refusal) = outcome.refusal {
        return Err(refusal);
    }
    let files = gather(&disk, &outcome);
    let findings = check(&files, &outcome);
    let Some(model) = &outcome.project else { return Err("there is no stack in this folder".to_owned()) };
    if line.to == "mermaid" {
        return Ok(mermaid::flowchart(model, lang).into_bytes());
    }
    let all = project_files::files(&files, &outcome, &findings, lang);
    match line.to.as_str() {
        "docs" => all.get(&FilePath::new(stack_document::NAME)).map(|it| it.to_vec()).ok_or("no document".to_owned()),
        _ => zip(&all),
    }
}

/// Writes files below a folder, scripts with the right to run.
pub fn write_files(files: &Files, folder: &Path) -> Result<(), String> {
    for (path, content) in files {
        let target = folder.join(path.as_str());
        let fails = |why: std::io::Error| format!("{}: {why}", target.display());
        target.parent().map_or(Ok(()), std::fs::create_dir_all).map_err(fails)?;
        std::fs::write(&target, content).map_err(fails)?;
        #[cfg(unix)]
        {
            let mode = std::os::unix::fs::PermissionsExt::from_mode(mode(path.name(), content));
            std::fs::set_permissions(&target, mode).map_err(fails)?;
        }
    }
    Ok(())
}
