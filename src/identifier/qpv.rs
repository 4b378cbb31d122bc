//! Codes of the *quartiers prioritaires de la politique de la ville*.

use super::Department;

/// A neighbourhood's code: `QP` + department on three characters + three digits (2015), or
/// `^QN[0-9]{2}[0-9AB][0-9]{2}[A-Z]$` (2024).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Qpv(Box<str>);

super::string_type!(Qpv);

/// A string that is no neighbourhood's code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QpvError;

impl Qpv {
    /// Reads a code of either list.
    ///
    /// # Errors
    /// [`QpvError`] for any other form, or a department that does not exist.
    pub fn parse(value: &str) -> Result<Self, QpvError> {
        let shaped = match value.as_bytes() {
            [b'Q', b'P', department @ .., a, b, c] => {
                department.len() == 3 && [a, b, c].iter().all(|byte| byte.is_ascii_digit())
            }
            _ => false,
        } || match value.as_bytes() {
            [b'Q', b'N', a, b, c, d, e, f] => {
                [a, b, d, e].iter().all(|byte| byte.is_ascii_digit())
                    && (c.is_ascii_digit() || matches!(c, b'A' | b'B'))
                    && f.is_ascii_uppercase()
            }
            _ => false,
        };
        if shaped
            && value
                .get(2..5)
                .is_some_and(|part| Department::parse_padded(part).is_ok())
        {
            Ok(Self(value.into()))
        } else {
            Err(QpvError)
        }
    }

    /// The department in the code.
    pub fn department(&self) -> Option<Department> {
        self.0
            .get(2..5)
            .and_then(|part| Department::parse_padded(part).ok())
    }

    /// Whether the code has the form of the 2024 list.
    pub fn is_of_2024(&self) -> bool {
        self.0.starts_with("QN")
    }
}

#[cfg(test)]
mod tests {
    use super::Qpv;

    #[test]
    fn both_lists() {
        for (code, department) in [
            ("QN04907M", "49"),
            ("QN02A01M", "2A"),
            ("QN97411M", "974"),
            ("QP049001", "49"),
            ("QP974012", "974"),
        ] {
            assert_eq!(
                Qpv::parse(code).unwrap().department().unwrap().as_str(),
                department,
                "{code}"
            );
        }
        for wrong in [
            "QN0490M",
            "QN04907m",
            "QP49001",
            "QP0490011",
            "QX049001",
            "QN00007M",
            "",
            "QNéé07M",
        ] {
            assert!(Qpv::parse(wrong).is_err(), "{wrong}");
        }
    }
}
