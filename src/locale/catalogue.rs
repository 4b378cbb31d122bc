//! The messages of one locale.

use super::Locale;
use crate::diagnostic::Argument;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::OnceLock;

/// The Fluent files that are part of the program, by locale.
pub(super) fn sources(locale: Locale) -> [(&'static str, &'static str); 10] {
    match locale {
        Locale::French => [
            ("diagnostics", include_str!("fr/diagnostics.ftl")),
            ("report", include_str!("fr/report.ftl")),
            ("cli", include_str!("fr/cli.ftl")),
            ("explain", include_str!("fr/explain.ftl")),
            ("review", include_str!("fr/review.ftl")),
            ("sign", include_str!("fr/sign.ftl")),
            ("init", include_str!("fr/init.ftl")),
            ("import", include_str!("fr/import.ftl")),
            ("log", include_str!("fr/log.ftl")),
            ("theme", include_str!("fr/theme.ftl")),
        ],
        Locale::English => [
            ("diagnostics", include_str!("en/diagnostics.ftl")),
            ("report", include_str!("en/report.ftl")),
            ("cli", include_str!("en/cli.ftl")),
            ("explain", include_str!("en/explain.ftl")),
            ("review", include_str!("en/review.ftl")),
            ("sign", include_str!("en/sign.ftl")),
            ("init", include_str!("en/init.ftl")),
            ("import", include_str!("en/import.ftl")),
            ("log", include_str!("en/log.ftl")),
            ("theme", include_str!("en/theme.ftl")),
        ],
    }
}

type Bundle = FluentBundle<FluentResource>;

/// The messages of one locale, with the English ones behind them.
///
/// Foreign text goes into messages as it is: who prints a message escapes it for where it goes
/// (see `report::escape`).
pub struct Catalogue {
    locale: Locale,
    messages: Bundle,
    english: OnceLock<Bundle>,
}

impl Catalogue {
    /// The catalogue of `locale`.
    pub fn new(locale: Locale) -> Self {
        Self {
            locale,
            messages: bundle(locale),
            english: OnceLock::new(),
        }
    }

    /// The locale whose messages these are.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// The message `id` with its arguments filled in; failing that the English one, failing that `id` itself.
    pub fn text(&self, id: &str, arguments: &[(&str, Argument)]) -> String {
        self.find(id, None, arguments).unwrap_or_else(|| id.to_owned())
    }

    /// The attribute `name` of the message `id`, if it has one.
    pub fn attribute(&self, id: &str, name: &str, arguments: &[(&str, Argument)]) -> Option<String> {
        self.find(id, Some(name), arguments)
    }

    /// What the system said of an error, in the reader's language where it is one of the usual things.
    pub fn reason(&self, said: &str) -> String {
        let plain = |c: char| {
            if c.is_ascii_alphanumeric() {
                c.to_ascii_lowercase()
            } else {
                '-'
            }
        };
        let id: String = "reason-"
            .chars()
            .chain(said.chars().take(60).map(plain))
            .collect();
        let known = self.messages.has_message(&id);
        if known {
            self.text(&id, &[])
        } else {
            said.to_owned()
        }
    }

    fn find(&self, id: &str, attribute: Option<&str>, arguments: &[(&str, Argument)]) -> Option<String> {
        // A message that the locale has answers for its attributes too: no mixing of two languages.
        let of_locale = if self.messages.has_message(id) {
            format(&self.messages, id, attribute, arguments)
        } else {
            None
        };
        if of_locale.is_some() || self.locale == Locale::English || self.messages.has_message(id) {
            return of_locale;
        }
        format(
            self.english.get_or_init(|| bundle(Locale::English)),
            id,
            attribute,
            arguments,
        )
    }
}

impl std::fmt::Debug for Catalogue {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Catalogue")
            .field("locale", &self.locale)
            .finish_non_exhaustive()
    }
}

fn bundle(locale: Locale) -> Bundle {
    let language = locale.as_str().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![language]);
    // Isolating marks are bidi control characters, which must not reach a terminal or a file.
    bundle.set_use_isolating(false);
    for (_, source) in sources(locale) {
        // A test sees that the files have no mistakes; should one slip through, the rest still serves.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

fn format(
    bundle: &Bundle,
    id: &str,
    attribute: Option<&str>,
    arguments: &[(&str, Argument)],
) -> Option<String> {
    let message = bundle.get_message(id)?;
    let pattern = match attribute {
        None => message.value()?,
        Some(name) => message.get_attribute(name)?.value(),
    };
    let mut values = FluentArgs::with_capacity(arguments.len());
    for (name, value) in arguments {
        let value = match value {
            Argument::Text(text) => FluentValue::from(text.as_str()),
            // Numbers of this program are sizes and counts, far below 2^53.
            Argument::Number(number) => FluentValue::from(*number as f64),
        };
        values.set(*name, value);
    }
    let mut errors = Vec::new();
    Some(
        bundle
            .format_pattern(pattern, Some(&values), &mut errors)
            .into_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::Catalogue;
    use crate::diagnostic::Argument;
    use crate::locale::Locale;

    #[test]
    fn fills_arguments_in_without_isolating_marks() {
        let catalogue = Catalogue::new(Locale::French);
        assert_eq!(
            catalogue.text("report-errors", &[("count", Argument::Number(2))]),
            "2 erreurs"
        );
        assert_eq!(
            catalogue.text("report-errors", &[("count", 0usize.into())]),
            "0 erreur"
        );
    }

    #[test]
    fn what_is_missing_never_panics() {
        let catalogue = Catalogue::new(Locale::French);
        assert_eq!(catalogue.text("no-such-message", &[]), "no-such-message");
        assert_eq!(catalogue.text("", &[]), "");
        assert_eq!(catalogue.attribute("no-such-message", "help", &[]), None);
        assert!(catalogue.text("unknown-key", &[]).contains("{$key}"));
    }

    #[test]
    fn a_catalogue_serves_several_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Catalogue>();
    }
}
