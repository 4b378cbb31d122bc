//! The help pages in the reader's language.
//!
//! `arguments` gives the form; the words are messages of `cli.ftl` called `help-<command>` and
//! `help-<command>-<argument>`, with a command's examples in the attribute `.examples`. What a value is called is
//! `help-value-<name>`, and what it is to be is its attribute `.expected`.

use super::arguments::{Arguments, ReportFormat};
use crate::locale::Catalogue;
use clap::{Arg, ArgAction, Command, CommandFactory as _};

/// The command line with its help in the words of `catalogue`.
pub fn command(catalogue: &Catalogue) -> Command {
    translate(Arguments::command(), "help", catalogue, true)
}

fn translate(command: Command, id: &str, catalogue: &Catalogue, root: bool) -> Command {
    let formats = [("formats", ReportFormat::names().join(", ").into())];
    let word = |name: &str| catalogue.text(name, &formats);
    let names: Vec<String> = command
        .get_subcommands()
        .map(|sub| sub.get_name().to_owned())
        .collect();
    let mut command = command
        .about(word(id))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(word("help-heading-commands"))
        .subcommand_value_name(word("help-value-command"))
        .help_template(format!(
            "{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}\n",
            word("help-heading-usage")
        ))
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .display_order(LAST + 2)
                .help(word("help-help")),
        );
    if root {
        let version = Arg::new("version")
            .short('V')
            .long("version")
            .action(ArgAction::Version)
            .display_order(LAST + 3)
            .help(word("help-version"));
        command = command.arg(version);
    }
    if let Some(examples) = catalogue.attribute(id, "examples", &[]) {
        let indented: String = examples.lines().map(|line| format!("  {line}\n")).collect();
        command = command.after_help(
            format!("{}\n{indented}", word("help-heading-examples"))
                .trim_end()
                .to_owned(),
        );
    }
    command = command.mut_args(|arg| {
        let name = arg.get_id().as_str().to_owned();
        let heading = if arg.is_positional() {
            "help-heading-arguments"
        } else {
            "help-heading-options"
        };
        let arg = in_words(arg.help_heading(word(heading)), catalogue);
        match name.as_str() {
            "help" | "version" => arg,
            "directory" => arg.help(word("help-directory")).display_order(LAST),
            "lang" => arg.help(word("help-lang")).display_order(LAST + 1),
            _ => {
                // Options that several commands share have one message for all of them.
                let own = format!("{id}-{name}");
                let words = word(&own);
                let mut words = if words == own {
                    word(&format!("help-common-{name}"))
                } else {
                    words
                };
                if let Some(usual) = arg.get_default_values().first() {
                    let usual = usual.to_string_lossy().into_owned();
                    words.push(' ');
                    words.push_str(&catalogue.text("help-default", &[("value", usual.into())]));
                }
                arg.help(words)
            }
        }
    });
    for name in names {
        let id = format!("{id}-{name}");
        command = command.mut_subcommand(&name, |sub| translate(sub, &id, catalogue, false));
    }
    command
}

/// Where the options stand that every command has: below its own.
const LAST: usize = 1000;

/// `arg` with the names of its values in the reader's language, and without what clap would say in English.
fn in_words(arg: Arg, catalogue: &Catalogue) -> Arg {
    if !arg.get_action().takes_values() {
        return arg;
    }
    let names = arg.get_value_names().unwrap_or_default();
    let names: Vec<String> = names.iter().map(|name| value_name(name, catalogue)).collect();
    arg.hide_default_value(true).value_names(names)
}

/// What a value is called that `arguments` calls `name`: in a list, what is in small letters is a choice, and stays.
fn value_name(name: &str, catalogue: &Catalogue) -> String {
    let one = |part: &str| {
        if is_choice(part) {
            part.to_owned()
        } else {
            catalogue.text(&value_id(part), &[])
        }
    };
    name.split('|').map(one).collect::<Vec<_>>().join("|")
}

fn value_id(name: &str) -> String {
    format!("help-value-{}", name.to_ascii_lowercase())
}

fn is_choice(name: &str) -> bool {
    name.contains(|character: char| character.is_ascii_lowercase())
}

/// The values that an argument takes whose value `arguments` calls `name`, where they can be counted.
pub fn choices(name: &str) -> Vec<&str> {
    match name {
        "FORMAT" => ReportFormat::names(),
        _ if is_choice(name) => name.split('|').collect(),
        _ => Vec::new(),
    }
}

/// What a value is to be that `arguments` calls `name`.
pub fn expected(name: &str, catalogue: &Catalogue) -> String {
    let choices = choices(name);
    if !choices.is_empty() {
        return choices.join(", ");
    }
    let one = |part| catalogue.attribute(&value_id(part), "expected", &[]);
    name.split('|').filter_map(one).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    fn missing(command: &Command, found: &mut Vec<String>) {
        let unknown = |text: &str| text.starts_with("help-") || text.is_empty();
        found.extend(
            command
                .get_about()
                .map(ToString::to_string)
                .filter(|text| unknown(text)),
        );
        for arg in command.get_arguments() {
            found.extend(
                arg.get_help()
                    .map(ToString::to_string)
                    .filter(|text| unknown(text)),
            );
            let names = arg.get_value_names().unwrap_or_default().iter();
            found.extend(names.map(ToString::to_string).filter(|name| unknown(name)));
        }
        for sub in command.get_subcommands() {
            if sub.get_after_help().is_none() && !sub.has_subcommands() {
                found.push(format!("no examples for {}", sub.get_name()));
            }
            missing(sub, found);
        }
    }

    #[test]
    fn every_command_and_argument_has_words_in_both_languages() {
        for locale in [Locale::French, Locale::English] {
            let mut found = Vec::new();
            missing(&command(&Catalogue::new(locale)), &mut found);
            assert!(found.is_empty(), "{locale:?}: {found:?}");
        }
    }

    fn value_names(command: &Command) -> Vec<String> {
        let own = command
            .get_arguments()
            .filter(|arg| arg.get_action().takes_values())
            .flat_map(|arg| arg.get_value_names().unwrap_or_default());
        let below = command.get_subcommands().flat_map(value_names);
        own.map(ToString::to_string).chain(below).collect()
    }

    #[test]
    fn every_value_can_be_told_in_both_languages() {
        let mut command = Arguments::command();
        command.build();
        for locale in [Locale::French, Locale::English] {
            let catalogue = Catalogue::new(locale);
            for name in value_names(&command).iter().filter(|name| *name != "COMMAND") {
                assert!(!expected(name, &catalogue).is_empty(), "{locale:?}: {name}");
            }
        }
    }

    #[test]
    fn the_command_line_is_sound() {
        command(&Catalogue::new(Locale::English)).debug_assert();
    }
}
