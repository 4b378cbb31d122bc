//! The bytes of a signed file, up to where the signature starts.

use crate::diagnostic::{Code, Diagnostic, Place, TOLD, conflict};
use crate::identifier::{Digest, unix_line_ends};
use memchr::memmem::Finder;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;
use std::sync::LazyLock;

/// The largest signed file, in bytes.
pub const SIZE_LIMIT: usize = 16 * 1024;

/// The line between the body and the signature.
pub(super) const SEPARATOR: &str = "signature: |\n";

/// A signed file as text with LF line ends, and what was found wrong with it so far.
#[derive(Clone, Debug)]
pub struct Source<'a> {
    path: &'a str,
    text: Cow<'a, str>,
    /// Where the line `signature: |` starts; the end of the text when there is none.
    body_end: usize,
    digest: OnceCell<Digest>,
    /// What is wrong.
    pub faults: Vec<Diagnostic>,
}

/// Marks of a private key, whatever program wrote it; the last is OpenSSH's magic in base64.
const PRIVATE_KEY_MARKS: [&str; 2] = ["PRIVATE KEY-----", "b3BlbnNzaC1rZXktdjEA"];

/// How many faults keep the line that they stand in: few are told, and a line may be as long as the file.
const KEPT: usize = 4 * TOLD;

static MARKS: LazyLock<[Finder<'static>; 2]> = LazyLock::new(|| PRIVATE_KEY_MARKS.map(Finder::new));

/// Where a private key starts in `bytes`, if one is there.
pub fn find_private_key(bytes: &[u8]) -> Option<usize> {
    MARKS.iter().filter_map(|mark| mark.find(bytes)).min()
}

/// Where every mark of a private key starts in `bytes`, in time that grows with `bytes` alone.
pub fn private_key_marks(bytes: &[u8]) -> impl Iterator<Item = usize> {
    MARKS.iter().flat_map(move |mark| mark.find_iter(bytes))
}

/// The diagnostic for a private key at byte `at` of `bytes`. Its place has no source line: the key is not echoed.
pub fn private_key_diagnostic(path: &str, bytes: &[u8], at: usize) -> Diagnostic {
    let line = bytes[..at].iter().filter(|byte| **byte == b'\n').count() as u32 + 1;
    let span = crate::diagnostic::Span {
        line,
        column: 1,
        length: 0,
        source: String::new(),
    };
    Diagnostic::new(
        Code::PrivateKey,
        Place {
            path: path.to_owned(),
            span: Some(span),
        },
    )
}

impl<'a> Source<'a> {
    /// Reads the bytes of the file at `path`.
    ///
    /// # Errors
    /// When nothing further can be said of the file: too large, not UTF-8, with a private key in it, two states of it, or no
    /// signed file at all.
    pub fn read(path: &'a str, bytes: &'a [u8]) -> Result<Self, Diagnostic> {
        if bytes.len() > SIZE_LIMIT {
            return Err(Diagnostic::new(Code::FileTooLarge, Place::file(path))
                .with("size", bytes.len())
                .with("limit", SIZE_LIMIT));
        }
        if let Some(at) = find_private_key(bytes) {
            return Err(private_key_diagnostic(path, bytes, at));
        }
        let text = match unix_line_ends(bytes) {
            Cow::Borrowed(bytes) => std::str::from_utf8(bytes)
                .map(Cow::Borrowed)
                .map_err(|error| (error, Cow::Borrowed(bytes))),
            Cow::Owned(bytes) => match String::from_utf8(bytes) {
                Ok(text) => Ok(Cow::Owned(text)),
                Err(error) => Err((error.utf8_error(), Cow::Owned(error.into_bytes()))),
            },
        };
        let text = text.map_err(|(error, bytes)| {
            let shown = String::from_utf8_lossy(&bytes);
            let at = error.valid_up_to();
            Diagnostic::new(
                Code::NotUtf8,
                Place::in_text(path, &shown, at, at + '\u{fffd}'.len_utf8()),
            )
        })?;
        if let Some(fault) = conflict(path, &text) {
            return Err(fault);
        }
        let separator = find_separator(&text);
        if separator.is_none() && !text.lines().any(names_the_format) {
            return Err(Diagnostic::new(Code::NotASignedFile, Place::file(path)));
        }
        let body_end = separator.unwrap_or(text.len());
        let mut source = Self {
            path,
            text,
            body_end,
            digest: OnceCell::new(),
            faults: Vec::new(),
        };
        source.check_bytes();
        Ok(source)
    }

    fn check_bytes(&mut self) {
        if self.text.starts_with('\u{feff}') {
            self.fault(Code::ByteOrderMark, 0..3);
        }
        if let Some(at) = self.text.find('\r') {
            self.fault(Code::LoneCarriageReturn, at..at + 1);
        }
        if !self.text.ends_with('\n') || self.text.ends_with("\n\n") {
            let end = self.text.trim_end_matches('\n').len();
            self.fault(Code::FinalNewline, end..end);
        }
    }

    /// The path that diagnostics name.
    pub fn path(&self) -> &'a str {
        self.path
    }

    /// The whole file with LF line ends.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The signed bytes: everything before the line `signature: |`.
    pub fn body(&self) -> &str {
        &self.text[..self.body_end]
    }

    /// What follows the line `signature: |`; none when there is no such line.
    pub fn armour(&self) -> Option<&str> {
        self.text[self.body_end..].strip_prefix(SEPARATOR)
    }

    /// Where [`Self::armour`] starts in the text.
    pub fn armour_start(&self) -> usize {
        (self.body_end + SEPARATOR.len()).min(self.text.len())
    }

    /// The digest of the file, with CR LF turned into LF.
    pub fn digest(&self) -> Digest {
        *self.digest.get_or_init(|| Digest::of(self.text.as_bytes()))
    }

    /// A diagnostic for the bytes `range` of the text, to be given arguments and added to `faults`.
    pub fn diagnostic(&self, code: Code, range: Range<usize>) -> Diagnostic {
        let mut place = Place::in_text(self.path, &self.text, range.start, range.end);
        if let Some(span) = place.span.as_mut().filter(|_| self.faults.len() > KEPT) {
            span.source = String::new();
        }
        Diagnostic::new(code, place)
    }

    /// Adds a diagnostic without arguments.
    pub fn fault(&mut self, code: Code, range: Range<usize>) {
        let diagnostic = self.diagnostic(code, range);
        self.faults.push(diagnostic);
    }
}

/// Whether a line is, or was meant to be, the one that every signed file starts with.
fn names_the_format(line: &str) -> bool {
    line.trim_start_matches([' ', '\t', '\u{feff}'])
        .starts_with("paraphe:")
}

fn find_separator(text: &str) -> Option<usize> {
    if text.starts_with(SEPARATOR) {
        return Some(0);
    }
    memchr::memmem::find(text.as_bytes(), b"\nsignature: |\n").map(|at| at + 1)
}
