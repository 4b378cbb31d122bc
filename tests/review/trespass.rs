//! Nothing else of anyone's.

use crate::story::{Story, charter, configuration, key};

#[test]
fn nobody_deletes_a_signature() {
    let story = Story::signed("tilleuls");
    story.remove("signatures/charter/tilleuls.yaml");
    let ran = story.finds(&["signature-deleted signatures/charter/tilleuls.yaml"]);
    assert_eq!(ran.acts(), ["!removes signatures/charter/tilleuls.yaml"]);
}

#[test]
fn nobody_moves_a_signature() {
    let story = Story::signed("tilleuls");
    story.rename(
        "signatures/charter/tilleuls.yaml",
        "signatures/charter/autre.yaml",
    );
    story.finds(&["signature-moved signatures/charter/tilleuls.yaml"]);
}

#[test]
fn a_copy_does_not_count_twice() {
    let story = Story::signed("tilleuls");
    story.write(
        "signatures/charter/copie.yaml",
        story.read("signatures/charter/tilleuls.yaml"),
    );
    story.finds(&[
        "signature-copied signatures/charter/copie.yaml",
        "?shared-key signatures/charter/copie.yaml",
    ]);
}

#[test]
fn a_broken_or_misplaced_file_may_be_tidied_away() {
    let story = Story::new();
    story
        .write("signatures/charter/x.yaml", "rien\n")
        .write("signatures/charter/y.yml", "rien\n");
    story.propose();
    story
        .remove("signatures/charter/x.yaml")
        .remove("signatures/charter/y.yml");
    story.is_well();
}

#[test]
fn nobody_deletes_an_attestation() {
    let story = Story::new();
    story
        .sign("tilleuls")
        .attest("charter", "tilleuls", "garant")
        .propose();
    story.remove("signatures/charter/tilleuls.attestation.yaml");
    story.finds(&["attestation-deleted signatures/charter/tilleuls.attestation.yaml"]);
}

#[test]
fn only_stewards_attest() {
    let story = Story::signed("tilleuls");
    story.attest("charter", "tilleuls", "quelqu'un");
    story.finds(&["attestation-not-steward signatures/charter/tilleuls.attestation.yaml"]);
    story.attest("charter", "tilleuls", "garante");
    let ran = story.is_well();
    assert_eq!(
        ran.acts(),
        ["attests signatures/charter/tilleuls.attestation.yaml"]
    );
}

#[test]
fn an_attestation_stands_beside_a_signature() {
    let story = Story::new();
    story.sign("tilleuls").attest("charter", "tilleuls", "garant");
    story
        .rename("signatures/charter/tilleuls.attestation.yaml", "attestation")
        .commit("Ailleurs");
    story.branch("demande");
    story.rename("attestation", "signatures/charter/autre.attestation.yaml");
    story.finds(&[
        "file-outside attestation",
        "attestation-orphan signatures/charter/autre.attestation.yaml",
    ]);
}

#[test]
fn a_change_does_not_choose_its_own_stewards() {
    let story = Story::signed("tilleuls");
    story.write("paraphe.yaml", configuration(&[key("quelqu'un")]));
    story.pen("tilleuls").key("quelqu'un").date("2026-11-22").write();
    story.attest("charter", "tilleuls", "quelqu'un");
    story.finds(&[
        "file-outside paraphe.yaml",
        "stewards-changed paraphe.yaml",
        "attestation-not-steward signatures/charter/tilleuls.attestation.yaml",
        "key-replaced signatures/charter/tilleuls.yaml",
    ]);
}

#[test]
fn the_list_of_stewards_is_never_changed_in_silence() {
    let story = Story::proposed();
    story.write(
        "paraphe.yaml",
        configuration(&[key("garant"), key("garante"), key("troisieme")]),
    );
    let ran = story.finds(&["stewards-changed paraphe.yaml"]);
    assert!(ran.out.contains("\"line\": 5"), "{}", ran.out);
}

#[test]
fn the_charter_keeps_its_id() {
    let story = Story::proposed();
    story.write(
        "paraphe.yaml",
        story.read("paraphe.yaml").replace("charte-essai", "charte-autre"),
    );
    story.finds(&["charter-changed paraphe.yaml"]);
}

#[test]
fn the_configuration_stays_and_stays_sound() {
    let story = Story::proposed();
    story.write(
        "paraphe.yaml",
        story.read("paraphe.yaml").replace("title:", "titre:"),
    );
    assert!(
        story
            .review()
            .findings()
            .contains(&"unknown-key paraphe.yaml".to_owned())
    );
    story.remove("paraphe.yaml");
    story.finds(&["configuration-missing paraphe.yaml"]);
}

