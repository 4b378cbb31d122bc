//! What a page is about, for programs: JSON-LD with the words of schema.org.

use super::model::Model;
use crate::register::Entry;
use crate::text::Text;
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
    script(&value)
}

/// An organisation.
pub fn of_organisation(model: &Model<'_>, headline: &Entry) -> String {
    let named = &headline.adherence.organisation;
    let mut value = json!({
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": named.name.as_str(),
        "address": {"@type": "PostalAddress", "addressLocality": named.city.as_str(), "addressCountry": "FR"},
    });
    add(&mut value, "url", named.website.as_ref().map(ToString::to_string));
    add(
        &mut value,
        "mainEntityOfPage",
        absolute(model, &model.addresses.organisation(&headline.organisation)),
    );
    add(&mut value, "taxID", named.siren.as_ref().map(ToString::to_string));
    add(
        &mut value,
        "identifier",
        named.rna.as_ref().map(ToString::to_string),
    );
    script(&value)
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

/// JSON that can stand in a `script` element: nothing in it can end the element or start a comment.
fn script(value: &Value) -> String {
    value
        .to_string()
        .replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
        .replace('\'', "\\u0027")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_the_element() {
        let text = script(&json!({"name": "</script><!-- & \u{2028}"}));
        assert!(!text.contains(['<', '>', '&', '\u{2028}']), "{text}");
        let back: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(back["name"], "</script><!-- & \u{2028}");
    }
}
