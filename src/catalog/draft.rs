//! A new service of a catalogue image: its YAML and what must stand beside it. The defaults are those that a careful
//! person would write: pinned tag, health check, data on a named volume, secrets in `.env`, nothing published that need
//! not be.

use crate::catalog::image::{Health, Image, Port, Reach, Variable};
use crate::catalog::secret::Entropy;
use std::collections::BTreeSet;
use std::fmt::Write;

/// Length of a made-up secret: 32 letters and digits are 190 bits.
const SECRET_LENGTH: usize = 32;

/// Names that the project has already.
#[derive(Clone, Debug, Default)]
pub struct Taken {
    /// Keys of `.env`.
    pub variables: BTreeSet<String>,
    /// Top-level volumes.
    pub volumes: BTreeSet<String>,
    /// Published host ports.
    pub ports: BTreeSet<u16>,
}

/// A line that `.env` needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnvLine {
    /// The key.
    pub key: String,
    /// The value.
    pub value: String,
    /// Whether it is a secret.
    pub secret: bool,
}

/// A new service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The service's attributes as YAML, from column 0, indented by two; ends with a line break.
    pub body: String,
    /// Lines for `.env`.
    pub env: Vec<EnvLine>,
    /// Named volumes to declare.
    pub volumes: Vec<String>,
}

/// A service `service` of `image`; `None` where `entropy` does not suffice for its secrets
/// (`catalog::secret::ENTROPY` bytes always do).
pub fn draft(image: &Image, service: &str, taken: &Taken, entropy: &[u8]) -> Option<Draft> {
    let env = env_lines(image, service, taken, &mut Entropy::new(entropy))?;
    let volumes: Vec<String> = image.data.iter().map(|it| free(&it.volume, service, '_', &taken.volumes)).collect();
    let mut body = Lines::default();
    body.source(image);
    body.line(&format!("restart: {}", quoted(&image.restart)));
    body.list("command", image.command.iter().map(|it| named(it, service, &env)));
    body.environment(image, service, &env);
    body.list("ports", image.ports.iter().filter_map(|it| published(it, taken)));
    let mounts = volumes.iter().zip(&image.data).map(|(volume, data)| format!("{volume}:{}", data.path));
    body.list("volumes", mounts.chain(image.mounts.iter().cloned()));
    if let Some(health) = image.health.as_ref().filter(|it| !it.builtin && !it.test.is_empty()) {
        body.line("healthcheck:");
        health_lines(health).lines().for_each(|it| body.line(&format!("  {it}")));
    }
    let env = env.into_iter().map(|(_, line)| line).collect();
    Some(Draft { body: body.text, env, volumes })
}

/// A good name for a new service of `image` that is not in `taken`.
pub fn service_name(image: &Image, taken: &BTreeSet<String>) -> String {
    let best = image.names.first().unwrap_or(&image.id);
    let free = image.names.iter().find(|it| !taken.contains(*it)).cloned();
    let numbered = || (2..=taken.len() + 2).map(|it| format!("{best}-{it}")).find(|it| !taken.contains(it));
    free.or_else(numbered).unwrap_or_else(|| best.clone())
}

/// How a client in the same network names a service of `image`: `value` gives what stands for a variable.
pub fn connection_url(image: &Image, service: &str, value: impl Fn(&str) -> String) -> Option<String> {
    let mut url = image.url.as_ref()?.replace("{host}", service);
    for it in &image.variables {
        url = url.replace(&format!("{{{}}}", it.name), &value(&it.name));
    }
    Some(url)
}

