//! `format.md` in code: the signed files, their one spelling, SSHSIG, keys, checking and signing.

mod document;
mod key;

pub use document::{Action, Adherence, Attestation, Document, Organisation, Representative};
pub use key::{PublicKey, PublicKeyError};
