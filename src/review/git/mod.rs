//! Git, asked through its own program and trusted with nothing.
//!
//! A repository may come from a stranger: its configuration, attributes, hooks and filters name programs to run. So
//! its `.git` is found here and not by git, and all but the names of revisions is asked in a *bare room*: an empty git
//! folder, made for the occasion, that borrows the repository's objects and index but has no configuration, attributes,
//! hooks or remotes of its own. No network, no prompt, no lock, no replaced object, nobody's own settings; every answer is
//! bounded in size and in time.

mod blobs;
mod breadth;
#[cfg(test)]
#[cfg(unix)]
pub mod edits;
mod error;
pub mod history;
mod process;
pub mod raw;
mod room;
mod strangers;

pub use blobs::{Blob, Blobs};
pub use error::GitError;
pub use raw::{Difference, Listing, Mode, Oid, Side, TreeEntry};

use blobs::Talks;
use process::{Ended, failed, run};
use room::{bare_folder, bare_room, git_folder, is_bounded, read_pointer};
use std::collections::HashSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How long all questions together may take.
const TIME: Duration = Duration::from_secs(120);

/// The largest answer that is kept in memory: the names of a million files.
const ANSWER_LIMIT: usize = 256 * 1024 * 1024;

/// How every difference is asked for: the answer that [`raw`] and [`history`] read, without renames, filters or other programs,
/// and whatever the `.gitmodules` of the repository wants to be passed over.
const RAW: [&str; 7] = [
    "-z",
    "--raw",
    "--no-abbrev",
    "--no-renames",
    "--no-ext-diff",
    "--no-textconv",
    "--ignore-submodules=none",
];

/// The same for the differences that commits make.
const LOG: [&str; 4] = ["-r", "--no-show-signature", "--no-mailmap", history::FORMAT];

/// A repository.
#[derive(Debug)]
pub struct Git {
    /// The git folder of this working tree.
    folder: PathBuf,
    /// The git folder that all working trees of the repository share.
    common: PathBuf,
    /// The top of the working tree; the git folder where there is none.
    top: PathBuf,
    /// Whether there is no working tree.
    bare: bool,
    /// The readers of objects that nobody uses now. They end before the room goes.
    idle: Mutex<Vec<Talks>>,
    /// The bare room.
    room: tempfile::TempDir,
    deadline: Instant,
}

impl Git {
    /// Finds the repository that `start` lies in.
    ///
    /// # Errors
    /// [`GitError::NotARepository`], or a failure to prepare.
    pub fn open(start: &Path) -> Result<Self, GitError> {
        let start = std::path::absolute(start).map_err(|_| GitError::NotARepository)?;
        let (top, folder, bare) = start
            .ancestors()
            .find_map(|top| {
                let of_tree = git_folder(top).map(|folder| (folder, false));
                let (folder, bare) = of_tree.or_else(|| Some((bare_folder(top)?, true)))?;
                Some((top.to_owned(), folder, bare))
            })
            .ok_or(GitError::NotARepository)?;
        if !is_bounded(&folder) {
            return Err(GitError::NotARepository);
        }
        let common = match read_pointer(&folder.join("commondir")) {
            Some(path) => folder.join(path.trim_end()),
            None => folder.clone(),
        };
        if !is_bounded(&common) {
            return Err(GitError::NotARepository);
        }
        let room = bare_room(&folder, &common)
            .map_err(|error| failed("init", &format!("{}: {error}", std::env::temp_dir().display())))?;
        Ok(Self {
            folder,
            common,
            top,
            bare,
            idle: Mutex::default(),
            room,
            deadline: Instant::now() + TIME,
        })
    }

    /// The top of the working tree; the git folder where there is none.
    pub fn top(&self) -> &Path {
        &self.top
    }

    /// Whether there is no working tree.
    pub fn is_bare(&self) -> bool {
        self.bare
    }

