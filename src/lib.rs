//! Paraphe turns a Markdown charter and a folder of signed YAML files into a static public site.
//!
//! The rooms, from the bottom up: [`diagnostic`] and [`identifier`] know nothing of the others; [`text`] and
//! [`signature`] turn files into values; [`register`] joins them. Beside them [`locale`] has the words, and
//! [`report`] writes diagnostics with them.

pub mod cache;
pub mod cli;
pub mod diagnostic;
pub mod gazetteer;
pub mod identifier;
pub mod import;
pub mod locale;
pub mod phases;
pub mod project;
pub mod register;
pub mod report;
pub mod review;
pub mod serve;
pub mod signature;
pub mod site;
pub mod text;
pub mod yaml;