/// The `.env` line of each variable that goes through `.env`, with the variable's own name.
fn env_lines(image: &Image, service: &str, taken: &Taken, entropy: &mut Entropy<'_>) -> Option<Vec<(String, EnvLine)>> {
    let through_env = image.variables.iter().filter(|it| it.is_set() && it.value.is_none());
    let line = |it: &Variable| {
        let made_up = if it.secret { entropy.secret(SECRET_LENGTH, it.alphabet)? } else { String::new() };
        let value = match &it.default {
            Some(value) => value.replace("{service}", service).replace("{secret}", &made_up),
            None => made_up,
        };
        let prefix = service.to_uppercase().replace(|it: char| !it.is_ascii_alphanumeric(), "_");
        let own = it.name.to_uppercase().replace(|it: char| !it.is_ascii_alphanumeric(), "_");
        let key = if taken.variables.contains(&own) {
            free(&format!("{prefix}_{own}"), "", '_', &taken.variables)
        } else {
            own
        };
        Some((it.name.clone(), EnvLine { key, value, secret: it.secret }))
    };
    through_env.map(line).collect()
}

/// `name`, or where that is taken with the service's name or a number.
fn free(name: &str, service: &str, joint: char, taken: &BTreeSet<String>) -> String {
    let with_service = (!service.is_empty()).then(|| format!("{service}{joint}{name}"));
    let numbered = (2..=taken.len() + 2).map(|it| format!("{name}{joint}{it}"));
    let mut names = [name.to_owned()].into_iter().chain(with_service).chain(numbered);
    names.find(|it| !taken.contains(it)).unwrap_or_else(|| name.to_owned())
}

/// The port as a new service publishes it; `None` for one that only other services should reach.
fn published(port: &Port, taken: &Taken) -> Option<String> {
    let host = (0..200).filter_map(|more| port.port.checked_add(more)).find(|it| !taken.ports.contains(it))?;
    let protocol = if port.protocol == "tcp" { String::new() } else { format!("/{}", port.protocol) };
    match port.reach {
        Reach::Internal => None,
        Reach::Loopback => Some(format!("127.0.0.1:{host}:{}{protocol}", port.port)),
        Reach::Public => Some(format!("{host}:{}{protocol}", port.port)),
    }
}

/// `text` with `{service}` and `{VARIABLE}` filled in.
fn named(text: &str, service: &str, env: &[(String, EnvLine)]) -> String {
    let text = text.replace("{service}", service);
    env.iter().fold(text, |text, (name, line)| text.replace(&format!("{{{name}}}"), &format!("${{{}}}", line.key)))
}

/// `text` as a YAML scalar: plain where that cannot be misread, else in double quotes.
pub fn quoted(text: &str) -> String {
    let plain = |it: char| it.is_ascii_alphanumeric() || "_./-:=@${}+,".contains(it);
    let starts = text.chars().next().is_some_and(|it| it.is_ascii_alphabetic() || it == '/' || it == '$');
    let word = matches!(
        text.to_ascii_lowercase().as_str(),
        "true" | "false" | "yes" | "no" | "on" | "off" | "null" | "y" | "n"
    );
    if starts && !word && !text.ends_with(':') && text.chars().all(plain) {
        text.to_owned()
    } else {
        format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
    }
}

/// YAML lines as they grow.
#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    /// A line.
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// `image` or `build`.
    fn source(&mut self, image: &Image) {
        if image.image.is_empty() {
            self.line("build: .");
        } else {
            self.line(&format!("image: {}", quoted(&image.reference())));
        }
    }

    /// A list of strings, left out where it is empty; numbers with colons in quotes, as Compose's documents advise.
    fn list(&mut self, key: &str, items: impl Iterator<Item = String>) {
        for (index, item) in items.enumerate() {
            if index == 0 {
                self.line(&format!("{key}:"));
            }
            self.line(&format!("  - {}", quoted(&item)));
        }
    }

    /// `environment`: secrets and what one may want to change by reference, the rest as it is.
    fn environment(&mut self, image: &Image, service: &str, env: &[(String, EnvLine)]) {
        let read = |it: &Variable| !image.command.iter().any(|word| word.contains(&format!("{{{}}}", it.name)));
        for (index, it) in image.variables.iter().filter(|it| it.is_set() && read(it)).enumerate() {
            if index == 0 {
                self.line("environment:");
            }
            let value = match (&it.value, env.iter().find(|(name, _)| *name == it.name)) {
                (Some(value), _) => quoted(&value.replace("{service}", service)),
                (None, Some((_, line))) => format!("${{{}}}", line.key),
                (None, None) => "\"\"".to_owned(),
            };
            self.line(&format!("  {}: {value}", it.name));
        }
    }
}

