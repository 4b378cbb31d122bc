//! What the fuzzer starts from, and what it once found: every file of its corpus, through the properties that it tries.
//!
//! `fuzz/README.md` tells how to run the fuzzer itself.

#[path = "../../fuzz/properties/lib.rs"]
mod properties;

use super::files;
use std::fs;
use std::path::Path;

fn hold(target: &str, holds: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz/corpus")
        .join(target);
    let corpus = files(&folder);
    assert!(corpus.len() >= 5, "{} is nearly empty", folder.display());
    for path in corpus {
        println!("{}", path.display());
        holds(&fs::read(path).unwrap());
    }
}

#[test]
fn signed_files() {
    hold("signature", properties::signature::holds);
}

#[test]
fn front_matters() {
    hold("front_matter", properties::front_matter::holds);
}

#[test]
fn blobs_and_armours() {
    hold("sshsig", properties::sshsig::holds);
}

#[test]
fn configurations() {
    hold("configuration", properties::configuration::holds);
}

#[test]
fn what_git_prints() {
    hold("git_output", properties::git_output::holds);
}

#[test]
fn messages() {
    hold("mail", properties::mail::holds);
}
