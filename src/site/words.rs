//! The words of the site, in its language: Fluent messages of the theme.
//!
//! A project's `locales/fr.ftl` is laid over the program's, message by message.

use super::theme::{File, Theme};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::identifier::Date;
use crate::locale::Locale;
use crate::text::{self, Rules};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::collections::BTreeMap;

/// The words of the site.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
    plain: BTreeMap<String, String>,
    /// Every message's id.
    ids: Vec<String>,
    months: Vec<String>,
    /// How a date is written: what stands before, between and after `{$day}`, `{$month}` and `{$year}`.
    date: Vec<DatePart>,
    first_day: String,
}

/// What messages for scripts may ask for.
const SCRIPT_ARGUMENTS: [(&str, &str); 15] = [
    ("algorithm", "{algorithm}"),
    ("city", "{city}"),
    ("date", "{date}"),
    ("day", "{day}"),
    ("fingerprint", "{fingerprint}"),
    ("method", "{method}"),
    ("month", "{month}"),
    ("n", "{n}"),
    ("name", "{name}"),
    ("path", "{path}"),
    ("steward", "{steward}"),
    ("text", "{text}"),
    ("value", "{value}"),
    ("version", "{version}"),
    ("year", "{year}"),
];

/// The messages that a day is written with, besides the months' names.
const DATE_IDS: [&str; 2] = ["date", "first_day"];

enum DatePart {
    Text(String),
    Day,
    Month,
    Year,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Words")
            .field("plain", &self.plain.len())
            .finish_non_exhaustive()
    }
}

impl Words {
    /// The theme's words in that language.
    ///
    /// # Errors
    /// [`Code::LocaleError`] for each place that Fluent can't read.
    pub fn load(theme: &Theme, language: Locale) -> Result<Self, Vec<Diagnostic>> {
        let path = format!("locales/{language}.ftl");
        let mut bundle = FluentBundle::new_concurrent(vec![language.as_str().parse().unwrap_or_default()]);
        // Isolating marks would be read as part of names; templates isolate with `bdi`.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Locale::French => |value, _| whole_number(value, Locale::French),
            Locale::English => |value, _| whole_number(value, Locale::English),
        }));
        let mut ids = Vec::new();
        for file in theme.words(&path) {
            ids.extend(message_ids(file.text().map_err(|fault| vec![fault])?));
            bundle.add_resource_overriding(parse(file)?);
        }
        ids.sort();
        ids.dedup();
        let mut words = Self {
            bundle,
            plain: BTreeMap::new(),
            ids: Vec::new(),
            months: Vec::new(),
            date: Vec::new(),
            first_day: String::new(),
        };
        words.plain = ids
            .iter()
            .filter_map(|id| Some((id.clone(), words.message(id)?)))
            .collect();
        words.ids = ids;
        words.months = (1..=12)
            .map(|month| words.plain(&format!("month_{month}")).to_owned())
            .collect();
        words.first_day = words.plain("first_day").to_owned();
        words.date = words.date_parts();
        Ok(words)
    }

    /// The messages without arguments, by id.
    pub fn all_plain(&self) -> &BTreeMap<String, String> {
        &self.plain
    }

    /// The message `id`, which has no arguments; empty when there is none.
    pub fn plain(&self, id: &str) -> &str {
        self.plain.get(id).map_or("", String::as_str)
    }

    /// The message `id` with its arguments; none when there is no such message or an argument is missing.
    pub fn with(&self, id: &str, arguments: &FluentArgs<'_>) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(arguments), &mut errors);
        errors.is_empty().then(|| text.into_owned())
    }

    /// The messages whose ids start with `prefix`, by what follows it, and those that a day is written with, for a script
    /// to fill in: each argument stands in braces.
    pub fn for_scripts(&self, prefix: &str) -> BTreeMap<&str, String> {
        let mut arguments = FluentArgs::with_capacity(SCRIPT_ARGUMENTS.len());
        for (name, braced) in SCRIPT_ARGUMENTS {
            arguments.set(name, braced);
        }
        let own = self
            .ids
            .iter()
            .filter_map(|id| Some((id.strip_prefix(prefix)?, id.as_str())));
        let dates = DATE_IDS.into_iter().map(|id| (id, id));
        dates
            .chain(own)
            .filter_map(|(rest, id)| Some((rest, self.with(id, &arguments)?)))
            .chain([("months", self.months.join(" "))])
            .collect()
    }

    /// The message `id` with one number in it.
    pub fn count(&self, id: &str, number: usize) -> String {
        let mut arguments = FluentArgs::with_capacity(1);
        arguments.set("n", number);
        self.with(id, &arguments).unwrap_or_default()
    }

    /// The message `id` with one text in it.
    pub fn about(&self, id: &str, name: &'static str, text: &str) -> String {
        let mut arguments = FluentArgs::with_capacity(1);
        arguments.set(name, text.to_owned());
        self.with(id, &arguments).unwrap_or_default()
    }

    /// The message `id` with two texts in it.
    pub fn about_two(&self, id: &str, first: (&'static str, &str), second: (&'static str, &str)) -> String {
        let mut arguments = FluentArgs::with_capacity(2);
        for (name, text) in [first, second] {
            arguments.set(name, text.to_owned());
        }
        self.with(id, &arguments).unwrap_or_default()
    }

    /// A date in words: `1er mars 2026`.
    pub fn date(&self, date: Date) -> String {
        use std::fmt::Write as _;
        let (year, month, day) = date.parts();
        let mut out = String::with_capacity(24);
        for part in &self.date {
            match part {
                DatePart::Text(text) => out.push_str(text),
                DatePart::Day if day == 1 => out.push_str(&self.first_day),
                DatePart::Day => drop(write!(out, "{day}")),
                DatePart::Month => {
                    let month = usize::try_from(month - 1).unwrap_or_default();
                    out.push_str(self.months.get(month).map_or("", String::as_str));
                }
                DatePart::Year => drop(write!(out, "{year}")),
            }
        }
        out
    }

    fn message(&self, id: &str) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, None, &mut errors);
        errors.is_empty().then(|| text.into_owned())
    }

    fn date_parts(&self) -> Vec<DatePart> {
        let mut arguments = FluentArgs::with_capacity(3);
        arguments.set("day", "\u{1}");
        arguments.set("month", "\u{2}");
        arguments.set("year", "\u{3}");
        let mut parts = Vec::new();
        let mut text = String::new();
        for character in self.with("date", &arguments).unwrap_or_default().chars() {
            let part = match character {
                '\u{1}' => DatePart::Day,
                '\u{2}' => DatePart::Month,
                '\u{3}' => DatePart::Year,
                _ => {
                    text.push(character);
                    continue;
                }
            };
            parts.push(DatePart::Text(std::mem::take(&mut text)));
            parts.push(part);
        }
        parts.push(DatePart::Text(text));
        parts
    }
}

