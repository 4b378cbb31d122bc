//! How long the Ed25519 checks of a folder of signatures take alone, on the same threads as the program's:
//! `floor DIR`. Files are read, parsed and hashed before the clock starts.

use ed25519_dalek::{Signature, VerifyingKey};
use paraphe::signature::{Kind, Reading, signed_data};
use rayon::prelude::*;
use std::error::Error;
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("floor DIR")?;
    let mut work = Vec::new();
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry?;
        if entry.file_type().is_file() && entry.path().extension().is_some_and(|ending| ending == "yaml") {
            let bytes = std::fs::read(entry.path())?;
            let path = entry.path().to_string_lossy();
            if let Ok(reading) = Reading::new(&path, &bytes, Kind::of_path(&path))
                && let Some(seal) = reading.seal
            {
                work.push((signed_data(reading.source.body().as_bytes()), seal));
            }
        }
    }
    for _ in 0..3 {
        let start = Instant::now();
        let sound = work
            .par_iter()
            .filter(|(data, seal)| {
                let signature = Signature::from_bytes(&seal.signature);
                VerifyingKey::from_bytes(seal.key.as_bytes())
                    .is_ok_and(|key| key.verify_strict(data, &signature).is_ok())
            })
            .count();
        println!(
            "{sound} of {} in {:.3} s",
            work.len(),
            start.elapsed().as_secs_f64()
        );
    }
    Ok(())
}
