//! A repository in a folder of its own, in which people sign, push and merge.

use paraphe::identifier::{Date, Digest, Line, Rna, Siren, Slug, TextId, Version};
use paraphe::signature::{
    Action, Adherence, Attestation, Document, Organisation, PrivateKey, PublicKey, seal,
};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The day on which every story is told.
pub const TODAY: &str = "2026-11-23";

const DECLARATION: &str = "Notre association adhère à la charte.";

/// A repository with a project, its first commit made on `main`; it goes with the test.
pub struct Story {
    folder: tempfile::TempDir,
    inner: &'static str,
}

impl Story {
    /// A charter in one version, an adaptation, and two stewards.
    pub fn new() -> Self {
        Self::inside("")
    }

    /// The same, with the project in a folder of the repository.
    pub fn inside(inner: &'static str) -> Self {
        let story = Self {
            folder: tempfile::tempdir().unwrap(),
            inner,
        };
        story.git(&["init", "-q", "-b", "main"]);
        story.write("paraphe.yaml", configuration(&[key("garant"), key("garante")]));
        story.write("content/charter/1.0.md", charter("1.0"));
        story.write(
            "content/territories/tilleuls/1.0.md",
            story.adaptation("QN04907M"),
        );
        story.commit("Le début");
        story
    }

    /// A request that proposes nothing yet.
    pub fn proposed() -> Self {
        let story = Self::new();
        story.propose();
        story
    }

    /// `organisation` has signed the charter; a request follows.
    pub fn signed(organisation: &str) -> Self {
        let story = Self::new();
        story.sign(organisation).propose();
        story
    }

    /// All that was done so far is accepted; what is done from here on is a request.
    pub fn propose(&self) -> &Self {
        self.commit("Accepté").branch("demande")
    }

    /// The project folder.
    pub fn root(&self) -> PathBuf {
        self.folder.path().join(self.inner)
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    pub fn read(&self, path: &str) -> String {
        String::from_utf8(fs::read(self.path(path)).unwrap()).unwrap()
    }

    pub fn remove(&self, path: &str) -> &Self {
        fs::remove_file(self.path(path)).unwrap();
        self
    }

    pub fn rename(&self, from: &str, to: &str) -> &Self {
        fs::create_dir_all(self.path(to).parent().unwrap()).unwrap();
        fs::rename(self.path(from), self.path(to)).unwrap();
        self
    }

    /// An adaptation of the charter for a neighbourhood.
    pub fn adaptation(&self, code: &str) -> String {
        let parent = Digest::of_text(&fs::read(self.path("content/charter/1.0.md")).unwrap());
        format!(
            "---\ntitle: \"Adaptation\"\nversion: \"1.0\"\nadopted: 2026-01-20\ndeclaration: \"{DECLARATION}\"\nadapts:\n  \
             text: charter\n  version: \"1.0\"\n  sha256: {parent}\nterritory:\n  name: \"Les Tilleuls\"\n  \
             kind: neighbourhood\n  code: {code}\n---\n\n# Ici\n\nUn texte.\n"
        )
    }

    /// Adds a version of the charter.
    pub fn version(&self, version: &str) -> &Self {
        self.write(&format!("content/charter/{version}.md"), charter(version))
    }

    /// Someone signs the charter; see [`Pen`].
    pub fn pen(&self, organisation: &str) -> Pen<'_> {
        Pen {
            story: self,
            slug: organisation.to_owned(),
            name: format!("Association {organisation}"),
            city: "Angers".to_owned(),
            key: organisation.to_owned(),
            text: "charter".to_owned(),
            version: "1.0".to_owned(),
            date: "2026-11-20".to_owned(),
            action: Action::Sign,
            rna: None,
            siren: None,
        }
    }

    /// Writes a good signature of the charter by `organisation`.
    pub fn sign(&self, organisation: &str) -> &Self {
        self.pen(organisation).write()
    }

    /// A steward vouches for the signature at `signatures/<text>/<organisation>.yaml`.
    pub fn attest(&self, text: &str, organisation: &str, steward: &str) -> &Self {
        self.attest_on(text, organisation, steward, "2026-11-21")
    }

    pub fn attest_on(&self, text: &str, organisation: &str, steward: &str, date: &str) -> &Self {
        let path = format!("signatures/{text}/{organisation}.yaml");
        let bytes = fs::read(self.path(&path)).unwrap();
        let signed = paraphe::signature::read(&path, &bytes, paraphe::signature::Kind::Adherence).unwrap();
        let Document::Adherence(adherence) = signed.document else {
            panic!()
        };
        let attestation = Attestation {
            charter: slug("charte-essai"),
            signature_sha256: signed.digest,
            organisation: adherence.organisation.name,
            method: line("Appel au siège"),
            date: Date::parse(date).unwrap(),
        };
        let file = seal(&Document::Attestation(Box::new(attestation)), &private(steward)).unwrap();
        self.write(
            &format!("signatures/{text}/{organisation}.attestation.yaml"),
            file,
        )
    }

