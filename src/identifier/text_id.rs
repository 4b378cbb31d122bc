//! Which text: the charter, or one territory's adaptation of it.

use super::{Slug, Version};

/// The name of a text, whatever its version: `charter`, or `territories/<slug>`.
///
/// The charter comes first in their order, then the territories by slug.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextId {
    /// The charter itself.
    Charter,
    /// The adaptation of one territory.
    Territory(Slug),
}

/// A string that names no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextIdError;

impl TextId {
    /// Reads `charter` or `territories/<slug>`.
    ///
    /// # Errors
    /// [`TextIdError`] for any other string.
    pub fn parse(value: &str) -> Result<Self, TextIdError> {
        match value.strip_prefix("territories/") {
            None if value == "charter" => Ok(Self::Charter),
            None => Err(TextIdError),
            Some(slug) => Slug::parse(slug).map(Self::Territory).map_err(|_| TextIdError),
        }
    }

    /// The territory's slug; none for the charter.
    pub fn territory(&self) -> Option<&Slug> {
        match self {
            Self::Charter => None,
            Self::Territory(slug) => Some(slug),
        }
    }

    /// Where a version of the text stands in the project: `content/<id>/<version>.md`.
    pub fn content_path(&self, version: &Version) -> String {
        format!("content/{self}/{version}.md")
    }

    /// Where the signature of an organisation stands: `signatures/<id>/<organisation>.yaml`.
    pub fn signature_path(&self, organisation: &Slug) -> String {
        format!("signatures/{self}/{organisation}.yaml")
    }

    /// Where the attestation of that signature stands.
    pub fn attestation_path(&self, organisation: &Slug) -> String {
        format!("signatures/{self}/{organisation}.attestation.yaml")
    }
}

impl std::fmt::Display for TextId {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Charter => out.write_str("charter"),
            Self::Territory(slug) => write!(out, "territories/{slug}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::TextId;

    #[test]
    fn names_a_text() {
        for id in ["charter", "territories/les-tilleuls"] {
            assert_eq!(TextId::parse(id).unwrap().to_string(), id);
        }
        for wrong in [
            "",
            "Charter",
            "territories/",
            "territories/a/b",
            "territories/../charter",
            "charter/1.0",
        ] {
            assert!(TextId::parse(wrong).is_err(), "{wrong}");
        }
    }
}
