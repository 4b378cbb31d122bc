//! For a person: the sentence, the place, the line with a mark under what is meant, and what to do.
//!
//! ```text
//! error[unknown-key]: There is no field “nom”
//!  --> signatures/charter/a.yaml:8:3
//!   |
//! 8 |   nom: "Régie"
//!   |   ^^^ unknown field
//!   |
//!   = expected: …
//!   = what to do: …
//!   = did you mean: name
//! ```
//!
//! Every line that holds foreign text starts with words of this program, so that a forge that reads its log for
//! commands at the start of a line finds none.

use super::excerpt::{Excerpt, excerpt};
use super::{Finding, Options, Summary, escape, label};
use crate::diagnostic::Severity;

pub(super) fn write(findings: &[Finding<'_>], options: &Options<'_>) -> String {
    let mut out = String::new();
    for finding in findings {
        write_finding(&mut out, finding, options);
        out.push('\n');
    }
    if !findings.is_empty() {
        let summary = Summary::of(findings.iter().map(|finding| finding.diagnostic));
        out.push_str(&options.paint(Style::Strong, &summary.text(options.catalogue)));
        out.push('\n');
    }
    out
}

fn write_finding(out: &mut String, finding: &Finding<'_>, options: &Options<'_>) {
    let diagnostic = finding.diagnostic;
    let severity = Style::of(diagnostic.severity);
    let name = options.catalogue.text(severity_name(diagnostic.severity), &[]);
    let head = format!("{name}[{}]", diagnostic.code);
    let title = options.catalogue.text("report-colon", &[]) + &escape::terminal(&finding.words.title);
    let span = diagnostic.place.span.as_ref();
    let number = span.map(|span| span.line.to_string()).unwrap_or_default();
    let gutter = " ".repeat(number.len().max(1));
    let bar = options.paint(Style::Frame, "|");

    out.push_str(&options.paint(severity, &head));
    out.push_str(&options.paint(Style::Strong, &title));
    out.push('\n');
    // What was written on the command line stands in no file.
    if !diagnostic.place.path.is_empty() {
        let mut place = escape::terminal(&diagnostic.place.path);
        if let Some(span) = span {
            place.push_str(&format!(":{}:{}", span.line, span.column));
        }
        out.push_str(&format!(
            "{gutter}{} {place}\n",
            options.paint(Style::Frame, "-->")
        ));
    }

    if let (Some(span), Some(source)) = (span, finding.source) {
        let room = options.width.saturating_sub(gutter.len() + 3).max(20);
        let Excerpt { text, before, marked } = excerpt(source, span, room);
        let mark = options.paint(severity, &"^".repeat(marked.max(1)));
        let label = finding
            .words
            .label
            .as_deref()
            .map(escape::terminal)
            .unwrap_or_default();
        let label = if label.is_empty() {
            label
        } else {
            options.paint(severity, &format!(" {label}"))
        };
        out.push_str(&format!("{gutter} {bar}\n"));
        out.push_str(&format!(
            "{} {bar} {text}\n",
            options.paint(Style::Frame, &number)
        ));
        out.push_str(&format!("{gutter} {bar} {}{mark}{label}\n", " ".repeat(before)));
        out.push_str(&format!("{gutter} {bar}\n"));
    }
    for (id, text) in finding.words.remarks() {
        let label = options.paint(Style::Strong, &label(options.catalogue, id));
        let sign = options.paint(Style::Frame, "=");
        out.push_str(&format!("{gutter} {sign} {label}{}\n", escape::terminal(text)));
    }
}

fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "report-error",
        Severity::Warning => "report-warning",
        Severity::Note => "report-note",
    }
}

/// The few styles in use.
#[derive(Clone, Copy)]
enum Style {
    Error,
    Warning,
    Note,
    Strong,
    Frame,
}

impl Style {
    fn of(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
            Severity::Note => Self::Note,
        }
    }

    /// The parameters of the style's SGR sequence.
    fn parameters(self) -> &'static str {
        match self {
            Self::Error => "1;91",
            Self::Warning => "1;33",
            Self::Note => "1;92",
            Self::Strong => "1",
            Self::Frame => "1;94",
        }
    }
}

