//! The history of adherences.

use crate::story::Story;
use std::fs;

fn log(story: &Story, subject: &str) -> Vec<String> {
    let ran = story.paraphe(&["log", subject, "--json"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(json["version"], 1);
    let events = json["events"].as_array().unwrap().iter();
    events
        .map(|event| {
            let text = |key: &str| event[key].as_str().unwrap_or("-").to_owned();
            format!(
                "{} {} {} {}",
                text("kind"),
                text("text"),
                text("organisation"),
                text("date")
            )
        })
        .collect()
}

/// Signed, attested, signed again, withdrawn, and come back, each by a request that was merged.
fn life() -> Story {
    let story = Story::new();
    let merge = |name: &str| {
        story.commit(name);
        story.switch("main");
        story.git(&["merge", "-q", "--no-ff", "-m", "Fusion", name]);
    };
    story.branch("a").sign("tilleuls");
    story
        .commit("Un essai")
        .pen("tilleuls")
        .date("2026-11-19")
        .write();
    merge("a");
    story.branch("b").attest("charter", "tilleuls", "garant");
    merge("b");
    story.version("1.1").commit("Une version");
    story
        .branch("c")
        .pen("tilleuls")
        .version("1.1")
        .date("2026-11-21")
        .write();
    merge("c");
    story
        .branch("d")
        .pen("tilleuls")
        .version("1.1")
        .date("2026-11-22")
        .withdraw()
        .write();
    merge("d");
    story
        .branch("e")
        .pen("tilleuls")
        .version("1.1")
        .date("2026-11-23")
        .write();
    merge("e");
    story
        .branch("f")
        .pen("tilleuls")
        .text("territories/tilleuls")
        .write();
    story.sign("pins");
    merge("f");
    story
}

#[test]
fn a_life_is_told_from_its_beginning() {
    let story = life();
    let charter = [
        "signs charter tilleuls 2026-11-19",
        "attests charter tilleuls 2026-11-21",
        "signs-again charter tilleuls 2026-11-21",
        "withdraws charter tilleuls 2026-11-22",
        "returns charter tilleuls 2026-11-23",
    ];
    let mut all = charter.to_vec();
    all.push("signs charter pins 2026-11-20");
    assert_eq!(log(&story, "charter"), all);
    let mut own = charter.to_vec();
    own.push("signs territories/tilleuls tilleuls 2026-11-20");
    assert_eq!(log(&story, "tilleuls"), own);
    assert_eq!(log(&story, "charter/tilleuls"), charter);
    assert_eq!(log(&story, "signatures/charter/tilleuls.yaml"), charter);
    assert_eq!(log(&story, "territories/tilleuls/"), own[5..]);

    let ran = story.paraphe(&["log", "tilleuls"]);
    let commit = story.git(&["log", "-1", "--format=%h", "--abbrev=12"]);
    ran.says(
        0,
        &[
            "2026-11-22  withdraws, charter 1.1, Association tilleuls (Angers), SHA256:",
            "Attested by Garant",
            commit.trim(),
        ],
    );
}

#[test]
fn what_was_taken_away_or_broken_is_told_too() {
    let story = life();
    story
        .remove("signatures/charter/pins.yaml")
        .commit("Un retrait brutal");
    story
        .write("signatures/charter/pins.yaml", "fautif\n")
        .commit("Une faute");
    // Not committed: no history.
    story.sign("autre");
    let events = log(&story, "pins");
    assert_eq!(
        events,
        [
            "signs charter pins 2026-11-20",
            "removes charter pins -",
            "unreadable charter pins -"
        ]
    );
    story
        .paraphe(&["log", "autre"])
        .says(2, &["“autre”", "no history"]);
}

#[test]
fn what_one_commit_brings_is_told_by_its_dates() {
    let story = Story::new();
    story.pen("autre").date("2026-11-22").write();
    story
        .sign("tilleuls")
        .attest_on("charter", "tilleuls", "garant", "2026-11-20");
    story.commit("Tout à la fois");
    assert_eq!(
        log(&story, "charter"),
        [
            "signs charter tilleuls 2026-11-20",
            "attests charter tilleuls 2026-11-20",
            "signs charter autre 2026-11-22"
        ]
    );
}

#[test]
fn an_unknown_name_gets_the_nearest() {
    let story = life();
    story
        .paraphe(&["log", "tileuls"])
        .says(2, &["Did you mean “tilleuls”?"]);
    story
        .paraphe(&["log", "--", "\u{1b}[31m/../x"])
        .says(2, &["\\u{1b}"]);
    let bare = tempfile::tempdir().unwrap();
    fs::write(bare.path().join("paraphe.yaml"), story.read("paraphe.yaml")).unwrap();
    crate::story::paraphe(bare.path(), &["log", "charter"]).says(2, &["git"]);
}

#[test]
fn a_shallow_clone_says_that_the_beginning_may_be_missing() {
    let story = life();
    let clone = tempfile::tempdir().unwrap();
    let from = format!("file://{}", story.root().display());
    let output = crate::story::git(clone.path(), &["clone", "-q", "--depth=2", &from, "p"]);
    assert!(output.status.success());
    let ran = crate::story::paraphe(&clone.path().join("p"), &["log", "charter"]);
    ran.says(0, &["lacks a part of the history"]);
}

#[cfg(unix)]
#[test]
fn nothing_of_the_repository_is_run() {
    let story = life();
    let mark = story.path("executed");
    let command = format!("touch {}", mark.display());
    for (key, value) in [
        ("diff.external", command.as_str()),
        ("core.pager", &command),
        ("pager.log", &command),
        ("diff.x.textconv", &command),
        ("diff.x.command", &command),
        ("filter.x.smudge", &command),
        ("core.fsmonitor", &command),
        ("gpg.program", &command),
        ("log.showSignature", "true"),
        ("log.mailmap", "true"),
    ] {
        story.git(&["config", key, value]);
    }
    story.write(".gitattributes", "* diff=x filter=x\n");
    story.write(".git/info/attributes", "* diff=x filter=x\n");
    assert_eq!(log(&story, "charter").len(), 6);
    assert!(!mark.exists());
}

#[test]
fn a_project_in_a_folder_of_its_repository() {
    let story = Story::inside("projet");
    story.sign("tilleuls").commit("Une signature");
    assert_eq!(log(&story, "tilleuls"), ["signs charter tilleuls 2026-11-20"]);
}
