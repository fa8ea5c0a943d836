//! The short syntax of `ports`: `[IP:][HOST[-END]:]CONTAINER[-END][/PROTOCOL]`, with the messages of Docker's own parser.

use std::net::{IpAddr, Ipv6Addr};

/// One port that a short syntax publishes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PortSpec {
    /// The port in the container.
    pub target: u16,
    /// The port or range on the host; empty to let Docker choose.
    pub published: String,
    /// The address on the host; empty for every interface.
    pub host_ip: String,
    /// `tcp`, `udp` or `sctp`.
    pub protocol: String,
}

/// Reads `text`; a range gives one port for each, sorted as Compose does (`10/tcp` before `9/tcp`).
pub fn parse(text: &str) -> Result<Vec<PortSpec>, String> {
    let (address, host, container) = split(text);
    let (container, protocol) = container.split_once('/').unwrap_or((container, "tcp"));
    let protocol = if protocol.is_empty() { "tcp".to_owned() } else { protocol.to_lowercase() };
    if !container.is_empty() && !matches!(protocol.as_str(), "tcp" | "udp" | "sctp") {
        return Err(format!("invalid proto: {protocol}"));
    }
    let host_ip = if container.is_empty() { String::new() } else { host_address(&address)? };
    if container.is_empty() {
        return Err(format!("no port specified: {text}<empty>"));
    }
    let target = range(container).ok_or_else(|| format!("invalid containerPort: {container}"))?;
    let host_range = match host {
        "" => None,
        _ => Some(range(host).ok_or_else(|| format!("invalid hostPort: {host}"))?),
    };
    let width = target.1 - target.0;
    if host_range.is_some_and(|it| it.1 - it.0 != width) && width > 0 {
        return Err(format!("invalid ranges specified for container and host Ports: {container} and {host}"));
    }
    let published = |at: u16| match host_range {
        None => String::new(),
        Some((first, last)) if width == 0 && first != last => format!("{first}-{last}"),
        Some((first, _)) => (first + at).to_string(),
    };
    let port = |at: u16| PortSpec {
        target: target.0 + at,
        published: published(at),
        host_ip: host_ip.clone(),
        protocol: protocol.clone(),
    };
    let mut ports: Vec<PortSpec> = (0..=width).map(port).collect();
    ports.sort_by_key(|it| it.target.to_string());
    Ok(ports)
}

/// The address, the host's part and the container's part, cut at the last two colons.
fn split(text: &str) -> (String, &str, &str) {
    let Some((before, container)) = text.rsplit_once(':') else {
        return (String::new(), "", text);
    };
    match before.rsplit_once(':') {
        None => (String::new(), before, container),
        Some((address, host)) => (address.to_owned(), host, container),
    }
}

fn host_address(address: &str) -> Result<String, String> {
    if address.is_empty() {
        return Ok(String::new());
    }
    let bare = match address.strip_prefix('[') {
        None => address.to_owned(),
        Some(_) => unbracketed(address)?,
    };
    if is_ip(&bare) { Ok(bare) } else { Err(format!("invalid IP address: {bare}")) }
}

/// `[::1]` without its brackets; Docker adds a colon and takes the address apart as one with a port.
fn unbracketed(address: &str) -> Result<String, String> {
    let refuse = |why: &str| format!("invalid IP address {address}: address {address}:: {why}");
    let (inner, behind) = address.split_once(']').ok_or_else(|| refuse("missing ']' in address"))?;
    if !behind.is_empty() {
        return Err(refuse(if behind.contains(':') {
            "too many colons in address"
        } else {
            "missing port in address"
        }));
    }
    let inner = inner.strip_prefix('[').unwrap_or(inner);
    if inner.contains('[') {
        return Err(refuse("unexpected '[' in address"));
    }
    Ok(inner.to_owned())
}

/// Whether Go's `net.ParseIP` takes it: no zone, no leading zeros.
pub fn is_ip(text: &str) -> bool {
    text.parse::<IpAddr>().is_ok() || text.parse::<Ipv6Addr>().is_ok()
}

/// `80` or `80-90`; the end is not before the start.
fn range(text: &str) -> Option<(u16, u16)> {
    let (start, end) = text.split_once('-').unwrap_or((text, text));
    let (start, end) = (number(start)?, number(end)?);
    (start <= end).then_some((start, end))
}

fn number(text: &str) -> Option<u16> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let ports = parse(text).unwrap();
        ports.iter().map(|it| format!("{} {}:{}/{}", it.host_ip, it.published, it.target, it.protocol)).collect()
    }

    #[test]
    fn forms() {
        assert_eq!(shown("80"), [" :80/tcp"]);
        assert_eq!(shown("127.0.0.1::80/UDP"), ["127.0.0.1 :80/udp"]);
        assert_eq!(shown("[::1]:8080:80"), ["::1 8080:80/tcp"]);
        assert_eq!(shown("8000-8001:80"), [" 8000-8001:80/tcp"]);
        assert_eq!(shown("9-10:9-10"), [" 10:10/tcp", " 9:9/tcp"]);
    }

    #[test]
    fn refusals() {
        for (text, message) in [
            ("x:99999:0/foo", "invalid proto: foo"),
            ("80:", "no port specified: 80:<empty>"),
            ("1.2.3.4:80", "invalid hostPort: 1.2.3.4"),
            ("01.2.3.4:80:80", "invalid IP address: 01.2.3.4"),
            ("3000-3001:80-85", "invalid ranges specified for container and host Ports: 80-85 and 3000-3001"),
            ("-80", "invalid containerPort: -80"),
        ] {
            assert_eq!(parse(text), Err(message.to_owned()), "{text}");
        }
    }
}
