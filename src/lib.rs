//! Paraphe turns a Markdown charter and a folder of signed YAML files into a static public site.
//!
//! The rooms, from the bottom up: [`diagnostic`] and [`identifier`] know nothing of the others; [`text`] and
//! [`signature`] turn files into values; [`register`] joins them.

pub mod diagnostic;
pub mod identifier;
pub mod project;
pub mod register;
pub mod signature;
pub mod text;
