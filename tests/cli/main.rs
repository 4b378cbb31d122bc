//! The program as a person runs it, and its formats held against the tools that people already have.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod agent;
mod bad_input;
mod by_hand;
mod cache;
mod codes;
mod demonstration;
mod explain;
mod init;
mod keys;
mod register;
mod round_trip;
mod serve;
mod sign;
mod support;
mod terminal;
mod theme;
mod tools;
mod usage;
mod verify;
