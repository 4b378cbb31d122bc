//! A build that ends early because nothing is new: only when that is so, whatever is done to what it goes by.

use super::support::{Fixture, files};
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

/// A site that was built, and that a further build leaves as it is.
fn built() -> Fixture {
    let fixture = Fixture::new();
    fixture.configure("theme: plain\n");
    fixture.write("themes/plain/static/own.css", "a { color: red }\n");
    fixture.write(
        "content/pages/page.md",
        "---\ntitle: \"Page\"\n---\n\nUne page.\n",
    );
    fixture.write("content/charter/place.png", "a picture");
    for slug in ["une", "deux", "trois"] {
        let name = format!("Association {slug}");
        let digest = fixture.sign("charter", slug, &name);
        fixture.attest("charter", slug, &name, digest);
    }
    let summary = fixture.build_again();
    let early = fixture.look().unwrap();
    assert_eq!((early.pages, early.files), (summary.pages, summary.files));
    assert_eq!((early.written, early.removed, early.rendered), (0, 0, 0));
    fixture
}

/// Changes a byte of a file and leaves its size and time as they were.
fn change(path: &Path, at: usize) {
    let time = fs::metadata(path).unwrap().modified().unwrap();
    let mut bytes = fs::read(path).unwrap();
    bytes[at] ^= 1;
    fs::write(path, bytes).unwrap();
    set_time(path, time);
}

fn set_time(path: &Path, time: SystemTime) {
    let file = fs::File::options().write(true).open(path).unwrap();
    file.set_times(fs::FileTimes::new().set_modified(time)).unwrap();
}

