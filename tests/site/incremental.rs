//! What a build takes over from the one before: always what a clean build would have made.

use super::support::{Fixture, files};
use paraphe::project::Project;
use std::fs;
use std::time::Duration;

const TEXTS: [&str; 3] = ["charter", "territories/lieu", "territories/autre"];
const SLUGS: [&str; 6] = ["une", "deux", "trois", "quatre", "cinq", "six"];

/// How many times the project is changed.
const SEQUENCES: usize = 200;

/// Numbers that look like chance and are the same in every run (Marsaglia's xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).unwrap()
    }

    fn of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }
}

fn fixture() -> Fixture {
    let fixture = Fixture::new();
    fixture.configure("theme: plain\n");
    // Small, so that hundreds of builds take seconds; a theme may show any value on any page.
    fixture.write(
        "themes/plain/templates/organisation.html",
        "{{ organisation.name }}{{ department }}{% for a in adherences %}{{ a.title }}{{ a.newer }}{{ a.standing }}\
         {{ a.attestation }}{{ a.stale_attestation }}{{ a.seal }}{% endfor %}{{ preview }}{{ site.title }}",
    );
    // The pieces that the search loads are then made too.
    fixture.write("themes/plain/static/search.js", "");
    fixture.text("territories/lieu", "1.0", "Un lieu.\n");
    fixture.text("territories/autre", "1.0", "Un autre lieu.\n");
    for slug in &SLUGS[..3] {
        fixture.sign("charter", slug, &format!("Association {slug}"));
        fixture.sign("territories/lieu", slug, &format!("Association {slug}"));
    }
    fixture
}

fn edit(fixture: &Fixture, chance: &mut Chance) -> String {
    let (id, slug) = (chance.of(&TEXTS), chance.of(&SLUGS));
    let name = format!("Association {slug}");
    let signature = fixture.path(&format!("project/signatures/{id}/{slug}.yaml"));
    let attestation = signature.with_extension("attestation.yaml");
    let number = chance.below(1000);
    let kind = chance.below(17);
    match kind {
        0 | 1 => drop(fixture.sign(id, slug, &name)),
        2 => drop(fixture.sign(id, slug, &format!("Rebaptisée {number}"))),
        3 => drop(fixture.withdraw(id, slug, &name)),
        4 => {
            let digest = fixture.sign(id, slug, &name);
            fixture.attest(id, slug, &name, digest);
        }
        // The attestation then is of another file.
        5 => {
            let digest = fixture.sign(id, slug, &name);
            fixture.attest(id, slug, &name, digest);
            fixture.sign(id, slug, &format!("Autre {number}"));
        }
        6 => drop(fs::remove_file(&attestation)),
        7 => {
            let _ = fs::remove_file(&attestation);
            let _ = fs::remove_file(&signature);
        }
        8 => drop(fixture.text(id, "1.1", &format!("Version {number}.\n"))),
        9 => drop(fs::remove_file(
            fixture.path(&format!("project/content/{id}/1.1.md")),
        )),
        // Nobody's signature of that text holds any more, until the text is as it was.
        10 => drop(fixture.text(
            "territories/autre",
            "1.0",
            &format!("Un autre lieu {}.\n", number % 2),
        )),
        11 => {
            let settings = [
                "",
                "url: https://charte.example/\n",
                "closed:\n  - territories/lieu\n",
                "language: en\n",
            ];
            fixture.configure(&format!("theme: plain\n{}", chance.of(&settings)));
        }
        12 => {
            let page = format!(
                "---\ntitle: \"Page {}\"\n---\n\nVoir [la charte](../charter/1.1.md).\n",
                number % 3
            );
            fixture.write("content/pages/page.md", page);
        }
        13 => drop(fs::remove_file(fixture.path("project/content/pages/page.md"))),
        14 => {
            let own = "{{ organisation.name }} {{ totals.organisations }} {{ page.address }}";
            let kind = chance.of(&["organisation", "department", "page"]);
            let own = if kind == "organisation" {
                own
            } else {
                "{{ totals.signatures }}"
            };
            fixture.write(
                &format!("themes/plain/templates/{kind}.html"),
                format!("{own}{}", number % 3),
            );
        }
        15 => {
            let words = format!("charter = Charte {}\n", number % 3);
            fixture.write("themes/plain/locales/fr.ftl", words);
        }
        _ => spoil(fixture, chance),
    }
    format!("{kind} {id} {slug} {number}")
}

