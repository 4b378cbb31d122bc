//! Which rule a value breaks, by the code that diagnostics name it with.

use super::{DateError, LineError, SirenError, WebsiteError};
use crate::diagnostic::Code;

impl From<LineError> for Code {
    fn from(error: LineError) -> Self {
        match error {
            LineError::Empty => Self::EmptyValue,
            LineError::TooLong(_) => Self::ValueTooLong,
            LineError::Forbidden(_) => Self::ForbiddenCharacter,
            LineError::ForbiddenSpace(_) => Self::ForbiddenSpace,
            LineError::OuterSpace => Self::OuterSpace,
            LineError::DoubleSpace => Self::DoubleSpace,
            LineError::NotNfc => Self::NotNfc,
        }
    }
}

impl From<DateError> for Code {
    fn from(error: DateError) -> Self {
        match error {
            DateError::Form => Self::DateForm,
            DateError::Impossible => Self::DateImpossible,
        }
    }
}

impl From<SirenError> for Code {
    fn from(error: SirenError) -> Self {
        match error {
            SirenError::Form => Self::SirenForm,
            SirenError::CheckDigit => Self::SirenCheckDigit,
        }
    }
}

impl From<WebsiteError> for Code {
    fn from(error: WebsiteError) -> Self {
        match error {
            WebsiteError::NotHttps => Self::WebsiteNotHttps,
            WebsiteError::Form => Self::WebsiteForm,
            WebsiteError::Credentials => Self::WebsiteCredentials,
        }
    }
}
