//! A text, from bytes to a checked value.

use super::{Text, front_matter};
use crate::diagnostic::{Code, Diagnostic, Place, conflict};
use crate::identifier::{Digest, TextId, Version, canonical_text};

/// The largest text, in bytes.
pub const SIZE_LIMIT: usize = 512 * 1024;

/// Reads the file of the text `id` in `version`.
///
/// Everything is checked that needs no other file.
///
/// # Errors
/// Everything wrong with the file, in its order; never empty.
pub fn read(id: &TextId, version: &Version, bytes: &[u8]) -> Result<Text, Vec<Diagnostic>> {
    let path = id.content_path(version);
    let source = decode(&path, bytes).map_err(|fault| vec![fault])?;
    let mut faults = hidden_characters(&path, &source);
    let (range, body_start) = front_matter::split(&path, &source).map_err(|fault| {
        faults.push(fault);
        std::mem::take(&mut faults)
    })?;
    let (front, found) = front_matter::read(&path, &source, range, id, version);
    faults.extend(found);
    match front {
        Some(front) if faults.is_empty() => Ok(Text {
            id: id.clone(),
            version: version.clone(),
            digest: Digest::of(source.as_bytes()),
            source: source.into(),
            body_start,
            front,
        }),
        _ => {
            faults.sort();
            faults.dedup();
            Err(faults)
        }
    }
}

/// The bytes of a Markdown file as text: without byte-order mark, with LF line ends.
///
/// # Errors
/// When the file is too large, not UTF-8, or two states of a file in one.
pub fn decode(path: &str, bytes: &[u8]) -> Result<String, Diagnostic> {
    if bytes.len() > SIZE_LIMIT {
        return Err(Diagnostic::new(Code::FileTooLarge, Place::file(path))
            .with("size", bytes.len())
            .with("limit", SIZE_LIMIT));
    }
    let text = String::from_utf8(canonical_text(bytes).into_owned()).map_err(|error| {
        // Of the same bytes that the offset is in: with the line ends as they were, it would point elsewhere.
        let shown = String::from_utf8_lossy(error.as_bytes());
        let at = error.utf8_error().valid_up_to();
        Diagnostic::new(
            Code::NotUtf8,
            Place::in_text(path, &shown, at, at + '\u{fffd}'.len_utf8()),
        )
    })?;
    conflict(path, &text).map_or(Ok(text), Err)
}

/// Control characters and the marks that reorder text (UAX #9): nobody should adopt what they can't see.
pub fn hidden_characters(path: &str, source: &str) -> Vec<Diagnostic> {
    let hidden = |character: char| {
        let control = character.is_control() && !matches!(character, '\n' | '\t');
        control
            || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
    };
    let found = source.char_indices().filter(|(_, character)| hidden(*character));
    found
        .take(10)
        .map(|(at, character)| {
            let code = if character == '\r' {
                Code::LoneCarriageReturn
            } else {
                Code::ForbiddenCharacter
            };
            Diagnostic::new(code, Place::in_text(path, source, at, at + character.len_utf8()))
                .with("character", format!("U+{:04X}", u32::from(character)))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(source: &str) -> Vec<(Code, u32)> {
        let id = TextId::parse("territories/les-tilleuls").unwrap();
        let faults = read(&id, &Version::parse("1.0").unwrap(), source.as_bytes()).unwrap_err();
        faults
            .into_iter()
            .map(|fault| (fault.code, fault.place.line()))
            .collect()
    }

    const GOOD: &str = "---\ntitle: \"T\"\nversion: \"1.0\"\nadopted: 2026-01-15\ndeclaration: \"D\"\nadapts:\n  text: charter\n  \
         version: \"1.0\"\n  sha256: d1153176f9f1de964dfd5dad1308aa095abd6d07972f8c84c99b51042e0ea9ed\nterritory:\n  \
         name: Les Tilleuls\n  kind: neighbourhood\n  code: QN04907M\n---\n\n# A\n";

    #[test]
    fn reads_a_text() {
        let id = TextId::parse("territories/les-tilleuls").unwrap();
        let text = read(&id, &Version::parse("1.0").unwrap(), GOOD.as_bytes()).unwrap();
        assert_eq!(text.markdown(), "\n# A\n");
        assert_eq!(text.front.territory.unwrap().department.unwrap().as_str(), "49");
    }

    #[test]
    fn what_is_not_utf8_is_shown_where_it_is_whatever_the_line_ends() {
        for ends in ["\n", "\r\n"] {
            let bytes = [b"# A", ends.as_bytes(), b"b", ends.as_bytes(), b"c\xff d"].concat();
            let place = decode("f.md", &bytes).unwrap_err().place;
            assert_eq!(place.to_string(), "f.md:3:2");
            assert_eq!(place.span.unwrap().source, "c\u{fffd} d");
        }
    }

    #[test]
    fn reports_all_faults_where_they_are() {
        assert_eq!(codes("# no front matter\n"), [(Code::FrontMatterMissing, 1)]);
        assert_eq!(codes("---\ntitle: \"T\"\n"), [(Code::FrontMatterMissing, 1)]);
        assert_eq!(
            codes(&GOOD.replace("\"1.0\"\nadopted", "\"1.1\"\nadopted")),
            [(Code::VersionPath, 3)]
        );
        assert_eq!(
            codes(&GOOD.replace("2026-01-15", "2026-02-30")),
            [(Code::DateImpossible, 4)]
        );
        assert_eq!(
            codes(&GOOD.replace("kind: neighbourhood", "kind: neighborhood")),
            [(Code::KindUnknown, 12)]
        );
        assert_eq!(
            codes(&GOOD.replace("QN04907M", "QN4907M")),
            [(Code::TerritoryCodeForm, 13)]
        );
        assert_eq!(
            codes(
                &GOOD
                    .replace("title: \"T\"", "titel: \"T\"")
                    .replace("declaration: \"D\"", "declaration: 12")
            ),
            [(Code::MissingKey, 2), (Code::UnknownKey, 2), (Code::ValueKind, 5)]
        );
        assert_eq!(
            codes(&GOOD.replace("# A", "# A\u{202e}")),
            [(Code::ForbiddenCharacter, 16)]
        );
    }
}
