//! Keys go both ways between this program and OpenSSH.

use crate::support::Project;
use crate::tools::{ssh_keygen, write_secret};
use paraphe::signature::{self, KeyFile, KeyFileError, Kind, PrivateKey, PublicKey, Seal, write};
use std::path::Path;

/// A key that `ssh-keygen` makes.
fn made_by_openssh(folder: &Path, extra: &[&str], passphrase: &str) -> (Vec<u8>, PublicKey) {
    let mut arguments = vec![
        "-q", "-t", "ed25519", "-C", "une clef", "-N", passphrase, "-f", "k",
    ];
    arguments.extend(extra);
    let _ = std::fs::remove_file(folder.join("k"));
    ssh_keygen(&arguments, folder, b"");
    let line = std::fs::read_to_string(folder.join("k.pub")).unwrap();
    (
        std::fs::read(folder.join("k")).unwrap(),
        PublicKey::parse(&line).unwrap(),
    )
}

#[test]
fn openssh_opens_our_keys() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("k");
    let key = PrivateKey::generate()
        .unwrap()
        .with_comment("Régie « Les Tilleuls »");
    for passphrase in [None, Some("un, deux « trois » 🔑")] {
        write_secret(&path, &key.to_openssh(passphrase).unwrap());
        let line = ssh_keygen(
            &["-y", "-P", passphrase.unwrap_or_default(), "-f", "k"],
            folder.path(),
            b"",
        );
        assert_eq!(
            line.trim_end(),
            format!("{} Régie « Les Tilleuls »", key.public().to_openssh())
        );
    }
}

#[test]
fn a_file_that_only_openssh_wrote_is_the_one_we_write() {
    let folder = tempfile::tempdir().unwrap();
    let (bytes, _) = made_by_openssh(folder.path(), &[], "");
    let KeyFile::Open(key) = KeyFile::read(&bytes).unwrap() else {
        panic!("locked")
    };
    assert_eq!(key.comment(), "une clef");
    let ours = key.to_openssh(None).unwrap();
    let theirs = String::from_utf8(bytes).unwrap();
    // The two check numbers are OpenSSH's own choice, and the only difference.
    assert_eq!(ours.lines().count(), theirs.lines().count());
    assert_eq!(ours.len(), theirs.len());
    let differing = ours.lines().zip(theirs.lines()).filter(|(a, b)| a != b).count();
    assert!(differing <= 2, "{differing}");
}

#[test]
fn we_open_the_keys_of_openssh() {
    let folder = tempfile::tempdir().unwrap();
    let (bytes, public) = made_by_openssh(folder.path(), &[], "");
    assert!(matches!(KeyFile::read(&bytes).unwrap(), KeyFile::Open(key) if key.public() == public));
    let ciphers = [
        "aes128-ctr",
        "aes192-ctr",
        "aes256-ctr",
        "aes128-cbc",
        "aes256-cbc",
        "aes128-gcm@openssh.com",
        "aes256-gcm@openssh.com",
        "chacha20-poly1305@openssh.com",
    ];
    for cipher in ciphers {
        let (bytes, public) = made_by_openssh(folder.path(), &["-a", "1", "-Z", cipher], "mot de passe é");
        let KeyFile::Locked(key) = KeyFile::read(&bytes).unwrap() else {
            panic!("{cipher} is open")
        };
        assert_eq!(key.public(), public);
        assert_eq!(
            key.unlock("autre").unwrap_err(),
            KeyFileError::WrongPassphrase,
            "{cipher}"
        );
        assert_eq!(key.unlock("mot de passe é").unwrap().public(), public, "{cipher}");
    }
    let (bytes, _) = made_by_openssh(folder.path(), &["-a", "1", "-Z", "3des-cbc"], "mot de passe");
    assert_eq!(
        KeyFile::read(&bytes).unwrap_err(),
        KeyFileError::Cipher("3des-cbc".into())
    );
}

#[test]
fn keys_of_other_kinds_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let make = |arguments: &[&str]| {
        let mut all = vec!["-q", "-N", "", "-f", "k"];
        all.extend(arguments);
        let _ = std::fs::remove_file(folder.path().join("k"));
        ssh_keygen(&all, folder.path(), b"");
        KeyFile::read(&std::fs::read(folder.path().join("k")).unwrap()).unwrap_err()
    };
    assert_eq!(
        make(&["-t", "rsa", "-b", "2048"]),
        KeyFileError::Algorithm("ssh-rsa".into())
    );
    assert_eq!(
        make(&["-t", "ecdsa"]),
        KeyFileError::Algorithm("ecdsa-sha2-nistp256".into())
    );
    assert_eq!(make(&["-t", "rsa", "-b", "2048", "-m", "PEM"]), KeyFileError::Pem);
    assert_eq!(make(&["-t", "ecdsa", "-m", "PKCS8"]), KeyFileError::Pem);
    let public = std::fs::read(folder.path().join("k.pub")).unwrap();
    assert_eq!(KeyFile::read(&public).unwrap_err(), KeyFileError::PublicKey);
}

#[test]
fn each_accepts_what_the_other_signed() {
    let folder = tempfile::tempdir().unwrap();
    let (bytes, public) = made_by_openssh(folder.path(), &[], "");
    let KeyFile::Open(key) = KeyFile::read(&bytes).unwrap() else {
        panic!("locked")
    };
    let document = crate::round_trip::example();
    let body = write::body(&document);
    let ours = key.sign(body.as_bytes()).to_armour();

    std::fs::write(folder.path().join("ours.sig"), &ours).unwrap();
    let check = ["-Y", "check-novalidate", "-n", "paraphe", "-s", "ours.sig"];
    let said = ssh_keygen(&check, folder.path(), body.as_bytes());
    assert!(said.contains("Good \"paraphe\" signature"), "{said}");
    assert!(said.contains(&public.fingerprint()), "{said}");

    let theirs = ssh_keygen(
        &["-Y", "sign", "-n", "paraphe", "-f", "k"],
        folder.path(),
        body.as_bytes(),
    );
    // Ed25519 leaves no choice: the two signatures are the same bytes.
    assert_eq!(theirs, ours);
    let signed = signature::read("a.yaml", write::file(&body, &theirs).as_bytes(), Kind::Adherence).unwrap();
    assert_eq!(signed.document, document);
    let Seal { key: signer, .. } = signed.seal;
    assert_eq!(signer, public);
}

#[test]
fn a_key_that_is_not_there_is_told_with_how_to_make_one() {
    let project = Project::sound();
    for command in [
        &["sign", "charter", "--key", "nowhere"][..],
        &["withdraw", "charter", "--key", "nowhere"],
        &["key", "show", "nowhere"],
    ] {
        project
            .run(command)
            .says(2, &["no file nowhere", "paraphe key new FILE"]);
    }
}
