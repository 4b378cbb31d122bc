//! Wrong use of the command line, and the help: in one language, with what was expected and what to do.

use crate::support::{Project, Ran};
use crate::terminal::at_width;

fn french(arguments: &[&str]) -> Ran {
    Project::empty().run(&[&["--lang", "fr"][..], arguments].concat())
}

fn english(arguments: &[&str]) -> Ran {
    Project::empty().run(arguments)
}

#[test]
fn a_wrong_value_is_told_with_the_values_that_there_are() {
    let formats = "human, json, github, gitlab, sarif, markdown";
    english(&["check", "--format", "xml"]).says(2, &["“xml” won’t do for --format <FORMAT>", formats]);
    english(&["check", "--format", "jsno"]).says(2, &["Did you mean “json”?"]);
    english(&["--lang", "de", "check"]).says(2, &["“de” won’t do for --lang", "fr, en"]);
    english(&["init", "x", "--forge", "gitub"]).says(2, &["github, gitlab, forgejo", "“github”?"]);
    english(&["serve", "--port", "99999"]).says(2, &["from 0 to 65535"]);
    english(&["check", "--since", "HEAD", "--today", "2026-02-30"]).says(2, &["a date that exists"]);
}

#[test]
fn a_missing_value_is_told_with_what_is_expected() {
    for (arguments, expected) in [
        (&["check", "--format"][..], "human, json"),
        (&["check", "--format="], "human, json"),
        (&["check", "--since"], "a revision of git"),
        (&["check", "--lang"], "fr, en"),
        (&["serve", "--port"], "a number from 0"),
        (&["sign", "charter", "--key"], "a file"),
        (&["new", "territory", "x", "--title"], "a few words, in quotes"),
        (&["-C"], "a folder"),
    ] {
        english(arguments).says(2, &["is missing. Expected: ", expected]);
    }
}

#[test]
fn a_missing_argument_is_told_with_its_help_and_that_of_the_command() {
    english(&["sign"]).says(
        2,
        &[
            "<TEXT> is missing",
            "\n  <TEXT>  The text: charter",
            "“paraphe sign --help”",
        ],
    );
    english(&["verify"]).says(2, &["<PATH> is missing.\n  <PATH>  "]);
    french(&["key", "new"]).says(
        2,
        &[
            "il manque <FICHIER>",
            "Le fichier de la clé privée",
            "paraphe key new --help",
        ],
    );
}

#[test]
fn what_does_not_go_together_is_named() {
    let both = ["key", "new", "k", "--no-passphrase", "--passphrase-file", "f"];
    english(&both).says(2, &["--no-passphrase does not go with --passphrase-file <FILE>"]);
    english(&["check", "--timings", "--timings"]).says(2, &["--timings can be given only once"]);
    english(&["check", "--timings=3"]).says(2, &["--timings takes no value"]);
}

#[test]
fn a_misspelt_option_or_command_gets_the_nearest_one() {
    english(&["check", "--sicne", "HEAD"]).says(2, &["no option “--sicne”", "Did you mean “--since”?"]);
    english(&["chekc"]).says(2, &["no command “chekc”", "Did you mean “check”?"]);
    english(&["theme", "lst"]).says(2, &["Did you mean “list”?", "“paraphe theme --help”"]);
}

#[test]
fn an_option_before_its_command_is_shown_behind_it() {
    for arguments in [&["--format", "json", "check"][..], &["--format=json", "check"]] {
        english(arguments).says(2, &["Did you mean “paraphe check --format”?"]);
    }
    english(&["theme", "--json", "list"]).says(2, &["Did you mean “paraphe theme list --json”?"]);
}

#[test]
fn a_fault_is_told_in_the_language_that_is_asked_for_later() {
    for arguments in [
        &["check", "--foo", "--lang", "fr"][..],
        &["chekc", "--lang=fr"],
        &["key", "--lang", "fr"],
        &["check", "--format", "xml", "--lang", "fr"],
    ] {
        let ran = english(arguments);
        ran.says(2, &["erreur\u{202f}: "]);
        assert!(!ran.err.contains("error"), "{}", ran.err);
    }
}

#[test]
fn the_help_is_wholly_in_one_language() {
    let english_words = [
        "Usage:",
        "Commands",
        "Options:",
        "Arguments:",
        "Examples",
        "default",
        "possible",
        "DIR",
        "FILE",
        "TEXT>",
        "NAME",
        "requires",
        "information",
    ];
    for command in [
        "",
        "check",
        "build",
        "serve",
        "verify",
        "diff",
        "explain",
        "init",
        "new",
        "new territory",
        "new version",
        "key",
        "key new",
        "key show",
        "sign",
        "withdraw",
        "attest",
        "import",
        "log",
        "theme",
        "theme list",
        "theme eject",
        "theme new",
    ] {
        let command: Vec<&str> = command.split_whitespace().collect();
        let help = french(&[&command[..], &["--help"]].concat());
        help.says(0, &["Usage\u{202f}: paraphe", "Options\u{202f}:\n"]);
        for word in english_words {
            assert!(!help.out.contains(word), "{command:?}: {word} in {}", help.out);
        }
    }
    for incomplete in [&[][..], &["key"], &["theme", "-C", "."]] {
        french(incomplete).says(2, &["Commandes\u{202f}:\n", "il manque une commande"]);
    }
}

#[test]
fn the_help_keeps_to_the_width_of_the_terminal() {
    for width in [40_usize, 80] {
        for command in ["check", "sign", "init", "theme"] {
            let columns = width.to_string();
            let arguments = ["--lang", "fr", command, "--help"];
            let help = Project::empty().run_with(&arguments, &[("COLUMNS", &columns)]);
            help.says(0, &["Options\u{202f}:\n"]);
            let (options, _) = help.out.split_once("Exemples").unwrap_or((&help.out, ""));
            for line in options.lines().filter(|line| !line.starts_with("Usage")) {
                assert!(line.chars().count() <= width, "{command}, {width}: {line}");
            }
        }
    }
}

#[test]
fn what_is_said_at_a_terminal_keeps_to_its_width() {
    let project = Project::sound();
    project.replace("signatures/charter/outre-mer.yaml", "98735", "9873");
    for columns in [40, 80] {
        for arguments in [
            &["check"][..],
            &["verify", "signatures/charter/outre-mer.yaml"],
            &["-C", "nowhere", "check"],
            &["explain", "insee-form"],
            &["init", "un-projet"],
            &["key", "new", "cle", "--no-passphrase"],
        ] {
            let session = at_width(&project, columns, arguments);
            for line in without_colours(&session.screen).lines() {
                // A path or a key has no place to break at.
                let whole = !line.trim().contains(' ')
                    || [" --> ", "✗ signatures/", "ssh-ed25519"]
                        .iter()
                        .any(|part| line.contains(part));
                assert!(
                    whole || line.chars().count() <= usize::from(columns),
                    "{columns}: {line}"
                );
            }
        }
        for made in ["un-projet", "cle", "cle.pub"] {
            let path = project.path(made);
            std::fs::remove_dir_all(&path)
                .or_else(|_| std::fs::remove_file(&path))
                .unwrap();
        }
    }
}

fn without_colours(screen: &str) -> String {
    let parts = screen.split("\u{1b}[").enumerate();
    parts
        .map(|(at, part)| {
            if at == 0 {
                part
            } else {
                part.split_once('m').unwrap().1
            }
        })
        .collect()
}
