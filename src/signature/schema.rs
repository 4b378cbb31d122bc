//! The keys of a signed file, in their one order, and the two kinds of such files.

/// How the names of attestations end.
const ATTESTATION_ENDING: &str = ".attestation.yaml";

/// A key of a signed file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Key {
    /// `paraphe`: the format's version.
    Paraphe,
    /// `action`.
    Action,
    /// `charter`.
    Charter,
    /// `text`.
    Text,
    /// `version`.
    Version,
    /// `sha256`: the text's digest.
    Sha256,
    /// `signature-sha256`: the attested file's digest.
    SignatureSha256,
    /// `organisation`: a mapping in a signature, a name in an attestation.
    Organisation,
    /// `organisation.name`.
    Name,
    /// `organisation.city`.
    City,
    /// `organisation.insee`.
    Insee,
    /// `organisation.rna`.
    Rna,
    /// `organisation.siren`.
    Siren,
    /// `organisation.website`.
    Website,
    /// `representative`: a mapping.
    Representative,
    /// `representative.name`.
    RepresentativeName,
    /// `representative.role`.
    RepresentativeRole,
    /// `method`.
    Method,
    /// `date`.
    Date,
    /// `declaration`.
    Declaration,
}

impl Key {
    /// How many keys there are.
    pub const COUNT: usize = 20;

    /// The word before the colon.
    pub fn word(self) -> &'static str {
        match self {
            Self::Paraphe => "paraphe",
            Self::Action => "action",
            Self::Charter => "charter",
            Self::Text => "text",
            Self::Version => "version",
            Self::Sha256 => "sha256",
            Self::SignatureSha256 => "signature-sha256",
            Self::Organisation => "organisation",
            Self::Name | Self::RepresentativeName => "name",
            Self::City => "city",
            Self::Insee => "insee",
            Self::Rna => "rna",
            Self::Siren => "siren",
            Self::Website => "website",
            Self::Representative => "representative",
            Self::RepresentativeRole => "role",
            Self::Method => "method",
            Self::Date => "date",
            Self::Declaration => "declaration",
        }
    }

    /// The whole name, as messages say it: `organisation.name`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "organisation.name",
            Self::City => "organisation.city",
            Self::Insee => "organisation.insee",
            Self::Rna => "organisation.rna",
            Self::Siren => "organisation.siren",
            Self::Website => "organisation.website",
            Self::RepresentativeName => "representative.name",
            Self::RepresentativeRole => "representative.role",
            _ => self.word(),
        }
    }
}

/// Which of the two forms a file has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A signature or a withdrawal.
    Adherence,
    /// An attestation.
    Attestation,
}

/// What follows a key's colon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// The integer 1.
    One,
    /// A string.
    Text,
    /// Nothing: the keys below are its own.
    Mapping,
}

/// One line of a form.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rule {
    pub key: Key,
    pub parent: Option<Key>,
    pub form: Form,
    /// Required where its parent stands.
    pub required: bool,
}

const fn rule(key: Key, parent: Option<Key>, form: Form, required: bool) -> Rule {
    Rule {
        key,
        parent,
        form,
        required,
    }
}

const ORGANISATION: Option<Key> = Some(Key::Organisation);
const REPRESENTATIVE: Option<Key> = Some(Key::Representative);

const ADHERENCE: [Rule; 18] = [
    rule(Key::Paraphe, None, Form::One, true),
    rule(Key::Action, None, Form::Text, true),
    rule(Key::Charter, None, Form::Text, true),
    rule(Key::Text, None, Form::Text, true),
    rule(Key::Version, None, Form::Text, true),
    rule(Key::Sha256, None, Form::Text, true),
    rule(Key::Organisation, None, Form::Mapping, true),
    rule(Key::Name, ORGANISATION, Form::Text, true),
    rule(Key::City, ORGANISATION, Form::Text, true),
    rule(Key::Insee, ORGANISATION, Form::Text, false),
    rule(Key::Rna, ORGANISATION, Form::Text, false),
    rule(Key::Siren, ORGANISATION, Form::Text, false),
    rule(Key::Website, ORGANISATION, Form::Text, false),
    rule(Key::Representative, None, Form::Mapping, false),
    rule(Key::RepresentativeName, REPRESENTATIVE, Form::Text, true),
    rule(Key::RepresentativeRole, REPRESENTATIVE, Form::Text, false),
    rule(Key::Date, None, Form::Text, true),
    rule(Key::Declaration, None, Form::Text, true),
];

const ATTESTATION: [Rule; 7] = [
    rule(Key::Paraphe, None, Form::One, true),
    rule(Key::Action, None, Form::Text, true),
    rule(Key::Charter, None, Form::Text, true),
    rule(Key::SignatureSha256, None, Form::Text, true),
    rule(Key::Organisation, None, Form::Text, true),
    rule(Key::Method, None, Form::Text, true),
    rule(Key::Date, None, Form::Text, true),
];

impl Kind {
    /// The form's lines, in order.
    pub(super) fn rules(self) -> &'static [Rule] {
        match self {
            Self::Adherence => &ADHERENCE,
            Self::Attestation => &ATTESTATION,
        }
    }

    /// The kind that a file's name tells: `*.attestation.yaml` or not.
    pub fn of_path(path: &str) -> Self {
        if path.ends_with(ATTESTATION_ENDING) {
            Self::Attestation
        } else {
            Self::Adherence
        }
    }

    /// The path of the file that belongs beside the one at `path`: of a signature its attestation, and the reverse.
    /// None when `path` is that of neither.
    pub fn beside(path: &str) -> Option<String> {
        let (stem, ending) = match path.strip_suffix(ATTESTATION_ENDING) {
            Some(stem) => (stem, ".yaml"),
            None => (path.strip_suffix(".yaml")?, ATTESTATION_ENDING),
        };
        Some(format!("{stem}{ending}"))
    }
}
