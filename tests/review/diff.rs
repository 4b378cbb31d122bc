//! What a text changes against another.

use crate::story::{Story, charter};

#[test]
fn an_adaptation_is_held_against_its_parent() {
    let story = Story::new();
    let ran = story.paraphe(&["diff", "territories/tilleuls"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(
        ran.out
            .starts_with("--- charter 1.0\n+++ territories/tilleuls 1.0\n"),
        "{}",
        ran.out
    );
    assert!(
        ran.out.contains("+ Un texte.") && ran.out.contains("unchanged paragraph"),
        "{}",
        ran.out
    );
}

#[test]
fn a_version_is_held_against_the_one_before_word_by_word() {
    let story = Story::new();
    story.version("1.1");
    for name in ["charter", "charter@1.1", "charter/1.1", "content/charter/1.1.md"] {
        let ran = story.paraphe(&["diff", name]);
        assert!(ran.out.contains("version 1.[-0-]{+1+}."), "{name}: {}", ran.out);
    }
    let ran = story.paraphe(&["diff", "charter@1.0", "--against", "charter@1.1"]);
    assert!(ran.out.contains("version 1.[-1-]{+0+}."), "{}", ran.out);
    let ran = story.paraphe(&["diff", "charter", "--against", "charter"]);
    assert!(ran.out.contains("Both texts say the same."), "{}", ran.out);
}

#[test]
fn what_can_not_be_compared_is_said() {
    let story = Story::new();
    story
        .paraphe(&["diff", "charter"])
        .fails(&["comes after no other text"]);
    for name in ["charte", "charter@9", "../x", "\u{1b}[2J", ""] {
        story.paraphe(&["diff", name]).fails(&["does not exist here"]);
    }
}

#[test]
fn a_text_drives_no_terminal() {
    let story = Story::new();
    story.write(
        "content/charter/1.1.md",
        charter("1.1") + "\n`&#27;[2J` &#155;2J &#x202e;x\n",
    );
    let ran = story.paraphe(&["diff", "charter"]);
    assert!(!ran.out.chars().any(|c| c == '\u{202e}'), "{:?}", ran.out);
}
