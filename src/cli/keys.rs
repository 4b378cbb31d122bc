//! The key that signs: from a file, or in an agent.

use super::arguments::sign::KeyOptions;
use super::console::{Console, Failure, Style};
use super::prompt::{Prompt, Question, Refusal};
use crate::signature::agent::{Agent, AgentError, AgentKey, Identity};
use crate::signature::{
    KEY_FILE_LIMIT, KeyFile, KeyFileError, LockedKey, PrivateKey, PublicKey, Signer, SignerError,
};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// The longest passphrase that is read from a file, in bytes.
const PASSPHRASE_LIMIT: u64 = 4096;

/// How often a passphrase may be tried.
const ATTEMPTS: usize = 3;

/// A key that was chosen, and is not yet open.
#[derive(Debug)]
pub struct Chosen {
    public: PublicKey,
    source: Source,
}

#[derive(Debug)]
enum Source {
    Open(PrivateKey),
    Locked {
        key: LockedKey,
        path: PathBuf,
        passphrase: Option<PathBuf>,
    },
    Agent(AgentKey),
}

/// Finds the key that the options name. A locked one stays locked until it is needed.
///
/// # Errors
/// [`Failure`] when there is no such key.
pub fn choose(
    directory: &Path,
    options: &KeyOptions,
    console: &Console,
    prompt: &Prompt<'_>,
) -> Result<Chosen, Failure> {
    let path = options.key.as_ref().map(|path| super::inside(directory, path));
    if options.agent {
        let agent = Agent::from_environment().map_err(|error| agent_failure(&error))?;
        let wanted = path.map(|path| read_public(&path)).transpose()?;
        let public = choose_identity(&agent, wanted, console, prompt)?;
        let source = Source::Agent(agent.key(public));
        return Ok(Chosen { public, source });
    }
    let Some(path) = path else {
        return Err(Failure::message("prompt-missing", &[("flag", "--key".into())]));
    };
    let file = read_private(&path)?;
    if is_exposed(&path) {
        let shown = [("path", path.display().to_string().into())];
        console.note(&console.paint_error(Style::Careful, &console.text("key-exposed", &shown)));
    }
    let public = file.public();
    let source = match file {
        KeyFile::Open(key) => Source::Open(key),
        KeyFile::Locked(key) => Source::Locked {
            key,
            path,
            passphrase: options
                .passphrase_file
                .as_ref()
                .map(|path| super::inside(directory, path)),
        },
    };
    Ok(Chosen { public, source })
}

impl Chosen {
    /// The public key.
    pub fn public(&self) -> PublicKey {
        self.public
    }

    /// The key, ready to sign; asks for the passphrase where one is needed.
    ///
    /// # Errors
    /// [`Failure`] when the passphrase is wrong, or can't be asked for.
    pub fn open(self, console: &Console) -> Result<Box<dyn Signer>, Failure> {
        Ok(match self.source {
            Source::Open(key) => Box::new(key),
            Source::Agent(key) => Box::new(key),
            Source::Locked {
                key,
                path,
                passphrase,
            } => Box::new(unlock(&key, &path, passphrase.as_deref(), console)?),
        })
    }
}

fn unlock(
    key: &LockedKey,
    path: &Path,
    file: Option<&Path>,
    console: &Console,
) -> Result<PrivateKey, Failure> {
    if let Some(file) = file {
        let passphrase = read_passphrase(file)?;
        return key.unlock(&passphrase).map_err(|error| key_failure(path, &error));
    }
    let shown = [("path", path.display().to_string().into())];
    let label = console.text("key-passphrase", &shown);
    for attempt in 1.. {
        let passphrase = ask_secret(&label)?;
        match key.unlock(&passphrase) {
            Err(KeyFileError::WrongPassphrase) if attempt < ATTEMPTS => {
                console.note(&console.text("key-passphrase-again", &[]));
            }
            Err(error) => return Err(key_failure(path, &error)),
            Ok(key) => return Ok(key),
        }
    }
    Err(key_failure(path, &KeyFileError::WrongPassphrase))
}

/// Asks for a passphrase that is not shown.
///
/// # Errors
/// [`Failure`] when there is no terminal to ask at.
pub fn ask_secret(label: &str) -> Result<Zeroizing<String>, Failure> {
    let answer = rpassword::prompt_password(label);
    answer
        .map(Zeroizing::new)
        .map_err(|_| Failure::message("passphrase-no-terminal", &[]))
}

/// The first line of a file that holds a passphrase.
///
/// # Errors
/// [`Failure`] when the file can't be read, or that line is empty.
pub fn read_passphrase(path: &Path) -> Result<Zeroizing<String>, Failure> {
    let bytes = read_capped(path, PASSPHRASE_LIMIT)?;
    let line = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    match std::str::from_utf8(line) {
        Ok(line) if !line.is_empty() => Ok(Zeroizing::new(line.to_owned())),
        _ => Err(Failure::message(
            "passphrase-file-empty",
            &[("path", path.display().to_string().into())],
        )),
    }
}

/// Reads a private key file.
///
/// # Errors
/// [`Failure`], which says what the file is instead.
pub fn read_private(path: &Path) -> Result<KeyFile, Failure> {
    let bytes = read_key_file(path)?;
    KeyFile::read(&bytes).map_err(|error| key_failure(path, &error))
}

