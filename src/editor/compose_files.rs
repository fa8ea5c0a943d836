//! Which files of the workspace are compose files, and in which order they merge: as Docker Compose finds them, and where
//! it finds none, as a person who opened them surely meant it.

use crate::editor::layout_file::LayoutFile;
use crate::editor::workspace::Workspace;
use crate::text::path::FilePath;

/// Names of the main file, the preferred one first.
const MAIN: [&str; 4] = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];
/// Names of the file that is merged over it.
const OVERRIDE: [&str; 4] =
    ["compose.override.yml", "compose.override.yaml", "docker-compose.override.yml", "docker-compose.override.yaml"];

/// The compose files in merge order: those the layout file lists; else those with Compose's own names in the topmost
/// folder that has one; else every YAML file there that has `services`.
pub fn compose_files(workspace: &Workspace, layout: &LayoutFile) -> Vec<FilePath> {
    let listed: Vec<_> = layout.files.iter().filter(|it| workspace.files.contains_key(*it)).cloned().collect();
    if !listed.is_empty() {
        return listed;
    }
    let found = by_name(workspace);
    if found.is_empty() { by_content(workspace) } else { found }
}

/// The path of the main compose file; of the one to make where there is none.
pub fn main_file(files: &[FilePath]) -> FilePath {
    files.first().cloned().unwrap_or_else(|| FilePath::new("compose.yaml"))
}

/// The file with a main name in the topmost folder, and its override file.
fn by_name(workspace: &Workspace) -> Vec<FilePath> {
    let rank = |path: &FilePath| MAIN.iter().position(|it| *it == path.name());
    let named = workspace.files.keys().filter_map(|path| Some((depth(path), path.folder(), rank(path)?, path)));
    let Some((.., main)) = named.min() else { return Vec::new() };
    let over = OVERRIDE.iter().map(|name| main.beside(name)).find(|it| workspace.files.contains_key(it));
    std::iter::once(main.clone()).chain(over).collect()
}

/// The YAML files with `services` in the topmost folder that has such.
fn by_content(workspace: &Workspace) -> Vec<FilePath> {
    let is_yaml = |path: &FilePath| [".yml", ".yaml"].iter().any(|it| path.name().ends_with(it));
    let has_services = |path: &FilePath| {
        workspace.text(path).is_some_and(|text| text.lines().any(|line| line.trim_end().starts_with("services:")))
    };
    let all: Vec<_> = workspace.files.keys().filter(|it| is_yaml(it) && has_services(it)).collect();
    let Some(top) = all.iter().map(|it| (depth(it), it.folder())).min() else { return Vec::new() };
    all.into_iter().filter(|it| (depth(it), it.folder()) == top).cloned().collect()
}

/// How many folders lie above a file.
fn depth(path: &FilePath) -> usize {
    path.as_str().matches('/').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(paths: &[(&str, &str)]) -> Vec<String> {
        let files = paths.iter().map(|(path, text)| (FilePath::new(path), text.as_bytes().into())).collect();
        let all = compose_files(&Workspace { files }, &LayoutFile::default());
        all.iter().map(FilePath::to_string).collect()
    }

    #[test]
    fn names_of_compose_come_before_content() {
        let x = "services:\n";
        assert_eq!(found(&[("docker-compose.yml", ""), ("compose.yaml", ""), ("a.yml", x)]), ["compose.yaml"]);
        assert_eq!(
            found(&[("compose.yml", ""), ("docker-compose.override.yaml", ""), ("compose.override.yaml", "")]),
            ["compose.yml", "compose.override.yaml"]
        );
        assert_eq!(
            found(&[("a/b/compose.yml", ""), ("a/compose.yml", ""), ("a/compose.override.yml", "")]),
            ["a/compose.yml", "a/compose.override.yml"]
        );
        assert_eq!(found(&[("b.yml", x), ("a.yaml", x), ("c.yml", "version: 3"), ("d/e.yml", x)]), ["a.yaml", "b.yml"]);
        assert!(found(&[("Dockerfile", x)]).is_empty());
    }
}
