//! Pictures that signed texts show: what people signed has them in it, though no digest holds their bytes.

use super::change::Touched;
use super::known::Found;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::register::{Role, Versions, role};

/// A picture that a change alters or takes away, and a version of a text that shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Altered {
    /// The picture's path.
    pub path: String,
    /// The text and its version, as signatures name them.
    pub text: (String, String),
}

/// The pictures of `texts` that a change alters or takes away.
pub fn altered(touched: &[Touched], texts: &[Versions]) -> Vec<Altered> {
    let pictures: Vec<&str> = touched
        .iter()
        .filter(|file| is_altered(file))
        .map(|file| file.path.as_str())
        .collect();
    if pictures.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for text in texts.iter().flat_map(|versions| &versions.versions) {
        let shown = text.pictures();
        let pictures = pictures.iter().filter(|path| shown.contains(**path));
        found.extend(pictures.map(|path| Altered {
            path: (*path).to_owned(),
            text: (text.id.to_string(), text.version.to_string()),
        }));
    }
    found
}

/// Whether a file is a picture that stood there before and does no longer, byte for byte.
pub fn is_altered(file: &Touched) -> bool {
    file.inside
        && !file.is_added()
        && matches!(role(&file.path), Ok(Role::Picture))
        && (file.old.bytes().is_none() || file.old.bytes() != file.new.bytes())
}

/// The faults, for texts that are signed; `counts` tells how often.
pub fn check(altered: &[Altered], found: &Found) -> Vec<Diagnostic> {
    let signed = altered
        .iter()
        .filter_map(|altered| Some((altered, *found.counts.get(&altered.text)?)));
    signed
        .map(|(Altered { path, text }, count)| {
            Diagnostic::new(Code::PictureChanged, Place::file(path))
                .with("text", text.0.as_str())
                .with("version", text.1.as_str())
                .with("count", count)
        })
        .collect()
}
