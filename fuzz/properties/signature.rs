//! A signed file has one spelling, and whatever else comes is refused with its place.

use super::said;
use paraphe::diagnostic::Diagnostic;
use paraphe::identifier::{Digest, unix_line_ends};
use paraphe::signature::{Kind, Reading, SIZE_LIMIT, Signed, read, write};

/// What is accepted is what the program itself would have written, with either kind of line end; what is refused is told.
pub fn holds(data: &[u8]) {
    for kind in [Kind::Adherence, Kind::Attestation] {
        file("signatures/charter/a.yaml", data, kind);
    }
}

/// The same for one form and one path.
pub fn file(path: &str, data: &[u8], kind: Kind) {
    // Without the cryptography first: no fuzzer guesses a signature.
    let spelt = Reading::new(path, data, kind).map_err(|fault| vec![fault]);
    let spelt = spelt.and_then(Reading::finish);
    let whole = read(path, data, kind);
    assert_eq!(among_others(path, data, kind), whole);
    match (spelt, whole) {
        (Ok(signed), whole) => {
            is_the_one_spelling(data, &signed);
            let ends = String::from_utf8_lossy(&unix_line_ends(data)).replace('\n', "\r\n");
            if ends.len() <= SIZE_LIMIT {
                let again = Reading::new(path, ends.as_bytes(), kind).map_err(|fault| vec![fault]);
                assert_eq!(again.and_then(Reading::finish).as_ref(), Ok(&signed));
            }
            match whole {
                Ok(whole) => assert_eq!(whole, signed),
                Err(faults) => {
                    assert_eq!(faults.len(), 1, "one seal, one fault");
                    said::of(data, path, &faults);
                }
            }
        }
        (Err(faults), Err(_)) => said::of(data, path, &faults),
        (Err(faults), Ok(_)) => panic!("misspelt and yet accepted: {faults:?}"),
    }
}

/// The file read and checked together with itself, and with a copy that has no signature.
fn among_others(path: &str, data: &[u8], kind: Kind) -> Result<Signed, Vec<Diagnostic>> {
    let mut reading = Reading::new(path, data, kind).map_err(|fault| vec![fault])?;
    let (mut same, mut unsealed) = (reading.clone(), reading.clone());
    unsealed.seal = None;
    Reading::check_seals(&mut [&mut same, &mut unsealed, &mut reading]);
    reading.check_seal();
    reading.finish()
}

fn is_the_one_spelling(data: &[u8], signed: &Signed) {
    let written = write::file(&write::body(&signed.document), &signed.seal.to_armour());
    assert_eq!(written.as_bytes(), &*unix_line_ends(data));
    assert_eq!(signed.digest, Digest::of(written.as_bytes()));
}
