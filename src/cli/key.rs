//! `paraphe key`: making keys, and showing them.

use super::arguments::sign::{KeyCommand, KeyNewOptions, KeyShowOptions};
use super::console::{Console, Failure, Outcome, Style};
use super::keys;
use crate::identifier::Line;
use crate::signature::{KeyFile, PrivateKey, PublicKey};
use std::ffi::OsString;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// Makes a key, or shows one.
pub fn run(directory: &Path, command: &KeyCommand, console: &Console) -> Result<Outcome, Failure> {
    match command {
        KeyCommand::New(options) => new(directory, options, console),
        KeyCommand::Show(options) => show(directory, options, console),
    }
}

/// Makes an Ed25519 key in OpenSSH's form: two new files, or none.
fn new(directory: &Path, options: &KeyNewOptions, console: &Console) -> Result<Outcome, Failure> {
    let path = super::inside(directory, &options.file);
    let public_path = with_pub(&path);
    for path in [&path, &public_path] {
        if path.symlink_metadata().is_ok() {
            return Err(there_already(path));
        }
    }
    let comment = comment(options)?;
    let passphrase = new_passphrase(directory, options, console)?;
    let key = PrivateKey::generate().map_err(|error| keys::key_failure(&path, &error))?;
    let key = key.with_comment(comment.as_str());
    let secret = key
        .to_openssh(passphrase.as_ref().map(|passphrase| passphrase.as_str()))
        .map_err(|error| keys::key_failure(&path, &error))?;
    let public = format!("{} {comment}\n", key.public().to_openssh());
    write_new(&path, &secret, 0o600)?;
    if let Err(failure) = write_new(&public_path, &public, 0o644) {
        // Half a pair would only be in the way. If this fails too, the first failure is the one to know.
        let _ = std::fs::remove_file(&path);
        return Err(failure);
    }

    let paths = [
        ("path", path.display().to_string().into()),
        ("public", public_path.display().to_string().into()),
    ];
    console.line(&console.paint(Style::Good, &console.text("key-made", &paths)))?;
    describe(&key.public(), console)?;
    console.say("key-advice", &paths)?;
    let folder = path.parent().unwrap_or(directory);
    if super::find_root(folder).is_some() {
        console.note(&console.paint_error(Style::Careful, &console.text("key-inside-project", &paths)));
    }
    Ok(Outcome::Well)
}

/// Shows the fingerprint and the public line of a key, private or public.
fn show(directory: &Path, options: &KeyShowOptions, console: &Console) -> Result<Outcome, Failure> {
    let path = super::inside(directory, &options.file);
    let public = keys::read_public(&path)?;
    describe(&public, console)?;
    match keys::read_private(&path) {
        Ok(KeyFile::Open(_)) => console.say("key-state-open", &[])?,
        Ok(KeyFile::Locked(_)) => console.say("key-state-locked", &[])?,
        Err(_) => console.say("key-state-public", &[])?,
    }
    Ok(Outcome::Well)
}

fn describe(key: &PublicKey, console: &Console) -> Result<(), Failure> {
    console.say("key-fingerprint", &[("fingerprint", key.fingerprint().into())])?;
    // It is to be copied in one piece.
    let line = console.text("key-public-line", &[("line", key.to_openssh().into())]);
    console.raw(&(line + "\n"))
}

/// `FILE.pub`, as `ssh-keygen` names it.
fn with_pub(path: &Path) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(".pub");
    name.into()
}

/// The comment: what was asked for, or the file's name.
fn comment(options: &KeyNewOptions) -> Result<Line, Failure> {
    if let Some(comment) = &options.comment {
        return Line::parse(comment).map_err(|_| Failure::message("key-comment", &[]));
    }
    let name = options.file.file_name().unwrap_or_default().to_string_lossy();
    Line::parse(&name)
        .or_else(|_| Line::parse("paraphe"))
        .map_err(|_| Failure::message("key-comment", &[]))
}

/// The passphrase of a new key, asked for twice; none when the key is to stay open.
fn new_passphrase(
    directory: &Path,
    options: &KeyNewOptions,
    console: &Console,
) -> Result<Option<Zeroizing<String>>, Failure> {
    if options.no_passphrase {
        return Ok(None);
    }
    if let Some(file) = &options.passphrase_file {
        return keys::read_passphrase(&super::inside(directory, file)).map(Some);
    }
    console.note(&console.text("passphrase-why", &[]));
    // A terminal that hangs up answers nothing, for ever.
    for _ in 0..5 {
        let first = keys::ask_secret(&console.text("passphrase-new", &[]))?;
        if first.is_empty() {
            console.note(&console.text("passphrase-empty", &[]));
            continue;
        }
        if *keys::ask_secret(&console.text("passphrase-repeat", &[]))? == *first {
            return Ok(Some(first));
        }
        console.note(&console.text("passphrase-differs", &[]));
    }
    Err(Failure::message("prompt-ended", &[]))
}

fn there_already(path: &Path) -> Failure {
    Failure::message("file-there", &[("path", path.display().to_string().into())])
}

/// Writes a file that must not exist yet, with these permissions.
fn write_new(path: &Path, content: &str, mode: u32) -> Result<(), Failure> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, mode);
    #[cfg(not(unix))]
    let _ = mode;
    let failure = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => there_already(path),
        _ => Failure::io(path, &error),
    };
    let mut file = options.open(path).map_err(failure)?;
    let written = file.write_all(content.as_bytes()).and_then(|()| file.sync_all());
    written.map_err(|error| {
        // Nothing half written stays behind.
        let _ = std::fs::remove_file(path);
        failure(error)
    })
}
