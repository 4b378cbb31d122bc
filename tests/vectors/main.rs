//! The files that every implementation must accept or refuse, made with OpenSSH and a separate Python
//! implementation.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod corpus;
mod damage;

use paraphe::diagnostic::{Code, Diagnostic, Severity};
use paraphe::identifier::Digest;
use paraphe::locale::{Catalogue, Locale};
use paraphe::project::Project;
use paraphe::register::{self, Loaded, Standing};
use paraphe::report::Words;
use paraphe::signature::{self, Document, Kind, write};
use std::fs;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

fn vectors() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let found = WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .map(Result::unwrap);
    found
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| entry.into_path())
        .collect()
}

/// A copy of the sound site, with `bytes` at `path`, read as a whole.
fn register_with(path: &str, bytes: &[u8]) -> Loaded {
    let copy = tempfile::tempdir().unwrap();
    let site = vectors().join("site");
    for file in files(&site) {
        let target = copy.path().join(file.strip_prefix(&site).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(&file, target).unwrap();
    }
    fs::write(copy.path().join(path), bytes).unwrap();
    register::load(&Project::load(copy.path()).unwrap())
}

/// What is wrong with it.
fn check_with(path: &str, bytes: &[u8]) -> Vec<Diagnostic> {
    register_with(path, bytes).diagnostics
}

/// The code and line that each file to refuse must get, and words that its message must hold, between bars. The tests of
/// the browser's scripts read the same table.
const EXPECTED: &str = include_str!("expected.tsv");

#[test]
fn every_file_to_refuse_breaks_its_one_rule_at_its_line() {
    let tables =
        ["refuse/index.tsv", "refuse/more.tsv"].map(|name| fs::read_to_string(vectors().join(name)).unwrap());
    let rows: Vec<Vec<&str>> = tables
        .iter()
        .flat_map(|table| table.lines().skip(1))
        .map(|line| line.split('\t').collect())
        .collect();
    let expected: Vec<Vec<&str>> = EXPECTED
        .lines()
        .skip(1)
        .map(|line| line.split('\t').collect())
        .collect();
    assert_eq!(rows.len(), expected.len());
    let catalogues = [Catalogue::new(Locale::French), Catalogue::new(Locale::English)];
    let mut wrong = Vec::new();
    for row in rows {
        let (file, path, rule) = (row[0], row[1], row[2]);
        let expected = expected.iter().find(|expected| expected[0] == file).expect(file);
        let (code, line) = (
            Code::from_name(expected[1]).unwrap(),
            expected[2].parse::<u32>().unwrap(),
        );
        let words: Vec<&str> = expected[3].split('|').filter(|word| !word.is_empty()).collect();
        let found = check_with(path, &fs::read(vectors().join("refuse").join(file)).unwrap());
        let seen: Vec<_> = found
            .iter()
            .map(|fault| (fault.place.path.as_str(), fault.code, fault.place.line()))
            .collect();
        if seen != [(path, code, line)] {
            wrong.push(format!("{file} ({rule}): {seen:?} instead of {code} at {line}"));
            continue;
        }
        for catalogue in &catalogues {
            let said = Words::of(&found[0], catalogue);
            let all = format!("{} {:?} {:?}", said.title, said.expected, said.help);
            wrong.extend(
                words
                    .iter()
                    .filter(|word| !all.contains(*word))
                    .map(|word| format!("{file}: no {word} in {all}")),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_message_for_a_private_key_does_not_show_it() {
    let found = check_with(
        "signatures/charter/private-key-inside.yaml",
        &fs::read(vectors().join("refuse/private-key-inside.yaml")).unwrap(),
    );
    assert!(found.iter().all(|fault| !format!("{fault:?}").contains("b3Blbn")));
}

#[test]
fn every_file_of_the_site_is_accepted() {
    let loaded = register::load(&Project::load(&vectors().join("site")).unwrap());
    assert_eq!(loaded.diagnostics, []);
    assert_eq!(loaded.register.texts.len(), 2);
    let standing: Vec<_> = loaded
        .register
        .entries
        .iter()
        .map(|entry| (entry.path(), entry.standing, entry.attestation.is_some()))
        .collect();
    let entry = |name: &str, standing, attested| (format!("signatures/{name}.yaml"), standing, attested);
    assert_eq!(
        standing,
        [
            entry("charter/association-exemple", Standing::Older, false),
            entry("charter/fins-de-ligne-windows", Standing::Older, false),
            entry("charter/outre-mer", Standing::Older, false),
            entry("charter/retrait", Standing::Withdrawn, false),
            entry("charter/version-ancienne-et-complete", Standing::Older, true),
            entry("charter/version-nouvelle", Standing::Current, false),
            entry(
                "territories/exempleville-les-tilleuls/association-exemple",
                Standing::Current,
                false
            ),
            entry(
                "territories/exempleville-les-tilleuls/corse",
                Standing::Current,
                false
            ),
        ]
    );
}

#[test]
fn what_is_accepted_is_written_again_as_it_was_read() {
    for path in files(&vectors().join("site/signatures")) {
        let bytes = fs::read(&path).unwrap();
        let name = path.to_string_lossy();
        let signed = signature::read(&name, &bytes, Kind::of_path(&name)).unwrap();
        let written = write::file(&write::body(&signed.document), &signed.seal.to_armour());
        assert_eq!(
            written,
            String::from_utf8(bytes).unwrap().replace("\r\n", "\n"),
            "{name}"
        );
    }
}

#[test]
fn a_register_still_knows_each_signed_file_to_the_byte() {
    let register = register::load(&Project::load(&vectors().join("site")).unwrap()).register;
    let read = |path: String| fs::read_to_string(vectors().join("site").join(path)).unwrap();
    let mut attested = 0;
    for entry in &register.entries {
        assert_eq!(entry.file().text(), read(entry.path()).replace("\r\n", "\n"));
        assert_eq!(Digest::of(entry.file().text().as_bytes()), entry.digest);
        if let Some(attestation) = &entry.attestation {
            attested += 1;
            let path = entry.adherence.text.attestation_path(&entry.organisation);
            let file = entry.attestation_file(attestation);
            assert_eq!(file.text(), read(path).replace("\r\n", "\n"));
            assert_eq!(Digest::of(file.text().as_bytes()), attestation.digest);
            let reading = signature::read("x.attestation.yaml", file.text().as_bytes(), Kind::Attestation);
            assert_eq!(reading.unwrap().seal.to_base64(), file.seal());
        }
    }
    assert!(attested > 0 && register.entries.len() > attested);
}

#[test]
fn a_changed_text_is_told_from_a_wrong_digest() {
    let path = "content/charter/1.0.md";
    let text = fs::read_to_string(vectors().join("site").join(path)).unwrap();
    let found = check_with(path, text.replace("# Préambule", "# Preambule").as_bytes());
    let changed = found
        .iter()
        .find(|fault| fault.code == Code::TextChanged)
        .unwrap();
    assert_eq!(changed.place.path, path);
    // Five signatures under the charter, and the adaptation that pins it.
    assert!(
        Words::of(changed, &Catalogue::new(Locale::French))
            .title
            .contains('5')
    );
    let others: Vec<_> = found
        .iter()
        .filter(|fault| fault.code != Code::TextChanged)
        .map(|fault| fault.code)
        .collect();
    assert_eq!(others, [Code::ParentDigest]);
}

#[test]
fn an_attestation_of_an_earlier_file_is_stale_and_counts_for_nothing() {
    let signed = fs::read(vectors().join("site/signatures/charter/association-exemple.yaml")).unwrap();
    let text = String::from_utf8(signed).unwrap();
    let Document::Adherence(_) = signature::read("x", text.as_bytes(), Kind::Adherence)
        .unwrap()
        .document
    else {
        panic!()
    };
    // The attestation of one organisation, beside the signature of another.
    let attestation = "site/signatures/charter/version-ancienne-et-complete.attestation.yaml";
    let bytes = fs::read(vectors().join(attestation)).unwrap();
    let found = check_with("signatures/charter/association-exemple.attestation.yaml", &bytes);
    let seen: Vec<_> = found
        .iter()
        .map(|fault| (fault.code, fault.severity, fault.place.line()))
        .collect();
    assert_eq!(seen, [(Code::AttestationStale, Severity::Warning, 4)]);
    let found = check_with("signatures/charter/personne.attestation.yaml", &bytes);
    assert_eq!(found[0].code, Code::AttestationOrphan);
}

#[test]
fn a_forged_attestation_is_nobodys_word_whatever_it_says() {
    let path = "signatures/charter/version-ancienne-et-complete.attestation.yaml";
    let sound = fs::read_to_string(vectors().join("site").join(path)).unwrap();
    let other_digest = "0".repeat(64);
    let digest = sound.split('"').nth(5).unwrap();
    for forged in [
        sound.replace("method: \"", "method: \"X"),
        sound
            .replace("method: \"", "method: \"X")
            .replace(digest, &other_digest),
    ] {
        assert_ne!(forged, sound);
        let register = register_with(path, forged.as_bytes());
        assert!(
            register
                .diagnostics
                .iter()
                .any(|fault| fault.code == Code::SignatureMismatch)
        );
        let entries = register.register.entries;
        let entry = entries
            .iter()
            .find(|entry| entry.organisation.as_str() == "version-ancienne-et-complete");
        let entry = entry.unwrap();
        assert!(entry.attestation.is_none() && !entry.stale_attestation);
    }
}

#[test]
fn the_copies_here_are_the_vectors_as_they_were_given() {
    let given = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/vectors");
    if !given.is_dir() {
        return;
    }
    for path in files(&given) {
        let here = vectors().join(path.strip_prefix(&given).unwrap());
        assert!(
            fs::read(&here).ok() == fs::read(&path).ok(),
            "{} differs",
            here.display()
        );
    }
}
