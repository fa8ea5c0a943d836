//! The real programs that referee our own: found where `./dev test` installs them, or on the path. A test that cannot
//! find its referee says so and goes on with the project's own cases.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The referee `name`, as in `docker-compose`; says on stderr that checks are skipped where there is none.
pub fn find(name: &str) -> Option<PathBuf> {
    let variable = name.to_uppercase().replace('-', "_");
    let named = std::env::var_os(&variable).map(PathBuf::from);
    let home = std::env::var_os("HOME").map(|home| Path::new(&home).join(".cache/estiba/bin").join(name));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let on_path = std::env::split_paths(&path).map(|folder| folder.join(name));
    let found = named.into_iter().chain(home).chain(on_path).find(|it| it.is_file());
    if found.is_none() {
        eprintln!("skipped: there is no `{name}` ({variable} can name it)");
    }
    found
}

/// Runs `docker compose config` with `options` in `folder`, with an empty environment.
pub fn compose_config(program: &Path, folder: &Path, options: &[&str]) -> Output {
    let mut command = Command::new(program);
    command.args(["--project-directory"]).arg(folder).arg("config").args(options).current_dir(folder).env_clear();
    command.env("HOME", folder).env("PATH", "/usr/bin:/bin");
    command.output().expect("the referee starts")
}

/// A fresh folder below the build folder, for the files of one test.
pub fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("the build folder can be written");
    folder
}
