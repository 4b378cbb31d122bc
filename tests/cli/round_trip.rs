//! What is written is read back as the same values, by this program and by any YAML reader.

use paraphe::identifier::{Commune, Date, Digest, Line, Rna, Siren, Slug, TextId, Version, Website};
use paraphe::signature::{
    self, Action, Adherence, Attestation, Document, Kind, Organisation, PrivateKey, Representative, seal,
    write,
};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

/// A plain signature.
pub fn example() -> Document {
    Document::Adherence(Box::new(Adherence {
        action: Action::Sign,
        charter: Slug::parse("charte-exemple").unwrap(),
        text: TextId::Charter,
        version: Version::parse("1.0").unwrap(),
        sha256: Digest::of(b"texte"),
        organisation: Organisation {
            name: line("Régie « Les Tilleuls »"),
            city: line("Exempleville"),
            insee: None,
            rna: None,
            siren: None,
            website: None,
        },
        representative: None,
        date: Date::parse("2026-11-23").unwrap(),
        declaration: line("Nous adhérons."),
    }))
}

/// Strings that keep the rules, with everything in them that might break a reader.
fn text() -> impl Strategy<Value = Line> {
    let part = prop_oneof![
        Just("\"".to_owned()),
        Just("\\".to_owned()),
        Just("\\n".to_owned()),
        Just("\\u0041".to_owned()),
        Just(": ".to_owned()),
        Just(" #".to_owned()),
        Just("'".to_owned()),
        Just("- ".to_owned()),
        Just("{[&*!%@`|>".to_owned()),
        Just("é".to_owned()),
        Just("«\u{202f}".to_owned()),
        Just("\u{202f}»".to_owned()),
        Just("a\u{a0}b".to_owned()),
        Just("جمعية الحي".to_owned()),
        Just("می\u{200c}خواهم".to_owned()),
        Just("👨\u{200d}👩\u{200d}👧".to_owned()),
        Just("signature: |".to_owned()),
        Just("---".to_owned()),
        Just("~".to_owned()),
        Just("yes".to_owned()),
        "[0-9.eE+-]{1,6}",
        "\\PC{1,8}",
    ];
    proptest::collection::vec(part, 1..8)
        .prop_filter_map("keeps the rules", |parts| Line::parse(&parts.concat()).ok())
}

fn slug() -> impl Strategy<Value = Slug> {
    "[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}".prop_map(|slug| Slug::parse(&slug).unwrap())
}

fn siren() -> impl Strategy<Value = Siren> {
    "[0-9]{8}".prop_map(|digits| {
        (0..10)
            .find_map(|last| Siren::parse(&format!("{digits}{last}")).ok())
            .unwrap()
    })
}

fn date() -> impl Strategy<Value = Date> {
    (0_u32..10_000).prop_map(|days| Date::parse("2020-01-01").unwrap().plus_days(days))
}

fn organisation() -> impl Strategy<Value = Organisation> {
    (
        text(),
        text(),
        proptest::option::of("([0-9]{5}|2[AB][0-9]{3})".prop_map(|code| Commune::parse(&code).unwrap())),
        proptest::option::of("W[0-9A-Z]{9}".prop_map(|code| Rna::parse(&code).unwrap())),
        proptest::option::of(siren()),
        proptest::option::of(
            "https://[a-z]{1,9}\\.example\\.org/[a-zé?=&\"#%]{0,9}"
                .prop_filter_map("an address", |url| Website::parse(&url).ok()),
        ),
    )
        .prop_map(|(name, city, insee, rna, siren, website)| Organisation {
            name,
            city,
            insee,
            rna,
            siren,
            website,
        })
}

fn adherence() -> impl Strategy<Value = Document> {
    (
        any::<bool>(),
        slug(),
        proptest::option::of(slug()),
        (0_u32..99, 0_u32..99),
        any::<[u8; 8]>(),
        organisation(),
        proptest::option::of((text(), proptest::option::of(text()))),
        date(),
        text(),
    )
        .prop_map(
            |(
                withdraw,
                charter,
                territory,
                version,
                bytes,
                organisation,
                representative,
                date,
                declaration,
            )| {
                Document::Adherence(Box::new(Adherence {
                    action: if withdraw { Action::Withdraw } else { Action::Sign },
                    charter,
                    text: territory.map_or(TextId::Charter, TextId::Territory),
                    version: Version::parse(&format!("{}.{}", version.0, version.1)).unwrap(),
                    sha256: Digest::of(&bytes),
                    organisation,
                    representative: representative.map(|(name, role)| Representative { name, role }),
                    date,
                    declaration,
                }))
            },
        )
}

