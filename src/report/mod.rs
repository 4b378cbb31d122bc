//! Diagnostics as text: one writer a format, over the same values.
//!
//! Everything in a diagnostic may come from a stranger's file, file names included. Each writer escapes it for
//! its own format, with the functions of [`escape`]; none ever lets a control sequence through.

pub mod escape;
mod excerpt;
mod fingerprint;
mod github;
mod gitlab;
mod human;
mod json;
mod markdown;
pub mod reference;
mod sarif;
mod words;

pub use words::Words;

use crate::diagnostic::{Argument, Code, Diagnostic, Severity};
use crate::locale::Catalogue;
use crate::review::Act;
use std::collections::BTreeSet;

/// A way to write diagnostics down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// For a person at a terminal, or for a log.
    Human,
    /// For programs: the schema that the `json` writer documents.
    Json,
    /// Annotations in GitHub Actions.
    Github,
    /// A code-quality report for GitLab.
    Gitlab,
    /// SARIF 2.1.0.
    Sarif,
    /// A job summary or a comment, for people who have never used git.
    Markdown,
}

impl Format {
    /// Every format.
    pub const ALL: &[Format] = &[
        Format::Human,
        Format::Json,
        Format::Github,
        Format::Gitlab,
        Format::Sarif,
        Format::Markdown,
    ];

    /// The format's name on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::Json => "json",
            Self::Github => "github",
            Self::Gitlab => "gitlab",
            Self::Sarif => "sarif",
            Self::Markdown => "markdown",
        }
    }

    /// The format of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.as_str() == name)
    }
}

/// What a writer needs to know besides the diagnostics.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// The words, and with them the language.
    pub catalogue: &'a Catalogue,
    /// Whether the human format may use colours.
    pub colour: bool,
    /// How many columns the human format may use for a line of source.
    pub width: usize,
    /// The paths that the change under review touches: formats with little room show these first.
    pub changed: &'a [String],
    /// What the change under review does, for the Markdown format.
    pub acts: &'a [Act],
    /// Whom to write to, for the Markdown format.
    pub contact: Option<&'a str>,
}

impl<'a> Options<'a> {
    /// No colours, 100 columns, no change.
    pub fn new(catalogue: &'a Catalogue) -> Self {
        Self {
            catalogue,
            colour: false,
            width: 100,
            changed: &[],
            acts: &[],
            contact: None,
        }
    }
}

/// Writes `diagnostics` in `format`, in the order they are given.
///
/// Of no diagnostics, the formats for people and for logs (`human`, `github`) write nothing; the others are always whole
/// documents.
pub fn write(format: Format, diagnostics: &[Diagnostic], options: &Options<'_>) -> String {
    let findings = findings(diagnostics, options.catalogue);
    match format {
        Format::Human => human::write(&findings, options),
        Format::Json => json::write(&findings, options),
        Format::Github => github::write(&findings, options),
        Format::Gitlab => gitlab::write(&findings, options),
        Format::Sarif => sarif::write(&findings, options),
        Format::Markdown => markdown::write(&findings, options),
    }
}

/// A diagnostic with its words, and with no more of its file than may be shown.
struct Finding<'a> {
    diagnostic: &'a Diagnostic,
    words: Words,
    /// Whether the line of the file may be shown.
    source: Option<&'a str>,
    /// Whether the arguments may be shown as they are.
    arguments: &'a [(&'static str, Argument)],
}

impl Finding<'_> {
    /// What there is to say, one line each: the sentence, what was expected, what to do, what was probably meant.
    fn paragraphs(&self, catalogue: &Catalogue, escape: fn(&str) -> String) -> Vec<String> {
        let mut paragraphs = vec![escape(&self.words.title)];
        for (id, text) in self.words.remarks() {
            paragraphs.push(format!("{}{}", label(catalogue, id), escape(text)));
        }
        paragraphs
    }
}

/// The label that announces a remark, with its colon.
fn label(catalogue: &Catalogue, id: &str) -> String {
    catalogue.text(id, &[]) + &catalogue.text("report-colon", &[])
}

/// Joins diagnostics with their words, and drops every line of a file that holds a private key.
fn findings<'a>(diagnostics: &'a [Diagnostic], catalogue: &Catalogue) -> Vec<Finding<'a>> {
    let secret: BTreeSet<&str> = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.code == Code::PrivateKey)
        .map(|diagnostic| diagnostic.place.path.as_str())
        .collect();
    let finding = |diagnostic: &'a Diagnostic| {
        let hidden = secret.contains(diagnostic.place.path.as_str());
        let source = diagnostic.place.span.as_ref().map(|span| span.source.as_str());
        Finding {
            diagnostic,
            words: Words::of(diagnostic, catalogue),
            source: source.filter(|line| !hidden && !line.is_empty() && !line.contains("PRIVATE KEY")),
            arguments: if diagnostic.code == Code::PrivateKey {
                &[]
            } else {
                &diagnostic.arguments
            },
        }
    };
    diagnostics.iter().map(finding).collect()
}

/// How many errors, warnings and notes there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Findings that keep a file from being accepted.
    pub errors: usize,
    /// Findings that a person should look at.
    pub warnings: usize,
    /// Findings that are worth knowing.
    pub notes: usize,
}

impl Summary {
    /// Counts `diagnostics`.
    pub fn of<'a>(diagnostics: impl IntoIterator<Item = &'a Diagnostic>) -> Self {
        let mut summary = Self::default();
        for diagnostic in diagnostics {
            match diagnostic.severity {
                Severity::Error => summary.errors += 1,
                Severity::Warning => summary.warnings += 1,
                Severity::Note => summary.notes += 1,
            }
        }
        summary
    }

    /// The summary in words, without what there is none of: `2 errors, 1 warning`. Empty when there is nothing.
    pub fn text(&self, catalogue: &Catalogue) -> String {
        let parts = [
            ("report-errors", self.errors),
            ("report-warnings", self.warnings),
            ("report-notes", self.notes),
        ];
        let parts: Vec<String> = parts
            .iter()
            .filter(|(_, count)| *count > 0)
            .map(|(id, count)| catalogue.text(id, &[("count", (*count).into())]))
            .collect();
        parts.join(", ")
    }
}
