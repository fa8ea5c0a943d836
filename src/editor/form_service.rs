//! The form of a service: its attributes in the order in which a person thinks of them.

use crate::compose::model::{Condition, Mount, Port, Project, Said, Service};
use crate::compose::value::Value;
use crate::editor::form::{Choice, Control, Field, Form, Goal, Row, Section};
use crate::editor::form_source::{Source, shown};
use crate::editor::words_form as words;
use crate::scene::graph::NodeId;
use crate::text::words::{Pair, Text};

/// A service with all that its form looks at.
struct Subject<'a> {
    name: &'a str,
    service: &'a Service,
    project: &'a Project,
    source: &'a Source<'a>,
}

/// The form of the service called `name`.
pub fn service_form(name: &str, project: &Project, source: &Source) -> Option<Form> {
    let it = Subject { name, service: project.services.get(name)?, project, source };
    let sections = vec![
        it.general(),
        it.ports(),
        it.environment(),
        it.connections(),
        it.mounts(),
        it.build(),
        it.health(),
        it.run(),
    ];
    Some(Form { node: Some(NodeId::service(name)), title: name.to_owned(), sections })
}

impl Subject<'_> {
    fn general(&self) -> Section {
        let fields = vec![
            name_field(NodeId::service(self.name)),
            self.text(&["image"], words::IMAGE, "postgres:17", Vec::new()),
            self.restart(),
            Field {
                help: Some(words::CONTAINER_NAME_HELP),
                ..self.text(&["container_name"], words::CONTAINER_NAME, "", Vec::new())
            },
            self.items("profiles", words::PROFILES, "debug", &self.service.profiles),
        ];
        section("general", words::GENERAL, fields)
    }

    fn restart(&self) -> Field {
        let options = vec![
            choice("", words::NOT_SET),
            choice("no", words::RESTART_NO),
            choice("always", words::RESTART_ALWAYS),
            choice("on-failure", words::RESTART_FAILURE),
            choice("unless-stopped", words::RESTART_UNLESS),
        ];
        let field = self.text(&["restart"], words::RESTART, "", Vec::new());
        choose(field, options)
    }

    fn build(&self) -> Section {
        let path = |key| vec!["build", key];
        let context = self.service.build.as_ref().map(|it| it.context.clone()).unwrap_or_default();
        let fields = vec![
            Field {
                control: Control::Text { value: context, example: ".", ideas: Vec::new() },
                goal: Goal::Context(self.name.to_owned()),
                ..self.text(&path("context"), words::CONTEXT, ".", Vec::new())
            },
            self.text(&path("dockerfile"), words::DOCKERFILE, "Dockerfile", Vec::new()),
            self.text(&path("target"), words::TARGET, "runtime", Vec::new()),
            self.args(),
        ];
        let mut built = section("build", words::BUILD, fields);
        if self.service.build.is_none() {
            built.set = 0;
        }
        built
    }

    fn args(&self) -> Field {
        let args = self.service.build.iter().flat_map(|it| &it.args);
        let rows = args.map(|(key, value)| row(key, value.as_deref().unwrap_or_default())).collect();
        let control = Control::Pairs { rows, example: ("NODE_VERSION", "22"), ideas: Vec::new(), options: Vec::new() };
        self.field(&["build", "args"], words::ARGS, control, Goal::Map(self.path(&["build", "args"])))
    }

    fn ports(&self) -> Section {
        let mut rows: Vec<Row> = Vec::new();
        let mut seen = None;
        // A range is several ports of one origin and stays one row.
        for port in self.service.ports.iter().filter(|it| seen.replace(it.origin.clone()) != Some(it.origin.clone())) {
            let key = self.source.scalar(&port.origin).unwrap_or_else(|| port_text(&port.value));
            rows.push(self.listed(&port.origin, key, port.value.target.to_string()));
        }
        let control = Control::List { rows, example: "8080:80", ideas: Vec::new() };
        let field = self.field(&["ports"], words::PUBLISHED, control, Goal::Ports(self.name.to_owned()));
        section("ports", words::PORTS, vec![Field { help: Some(words::PUBLISHED_HELP), ..field }])
    }

    fn mounts(&self) -> Section {
        let rows = self.service.mounts.iter().map(|it| {
            let key = self.source.scalar(&it.origin).unwrap_or_else(|| mount_text(&it.value));
            self.listed(&it.origin, key, it.value.target.clone())
        });
        let ideas = self.project.volumes.keys().map(|it| format!("{it}:/")).collect();
        let control = Control::List { rows: rows.collect(), example: "data:/var/lib/data", ideas };
        let field = self.field(&["volumes"], words::MOUNTED, control, Goal::Mounts(self.name.to_owned()));
        section("mounts", words::MOUNTS, vec![Field { help: Some(words::MOUNTED_HELP), ..field }])
    }

    fn connections(&self) -> Section {
        let dependencies = &self.service.depends_on;
        let rows = dependencies.iter().map(|(name, it)| row(name, it.condition.id())).collect();
        let others = self.project.services.keys().filter(|it| *it != self.name && !dependencies.contains_key(*it));
        let control =
            Control::Pairs { rows, example: ("db", ""), ideas: others.cloned().collect(), options: conditions() };
        let after = self.field(&["depends_on"], words::DEPENDS_ON, control, Goal::Dependencies(self.name.to_owned()));

        let joined = self.service.networks.iter().filter(|(_, origin)| self.source.place(origin).is_some());
        let rows = joined.map(|(name, _)| row(name, "")).collect();
        let ideas = self.project.networks.keys().filter(|it| *it != "default").cloned().collect();
        let control = Control::List { rows, example: "front", ideas };
        let networks = self.field(&["networks"], words::NETWORKS, control, Goal::Networks(self.name.to_owned()));
        section("connections", words::CONNECTIONS, vec![after, networks])
    }

    fn environment(&self) -> Section {
        let rows = self.service.environment.iter().map(|(key, said)| {
            let resolved = said.value.clone().unwrap_or_default();
            let written = self.source.scalar(&said.origin).unwrap_or(resolved);
            let value = written.strip_prefix(&format!("{key}=")).map(str::to_owned).unwrap_or(written);
            row(key, if value == *key && said.value.is_none() { "" } else { &value })
        });
        let example = ("LOG_LEVEL", "info");
        let control = Control::Pairs { rows: rows.collect(), example, ideas: Vec::new(), options: Vec::new() };
        let variables =
            self.field(&["environment"], words::VARIABLES, control, Goal::Environment(self.name.to_owned()));
        let files = self.items("env_file", words::ENV_FILES, ".env", &self.service.env_files);
        section("environment", words::ENVIRONMENT, vec![variables, files])
    }

    fn health(&self) -> Section {
        let at = |key| vec!["healthcheck", key];
        let timing = |key, label, example| self.text(&at(key), label, example, Vec::new());
        let retries = timing("retries", words::RETRIES, "5");
        let disable = self.field(
            &at("disable"),
            words::DISABLE,
            Control::Toggle(self.service.healthcheck.as_ref().is_some_and(|it| it.disabled)),
            Goal::Plain(self.path(&at("disable"))),
        );
        let fields = vec![
            Field { help: Some(words::TEST_HELP), ..self.words(&at("test"), words::TEST, "curl -f http://localhost/") },
            timing("interval", words::INTERVAL, "10s"),
            timing("timeout", words::TIMEOUT, "5s"),
            Field { goal: Goal::Plain(self.path(&at("retries"))), ..retries },
            timing("start_period", words::START_PERIOD, "30s"),
            disable,
        ];
        section("health", words::HEALTH, fields)
    }

    fn run(&self) -> Section {
        let fields = vec![
            Field { help: Some(words::WORDS_HELP), ..self.words(&["command"], words::COMMAND, "npm start") },
            self.words(&["entrypoint"], words::ENTRYPOINT, "/entrypoint.sh"),
        ];
        section("run", words::RUN, fields)
    }

    /// The path of an attribute in the file.
    fn path(&self, path: &[&str]) -> Vec<String> {
        ["services", self.name].iter().chain(path).map(|it| (*it).to_owned()).collect()
    }

    /// The resolved value at `path` of the service.
    fn value(&self, path: &[&str]) -> Option<&Value> {
        let found = self.service.value.at(path)?;
        // What a short syntax stands for (`build: .` for its Dockerfile) is said by no text of its own.
        let owner =
            path.split_last().filter(|(key, _)| **key != "context").and_then(|(_, owner)| self.service.value.at(owner));
        let implied = path.len() > 1 && owner.is_some_and(|it| it.origin == found.origin);
        (!implied).then_some(found)
    }

    fn field(&self, path: &[&str], label: Pair, control: Control, goal: Goal) -> Field {
        let (key, owner) = path.split_last().map_or(("", &[][..]), |(key, owner)| (*key, owner));
        let problems = self.value(owner).map(|it| self.source.problems(it, key)).unwrap_or_default();
        let place = self.value(path).and_then(|it| self.source.place(&it.origin));
        Field { id: path.join("."), label, attribute: attribute(path), help: None, control, goal, place, problems }
    }

    fn text(&self, path: &[&str], label: Pair, example: &'static str, ideas: Vec<String>) -> Field {
        let found = self.value(path);
        let value = found.and_then(|it| self.source.scalar(&it.origin).or_else(|| shown(it))).unwrap_or_default();
        self.field(path, label, Control::Text { value, example, ideas }, Goal::Text(self.path(path)))
    }

    /// A field of words: a list is shown in brackets, a single text as it is.
    fn words(&self, path: &[&str], label: Pair, example: &'static str) -> Field {
        let value = self.value(path).map(|it| self.words_text(it)).unwrap_or_default();
        self.field(path, label, Control::Text { value, example, ideas: Vec::new() }, Goal::Words(self.path(path)))
    }

    fn words_text(&self, value: &Value) -> String {
        let resolved = || value.as_list().map(|it| it.iter().filter_map(shown).collect());
        match self.source.written(&value.origin).or_else(resolved) {
            Some(words) if self.source.is_list(&value.origin) || value.as_list().is_some() => in_brackets(&words),
            Some(words) => words.concat(),
            None => shown(value).unwrap_or_default(),
        }
    }

    fn items(&self, key: &'static str, label: Pair, example: &'static str, said: &[Said<String>]) -> Field {
        let row = |it: &Said<String>| {
            let text = self.source.scalar(&it.origin).unwrap_or_else(|| it.value.clone());
            self.listed(&it.origin, text, String::new())
        };
        let control = Control::List { rows: said.iter().map(row).collect(), example, ideas: Vec::new() };
        self.field(&[key], label, control, Goal::Items(self.path(&[key])))
    }

    fn listed(&self, origin: &crate::compose::value::Origin, key: String, name: String) -> Row {
        let at = self.source.scalar(origin).and_then(|_| self.source.index(origin));
        Row { key, value: String::new(), name, at }
    }
}

