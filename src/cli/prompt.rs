//! Questions to the person at the terminal: each answer is checked as it is given, and asked for again when it is
//! wrong, with the reason.

use super::console::{Console, Failure, Style};
use crate::diagnostic::{Argument, Diagnostic};
use crate::report::{Words, escape};
use std::io::{BufRead as _, Read as _, Write as _};
use unicode_normalization::UnicodeNormalization as _;

/// The longest answer that is read, in bytes.
const ANSWER_LIMIT: u64 = 64 * 1024;

/// Asks questions, or answers them from what was given on the command line.
#[derive(Debug)]
pub struct Prompt<'a> {
    console: &'a Console,
    /// Nothing may be asked: what is not given stays unsaid, and every confirmation is given.
    silent: bool,
}

/// A question, and what is known of its answer.
#[derive(Clone, Copy, Debug, Default)]
pub struct Question<'q> {
    /// The message that asks.
    pub id: &'static str,
    /// The option that answers it.
    pub flag: &'static str,
    /// What was given with the option.
    pub given: Option<&'q str>,
    /// What an empty answer means.
    pub usual: Option<&'q str>,
}

/// Why an answer won't do.
#[derive(Debug)]
pub enum Refusal {
    /// It breaks a rule of the format.
    Fault(Box<Diagnostic>),
    /// A message of `locale`, with its arguments.
    Message(&'static str, Vec<(&'static str, Argument)>),
}

impl From<Diagnostic> for Refusal {
    fn from(fault: Diagnostic) -> Self {
        Self::Fault(Box::new(fault))
    }
}

impl<'a> Prompt<'a> {
    /// A prompt on the terminal; with `silent` it asks nothing.
    pub fn new(console: &'a Console, silent: bool) -> Self {
        Self { console, silent }
    }

    /// Whether nothing is asked.
    pub fn is_silent(&self) -> bool {
        self.silent
    }

    /// An answer that must be there.
    ///
    /// # Errors
    /// [`Failure`] when what was given is wrong, when nothing may be asked, or when nobody answers.
    pub fn ask<T, E: Into<Refusal>>(
        &self,
        question: Question<'_>,
        parse: impl Fn(&str) -> Result<T, E>,
    ) -> Result<T, Failure> {
        let missing = || Failure::message("prompt-missing", &[("flag", question.flag.into())]);
        self.answer(question, &|answer| parse(answer).map_err(Into::into), false)?
            .ok_or_else(missing)
    }

    /// An answer that may be left out: an empty one where nothing is usual, or `-`.
    ///
    /// # Errors
    /// As for [`Self::ask`].
    pub fn ask_optional<T, E: Into<Refusal>>(
        &self,
        question: Question<'_>,
        parse: impl Fn(&str) -> Result<T, E>,
    ) -> Result<Option<T>, Failure> {
        self.answer(question, &|answer| parse(answer).map_err(Into::into), true)
    }

    fn answer<T>(
        &self,
        question: Question<'_>,
        parse: &dyn Fn(&str) -> Result<T, Refusal>,
        optional: bool,
    ) -> Result<Option<T>, Failure> {
        if let Some(given) = question.given {
            let given = clean(given);
            if optional && given.is_empty() {
                return Ok(None);
            }
            return parse(&given)
                .map(Some)
                .map_err(|fault| self.wrong_flag(question, &fault));
        }
        let usual = question.usual.map(clean).filter(|usual| !usual.is_empty());
        if self.silent {
            let parsed = usual.map(|usual| parse(&usual)).transpose();
            return parsed.map_err(|fault| self.wrong_flag(question, &fault));
        }
        loop {
            let line = self.read(&self.label(question, usual.as_deref(), optional))?;
            let Some(line) = line else { continue };
            let line = clean(&line);
            let answer = match (line.as_str(), &usual) {
                ("", Some(usual)) => usual.clone(),
                ("" | "-", _) if optional => return Ok(None),
                ("", None) => {
                    self.complain(&self.console.text("prompt-empty", &[]));
                    continue;
                }
                _ => line,
            };
            match parse(&answer) {
                Ok(value) => return Ok(Some(value)),
                Err(fault) => self.complain(&self.reason(&fault)),
            }
        }
    }

    /// Whether the person agrees to what the message `id` asks; without a clear yes, no, and none where it could not be read.
    ///
    /// # Errors
    /// [`Failure`] when nobody answers.
    pub fn confirm(&self, id: &str, arguments: &[(&str, Argument)]) -> Result<bool, Failure> {
        if self.silent {
            return Ok(true);
        }
        // What is agreed to was shown on standard output.
        if self.console.is_closed() {
            return Ok(false);
        }
        let label = format!("{} ", self.console.text(id, arguments));
        loop {
            let Some(line) = self.read(&label)? else { continue };
            match line.trim().to_lowercase().as_str() {
                "o" | "oui" | "y" | "yes" => return Ok(true),
                "" | "n" | "non" | "no" => return Ok(false),
                _ => self.complain(&self.console.text("prompt-yes-or-no", &[])),
            }
        }
    }

    /// What is wrong, and what was expected, in one line.
    fn reason(&self, refusal: &Refusal) -> String {
        let fault = match refusal {
            Refusal::Fault(fault) => fault,
            Refusal::Message(id, arguments) => return self.console.text(id, arguments),
        };
        let words = Words::of(fault, &self.console.catalogue);
        let mut reason = words.title;
        if let Some(expected) = words.expected {
            let label = self.console.text("report-expected", &[]);
            let colon = self.console.text("report-colon", &[]);
            reason.push_str(&format!(" ({label}{colon}{expected})"));
        }
        escape::terminal(&reason)
    }

    fn wrong_flag(&self, question: Question<'_>, refusal: &Refusal) -> Failure {
        let colon = self.console.text("report-colon", &[]);
        Failure::Words(format!("{}{colon}{}", question.flag, self.reason(refusal)))
    }

    fn label(&self, question: Question<'_>, usual: Option<&str>, optional: bool) -> String {
        let mut label = self.console.text(question.id, &[]);
        if let Some(usual) = usual {
            label.push_str(&format!(" [{}]", escape::terminal(usual)));
        } else if optional {
            label.push(' ');
            label.push_str(&self.console.text("prompt-optional", &[]));
        }
        label + &self.console.text("report-colon", &[])
    }

    fn complain(&self, reason: &str) {
        self.console
            .note(&format!("  {}", self.console.paint_error(Style::Bad, reason)));
    }

    /// Shows `label` on standard error and reads a line; none when it is no text.
    fn read(&self, label: &str) -> Result<Option<String>, Failure> {
        let mut error = std::io::stderr().lock();
        // A terminal that can't be written to shows nothing; the answer may come all the same.
        let _ = write!(error, "{label}").and_then(|()| error.flush());
        drop(error);
        let mut bytes = Vec::new();
        let read = std::io::stdin()
            .lock()
            .take(ANSWER_LIMIT)
            .read_until(b'\n', &mut bytes)
            .map_err(|error| Failure::io(std::path::Path::new("stdin"), &error))?;
        if read == 0 || read as u64 == ANSWER_LIMIT {
            self.console.note("");
            return Err(Failure::message("prompt-ended", &[]));
        }
        match String::from_utf8(bytes) {
            Ok(line) => Ok(Some(line)),
            Err(_) => {
                self.complain(&self.console.text("prompt-not-utf8", &[]));
                Ok(None)
            }
        }
    }
}

/// An answer without the spaces around it and in the one Unicode form that files hold (NFC, UAX #15).
fn clean(answer: &str) -> String {
    answer.trim().nfc().collect()
}
