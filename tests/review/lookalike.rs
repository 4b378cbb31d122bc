//! Names that deceive.

use crate::story::Story;

/// What is found when a second organisation comes after “Régie Les Tilleuls” of Angers.
fn after_the_regie(name: &str, city: &str) -> Vec<String> {
    let story = Story::new();
    story.pen("regie").name("Régie Les Tilleuls").write().propose();
    story.pen("autre").name(name).city(city).write();
    story.review().findings()
}

const ERROR: &str = "lookalike-name signatures/charter/autre.yaml";
const WARNING: &str = "?lookalike-name signatures/charter/autre.yaml";
const MIXED: &str = "mixed-scripts signatures/charter/autre.yaml";

#[test]
fn the_same_name_in_the_same_city_is_refused() {
    assert_eq!(after_the_regie("Régie Les Tilleuls", "Angers"), [ERROR]);
    assert_eq!(after_the_regie("REGIE « LES TILLEULS »", "ANGERS"), [ERROR]);
    assert_eq!(after_the_regie("Regie-les-tilleuls", "Angers"), [ERROR]);
}

#[test]
fn the_same_name_elsewhere_is_for_a_person_to_look_at() {
    assert_eq!(after_the_regie("Régie Les Tilleuls", "Nantes"), [WARNING]);
}

#[test]
fn letters_that_look_alike_are_refused_everywhere() {
    assert_eq!(after_the_regie("Régie Les Ti1leuls", "Nantes"), [ERROR]);
    assert_eq!(after_the_regie("Régie Les TiIleuls", "Nantes"), [ERROR]);
    assert_eq!(after_the_regie("Régie Les Tіlleuls", "Nantes"), [ERROR, MIXED]);
}

#[test]
fn another_name_is_another_name() {
    assert_eq!(after_the_regie("Régie Les Marronniers", "Angers"), [""; 0]);
}

#[test]
fn a_word_is_of_one_script() {
    assert_eq!(after_the_regie("Club Аngers", "Angers"), [MIXED]);
    assert_eq!(after_the_regie("Club Αθήνα", "Angers"), [""; 0]);
    assert_eq!(after_the_regie("جمعية الحي Association", "Angers"), [""; 0]);
}

#[test]
fn a_steward_can_tell_two_of_one_name_apart() {
    let story = Story::new();
    story.pen("regie").name("Régie Les Tilleuls").write().propose();
    story.pen("autre").name("Régie Les Tilleuls").write();
    story.attest("charter", "autre", "garant");
    story.is_well();
}

/// What git is told to ignore goes into no commit; what it knows is known, whatever it is told since.
#[test]
fn a_signature_that_git_ignores_is_nobody() {
    let story = Story::new();
    story.pen("regie").name("Régie Les Tilleuls").write().propose();
    story
        .pen("brouillon")
        .name("Club des Marronniers")
        .write()
        .pen("autre")
        .name("Club des Marronniers")
        .write();
    story.write(".git/info/exclude", "signatures/charter/brouillon.yaml\n");
    story.is_well();
    story.write(".git/info/exclude", "*.yaml\n");
    story.pen("encore").name("Régie Les Tilleuls").write();
    story.git(&["add", "-f", "signatures/charter/encore.yaml"]);
    story.check().finds(&[
        "?several-organisations signatures/charter/encore.yaml",
        "lookalike-name signatures/charter/encore.yaml",
    ]);
}

#[test]
fn two_that_come_together_are_held_against_each_other() {
    let story = Story::proposed();
    story.pen("regie").name("Régie Les Tilleuls").write();
    story.pen("autre").name("Regie les Tilleuls").write();
    story.finds(&[
        "lookalike-name signatures/charter/autre.yaml",
        "?several-organisations signatures/charter/regie.yaml",
        "lookalike-name signatures/charter/regie.yaml",
    ]);
}

#[test]
fn a_short_name_belongs_to_who_came_first() {
    let story = Story::signed("regie");
    story
        .pen("regie")
        .text("territories/tilleuls")
        .key("quelqu'un")
        .write();
    story.finds(&["unattested-key signatures/territories/tilleuls/regie.yaml"]);
    story.attest("territories/tilleuls", "regie", "garant");
    story.is_well();
}

#[test]
fn numbers_and_keys_belong_to_one_organisation() {
    let story = Story::new();
    story
        .pen("une")
        .rna("W491234567")
        .siren("732829320")
        .write()
        .propose();
    story
        .pen("deux")
        .key("une")
        .rna("W491234567")
        .siren("732829320")
        .write();
    story.finds(&[
        "?shared-key signatures/charter/deux.yaml",
        "?duplicate-identifier signatures/charter/deux.yaml",
        "?duplicate-identifier signatures/charter/deux.yaml",
    ]);
}

#[test]
fn numbers_of_who_has_withdrawn_are_free() {
    let story = Story::new();
    story.pen("une").rna("W491234567").withdraw().write().propose();
    story.pen("deux").rna("W491234567").write();
    story.is_well();
}