    /// Whether a part of the history is not here.
    pub fn is_shallow(&self) -> bool {
        self.common.join("shallow").exists()
    }

    /// Whether a merge has been started and not ended.
    pub fn is_merging(&self) -> bool {
        self.folder.join("MERGE_HEAD").exists()
    }

    /// The commit that `revision` names.
    ///
    /// # Errors
    /// [`GitError::UnknownRevision`] when there is none, [`GitError::AmbiguousRevision`] when a tag and a branch have that name:
    /// tags come along from whoever's repository is fetched, and git would take the tag.
    pub fn commit(&self, revision: &str) -> Result<Oid, GitError> {
        let unknown = || GitError::UnknownRevision {
            revision: revision.to_owned(),
            shallow: self.is_shallow(),
        };
        if revision.is_empty() || revision.contains(['\0', '\n']) {
            return Err(unknown());
        }
        let mut command = self.command(&self.folder);
        command.args(["rev-parse", "--verify", "--end-of-options"]);
        command.arg(format!("{revision}^{{commit}}"));
        let (ended, output) = run(command, "rev-parse", 0, 4096, self.deadline)?;
        let text = String::from_utf8_lossy(&output);
        match Oid::parse(text.trim_end()) {
            Some(_) if is_ambiguous(&ended.complaint) => {
                Err(GitError::AmbiguousRevision(revision.to_owned()))
            }
            Some(oid) if ended.code == Some(0) => Ok(oid),
            _ => Err(unknown()),
        }
    }

    /// The best common ancestors of two commits, more than one where histories cross; none when there is none here.
    ///
    /// # Errors
    /// When git fails.
    pub fn merge_bases(&self, one: &Oid, other: &Oid) -> Result<Vec<Oid>, GitError> {
        let arguments = ["--all", one.as_str(), other.as_str()];
        let (ended, output) = self.ask_for_status("merge-base", &arguments)?;
        let text = String::from_utf8_lossy(&output);
        match ended.code {
            Some(0) => Ok(text.lines().filter_map(Oid::parse).collect()),
            // Nothing said and status 1: no common ancestor. Anything said: history that is not here.
            Some(1) => Ok(Vec::new()),
            _ if self.is_shallow() => Ok(Vec::new()),
            _ => Err(failed("merge-base", &ended.complaint)),
        }
    }

    /// What differs between two commits.
    ///
    /// # Errors
    /// When git fails.
    pub fn differences(&self, old: &Oid, new: &Oid) -> Result<Vec<Difference>, GitError> {
        let output = self.ask_all("diff-tree", &[&["-r"], &RAW, &[old.as_str(), new.as_str()]])?;
        raw::differences(&output).ok_or_else(|| unreadable("diff-tree"))
    }

    /// What differs between a commit and the working tree, as far as git knows its files.
    ///
    /// Whether a file that git has not looked at lately really differs is for the reader of its bytes to say: its new
    /// object is all zeros.
    ///
    /// # Errors
    /// When git fails.
    pub fn differences_in_work_tree(&self, old: &Oid) -> Result<Vec<Difference>, GitError> {
        // Looking into a submodule would run git in it, with its own configuration.
        let commit = ["--ignore-submodules=dirty", old.as_str(), "--"];
        let output = self.ask_of_index("diff-index", &[&RAW[..], &commit].concat())?;
        raw::differences(&output).ok_or_else(|| unreadable("diff-index"))
    }