impl Options<'_> {
    fn paint(&self, style: Style, text: &str) -> String {
        if self.colour {
            format!("\u{1b}[{}m{text}\u{1b}[0m", style.parameters())
        } else {
            text.to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::{Code, Diagnostic, Place, Span};
    use crate::identifier::is_forbidden;
    use crate::locale::{Catalogue, Locale};
    use crate::report::{Format, Options, write};

    fn human(locale: Locale, diagnostics: &[Diagnostic]) -> String {
        write(Format::Human, diagnostics, &Options::new(&Catalogue::new(locale)))
    }

    fn at(line: &str, start: usize, end: usize) -> Place {
        Place::in_text("signatures/charter/les-tilleuls.yaml", line, start, end)
    }

    #[test]
    fn french_with_a_suggestion() {
        let place = at("\n\n  nom: \"Régie\"\n", 4, 7);
        let mut unknown = Diagnostic::new(Code::UnknownKey, place).with("key", "nom");
        unknown.suggestion = Some("name".to_owned());
        insta::assert_snapshot!(human(Locale::French, &[unknown]));
    }

    #[test]
    fn english_with_a_hostile_name_and_path() {
        let mut shared = Diagnostic::new(Code::SharedKey, Place::file("signatures/\u{1b}[2Jx\n.yaml"))
            .with("fingerprint", "SHA256:abc")
            .with("other", "\u{1b}[31m::error::x\n::error::y\u{2028}##[error]z");
        shared.suggestion = Some("\u{9b}2J".to_owned());
        let line = "  name: \"Régie \u{202e}elbadnom\u{2069}\"";
        let hidden = Diagnostic::new(Code::ForbiddenCharacter, at(line, 16, 19)).with("character", "U+202E");
        insta::assert_snapshot!(human(Locale::English, &[hidden, shared]));
    }

    #[test]
    fn a_private_key_is_announced_and_not_shown() {
        let key = Diagnostic::new(Code::PrivateKey, at("  b3BlbnNzaC1rZXktdjEAAAAA", 2, 20));
        insta::assert_snapshot!(human(Locale::French, &[key]));
    }

    #[test]
    fn a_long_line_is_cut_around_the_mark() {
        let line = format!("{}<b>{}", "mot ".repeat(90), " fin".repeat(90));
        insta::assert_snapshot!(human(
            Locale::French,
            &[Diagnostic::new(Code::RawHtml, at(&line, 360, 363))]
        ));
    }

    #[test]
    fn nothing_but_the_asked_colours_drives_the_terminal() {
        let hostile: String = ('\0'..='\u{ffff}').filter(|c| is_forbidden(*c)).collect();
        let line = format!("  name: \"{}\"", hostile.replace('\n', ""));
        let span = Span {
            line: 1,
            column: 9,
            length: 20,
            source: line,
        };
        let diagnostic = Diagnostic::new(
            Code::UnknownKey,
            Place {
                path: hostile.clone(),
                span: Some(span),
            },
        )
        .with("key", hostile.as_str());
        let catalogue = Catalogue::new(Locale::French);
        let mut options = Options {
            width: 1_000_000,
            ..Options::new(&catalogue)
        };
        let found = [diagnostic];
        let plain = write(Format::Human, &found, &options);
        assert!(plain.chars().all(|c| c == '\n' || !is_forbidden(c)));
        assert!(plain.lines().all(|line| !line.trim_start().starts_with("::")));
        options.colour = true;
        let mut coloured = write(Format::Human, &found, &options);
        assert!(coloured.contains("\u{1b}[1;91merreur[unknown-key]\u{1b}[0m"));
        for sequence in ["\u{1b}[0m", "\u{1b}[1m", "\u{1b}[1;91m", "\u{1b}[1;94m"] {
            coloured = coloured.replace(sequence, "");
        }
        assert_eq!(coloured, plain);
    }

    #[test]
    fn wrong_spans_and_nothing_at_all_are_harmless() {
        let span = Span {
            line: 7,
            column: 900,
            length: u32::MAX,
            source: "court".to_owned(),
        };
        let place = Place {
            path: "f".to_owned(),
            span: Some(span),
        };
        assert!(
            human(Locale::English, &[Diagnostic::new(Code::Tab, place)]).contains("7 | court\n  |      ^")
        );
        let span = Span {
            line: u32::MAX,
            column: 0,
            length: 0,
            source: String::new(),
        };
        let place = Place {
            path: String::new(),
            span: Some(span),
        };
        assert!(human(Locale::English, &[Diagnostic::new(Code::Tab, place)]).contains("error[tab]"));
        assert_eq!(human(Locale::French, &[]), "");
    }
}
