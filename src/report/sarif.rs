//! SARIF 2.1.0, the OASIS interchange format for findings.

use super::{Finding, Options, escape, fingerprint, json};
use crate::diagnostic::Code;
use crate::locale::{Catalogue, explanation};
use serde::Serialize;
use std::collections::BTreeMap;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'a str,
    version: &'a str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool<'a>,
    language: &'a str,
    column_kind: &'a str,
    results: Vec<ResultObject<'a>>,
}

#[derive(Serialize)]
struct Tool<'a> {
    driver: Driver<'a>,
}

#[derive(Serialize)]
struct Driver<'a> {
    name: &'a str,
    version: &'a str,
    rules: Vec<Rule<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule<'a> {
    id: &'a str,
    short_description: Message,
    full_description: Message,
    help: Message,
    default_configuration: Configuration<'a>,
}

#[derive(Serialize)]
struct Configuration<'a> {
    level: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ResultObject<'a> {
    rule_id: &'a str,
    rule_index: usize,
    level: &'a str,
    message: Message,
    locations: [Location; 1],
    partial_fingerprints: BTreeMap<&'a str, String>,
}

#[derive(Serialize)]
struct Message {
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    markdown: Option<String>,
}

impl Message {
    fn plain(text: String) -> Self {
        Self { text, markdown: None }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
struct ArtifactLocation {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    end_column: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    snippet: Option<Message>,
}

pub(super) fn write(findings: &[Finding<'_>], options: &Options<'_>) -> String {
    // Only the rules that were broken, in the order of all codes.
    let mut broken: Vec<Code> = findings.iter().map(|finding| finding.diagnostic.code).collect();
    broken.sort_unstable();
    broken.dedup();
    let rules = broken.iter().map(|code| rule(*code, options.catalogue)).collect();
    let fingerprints = fingerprint::of(findings);
    let results = findings.iter().zip(fingerprints);
    let results = results
        .map(|(finding, print)| result(finding, print, &broken, options.catalogue))
        .collect();
    json::document(&Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: "paraphe",
                    version: env!("CARGO_PKG_VERSION"),
                    rules,
                },
            },
            language: options.catalogue.locale().as_str(),
            column_kind: "unicodeCodePoints",
            results,
        }],
    })
}

fn rule(code: Code, catalogue: &Catalogue) -> Rule<'static> {
    let explanation = explanation(code, catalogue.locale());
    let first = explanation.split("\n\n").next().unwrap_or_default();
    let sentence = first.split_inclusive(". ").next().unwrap_or_default().trim();
    Rule {
        id: code.as_str(),
        short_description: Message::plain(escape::sarif(sentence)),
        full_description: Message::plain(escape::sarif(first)),
        help: Message {
            text: paragraphs(explanation),
            markdown: Some(explanation.replace('{', "{{").replace('}', "}}")),
        },
        default_configuration: Configuration {
            level: code.severity().as_str(),
        },
    }
}

/// Several lines as a SARIF message.
fn paragraphs(text: &str) -> String {
    text.lines().map(escape::sarif).collect::<Vec<_>>().join("\n")
}

fn result<'a>(
    finding: &Finding<'a>,
    fingerprint: String,
    rules: &[Code],
    catalogue: &Catalogue,
) -> ResultObject<'a> {
    let diagnostic = finding.diagnostic;
    let region = diagnostic.place.span.as_ref().map(|span| {
        let start = span.column.max(1);
        Region {
            start_line: span.line.max(1),
            start_column: start,
            end_column: start.saturating_add(span.length),
            snippet: finding.source.map(|source| Message::plain(source.to_owned())),
        }
    });
    ResultObject {
        rule_id: diagnostic.code.as_str(),
        rule_index: rules.binary_search(&diagnostic.code).unwrap_or_default(),
        level: diagnostic.severity.as_str(),
        message: Message::plain(finding.paragraphs(catalogue, escape::sarif).join("\n")),
        locations: [Location {
            physical_location: PhysicalLocation {
                artifact_location: ArtifactLocation {
                    uri: escape::uri_path(&diagnostic.place.path),
                },
                region,
            },
        }],
        partial_fingerprints: [("paraphe/v1", fingerprint)].into(),
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::{Code, Diagnostic, Place};
    use crate::locale::{Catalogue, Locale};
    use crate::report::{Format, Options, write};
    use serde_json::Value;

    fn sarif(diagnostics: &[Diagnostic]) -> Value {
        let catalogue = Catalogue::new(Locale::English);
        serde_json::from_str(&write(Format::Sarif, diagnostics, &Options::new(&catalogue))).unwrap()
    }

    #[test]
    fn a_result_has_its_rule_and_region() {
        let place = Place::in_text("signatures/été 1.yaml", "x\n  nom: \"é\"\n", 4, 7);
        let found = [
            Diagnostic::new(Code::SharedKey, Place::file("b"))
                .with("fingerprint", "{0}")
                .with("other", "[a](http://x)"),
            Diagnostic::new(Code::UnknownKey, place).with("key", "nom"),
        ];
        let log = sarif(&found);
        assert_eq!(log["version"], "2.1.0");
        let run = &log["runs"][0];
        let rules: Vec<&Value> = run["tool"]["driver"]["rules"]
            .as_array()
            .unwrap()
            .iter()
            .map(|rule| &rule["id"])
            .collect();
        assert_eq!(rules, ["unknown-key", "shared-key"]);
        let [shared, unknown] = [&run["results"][0], &run["results"][1]];
        assert_eq!(
            (&shared["ruleIndex"], &shared["level"]),
            (&1.into(), &"warning".into())
        );
        assert!(shared["locations"][0]["physicalLocation"]["region"].is_null());
        let text = shared["message"]["text"].as_str().unwrap();
        assert!(
            text.contains("The key {{0}} signs for another organisation too: [a] (http://x)\n"),
            "{text}"
        );
        let place = &unknown["locations"][0]["physicalLocation"];
        assert_eq!(
            place["artifactLocation"]["uri"],
            "signatures/%C3%A9t%C3%A9%201.yaml"
        );
        let region = serde_json::json!({
            "startLine": 2, "startColumn": 3, "endColumn": 6, "snippet": { "text": "  nom: \"é\"" }
        });
        assert_eq!(place["region"], region);
    }

    #[test]
    fn every_rule_has_its_words() {
        let found: Vec<Diagnostic> = Code::ALL
            .iter()
            .map(|code| Diagnostic::new(*code, Place::file("f")))
            .collect();
        let log = sarif(&found);
        for rule in log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap() {
            for field in ["shortDescription", "fullDescription", "help"] {
                assert!(rule[field]["text"].as_str().unwrap().len() > 20, "{rule}");
            }
            assert!(
                rule["shortDescription"]["text"].as_str().unwrap().ends_with('.'),
                "{rule}"
            );
        }
        assert_eq!(sarif(&[])["runs"][0]["results"], serde_json::json!([]));
    }
}
