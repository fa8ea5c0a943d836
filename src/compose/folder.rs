//! Paths of folders as Go's `filepath` puts them together, on a system with `/`.

/// `path` without `.`, `..` and doubled slashes; `.` for nothing.
pub fn clean(path: &str) -> String {
    let absolute = path.starts_with('/');
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|it| *it != "..") => {
                parts.pop();
            }
            ".." if absolute => {}
            _ => parts.push(part),
        }
    }
    match (absolute, parts.is_empty()) {
        (true, _) => format!("/{}", parts.join("/")),
        (false, true) => ".".to_owned(),
        (false, false) => parts.join("/"),
    }
}

/// `path` as seen from `folder`; an absolute path stays.
pub fn from(folder: &str, path: &str) -> String {
    if path.starts_with('/') { clean(path) } else { join(folder, path) }
}

/// Both parts, cleaned; an absolute second part does not begin anew.
pub fn join(folder: &str, path: &str) -> String {
    match (folder, path) {
        ("", "") => String::new(),
        ("", it) | (it, "") => clean(it),
        _ => clean(&format!("{folder}/{path}")),
    }
}

/// The folder of `path`.
pub fn of(path: &str) -> String {
    path.rfind('/').map_or_else(|| ".".to_owned(), |at| clean(path.get(..=at).unwrap_or_default()))
}

/// The last part of `path`; `/` for the root.
pub fn base(path: &str) -> &str {
    let trimmed = path.trim_end_matches('/');
    match trimmed.rsplit('/').next() {
        Some("") | None => "/",
        Some(name) => name,
    }
}

/// The way from `folder` to `path`; `None` where only one of them is absolute.
pub fn relative(folder: &str, path: &str) -> Option<String> {
    let (folder, path) = (clean(folder), clean(path));
    if folder.starts_with('/') != path.starts_with('/') {
        return None;
    }
    let parts = |it: &str| -> Vec<String> {
        it.split('/').filter(|part| !matches!(*part, "" | ".")).map(ToOwned::to_owned).collect()
    };
    let (from, to) = (parts(&folder), parts(&path));
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = std::iter::repeat_n("..".to_owned(), from.len() - shared);
    let way: Vec<String> = up.chain(to.into_iter().skip(shared)).collect();
    Some(if way.is_empty() { ".".to_owned() } else { way.join("/") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_filepath_does() {
        assert_eq!([clean("a/../b//c/."), clean(""), clean("/../a"), clean("../a")], ["b/c", ".", "/a", "../a"]);
        assert_eq!([of("/a/b"), of("b"), of("/b"), of("a/")], ["/a", ".", "/", "a"]);
        assert_eq!([from("/w", "x/../y"), from("/w", "/z"), join("a", "/b")], ["/w/y", "/z", "a/b"]);
        assert_eq!(relative("/w/a", "/w/b/c").as_deref(), Some("../b/c"));
        assert_eq!(relative("/w", "/w").as_deref(), Some("."));
        assert_eq!(relative("/w", "x"), None);
        assert_eq!([base("/a/b/"), base("/")], ["b", "/"]);
    }
}
