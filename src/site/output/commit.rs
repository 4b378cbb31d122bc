//! The new site takes the place of the last one.

use super::manifest::Manifest;
use super::{
    Changes, Committed, Fate, Noted, OutputError, Staging, State, in_place, make_folder_of, manifest, swap,
};
use rayon::prelude::*;
use rustix::fd::BorrowedFd;
use rustix::fs::{AtFlags, linkat};
use std::path::Path;

/// Of how many files one may change for the changes to be brought in file by file: giving a second place to each of a
/// hundred thousand files takes longer than all the rest.
const FEW: usize = 64;

impl Staging {
    /// Makes the new site the public one.
    ///
    /// # Errors
    /// The last site is then still there.
    pub fn commit(mut self) -> Result<Committed, OutputError> {
        let State {
            mut files,
            wholes,
            mut foreign,
            ..
        } = std::mem::take(&mut *self.state());
        if !foreign.is_empty() {
            foreign.sort();
            foreign.dedup();
            return Err(OutputError::Foreign(foreign));
        }
        files.par_sort_unstable();
        let manifest = Manifest::new(files.iter().map(|noted| &*noted.path));
        let same = self.last.as_ref() == Some(&manifest);
        let removed: Vec<&str> = match &self.last {
            Some(last) if !same => last.without(&manifest),
            _ => Vec::new(),
        };
        let written = files.iter().filter(|noted| noted.fate == Fate::Written).count();
        let changes = Changes {
            written,
            unchanged: files.len() - written,
            removed: removed.len(),
        };
        let (records, listed) = rayon::join(
            || self.records(&files, &wholes),
            || self.is_listed.then(|| self.listed(&files, &manifest)).flatten(),
        );
        let committed = Committed {
            changes,
            records,
            listed,
        };
        if written == 0 && same {
            return Ok(committed);
        }
        let list = self.folder.join(manifest::NAME);
        std::fs::write(&list, manifest.text()).map_err(OutputError::io(&list))?;
        let few = (written + removed.len()) * FEW < files.len();
        let exchanged = !self.in_place && !few && self.exchange(&files)?;
        if !exchanged {
            self.bring_in(&files, &removed)?;
        }
        // What was brought in file by file leaves nothing to finish.
        self.finished = exchanged;
        if exchanged {
            swap::finish(&self.place)?;
        }
        Ok(committed)
    }

    /// Completes the working folder and exchanges it for the output folder; false when that can't be done.
    fn exchange(&self, files: &[Noted]) -> Result<bool, OutputError> {
        let Some(foreign) = swap::foreign(&self.place.output, self.last.as_ref())? else {
            return Ok(false);
        };
        let kept: Vec<&str> = files
            .iter()
            .filter(|noted| noted.fate == Fate::Kept)
            .map(|noted| &*noted.path)
            .collect();
        kept.par_iter().with_min_len(64).try_for_each(|path| {
            if self.link(path) {
                return Ok(());
            }
            let to = self.folder.join(path);
            make_folder_of(&to)?;
            swap::link_or_copy(&self.place.output.join(path), &to)
        })?;
        let last = self.last.as_ref();
        let ours = |folder: &Path| {
            folder
                .to_str()
                .is_some_and(|folder| last.is_some_and(|last| last.has_folder(folder)))
        };
        swap::carry(&foreign, &self.place.output, &self.folder, ours)?;
        if let Ok(data) = self.place.output.metadata() {
            let _ = std::fs::set_permissions(&self.folder, data.permissions());
        }
        Ok(swap::exchange(&self.place)? == swap::Exchange::Done)
    }

    /// Brings the written files into the output folder one by one.
    fn bring_in(&self, files: &[Noted], removed: &[&str]) -> Result<(), OutputError> {
        let inside = self.place.output.join(in_place::FOLDER);
        if self.folder != inside {
            // The working folder was made beside an output folder that turned out not to be exchangeable.
            std::fs::create_dir_all(&inside).map_err(OutputError::io(&inside))?;
            for path in written(files) {
                let target = inside.join(path);
                make_folder_of(&target)?;
                let staged = self.folder.join(path);
                if std::fs::rename(&staged, &target).is_err() {
                    std::fs::copy(&staged, &target).map_err(OutputError::io(&target))?;
                }
            }
        }
        in_place::apply(&self.place.output, written(files), removed.iter().copied())
    }

    /// Gives a file of the last site a second place in the working folder; whether that could be done.
    fn link(&self, path: &str) -> bool {
        let both = self.there.as_ref().map(|there| {
            there.at(path, |from, name| {
                let link = |to: BorrowedFd<'_>, name_there: &str| {
                    linkat(from, name, to, name_there, AtFlags::empty())
                };
                self.made.at(path, link)
            })
        });
        matches!(both, Some(Ok(Ok(Ok(())))))
    }
}

/// The files that the new site brings, the manifest last.
fn written(files: &[Noted]) -> impl Iterator<Item = &str> {
    let written = files
        .iter()
        .filter(|noted| noted.fate == Fate::Written)
        .map(|noted| &*noted.path);
    written.chain(std::iter::once(manifest::NAME))
}