fn whole_number(value: &FluentValue<'_>, language: Locale) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value.fract() == 0.0 && number.value.abs() < 1e15 => {
            Some(written_number(number.value as i64, language))
        }
        _ => None,
    }
}

/// Whose typography a site in that language keeps.
pub fn rules(language: Locale) -> Rules {
    match language {
        Locale::French => Rules::French,
        Locale::English => Rules::English,
    }
}

/// A title or a sentence as that language sets it: with its quotes and apostrophes, and in French its narrow spaces.
pub fn typeset(line: &str, language: Locale) -> String {
    text::set(line, rules(language))
}

/// A number as the language writes it, its thousands apart.
pub fn written_number(number: i64, language: Locale) -> String {
    let between = match language {
        Locale::French => "\u{202f}",
        Locale::English => ",",
    };
    let digits = number.unsigned_abs().to_string();
    let mut out = String::from(if number < 0 { "-" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push_str(between);
        }
        out.push(digit);
    }
    out
}

fn parse(file: &File) -> Result<FluentResource, Vec<Diagnostic>> {
    let text = file.text().map_err(|fault| vec![fault])?;
    FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| {
        errors
            .into_iter()
            .map(|error| {
                let place = Place::in_text(&*file.origin, text, error.pos.start, error.pos.end);
                Diagnostic::new(Code::LocaleError, place).with("reason", error.kind.to_string())
            })
            .collect()
    })
}

/// The ids of the messages in a Fluent file.
fn message_ids(source: &str) -> Vec<String> {
    let id = |line: &str| {
        let (id, _) = line.split_once('=')?;
        let id = id.trim_end();
        let sound = id.starts_with(|c: char| c.is_ascii_alphabetic())
            && id
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
        sound.then(|| id.to_owned())
    };
    source.lines().filter_map(id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(language: Locale) -> Words {
        Words::load(&Theme::embedded(), language).unwrap()
    }

    #[test]
    fn dates_and_numbers_are_written_as_in_the_language() {
        let first = Date::parse("2026-03-01").unwrap();
        let later = Date::parse("2026-11-23").unwrap();
        let french = words(Locale::French);
        assert_eq!(french.date(first), "1er\u{a0}mars\u{a0}2026");
        assert_eq!(french.date(later), "23\u{a0}novembre\u{a0}2026");
        assert_eq!(words(Locale::English).date(later), "23\u{a0}November\u{a0}2026");
        assert_eq!(
            written_number(1_234_567, Locale::French),
            "1\u{202f}234\u{202f}567"
        );
        assert_eq!(written_number(-1234, Locale::English), "-1,234");
        assert!(
            french
                .count("signatories_count", 12_000)
                .starts_with("12\u{202f}000")
        );
    }

    #[test]
    fn scripts_can_write_a_day_as_the_pages_do() {
        let words = words(Locale::French);
        let given = words.for_scripts("script_sign_");
        assert_eq!(given["date"], "{day}\u{a0}{month}\u{a0}{year}");
        assert_eq!(
            (given["first_day"].as_str(), given["months"].split(' ').nth(2)),
            ("1er", Some("mars"))
        );
    }

    #[test]
    fn both_languages_have_the_same_words() {
        let theme = Theme::embedded();
        let ids = |path: &str| message_ids(theme.file(path).unwrap().text().unwrap());
        assert_eq!(ids("locales/fr.ftl"), ids("locales/en.ftl"));
        let plain = |language| words(language).all_plain().keys().cloned().collect::<Vec<_>>();
        assert_eq!(plain(Locale::French), plain(Locale::English));
    }

    #[test]
    fn a_faulty_locale_file_is_named_with_its_line() {
        let root = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(root.path().join("themes/x/locales")).unwrap();
        std::fs::write(
            root.path().join("themes/x/locales/fr.ftl"),
            "home = Accueil\nfaulty {\n",
        )
        .unwrap();
        let theme = Theme::load(root.path(), &crate::identifier::Slug::parse("x").unwrap()).unwrap();
        let faults = Words::load(&theme, Locale::French).unwrap_err();
        assert_eq!(faults[0].code, Code::LocaleError);
        assert_eq!(
            (faults[0].place.path.as_str(), faults[0].place.line()),
            ("themes/x/locales/fr.ftl", 2)
        );
    }
}
