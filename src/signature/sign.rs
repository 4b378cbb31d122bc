//! Signing: a document becomes the one file that says it.

use super::document::Document;
use super::signer::{Signer, SignerError};
use super::{ed25519, write};

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
