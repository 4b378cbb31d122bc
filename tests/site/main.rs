//! The site: built from projects in folders of their own, then looked at from outside.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod ahead;
mod data;
mod feed;
mod incremental;
mod links;
mod live;
mod output;
mod pages;
mod plain;
mod support;
mod themes;
mod unchanged;
