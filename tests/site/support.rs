//! A project that is written in a few lines, and its site.

use ed25519_dalek::{Signer as _, SigningKey};
use paraphe::cache::{Checks, Last, Outputs, Secret};
use paraphe::diagnostic::{Diagnostic, Severity};
use paraphe::identifier::{Date, Digest, Line, Slug, TextId, Version, Website};
use paraphe::phases::Phases;
use paraphe::project::{Changes, Project};
use paraphe::register::Live;
use paraphe::signature::{
    Action, Adherence, Attestation, Document, Organisation, PublicKey, Seal, signed_data, write,
};
use paraphe::site::unchanged::{self, Looked};
use paraphe::site::{self, Kept, Options, Summary};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

pub const CHARTER: &str = "charte-essai";
pub const DECLARATION: &str = "Notre association adhère à la charte et s'engage.";

/// Files by their paths.
type Files = BTreeMap<String, Vec<u8>>;

/// A project in a folder that goes with the test.
pub struct Fixture {
    folder: tempfile::TempDir,
    /// What the builds that know of each other have read: the register, and the files that were there.
    live: Mutex<Option<(Live, Files)>>,
}

impl Fixture {
    /// A project with a configuration and a charter.
    pub fn new() -> Self {
        let fixture = Self {
            folder: tempfile::tempdir().unwrap(),
            live: Mutex::new(None),
        };
        fixture.configure("");
        fixture.text(
            "charter",
            "1.0",
            "## Préambule\n\nUn texte d'essai : « ensemble » !\n",
        );
        fixture
    }

    /// The sound site of the vectors.
    pub fn vectors() -> Self {
        let fixture = Self {
            folder: tempfile::tempdir().unwrap(),
            live: Mutex::new(None),
        };
        copy(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/site"),
            &fixture.path("project"),
        );
        fixture
    }

    /// The demonstration, shown by that theme.
    pub fn demonstration(theme: &str) -> Self {
        let fixture = Self {
            folder: tempfile::tempdir().unwrap(),
            live: Mutex::new(None),
        };
        let own = Path::new(env!("CARGO_MANIFEST_DIR"));
        for folder in ["content", "signatures"] {
            copy(&own.join(folder), &fixture.path("project").join(folder));
        }
        let configuration = fs::read_to_string(own.join("paraphe.yaml")).unwrap();
        assert!(configuration.contains("theme: default\n"));
        let configuration = configuration.replace("theme: default\n", &format!("theme: {theme}\n"));
        fixture.write("paraphe.yaml", configuration);
        fixture
    }

    /// Sets the configuration, with `more` after what every project has.
    pub fn configure(&self, more: &str) -> &Self {
        let steward = PublicKey::from_bytes(key("steward").verifying_key().to_bytes()).to_openssh();
        let own = if more.contains("language:") {
            ""
        } else {
            "language: fr\n"
        };
        self.write(
            "paraphe.yaml",
            format!(
                "title: \"Charte d'essai\"\n{own}charter: {CHARTER}\n{more}stewards:\n  - name: \"Comité\"\n    key: \"{steward}\"\n"
            ),
        )
    }

    /// A path beside the project.
    pub fn path(&self, inner: &str) -> PathBuf {
        self.folder.path().join(inner)
    }

    /// Writes a file of the project.
    pub fn write(&self, inner: &str, text: impl AsRef<[u8]>) -> &Self {
        put(&self.path("project").join(inner), text);
        self
    }

    /// Writes a version of a text; a territory adapts the charter's version 1.0.
    pub fn text(&self, id: &str, version: &str, markdown: &str) -> Digest {
        self.text_with(id, version, "", markdown)
    }

