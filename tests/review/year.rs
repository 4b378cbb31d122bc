//! One year of a charter: thirty associations, two versions, withdrawals, a lost key, an attack.

use crate::story::{Story, charter};

/// A request on a branch of its own, reviewed as the forge would on that day, and merged when nothing is said.
struct Year<'s> {
    story: &'s Story,
    requests: usize,
    day: String,
}

impl Year<'_> {
    /// The verdict on what `make` does on `day`.
    fn propose(&mut self, day: &str, make: impl FnOnce(&Story)) -> Vec<String> {
        self.requests += 1;
        self.day = day.to_owned();
        let name = format!("demande-{}", self.requests);
        self.story.switch("main").branch(&name);
        make(self.story);
        self.story.commit(&name);
        let ran = self.story.paraphe(&[
            "check", "--since", "main", "--head", &name, "--today", day, "--format", "json",
        ]);
        ran.findings()
    }

    /// Somebody proposes, nothing is said, and a volunteer merges.
    #[track_caller]
    fn accept(&mut self, day: &str, make: impl FnOnce(&Story)) {
        assert_eq!(self.propose(day, make), [""; 0]);
        self.take();
    }

    /// Merges the request, whatever was said of it.
    fn take(&self) {
        let name = format!("demande-{}", self.requests);
        self.story.switch("main");
        self.story.git(&[
            "merge",
            "-q",
            "--no-ff",
            "-m",
            &format!("Fusion, le {}", self.day),
            &name,
        ]);
    }

    /// Somebody proposes, and these are the reasons why nobody merges.
    #[track_caller]
    fn refuse(&mut self, day: &str, make: impl FnOnce(&Story), reasons: &[&str]) {
        assert_eq!(self.propose(day, make), reasons);
        self.story.switch("main");
    }
}

/// The nineteenth association has the name `asso-19`.
fn name(at: usize) -> String {
    format!("asso-{at:02}")
}

