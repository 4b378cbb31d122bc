//! What must hold of everything that is said about a stranger's bytes.

use paraphe::diagnostic::{Diagnostic, Place};
use paraphe::identifier::{is_forbidden, unix_line_ends};
use paraphe::locale::{Catalogue, Locale};
use paraphe::report::{Format, Options, write};
use std::collections::BTreeSet;

thread_local! {
    static CATALOGUES: [Catalogue; 2] = [Catalogue::new(Locale::French), Catalogue::new(Locale::English)];
}

/// How many findings of one file are written in every format. Writing takes most of the time: more would say little that is new,
/// and let the fuzzer try less.
const WRITTEN: usize = 3;

/// Something is said of the file at `path`, in its place, and no writer lets through what drives a terminal or a forge: in French when
/// the file has an even number of bytes, else in English.
pub fn of(bytes: &[u8], path: &str, faults: &[Diagnostic]) {
    assert!(!faults.is_empty(), "refused without a word");
    let text = String::from_utf8_lossy(&unix_line_ends(bytes)).into_owned();
    let lines: Vec<&str> = text.split('\n').collect();
    for fault in faults {
        assert_eq!(fault.place.path, path);
        lies_inside(&lines, &fault.place);
    }
    let shown = &faults[..faults.len().min(WRITTEN)];
    CATALOGUES.with(|catalogues| {
        is_harmless(shown, &Options::new(&catalogues[bytes.len() % 2]));
    });
}

/// A place names a line that is there and characters that are on it. A byte-order mark counts, or does not.
fn lies_inside(lines: &[&str], place: &Place) {
    let Some(span) = &place.span else { return };
    let line = lines.get(span.line as usize - 1);
    let line = line.unwrap_or_else(|| panic!("no such line: {place}"));
    assert!(
        span.source.is_empty() || span.source == *line || span.source == line.trim_start_matches('\u{feff}'),
        "{place} shows another line: {:?}",
        span.source
    );
    let last = span.column as usize - 1 + span.length as usize;
    assert!(
        span.column >= 1 && last <= line.chars().count(),
        "{place} is outside"
    );
}

fn is_harmless(faults: &[Diagnostic], options: &Options<'_>) {
    for format in [Format::Human, Format::Json, Format::Github, Format::Gitlab] {
        let report = write(format, faults, options);
        let driving = report.chars().find(|c| *c != '\n' && is_forbidden(*c));
        assert_eq!(driving, None, "{format:?}: {report:?}");
        assert!(!report.contains("##["), "{format:?}: {report:?}");
        match format {
            Format::Json => {
                let json: serde_json::Value = serde_json::from_str(&report).expect("JSON");
                assert_eq!(json["diagnostics"].as_array().map(Vec::len), Some(faults.len()));
            }
            Format::Gitlab => {
                let json: Vec<serde_json::Value> = serde_json::from_str(&report).expect("JSON");
                let fingerprints: BTreeSet<&str> = json
                    .iter()
                    .filter_map(|issue| issue["fingerprint"].as_str())
                    .collect();
                assert_eq!(fingerprints.len(), faults.len());
            }
            Format::Github => {
                let commands = report.lines().filter(|line| line.trim_start().starts_with("::"));
                assert!(commands.count() <= faults.len(), "{report:?}");
            }
            _ => {}
        }
    }
}
