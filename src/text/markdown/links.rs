//! Where a link of a text may lead.

/// A destination as a text writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target<'a> {
    /// An address elsewhere, `https:` or `mailto:`, to be used as it is.
    Elsewhere(&'a str),
    /// A heading of the same text, without the `#`.
    Heading(&'a str),
    /// A file, relative to the text's own.
    File {
        /// The path, without query and fragment.
        path: &'a str,
        /// What follows the `#`, if anything.
        fragment: Option<&'a str>,
    },
}

impl<'a> Target<'a> {
    /// Reads a destination; none when it may not be followed: another scheme, an address relative to the
    /// server's root, or a spelling by which browsers and readers could differ.
    pub fn parse(destination: &'a str) -> Option<Self> {
        if destination.is_empty()
            || destination.contains(|c: char| c <= ' ' || c == '\\' || c == '\u{7f}' || c.is_whitespace())
        {
            return None;
        }
        if let Some(fragment) = destination.strip_prefix('#') {
            return (!fragment.is_empty()).then_some(Self::Heading(fragment));
        }
        let scheme_end = destination
            .find(['/', '?', '#', ':'])
            .filter(|at| destination[*at..].starts_with(':'));
        if let Some(end) = scheme_end {
            let scheme = destination[..end].to_ascii_lowercase();
            let rest = &destination[end + 1..];
            let sound = match scheme.as_str() {
                "https" => rest.starts_with("//") && !rest[2..].starts_with('/'),
                "mailto" => rest.contains('@'),
                _ => false,
            };
            return sound.then_some(Self::Elsewhere(destination));
        }
        if destination.starts_with('/') || destination.contains('?') {
            return None;
        }
        let (path, fragment) = match destination.split_once('#') {
            Some((path, fragment)) => (path, Some(fragment).filter(|fragment| !fragment.is_empty())),
            None => (destination, None),
        };
        Some(Self::File { path, fragment })
    }
}

/// Tells where the relative links of a text lead.
pub trait Resolve {
    /// The address, as seen from the page, of the file `path`, which is relative to the text's own file.
    ///
    /// None when nothing is published there: the link's words then stand without a link.
    fn file(&self, path: &str, image: bool) -> Option<String>;
}

/// Knows no file.
impl Resolve for () {
    fn file(&self, _: &str, _: bool) -> Option<String> {
        None
    }
}

/// Writes an address into an attribute: characters that no address holds are percent-encoded, the rest is escaped.
pub(super) fn push_address(out: &mut String, address: &str) {
    for byte in address.bytes() {
        match byte {
            b'&' => out.push_str("&amp;"),
            b'\'' => out.push_str("&#39;"),
            b'-' | b'_' | b'.' | b'~' | b'!' | b'*' | b'(' | b')' | b';' | b':' | b'@' | b'=' | b'+'
            | b'$' | b',' | b'/' | b'?' | b'#' | b'%' => out.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => out.push(char::from(byte)),
            _ => {
                const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
                out.push('%');
                out.push(char::from(DIGITS[usize::from(byte >> 4)]));
                out.push(char::from(DIGITS[usize::from(byte & 15)]));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_https_mail_and_files_of_the_project() {
        for right in [
            "https://example.org/a?b#c",
            "HTTPS://example.org",
            "mailto:a@example.org",
        ] {
            assert_eq!(Target::parse(right), Some(Target::Elsewhere(right)));
        }
        for wrong in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\tscript:alert(1)",
            "data:text/html,x",
            "http://example.org",
            "//example.org",
            "/root",
            "\\\\example.org",
            "https:example.org",
            "https:///example.org",
            "",
            "#",
            " https://x",
            "vbscript:x",
            "file:///etc/passwd",
            "a?b",
            "blob:x",
            "mailto:",
        ] {
            assert_eq!(Target::parse(wrong), None, "{wrong}");
        }
        assert_eq!(Target::parse("#fin"), Some(Target::Heading("fin")));
        assert_eq!(
            Target::parse("../1.0.md#fin"),
            Some(Target::File {
                path: "../1.0.md",
                fragment: Some("fin")
            })
        );
        assert_eq!(
            Target::parse("a/b:c"),
            Some(Target::File {
                path: "a/b:c",
                fragment: None
            })
        );
    }
}
