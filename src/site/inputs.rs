//! What each file of the site is made from, as one digest: a file whose digest is as it was need not be made again.
//!
//! A digest may take in more than the file shows, never less: then a file is made once too often, and comes out the
//! same. Whatever a page's function or its template can read of the model belongs in here.

use super::known;
use super::model::{Counts, Model, PER_PAGE};
use super::pages::{Job, TREE};
use super::scripts;
use super::templates::Templates;
use super::values::PagerValue;
use crate::identifier::Digest;
use crate::register::{Entry, Standing, Versions};
use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

/// The digests that the files' own are made from.
pub struct Inputs {
    /// What every page sees: configuration, theme, scripts, names of the content pages.
    shared: Digest,
    /// The counts over all texts, which only some templates show.
    totals: Digest,
    /// Every version of each text.
    texts: Vec<Digest>,
    /// All texts, pages and pictures.
    content: Digest,
    /// Which departments there are.
    departments: Digest,
    /// Each of the register's organisations that adheres to something: its entries, and where it is.
    organisations: Vec<Digest>,
    /// Everything.
    all: Digest,
    /// The kinds of page whose templates show the counts over all texts.
    counting: Vec<&'static str>,
}

/// A digest in the making; parts are told apart by their lengths.
struct Parts(Sha256);

impl Parts {
    fn new(kind: &str) -> Self {
        let mut parts = Self(Sha256::new());
        parts.text(kind);
        parts
    }

    fn text(&mut self, text: &str) -> &mut Self {
        self.bytes(text.as_bytes())
    }

    fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.number(bytes.len());
        self.0.update(bytes);
        self
    }

    fn digest(&mut self, digest: &Digest) -> &mut Self {
        self.0.update(digest.as_bytes());
        self
    }

    fn number(&mut self, number: usize) -> &mut Self {
        self.0.update((number as u64).to_le_bytes());
        self
    }

    fn counts(&mut self, counts: &Counts) -> &mut Self {
        self.number(counts.signatories)
            .number(counts.current)
            .number(counts.older)
            .number(counts.withdrawn)
            .number(counts.attested)
    }

    /// A signed file and where it stands; what it says is in its digest.
    fn entry(&mut self, entry: &Entry) -> &mut Self {
        let standing = match entry.standing {
            Standing::Current => 0,
            Standing::Older => 1,
            Standing::Withdrawn => 2,
        };
        self.text(entry.organisation.as_str())
            .digest(&entry.digest)
            .number(standing + 4 * usize::from(entry.stale_attestation));
        match &entry.attestation {
            Some(attested) => self.number(1).digest(&attested.digest),
            None => self.number(0),
        }
    }

    fn end(&self) -> Digest {
        Digest::from_bytes(self.0.clone().finalize().into())
    }
}

impl Inputs {
    /// Looks at everything once; `theme` is the theme's digest.
    pub fn new(model: &Model<'_>, theme: &Digest, templates: &Templates, scripts: &scripts::Files) -> Self {
        let texts: Vec<Digest> = model.texts.iter().map(|view| of_text(view.versions)).collect();
        let content = of_content(model, &texts);
        let shared = of_shared(model, theme, scripts);
        let totals = Parts::new("totals")
            .number(model.totals.organisations)
            .number(model.totals.signatures)
            .number(model.totals.withdrawn)
            .number(model.totals.territories)
            .end();
        let organisations: Vec<Digest> = (0..model.register.organisations.len())
            .into_par_iter()
            .with_min_len(256)
            .map(|number| of_organisation(model, &texts, model.register.organisations.first_of(number)))
            .collect();
        let mut departments = Parts::new("departments");
        for view in &model.departments {
            departments.text(view.code);
        }
        let mut all = Parts::new("all");
        all.digest(&shared).digest(&totals).digest(&content);
        for view in &model.texts {
            all.counts(&view.counts);
        }
        for entry in &model.register.entries {
            all.entry(entry);
        }
        let counting = Job::KINDS
            .into_iter()
            .filter(|kind| templates.mentions("totals", kind));
        Self {
            all: all.end(),
            counting: counting.collect(),
            departments: departments.end(),
            shared,
            totals,
            texts,
            content,
            organisations,
        }
    }

    /// For files that are made from the whole register.
    pub fn all(&self) -> &Digest {
        &self.all
    }

    /// The digest of the organisation that the entry at that index is of.
    fn organisation(&self, model: &Model<'_>, entry: u32) -> &Digest {
        &self.organisations[model.register.organisations.number_of(entry)]
    }

    /// For a piece of the search index with these organisations, by their places in the model.
    pub fn of_piece(&self, model: &Model<'_>, places: &[u32]) -> Digest {
        let mut parts = Parts::new("piece");
        // Departments and texts stand in a piece as numbers: those of all organisations settle them.
        parts.digest(&self.content).digest(&self.departments);
        for place in places {
            parts.digest(self.organisation(model, model.organisations[*place as usize]));
        }
        parts.end()
    }

    /// For a signed file or a text: it is published as it is.
    pub fn of_copy(digest: &Digest) -> Digest {
        Parts::new("copy").digest(digest).end()
    }

    /// For the badges of the text at that index.
    pub fn of_badges(&self, at: usize) -> Digest {
        Parts::new("badge")
            .digest(&self.shared)
            .digest(&self.texts[at])
            .end()
    }

