//! Sound files, damaged: whatever is done to a file, it is refused, or it is still exactly what its writer writes.

use crate::{files, vectors};
use paraphe::signature::{self, Kind, PrivateKey, write};
use std::fs;

/// A small generator of numbers (xorshift), so that every run tries the same damage.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}

/// Pieces that mean something to one reader or another.
const PIECES: &[&str] = &[
    "\"",
    "\\",
    "\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    ":",
    "#",
    "- ",
    "&a ",
    "*a",
    "!!str ",
    "|",
    ">",
    "---\n",
    "...\n",
    "{",
    "}",
    "[",
    "]",
    "'",
    "\u{feff}",
    "\u{202e}",
    "\u{200b}",
    "\u{301}",
    "é",
    "\u{0}",
    "  ",
    "signature: |\n",
    "paraphe: 1\n",
    "<<: ",
    "-----END SSH SIGNATURE-----\n",
    "=",
    "A",
];

fn damage(text: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let mut bytes = text.to_vec();
    for _ in 0..=numbers.below(3) {
        let at = numbers.below(bytes.len() + 1);
        match numbers.below(6) {
            0 if !bytes.is_empty() => {
                let at = at.min(bytes.len() - 1);
                bytes[at] ^= 1 << numbers.below(8);
            }
            1 => bytes.truncate(at),
            2 => {
                let end = (at + numbers.below(80)).min(bytes.len());
                bytes.drain(at..end);
            }
            3 => {
                let end = (at + numbers.below(120)).min(bytes.len());
                let piece = bytes[at..end].to_vec();
                let target = numbers.below(bytes.len() + 1);
                bytes.splice(target..target, piece);
            }
            _ => {
                let piece = PIECES[numbers.below(PIECES.len())];
                bytes.splice(at..at, piece.bytes());
            }
        }
    }
    bytes
}

#[test]
fn a_damaged_file_is_refused_or_is_still_its_own_spelling() {
    let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15);
    let mut accepted = 0;
    for path in files(&vectors().join("site/signatures")) {
        let sound = fs::read(&path).unwrap();
        let name = path.to_string_lossy();
        let kind = Kind::of_path(&name);
        for _ in 0..600 {
            let bytes = damage(&sound, &mut numbers);
            match signature::read(&name, &bytes, kind) {
                Ok(signed) => {
                    accepted += 1;
                    let written = write::file(&write::body(&signed.document), &signed.seal.to_armour());
                    assert_eq!(
                        written.as_bytes(),
                        String::from_utf8(bytes).unwrap().replace("\r\n", "\n").as_bytes()
                    );
                    assert_eq!(
                        written.as_bytes(),
                        String::from_utf8(sound.clone())
                            .unwrap()
                            .replace("\r\n", "\n")
                            .as_bytes()
                    );
                }
                Err(faults) => assert!(!faults.is_empty()),
            }
        }
    }
    // Some damage undoes itself or touches nothing but line ends; most does not.
    assert!(accepted < 120, "{accepted} damaged files were accepted");
}

/// A signer may sign anything, so a signature that holds does not make up for another spelling.
#[test]
fn a_damaged_body_is_refused_even_where_it_was_signed_so() {
    let mut numbers = Numbers(0x6a09_e667_f3bc_c909);
    let key = PrivateKey::from_seed(&[7; 32]);
    let mut accepted = 0;
    for path in files(&vectors().join("site/signatures")) {
        let name = path.to_string_lossy();
        let kind = Kind::of_path(&name);
        let sound = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
        let (body, _) = sound.split_once("signature: |\n").unwrap();
        for _ in 0..2000 {
            let bytes = damage(body.as_bytes(), &mut numbers);
            let Ok(body) = String::from_utf8(bytes) else {
                continue;
            };
            let file = write::file(&body, &key.sign(body.as_bytes()).to_armour());
            if let Ok(signed) = signature::read(&name, file.as_bytes(), kind) {
                accepted += 1;
                assert_eq!(write::body(&signed.document), body);
            }
        }
    }
    // Most of them are damaged in a value, and say something else.
    assert!(accepted > 200, "{accepted} damaged bodies were accepted");
}

#[test]
fn damaged_texts_and_configurations_end_in_a_diagnosis() {
    use paraphe::identifier::{TextId, Version};
    let mut numbers = Numbers(0x2545_f491_4f6c_dd1d);
    let id = TextId::parse("territories/exempleville-les-tilleuls").unwrap();
    let version = Version::parse("1.0").unwrap();
    let text = fs::read(vectors().join("site").join(id.content_path(&version))).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let configuration = fs::read(vectors().join("site/paraphe.yaml")).unwrap();
    for _ in 0..1000 {
        if let Err(faults) = paraphe::text::read(&id, &version, &damage(&text, &mut numbers)) {
            assert!(!faults.is_empty());
        }
        fs::write(
            folder.path().join("paraphe.yaml"),
            damage(&configuration, &mut numbers),
        )
        .unwrap();
        if let Err(faults) = paraphe::project::Project::load(folder.path()) {
            assert!(!faults.is_empty());
        }
    }
}