    /// The files of the working tree, but for those that git is told to ignore.
    ///
    /// # Errors
    /// [`GitError::MergeInProgress`] when git holds several states of a file, or when git fails.
    pub fn listing(&self) -> Result<Listing, GitError> {
        let known = self.ask_of_index("ls-files", &["-z", "-t", "--cached"])?;
        let known = Listing::read(known).ok_or(GitError::MergeInProgress)?;
        let few = strangers::strangers(&self.top, &known);
        if few.as_ref().is_some_and(Vec::is_empty) {
            return Ok(known);
        }
        let mut arguments = vec!["-z", "-t", "--others", "--exclude-standard"];
        let exclude: Vec<String> = [Some(self.common.join("info/exclude")), own_ignore()]
            .into_iter()
            .flatten()
            .filter(|path| path.is_file())
            .filter_map(|path| Some(format!("--exclude-from={}", path.to_str()?)))
            .collect();
        arguments.extend(exclude.iter().map(String::as_str));
        arguments.push("--");
        arguments.extend(few.iter().flatten().map(String::as_str));
        let unknown = self.ask_of_index("ls-files", &arguments)?;
        let unknown = Listing::read(unknown).ok_or_else(|| unreadable("ls-files"))?;
        Ok(unknown.and(&known))
    }

    /// Every file of a commit below `paths`.
    ///
    /// # Errors
    /// When git fails.
    pub fn tree(&self, commit: &Oid, paths: &[String]) -> Result<Vec<TreeEntry>, GitError> {
        let mut arguments = vec!["-r", "-z", "--full-tree", commit.as_str(), "--"];
        arguments.extend(paths.iter().map(String::as_str));
        let output = self.ask("ls-tree", &arguments)?;
        raw::tree(&output).ok_or_else(|| unreadable("ls-tree"))
    }

    /// The commits up to `commit` that changed something below `paths`, the oldest first; of a merge, what it brought.
    ///
    /// # Errors
    /// When git fails.
    pub fn history(&self, commit: &Oid, paths: &[String]) -> Result<Vec<history::Commit>, GitError> {
        let which = ["--reverse", "--first-parent", "-m", commit.as_str(), "--"];
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        let output = self.ask_all("log", &[&RAW, &LOG, &which, &paths])?;
        history::commits(&output).ok_or_else(|| unreadable("log"))
    }

    /// What the commits bring that `head` has and `since` has not, the newest first: how many commits, at most one more
    /// than `limit`, and their files.
    ///
    /// # Errors
    /// When git fails.
    pub fn brought(
        &self,
        since: &Oid,
        head: &Oid,
        limit: usize,
    ) -> Result<(usize, Vec<history::Brought>), GitError> {
        let count = format!("--max-count={}", limit + 1);
        let since = format!("^{since}");
        let which = ["-c", count.as_str(), head.as_str(), since.as_str(), "--"];
        let output = self.ask_all("log", &[&RAW, &LOG, &which])?;
        history::brought(&output).ok_or_else(|| unreadable("log"))
    }

    /// What is written in the commits that `head` has and `since` has not, the newest first; of `limit` of them at most.
    ///
    /// # Errors
    /// When git fails.
    pub fn messages(&self, since: &Oid, head: &Oid, limit: usize) -> Result<Vec<(Oid, Vec<u8>)>, GitError> {
        let count = format!("--max-count={limit}");
        let since = format!("^{since}");
        let which = [count.as_str(), head.as_str(), since.as_str(), "--"];
        let output = self.ask_all("log", &[&["-z", "--no-show-signature", history::MESSAGE], &which])?;
        history::messages(&output).ok_or_else(|| unreadable("log"))
    }

    /// The commits of a shallow clone whose parents are not here.
    pub fn cut_off(&self) -> HashSet<Oid> {
        let text = read_pointer(&self.common.join("shallow")).unwrap_or_default();
        text.lines().filter_map(Oid::parse).collect()
    }

