//! For programs; `docs/reports.md` tells them the same, with every key.
//!
//! ```json
//! {
//!   "version": 1,
//!   "diagnostics": [
//!     {
//!       "code": "unknown-key",
//!       "severity": "error",
//!       "path": "signatures/charter/a.yaml",
//!       "line": 8,
//!       "column": 3,
//!       "length": 3,
//!       "source": "  nom: \"Régie\"",
//!       "message": "…", "expected": "…", "help": "…",
//!       "suggestion": "name",
//!       "arguments": { "key": "nom" }
//!     }
//!   ],
//!   "summary": { "errors": 1, "warnings": 0, "notes": 0 }
//! }
//! ```
//!
//! - `version` changes only when a field changes its meaning or goes; fields may be added without it.
//! - `severity` is `error`, `warning` or `note`.
//! - `changes`, of a change under review, has an entry for each file: `kind` (`signs`, `signs-again`, `returns`,
//!   `withdraws`, `unreadable`, `attests`, `attests-nothing`, `adds-text`, `adds`, `changes`, `removes`), `path`, `organisation`, `city`,
//!   `text`, `textVersion`, `date`, `fingerprint`, `steward` (each of these may be null) and `sound`.
//! - `line` and `column` count from 1, `column` and `length` in Unicode scalar values. They and `source`, the line
//!   itself, are null when the whole file is meant; `source` is null also where it must not be shown.
//! - `message`, `expected` and `help` are sentences in the reader's language, in which characters that could
//!   drive a terminal stand as `\u{202e}`. `expected`, `help` and `suggestion` may be null.
//! - `path`, `source`, `suggestion` and the values of `arguments` (strings or numbers) are exactly what the file holds.
//!
//! All characters that could drive a terminal are written as JSON escapes.

use super::{Finding, Options, Summary, escape};
use crate::diagnostic::Argument;
use crate::review::Act;
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    diagnostics: Vec<Entry<'a>>,
    summary: Counts,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    changes: Vec<Change<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change<'a> {
    kind: &'a str,
    path: &'a str,
    organisation: Option<&'a str>,
    city: Option<&'a str>,
    text: Option<&'a str>,
    text_version: Option<&'a str>,
    date: Option<&'a str>,
    fingerprint: Option<&'a str>,
    steward: Option<&'a str>,
    sound: bool,
}

#[derive(Serialize)]
struct Entry<'a> {
    code: &'a str,
    severity: &'a str,
    path: &'a str,
    line: Option<u32>,
    column: Option<u32>,
    length: Option<u32>,
    source: Option<&'a str>,
    message: String,
    expected: Option<String>,
    help: Option<String>,
    suggestion: Option<&'a str>,
    arguments: BTreeMap<&'a str, Value<'a>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Value<'a> {
    Text(&'a str),
    Number(u64),
}

#[derive(Serialize)]
struct Counts {
    errors: usize,
    warnings: usize,
    notes: usize,
}

pub(super) fn write(findings: &[Finding<'_>], options: &Options<'_>) -> String {
    let summary = Summary::of(findings.iter().map(|finding| finding.diagnostic));
    document(&Document {
        version: 1,
        diagnostics: findings.iter().map(entry).collect(),
        summary: Counts {
            errors: summary.errors,
            warnings: summary.warnings,
            notes: summary.notes,
        },
        changes: options.acts.iter().map(change).collect(),
    })
}

fn change(act: &Act) -> Change<'_> {
    Change {
        kind: act.kind.as_str(),
        path: &act.path,
        organisation: act.organisation.as_deref(),
        city: act.city.as_deref(),
        text: act.text.as_deref(),
        text_version: act.version.as_deref(),
        date: act.date.as_deref(),
        fingerprint: act.fingerprint.as_deref(),
        steward: act.steward.as_deref(),
        sound: act.sound,
    }
}

/// Any value as JSON, pretty, with a line end, and with nothing in it that could drive a terminal.
pub(super) fn document(value: &impl Serialize) -> String {
    // Strings, numbers and string keys: there is nothing that could fail.
    let mut text = escape::json(&serde_json::to_string_pretty(value).unwrap_or_default());
    text.push('\n');
    text
}

