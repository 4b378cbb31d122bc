//! Signed files in the words of a message, as mail programs leave them: quoted, indented, folded.
//!
//! A signed file has one spelling, so what was lost on the way can be put back without guessing: whether it was put back
//! well is for the signature to say.

use super::place::kind;
use crate::identifier::unix_line_ends;
use crate::signature::{self, Reading};

/// The first line of a signed file.
const FIRST: &str = "paraphe: 1";

/// The line before the signature.
const SEPARATOR: &str = "signature: |";

/// The last line of the signature.
const LAST: &str = "-----END SSH SIGNATURE-----";

/// Keys that stand inside another, and are indented.
const NESTED: [&str; 7] = ["name", "city", "insee", "rna", "siren", "website", "role"];

/// The signed files in `text`, each from its first line to the last of its signature.
pub fn find(text: &str) -> impl Iterator<Item = Vec<u8>> {
    let lines: Vec<&str> = text.lines().collect();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + lines[at..].iter().position(|line| bare(line) == FIRST)?;
        let end = start + lines[start..].iter().position(|line| bare(line) == LAST)?;
        at = end + 1;
        Some(file(&lines[start..=end]))
    })
}

/// The one signed file in `bytes` as it was signed, where it is whole but for what the way it came did to it.
pub fn as_signed(bytes: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let mut found = find(text);
    let (Some(file), None) = (found.next(), found.next()) else {
        return None;
    };
    let is_changed = file != *unix_line_ends(bytes);
    (is_changed && signature::read("", &file, kind(&file)).is_ok()).then_some(file)
}

/// The file in these lines: as they are where that is its spelling, put right where that makes it so.
fn file(lines: &[&str]) -> Vec<u8> {
    let as_sent = (lines.join("\n") + "\n").into_bytes();
    if is_spelt(&as_sent) {
        return as_sent;
    }
    let put_right = put_right(lines).into_bytes();
    if is_spelt(&put_right) { put_right } else { as_sent }
}

fn is_spelt(bytes: &[u8]) -> bool {
    let reading = Reading::new("", bytes, kind(bytes));
    reading.is_ok_and(|reading| reading.finish().is_ok())
}

/// A line without what mail programs put at its ends: marks of quotation and spaces.
fn bare(line: &str) -> &str {
    let mark = |c: char| c == '>' || c.is_whitespace();
    line.trim_start_matches(mark).trim_end()
}

/// The lines with their own indentation; what was folded is one line again.
fn put_right(lines: &[&str]) -> String {
    let mut file = String::new();
    let mut sealed = false;
    for line in lines
        .iter()
        .map(|line| bare(line))
        .filter(|line| !line.is_empty())
    {
        let key = line.split_once(':').map(|(key, _)| key);
        let is_key = |key: &str| {
            !key.is_empty()
                && key
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'-' | b'0'..=b'9'))
        };
        let nested = sealed || key.is_some_and(|key| NESTED.contains(&key));
        file.push_str(match key {
            _ if nested => "\n  ",
            Some(key) if is_key(key) => "\n",
            // The rest of a line that was folded.
            _ => " ",
        });
        file.push_str(line);
        sealed = sealed || line == SEPARATOR;
    }
    file.push('\n');
    file.trim_start().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signature::read;

    fn signed() -> String {
        let path = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/tests/vectors/site/signatures/charter/association-exemple.yaml"
        );
        std::fs::read_to_string(path).unwrap()
    }

    #[track_caller]
    fn comes_out(text: &str) {
        let found: Vec<Vec<u8>> = find(text).collect();
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(String::from_utf8_lossy(&found[0]), signed());
    }

    fn each_line(change: impl Fn(&str) -> String) -> String {
        signed().lines().map(|line| change(line) + "\n").collect()
    }

    #[test]
    fn what_mail_programs_do_to_a_file_is_undone() {
        comes_out(&format!("Bonjour,\n\n{}\nCordialement\n", signed()));
        comes_out(&each_line(|line| format!("> {line}")));
        comes_out(&each_line(|line| format!("> > {}", line.trim_start())));
        comes_out(&each_line(|line| format!("{}\u{a0}\n", line.trim_start())));
        comes_out(&each_line(|line| {
            if line.starts_with(' ') {
                format!(" {line}")
            } else {
                line.to_owned()
            }
        }));
        let folded = each_line(|line| match line.split_once(' ') {
            Some((first, rest)) if line.starts_with("declaration") => {
                let at = rest.rfind(' ').unwrap();
                format!("{first} {}\n{}", &rest[..at], &rest[at + 1..])
            }
            _ => line.to_owned(),
        });
        assert_ne!(folded, signed());
        comes_out(&folded);
    }

    #[test]
    fn only_a_file_that_its_way_alone_has_changed_is_given_back_as_it_was() {
        let quoted = each_line(|line| format!("> {line} "));
        assert_eq!(as_signed(quoted.as_bytes()), Some(signed().into_bytes()));
        let windows = signed().replace('\n', "\r\n");
        for unchanged in [signed(), windows, String::new(), quoted.repeat(2)] {
            assert_eq!(as_signed(unchanged.as_bytes()), None);
        }
        assert_eq!(as_signed(quoted.replace("Exemple", "Autre").as_bytes()), None);
    }

    #[test]
    fn what_was_changed_stays_changed() {
        let text = signed().replace("Exemple", "Autre");
        let found: Vec<Vec<u8>> =
            find(&each_line(|line| format!("> {line}")).replace("Exemple", "Autre")).collect();
        assert_eq!(String::from_utf8_lossy(&found[0]), text);
        assert!(read("a.yaml", &found[0], kind(&found[0])).is_err());
        assert_eq!(find("paraphe: 1\nrien de plus\n").count(), 0);
        assert_eq!(
            find(&format!("{}> {LAST}\n", "paraphe: 1\n".repeat(3))).count(),
            1
        );
    }
}
