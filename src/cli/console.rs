//! Talking to the person at the terminal.

use super::wrap;
use crate::diagnostic::{Argument, Diagnostic};
use crate::locale::Catalogue;
use crate::report::{self, escape};
use std::io::{IsTerminal as _, Write as _};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use terminal_size::Width;

/// How a command ended that could do its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// All is well: exit status 0.
    Well,
    /// Something was found: exit status 1.
    Findings,
}

/// Why a command could not do its work: exit status 2.
#[derive(Debug)]
pub enum Failure {
    /// A message of `cli.ftl` with its arguments.
    Message(&'static str, Vec<(&'static str, Argument)>),
    /// Diagnostics, as for a faulty configuration.
    Diagnostics(Vec<Diagnostic>),
    /// Words that are already in the reader's language.
    Words(String),
}

impl Failure {
    /// A failure with a message of `cli.ftl`.
    pub fn message(id: &'static str, arguments: &[(&'static str, Argument)]) -> Self {
        Self::Message(id, arguments.to_vec())
    }

    /// The failure to do something with the file or folder at `path`.
    pub fn io(path: &std::path::Path, error: &std::io::Error) -> Self {
        let reason = crate::diagnostic::reason(error);
        Self::message(
            "io-failure",
            &[
                ("path", path.display().to_string().into()),
                ("reason", reason.into()),
            ],
        )
    }
}

/// The words, the colours and the streams.
#[derive(Debug)]
pub struct Console {
    /// The words in the reader's language.
    pub catalogue: Catalogue,
    /// Whether standard output is a terminal that wants colours.
    pub colour: bool,
    /// Whether standard error is one.
    pub error_colour: bool,
    /// How many columns there are where standard output is a terminal, and where standard error is one.
    width: Option<usize>,
    error_width: Option<usize>,
    /// Whether nobody reads standard output any more.
    closed: AtomicBool,
}

/// A style of the terminal, by what it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// What holds.
    Good,
    /// What does not.
    Bad,
    /// What deserves a look.
    Careful,
    /// Names and headings.
    Strong,
    /// What may be passed over.
    Dim,
}

impl Console {
    /// A console for the process's own streams; colours only on a terminal, and never with `NO_COLOR`.
    pub fn new(catalogue: Catalogue) -> Self {
        let wanted = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
            && std::env::var_os("TERM").is_none_or(|term| term != "dumb");
        let columns = |(Width(width), _)| usize::from(width);
        let colour = wanted && std::io::stdout().is_terminal();
        let error_colour = wanted && std::io::stderr().is_terminal();
        Self {
            catalogue,
            colour,
            error_colour,
            width: terminal_size::terminal_size_of(std::io::stdout()).map(columns),
            error_width: terminal_size::terminal_size_of(std::io::stderr()).map(columns),
            closed: AtomicBool::new(false),
        }
    }

    /// How many columns a report on standard output may take for a line of source.
    pub fn columns(&self) -> usize {
        self.width.map_or(COLUMNS, |width| width.min(COLUMNS))
    }

    /// Whether nobody reads standard output any more, as far as is known: what was said may not have been seen.
    pub fn is_closed(&self) -> bool {
        self.closed.load(Ordering::Relaxed)
    }

    /// A message of `cli.ftl`; arguments are made safe for a terminal.
    pub fn text(&self, id: &str, arguments: &[(&str, Argument)]) -> String {
        let safe: Vec<(&str, Argument)> = arguments
            .iter()
            .map(|(name, value)| {
                let value = match value {
                    Argument::Text(text) if *name == "reason" => {
                        Argument::Text(escape::terminal(&self.catalogue.reason(text)))
                    }
                    Argument::Text(text) => Argument::Text(escape::terminal(text)),
                    number => number.clone(),
                };
                (*name, value)
            })
            .collect();
        self.catalogue.text(id, &safe)
    }

    /// `text` in a style, on standard output.
    pub fn paint(&self, style: Style, text: &str) -> String {
        if self.colour {
            painted(style, text)
        } else {
            text.to_owned()
        }
    }

