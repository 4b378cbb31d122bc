//! Signing: a document becomes the one file that says it.

use super::document::Document;
use super::key::PublicKey;
use super::sshsig::Seal;
use super::{ed25519, write};

/// Whatever holds a private key: a key that was read from a file, or an agent that keeps it.
pub trait Signer {
    /// The public key of the signatures.
    fn public(&self) -> PublicKey;

    /// Signs a body (PROTOCOL.sshsig, section 3).
    ///
    /// # Errors
    /// [`SignerError`], when the key is elsewhere and does not answer as it should.
    fn sign(&self, body: &[u8]) -> Result<Seal, SignerError>;
}

/// Why nothing was signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignerError {
    /// The agent could not be asked.
    Agent(super::agent::AgentError),
    /// What came back is no signature of the body by this key.
    Unsound,
}

impl std::fmt::Display for SignerError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Agent(error) => error.fmt(out),
            Self::Unsound => out.write_str("the signature that came back does not hold"),
        }
    }
}

impl std::error::Error for SignerError {}

/// The whole file of `document`, signed by `signer`.
///
/// The signature is checked before it is handed out, in the strict way in which it will be checked by others.
///
/// # Errors
/// [`SignerError`].
pub fn seal(document: &Document, signer: &dyn Signer) -> Result<String, SignerError> {
    let body = write::body(document);
    let seal = signer.sign(body.as_bytes())?;
    if seal.key != signer.public() || ed25519::check(body.as_bytes(), &seal).is_err() {
        return Err(SignerError::Unsound);
    }
    Ok(write::file(&body, &seal.to_armour()))
}
