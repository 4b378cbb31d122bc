//! What git's plumbing prints with `-z`, read into values.
//!
//! File names are bytes that a stranger chose: they come last, ended by NUL, and nothing in them is interpreted.

/// The name of an object: SHA-1 or SHA-256 in hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Oid(Box<str>);

impl Oid {
    /// Reads 40 or 64 hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        let sound = matches!(text.len(), 40 | 64) && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        sound.then(|| Self(text.into()))
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its first twelve digits, for a person.
    pub fn short(&self) -> &str {
        self.0.get(..12).unwrap_or(&self.0)
    }

    /// Whether it is all zeros: what git prints for a file whose bytes it has not looked at.
    pub fn is_zero(&self) -> bool {
        self.0.bytes().all(|byte| byte == b'0')
    }
}

impl std::fmt::Display for Oid {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

/// What a path of a tree is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// An ordinary file.
    File,
    /// A file that can be run.
    Executable,
    /// A symbolic link.
    Link,
    /// Another repository, by commit.
    Submodule,
}

impl Mode {
    /// Reads six octal digits; none for the zeros of "no file", and for what git does not write.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "120000" => Some(Self::Link),
            "160000" => Some(Self::Submodule),
            _ if text.len() == 6 && text.starts_with("100") => {
                let bits = u32::from_str_radix(&text[3..], 8).ok()?;
                Some(if bits & 0o111 == 0 {
                    Self::File
                } else {
                    Self::Executable
                })
            }
            _ => None,
        }
    }

    /// Whether it holds bytes of its own.
    pub fn is_file(self) -> bool {
        matches!(self, Self::File | Self::Executable)
    }
}

/// One side of a difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// What the path is.
    pub mode: Mode,
    /// Its object; all zeros when it has to be read from the working tree.
    pub oid: Oid,
}

/// One path that differs between two trees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The path from the top of the repository, as bytes.
    pub path: Vec<u8>,
    /// What it was; none when it was not there.
    pub old: Option<Side>,
    /// What it is; none when it is gone.
    pub new: Option<Side>,
    /// Whether the index holds several states of it: a merge that is not ended.
    pub unmerged: bool,
}

/// Reads the output of `diff-tree -r -z --raw` or `diff-index -z --raw`, without renames.
///
/// None when it is not such an output.
pub fn differences(output: &[u8]) -> Option<Vec<Difference>> {
    let mut fields = output.split(|byte| *byte == 0);
    let mut found = Vec::new();
    loop {
        let head = match fields.next() {
            None | Some([]) => return fields.next().is_none().then_some(found),
            Some(head) => std::str::from_utf8(head).ok()?.strip_prefix(':')?,
        };
        let path = fields.next().filter(|path| !path.is_empty())?.to_vec();
        let words: Vec<&str> = head.split(' ').collect();
        let [old_mode, new_mode, old, new, status] = words[..] else {
            return None;
        };
        let side = |mode: &str, oid: &str| {
            Some(Side {
                mode: Mode::parse(mode)?,
                oid: Oid::parse(oid)?,
            })
        };
        found.push(Difference {
            path,
            old: side(old_mode, old),
            new: side(new_mode, new),
            unmerged: status.starts_with('U'),
        });
    }
}

/// One path of a tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TreeEntry {
    /// The path from the top of the repository, as bytes.
    pub path: Vec<u8>,
    /// What it is, and its object.
    pub side: Side,
}

/// Reads the output of `ls-tree -r -z`.
///
/// None when it is not such an output.
pub fn tree(output: &[u8]) -> Option<Vec<TreeEntry>> {
    let mut found = Vec::new();
    for record in output
        .split(|byte| *byte == 0)
        .filter(|record| !record.is_empty())
    {
        let tab = record.iter().position(|byte| *byte == b'\t')?;
        let head = std::str::from_utf8(&record[..tab]).ok()?;
        let mut words = head.split(' ');
        let (mode, _, oid) = (words.next()?, words.next()?, words.next()?);
        let side = Side {
            mode: Mode::parse(mode)?,
            oid: Oid::parse(oid)?,
        };
        found.push(TreeEntry {
            path: record[tab + 1..].to_vec(),
            side,
        });
    }
    Some(found)
}

