//! The output folder: what changes in it, and when.

use super::support::{Fixture, copy, files, put};
use paraphe::diagnostic::Code;
use paraphe::site::Options;
use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::process::Command;
use std::time::Duration;

const IN_PLACE: Options = Options {
    in_place: true,
    noted: false,
};

fn fixture() -> Fixture {
    let fixture = Fixture::new();
    fixture.text("territories/lieu", "1.0", "Un lieu.\n");
    fixture.sign("charter", "une", "Une association");
    fixture.sign("territories/lieu", "une", "Une association");
    fixture.sign("charter", "deux", "Deux associations");
    fixture
}

#[test]
fn the_same_project_gives_the_same_bytes_wherever_it_is() {
    let fixture = fixture();
    fixture.build();
    let other = Fixture::new();
    fs::remove_dir_all(other.path("project")).unwrap();
    copy(&fixture.path("project"), &other.path("project"));
    other.try_build(IN_PLACE).unwrap();
    assert!(files(&fixture.path("site")) == files(&other.path("site")));
    for (path, bytes) in files(&fixture.path("site")) {
        let folder = fixture
            .path("")
            .to_str()
            .unwrap()
            .trim_end_matches('/')
            .to_owned();
        assert!(
            !String::from_utf8_lossy(&bytes).contains(&folder),
            "{path} names the machine's folder"
        );
    }
}

#[test]
fn a_second_build_touches_only_what_changed() {
    for options in [Options::default(), IN_PLACE] {
        let fixture = fixture();
        let first = fixture.try_build(options).unwrap();
        assert_eq!((first.written, first.removed), (first.files, 0));
        let inode = |path: &str| fs::metadata(fixture.path("site").join(path)).unwrap().ino();
        let before = inode("organisations/deux.html");
        let second = fixture.try_build(options).unwrap();
        assert_eq!((second.written, second.removed), (0, 0));
        fs::remove_file(fixture.path("project/signatures/territories/lieu/une.yaml")).unwrap();
        let third = fixture.try_build(options).unwrap();
        assert_eq!((third.removed, third.files), (1, first.files - 1));
        assert!(third.written > 0 && third.written < 16, "{third:?}");
        assert_eq!(inode("organisations/deux.html"), before);
        assert!(!fixture.path("site/signatures/territories").exists());
        // The same as a site that was never anything else.
        fs::rename(fixture.path("site"), fixture.path("old")).unwrap();
        fixture.try_build(options).unwrap();
        assert_eq!(files(&fixture.path("old")), files(&fixture.path("site")));
    }
}

#[test]
fn foreign_files_stay() {
    for options in [Options::default(), IN_PLACE] {
        let fixture = fixture();
        fixture.try_build(options).unwrap();
        let site = fixture.path("site");
        put(&site.join("CNAME"), "example.org");
        put(&site.join("organisations/notes/deep.txt"), "foreign");
        put(&site.join(".git/objects/ab/cd"), "object");
        fs::create_dir_all(site.join("empty/inside")).unwrap();
        fs::set_permissions(site.join(".git/objects/ab"), fs::Permissions::from_mode(0o555)).unwrap();
        std::os::unix::fs::symlink("nowhere", site.join("link")).unwrap();
        fixture.sign("charter", "trois", "Trois associations");
        fixture.try_build(options).unwrap();
        assert_eq!(fixture.page("CNAME"), "example.org");
        assert_eq!(fixture.page("organisations/notes/deep.txt"), "foreign");
        assert_eq!(fixture.page(".git/objects/ab/cd"), "object");
        assert!(site.join("empty/inside").is_dir());
        assert_eq!(
            fs::metadata(site.join(".git/objects/ab")).unwrap().mode() & 0o777,
            0o555
        );
        assert_eq!(
            fs::read_link(site.join("link")).unwrap().to_str(),
            Some("nowhere")
        );
        assert!(site.join("organisations/trois.html").exists());
        fs::set_permissions(site.join(".git/objects/ab"), fs::Permissions::from_mode(0o755)).unwrap();
    }
}

#[test]
fn what_stands_in_the_way_is_named_and_left() {
    for options in [Options::default(), IN_PLACE] {
        let fixture = fixture();
        put(&fixture.path("site/index.html"), "mine");
        put(&fixture.path("site/robots.txt/mine"), "mine");
        fs::create_dir_all(fixture.path("elsewhere")).unwrap();
        std::os::unix::fs::symlink("../elsewhere", fixture.path("site/organisations")).unwrap();
        let faults = fixture.try_build(options).unwrap_err();
        assert!(
            faults.iter().all(|fault| fault.code == Code::OutputForeignFile),
            "{faults:?}"
        );
        let named = |name: &str| faults.iter().any(|fault| fault.place.path.ends_with(name));
        assert!(named("site/index.html") && named("site/robots.txt") && named("site/organisations/une.html"));
        assert_eq!(fixture.page("index.html"), "mine");
        assert_eq!(files(&fixture.path("site")).len(), 2);
        assert_eq!(fixture.path("elsewhere").read_dir().unwrap().count(), 0);
    }
}

