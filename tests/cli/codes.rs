//! Rules that no other test breaks, each broken once; and a test that every code is provoked somewhere.

use crate::support::Project;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use paraphe::diagnostic::Code;
use paraphe::signature::{Kind, Seal, read};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const SIGNATURE: &str = "signatures/charter/association-exemple.yaml";
const CHARTER: &str = "content/charter/1.1.md";
const TERRITORY: &str = "content/territories/exempleville-les-tilleuls/1.0.md";

/// The codes that `check` finds in the sound project after `from` became `to` in a file.
#[track_caller]
fn checked(file: &str, from: &str, to: &str) -> BTreeSet<Code> {
    let project = Project::sound();
    project.replace(file, from, to);
    check(&project)
}

fn check(project: &Project) -> BTreeSet<Code> {
    let ran = project.run(&["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{ran:?}"));
    let codes = report["diagnostics"].as_array().unwrap().iter();
    codes
        .map(|diagnostic| Code::from_name(diagnostic["code"].as_str().unwrap()).unwrap())
        .collect()
}

#[track_caller]
fn finds(found: &BTreeSet<Code>, code: Code) {
    assert!(found.contains(&code), "{code} is not among {found:?}");
}

#[test]
fn the_spelling_of_a_signature_file() {
    for (from, to, code) in [
        (
            "  name: \"Association",
            "   name: \"Association",
            Code::Indentation,
        ),
        ("action: \"sign\"", "action:  \"sign\"", Code::NotCanonical),
        ("\"charte-exemple\"", "\"Charte exemple\"", Code::SlugForm),
        ("version: \"1.0\"", "version: \"v1\"", Code::VersionForm),
        (
            "text: \"charter\"",
            "text: \"territories/nowhere\"",
            Code::TextPath,
        ),
        ("\ndate:", "\n  website: \"https://\"\ndate:", Code::WebsiteForm),
        ("  U1NIU0lH", "  !1NIU0lH", Code::ArmourForm),
    ] {
        finds(&checked(SIGNATURE, from, to), code);
    }
}

#[test]
fn a_signature_of_a_text_that_is_not_there() {
    let project = Project::sound();
    let file = "signatures/territories/exempleville-les-tilleuls/association-exemple.yaml";
    let moved = project
        .read(file)
        .replace("exempleville-les-tilleuls", "ailleurs");
    project.write("signatures/territories/ailleurs/association-exemple.yaml", moved);
    finds(&check(&project), Code::TextUnknown);
}

/// The sound signature with another blob in its armour.
fn with_blob(change: impl Fn(&mut Vec<u8>)) -> Vec<Code> {
    let project = Project::sound();
    let text = project.read(SIGNATURE);
    let (body, armour) = text.split_once("signature: |\n").unwrap();
    let encoded: String = armour
        .lines()
        .map(str::trim)
        .filter(|line| !line.starts_with("---"))
        .collect();
    let mut blob = STANDARD.decode(encoded).unwrap();
    change(&mut blob);
    let encoded = STANDARD.encode(blob);
    let lines: Vec<&str> = (0..encoded.len())
        .step_by(70)
        .map(|at| &encoded[at..encoded.len().min(at + 70)])
        .collect();
    let file = format!(
        "{body}signature: |\n  -----BEGIN SSH SIGNATURE-----\n  {}\n  -----END SSH SIGNATURE-----\n",
        lines.join("\n  ")
    );
    let faults = read(SIGNATURE, file.as_bytes(), Kind::Adherence).err();
    faults.into_iter().flatten().map(|fault| fault.code).collect()
}

/// Where the key and the signature stand in the blob: after magic, version and the lengths and names before them.
const KEY: usize = 6 + 4 + 4 + 4 + 11 + 4;

#[test]
fn the_blob_of_a_signature() {
    assert_eq!(with_blob(|blob| blob.truncate(20)), [Code::SshsigForm]);
    // y = 2²⁵⁵ − 1 is no canonical coordinate.
    assert_eq!(
        with_blob(|blob| blob[KEY..KEY + 32].fill(0xff)),
        [Code::KeyEncoding]
    );
    // R is the neutral element, of order one.
    let neutral = |blob: &mut Vec<u8>| {
        let r = blob.len() - 64;
        blob[r..r + 32].fill(0);
        blob[r] = 1;
    };
    assert_eq!(with_blob(neutral), [Code::SignatureSmallOrder]);
    assert_eq!(with_blob(|blob| assert!(Seal::from_blob(blob).is_ok())), []);
}

