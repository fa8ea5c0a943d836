//! The options that say which project is meant; they may stand before or behind the subcommand, as those of
//! `docker compose` do.

use clap::Args;
use estiba::compose::load::Options;
use estiba::text::path::FilePath;
use std::collections::BTreeMap;

/// Nesting that the engine's stack bears.
const MAX_DEPTH: usize = 10_000;

/// Which project.
#[allow(clippy::struct_field_names)] // The fields are the options of `docker compose`.
#[derive(Args, Clone, Debug)]
pub struct Project {
    /// Compose files, in order; `-` is the standard input.
    #[arg(short, long, global = true, value_name = "FILE", allow_hyphen_values = true)]
    pub file: Vec<String>,
    /// The project's name.
    #[arg(short, long, global = true, value_name = "NAME", allow_hyphen_values = true)]
    pub project_name: Option<String>,
    /// The folder that paths begin in (by default that of the first file).
    #[arg(long, global = true, value_name = "DIR")]
    pub project_directory: Option<String>,
    /// Profiles to activate.
    #[arg(long, global = true, value_name = "PROFILE", allow_hyphen_values = true)]
    pub profile: Vec<String>,
    /// Files of variables, in the place of `.env`.
    #[arg(long, global = true, value_name = "FILE")]
    pub env_file: Vec<String>,
    /// Keep resources that no service uses.
    #[arg(long, global = true)]
    pub all_resources: bool,
    /// Do not normalize, as old versions did.
    #[arg(long, global = true)]
    pub compatibility: bool,
}

impl Project {
    /// The options of a load in the folder `working_dir`.
    pub fn options(&self, working_dir: &str) -> Options {
        let environment: BTreeMap<String, String> = std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
            .collect();
        let absolute = |it: &String| {
            if it.starts_with('/') { it.clone() } else { format!("{working_dir}/{it}") }
        };
        Options {
            files: self.file.iter().map(|it| FilePath::new(it)).collect(),
            project_name: self.project_name.clone(),
            profiles: self.profile.clone(),
            env_files: self.env_file.iter().map(|it| FilePath::new(it)).collect(),
            environment,
            working_dir: working_dir.to_owned(),
            project_directory: self.project_directory.as_ref().map(absolute),
            no_normalize: self.compatibility,
            all_resources: self.all_resources,
            max_depth: MAX_DEPTH,
            ..Options::default()
        }
    }
}
