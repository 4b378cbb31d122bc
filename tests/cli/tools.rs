//! What several of these tests need.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// Runs a program with `input` on its standard input.
pub fn run<S: AsRef<OsStr>>(program: &str, arguments: &[S], folder: &Path, input: &[u8]) -> Output {
    use std::io::Write as _;
    let mut child = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{program}: {error}"));
    // A program that fails early does not read its input: that is for the caller to see.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

/// Runs `ssh-keygen`, which must succeed, and returns what it prints.
pub fn ssh_keygen<S: AsRef<OsStr>>(arguments: &[S], folder: &Path, input: &[u8]) -> String {
    let output = run("ssh-keygen", arguments, folder, input);
    assert!(
        output.status.success(),
        "ssh-keygen: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

/// Writes a file that only its owner may read, as `ssh-keygen` demands of keys.
pub fn write_secret(path: &Path, content: &str) {
    std::fs::write(path, content).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)).unwrap();
    }
}