    /// Puts everything into a commit.
    pub fn commit(&self, message: &str) -> &Self {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "--allow-empty", "-m", message]);
        self
    }

    /// Starts a branch for a change.
    pub fn branch(&self, name: &str) -> &Self {
        self.git(&["switch", "-q", "-c", name]);
        self
    }

    pub fn switch(&self, name: &str) -> &Self {
        self.git(&["switch", "-q", name]);
        self
    }

    /// Runs git, which must succeed.
    #[track_caller]
    pub fn git(&self, arguments: &[&str]) -> String {
        let output = self.try_git(arguments);
        assert!(
            output.status.success(),
            "git {arguments:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    pub fn try_git(&self, arguments: &[&str]) -> Output {
        let _ = fs::create_dir_all(self.root());
        git(self.folder.path(), arguments)
    }

    /// Runs `paraphe check --since main` over the working tree.
    pub fn check(&self) -> Ran {
        self.paraphe(&["check", "--since", "main", "--today", TODAY, "--format", "json"])
    }

    /// The same over a commit.
    pub fn check_head(&self, head: &str) -> Ran {
        self.paraphe(&[
            "check", "--since", "main", "--head", head, "--today", TODAY, "--format", "json",
        ])
    }

    /// The working tree and the commit that holds the same must be judged alike; their common verdict.
    #[track_caller]
    pub fn review(&self) -> Ran {
        self.git(&["add", "-A"]);
        let tree = self.check();
        self.commit("La demande");
        let clean = self.check();
        let head = self.check_head("HEAD");
        assert_eq!(clean.out, head.out, "{}{}", clean.err, head.err);
        assert_eq!(tree.out, head.out, "{}{}", tree.err, head.err);
        head
    }

    /// Nothing is said against the request; the verdict, for more questions.
    #[track_caller]
    pub fn is_well(&self) -> Ran {
        let ran = self.review();
        ran.is_well();
        ran
    }

    /// These findings and no others are made on the request; the verdict, for more questions.
    #[track_caller]
    pub fn finds(&self, expected: &[&str]) -> Ran {
        let ran = self.review();
        ran.finds(expected);
        ran
    }

    pub fn paraphe(&self, arguments: &[&str]) -> Ran {
        paraphe(&self.root(), arguments)
    }
}

/// Runs git in a folder, with nobody's settings.
pub fn git(folder: &Path, arguments: &[&str]) -> Output {
    Command::new("git")
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_AUTHOR_NAME", "Camille")
        .env("GIT_AUTHOR_EMAIL", "camille@example.org")
        .env("GIT_COMMITTER_NAME", "Camille")
        .env("GIT_COMMITTER_EMAIL", "camille@example.org")
        .env("GIT_ALLOW_PROTOCOL", "file")
        .output()
        .unwrap()
}

/// Runs the program in a folder, in English.
pub fn paraphe(folder: &Path, arguments: &[&str]) -> Ran {
    paraphe_with(folder, arguments, &[])
}

/// The same with variables in its environment.
pub fn paraphe_with(folder: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Ran {
    let output = Command::new(env!("CARGO_BIN_EXE_paraphe"))
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .env("LANG", "en_GB.UTF-8")
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .envs(variables.iter().copied())
        .output()
        .unwrap();
    Ran::of(output)
}

/// A signature that is being written.
pub struct Pen<'s> {
    story: &'s Story,
    slug: String,
    name: String,
    city: String,
    key: String,
    text: String,
    version: String,
    date: String,
    action: Action,
    rna: Option<String>,
    siren: Option<String>,
}

impl<'s> Pen<'s> {
    pub fn name(mut self, name: &str) -> Self {
        self.name = name.to_owned();
        self
    }

    pub fn city(mut self, city: &str) -> Self {
        self.city = city.to_owned();
        self
    }

    pub fn key(mut self, key: &str) -> Self {
        self.key = key.to_owned();
        self
    }

    pub fn text(mut self, text: &str) -> Self {
        self.text = text.to_owned();
        self
    }

    pub fn version(mut self, version: &str) -> Self {
        self.version = version.to_owned();
        self
    }

    pub fn date(mut self, date: &str) -> Self {
        self.date = date.to_owned();
        self
    }

    pub fn withdraw(mut self) -> Self {
        self.action = Action::Withdraw;
        self
    }

    pub fn rna(mut self, rna: &str) -> Self {
        self.rna = Some(rna.to_owned());
        self
    }

    pub fn siren(mut self, siren: &str) -> Self {
        self.siren = Some(siren.to_owned());
        self
    }

    /// The file's place.
    pub fn path(&self) -> String {
        format!("signatures/{}/{}.yaml", self.text, self.slug)
    }