    /// The same, with further front matter.
    pub fn text_with(&self, id: &str, version: &str, front: &str, markdown: &str) -> Digest {
        let mut text = format!(
            "---\ntitle: \"Texte {id}\"\nversion: \"{version}\"\nadopted: 2026-01-15\ndeclaration: \"{DECLARATION}\"\n{front}"
        );
        if id != "charter" {
            let parent = Digest::of(&fs::read(self.path("project/content/charter/1.0.md")).unwrap());
            text.push_str(&format!(
                "adapts:\n  text: charter\n  version: \"1.0\"\n  sha256: {parent}\nterritory:\n  name: \"Lieu {id}\"\n  \
                 kind: commune\n  code: \"49007\"\n"
            ));
        }
        text.push_str(&format!("---\n\n{markdown}"));
        self.write(&format!("content/{id}/{version}.md"), &text);
        Digest::of(text.as_bytes())
    }

    /// A signature of the text's version 1.0, signed by a key of the organisation's own.
    pub fn sign(&self, id: &str, slug: &str, name: &str) -> Digest {
        self.adhere(id, slug, name, Action::Sign)
    }

    /// A withdrawal.
    pub fn withdraw(&self, id: &str, slug: &str, name: &str) -> Digest {
        self.adhere(id, slug, name, Action::Withdraw)
    }

    fn adhere(&self, id: &str, slug: &str, name: &str, action: Action) -> Digest {
        let text = fs::read(self.path(&format!("project/content/{id}/1.0.md"))).unwrap();
        let adherence = Adherence {
            action,
            charter: Slug::parse(CHARTER).unwrap(),
            text: TextId::parse(id).unwrap(),
            version: Version::parse("1.0").unwrap(),
            sha256: Digest::of(&text),
            organisation: Organisation {
                name: Line::parse(name).unwrap(),
                city: Line::parse("Exempleville").unwrap(),
                insee: None,
                rna: None,
                siren: None,
                website: Website::parse(&format!("https://{slug}.example.org/?a=1&b='2'")).ok(),
            },
            representative: None,
            date: Date::parse("2026-02-01").unwrap().plus_days(slug.len() as u32),
            declaration: Line::parse(DECLARATION).unwrap(),
        };
        let file = sealed(&Document::Adherence(Box::new(adherence)), slug);
        self.write(&format!("signatures/{id}/{slug}.yaml"), &file);
        Digest::of(file.as_bytes())
    }

    /// The steward's word for a signature.
    pub fn attest(&self, id: &str, slug: &str, name: &str, signature: Digest) -> &Self {
        let attestation = Attestation {
            charter: Slug::parse(CHARTER).unwrap(),
            signature_sha256: signature,
            organisation: Line::parse(name).unwrap(),
            method: Line::parse("Appel au siège").unwrap(),
            date: Date::parse("2026-03-01").unwrap(),
        };
        let file = sealed(&Document::Attestation(Box::new(attestation)), "steward");
        self.write(&format!("signatures/{id}/{slug}.attestation.yaml"), file)
    }

    /// Builds into `site` beside the project.
    pub fn build(&self) -> Summary {
        self.try_build(Options::default()).unwrap()
    }

    /// Builds, or tells what is wrong.
    pub fn try_build(&self, options: Options) -> Result<Summary, Vec<Diagnostic>> {
        self.build_into(&self.path("site"), options)
    }

    /// Builds into any folder.
    pub fn build_into(&self, output: &Path, options: Options) -> Result<Summary, Vec<Diagnostic>> {
        let project = Project::load(&self.path("project"))?;
        let loaded = paraphe::register::load(&project);
        let faults = |fault: &&Diagnostic| fault.code.severity() == Severity::Error;
        assert_eq!(loaded.diagnostics.iter().find(faults), None);
        site::build(&project, &loaded.register, output, options)
    }

