//! Answers of a person, read with some patience, and turned into values that hold.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::identifier::{
    Commune, Date, DateError, Department, Line, LineError, Rna, Siren, SirenError, Slug, Version, Website,
    WebsiteError,
};
use crate::register::is_reserved;

type Answer<T> = Result<T, Diagnostic>;

fn fault(code: Code) -> Diagnostic {
    Diagnostic::new(code, Place::file(""))
}

fn wrong(code: Code, value: &str) -> Diagnostic {
    fault(code).with("value", value)
}

/// A line of text for the key `key`.
pub fn line(key: &str, value: &str) -> Answer<Line> {
    Line::parse(value).map_err(|found| {
        let named = |code| fault(code).with("key", key);
        match found.error {
            LineError::Empty => named(Code::EmptyValue),
            LineError::TooLong(length) => named(Code::ValueTooLong)
                .with("length", length)
                .with("limit", Line::LIMIT),
            LineError::Forbidden(character) => {
                named(Code::ForbiddenCharacter).with("character", number(character))
            }
            LineError::ForbiddenSpace(character) => {
                named(Code::ForbiddenSpace).with("character", number(character))
            }
            LineError::OuterSpace => named(Code::OuterSpace),
            LineError::DoubleSpace => named(Code::DoubleSpace),
            LineError::NotNfc => named(Code::NotNfc),
        }
    })
}

fn number(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

/// A code or number as people write it: spaces, points and hyphens between its groups, and small letters.
fn compact(value: &str) -> String {
    value
        .chars()
        .filter(|character| !character.is_whitespace() && !matches!(character, '.' | '-'))
        .flat_map(char::to_uppercase)
        .collect()
}

/// A commune's INSEE code.
pub fn commune(value: &str) -> Answer<Commune> {
    Commune::parse(&compact(value)).map_err(|_| wrong(Code::InseeForm, value))
}

/// A department's code.
pub fn department(value: &str) -> Answer<Department> {
    Department::parse(&compact(value)).map_err(|_| wrong(Code::DepartmentUnknown, value))
}

/// An RNA number.
pub fn rna(value: &str) -> Answer<Rna> {
    Rna::parse(&compact(value)).map_err(|_| wrong(Code::RnaForm, value))
}

/// A SIREN; of a SIRET, whose first nine digits it is, these.
pub fn siren(value: &str) -> Answer<Siren> {
    let compact = compact(value);
    let digits = match compact.get(..9) {
        Some(siren) if compact.len() == 14 && compact.bytes().all(|byte| byte.is_ascii_digit()) => siren,
        _ => &compact,
    };
    Siren::parse(digits).map_err(|error| match error {
        SirenError::Form => wrong(Code::SirenForm, value),
        SirenError::CheckDigit => wrong(Code::SirenCheckDigit, value),
    })
}

/// A website.
pub fn website(value: &str) -> Answer<Website> {
    line("organisation.website", value)?;
    Website::parse(value).map_err(|error| match error {
        WebsiteError::NotHttps => wrong(Code::WebsiteNotHttps, value),
        WebsiteError::Form => wrong(Code::WebsiteForm, value),
        WebsiteError::Credentials => wrong(Code::WebsiteCredentials, value),
    })
}

/// A date.
pub fn date(value: &str) -> Answer<Date> {
    Date::parse(value).map_err(|error| match error {
        DateError::Form => wrong(Code::DateForm, value),
        DateError::Impossible => wrong(Code::DateImpossible, value),
    })
}

/// The day of a signature: not before the text's adoption, where that is asked for, and at most a day ahead of `today`, since the earth is round.
pub fn date_of_act(adopted: Option<Date>, today: Date, value: &str) -> Answer<Date> {
    let date = date(value)?;
    if let Some(adopted) = adopted.filter(|adopted| date < *adopted) {
        return Err(fault(Code::DateBeforeAdoption)
            .with("date", date.to_string())
            .with("adopted", adopted.to_string()));
    }
    if date > today.plus_days(1) {
        return Err(fault(Code::DateInFuture)
            .with("date", date.to_string())
            .with("expected", today.to_string()));
    }
    Ok(date)
}

/// A short name for `key`.
pub fn slug(key: &str, value: &str) -> Answer<Slug> {
    Slug::parse(value).map_err(|_| wrong(Code::SlugForm, value).with("key", key))
}

/// A short name for `key` that a file or a folder is called by.
pub fn file_slug(key: &str, value: &str) -> Answer<Slug> {
    if is_reserved(value) {
        return Err(wrong(Code::ReservedName, value));
    }
    slug(key, value)
}

/// A version.
pub fn version(value: &str) -> Answer<Version> {
    Version::parse(value).map_err(|_| wrong(Code::VersionForm, value))
}

/// Today, where the person is. This is the only place of the program that reads a clock for what it writes.
pub fn today() -> Date {
    jiff::ZonedDateTime::now().date().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_taken_as_people_write_them() {
        assert_eq!(siren("732 829 320").unwrap().as_str(), "732829320");
        assert_eq!(
            siren("732\u{202f}829\u{a0}320 00074").unwrap().as_str(),
            "732829320"
        );
        assert_eq!(rna("w491234567").unwrap().as_str(), "W491234567");
        assert_eq!(commune("2a004").unwrap().as_str(), "2A004");
        assert_eq!(siren("732 829 321").unwrap_err().code, Code::SirenCheckDigit);
        assert_eq!(siren("").unwrap_err().code, Code::SirenForm);
        assert_eq!(siren("éééééééééééééé").unwrap_err().code, Code::SirenForm);
    }

    #[test]
    fn each_fault_has_its_reason() {
        assert_eq!(line("k", "a\u{202e}").unwrap_err().code, Code::ForbiddenCharacter);
        assert_eq!(website("http://x.org").unwrap_err().code, Code::WebsiteNotHttps);
        assert_eq!(date("2026-02-30").unwrap_err().code, Code::DateImpossible);
        let day = |text| Date::parse(text).unwrap();
        let act = |text| date_of_act(Some(day("2026-06-18")), day("2026-07-01"), text);
        assert_eq!(act("2026-06-17").unwrap_err().code, Code::DateBeforeAdoption);
        assert_eq!(act("2026-07-03").unwrap_err().code, Code::DateInFuture);
        assert!(act("2026-06-18").is_ok() && act("2026-07-02").is_ok());
    }
}
