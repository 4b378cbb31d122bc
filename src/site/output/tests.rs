//! What the next build makes of what a killed one left.

use super::place::Place;
use super::*;

struct Room {
    folder: tempfile::TempDir,
    place: Place,
}

impl Room {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("project")).unwrap();
        let place = Place::find(&folder.path().join("site"), &folder.path().join("project")).unwrap();
        Self { folder, place }
    }

    fn write(&self, folder: &Path, path: &str, text: &str) {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    fn site(&self, folder: &Path, text: &str) {
        self.write(folder, "index.html", text);
        self.write(folder, "a/b.html", text);
        let manifest = Manifest::new(["a/b.html", "index.html"].into_iter());
        self.write(folder, manifest::NAME, manifest.text());
    }

    fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.place.output.join(path)).unwrap_or_default()
    }

    fn beside(&self) -> usize {
        self.folder.path().read_dir().unwrap().count()
    }
}

#[test]
fn a_site_that_was_being_filled_goes() {
    let room = Room::new();
    room.site(&room.place.output, "last");
    room.site(&room.place.new, "half");
    room.write(&room.place.new, swap::UNFINISHED, "");
    swap::recover(&room.place).unwrap();
    assert_eq!((room.read("index.html").as_str(), room.beside()), ("last", 2));
}

#[test]
fn after_the_exchange_the_last_site_goes_and_foreign_files_come_along() {
    let room = Room::new();
    room.site(&room.place.output, "new");
    room.write(&room.place.output, swap::UNFINISHED, "");
    room.write(&room.place.output, "same", "foreign");
    room.site(&room.place.new, "last");
    room.write(&room.place.new, "late/foreign", "foreign");
    room.write(&room.place.new, "same", "foreign");
    swap::recover(&room.place).unwrap();
    assert_eq!((room.read("index.html").as_str(), room.beside()), ("new", 2));
    assert_eq!(room.read("late/foreign"), "foreign");
    assert!(!room.place.output.join(swap::UNFINISHED).exists());
}

#[test]
fn between_two_renames_the_last_site_comes_back() {
    let room = Room::new();
    room.site(&room.place.old, "last");
    room.site(&room.place.new, "new");
    room.write(&room.place.new, swap::UNFINISHED, "");
    swap::recover(&room.place).unwrap();
    assert_eq!((room.read("index.html").as_str(), room.beside()), ("last", 2));
}

#[test]
fn a_foreign_file_that_changed_meanwhile_is_kept_in_both_states() {
    let room = Room::new();
    room.site(&room.place.output, "new");
    room.write(&room.place.output, "notes", "one");
    room.site(&room.place.old, "last");
    room.write(&room.place.old, "notes", "other");
    swap::recover(&room.place).unwrap();
    assert_eq!(room.read("notes"), "one");
    let kept = room.folder.path().join(".site.paraphe-old-kept-1");
    assert_eq!(std::fs::read_to_string(kept.join("notes")).unwrap(), "other");
    assert!(!kept.join("index.html").exists());
}

#[test]
fn a_folder_made_from_the_same_is_taken_over_whole() {
    let room = Room::new();
    let project = room.folder.path().join("project");
    let output = room.folder.path().join("site");
    let mut outputs = Outputs::in_memory();
    let together = Digest::of(b"together");
    let own = |name: &str| Digest::of(name.as_bytes());
    // How many of the pieces were made in a build; `folder` is what the folder is made from.
    let mut build = |folder: &Digest, names: &[&str]| {
        std::thread::sleep(std::time::Duration::from_millis(30));
        let staging = Staging::open(&output, &project, false, &outputs).unwrap();
        staging.write("index.html", b"index").unwrap();
        let mut made = 0;
        if !staging.keep_folder(folder, "pieces") {
            for name in names {
                let path = format!("pieces/{name}");
                if !staging.keep_made(&[(&own(name), &path)]) {
                    made += 1;
                    staging
                        .write_from(Some(&own(name)), &path, name.as_bytes())
                        .unwrap();
                }
            }
            staging.write("pieces/below/other", b"below").unwrap();
            staging.complete(folder, "pieces");
        }
        let kept = !names.is_empty() && made == 0;
        std::thread::sleep(std::time::Duration::from_millis(30));
        let committed = staging.commit().unwrap();
        outputs.settle(committed.records);
        (kept, made)
    };
    assert_eq!(build(&together, &["a", "b"]), (false, 2));
    assert_eq!(build(&together, &["a", "b"]), (true, 0));
    // What each piece was made from is still known when the folder as a whole is made from something else.
    let other = Digest::of(b"other");
    assert_eq!(build(&other, &["a", "b", "c"]), (false, 1));
    assert_eq!(build(&other, &["a", "b", "c"]), (true, 0));
    std::fs::write(output.join("pieces/b"), "tampered").unwrap();
    assert_eq!(build(&other, &["a", "b", "c"]), (false, 1));
    std::fs::remove_file(output.join("pieces/c")).unwrap();
    assert_eq!(build(&other, &["a", "b", "c"]), (false, 1));
    assert_eq!(room.read("pieces/b") + &room.read("pieces/c"), "bc");
}