/// A change of the project or of the site, and what it is.
type Change = (&'static str, fn(&Fixture));

#[test]
fn every_change_of_what_the_site_is_made_from_is_seen_by_its_content() {
    let changes: [Change; 14] = [
        ("a signature, of the same size and time", |fixture| {
            change(&fixture.path("project/signatures/charter/deux.yaml"), 40);
        }),
        ("an attestation, of the same size and time", |fixture| {
            change(
                &fixture.path("project/signatures/charter/deux.attestation.yaml"),
                40,
            );
        }),
        ("a text", |fixture| {
            change(&fixture.path("project/content/charter/1.0.md"), 150)
        }),
        ("a page", |fixture| {
            change(&fixture.path("project/content/pages/page.md"), 25)
        }),
        ("a picture", |fixture| {
            change(&fixture.path("project/content/charter/place.png"), 2)
        }),
        ("the theme", |fixture| {
            change(&fixture.path("project/themes/plain/static/own.css"), 11)
        }),
        ("a new file of the theme", |fixture| {
            fixture.write("themes/plain/static/new.css", "");
        }),
        ("a file of the theme that is gone", |fixture| {
            fs::remove_file(fixture.path("project/themes/plain/static/own.css")).unwrap();
        }),
        ("the configuration", |fixture| {
            fixture.configure("theme: plain\nurl: https://charte.example/\n");
        }),
        ("a comment in the configuration, which is published", |fixture| {
            fixture.configure("theme: plain\n# comment\n");
        }),
        ("a new empty file", |fixture| {
            fixture.write("signatures/charter/vide.yaml", "");
        }),
        ("a signature that is gone", |fixture| {
            fs::remove_file(fixture.path("project/signatures/charter/une.yaml")).unwrap();
            fs::remove_file(fixture.path("project/signatures/charter/une.attestation.yaml")).unwrap();
        }),
        ("a signature under another name", |fixture| {
            let folder = fixture.path("project/signatures/charter");
            fs::rename(folder.join("une.yaml"), folder.join("un.yaml")).unwrap();
        }),
        ("a link in the place of a signature", |fixture| {
            let file = fixture.path("project/signatures/charter/une.yaml");
            fs::rename(&file, fixture.path("elsewhere")).unwrap();
            std::os::unix::fs::symlink(fixture.path("elsewhere"), file).unwrap();
        }),
    ];
    let fixture = built();
    let project = files(&fixture.path("project"));
    for (what, change) in changes {
        change(&fixture);
        assert_eq!(fixture.look(), None, "{what}");
        fs::remove_dir_all(fixture.path("project")).unwrap();
        for (path, bytes) in &project {
            fixture.write(path, bytes);
        }
        assert!(fixture.look().is_some(), "as it was before: {what}");
    }
}

#[test]
fn what_changes_nothing_of_the_content_is_nothing_new() {
    let fixture = built();
    let signature = fixture.path("project/signatures/charter/une.yaml");
    set_time(&signature, SystemTime::now() - Duration::from_secs(1000));
    fixture.write("signatures/charter/.hidden", "hidden");
    fixture.write("themes/plain/static/own.css~", "of an editor");
    fixture.write("themes/other/static/own.css", "of another theme");
    assert!(fixture.look().is_some());
    // The one spelling is what counts, as for the signatures themselves.
    let text = fs::read_to_string(&signature).unwrap();
    fs::write(&signature, text.replace('\n', "\r\n")).unwrap();
    assert!(fixture.look().is_some());
    assert_eq!(fixture.build_again().written, 0);
}

#[test]
fn whatever_is_done_to_the_site_is_mended() {
    let changes: [Change; 8] = [
        ("a page that is gone", |fixture| {
            fs::remove_file(fixture.path("site/index.html")).unwrap();
        }),
        ("a page with other bytes of the same size", |fixture| {
            let path = fixture.path("site/organisations/une.html");
            let mut bytes = fs::read(&path).unwrap();
            bytes.reverse();
            fs::write(path, bytes).unwrap();
        }),
        ("a page of another inode, with its size and time", |fixture| {
            let path = fixture.path("site/organisations/une.html");
            let time = fs::metadata(&path).unwrap().modified().unwrap();
            let mut bytes = fs::read(&path).unwrap();
            bytes.reverse();
            let new = fixture.path("site/organisations/.new");
            fs::write(&new, bytes).unwrap();
            set_time(&new, time);
            fs::rename(new, path).unwrap();
        }),
        ("a page that is a link", |fixture| {
            let path = fixture.path("site/index.html");
            fs::rename(&path, fixture.path("elsewhere")).unwrap();
            std::os::unix::fs::symlink(fixture.path("elsewhere"), path).unwrap();
        }),
        ("a page that is a folder", |fixture| {
            let path = fixture.path("site/index.html");
            fs::remove_file(&path).unwrap();
            fs::create_dir(path).unwrap();
        }),
        ("a list with another line", |fixture| {
            let path = fixture.path("site/.paraphe-manifest");
            let text = fs::read_to_string(&path).unwrap();
            fs::write(path, text + "notes.txt\n").unwrap();
        }),
        ("no list", |fixture| {
            fs::remove_file(fixture.path("site/.paraphe-manifest")).unwrap();
        }),
        ("no site", |fixture| {
            fs::remove_dir_all(fixture.path("site")).unwrap()
        }),
    ];
    for (what, change) in changes {
        let fixture = built();
        change(&fixture);
        assert_eq!(fixture.look(), None, "{what}");
    }
}

#[test]
fn a_folder_of_the_site_that_is_a_link_is_not_followed() {
    let fixture = built();
    let folder = fixture.path("site/organisations");
    fs::rename(&folder, fixture.path("elsewhere")).unwrap();
    std::os::unix::fs::symlink(fixture.path("elsewhere"), &folder).unwrap();
    assert_eq!(fixture.look(), None);
}

#[test]
fn foreign_files_stay_and_change_nothing() {
    let fixture = built();
    fs::write(fixture.path("site/notes.txt"), "foreign").unwrap();
    fs::write(fixture.path("site/organisations/notes.txt"), "foreign").unwrap();
    assert!(fixture.look().is_some());
    assert_eq!(
        fs::read_to_string(fixture.path("site/notes.txt")).unwrap(),
        "foreign"
    );
}

#[test]
fn where_something_has_to_be_said_each_build_is_made() {
    let fixture = built();
    // The attestation is of an earlier file: a warning.
    fixture.sign("charter", "deux", "Association renommée");
    fixture.build_again();
    assert_eq!(fixture.look(), None);
    fixture.build_again();
    assert_eq!(fixture.look(), None);
    fs::remove_file(fixture.path("project/signatures/charter/deux.attestation.yaml")).unwrap();
    assert_eq!(fixture.look(), None);
    fixture.build_again();
    assert!(fixture.look().is_some());
}

#[test]
fn what_an_interrupted_build_left_is_finished_first() {
    let fixture = built();
    // It was killed after it had decided what to bring in.
    let folder = fixture.path("site/.paraphe-new");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("index.html"), "of a killed build").unwrap();
    fs::write(folder.join(".paraphe-journal"), "+index.html\nend\n").unwrap();
    assert_eq!(fixture.look(), None);
    assert!(!folder.exists());
    assert_eq!(fixture.page("index.html"), "of a killed build");
    fixture.build_again();
    assert!(fixture.page("index.html").contains("Charte d"));
    // And one before that.
    let new = fixture.path(".site.paraphe-new");
    fs::create_dir(&new).unwrap();
    fs::write(new.join(".paraphe-unfinished"), "").unwrap();
    assert!(fixture.look().is_some());
    assert!(!new.exists());
}
