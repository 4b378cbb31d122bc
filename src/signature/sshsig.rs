//! SSH signatures: the blob of PROTOCOL.sshsig and its armour.

use super::key::{ALGORITHM, PublicKey};
use super::source::Source;
use crate::diagnostic::{Argument, Code};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha512};
use std::ops::Range;

/// The namespace of every signature of this format.
pub const NAMESPACE: &str = "paraphe";

const MAGIC: &[u8; 6] = b"SSHSIG";
const HASH: &str = "sha512";
const BEGIN: &str = "-----BEGIN SSH SIGNATURE-----";
const END: &str = "-----END SSH SIGNATURE-----";
/// How many base64 characters `ssh-keygen` puts on a line.
const COLUMNS: usize = 70;

/// What an SSH signature holds that is not the same for all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seal {
    /// The key that signed.
    pub key: PublicKey,
    /// R and S (RFC 8032, section 5.1.6).
    pub signature: [u8; 64],
}

/// What is wrong with a blob: the code, and the argument of its message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlobError {
    /// The broken rule.
    pub code: Code,
    /// The message's argument: its name and value.
    pub argument: Option<(&'static str, Argument)>,
}

impl BlobError {
    fn new(code: Code) -> Self {
        Self { code, argument: None }
    }

    fn with(code: Code, name: &'static str, value: impl Into<Argument>) -> Self {
        Self {
            code,
            argument: Some((name, value.into())),
        }
    }
}

impl Seal {
    /// Reads a blob.
    ///
    /// # Errors
    /// [`BlobError`] for the first field that is not as `format.md` wants it.
    pub fn from_blob(blob: &[u8]) -> Result<Self, BlobError> {
        let form = || BlobError::new(Code::SshsigForm);
        let mut wire = Wire(blob.strip_prefix(MAGIC).ok_or_else(form)?);
        let version = wire.number().ok_or_else(form)?;
        if version != 1 {
            return Err(BlobError::with(
                Code::SshsigVersion,
                "version",
                version.to_string(),
            ));
        }
        let key = wire.string().ok_or_else(form)?;
        let namespace = wire.string().ok_or_else(form)?;
        let reserved = wire.string().ok_or_else(form)?;
        let hash = wire.string().ok_or_else(form)?;
        let signature = wire.string().ok_or_else(form)?;
        let key = read_key(key)?;
        if namespace != NAMESPACE.as_bytes() {
            return Err(BlobError::with(
                Code::SshsigNamespace,
                "namespace",
                short(namespace),
            ));
        }
        if !reserved.is_empty() {
            return Err(BlobError::new(Code::SshsigReserved));
        }
        if hash != HASH.as_bytes() {
            return Err(BlobError::with(Code::SshsigHash, "hash", short(hash)));
        }
        let signature = read_signature(signature)?;
        if !wire.0.is_empty() {
            return Err(BlobError::with(Code::SshsigTrailingBytes, "length", wire.0.len()));
        }
        Ok(Self { key, signature })
    }

    /// The blob of this signature.
    pub fn to_blob(&self) -> Vec<u8> {
        let mut blob = MAGIC.to_vec();
        blob.extend(1_u32.to_be_bytes());
        put(&mut blob, &self.key.to_blob());
        put(&mut blob, NAMESPACE.as_bytes());
        put(&mut blob, b"");
        put(&mut blob, HASH.as_bytes());
        let mut signature = Vec::with_capacity(83);
        put(&mut signature, ALGORITHM.as_bytes());
        put(&mut signature, &self.signature);
        put(&mut blob, &signature);
        blob
    }

    /// The armour as `ssh-keygen -Y sign` writes it, with a line feed at the end.
    pub fn to_armour(&self) -> String {
        armour(&self.to_blob())
    }

    /// The base64 of the blob, in one line.
    pub fn to_base64(&self) -> String {
        STANDARD.encode(self.to_blob())
    }
}

/// The bytes that an Ed25519 key signs for `body` (PROTOCOL.sshsig, section 3).
pub fn signed_data(body: &[u8]) -> Vec<u8> {
    let mut data = Vec::with_capacity(99);
    data.extend(MAGIC);
    put(&mut data, NAMESPACE.as_bytes());
    put(&mut data, b"");
    put(&mut data, HASH.as_bytes());
    put(&mut data, &Sha512::digest(body));
    data
}

