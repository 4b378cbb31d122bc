//! For GitHub Actions: workflow commands, which become annotations beside the lines of a pull request.
//!
//! GitHub shows at most ten annotations of each severity for one step, so the files that the change touches come
//! first, and lines in plain words say how many findings are left. Those are in the job summary.

use super::{Finding, Options, Summary, escape};
use crate::diagnostic::Severity;
use std::collections::BTreeSet;

/// How many annotations of one severity are shown.
const LIMIT: usize = 10;

pub(super) fn write(findings: &[Finding<'_>], options: &Options<'_>) -> String {
    let changed: BTreeSet<&str> = options.changed.iter().map(String::as_str).collect();
    let mut ordered: Vec<&Finding<'_>> = findings.iter().collect();
    ordered.sort_by_key(|finding| !changed.contains(finding.diagnostic.place.path.as_str()));

    let mut out = String::new();
    let kinds = [
        (Severity::Error, "error", "report-more-errors"),
        (Severity::Warning, "warning", "report-more-warnings"),
        (Severity::Note, "notice", "report-more-notes"),
    ];
    let mut more = String::new();
    for (severity, command, message) in kinds {
        let of_kind = || {
            ordered
                .iter()
                .filter(|finding| finding.diagnostic.severity == severity)
        };
        for finding in of_kind().take(LIMIT) {
            out.push_str(&annotation(command, finding, options));
        }
        let left = of_kind().count().saturating_sub(LIMIT);
        if left > 0 {
            more.push_str(&options.catalogue.text(message, &[("count", left.into())]));
            more.push('\n');
        }
    }
    out.push_str(&more);
    if !findings.is_empty() {
        let summary = Summary::of(findings.iter().map(|finding| finding.diagnostic));
        out.push_str(&summary.text(options.catalogue));
        out.push('\n');
    }
    out
}

fn annotation(command: &str, finding: &Finding<'_>, options: &Options<'_>) -> String {
    let diagnostic = finding.diagnostic;
    let property = |text: &str| escape::github_property(&escape::terminal(text));
    let mut properties = vec![format!("file={}", property(&diagnostic.place.path))];
    if let Some(span) = &diagnostic.place.span {
        properties.push(format!("line={}", span.line));
        properties.push(format!("col={}", span.column));
        properties.push(format!("endLine={}", span.line));
    }
    properties.push(format!("title={}", property(diagnostic.code.as_str())));
    let message = finding.paragraphs(options.catalogue, escape::terminal).join("\n");
    format!(
        "::{command} {}::{}\n",
        properties.join(","),
        escape::github_data(&message)
    )
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::{Code, Diagnostic, Place};
    use crate::locale::{Catalogue, Locale};
    use crate::report::{Format, Options, write};
    use std::collections::BTreeMap;

    fn github(diagnostics: &[Diagnostic], changed: &[String]) -> String {
        let catalogue = Catalogue::new(Locale::English);
        write(
            Format::Github,
            diagnostics,
            &Options {
                changed,
                ..Options::new(&catalogue)
            },
        )
    }

    /// A workflow command, read as GitHub's runner reads it: from the start of the line or, in the older form, from
    /// any `##[`.
    fn parse(line: &str) -> Option<(String, BTreeMap<String, String>, String)> {
        assert!(!line.contains("##["), "{line}");
        let rest = line.trim_start().strip_prefix("::")?;
        let (head, data) = rest.split_once("::")?;
        let (name, properties) = head.split_once(' ').unwrap_or((head, ""));
        let data_of = |text: &str| text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
        let value_of = |text: &str| {
            let text = text
                .replace("%0D", "\r")
                .replace("%0A", "\n")
                .replace("%3A", ":")
                .replace("%2C", ",");
            text.replace("%25", "%")
        };
        let properties = properties.split(',').filter_map(|pair| pair.split_once('='));
        let properties = properties
            .map(|(key, value)| (key.to_owned(), value_of(value)))
            .collect();
        Some((name.to_owned(), properties, data_of(data)))
    }

    #[test]
    fn an_annotation_has_its_place() {
        let place = Place::in_text("signatures/charter/a.yaml", "x\n  nom: \"é\"\n", 4, 7);
        let out = github(
            &[Diagnostic::new(Code::UnknownKey, place).with("key", "nom")],
            &[],
        );
        let lines: Vec<&str> = out.lines().collect();
        let (name, properties, data) = parse(lines[0]).unwrap();
        assert_eq!(name, "error");
        let expected = [
            ("file", "signatures/charter/a.yaml"),
            ("line", "2"),
            ("col", "3"),
            ("endLine", "2"),
            ("title", "unknown-key"),
        ];
        assert_eq!(
            properties,
            expected
                .map(|(key, value)| (key.to_owned(), value.to_owned()))
                .into()
        );
        assert!(data.starts_with("There is no field “nom”\nexpected: "), "{data}");
        assert_eq!(lines[1..], ["1 error"]);
    }

    #[test]
    fn no_name_becomes_a_command() {
        let hostile = "x::y,line=9\n::error file=z::boo\r\n##[error]q %0A::set-env name=a::b\u{1b}[2J";
        let mut diagnostic = Diagnostic::new(Code::SharedKey, Place::file(hostile))
            .with("fingerprint", hostile)
            .with("other", hostile);
        diagnostic.suggestion = Some(hostile.to_owned());
        let out = github(&[diagnostic], &[]);
        let commands: Vec<_> = out.lines().filter_map(parse).collect();
        assert_eq!(commands.len(), 1, "{out}");
        let (name, properties, data) = &commands[0];
        assert_eq!(name, "warning");
        assert_eq!(
            properties.keys().map(String::as_str).collect::<Vec<_>>(),
            ["file", "title"]
        );
        assert_eq!(properties["file"], crate::report::escape::terminal(hostile));
        for line in data.lines() {
            assert_eq!(parse(line), None, "{line}");
        }
    }

    #[test]
    fn ten_errors_are_shown_those_of_the_change_first() {
        let files = (0..14).map(|at| format!("signatures/charter/o{at:02}.yaml"));
        let mut found: Vec<Diagnostic> = files
            .map(|path| Diagnostic::new(Code::FinalNewline, Place::file(path)))
            .collect();
        found.push(
            Diagnostic::new(Code::SharedKey, Place::file("w"))
                .with("fingerprint", "f")
                .with("other", "o"),
        );
        let changed = [
            "signatures/charter/o12.yaml".to_owned(),
            "signatures/charter/o13.yaml".to_owned(),
        ];
        let out = github(&found, &changed);
        let commands: Vec<_> = out.lines().filter_map(parse).collect();
        let file = |at: usize| commands[at].1["file"].as_str();
        assert_eq!(
            (file(0), file(1), file(2)),
            (&*changed[0], &*changed[1], "signatures/charter/o00.yaml")
        );
        assert_eq!(commands.iter().filter(|command| command.0 == "error").count(), 10);
        assert_eq!(commands.len(), 11);
        let rest: Vec<&str> = out.lines().skip(11).collect();
        assert_eq!(
            rest,
            ["4 more errors are not shown here.", "14 errors, 1 warning"]
        );
    }

    #[test]
    fn nothing_found_is_nothing_said() {
        assert_eq!(github(&[], &[]), "");
    }
}
