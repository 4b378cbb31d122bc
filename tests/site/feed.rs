//! The feed, the sitemap and robots.txt.

use super::support::Fixture;
use std::process::Command;

/// Reads an XML file with a parser of somebody else's and runs Python over its root `r`.
fn look(fixture: &Fixture, file: &str, python: &str) -> String {
    let script = format!(
        "import sys, xml.etree.ElementTree as E\nr = E.parse(sys.argv[1]).getroot()\nA = '{{http://www.w3.org/2005/Atom}}'\n\
         S = '{{http://www.sitemaps.org/schemas/sitemap/0.9}}'\n{python}"
    );
    let run = Command::new("python3")
        .arg("-c")
        .arg(script)
        .arg(fixture.path("site").join(file))
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).unwrap()
}

/// What RFC 4287 asks of a feed and of each entry (sections 4.1.1 and 4.1.2).
const RFC_4287: &str = "
import re
one = lambda e, name: (lambda found: found[0] if len(found) == 1 else sys.exit(f'{name}: {len(found)}'))(e.findall(A + name))
moment = re.compile(r'^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$')
def check(e):
    for name in ('id', 'title', 'updated'): assert one(e, name).text.strip()
    assert moment.match(one(e, 'updated').text)
    assert re.match(r'^[a-z][a-z0-9+.-]*:', one(e, 'id').text)
    links = [(l.get('rel'), l.get('type')) for l in e.findall(A + 'link')]
    assert len(links) == len(set(links)) and all(l.get('href') for l in e.findall(A + 'link'))
assert r.tag == A + 'feed'
check(r)
assert one(r, 'author').find(A + 'name').text
entries = r.findall(A + 'entry')
for e in entries:
    check(e)
    assert len(e.findall(A + 'summary')) <= 1 and any(l.get('rel') == 'alternate' for l in e.findall(A + 'link'))
ids = [e.find(A + 'id').text for e in entries]
assert len(ids) == len(set(ids))
dates = [e.find(A + 'updated').text for e in entries]
assert dates == sorted(dates, reverse=True)
assert one(r, 'updated').text == (max(dates) if dates else one(r, 'updated').text)
print(len(entries), [l.get('href') for l in r.findall(A + 'link') if l.get('rel') == 'self'][0], ids[0] if ids else '')
";

#[test]
fn is_what_rfc_4287_asks_for_with_and_without_an_address() {
    let fixture = Fixture::new();
    fixture.sign("charter", "une", "Une & <deux>");
    fixture.build();
    let without = look(&fixture, "feed.xml", RFC_4287);
    fixture.configure("url: https://example.org/charte/\n");
    fixture.build();
    let with = look(&fixture, "feed.xml", RFC_4287);
    assert!(without.starts_with("2 feed.xml urn:uuid:"), "{without}");
    assert!(
        with.starts_with("2 https://example.org/charte/feed.xml urn:uuid:"),
        "{with}"
    );
    // What is known by its id stays known when the site gets an address.
    assert_eq!(with.split(' ').next_back(), without.split(' ').next_back());
}

#[test]
fn holds_the_newest() {
    let fixture = Fixture::new();
    for at in 0..60 {
        fixture.sign(
            "charter",
            &format!("x{}-{at}", "x".repeat(at)),
            &format!("Numéro {at}"),
        );
    }
    fixture.build();
    let titles = look(
        &fixture,
        "feed.xml",
        "print([e.find(A + 'title').text for e in r.findall(A + 'entry')][0], len(r.findall(A + 'entry')))",
    );
    assert_eq!(titles.trim(), "Numéro 59\u{202f}: Texte charter 51");
}

#[test]
fn the_sitemap_needs_an_address() {
    let fixture = Fixture::new();
    fixture.sign("charter", "une", "Une");
    fixture.build();
    assert!(!fixture.path("site/sitemap.xml").exists());
    assert!(!fixture.page("robots.txt").contains("Sitemap"));
    fixture.configure("url: https://example.org/charte/\n");
    fixture.build();
    let addresses = look(
        &fixture,
        "sitemap.xml",
        "print(*[l.text for l in r.iter(S + 'loc')])",
    );
    let addresses: Vec<&str> = addresses.split_whitespace().collect();
    assert!(addresses.contains(&"https://example.org/charte/"));
    assert!(addresses.contains(&"https://example.org/charte/organisations/une.html"));
    assert!(!addresses.iter().any(|address| address.contains("404")));
    assert!(
        fixture
            .page("robots.txt")
            .ends_with("Sitemap: https://example.org/charte/sitemap.xml\n")
    );
}