/// Reads the armour of `source` and adds what is wrong to its faults.
pub(super) fn read(source: &mut Source<'_>) -> Option<Seal> {
    if let Some(seal) = source.armour().and_then(at_once) {
        return Some(seal);
    }
    let Some(armour) = source.armour().map(str::to_owned) else {
        let end = source.body().trim_end_matches('\n').len();
        source.fault(Code::SignatureMissing, end..end);
        return None;
    };
    let start = source.armour_start();
    let encoded = match unindent(&armour) {
        Ok(encoded) => encoded,
        Err((code, range)) => {
            source.fault(code, start + range.start..start + range.end);
            return None;
        }
    };
    let Ok(blob) = STANDARD.decode(&encoded) else {
        source.fault(Code::ArmourForm, start..start + line_length(&armour));
        return None;
    };
    if let Some(range) = first_difference(&armour, &blob) {
        source.fault(Code::ArmourNotCanonical, start + range.start..start + range.end);
        return None;
    }
    match Seal::from_blob(&blob) {
        Ok(seal) => Some(seal),
        Err(BlobError { code, argument }) => {
            let mut fault = source.diagnostic(code, start..start + line_length(&armour));
            if let Some((name, value)) = argument {
                fault = fault.with(name, value);
            }
            source.faults.push(fault);
            None
        }
    }
}

/// Reads the armour that every sound file has: its blob is always 177 bytes, so each of its characters has its place.
///
/// The strict decoder takes one spelling of a blob only, and without padding there is no other.
fn at_once(armour: &str) -> Option<Seal> {
    let inner = armour
        .strip_prefix("  -----BEGIN SSH SIGNATURE-----\n")?
        .strip_suffix("  -----END SSH SIGNATURE-----\n")?;
    let mut encoded = [0; 236];
    let mut lines = inner.as_bytes();
    for part in encoded.chunks_mut(COLUMNS) {
        let (line, rest) = lines.strip_prefix(b"  ")?.split_at_checked(part.len())?;
        part.copy_from_slice(line);
        lines = rest.strip_prefix(b"\n")?;
    }
    let mut blob = [0; 177];
    let length = STANDARD.decode_slice(encoded, &mut blob).ok()?;
    Seal::from_blob(blob.get(..length)?)
        .ok()
        .filter(|_| lines.is_empty())
}

/// The base64 between the armour's first and last line, or the rule that a line breaks.
fn unindent(armour: &str) -> Result<String, (Code, Range<usize>)> {
    let mut encoded = String::with_capacity(armour.len());
    let mut start = 0;
    let (mut begun, mut ended) = (false, false);
    for line in armour.split_inclusive('\n') {
        let content = line.strip_suffix('\n').unwrap_or(line);
        let range = start..start + content.len();
        start += line.len();
        let bare = content.trim_ascii();
        if ended {
            let again = content == "signature: |" || bare == BEGIN;
            let code = if again {
                Code::SignatureRepeated
            } else {
                Code::SignatureTrailingText
            };
            return Err((code, range));
        }
        let Some(inner) = content.strip_prefix("  ") else {
            let code = if bare == BEGIN || bare == END || (begun && is_base64(bare)) {
                Code::SignatureIndentation
            } else if begun {
                Code::ArmourForm
            } else {
                Code::SignatureMissing
            };
            return Err((code, range));
        };
        if inner.starts_with([' ', '\t']) {
            return Err((Code::SignatureIndentation, range));
        }
        match (begun, inner) {
            (false, BEGIN) => begun = true,
            (false, _) => return Err((Code::SignatureMissing, range)),
            (true, END) => ended = true,
            (true, BEGIN) => return Err((Code::SignatureRepeated, range)),
            (true, line) if is_base64(line) => encoded.push_str(line),
            (true, _) => return Err((Code::ArmourForm, range)),
        }
    }
    match (begun, ended) {
        (true, true) => Ok(encoded),
        (true, false) => Err((Code::ArmourForm, armour.len()..armour.len())),
        (false, _) => Err((Code::SignatureMissing, 0..0)),
    }
}

fn is_base64(line: &str) -> bool {
    !line.is_empty()
        && line
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'='))
}