/// The lines below `healthcheck`, from column 0; `$` doubled, or Compose would fill it in before the container sees it.
pub fn health_lines(health: &Health) -> String {
    let word = |it: &String| format!("\"{}\"", it.replace('$', "$$").replace('\\', "\\\\").replace('"', "\\\""));
    let words: Vec<String> = health.test.iter().map(word).collect();
    let mut lines = format!("test: [{}]\n", words.join(", "));
    let retries = health.retries.map(|it| it.to_string());
    let times = [
        ("interval", &health.interval),
        ("timeout", &health.timeout),
        ("retries", &retries),
        ("start_period", &health.start_period),
    ];
    for (key, value) in times.into_iter().filter_map(|(key, it)| Some((key, it.as_ref()?))) {
        let _ = writeln!(lines, "{key}: {value}");
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::images::image;

    #[test]
    fn a_careful_postgres() {
        let draft = draft(image("postgres").unwrap(), "db", &Taken::default(), &[0; 64]).unwrap();
        let expected = r#"image: postgres:18-alpine
restart: unless-stopped
environment:
  POSTGRES_USER: ${POSTGRES_USER}
  POSTGRES_PASSWORD: ${POSTGRES_PASSWORD}
  POSTGRES_DB: ${POSTGRES_DB}
volumes:
  - pgdata:/var/lib/postgresql
healthcheck:
  test: ["CMD-SHELL", "pg_isready -h 127.0.0.1 -U \"$${POSTGRES_USER:-postgres}\" -d \"$${POSTGRES_DB:-$${POSTGRES_USER:-postgres}}\""]
  interval: 10s
  timeout: 5s
  retries: 5
  start_period: 30s
"#;
        assert_eq!(draft.body, expected);
        let password = EnvLine { key: "POSTGRES_PASSWORD".to_owned(), value: "A".repeat(32), secret: true };
        assert!(draft.env.contains(&password), "{:?}", draft.env);
        assert_eq!(draft.volumes, ["pgdata"]);
    }

    #[test]
    fn a_second_one_takes_other_names() {
        let first = draft(image("postgres").unwrap(), "db", &Taken::default(), &[0; 64]).unwrap();
        let taken = Taken {
            variables: first.env.into_iter().map(|it| it.key).collect(),
            volumes: first.volumes.into_iter().collect(),
            ports: BTreeSet::new(),
        };
        let second = draft(image("postgres").unwrap(), "db-2", &taken, &[0; 64]).unwrap();
        assert!(second.body.contains("POSTGRES_PASSWORD: ${DB_2_POSTGRES_PASSWORD}"), "{}", second.body);
        assert_eq!(second.volumes, ["db-2_pgdata"]);
    }

    #[test]
    fn too_little_entropy_is_no_password() {
        assert_eq!(draft(image("postgres").unwrap(), "db", &Taken::default(), &[0; 9]), None);
    }

    #[test]
    fn names_and_addresses() {
        let postgres = image("postgres").unwrap();
        let taken = BTreeSet::from(["db".to_owned()]);
        assert_ne!(service_name(postgres, &taken), "db");
        let url = connection_url(postgres, "db", |it| format!("${{{it}}}")).unwrap();
        assert_eq!(url, "postgresql://${POSTGRES_USER}:${POSTGRES_PASSWORD}@db:5432/${POSTGRES_DB}");
    }
}
