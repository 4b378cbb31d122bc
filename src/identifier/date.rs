//! Calendar dates, `YYYY-MM-DD`.

use jiff::civil;

/// A day of the Gregorian calendar, written as RFC 3339's `full-date`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

/// Why a string is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// Not four digits, a hyphen, two digits, a hyphen and two digits.
    Form,
    /// A day that no calendar has, such as 30 February.
    Impossible,
}

impl Date {
    /// Reads `YYYY-MM-DD`.
    ///
    /// # Errors
    /// [`DateError`], for the form first and the calendar second.
    pub fn parse(value: &str) -> Result<Self, DateError> {
        let bytes = value.as_bytes();
        let shaped = bytes.len() == 10
            && bytes.iter().enumerate().all(|(at, byte)| match at {
                4 | 7 => *byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !shaped {
            return Err(DateError::Form);
        }
        let number = |range: std::ops::Range<usize>| {
            bytes[range]
                .iter()
                .fold(0_i16, |sum, digit| sum * 10 + i16::from(digit - b'0'))
        };
        let (month, day) = (number(5..7) as i8, number(8..10) as i8);
        civil::Date::new(number(0..4), month, day)
            .map(Self)
            .map_err(|_| DateError::Impossible)
    }

    /// The day that many days later.
    ///
    /// Days beyond the calendar's end stay on its last day.
    #[must_use]
    pub fn plus_days(self, days: u32) -> Self {
        let span = jiff::Span::new().days(i64::from(days.min(10_000)));
        Self(self.0.saturating_add(span))
    }

    /// The days since 1 January 1970.
    pub fn days(self) -> i32 {
        let start = civil::date(1970, 1, 1);
        self.0
            .since((jiff::Unit::Day, start))
            .map_or(0, |span| span.get_days())
    }

    /// Year, month (1 to 12) and day (1 to 31).
    pub fn parts(self) -> (i16, i8, i8) {
        (self.0.year(), self.0.month(), self.0.day())
    }
}

impl From<civil::Date> for Date {
    fn from(date: civil::Date) -> Self {
        Self(date)
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (year, month, day) = self.parts();
        let mut text = *b"0000-00-00";
        // A large site writes a hundred thousand of them: padding by the format's rules would show in its time.
        for (at, number) in [
            (0, year / 100),
            (2, year % 100),
            (5, month.into()),
            (8, day.into()),
        ] {
            let number = number.unsigned_abs() as u8;
            text[at] += number / 10;
            text[at + 1] += number % 10;
        }
        out.write_str(std::str::from_utf8(&text).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_calendar() {
        for date in ["2024-02-29", "0001-01-01", "0987-12-31", "9999-10-30"] {
            assert_eq!(Date::parse(date).unwrap().to_string(), date);
        }
        assert_eq!(Date::parse("2026-02-29"), Err(DateError::Impossible));
        assert_eq!(Date::parse("2026-13-01"), Err(DateError::Impossible));
        assert_eq!(Date::parse("2026-1-01"), Err(DateError::Form));
        assert_eq!(Date::parse("2026-01-0é"), Err(DateError::Form));
        assert_eq!(Date::parse("2026-11-23").unwrap().days(), 20_780);
        assert_eq!(Date::parse("0000-01-01").unwrap().days(), -719_528);
        assert!(Date::parse("2026-01-31").unwrap().plus_days(1) == Date::parse("2026-02-01").unwrap());
    }
}
