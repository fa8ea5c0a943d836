//! Host names inside values: which part of `postgres://app:pw@db:5432/app` is the name of a service. Only where a host
//! stands is a name a host; the user, the password and the database may be called the same.

/// Words at the end of a variable's name whose value is a host by itself.
const HOST_KEYS: &[&str] = &[
    "HOST",
    "HOSTS",
    "HOSTNAME",
    "SERVER",
    "SERVERS",
    "ADDR",
    "ADDRESS",
    "ADDRESSES",
    "ENDPOINT",
    "ENDPOINTS",
    "BROKER",
    "BROKERS",
    "UPSTREAM",
];

/// The value of the variable `key` with the host `old` called `new`; `None` where it does not name it.
pub fn with_host(key: &str, value: &str, old: &str, new: &str) -> Option<String> {
    let alone =
        key.rsplit(['_', '.', '-']).next().is_some_and(|it| HOST_KEYS.contains(&it.to_ascii_uppercase().as_str()));
    let mut result = String::with_capacity(value.len());
    let mut at = 0;
    for (start, _) in value.match_indices(old) {
        let end = start + old.len();
        let (before, after) = (value.get(..start)?, value.get(end..)?);
        if start < at || !ends_word(after) || !(begins_host(before, after, alone)) {
            continue;
        }
        result.push_str(value.get(at..start)?);
        result.push_str(new);
        at = end;
    }
    result.push_str(value.get(at..)?);
    (at > 0).then_some(result)
}

/// Whether the name ends here: `db.example.org`, `db-2` and `database` are other hosts.
fn ends_word(after: &str) -> bool {
    !after.starts_with(|it: char| it.is_alphanumeric() || matches!(it, '.' | '_' | '-' | '@'))
}

/// Whether a host begins behind `before`.
fn begins_host(before: &str, after: &str, alone: bool) -> bool {
    // `${DB_HOST:-db}`: the default stands where the variable stands.
    let opened = before.rfind("${").filter(|at| before.get(*at..).is_some_and(|it| !it.contains('}')));
    if let Some(at) = opened {
        let head = before.get(at..).unwrap_or_default();
        let default = head.ends_with('-') && !head.contains("://");
        if default {
            let outer = before.get(..at).unwrap_or_default();
            let behind = after.strip_prefix('}').unwrap_or_default();
            return begins_host(outer, behind, alone || names_host(head));
        }
    }
    let list = before.ends_with(',') || before.is_empty();
    let url = before.rfind("://").map(|at| before.get(at + 3..).unwrap_or_default());
    match url {
        // Behind the scheme or the user; in a list of hosts behind the comma; never in the path.
        Some(authority) => !authority.contains(['/', '?', ' ']) && is_authority(authority, after),
        None if before.ends_with("@tcp(") || before.ends_with("@(") => true,
        None if before.ends_with('@') => is_port(after) || after.starts_with('/'),
        None => list && (is_port(after) || (alone && (after.is_empty() || after.starts_with(',')))),
    }
}

/// Whether what stands between the scheme and a name lets the name be the host: nothing, a user before `@`, or hosts
/// before a comma.
fn is_authority(before: &str, after: &str) -> bool {
    let user_follows = after.split(['/', '?', ' ', ',']).next().is_some_and(|it| it.contains('@'));
    (before.is_empty() || before.ends_with(['@', ','])) && !user_follows
}

/// `:5432` or `:${PORT}` follows.
fn is_port(after: &str) -> bool {
    after.strip_prefix(':').is_some_and(|it| it.starts_with(|c: char| c.is_ascii_digit() || c == '$'))
}

/// `${DB_HOST:-`: the variable's own name says that it is a host.
fn names_host(head: &str) -> bool {
    let name: String =
        head.trim_start_matches("${").chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect();
    name.rsplit('_').next().is_some_and(|it| HOST_KEYS.contains(&it.to_ascii_uppercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_host_is_renamed() {
        let cases = [
            ("DATABASE_URL", "postgres://db:db@db:5432/db", Some("postgres://db:db@pg:5432/db")),
            ("URL", "http://db/db?db=db", Some("http://pg/db?db=db")),
            ("URL", "http://db.example.org/db", None),
            ("BROKERS", "db:9092,db:9093", Some("pg:9092,pg:9093")),
            ("MONGO", "mongodb://db:27017,db2:27017/x", Some("mongodb://pg:27017,db2:27017/x")),
            ("DSN", "root:db@tcp(db:3306)/db", Some("root:db@tcp(pg:3306)/db")),
            ("DB_HOST", "db", Some("pg")),
            ("DB_HOST", "${DB_HOST:-db}", Some("${DB_HOST:-pg}")),
            (
                "URL",
                "postgres://u:p@${DB_HOST:-db}:${PORT:-5432}/db",
                Some("postgres://u:p@${DB_HOST:-pg}:${PORT:-5432}/db"),
            ),
            ("POSTGRES_DB", "db", None),
            ("POSTGRES_USER", "${USER:-db}", None),
            ("URL", "redis://:db@db:6379/0", Some("redis://:db@pg:6379/0")),
            ("URL", "jdbc:postgresql://db:5432/db", Some("jdbc:postgresql://pg:5432/db")),
            ("NOTE", "the db is up", None),
            ("URL", "http://mydb:80", None),
            ("ADDR", "db:${PORT}", Some("pg:${PORT}")),
        ];
        for (key, value, expected) in cases {
            assert_eq!(with_host(key, value, "db", "pg").as_deref(), expected, "{key}={value}");
        }
    }
}