/// The field of a node's name.
pub fn name_field(node: NodeId) -> Field {
    Field {
        id: "name".to_owned(),
        label: words::NAME,
        attribute: "",
        help: None,
        control: Control::Text { value: node.name.clone(), example: "", ideas: Vec::new() },
        goal: Goal::Rename(node),
        place: None,
        problems: Vec::new(),
    }
}

/// A section with the number of its set values.
pub fn section(id: &'static str, title: Pair, fields: Vec<Field>) -> Section {
    let set = fields.iter().filter(|it| !it.attribute.is_empty()).map(|it| it.control.count()).sum();
    Section { id, title, set, fields }
}

/// `field` as a choice of its value; a value that is none of the options is one more.
pub fn choose(mut field: Field, mut options: Vec<Choice>) -> Field {
    if let Control::Text { value, .. } = &field.control {
        let value = value.clone();
        if !options.iter().any(|it| it.value == value) {
            options.push(Choice { label: Text::same(value.clone()), value: value.clone() });
        }
        field.control = Control::Choice { value, options };
    }
    field
}

/// The conditions of a dependency.
pub fn conditions() -> Vec<Choice> {
    vec![
        choice(Condition::Started.id(), words::STARTED),
        choice(Condition::Healthy.id(), words::HEALTHY),
        choice(Condition::Completed.id(), words::COMPLETED),
    ]
}

