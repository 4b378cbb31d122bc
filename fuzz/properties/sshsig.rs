//! The blob of an SSH signature, and its armour.

use super::said;
use paraphe::signature::{Kind, Reading, Seal, check, write};

const SIGNED: &str = include_str!("../../tests/vectors/site/signatures/charter/association-exemple.yaml");
const SEPARATOR: &str = "signature: |\n";
const PATH: &str = "signatures/charter/a.yaml";

/// A blob that is read is written as the same bytes, and so is an armour below a sound body.
pub fn holds(data: &[u8]) {
    let (body, _) = SIGNED.split_once(SEPARATOR).expect("a signed file");
    if let Ok(seal) = Seal::from_blob(data) {
        assert_eq!(seal.to_blob(), data);
        let file = write::file(body, &seal.to_armour());
        let reading = Reading::new(PATH, file.as_bytes(), Kind::Adherence).expect("a signed file");
        assert_eq!((reading.seal, reading.source.faults.len()), (Some(seal), 0));
        // No one signature holds for two bodies.
        let both = [body, "paraphe: 1\n"].map(|body| check(body.as_bytes(), &seal).is_ok());
        assert_ne!(both, [true, true]);
    }
    let file = [body.as_bytes(), SEPARATOR.as_bytes(), data].concat();
    match Reading::new(PATH, &file, Kind::Adherence) {
        Ok(reading) if reading.source.faults.is_empty() => {
            let seal = reading.seal.expect("a seal, or a fault");
            assert_eq!(write::file(body, &seal.to_armour()), reading.source.text());
            assert_eq!(Seal::from_blob(&seal.to_blob()), Ok(seal));
        }
        Ok(reading) => said::of(&file, PATH, &reading.source.faults),
        Err(fault) => said::of(&file, PATH, &[fault]),
    }
}
