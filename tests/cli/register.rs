//! Texts and signatures joined: what stands, what is stale, and what deserves a look.

use crate::support::Project;
use paraphe::diagnostic::{Code, Severity};
use paraphe::identifier::{Date, Digest, Line, Rna, Siren, Slug, TextId, Version};
use paraphe::project;
use paraphe::register::{self, Standing};
use paraphe::signature::{Action, Adherence, Attestation, Document, Organisation, PrivateKey, seal};

fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

fn key(seed: u8) -> PrivateKey {
    PrivateKey::from_seed(&[seed; 32])
}

/// A project with a charter in two versions and one steward, whose key has the seed 200.
fn project() -> Project {
    let project = Project::empty();
    let steward = key(200).public().to_openssh();
    project.write(
        "paraphe.yaml",
        format!("title: \"T\"\nlanguage: fr\ncharter: essai\nstewards:\n  - name: \"Comité\"\n    key: \"{steward}\"\n"),
    );
    for version in ["1.0", "1.1"] {
        project.write(&format!("content/charter/{version}.md"), text(version));
    }
    project
}

fn text(version: &str) -> String {
    format!(
        "---\ntitle: \"T\"\nversion: \"{version}\"\nadopted: 2026-01-15\ndeclaration: \"Nous adhérons.\"\n---\n\nTexte {version}.\n"
    )
}

/// An adherence to the charter that the test may still change.
fn adherence(project: &Project, version: &str, name: &str) -> Adherence {
    Adherence {
        action: Action::Sign,
        charter: Slug::parse("essai").unwrap(),
        text: TextId::Charter,
        version: Version::parse(version).unwrap(),
        sha256: Digest::of_text(project.read(&format!("content/charter/{version}.md")).as_bytes()),
        organisation: Organisation {
            name: line(name),
            city: line("Exempleville"),
            insee: None,
            rna: None,
            siren: None,
            website: None,
        },
        representative: None,
        date: Date::parse("2026-06-01").unwrap(),
        declaration: line("Nous adhérons."),
    }
}

/// Signs a document into `path` and gives the file's text back.
fn sign(project: &Project, path: &str, document: Document, seed: u8) -> String {
    let file = seal(&document, &key(seed)).unwrap();
    project.write(path, &file);
    file
}

fn adhere(project: &Project, slug: &str, adherence: Adherence, seed: u8) -> String {
    sign(
        project,
        &format!("signatures/charter/{slug}.yaml"),
        Document::Adherence(Box::new(adherence)),
        seed,
    )
}

fn attest(project: &Project, slug: &str, file: &str, name: &str, seed: u8) {
    let attestation = Attestation {
        charter: Slug::parse("essai").unwrap(),
        signature_sha256: Digest::of(file.as_bytes()),
        organisation: line(name),
        method: line("Appel au siège"),
        date: Date::parse("2026-06-02").unwrap(),
    };
    let path = format!("signatures/charter/{slug}.attestation.yaml");
    sign(project, &path, Document::Attestation(Box::new(attestation)), seed);
}

fn load(project: &Project) -> register::Loaded {
    register::load(&project::Project::load(&project.path("")).unwrap())
}

/// Code, path and line of each diagnostic.
fn found(project: &Project) -> Vec<(Code, String, u32)> {
    let diagnostics = load(project).diagnostics;
    diagnostics
        .into_iter()
        .map(|fault| (fault.code, fault.place.path.clone(), fault.place.line()))
        .collect()
}

#[test]
fn current_older_and_withdrawn() {
    let project = project();
    adhere(&project, "a", adherence(&project, "1.1", "A"), 1);
    adhere(&project, "b", adherence(&project, "1.0", "B"), 2);
    let mut withdrawn = adherence(&project, "1.1", "C");
    withdrawn.action = Action::Withdraw;
    withdrawn.declaration = line("Dissoute.");
    adhere(&project, "c", withdrawn, 3);
    let loaded = load(&project);
    assert_eq!(loaded.diagnostics, []);
    let standing: Vec<_> = loaded
        .register
        .entries
        .iter()
        .map(|entry| entry.standing)
        .collect();
    assert_eq!(
        standing,
        [Standing::Current, Standing::Older, Standing::Withdrawn]
    );
}

