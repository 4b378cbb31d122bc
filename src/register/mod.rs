//! Who adheres to what, today: texts and signatures joined.

pub mod against;
mod batch;
pub mod chain;
mod contents;
mod doubles;
mod find;
mod live;
mod load;
mod organisations;
mod places;
mod signed;
pub mod snapshot;
pub mod succession;
pub mod verdict;

pub use contents::{PICTURE_LIMIT, join_texts, load_texts};
pub use find::RegisterFiles;
pub use live::Live;
pub use load::{Loaded, load, load_with};
pub use organisations::Organisations;
pub use places::{Role, folded, is_reserved, portable, role};

use crate::identifier::{Date, Digest, Line, Slug, TextId};
use crate::signature::{Adherence, Attestation, PublicKey, Seal, SignedFile, write};
use crate::text::{Page, Text};

/// Everything that holds in a project: faulty files are left out.
#[derive(Clone, Debug, Default)]
pub struct Register {
    /// The texts: the charter first, then the territories by slug.
    pub texts: Vec<Versions>,
    /// One entry for each sound signature file, in the order of text, then organisation slug.
    pub entries: Vec<Entry>,
    /// The entries of each organisation.
    pub organisations: Organisations,
    /// The pages of `content/pages/`, by name.
    pub pages: Vec<Page>,
    /// The pictures below `content/`, by path.
    pub pictures: Vec<String>,
}

/// All versions of one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Versions {
    /// Which text.
    pub id: TextId,
    /// Its versions, the oldest first; never empty.
    pub versions: Vec<Text>,
    /// Whether the configuration closes it to new signatures.
    pub closed: bool,
}

impl Versions {
    /// The version that takes new signatures: the newest that is no draft.
    pub fn current(&self) -> Option<&Text> {
        self.versions.iter().rev().find(|text| !text.front.draft)
    }

    /// The version to show: the current one, or the newest draft when there are only drafts.
    pub fn shown(&self) -> &Text {
        self.current().unwrap_or(&self.versions[self.versions.len() - 1])
    }
}

/// One sound signature file, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The organisation's short name, from the file's name.
    pub organisation: Slug,
    /// What the file says.
    pub adherence: Adherence,
    /// The key that signed it.
    pub key: PublicKey,
    /// The signature by that key: R and S (RFC 8032, section 5.1.6).
    pub signature: [u8; 64],
    /// The digest of the file.
    pub digest: Digest,
    /// What the signature is worth today.
    pub standing: Standing,
    /// The steward's word, where there is one for this very file.
    pub attestation: Option<Attested>,
    /// The steward vouched for an earlier file, not for this one.
    pub stale_attestation: bool,
}

impl Entry {
    /// What an attestation of this signature is held against.
    pub fn attestable(&self) -> against::Attestable<'_> {
        let name = &self.adherence.organisation.name;
        against::Attestable {
            digest: self.digest,
            name,
        }
    }

    /// The path in the project: `signatures/<text>/<organisation>.yaml`.
    pub fn path(&self) -> String {
        self.adherence.text.signature_path(&self.organisation)
    }

    /// The signed file, with LF line ends: there is one way to write it, so it need not be read again.
    pub fn file(&self) -> SignedFile {
        let (key, signature) = (self.key, self.signature);
        SignedFile::new(write::adherence(&self.adherence), Seal { key, signature })
    }

    /// The file of `attested`, the attestation that stands beside this signature, likewise.
    pub fn attestation_file(&self, attested: &Attested) -> SignedFile {
        let attestation = Attestation {
            charter: self.adherence.charter.clone(),
            signature_sha256: self.digest,
            organisation: self.adherence.organisation.name.clone(),
            method: attested.method.clone(),
            date: attested.date,
        };
        let Attested { key, signature, .. } = *attested;
        SignedFile::new(write::attestation(&attestation), Seal { key, signature })
    }
}

/// What a signature is worth today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It is for the current version.
    Current,
    /// It is for an earlier version.
    Older,
    /// The organisation has withdrawn: it is counted, not named.
    Withdrawn,
}

impl Standing {
    /// The standing's name in machine formats.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Older => "older",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// A steward's word for a signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attested {
    /// The steward's name, from the configuration.
    pub steward: Line,
    /// The steward's key.
    pub key: PublicKey,
    /// How the steward made sure.
    pub method: Line,
    /// The day of attesting.
    pub date: Date,
    /// The signature by that key: R and S (RFC 8032, section 5.1.6).
    pub signature: [u8; 64],
    /// The digest of the attestation's file.
    pub digest: Digest,
}

impl Register {
    /// Fills `organisations` from `entries`.
    pub fn index(&mut self) {
        self.organisations = Organisations::new(&self.entries);
    }

    /// The text of that name.
    pub fn text(&self, id: &TextId) -> Option<&Versions> {
        self.texts
            .binary_search_by(|versions| versions.id.cmp(id))
            .ok()
            .map(|at| &self.texts[at])
    }

    /// The entries of one text, by organisation slug.
    pub fn entries_of(&self, id: &TextId) -> &[Entry] {
        let start = self.entries.partition_point(|entry| entry.adherence.text < *id);
        let end = self.entries.partition_point(|entry| entry.adherence.text <= *id);
        &self.entries[start..end]
    }
}
