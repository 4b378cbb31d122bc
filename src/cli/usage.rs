//! Wrong use of the command line, told in the reader's language.

use super::arguments::Arguments;
use super::console::{Console, Failure, Outcome};
use super::help;
use crate::diagnostic::{Argument, nearest};
use crate::locale::Locale;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, CommandFactory as _};
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

/// Prints the help or version that was asked for, or says what is wrong with `arguments`, which are not as `whole` wants them.
///
/// # Errors
/// [`Failure::Words`] for wrong use.
pub fn explain(
    error: &clap::Error,
    arguments: &[OsString],
    mut whole: Command,
    console: &Console,
) -> Result<Outcome, Failure> {
    whole.build();
    let asked = asked(arguments, &whole);
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            console.raw(&error.render().to_string())?;
            Ok(Outcome::Well)
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            console.note(error.render().to_string().trim_end());
            Err(Failure::message("usage-no-command", &[]))
        }
        ErrorKind::MissingSubcommand => {
            console.note(asked.clone().render_help().to_string().trim_end());
            Err(Failure::message("usage-no-command", &[]))
        }
        kind => Err(Failure::Words(words(kind, error, (asked, arguments), console))),
    }
}

/// The command that `arguments` name, as far as there is one: the words behind the program's own name, but for the values of
/// the options that may stand before them.
fn asked<'c>(arguments: &[OsString], whole: &'c Command) -> &'c Command {
    let mut words = arguments.iter().skip(1).filter_map(|argument| argument.to_str());
    let mut command = whole;
    while let Some(word) = words.next() {
        if ["-C", "--directory", "--lang"].contains(&word) {
            words.next();
        } else if !word.starts_with('-') {
            match command.find_subcommand(word) {
                Some(sub) => command = sub,
                None => break,
            }
        }
    }
    command
}

fn words(
    kind: ErrorKind,
    error: &clap::Error,
    (asked, given_all): (&Command, &[OsString]),
    console: &Console,
) -> String {
    let get = |kind| error.get(kind).map(value).unwrap_or_default();
    let argument = single(&get(ContextKind::InvalidArg));
    let given = get(ContextKind::InvalidValue);
    let other = get(ContextKind::PriorArg);
    let value_name = find(&argument, asked).and_then(|arg| value_name(arg, asked));
    let id = match kind {
        ErrorKind::UnknownArgument if !argument.starts_with('-') => "usage-too-much",
        ErrorKind::UnknownArgument => "usage-unknown-argument",
        ErrorKind::InvalidSubcommand => "usage-unknown-command",
        ErrorKind::MissingRequiredArgument => "usage-missing-argument",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if given.is_empty() => "usage-missing-value",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "usage-wrong-value",
        ErrorKind::TooManyValues => "usage-no-value",
        ErrorKind::ArgumentConflict if other == argument => "usage-twice",
        ErrorKind::ArgumentConflict => "usage-conflict",
        ErrorKind::InvalidUtf8 => "usage-not-utf8",
        _ => "usage-wrong-number",
    };
    let suggested = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ];
    let behind =
        behind_its_command(&argument, asked, given_all).filter(|_| kind == ErrorKind::UnknownArgument);
    let near = behind.or_else(|| suggested.into_iter().map(get).find(|near| !near.is_empty()));
    let near = near.or_else(|| {
        let choices = value_name.as_deref().map(help::choices).unwrap_or_default();
        nearest(&given, choices).map(str::to_owned)
    });
    let expected = value_name.map(|name| help::expected(&name, &console.catalogue));
    let arguments: Vec<(&str, Argument)> = vec![
        ("argument", argument.into()),
        ("other", other.into()),
        ("value", given.into()),
        ("expected", expected.unwrap_or_default().into()),
        ("command", get(ContextKind::InvalidSubcommand).into()),
    ];
    let mut text = console.text(id, &arguments);
    if let Some(near) = near {
        text.push(' ');
        text.push_str(&console.text("usage-near", &[("near", near.into())]));
    }
    if kind == ErrorKind::MissingRequiredArgument {
        text.push_str(&missing(error, asked));
    }
    text.push('\n');
    let name = asked.get_bin_name().unwrap_or_else(|| asked.get_name());
    text.push_str(&console.text("usage-see-help", &[("command", name.into())]));
    text
}

/// The option `argument` as it is to be written that stands before its command, where it means nothing.
fn behind_its_command(argument: &str, asked: &Command, given: &[OsString]) -> Option<String> {
    let long = argument.strip_prefix("--")?;
    let has_it = |sub: &&Command| sub.get_arguments().any(|arg| arg.get_long() == Some(long));
    let named = |sub: &&Command| given.iter().any(|word| word == sub.get_name());
    let command = std::iter::once(asked)
        .chain(asked.get_subcommands().filter(named))
        .find(has_it)?;
    Some(format!("{} {argument}", command.get_bin_name()?))
}

/// A line on each argument that is missing, in the words of the help.
fn missing(error: &clap::Error, asked: &Command) -> String {
    let Some(ContextValue::Strings(shown)) = error.get(ContextKind::InvalidArg) else {
        return String::new();
    };
    let line = |shown: &String| {
        let help = find(shown, asked).and_then(Arg::get_help);
        let help = help.map(ToString::to_string).unwrap_or_default();
        format!("\n  {}  {help}", single(shown))
    };
    shown.iter().map(line).collect()
}

/// What an argument is called, without the points that say that it takes several values.
fn single(shown: &str) -> String {
    shown.replace("...", "")
}

/// The argument that an error calls `shown`.
fn find<'c>(shown: &str, asked: &'c Command) -> Option<&'c Arg> {
    asked
        .get_arguments()
        .find(|arg| single(&arg.to_string()) == single(shown))
}

/// What `arguments` calls the value of `arg`, an argument of `asked`.
fn value_name(arg: &Arg, asked: &Command) -> Option<String> {
    let mut plain = Arguments::command();
    plain.build();
    let mut command = &plain;
    for word in asked.get_bin_name()?.split(' ').skip(1) {
        command = command.find_subcommand(word)?;
    }
    let plain = command
        .get_arguments()
        .find(|plain| plain.get_id() == arg.get_id())?;
    Some(plain.get_value_names()?.first()?.to_string())
}

fn value(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        other => other.to_string(),
    }
}
