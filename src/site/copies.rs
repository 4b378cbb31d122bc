//! Files that are published as they are: texts, signatures, attestations, pictures, the theme's own.

use super::faults::Faults;
use super::inputs::Inputs;
use super::model::Model;
use super::output::Staging;
use super::theme::Theme;
use crate::diagnostic::Diagnostic;
use crate::identifier::{Digest, unix_line_ends};
use crate::project::{CONFIGURATION, files};
use crate::register::{PICTURE_LIMIT, Standing};
use crate::signature;
use crate::text;
use rayon::prelude::*;

/// The largest configuration.
const CONFIGURATION_LIMIT: usize = 1024 * 1024;

/// Copies what the site is made from under the same paths, so that a copy of the site can be checked as a project. A
/// file must still be the one that was checked when the register was loaded.
///
/// Pictures are copied byte for byte. Texts and signed files are written with LF line ends and without byte-order mark,
/// the spelling that their digests and signatures are of: `sed`, `sha256sum` and `ssh-keygen` then agree with what the
/// pages say, even where an editor has left CR LF in the repository.
pub fn write(model: &Model<'_>, staging: &Staging, faults: &Faults) {
    let register = model.register;
    let report = |result: Result<(), Vec<Diagnostic>>| {
        if let Err(found) = result {
            faults.add(found);
        }
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
        let limit = signature::SIZE_LIMIT;
        // The page of an organisation publishes the signatures that it shows.
        if entry.standing == Standing::Withdrawn {
            let kind = Copied::Checked(&entry.digest);
            report(copy(model, staging, faults, &entry.path(), limit, kind));
        }
        if entry.attestation.is_some() || entry.stale_attestation {
            let path = entry.adherence.text.attestation_path(&entry.organisation);
            let kind = match &entry.attestation {
                Some(attested) => Copied::Checked(&attested.digest),
                None => Copied::Text,
            };
            report(copy(model, staging, faults, &path, limit, kind));
        }
    });
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

fn copy(
    model: &Model<'_>,
    staging: &Staging,
    faults: &Faults,
    path: &str,
    limit: usize,
    kind: Copied<'_>,
) -> Result<(), Vec<Diagnostic>> {
    if faults.is_stopped() {
        return Ok(());
    }
    let inputs = match kind {
        Copied::Checked(digest) => Some(Inputs::of_copy(digest)),
        _ => None,
    };
    if inputs.is_some_and(|inputs| staging.keep_made(&[(&inputs, path)])) {
        return Ok(());
    }
    let bytes = files::read(&model.project.root, path, limit).map_err(|fault| vec![fault])?;
    let plain = match kind {
        Copied::Picture => std::borrow::Cow::Borrowed(bytes.as_slice()),
        _ => unix_line_ends(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes)),
    };
    if matches!(kind, Copied::Checked(digest) if Digest::of(&plain) != *digest) {
        return Err(vec![super::pages::changed(path)]);
    }
    if let Err(error) = staging.write_from(inputs.as_ref(), path, &plain) {
        faults.add_output(&error);
    }
    Ok(())
}

/// Copies the theme's files.
pub fn write_assets(theme: &Theme, staging: &Staging, faults: &Faults) {
    for (path, file) in theme.files_in("static") {
        if faults.is_stopped() {
            return;
        }
        if let Err(error) = staging.write(&asset_path(path), &file.bytes) {
            faults.add_output(&error);
        }
    }
}

/// Where a file of the theme's `static/` stands on the site.
pub fn asset_path(path: &str) -> String {
    format!("static/{path}")
}
