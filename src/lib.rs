//! Paraphe turns a Markdown charter and a folder of signed YAML files into a static public site.
//!
//! The rooms, from the bottom up: [`diagnostic`] and [`identifier`] know nothing of the others.

pub mod diagnostic;
pub mod identifier;
