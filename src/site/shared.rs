//! The values that every page has, put into the templates' global context once.

use super::addresses::{self, Addresses};
use super::copies::asset_path;
use super::map;
use super::model::Model;
use super::theme::Theme;
use super::values::LinkValue;
use crate::gazetteer;
use crate::identifier::{Digest, TextId};
use serde::Serialize;
use std::collections::BTreeMap;
use tera::Context;

/// The site.
#[derive(Serialize)]
struct Site<'a> {
    title: &'a str,
    description: Option<&'a str>,
    language: &'a str,
    charter: &'a str,
    demonstration: bool,
    url: Option<&'a str>,
    repository: Option<&'a str>,
    contact: Option<&'a str>,
}

/// Someone whose attestations count.
#[derive(Serialize)]
struct Steward<'a> {
    name: &'a str,
    fingerprint: String,
}

/// Puts in what every template sees.
pub fn insert(context: &mut Context, model: &Model<'_>, theme: &Theme) {
    let configuration = &model.project.configuration;
    context.insert(
        "site",
        &Site {
            title: configuration.title.as_str(),
            description: configuration.description.as_ref().map(AsRef::as_ref),
            language: model.language.as_str(),
            charter: configuration.charter.as_str(),
            demonstration: configuration.demonstration,
            url: configuration.url.as_deref(),
            repository: configuration.repository.as_deref(),
            contact: configuration.contact.as_deref(),
        },
    );
    let steward =
        |steward: &'_ crate::project::Steward| (steward.name.to_string(), steward.key.fingerprint());
    let stewards: Vec<(String, String)> = configuration.stewards.iter().map(steward).collect();
    let stewards: Vec<Steward<'_>> = stewards
        .iter()
        .map(|(name, key)| Steward {
            name,
            fingerprint: key.clone(),
        })
        .collect();
    context.insert("stewards", &stewards);
    context.insert("words", model.words.all_plain());
    context.insert("totals", &model.totals);
    context.insert("addresses", &fixed_addresses(model.addresses));
    context.insert("navigation", &navigation(model));
    context.insert("pages", &pages(model));
    context.insert("sources", &sources());
    context.insert("assets", &assets(theme));
}

/// The addresses that a template may name.
pub fn fixed_addresses(addresses: Addresses) -> BTreeMap<String, String> {
    let fixed = [
        ("home", addresses::HOME.to_owned()),
        ("charter", addresses.text(&TextId::Charter)),
        ("territories", addresses.territories(1)),
        ("signatories", addresses.signatories(1)),
        ("sign", addresses.sign()),
        ("figures", addresses.figures()),
        ("verify", addresses.verify()),
        ("checker", addresses.checker()),
        ("feed", addresses::FEED.to_owned()),
        ("register_json", addresses::REGISTER_JSON.to_owned()),
        ("register_csv", addresses::REGISTER_CSV.to_owned()),
        ("allowed_signers", addresses::ALLOWED_SIGNERS.to_owned()),
        ("stewards", addresses::STEWARDS.to_owned()),
    ];
    fixed
        .into_iter()
        .map(|(name, address)| (name.to_owned(), address))
        .collect()
}

/// Whether the header or the footer links to that address.
pub fn is_in_frame(model: &Model<'_>, address: &str) -> bool {
    !address.contains('/')
        && (fixed_addresses(model.addresses)
            .values()
            .any(|fixed| fixed == address)
            || model
                .pages
                .iter()
                .any(|page| model.addresses.page(&page.slug) == address))
}

/// The open data that the site shows parts of.
fn sources() -> Vec<gazetteer::Source> {
    gazetteer::SOURCES.iter().copied().chain([map::SOURCE]).collect()
}

fn navigation(model: &Model<'_>) -> Vec<LinkValue> {
    let addresses = fixed_addresses(model.addresses);
    ["charter", "territories", "signatories", "sign", "verify"]
        .iter()
        .map(|name| LinkValue {
            label: model.words.plain(name).to_owned(),
            address: addresses.get(*name).cloned().unwrap_or_default(),
        })
        .collect()
}

fn pages(model: &Model<'_>) -> Vec<LinkValue> {
    let link = |page: &&crate::text::Page| LinkValue {
        label: page.title.to_string(),
        address: model.addresses.page(&page.slug),
    };
    model.pages.iter().map(link).collect()
}

/// The theme's files, by name. What follows the `?` changes with the file, so that no browser shows an old one.
fn assets(theme: &Theme) -> BTreeMap<&str, String> {
    let address = |bytes: &[u8], path: &str| {
        let digest = Digest::of(bytes).to_string();
        format!("{}?{}", asset_path(path), &digest[..10])
    };
    theme
        .files_in("static")
        .map(|(path, file)| (path, address(&file.bytes, path)))
        .collect()
}