    /// Every state that the files at `paths` ever had up to `commit`, on whatever branch, the newest first; none when git does not
    /// come to the end of the history within `time`.
    ///
    /// # Errors
    /// When git fails.
    pub fn states(
        &self,
        commit: &Oid,
        paths: &[String],
        time: Duration,
    ) -> Result<Option<Vec<history::Brought>>, GitError> {
        let which = ["--full-history", "-m", commit.as_str(), "--"];
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        let mut command = self.command(self.room.path());
        command.arg("log").args([&RAW[..], &LOG, &which, &paths].concat());
        let deadline = self.deadline.min(Instant::now() + time);
        let (ended, output) = match run(command, "log", 0, ANSWER_LIMIT, deadline) {
            Err(GitError::TooSlow) if Instant::now() < self.deadline => return Ok(None),
            ran => ran?,
        };
        if ended.code != Some(0) {
            return Err(failed("log", &ended.complaint));
        }
        let (_, states) = history::brought(&output).ok_or_else(|| unreadable("log"))?;
        Ok(Some(states))
    }

    /// Checks that no difference that is asked for between `base` and `tip`, or of a commit that `tip` has and `since` has
    /// not, of `limit` of them at most, can come to more paths than any sound one. Git would count them without end.
    ///
    /// # Errors
    /// [`GitError::TooManyFiles`] or [`GitError::TooMuch`], or when git fails.
    pub fn check_breadth(
        &self,
        bases: &[&Oid],
        since: &Oid,
        tip: &Oid,
        limit: usize,
    ) -> Result<(), GitError> {
        let mut breadth = breadth::Breadth::new(self.blobs());
        for base in bases {
            breadth.check(Some(base), tip)?;
        }
        let count = format!("--max-count={limit}");
        let since = format!("^{since}");
        let which = [
            "--format=%H %P",
            count.as_str(),
            tip.as_str(),
            since.as_str(),
            "--",
        ];
        let output = self.ask_all("log", &[&["--no-show-signature"], &which])?;
        for line in String::from_utf8_lossy(&output).lines() {
            let mut names = line.split(' ').filter_map(Oid::parse);
            let Some(commit) = names.next() else { continue };
            let parents: Vec<Oid> = names.collect();
            if parents.is_empty() {
                breadth.check(None, &commit)?;
            }
            for parent in &parents {
                breadth.check(Some(parent), &commit)?;
            }
        }
        Ok(())
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Talks>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A reader of objects.
    pub fn blobs(&self) -> Blobs<'_> {
        Blobs::new(self)
    }

    /// Gives each of `oids` to `look`, with its index, as long as it answers `true`; objects larger than `limit` are
    /// passed over.
    ///
    /// # Errors
    /// When git fails.
    pub fn each_blob(
        &self,
        oids: &[&Oid],
        limit: usize,
        look: impl FnMut(usize, &[u8]) -> bool,
    ) -> Result<(), GitError> {
        blobs::each(self, oids, limit, look)
    }

    /// Asks `name` with several lists of arguments.
    fn ask_all(&self, name: &str, arguments: &[&[&str]]) -> Result<Vec<u8>, GitError> {
        self.ask(name, &arguments.concat())
    }

    /// Asks in the bare room, and takes nothing but success for an answer.
    fn ask(&self, name: &str, arguments: &[&str]) -> Result<Vec<u8>, GitError> {
        succeeded(name, self.ask_for_status(name, arguments)?)
    }

    /// Asks `name` what only the index knows. Some others would read all of it and then not need it.
    fn ask_of_index(&self, name: &str, arguments: &[&str]) -> Result<Vec<u8>, GitError> {
        let index = self.folder.join("index");
        // The names in it are most of it, and an answer grows to all names at most.
        let expected = std::fs::metadata(&index).map_or(0, |data| data.len() as usize);
        let mut command = self.command(self.room.path());
        command.env("GIT_INDEX_FILE", index).arg(name).args(arguments);
        succeeded(name, run(command, name, expected, ANSWER_LIMIT, self.deadline)?)
    }

    fn ask_for_status(&self, name: &str, arguments: &[&str]) -> Result<(Ended, Vec<u8>), GitError> {
        let mut command = self.command(self.room.path());
        command.arg(name).args(arguments);
        run(command, name, 0, ANSWER_LIMIT, self.deadline)
    }

