//! Where a signed file belongs, by what it says.

use super::Candidate;
use crate::diagnostic::Diagnostic;
use crate::identifier::{Slug, TextId};
use crate::review::compare;
use crate::review::known::{Everyone, Wanted};
use crate::signature::{Kind, PublicKey, Reading};

/// Names that say nothing about the organisation.
const EMPTY_NAMES: [&str; 14] = [
    "attachment",
    "body",
    "charte",
    "charter",
    "corps",
    "document",
    "fichier",
    "file",
    "noname",
    "paraphe",
    "piece-jointe",
    "sans-titre",
    "signature",
    "untitled",
];

/// Which form a file has, by its own words.
pub fn kind(bytes: &[u8]) -> Kind {
    let attests = |line: &[u8]| line.trim_ascii_end() == b"action: \"attest\"";
    if bytes.split(|byte| *byte == b'\n').take(8).any(attests) {
        Kind::Attestation
    } else {
        Kind::Adherence
    }
}

/// The organisations that are known by their keys.
#[derive(Debug, Default)]
pub struct Organisations(Vec<(PublicKey, String, Slug)>);

impl Organisations {
    /// Those of `everyone` that have signed with one of the candidates' keys.
    pub fn of(everyone: &Everyone, candidates: &[Candidate]) -> Self {
        let keys = candidates.iter().filter_map(|candidate| {
            let reading = Reading::new("", &candidate.bytes, Kind::Adherence).ok()?;
            reading.seal.map(|seal| seal.key)
        });
        let wanted = Wanted {
            keys: keys.collect(),
            ..Wanted::default()
        };
        let mut known: Vec<_> = everyone
            .find(&wanted)
            .known
            .into_iter()
            .filter_map(|known| Some((known.key?, known.name, known.organisation)))
            .collect();
        known.sort_by(|one, other| one.2.cmp(&other.2));
        Self(known)
    }

    /// Remembers an organisation.
    pub fn add(&mut self, key: PublicKey, name: &str, organisation: Slug) {
        self.0.push((key, name.to_owned(), organisation));
    }

    fn find(&self, key: PublicKey, name: &str) -> Option<&Slug> {
        let mut known = self.0.iter();
        let same = |other: &str| other == name || compare(name, other).is_some();
        known
            .find(|(other, theirs, _)| *other == key && same(theirs))
            .map(|(_, _, slug)| slug)
    }
}

/// The text and the organisation that a signature is for: by the same key and name as before, else by the file's name, else by
/// the organisation's.
///
/// # Errors
/// What is wrong with a file that does not even say so.
pub fn of_signature(
    candidate: &Candidate,
    organisations: &Organisations,
) -> Result<(TextId, Slug), Vec<Diagnostic>> {
    let reading = Reading::new(&candidate.shown, &candidate.bytes, Kind::Adherence);
    let reading = reading.map_err(|fault| vec![fault])?;
    let text = reading.values.text.clone();
    let name = reading.values.name.clone();
    let by_key = reading.seal.zip(name.as_ref());
    let known = by_key.and_then(|(seal, name)| organisations.find(seal.key, name.as_str()).cloned());
    let slug = known
        .or_else(|| of_file_name(&candidate.name, text.as_ref()))
        .or_else(|| Slug::from_name(name.as_ref()?.as_str()));
    match (text, slug) {
        (Some(text), Some(slug)) => Ok((text, slug)),
        // A name in letters that no short name can be made of is no fault: then the file's own name has to tell.
        _ => Err(reading.finish().err().unwrap_or_default()),
    }
}

/// The short name in `regie-des-tilleuls.yaml`, also as browsers and mail programs change it: `regie (1).yaml.txt`.
fn of_file_name(name: &str, text: Option<&TextId>) -> Option<Slug> {
    let name = name.to_lowercase();
    let mut stem = name.as_str();
    for ending in [".txt", ".yaml", ".yml", ".attestation"] {
        stem = stem.strip_suffix(ending).unwrap_or(stem);
    }
    if let Some((start, number)) = stem.rsplit_once('(')
        && let Some(number) = number.strip_suffix(')')
        && number.bytes().all(|byte| byte.is_ascii_digit())
    {
        stem = start.trim_end();
    }
    let slug = Slug::parse(stem).ok()?;
    let says_nothing = EMPTY_NAMES.contains(&slug.as_str())
        || text.is_some_and(|text| text.to_string().ends_with(slug.as_str()))
        || slug.as_str().bytes().all(|byte| byte.is_ascii_digit());
    (!says_nothing).then_some(slug)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_tells_the_organisation_or_nothing() {
        let text = TextId::parse("territories/tours-sanitas").unwrap();
        let of = |name: &str| of_file_name(name, Some(&text)).map(|slug| slug.to_string());
        for name in [
            "regie.yaml",
            "regie (1).yaml",
            "Regie.yaml.txt",
            "regie",
            "regie.yml",
        ] {
            assert_eq!(of(name).as_deref(), Some("regie"), "{name}");
        }
        for name in [
            "signature.yaml",
            "tours-sanitas.yaml",
            "",
            "Ma régie.yaml",
            "../x",
            "1.yaml",
            "(.yaml",
        ] {
            assert_eq!(of(name), None, "{name}");
        }
    }

    #[test]
    fn the_words_of_a_file_tell_its_kind() {
        assert_eq!(kind(b"paraphe: 1\r\naction: \"attest\"\r\n"), Kind::Attestation);
        assert_eq!(kind(b"paraphe: 1\naction: \"sign\"\n"), Kind::Adherence);
        assert_eq!(kind(b""), Kind::Adherence);
    }
}
