//! What `git log --raw -z` prints, read into values: which commits changed which files.

use super::raw::{Difference, Mode, Oid, Side, differences};

/// A commit, with what it changes of the files that were asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// Its name.
    pub oid: Oid,
    /// When it was made, as whoever made it says: seconds since 1970.
    pub time: i64,
    /// What it changes.
    pub differences: Vec<Difference>,
}

/// How git is asked to write a commit: what [`commits`] reads.
pub const FORMAT: &str = "--format=commit %H %ct";

/// How git is asked to write what people said of a commit: what [`messages`] reads.
pub const MESSAGE: &str = "--format=%H %an <%ae>%n%B";

/// Reads the output of `log -z` with [`MESSAGE`]: each commit, with its author and its message.
///
/// None when it is not such an output.
pub fn messages(output: &[u8]) -> Option<Vec<(Oid, Vec<u8>)>> {
    let records = output
        .split(|byte| *byte == 0)
        .filter(|record| !record.is_empty());
    records
        .map(|record| {
            let end = record.iter().position(|byte| *byte == b' ')?;
            let oid = Oid::parse(std::str::from_utf8(&record[..end]).ok()?)?;
            Some((oid, record[end + 1..].to_vec()))
        })
        .collect()
}

/// Reads the output of `log -z --raw` with [`FORMAT`]: the head of each commit, then its differences, each ended by NUL.
///
/// None when it is not such an output.
pub fn commits(output: &[u8]) -> Option<Vec<Commit>> {
    let mut found: Vec<Commit> = Vec::new();
    let mut rest = output;
    while !rest.is_empty() {
        let end = rest.iter().position(|byte| *byte == 0)?;
        let head = std::str::from_utf8(&rest[..end]).ok()?;
        let (oid, time) = head.strip_prefix("commit ")?.split_once(' ')?;
        rest = &rest[end + 1..];
        let body = rest.strip_prefix(b"\n").unwrap_or(rest);
        let length = length_of_differences(body)?;
        found.push(Commit {
            oid: Oid::parse(oid)?,
            time: time.parse().ok()?,
            differences: differences(&body[..length])?,
        });
        rest = &body[length..];
    }
    Some(found)
}

/// A file that a commit brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    /// The commit.
    pub commit: Oid,
    /// The path from the top of the repository, as bytes.
    pub path: Vec<u8>,
    /// What the commit puts there.
    pub side: Side,
}

/// Reads the output of `log -c -z --raw` with [`FORMAT`]: how many commits, and the files that they bring. Of a merge,
/// those that no side of it had.
///
/// None when it is not such an output.
pub fn brought(output: &[u8]) -> Option<(usize, Vec<Brought>)> {
    let (mut commits, mut found) = (0, Vec::new());
    let mut commit = None;
    let mut fields = output.split(|byte| *byte == 0);
    while let Some(field) = fields.next() {
        let field = field.strip_prefix(b"\n").unwrap_or(field);
        if field.is_empty() {
            continue;
        }
        let field = std::str::from_utf8(field).ok()?;
        if let Some(head) = field.strip_prefix("commit ") {
            commit = Some(Oid::parse(head.split_once(' ')?.0)?);
            commits += 1;
            continue;
        }
        // One colon and one old state for each parent, then the new state.
        let parents = field.bytes().take_while(|byte| *byte == b':').count();
        let words: Vec<&str> = field.get(parents..)?.split(' ').collect();
        if parents == 0 || words.len() != 2 * parents + 3 {
            return None;
        }
        let path = fields.next().filter(|path| !path.is_empty())?.to_vec();
        let commit = commit.clone()?;
        if let Some(mode) = Mode::parse(words[parents]) {
            let oid = Oid::parse(words[2 * parents + 1])?;
            let side = Side { mode, oid };
            found.push(Brought { commit, path, side });
        }
    }
    Some((commits, found))
}

/// How many bytes of `body` are differences: pairs of fields, the first of which starts with `:`.
fn length_of_differences(body: &[u8]) -> Option<usize> {
    let field = |at: usize| {
        body[at..]
            .iter()
            .position(|byte| *byte == 0)
            .map(|end| at + end + 1)
    };
    let mut at = 0;
    while body.get(at) == Some(&b':') {
        at = field(field(at)?)?;
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::{brought, commits};

    const A: &str = "1111111111111111111111111111111111111111";
    const ZERO: &str = "0000000000000000000000000000000000000000";

    #[test]
    fn reads_commits_whatever_the_names_of_their_files() {
        let output = format!(
            "commit {A} 12\0\n:000000 100644 {ZERO} {A} A\0commit x\0:000000 100644 {ZERO} {A} A\0:y\n\0commit {A} -5\0"
        );
        let found = commits(output.as_bytes()).unwrap();
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].time, found[1].time), (12, -5));
        let paths: Vec<&[u8]> = found[0]
            .differences
            .iter()
            .map(|found| found.path.as_slice())
            .collect();
        assert_eq!(paths, [&b"commit x"[..], b":y\n"]);
        assert_eq!(commits(b""), Some(Vec::new()));
    }

    #[test]
    fn reads_what_commits_and_merges_bring() {
        let output = format!(
            "commit {A} 3\0\0::000000 100644 100755 {ZERO} {ZERO} {A} AA\0e\0commit {A} 2\0\0commit {A} 1\0\n\
             :000000 100644 {ZERO} {A} A\0commit x\0:100644 000000 {A} {ZERO} D\0:y\0"
        );
        let (commits, found) = brought(output.as_bytes()).unwrap();
        assert_eq!(commits, 3);
        let paths: Vec<&[u8]> = found.iter().map(|found| found.path.as_slice()).collect();
        assert_eq!(paths, [&b"e"[..], b"commit x"]);
        assert_eq!(brought(b""), Some((0, Vec::new())));
        for wrong in ["x\0", ":1 2 3 4 A\0p\0", "commit x\0"] {
            assert_eq!(brought(wrong.as_bytes()), None, "{wrong}");
        }
    }

    #[test]
    fn refuses_what_git_does_not_write() {
        for wrong in [
            "x\0".to_owned(),
            format!("commit {A} 1"),
            format!("commit {A} x\0"),
            "commit zz 1\0".to_owned(),
            format!("commit {A} 1\0\n:x\0"),
            format!("commit {A} 1\0\n:x\0y\0"),
        ] {
            assert_eq!(commits(wrong.as_bytes()), None, "{wrong}");
        }
    }
}