/// Reads the public key from a file that holds either key.
///
/// # Errors
/// As for [`read_private`].
pub fn read_public(path: &Path) -> Result<PublicKey, Failure> {
    let bytes = read_key_file(path)?;
    match KeyFile::read(&bytes) {
        Ok(file) => Ok(file.public()),
        Err(error @ KeyFileError::PublicKey) => {
            let text = String::from_utf8_lossy(&bytes);
            PublicKey::parse(text.lines().next().unwrap_or_default()).map_err(|parsed| match parsed {
                crate::signature::PublicKeyError::Algorithm(name) => {
                    key_failure(path, &KeyFileError::Algorithm(name))
                }
                crate::signature::PublicKeyError::Form => key_failure(path, &error),
            })
        }
        Err(error) => Err(key_failure(path, &error)),
    }
}

fn read_key_file(path: &Path) -> Result<Zeroizing<Vec<u8>>, Failure> {
    if path
        .metadata()
        .is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound)
    {
        let shown = [("path", path.display().to_string().into())];
        return Err(Failure::message("key-missing", &shown));
    }
    read_capped(path, KEY_FILE_LIMIT as u64)
}

fn read_capped(path: &Path, limit: u64) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(limit as usize + 1));
    std::fs::File::open(path)
        .and_then(|file| file.take(limit + 1).read_to_end(&mut bytes))
        .map_err(|error| Failure::io(path, &error))?;
    if bytes.len() as u64 > limit {
        return Err(key_failure(path, &KeyFileError::TooLarge));
    }
    Ok(bytes)
}

/// Whether others than its owner may read the file.
#[cfg(unix)]
pub fn is_exposed(path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    std::fs::metadata(path).is_ok_and(|file| file.is_file() && file.mode() & 0o077 != 0)
}

/// Whether others than its owner may read the file: not known on this system.
#[cfg(not(unix))]
pub fn is_exposed(_: &Path) -> bool {
    false
}

/// The key of an agent that the person means.
fn choose_identity(
    agent: &Agent,
    wanted: Option<PublicKey>,
    console: &Console,
    prompt: &Prompt<'_>,
) -> Result<PublicKey, Failure> {
    let identities = agent.identities().map_err(|error| agent_failure(&error))?;
    if let Some(wanted) = wanted {
        let fingerprint = [("fingerprint", wanted.fingerprint().into())];
        return if identities.iter().any(|identity| identity.key == wanted) {
            Ok(wanted)
        } else {
            Err(Failure::message("agent-without-key", &fingerprint))
        };
    }
    match identities.as_slice() {
        [] => Err(Failure::message("agent-empty", &[])),
        [only] => Ok(only.key),
        _ if prompt.is_silent() => Err(Failure::message("agent-several", &[])),
        several => ask_identity(several, console, prompt),
    }
}

fn ask_identity(
    identities: &[Identity],
    console: &Console,
    prompt: &Prompt<'_>,
) -> Result<PublicKey, Failure> {
    console.note(&console.text("agent-choose", &[]));
    for (at, identity) in identities.iter().enumerate() {
        let comment = crate::report::escape::terminal(&identity.comment);
        console.note(&format!(
            "  {}. {}  {comment}",
            at + 1,
            identity.key.fingerprint()
        ));
    }
    let question = Question {
        id: "agent-ask-number",
        flag: "--key",
        ..Question::default()
    };
    prompt.ask(question, |answer| {
        let chosen = answer
            .parse::<usize>()
            .ok()
            .and_then(|number| number.checked_sub(1));
        chosen
            .and_then(|at| identities.get(at))
            .map(|identity| identity.key)
            .ok_or_else(|| Refusal::Message("agent-wrong-number", vec![("limit", identities.len().into())]))
    })
}

/// Why a key file is of no use, and what to do.
pub fn key_failure(path: &Path, error: &KeyFileError) -> Failure {
    let (id, name) = match error {
        KeyFileError::TooLarge => ("key-too-large", ""),
        KeyFileError::NotAKey => ("key-not-a-key", ""),
        KeyFileError::PublicKey => ("key-is-public", ""),
        KeyFileError::Algorithm(name) => ("key-algorithm", name.as_str()),
        KeyFileError::Hardware(name) => ("key-hardware", name.as_str()),
        KeyFileError::Pem => ("key-pem", ""),
        KeyFileError::Putty => ("key-putty", ""),
        KeyFileError::Cipher(name) => ("key-cipher", name.as_str()),
        KeyFileError::Damaged => ("key-damaged", ""),
        KeyFileError::WrongPassphrase => ("key-wrong-passphrase", ""),
        KeyFileError::NoRandomness => ("key-no-randomness", ""),
    };
    Failure::message(
        id,
        &[("path", path.display().to_string().into()), ("name", name.into())],
    )
}

/// Why an agent is of no use, and what to do.
pub fn agent_failure(error: &AgentError) -> Failure {
    let (id, reason) = match error {
        AgentError::Unsupported => ("agent-unsupported", ""),
        AgentError::NoSocket => ("agent-none", ""),
        AgentError::Unreachable(reason) => ("agent-unreachable", reason.as_str()),
        AgentError::Malformed => ("agent-malformed", ""),
        AgentError::Refused => ("agent-refused", ""),
    };
    Failure::message(id, &[("reason", reason.into())])
}

/// Why nothing was signed.
pub fn signer_failure(error: &SignerError) -> Failure {
    match error {
        SignerError::Agent(error) => agent_failure(error),
        SignerError::Unsound => Failure::message("agent-malformed", &[]),
    }
}
