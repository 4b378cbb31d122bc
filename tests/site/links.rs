//! Every link of a site leads somewhere.

use super::support::{Fixture, attributes, files};
use std::collections::{BTreeMap, BTreeSet};

/// Follows every link from every page; what leads nowhere.
pub(super) fn broken(fixture: &Fixture, base_path: &str) -> Vec<String> {
    let site = files(&fixture.path("site"));
    let pages: BTreeMap<&str, String> = site
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, bytes)| (path.as_str(), String::from_utf8(bytes.clone()).unwrap()))
        .collect();
    let ids: BTreeMap<&str, BTreeSet<String>> = pages
        .iter()
        .map(|(path, html)| {
            let all = attributes(html, "id");
            let unique: BTreeSet<String> = all.iter().cloned().collect();
            assert_eq!(all.len(), unique.len(), "an id stands twice in {path}: {all:?}");
            (*path, unique)
        })
        .collect();
    let mut broken = Vec::new();
    for (page, html) in &pages {
        for link in attributes(html, "href")
            .into_iter()
            .chain(attributes(html, "src"))
        {
            if ["https:", "mailto:", "data:"]
                .iter()
                .any(|scheme| link.starts_with(scheme))
            {
                continue;
            }
            let (path, fragment) = link
                .split_once('#')
                .map_or((&*link, None), |(path, id)| (path, Some(id)));
            let path = path.split('?').next().unwrap();
            let target = match path.strip_prefix(base_path).filter(|_| path.starts_with('/')) {
                Some(path) => path.to_owned(),
                None if path.is_empty() => (*page).to_owned(),
                None => resolve(page, path),
            };
            if !site.contains_key(&target) {
                broken.push(format!("{page}: {link}"));
            } else if let Some(id) = fragment
                && !ids.get(&*target).is_some_and(|ids| ids.contains(id))
                // The checking page takes a signature's path there, and loads the file.
                && !(target == "verifier.html" && id.starts_with("signatures/") && site.contains_key(id))
            {
                broken.push(format!("{page}: {link} (no such id)"));
            }
        }
    }
    broken
}

fn resolve(page: &str, path: &str) -> String {
    assert!(!path.starts_with('/'), "{page}: {path} is not relative");
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            ".." => drop(parts.pop().expect("leads out of the site")),
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn of_the_vectors() {
    let fixture = Fixture::vectors();
    fixture.build();
    assert_eq!(broken(&fixture, "/"), [""; 0]);
}

#[test]
fn of_a_large_register_in_a_subfolder() {
    let fixture = Fixture::new();
    fixture.configure("url: https://example.org/a/b/\n");
    for at in 0..205 {
        let id = format!("territories/lieu-{at}");
        fixture.text(&id, "1.0", "Un lieu.\n");
        fixture.sign(
            "charter",
            &format!("organisation-{at}"),
            &format!("Organisation {at}"),
        );
        fixture.sign(
            "territories/lieu-0",
            &format!("organisation-{at}"),
            &format!("Organisation {at}"),
        );
    }
    let summary = fixture.build();
    assert_eq!(broken(&fixture, "/a/b/"), [""; 0]);
    for page in [
        "signataires-2.html",
        "territoires-2.html",
        "charte_signataires-2.html",
        "territoires/lieu-0_signataires-2.html",
    ] {
        assert!(fixture.path("site").join(page).exists(), "{page}");
    }
    let html = files(&fixture.path("site"))
        .keys()
        .filter(|path| path.ends_with(".html"))
        .count();
    // The checker is one file more, and no page of the site.
    assert_eq!(summary.pages + 1, html);
    assert_eq!(
        fixture
            .page("signataires.html")
            .matches("<li class=\"signature\"")
            .count(),
        200
    );
    assert_eq!(
        fixture
            .page("signataires-2.html")
            .matches("<li class=\"signature\"")
            .count(),
        5
    );
}

#[test]
fn of_texts_to_each_other_and_to_pictures() {
    let fixture = Fixture::new();
    let links = "## Un\n\n[a](1.0.md) [b](../territories/lieu/1.0.md#un) [c](../pages/a-propos.md) [d](#un) \
                 ![e](image.png) [f](absent.md) [g](../../paraphe.yaml) [h](../territories/lieu)\n";
    fixture.text("charter", "1.1", links);
    fixture.text(
        "territories/lieu",
        "1.0",
        "## Un\n\n![e](../../charter/image.png)\n",
    );
    fixture.write("content/charter/image.png", "png");
    fixture.write(
        "content/pages/a-propos.md",
        "---\ntitle: \"À propos\"\n---\n\n[z](../charter/1.1.md)\n",
    );
    fixture.build();
    assert_eq!(broken(&fixture, "/"), [""; 0]);
    let page = fixture.page("charte.html");
    for link in [
        "<a href=\"charte_1.0.html\">a</a>",
        "<a href=\"territoires/lieu_1.0.html#un\">b</a>",
        "<a href=\"a-propos.html\">c</a>",
        "<img src=\"content/charter/image.png\" alt=\"e\"",
        " f g <a href=\"territoires/lieu.html\">h</a></p>",
    ] {
        assert!(page.contains(link), "{link} is not in {page}");
    }
    assert!(
        fixture
            .page("territoires/lieu.html")
            .contains("<img src=\"../content/charter/image.png\"")
    );
    assert_eq!(fixture.page("content/charter/image.png"), "png");
}

#[test]
fn english_addresses_for_an_english_site() {
    let fixture = Fixture::new();
    fixture.configure("language: en\n");
    fixture.text("territories/lieu", "1.0", "Text.\n");
    fixture.build();
    assert_eq!(broken(&fixture, "/"), [""; 0]);
    for page in [
        "charter.html",
        "charter_1.0.html",
        "territories/lieu.html",
        "signatories.html",
        "sign.html",
    ] {
        assert!(fixture.page(page).contains("<html lang=\"en\">"), "{page}");
    }
}
