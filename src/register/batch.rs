//! Many files at once, each read by itself.

use super::find::Key;
use crate::diagnostic::Diagnostic;
use crate::identifier::TextId;
use crate::project::files::Folder;
use rayon::prelude::*;
use std::path::Path;

/// Reads each item with `read`, in parallel; the order of the results is that of the items.
pub(super) fn read_all<I: Sync, T: Send>(
    items: &[I],
    read: impl Fn(&I) -> Outcome<T> + Sync + Send,
) -> (Vec<T>, Vec<Diagnostic>) {
    let read = |item| Some(read(item));
    sort_out(items.par_iter().with_min_len(16).map(read).collect())
}

/// How many signed files are read together: enough to check their signatures in less time, few enough to hold.
const TOGETHER: usize = 32;

/// The same for signed files, of which `read` is given several at once, with the folder that they stand in: it says what
/// came of each, in their order.
pub(super) fn read_all_in<T: Send>(
    items: &[Key],
    root: &Path,
    read: impl Fn(&Folder, &[Key]) -> Vec<Outcome<T>> + Sync + Send,
) -> (Vec<T>, Vec<Diagnostic>) {
    let open = |id: &TextId| (id.clone(), Folder::open(root, format!("signatures/{id}")));
    // Each result goes to its place at once.
    let mut results: Vec<Option<Outcome<T>>> = items.par_iter().map(|_| None).collect();
    let mut places = &mut results[..];
    let mut work = Vec::with_capacity(items.len() / TOGETHER + 1);
    for group in items
        .chunk_by(|(a, _), (b, _)| a == b)
        .flat_map(|folder| folder.chunks(TOGETHER))
    {
        let (own, rest) = std::mem::take(&mut places).split_at_mut(group.len());
        places = rest;
        work.push((group, own));
    }
    work.into_par_iter().for_each_init(
        || None,
        |last: &mut Option<(TextId, Result<Folder, Diagnostic>)>, (group, own)| {
            let id = &group[0].0;
            let opened = last.take().filter(|(last, _)| last == id);
            let (_, folder) = last.insert(opened.unwrap_or_else(|| open(id)));
            let found = match folder {
                Ok(folder) => read(folder, group),
                Err(fault) => group.iter().map(|_| Err(vec![fault.clone()])).collect(),
            };
            for (place, found) in own.iter_mut().zip(found) {
                *place = Some(found);
            }
        },
    );
    sort_out(results)
}

/// What came of one item.
pub(super) type Outcome<T> = Result<T, Vec<Diagnostic>>;

/// What came of all items.
fn sort_out<T>(results: Vec<Option<Outcome<T>>>) -> (Vec<T>, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let mut keep = |result: Outcome<T>| result.map_err(|found| faults.extend(found)).ok();
    // In place: the results of a large project are not held twice.
    let sound = results.into_iter().filter_map(|result| keep(result?)).collect();
    (sound, faults)
}