#[test]
fn a_failed_build_leaves_the_last_site_and_nothing_else() {
    for options in [Options::default(), IN_PLACE] {
        let fixture = fixture();
        fixture.try_build(options).unwrap();
        let before = files(&fixture.path("site"));
        fixture.configure("theme: maison\n");
        // Some pages render, and then one does not.
        put(
            &fixture.path("project/themes/maison/templates/organisation.html"),
            "{{ nope }}",
        );
        let faults = fixture.try_build(options).unwrap_err();
        assert_eq!(faults[0].code, Code::TemplateError);
        assert_eq!(files(&fixture.path("site")), before);
        let beside = fixture
            .path("")
            .read_dir()
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect::<Vec<_>>();
        assert_eq!(beside.len(), 2, "{beside:?}");
    }
}

#[test]
fn places_that_will_not_do_are_refused() {
    let fixture = fixture();
    put(&fixture.path("file"), "");
    let code = |output: &str| {
        fixture
            .build_into(&fixture.path(output), Options::default())
            .unwrap_err()[0]
            .code
    };
    assert_eq!(code("file"), Code::OutputNotAFolder);
    assert_eq!(code("file/site"), Code::OutputNotAFolder);
    assert_eq!(code("project"), Code::OutputInProject);
    assert_eq!(code(""), Code::OutputInProject);
    assert_eq!(code("project/signatures"), Code::OutputInProject);
}

#[test]
fn a_link_to_the_folder_is_followed() {
    let fixture = fixture();
    fs::create_dir_all(fixture.path("real")).unwrap();
    std::os::unix::fs::symlink("real", fixture.path("site")).unwrap();
    fixture.build();
    assert!(fixture.path("site").is_symlink() && fixture.path("real/index.html").exists());
}

/// Kills builds at many moments: the site is always the last good one or the next.
#[test]
fn a_killed_build_leaves_a_whole_site() {
    let fixture = Fixture::new();
    for at in 0..120 {
        fixture.sign(
            "charter",
            &format!("organisation-{at}"),
            &format!("Organisation {at}"),
        );
    }
    fixture.build();
    let one = files(&fixture.path("site"));
    fixture.configure("demonstration: true\n");
    fixture.build();
    let two = files(&fixture.path("site"));
    assert_ne!(one, two);
    put(&fixture.path("site/foreign"), "foreign");
    for turn in 0..50_u64 {
        fixture.configure(if turn % 2 == 0 {
            ""
        } else {
            "demonstration: true\n"
        });
        let mut build = Command::new(env!("CARGO_BIN_EXE_paraphe"))
            .args(["-C", "project", "build", "-o", "../site"])
            .current_dir(fixture.path(""))
            .env("XDG_CACHE_HOME", fixture.path("project/.reader"))
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(turn * 37 % 211));
        build.kill().unwrap();
        build.wait().unwrap();
        let mut now = files(&fixture.path("site"));
        assert_eq!(
            now.remove("foreign").as_deref(),
            Some(&b"foreign"[..]),
            "turn {turn}"
        );
        now.remove(".paraphe-unfinished");
        assert!(now == one || now == two, "turn {turn}: {} files", now.len());
    }
    // What the killed builds have remembered is sound, too.
    let last = Command::new(env!("CARGO_BIN_EXE_paraphe"))
        .args(["-C", "project", "build", "-o", "../site"])
        .current_dir(fixture.path(""))
        .env("XDG_CACHE_HOME", fixture.path("project/.reader"))
        .output()
        .unwrap();
    assert!(last.status.success() && last.stderr.is_empty(), "{last:?}");
    let beside: Vec<_> = fixture
        .path("")
        .read_dir()
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(beside.len(), 2, "{beside:?}");
    let mut now = files(&fixture.path("site"));
    now.remove("foreign");
    assert_eq!(now, two);
}

#[test]
fn two_builds_at_once_do_not_mix() {
    let fixture = fixture();
    let results: Vec<_> = std::thread::scope(|scope| {
        let builds: Vec<_> = (0..6)
            .map(|_| scope.spawn(|| fixture.try_build(Options::default())))
            .collect();
        builds.into_iter().map(|build| build.join().unwrap()).collect()
    });
    assert!(results.iter().any(Result::is_ok));
    for faults in results.into_iter().filter_map(Result::err) {
        assert_eq!(faults[0].code, Code::OutputBusy, "{faults:?}");
    }
    let after = files(&fixture.path("site"));
    fs::remove_dir_all(fixture.path("site")).unwrap();
    fixture.build();
    assert_eq!(files(&fixture.path("site")), after);
}
