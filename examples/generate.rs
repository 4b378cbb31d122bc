//! Writes a large made-up project, to measure with:
//!
//! ```sh
//! cargo run --release --example generate -- DIR --signatures 2000 --territories 100
//! ```
//!
//! The territories are real *quartiers prioritaires* (list of 2024, Agence nationale de la cohésion des territoires,
//! Licence Ouverte 2.0); their texts and the associations are not. The same options give the same bytes. Each
//! association has a key of its own, which anyone can make again: nothing here proves anything.

use paraphe::gazetteer::{self, Neighbourhood};
use paraphe::identifier::{Commune, Date, Digest, Line, Rna, Siren, Slug, TextId, Version, Website};
use paraphe::project::CONFIGURATION;
use paraphe::signature::{
    Action, Adherence, Attestation, Document, Organisation, PrivateKey, Representative, seal,
};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const CHARTER: &str = "charte-d-essai";
const DECLARATION: &str = "Notre association adhère à la charte d'essai et s'engage à la faire vivre.";

type Failure = Box<dyn std::error::Error + Send + Sync>;

struct Options {
    folder: PathBuf,
    signatures: usize,
    territories: usize,
}

/// A text with the versions that are signed, the oldest first.
struct Signable {
    id: TextId,
    versions: Vec<(Version, Digest)>,
    place: Option<&'static Neighbourhood>,
}

