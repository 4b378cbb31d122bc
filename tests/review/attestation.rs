//! What an attestation is worth is said alike by everyone who is asked.

use crate::story::{Story, configuration, key, private};
use paraphe::identifier::{Date, Digest, Line, Slug};
use paraphe::signature::{Attestation, Document, seal};
use serde_json::Value;

const SIGNATURE: &str = "signatures/charter/tilleuls.yaml";
const ATTESTATION: &str = "signatures/charter/tilleuls.attestation.yaml";

/// A signature that was accepted, and beside it what `change` makes of a steward's word on it.
fn attested(change: impl FnOnce(&Story, &mut Attestation) -> &'static str) -> Story {
    let story = Story::signed("tilleuls");
    let mut attestation = Attestation {
        charter: Slug::parse("charte-essai").unwrap(),
        signature_sha256: Digest::of(story.read(SIGNATURE).as_bytes()),
        organisation: Line::parse("Association tilleuls").unwrap(),
        method: Line::parse("Appel au siège").unwrap(),
        date: Date::parse("2026-11-21").unwrap(),
    };
    let steward = change(&story, &mut attestation);
    let file = seal(&Document::Attestation(Box::new(attestation)), &private(steward)).unwrap();
    story.write(ATTESTATION, file);
    story
}

fn codes(faults: &Value) -> Vec<String> {
    let faults = faults.as_array().unwrap().iter();
    faults
        .map(|fault| fault["code"].as_str().unwrap().to_owned())
        .collect()
}

/// What `verify` says of a file: whether it holds, who attests, and what is wrong.
fn verified(story: &Story, path: &str) -> (bool, Option<String>, Vec<String>) {
    let ran = story.paraphe(&["verify", "--json", path]);
    let report: Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{ran:?}"));
    let file = &report["files"][0];
    let steward = file["steward"].as_str().map(str::to_owned);
    (file["sound"] == true, steward, codes(&file["faults"]))
}

/// The steward whom the site names beside the signature.
fn published(story: &Story) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("site");
    story.paraphe(&["build", "--keep-going", "-o", output.to_str().unwrap()]);
    let register = std::fs::read_to_string(output.join("register.json")).unwrap();
    let register: Value = serde_json::from_str(&register).unwrap();
    let entry = &register["signatures"][0];
    assert_eq!(entry["organisation"], "tilleuls", "{register}");
    entry["attestation"]["steward"].as_str().map(str::to_owned)
}

/// Everyone says the same of the attestation: `code` is what is wrong with it, none when it counts.
#[track_caller]
fn is_told_alike(story: &Story, code: Option<&str>, is_broken: bool) {
    let expected: Vec<String> = code.iter().map(|code| (*code).to_owned()).collect();
    let steward = code.is_none().then(|| "Garant 0".to_owned());
    let found = story.paraphe(&["check", "--format", "json"]).findings();
    let marked: Vec<String> = expected
        .iter()
        .map(|code| format!("{}{code} {ATTESTATION}", if is_broken { "" } else { "?" }))
        .collect();
    assert_eq!(found, marked, "check");
    let told = (!is_broken, steward.clone(), expected.clone());
    assert_eq!(verified(story, SIGNATURE), told, "verify the signature");
    let own = verified(story, ATTESTATION);
    if is_broken || code.is_none() {
        assert_eq!(own, told, "verify the attestation");
    } else {
        // By itself it is as good as it was, only not of the file beside it.
        assert_eq!(own, (true, Some("Garant 0".to_owned()), vec![]));
        let ran = story.paraphe(&["verify", ATTESTATION]);
        ran.says(0, &["counts no more"]);
    }
    assert_eq!(published(story), steward, "the site");
    let ran = story.review();
    assert_eq!(ran.findings(), marked, "review");
    let act = if code.is_none() {
        format!("attests {ATTESTATION}")
    } else if is_broken {
        format!("!attests {ATTESTATION}")
    } else {
        format!("!attests-nothing {ATTESTATION}")
    };
    assert_eq!(ran.acts(), [act], "the summary of the review");
}

#[test]
fn a_steward_s_word_counts_everywhere() {
    is_told_alike(&attested(|_, _| "garant"), None, false);
}

#[test]
fn a_word_of_somebody_else_counts_nowhere() {
    let story = attested(|_, _| "inconnu");
    is_told_alike(&story, Some("attestation-not-steward"), true);
}

#[test]
fn a_word_of_a_steward_who_left_counts_nowhere() {
    let story = attested(|_, _| "garant");
    let others = configuration(&[key("garante")]);
    story.write("paraphe.yaml", &others);
    let found = story.paraphe(&["check", "--format", "json"]).findings();
    assert_eq!(found, [format!("attestation-not-steward {ATTESTATION}")]);
    story.remove(ATTESTATION).commit("Un garant part").switch("main");
    story.write("paraphe.yaml", &others).commit("Un garant part");
    story.branch("encore");
    story.attest("charter", "tilleuls", "garant");
    is_told_alike(&story, Some("attestation-not-steward"), true);
}

#[test]
fn a_word_on_another_charter_counts_nowhere() {
    let story = attested(|_, attestation| {
        attestation.charter = Slug::parse("autre-charte").unwrap();
        "garant"
    });
    is_told_alike(&story, Some("other-charter"), true);
}

#[test]
fn a_word_that_names_another_counts_nowhere() {
    let story = attested(|_, attestation| {
        attestation.organisation = Line::parse("Association ormes").unwrap();
        "garant"
    });
    is_told_alike(&story, Some("attestation-name"), true);
}

#[test]
fn a_word_on_what_was_replaced_counts_no_more() {
    let story = attested(|story, attestation| {
        let old = story.pen("tilleuls").date("2026-11-19").file();
        attestation.signature_sha256 = Digest::of(old.as_bytes());
        "garant"
    });
    is_told_alike(&story, Some("attestation-stale"), false);
}

#[test]
fn a_copy_of_another_s_word_is_told_as_such() {
    let story = Story::new();
    story.sign("ormes").attest("charter", "ormes", "garant");
    story.sign("tilleuls").propose();
    story.write(
        ATTESTATION,
        story.read("signatures/charter/ormes.attestation.yaml"),
    );
    let ran = story.finds(&[&format!("attestation-name {ATTESTATION}")]);
    assert_eq!(ran.acts(), [format!("!attests {ATTESTATION}")]);
    assert!(ran.out.contains("Association ormes") && !ran.out.contains("\"Garant 0\""));
}
