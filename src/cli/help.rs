//! The help pages in the reader's language.
//!
//! `arguments` gives the form; the words are messages of `cli.ftl` called `help-<command>` and
//! `help-<command>-<argument>`, with a command's examples in the attribute `.examples`.

use super::arguments::Arguments;
use crate::locale::Catalogue;
use clap::{Arg, ArgAction, Command, CommandFactory as _};

/// The command line with its help in the words of `catalogue`.
pub fn command(catalogue: &Catalogue) -> Command {
    translate(Arguments::command(), "help", catalogue, true)
}

fn translate(command: Command, id: &str, catalogue: &Catalogue, root: bool) -> Command {
    let word = |name: &str| catalogue.text(name, &[]);
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
                .help(word("help-help")),
        );
    if root {
        let version = Arg::new("version")
            .short('V')
            .long("version")
            .action(ArgAction::Version)
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
        let arg = arg.help_heading(word(heading));
        match name.as_str() {
            "help" | "version" => arg,
            "directory" | "lang" => arg.help(word(&format!("help-{name}"))),
            _ => {
                // Options that several commands share have one message for all of them.
                let own = format!("{id}-{name}");
                let words = word(&own);
                arg.help(if words == own {
                    word(&format!("help-common-{name}"))
                } else {
                    words
                })
            }
        }
    });
    for name in names {
        let id = format!("{id}-{name}");
        command = command.mut_subcommand(&name, |sub| translate(sub, &id, catalogue, false));
    }
    command
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

    #[test]
    fn the_command_line_is_sound() {
        command(&Catalogue::new(Locale::English)).debug_assert();
    }
}
