//! Numbers of the *Répertoire national des associations*.

use super::short::Short;

/// An RNA number, `^W[0-9A-Z]{9}$`: overseas ones hold letters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rna(Short<10>);

super::string_type!(Rna);

/// A string that is no RNA number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RnaError;

impl Rna {
    /// Reads an RNA number.
    ///
    /// # Errors
    /// [`RnaError`] for any other form.
    pub fn parse(value: &str) -> Result<Self, RnaError> {
        match value.as_bytes() {
            [b'W', rest @ ..]
                if rest.len() == 9 && rest.iter().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase()) =>
            {
                Short::new(value).map(Self).ok_or(RnaError)
            }
            _ => Err(RnaError),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Rna;

    #[test]
    fn mainland_and_overseas() {
        assert!(Rna::parse("W491234567").is_ok());
        assert!(Rna::parse("W9P1002760").is_ok());
        for wrong in [
            "w491234567",
            "W49123456",
            "W4912345678",
            "491234567",
            "W49 123456",
            "W49123456é",
        ] {
            assert!(Rna::parse(wrong).is_err(), "{wrong}");
        }
    }
}