#[test]
fn a_draft_takes_no_signature_and_does_not_make_others_old() {
    let project = project();
    adhere(&project, "a", adherence(&project, "1.0", "A"), 1);
    project.write(
        "content/charter/1.1.md",
        text("1.1").replace("declaration", "status: draft\ndeclaration"),
    );
    assert_eq!(load(&project).register.entries[0].standing, Standing::Current);
    adhere(&project, "b", adherence(&project, "1.1", "B"), 2);
    assert_eq!(
        found(&project),
        [(Code::TextDraft, "signatures/charter/b.yaml".into(), 5)]
    );
}

#[test]
fn a_stewards_word_counts_for_one_file_only() {
    let project = project();
    let file = adhere(&project, "a", adherence(&project, "1.0", "A"), 1);
    attest(&project, "a", &file, "A", 200);
    let loaded = load(&project);
    assert_eq!(loaded.diagnostics, []);
    assert_eq!(
        loaded.register.entries[0].attestation.as_ref().unwrap().steward,
        line("Comité")
    );

    adhere(&project, "a", adherence(&project, "1.1", "A"), 1);
    let loaded = load(&project);
    assert_eq!(loaded.diagnostics[0].code, Code::AttestationStale);
    assert_eq!(loaded.diagnostics[0].severity, Severity::Warning);
    assert!(loaded.register.entries[0].attestation.is_none() && loaded.register.entries[0].stale_attestation);
}

#[test]
fn a_word_that_was_copied_from_another_signature_is_said_to_be_the_other_s() {
    let project = project();
    let file = adhere(&project, "a", adherence(&project, "1.0", "A"), 1);
    adhere(&project, "b", adherence(&project, "1.0", "B"), 2);
    attest(&project, "a", &file, "A", 200);
    let copy = "signatures/charter/b.attestation.yaml";
    project.write(copy, project.read("signatures/charter/a.attestation.yaml"));
    let whose = "another signature, that of “A”";
    project.run(&["check"]).says(
        0,
        &[
            "attestation-stale",
            copy,
            whose,
            "Its place is beside signatures/charter/a.yaml",
        ],
    );

    // Nobody's any more: an earlier state of whatever it was.
    std::fs::remove_file(project.path("signatures/charter/a.yaml")).unwrap();
    std::fs::remove_file(project.path("signatures/charter/a.attestation.yaml")).unwrap();
    let ran = project.run(&["check"]);
    ran.says(0, &["attestation-stale", "an earlier state of the signature"]);
}

#[test]
fn a_word_that_counts_no_more_takes_nothing_from_the_signature() {
    let project = project();
    let file = adhere(&project, "a", adherence(&project, "1.0", "A"), 1);
    attest(&project, "a", &file, "A", 200);
    project
        .run(&["verify", "signatures"])
        .says(0, &["2 sound files, none refused"]);

    adhere(&project, "a", adherence(&project, "1.1", "A"), 1);
    let ran = project.run(&["verify", "signatures"]);
    ran.says(
        0,
        &[
            "2 sound files",
            "attestation-stale",
            "counts no more",
            "2 of them",
        ],
    );
    let ran = project.run(&["verify", "--json", "signatures"]);
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(
        json["summary"],
        serde_json::json!({ "sound": 2, "stale": 2, "faulty": 0 })
    );
    let signature = &json["files"][1];
    assert_eq!(signature["sound"], true);
    assert_eq!(signature["steward"], serde_json::Value::Null);
    assert_eq!(signature["faults"][0]["code"], "attestation-stale");
    assert_eq!(signature["faults"][0]["severity"], "warning");

    // A stranger's word is no stale one.
    attest(&project, "a", &file, "A", 7);
    assert_eq!(project.run(&["verify", "signatures"]).status, 1);
}

