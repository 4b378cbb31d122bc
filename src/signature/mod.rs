//! `format.md` in code: the signed files, their one spelling, SSHSIG, keys, checking and signing.

pub mod agent;
mod body;
mod document;
mod ed25519;
mod file;
mod key;
mod private;
mod schema;
mod sign;
mod signer;
mod source;
mod sshsig;
mod together;
mod values;
pub mod write;

pub use document::{Action, Adherence, Attestation, Document, Organisation, Representative};
pub use ed25519::check;
pub use file::{Reading, Sealed, Signed, read};
pub use key::{PublicKey, PublicKeyError};
pub use private::{KEY_FILE_LIMIT, KeyFile, KeyFileError, LockedKey, PrivateKey};
pub use schema::{Key, Kind};
pub use sign::seal;
pub use signer::{Signer, SignerError};
pub use source::{SIZE_LIMIT, Source, find_private_key, private_key_diagnostic, private_key_marks};
pub use sshsig::{BlobError, NAMESPACE, Seal, signed_data};
pub use values::Values;
pub use write::SignedFile;
