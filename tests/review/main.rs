//! Stories told on real git repositories: somebody proposes a change, and the program says whether it may go in.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod adaptation;
mod attack;
mod attestation;
mod diff;
mod forge;
mod form;
mod graph;
mod import;
mod log;
mod lookalike;
mod reports;
mod story;
mod succession;
mod trespass;
mod trouble;
mod vectors;
mod year;
