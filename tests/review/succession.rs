//! What may follow what.

use crate::story::{Story, key};

#[test]
fn a_first_signature_goes_in() {
    let story = Story::proposed();
    story.sign("tilleuls");
    let ran = story.is_well();
    assert_eq!(ran.acts(), ["signs signatures/charter/tilleuls.yaml"]);
}

#[test]
fn nothing_changed_is_nothing_said() {
    let story = Story::proposed();
    story.is_well();
}

#[test]
fn the_same_key_may_correct_its_file_on_the_same_day() {
    let story = Story::signed("tilleuls");
    story.pen("tilleuls").city("Trélazé").write();
    let ran = story.is_well();
    assert_eq!(ran.acts(), ["signs-again signatures/charter/tilleuls.yaml"]);
}

#[test]
fn the_same_key_may_sign_a_later_version() {
    let story = Story::new();
    story.sign("tilleuls").version("1.1").propose();
    story.pen("tilleuls").version("1.1").date("2026-11-22").write();
    story.is_well();
}

#[test]
fn a_signature_does_not_go_back_to_an_earlier_version() {
    let story = Story::new();
    story.version("1.1");
    story.pen("tilleuls").version("1.1").write().propose();
    story.pen("tilleuls").version("1.0").date("2026-11-22").write();
    story.finds(&["version-goes-back signatures/charter/tilleuls.yaml"]);
}

#[test]
fn a_signature_does_not_go_back_in_time() {
    let story = Story::signed("tilleuls");
    story.pen("tilleuls").date("2026-11-19").write();
    story.finds(&["date-goes-back signatures/charter/tilleuls.yaml"]);
}

#[test]
fn a_new_signature_is_for_the_newest_version() {
    let story = Story::new();
    story.version("1.1").propose().sign("tilleuls");
    story.finds(&["?version-not-current signatures/charter/tilleuls.yaml"]);
}

#[test]
fn a_closed_text_takes_no_new_signature() {
    let story = Story::new();
    let closed = format!("{}closed: [charter]\n", story.read("paraphe.yaml"));
    story.sign("ancienne").write("paraphe.yaml", closed).propose();
    story.sign("nouvelle");
    story.finds(&["text-closed signatures/charter/nouvelle.yaml"]);
    story.switch("main").branch("autre");
    story.pen("ancienne").city("Trélazé").write();
    story.is_well();
}

#[test]
fn a_withdrawal_goes_in_and_ends_the_adherence() {
    let story = Story::signed("tilleuls");
    story.pen("tilleuls").withdraw().write();
    let ran = story.is_well();
    assert_eq!(ran.acts(), ["withdraws signatures/charter/tilleuls.yaml"]);
}

#[test]
fn a_withdrawal_by_somebody_else_does_not() {
    let story = Story::signed("tilleuls");
    story.pen("tilleuls").key("quelqu'un").withdraw().write();
    story.finds(&["key-replaced signatures/charter/tilleuls.yaml"]);
}

#[test]
fn the_signature_from_before_a_withdrawal_can_not_be_put_back() {
    let story = Story::new();
    story.sign("tilleuls").commit("Une signature");
    let old = story.read("signatures/charter/tilleuls.yaml");
    story
        .pen("tilleuls")
        .withdraw()
        .date("2026-11-22")
        .write()
        .propose();
    story.write("signatures/charter/tilleuls.yaml", old);
    story.finds(&["date-goes-back signatures/charter/tilleuls.yaml"]);
}

#[test]
fn on_the_same_day_the_withdrawal_prevails() {
    let story = Story::new();
    story.sign("tilleuls").commit("Une signature");
    story.pen("tilleuls").withdraw().write().propose();
    story.sign("tilleuls");
    story.finds(&["withdrawal-same-day signatures/charter/tilleuls.yaml"]);
}

#[test]
fn an_organisation_may_come_back_the_day_after() {
    let story = Story::new();
    story.pen("tilleuls").withdraw().write().propose();
    story.pen("tilleuls").date("2026-11-21").write();
    let ran = story.is_well();
    assert_eq!(ran.acts(), ["returns signatures/charter/tilleuls.yaml"]);
}

#[test]
fn a_date_may_be_one_day_ahead_and_no_more() {
    let story = Story::proposed();
    story.pen("demain").date("2026-11-24").write();
    story.is_well();
    story.switch("main").branch("autre");
    story.pen("apres-demain").date("2026-11-25").write();
    story.finds(&["date-in-future signatures/charter/apres-demain.yaml"]);
}

#[test]
fn another_key_needs_a_steward() {
    let story = Story::signed("tilleuls");
    story.pen("tilleuls").key("nouvelle").date("2026-11-21").write();
    story.finds(&["key-replaced signatures/charter/tilleuls.yaml"]);
    story.attest("charter", "tilleuls", "garant");
    let ran = story.is_well();
    assert_eq!(
        ran.acts(),
        [
            "attests signatures/charter/tilleuls.attestation.yaml",
            "signs-again signatures/charter/tilleuls.yaml"
        ]
    );
}

