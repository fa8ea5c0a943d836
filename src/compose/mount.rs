//! The short syntax of a service's `volumes`: `[SOURCE:]TARGET[:OPTIONS]`.

use crate::compose::folder;

/// What a short syntax says.
#[allow(clippy::struct_excessive_bools)] // Each is an option of the syntax, independent of the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MountSpec {
    /// Whether a folder or file of the host is mounted, not a volume.
    pub bind: bool,
    /// The volume or the path on the host; empty for an anonymous volume.
    pub source: String,
    /// The path in the container, cleaned.
    pub target: String,
    /// `ro`.
    pub read_only: bool,
    /// `nocopy`.
    pub no_copy: bool,
    /// `z` or `Z`.
    pub selinux: Option<&'static str>,
    /// `rprivate` and so on.
    pub propagation: Option<&'static str>,
    /// Whether the spec is of one or two characters, which Compose takes for a target without looking at it.
    pub bare: bool,
}

const PROPAGATIONS: [&str; 6] = ["rprivate", "private", "rshared", "shared", "rslave", "slave"];

/// Reads `text`; an error in Compose's words. Unknown options are ignored.
pub fn parse(text: &str) -> Result<MountSpec, String> {
    let mut mount = MountSpec::default();
    match text.len() {
        0 => return Err("invalid empty volume spec".to_owned()),
        1 | 2 => {
            mount.bare = true;
            mount.target = clean(text);
            return Ok(mount);
        }
        _ => {}
    }
    let sections = sections(text);
    for (at, section) in sections.iter().enumerate() {
        let last = at + 1 == sections.len();
        take_section(&mut mount, section, last).map_err(|why| format!("invalid spec: {text}: {why}"))?;
    }
    mount.bind = is_file_path(&mount.source);
    mount.target = clean(&mount.target);
    Ok(mount)
}

/// The parts between colons; the colon of `C:\` does not part.
fn sections(text: &str) -> Vec<String> {
    let mut sections = Vec::new();
    let mut section = String::new();
    for it in text.chars() {
        let drive = section.chars().count() == 1 && section.chars().all(char::is_alphabetic);
        if it == ':' && !drive {
            sections.push(std::mem::take(&mut section));
        } else {
            section.push(it);
        }
    }
    sections.push(section);
    sections
}

fn take_section(mount: &mut MountSpec, section: &str, last: bool) -> Result<(), &'static str> {
    if section.is_empty() {
        return Err("empty section between colons");
    }
    if mount.source.is_empty() && !last {
        section.clone_into(&mut mount.source);
    } else if mount.target.is_empty() {
        section.clone_into(&mut mount.target);
    } else if last {
        section.split(',').for_each(|it| take_option(mount, it));
    } else {
        return Err("too many colons");
    }
    Ok(())
}

fn take_option(mount: &mut MountSpec, option: &str) {
    match option {
        "ro" => mount.read_only = true,
        "rw" => mount.read_only = false,
        "nocopy" => mount.no_copy = true,
        "z" => mount.selinux = Some("z"),
        "Z" => mount.selinux = Some("Z"),
        _ => mount.propagation = PROPAGATIONS.into_iter().find(|it| *it == option).or(mount.propagation),
    }
}

/// Whether a source names a path of the host: it begins as one, on Windows too.
pub fn is_file_path(source: &str) -> bool {
    let mut characters = source.chars();
    match (characters.next(), characters.next()) {
        (Some('.' | '/' | '~'), _) | (Some('\\'), Some('\\')) => true,
        (Some(drive), Some(':')) => drive.is_alphabetic(),
        _ => false,
    }
}

/// Go's `path.Clean`, but an empty path stays.
pub fn clean(path: &str) -> String {
    if path.is_empty() { String::new() } else { folder::clean(path) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        let mount = parse("./a:/b/:ro,z,rshared,unknown").unwrap();
        assert!(mount.bind && mount.read_only);
        assert_eq!((mount.source.as_str(), mount.target.as_str()), ("./a", "/b"));
        assert_eq!((mount.selinux, mount.propagation), (Some("z"), Some("rshared")));
        let mount = parse(r"C:\data:/data").unwrap();
        assert_eq!((mount.source.as_str(), mount.target.as_str(), mount.bind), (r"C:\data", "/data", true));
        let mount = parse("/data").unwrap();
        assert_eq!((mount.source.as_str(), mount.target.as_str(), mount.bind), ("", "/data", false));
        assert!(!parse("data:/data").unwrap().bind);
    }

    #[test]
    fn refusals() {
        for (text, message) in [
            ("", "invalid empty volume spec"),
            ("v::", "invalid spec: v::: empty section between colons"),
            ("aa:/b:ro:x", "invalid spec: aa:/b:ro:x: too many colons"),
        ] {
            assert_eq!(parse(text), Err(message.to_owned()), "{text}");
        }
    }

    #[test]
    fn paths_are_cleaned() {
        for (given, expected) in [("/a//b/../c/", "/a/c"), ("/..", "/"), ("a/..", "."), ("../x", "../x"), ("", "")] {
            assert_eq!(clean(given), expected, "{given}");
        }
    }
}