    /// The file's content.
    pub fn file(&self) -> String {
        let text = fs::read(
            self.story
                .path(&format!("content/{}/{}.md", self.text, self.version)),
        )
        .unwrap();
        let adherence = Adherence {
            action: self.action,
            charter: slug("charte-essai"),
            text: TextId::parse(&self.text).unwrap(),
            version: Version::parse(&self.version).unwrap(),
            sha256: Digest::of_text(&text),
            organisation: Organisation {
                name: line(&self.name),
                city: line(&self.city),
                insee: None,
                rna: self.rna.as_deref().map(|rna| Rna::parse(rna).unwrap()),
                siren: self.siren.as_deref().map(|siren| Siren::parse(siren).unwrap()),
                website: None,
            },
            representative: None,
            date: Date::parse(&self.date).unwrap(),
            declaration: line(match self.action {
                Action::Sign => DECLARATION,
                Action::Withdraw => "Nous nous retirons.",
            }),
        };
        seal(&Document::Adherence(Box::new(adherence)), &private(&self.key)).unwrap()
    }

    /// Puts the file in its place.
    pub fn write(&self) -> &'s Story {
        self.story.write(&self.path(), self.file())
    }

    /// Puts the file anywhere.
    pub fn write_to(&self, path: &str) -> &'s Story {
        self.story.write(path, self.file())
    }
}

/// What a run of the program left.
#[derive(Debug)]
pub struct Ran {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    fn of(output: Output) -> Self {
        let ran = Self {
            status: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        };
        let all = format!("{}{}", ran.out, ran.err);
        assert!(!all.contains("panicked"), "{all}");
        assert!(!all.chars().any(|c| c.is_control() && c != '\n'), "{all:?}");
        ran
    }

    fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|_| panic!("{}{}", self.out, self.err))
    }

    /// The errors and warnings of a JSON report, as `code path`, a warning with `?` before it.
    pub fn findings(&self) -> Vec<String> {
        let json = self.json();
        let findings = json["diagnostics"].as_array().unwrap();
        findings
            .iter()
            .map(|finding| {
                let mark = if finding["severity"] == "error" { "" } else { "?" };
                format!(
                    "{mark}{} {}",
                    finding["code"].as_str().unwrap(),
                    finding["path"].as_str().unwrap()
                )
            })
            .collect()
    }

    /// What the change does, as `kind path`, `!` before what is faulty.
    pub fn acts(&self) -> Vec<String> {
        let json = self.json();
        let acts = json["changes"].as_array().cloned().unwrap_or_default();
        acts.iter()
            .map(|act| {
                let mark = if act["sound"] == true { "" } else { "!" };
                format!(
                    "{mark}{} {}",
                    act["kind"].as_str().unwrap(),
                    act["path"].as_str().unwrap()
                )
            })
            .collect()
    }

    /// Nothing at all is said against the change.
    #[track_caller]
    pub fn is_well(&self) -> &Self {
        assert_eq!(self.findings(), Vec::<String>::new(), "{}", self.out);
        assert_eq!(self.status, 0, "{}{}", self.out, self.err);
        self
    }

    /// These findings and no others.
    #[track_caller]
    pub fn finds(&self, expected: &[&str]) -> &Self {
        assert_eq!(self.findings(), expected, "{}", self.out);
        let errors = expected.iter().any(|finding| !finding.starts_with('?'));
        assert_eq!(self.status, i32::from(errors), "{}", self.err);
        self
    }

    /// It ended with this status and said these words, on either stream.
    #[track_caller]
    pub fn says(&self, status: i32, words: &[&str]) -> &Self {
        let all = format!("{}{}", self.out, self.err);
        assert_eq!(self.status, status, "{all}");
        for word in words {
            assert!(all.contains(word), "{word:?} is not said in:\n{all}");
        }
        self
    }

    /// The command could not do its work, and says these words.
    #[track_caller]
    pub fn fails(&self, words: &[&str]) -> &Self {
        assert_eq!(self.status, 2, "{}{}", self.out, self.err);
        for word in words {
            assert!(self.err.contains(word), "{word:?} is not said in:\n{}", self.err);
        }
        self
    }
}

pub fn private(name: &str) -> PrivateKey {
    PrivateKey::from_seed(Digest::of(name.as_bytes()).as_bytes())
}

pub fn key(name: &str) -> PublicKey {
    private(name).public()
}

fn slug(text: &str) -> Slug {
    Slug::parse(text).unwrap()
}

fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

pub fn configuration(stewards: &[PublicKey]) -> String {
    let mut text = "title: \"Charte d'essai\"\nlanguage: fr\ncharter: charte-essai\ncontact: bonjour@example.org\nstewards:\n"
        .to_owned();
    for (at, key) in stewards.iter().enumerate() {
        text.push_str(&format!(
            "  - name: \"Garant {at}\"\n    key: \"{}\"\n",
            key.to_openssh()
        ));
    }
    text
}

pub fn charter(version: &str) -> String {
    format!(
        "---\ntitle: \"Charte\"\nversion: \"{version}\"\nadopted: 2026-01-15\ndeclaration: \"{DECLARATION}\"\n---\n\n\
         # Préambule\n\nLa charte, en version {version}.\n"
    )
}
