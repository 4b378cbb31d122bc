//! A project in a folder of its own, and the program run in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A folder that goes with the test.
pub struct Project {
    folder: tempfile::TempDir,
}

impl Project {
    /// An empty folder.
    pub fn empty() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// The sound site of the vectors.
    pub fn sound() -> Self {
        let project = Self::empty();
        let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/site");
        for entry in walkdir::WalkDir::new(&site).into_iter().map(Result::unwrap) {
            if entry.file_type().is_file() {
                let inner = entry.path().strip_prefix(&site).unwrap().to_str().unwrap();
                project.write(inner, fs::read(entry.path()).unwrap());
            }
        }
        project
    }

    pub fn path(&self, inner: &str) -> PathBuf {
        self.folder.path().join(inner)
    }

    pub fn write(&self, inner: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let path = self.path(inner);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    pub fn read(&self, inner: &str) -> String {
        fs::read_to_string(self.path(inner)).unwrap()
    }

    /// Replaces `from`, which must be there, in a file.
    pub fn replace(&self, inner: &str, from: &str, to: &str) -> &Self {
        let text = self.read(inner);
        assert!(text.contains(from), "{inner} does not hold {from:?}");
        self.write(inner, text.replacen(from, to, 1))
    }

    /// Runs the program in the folder, in English.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, &[])
    }

    /// The same with variables in its environment.
    pub fn run_with(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Ran {
        let mut command = self.command(arguments);
        Ran::of(command.envs(variables.iter().copied()).output().unwrap())
    }

    /// The same with bytes on its standard input.
    pub fn run_input(&self, arguments: &[&str], input: &[u8]) -> Ran {
        use std::io::Write as _;
        let mut command = self.command(arguments);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // A program that has heard enough need not read the rest.
        let _ = child.stdin.take().unwrap().write_all(input);
        Ran::of(child.wait_with_output().unwrap())
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_paraphe"));
        command.args(arguments).current_dir(self.folder.path());
        command
            .env_clear()
            .env("LANG", "en_GB.UTF-8")
            .env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command
    }
}

/// What a run of the program left.
#[derive(Debug)]
pub struct Ran {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    fn of(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Self {
            status: output.status.code().unwrap_or(-1),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }

    /// Checks the exit status, that nothing like a panic or an escape sequence came out, and that each of `words`
    /// was said.
    #[track_caller]
    pub fn says(&self, status: i32, words: &[&str]) -> &Self {
        let all = format!("{}{}", self.out, self.err);
        assert_eq!(self.status, status, "{all}");
        assert!(
            !all.contains("panicked") && !all.contains("RUST_BACKTRACE"),
            "{all}"
        );
        assert!(!all.chars().any(|c| c.is_control() && c != '\n'), "{all:?}");
        for word in words {
            assert!(all.contains(word), "{word:?} is not said in:\n{all}");
        }
        self
    }
}