#[test]
fn a_year_of_a_charter() {
    let story = Story::new();
    let mut year = Year {
        story: &story,
        requests: 0,
        day: String::new(),
    };

    // February: twenty associations sign, one request each; a federation brings five more at once.
    for at in 0..20 {
        year.accept("2026-02-10", |story| {
            story.pen(&name(at)).date("2026-02-09").write();
        });
    }
    let several = year.propose("2026-02-20", |story| {
        for at in 20..25 {
            story.pen(&name(at)).date("2026-02-19").write();
        }
    });
    assert_eq!(
        several,
        ["?several-organisations signatures/charter/asso-21.yaml"]
    );
    year.take();

    // March: stewards call the first ten and attest them.
    year.accept("2026-03-02", |story| {
        for at in 0..10 {
            story.attest_on("charter", &name(at), "garant", "2026-03-01");
        }
    });

    // April: a neighbourhood adapts the charter, and five associations that are new sign only there.
    year.accept("2026-04-01", |story| {
        story.write(
            "content/territories/roseraie/1.0.md",
            story.adaptation("QN04903M"),
        );
    });
    for at in 25..30 {
        year.accept("2026-04-10", |story| {
            let pen = story.pen(&name(at)).text("territories/roseraie");
            pen.date("2026-04-09").write();
        });
    }

    // May: a volunteer mends a comma in a signed text; the check keeps it out.
    year.refuse(
        "2026-05-05",
        |story| {
            story.write(
                "content/charter/1.0.md",
                charter("1.0").replace("La charte,", "La charte"),
            );
        },
        &["text-changed content/charter/1.0.md"],
    );

    // June: a second version appears instead. Twelve sign it, one of them too hastily with the old file's date.
    year.accept("2026-06-01", |story| {
        story.version("1.1");
    });
    for at in 0..12 {
        let stale = (at < 10).then(|| {
            format!(
                "?attestation-stale signatures/charter/{}.attestation.yaml",
                name(at)
            )
        });
        let found = year.propose("2026-06-10", |story| {
            story.pen(&name(at)).version("1.1").date("2026-06-09").write();
        });
        assert_eq!(found, stale.into_iter().collect::<Vec<_>>());
        year.take();
    }
    year.refuse(
        "2026-06-11",
        |story| {
            story.pen(&name(12)).version("1.1").date("2026-02-01").write();
        },
        &["date-goes-back signatures/charter/asso-12.yaml"],
    );

    // July: two withdraw. One had signed the new version, and an old friend tries to put it back.
    let mut kept = String::new();
    for at in [3, 14] {
        kept = story.read(&format!("signatures/charter/{}.yaml", name(at)));
        let found = year.propose("2026-07-03", |story| {
            let version = if at == 3 { "1.1" } else { "1.0" };

            story
                .pen(&name(at))
                .withdraw()
                .version(version)
                .date("2026-07-02")
                .write();
        });
        assert!(
            found.iter().all(|found| found.starts_with("?attestation-stale")),
            "{found:?}"
        );
        year.take();
    }
    year.refuse(
        "2026-07-20",
        |story| {
            story.write("signatures/charter/asso-14.yaml", &kept);
        },
        &[
            "?version-not-current signatures/charter/asso-14.yaml",
            "date-goes-back signatures/charter/asso-14.yaml",
        ],
    );

    // August: an association lost its key. Alone it can do nothing; with a steward it can.
    let lost = |story: &Story| {
        story
            .pen("asso-05")
            .key("neuve")
            .version("1.1")
            .date("2026-08-10")
            .write();
    };
    year.refuse(
        "2026-08-11",
        lost,
        &[
            "?attestation-stale signatures/charter/asso-05.attestation.yaml",
            "key-replaced signatures/charter/asso-05.yaml",
        ],
    );
    year.accept("2026-08-12", |story| {
        lost(story);
        story.attest_on("charter", "asso-05", "garante", "2026-08-12");
    });

    // September: the attack. A stranger tries, one after the other, all that might pass behind a volunteer's back.
    let before = story.git(&["rev-parse", "main^{tree}"]);
    year.refuse(
        "2026-09-01",
        |story| {
            story
                .pen("asso-07")
                .key("pirate")
                .version("1.1")
                .date("2026-09-01")
                .write();
        },
        &[
            "?attestation-stale signatures/charter/asso-07.attestation.yaml",
            "key-replaced signatures/charter/asso-07.yaml",
        ],
    );
    year.refuse(
        "2026-09-01",
        |story| {
            story.remove("signatures/charter/asso-07.yaml");
        },
        &["signature-deleted signatures/charter/asso-07.yaml"],
    );
    year.refuse(
        "2026-09-02",
        |story| {
            let pen = story.pen("asso-seven").name("Assосiation asso-07").key("pirate");
            pen.version("1.1").date("2026-09-01").write();
        },
        &[
            "mixed-scripts signatures/charter/asso-seven.yaml",
            "lookalike-name signatures/charter/asso-seven.yaml",
        ],
    );
    year.refuse(
        "2026-09-03",
        |story| {
            let pen = story.pen("asso-07").text("territories/roseraie").key("pirate");
            pen.date("2026-09-01").write();
        },
        &["unattested-key signatures/territories/roseraie/asso-07.yaml"],
    );
    year.refuse(
        "2026-09-04",
        |story| {
            let pirate = crate::story::configuration(&[crate::story::key("pirate")]);
            story.write("paraphe.yaml", pirate);
            story
                .pen("nouvelle")
                .key("pirate")
                .version("1.1")
                .date("2026-09-01")
                .write();
            story.attest_on("charter", "nouvelle", "pirate", "2026-09-02");
        },
        &[
            "file-outside paraphe.yaml",
            "stewards-changed paraphe.yaml",
            "attestation-not-steward signatures/charter/nouvelle.attestation.yaml",
        ],
    );
    assert_eq!(story.git(&["rev-parse", "main^{tree}"]), before);

    // October: one that had withdrawn comes back, with its own key.
    year.accept("2026-10-05", |story| {
        story.pen("asso-14").version("1.1").date("2026-10-04").write();
    });

    // December: the whole register is sound, and as it should be.
    story.switch("main");
    let ran = story.paraphe(&["check", "--format", "json"]);
    assert_eq!(ran.status, 0, "{}", ran.out);
    assert!(
        ran.findings()
            .iter()
            .all(|found| found.starts_with("?attestation-stale")),
        "{}",
        ran.out
    );
    let loaded = paraphe::register::load(&paraphe::project::Project::load(&story.root()).unwrap());
    let entries = &loaded.register.entries;
    assert_eq!(entries.len(), 30);
    let standing = |wanted| entries.iter().filter(|entry| entry.standing == wanted).count();
    use paraphe::register::Standing;
    // Twelve of the second version, of whom one left and one came back to it; five under the adaptation.
    assert_eq!(standing(Standing::Current), 12 + 5);
    assert_eq!(standing(Standing::Withdrawn), 1);
    assert_eq!(standing(Standing::Older), 12);
    let attested = entries.iter().filter(|entry| entry.attestation.is_some()).count();
    assert_eq!(attested, 1);
}
