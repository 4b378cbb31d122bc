//! Versions of a text.

use std::cmp::Ordering;
use std::sync::Arc;

/// Numbers between dots, compared number by number: `1.10` is later than `1.9`.
///
/// One to four numbers of at most nine digits, without leading zeros, so that two spellings are never one version.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Version(Arc<str>);

super::string_type!(Version);

/// A string that is no version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VersionError;

impl Version {
    /// Reads a version.
    ///
    /// # Errors
    /// [`VersionError`] for any other form.
    pub fn parse(value: &str) -> Result<Self, VersionError> {
        let number = |part: &str| {
            (1..=9).contains(&part.len())
                && part.bytes().all(|byte| byte.is_ascii_digit())
                && (part == "0" || !part.starts_with('0'))
        };
        if value.len() <= 39 && value.split('.').count() <= 4 && value.split('.').all(number) {
            Ok(Self(value.into()))
        } else {
            Err(VersionError)
        }
    }

    fn numbers(&self) -> impl Iterator<Item = u32> {
        self.0.split('.').map(|part| part.parse().unwrap_or_default())
    }
}

impl Ord for Version {
    fn cmp(&self, other: &Self) -> Ordering {
        self.numbers().cmp(other.numbers())
    }
}

impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::Version;

    #[test]
    fn compares_number_by_number() {
        let version = |text| Version::parse(text).unwrap();
        assert!(version("1.10") > version("1.9"));
        assert!(version("1.0") > version("1"));
        assert!(version("2") > version("1.99.99"));
        for wrong in [
            "",
            "1.",
            ".1",
            "1..0",
            "01",
            "1.00",
            "v1",
            "1.0-beta",
            "1.2.3.4.5",
            "9999999999",
        ] {
            assert!(Version::parse(wrong).is_err(), "{wrong}");
        }
    }
}
