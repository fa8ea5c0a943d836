//! Which variables hold secrets: by their names, because that is all that a file says, and by the catalogue, which knows
//! some better.

use crate::catalog::images::images;

/// Whole words of a name that make it a secret.
const SECRET_WORDS: [&str; 14] = [
    "PASSWORD",
    "PASSWD",
    "PASS",
    "PWD",
    "PASSPHRASE",
    "SECRET",
    "SECRETS",
    "TOKEN",
    "APIKEY",
    "CREDENTIALS",
    "CREDENTIAL",
    "SALT",
    "COOKIE",
    "PASSWORDS",
];

/// Words before `KEY` that make it a secret; a `PUBLIC_KEY` is none.
const KEY_WORDS: [&str; 12] = [
    "API",
    "SECRET",
    "PRIVATE",
    "ACCESS",
    "MASTER",
    "ENCRYPTION",
    "ENCRYPTIONKEY",
    "SIGNING",
    "FERNET",
    "APP",
    "LICENSE",
    "AUTH",
];

/// Last words of a name that is about a secret, but does not hold one.
const ABOUT_WORDS: [&str; 32] = [
    "FILE",
    "PATH",
    "DIR",
    "URL",
    "URI",
    "HOST",
    "PORT",
    "NAME",
    "ALGORITHM",
    "ALG",
    "EXPIRE",
    "EXPIRES",
    "EXPIRY",
    "EXPIRATION",
    "TTL",
    "IN",
    "SECONDS",
    "MINUTES",
    "HOURS",
    "DAYS",
    "MS",
    "AGE",
    "LENGTH",
    "SIZE",
    "LIMIT",
    "ENABLED",
    "DISABLED",
    "REQUIRED",
    "TYPE",
    "ID",
    "ISSUER",
    "AUDIENCE",
];

/// Whether the variable `name` holds a secret.
pub fn is_secret(name: &str) -> bool {
    let upper = name.to_ascii_uppercase();
    let words: Vec<&str> = upper.split(['_', '-', '.']).filter(|it| !it.is_empty()).collect();
    let about = words.last().is_some_and(|it| ABOUT_WORDS.contains(it));
    let choice = words.iter().any(|it| matches!(*it, "ALLOW" | "RANDOM" | "USE" | "ENABLE"));
    if about || choice || words.starts_with(&["PUBLIC"]) {
        return false;
    }
    let key = words.windows(2).any(|it| matches!(it, [before, "KEY"] if KEY_WORDS.contains(before)));
    key || words.iter().any(|it| SECRET_WORDS.contains(it)) || known(name)
}

/// Whether the catalogue says so of an image's variable.
fn known(name: &str) -> bool {
    images().iter().flat_map(|it| &it.variables).any(|it| it.secret && it.name == name)
}

/// The bytes of the password of a URL such as `scheme://user:password@host`; `None` where it has none, or a reference
/// stands there.
pub fn url_password(value: &str) -> Option<std::ops::Range<usize>> {
    let authority = value.find("://")? + 3;
    let rest = value.get(authority..)?;
    // The last @ before the path ends the password: it may hold one itself.
    let end = rest.find('/').unwrap_or(rest.len());
    let at = rest.get(..end)?.rfind('@')?;
    let colon = rest.get(..at)?.find(':')?;
    let password = rest.get(colon + 1..at)?;
    let literal = !password.is_empty()
        && !password.contains('$')
        && !password.starts_with('<')
        && !rest.get(..colon)?.contains('$');
    literal.then_some(authority + colon + 1..authority + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        for it in [
            "POSTGRES_PASSWORD",
            "JWT_SECRET",
            "JWT_SECRET_KEY",
            "ACCESS_TOKEN",
            "DB_PASS",
            "OPENAI_API_KEY",
            "NEO4J_AUTH",
        ] {
            assert!(is_secret(it), "{it}");
        }
        for it in [
            "ACCESS_TOKEN_EXPIRE_MINUTES",
            "POSTGRES_PASSWORD_FILE",
            "JWT_ALGORITHM",
            "ACCESS_ENABLED",
            "LLM_MAX_TOKENS",
            "PUBLIC_KEY",
            "PORT",
            "JWT_EXPIRES_IN",
            "KEYBOARD",
            "GF_SECURITY_ADMIN_USER",
            "PASSENGER_COUNT",
            "MYSQL_RANDOM_ROOT_PASSWORD",
        ] {
            assert!(!is_secret(it), "{it}");
        }
    }

    #[test]
    fn passwords_of_addresses() {
        let url = "postgres://app:s3cr@t@db:5432/app";
        assert_eq!(url_password(url).map(|it| &url[it]), Some("s3cr@t"));
        for it in ["redis://redis:6379/0", "postgres://app:${PASSWORD}@db/app", "app:x@db", "http://a/b:c@d"] {
            assert_eq!(url_password(it), None, "{it}");
        }
    }
}
