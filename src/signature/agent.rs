//! Keys that an ssh-agent keeps (draft-ietf-sshm-ssh-agent).

use super::key::{ALGORITHM, PublicKey};
pub use super::signer::AgentError;
use super::signer::{Signer, SignerError};
use super::sshsig::{Seal, Wire, put, signed_data};

/// The largest message that is read from an agent, in bytes, as in OpenSSH.
const MESSAGE_LIMIT: usize = 256 * 1024;

/// The most keys that are read from an agent.
const KEY_LIMIT: u32 = 2048;

const REQUEST_IDENTITIES: u8 = 11;
const IDENTITIES_ANSWER: u8 = 12;
const SIGN_REQUEST: u8 = 13;
const SIGN_RESPONSE: u8 = 14;

/// An Ed25519 key that an agent keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The public key.
    pub key: PublicKey,
    /// The comment that the key was added with; it may be foreign text.
    pub comment: String,
}

/// An ssh-agent, by the path of its socket.
#[derive(Clone, Debug)]
pub struct Agent {
    socket: std::path::PathBuf,
}

/// One key of an agent, ready to sign.
#[derive(Clone, Debug)]
pub struct AgentKey {
    agent: Agent,
    key: PublicKey,
}

impl Agent {
    /// The agent at `socket`.
    pub fn new(socket: impl Into<std::path::PathBuf>) -> Self {
        Self {
            socket: socket.into(),
        }
    }

    /// The agent that `SSH_AUTH_SOCK` names.
    ///
    /// # Errors
    /// [`AgentError::NoSocket`] when it names none, [`AgentError::Unsupported`] where there are no such sockets.
    pub fn from_environment() -> Result<Self, AgentError> {
        if !cfg!(unix) {
            return Err(AgentError::Unsupported);
        }
        match std::env::var_os("SSH_AUTH_SOCK") {
            Some(socket) if !socket.is_empty() => Ok(Self::new(socket)),
            _ => Err(AgentError::NoSocket),
        }
    }

    /// The Ed25519 keys that the agent keeps, in its order; keys of other kinds are passed over.
    ///
    /// # Errors
    /// [`AgentError`].
    pub fn identities(&self) -> Result<Vec<Identity>, AgentError> {
        let answer = self.ask(&[REQUEST_IDENTITIES], LISTING)?;
        parse_identities(&answer)
    }

    /// The key of this agent, to sign with.
    pub fn key(self, key: PublicKey) -> AgentKey {
        AgentKey { agent: self, key }
    }
}

impl Signer for AgentKey {
    fn public(&self) -> PublicKey {
        self.key
    }

    fn sign(&self, body: &[u8]) -> Result<Seal, SignerError> {
        let mut request = vec![SIGN_REQUEST];
        put(&mut request, &self.key.to_blob());
        put(&mut request, &signed_data(body));
        request.extend(0_u32.to_be_bytes());
        let answer = self.agent.ask(&request, SIGNING).map_err(SignerError::Agent)?;
        let signature = parse_signature(&answer).map_err(SignerError::Agent)?;
        Ok(Seal {
            key: self.key,
            signature,
        })
    }
}

fn parse_identities(answer: &[u8]) -> Result<Vec<Identity>, AgentError> {
    let mut wire = Wire(payload(answer, IDENTITIES_ANSWER)?);
    let count = wire.number().ok_or(AgentError::Malformed)?;
    let mut found = Vec::new();
    for _ in 0..count.min(KEY_LIMIT) {
        let (Some(blob), Some(comment)) = (wire.string(), wire.string()) else {
            return Err(AgentError::Malformed);
        };
        if let Some(key) = PublicKey::from_blob(blob) {
            let comment = String::from_utf8_lossy(comment).into_owned();
            found.push(Identity { key, comment });
        }
    }
    Ok(found)
}

fn parse_signature(answer: &[u8]) -> Result<[u8; 64], AgentError> {
    let mut wire = Wire(payload(answer, SIGN_RESPONSE)?);
    let mut blob = Wire(wire.string().ok_or(AgentError::Malformed)?);
    if blob.string() != Some(ALGORITHM.as_bytes()) {
        return Err(AgentError::Malformed);
    }
    let signature = blob.string().ok_or(AgentError::Malformed)?;
    signature.try_into().map_err(|_| AgentError::Malformed)
}

/// What follows the message's type, when it is the expected one.
fn payload(answer: &[u8], kind: u8) -> Result<&[u8], AgentError> {
    match answer.split_first() {
        Some((found, rest)) if *found == kind => Ok(rest),
        // SSH_AGENT_FAILURE and SSH_AGENT_EXTENSION_FAILURE.
        Some((5 | 28, _)) => Err(AgentError::Refused),
        _ => Err(AgentError::Malformed),
    }
}

