//! Codes of a fixed length, held without an allocation of their own.

/// Exactly `N` ASCII characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Short<const N: usize>([u8; N]);

impl<const N: usize> Short<N> {
    /// Takes `value` if it is `N` ASCII characters.
    pub(super) fn new(value: &str) -> Option<Self> {
        let bytes = value.as_bytes().try_into().ok()?;
        value.is_ascii().then_some(Self(bytes))
    }
}

impl<const N: usize> std::ops::Deref for Short<N> {
    type Target = str;

    fn deref(&self) -> &str {
        // ASCII is UTF-8: the default is never taken.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}
