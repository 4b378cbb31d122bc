//! Private keys, found in whatever a change brings.

use crate::diagnostic::Diagnostic;
use crate::signature::{private_key_diagnostic, private_key_marks};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use memchr::memmem;

/// How many bytes at the start of a file tell what it is.
const HEAD: usize = 8192;

/// How far after its mark a key begins.
const REACH: usize = 2048;

/// What private keys begin with that nobody writes otherwise: PuTTY's, those of the first SSH, and OpenSSH's without armour.
const BEGINNINGS: [&[u8]; 3] = [
    b"PuTTY-User-Key-File-",
    b"SSH PRIVATE KEY FILE FORMAT 1.",
    b"openssh-key-v1\0\0\0\0",
];

/// How the last word of OpenPGP's private keys goes on, where others have only hyphens.
const OPENPGP: &[u8] = b"PRIVATE KEY BLOCK-----";

/// `-----BEGIN ` in base64: a whole key file, as an attachment or a secret is written.
const ENCODED: &[u8] = b"LS0tLS1CRUdJTi";

/// How many characters of an encoded file are decoded: its first line.
const ENCODED_LINE: usize = 80;

/// The private key in the `bytes` of a file, in ASCII or in the two-byte characters that some systems write.
///
/// Where signatures belong (`guarded`) every mark of one is enough. Elsewhere, as in a page that explains keys, the mark
/// must be followed by what looks like one.
pub fn private_key(path: &str, bytes: &[u8], guarded: bool) -> Option<Diagnostic> {
    let narrow: Vec<u8>;
    let seen = if bytes[..bytes.len().min(HEAD)].contains(&0) {
        narrow = bytes.iter().copied().filter(|byte| *byte != 0).collect();
        &narrow
    } else {
        bytes
    };
    for mark in BEGINNINGS {
        for bytes in [bytes, seen] {
            if let Some(at) = memmem::find(bytes, mark) {
                return Some(private_key_diagnostic(path, bytes, at));
            }
        }
    }
    let mut marks = private_key_marks(seen).chain(memmem::find_iter(seen, OPENPGP));
    let mut encoded = memmem::find_iter(seen, ENCODED);
    let at = marks
        .find(|at| guarded || is_followed_by_a_key(&seen[*at..]))
        .or_else(|| encoded.find(|at| is_encoded_key(&seen[*at..])))?;
    Some(private_key_diagnostic(path, seen, at))
}

/// Whether what starts here is the first line of a private key in base64 once more.
fn is_encoded_key(rest: &[u8]) -> bool {
    let letters = rest.iter().copied().filter(|byte| !byte.is_ascii_whitespace());
    let line: Vec<u8> = letters
        .take(ENCODED_LINE)
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'))
        .collect();
    let whole = &line[..line.len() / 4 * 4];
    let decoded = STANDARD.decode(whole).unwrap_or_default();
    memmem::find(&decoded, b"PRIVATE KEY").is_some()
}

/// Whether base64 or hexadecimal of some length comes after a mark, within the next lines.
fn is_followed_by_a_key(rest: &[u8]) -> bool {
    let encoded = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
    let mut lines = rest[..rest.len().min(REACH)].split(|byte| *byte == b'\n').take(6);
    lines.any(|line| line.split(|byte| !encoded(byte)).any(|word| word.len() >= 40))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;

    #[test]
    fn a_key_is_found_whatever_wrote_it() {
        let key =
            "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAAB\n";
        let wide: Vec<u8> = key.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for bytes in [key.as_bytes(), &wide] {
            for guarded in [true, false] {
                assert_eq!(private_key("k", bytes, guarded).unwrap().code, Code::PrivateKey);
            }
        }
        let page = "Jamais `-----BEGIN OPENSSH PRIVATE KEY-----` ici.\n";
        assert!(private_key("p.md", page.as_bytes(), false).is_none());
        assert!(private_key("p.yaml", page.as_bytes(), true).is_some());
    }

    #[test]
    fn a_key_is_found_after_pages_that_speak_of_keys() {
        let mut many = "PRIVATE KEY----- ".repeat(20_000);
        assert!(private_key("p.md", many.as_bytes(), false).is_none());
        many.push_str(&format!("\nPRIVATE KEY-----\n{}\n", "A".repeat(64)));
        assert!(private_key("p.md", many.as_bytes(), false).is_some());
    }
}
