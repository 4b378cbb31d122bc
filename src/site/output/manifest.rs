//! The list of what this program wrote into an output folder: everything else there is somebody else's.

use rayon::prelude::*;
use std::io;
use std::ops::Range;
use std::path::Path;

/// The name of the list in the output folder.
pub const NAME: &str = ".paraphe-manifest";

const HEAD: &str = "paraphe manifest 1\n";

/// Paths relative to the output folder, sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    text: String,
    lines: Vec<Range<u32>>,
}

impl Manifest {
    /// The manifest of the folder; none where there is none that can be read.
    ///
    /// # Errors
    /// Those of the system but for a file that does not exist.
    pub fn read(folder: &Path) -> io::Result<Option<Self>> {
        match std::fs::read(folder.join(NAME)) {
            Ok(bytes) => Ok(String::from_utf8(bytes).ok().and_then(Self::parse)),
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
                ) =>
            {
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    /// The manifest of these paths, which are sorted.
    pub fn new<'a>(paths: impl ExactSizeIterator<Item = &'a str> + Clone) -> Self {
        // Fifteen megabytes for 200,000 files: growing step by step takes longer than all the rest.
        let length: usize = paths.clone().map(|path| path.len() + 1).sum();
        let mut manifest = Self {
            text: String::with_capacity(HEAD.len() + length),
            lines: Vec::with_capacity(paths.len()),
        };
        manifest.text.push_str(HEAD);
        for path in paths {
            let start = manifest.text.len();
            manifest.text.push_str(path);
            manifest.lines.push(start as u32..manifest.text.len() as u32);
            manifest.text.push('\n');
        }
        manifest
    }

    /// The file's content.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The paths, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.lines.iter().map(|line| self.line(line))
    }

    /// How many paths there are.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// The paths at those places, sorted.
    pub fn paths_at(&self, places: Range<usize>) -> impl Iterator<Item = &str> {
        self.lines[places].iter().map(|line| self.line(line))
    }

    /// The paths that `other` has not.
    pub fn without<'m>(&'m self, other: &Self) -> Vec<&'m str> {
        let mut theirs = other.paths().peekable();
        let is_gone = |path: &&str| {
            // Both are in the same order.
            while theirs.next_if(|their| their < path).is_some() {}
            theirs.peek() != Some(path)
        };
        self.paths().filter(is_gone).collect()
    }

    /// Whether the path is listed.
    pub fn contains(&self, path: &str) -> bool {
        self.lines
            .binary_search_by(|line| self.line(line).cmp(path))
            .is_ok()
    }

    /// The paths in that folder itself, sorted.
    pub fn inside(&self, folder: &str) -> impl Iterator<Item = &str> {
        let start = format!("{folder}/");
        let at = self
            .lines
            .partition_point(|line| self.line(line) < start.as_str());
        let below = self.lines[at..].iter().map(|line| self.line(line));
        below
            .take_while(move |path| path.starts_with(&start))
            .filter(move |path| super::kept::is_inside(path, folder))
    }

    /// Whether a path below that folder is listed.
    pub fn has_folder(&self, folder: &str) -> bool {
        let inside = format!("{folder}/");
        let at = self
            .lines
            .partition_point(|line| self.line(line) < inside.as_str());
        self.lines
            .get(at)
            .is_some_and(|line| self.line(line).starts_with(&inside))
    }

    fn line(&self, line: &Range<u32>) -> &str {
        &self.text[line.start as usize..line.end as usize]
    }

    fn parse(text: String) -> Option<Self> {
        let rest = text.strip_prefix(HEAD)?;
        u32::try_from(text.len()).ok()?;
        if !rest.is_empty() && !rest.ends_with('\n') {
            return None;
        }
        let ends = memchr::memchr_iter(b'\n', rest.as_bytes());
        let mut lines = Vec::with_capacity(ends.clone().count());
        let mut start = HEAD.len() as u32;
        for end in ends {
            let end = (HEAD.len() + end) as u32;
            lines.push(start..end);
            start = end + 1;
        }
        let path = |line: &Range<u32>| &text[line.start as usize..line.end as usize];
        // Looking is most of the work, and nearly all lists are sound.
        if !lines
            .par_iter()
            .with_min_len(1024)
            .all(|line| is_sound(path(line)))
        {
            lines.retain(|line| is_sound(path(line)));
        }
        if !lines.is_sorted_by_key(path) {
            lines.sort_by(|a, b| path(a).cmp(path(b)));
        }
        Some(Self { text, lines })
    }
}

/// Whether a path stays below the folder it is relative to.
pub fn is_sound(path: &str) -> bool {
    !path.contains(['\\', '\0']) && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_read_as_it_was_written() {
        let manifest = Manifest::new(["a.html", "b.html", "b/c.html"].into_iter());
        assert_eq!(manifest.text(), "paraphe manifest 1\na.html\nb.html\nb/c.html\n");
        assert_eq!(
            Manifest::parse(manifest.text().to_owned()),
            Some(manifest.clone())
        );
        assert!(manifest.contains("b.html") && !manifest.contains("b"));
    }

    #[test]
    fn tells_what_another_list_has_not() {
        let all = ["a.html", "b.html", "b/c.html", "b/d.html"];
        let some = |bits: usize| -> Vec<&str> {
            (0..all.len())
                .filter(|at| bits >> at & 1 == 1)
                .map(|at| all[at])
                .collect()
        };
        for (one, other) in (0..16).flat_map(|one| (0..16).map(move |other| (one, other))) {
            let [ours, theirs] = [one, other].map(|bits| Manifest::new(some(bits).into_iter()));
            assert_eq!(ours.without(&theirs), some(one & !other), "{one:b} {other:b}");
        }
    }

    #[test]
    fn a_foreign_list_can_not_lead_out() {
        let text = format!("{HEAD}../../etc/passwd\n/etc/passwd\nz\na/./b\na\n");
        let manifest = Manifest::parse(text).unwrap();
        assert_eq!(manifest.paths().collect::<Vec<_>>(), ["a", "z"]);
        assert_eq!(Manifest::parse("something else\n".to_owned()), None);
    }
}