    /// Builds into `site` with what earlier builds of it left, which is read from disk and kept there, and with what they
    /// read. What is wrong with the project is left out.
    pub fn build_again(&self) -> Summary {
        let project = Project::load(&self.path("project")).unwrap();
        let mut live = self.live.lock().unwrap();
        let phases = Phases::default();
        let now = files(&self.path("project"));
        let followed = match live.take() {
            None => Live::read(&project, &Checks::none(), &phases),
            Some((mut live, before)) => {
                let all = now.keys().chain(before.keys());
                let changed = all.filter(|path| now.get(*path) != before.get(*path));
                let changes = Changes::Paths(changed.cloned().collect());
                live.follow(&project, &changes, &Checks::none(), &phases);
                live
            }
        };
        let clean = paraphe::register::load(&project);
        assert_eq!(followed.diagnostics(), clean.diagnostics);
        let register = live.insert((followed, now)).0.register();
        assert_eq!(register.entries, clean.register.entries);
        assert_eq!(register.organisations, clean.register.organisations);
        assert_eq!(register.pages, clean.register.pages);
        assert_eq!(
            (&register.texts, &register.pictures),
            (&clean.register.texts, &clean.register.pictures)
        );
        let (outputs, _) = Outputs::open(&self.path("memory"), Secret::from_bytes([7; 32]));
        let mut kept = Kept::from(outputs);
        let options = Options {
            noted: true,
            ..Options::default()
        };
        let output = self.path("site");
        let with = site::With {
            kept: &mut kept,
            phases: &phases,
            ahead: None,
        };
        let built = site::build_with(&project, register, &output, options, with).unwrap();
        if let Some(build) = unchanged::note(&project, &clean, &output, &mut kept) {
            self.last().keep(&build);
        }
        built
    }

    /// What a build that finds nothing new says of the site; none when one has to be made.
    pub fn look(&self) -> Option<Summary> {
        let project = Project::load(&self.path("project")).unwrap();
        let last = self.last();
        match unchanged::look(&project, &self.path("site"), last.build()?, &Phases::default()) {
            Looked::Same(summary) => Some(summary),
            Looked::Uncertain(_) => None,
        }
    }

    fn last(&self) -> Last {
        Last::open(&self.path("memory"), Secret::from_bytes([7; 32])).0
    }

    /// Builds into a folder of its own, knowing nothing.
    pub fn build_clean(&self) -> BTreeMap<String, Vec<u8>> {
        let project = Project::load(&self.path("project")).unwrap();
        let register = paraphe::register::load(&project).register;
        let output = self.path("clean");
        site::build(&project, &register, &output, Options::default()).unwrap();
        let built = files(&output);
        fs::remove_dir_all(output).unwrap();
        built
    }

    /// A file of the site.
    pub fn page(&self, inner: &str) -> String {
        let path = self.path("site").join(inner);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{inner}: {error}"))
    }
}

fn sealed(document: &Document, owner: &str) -> String {
    let body = write::body(document);
    let key = key(owner);
    let seal = Seal {
        key: PublicKey::from_bytes(key.verifying_key().to_bytes()),
        signature: key.sign(&signed_data(body.as_bytes())).to_bytes(),
    };
    write::file(&body, &seal.to_armour())
}

fn key(owner: &str) -> SigningKey {
    SigningKey::from_bytes(Digest::of(format!("key of {owner}").as_bytes()).as_bytes())
}

/// Writes a file and the folders above it.
pub fn put(path: &Path, text: impl AsRef<[u8]>) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Copies a folder.
pub fn copy(from: &Path, to: &Path) {
    for (path, bytes) in files(from) {
        put(&to.join(path), bytes);
    }
}

/// The files of a folder by path.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    entries
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry
                .path()
                .strip_prefix(folder)
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned();
            (path, fs::read(entry.path()).unwrap())
        })
        .collect()
}

/// The values of an attribute in a page, with the entities that the site writes read back.
pub fn attributes(html: &str, name: &str) -> Vec<String> {
    let start = format!(" {name}=\"");
    let values = html
        .split(&start)
        .skip(1)
        .filter_map(|rest| rest.split('"').next());
    values.map(unescape).collect()
}

/// Text without its entities.
pub fn unescape(text: &str) -> String {
    let text = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"");
    text.replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
}