fn entry<'a>(finding: &'a Finding<'_>) -> Entry<'a> {
    let diagnostic = finding.diagnostic;
    let span = diagnostic.place.span.as_ref();
    let words = &finding.words;
    Entry {
        code: diagnostic.code.as_str(),
        severity: diagnostic.severity.as_str(),
        path: &diagnostic.place.path,
        line: span.map(|span| span.line),
        column: span.map(|span| span.column),
        length: span.map(|span| span.length),
        source: finding.source,
        message: escape::terminal(&words.title),
        expected: words.expected.as_deref().map(escape::terminal),
        help: words.help.as_deref().map(escape::terminal),
        suggestion: words.suggestion.as_deref(),
        arguments: finding
            .arguments
            .iter()
            .map(|(name, argument)| (*name, value(argument)))
            .collect(),
    }
}

fn value(argument: &Argument) -> Value<'_> {
    match argument {
        Argument::Text(text) => Value::Text(text),
        Argument::Number(number) => Value::Number(*number),
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::{Code, Diagnostic, Place};
    use crate::locale::{Catalogue, Locale};
    use crate::report::{Format, Options, write};

    fn json(diagnostics: &[Diagnostic]) -> (String, serde_json::Value) {
        let catalogue = Catalogue::new(Locale::English);
        let text = write(Format::Json, diagnostics, &Options::new(&catalogue));
        let value = serde_json::from_str(&text).unwrap();
        (text, value)
    }

    #[test]
    fn a_place_has_all_its_fields() {
        let text = "a: 1\n  nom: \"Régie\"\n";
        let place = Place::in_text("signatures/charter/a.yaml", text, 7, 10);
        let mut diagnostic = Diagnostic::new(Code::UnknownKey, place).with("key", "nom");
        diagnostic.suggestion = Some("name".to_owned());
        let (_, value) = json(&[diagnostic]);
        assert_eq!(value["version"], 1);
        let entry = &value["diagnostics"][0];
        assert_eq!(entry["code"], "unknown-key");
        assert_eq!(entry["severity"], "error");
        assert_eq!(
            (&entry["line"], &entry["column"], &entry["length"]),
            (&2.into(), &3.into(), &3.into())
        );
        assert_eq!(entry["source"], "  nom: \"Régie\"");
        assert_eq!(entry["suggestion"], "name");
        assert_eq!(entry["arguments"]["key"], "nom");
        assert_eq!(value["summary"]["errors"], 1);
    }

    #[test]
    fn a_whole_file_has_no_line() {
        let diagnostic = Diagnostic::new(Code::FileTooLarge, Place::file("f"))
            .with("size", 17usize)
            .with("limit", 16usize);
        let (_, value) = json(&[diagnostic]);
        let entry = &value["diagnostics"][0];
        assert!(entry["line"].is_null() && entry["column"].is_null() && entry["source"].is_null());
        assert_eq!(entry["arguments"]["size"], 17);
    }

    #[test]
    fn nothing_drives_a_terminal_and_nothing_is_lost() {
        let hostile = "\u{1b}[2J\u{9b}31m\u{202e}\u{2028}\u{7f}\u{e0041}\n";
        let diagnostic = Diagnostic::new(Code::ActionUnknown, Place::file(hostile)).with("value", hostile);
        let (text, value) = json(&[diagnostic]);
        assert!(
            text.chars()
                .all(|c| c == '\n' || !crate::identifier::is_forbidden(c)),
            "{text}"
        );
        assert_eq!(value["diagnostics"][0]["path"], hostile);
        assert_eq!(value["diagnostics"][0]["arguments"]["value"], hostile);
    }

    #[test]
    fn a_private_key_is_never_shown() {
        let line = "-----BEGIN OPENSSH PRIVATE KEY-----";
        let place = || Place::in_text("k.yaml", line, 0, 5);
        let findings = [
            Diagnostic::new(Code::PrivateKey, place()).with("value", line),
            Diagnostic::new(
                Code::SignatureMissing,
                Place::in_text("k.yaml", "b3BlbnNzaC1rZXk", 0, 5),
            ),
            Diagnostic::new(
                Code::SignatureMissing,
                Place {
                    path: "other".to_owned(),
                    ..place()
                },
            ),
        ];
        let (text, _) = json(&findings);
        assert!(!text.contains("BEGIN") && !text.contains("b3Blb"), "{text}");
    }
}
