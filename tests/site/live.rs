//! A register that follows its project: after every change it is what reading everything would make of it, which
//! `build_again` holds it against.

use super::support::Fixture;
use std::fs;

fn fixture() -> Fixture {
    let fixture = Fixture::new();
    fixture.configure("theme: plain\n");
    fixture.text("territories/lieu", "1.0", "Un lieu.\n");
    for slug in ["une", "deux"] {
        fixture.sign("charter", slug, &format!("Association {slug}"));
        fixture.sign("territories/lieu", slug, &format!("Association {slug}"));
    }
    fixture.build_again();
    fixture
}

#[test]
fn what_was_wrong_with_a_file_goes_with_the_file() {
    let fixture = fixture();
    for stray in [
        "signatures/charter/note.txt",
        "signatures/charter/4913",
        "signatures/charter/sub/une.yaml",
        "signatures/territories/Lieu/une.yaml",
        "signatures/note.md",
    ] {
        fixture.write(stray, "stray");
        fixture.build_again();
        fs::remove_file(fixture.path("project").join(stray)).unwrap();
        fixture.build_again();
    }
}

#[test]
fn a_text_s_folder_goes_and_comes_back_whole() {
    let fixture = fixture();
    let folder = fixture.path("project/signatures/territories");
    let aside = fixture.path("aside");
    fs::rename(&folder, &aside).unwrap();
    assert_eq!(fixture.build_again().removed, 2);
    fs::rename(&aside, &folder).unwrap();
    fixture.build_again();
}
