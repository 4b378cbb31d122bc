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

    /// Whether it is certain that nothing changed but below these folders.
    pub fn are_below(&self, folders: &[&str]) -> bool {
        let is_below = |path: &String| {
            let (first, rest) = path.split_once('/').unwrap_or((path, ""));
            !rest.is_empty() && folders.contains(&first)
        };
        matches!(self, Self::Paths(paths) if paths.iter().all(is_below))
    }

    /// Whether it is certain that nothing changed but signatures, texts and pages: no picture, and nothing of a theme.
    pub fn are_of_pages(&self) -> bool {
        let is_of_page = |path: &String| {
            path.starts_with("signatures/") || path.starts_with("content/") && path.ends_with(".md")
        };
        matches!(self, Self::Paths(paths) if paths.iter().all(is_of_page))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_stays_so() {
        let mut changes = Changes::of("signatures/charter/une.yaml");
        changes.extend(Changes::of("themes/ours/static/a.css"));
        assert!(matches!(&changes, Changes::Paths(paths) if paths.len() == 2));
        assert!(changes.are_below(&["signatures", "themes"]));
        assert!(!changes.are_below(&["signatures"]));
        assert!(!Changes::of("signatures").are_below(&["signatures"]));
        assert!(!changes.are_of_pages());
        assert!(Changes::of("content/charter/1.0.md").are_of_pages());
        assert!(!Changes::of("content/charter/map.png").are_of_pages());
        changes.extend(Changes::Unknown);
        changes.extend(Changes::of("paraphe.yaml"));
        assert_eq!(changes, Changes::Unknown);
    }
}
