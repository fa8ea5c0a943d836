//! What an address asks for: `?blueprint=ID`, `?lang=es`.

use crate::text::words::Lang;

/// What the page's address asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Launch {
    /// `blueprint`.
    pub blueprint: Option<String>,
    /// `lang`, or what the browser prefers; English where it speaks another language.
    pub lang: Lang,
    /// Whether the address itself named the language.
    pub lang_asked: bool,
}

/// Reads the pairs of an address and the languages that a browser prefers.
pub fn launch(pairs: &[(String, String)], preferred: &[String]) -> Launch {
    let value = |key: &str| pairs.iter().find(|(it, _)| it == key).map(|(_, value)| value.as_str());
    let asked = value("lang").and_then(Lang::from_tag);
    let preferred = preferred.iter().find_map(|it| Lang::from_tag(it));
    Launch {
        blueprint: value("blueprint").filter(|it| !it.is_empty()).map(str::to_owned),
        lang: asked.or(preferred).unwrap_or_default(),
        lang_asked: asked.is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_comes_before_the_browser() {
        let pairs = |text: &str| {
            text.split('&').filter_map(|it| it.split_once('=')).map(|(a, b)| (a.into(), b.into())).collect::<Vec<_>>()
        };
        let preferred = ["fr-FR".to_owned(), "es-MX".to_owned()];
        assert_eq!(launch(&[], &preferred).lang, Lang::Es);
        assert_eq!(launch(&[], &[]).lang, Lang::En);
        let asked = launch(&pairs("lang=en&blueprint=ovp"), &preferred);
        assert_eq!((asked.lang, asked.blueprint.as_deref(), asked.lang_asked), (Lang::En, Some("ovp"), true));
        assert!(!launch(&pairs("lang=xx"), &[]).lang_asked);
    }
}
