//! Nothing else of anyone's.

use crate::story::{Story, charter, configuration, key};

#[test]
fn nobody_deletes_a_signature() {
    let story = Story::new();
    story.sign("tilleuls").commit("Une signature").branch("demande");
    story.remove("signatures/charter/tilleuls.yaml");
    let ran = story.review();
    ran.finds(&["signature-deleted signatures/charter/tilleuls.yaml"]);
    assert_eq!(ran.acts(), ["!removes signatures/charter/tilleuls.yaml"]);
}

#[test]
fn nobody_moves_a_signature() {
    let story = Story::new();
    story.sign("tilleuls").commit("Une signature").branch("demande");
    story.rename(
        "signatures/charter/tilleuls.yaml",
        "signatures/charter/autre.yaml",
    );
    story
        .review()
        .finds(&["signature-moved signatures/charter/tilleuls.yaml"]);
}

#[test]
fn a_copy_does_not_count_twice() {
    let story = Story::new();
    story.sign("tilleuls").commit("Une signature").branch("demande");
    story.write(
        "signatures/charter/copie.yaml",
        story.read("signatures/charter/tilleuls.yaml"),
    );
    story.review().finds(&[
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
    story.commit("Fautifs").branch("demande");
    story
        .remove("signatures/charter/x.yaml")
        .remove("signatures/charter/y.yml");
    story.review().is_well();
}

#[test]
fn nobody_deletes_an_attestation() {
    let story = Story::new();
    story
        .sign("tilleuls")
        .attest("charter", "tilleuls", "garant")
        .commit("Attestée")
        .branch("demande");
    story.remove("signatures/charter/tilleuls.attestation.yaml");
    story
        .review()
        .finds(&["attestation-deleted signatures/charter/tilleuls.attestation.yaml"]);
}

#[test]
fn only_stewards_attest() {
    let story = Story::new();
    story.sign("tilleuls").commit("Une signature").branch("demande");
    story.attest("charter", "tilleuls", "quelqu'un");
    story
        .review()
        .finds(&["attestation-not-steward signatures/charter/tilleuls.attestation.yaml"]);
    story.attest("charter", "tilleuls", "garante");
    let ran = story.review();
    ran.is_well();
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
    story.review().finds(&[
        "file-outside attestation",
        "attestation-orphan signatures/charter/autre.attestation.yaml",
    ]);
}

#[test]
fn a_change_does_not_choose_its_own_stewards() {
    let story = Story::new();
    story.sign("tilleuls").commit("Une signature").branch("demande");
    story.write("paraphe.yaml", configuration(&[key("quelqu'un")]));
    story.pen("tilleuls").key("quelqu'un").date("2026-11-22").write();
    story.attest("charter", "tilleuls", "quelqu'un");
    story.review().finds(&[
        "file-outside paraphe.yaml",
        "stewards-changed paraphe.yaml",
        "attestation-not-steward signatures/charter/tilleuls.attestation.yaml",
        "key-replaced signatures/charter/tilleuls.yaml",
    ]);
}

#[test]
fn the_list_of_stewards_is_never_changed_in_silence() {
    let story = Story::new();
    story.branch("demande");
    story.write(
        "paraphe.yaml",
        configuration(&[key("garant"), key("garante"), key("troisieme")]),
    );
    let ran = story.review();
    ran.finds(&["stewards-changed paraphe.yaml"]);
    assert!(ran.out.contains("\"line\": 5"), "{}", ran.out);
}

#[test]
fn the_charter_keeps_its_id() {
    let story = Story::new();
    story.branch("demande");
    story.write(
        "paraphe.yaml",
        story.read("paraphe.yaml").replace("charte-essai", "charte-autre"),
    );
    story.review().finds(&["charter-changed paraphe.yaml"]);
}

#[test]
fn the_configuration_stays_and_stays_sound() {
    let story = Story::new();
    story.branch("demande");
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
    story.review().finds(&["configuration-missing paraphe.yaml"]);
}

#[test]
fn a_title_may_change() {
    let story = Story::new();
    story.branch("demande");
    story.write(
        "paraphe.yaml",
        story.read("paraphe.yaml").replace("Charte d'essai", "Charte"),
    );
    story.review().is_well();
}

#[test]
fn one_organisation_a_request() {
    let story = Story::new();
    story.branch("demande").sign("une").sign("deux");
    story
        .review()
        .finds(&["?several-organisations signatures/charter/une.yaml"]);
}

#[test]
fn one_organisation_may_sign_two_texts_at_once() {
    let story = Story::new();
    story.branch("demande").sign("tilleuls");
    story.pen("tilleuls").text("territories/tilleuls").write();
    story.review().is_well();
}

#[test]
fn a_change_that_signs_touches_nothing_else() {
    let story = Story::new();
    story.branch("demande").sign("tilleuls");
    story
        .write(".github/workflows/check.yml", "on: push\n")
        .write("README.md", "Bonjour\n");
    story.review().finds(&[
        "file-outside .github/workflows/check.yml",
        "file-outside README.md",
    ]);
}

#[test]
fn a_change_that_does_not_sign_may_touch_what_it_likes() {
    let story = Story::new();
    story
        .branch("demande")
        .write("README.md", "Bonjour\n")
        .write("themes/mien/base.html", "<p>\n");
    story.review().is_well();
}

#[test]
fn a_signed_text_does_not_change() {
    let story = Story::new();
    story
        .sign("une")
        .sign("deux")
        .commit("Signatures")
        .branch("demande");
    story.write(
        "content/charter/1.0.md",
        charter("1.0").replace("La charte", "Notre charte"),
    );
    let ran = story.review();
    ran.finds(&[
        "text-changed content/charter/1.0.md",
        "parent-digest content/territories/tilleuls/1.0.md",
    ]);
    assert!(ran.out.contains("\"count\": 2"), "{}", ran.out);
}

#[test]
fn a_signed_text_does_not_change_for_line_ends() {
    let story = Story::new();
    story.sign("une").commit("Signatures").branch("demande");
    story.write("content/charter/1.0.md", charter("1.0").replace('\n', "\r\n"));
    story.review().is_well();
}

#[test]
fn a_signed_text_is_not_deleted() {
    let story = Story::new();
    story
        .pen("une")
        .text("territories/tilleuls")
        .write()
        .commit("Signature")
        .branch("demande");
    story.remove("content/territories/tilleuls/1.0.md");
    story
        .review()
        .finds(&["text-deleted content/territories/tilleuls/1.0.md"]);
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
    let story = Story::new();
    story.branch("demande");
    story.write(
        "content/territories/tilleuls/1.0.md",
        story.adaptation("QN04903M"),
    );
    story
        .review()
        .finds(&["?text-rewritten content/territories/tilleuls/1.0.md"]);
}

#[test]
fn a_draft_may_change() {
    let story = Story::new();
    let draft = charter("2.0").replace("declaration", "status: draft\ndeclaration");
    story
        .write("content/charter/2.0.md", &draft)
        .commit("Un brouillon")
        .branch("demande");
    story.write(
        "content/charter/2.0.md",
        draft.replace("La charte", "Notre charte"),
    );
    story.review().is_well();
}

#[test]
fn a_text_signed_in_the_change_that_rewrites_it_is_changed_all_the_same() {
    let story = Story::new();
    story.sign("une").commit("Signature").branch("demande");
    story.write(
        "content/charter/1.0.md",
        charter("1.0").replace("La charte", "Notre charte"),
    );
    story.pen("une").date("2026-11-22").write();
    story.review().finds(&[
        "text-changed content/charter/1.0.md",
        "parent-digest content/territories/tilleuls/1.0.md",
    ]);
}
