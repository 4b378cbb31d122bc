//! What a change does, for those who read about it.

/// One thing that a change does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// What is done.
    pub kind: ActKind,
    /// The file by which it is done.
    pub path: String,
    /// The organisation's name, as the file says it.
    pub organisation: Option<String>,
    /// The organisation's city.
    pub city: Option<String>,
    /// Which text.
    pub text: Option<String>,
    /// Which version of it.
    pub version: Option<String>,
    /// The day, as the file says it.
    pub date: Option<String>,
    /// The fingerprint of the key that signed.
    pub fingerprint: Option<String>,
    /// The steward who vouches for it.
    pub steward: Option<String>,
    /// Whether no error is known of the file, and it counts.
    pub sound: bool,
}

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActKind {
    /// An organisation adheres.
    Signs,
    /// An organisation that adheres signs again.
    SignsAgain,
    /// An organisation that had withdrawn comes back.
    Returns,
    /// An organisation ends its adherence.
    Withdraws,
    /// A signature of which nothing can be said.
    Unreadable,
    /// A steward vouches for a signature.
    Attests,
    /// An attestation that counts for nothing, and in which nothing else is wrong.
    AttestsNothing,
    /// A text is added.
    AddsText,
    /// Any other file is added.
    Adds,
    /// Any other file is changed.
    Changes,
    /// A file is taken away.
    Removes,
}

impl ActKind {
    /// The kind's name in machine formats and in the locale files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Signs => "signs",
            Self::SignsAgain => "signs-again",
            Self::Returns => "returns",
            Self::Withdraws => "withdraws",
            Self::Unreadable => "unreadable",
            Self::Attests => "attests",
            Self::AttestsNothing => "attests-nothing",
            Self::AddsText => "adds-text",
            Self::Adds => "adds",
            Self::Changes => "changes",
            Self::Removes => "removes",
        }
    }

    /// Whether an organisation says something by it: it adheres, or no longer does.
    pub fn is_of_signature(self) -> bool {
        matches!(
            self,
            Self::Signs | Self::SignsAgain | Self::Returns | Self::Withdraws
        )
    }

    /// Whether it is done by a signed file, sound or not.
    pub fn is_signed(self) -> bool {
        self.is_of_signature() || matches!(self, Self::Unreadable | Self::Attests | Self::AttestsNothing)
    }

    /// Every kind.
    pub const ALL: &[ActKind] = &[
        Self::Signs,
        Self::SignsAgain,
        Self::Returns,
        Self::Withdraws,
        Self::Unreadable,
        Self::Attests,
        Self::AttestsNothing,
        Self::AddsText,
        Self::Adds,
        Self::Changes,
        Self::Removes,
    ];
}
