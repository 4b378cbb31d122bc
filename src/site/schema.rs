//! What a page is about, for programs: JSON-LD with the words of schema.org.

use super::inline;
use super::model::Model;
use crate::register::Entry;
use crate::text::Text;
use serde::Serialize;
use serde_json::{Value, json};

/// A text.
pub fn of_text(model: &Model<'_>, text: &Text, address: &str) -> String {
    let mut value = json!({
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "name": text.front.title.as_str(),
        "version": text.version.as_str(),
        "datePublished": text.front.adopted.to_string(),
        "inLanguage": model.language.as_str(),
    });
    add(&mut value, "url", absolute(model, address));
    add(
        &mut value,
        "abstract",
        text.front.summary.as_ref().map(ToString::to_string),
    );
    let place = text
        .front
        .territory
        .as_ref()
        .map(|territory| territory.name.to_string());
    if let (Some(name), Some(members)) = (place, value.as_object_mut()) {
        members.insert("spatialCoverage".into(), json!({"@type": "Place", "name": name}));
    }
    if let (Some(parent), Some(members)) = (&text.front.adapts, value.as_object_mut()) {
        let based = absolute(model, &model.addresses.version(&parent.text, &parent.version));
        if let Some(based) = based {
            members.insert("isBasedOn".into(), based.into());
        }
    }
    inline::json(&value)
}

/// An organisation, in the words of schema.org.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Organization<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    address: PostalAddress<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    main_entity_of_page: Option<String>,
    #[serde(rename = "taxID", skip_serializing_if = "Option::is_none")]
    tax_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    identifier: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PostalAddress<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    address_locality: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    address_country: Option<&'static str>,
}

/// An organisation. Its country is told where it gives a number of a French register.
pub fn of_organisation(model: &Model<'_>, headline: &Entry) -> String {
    let named = &headline.adherence.organisation;
    let is_french = named.insee.is_some() || named.rna.is_some() || named.siren.is_some();
    let organization = Organization {
        context: "https://schema.org",
        kind: "Organization",
        name: named.name.as_str(),
        address: PostalAddress {
            kind: "PostalAddress",
            address_locality: named.city.as_str(),
            address_country: is_french.then_some("FR"),
        },
        url: named.website.as_ref().map(AsRef::as_ref),
        main_entity_of_page: absolute(model, &model.addresses.organisation(&headline.organisation)),
        tax_id: named.siren.as_ref().map(AsRef::as_ref),
        identifier: named.rna.as_ref().map(AsRef::as_ref),
    };
    inline::json(&organization)
}

fn absolute(model: &Model<'_>, address: &str) -> Option<String> {
    let base = model.project.configuration.url.as_deref()?;
    Some(format!("{base}{address}"))
}

fn add(value: &mut Value, name: &str, member: Option<String>) {
    if let (Some(member), Some(members)) = (member, value.as_object_mut()) {
        members.insert(name.to_owned(), member.into());
    }
}