    /// `text` in a style, on standard error.
    pub fn paint_error(&self, style: Style, text: &str) -> String {
        if self.error_colour {
            painted(style, text)
        } else {
            text.to_owned()
        }
    }

    /// Prints a line on standard output, in as many as a terminal needs for it.
    ///
    /// # Errors
    /// What the system says; that nobody reads it any more is no error.
    pub fn line(&self, text: &str) -> Result<(), Failure> {
        self.prose(&format!("{text}\n"))
    }

    /// Prints `text` as it is on standard output. Once nobody reads it any more, as in `paraphe check | head -1`, nothing is
    /// printed, and the command goes on: its exit status is then what it would have been.
    ///
    /// # Errors
    /// As for [`Self::line`].
    pub fn raw(&self, text: &str) -> Result<(), Failure> {
        if self.is_closed() {
            return Ok(());
        }
        let mut out = std::io::stdout().lock();
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => {
                self.closed.store(true, Ordering::Relaxed);
                Ok(())
            }
            written => written.map_err(|error| Failure::io(std::path::Path::new("stdout"), &error)),
        }
    }

    /// Prints a message of `cli.ftl` on standard output.
    ///
    /// # Errors
    /// As for [`Self::line`].
    pub fn say(&self, id: &str, arguments: &[(&str, Argument)]) -> Result<(), Failure> {
        self.line(&self.text(id, arguments))
    }

    /// Prints `text` on standard output, in lines that a terminal has room for.
    ///
    /// # Errors
    /// As for [`Self::line`].
    pub fn prose(&self, text: &str) -> Result<(), Failure> {
        match self.width {
            Some(width) => self.raw(&wrap::fit(text, width)),
            None => self.raw(text),
        }
    }

    /// Prints a line on standard error, in as many as a terminal needs for it. That nobody reads it changes nothing.
    pub fn note(&self, text: &str) {
        let text = self
            .error_width
            .map_or_else(|| text.to_owned(), |width| wrap::fit(text, width));
        let _ = writeln!(std::io::stderr().lock(), "{text}");
    }

    /// Prints diagnostics for a person, on standard error.
    pub fn diagnose(&self, diagnostics: &[Diagnostic]) {
        let mut options = report::Options::new(&self.catalogue);
        options.colour = self.error_colour;
        options.width = self.error_width.map_or(COLUMNS, |width| width.min(COLUMNS));
        let text = report::write(report::Format::Human, diagnostics, &options);
        if !text.is_empty() {
            self.note(text.trim_end_matches('\n'));
        }
    }

    /// Says why a command failed, and turns its end into an exit status.
    pub fn finish(&self, outcome: Result<Outcome, Failure>) -> ExitCode {
        match outcome {
            Ok(Outcome::Well) => ExitCode::SUCCESS,
            Ok(Outcome::Findings) => ExitCode::from(1),
            Err(Failure::Message(id, arguments)) => {
                let arguments: Vec<(&str, Argument)> = arguments;
                self.fail(&self.text(id, &arguments))
            }
            Err(Failure::Words(words)) => self.fail(&words),
            Err(Failure::Diagnostics(diagnostics)) => {
                self.diagnose(&diagnostics);
                ExitCode::from(2)
            }
        }
    }

    fn fail(&self, words: &str) -> ExitCode {
        let label = self.catalogue.text("failure", &[]);
        let label = if self.error_colour {
            painted(Style::Bad, &label)
        } else {
            label
        };
        self.note(&format!("{label} {words}"));
        ExitCode::from(2)
    }
}

/// How many columns a report takes at most for a line of source.
const COLUMNS: usize = 100;

fn painted(style: Style, text: &str) -> String {
    let code = match style {
        Style::Good => "32",
        Style::Bad => "1;31",
        Style::Careful => "33",
        Style::Strong => "1",
        Style::Dim => "2",
    };
    format!("\x1b[{code}m{text}\x1b[0m")
}
