//! Texts that come by request.

use crate::story::{Story, charter};

const PATH: &str = "content/territories/roseraie/1.0.md";

fn adaptation(change: impl Fn(String) -> String) -> Vec<String> {
    let story = Story::proposed();
    story.write(PATH, change(story.adaptation("QN04903M")));
    let ran = story.review();
    assert!(
        ran.acts()[0].ends_with(&format!("adds-text {PATH}")),
        "{:?}",
        ran.acts()
    );
    ran.findings()
}

#[test]
fn a_new_territory_goes_in() {
    assert_eq!(adaptation(|text| text), [""; 0]);
}

#[test]
fn a_new_territory_and_its_first_signature_go_in_together() {
    let story = Story::proposed();
    story.write(PATH, story.adaptation("QN04903M"));
    story.pen("tilleuls").text("territories/roseraie").write();
    story.is_well();
}

#[test]
fn its_parent_is_there_and_pinned() {
    let found = |change: fn(String) -> String| adaptation(change);
    assert_eq!(
        found(|text| text.replace("  version: \"1.0\"", "  version: \"1.9\"")),
        [format!("parent-unknown {PATH}")]
    );
    assert_eq!(
        found(|text| {
            let at = text.find("sha256: ").unwrap() + 8;
            format!("{}{}{}", &text[..at], "f".repeat(64), &text[at + 64..])
        }),
        [format!("parent-digest {PATH}")]
    );
}

#[test]
fn its_front_matter_is_whole() {
    assert_eq!(
        adaptation(|text| text.replace("adopted: 2026-01-20\n", "")),
        [format!("missing-key {PATH}")]
    );
}

#[test]
fn its_neighbourhood_is_in_the_list() {
    assert_eq!(
        adaptation(|text| text.replace("QN04903M", "QN04999M")),
        [format!("qpv-unknown {PATH}")]
    );
    assert_eq!(
        adaptation(|text| text.replace("QN04903M", "QN0490M")),
        [format!("territory-code-form {PATH}")]
    );
    assert_eq!(adaptation(|text| text.replace("QN04903M", "QP049001")), [""; 0]);
}

#[test]
fn its_markdown_holds_no_html_and_leads_nowhere_odd() {
    assert_eq!(
        adaptation(|text| format!("{text}<script>alert(1)</script>\n")),
        [format!("raw-html {PATH}")]
    );
    assert_eq!(
        adaptation(|text| format!("{text}[x](javascript:alert(1)) [y](http://a.example)\n")),
        [format!("link-scheme {PATH}"), format!("link-scheme {PATH}")]
    );
    assert_eq!(
        adaptation(|text| format!("{text}[x](https://a.example) [y](../../charter/1.0.md) <a@b.example>\n")),
        [""; 0]
    );
}

#[test]
fn its_pictures_are_in_the_repository() {
    assert_eq!(
        adaptation(|text| format!("{text}![x](https://a.example/x.png) ![y](y.png)\n")),
        [format!("image-outside {PATH}"), format!("image-missing {PATH}")]
    );
    let story = Story::proposed();
    story.write(PATH, format!("{}![x](plan.png)\n", story.adaptation("QN04903M")));
    story.write("content/territories/roseraie/plan.png", b"\x89PNG\r\n\x1a\n");
    story.is_well();
}

#[test]
fn a_new_version_of_the_charter_goes_in() {
    let story = Story::new();
    story.sign("tilleuls").propose().version("1.1");
    story.is_well();
}

#[test]
fn a_version_is_named_after_its_number() {
    let story = Story::proposed();
    story.write("content/charter/1.2.md", charter("1.1"));
    story.finds(&["version-path content/charter/1.2.md"]);
}

#[test]
fn pages_are_read_too() {
    let story = Story::proposed();
    story.write(
        "content/pages/mentions.md",
        "---\ntitle: \"Mentions\"\n---\n<b>x</b>\n",
    );
    let found = story.review().findings();
    assert!(
        found
            .iter()
            .all(|found| found == "raw-html content/pages/mentions.md"),
        "{found:?}"
    );
    assert!(!found.is_empty());
}

#[test]
fn plain_check_finds_the_same_in_every_text() {
    let story = Story::new();
    story.write(
        PATH,
        format!(
            "{}Un <b>mot</b>, [x](ftp://a.example).\n",
            story.adaptation("QN04903M")
        ),
    );
    let ran = story.paraphe(&["check", "--format", "json"]);
    ran.finds(&[
        &format!("raw-html {PATH}"),
        &format!("raw-html {PATH}"),
        &format!("link-scheme {PATH}"),
    ]);
}
