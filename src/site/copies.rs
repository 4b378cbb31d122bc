//! Files that are published as they are: texts, signatures, attestations, pictures, the theme's own.

use super::faults::Faults;
use super::inputs::Inputs;
use super::model::Model;
use super::output::{OutputError, Staging};
use super::theme::Theme;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::identifier::{Digest, canonical_text};
use crate::project::{CONFIGURATION, CONFIGURATION_LIMIT, files};
use crate::register::{PICTURE_LIMIT, Standing};
use crate::signature::{self, SignedFile};
use crate::text;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// The digests of copied files, by path; those of text have LF line ends and no byte-order mark.
pub type Copies = BTreeMap<String, Digest>;

/// Copies what the site is made from under the same paths, so that a copy of the site can be checked as a project. A
/// text must still be the one that was checked when the register was loaded; a signed file is written as it was then.
///
/// Pictures are copied byte for byte. Texts and signed files are written with LF line ends and without byte-order mark,
/// the spelling that their digests and signatures are of: `sed`, `sha256sum` and `ssh-keygen` then agree with what the
/// pages say, even where an editor has left CR LF in the repository.
///
/// Returns the digests of what was copied and is in no register: the configuration and the pictures.
pub fn write(model: &Model<'_>, staging: &Staging, faults: &Faults) -> Copies {
    let register = model.register;
    let copies = Mutex::new(Copies::new());
    let report = |result: Result<Option<(String, Digest)>, Vec<Diagnostic>>| match result {
        Ok(None) => {}
        Ok(Some((path, digest))) => {
            let mut copies = copies.lock().unwrap_or_else(PoisonError::into_inner);
            copies.insert(path, digest);
        }
        Err(found) => faults.add(found),
    };
    report(copy(
        model,
        staging,
        faults,
        CONFIGURATION,
        CONFIGURATION_LIMIT,
        Copied::Text,
    ));
    register
        .texts
        .par_iter()
        .flat_map_iter(|versions| &versions.versions)
        .for_each(|text| {
            report(copy(
                model,
                staging,
                faults,
                &text.path(),
                text::SIZE_LIMIT,
                Copied::Checked(&text.digest),
            ));
        });
    register.pictures.par_iter().for_each(|path| {
        report(copy(model, staging, faults, path, PICTURE_LIMIT, Copied::Picture));
    });
    register.entries.par_iter().with_min_len(64).for_each(|entry| {
        if faults.is_stopped() {
            return;
        }
        // The page of an organisation publishes the signatures that it shows.
        if entry.standing == Standing::Withdrawn {
            let written = write_signed(staging, &entry.path(), &entry.digest, || entry.file());
            report_output(written, faults);
        }
        let path = || entry.adherence.text.attestation_path(&entry.organisation);
        if let Some(attested) = &entry.attestation {
            let file = || entry.attestation_file(attested);
            report_output(write_signed(staging, &path(), &attested.digest, file), faults);
        } else if entry.stale_attestation {
            let limit = signature::SIZE_LIMIT;
            report(copy(model, staging, faults, &path(), limit, Copied::Text));
        }
    });
    copies.into_inner().unwrap_or_else(PoisonError::into_inner)
}

fn report_output(result: Result<(), OutputError>, faults: &Faults) {
    if let Err(error) = result {
        faults.add_output(&error);
    }
}

/// Publishes a signed file as it was checked; `digest` is the file's.
///
/// # Errors
/// When the output folder can't be used.
pub fn write_signed(
    staging: &Staging,
    path: &str,
    digest: &Digest,
    file: impl FnOnce() -> SignedFile,
) -> Result<(), OutputError> {
    let inputs = Inputs::of_copy(digest);
    if staging.keep_made(&[(&inputs, path)]) {
        return Ok(());
    }
    staging.write_from(Some(&inputs), path, file().text().as_bytes())
}

/// What is copied.
#[derive(Clone, Copy)]
enum Copied<'a> {
    /// Text with this digest.
    Checked(&'a Digest),
    /// Other text.
    Text,
    /// A picture, byte for byte.
    Picture,
}

/// Copies a file; returns its path and digest where it is not known yet.
fn copy(
    model: &Model<'_>,
    staging: &Staging,
    faults: &Faults,
    path: &str,
    limit: usize,
    kind: Copied<'_>,
) -> Result<Option<(String, Digest)>, Vec<Diagnostic>> {
    if faults.is_stopped() {
        return Ok(None);
    }
    let is_there = |digest: &Digest| staging.keep_made(&[(&Inputs::of_copy(digest), path)]);
    let is_checked = match kind {
        Copied::Checked(digest) if is_there(digest) => return Ok(None),
        Copied::Checked(_) => true,
        Copied::Text | Copied::Picture => false,
    };
    let bytes = files::read(&model.project.root, path, limit).map_err(|fault| vec![fault])?;
    let plain = match kind {
        Copied::Picture => std::borrow::Cow::Borrowed(bytes.as_slice()),
        _ => canonical_text(&bytes),
    };
    let digest = Digest::of(&plain);
    if matches!(kind, Copied::Checked(checked) if digest != *checked) {
        let fault = Diagnostic::new(Code::FileUnreadable, Place::file(path));
        return Err(vec![fault.with("reason", "changed while the site was built")]);
    }
    if is_checked || !is_there(&digest) {
        report_output(
            staging.write_from(Some(&Inputs::of_copy(&digest)), path, &plain),
            faults,
        );
    }
    Ok((!is_checked).then(|| (path.to_owned(), digest)))
}

/// Copies the theme's files.
pub fn write_assets(theme: &Theme, staging: &Staging, faults: &Faults) {
    for (path, file) in theme.files_in("static") {
        if faults.is_stopped() {
            return;
        }
        report_output(staging.write_same(&asset_path(path), &file.bytes), faults);
    }
}

/// Where a file of the theme's `static/` stands on the site.
pub fn asset_path(path: &str) -> String {
    format!("static/{path}")
}
