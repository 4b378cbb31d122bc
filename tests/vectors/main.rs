//! The files that every implementation must accept or refuse, made with OpenSSH and a separate Python
//! implementation.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod damage;

use paraphe::diagnostic::{Code, Diagnostic, Severity};
use paraphe::locale::{Catalogue, Locale};
use paraphe::project::Project;
use paraphe::register::{self, Standing};
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

/// A copy of the sound site, with `bytes` at `path`, checked as a whole.
fn check_with(path: &str, bytes: &[u8]) -> Vec<Diagnostic> {
    let copy = tempfile::tempdir().unwrap();
    let site = vectors().join("site");
    for file in files(&site) {
        let target = copy.path().join(file.strip_prefix(&site).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(&file, target).unwrap();
    }
    fs::write(copy.path().join(path), bytes).unwrap();
    register::load(&Project::load(copy.path()).unwrap()).diagnostics
}

/// The code and line that each file to refuse must get, and words that its message must hold.
#[rustfmt::skip]
const REFUSED: &[(&str, Code, u32, &[&str])] = &[
    ("action-unknown.yaml", Code::ActionUnknown, 2, &["endorse"]),
    ("anchor.yaml", Code::Anchor, 8, &[]),
    ("armor-76-columns.yaml", Code::ArmourNotCanonical, 14, &[]),
    ("bidi-override.yaml", Code::ForbiddenCharacter, 8, &["U+202E"]),
    ("blank-line.yaml", Code::BlankLine, 7, &[]),
    ("body-changed.yaml", Code::SignatureMismatch, 13, &[]),
    ("bom.yaml", Code::ByteOrderMark, 1, &[]),
    ("c1-control.yaml", Code::ForbiddenCharacter, 8, &["U+0085"]),
    ("comment.yaml", Code::Comment, 4, &[]),
    ("date-before-adoption.yaml", Code::DateBeforeAdoption, 10, &["2026-01-15"]),
    ("date-form.yaml", Code::DateForm, 10, &["01/06/2026"]),
    ("date-impossible.yaml", Code::DateImpossible, 10, &["2026-02-30"]),
    ("declaration-differs.yaml", Code::DeclarationDiffers, 11, &[]),
    ("digest-of-other-version.yaml", Code::DigestOfOtherVersion, 6, &["1.1"]),
    ("digest-upper-case.yaml", Code::DigestForm, 6, &[]),
    ("document-marker.yaml", Code::DocumentMarker, 1, &[]),
    ("double-space.yaml", Code::DoubleSpace, 8, &[]),
    ("duplicate-key.yaml", Code::DuplicateKey, 11, &["date"]),
    ("ecdsa-key.yaml", Code::SshsigKeyType, 13, &["ecdsa-sha2-nistp256"]),
    ("empty-name.yaml", Code::EmptyValue, 8, &["organisation.name"]),
    ("escaped-letter.yaml", Code::Escape, 9, &["\\u"]),
    ("flow-mapping.yaml", Code::FlowCollection, 7, &[]),
    ("format-version-2.yaml", Code::FormatVersion, 1, &["2"]),
    ("hash-sha256.yaml", Code::SshsigHash, 13, &["sha256"]),
    ("ideographic-space.yaml", Code::ForbiddenSpace, 8, &["U+3000"]),
    ("insee-form.yaml", Code::InseeForm, 10, &["4900"]),
    ("key-order.yaml", Code::KeyOrder, 4, &["charter"]),
    ("leading-space.yaml", Code::OuterSpace, 8, &[]),
    ("line-separator.yaml", Code::ForbiddenCharacter, 8, &["U+2028"]),
    ("lone-cr.yaml", Code::LoneCarriageReturn, 9, &[]),
    ("merge-key.yaml", Code::MergeKey, 8, &[]),
    ("missing-city.yaml", Code::MissingKey, 9, &["organisation.city"]),
    ("name-301.yaml", Code::ValueTooLong, 8, &["301", "300"]),
    ("no-final-newline.yaml", Code::FinalNewline, 18, &[]),
    ("no-signature.yaml", Code::SignatureMissing, 11, &[]),
    ("norway.yaml", Code::NotDoubleQuoted, 9, &["organisation.city"]),
    ("not-nfc.yaml", Code::NotNfc, 8, &["NFC"]),
    ("not-utf8.yaml", Code::NotUtf8, 9, &["UTF-8"]),
    ("other-charter.yaml", Code::OtherCharter, 3, &["charte-exemple"]),
    ("plain-scalar.yaml", Code::NotDoubleQuoted, 9, &["organisation.city"]),
    ("private-key-inside.yaml", Code::PrivateKey, 13, &[]),
    ("private-use.yaml", Code::ForbiddenCharacter, 8, &["U+E000"]),
    ("reserved-not-empty.yaml", Code::SshsigReserved, 13, &[]),
    ("rna-form.yaml", Code::RnaForm, 10, &["491234567"]),
    ("rsa-key.yaml", Code::SshsigKeyType, 13, &["ssh-rsa"]),
    ("s-not-canonical.yaml", Code::SignatureNotReduced, 13, &[]),
    ("signature-63-bytes.yaml", Code::SshsigSignatureLength, 13, &["63"]),
    ("signature-indented-by-four.yaml", Code::SignatureIndentation, 13, &[]),
    ("single-quotes.yaml", Code::NotDoubleQuoted, 9, &["organisation.city"]),
    ("siren-luhn.yaml", Code::SirenCheckDigit, 10, &["732829321"]),
    ("siren-spaces.yaml", Code::SirenForm, 10, &["732 829 320"]),
    ("small-order-key.yaml", Code::KeySmallOrder, 13, &[]),
    ("sshsig-version-2.yaml", Code::SshsigVersion, 13, &["2"]),
    ("tab-indent.yaml", Code::Tab, 9, &[]),
    ("tag.yaml", Code::Tag, 8, &[]),
    ("text-after-signature.yaml", Code::SignatureTrailingText, 19, &[]),
    ("text-and-path-differ.yaml", Code::TextPath, 4, &["charter"]),
    ("too-large.yaml", Code::FileTooLarge, 1, &["16"]),
    ("trailing-blob-bytes.yaml", Code::SshsigTrailingBytes, 13, &[]),
    ("trailing-space.yaml", Code::TrailingSpace, 9, &[]),
    ("two-signatures.yaml", Code::SignatureRepeated, 19, &[]),
    ("unknown-key.yaml", Code::UnknownKey, 10, &["email"]),
    ("unknown-version.yaml", Code::VersionUnknown, 5, &["1.0, 1.1"]),
    ("website-http.yaml", Code::WebsiteNotHttps, 10, &["https"]),
    ("website-javascript.yaml", Code::WebsiteNotHttps, 10, &["https"]),
    ("website-userinfo.yaml", Code::WebsiteCredentials, 10, &[]),
    ("wrong-digest.yaml", Code::DigestMismatch, 6, &["1.0"]),
    ("wrong-namespace.yaml", Code::SshsigNamespace, 13, &["file"]),
    ("zero-width-space.yaml", Code::ForbiddenCharacter, 8, &["U+200B"]),
];

#[test]
fn every_file_to_refuse_breaks_its_one_rule_at_its_line() {
    let index = fs::read_to_string(vectors().join("refuse/index.tsv")).unwrap();
    let rows: Vec<Vec<&str>> = index
        .lines()
        .skip(1)
        .map(|line| line.split('\t').collect())
        .collect();
    assert_eq!(rows.len(), REFUSED.len());
    let catalogues = [Catalogue::new(Locale::French), Catalogue::new(Locale::English)];
    let mut wrong = Vec::new();
    for row in rows {
        let (file, path, rule) = (row[0], row[1], row[2]);
        let (_, code, line, words) = REFUSED.iter().find(|expected| expected.0 == file).expect(file);
        let found = check_with(path, &fs::read(vectors().join("refuse").join(file)).unwrap());
        let seen: Vec<_> = found
            .iter()
            .map(|fault| (fault.place.path.as_str(), fault.code, fault.place.line()))
            .collect();
        if seen != [(path, *code, *line)] {
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
