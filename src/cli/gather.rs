//! The files of a project on a disk: what loading read, and what its services name: Dockerfiles, files of variables, and
//! mounted files and folders. A folder with very much in it is somebody's data and stays where it is.

use crate::disk::Disk;
use estiba::compose::load::{Files, Outcome};
use estiba::compose::model::{MountKind, Service};
use estiba::compose::source::Lookup;
use estiba::text::path::FilePath;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Files that a mounted folder may have.
const MANY: usize = 200;

/// The files.
pub fn gather(disk: &Disk, outcome: &Outcome) -> Files {
    let mut paths: BTreeSet<FilePath> = outcome.files.iter().cloned().collect();
    let usual = [".env", ".env.example", ".dockerignore", ".estiba.yaml", "STACK.md"];
    paths.extend(usual.into_iter().map(FilePath::new));
    for service in outcome.project.iter().flat_map(|it| it.services.values()) {
        named(service, &mut paths);
    }
    // What lies outside the folder is not the project's to give away.
    paths.retain(|it| !it.as_str().starts_with('/') && !it.as_str().starts_with(".."));
    let content = |path: FilePath| match disk.look_up(&path) {
        Lookup::File(bytes) => Some((path, bytes)),
        Lookup::Missing | Lookup::Folder => None,
    };
    paths.into_iter().filter_map(content).collect()
}

/// What a service names.
fn named(service: &Service, paths: &mut BTreeSet<FilePath>) {
    if let Some(build) = &service.build {
        let inside = |name: &str| FilePath::new(&format!("{}/{name}", build.context));
        paths.extend([inside(&build.dockerfile), inside(".dockerignore")]);
    }
    paths.extend(service.env_files.iter().map(|it| FilePath::new(&it.value)));
    let bound = service.mounts.iter().filter(|it| it.value.kind == MountKind::Bind);
    for source in bound.filter_map(|it| it.value.source.as_deref()).filter(|it| it.starts_with("./")) {
        let mut found = Vec::new();
        below(Path::new(source), &mut found);
        if found.len() <= MANY {
            paths.extend(found.iter().filter_map(|it| Some(FilePath::new(it.to_str()?))));
        }
    }
}

/// The files at `path` and below it, and a few more than `MANY` where there are so many.
fn below(path: &Path, found: &mut Vec<PathBuf>) {
    if path.is_file() {
        found.push(path.to_owned());
    }
    let mut entries: Vec<PathBuf> = path.read_dir().into_iter().flatten().flatten().map(|it| it.path()).collect();
    entries.sort();
    for it in entries {
        // A link to a folder above would never end.
        if found.len() <= MANY && !it.is_symlink() {
            below(&it, found);
        }
    }
}
