//! The configuration, and the places of things in a project folder.

mod changes;
mod configuration;
pub mod files;
mod put;

pub use changes::Changes;
pub use put::put;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::identifier::{Line, Slug, TextId};
use crate::locale::Locale;
use crate::signature::PublicKey;
use crate::text;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The name of the configuration file.
pub const CONFIGURATION: &str = "paraphe.yaml";

/// The largest configuration, in bytes.
pub const CONFIGURATION_LIMIT: usize = 64 * 1024;

/// A project folder with its configuration.
#[derive(Clone, Debug)]
pub struct Project {
    /// The folder that holds `paraphe.yaml`.
    pub root: PathBuf,
    /// What `paraphe.yaml` says.
    pub configuration: Configuration,
}

/// What `paraphe.yaml` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Configuration {
    /// The site's title.
    pub title: Line,
    /// One sentence about the site.
    pub description: Option<Line>,
    /// The language of the charter and of the site.
    pub language: Locale,
    /// The charter's id, which every signature repeats.
    pub charter: Slug,
    /// Whether every page says that this is a demonstration.
    pub demonstration: bool,
    /// The address at which the site is published, `https:` (or `http:`), ended by `/`: only feeds, the sitemap
    /// and link previews need it.
    pub url: Option<String>,
    /// The forge's page of the repository, `https:`, without a `/` at its end.
    pub repository: Option<String>,
    /// What runs the repository's page, where its address does not tell.
    pub forge: Option<Forge>,
    /// The branch that changes are proposed for.
    pub branch: String,
    /// A mail address for questions and for signatures sent by mail.
    pub contact: Option<String>,
    /// The theme's name.
    pub theme: Slug,
    /// Texts that take no new signature.
    pub closed: BTreeSet<TextId>,
    /// Who may attest.
    pub stewards: Vec<Steward>,
}

/// A program that keeps repositories and shows them on the web.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forge {
    /// GitHub, or GitHub Enterprise.
    GitHub,
    /// GitLab.
    GitLab,
    /// Gitea.
    Gitea,
    /// Forgejo, as at Codeberg.
    Forgejo,
}

impl Forge {
    /// Every forge, by the word that `paraphe.yaml` has for it.
    pub const ALL: [(&'static str, Self); 4] = [
        ("github", Self::GitHub),
        ("gitlab", Self::GitLab),
        ("gitea", Self::Gitea),
        ("forgejo", Self::Forgejo),
    ];

    /// Its name, as people write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::GitHub => "GitHub",
            Self::GitLab => "GitLab",
            Self::Gitea => "Gitea",
            Self::Forgejo => "Forgejo",
        }
    }

    /// The forge that a repository's address tells; none when its host is nobody's in particular.
    pub fn of_address(address: &str) -> Option<Self> {
        let host = address
            .strip_prefix("https://")?
            .split(['/', ':', '?', '#'])
            .next()?;
        let labels: Vec<&str> = host.split('.').collect();
        // The last label is a country or the like, never a forge.
        let inner = &labels[..labels.len().saturating_sub(1)];
        let has = |name: &str| inner.iter().any(|label| label.eq_ignore_ascii_case(name));
        if has("codeberg") {
            return Some(Self::Forgejo);
        }
        let found = Self::ALL.iter().find(|(word, _)| has(word));
        found.map(|(_, forge)| *forge)
    }
}

/// Someone whose attestations count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Steward {
    /// The steward's name.
    pub name: Line,
    /// The steward's key.
    pub key: PublicKey,
}

impl Project {
    /// Reads the configuration of the project at `root`.
    ///
    /// # Errors
    /// Everything wrong with it, or [`Code::ConfigurationMissing`]; never empty.
    pub fn load(root: &Path) -> Result<Self, Vec<Diagnostic>> {
        if std::fs::symlink_metadata(root.join(CONFIGURATION)).is_err() {
            return Err(vec![Diagnostic::new(
                Code::ConfigurationMissing,
                Place::file(CONFIGURATION),
            )]);
        }
        let bytes = files::read(root, CONFIGURATION, CONFIGURATION_LIMIT).map_err(|fault| vec![fault])?;
        Ok(Self {
            root: root.to_owned(),
            configuration: Configuration::read(&bytes)?,
        })
    }
}

impl Configuration {
    /// Reads the bytes of `paraphe.yaml`.
    ///
    /// # Errors
    /// Everything wrong with it; never empty.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<Diagnostic>> {
        let text = text::decode(CONFIGURATION, bytes).map_err(|fault| vec![fault])?;
        configuration::read(&text)
    }
}
