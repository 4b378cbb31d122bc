//! Many files at once, each read by itself.

use crate::diagnostic::Diagnostic;
use crate::identifier::{Slug, TextId};
use crate::project::files::Folder;
use rayon::prelude::*;
use std::path::Path;

/// Reads each item with `read`, in parallel; the order of the results is that of the items.
pub(super) fn read_all<I: Sync, T: Send>(
    items: &[I],
    read: impl Fn(&I) -> Result<T, Vec<Diagnostic>> + Sync + Send,
) -> (Vec<T>, Vec<Diagnostic>) {
    sort_out(items.par_iter().with_min_len(16).map(read).collect())
}

/// The same for signed files, with the folder that a file stands in.
pub(super) fn read_all_in<T: Send>(
    items: &[(TextId, Slug)],
    root: &Path,
    read: impl Fn(&Folder, &(TextId, Slug)) -> Result<T, Vec<Diagnostic>> + Sync + Send,
) -> (Vec<T>, Vec<Diagnostic>) {
    let open = |id: &TextId| (id.clone(), Folder::open(root, format!("signatures/{id}")));
    let results = items.par_iter().with_min_len(16).map_init(
        || None,
        |last: &mut Option<(TextId, Result<Folder, Diagnostic>)>, item| {
            let opened = last.take().filter(|(id, _)| *id == item.0);
            let (_, folder) = last.insert(opened.unwrap_or_else(|| open(&item.0)));
            match folder {
                Ok(folder) => read(folder, item),
                Err(fault) => Err(vec![fault.clone()]),
            }
        },
    );
    sort_out(results.collect())
}

fn sort_out<T>(results: Vec<Result<T, Vec<Diagnostic>>>) -> (Vec<T>, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let mut keep = |result: Result<T, Vec<Diagnostic>>| result.map_err(|found| faults.extend(found)).ok();
    // In place: the results of a large project are not held twice.
    let sound = results.into_iter().filter_map(&mut keep).collect();
    (sound, faults)
}