/// The files of a working tree that git knows, or that it neither knows nor is told to ignore: the output of
/// `ls-files -z -t`, with `--cached` or `--others`.
#[derive(Debug)]
pub struct Listing(Vec<u8>);

impl Listing {
    /// Takes such an output.
    ///
    /// None when there is anything else in it, like a file of which git holds several states.
    pub fn read(output: Vec<u8>) -> Option<Self> {
        let ended = output.last().is_none_or(|last| *last == 0);
        let listing = Self(output);
        let sound = listing
            .records()
            .all(|(mark, _)| matches!(mark, b"H " | b"S " | b"? "));
        (ended && sound).then_some(listing)
    }

    /// The same with the files of `more` behind its own.
    pub fn and(mut self, more: &Self) -> Self {
        self.0.extend_from_slice(&more.0);
        self
    }

    /// The paths of all files, those that git does not know first.
    pub fn all(&self) -> impl Iterator<Item = &[u8]> + Clone {
        self.records().map(|(_, path)| path)
    }

    /// The paths of the files that git does not know.
    pub fn unknown(&self) -> impl Iterator<Item = &[u8]> {
        let unknown = self.records().filter(|(mark, _)| *mark == b"? ");
        unknown.map(|(_, path)| path)
    }

    /// The mark of each file, and its path.
    fn records(&self) -> impl Iterator<Item = (&[u8], &[u8])> + Clone {
        let mut start = 0;
        memchr::memchr_iter(0, &self.0).map(move |end| {
            let record = &self.0[start..end];
            start = end + 1;
            record.split_at(record.len().min(2))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: &str = "1111111111111111111111111111111111111111";
    const ZERO: &str = "0000000000000000000000000000000000000000";

    #[test]
    fn reads_differences_whatever_their_names() {
        let output = format!(
            ":000000 100644 {ZERO} {A} A\0a\nb\0:100755 000000 {A} {ZERO} D\0:1\u{1b}\0:100644 120000 {A} {ZERO} T\0x y\0"
        );
        let found = differences(output.as_bytes()).unwrap();
        assert_eq!(found.len(), 3);
        assert_eq!(found[0].path, b"a\nb");
        assert!(found[0].old.is_none() && found[0].new.as_ref().unwrap().mode == Mode::File);
        assert!(found[1].new.is_none() && found[1].old.as_ref().unwrap().mode == Mode::Executable);
        assert_eq!(found[1].path, ":1\u{1b}".as_bytes());
        assert!(found[2].new.as_ref().unwrap().oid.is_zero());
        assert_eq!(differences(b""), Some(Vec::new()));
    }

    #[test]
    fn refuses_what_git_does_not_write() {
        for wrong in [
            "x\0",
            ":100644\0p\0",
            ":1 2 3 4 5 6\0p\0",
            ":000000 100644 a b A\0",
        ] {
            assert_eq!(differences(wrong.as_bytes()), None, "{wrong}");
        }
        assert_eq!(tree(b"no tab\0"), None);
        assert_eq!(tree(format!("040000 tree {A}\td\0").as_bytes()), None);
    }

    #[test]
    fn reads_which_files_there_are() {
        let listing = Listing::read(b"? a\n\0? ? b\0H c\0S H d\0".to_vec()).unwrap();
        assert_eq!(listing.unknown().collect::<Vec<_>>(), [&b"a\n"[..], b"? b"]);
        assert_eq!(
            listing.all().collect::<Vec<_>>(),
            [&b"a\n"[..], b"? b", b"c", b"H d"]
        );
        assert!(Listing::read(Vec::new()).is_some());
        for wrong in [&b"? a\0M b\0"[..], b"H\0", b"\0", b"Hx\0", b"H a\0H b"] {
            assert!(Listing::read(wrong.to_vec()).is_none());
        }
    }

    #[test]
    fn reads_a_tree() {
        let output = format!("100644 blob {A}\ta\tb\0120000 blob {A}\tl\0160000 commit {A}\ts\0");
        let found = tree(output.as_bytes()).unwrap();
        assert_eq!(found[0].path, b"a\tb");
        assert_eq!(
            found.iter().map(|entry| entry.side.mode).collect::<Vec<_>>(),
            [Mode::File, Mode::Link, Mode::Submodule]
        );
    }
}
