//! Writes the signatures of the demonstration site again: `cargo run --example demo`.
//!
//! Every key comes from a sentence that stands below, for everyone to read. **Anyone can make these keys**, so these
//! signatures prove nothing, which is the point of a demonstration. The same run gives the same bytes.

mod associations;

use associations::{ASSOCIATIONS, Act, Made, Word};
use paraphe::diagnostic::error_count;
use paraphe::identifier::{Commune, Date, Digest, Line, Rna, Siren, Slug, TextId, Version, Website};
use paraphe::locale::{Catalogue, Locale};
use paraphe::project::{CONFIGURATION, Project};
use paraphe::register::{self, Register};
use paraphe::report::{self, Format};
use paraphe::signature::{
    Action, Adherence, Attestation, Document, Organisation, PrivateKey, Representative, seal,
};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

/// What every key of the demonstration is made from, together with a name.
const SEED: &str = "paraphe demonstration, worth nothing: ";

/// The line in `paraphe.yaml` that each steward's key is written to.
const KEY_LINE: &str = "    key: ";

type Failure = Box<dyn std::error::Error>;

#[cfg_attr(test, allow(dead_code))]
fn main() -> ExitCode {
    match run(Path::new(env!("CARGO_MANIFEST_DIR"))) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

/// The key of that name.
fn key(name: &str) -> PrivateKey {
    PrivateKey::from_seed(Digest::of(format!("{SEED}{name}").as_bytes()).as_bytes())
}

fn steward(number: usize) -> PrivateKey {
    key(&format!("steward {}", number + 1))
}

/// Writes the demonstration's keys and signatures into the project at `root`; says whether it then has no error.
pub fn run(root: &Path) -> Result<bool, Failure> {
    write_stewards(root)?;
    let project = Project::load(root).map_err(|faults| format!("{faults:?}"))?;
    let charter = project.configuration.charter.clone();
    let texts = Register {
        texts: register::load_texts(&project).0,
        ..Register::default()
    };
    let mut files = BTreeMap::new();
    for made in ASSOCIATIONS {
        for act in made.acts {
            add(&mut files, &charter, &texts, made, act)
                .map_err(|error| format!("{}, {}: {error}", made.slug, act.text))?;
        }
    }
    write_signatures(root, &files)?;
    let loaded = register::load(&project);
    let catalogue = Catalogue::new(Locale::from_environment());
    let report = report::write(
        Format::Human,
        &loaded.diagnostics,
        &report::Options::new(&catalogue),
    );
    print!("{report}");
    println!("{} files", files.len());
    Ok(error_count(&loaded.diagnostics) == 0)
}

/// Writes the public keys of the stewards into `paraphe.yaml`, in their order.
fn write_stewards(root: &Path) -> Result<(), Failure> {
    let path = root.join(CONFIGURATION);
    let text = std::fs::read_to_string(&path)?;
    let mut number = 0;
    let mut written = String::with_capacity(text.len() + 200);
    for line in text.lines() {
        if line.starts_with(KEY_LINE) {
            let key = steward(number).public().to_openssh();
            written.push_str(&format!("{KEY_LINE}\"{key}\""));
            number += 1;
        } else {
            written.push_str(line);
        }
        written.push('\n');
    }
    if written != text {
        std::fs::write(path, written)?;
    }
    Ok(())
}

/// Adds the file of `act`, and its attestation.
fn add(
    files: &mut BTreeMap<String, String>,
    charter: &Slug,
    texts: &Register,
    made: &Made,
    act: &Act,
) -> Result<(), Failure> {
    let id = TextId::parse(act.text).map_err(|_| "no text")?;
    let slug = Slug::parse(made.slug).map_err(|_| "no slug")?;
    let sign = |version: &str, date: &str| -> Result<String, Failure> {
        let adherence = adherence(charter, texts, made, act, version, date)?;
        Ok(seal(&Document::Adherence(Box::new(adherence)), &key(made.slug))?)
    };
    let file = sign(act.version, act.date)?;
    if let Some(word) = &act.attestation {
        let attested = match word.earlier {
            Some((version, date)) => sign(version, date)?,
            None => file.clone(),
        };
        files.insert(
            id.attestation_path(&slug),
            attest(charter, made, word, &attested)?,
        );
    }
    files.insert(id.signature_path(&slug), file);
    Ok(())
}

fn adherence(
    charter: &Slug,
    texts: &Register,
    made: &Made,
    act: &Act,
    version: &str,
    date: &str,
) -> Result<Adherence, Failure> {
    let id = TextId::parse(act.text).map_err(|_| "no text")?;
    let version = Version::parse(version).map_err(|_| "no version")?;
    let text = texts
        .text(&id)
        .and_then(|versions| versions.versions.iter().find(|text| text.version == version))
        .ok_or("no such text")?;
    let declaration = match act.reason {
        Some(reason) => line(reason)?,
        None => text.front.declaration.clone(),
    };
    Ok(Adherence {
        action: if act.reason.is_some() {
            Action::Withdraw
        } else {
            Action::Sign
        },
        charter: charter.clone(),
        text: id,
        version,
        sha256: text.digest,
        organisation: organisation(made)?,
        representative: match made.representative {
            Some((name, role)) => Some(Representative {
                name: line(name)?,
                role: role.map(line).transpose()?,
            }),
            None => None,
        },
        date: day(date)?,
        declaration,
    })
}

fn organisation(made: &Made) -> Result<Organisation, Failure> {
    let website = format!("https://{}.example.org/", made.slug);
    Ok(Organisation {
        name: line(made.name)?,
        city: line(made.city)?,
        insee: Some(Commune::parse(made.insee).map_err(|_| "no INSEE code")?),
        rna: made
            .rna
            .map(Rna::parse)
            .transpose()
            .map_err(|_| "no RNA number")?,
        siren: made.siren.map(siren).transpose()?,
        website: made
            .website
            .then(|| Website::parse(&website))
            .transpose()
            .map_err(|_| "no address")?,
    })
}

fn attest(charter: &Slug, made: &Made, word: &Word, file: &str) -> Result<String, Failure> {
    let attestation = Attestation {
        charter: charter.clone(),
        signature_sha256: Digest::of(file.as_bytes()),
        organisation: line(made.name)?,
        method: line(word.method)?,
        date: day(word.date)?,
    };
    Ok(seal(
        &Document::Attestation(Box::new(attestation)),
        &steward(word.steward),
    )?)
}

/// The SIREN that starts with these eight digits.
fn siren(start: &str) -> Result<Siren, Failure> {
    (0..10)
        .find_map(|last| Siren::parse(&format!("{start}{last}")).ok())
        .ok_or_else(|| "no SIREN".into())
}

fn line(text: &str) -> Result<Line, Failure> {
    Line::parse(text).map_err(|fault| format!("{text}: {fault:?}").into())
}

fn day(text: &str) -> Result<Date, Failure> {
    Date::parse(text).map_err(|_| "no date".into())
}

/// Makes `signatures/` hold these files and no other signed file.
fn write_signatures(root: &Path, files: &BTreeMap<String, String>) -> Result<(), Failure> {
    for path in paraphe::project::files::find(root, "signatures").paths {
        if path.ends_with(".yaml") && !files.contains_key(&path) {
            std::fs::remove_file(root.join(path))?;
        }
    }
    for (path, content) in files {
        let path = root.join(path);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(path, content)?;
    }
    Ok(())
}