#[test]
fn files_checked_together_are_worth_what_each_is_by_itself() {
    let project = project();
    for (slug, name) in [("a", "A"), ("b", "B"), ("c", "C"), ("d", "D"), ("e", "E")] {
        let file = adhere(
            &project,
            slug,
            adherence(&project, "1.0", name),
            name.as_bytes()[0],
        );
        match slug {
            "b" => attest(&project, slug, &file, name, 7),
            "e" => {}
            _ => attest(&project, slug, &file, name, 200),
        }
    }
    // A stale word, one whose signature is broken, a broken signature without any, a word without its signature,
    // and a name that sorts between a signature's and its attestation's.
    adhere(&project, "c", adherence(&project, "1.1", "C"), b'C');
    project.replace("signatures/charter/d.attestation.yaml", "2026", "2025");
    project.replace("signatures/charter/e.yaml", "\"E\"", "\"F\"");
    let word = project.read("signatures/charter/a.attestation.yaml");
    project.write("signatures/charter/lone.attestation.yaml", &word);
    project.write(
        "signatures/charter/a.b.yaml",
        project.read("signatures/charter/a.yaml"),
    );

    let names = [
        "a.attestation",
        "a.b",
        "a",
        "b.attestation",
        "b",
        "c.attestation",
        "c",
        "d.attestation",
        "d",
        "e",
        "lone.attestation",
    ];
    for json in [&[][..], &["--json"]] {
        let run = |path: &str| project.run(&[&["verify", path], json].concat()).out;
        let said_of_one = |name: &str| {
            let out = run(&format!("signatures/charter/{name}.yaml"));
            // Of a JSON document the second line; otherwise all but the last paragraph, which counts.
            let text = || out.rsplit_once("\n\n").map(|(said, _)| said.to_owned());
            out.lines()
                .nth(1)
                .filter(|_| !json.is_empty())
                .map(str::to_owned)
                .or_else(text)
                .unwrap()
        };
        let said = names.map(said_of_one);
        let together = run("signatures");
        for one in &said {
            assert!(together.contains(one), "{one}\nis not in\n{together}");
        }
        let places: Vec<_> = said.iter().map(|one| together.find(one)).collect();
        assert!(places.is_sorted(), "{together}");
    }
}

#[test]
fn anybody_elses_word_counts_for_nothing() {
    let project = project();
    let file = adhere(&project, "a", adherence(&project, "1.0", "A"), 1);
    attest(&project, "a", &file, "A", 1);
    let path = "signatures/charter/a.attestation.yaml".to_owned();
    assert_eq!(found(&project), [(Code::AttestationNotSteward, path.clone(), 2)]);
    attest(&project, "a", &file, "B", 200);
    assert_eq!(found(&project), [(Code::AttestationName, path, 5)]);
}

#[test]
fn verify_tells_of_an_attestation_itself_whose_and_for_which_charter_it_is() {
    let project = project();
    let file = adhere(&project, "a", adherence(&project, "1.0", "A"), 1);
    let path = "signatures/charter/a.attestation.yaml";
    let told = |json: &[&str]| project.run(&[&["verify", path], json].concat());
    attest(&project, "a", &file, "A", 1);
    told(&[]).says(1, &["attestation-not-steward"]);
    let json: serde_json::Value = serde_json::from_str(&told(&["--json"]).out).unwrap();
    assert_eq!(json["files"][0]["sound"], false);
    assert_eq!(json["files"][0]["faults"][0]["code"], "attestation-not-steward");

    // The same key, and a steward's now: but its attestation is for another charter.
    attest(&project, "a", &file, "A", 200);
    told(&[]).says(0, &["Comité"]);
    project.replace("paraphe.yaml", "charter: essai", "charter: autre");
    told(&[]).says(1, &["other-charter"]);

    // Where there is no project, nobody knows whose it is.
    let (elsewhere, name) = (Project::empty(), "a.attestation.yaml");
    elsewhere.write(name, project.read(path));
    elsewhere.run(&["verify", name]).says(0, &["No known steward"]);
    // In one, a file that was brought from outside is held against its charter too.
    let brought = elsewhere.path(name);
    project
        .run(&["verify", brought.to_str().unwrap()])
        .says(1, &["other-charter"]);
    elsewhere.write("a.yaml", &file);
    let brought = elsewhere.path("a.yaml");
    project
        .run(&["verify", brought.to_str().unwrap()])
        .says(1, &["other-charter"]);
}