fn attestation() -> impl Strategy<Value = Document> {
    (slug(), any::<[u8; 8]>(), text(), text(), date()).prop_map(
        |(charter, bytes, organisation, method, date)| {
            Document::Attestation(Box::new(Attestation {
                charter,
                signature_sha256: Digest::of(&bytes),
                organisation,
                method,
                date,
            }))
        },
    )
}

fn options() -> serde_saphyr::Options {
    let mut options = serde_saphyr::Options::default();
    options.no_schema = true;
    options.duplicate_keys = serde_saphyr::DuplicateKeyPolicy::Error;
    options
}

#[derive(serde::Deserialize, Debug, PartialEq)]
#[serde(untagged)]
enum Value {
    Number(u64),
    Text(String),
    Mapping(BTreeMap<String, String>),
}

/// The strings of a document by key, as a YAML reader must find them.
fn strings(document: &Document) -> BTreeMap<String, Value> {
    fn put(all: &mut BTreeMap<String, Value>, key: &str, value: impl ToString) {
        all.insert(key.to_owned(), Value::Text(value.to_string()));
    }
    let mut all = BTreeMap::from([("paraphe".to_owned(), Value::Number(1))]);
    match document {
        Document::Adherence(adherence) => {
            put(&mut all, "action", adherence.action.as_str());
            put(&mut all, "charter", &adherence.charter);
            put(&mut all, "text", &adherence.text);
            put(&mut all, "version", &adherence.version);
            put(&mut all, "sha256", adherence.sha256);
            put(&mut all, "date", adherence.date);
            put(&mut all, "declaration", &adherence.declaration);
            let organisation = &adherence.organisation;
            let mut inner = BTreeMap::from([
                ("name".to_owned(), organisation.name.to_string()),
                ("city".to_owned(), organisation.city.to_string()),
            ]);
            let optional = [
                ("insee", organisation.insee.as_ref().map(ToString::to_string)),
                ("rna", organisation.rna.as_ref().map(ToString::to_string)),
                ("siren", organisation.siren.as_ref().map(ToString::to_string)),
                ("website", organisation.website.as_ref().map(ToString::to_string)),
            ];
            for (key, value) in optional {
                inner.extend(value.map(|value| (key.to_owned(), value)));
            }
            all.insert("organisation".to_owned(), Value::Mapping(inner));
            if let Some(representative) = &adherence.representative {
                let mut inner = BTreeMap::from([("name".to_owned(), representative.name.to_string())]);
                inner.extend(
                    representative
                        .role
                        .as_ref()
                        .map(|role| ("role".to_owned(), role.to_string())),
                );
                all.insert("representative".to_owned(), Value::Mapping(inner));
            }
        }
        Document::Attestation(attestation) => {
            put(&mut all, "action", "attest");
            put(&mut all, "charter", &attestation.charter);
            put(&mut all, "signature-sha256", attestation.signature_sha256);
            put(&mut all, "organisation", &attestation.organisation);
            put(&mut all, "method", &attestation.method);
            put(&mut all, "date", attestation.date);
        }
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn what_is_written_is_read_back(document in prop_oneof![3 => adherence(), 1 => attestation()]) {
        let kind = match &document {
            Document::Adherence(_) => Kind::Adherence,
            Document::Attestation(_) => Kind::Attestation,
        };
        let body = write::body(&document);
        let file = seal(&document, &PrivateKey::from_seed(&[9; 32])).unwrap();

        let read = signature::read("f.yaml", file.as_bytes(), kind).unwrap();
        prop_assert_eq!(&read.document, &document);
        prop_assert_eq!(write::file(&body, &read.seal.to_armour()), file.clone());
        let windows = file.replace('\n', "\r\n");
        let same = signature::read("f.yaml", windows.as_bytes(), kind).unwrap();
        prop_assert_eq!(same.digest, read.digest);

        let by_yaml: BTreeMap<String, Value> = serde_saphyr::from_str_with_options(&body, options()).unwrap();
        prop_assert_eq!(by_yaml, strings(&document));
    }
}