fn main() -> ExitCode {
    let done = options(std::env::args().skip(1)).and_then(|options| generate(&options));
    match done {
        Ok(count) => {
            println!("{count} files");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn options(mut arguments: impl Iterator<Item = String>) -> Result<Options, Failure> {
    let usage = || Failure::from("usage: generate DIR [--signatures N] [--territories N]");
    let (mut folder, mut signatures, mut territories) = (None, 2000, 100);
    while let Some(argument) = arguments.next() {
        let mut number = || -> Result<usize, Failure> { Ok(arguments.next().ok_or_else(usage)?.parse()?) };
        match argument.as_str() {
            "--signatures" => signatures = number()?,
            "--territories" => territories = number()?,
            name if name.starts_with('-') || folder.is_some() => return Err(usage()),
            name => folder = Some(PathBuf::from(name)),
        }
    }
    let folder = folder.ok_or_else(usage)?;
    if folder.join(CONFIGURATION).exists() {
        return Err(format!("{} is a project already", folder.display()).into());
    }
    if territories > gazetteer::neighbourhoods().len() {
        return Err("there are not that many neighbourhoods".into());
    }
    Ok(Options {
        folder,
        signatures,
        territories,
    })
}

fn generate(options: &Options) -> Result<usize, Failure> {
    let charter = Slug::parse(CHARTER).map_err(|_| "no slug")?;
    let texts = write_texts(options)?;
    write(&options.folder, CONFIGURATION, &configuration())?;
    for text in &texts {
        std::fs::create_dir_all(options.folder.join(format!("signatures/{}", text.id)))?;
    }
    let attested: usize = (0..options.signatures)
        .into_par_iter()
        .with_min_len(64)
        .map(|number| write_signature(options, &charter, &texts, number))
        .sum::<Result<usize, Failure>>()?;
    Ok(options.signatures + attested)
}

/// The bytes that everything made up comes from: the same for the same name and number.
fn bytes(name: &str, number: usize) -> [u8; 32] {
    *Digest::of(format!("paraphe generate, worth nothing: {name} {number}").as_bytes()).as_bytes()
}

fn key(name: &str, number: usize) -> PrivateKey {
    PrivateKey::from_seed(&bytes(name, number))
}

fn configuration() -> String {
    format!(
        "title: \"Charte d'essai\"\ndescription: \"Un grand registre inventé, pour mesurer le programme.\"\n\
         language: fr\ncharter: {CHARTER}\ndemonstration: true\nurl: https://essai.example.org/\nstewards:\n  - name: \"Garant d'essai\"\n    key: \"{}\"\n",
        key("steward", 0).public().to_openssh()
    )
}

fn write_texts(options: &Options) -> Result<Vec<Signable>, Failure> {
    let mut texts = Vec::with_capacity(options.territories + 1);
    texts.push(write_text(options, TextId::Charter, None, None)?);
    let all = gazetteer::neighbourhoods();
    let mut taken = BTreeSet::new();
    for number in 0..options.territories {
        let place = &all[number * all.len() / options.territories];
        let name = format!("{} {}", commune(place).1, place.name);
        let plain = Slug::from_name(&name).ok_or("no slug")?;
        let slug = if taken.insert(plain.clone()) {
            plain
        } else {
            Slug::from_name(&format!("{} {name}", place.code)).ok_or("no slug")?
        };
        let parent = texts.first();
        let text = write_text(options, TextId::Territory(slug), Some(place), parent)?;
        texts.push(text);
    }
    Ok(texts)
}

/// Writes two versions of a text.
fn write_text(
    options: &Options,
    id: TextId,
    place: Option<&'static Neighbourhood>,
    parent: Option<&Signable>,
) -> Result<Signable, Failure> {
    let title = place.map_or_else(|| "Charte d'essai".to_owned(), |place| place.name.to_owned());
    let mut versions = Vec::new();
    for (at, (version, adopted)) in [("1.0", "2026-01-15"), ("1.1", "2026-05-04")]
        .into_iter()
        .enumerate()
    {
        let mut source = format!(
            "---\ntitle: \"{title}\"\nversion: \"{version}\"\nadopted: {adopted}\ndeclaration: \"{DECLARATION}\"\n"
        );
        if let (Some(place), Some((version, digest))) =
            (place, parent.and_then(|parent| parent.versions.get(at)))
        {
            source.push_str(&format!(
                "adapts:\n  text: charter\n  version: \"{version}\"\n  sha256: {digest}\nterritory:\n  name: \"{}\"\n  \
                 kind: neighbourhood\n  code: {}\n",
                place.name, place.code
            ));
        }
        source.push_str(&format!("---\n\n## Préambule\n\n{}\n", paragraphs(version)));
        let version = Version::parse(version).map_err(|_| "no version")?;
        write(&options.folder, &id.content_path(&version), &source)?;
        versions.push((version, Digest::of(source.as_bytes())));
    }
    Ok(Signable { id, versions, place })
}

fn paragraphs(version: &str) -> String {
    let one = "Ce texte ne sert qu'à mesurer le programme : il n'engage personne. Il a la longueur d'un vrai texte, \
               avec quelques paragraphes, une liste et un titre, pour que le temps de construction soit juste.\n\n\
               - Nous nous parlons avant de décider.\n- Nous partageons ce qui peut l'être.\n\n";
    format!("{}### Version {version}\n\n{one}", one.repeat(6))
}

/// Which association makes the signature of that number, and under which text.
///
/// Of six signatures, five are by an association of their own, and the sixth is the fifth's for the charter.
fn signer(number: usize, territories: usize) -> (usize, usize) {
    if territories == 0 {
        return (number, 0);
    }
    let member = number / 6 * 5 + (number % 6).min(4);
    (
        member,
        if number % 6 == 5 {
            0
        } else {
            home(member, territories)
        },
    )
}

/// The text that an association signs first: that of its territory, or the charter.
fn home(member: usize, territories: usize) -> usize {
    if territories == 0 || member.is_multiple_of(10) {
        0
    } else {
        1 + member % territories
    }
}

/// Writes the signature of that number, and says how many attestations came with it.
fn write_signature(
    options: &Options,
    charter: &Slug,
    texts: &[Signable],
    number: usize,
) -> Result<usize, Failure> {
    let (member, at) = signer(number, texts.len() - 1);
    let text = &texts[at];
    let home = texts[home(member, texts.len() - 1)].place;
    let made = bytes("association", member);
    let organisation = organisation(home, member, &made)?;
    let slug = Slug::from_name(&format!("{} {member}", organisation.name)).ok_or("no slug")?;
    let adherence = adherence(charter, text, organisation, number, &made)?;
    let name = adherence.organisation.name.clone();
    let file = seal(
        &Document::Adherence(Box::new(adherence)),
        &key("association", member),
    )?;
    write(&options.folder, &text.id.signature_path(&slug), &file)?;
    if !number.is_multiple_of(4) {
        return Ok(0);
    }
    let attestation = Attestation {
        charter: charter.clone(),
        signature_sha256: Digest::of(file.as_bytes()),
        organisation: name,
        method: line("Récépissé de déclaration, et appel au siège")?,
        date: day("2026-11-02")?,
    };
    let file = seal(&Document::Attestation(Box::new(attestation)), &key("steward", 0))?;
    write(&options.folder, &text.id.attestation_path(&slug), &file)?;
    Ok(1)
}

fn adherence(
    charter: &Slug,
    text: &Signable,
    organisation: Organisation,
    number: usize,
    made: &[u8; 32],
) -> Result<Adherence, Failure> {
    let withdrawn = number % 97 == 13;
    let older = number % 9 == 4;
    let (version, sha256) = &text.versions[usize::from(!older)];
    let representative = (!made[0].is_multiple_of(5)).then(|| -> Result<_, Failure> {
        Ok(Representative {
            name: line(pick(&PEOPLE, made[1]))?,
            role: (!made[2].is_multiple_of(4))
                .then(|| line(pick(&ROLES, made[3])))
                .transpose()?,
        })
    });
    Ok(Adherence {
        action: if withdrawn { Action::Withdraw } else { Action::Sign },
        charter: charter.clone(),
        text: text.id.clone(),
        version: version.clone(),
        sha256: *sha256,
        organisation,
        representative: representative.transpose()?,
        date: day("2026-05-04")?.plus_days(u32::from(made[4]) % 180),
        declaration: line(if withdrawn {
            "Nous retirons notre adhésion."
        } else {
            DECLARATION
        })?,
    })
}

fn organisation(
    home: Option<&'static Neighbourhood>,
    member: usize,
    made: &[u8; 32],
) -> Result<Organisation, Failure> {
    let all = gazetteer::neighbourhoods();
    let place = home.unwrap_or(&all[(usize::from(made[5]) * 256 + usize::from(made[6])) % all.len()]);
    let (code, city) = commune(place);
    let name = format!("{} {}", pick(&KINDS, made[7]), pick(&THINGS, made[8]));
    let website = format!("https://association-{member}.example.org/");
    let siren = || (0..10).find_map(|last| Siren::parse(&format!("00{:06}{last}", member % 1_000_000)).ok());
    Ok(Organisation {
        name: line(&name)?,
        city: line(city)?,
        insee: Commune::parse(code).ok(),
        rna: (!made[9].is_multiple_of(4))
            .then(|| Rna::parse(&format!("W99{member:07}")).ok())
            .flatten(),
        siren: (made[10].is_multiple_of(3)).then(siren).flatten(),
        website: (made[11].is_multiple_of(2))
            .then(|| Website::parse(&website).ok())
            .flatten(),
    })
}

/// The first commune of a neighbourhood: its code and its name.
fn commune(place: &'static Neighbourhood) -> (&'static str, &'static str) {
    let code = place.communes.split(' ').next().unwrap_or_default();
    let name = gazetteer::communes()
        .binary_search_by(|commune| commune.code.cmp(code))
        .map_or("Ville", |at| gazetteer::communes()[at].name);
    (code, name)
}

fn pick(list: &[&'static str], byte: u8) -> &'static str {
    list[usize::from(byte) % list.len()]
}

const KINDS: [&str; 16] = [
    "Régie de quartier",
    "Centre social",
    "Maison des habitants",
    "Atelier vélo",
    "Collectif",
    "Amicale",
    "Club",
    "Jardin partagé",
    "Ludothèque",
    "Épicerie solidaire",
    "Compagnie",
    "Radio",
    "Conseil citoyen",
    "Cuisine commune",
    "École de cirque",
    "Groupement d'entraide",
];

const THINGS: [&str; 16] = [
    "des Tilleuls",
    "de la Passerelle",
    "« Le Trait d'union »",
    "du Grand Large",
    "des Deux Rives",
    "de l'Écluse",
    "des Hirondelles",
    "« À tire-d'aile »",
    "du Point du jour",
    "de la Rotonde",
    "des Cerisiers",
    "« L'Œil ouvert »",
    "de la Marelle",
    "des Quatre Vents",
    "du Vieux Moulin",
    "« Ça & Là »",
];

const PEOPLE: [&str; 8] = [
    "Camille Exemple",
    "Sacha Exemple",
    "Noor Exemple",
    "Gaël Exemple",
    "Inès Exemple",
    "Souleymane Exemple",
    "Maé Exemple",
    "Lou Exemple",
];

const ROLES: [&str; 5] = [
    "présidente",
    "président",
    "trésorière",
    "secrétaire",
    "coprésidente",
];

fn line(text: &str) -> Result<Line, Failure> {
    Line::parse(text).map_err(|fault| format!("{text}: {fault:?}").into())
}

fn day(text: &str) -> Result<Date, Failure> {
    Date::parse(text).map_err(|_| "no date".into())
}

fn write(folder: &Path, path: &str, content: &str) -> Result<(), Failure> {
    let path = folder.join(path);
    let done = std::fs::write(&path, content);
    if done
        .as_ref()
        .is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound)
        && let Some(parent) = path.parent()
    {
        std::fs::create_dir_all(parent)?;
        return Ok(std::fs::write(path, content)?);
    }
    Ok(done?)
}
