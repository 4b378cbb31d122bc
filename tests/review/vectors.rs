//! Every file that must be refused, proposed as a change, and told in every format.

use crate::story::{TODAY, git, paraphe};
use paraphe::identifier::Date;
use paraphe::locale::{Catalogue, Locale};
use paraphe::phases::Phases;
use paraphe::report::{Format, Options, write};
use paraphe::review::{Request, Review, review};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A repository that holds the sound site of the vectors.
fn sound_site() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let site = vectors().join("site");
    for path in paraphe::project::files::find(&site, "content").paths {
        put(folder.path(), &path, &fs::read(site.join(&path)).unwrap());
    }
    for path in paraphe::project::files::find(&site, "signatures").paths {
        put(folder.path(), &path, &fs::read(site.join(&path)).unwrap());
    }
    put(
        folder.path(),
        "paraphe.yaml",
        &fs::read(site.join("paraphe.yaml")).unwrap(),
    );
    run(folder.path(), &["init", "-q", "-b", "main"]);
    run(folder.path(), &["add", "-A"]);
    run(folder.path(), &["commit", "-q", "-m", "Le site"]);
    folder
}

fn vectors() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors")
}

fn put(root: &Path, path: &str, bytes: &[u8]) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

fn run(folder: &Path, arguments: &[&str]) {
    let output = git(folder, arguments);
    assert!(output.status.success(), "git {arguments:?}: {output:?}");
}

/// The review of the working tree of `folder`, as the program makes it.
fn review_of(folder: &Path) -> Review {
    let today = Date::parse(TODAY).unwrap();
    let request = Request {
        root: folder,
        since: "main",
        head: None,
        today,
        taken: |_, _| None,
        theme: |_| Vec::new(),
        phases: &Phases::default(),
    };
    review(request).unwrap()
}

/// The codes of a report, by the rules of its own format.
fn codes(format: Format, report: &str) -> BTreeSet<String> {
    let json = || -> serde_json::Value { serde_json::from_str(report).unwrap() };
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let between = |line: &str, start: &str, end: &str| {
        let (_, rest) = line.split_once(start)?;
        rest.split_once(end).map(|(code, _)| code.to_owned())
    };
    match format {
        Format::Human => report
            .lines()
            .filter(|line| line.starts_with("error[") || line.starts_with("warning["))
            .filter_map(|line| between(line, "[", "]"))
            .collect(),
        Format::Json => json()["diagnostics"]
            .as_array()
            .unwrap()
            .iter()
            .map(|found| text(&found["code"]))
            .collect(),
        Format::Github => report
            .lines()
            .filter(|line| line.starts_with("::"))
            .filter_map(|line| between(line, "title=", "::"))
            .collect(),
        Format::Gitlab => json()
            .as_array()
            .unwrap()
            .iter()
            .map(|found| text(&found["check_name"]))
            .collect(),
        Format::Sarif => json()["runs"][0]["results"]
            .as_array()
            .unwrap()
            .iter()
            .map(|found| text(&found["ruleId"]))
            .collect(),
        Format::Markdown => report
            .lines()
            .filter_map(|line| between(line, "paraphe explain ", " `"))
            .collect(),
    }
}

#[test]
fn every_vector_is_refused_with_its_code_in_every_format() {
    let folder = sound_site();
    let root = folder.path();
    let tables = ["index.tsv", "more.tsv"];
    let places = tables.map(|table| fs::read_to_string(vectors().join("refuse").join(table)).unwrap());
    let expected = fs::read_to_string(vectors().join("expected.tsv")).unwrap();
    let expected: Vec<Vec<&str>> = expected
        .lines()
        .skip(1)
        .map(|line| line.split('\t').collect())
        .collect();
    let catalogue = Catalogue::new(Locale::English);
    let mut proposed = BTreeSet::from(tables.map(str::to_owned));
    for row in places.iter().flat_map(|table| table.lines().skip(1)) {
        let row: Vec<&str> = row.split('\t').collect();
        let (file, path) = (row[0], row[1]);
        let code = expected.iter().find(|expected| expected[0] == file).expect(file)[1];
        let before = fs::read(root.join(path)).ok();
        put(
            root,
            path,
            &fs::read(vectors().join("refuse").join(file)).unwrap(),
        );
        let review = review_of(root);
        for format in Format::ALL {
            let options = Options {
                changed: &review.changed,
                acts: &review.acts,
                ..Options::new(&catalogue)
            };
            let report = write(*format, &review.diagnostics, &options);
            let found = codes(*format, &report);
            assert_eq!(
                found,
                BTreeSet::from([code.to_owned()]),
                "{file} as {format:?}:\n{report}"
            );
            assert!(
                report.contains(path) || *format == Format::Sarif,
                "{file} as {format:?}"
            );
            assert!(!report.contains("b3BlbnNzaC1rZXktdjEA"), "{file} as {format:?}");
        }
        match before {
            Some(bytes) => put(root, path, &bytes),
            None => fs::remove_file(root.join(path)).unwrap(),
        }
        proposed.insert(file.to_owned());
    }
    let there = fs::read_dir(vectors().join("refuse")).unwrap();
    let there = there.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(proposed, there.collect());
    assert_eq!(proposed.len(), expected.len() + tables.len());
}

#[test]
fn the_program_says_the_same_in_every_format() {
    let folder = sound_site();
    let path = "signatures/charter/siren-luhn.yaml";
    put(
        folder.path(),
        path,
        &fs::read(vectors().join("refuse/siren-luhn.yaml")).unwrap(),
    );
    for format in Format::ALL {
        let ran = paraphe(
            folder.path(),
            &[
                "check",
                "--since",
                "main",
                "--today",
                TODAY,
                "--format",
                format.as_str(),
            ],
        );
        assert_eq!(ran.status, 1, "{}{}", ran.out, ran.err);
        assert_eq!(
            codes(*format, &ran.out),
            BTreeSet::from(["siren-check-digit".to_owned()])
        );
    }
}

#[test]
fn a_summary_is_in_the_language_of_the_charter_unless_another_is_asked() {
    let folder = sound_site();
    put(folder.path(), "signatures/charter/x.yaml", b"rien\n");
    let markdown = ["check", "--since", "main", "--format", "markdown"];
    let ran = paraphe(folder.path(), &markdown);
    assert!(
        ran.out.contains("## Vérification") && ran.out.contains("Comment corriger"),
        "{}",
        ran.out
    );
    let ran = paraphe(folder.path(), &[&["--lang", "en"], &markdown[..]].concat());
    assert!(
        ran.out.contains("## Checks") && ran.out.contains("How to mend it"),
        "{}",
        ran.out
    );
}