/// Takes out of the project whatever something has to be said of.
fn mend(fixture: &Fixture) {
    for _ in 0..4 {
        let project = Project::load(&fixture.path("project")).unwrap();
        for fault in paraphe::register::load(&project).diagnostics {
            let path = fixture.path("project").join(&fault.place.path);
            match fault.place.path.strip_suffix("/1.0.md") {
                // A text that was changed after it was signed.
                Some(text) => {
                    let signatures = text.replace("content/", "signatures/");
                    drop(fs::remove_dir_all(fixture.path("project").join(signatures)));
                }
                None => drop(fs::remove_file(path)),
            }
        }
    }
}

/// Does something to a file of the site.
fn spoil(fixture: &Fixture, chance: &mut Chance) {
    let all: Vec<String> = files(&fixture.path("site"))
        .into_keys()
        .filter(|path| path != ".paraphe-manifest")
        .collect();
    let names: Vec<&str> = all.iter().map(String::as_str).collect();
    let path = fixture.path("site").join(chance.of(&names));
    match chance.below(3) {
        0 => fs::remove_file(path).unwrap(),
        1 => fs::write(path, "other").unwrap(),
        _ => {
            let mut bytes = fs::read(&path).unwrap();
            bytes.reverse();
            fs::write(path, bytes).unwrap();
        }
    }
}

#[test]
fn after_any_edits_the_site_is_that_of_a_clean_build() {
    hold_against_clean_builds(&fixture(), SEQUENCES);
}

#[test]
fn so_are_the_pieces_that_the_signing_page_loads() {
    let fixture = fixture();
    for file in [
        "templates/sign-text.html",
        "static/js/sign/page.js",
        "static/js/check/page.js",
        "static/js/check/here.js",
    ] {
        fixture.write(&format!("themes/plain/{file}"), "");
    }
    hold_against_clean_builds(&fixture, 12);
    assert!(fixture.path("site/search/known/_.json").exists());
}

/// Changes the project again and again, and holds each build against one that remembers nothing.
fn hold_against_clean_builds(fixture: &Fixture, sequences: usize) {
    let mut chance = Chance(0x9E37_79B9_7F4A_7C15);
    fixture.build_again();
    let (mut pages, mut rendered, mut early) = (0, 0, 0);
    for sequence in 0..sequences {
        let count = 1 + chance.below(3);
        let edits: Vec<String> = (0..count).map(|_| edit(fixture, &mut chance)).collect();
        if sequence % 2 == 0 {
            mend(fixture);
        }
        // After one edit that changes nothing, or after a spoilt file was mended, a build may end early.
        let summary = fixture.look().unwrap_or_else(|| fixture.build_again());
        pages += summary.pages;
        rendered += summary.rendered;
        // So may one in between: it then has seen every change.
        early += usize::from(fixture.look().is_some());
        let (built, clean) = (files(&fixture.path("site")), fixture.build_clean());
        let differ = clean
            .iter()
            .filter(|(path, bytes)| built.get(*path) != Some(bytes));
        let differ: Vec<&String> = differ.map(|(path, _)| path).collect();
        assert!(
            differ.is_empty() && built.len() == clean.len(),
            "sequence {sequence}, after {edits:?}: {differ:?}"
        );
    }
    assert!(early * 4 > sequences, "{early} of {sequences}");
    assert!(
        rendered * 10 < pages * 9,
        "{rendered} of {pages} pages were rendered"
    );
}

#[test]
fn what_is_as_it_was_is_not_rendered_again() {
    let fixture = fixture();
    let first = fixture.build_again();
    assert_eq!(first.rendered, first.pages);
    // A file must be older than the smallest step of the file system's clock to be trusted.
    std::thread::sleep(Duration::from_millis(30));
    fixture.build_again();
    let always = 6;
    let third = fixture.build_again();
    assert_eq!((third.rendered, third.written), (always, 0));
    fixture.sign("territories/autre", "neuve", "Association neuve");
    let fourth = fixture.build_again();
    assert!(fourth.rendered < fourth.pages, "{fourth:?}");
    let page = fixture.path("site/organisations/une.html");
    fs::write(&page, "tampered with").unwrap();
    fixture.build_again();
    assert!(fs::read_to_string(&page).unwrap().contains("Association une"));
}

#[test]
fn a_list_that_is_damaged_or_of_another_is_worth_nothing() {
    let fixture = fixture();
    fixture.build_again();
    std::thread::sleep(Duration::from_millis(30));
    fixture.build_again();
    let list = fixture.path("memory/.paraphe/outputs");
    let sound = fs::read(&list).unwrap();
    for at in [0, 20, 60, sound.len() / 2, sound.len() - 1] {
        let mut bad = sound.clone();
        bad[at] ^= 1;
        fs::write(&list, &bad).unwrap();
        let summary = fixture.build_again();
        assert_eq!(
            (summary.rendered, summary.written),
            (summary.pages, 0),
            "byte {at}"
        );
    }
}
