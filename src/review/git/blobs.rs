//! Objects, read one after the other by one `git cat-file` that stays.

use super::process::{Process, failed};
use super::{Git, GitError, Oid};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::{ChildStdin, ChildStdout};
use std::time::Duration;

/// What an object is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Blob {
    /// Its bytes.
    Bytes(Vec<u8>),
    /// It is larger than asked; how large.
    TooLarge(u64),
}

/// A reader of objects. Sizes are asked before bytes, so that nothing large is ever read.
///
/// The processes that it talks to are given back to the repository when it goes, for the next reader.
pub struct Blobs<'g> {
    git: &'g Git,
    talks: Talks,
}

/// The processes that a reader talks to; none before the first question, nor after a failure.
#[derive(Debug, Default)]
pub(super) struct Talks {
    sizes: Option<Talk>,
    contents: Option<Talk>,
}

impl<'g> Blobs<'g> {
    pub(super) fn new(git: &'g Git) -> Self {
        let talks = git.idle().pop().unwrap_or_default();
        Self { git, talks }
    }

    /// The object `oid`, if it has at most `limit` bytes.
    ///
    /// # Errors
    /// When the clone does not hold it, or git fails.
    pub fn read(&mut self, oid: &Oid, limit: usize) -> Result<Blob, GitError> {
        let sizes = Talk::going(self.git, &mut self.talks.sizes, "--batch-check")?;
        let size = sizes.ask(oid)?;
        if size > limit as u64 {
            return Ok(Blob::TooLarge(size));
        }
        let contents = Talk::going(self.git, &mut self.talks.contents, "--batch")?;
        let size = contents.ask(oid)?;
        contents.take(size).map(Blob::Bytes)
    }

    /// The bytes of the tree that `name` leads to, an object's name or that of a commit, in at most `limit` bytes.
    ///
    /// # Errors
    /// [`GitError::TooMuch`] when it is larger, or as for [`Self::read`].
    pub(super) fn tree(&mut self, name: &Oid, limit: usize) -> Result<Vec<u8>, GitError> {
        let question = format!("{name}^{{tree}}");
        let sizes = Talk::going(self.git, &mut self.talks.sizes, "--batch-check")?;
        if sizes.ask_for(&question, "tree")? > limit as u64 {
            return Err(GitError::TooMuch);
        }
        let contents = Talk::going(self.git, &mut self.talks.contents, "--batch")?;
        let size = contents.ask_for(&question, "tree")?;
        contents.take(size)
    }
}

impl Drop for Blobs<'_> {
    fn drop(&mut self) {
        self.git.idle().push(std::mem::take(&mut self.talks));
    }
}

/// A `git cat-file` that answers one question after the other.
#[derive(Debug)]
struct Talk {
    process: Option<Process>,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Talk {
    /// The process in `place`, started where there is none or the one there was has failed.
    fn going<'t>(git: &Git, place: &'t mut Option<Self>, way: &str) -> Result<&'t mut Self, GitError> {
        let going = place.take().filter(|talk| talk.process.is_some());
        let going = going.map_or_else(|| Self::start(git, way), Ok)?;
        Ok(place.insert(going))
    }

    fn start(git: &Git, way: &str) -> Result<Self, GitError> {
        let mut command = git.command(git.room.path());
        command.args(["cat-file", way]);
        let (process, input, output) = Process::start(command, "cat-file", git.deadline)?;
        Ok(Self {
            process: Some(process),
            input,
            output: BufReader::with_capacity(64 * 1024, output),
        })
    }

    /// Asks for an object, and reads the size from the head of the answer.
    fn ask(&mut self, oid: &Oid) -> Result<u64, GitError> {
        self.ask_for(oid.as_str(), "blob")
    }

    /// The same for an object of any kind, and a name that leads to it.
    fn ask_for(&mut self, name: &str, kind: &str) -> Result<u64, GitError> {
        let asked = writeln!(self.input, "{name}").and_then(|()| self.input.flush());
        let mut head = String::new();
        let read = self.output.by_ref().take(512).read_line(&mut head);
        if asked.is_err() || read.is_err() || !head.ends_with('\n') {
            return Err(self.broken());
        }
        size(&head, kind).ok_or_else(|| GitError::MissingObject(name.to_owned()))
    }

    /// Reads the bytes that follow the head, and the line end after them.
    fn take(&mut self, size: u64) -> Result<Vec<u8>, GitError> {
        let mut bytes = Vec::with_capacity(size as usize + 1);
        let read = self.output.by_ref().take(size + 1).read_to_end(&mut bytes);
        if read.is_err() || bytes.len() as u64 != size + 1 || bytes.pop() != Some(b'\n') {
            return Err(self.broken());
        }
        Ok(bytes)
    }

    fn broken(&mut self) -> GitError {
        self.process
            .take()
            .map_or_else(|| failed("cat-file", ""), Process::broken)
    }
}