#[test]
fn a_lost_key_and_its_old_attestation_can_not_be_put_back_together() {
    let story = Story::new();
    story
        .sign("tilleuls")
        .attest("charter", "tilleuls", "garant")
        .commit("Attestée");
    let paths = [
        "signatures/charter/tilleuls.yaml",
        "signatures/charter/tilleuls.attestation.yaml",
    ];
    let old = paths.map(|path| story.read(path));
    story.pen("tilleuls").key("nouvelle").date("2026-11-22").write();
    story
        .attest_on("charter", "tilleuls", "garant", "2026-11-22")
        .commit("La clé est perdue");
    story.branch("demande");
    for (path, old) in paths.iter().zip(old) {
        story.write(path, old);
    }
    story.finds(&[
        "key-replaced signatures/charter/tilleuls.yaml",
        "signature-replayed signatures/charter/tilleuls.yaml",
    ]);
}

#[test]
fn what_was_replaced_on_the_same_day_does_not_come_back() {
    let story = Story::new();
    let path = "signatures/charter/tilleuls.yaml";
    story.pen("tilleuls").name("Ancien nom").write().commit("Signée");
    let old = story.read(path);
    story.sign("tilleuls").commit("Corrigée le même jour");
    story.branch("demande").write(path, &old);
    story
        .review()
        .finds(&["signature-replayed signatures/charter/tilleuls.yaml"]);
    story.write(path, old.replace('\n', "\r\n"));
    story
        .review()
        .finds(&["signature-replayed signatures/charter/tilleuls.yaml"]);
    story
        .pen("tilleuls")
        .name("Ancien nom")
        .date("2026-11-21")
        .write();
    story.review().is_well();
}

#[test]
fn a_lost_key_and_its_attestation_of_the_same_day_do_not_come_back() {
    let story = Story::new();
    let paths = [
        "signatures/charter/tilleuls.yaml",
        "signatures/charter/tilleuls.attestation.yaml",
    ];
    story.sign("tilleuls");
    story
        .attest_on("charter", "tilleuls", "garant", "2026-11-20")
        .commit("Attestée");
    let old = paths.map(|path| story.read(path));
    // The newer file comes by a branch that never had the older one.
    story.git(&["switch", "-q", "-c", "autre", "HEAD~1"]);
    story.pen("tilleuls").key("nouvelle").write();
    story
        .attest_on("charter", "tilleuls", "garant", "2026-11-20")
        .commit("La clé est perdue");
    story.switch("main");
    story.git(&["merge", "-q", "-s", "ours", "--no-commit", "autre"]);
    story.git(&["checkout", "-q", "autre", "--", "signatures"]);
    story.commit("La fusion").branch("demande");
    for (path, old) in paths.iter().zip(old) {
        story.write(path, old);
    }
    story
        .review()
        .finds(&["signature-replayed signatures/charter/tilleuls.yaml"]);
}

#[test]
fn drafts_of_the_request_itself_are_no_history() {
    let story = Story::new();
    let path = "signatures/charter/tilleuls.yaml";
    story.sign("tilleuls").commit("Signée").branch("demande");
    story
        .pen("tilleuls")
        .name("Nouveau nom")
        .write()
        .commit("Un essai");
    let draft = story.read(path);
    story.pen("tilleuls").name("Encore un").write().commit("Un autre");
    story.write(path, draft);
    story.review().is_well();
}

#[test]
fn signing_again_leaves_the_attestation_behind() {
    let story = Story::new();
    story
        .sign("tilleuls")
        .attest("charter", "tilleuls", "garant")
        .propose();
    story.pen("tilleuls").date("2026-11-22").write();
    let ran = story.finds(&["?attestation-stale signatures/charter/tilleuls.attestation.yaml"]);
    let by = |name| format!("is by the key {}", key(name).fingerprint());
    assert!(
        ran.out.contains(&by("garant")) && !ran.out.contains(&by("tilleuls")),
        "{}",
        ran.out
    );
    story.remove("signatures/charter/tilleuls.attestation.yaml");
    story.is_well();
    story.attest("charter", "tilleuls", "garante");
    story.is_well();
}

#[test]
fn a_signature_that_someone_touched_up_does_not_hold() {
    let story = Story::signed("tilleuls");
    let path = "signatures/charter/tilleuls.yaml";
    story.write(path, story.read(path).replace("Angers", "Nantes"));
    story.finds(&["signature-mismatch signatures/charter/tilleuls.yaml"]);
}

#[test]
fn a_broken_file_may_be_replaced_by_a_good_one() {
    let story = Story::new();
    story
        .write("signatures/charter/tilleuls.yaml", "rien\n")
        .propose();
    story.sign("tilleuls");
    story.is_well();
}