/// An option.
fn choice(value: &str, label: Pair) -> Choice {
    Choice { value: value.to_owned(), label: label.text() }
}

/// A pair that goes by its key.
fn row(key: &str, value: &str) -> Row {
    Row::typed(key, value)
}

/// Words as a list in one line.
fn in_brackets(words: &[String]) -> String {
    let quoted: Vec<String> = words.iter().map(|it| serde_json::Value::from(it.as_str()).to_string()).collect();
    format!("[{}]", quoted.join(", "))
}

/// A port in short syntax.
fn port_text(port: &Port) -> String {
    let host = port.host_ip.as_ref().map(|it| format!("{it}:")).unwrap_or_default();
    let published = port.published.as_ref().map(|it| format!("{it}:")).unwrap_or_default();
    let protocol =
        if port.protocol.is_empty() || port.protocol == "tcp" { String::new() } else { format!("/{}", port.protocol) };
    format!("{host}{published}{}{protocol}", port.target)
}

/// A mount in short syntax.
fn mount_text(mount: &Mount) -> String {
    let source = mount.source.as_ref().map(|it| format!("{it}:")).unwrap_or_default();
    format!("{source}{}{}", mount.target, if mount.read_only { ":ro" } else { "" })
}

/// The attribute of a path as a person calls it.
fn attribute(path: &[&str]) -> &'static str {
    const KNOWN: [&str; 21] = [
        "image",
        "restart",
        "container_name",
        "profiles",
        "build.context",
        "build.dockerfile",
        "build.target",
        "build.args",
        "ports",
        "volumes",
        "depends_on",
        "networks",
        "environment",
        "env_file",
        "healthcheck.test",
        "healthcheck.interval",
        "healthcheck.timeout",
        "healthcheck.retries",
        "healthcheck.start_period",
        "command",
        "entrypoint",
    ];
    let name = path.join(".");
    KNOWN.into_iter().find(|it| *it == name).unwrap_or("healthcheck.disable")
}
