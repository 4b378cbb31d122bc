//! `paraphe explain`, as a person asks it.

use crate::support::Project;
use paraphe::diagnostic::Code;

#[test]
fn a_code_is_explained_in_both_languages() {
    let project = Project::empty();
    project.run(&["explain", "private-key"]).says(
        0,
        &[
            "error[private-key]: ",
            "Throw that key away",
            "    - -----BEGIN OPENSSH PRIVATE KEY-----",
        ],
    );
    project
        .run(&["--lang", "fr", "explain", "private-key"])
        .says(0, &["erreur[private-key]\u{202f}: ", "Jetez cette clé"]);
    project
        .run(&["explain", "error[date-form]"])
        .says(0, &["error[date-form]"]);
}

#[test]
fn without_a_code_all_are_listed() {
    let ran = Project::empty().run(&["explain"]);
    let names: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    ran.says(0, &names);
    assert!(ran.out.lines().count() > names.len());
}

#[test]
fn an_unknown_code_gets_the_nearest_or_the_way_to_the_list() {
    let project = Project::empty();
    project
        .run(&["explain", "signature-mismach"])
        .says(2, &["signature-mismach", "Did you mean “signature-mismatch”?"]);
    project
        .run(&["explain", "\u{1b}[31m"])
        .says(2, &["\\u{1b}", "paraphe explain"]);
}

#[test]
fn a_word_too_many_is_not_called_an_option() {
    let project = Project::empty();
    project
        .run(&["explain", "tab", "comment"])
        .says(2, &["“comment” is one word too many"]);
    project
        .run(&["explain", "--coment"])
        .says(2, &["no option “--coment”"]);
}

#[test]
fn a_section_comes_as_markdown() {
    Project::empty()
        .run(&["explain", "tab", "--markdown"])
        .says(0, &["# tab\n\n**error: ", "```diff\n"]);
}
