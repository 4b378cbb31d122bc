//! INSEE codes of communes, departments and regions (Code officiel géographique).

use super::short::Short;

/// The code of a commune: five characters, Corsica's `2A`/`2B` and overseas ones included.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Commune(Short<5>);

/// The code of a department or overseas collectivity: `01` to `95`, `2A`, `2B`, `971` to `978`, `984`,
/// `986` to `989`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Department(Box<str>);

/// The code of a region: two digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region(Box<str>);

super::string_type!(Commune);
super::string_type!(Department);
super::string_type!(Region);

/// A string that has not the form of the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InseeError;

impl Commune {
    /// Reads a code of the form `^(\d{5}|2[AB]\d{3})$`.
    ///
    /// # Errors
    /// [`InseeError`] for any other form.
    pub fn parse(value: &str) -> Result<Self, InseeError> {
        let bytes = value.as_bytes();
        let digits = |part: &[u8]| part.iter().all(u8::is_ascii_digit);
        let short = |value| Short::new(value).map(Self).ok_or(InseeError);
        match bytes {
            [b'2', b'A' | b'B', rest @ ..] if rest.len() == 3 && digits(rest) => short(value),
            _ if bytes.len() == 5 && digits(bytes) => short(value),
            _ => Err(InseeError),
        }
    }

    /// The department that the code starts with, where there is such a department.
    pub fn department(&self) -> Option<Department> {
        let length = if self.0.starts_with("97") || self.0.starts_with("98") {
            3
        } else {
            2
        };
        Department::parse(&self.0[..length]).ok()
    }
}

impl Department {
    /// Reads the code of a department that exists.
    ///
    /// # Errors
    /// [`InseeError`] for any other string.
    pub fn parse(value: &str) -> Result<Self, InseeError> {
        let exists = match value.as_bytes() {
            [b'2', b'A' | b'B'] => true,
            [tens @ b'0'..=b'9', units @ b'0'..=b'9'] => {
                matches!((tens - b'0') * 10 + (units - b'0'), 1..=19 | 21..=95)
            }
            [b'9', b'7', last] => matches!(last, b'1'..=b'8'),
            [b'9', b'8', last] => matches!(last, b'4' | b'6'..=b'9'),
            _ => false,
        };
        if exists {
            Ok(Self(value.into()))
        } else {
            Err(InseeError)
        }
    }

    /// Reads a code filled up to three characters on the left, as codes of neighbourhoods hold it:
    /// `049`, `02A`, `971`.
    ///
    /// # Errors
    /// [`InseeError`] for any other string.
    pub fn parse_padded(value: &str) -> Result<Self, InseeError> {
        Self::parse(if value.len() == 3 {
            value.strip_prefix('0').unwrap_or(value)
        } else {
            ""
        })
    }
}

impl Region {
    /// Reads a code of two digits.
    ///
    /// # Errors
    /// [`InseeError`] for any other form.
    pub fn parse(value: &str) -> Result<Self, InseeError> {
        let good = value.len() == 2 && value.bytes().all(|byte| byte.is_ascii_digit());
        if good {
            Ok(Self(value.into()))
        } else {
            Err(InseeError)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn department(commune: &str) -> Option<String> {
        Commune::parse(commune)
            .unwrap()
            .department()
            .map(|department| department.to_string())
    }

    #[test]
    fn communes_know_their_department() {
        assert_eq!(department("49007").as_deref(), Some("49"));
        assert_eq!(department("2A004").as_deref(), Some("2A"));
        assert_eq!(department("98735").as_deref(), Some("987"));
        assert_eq!(department("20004"), None);
        for wrong in ["4900", "490071", "2C004", "4900A", "", "４9007"] {
            assert_eq!(Commune::parse(wrong), Err(InseeError), "{wrong}");
        }
    }

    #[test]
    fn only_departments_that_exist() {
        for right in [
            "01", "19", "2A", "2B", "21", "95", "971", "978", "984", "986", "989",
        ] {
            assert!(Department::parse(right).is_ok(), "{right}");
        }
        for wrong in ["00", "20", "96", "1", "970", "979", "985", "2C", "0049"] {
            assert!(Department::parse(wrong).is_err(), "{wrong}");
        }
        assert_eq!(Department::parse_padded("02A").unwrap().as_str(), "2A");
        assert!(Department::parse_padded("49").is_err());
    }
}
