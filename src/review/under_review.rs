//! A change on its way through the review: what it is held against, and what was found so far.

use super::asked::{self, Asked, Folder, Grounds};
use super::change::{Ends, Touched};
use super::git::{Git, GitError, Listing};
use super::head::{Content, Head};
use super::known::{self, Everyone, Found};
use super::pictures::{self, Altered};
use super::submission::{self, Submission};
use super::texts::{self, Texts};
use super::theme;
use super::{Refusal, Request, Review, acts, adaptation, beside, existing, form, kin, others, replay};
use super::{succession, trespass, wanted};
use crate::diagnostic::Diagnostic;
use crate::identifier::Slug;
use std::collections::BTreeMap;

/// A change under review.
pub struct UnderReview<'a> {
    request: Request<'a>,
    git: &'a Git,
    ends: &'a Ends,
    grounds: Grounds,
    /// The state that the change leads to.
    head: Head<'a>,
    /// The files that it touches, without the bytes of those that nothing more may be said of.
    pub touched: Vec<Touched>,
    /// The files that it touches, as they are.
    all: Vec<Touched>,
    faults: Vec<Diagnostic>,
}

/// The stewards of the attestations that count, by path.
type Stewards = BTreeMap<String, String>;

impl<'a> UnderReview<'a> {
    /// Asks git about the change; with it come what is wrong with its earlier states, and the folder that it leads to.
    ///
    /// # Errors
    /// [`Refusal`], when there is nothing to hold the change against.
    pub fn ask(
        request: Request<'a>,
        git: &'a Git,
        ends: &'a Ends,
    ) -> Result<(Self, Vec<Diagnostic>, Folder), Refusal> {
        let Asked {
            grounds,
            touched,
            past,
            head,
            folder,
        } = asked::ask(git, request.root, ends)?;
        let change = Self {
            request,
            git,
            ends,
            grounds,
            head,
            all: touched.clone(),
            touched,
            faults: Vec::new(),
        };
        Ok((change, past, folder))
    }

    /// Adds what was found elsewhere.
    pub fn add(&mut self, found: Vec<Diagnostic>) {
        self.faults.extend(found);
    }

    /// Looks at each file by itself; what nothing more can be said of is not looked at any further.
    pub fn look_at_form(&mut self) {
        let form = form::check(&self.touched, &|folder| self.head.names(folder));
        self.faults.extend(form.faults);
        for file in &mut self.touched {
            if form.unreadable.contains(&file.path) {
                file.new = Content::Absent;
            }
        }
    }

    /// Reads the texts that matter to the change, and checks those that it brings, and its pages.
    ///
    /// # Errors
    /// When git fails.
    pub fn look_at_texts(&mut self) -> Result<Texts, GitError> {
        let configuration = &self.grounds.configuration;
        let mut texts = texts::read(&mut self.head, &self.touched, configuration)?;
        self.faults.append(&mut texts.faults);
        self.faults.extend(adaptation::check(&self.touched, &texts.all));
        let taken = |page: &Slug| (self.request.taken)(configuration.language, page);
        self.faults.extend(texts::taken_addresses(&self.touched, &taken));
        Ok(texts)
    }

    /// Checks the signatures and attestations that the change brings, and what they may follow.
    ///
    /// # Errors
    /// When git fails.
    pub fn look_at_submissions(&mut self, texts: &Texts) -> Result<(Vec<Submission>, Stewards), GitError> {
        let configuration = &self.grounds.configuration;
        let (mut submissions, mut found) = submission::signatures(&self.touched, configuration, &texts.all);
        texts::suggest(&mut found, &texts.names);
        self.faults.extend(found);
        let attestations =
            submission::attestations(&self.touched, &mut submissions, configuration, &mut self.head)?;
        self.faults.extend(attestations.faults);
        for submission in &submissions {
            let found = succession::check(submission, &texts.all, self.request.today);
            self.faults.extend(found);
        }
        Ok((submissions, attestations.stewards))
    }

    /// Reads what must be known of the signatures that the change leaves alone, those that came since it started included.
    ///
    /// # Errors
    /// When git fails.
    pub fn look_around(
        &self,
        submissions: &[Submission],
        pictures: &[Altered],
        everyone: Option<Everyone>,
    ) -> Result<Found, GitError> {
        let mut wanted = wanted(&self.touched, submissions);
        let shown = pictures.iter().map(|picture| picture.text.clone());
        wanted.texts.extend(shown);
        if wanted.is_empty() {
            return Ok(Found::default());
        }
        let since = &self.grounds.since;
        let newer = since.signatures(self.git, &wanted)?;
        wanted.except.extend(since.paths().map(str::to_owned));
        let older = known::find(self.git, &self.head, everyone, &wanted, self.request.phases)?;
        Ok(older.join(newer))
    }

    /// Holds what the change brings against the other signatures, those of the past too.
    ///
    /// # Errors
    /// When git fails.
    pub fn hold_against_others(&mut self, submissions: &[Submission], found: &Found) -> Result<(), GitError> {
        let others = others(submissions, found);
        self.faults.extend(kin(submissions, &others));
        let read = |path: &str| self.grounds.since.read_signature(self.git, &mut self.head, path);
        let existing = existing(submissions, found, read)?;
        self.faults.extend(trespass::copied(submissions, &existing));
        let replayed = replay::check(self.git, self.ends, submissions, &others)?;
        self.faults.extend(replayed);
        Ok(())
    }

    /// Finds what the change does to what belongs to others.
    ///
    /// # Errors
    /// When git fails.
    pub fn hold_against_trespass(&mut self, pictures: &[Altered], found: &Found) -> Result<(), GitError> {
        let touched = &self.touched;
        let deleted = trespass::deleted(touched, &self.grounds.configuration, &mut self.head)?;
        self.faults.extend(deleted);
        self.faults.extend(pictures::check(pictures, found));
        self.faults.extend(trespass::texts(touched, found));
        self.faults.extend(trespass::line_ends(touched));
        let configuration = trespass::configuration(touched, &self.grounds.before);
        self.faults.extend(configuration);
        self.faults.extend(trespass::together(&self.all));
        Ok(())
    }

    /// Tries the theme, where the change brings or chooses one.
    ///
    /// # Errors
    /// When git fails.
    pub fn look_at_theme(&mut self) -> Result<(), GitError> {
        let before = &self.grounds.before;
        let found = theme::check(self.request, self.git, self.ends, &self.touched, before)?;
        self.faults.extend(found);
        Ok(())
    }

    /// Looks at the files that lie in the folder and that git does not know yet.
    pub fn look_beside(&mut self, listing: Option<&Listing>) {
        let signs = self.all.iter().any(|file| file.is_below("signatures"));
        let unknown: Vec<&[u8]> = listing.into_iter().flat_map(Listing::unknown).collect();
        let found = beside::check(self.git, self.ends, &unknown, signs);
        self.faults.extend(found);
    }

    /// What is to be said in the end.
    pub fn end(mut self, submissions: &[Submission], texts: &Texts, stewards: &Stewards) -> Review {
        trespass::leave_causes(&mut self.faults, &self.all);
        self.faults.sort();
        self.faults.dedup();
        Review {
            acts: acts::list(&self.all, submissions, &texts.all, stewards, &self.faults),
            configuration: self.grounds.configuration,
            diagnostics: self.faults,
            changed: self.touched.into_iter().map(|file| file.path).collect(),
        }
    }
}
