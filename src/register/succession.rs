//! Which signature file may take the place of which (`format.md`, "What may follow what").

use crate::identifier::{Date, Version};
use crate::signature::{Action, Adherence, PublicKey};

/// A signature file that may take the place of the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Succession {
    /// The same key made both.
    SameKey,
    /// Another key made it: it needs a new attestation beside it.
    NewKey,
}

/// Why a signature file may not take the place of the one before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SuccessionError {
    /// Its date is earlier; the date of the file before it.
    EarlierDate(Date),
    /// It signs an earlier version; the version of the file before it.
    EarlierVersion(Version),
    /// It signs again on the day of a withdrawal, which it may only do later.
    DayOfWithdrawal(Date),
}

impl std::fmt::Display for SuccessionError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::EarlierDate(date) => write!(out, "the file before it is of {date}"),
            Self::EarlierVersion(version) => write!(out, "the file before it is for version {version}"),
            Self::DayOfWithdrawal(date) => write!(out, "the file before it is a withdrawal of {date}"),
        }
    }
}

impl std::error::Error for SuccessionError {}

/// Whether `after`, made by the key `new`, may take the place of `before`, made by the key `old`, both being the
/// file of one organisation for one text.
///
/// # Errors
/// [`SuccessionError`] when the keys are the same and the format does not allow it.
pub fn succession(
    (before, old): (&Adherence, &PublicKey),
    (after, new): (&Adherence, &PublicKey),
) -> Result<Succession, SuccessionError> {
    if old != new {
        return Ok(Succession::NewKey);
    }
    if after.date < before.date {
        return Err(SuccessionError::EarlierDate(before.date));
    }
    if after.action == Action::Withdraw {
        return Ok(Succession::SameKey);
    }
    if before.action == Action::Withdraw && after.date == before.date {
        return Err(SuccessionError::DayOfWithdrawal(before.date));
    }
    if after.version < before.version {
        return Err(SuccessionError::EarlierVersion(before.version.clone()));
    }
    Ok(Succession::SameKey)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identifier::{Digest, Line, Slug, TextId};
    use crate::signature::Organisation;

    fn adherence(action: Action, version: &str, date: &str) -> Adherence {
        let line = |text| Line::parse(text).unwrap();
        Adherence {
            action,
            charter: Slug::parse("c").unwrap(),
            text: TextId::Charter,
            version: Version::parse(version).unwrap(),
            sha256: Digest::of(b""),
            organisation: Organisation {
                name: line("A"),
                city: line("B"),
                insee: None,
                rna: None,
                siren: None,
                website: None,
            },
            representative: None,
            date: Date::parse(date).unwrap(),
            declaration: line("D"),
        }
    }

    fn follows(before: &Adherence, after: &Adherence) -> Result<Succession, SuccessionError> {
        let key = PublicKey::from_bytes([1; 32]);
        succession((before, &key), (after, &key))
    }

    #[test]
    fn a_signature_moves_forward() {
        let before = adherence(Action::Sign, "1.1", "2026-06-02");
        let again = |version, date| follows(&before, &adherence(Action::Sign, version, date));
        assert_eq!(again("1.1", "2026-06-02"), Ok(Succession::SameKey));
        assert_eq!(again("1.10", "2026-06-03"), Ok(Succession::SameKey));
        assert_eq!(
            again("1.1", "2026-06-01"),
            Err(SuccessionError::EarlierDate(before.date))
        );
        assert_eq!(
            again("1.0", "2026-07-01"),
            Err(SuccessionError::EarlierVersion(before.version.clone()))
        );
    }

    #[test]
    fn a_withdrawal_ends_it_until_a_later_day() {
        let signed = adherence(Action::Sign, "1.1", "2026-06-02");
        let withdrawn = adherence(Action::Withdraw, "1.0", "2026-06-02");
        assert_eq!(follows(&signed, &withdrawn), Ok(Succession::SameKey));
        assert_eq!(
            follows(&withdrawn, &signed),
            Err(SuccessionError::DayOfWithdrawal(signed.date))
        );
        let later = adherence(Action::Sign, "1.0", "2026-06-03");
        assert_eq!(follows(&withdrawn, &later), Ok(Succession::SameKey));
        let earlier = adherence(Action::Sign, "1.1", "2026-06-01");
        assert!(follows(&withdrawn, &earlier).is_err());
    }

    #[test]
    fn another_key_needs_a_steward() {
        let before = adherence(Action::Withdraw, "1.1", "2026-06-02");
        let after = adherence(Action::Sign, "1.0", "2026-01-01");
        let (old, new) = (PublicKey::from_bytes([1; 32]), PublicKey::from_bytes([2; 32]));
        assert_eq!(
            succession((&before, &old), (&after, &new)),
            Ok(Succession::NewKey)
        );
    }
}