#[test]
fn a_title_may_change() {
    let story = Story::proposed();
    story.write(
        "paraphe.yaml",
        story.read("paraphe.yaml").replace("Charte d'essai", "Charte"),
    );
    story.is_well();
}

#[test]
fn one_organisation_a_request() {
    let story = Story::proposed();
    story.sign("une").sign("deux");
    story.finds(&["?several-organisations signatures/charter/une.yaml"]);
}

#[test]
fn one_organisation_may_sign_two_texts_at_once() {
    let story = Story::proposed();
    story.sign("tilleuls");
    story.pen("tilleuls").text("territories/tilleuls").write();
    story.is_well();
}

#[test]
fn a_change_that_signs_touches_nothing_else() {
    let story = Story::proposed();
    story.sign("tilleuls");
    story
        .write(".github/workflows/check.yml", "on: push\n")
        .write("README.md", "Bonjour\n");
    story.finds(&[
        "file-outside .github/workflows/check.yml",
        "file-outside README.md",
    ]);
}

#[test]
fn a_change_that_does_not_sign_may_touch_what_it_likes() {
    let story = Story::proposed();
    story
        .write("README.md", "Bonjour\n")
        .write("themes/mien/base.html", "<p>\n");
    story.is_well();
}

#[test]
fn a_signed_text_does_not_change() {
    let story = Story::new();
    story.sign("une").sign("deux").propose();
    story.write(
        "content/charter/1.0.md",
        charter("1.0").replace("La charte", "Notre charte"),
    );
    // The adaptation, which pins the text as it was, is not at fault.
    let ran = story.finds(&["text-changed content/charter/1.0.md"]);
    assert!(ran.out.contains("\"count\": 2"), "{}", ran.out);
}

#[test]
fn a_signed_text_is_not_deleted() {
    let story = Story::new();
    story.pen("une").text("territories/tilleuls").write().propose();
    story.remove("content/territories/tilleuls/1.0.md");
    story.finds(&["text-deleted content/territories/tilleuls/1.0.md"]);
}

#[test]
fn a_picture_of_a_signed_text_does_not_change() {
    let png = |end: &[u8]| [b"\x89PNG\r\n\x1a\n", end].concat();
    let story = Story::new();
    story
        .write("content/charter/plan.png", png(b"un"))
        .write("content/charter/autre.png", png(b"un"))
        .write(
            "content/charter/1.1.md",
            charter("1.1") + "\n![Le plan][plan]\n\n[plan]: ./plan.png\n",
        )
        .commit("Une image");
    story
        .branch("demande-1")
        .write("content/charter/plan.png", png(b"deux"));
    story.review().is_well();

    story.switch("main");
    story.pen("une").version("1.1").write().commit("Signature");
    story
        .branch("demande-2")
        .write("content/charter/plan.png", png(b"deux"));
    let ran = story.review();
    ran.finds(&["picture-changed content/charter/plan.png"]);
    assert!(
        ran.out.contains("\"count\": 1") && ran.out.contains("1.1"),
        "{}",
        ran.out
    );
    story.remove("content/charter/plan.png");
    story
        .review()
        .finds(&["picture-changed content/charter/plan.png"]);
    story
        .write("content/charter/plan.png", png(b"un"))
        .write("content/charter/autre.png", png(b"deux"));
    story.review().is_well();
}

#[test]
fn a_published_text_is_better_left_alone() {
    let story = Story::proposed();
    story.write(
        "content/territories/tilleuls/1.0.md",
        story.adaptation("QN04903M"),
    );
    story.finds(&["?text-rewritten content/territories/tilleuls/1.0.md"]);
}

#[test]
fn a_draft_may_change() {
    let story = Story::new();
    let draft = charter("2.0").replace("declaration", "status: draft\ndeclaration");
    story.write("content/charter/2.0.md", &draft).propose();
    story.write(
        "content/charter/2.0.md",
        draft.replace("La charte", "Notre charte"),
    );
    story.is_well();
}

#[test]
fn a_text_signed_in_the_change_that_rewrites_it_is_changed_all_the_same() {
    let story = Story::signed("une");
    story.write(
        "content/charter/1.0.md",
        charter("1.0").replace("La charte", "Notre charte"),
    );
    story.pen("une").date("2026-11-22").write();
    story.finds(&["text-changed content/charter/1.0.md"]);
}
