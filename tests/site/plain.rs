//! The second theme of the program: how little one needs.

use super::links::broken;
use super::support::{Fixture, attributes, files};
use std::path::Path;
use std::process::Command;

#[test]
fn it_is_small() {
    let theme = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/plain"));
    let lines = |bytes: &Vec<u8>| bytes.iter().filter(|byte| **byte == b'\n').count();
    let total: usize = theme.values().map(lines).sum();
    assert!((150..300).contains(&total), "{total} lines");
    for name in theme.keys() {
        let known = [".html", ".css", ".ftl"];
        assert!(known.iter().any(|ending| name.ends_with(ending)), "{name}");
    }
}

#[test]
fn it_shows_the_demonstration() {
    let fixture = Fixture::demonstration("plain");
    let summary = fixture.build();
    assert!(summary.pages > 60, "{summary:?}");
    assert_eq!(broken(&fixture, "/"), [""; 0]);
    let site = files(&fixture.path("site"));
    let endings = [".js", ".woff2", "_signer.html", "verificateur.html"];
    let left: Vec<&String> = site
        .keys()
        .filter(|path| endings.iter().any(|ending| path.ends_with(ending)))
        .collect();
    assert_eq!(left, [""; 0]);
    let map = String::from_utf8(site["sitemap.xml"].clone()).unwrap();
    assert!(map.contains("charte.html") && !map.contains("_signer.html"));
    for (path, bytes) in site.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = String::from_utf8(bytes.clone()).unwrap();
        assert!(!html.contains("<script") && !html.contains(" style="), "{path}");
        for link in attributes(&html, "href") {
            assert!(!link.starts_with("http:"), "{path}: {link}");
        }
    }
    // Its words lie over those of the program.
    assert!(fixture.page("charte.html").contains("Comment signer ce texte"));
}

#[test]
fn an_organisation_is_shown_with_all_that_checks_it() {
    let fixture = Fixture::vectors();
    let configuration = std::fs::read_to_string(fixture.path("project/paraphe.yaml")).unwrap();
    fixture.write("paraphe.yaml", format!("{configuration}theme: plain\n"));
    fixture.build();
    assert_eq!(broken(&fixture, "/"), [""; 0]);
    let signed = files(&fixture.path("site/signatures"));
    let (mut seen, mut checked) = (0, 0);
    for (path, html) in files(&fixture.path("site/organisations")) {
        let html = String::from_utf8(html).unwrap();
        for file in attributes(&html, "href")
            .iter()
            .filter_map(|link| link.strip_prefix("../signatures/"))
            .filter(|file| !file.ends_with(".attestation.yaml"))
        {
            seen += 1;
            let text = String::from_utf8(signed[file].clone()).unwrap();
            let body = text.split("signature: |\n").next().unwrap();
            let shown = body
                .replace('&', "&amp;")
                .replace('"', "&quot;")
                .replace('\'', "&#39;");
            assert!(
                html.contains(&shown),
                "{path} does not show the bytes of {file}: {shown}"
            );
            assert!(html.contains("paraphe verify signatures/"), "{path}");
        }
        for block in html.split("<pre><code>sed ").skip(1) {
            let commands = block.split("paraphe verify").next().unwrap();
            let commands = commands
                .replace("&gt;", ">")
                .replace("&lt;", "<")
                .replace("&#39;", "'");
            let ran = Command::new("sh")
                .args(["-ec", &format!("sed {commands}")])
                .current_dir(fixture.path("site"))
                .output()
                .unwrap();
            let out = String::from_utf8(ran.stdout).unwrap();
            assert!(ran.status.success(), "{path}: {commands}\n{out}");
            assert!(out.contains("Good \"paraphe\" signature"), "{path}: {out}");
            checked += 1;
        }
    }
    assert!(seen > 2 && seen == checked, "{seen} {checked}");
}

#[test]
fn a_project_changes_it_file_by_file() {
    let fixture = Fixture::new();
    fixture.configure("theme: plain\n");
    fixture.write("themes/plain/static/plain.css", "body { color: red }\n");
    fixture.write("themes/plain/locales/fr.ftl", "home_read = À lire\n");
    fixture.build();
    assert_eq!(fixture.page("static/plain.css"), "body { color: red }\n");
    assert!(fixture.page("index.html").contains("À lire"));
    let charter = fixture.page("charte.html");
    assert!(
        charter.contains("Comment signer ce texte"),
        "words of both remain"
    );
}
