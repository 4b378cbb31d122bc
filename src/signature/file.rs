//! A whole signed file, from bytes to a checked document.

use super::document::Document;
use super::schema::{Key, Kind};
use super::source::Source;
use super::sshsig::Seal;
use super::values::Values;
use super::{body, ed25519, sshsig, together, values};
use crate::diagnostic::{Code, Diagnostic, told};
use crate::identifier::Digest;
use std::ops::Range;

/// A signed file that keeps every rule on the file itself: its spelling, its values and its signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// What the file says.
    pub document: Document,
    /// The key that signed it, with the signature.
    pub seal: Seal,
    /// The digest of the file.
    pub digest: Digest,
}

/// What a file that keeps every rule on the file itself says, and who signed it: [`Signed`] without the digest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// What the file says.
    pub document: Document,
    /// The key that signed it, with the signature.
    pub seal: Seal,
}

/// A signed file as far as it could be read, with everything wrong with it.
#[derive(Clone, Debug)]
pub struct Reading<'a> {
    /// The file's text, and its faults so far.
    pub source: Source<'a>,
    /// Which form it was read in.
    pub kind: Kind,
    /// The values that keep their own rules.
    pub values: Values,
    /// The key and signature, where the armour is sound.
    pub seal: Option<Seal>,
    ranges: body::Body,
    /// Whether the signature is known to hold.
    holds: bool,
}

impl<'a> Reading<'a> {
    /// Reads the file at `path`; `kind` is the form that its place demands.
    ///
    /// Everything but the cryptography is checked here: see [`Self::check_seal`].
    ///
    /// # Errors
    /// When nothing can be said of its content: too large, not UTF-8, with a private key in it, two states of it, or no signed
    /// file at all.
    pub fn new(path: &'a str, bytes: &'a [u8], kind: Kind) -> Result<Self, Diagnostic> {
        let mut source = Source::read(path, bytes)?;
        let ranges = body::read(&mut source, kind);
        let values = values::read(&mut source, &ranges, kind);
        let seal = sshsig::read(&mut source);
        Ok(Self {
            source,
            kind,
            values,
            seal,
            ranges,
            holds: false,
        })
    }

    /// Checks the signatures of several files, which takes less time than each by itself.
    ///
    /// Nothing is said yet of those that do not hold: [`Self::check_seal`] does, and has nothing left to do for the others.
    pub fn check_seals(readings: &mut [&mut Self]) {
        let sealed = readings.iter().map(|reading| {
            let seal = reading.seal.as_ref();
            let seal = seal.filter(|_| reading.source.faults.is_empty());
            (reading.source.body().as_bytes(), seal)
        });
        let passes = together::pass(sealed);
        for (reading, passes) in readings.iter_mut().zip(passes) {
            reading.holds = passes;
        }
    }

    /// Checks the signature, once everything else about the file is sound.
    ///
    /// A file whose body is misspelt is not what its signer saw, so a mismatch would say nothing more.
    pub fn check_seal(&mut self) {
        let unsure = self.source.faults.is_empty() && !self.holds;
        let Some(seal) = self.seal.filter(|_| unsure) else {
            return;
        };
        if let Err(code) = ed25519::check(self.source.body().as_bytes(), &seal) {
            let start = self.source.armour_start();
            let end = start
                + self
                    .source
                    .armour()
                    .and_then(|armour| armour.find('\n'))
                    .unwrap_or_default();
            let fault = self
                .source
                .diagnostic(code, start..end)
                .with("fingerprint", seal.key.fingerprint());
            self.source.faults.push(fault);
        }
    }

    /// Where the value of `key` stands in the text; the first line when the key is missing.
    pub fn range(&self, key: Key) -> Range<usize> {
        self.ranges
            .range(key)
            .unwrap_or(0..self.source.text().find('\n').unwrap_or_default())
    }

    /// A diagnostic about the value of `key`.
    pub fn diagnostic(&self, code: Code, key: Key) -> Diagnostic {
        self.source.diagnostic(code, self.range(key))
    }

    /// The file as a sound document, or everything wrong with it, in the order of the file.
    ///
    /// # Errors
    /// The faults, never empty.
    pub fn finish(self) -> Result<Signed, Vec<Diagnostic>> {
        let digest = self.source.digest();
        let Sealed { document, seal } = self.finish_undigested()?;
        Ok(Signed {
            document,
            seal,
            digest,
        })
    }

    /// The same where nobody asks for the digest of the file.
    ///
    /// # Errors
    /// The faults, never empty.
    pub fn finish_undigested(self) -> Result<Sealed, Vec<Diagnostic>> {
        let path = self.source.path();
        let mut faults = self.source.faults;
        if faults.is_empty() {
            if let (Some(document), Some(seal)) = (self.values.into_document(self.kind), self.seal) {
                return Ok(Sealed { document, seal });
            }
            // Every missing value has left a fault, so this can't be reached; an empty list would still be a lie.
            faults.push(Diagnostic::new(
                Code::NotCanonical,
                crate::diagnostic::Place::file(path),
            ));
        }
        Err(told(faults))
    }
}

/// Reads and checks a signed file on its own, without the texts it may name.
///
/// # Errors
/// Everything wrong with the file, in the order of the file; never empty.
pub fn read(path: &str, bytes: &[u8], kind: Kind) -> Result<Signed, Vec<Diagnostic>> {
    let mut reading = Reading::new(path, bytes, kind).map_err(|fault| vec![fault])?;
    reading.check_seal();
    reading.finish()
}
