//! SIREN numbers of the Sirene register.

use super::short::Short;

/// A SIREN: nine digits of which the last is a check digit (Luhn, ISO/IEC 7812-1).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Siren(Short<9>);

super::string_type!(Siren);

/// Why a string is no SIREN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SirenError {
    /// Not nine digits.
    Form,
    /// Nine digits whose check digit is wrong.
    CheckDigit,
}

impl Siren {
    /// Reads a SIREN.
    ///
    /// # Errors
    /// [`SirenError`], for the form first and the check digit second.
    pub fn parse(value: &str) -> Result<Self, SirenError> {
        if value.len() != 9 || !value.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(SirenError::Form);
        }
        if !luhn(value.as_bytes()) {
            return Err(SirenError::CheckDigit);
        }
        Short::new(value).map(Self).ok_or(SirenError::Form)
    }
}

fn luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| {
            let value = u32::from(digit - b'0') << (place % 2);
            if value > 9 { value - 9 } else { value }
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_the_last_digit() {
        assert!(Siren::parse("732829320").is_ok());
        assert_eq!(Siren::parse("732829321"), Err(SirenError::CheckDigit));
        assert_eq!(Siren::parse("732 829 320"), Err(SirenError::Form));
        assert_eq!(Siren::parse("73282932"), Err(SirenError::Form));
    }
}