impl Drop for Talk {
    fn drop(&mut self) {
        if let Some(process) = self.process.take() {
            process.kill();
            let _ = process.end();
        }
    }
}

/// The size in `<oid> blob <size>`, when `blob` is wanted; none for any other kind of object and for `<oid> missing`.
fn size(head: &str, wanted: &str) -> Option<u64> {
    let mut words = head.split_ascii_whitespace();
    let (_, kind, size) = (words.next()?, words.next()?, words.next()?);
    (kind == wanted).then(|| size.parse().ok())?
}

/// A pipe that is read in large pieces. `cat-file` writes every object by itself, even with `--buffer`, and whoever waits
/// at the other end is woken for each: letting the pipe fill first spares two changes of thread an object.
struct Patient(ChildStdout);

/// How long git is left alone between two pieces: about what it takes to fill a pipe with small files.
const PATIENCE: Duration = Duration::from_micros(300);

impl std::io::Read for Patient {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        std::thread::sleep(PATIENCE);
        self.0.read(buffer)
    }
}

/// Reads `oids` in their order and gives each to `look`, with its index, until it answers that it has seen enough; those
/// larger than `limit` are passed over.
///
/// # Errors
/// When git fails.
pub(super) fn each(
    git: &Git,
    oids: &[&Oid],
    limit: usize,
    mut look: impl FnMut(usize, &[u8]) -> bool,
) -> Result<(), GitError> {
    let mut command = git.command(git.room.path());
    command.args(["cat-file", "--batch", "--buffer"]);
    let (process, mut input, output) = Process::start(command, "cat-file", git.deadline)?;
    let read = std::thread::scope(|scope| {
        scope.spawn(move || {
            let mut questions = String::with_capacity(oids.len() * 41);
            for oid in oids {
                questions.push_str(oid.as_str());
                questions.push('\n');
            }
            let _ = input.write_all(questions.as_bytes());
        });
        let mut output = BufReader::with_capacity(256 * 1024, Patient(output));
        let mut bytes = Vec::new();
        for at in 0..oids.len() {
            let mut head = String::new();
            output.by_ref().take(512).read_line(&mut head).ok()?;
            let Some(size) = size(&head, "blob") else {
                if head.ends_with('\n') && head.contains(" missing") {
                    continue;
                }
                return None;
            };
            if size > limit as u64 {
                let skipped = std::io::copy(&mut output.by_ref().take(size + 1), &mut std::io::sink());
                if skipped.ok()? != size + 1 {
                    return None;
                }
                continue;
            }
            bytes.clear();
            output.by_ref().take(size + 1).read_to_end(&mut bytes).ok()?;
            if bytes.len() as u64 != size + 1 {
                return None;
            }
            if !look(at, &bytes[..bytes.len() - 1]) {
                break;
            }
        }
        Some(())
    });
    match read {
        Some(()) => {
            process.kill();
            process.end().map(|_| ())
        }
        None => Err(process.broken()),
    }
}
