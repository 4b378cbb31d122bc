//! Makes a project of many signatures, to measure with: `generate DIR SIGNATURES TERRITORIES`.
//!
//! The same numbers give the same bytes. Every organisation has a key of its own, and every signature is sound.

use ed25519_dalek::{Signer as _, SigningKey};
use paraphe::identifier::{Date, Digest, Line, Slug, TextId, Version};
use paraphe::signature::{Action, Adherence, Document, Organisation, PublicKey, Seal, signed_data, write};
use rayon::prelude::*;
use std::error::Error;
use std::fs;
use std::path::Path;

type Fallible<T> = Result<T, Box<dyn Error + Send + Sync>>;

const CHARTER: &str = "charte-de-mesure";
const DECLARATION: &str = "Notre association adhère à cette charte et s'engage à la faire vivre.";

/// The names of organisations, to be told apart by a number.
const NAMES: [&str; 8] = [
    "Régie de quartier",
    "Centre social « Les Tilleuls »",
    "Maison pour tous",
    "Les Amis du jardin partagé",
    "Club sportif",
    "Ateliers d’écriture",
    "Épicerie solidaire",
    "Collectif des habitantes et habitants",
];

/// Cities with the codes of their communes.
const CITIES: [(&str, &str); 6] = [
    ("Angers", "49007"),
    ("Tours", "37261"),
    ("Brest", "29019"),
    ("Saint-Pierre", "97416"),
    ("Bastia", "2B033"),
    ("Roubaix", "59512"),
];

fn main() -> Fallible<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, signatures, territories] = arguments.as_slice() else {
        return Err("generate DIR SIGNATURES TERRITORIES".into());
    };
    let folder = Path::new(folder);
    if folder.join("paraphe.yaml").exists() {
        return Err(format!("{} is a project already", folder.display()).into());
    }
    let texts = texts(folder, territories.parse()?)?;
    (0..signatures.parse::<usize>()?)
        .into_par_iter()
        .with_min_len(64)
        .try_for_each(|at| sign(folder, at, &texts[at % texts.len()]))
}

/// Writes the configuration, the charter and its adaptations; the texts that are to be signed.
fn texts(folder: &Path, territories: usize) -> Fallible<Vec<(TextId, Digest)>> {
    let put = |path: &str, text: String| -> Fallible<Digest> {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(path, &text)?;
        Ok(Digest::of(text.as_bytes()))
    };
    let title = "title: \"Une charte pour mesurer\"\nlanguage: fr";
    put(
        "paraphe.yaml",
        format!("{title}\ncharter: {CHARTER}\nurl: https://charte.example.org/\n"),
    )?;
    let head = |title: &str| {
        format!(
            "---\ntitle: \"{title}\"\nversion: \"1.0\"\nadopted: 2026-01-15\ndeclaration: \"{DECLARATION}\"\n"
        )
    };
    let body = "---\n\n# Préambule\n\nUn texte de démonstration, qui n’engage personne.\n";
    let charter = put("content/charter/1.0.md", format!("{}{body}", head("Charte")))?;
    fs::create_dir_all(folder.join("signatures/charter"))?;
    let mut texts = Vec::new();
    for at in 0..territories {
        let id = TextId::parse(&format!("territories/quartier-{at:05}")).map_err(|_| "slug")?;
        let (_, commune) = CITIES[at % CITIES.len()];
        let department = if commune.starts_with("97") {
            commune[..3].to_owned()
        } else {
            format!("0{}", &commune[..2])
        };
        let code = format!("QP{department}{:03}", at % 1000);
        let text = format!(
            "{}adapts:\n  text: charter\n  version: \"1.0\"\n  sha256: {charter}\nterritory:\n  \
             name: \"Quartier {at}\"\n  kind: neighbourhood\n  code: {code}\n{body}",
            head(&format!("Adaptation du quartier {at}")),
        );
        texts.push((id.clone(), put(&format!("content/{id}/1.0.md"), text)?));
        fs::create_dir_all(folder.join(format!("signatures/{id}")))?;
    }
    if texts.is_empty() {
        texts.push((TextId::Charter, charter));
    }
    Ok(texts)
}

/// Writes the signature of the organisation `at` under a text.
fn sign(folder: &Path, at: usize, (id, digest): &(TextId, Digest)) -> Fallible<()> {
    let line = |text: &str| Line::parse(text).map_err(|_| "line");
    let slug = |text: &str| Slug::parse(text).map_err(|_| "slug");
    let name = format!("{} {at}", NAMES[at % NAMES.len()]);
    let (city, insee) = CITIES[at % CITIES.len()];
    let organisation = Organisation {
        name: line(&name)?,
        city: line(city)?,
        insee: paraphe::identifier::Commune::parse(insee).ok(),
        rna: paraphe::identifier::Rna::parse(&format!("W{at:09}")).ok(),
        siren: None,
        website: paraphe::identifier::Website::parse(&format!("https://association-{at}.example.org/"))
            .ok()
            .filter(|_| at.is_multiple_of(3)),
    };
    let start = Date::parse("2026-02-01").map_err(|_| "date")?;
    let adherence = Adherence {
        action: if at % 50 == 49 {
            Action::Withdraw
        } else {
            Action::Sign
        },
        charter: slug(CHARTER)?,
        text: id.clone(),
        version: Version::parse("1.0").map_err(|_| "version")?,
        sha256: *digest,
        organisation,
        representative: None,
        date: start.plus_days((at % 300) as u32),
        declaration: line(DECLARATION)?,
    };
    let body = write::body(&Document::Adherence(Box::new(adherence)));
    let key = SigningKey::from_bytes(Digest::of(format!("key {at}").as_bytes()).as_bytes());
    let seal = Seal {
        key: PublicKey::from_bytes(key.verifying_key().to_bytes()),
        signature: key.sign(&signed_data(body.as_bytes())).to_bytes(),
    };
    let path = id.signature_path(&slug(&format!("association-{at:06}"))?);
    fs::write(folder.join(path), write::file(&body, &seal.to_armour()))?;
    Ok(())
}
