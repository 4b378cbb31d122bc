//! The stable names of the rules.

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The rule is broken: the file can't be accepted.
    Error,
    /// Nothing is broken, but a person should look.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// The severity's name in machine formats.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $name:literal $severity:ident;)*) => {
        /// One rule. Its name is stable: programs, translations and documentation refer to it.
        ///
        /// Each variant's comment names the arguments that its message may use.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$doc])* $variant,)*
        }

        impl Code {
            /// Every code, in the order of this file: from bytes to meaning.
            pub const ALL: &[Code] = &[$(Code::$variant,)*];

            /// The code's kebab-case name.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// How bad it is to break this rule.
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    // Bytes of a file.
    /// A file is larger than it may be: `size`, `limit` in bytes.
    FileTooLarge = "file-too-large" Error;
    /// A file could not be read: `reason`.
    FileUnreadable = "file-unreadable" Error;
    /// Bytes that are not UTF-8.
    NotUtf8 = "not-utf8" Error;
    /// Nothing in the file is as in a signed file.
    NotASignedFile = "not-a-signed-file" Error;
    /// A byte-order mark at the start.
    ByteOrderMark = "byte-order-mark" Error;
    /// A CR that no LF follows.
    LoneCarriageReturn = "lone-carriage-return" Error;
    /// The file does not end with one LF.
    FinalNewline = "final-newline" Error;
    /// A private key: nothing of it is shown.
    PrivateKey = "private-key" Error;
    /// A character that may not appear: `character` as `U+202E`.
    ForbiddenCharacter = "forbidden-character" Error;
    /// Lines that git left where it could not join two states of a file.
    ConflictMarker = "conflict-marker" Error;

    // The spelling of a body.
    /// A tab outside a string.
    Tab = "tab" Error;
    /// White space at the end of a line.
    TrailingSpace = "trailing-space" Error;
    /// A comment.
    Comment = "comment" Error;
    /// An empty line.
    BlankLine = "blank-line" Error;
    /// `---`, `...` or a directive.
    DocumentMarker = "document-marker" Error;
    /// An anchor.
    Anchor = "anchor" Error;
    /// An alias.
    Alias = "alias" Error;
    /// A tag.
    Tag = "tag" Error;
    /// A merge key.
    MergeKey = "merge-key" Error;
    /// A mapping or sequence in braces or brackets.
    FlowCollection = "flow-collection" Error;
    /// A string that is not in double quotes: `key`.
    NotDoubleQuoted = "not-double-quoted" Error;
    /// An escape other than `\"` and `\\`: `escape`.
    Escape = "escape" Error;
    /// Another indentation than the format's: `expected` spaces.
    Indentation = "indentation" Error;
    /// Any other departure from the one spelling: `expected`.
    NotCanonical = "not-canonical" Error;
    /// A key out of order: `key`, `after` (the key it should follow).
    KeyOrder = "key-order" Error;
    /// The same key twice: `key`.
    DuplicateKey = "duplicate-key" Error;
    /// A key that the format does not have: `key`.
    UnknownKey = "unknown-key" Error;
    /// A required key that is missing: `key`.
    MissingKey = "missing-key" Error;
    /// A format version this program does not know: `version`.
    FormatVersion = "format-version" Error;

    // Values.
    /// A string that is not in NFC: `key`.
    NotNfc = "not-nfc" Error;
    /// An empty string: `key`.
    EmptyValue = "empty-value" Error;
    /// More than 300 characters: `key`, `length`, `limit`.
    ValueTooLong = "value-too-long" Error;
    /// White space at the start or end of a string: `key`.
    OuterSpace = "outer-space" Error;
    /// Two spaces in a row: `key`.
    DoubleSpace = "double-space" Error;
    /// A space that may not appear: `character`.
    ForbiddenSpace = "forbidden-space" Error;
    /// Neither `sign` nor `withdraw` nor `attest`: `value`.
    ActionUnknown = "action-unknown" Error;
    /// A charter id or other short name of the wrong form: `key`, `value`.
    SlugForm = "slug-form" Error;
    /// Not `charter` nor `territories/<slug>`: `value`.
    TextForm = "text-form" Error;
    /// A version of the wrong form: `value`.
    VersionForm = "version-form" Error;
    /// A digest that is not 64 lower-case hexadecimal digits: `value`.
    DigestForm = "digest-form" Error;
    /// A commune's INSEE code of the wrong form: `value`.
    InseeForm = "insee-form" Error;
    /// An RNA number of the wrong form: `value`.
    RnaForm = "rna-form" Error;
    /// A SIREN that is not nine digits: `value`.
    SirenForm = "siren-form" Error;
    /// A SIREN whose check digit is wrong: `value`.
    SirenCheckDigit = "siren-check-digit" Error;
    /// A website that does not start with `https://`: `value`.
    WebsiteNotHttps = "website-not-https" Error;
    /// A website that is no absolute URL: `value`.
    WebsiteForm = "website-form" Error;
    /// A website with a user name or password: `value`.
    WebsiteCredentials = "website-credentials" Error;
    /// A date that is not `YYYY-MM-DD`: `value`.
    DateForm = "date-form" Error;
    /// A date that no calendar has: `value`.
    DateImpossible = "date-impossible" Error;

    // The signature.
    /// There is no signature.
    SignatureMissing = "signature-missing" Error;
    /// More than one signature.
    SignatureRepeated = "signature-repeated" Error;
    /// Text after the signature.
    SignatureTrailingText = "signature-trailing-text" Error;
    /// The signature is not indented by two spaces.
    SignatureIndentation = "signature-indentation" Error;
    /// Armour that is not its one spelling.
    ArmourNotCanonical = "armour-not-canonical" Error;
    /// Armour that can't be read at all.
    ArmourForm = "armour-form" Error;
    /// A blob that PROTOCOL.sshsig does not describe.
    SshsigForm = "sshsig-form" Error;
    /// SSHSIG version other than 1: `version`.
    SshsigVersion = "sshsig-version" Error;
    /// A key other than Ed25519: `algorithm`.
    SshsigKeyType = "sshsig-key-type" Error;
    /// Namespace other than `paraphe`: `namespace`.
    SshsigNamespace = "sshsig-namespace" Error;
    /// The reserved field is not empty.
    SshsigReserved = "sshsig-reserved" Error;
    /// Hash other than sha512: `hash`.
    SshsigHash = "sshsig-hash" Error;
    /// The signature is not 64 bytes: `length`.
    SshsigSignatureLength = "sshsig-signature-length" Error;
    /// Bytes after the blob: `length`.
    SshsigTrailingBytes = "sshsig-trailing-bytes" Error;
    /// The public key is not the canonical encoding of a point.
    KeyEncoding = "key-encoding" Error;
    /// The public key has small order.
    KeySmallOrder = "key-small-order" Error;
    /// The signature's R is not a canonical point, or has small order.
    SignatureSmallOrder = "signature-small-order" Error;
    /// The signature's S is not below the group order.
    SignatureNotReduced = "signature-not-reduced" Error;
    /// The signature does not match the body: `fingerprint`.
    SignatureMismatch = "signature-mismatch" Error;

    // A signature among the texts.
    /// Another charter's id: `value`, `expected`.
    OtherCharter = "other-charter" Error;
    /// The file's folder names another text: `value`, `expected`.
    TextPath = "text-path" Error;
    /// No such text: `value`.
    TextUnknown = "text-unknown" Error;
    /// No such version of the text: `text`, `version`, `known`.
    VersionUnknown = "version-unknown" Error;
    /// The digest is not that of this version: `text`, `version`, `expected`.
    DigestMismatch = "digest-mismatch" Error;
    /// The digest is that of another version: `version`, `actual`.
    DigestOfOtherVersion = "digest-of-other-version" Error;
    /// A text was changed after it was signed: `text`, `version`, `count` signatures broken.
    TextChanged = "text-changed" Error;
    /// The declaration differs from the text's: `expected`.
    DeclarationDiffers = "declaration-differs" Error;
    /// The date lies before the text's adoption: `date`, `adopted`.
    DateBeforeAdoption = "date-before-adoption" Error;
    /// A draft takes no signature: `text`, `version`.
    TextDraft = "text-draft" Error;

    // Attestations.
    /// No signature file beside the attestation: `expected`.
    AttestationOrphan = "attestation-orphan" Error;
    /// The signature file has changed since, or the attestation is another signature's: `kind`, `name`, `of`, `fingerprint`.
    AttestationStale = "attestation-stale" Warning;
    /// The key is not a steward's: `fingerprint`.
    AttestationNotSteward = "attestation-not-steward" Error;
    /// The attestation names another organisation: `value`, `expected`.
    AttestationName = "attestation-name" Error;
    /// The faults of a signed file that are not told one by one: `count`.
    MoreFaults = "more-faults" Note;

    // Texts.
    /// No front matter, or one that does not end: `kind` (of a page or of a text).
    FrontMatterMissing = "front-matter-missing" Error;
    /// YAML that can't be read: `reason`.
    YamlSyntax = "yaml-syntax" Error;
    /// A value of the wrong kind: `key`, `reason`.
    ValueKind = "value-kind" Error;
    /// The version differs from the file's name: `value`, `expected`.
    VersionPath = "version-path" Error;
    /// A status other than `draft`: `value`.
    StatusUnknown = "status-unknown" Error;
    /// A kind of territory that does not exist: `value`.
    KindUnknown = "kind-unknown" Error;
    /// A territory's code of the wrong form for its kind: `value`, `kind`.
    TerritoryCodeForm = "territory-code-form" Error;
    /// A department's code that does not exist: `value`.
    DepartmentUnknown = "department-unknown" Error;
    /// The department is not the one in the code: `value`, `expected`.
    DepartmentDiffers = "department-differs" Error;
    /// The parent text does not exist: `text`, `version`.
    ParentUnknown = "parent-unknown" Error;
    /// The parent's digest is wrong: `text`, `version`, `expected`.
    ParentDigest = "parent-digest" Error;
    /// Texts that adapt each other in a circle: `chain`.
    ParentCycle = "parent-cycle" Error;
    /// The charter adapts nothing.
    CharterAdapts = "charter-adapts" Error;
    /// HTML in a text.
    RawHtml = "raw-html" Error;
    /// A link that is neither `https:`, `mailto:` nor relative: `value`.
    LinkScheme = "link-scheme" Error;
    /// An image from elsewhere than the repository: `value`.
    ImageOutside = "image-outside" Error;
    /// An image that is not in the repository: `value`.
    ImageMissing = "image-missing" Error;
    /// The charter itself has no text.
    CharterMissing = "charter-missing" Error;

    // The project folder.
    /// No `paraphe.yaml`.
    ConfigurationMissing = "configuration-missing" Error;
    /// A value of the configuration is wrong: `key`, `value`.
    ConfigurationValue = "configuration-value" Error;
    /// A steward's key that can't be used: `value`.
    StewardKey = "steward-key" Error;
    /// A path that leads out of the project.
    SymbolicLink = "symbolic-link" Error;
    /// A file that has no business where it is: `expected`.
    FileMisplaced = "file-misplaced" Error;
    /// A file name of the wrong form: `expected`.
    FileName = "file-name" Error;
    /// Two names that differ only by case or Unicode form: `other`.
    NameCollision = "name-collision" Error;
    /// A page whose address the site writes itself: `other`.
    PageNameTaken = "page-name-taken" Error;

    // The register.
    /// The same RNA or SIREN under two names for one text: `identifier`, `value`, `other`.
    DuplicateIdentifier = "duplicate-identifier" Warning;
    /// The same key under two organisations: `fingerprint`, `other`.
    SharedKey = "shared-key" Warning;
    /// One organisation with two keys and no attestation: `organisation`, `other`.
    UnattestedKey = "unattested-key" Warning;

    // A change: what may follow what.
    /// Another key than the file's before, and no steward vouches for it: `fingerprint`, `expected` (the one before).
    KeyReplaced = "key-replaced" Error;
    /// A date before that of the file it replaces: `date`, `expected`.
    DateGoesBack = "date-goes-back" Error;
    /// An earlier version than that of the file it replaces: `version`, `expected`.
    VersionGoesBack = "version-goes-back" Error;
    /// A signature of the same day as the withdrawal it replaces: `date`.
    WithdrawalSameDay = "withdrawal-same-day" Error;
    /// An earlier state of the same file, or of another organisation's: `other` (that file), `commit` (which brought it).
    SignatureReplayed = "signature-replayed" Error;
    /// A date more than a day ahead: `date`, `expected` (today).
    DateInFuture = "date-in-future" Error;
    /// A new signature for an earlier version than the newest: `text`, `version`, `expected`.
    VersionNotCurrent = "version-not-current" Warning;
    /// A new signature for a text that takes none any more: `text`.
    TextClosed = "text-closed" Error;

    // A change: what belongs to others.
    /// A signature is taken away: `organisation`.
    SignatureDeleted = "signature-deleted" Error;
    /// A signature is moved: `other` (where to).
    SignatureMoved = "signature-moved" Error;
    /// The same file as another organisation's: `other`.
    SignatureCopied = "signature-copied" Error;
    /// An attestation is taken away: `organisation`.
    AttestationDeleted = "attestation-deleted" Error;
    /// A published file of which only the line ends or the byte-order mark change.
    LineEndsChanged = "line-ends-changed" Error;
    /// A text is taken away that is signed: `text`, `version`, `count` signatures.
    TextDeleted = "text-deleted" Error;
    /// A published text is changed or taken away that nobody has signed yet: `text`, `version`.
    TextRewritten = "text-rewritten" Warning;
    /// A picture is changed or taken away that a signed text shows: `text`, `version`, `count` signatures.
    PictureChanged = "picture-changed" Error;
    /// The list of stewards is changed.
    StewardsChanged = "stewards-changed" Error;
    /// The charter's id is changed: `value`, `expected`.
    CharterChanged = "charter-changed" Error;
    /// More than one organisation in one change: `count`.
    SeveralOrganisations = "several-organisations" Warning;
    /// A change that signs also touches this file, which is neither a signature nor a text.
    FileOutside = "file-outside" Error;

    // A change: what it would publish beside its files.
    /// A private key in an earlier state of the change, taken away since: `commit`.
    PrivateKeyBefore = "private-key-before" Error;
    /// A private key in the folder, which git does not know yet; nothing of it is shown.
    PrivateKeyBeside = "private-key-beside" Error;
    /// A bound was reached: the rest was not searched for private keys: `part` (which bound), `limit`.
    NotAllSeen = "not-all-seen" Warning;

    // A change: place and form.
    /// A name that Windows keeps for itself: `value`.
    ReservedName = "reserved-name" Error;
    /// Another repository inside this one.
    Submodule = "submodule" Error;
    /// A file that can be run.
    ExecutableFile = "executable-file" Error;
    /// Something that is no text where a text should be.
    BinaryFile = "binary-file" Error;
    /// A picture whose bytes are not what its name says: `expected`.
    PictureForm = "picture-form" Error;
    /// A part of the template that was never filled in: `value`.
    Placeholder = "placeholder" Error;

    // A change: names that deceive.
    /// A name that can be taken for that of another organisation, with another key: `value`, `actual`, `other`.
    LookalikeName = "lookalike-name" Error;
    /// Letters of several scripts in one word: `value`.
    MixedScripts = "mixed-scripts" Error;

    // A change: texts.
    /// A neighbourhood's code that is not in the list of 2024: `value`.
    QpvUnknown = "qpv-unknown" Error;

    // The site.
    /// The theme does not exist: `theme`.
    ThemeMissing = "theme-missing" Error;
    /// A template that can't be read or rendered: `kind` (of a script or of a template), `reason`.
    TemplateError = "template-error" Error;
    /// A locale file that can't be read: `reason`.
    LocaleError = "locale-error" Error;

    // The output folder.
    /// The output path is no folder, or leads through a file.
    OutputNotAFolder = "output-not-a-folder" Error;
    /// The output folder is part of the project, or holds it.
    OutputInProject = "output-in-project" Error;
    /// Another build is writing into the output folder.
    OutputBusy = "output-busy" Error;
    /// A file that this program did not write stands where a page belongs.
    OutputForeignFile = "output-foreign-file" Error;
    /// The output folder can't be written: `reason`.
    OutputUnwritable = "output-unwritable" Error;
}

impl Code {
    /// Whether the rule is about the place that the site goes to, not about what is in the project.
    pub fn is_of_output(self) -> bool {
        self >= Self::OutputNotAFolder
    }

    /// The code of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.as_str() == name)
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Code;
    use std::collections::BTreeSet;

    #[test]
    fn names_are_kebab_case_and_unique() {
        let names: BTreeSet<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(names.len(), Code::ALL.len());
        for name in names {
            assert!(
                name.bytes()
                    .all(|b| b == b'-' || b.is_ascii_lowercase() || b.is_ascii_digit()),
                "{name}"
            );
            assert_eq!(Code::from_name(name).map(Code::as_str), Some(name));
        }
    }
}
