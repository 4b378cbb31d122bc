//! For GitLab: a code-quality report.
//!
//! A JSON array of `description`, `check_name`, `fingerprint`, `severity`, `location.path` and `location.lines.begin`,
//! as GitLab documents it under "Code Quality report format".

use super::{Finding, Options, escape, fingerprint, json};
use crate::diagnostic::{Code, Severity};
use serde::Serialize;

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'a str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
}

pub(super) fn write(findings: &[Finding<'_>], options: &Options<'_>) -> String {
    let fingerprints = fingerprint::of(findings);
    let issue = |(finding, fingerprint)| issue(finding, fingerprint, options);
    let issues: Vec<Issue<'_>> = findings.iter().zip(fingerprints).map(issue).collect();
    json::document(&issues)
}

fn issue<'a>(finding: &Finding<'a>, fingerprint: String, options: &Options<'_>) -> Issue<'a> {
    let diagnostic = finding.diagnostic;
    Issue {
        description: finding
            .paragraphs(options.catalogue, escape::terminal)
            .join(" – "),
        check_name: diagnostic.code.as_str(),
        fingerprint,
        severity: severity(diagnostic.code, diagnostic.severity),
        location: Location {
            path: &diagnostic.place.path,
            lines: Lines {
                begin: diagnostic.place.line().max(1),
            },
        },
    }
}

fn severity(code: Code, severity: Severity) -> &'static str {
    match severity {
        _ if code == Code::PrivateKey => "blocker",
        Severity::Error => "critical",
        Severity::Warning => "minor",
        Severity::Note => "info",
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::{Code, Diagnostic, Place};
    use crate::locale::{Catalogue, Locale};
    use crate::report::{Format, Options, write};
    use serde_json::Value;
    use std::collections::BTreeSet;

    fn gitlab(diagnostics: &[Diagnostic]) -> Value {
        let catalogue = Catalogue::new(Locale::English);
        serde_json::from_str(&write(Format::Gitlab, diagnostics, &Options::new(&catalogue))).unwrap()
    }

    #[test]
    fn every_issue_has_what_gitlab_reads() {
        let place = Place::in_text("a.yaml", "x\n  nom: 1\n", 4, 7);
        let found = [
            Diagnostic::new(Code::UnknownKey, place).with("key", "nom"),
            Diagnostic::new(Code::PrivateKey, Place::file("b.yaml")),
            Diagnostic::new(Code::SharedKey, Place::file("b.yaml"))
                .with("fingerprint", "f")
                .with("other", "o"),
        ];
        let report = gitlab(&found);
        let issues = report.as_array().unwrap();
        let severities: Vec<_> = issues
            .iter()
            .map(|issue| issue["severity"].as_str().unwrap())
            .collect();
        assert_eq!(severities, ["critical", "blocker", "minor"]);
        assert_eq!(issues[0]["check_name"], "unknown-key");
        assert_eq!(
            issues[0]["location"],
            serde_json::json!({ "path": "a.yaml", "lines": { "begin": 2 } })
        );
        assert_eq!(issues[1]["location"]["lines"]["begin"], 1);
        assert!(
            issues[0]["description"]
                .as_str()
                .unwrap()
                .starts_with("There is no field “nom” – expected: ")
        );
    }

    #[test]
    fn fingerprints_are_unique_and_do_not_move_with_the_line() {
        let at = |text: &str| {
            let start = text.find("nom").unwrap();
            Diagnostic::new(Code::UnknownKey, Place::in_text("a.yaml", text, start, start + 3))
                .with("key", "nom")
        };
        let report = gitlab(&[at("nom: 1"), at("\n\nnom: 1"), at("nom: 2")]);
        let all: Vec<_> = report
            .as_array()
            .unwrap()
            .iter()
            .map(|issue| issue["fingerprint"].clone())
            .collect();
        let unique: BTreeSet<_> = all.iter().map(ToString::to_string).collect();
        assert_eq!(unique.len(), 3);
        assert_eq!(gitlab(&[at("\n\n\nnom: 1")])[0]["fingerprint"], all[0]);
    }

    #[test]
    fn nothing_found_is_an_empty_list() {
        assert_eq!(gitlab(&[]), serde_json::json!([]));
    }
}
