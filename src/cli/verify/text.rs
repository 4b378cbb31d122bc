//! What `verify` says of each file.

use crate::cli::console::{Console, Style};
use crate::diagnostic::Diagnostic;
use crate::locale::Template;
use crate::register::verdict::{Counts, Subject, Verdict, Voucher, Worth};
use crate::report::{self, Format, escape};
use crate::signature::{Action, Adherence, Document, Sealed};

/// The words for a hundred thousand files: messages are looked up once.
pub struct Words<'a> {
    console: &'a Console,
    good: String,
    careful: String,
    bad: String,
    signs: Template,
    withdraws: Template,
    attests: Template,
    key: Template,
    text_same: Template,
    file_same: Template,
    steward: Template,
    no_steward: String,
}

const ADHERENCE: [&str; 5] = ["organisation", "city", "text", "version", "date"];

impl<'a> Words<'a> {
    /// The words in the reader's language.
    pub fn new(console: &'a Console) -> Self {
        let template = |id, names: &[&'static str]| Template::new(&console.catalogue, id, names);
        Self {
            console,
            good: console.paint(Style::Good, "✓"),
            careful: console.paint(Style::Careful, "!"),
            bad: console.paint(Style::Bad, "✗"),
            signs: template("verify-signs", &ADHERENCE),
            withdraws: template("verify-withdraws", &ADHERENCE),
            attests: template("verify-attests", &["organisation", "method", "date"]),
            key: template("verify-key", &["fingerprint"]),
            text_same: template("verify-text-same", &["path"]),
            file_same: template("verify-file-same", &["path"]),
            steward: template("verify-steward", &["steward"]),
            no_steward: console.paint(Style::Dim, &console.text("verify-no-steward", &[])),
        }
    }

    /// Adds what there is to say about one file to `out`; `before` is the verdict on it as it was signed, where the way it
    /// came has changed it since.
    pub fn describe(&self, shown: &str, verdict: &Verdict, before: Option<&Verdict>, out: &mut String) {
        let mark = match verdict.worth() {
            Worth::Sound => &self.good,
            Worth::Stale => &self.careful,
            Worth::Nothing => &self.bad,
        };
        let path = self.console.paint(Style::Strong, &escape::terminal(shown));
        for part in [mark, " ", &path, "\n"] {
            out.push_str(part);
        }
        if before.is_some() {
            push(
                out,
                &self
                    .console
                    .paint(Style::Careful, &self.console.text("verify-carried", &[])),
            );
        }
        self.outcome(before.unwrap_or(verdict), out);
        out.push('\n');
    }

    /// What is wrong with a file, or what it says.
    fn outcome(&self, verdict: &Verdict, out: &mut String) {
        match &verdict.outcome {
            Err(faults) => {
                for line in self.report(faults, self.console.colour).lines() {
                    push(out, line);
                }
            }
            Ok(signed) => {
                push(out, &self.what(signed));
                push(out, &self.key.fill(&[&signed.seal.key.fingerprint()]));
                push(out, &self.subject(verdict, &signed.document));
                self.voucher(verdict, out);
            }
        }
    }

    fn what(&self, signed: &Sealed) -> String {
        match &signed.document {
            Document::Adherence(adherence) => {
                let template = match adherence.action {
                    Action::Sign => &self.signs,
                    Action::Withdraw => &self.withdraws,
                };
                template.fill(&[
                    &escape::terminal(adherence.organisation.name.as_str()),
                    &escape::terminal(adherence.organisation.city.as_str()),
                    &adherence.text.to_string(),
                    adherence.version.as_str(),
                    &adherence.date.to_string(),
                ])
            }
            Document::Attestation(attestation) => self.attests.fill(&[
                &escape::terminal(attestation.organisation.as_str()),
                &escape::terminal(attestation.method.as_str()),
                &attestation.date.to_string(),
            ]),
        }
    }

    fn subject(&self, verdict: &Verdict, document: &Document) -> String {
        let say = |style, id| self.console.paint(style, &self.console.text(id, &[]));
        match (&verdict.subject, document) {
            (Subject::Same(path), Document::Adherence(_)) => self.text_same.fill(&[&escape::terminal(path)]),
            (Subject::Same(path), Document::Attestation(_)) => {
                self.file_same.fill(&[&escape::terminal(path)])
            }
            (Subject::Different, Document::Adherence(adherence)) => {
                let words = text_different(self.console, adherence);
                self.console.paint(Style::Bad, &words)
            }
            (Subject::Different, Document::Attestation(_)) => say(Style::Careful, "verify-file-different"),
            (Subject::Absent, Document::Adherence(_)) => say(Style::Careful, "verify-text-absent"),
            (Subject::Absent, Document::Attestation(_)) => say(Style::Careful, "verify-file-absent"),
        }
    }

    fn voucher(&self, verdict: &Verdict, out: &mut String) {
        match &verdict.voucher {
            Voucher::Steward(name) => push(out, &self.steward.fill(&[&escape::terminal(name)])),
            Voucher::None => push(out, &self.no_steward),
            Voucher::Stale(faults) | Voucher::Unsound(faults) => {
                for line in self.report(faults, false).lines() {
                    push(out, line);
                }
            }
        }
    }

    fn report(&self, faults: &[Diagnostic], colour: bool) -> String {
        let mut options = report::Options::new(&self.console.catalogue);
        options.colour = colour;
        // It stands two columns in.
        options.width = self.console.columns().saturating_sub(2);
        report::write(Format::Human, faults, &options)
            .trim_end()
            .to_owned()
    }

    /// The last line.
    pub fn summary(&self, counts: Counts) -> String {
        let Counts { sound, stale, faulty } = counts;
        let text = self.console.text(
            "verify-summary",
            &[("sound", sound.into()), ("faulty", faulty.into())],
        );
        let style = if faulty == 0 { Style::Good } else { Style::Bad };
        let mut said = self.console.paint(style, &text) + "\n";
        if stale > 0 {
            let text = self.console.text("verify-stale", &[("count", stale.into())]);
            said.push_str(&(self.console.paint(Style::Careful, &text) + "\n"));
        }
        said
    }
}

/// That the text at hand is not the one signed, and which one to look for.
pub fn text_different(console: &Console, adherence: &Adherence) -> String {
    let wanted = [
        ("version", adherence.version.as_str().into()),
        ("digest", adherence.sha256.to_string().into()),
    ];
    console.text("verify-text-different", &wanted)
}

/// Adds a line below the file's own.
fn push(out: &mut String, line: &str) {
    out.push_str("  ");
    out.push_str(line);
    out.push('\n');
}
