//! The history of adherences, from the commits that brought them.

use super::act::{Act, ActKind};
use super::change::prefix;
use super::git::{Blob, Blobs, Git, GitError, Oid, Side};
use crate::identifier::{Date, Digest, Slug, TextId, unix_line_ends};
use crate::project::Steward;
use crate::register::{Role, role};
use crate::signature::{Action, Document, Kind, Reading, SIZE_LIMIT};
use std::collections::HashMap;
use std::path::Path;

/// Something that happened to an adherence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What was done, by which file.
    pub act: Act,
    /// The organisation's short name.
    pub organisation: Slug,
    /// The digest of the signed file; none when it was taken away.
    pub digest: Option<Digest>,
    /// The commit that brought it.
    pub commit: Oid,
    /// The day of that commit, in universal time.
    pub committed: Date,
}

/// What happened, and whether the clone knows the beginning of it.
#[derive(Clone, Debug)]
pub struct History {
    /// The events, the oldest first.
    pub events: Vec<Event>,
    /// Whether a part of the history is not here.
    pub shallow: bool,
}

/// The history of the signed files at `paths`, which are files or folders of the project at `root`, up to the present commit.
///
/// Only what came into the present branch counts: a merge is one event, whatever was tried before it.
///
/// # Errors
/// When git can't answer.
pub fn history(root: &Path, paths: &[String], stewards: &[Steward]) -> Result<History, GitError> {
    let git = Git::open(root)?;
    let prefix = prefix(&git, root)?;
    let head = git.commit("HEAD")?;
    let paths: Vec<String> = paths.iter().map(|path| format!("{prefix}{path}")).collect();
    let mut reader = Reader {
        blobs: git.blobs(),
        stewards,
        last: HashMap::new(),
    };
    let mut events = Vec::new();
    for commit in git.history(&head, &paths)? {
        let committed = day(commit.time);
        let first = events.len();
        for difference in commit.differences {
            let path = String::from_utf8(difference.path).ok();
            let path = path.as_deref().and_then(|path| path.strip_prefix(&prefix));
            let Some((path, role)) = path.and_then(|path| Some((path, role(path).ok()?))) else {
                continue;
            };
            if let Some((act, organisation, digest)) = reader.read(path, role, difference.new.as_ref())? {
                events.push(Event {
                    act,
                    organisation,
                    digest,
                    commit: commit.oid.clone(),
                    committed,
                });
            }
        }
        // What one commit brings came in the order of its dates, not of its paths; a signature before what attests it.
        events[first..].sort_by(|one, other| order(one).cmp(&order(other)));
    }
    Ok(History {
        events,
        shallow: git.is_shallow(),
    })
}

/// What was done earlier comes first.
fn order(event: &Event) -> (Option<&str>, bool) {
    (event.act.date.as_deref(), event.act.kind == ActKind::Attests)
}

/// The day of a time in seconds since 1970; the first of all days for a time that no calendar has.
fn day(time: i64) -> Date {
    let span = jiff::Span::new().try_days(time.div_euclid(86_400));
    let start = jiff::civil::date(1970, 1, 1);
    span.map_or(start, |span| start.saturating_add(span)).into()
}

struct Reader<'a> {
    blobs: Blobs<'a>,
    stewards: &'a [Steward],
    /// What the signature at a path last said.
    last: HashMap<String, Action>,
}

impl Reader<'_> {
    fn read(
        &mut self,
        path: &str,
        role: Role,
        side: Option<&Side>,
    ) -> Result<Option<(Act, Slug, Option<Digest>)>, GitError> {
        let (text, organisation, kind) = match role {
            Role::Signature(text, organisation) => (text, organisation, Kind::Adherence),
            Role::Attestation(text, organisation) => (text, organisation, Kind::Attestation),
            _ => return Ok(None),
        };
        let act = plain(path, &text);
        let Some(side) = side else {
            self.last.remove(path);
            let gone = Act {
                kind: ActKind::Removes,
                ..act
            };
            return Ok(Some((gone, organisation, None)));
        };
        let bytes = match self.blobs.read(&side.oid, SIZE_LIMIT) {
            Ok(Blob::Bytes(bytes)) if side.mode.is_file() => bytes,
            // A submodule's commit is no object of this repository.
            Ok(_) | Err(GitError::MissingObject(_)) => return Ok(Some((act, organisation, None))),
            Err(error) => return Err(error),
        };
        let digest = Digest::of(&unix_line_ends(&bytes));
        let act = self.act(act, path, &bytes, kind);
        Ok(Some((act, organisation, Some(digest))))
    }

    /// What a signed file did; it stays unreadable when it breaks a rule of its own.
    fn act(&mut self, act: Act, path: &str, bytes: &[u8], kind: Kind) -> Act {
        let Ok(mut reading) = Reading::new(path, bytes, kind) else {
            return act;
        };
        reading.check_seal();
        let Ok(signed) = reading.finish() else {
            return act;
        };
        let key = signed.seal.key;
        let act = Act {
            fingerprint: Some(key.fingerprint()),
            sound: true,
            ..act
        };
        match signed.document {
            Document::Adherence(adherence) => {
                let before = self.last.insert(path.to_owned(), adherence.action);
                Act {
                    kind: match (adherence.action, before) {
                        (Action::Withdraw, _) => ActKind::Withdraws,
                        (Action::Sign, None) => ActKind::Signs,
                        (Action::Sign, Some(Action::Sign)) => ActKind::SignsAgain,
                        (Action::Sign, Some(Action::Withdraw)) => ActKind::Returns,
                    },
                    organisation: Some(adherence.organisation.name.to_string()),
                    city: Some(adherence.organisation.city.to_string()),
                    version: Some(adherence.version.to_string()),
                    date: Some(adherence.date.to_string()),
                    ..act
                }
            }
            Document::Attestation(attestation) => Act {
                kind: ActKind::Attests,
                organisation: Some(attestation.organisation.to_string()),
                date: Some(attestation.date.to_string()),
                steward: self
                    .stewards
                    .iter()
                    .find(|steward| steward.key == key)
                    .map(|steward| steward.name.to_string()),
                ..act
            },
        }
    }
}

fn plain(path: &str, text: &TextId) -> Act {
    Act {
        kind: ActKind::Unreadable,
        path: path.to_owned(),
        organisation: None,
        city: None,
        text: Some(text.to_string()),
        version: None,
        date: None,
        fingerprint: None,
        steward: None,
        sound: false,
    }
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn any_time_has_a_day() {
        assert_eq!(day(0).to_string(), "1970-01-01");
        assert_eq!(day(1_795_469_012).to_string(), "2026-11-23");
        assert_eq!(day(-1).to_string(), "1969-12-31");
        for time in [i64::MIN, i64::MAX] {
            let _ = day(time);
        }
    }
}
