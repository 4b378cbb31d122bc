//! Wrong use of the command line, told in the reader's language.

use super::console::{Console, Failure, Outcome};
use crate::diagnostic::Argument;
use crate::locale::Locale;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::ffi::OsString;

/// The language that `--lang` asks for, looked up before anything else so that even a wrong command line is
/// answered in it.
pub fn asked_locale(arguments: &[OsString]) -> Option<Locale> {
    let mut arguments = arguments.iter().filter_map(|argument| argument.to_str());
    while let Some(argument) = arguments.next() {
        let name = match argument {
            "--" => return None,
            "--lang" => arguments.next()?,
            _ => match argument.strip_prefix("--lang=") {
                Some(name) => name,
                None => continue,
            },
        };
        return Locale::parse(name);
    }
    None
}

/// Prints the help or version that was asked for, or says what is wrong with the command line.
///
/// # Errors
/// [`Failure::Words`] for wrong use.
pub fn explain(error: &clap::Error, console: &Console) -> Result<Outcome, Failure> {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            console.raw(&error.render().to_string())?;
            Ok(Outcome::Well)
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            console.note(error.render().to_string().trim_end());
            Err(Failure::message("usage-no-command", &[]))
        }
        kind => Err(Failure::Words(words(kind, error, console))),
    }
}

fn words(kind: ErrorKind, error: &clap::Error, console: &Console) -> String {
    let get = |kind| error.get(kind).map(value).unwrap_or_default();
    let argument = get(ContextKind::InvalidArg);
    let is_option = argument.starts_with('-');
    let arguments: Vec<(&str, Argument)> = vec![
        ("argument", argument.into()),
        ("value", get(ContextKind::InvalidValue).into()),
        ("command", get(ContextKind::InvalidSubcommand).into()),
        ("valid", get(ContextKind::ValidValue).into()),
    ];
    let id = match kind {
        ErrorKind::UnknownArgument if !is_option => "usage-too-much",
        ErrorKind::UnknownArgument => "usage-unknown-argument",
        ErrorKind::InvalidSubcommand => "usage-unknown-command",
        ErrorKind::MissingRequiredArgument => "usage-missing-argument",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "usage-wrong-value",
        ErrorKind::ArgumentConflict => "usage-conflict",
        ErrorKind::InvalidUtf8 => "usage-not-utf8",
        _ => "usage-wrong-number",
    };
    let mut text = console.text(id, &arguments);
    let suggested = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ];
    if let Some(near) = suggested.into_iter().map(get).find(|near| !near.is_empty()) {
        text.push(' ');
        text.push_str(&console.text("usage-near", &[("near", near.into())]));
    }
    text.push('\n');
    text.push_str(&console.text("usage-see-help", &[]));
    text
}

fn value(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        other => other.to_string(),
    }
}