    /// `git` with nobody's settings, `folder` as its git folder, and the repository's objects.
    fn command(&self, folder: &Path) -> Command {
        let mut command = Command::new("git");
        let kept = ["PATH", "SYSTEMROOT", "TEMP", "TMP"];
        let kept: Vec<_> = kept
            .iter()
            .filter_map(|name| std::env::var_os(name).map(|value| (*name, value)))
            .collect();
        command.env_clear().envs(kept);
        for (name, value) in [
            ("LC_ALL", "C"),
            ("GIT_CONFIG_NOSYSTEM", "1"),
            ("GIT_CONFIG_GLOBAL", "/dev/null"),
            ("GIT_ATTR_NOSYSTEM", "1"),
            ("GIT_TERMINAL_PROMPT", "0"),
            ("GIT_OPTIONAL_LOCKS", "0"),
            ("GIT_NO_LAZY_FETCH", "1"),
            ("GIT_NO_REPLACE_OBJECTS", "1"),
            ("GIT_LITERAL_PATHSPECS", "1"),
            ("GIT_ALLOW_PROTOCOL", "none"),
            ("GIT_PAGER", "cat"),
        ] {
            command.env(name, value);
        }
        // A git from before 2.32 does not know GIT_CONFIG_GLOBAL: there are no settings at home either.
        for home in ["HOME", "XDG_CONFIG_HOME"] {
            command.env(home, self.room.path());
        }
        command
            .env("GIT_DIR", folder)
            .env("GIT_WORK_TREE", &self.top)
            .env("GIT_OBJECT_DIRECTORY", self.common.join("objects"))
            .current_dir(&self.top);
        for setting in [
            "core.hooksPath=/dev/null",
            "core.fsmonitor=false",
            // Its twenty threads would keep all that runs beside them waiting.
            "core.preloadIndex=false",
            "core.untrackedCache=false",
            "core.attributesFile=/dev/null",
            "core.quotePath=false",
            "diff.external=",
            "advice.graftFileDeprecated=false",
        ] {
            command.args(["-c", setting]);
        }
        command.args(["--no-pager", "--no-optional-locks", "--no-replace-objects"]);
        command
    }
}

/// The reader's own list of names to ignore, where git looks for it (gitignore(5)): what is in it goes into no commit of
/// theirs. It is all that is taken from their home.
fn own_ignore() -> Option<PathBuf> {
    let set = |name| std::env::var_os(name).filter(|value| !value.is_empty());
    let folder = set("XDG_CONFIG_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(set("HOME")?).join(".config")))?;
    Some(folder.join("git").join("ignore"))
}

/// What was answered, where the question could be answered.
fn succeeded(name: &str, (ended, output): (Ended, Vec<u8>)) -> Result<Vec<u8>, GitError> {
    if ended.code == Some(0) {
        Ok(output)
    } else {
        Err(failed(name, &ended.complaint))
    }
}

/// Whether git says that several references have the name that it was given. Whole names come first, and those in capitals
/// that are its own.
fn is_ambiguous(complaint: &str) -> bool {
    let capital = |byte: u8| byte.is_ascii_uppercase() || byte == b'_';
    let is_its_own = |name: &str| name.ends_with("HEAD") && name.bytes().all(capital);
    let mut named = complaint.lines().filter_map(|line| {
        let (_, rest) = line.split_once("refname '")?;
        rest.strip_suffix("' is ambiguous.")
    });
    named.any(|name| !name.starts_with("refs/") && !is_its_own(name))
}

fn unreadable(name: &str) -> GitError {
    failed(name, "unreadable answer")
}

/// A path of the repository as the system writes it; none where the system can't have such a name.
pub fn os_path(path: &[u8]) -> Option<&OsStr> {
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt as _;
        Some(OsStr::from_bytes(path))
    }
    #[cfg(not(unix))]
    {
        std::str::from_utf8(path).ok().map(OsStr::new)
    }
}
