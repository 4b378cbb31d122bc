//! What a signed file says, as values.

use crate::identifier::{Commune, Date, Digest, Line, Rna, Siren, Slug, TextId, Version, Website};

/// What an organisation does with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// It adheres.
    Sign,
    /// It ends its adherence.
    Withdraw,
}

impl Action {
    /// The action as it is written.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sign => "sign",
            Self::Withdraw => "withdraw",
        }
    }
}

/// The body of a signature file: an organisation's adherence to a text, or its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adherence {
    /// Sign or withdraw.
    pub action: Action,
    /// The site's charter id.
    pub charter: Slug,
    /// Which text.
    pub text: TextId,
    /// Which version of it.
    pub version: Version,
    /// The digest of that version.
    pub sha256: Digest,
    /// Who adheres.
    pub organisation: Organisation,
    /// Who signs in its name, where that is told.
    pub representative: Option<Representative>,
    /// The day of signing, as the signer says.
    pub date: Date,
    /// The text's declaration; for a withdrawal, its reason.
    pub declaration: Line,
}

/// The organisation that signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its name.
    pub name: Line,
    /// Its city.
    pub city: Line,
    /// The INSEE code of that city.
    pub insee: Option<Commune>,
    /// Its number in the *Répertoire national des associations*.
    pub rna: Option<Rna>,
    /// Its number in the Sirene register.
    pub siren: Option<Siren>,
    /// Its website.
    pub website: Option<Website>,
}

/// The person who signs in the organisation's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Representative {
    /// The person's name.
    pub name: Line,
    /// The person's office.
    pub role: Option<Line>,
}

/// The body of an attestation: a steward vouches for a signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attestation {
    /// The site's charter id.
    pub charter: Slug,
    /// The digest of the signature file.
    pub signature_sha256: Digest,
    /// The name of the organisation, as in the signature file.
    pub organisation: Line,
    /// How the steward made sure.
    pub method: Line,
    /// The day of attesting.
    pub date: Date,
}

/// Either kind of signed file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Document {
    /// A signature or a withdrawal.
    Adherence(Box<Adherence>),
    /// An attestation.
    Attestation(Box<Attestation>),
}