#[test]
fn verify_says_of_a_file_that_came_by_mail_whether_its_signature_holds() {
    let project = project();
    let file = adhere(&project, "a", adherence(&project, "1.0", "A"), 1);
    let quoted: String = file.lines().map(|line| format!("> {line} \n")).collect();
    project.write(
        "message.txt",
        format!("Bonjour,\r\n\r\n{quoted}\r\nÀ bientôt\r\n"),
    );
    let ran = project.run(&["verify", "message.txt"]);
    ran.says(
        1,
        &[
            "changed by the way it came",
            "paraphe import",
            "A (Exempleville)",
            "1 refused",
        ],
    );
    assert!(!ran.out.contains("not-a-signed-file"), "{}", ran.out);
    let json = |path: &str| -> serde_json::Value {
        let ran = project.run(&["verify", "--json", path]);
        serde_json::from_str::<serde_json::Value>(&ran.out).unwrap()["files"][0].clone()
    };
    let told = json("message.txt");
    let digest = json("signatures/charter/a.yaml")["sha256"].clone();
    assert_eq!(
        (&told["carried"], &told["sound"]),
        (&true.into(), &false.into()),
        "{told}"
    );
    assert_eq!(
        (&told["organisation"], &told["sha256"]),
        (&"A".into(), &digest),
        "{told}"
    );
    assert_eq!(told["faults"][0]["code"], "not-a-signed-file");
    assert_eq!(json("signatures/charter/a.yaml")["carried"], false);
    let key = format!("-----BEGIN OPENSSH PRIVATE KEY-----\n{}\n", "A".repeat(70));
    project.write("lost.txt", key + &quoted);
    project.run(&["verify", "lost.txt"]).says(1, &["private-key"]);
    // What was altered too is told as ever.
    project.write("message.txt", quoted.replace("Exempleville", "Exemplevilla"));
    let ran = project.run(&["verify", "message.txt"]);
    assert!(!ran.says(1, &[]).out.contains("the way it came"), "{}", ran.out);
    assert_eq!(json("message.txt")["carried"], false);
}

#[test]
fn without_stewards_an_attestation_is_a_strangers() {
    let project = project();
    let file = adhere(&project, "a", adherence(&project, "1.0", "A"), 1);
    attest(&project, "a", &file, "A", 200);
    project.write("paraphe.yaml", "title: \"T\"\nlanguage: fr\ncharter: essai\n");
    let ran = project.run(&["verify", "signatures"]);
    ran.says(1, &["attestation-not-steward", "2 refused"]);
}

#[test]
fn one_number_under_two_names() {
    let project = project();
    let mut first = adherence(&project, "1.0", "A");
    first.organisation.rna = Some(Rna::parse("W491234567").unwrap());
    first.organisation.siren = Some(Siren::parse("732829320").unwrap());
    let mut second = first.clone();
    second.organisation.name = line("B");
    adhere(&project, "a", first.clone(), 1);
    adhere(&project, "b", second.clone(), 2);
    let path = || "signatures/charter/b.yaml".to_owned();
    assert_eq!(
        found(&project),
        [
            (Code::DuplicateIdentifier, path(), 10),
            (Code::DuplicateIdentifier, path(), 11)
        ]
    );
    // Who has withdrawn leaves the number free: associations change their names.
    first.action = Action::Withdraw;
    adhere(&project, "a", first, 1);
    assert_eq!(found(&project), []);
}

#[test]
fn one_key_for_two_organisations() {
    let project = project();
    adhere(&project, "a", adherence(&project, "1.0", "A"), 1);
    adhere(&project, "b", adherence(&project, "1.0", "B"), 1);
    assert_eq!(
        found(&project),
        [(Code::SharedKey, "signatures/charter/b.yaml".into(), 8)]
    );
}

