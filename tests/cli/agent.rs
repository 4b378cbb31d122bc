//! Signing through a real ssh-agent.
#![cfg(unix)]

use crate::tools::{run, ssh_keygen, write_secret};
use paraphe::signature::agent::{Agent, AgentError};
use paraphe::signature::{self, Kind, PrivateKey, SignerError, seal};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// An agent of this test alone, ended when the test ends.
pub struct RunningAgent {
    process: Child,
    pub socket: PathBuf,
}

impl RunningAgent {
    pub fn start(folder: &Path) -> Self {
        let socket = folder.join("agent");
        let process = Command::new("ssh-agent")
            .args(["-D", "-a"])
            .arg(&socket)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        for _ in 0..200 {
            // The socket is there a moment before anybody answers.
            if UnixStream::connect(&socket).is_ok() {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        Self { process, socket }
    }

    /// Runs `ssh-add`, which must succeed.
    pub fn add(&self, arguments: &[&str], folder: &Path) {
        let socket = format!("SSH_AUTH_SOCK={}", self.socket.display());
        let mut all = vec![socket.as_str(), "ssh-add", "-q"];
        all.extend(arguments);
        let output = run("env", &all, folder, b"x\nx\n");
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}

impl Drop for RunningAgent {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn an_agent_lists_its_ed25519_keys_and_signs() {
    let folder = tempfile::tempdir().unwrap();
    let agent = RunningAgent::start(folder.path());
    assert_eq!(Agent::new(&agent.socket).identities(), Ok(Vec::new()));

    let key = PrivateKey::generate()
        .unwrap()
        .with_comment("clef de l'association");
    write_secret(&folder.path().join("k"), &key.to_openssh(None).unwrap());
    ssh_keygen(
        &["-q", "-t", "ecdsa", "-N", "", "-f", "other"],
        folder.path(),
        b"",
    );
    agent.add(&["other", "k"], folder.path());
    let identities = Agent::new(&agent.socket).identities().unwrap();
    assert_eq!(identities.len(), 1);
    assert_eq!(identities[0].key, key.public());
    assert_eq!(identities[0].comment, "clef de l'association");

    let document = crate::round_trip::example();
    let file = seal(&document, &Agent::new(&agent.socket).key(key.public())).unwrap();
    assert_eq!(file, seal(&document, &key).unwrap());
    assert!(signature::read("a.yaml", file.as_bytes(), Kind::Adherence).is_ok());

    let stranger = PrivateKey::generate().unwrap().public();
    assert_eq!(
        seal(&document, &Agent::new(&agent.socket).key(stranger)),
        Err(SignerError::Agent(AgentError::Refused))
    );
}
