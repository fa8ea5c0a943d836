//! `estiba config`: what `docker compose config` prints, with its options, its warnings and its refusals.

use crate::disk::Disk;
use crate::project::Project;
use clap::Args;
use estiba::compose::config::{self, Format};
use estiba::compose::go_format::quote;
use estiba::compose::load::{Outcome, load_from};
use estiba::compose::variables;
use estiba::text::path::FilePath;
use std::io::Write;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

/// Options of `docker compose config`.
#[derive(Args, Clone, Debug)]
#[allow(clippy::struct_excessive_bools)]
pub struct Config {
    /// `yaml` or `json`.
    #[arg(long)]
    format: Option<String>,
    /// Print the variables that interpolation sees.
    #[arg(long)]
    environment: bool,
    /// Print a hash of each service, or of those named.
    #[arg(long, value_name = "SERVICE,…")]
    hash: Option<String>,
    /// Print the images, one a line.
    #[arg(long)]
    images: bool,
    /// Print the models, one a line.
    #[arg(long)]
    models: bool,
    /// Print the networks, one a line.
    #[arg(long)]
    networks: bool,
    /// Print the profiles, one a line.
    #[arg(long)]
    profiles: bool,
    /// Print the services, one a line.
    #[arg(long = "services")]
    list_services: bool,
    /// Print the variables that the files name, with their defaults.
    #[arg(long)]
    variables: bool,
    /// Print the volumes, one a line.
    #[arg(long)]
    volumes: bool,
    /// Do not check whether the parts fit.
    #[arg(long)]
    no_consistency: bool,
    /// Do not read files of variables.
    #[arg(long)]
    no_env_resolution: bool,
    /// Leave variables as they are.
    #[arg(long)]
    no_interpolate: bool,
    /// Do not normalize the model.
    #[arg(long)]
    no_normalize: bool,
    /// Leave paths as they are.
    #[arg(long)]
    no_path_resolution: bool,
    /// Pinning images needs a registry, which this program never asks.
    #[arg(long)]
    resolve_image_digests: bool,
    /// Pinning images needs a registry, which this program never asks.
    #[arg(long)]
    lock_image_digests: bool,
    /// Say whether the project is valid and nothing else.
    #[arg(short, long)]
    quiet: bool,
    /// Write to a file.
    #[arg(short, long, value_name = "PATH")]
    output: Option<String>,
    /// Accepted for compatibility; nothing is ever changed.
    #[arg(long)]
    dry_run: bool,
    /// The services to keep, with what they depend on.
    services: Vec<String>,
}

/// Runs the subcommand.
pub fn run(config: &Config, project: &Project) -> ExitCode {
    match answer(config, project) {
        Ok(text) => finish(config, &text),
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn finish(config: &Config, text: &str) -> ExitCode {
    if config.quiet {
        return ExitCode::SUCCESS;
    }
    let written = match &config.output {
        Some(path) => std::fs::write(path, text),
        None => std::io::stdout().write_all(text.as_bytes()),
    };
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn answer(config: &Config, project: &Project) -> Result<String, String> {
    if config.resolve_image_digests || config.lock_image_digests {
        let why = "digests of images are known to their registries only, and estiba asks no network";
        return Err(format!("{why}; use `docker compose config` for this"));
    }
    let format = match config.format.as_deref() {
        None | Some("" | "yaml") => Ok(Format::Yaml),
        Some("json") => Ok(Format::Json),
        Some(other) => Err(format!("unsupported format {}", quote(other))),
    };
    let outcome = load(config, project)?;
    warn(&outcome);
    if let Some(refusal) = outcome.refusal {
        return Err(refusal);
    }
    let Some(model) = &outcome.resolved else { return Ok(String::new()) };
    let lines = |names: Vec<String>| names.into_iter().map(|it| it + "\n").collect::<String>();
    Ok(match () {
        () if config.list_services => lines(config::services(model)),
        () if config.volumes => lines(config::names(model, "volumes")),
        () if config.networks => lines(config::names(model, "networks")),
        () if config.models => lines(config::models(model)),
        () if config.profiles => lines(config::profiles(&outcome)),
        () if config.variables => {
            let found = variables::variables(model);
            match config.format.as_deref() {
                Some("json") => variables::json(&found),
                Some("yaml") => variables::yaml(&found),
                _ => variables::table(&found),
            }
        }
        () if config.hash.is_some() => lines(config::hashes(model, config.hash.as_deref().unwrap_or_default())?),
        () if config.images => lines(config::images(model)),
        () if config.environment => lines(outcome.environment.iter().map(|(k, v)| format!("{k}={v}")).collect()),
        () => config::render(model, format?, config.no_interpolate)?,
    })
}

fn load(config: &Config, project: &Project) -> Result<Outcome, String> {
    let folder = std::env::current_dir().map_err(|it| it.to_string())?;
    let folder = folder.to_str().ok_or("the working folder's name is not UTF-8")?.to_owned();
    let names_only = config.list_services || config.volumes || config.networks || config.models || config.profiles;
    let mut options = project.options(&folder);
    options.no_consistency = config.no_consistency;
    options.no_env_resolution = config.no_env_resolution || names_only || config.images;
    options.no_interpolate = config.no_interpolate || config.variables;
    options.no_normalize |= config.no_normalize;
    options.no_path_resolution = config.no_path_resolution;
    if !config.list_services && !config.volumes {
        options.services.clone_from(&config.services);
    }
    let disk = Disk::new(&folder);
    Ok(load_from(&|path: &FilePath| disk.look_up(path), &options))
}

/// Prints the warnings as Compose logs them.
fn warn(outcome: &Outcome) {
    for it in &outcome.warnings {
        eprintln!("time=\"{}\" level=warning msg={}", now(), quote(it));
    }
}

/// The time as RFC 3339 in UTC.
fn now() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |it| it.as_secs());
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    let (year, month, day) = date(days);
    format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z", rest / 3600, rest / 60 % 60, rest % 60)
}

/// The date of a day counted from 1970-01-01, by eras of 400 years that begin in March.
fn date(days: u64) -> (u64, u64, u64) {
    let shifted = days + 719_468;
    let (era, day) = (shifted / 146_097, shifted % 146_097);
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + u64::from(month <= 2), month, day)
}
