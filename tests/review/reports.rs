//! What `docs/reports.md` promises to programs, held against what they get.

use crate::story::Story;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A key as the documentation lists it.
#[derive(Debug)]
struct Described {
    kind: String,
    nullable: bool,
    optional: bool,
}

/// The keys below the heading that names `command`.
fn described(command: &str) -> BTreeMap<String, Described> {
    let docs = include_str!("../../docs/reports.md");
    let (_, section) = docs.split_once(&format!("\n## `{command}`\n")).expect(command);
    let section = section.split("\n## ").next().unwrap();
    let rows = section.lines().filter_map(|line| line.strip_prefix("| `"));
    rows.map(|row| {
        let (key, rest) = row.split_once("` | json ").expect(row);
        let kind = rest.split(" |").next().unwrap();
        let described = Described {
            kind: kind.split(',').next().unwrap().to_owned(),
            nullable: kind.ends_with(", or null"),
            optional: kind.ends_with(", optional"),
        };
        (key.to_owned(), described)
    })
    .collect()
}

/// Holds `value`, at `path`, against the keys: none that is not described, none missing, each of its type.
fn hold(value: &Value, path: &str, keys: &BTreeMap<String, Described>, seen: &mut BTreeSet<String>) {
    match value {
        // Their names depend on the code.
        Value::Object(_) if path.ends_with(".arguments") => {}
        Value::Object(object) => {
            let below = |key: &str| {
                if path.is_empty() {
                    key.to_owned()
                } else {
                    format!("{path}.{key}")
                }
            };
            for (key, value) in object {
                let key = below(key);
                let described = keys.get(&key).unwrap_or_else(|| panic!("{key} is not described"));
                let kind = match value {
                    Value::Null if described.nullable => continue,
                    Value::Null => "null",
                    Value::Bool(_) => "boolean",
                    Value::Number(_) => "number",
                    Value::String(_) => "string",
                    Value::Array(_) => "array",
                    Value::Object(_) => "object",
                };
                assert_eq!(kind, described.kind, "{key}");
                seen.insert(key.clone());
                hold(value, &key, keys, seen);
            }
            for (key, described) in keys {
                let parent = key.rsplit_once('.').map_or("", |(parent, _)| parent);
                let name = key.rsplit('.').next().unwrap();
                assert!(
                    parent != path || described.optional || object.contains_key(name),
                    "{key} is described and missing"
                );
            }
        }
        Value::Array(items) => items.iter().for_each(|item| hold(item, path, keys, seen)),
        _ => {}
    }
}

/// Holds every document of a command against its section; together they have to show every key.
fn document(command: &str, documents: &[String]) {
    let keys = described(command);
    let mut seen = BTreeSet::new();
    for document in documents {
        let value: Value = serde_json::from_str(document).unwrap();
        assert_eq!(value["version"], 1);
        hold(&value, "", &keys, &mut seen);
    }
    let described: BTreeSet<String> = keys.into_keys().collect();
    assert_eq!(
        seen, described,
        "{command} never shows a key other than as null or missing"
    );
}

/// An attested signature, one with a wrong name of a field, and one that nobody attests.
fn story() -> Story {
    let story = Story::signed("tilleuls");
    story.attest("charter", "tilleuls", "garant");
    let path = story.sign("horizon").pen("horizon").path();
    let faulty = story.read(&path).replace("  city:", "  citi:");
    story.write(&path, faulty).sign("bosquet").commit("Une demande");
    story
}

#[test]
fn check_writes_what_is_described() {
    let story = story();
    let report = |arguments: &[&str]| {
        story
            .paraphe(&[&["check", "--format", "json"], arguments].concat())
            .out
    };
    let change = report(&["--since", "main", "--head", "demande"]);
    document(
        "paraphe check --format json",
        &[change, report(&[]), report(&["--since", "HEAD"])],
    );
}

#[test]
fn where_the_time_of_a_review_went_is_told_on_standard_error() {
    let story = story();
    for head in [&[][..], &["--head", "demande"]] {
        let arguments = [&["check", "--since", "main", "--format", "json"], head].concat();
        let quiet = story.paraphe(&arguments);
        let told = story.paraphe(&[&arguments[..], &["--timings"]].concat());
        assert_eq!((&quiet.out, quiet.status), (&told.out, told.status));
        assert!(!quiet.err.contains(" ms"), "{}", quiet.err);
        let rows: Vec<&str> = told.err.lines().filter(|line| line.ends_with(" ms")).collect();
        let names = [
            "Looking for changes",
            "Texts",
            "Signatures",
            "Comparing signatures",
            "In all",
        ];
        assert!(
            rows.len() == 5 && rows.iter().zip(names).all(|(row, name)| row.starts_with(name)),
            "{rows:?}"
        );
    }
}

#[test]
fn verify_writes_what_is_described() {
    let story = story();
    let ran = story.paraphe(&["verify", "--json", "signatures"]);
    assert_eq!(ran.status, 1, "{}", ran.err);
    document("paraphe verify --json", &[ran.out]);
}

#[test]
fn log_writes_what_is_described() {
    let story = story();
    let ran = story.paraphe(&["log", "charter", "--json"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    document("paraphe log --json", &[ran.out]);
}
