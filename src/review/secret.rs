//! Private keys, found in whatever a change brings.

use crate::diagnostic::Diagnostic;
use crate::signature::{private_key_diagnostic, private_key_marks};

/// How many bytes at the start of a file tell what it is.
const HEAD: usize = 8192;

/// How far after its mark a key begins.
const REACH: usize = 2048;

/// How PuTTY's own files of private keys begin.
const PUTTY: &[u8] = b"PuTTY-User-Key-File-";

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
    let putty = memchr::memmem::find(seen, PUTTY);
    let mut marks = private_key_marks(seen);
    let at = putty.or_else(|| marks.find(|at| guarded || is_followed_by_a_key(&seen[*at..])))?;
    Some(private_key_diagnostic(path, seen, at))
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
