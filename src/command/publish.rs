//! `publish`: a port of a service on the host, written as the other ports of the service are.

use crate::command::commands::Command;
use crate::command::grammar::{Row, words};
use crate::command::plan::Plan;
use crate::command::refusal::Refusal;
use crate::command::short_syntax::{is_long, items, parts};
use crate::command::words as say;
use crate::syntax::yaml::edit_op::Op;
use crate::syntax::yaml::edit_tree::Tree;
use crate::text::words::Text;

/// Its row.
pub const ROW: Row = Row { name: "publish", grammar: "publish SERVICE 127.0.0.1:8080:80", parse };

fn parse(line: &str) -> Option<Command> {
    words(line).map(|[service, port]| Command::Publish { service: service.to_owned(), port: port.to_owned() })
}

/// Publishes `port`, in short syntax.
pub fn run(plan: &mut Plan<'_>, service: &str, port: &str) -> Result<Text, Refusal> {
    plan.must_exist(service)?;
    let mapping = Mapping::read(port).ok_or_else(|| Refusal::new(say::BAD_PORT, &[("port", port)]))?;
    let path = ["services", service, "ports"];
    let all = plan.all(&path);
    let values = [("service", service), ("port", port)];
    if all.iter().flat_map(|it| items(Some(it.1))).any(|it| mapping.is(it)) {
        return Err(Refusal::new(say::PUBLISHED_ALREADY, &values));
    }
    let sheet = plan.home_of_new(&path);
    let here = plan.here(sheet, &path);
    let item = if is_long(here) { mapping.long() } else { Tree::text(port) };
    plan.want(sheet, Op::push(&path, item));
    Ok(say::PUBLISHED.fill(&values))
}

/// A port mapping of the short syntax.
struct Mapping<'a> {
    host_ip: Option<&'a str>,
    published: Option<&'a str>,
    target: &'a str,
    protocol: Option<&'a str>,
}

impl<'a> Mapping<'a> {
    fn read(text: &'a str) -> Option<Self> {
        let (ports, protocol) = match text.rsplit_once('/') {
            Some((ports, protocol @ ("tcp" | "udp" | "sctp"))) => (ports, Some(protocol)),
            Some(_) if !text.contains("${") => return None,
            _ => (text, None),
        };
        let (host_ip, published, target) = match *parts(ports).as_slice() {
            [target] => (None, None, target),
            [published, target] => (None, Some(published), target),
            [ip, published, target] => (Some(ip), Some(published).filter(|it| !it.is_empty()), target),
            _ => return None,
        };
        let fits = is_port(target) && published.is_none_or(is_port) && host_ip.is_none_or(is_host);
        fits.then_some(Self { host_ip, published, target, protocol })
    }

    /// Whether an item of `ports` says the same.
    fn is(&self, item: &Tree) -> bool {
        let said = |key| item.child(key).and_then(Tree::words).filter(|it: &&str| !it.is_empty());
        let protocol = |it: Option<&str>| it.unwrap_or("tcp").to_owned();
        if let Some(words) = item.words() {
            return Mapping::read(words).is_some_and(|it| {
                let same = (it.host_ip, it.published, it.target) == (self.host_ip, self.published, self.target);
                same && protocol(it.protocol) == protocol(self.protocol)
            });
        }
        let same = (said("host_ip"), said("published")) == (self.host_ip, self.published);
        same && said("target") == Some(self.target) && protocol(said("protocol")) == protocol(self.protocol)
    }

    fn long(&self) -> Tree {
        let target = Tree::plain(self.target);
        let mut pairs = vec![("target", target)];
        pairs.extend(self.published.map(|it| ("published", Tree::text(it))));
        pairs.extend(self.host_ip.map(|it| ("host_ip", Tree::text(it))));
        pairs.extend(self.protocol.map(|it| ("protocol", Tree::text(it))));
        Tree::map(pairs)
    }
}

/// A port, a range of ports, or something that is interpolated.
fn is_port(text: &str) -> bool {
    if text.contains('$') {
        return true;
    }
    let port = |it: &str| it.parse::<u16>().is_ok();
    match text.split_once('-') {
        Some((first, last)) => port(first) && port(last),
        None => port(text),
    }
}

fn is_host(text: &str) -> bool {
    let address = text.trim_start_matches('[').trim_end_matches(']');
    address.contains('$') || address.parse::<std::net::IpAddr>().is_ok()
}
