//! What comes by mail: messages in messages, attachments of any name, words pasted by hand.

use super::{said, signature};
use paraphe::diagnostic::{Code, Diagnostic, Place};
use paraphe::import::{COUNT_LIMIT, Gathered, gather, looks_signed};
use paraphe::signature::Kind;
use std::path::{Path, PathBuf};

/// What is found is bounded, its names are no paths, and it can be shown; the same bytes are taken bare and as a message.
pub fn holds(data: &[u8]) {
    let bare = found(data);
    if data.starts_with(b"paraphe: 1\n") {
        let taken: Vec<&[u8]> = bare
            .candidates
            .iter()
            .map(|candidate| &*candidate.bytes)
            .collect();
        assert_eq!(taken, [data], "a signed file is taken as it is");
    }
    found(&[b"MIME-Version: 1.0\r\n", data].concat());
}

fn found(data: &[u8]) -> Gathered {
    let found = gather(Path::new(""), &[PathBuf::from("-")], &|| Ok(data.to_vec()));
    let found = found.expect("standard input can be read");
    assert!(found.candidates.len() <= COUNT_LIMIT && found.passed.len() <= COUNT_LIMIT + 1);
    let size: usize = found
        .candidates
        .iter()
        .map(|candidate| candidate.bytes.len())
        .sum();
    // A character set may make three bytes of one.
    assert!(size <= 4 * data.len() + 64, "{size} bytes out of {}", data.len());
    for candidate in &found.candidates {
        assert!(!candidate.name.contains(['/', '\\']), "{:?}", candidate.name);
        assert!(candidate.name.chars().count() <= 200);
        assert!(candidate.shown == "-" && candidate.bytes == data || looks_signed(&candidate.bytes));
    }
    // What is found is checked as a file in its place would be, and shown by a name that its sender chose.
    for candidate in found.candidates.iter().take(3) {
        signature::file(&candidate.shown, &candidate.bytes, Kind::Adherence);
    }
    for shown in found.passed.iter().take(3) {
        let fault = Diagnostic::new(Code::FileUnreadable, Place::file(shown)).with("reason", shown.as_str());
        said::of(b"", shown, &[fault]);
    }
    found
}