#[test]
fn two_keys_for_one_organisation_want_a_stewards_word() {
    let project = project();
    let parent = adherence(&project, "1.0", "A");
    project.write(
        "content/territories/ici/1.0.md",
        text("1.0").replace(
            "---\n\n",
            &format!(
                "adapts:\n  text: charter\n  version: \"1.0\"\n  sha256: \"{}\"\nterritory:\n  name: Ici\n  kind: commune\n  \
                 code: \"49007\"\n---\n\n",
                parent.sha256
            ),
        ),
    );
    let mut local = parent.clone();
    local.text = TextId::parse("territories/ici").unwrap();
    local.sha256 = Digest::of_text(project.read("content/territories/ici/1.0.md").as_bytes());
    local.date = Date::parse("2026-07-01").unwrap();
    adhere(&project, "a", parent, 1);
    let path = "signatures/territories/ici/a.yaml";
    let file = sign(&project, path, Document::Adherence(Box::new(local)), 2);
    assert_eq!(found(&project), [(Code::UnattestedKey, path.into(), 8)]);

    let attestation = Attestation {
        charter: Slug::parse("essai").unwrap(),
        signature_sha256: Digest::of(file.as_bytes()),
        organisation: line("A"),
        method: line("Appel"),
        date: Date::parse("2026-07-02").unwrap(),
    };
    let beside = "signatures/territories/ici/a.attestation.yaml";
    sign(
        &project,
        beside,
        Document::Attestation(Box::new(attestation)),
        200,
    );
    assert_eq!(found(&project), []);
}

#[test]
fn a_changed_text_breaks_its_signatures_and_says_how_many() {
    let project = project();
    for (seed, slug) in [(1, "a"), (2, "b"), (3, "c")] {
        adhere(&project, slug, adherence(&project, "1.0", slug), seed);
    }
    project.replace("content/charter/1.0.md", "Texte 1.0", "Texte retouché");
    assert_eq!(
        found(&project),
        [(Code::TextChanged, "content/charter/1.0.md".into(), 1)]
    );
    project.run(&["check"]).says(1, &["1.0", "3 signatures"]);

    // One signature alone with a wrong digest, among sound ones, is that signature's fault.
    adhere(&project, "a", adherence(&project, "1.0", "a"), 1);
    adhere(&project, "b", adherence(&project, "1.0", "b"), 2);
    assert_eq!(
        found(&project),
        [(Code::DigestMismatch, "signatures/charter/c.yaml".into(), 6)]
    );
}

#[test]
fn texts_without_a_parent_or_in_a_circle() {
    let project = project();
    let adaptation = |parent: &str, version: &str, sha256: Digest| {
        text("1.0").replace(
            "---\n\n",
            &format!(
                "adapts:\n  text: {parent}\n  version: \"{version}\"\n  sha256: \"{sha256}\"\nterritory:\n  name: Ici\n  \
                 kind: commune\n  code: \"49007\"\n---\n\n"
            ),
        )
    };
    let path = "content/territories/ici/1.0.md";
    project.write(path, adaptation("charter", "1.7", Digest::of(b"")));
    assert_eq!(found(&project), [(Code::ParentUnknown, path.into(), 8)]);
    project.write(path, adaptation("territories/iic", "1.0", Digest::of(b"")));
    let loaded = load(&project);
    assert_eq!(
        (
            loaded.diagnostics[0].code,
            loaded.diagnostics[0].suggestion.as_deref()
        ),
        (Code::ParentUnknown, Some("territories/ici"))
    );
    project.write(path, adaptation("charter", "1.0", Digest::of(b"")));
    assert_eq!(found(&project), [(Code::ParentDigest, path.into(), 9)]);

    // A circle needs wrong digests: each text would have to hold the digest of one that holds its own.
    let other = "content/territories/la/1.0.md";
    project.write(path, adaptation("territories/la", "1.0", Digest::of(b"")));
    project.write(other, adaptation("territories/ici", "1.0", Digest::of(b"")));
    let codes: Vec<_> = found(&project)
        .into_iter()
        .map(|(code, path, _)| (code, path))
        .collect();
    let both = |path: &str| {
        [
            (Code::ParentDigest, path.to_owned()),
            (Code::ParentCycle, path.to_owned()),
        ]
    };
    assert_eq!(codes.len(), 4);
    assert!(
        both(path)
            .iter()
            .chain(&both(other))
            .all(|expected| codes.contains(expected))
    );
    assert_eq!(load(&project).register.texts.len(), 1);
}