/// The first line of `armour` that is not what `ssh-keygen` would have written for `blob`.
fn first_difference(indented: &str, blob: &[u8]) -> Option<Range<usize>> {
    // A line feed that is missing at the end of the file has a code of its own.
    let canonical = armour(blob);
    let mut expected = canonical.trim_end_matches('\n').split('\n');
    let mut start = 0;
    for line in indented.trim_end_matches('\n').split('\n') {
        if expected.next() != line.strip_prefix("  ") {
            return Some(start..start + line.len());
        }
        start += line.len() + 1;
    }
    expected.next().map(|_| start..start)
}

fn armour(blob: &[u8]) -> String {
    let encoded = STANDARD.encode(blob);
    let mut out = String::with_capacity(encoded.len() + encoded.len() / COLUMNS + 64);
    out.push_str(BEGIN);
    out.push('\n');
    let mut rest = encoded.as_str();
    while !rest.is_empty() {
        let (line, after) = rest.split_at(rest.len().min(COLUMNS));
        out.push_str(line);
        out.push('\n');
        rest = after;
    }
    out.push_str(END);
    out.push('\n');
    out
}

fn line_length(text: &str) -> usize {
    text.find('\n').unwrap_or(text.len())
}

fn read_key(blob: &[u8]) -> Result<PublicKey, BlobError> {
    let mut wire = Wire(blob);
    let algorithm = wire.string().ok_or_else(|| BlobError::new(Code::SshsigForm))?;
    if algorithm != ALGORITHM.as_bytes() {
        return Err(BlobError::with(
            Code::SshsigKeyType,
            "algorithm",
            short(algorithm),
        ));
    }
    PublicKey::from_blob(blob).ok_or_else(|| BlobError::new(Code::SshsigForm))
}

fn read_signature(blob: &[u8]) -> Result<[u8; 64], BlobError> {
    let mut wire = Wire(blob);
    let (Some(algorithm), Some(signature)) = (wire.string(), wire.string()) else {
        return Err(BlobError::new(Code::SshsigForm));
    };
    if algorithm != ALGORITHM.as_bytes() {
        return Err(BlobError::with(
            Code::SshsigKeyType,
            "algorithm",
            short(algorithm),
        ));
    }
    if !wire.0.is_empty() {
        return Err(BlobError::new(Code::SshsigForm));
    }
    signature
        .try_into()
        .map_err(|_| BlobError::with(Code::SshsigSignatureLength, "length", signature.len()))
}

/// A field of a blob as a message may show it.
fn short(field: &[u8]) -> String {
    String::from_utf8_lossy(&field[..field.len().min(64)]).into_owned()
}

/// Adds an SSH string: its length and its bytes.
pub(super) fn put(out: &mut Vec<u8>, string: &[u8]) {
    out.extend((string.len() as u32).to_be_bytes());
    out.extend(string);
}

/// SSH's wire format (RFC 4251, section 5).
pub(super) struct Wire<'a>(pub &'a [u8]);

impl<'a> Wire<'a> {
    pub fn number(&mut self) -> Option<u32> {
        let (bytes, rest) = self.0.split_first_chunk::<4>()?;
        self.0 = rest;
        Some(u32::from_be_bytes(*bytes))
    }

    pub fn string(&mut self) -> Option<&'a [u8]> {
        let mut after = Wire(self.0);
        let length = after.number()? as usize;
        let (string, rest) = after.0.split_at_checked(length)?;
        self.0 = rest;
        Some(string)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_at_once_is_the_one_spelling() {
        let seal = Seal {
            key: PublicKey::from_bytes([3; 32]),
            signature: [5; 64],
        };
        let indented: String = seal
            .to_armour()
            .lines()
            .map(|line| format!("  {line}\n"))
            .collect();
        assert_eq!(at_once(&indented), Some(seal));
        // Every change of one character is refused, or read as another seal with another armour.
        for at in 0..indented.len() {
            for byte in [b'\n', b' ', b'A', b'=', b'-'] {
                let mut changed = indented.clone().into_bytes();
                if changed[at] == byte {
                    continue;
                }
                changed[at] = byte;
                let changed = String::from_utf8(changed).unwrap();
                if let Some(other) = at_once(&changed) {
                    let again: String = other
                        .to_armour()
                        .lines()
                        .map(|line| format!("  {line}\n"))
                        .collect();
                    assert_eq!(again, changed);
                }
            }
        }
        assert_eq!(at_once(&format!("{indented}\n")), None);
        assert_eq!(at_once(&indented[2..]), None);
    }
}
