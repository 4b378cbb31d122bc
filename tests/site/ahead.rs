//! Pages that are shown before the rest of the site is made.

use super::support::{Fixture, files};
use paraphe::phases::Phases;
use paraphe::project::Project;
use paraphe::site::ahead::Ahead;
use paraphe::site::{self, Kept, Options, With};
use std::collections::BTreeSet;
use std::sync::Mutex;

#[test]
fn the_wanted_pages_come_before_anything_is_written_and_as_they_will_be_written() {
    let fixture = Fixture::demonstration("default");
    let project = Project::load(&fixture.path("project")).unwrap();
    let loaded = paraphe::register::load(&project);
    let output = fixture.path("site");
    fixture.build();
    let site = files(&output);
    let pages = |path: &&String| path.ends_with(".html");
    let mut addresses: BTreeSet<String> = site.keys().filter(pages).cloned().collect();
    assert!(addresses.iter().any(|path| path.starts_with("organisations/")));
    addresses.insert("nothing-here.html".to_owned());

    std::fs::remove_dir_all(&output).unwrap();
    let shown = Mutex::new(Vec::new());
    let show = |pages: Vec<(String, Vec<u8>)>| {
        assert!(!output.exists());
        shown.lock().unwrap().extend(pages);
    };
    let with = With {
        kept: &mut Kept::default(),
        phases: &Phases::default(),
        ahead: Some(Ahead {
            addresses: &addresses,
            show: &show,
        }),
    };
    site::build_with(&project, &loaded.register, &output, Options::default(), with).unwrap();
    assert_eq!(files(&output), site);
    let shown = shown.into_inner().unwrap();
    assert!(shown.len() > 20);
    for (path, html) in &shown {
        assert_eq!(site.get(path), Some(html), "{path}");
    }
    let shown: BTreeSet<&String> = shown.iter().map(|(path, _)| path).collect();
    let missing: Vec<&String> = addresses.iter().filter(|path| !shown.contains(path)).collect();
    // The checker as one file is a download more than a page.
    assert_eq!(missing, ["nothing-here.html", "verificateur.html"]);
}
