//! Which files of a project changed since somebody last looked.

use std::collections::BTreeSet;

/// What is known to have changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changes {
    /// Any file may have.
    Unknown,
    /// Only what stands at these paths, relative to the project, with `/` between the parts: files that were written, came
    /// or went, and folders that did.
    Paths(BTreeSet<String>),
}

impl Changes {
    /// That one path changed.
    pub fn of(path: impl Into<String>) -> Self {
        Self::Paths(BTreeSet::from([path.into()]))
    }

    /// Takes in what else changed.
    pub fn extend(&mut self, more: Self) {
        match (&mut *self, more) {
            (Self::Paths(paths), Self::Paths(more)) => paths.extend(more),
            _ => *self = Self::Unknown,
        }
    }

    /// The paths, where they are known and all of them lie below one of `folders`.
    pub fn inside(&self, folders: &[&str]) -> Option<&BTreeSet<String>> {
        let is_inside = |path: &String| {
            folders.iter().any(|folder| {
                path.strip_prefix(folder)
                    .is_some_and(|rest| rest.starts_with('/'))
            })
        };
        match self {
            Self::Paths(paths) if paths.iter().all(is_inside) => Some(paths),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_stays_so() {
        let mut changes = Changes::of("signatures/charter/une.yaml");
        changes.extend(Changes::of("themes/ours/static/a.css"));
        assert_eq!(
            changes.inside(&["signatures", "themes"]).map(BTreeSet::len),
            Some(2)
        );
        assert_eq!(changes.inside(&["signatures"]), None);
        assert_eq!(Changes::of("signatures").inside(&["signatures"]), None);
        changes.extend(Changes::Unknown);
        changes.extend(Changes::of("paraphe.yaml"));
        assert_eq!(changes, Changes::Unknown);
    }
}
