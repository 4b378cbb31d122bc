//! Ed25519 public keys as OpenSSH writes them.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};
use sha2::{Digest as _, Sha256};

/// An Ed25519 public key (RFC 8032): the 32 bytes of a point's encoding.
///
/// The bytes are not yet known to be a sound point: that is for the check of a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PublicKey([u8; 32]);

/// Why a line is no usable public key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PublicKeyError {
    /// Not `algorithm base64 [comment]`.
    Form,
    /// A key of another kind; its algorithm's name.
    Algorithm(String),
}

/// The name of the only algorithm in use (RFC 8709).
pub(super) const ALGORITHM: &str = "ssh-ed25519";

impl PublicKey {
    const BLOB_HEAD: [u8; 19] = *b"\0\0\0\x0bssh-ed25519\0\0\0\x20";

    /// The key with these bytes.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The 32 bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Reads `ssh-ed25519 <base64> [comment]`, as in a `.pub` file.
    ///
    /// # Errors
    /// [`PublicKeyError`].
    pub fn parse(line: &str) -> Result<Self, PublicKeyError> {
        let mut words = line.split_whitespace();
        let (Some(algorithm), Some(encoded)) = (words.next(), words.next()) else {
            return Err(PublicKeyError::Form);
        };
        if algorithm != ALGORITHM {
            return Err(PublicKeyError::Algorithm(algorithm.to_owned()));
        }
        let blob = STANDARD.decode(encoded).map_err(|_| PublicKeyError::Form)?;
        Self::from_blob(&blob).ok_or(PublicKeyError::Form)
    }

    /// Reads the wire form: two SSH strings, the algorithm's name and the 32 bytes.
    pub fn from_blob(blob: &[u8]) -> Option<Self> {
        let bytes = blob.strip_prefix(&Self::BLOB_HEAD)?;
        Some(Self(bytes.try_into().ok()?))
    }

    /// The wire form (RFC 8709, section 4).
    pub fn to_blob(&self) -> [u8; 51] {
        let mut blob = [0; 51];
        blob[..19].copy_from_slice(&Self::BLOB_HEAD);
        blob[19..].copy_from_slice(&self.0);
        blob
    }

    /// `ssh-ed25519 <base64>`, without a comment.
    pub fn to_openssh(&self) -> String {
        format!("{ALGORITHM} {}", STANDARD.encode(self.to_blob()))
    }

    /// `SHA256:<base64>`, as `ssh-keygen -l` prints it.
    pub fn fingerprint(&self) -> String {
        format!(
            "SHA256:{}",
            STANDARD_NO_PAD.encode(Sha256::digest(self.to_blob()))
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOCftBNYNZVX5dneXwj+FLXuUmGdjhYI+lwYv39S+49d";

    #[test]
    fn reads_and_writes_openssh() {
        let key = PublicKey::parse(&format!("{LINE} a comment")).unwrap();
        assert_eq!(key.to_openssh(), LINE);
        assert_eq!(PublicKey::parse("ssh-ed25519"), Err(PublicKeyError::Form));
        assert_eq!(
            PublicKey::parse("ssh-rsa AAAA"),
            Err(PublicKeyError::Algorithm("ssh-rsa".into()))
        );
    }
}
