//! Histories that are drawn so that a change hides in them.

use crate::story::{Ran, Story, TODAY};

/// What is said of `head`, held against `since`.
fn review(story: &Story, since: &str, head: &str) -> Ran {
    story.paraphe(&[
        "check", "--since", since, "--head", head, "--today", TODAY, "--format", "json",
    ])
}

/// A stranger whose first request was accepted merges what `main` was before it, and `change`s it in that very merge: each
/// side of the merge is a common ancestor with `main`.
///
/// Git names the newer of the two first, and whoever makes a commit says when: both orders must come to the same.
#[track_caller]
fn crossed(before: impl Fn(&Story), change: impl Fn(&Story)) -> Ran {
    let both = [false, true].map(|late| crossed_once(late, &before, &change));
    let [one, other] = both.map(|(story, head)| (review(&story, "main", "demande"), head));
    assert_eq!(one.0.findings(), other.0.findings(), "{}", other.0.out);
    assert_ne!(one.1, other.1, "git names the same first");
    one.0
}

/// Such a story, and whether git names what was `main` first.
fn crossed_once(late: bool, before: impl Fn(&Story), change: impl Fn(&Story)) -> (Story, bool) {
    let story = Story::new();
    let steps: [(&str, &dyn Fn()); 2] = [
        ("avant", &|| before(&story)),
        ("demande", &|| {
            story.sign("premiere");
        }),
    ];
    let order = if late { [0, 1] } else { [1, 0] };
    for (branch, step) in order.map(|at| steps[at]) {
        story.switch("main").branch(branch);
        step();
        story.commit("Un pas");
        std::thread::sleep(std::time::Duration::from_millis(1100));
    }
    story.switch("main");
    story.git(&["merge", "-q", "--ff-only", "avant"]);
    story.git(&["merge", "-q", "--no-ff", "-m", "Acceptée", "demande"]);
    story.switch("demande");
    story.git(&["merge", "-q", "--no-ff", "--no-commit", "avant"]);
    change(&story);
    story.commit("Une fusion");
    let bases = story.git(&["merge-base", "--all", "main", "demande"]);
    let bases: Vec<&str> = bases.lines().collect();
    assert_eq!(bases.len(), 2, "{bases:?}");
    let first = story.git(&["rev-parse", "avant"]).trim() == bases[0];
    assert_eq!(review(&story, "main", "demande").out, story.check().out);
    (story, first)
}

#[test]
fn a_signature_does_not_go_in_a_merge_that_crosses_main_s() {
    crossed(
        |story| {
            story.sign("tilleuls");
        },
        |story| {
            story.remove("signatures/charter/tilleuls.yaml");
        },
    )
    .finds(&["signature-deleted signatures/charter/tilleuls.yaml"]);
}

#[test]
fn a_text_does_not_go_back_in_a_merge_that_crosses_main_s() {
    crossed(
        |story| {
            story.version("1.1");
        },
        |story| {
            story.remove("content/charter/1.1.md");
        },
    )
    .finds(&["?text-rewritten content/charter/1.1.md"]);
}

#[test]
fn a_steward_who_left_does_not_come_back_in_a_merge_that_crosses_main_s() {
    let old = Story::new().read("paraphe.yaml");
    crossed(
        |story| {
            let new = crate::story::configuration(&[crate::story::key("garante")]);
            story.write("paraphe.yaml", new);
        },
        |story| {
            story.write("paraphe.yaml", &old);
        },
    )
    .finds(&["stewards-changed paraphe.yaml"]);
}

#[test]
fn a_merge_that_crosses_main_s_and_brings_nothing_is_well() {
    crossed(
        |story| {
            story.sign("tilleuls");
        },
        |story| {
            story.sign("seconde");
        },
    )
    .is_well();
}

#[test]
fn a_tag_does_not_pass_for_the_branch() {
    let story = Story::signed("tilleuls");
    story
        .remove("signatures/charter/tilleuls.yaml")
        .commit("Rien à voir");
    let deleted = ["signature-deleted signatures/charter/tilleuls.yaml"];
    review(&story, "main", "HEAD").finds(&deleted);
    story.git(&["tag", "main", "HEAD"]);
    review(&story, "main", "HEAD").fails(&["main", "refs/heads/main"]);
    review(&story, "refs/heads/main", "HEAD").finds(&deleted);
    review(&story, "heads/main", "HEAD").finds(&deleted);
    story.git(&["tag", "refs/heads/main", "HEAD"]);
    review(&story, "refs/heads/main", "HEAD").finds(&deleted);
}

/// A request made on what `main` was before, so that both bring a file of the same name.
fn beside(since: impl FnOnce(&Story), request: impl FnOnce(&Story)) -> Ran {
    let story = Story::new();
    story.branch("demande").switch("main");
    since(&story);
    story.commit("Depuis").switch("demande");
    request(&story);
    story.commit("La demande");
    let ran = review(&story, "main", "demande");
    assert_eq!(ran.out, story.check().out);
    ran
}

#[test]
fn a_name_that_was_taken_since_is_not_free() {
    let path = "signatures/charter/tilleuls.yaml";
    let sign = |key: &'static str| {
        move |story: &Story| {
            story.pen("tilleuls").key(key).date("2026-11-21").write();
        }
    };
    beside(sign("tilleuls"), sign("voleur")).finds(&[&format!("key-replaced {path}")]);
    // The same file came by both ways: nothing is left to be done.
    let ran = beside(sign("tilleuls"), sign("tilleuls"));
    ran.is_well();
    assert_eq!(ran.acts(), [""; 0]);
    beside(
        |story| {
            story.pen("tilleuls").withdraw().date("2026-11-22").write();
        },
        sign("tilleuls"),
    )
    .finds(&[&format!("date-goes-back {path}")]);
}

#[test]
fn a_text_that_came_since_is_not_another() {
    let ran = beside(
        |story| {
            story.version("1.1");
            story.pen("tilleuls").version("1.1").write();
        },
        |story| {
            let text = crate::story::charter("1.1");
            story.write("content/charter/1.1.md", text.replace("La charte", "Une charte"));
        },
    );
    ran.finds(&["text-changed content/charter/1.1.md"]);
}
