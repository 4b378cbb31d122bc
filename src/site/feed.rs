//! The Atom feed (RFC 4287): new adherences and new versions of texts.
//!
//! Every date comes from a file, so the feed is the same whenever it is built. The ids are UUIDs of version 8
//! (RFC 9562) cut from a SHA-256: they stay the same when the site moves, and need no address. Where the configuration
//! tells none, links are relative, which RFC 4287 allows.

use super::addresses::{FEED, HOME};
use super::model::{LATEST, Model};
use super::xml::{push_element, push_text};
use crate::identifier::{Date, Digest};
use crate::register::Entry;
use crate::text::Text;

/// How many new versions of texts the feed names.
const VERSIONS: usize = 20;

struct Item {
    date: Date,
    id: String,
    title: String,
    address: String,
    summary: String,
    category: &'static str,
}

/// The whole feed.
pub fn feed(model: &Model<'_>) -> String {
    let configuration = &model.project.configuration;
    let charter = configuration.charter.as_str();
    let base = configuration.url.as_deref().unwrap_or_default();
    let items = items(model);
    let newest = items.first().map(|item| item.date);
    let updated = newest.or_else(|| {
        model
            .texts
            .iter()
            .map(|view| view.versions.shown().front.adopted)
            .max()
    });

    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    out.push_str(&format!(
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n",
        model.language
    ));
    push_element(&mut out, "  ", "title", configuration.title.as_str());
    if let Some(description) = &configuration.description {
        push_element(&mut out, "  ", "subtitle", description.as_str());
    }
    push_element(&mut out, "  ", "id", &urn(&["feed", charter]));
    push_element(
        &mut out,
        "  ",
        "updated",
        &updated.map_or_else(|| "2000-01-01T00:00:00Z".to_owned(), moment),
    );
    push_link(
        &mut out,
        "  ",
        "self",
        "application/atom+xml",
        &format!("{base}{FEED}"),
    );
    push_link(&mut out, "  ", "alternate", "text/html", &format!("{base}{HOME}"));
    out.push_str("  <author>\n");
    push_element(&mut out, "    ", "name", configuration.title.as_str());
    out.push_str("  </author>\n");
    push_element(&mut out, "  ", "generator", "paraphe");
    for item in items {
        out.push_str("  <entry>\n");
        push_element(&mut out, "    ", "title", &item.title);
        push_element(&mut out, "    ", "id", &item.id);
        push_element(&mut out, "    ", "updated", &moment(item.date));
        push_element(&mut out, "    ", "published", &moment(item.date));
        push_link(
            &mut out,
            "    ",
            "alternate",
            "text/html",
            &format!("{base}{}", item.address),
        );
        out.push_str(&format!("    <category term=\"{}\"/>\n", item.category));
        push_element(&mut out, "    ", "summary", &item.summary);
        out.push_str("  </entry>\n");
    }
    out.push_str("</feed>\n");
    out
}

/// The newest first; those of one day in a fixed order.
fn items(model: &Model<'_>) -> Vec<Item> {
    let mut versions: Vec<&Text> = model
        .texts
        .iter()
        .flat_map(|view| &view.versions.versions)
        .filter(|text| !text.front.draft)
        .collect();
    versions.sort_by(|a, b| {
        let newest_first = b.front.adopted.cmp(&a.front.adopted);
        newest_first
            .then_with(|| a.id.cmp(&b.id))
            .then_with(|| b.version.cmp(&a.version))
    });
    let versions = versions
        .into_iter()
        .take(VERSIONS)
        .map(|text| version(model, text));
    let adherences = model
        .latest
        .iter()
        .take(LATEST)
        .map(|at| adherence(model, model.entry(*at)));
    let mut items: Vec<Item> = adherences.chain(versions).collect();
    items.sort_by_key(|item| std::cmp::Reverse(item.date));
    items
}

fn adherence(model: &Model<'_>, entry: &Entry) -> Item {
    let signed = &entry.adherence;
    let name = signed.organisation.name.as_str();
    let text = model
        .text(&signed.text)
        .map_or("", |view| super::model::territory_name(view.versions));
    Item {
        date: signed.date,
        id: urn(&[
            "signature",
            &signed.text.to_string(),
            entry.organisation.as_str(),
            &entry.digest.to_string(),
        ]),
        title: model
            .words
            .about_two("feed_adherence", ("name", name), ("text", text)),
        address: model.addresses.organisation(&entry.organisation),
        summary: signed.declaration.as_str().to_owned(),
        category: "signature",
    }
}

fn version(model: &Model<'_>, text: &Text) -> Item {
    let title = text.front.title.as_str();
    Item {
        date: text.front.adopted,
        id: urn(&["text", &text.digest.to_string()]),
        title: model.words.about_two(
            "feed_version",
            ("title", title),
            ("version", text.version.as_str()),
        ),
        address: model.addresses.version(&text.id, &text.version),
        summary: text
            .front
            .summary
            .as_ref()
            .map_or(title, AsRef::as_ref)
            .to_owned(),
        category: "text",
    }
}

fn push_link(out: &mut String, indent: &str, rel: &str, kind: &str, address: &str) {
    out.push_str(&format!("{indent}<link rel=\"{rel}\" type=\"{kind}\" href=\""));
    push_text(out, address);
    out.push_str("\"/>\n");
}

fn moment(date: Date) -> String {
    format!("{date}T00:00:00Z")
}

/// `urn:uuid:` of the parts' digest.
fn urn(parts: &[&str]) -> String {
    let digest = Digest::of(format!("paraphe\n{}", parts.join("\n")).as_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest.as_bytes()[..16]);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!(
        "urn:uuid:{}-{}-{}-{}-{}",
        &hex[..8],
        &hex[8..12],
        &hex[12..16],
        &hex[16..20],
        &hex[20..]
    )
}

#[cfg(test)]
mod tests {
    use super::urn;

    #[test]
    fn ids_are_uuids_of_version_8() {
        let id = urn(&["feed", "charte"]);
        assert_eq!(id.len(), "urn:uuid:".len() + 36);
        assert_eq!(id.as_bytes()["urn:uuid:".len() + 14], b'8');
        assert!(matches!(
            id.as_bytes()["urn:uuid:".len() + 19],
            b'8' | b'9' | b'a' | b'b'
        ));
        assert_ne!(id, urn(&["feed", "charter"]));
    }
}
