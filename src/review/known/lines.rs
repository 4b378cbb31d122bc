//! The few lines of a signature file that tell whether it has something in common with a change, read without checking it.

use crate::signature::PublicKey;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// The lines of a signature file that are looked at.
#[derive(Debug, Default)]
pub struct Lines<'a> {
    /// `action`.
    pub action: &'a [u8],
    /// `text`.
    pub text: &'a [u8],
    /// `version`.
    pub version: &'a [u8],
    /// `organisation.name`, with its escapes.
    pub name: &'a [u8],
    /// `organisation.city`, with its escapes.
    pub city: &'a [u8],
    /// `organisation.rna`, where there is one.
    pub rna: Option<&'a [u8]>,
    /// `organisation.siren`, where there is one.
    pub siren: Option<&'a [u8]>,
    /// The pieces of the first two lines of base64 in the armour that hold the key.
    pub armour: [&'a [u8]; 2],
}

impl<'a> Lines<'a> {
    /// Reads a file that was sound when it came; none when it is something else.
    pub fn read(bytes: &'a [u8]) -> Option<Self> {
        let mut found = Self::default();
        let mut named = false;
        let mut ends = memchr::memchr_iter(b'\n', bytes);
        let mut start = 0;
        // What follows the last line feed is no line of a signed file.
        let mut lines = std::iter::from_fn(|| {
            let end = ends.next()?;
            let line = &bytes[start..end];
            start = end + 1;
            Some(line)
        });
        for line in lines.by_ref() {
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            let value = |key: &[u8]| line.strip_prefix(key)?.strip_suffix(b"\"");
            match line {
                [b' ', b' ', ..] => {
                    if let Some(name) = value(b"  name: \"").filter(|_| !named) {
                        found.name = name;
                        named = true;
                    } else if let Some(city) = value(b"  city: \"") {
                        found.city = city;
                    } else if let Some(rna) = value(b"  rna: \"") {
                        found.rna = Some(rna);
                    } else if let Some(siren) = value(b"  siren: \"") {
                        found.siren = Some(siren);
                    }
                }
                [b'a', ..] => found.action = value(b"action: \"").unwrap_or(found.action),
                [b't', ..] => found.text = value(b"text: \"").unwrap_or(found.text),
                [b'v', ..] => found.version = value(b"version: \"").unwrap_or(found.version),
                b"signature: |" => break,
                _ => {}
            }
        }
        // The first line is the armour's head.
        lines.next()?;
        // The 32 bytes of the key start at byte 33 of the blob, which is character 44 of the base64.
        for (armour, range) in found.armour.iter_mut().zip([44..70, 0..18]) {
            let line = lines.next()?;
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            *armour = line.strip_prefix(b"  ")?.get(range).unwrap_or_default();
        }
        named.then_some(found)
    }

    /// The public key in the armour.
    pub fn key(&self) -> Option<PublicKey> {
        let mut encoded = [0; 44];
        let (first, second) = encoded.split_at_mut(26);
        for (part, armour) in [first, second].into_iter().zip(self.armour) {
            part.copy_from_slice(armour.get(..part.len())?);
        }
        let mut bytes = [0; 36];
        let length = STANDARD.decode_slice_unchecked(encoded, &mut bytes).ok()?;
        let key = bytes[..length].first_chunk::<32>()?;
        Some(PublicKey::from_bytes(*key))
    }
}

/// A value without its escapes.
pub fn unescape(value: &[u8]) -> String {
    let text = String::from_utf8_lossy(value);
    if text.contains('\\') {
        text.replace("\\\"", "\"").replace("\\\\", "\\")
    } else {
        text.into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signature::{Document, Kind, read};

    #[test]
    fn the_cheap_reading_agrees_with_the_strict_one() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/site");
        let mut seen = 0;
        for path in crate::project::files::find(&folder, "signatures").paths {
            if !super::super::is_signature(&path) {
                continue;
            }
            let bytes = std::fs::read(folder.join(&path)).unwrap();
            let signed = read(&path, &bytes, Kind::Adherence).unwrap();
            let lines = Lines::read(&bytes).unwrap();
            let Document::Adherence(adherence) = &signed.document else {
                panic!()
            };
            let organisation = &adherence.organisation;
            assert_eq!(lines.key(), Some(signed.seal.key));
            assert_eq!(unescape(lines.name), organisation.name.as_str());
            assert_eq!(unescape(lines.city), organisation.city.as_str());
            assert_eq!(
                lines.rna.map(unescape).as_deref(),
                organisation.rna.as_ref().map(AsRef::as_ref)
            );
            assert_eq!(
                lines.siren.map(unescape).as_deref(),
                organisation.siren.as_ref().map(AsRef::as_ref)
            );
            assert_eq!(unescape(lines.text), adherence.text.to_string());
            assert_eq!(unescape(lines.version), adherence.version.as_str());
            assert_eq!(lines.action, adherence.action.as_str().as_bytes());
            seen += 1;
        }
        assert!(seen > 5);
    }

    #[test]
    fn anything_else_is_passed_over() {
        for bytes in [
            &b""[..],
            b"signature: |\n",
            b"\xff\xfe",
            b"  name: \"x\"\nsignature: |\n  a\n  b\n  c\n",
        ] {
            assert!(Lines::read(bytes).and_then(|lines| lines.key()).is_none());
        }
    }
}