    /// For the page `job`; none for the few that are made each time.
    pub fn of_page(&self, model: &Model<'_>, job: Job) -> Option<Digest> {
        let kind = job.kind(model);
        let mut parts = Parts::new(kind);
        parts.digest(&self.shared);
        if self.counting.contains(&kind) {
            parts.digest(&self.totals);
        }
        match job {
            Job::Home | Job::Figures | Job::Sign | Job::Verify | Job::NotFound => return None,
            Job::Organisation(at) => return Some(self.of_organisation_page(model, at, &mut parts)),
            Job::Territories(1) => return None,
            _ => {}
        }
        parts.digest(&self.content).text(preview(model, 0));
        match job {
            Job::Text(at) => {
                self.put_text(model, at, &mut parts);
                let view = &model.texts[at];
                for child in view.children.iter().take(PER_PAGE) {
                    parts.counts(&model.texts[*child].counts);
                }
                for branch in model.branches(at, TREE) {
                    parts.text(&branch.address).number(branch.signatories);
                }
                put_signatories(model, at, 1, &mut parts);
            }
            Job::TextSignatories(at, number) => {
                self.put_text(model, at, &mut parts);
                put_signatories(model, at, number, &mut parts);
            }
            Job::Version(at, version) => {
                self.put_text(model, at, &mut parts);
                parts.number(version);
            }
            Job::SignText(at) => {
                self.put_text(model, at, &mut parts);
                parts.number(known::depth(model));
            }
            Job::Comparison(at) => self.put_text(model, at, &mut parts),
            Job::Content(at) => drop(parts.text(&format!("{:?}", model.pages[at]))),
            Job::Territories(number) => {
                parts.number(number).number(model.territories.len());
                for at in &model.territories[PagerValue::range(number, model.territories.len())] {
                    parts.digest(&self.texts[*at]).counts(&model.texts[*at].counts);
                }
            }
            Job::Signatories(number) => {
                let total = model.organisations.len();
                parts.number(number).number(total);
                for entry in &model.organisations[PagerValue::range(number, total)] {
                    parts.digest(self.organisation(model, *entry));
                }
            }
            Job::Department(at, number) => self.put_department(model, at, number, &mut parts),
            _ => return None,
        }
        Some(parts.end())
    }

    fn of_organisation_page(&self, model: &Model<'_>, at: usize, parts: &mut Parts) -> Digest {
        let headline = model.entry(model.organisations[at]);
        parts.digest(self.organisation(model, model.organisations[at]));
        let first = &headline.adherence.text;
        let text = model.texts.binary_search_by(|view| view.versions.id.cmp(first));
        parts.text(preview(model, text.unwrap_or_default()));
        if let Some(view) = model.department_of(model.organisations[at]) {
            parts
                .text(view.code)
                .number(view.organisations.len())
                .number(view.territories.len());
        }
        parts.end()
    }

    fn put_text(&self, model: &Model<'_>, at: usize, parts: &mut Parts) {
        parts
            .number(at)
            .digest(&self.texts[at])
            .counts(&model.texts[at].counts)
            .text(preview(model, at));
    }

    fn put_department(&self, model: &Model<'_>, at: usize, number: usize, parts: &mut Parts) {
        let view = &model.departments[at];
        let total = view.organisations.len();
        parts
            .text(view.code)
            .number(number)
            .number(total)
            .number(view.territories.len());
        for at in &view.organisations[PagerValue::range(number, total)] {
            parts.digest(self.organisation(model, *at));
        }
        if number == 1 {
            for at in &view.territories {
                parts.digest(&self.texts[*at]).counts(&model.texts[*at].counts);
            }
        }
    }
}

/// The rows of one page of a text's signatories.
fn put_signatories(model: &Model<'_>, at: usize, number: usize, parts: &mut Parts) {
    let all = &model.texts[at].signatories;
    parts.number(number).number(all.len());
    for at in &all[PagerValue::range(number, all.len())] {
        parts.entry(model.entry(*at));
    }
}

fn preview<'m>(model: &'m Model<'_>, text: usize) -> &'m str {
    model.previews.get(text).map_or("", String::as_str)
}

fn of_text(versions: &Versions) -> Digest {
    let mut parts = Parts::new("text");
    parts
        .text(&versions.id.to_string())
        .number(usize::from(versions.closed));
    for text in &versions.versions {
        parts.text(text.version.as_str()).digest(&text.digest);
    }
    parts.end()
}

fn of_content(model: &Model<'_>, texts: &[Digest]) -> Digest {
    let mut parts = Parts::new("content");
    parts.number(texts.len());
    for text in texts {
        parts.digest(text);
    }
    parts.number(model.register.pictures.len());
    for picture in &model.register.pictures {
        parts.text(picture);
    }
    parts.end()
}

fn of_shared(model: &Model<'_>, theme: &Digest, scripts: &scripts::Files) -> Digest {
    let mut parts = Parts::new("shared");
    parts.text(&format!("{:?}", model.project.configuration));
    parts.digest(theme);
    for (path, bytes) in scripts {
        parts.text(path).bytes(bytes);
    }
    for page in &model.pages {
        parts.text(page.slug.as_str()).text(page.title.as_str());
    }
    parts.end()
}

/// The organisation that the entry at that index is of.
fn of_organisation(model: &Model<'_>, texts: &[Digest], entry: u32) -> Digest {
    let mut parts = Parts::new("organisation");
    for entry in model.entries_beside(entry) {
        let id = &entry.adherence.text;
        if let Ok(at) = model.texts.binary_search_by(|view| view.versions.id.cmp(id)) {
            parts.digest(&texts[at]);
        }
        parts.entry(entry);
    }
    parts.text(model.department_of(entry).map_or("", |view| view.code));
    parts.end()
}