#[test]
fn the_front_matter_of_a_text() {
    for (from, to, code) in [
        (
            "department: \"49\"",
            "department: \"4900\"",
            Code::DepartmentUnknown,
        ),
        (
            "department: \"49\"",
            "department: \"37\"",
            Code::DepartmentDiffers,
        ),
        ("\nadapts:", "\nstatus: final\nadapts:", Code::StatusUnknown),
    ] {
        finds(&checked(TERRITORY, from, to), code);
    }
    let adapts = "\nadapts:\n  text: charter\n  version: \"1.0\"\n  \
                  sha256: d1153176f9f1de964dfd5dad1308aa095abd6d07972f8c84c99b51042e0ea9ed\n---";
    finds(&checked(CHARTER, "\n---", adapts), Code::CharterAdapts);
}

#[test]
fn a_project_without_its_first_things() {
    let project = Project::sound();
    fs::remove_dir_all(project.path("content/charter")).unwrap();
    finds(&check(&project), Code::CharterMissing);

    let project = Project::empty();
    let faults = paraphe::project::Project::load(&project.path("")).unwrap_err();
    assert_eq!(faults[0].code, Code::ConfigurationMissing);
}

#[cfg(unix)]
#[test]
fn an_output_folder_that_can_not_be_written() {
    let project = Project::sound();
    // Nobody can make a folder there, whoever runs the test.
    let ran = project.run(&["build", "-o", "/proc/paraphe/public"]);
    ran.says(2, &[Code::OutputUnwritable.as_str()]);
}

/// Every Rust file below `folder`.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.path().extension().is_some_and(|ending| ending == "rs"));
    files.map(|entry| entry.into_path()).collect()
}

/// What the tests say: all of `tests/`, and what follows `#[cfg(test)]` in `src/`. The rooms that only write findings down
/// make them up, so they prove nothing, and neither does a finding that a test makes itself.
fn tests() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = String::new();
    for path in sources(&root.join("tests")) {
        all.push_str(&fs::read_to_string(path).unwrap());
    }
    let writers = ["report", "locale", "diagnostic"].map(|room| root.join("src").join(room));
    for path in sources(&root.join("src")) {
        let text = fs::read_to_string(&path).unwrap();
        if let Some((_, tests)) = text.split_once("#[cfg(test)]")
            && !writers.iter().any(|room| path.starts_with(room))
        {
            all.push_str(tests);
        }
    }
    let lines = all.lines().filter(|line| !line.contains("Diagnostic::new("));
    lines.collect::<Vec<_>>().join("\n")
}

/// The variants in the order of `Code::ALL`, as their source names them.
fn variants() -> Vec<String> {
    Code::ALL.iter().map(|code| format!("{code:?}")).collect()
}

#[test]
fn every_code_is_provoked_by_a_test() {
    let tests = tests();
    let vectors = include_str!("../vectors/expected.tsv").lines().skip(1);
    let refused: BTreeSet<&str> = vectors.filter_map(|line| line.split('\t').nth(1)).collect();
    let named = |variant: &str| {
        let word = format!("Code::{variant}");
        let mut found = tests.match_indices(&word);
        found.any(|(at, _)| !tests[at + word.len()..].starts_with(|next: char| next.is_alphanumeric()))
    };
    let mut missing = Vec::new();
    for (code, variant) in Code::ALL.iter().zip(variants()) {
        let name = code.as_str();
        let said = tests.contains(&format!("[{name}]"))
            || name.contains('-') && tests.contains(&format!("\"{name}\""))
            // As the stories of `tests/review` write it: the code, then the path.
            || ["\"", "\"?"].iter().any(|mark| tests.contains(&format!("{mark}{name} ")));
        if !(refused.contains(name) || named(&variant) || said) {
            missing.push(name);
        }
    }
    assert!(missing.is_empty(), "no test provokes {missing:?}");
}