#[test]
fn where_folders_can_not_be_exchanged_files_are_brought_in() {
    let room = Room::new();
    let project = room.folder.path().join("project");
    let output = room.folder.path().join("site");
    for (text, in_place) in [("one", false), ("two", true), ("three", false)] {
        let staging = Staging::open(&output, &project, in_place, &Outputs::in_memory()).unwrap();
        staging.write("index.html", text.as_bytes()).unwrap();
        staging.write("same.html", b"same").unwrap();
        staging
            .write_with(&Digest::of(text.as_bytes()), "data", |out| {
                out.write_all(text.as_bytes())
            })
            .unwrap();
        let changes = staging.commit().unwrap().changes;
        assert_eq!(changes.written + changes.unchanged, 3);
        assert_eq!(
            (room.read("index.html").as_str(), room.read("data").as_str()),
            (text, text)
        );
        assert_eq!((room.read("same.html").as_str(), room.beside()), ("same", 2));
    }
}

#[test]
fn a_few_changes_to_a_large_site_are_brought_in_one_by_one() {
    let room = Room::new();
    let project = room.folder.path().join("project");
    let output = room.folder.path().join("site");
    let build = |text: &str, number: usize| {
        let staging = Staging::open(&output, &project, false, &Outputs::in_memory()).unwrap();
        staging.write("index.html", text.as_bytes()).unwrap();
        for at in 0..number {
            staging.write(&format!("a/{at}.html"), b"same").unwrap();
        }
        staging.commit().unwrap().changes
    };
    let inode = || std::os::unix::fs::MetadataExt::ino(&std::fs::metadata(&output).unwrap());
    build("one", 200);
    let folder = inode();
    let changes = build("two", 199);
    assert_eq!((changes.written, changes.removed, room.beside()), (1, 1, 2));
    assert_eq!((room.read("index.html").as_str(), inode()), ("two", folder));
    assert!(!output.join("a/199.html").exists() && !output.join(in_place::FOLDER).exists());
    // Many changes still come in one step.
    build("three", 10);
    assert_ne!(inode(), folder);
}

#[test]
fn two_files_of_one_path_are_a_fault() {
    let room = Room::new();
    let staging = Staging::open(
        &room.folder.path().join("site"),
        &room.folder.path().join("project"),
        false,
        &Outputs::in_memory(),
    )
    .unwrap();
    staging.write("a", b"one").unwrap();
    assert!(matches!(staging.write("a", b"two"), Err(OutputError::Twice(_))));
    drop(staging);
    assert_eq!(room.beside(), 1);
}

/// What comes with a clone was made by a stranger: nothing in it leads out of the output folder.
mod what_a_stranger_left {
    use super::*;
    use crate::cache::Outputs;
    use std::os::unix::fs::symlink;

    /// A folder of the reader's, with something private in it.
    fn private(room: &super::Room) -> PathBuf {
        let private = room.folder.path().join("private");
        room.write(&private, "id_ed25519", "key");
        room.write(&private, "profile", "mine");
        private
    }

    fn build(room: &super::Room) -> Result<(), OutputError> {
        let project = room.folder.path().join("project");
        let staging = Staging::open(&room.place.output, &project, false, &Outputs::in_memory())?;
        staging.write("index.html", b"new")?;
        staging.commit().map(drop)
    }

    fn is_untouched(private: &Path) -> bool {
        let read = |name| std::fs::read_to_string(private.join(name)).unwrap_or_default();
        let count = private.read_dir().unwrap().count();
        (count, read("id_ed25519"), read("profile")) == (2, "key".to_owned(), "mine".to_owned())
    }

    #[test]
    fn no_folder_of_a_build_is_a_link() {
        for place in [
            |place: &Place| place.new.clone(),
            |place: &Place| place.old.clone(),
            |place: &Place| place.output.join(in_place::FOLDER),
        ] {
            for has_output in [true, false] {
                let room = super::Room::new();
                let private = private(&room);
                let link = place(&room.place);
                if has_output || link.starts_with(&room.place.output) {
                    room.site(&room.place.output, "last");
                }
                symlink(&private, &link).unwrap();
                let refused = matches!(build(&room), Err(OutputError::NotAFolder(path)) if path == link);
                assert!(refused && is_untouched(&private), "{}", link.display());
            }
        }
    }

    #[test]
    fn a_list_of_what_is_to_be_done_leads_through_no_link() {
        let room = super::Room::new();
        let private = private(&room);
        let left = room.place.output.join(in_place::FOLDER);
        room.site(&room.place.output, "last");
        room.write(
            &left,
            ".paraphe-journal",
            "+link/profile\n+link/new\n-link/id_ed25519\n+stolen/profile\nend\n",
        );
        room.write(&left, "link/profile", "theirs");
        room.write(&left, "link/new", "theirs");
        symlink(&private, room.place.output.join("link")).unwrap();
        symlink(&private, left.join("stolen")).unwrap();
        let _ = build(&room);
        assert!(is_untouched(&private));
        assert!(!room.place.output.join("stolen/profile").exists());
    }

    #[test]
    fn what_was_foreign_is_carried_through_no_link() {
        let room = super::Room::new();
        let private = private(&room);
        room.site(&room.place.output, "last");
        symlink(&private, room.place.output.join("link")).unwrap();
        room.write(&room.place.old, "link/new", "theirs");
        let _ = build(&room);
        assert!(is_untouched(&private));
    }

    #[test]
    fn the_lock_is_no_link() {
        let room = super::Room::new();
        let private = private(&room);
        symlink(private.join("new"), &room.place.lock).unwrap();
        assert!(build(&room).is_err() && is_untouched(&private));
    }
}
