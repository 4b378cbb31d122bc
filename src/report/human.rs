//! For a person: the sentence, the place, the line with a mark under what is meant, and what to do.
//!
//! ```text
//! error[unknown-key]: the key “nom” is not one of the format's keys
//!  --> signatures/charter/a.yaml:8:3
//!   |
//! 8 |   nom: "Régie"
//!   |   ^^^ unknown key
//!   = help: …
//!   = did you mean: name
//! ```
//!
//! Every line that holds foreign text starts with words of this program, so that a forge that reads its log for
//! commands at the start of a line finds none.

use super::{Finding, Options, Summary, escape};
use crate::diagnostic::{Severity, Span};
use crate::locale::Catalogue;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

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
    let mut place = escape::terminal(&diagnostic.place.path);
    if let Some(span) = span {
        place.push_str(&format!(":{}:{}", span.line, span.column));
    }
    out.push_str(&format!(
        "{gutter}{} {place}\n",
        options.paint(Style::Frame, "-->")
    ));

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
    }
    let words = &finding.words;
    let remarks = [
        ("report-expected", &words.expected),
        ("report-help", &words.help),
        ("report-suggestion", &words.suggestion),
    ];
    for (id, text) in remarks {
        if let Some(text) = text {
            let label = options.paint(Style::Strong, &label(options.catalogue, id));
            let sign = options.paint(Style::Frame, "=");
            out.push_str(&format!("{gutter} {sign} {label}{}\n", escape::terminal(text)));
        }
    }
}

fn label(catalogue: &Catalogue, id: &str) -> String {
    catalogue.text(id, &[]) + &catalogue.text("report-colon", &[])
}

fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "report-error",
        Severity::Warning => "report-warning",
        Severity::Note => "report-note",
    }
}

/// The part of a line that is shown.
struct Excerpt {
    text: String,
    /// How many columns stand before the mark.
    before: usize,
    /// How many columns the mark takes.
    marked: usize,
}

/// Shows `source` in at most `room` columns, with what `span` means in view.
fn excerpt(source: &str, span: &Span, room: usize) -> Excerpt {
    let cells: Vec<Cell> = source
        .char_indices()
        .map(|(at, character)| Cell::of(character, &source[at..]))
        .collect();
    let start = (span.column.saturating_sub(1) as usize).min(cells.len());
    let end = start.saturating_add(span.length as usize).min(cells.len());
    let window = window(&cells, start, end, room);
    let mut text = String::new();
    if window.start > 0 {
        text.push('…');
    }
    let mut before = text.width();
    let mut marked = 0;
    for (at, cell) in cells.iter().enumerate().take(window.end).skip(window.start) {
        text.push_str(&cell.text);
        if at < start {
            before += cell.width;
        } else if at < end {
            marked += cell.width;
        }
    }
    if window.end < cells.len() {
        text.push('…');
    }
    Excerpt { text, before, marked }
}

/// One character of the line as it is shown.
struct Cell {
    text: String,
    width: usize,
}

impl Cell {
    fn of(character: char, rest: &str) -> Self {
        // A tab is shown, and takes a fixed width: what stands before it on the screen is no tab stop.
        if character == '\t' {
            return Self {
                text: "→   ".to_owned(),
                width: 4,
            };
        }
        let mut text = String::new();
        escape::push_terminal(&mut text, character, rest);
        let width = if text.len() > 4 {
            text.len()
        } else {
            character.width().unwrap_or(0)
        };
        Self { text, width }
    }
}

/// The cells to show: all of them if there is room, or else those around `start..end`, of which the start matters
/// most.
fn window(cells: &[Cell], start: usize, end: usize, room: usize) -> std::ops::Range<usize> {
    let total: usize = cells.iter().map(|cell| cell.width).sum();
    if total <= room {
        return 0..cells.len();
    }
    // Two columns are kept for the ellipses.
    let mut left = room.saturating_sub(2);
    let (mut low, mut high) = (start, start);
    let grow = |budget: &mut usize, cell: Option<&Cell>| match cell {
        Some(cell) if cell.width <= *budget => {
            *budget -= cell.width;
            true
        }
        _ => false,
    };
    // The marked part first, though never more than two thirds of the room.
    let mut share = left * 2 / 3;
    left -= share;
    while high < end && grow(&mut share, cells.get(high)) {
        high += 1;
    }
    left += share;
    // Then a third of what is left before it, the rest behind it, and what remains before it again.
    let mut share = left / 3;
    left -= share;
    while low > 0 && grow(&mut share, cells.get(low - 1)) {
        low -= 1;
    }
    left += share;
    while grow(&mut left, cells.get(high)) {
        high += 1;
    }
    while low > 0 && grow(&mut left, cells.get(low - 1)) {
        low -= 1;
    }
    low..high
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
