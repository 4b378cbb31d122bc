//! Signed files that come by mail: found in files, folders and messages, told what they are, and put in their places.
//!
//! Everything here may be a stranger's: sizes, counts and depths are bounded, and names are never taken for paths. What is
//! taken is copied; nothing is removed from where it was.

mod gather;
mod message;
mod pasted;
mod place;
mod take;

pub use gather::{Candidate, Gathered, Unreadable, gather};
pub use pasted::as_signed;
pub use place::kind;
pub use take::{Fate, Taken, take};

/// The largest message or file that is looked into, in bytes.
pub const SIZE_LIMIT: usize = 32 * 1024 * 1024;

/// How many signed files are looked at in one go.
pub const COUNT_LIMIT: usize = 10_000;

/// Whether `bytes` may be meant as a signed file, however badly it was saved or sent.
pub fn looks_signed(bytes: &[u8]) -> bool {
    const MARKS: [&[u8]; 4] = [
        b"paraphe:",
        b"BEGIN SSH SIGNATURE",
        b"PRIVATE KEY-----",
        b"PuTTY-User-Key-File-",
    ];
    let head = &bytes[..bytes.len().min(64 * 1024)];
    // Some programs save two bytes a character.
    let narrow: Vec<u8> = head.iter().copied().filter(|byte| *byte != 0).collect();
    MARKS
        .iter()
        .any(|mark| narrow.windows(mark.len()).any(|window| window == *mark))
}
