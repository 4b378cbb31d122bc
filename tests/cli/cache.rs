//! What is remembered between runs: it spares work, and never lets a bad signature pass.

use crate::support::{Project, Ran};
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

const SIGNATURE: &str = "signatures/charter/association-exemple.yaml";

/// A project whose reader keeps a secret in the folder `reader`, and which was built twice.
fn built() -> Project {
    let project = Project::sound();
    for _ in 0..2 {
        run(&project, &["build", "-o", "../site"], "reader").says(0, &["Site built"]);
        // Files must be older than the smallest step of the clock to be trusted.
        std::thread::sleep(Duration::from_millis(30));
    }
    for list in ["checks", "outputs", "build"] {
        assert!(project.path(".paraphe").join(list).exists(), "{list}");
    }
    project
}

fn run(project: &Project, arguments: &[&str], reader: &str) -> Ran {
    let home = project.path(&format!(".{reader}"));
    let site = project.path(".site").display().to_string();
    let arguments: Vec<&str> = arguments
        .iter()
        .map(|argument| {
            if *argument == "../site" {
                site.as_str()
            } else {
                argument
            }
        })
        .collect();
    project.run_with(&arguments, &[("HOME", home.to_str().unwrap())])
}

/// Changes a file and leaves its size and its times as they were.
fn change(path: &Path, from: &str, to: &str) {
    let data = fs::metadata(path).unwrap();
    let text = fs::read_to_string(path).unwrap();
    assert!(text.contains(from) && from.len() == to.len());
    fs::write(path, text.replacen(from, to, 1)).unwrap();
    let times = fs::FileTimes::new()
        .set_modified(data.modified().unwrap())
        .set_accessed(data.accessed().unwrap());
    fs::File::options()
        .write(true)
        .open(path)
        .unwrap()
        .set_times(times)
        .unwrap();
}

#[test]
fn a_bad_signature_is_found_whatever_is_done_to_what_is_remembered() {
    let project = built();
    let list = project.path(".paraphe/checks");
    let known = fs::read(&list).unwrap();
    let last = fs::read(project.path(".paraphe/build")).unwrap();
    change(&project.path(SIGNATURE), "\"Exempleville\"", "\"Exempleviles\"");
    let found = |reader: &str, what: &str| {
        // The list of what the last build was made from is as it was each time.
        fs::write(project.path(".paraphe/build"), &last).unwrap();
        for arguments in [&["check"][..], &["build", "-o", "../site"]] {
            let ran = run(&project, arguments, reader);
            assert!(
                ran.status == 1 && format!("{}{}", ran.out, ran.err).contains("signature-mismatch"),
                "{what}: {ran:?}"
            );
        }
    };
    found("reader", "size and times are as they were");
    // The list as it was, touched, cut, with a byte changed at its head, in its entries and in its seal, doubled.
    let later = fs::FileTimes::new().set_modified(SystemTime::now() + Duration::from_secs(3600));
    fs::write(&list, &known).unwrap();
    fs::File::options()
        .write(true)
        .open(&list)
        .unwrap()
        .set_times(later)
        .unwrap();
    found("reader", "the list is from the future");
    for at in [0, 15, 17, 30, 60, known.len() / 2, known.len() - 1] {
        let mut bad = known.clone();
        bad[at] ^= 1;
        fs::write(&list, bad).unwrap();
        found("reader", &format!("byte {at} of the list is changed"));
        fs::write(&list, &known[..at]).unwrap();
        found("reader", &format!("the list is cut at {at}"));
    }
    fs::write(&list, [&known[..], &known[..]].concat()).unwrap();
    found("reader", "the list is there twice");
    fs::write(&list, &known).unwrap();
    found("stranger", "the list is of another reader");
}

#[test]
fn a_list_from_elsewhere_is_thrown_away_and_said_so_once() {
    let project = built();
    let said = |ran: &Ran| ran.err.matches("came from elsewhere").count();
    let ran = run(&project, &["build", "-o", "../site"], "stranger");
    assert_eq!((ran.status, said(&ran)), (0, 1), "{ran:?}");
    let ran = run(&project, &["build", "-o", "../site"], "stranger");
    assert_eq!((ran.status, said(&ran)), (0, 0), "{ran:?}");
    fs::write(project.path(".paraphe/build"), "damaged").unwrap();
    let ran = run(&project, &["build", "-o", "../site"], "stranger");
    assert_eq!((ran.status, said(&ran)), (0, 1), "{ran:?}");
    // Nothing of it is looked at, and nothing is kept.
    let before = fs::read(project.path(".paraphe/outputs")).unwrap();
    fs::write(project.path(".paraphe/checks"), "damaged").unwrap();
    let ran = run(&project, &["build", "--no-cache", "-o", "../site"], "stranger");
    assert_eq!((ran.status, said(&ran)), (0, 0), "{ran:?}");
    assert_eq!(project.read(".paraphe/checks"), "damaged");
    assert_eq!(fs::read(project.path(".paraphe/outputs")).unwrap(), before);
}

#[test]
fn an_unchanged_build_says_what_any_other_does_and_looks_at_no_signature() {
    let project = built();
    let first = run(&project, &["build", "-o", "../site", "--no-cache"], "reader");
    let early = run(&project, &["build", "-o", "../site", "--timings"], "reader");
    assert_eq!((early.status, &early.out), (0, &first.out));
    let rows = |ran: &Ran| ran.err.lines().filter(|line| line.ends_with(" ms")).count();
    assert!(
        early.err.starts_with("Looking for changes") && rows(&early) == 3,
        "{early:?}"
    );
    let going_on = run(
        &project,
        &["build", "-o", "../site", "--timings", "--keep-going"],
        "reader",
    );
    assert_eq!((going_on.status, rows(&going_on)), (0, 3), "{going_on:?}");
    // Another folder is another site, and a missing one is made again.
    let other = run(&project, &["build", "--timings"], "reader");
    assert!(other.err.contains("Publishing") && project.path("public/index.html").exists());
    fs::remove_dir_all(project.path(".site")).unwrap();
    let again = run(&project, &["build", "-o", "../site", "--timings"], "reader");
    assert!(again.err.contains("Publishing") && project.path(".site/index.html").exists());
}

#[test]
fn the_time_is_told_on_standard_error() {
    let project = Project::sound();
    for (arguments, last) in [
        (&["check", "--timings"][..], "Comparing signatures"),
        (&["build", "--timings"], "Publishing"),
        (&["verify", "--timings", "signatures"], "Signatures"),
    ] {
        let ran = project.run(arguments);
        ran.says(0, &[]);
        let rows: Vec<&str> = ran.err.lines().filter(|line| line.ends_with(" ms")).collect();
        assert!(
            rows.len() >= 4 && rows[rows.len() - 2].starts_with(last),
            "{ran:?}"
        );
        assert!(
            rows[rows.len() - 1].starts_with("In all") && !ran.out.contains(" ms"),
            "{ran:?}"
        );
        assert!(!project.run(&arguments[..1]).err.contains(" ms"));
    }
}
