//! The register as data, and checking by hand what is published.

use super::support::{Fixture, attributes, files, unescape};
use serde_json::Value;
use std::fs;
use std::process::Command;

#[test]
fn every_file_is_published_under_its_own_path_in_the_spelling_that_was_signed() {
    let fixture = Fixture::vectors();
    fixture.build();
    let site = files(&fixture.path("site"));
    for (path, bytes) in files(&fixture.path("project")) {
        let signed = String::from_utf8(bytes)
            .unwrap()
            .replace("\r\n", "\n")
            .into_bytes();
        assert_eq!(site.get(&path), Some(&signed), "{path}");
    }
}

#[test]
fn a_copy_of_the_site_is_a_sound_project() {
    let fixture = Fixture::vectors();
    fixture.build();
    let project = paraphe::project::Project::load(&fixture.path("site")).unwrap();
    let loaded = paraphe::register::load(&project);
    assert_eq!(loaded.diagnostics, []);
    assert_eq!(loaded.register.entries.len(), 8);
}

/// The keys of each kind of object in `register.json`, as `docs/register.md` lists them.
#[test]
fn json_has_the_documented_keys() {
    let fixture = Fixture::vectors();
    fixture.build();
    let register: Value = serde_json::from_str(&fixture.page("register.json")).unwrap();
    let docs = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/register.md")).unwrap();
    let mut keys = Vec::new();
    collect_keys("", &register, &mut keys);
    keys.sort();
    keys.dedup();
    for key in &keys {
        assert!(
            docs.contains(&format!("| `{key}` |")),
            "docs/register.md does not describe {key}"
        );
    }
    for line in docs
        .lines()
        .filter(|line| line.starts_with("| `") && line.contains(" json "))
    {
        let key = line.trim_start_matches("| `").split('`').next().unwrap();
        let optional = line.contains("optional");
        assert!(
            optional || keys.iter().any(|known| known == key),
            "{key} is described and not there"
        );
    }
    let signatures = register["signatures"].as_array().unwrap();
    assert_eq!(signatures.len(), 7);
    assert_eq!(register["counts"]["withdrawn"], 1);
    let one = signatures
        .iter()
        .find(|one| one["organisation"] == "version-ancienne-et-complete")
        .unwrap();
    assert_eq!(one["attestation"]["steward"], "Comité d'exemple");
    assert_eq!(one["standing"], "older");
}

fn collect_keys(prefix: &str, value: &Value, keys: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                let key = if prefix.is_empty() {
                    key.clone()
                } else {
                    format!("{prefix}.{key}")
                };
                collect_keys(&key, value, keys);
                keys.push(key);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect_keys(prefix, item, keys)),
        _ => {}
    }
}

#[test]
fn csv_has_one_record_a_signature() {
    let fixture = Fixture::new();
    fixture.sign("charter", "formule", "=HYPERLINK(\"https://x\";\"y\")");
    fixture.sign("charter", "simple", "Simple");
    fixture.withdraw("charter", "partie", "Partie");
    fixture.build();
    let csv = fixture.page("register.csv");
    let records: Vec<&str> = csv.split_terminator("\r\n").collect();
    assert_eq!(records.len(), 3, "{csv}");
    assert!(
        records[1].contains(",\"'=HYPERLINK(\"\"https://x\"\";\"\"y\"\")\","),
        "{csv}"
    );
    let docs = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/register.md")).unwrap();
    for column in records[0].split(',') {
        assert!(
            docs.contains(&format!("| `{column}` |")),
            "docs/register.md does not describe {column}"
        );
    }
    let columns = records[0].split(',').count();
    assert_eq!(records[2].split(',').count(), columns);
}

#[test]
fn the_commands_on_the_pages_check_every_signature() {
    let fixture = Fixture::vectors();
    let stale = fixture.path("project/signatures/charter/stale.yaml");
    assert!(!stale.exists());
    fixture.build();
    let site = fixture.path("site");
    let mut checked = 0;
    for (path, bytes) in files(&site) {
        if !path.starts_with("organisations/") {
            continue;
        }
        let html = String::from_utf8(bytes).unwrap();
        for block in html.split("<pre tabindex=\"0\" translate=\"no\"><code>").skip(1) {
            let commands = unescape(block.split("</code>").next().unwrap());
            if !commands.contains("ssh-keygen") {
                continue;
            }
            let run = Command::new("sh")
                .arg("-ec")
                .arg(&commands)
                .current_dir(&site)
                .output()
                .unwrap();
            let out = String::from_utf8(run.stdout).unwrap();
            assert!(
                run.status.success(),
                "{path}: {commands}\n{out}{}",
                String::from_utf8_lossy(&run.stderr)
            );
            assert_eq!(
                out.matches("Good \"paraphe\" signature").count(),
                2,
                "{path}: {out}"
            );
            let digests: Vec<&str> = out
                .split(|c: char| !c.is_ascii_hexdigit())
                .filter(|word| word.len() == 64)
                .collect();
            assert!(digests.len() == 2 && digests[0] == digests[1], "{path}: {out}");
            checked += 1;
        }
    }
    assert_eq!(checked, 7);
    // The attestation and the withdrawal are on no page, but their keys are published too.
    let lines = fixture.page("allowed_signers");
    assert_eq!(lines.lines().count(), 9);
    assert!(lines.lines().is_sorted());
    for principal in [
        "charter/version-ancienne-et-complete.attestation",
        "charter/retrait",
    ] {
        let check = format!(
            "sed '/^signature: |$/,$d' signatures/{principal}.yaml > body; \
             sed '1,/^signature: |$/d; s/^  //' signatures/{principal}.yaml > body.sig; \
             ssh-keygen -Y verify -f allowed_signers -I {principal} -n paraphe -s body.sig < body"
        );
        let run = Command::new("sh")
            .arg("-ec")
            .arg(check)
            .current_dir(&site)
            .output()
            .unwrap();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    }
}

#[test]
fn data_is_linked_from_the_page_that_explains_it() {
    let fixture = Fixture::vectors();
    fixture.build();
    let links = attributes(&fixture.page("verifier.html"), "href");
    for file in [
        "register.json",
        "register.csv",
        "allowed_signers",
        "stewards.allowed_signers",
    ] {
        assert!(links.iter().any(|link| link == file), "{file}");
    }
}
