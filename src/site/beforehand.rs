//! What would keep a site from being built, told before anybody builds it.

use super::addresses::Addresses;
use super::{Kept, Ready, kit};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::identifier::TextId;
use crate::project::Project;
use crate::register::Register;
use crate::text::Page;
use std::collections::BTreeSet;

/// What would keep the site of `register` from being built: pages that take another page's address, and what is wrong with
/// the theme. Of each kind of page, one is rendered.
///
/// A theme of which no file is the project's own is sound.
pub fn faults(project: &Project, register: &Register) -> Vec<Diagnostic> {
    let mut faults = taken_names(project, register);
    faults.extend(of_theme(project, register).err().unwrap_or_default());
    faults
}

/// What can be said against the theme without running it: files that are missing, templates and scripts that can't be read.
/// A stranger's template may go on for ever.
pub fn unreadable_theme(project: &Project) -> Vec<Diagnostic> {
    let read = || {
        let theme = kit::theme(project)?;
        let digest = theme.digest();
        Kept::default().kit(&theme, digest, project.configuration.language)?;
        Ok(())
    };
    read().err().unwrap_or_default()
}

/// The pages of `content/pages/` that take another page's address.
pub(super) fn taken_names(project: &Project, register: &Register) -> Vec<Diagnostic> {
    let addresses = Addresses::new(project.configuration.language);
    let taken = register.pages.iter().filter_map(|page| {
        let place = Place::file(Page::path_of(&page.slug));
        let address = addresses.taken(&page.slug)?;
        Some(Diagnostic::new(Code::PageNameTaken, place).with("other", address))
    });
    taken.collect()
}

fn of_theme(project: &Project, register: &Register) -> Result<(), Vec<Diagnostic>> {
    let theme = kit::theme(project)?;
    if !theme.parts().any(|(_, file)| file.own) {
        return Ok(());
    }
    let (digest, mut kept) = (theme.digest(), Kept::default());
    if register.text(&TextId::Charter).is_none() {
        return kept
            .kit(&theme, digest, project.configuration.language)
            .map(|_| ());
    }
    let ready = Ready::new(project, register, &theme, digest, &mut kept)?;
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    for job in &ready.jobs {
        if seen.insert(job.kind(&ready.model)) {
            let rendered = job.render(&ready.model, &ready.templates, None, &mut Vec::new());
            faults.extend(rendered.err().unwrap_or_default());
        }
    }
    faults.sort();
    faults.dedup();
    super::refuse(faults)
}