/// How long an agent may take to list its keys.
const LISTING: std::time::Duration = std::time::Duration::from_secs(10);

/// How long an agent may take to sign: a person may have to agree first.
const SIGNING: std::time::Duration = std::time::Duration::from_secs(120);

#[cfg(unix)]
impl Agent {
    /// Sends one message and reads the answer to it, within `limit`.
    fn ask(&self, message: &[u8], limit: std::time::Duration) -> Result<Vec<u8>, AgentError> {
        use std::io::Write as _;
        let failed = |error: std::io::Error| AgentError::Unreachable(crate::diagnostic::reason(&error));
        let mut stream = std::os::unix::net::UnixStream::connect(&self.socket).map_err(failed)?;
        stream.set_write_timeout(Some(limit)).map_err(failed)?;
        let until = std::time::Instant::now() + limit;
        let mut request = Vec::with_capacity(message.len() + 4);
        put(&mut request, message);
        stream.write_all(&request).map_err(failed)?;
        let length = read(&mut stream, 4, until).map_err(failed)?;
        let length = Wire(&length).number().ok_or(AgentError::Malformed)? as usize;
        if length == 0 || length > MESSAGE_LIMIT {
            return Err(AgentError::Malformed);
        }
        read(&mut stream, length, until).map_err(failed)
    }
}

/// Reads exactly `length` bytes, all of them before `until`.
#[cfg(unix)]
fn read(
    stream: &mut std::os::unix::net::UnixStream,
    length: usize,
    until: std::time::Instant,
) -> std::io::Result<Vec<u8>> {
    use std::io::{Error, ErrorKind, Read as _};
    let mut bytes = vec![0; length];
    let mut filled = 0;
    while filled < length {
        let left = until.saturating_duration_since(std::time::Instant::now());
        if left.is_zero() {
            return Err(Error::from(ErrorKind::TimedOut));
        }
        stream.set_read_timeout(Some(left))?;
        match stream.read(&mut bytes[filled..]) {
            Ok(0) => return Err(Error::from(ErrorKind::UnexpectedEof)),
            Ok(count) => filled += count,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) if error.kind() == ErrorKind::WouldBlock => {
                return Err(Error::from(ErrorKind::TimedOut));
            }
            Err(error) => return Err(error),
        }
    }
    Ok(bytes)
}

#[cfg(not(unix))]
impl Agent {
    fn ask(&self, _: &[u8], _: std::time::Duration) -> Result<Vec<u8>, AgentError> {
        Err(AgentError::Unsupported)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signature::PrivateKey;

    #[test]
    fn reads_only_ed25519_keys() {
        let key = PrivateKey::from_seed(&[1; 32]).public();
        let mut answer = vec![IDENTITIES_ANSWER];
        answer.extend(2_u32.to_be_bytes());
        put(&mut answer, b"\0\0\0\x07ssh-rsa");
        put(&mut answer, b"rsa");
        put(&mut answer, &key.to_blob());
        put(&mut answer, b"mine");
        let comment = "mine".to_owned();
        assert_eq!(parse_identities(&answer), Ok(vec![Identity { key, comment }]));
        for end in 0..answer.len() {
            assert!(parse_identities(&answer[..end]).is_err(), "{end}");
        }
        assert_eq!(parse_identities(&[5]), Err(AgentError::Refused));
    }

    #[test]
    fn a_count_that_lies_asks_for_no_memory() {
        let answer = [IDENTITIES_ANSWER, 0xff, 0xff, 0xff, 0xff];
        assert_eq!(parse_identities(&answer), Err(AgentError::Malformed));
        assert_eq!(
            parse_signature(&[SIGN_RESPONSE, 0xff, 0xff, 0xff, 0xff]),
            Err(AgentError::Malformed)
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_socket_that_is_not_there_is_an_error() {
        let error = Agent::new("/nonexistent/agent").identities().unwrap_err();
        assert!(matches!(error, AgentError::Unreachable(_)));
    }

    #[cfg(unix)]
    #[test]
    fn an_answer_larger_than_allowed_is_not_read() {
        use std::io::{Read as _, Write as _};
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("s");
        let listener = std::os::unix::net::UnixListener::bind(&path).unwrap();
        let server = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            stream.read_exact(&mut [0; 5]).unwrap();
            stream.write_all(&u32::MAX.to_be_bytes()).unwrap();
        });
        assert_eq!(Agent::new(path).identities(), Err(AgentError::Malformed));
        server.join().unwrap();
    }
}
