//! What a signature is asked of, and why there may be none.

use super::key::PublicKey;
use super::sshsig::Seal;

/// Whatever holds a private key: a key that was read from a file, or an agent that keeps it.
pub trait Signer {
    /// The public key of the signatures.
    fn public(&self) -> PublicKey;

    /// Signs a body (PROTOCOL.sshsig, section 3).
    ///
    /// # Errors
    /// [`SignerError`], when the key is elsewhere and does not answer as it should.
    fn sign(&self, body: &[u8]) -> Result<Seal, SignerError>;
}

/// Why nothing was signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignerError {
    /// The agent could not be asked.
    Agent(AgentError),
    /// What came back is no signature of the body by this key.
    Unsound,
}

impl std::fmt::Display for SignerError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Agent(error) => error.fmt(out),
            Self::Unsound => out.write_str("the signature that came back does not hold"),
        }
    }
}

impl std::error::Error for SignerError {}

/// Why an agent was of no use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgentError {
    /// This system has no ssh-agent with a socket.
    Unsupported,
    /// `SSH_AUTH_SOCK` is not set: no agent runs.
    NoSocket,
    /// The agent could not be reached, or stopped answering: what the system says.
    Unreachable(String),
    /// The agent's answer is not one that the protocol allows.
    Malformed,
    /// The agent would not sign: it is locked, the key has gone, or the person said no.
    Refused,
}

impl std::fmt::Display for AgentError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unsupported => out.write_str("no ssh-agent on this system"),
            Self::NoSocket => out.write_str("SSH_AUTH_SOCK is not set"),
            Self::Unreachable(reason) => write!(out, "the ssh-agent can't be reached: {reason}"),
            Self::Malformed => out.write_str("the ssh-agent's answer can't be understood"),
            Self::Refused => out.write_str("the ssh-agent refused"),
        }
    }
}

impl std::error::Error for AgentError {}
