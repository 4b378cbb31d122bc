//! What must hold of any bytes at all, one module for each door that a stranger's bytes come in by.
//!
//! Each module has a function `holds`, which panics where its property does not hold. The fuzzer's targets call them with what it
//! makes up; the ordinary tests (`tests/vectors/corpus.rs`) call them with the corpus, so that what was found once stays mended.

pub mod configuration;
pub mod front_matter;
pub mod git_output;
pub mod mail;
mod said;
pub mod signature;
pub mod sshsig;
