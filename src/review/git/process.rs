//! One run of git: its answer bounded in size and in time.

use super::GitError;
use std::io::Read;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// How much of what git complains about is kept.
const COMPLAINT_LIMIT: u64 = 4096;

/// A git that is running, and that is ended at its deadline whatever it waits for.
#[derive(Debug)]
pub(super) struct Process {
    name: String,
    child: Arc<Mutex<Child>>,
    complaint: Option<JoinHandle<String>>,
    late: Arc<AtomicBool>,
    /// Dropped when the process has ended: the guard then goes home.
    _guard: Sender<()>,
}

/// How a run ended.
pub(super) struct Ended {
    /// Its exit status; none when a signal ended it.
    pub code: Option<i32>,
    /// What it wrote on standard error.
    pub complaint: String,
}

impl Process {
    /// Starts `command`, whose words after `git` are called `name` in errors.
    pub fn start(
        mut command: Command,
        name: &str,
        deadline: Instant,
    ) -> Result<(Self, ChildStdin, ChildStdout), GitError> {
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => GitError::NoGit,
            _ => failed(name, &error.to_string()),
        })?;
        let (Some(input), Some(output), Some(mut errors)) =
            (child.stdin.take(), child.stdout.take(), child.stderr.take())
        else {
            return Err(failed(name, "no pipes"));
        };
        let complaint = std::thread::spawn(move || {
            let mut bytes = Vec::new();
            let _ = errors.by_ref().take(COMPLAINT_LIMIT).read_to_end(&mut bytes);
            let _ = std::io::copy(&mut errors, &mut std::io::sink());
            String::from_utf8_lossy(&bytes).into_owned()
        });
        let child = Arc::new(Mutex::new(child));
        let late = Arc::new(AtomicBool::new(false));
        let (guard, ended) = channel::<()>();
        let (watched, mark) = (Arc::clone(&child), Arc::clone(&late));
        std::thread::spawn(move || {
            let left = deadline.saturating_duration_since(Instant::now());
            if ended.recv_timeout(left) == Err(RecvTimeoutError::Timeout) {
                mark.store(true, Ordering::Relaxed);
                let _ = watched.lock().unwrap_or_else(PoisonError::into_inner).kill();
            }
        });
        let process = Self {
            name: name.to_owned(),
            child,
            complaint: Some(complaint),
            late,
            _guard: guard,
        };
        Ok((process, input, output))
    }

    /// Waits for the end, once nothing more is read.
    pub fn end(mut self) -> Result<Ended, GitError> {
        let status = loop {
            let status = self
                .child
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .try_wait();
            match status {
                Ok(Some(status)) => break status,
                Ok(None) => std::thread::sleep(Duration::from_micros(200)),
                Err(error) => return Err(failed(&self.name, &error.to_string())),
            }
        };
        if self.late.load(Ordering::Relaxed) {
            return Err(GitError::TooSlow);
        }
        let complaint = self.complaint.take().and_then(|thread| thread.join().ok());
        Ok(Ended {
            code: status.code(),
            complaint: complaint.unwrap_or_default(),
        })
    }

    /// Ends the process now.
    pub fn kill(&self) {
        let _ = self.child.lock().unwrap_or_else(PoisonError::into_inner).kill();
    }

    /// Why an answer broke off: the deadline, or a failure that git may explain.
    pub fn broken(self) -> GitError {
        self.kill();
        let name = self.name.clone();
        match self.end() {
            Err(error) => error,
            Ok(ended) => failed(&name, &ended.complaint),
        }
    }
}

/// Runs `command` to its end with nothing on its standard input, and returns its exit status and its output: `expected` bytes
/// of it, as far as anybody knows, and at most `limit`.
pub(super) fn run(
    command: Command,
    name: &str,
    expected: usize,
    limit: usize,
    deadline: Instant,
) -> Result<(Ended, Vec<u8>), GitError> {
    let (process, input, output_of) = Process::start(command, name, deadline)?;
    drop(input);
    let mut output = Vec::with_capacity(expected.min(limit));
    let read = output_of.take(limit as u64 + 1).read_to_end(&mut output);
    if output.len() > limit {
        process.kill();
        return Err(GitError::TooMuch);
    }
    if read.is_err() {
        return Err(process.broken());
    }
    Ok((process.end()?, output))
}

/// A failure with the first line of what git said.
pub(super) fn failed(name: &str, complaint: &str) -> GitError {
    let line = complaint
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default();
    GitError::Failed {
        command: name.to_owned(),
        reason: line.trim().to_owned(),
    }
}
