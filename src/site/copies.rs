//! Files that are published as they are: texts, signatures, attestations, pictures, the theme's own.

use super::faults::Faults;
use super::model::Model;
use super::output::Staging;
use super::theme::Theme;
use crate::diagnostic::Diagnostic;
use crate::identifier::{Digest, unix_line_ends};
use crate::project::{CONFIGURATION, files};
use crate::register::PICTURE_LIMIT;
use crate::signature;
use crate::text;
use rayon::prelude::*;

/// The largest configuration.
const CONFIGURATION_LIMIT: usize = 1024 * 1024;

/// Copies what the site is made from, byte for byte and under the same paths, so that a copy of the site can be checked
/// as a project. A file must still be the one that was checked when the register was loaded.
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
        None,
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
                Some(&text.digest),
            ));
        });
    register.pictures.par_iter().for_each(|path| {
        report(copy(model, staging, faults, path, PICTURE_LIMIT, None));
    });
    register.entries.par_iter().with_min_len(64).for_each(|entry| {
        let limit = signature::SIZE_LIMIT;
        report(copy(
            model,
            staging,
            faults,
            &entry.path(),
            limit,
            Some(&entry.digest),
        ));
        if entry.attestation.is_some() || entry.stale_attestation {
            let path = entry.adherence.text.attestation_path(&entry.organisation);
            report(copy(model, staging, faults, &path, limit, None));
        }
    });
}

fn copy(
    model: &Model<'_>,
    staging: &Staging,
    faults: &Faults,
    path: &str,
    limit: usize,
    digest: Option<&Digest>,
) -> Result<(), Vec<Diagnostic>> {
    if faults.is_stopped() {
        return Ok(());
    }
    let bytes = files::read(&model.project.root, path, limit).map_err(|fault| vec![fault])?;
    let is_same = |digest: &Digest| {
        let plain = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        Digest::of(&unix_line_ends(plain)) == *digest
    };
    if !digest.is_none_or(is_same) {
        return Err(vec![super::pages::changed(path)]);
    }
    if let Err(error) = staging.write(path, &bytes) {
        faults.add_output(&error);
    }
    Ok(())
}

/// Copies the theme's files.
pub fn write_assets(theme: &Theme, staging: &Staging, faults: &Faults) {
    for (path, file) in theme.files_in("static") {
        if let Err(error) = staging.write(&asset_path(path), &file.bytes) {
            faults.add_output(&error);
        }
    }
}

/// Where a file of the theme's `static/` stands on the site.
pub fn asset_path(path: &str) -> String {
    format!("static/{path}")
}
