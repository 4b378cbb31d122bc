//! Changes that try to slip something through.

use crate::story::{Ran, Story, TODAY, configuration, key, private};
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

#[test]
fn a_folder_that_a_mac_takes_for_the_project_s_own() {
    for path in [
        "Signatures/charter/tilleuls.yaml",
        "SIGNATURES/charter/tilleuls.yaml",
        "Content/charter/1.0.md",
        "Paraphe.yaml",
        "signature\u{200d}s/charter/tilleuls.yaml",
        "\u{17f}ignatures/charter/tilleuls.yaml",
    ] {
        let story = Story::signed("tilleuls");
        story.write(path, "rien\n");
        story.finds(&[&format!("name-collision {path}")]);
    }
}

#[test]
fn line_ends_are_no_reason_to_take_an_attestation_away() {
    let story = Story::new();
    story
        .sign("tilleuls")
        .attest("charter", "tilleuls", "garant")
        .propose();
    let windows = story
        .read("signatures/charter/tilleuls.yaml")
        .replace('\n', "\r\n");
    story
        .write("signatures/charter/tilleuls.yaml", windows)
        .remove("signatures/charter/tilleuls.attestation.yaml");
    story.finds(&[
        "attestation-deleted signatures/charter/tilleuls.attestation.yaml",
        "line-ends-changed signatures/charter/tilleuls.yaml",
    ]);
}

#[test]
fn line_ends_of_what_others_published_are_left_alone() {
    let story = Story::new();
    story.sign("tilleuls").attest("charter", "tilleuls", "garant");
    let draft = crate::story::charter("1.2").replace("---\n\n", "status: draft\n---\n\n");
    story
        .version("1.1")
        .write("content/charter/1.2.md", &draft)
        .propose();
    let windows = |path: &str| story.read(path).replace('\n', "\r\n");
    for path in [
        "signatures/charter/tilleuls.yaml",
        "signatures/charter/tilleuls.attestation.yaml",
        "content/charter/1.0.md",
        "content/charter/1.1.md",
    ] {
        let before = story.read(path);
        story.write(path, windows(path));
        story.finds(&[&format!("line-ends-changed {path}")]);
        story.write(path, before);
    }
    let marked = format!("\u{feff}{}", story.read("content/charter/1.0.md"));
    let before = story.read("content/charter/1.0.md");
    story.write("content/charter/1.0.md", marked);
    story.finds(&["line-ends-changed content/charter/1.0.md"]);
    story.write("content/charter/1.0.md", before);
    // A new file may come from Windows, and a draft is nobody's yet.
    story.write("content/charter/1.2.md", draft.replace('\n', "\r\n"));
    story.pen("autre").version("1.1").write();
    story.write(
        "signatures/charter/autre.yaml",
        windows("signatures/charter/autre.yaml"),
    );
    story.is_well();
}

#[test]
fn an_attestation_that_counts_for_nothing_may_be_tidied_away() {
    let story = Story::new();
    story.sign("tilleuls").attest("charter", "tilleuls", "garant");
    story.pen("tilleuls").date("2026-11-21").write().propose();
    story.remove("signatures/charter/tilleuls.attestation.yaml");
    story.is_well();
}

#[test]
fn an_old_signature_does_not_come_back_under_another_name() {
    let story = Story::new();
    let old = story.pen("tilleuls").file();
    story.sign("tilleuls").commit("Une signature");
    story
        .pen("tilleuls")
        .withdraw()
        .date("2026-11-21")
        .write()
        .propose();
    story.write("signatures/charter/les-tilleuls.yaml", old);
    story.finds(&[
        "?shared-key signatures/charter/les-tilleuls.yaml",
        "signature-replayed signatures/charter/les-tilleuls.yaml",
    ]);
}

#[test]
fn a_lost_key_does_not_come_back_with_an_attestation_that_was_late() {
    let story = Story::new();
    let path = "signatures/charter/tilleuls.attestation.yaml";
    story
        .sign("tilleuls")
        .attest_on("charter", "tilleuls", "garant", "2026-11-22");
    story.commit("La première clé");
    let (signed, attested) = (story.read("signatures/charter/tilleuls.yaml"), story.read(path));
    story.pen("tilleuls").key("neuve").date("2026-11-21").write();
    story
        .attest_on("charter", "tilleuls", "garante", "2026-11-23")
        .propose();
    story
        .write("signatures/charter/tilleuls.yaml", signed)
        .write(path, attested);
    story.finds(&[
        "key-replaced signatures/charter/tilleuls.yaml",
        "signature-replayed signatures/charter/tilleuls.yaml",
    ]);
}

/// A request made on what `main` was before, as whoever made it chose.
fn behind(before: impl FnOnce(&Story), after: impl FnOnce(&Story), request: impl FnOnce(&Story)) -> Ran {
    let story = Story::new();
    before(&story);
    story.commit("Avant").branch("demande").switch("main");
    after(&story);
    story.commit("Depuis").switch("demande");
    request(&story);
    story.review()
}

#[test]
fn a_steward_who_left_does_not_attest_on_an_older_state() {
    behind(
        |story| {
            story.sign("tilleuls");
        },
        |story| {
            story.write("paraphe.yaml", configuration(&[key("garante")]));
        },
        |story| {
            story.pen("tilleuls").key("voleur").write();
            story.attest("charter", "tilleuls", "garant");
        },
    )
    .finds(&[
        "attestation-not-steward signatures/charter/tilleuls.attestation.yaml",
        "key-replaced signatures/charter/tilleuls.yaml",
    ]);
}

#[test]
fn a_name_is_held_against_those_that_came_since() {
    behind(
        |_| {},
        |story| {
            story.pen("tilleuls").name("Régie Les Tilleuls").write();
        },
        |story| {
            story.pen("regie").name("Régie les TiIleuls").write();
        },
    )
    .finds(&["lookalike-name signatures/charter/regie.yaml"]);
}

#[test]
fn a_text_that_was_signed_since_does_not_change() {
    behind(
        |_| {},
        |story| {
            story.sign("tilleuls");
        },
        |story| {
            let text = story.read("content/charter/1.0.md");
            story.write("content/charter/1.0.md", text.replace("La charte", "Une charte"));
        },
    )
    .finds(&["text-changed content/charter/1.0.md"]);
}

#[test]
fn a_text_that_was_closed_since_takes_no_signature() {
    behind(
        |_| {},
        |story| {
            let text = story.read("paraphe.yaml");
            story.write("paraphe.yaml", format!("{text}closed:\n  - charter\n"));
        },
        |story| {
            story.sign("tilleuls");
        },
    )
    .finds(&["text-closed signatures/charter/tilleuls.yaml"]);
}

#[test]
fn a_module_that_git_is_told_to_ignore_is_seen() {
    let story = Story::proposed();
    story.sign("tilleuls");
    story.write(
        ".gitmodules",
        "[submodule \"m\"]\n\tpath = signatures/charter/m\n\turl = https://example.org/m\n\tignore = all\n",
    );
    let commit = story.git(&["rev-parse", "HEAD"]);
    let entry = format!("160000,{},signatures/charter/m", commit.trim());
    story.git(&["add", "-A"]);
    story.git(&["update-index", "--add", "--cacheinfo", &entry]);
    story.git(&["commit", "-q", "-m", "Un module"]);
    story
        .check_head("HEAD")
        .finds(&["file-outside .gitmodules", "submodule signatures/charter/m"]);
}

/// Makes a tree as no git writes it; its name.
fn tree(story: &Story, entries: &[(&str, &str, &str)]) -> String {
    let mut bytes = Vec::new();
    for (mode, name, oid) in entries {
        bytes.extend(format!("{mode} {name}\0").into_bytes());
        let pairs = (0..oid.len()).step_by(2);
        bytes.extend(pairs.map(|at| u8::from_str_radix(&oid[at..at + 2], 16).unwrap()));
    }
    let mut git = Command::new("git")
        .args(["hash-object", "-w", "--literally", "-t", "tree", "--stdin"])
        .current_dir(story.root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    git.stdin.take().unwrap().write_all(&bytes).unwrap();
    let output = git.wait_with_output().unwrap();
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

#[test]
fn a_tree_that_names_a_file_twice_is_not_read() {
    let story = Story::signed("tilleuls");
    let hash = |path: &str| {
        story
            .git(&["rev-parse", &format!("HEAD:{path}")])
            .trim()
            .to_owned()
    };
    let old = hash("signatures/charter/tilleuls.yaml");
    story.pen("autre").key("voleur").write_to("nouveau");
    let new = story.git(&["hash-object", "-w", "nouveau"]);
    story.remove("nouveau");
    let twice = [
        ("100644", "tilleuls.yaml", old.as_str()),
        ("100644", "tilleuls.yaml", new.trim()),
    ];
    let charter = tree(&story, &twice);
    let signatures = tree(&story, &[("40000", "charter", &charter)]);
    let slash = tree(
        &story,
        &[
            ("40000", "charter", &hash("signatures/charter")),
            ("100644", "charter/tilleuls.yaml", new.trim()),
        ],
    );
    for signatures in [signatures, slash] {
        let top = tree(
            &story,
            &[
                ("40000", "content", &hash("content")),
                ("100644", "paraphe.yaml", &hash("paraphe.yaml")),
                ("40000", "signatures", &signatures),
            ],
        );
        let commit = story.git(&["commit-tree", "-p", "HEAD", "-m", "Deux fois", &top]);
        story.check_head(commit.trim()).fails(&["tilleuls.yaml"]);
    }
}

/// A tree of a few objects that stands for ten thousand million paths, all of them `leaf`.
fn bomb(story: &Story, leaf: (&str, &str)) -> String {
    let mut inner = (leaf.0.to_owned(), leaf.1.to_owned());
    for _ in 0..10 {
        let names: Vec<String> = (0..10).map(|at| format!("d{at}")).collect();
        let entries: Vec<_> = names
            .iter()
            .map(|name| (inner.0.as_str(), name.as_str(), inner.1.as_str()))
            .collect();
        inner = ("40000".to_owned(), tree(story, &entries));
    }
    inner.1
}

#[test]
fn a_tree_of_endless_paths_is_not_followed() {
    let story = Story::signed("tilleuls");
    let hash = |path: &str| {
        let name = story.git(&["rev-parse", &format!("HEAD:{path}")]);
        name.trim().to_owned()
    };
    let file = hash("paraphe.yaml");
    // Folders with nothing in them are paths that git goes down and says nothing of.
    let nothing = tree(&story, &[]);
    let (signatures, content) = (hash("signatures"), hash("content"));
    let commit = |parent: &str, tree: &str| {
        let made = story.git(&["commit-tree", "-p", parent, "-m", "Beaucoup", tree]);
        made.trim().to_owned()
    };
    let start = Instant::now();
    for leaf in [("100644", file.as_str()), ("40000", nothing.as_str())] {
        let bomb = bomb(&story, leaf);
        let whole = |signatures: &str, more: &[(&str, &str, &str)]| {
            let mut entries = vec![("40000", "content", content.as_str())];
            entries.push(("100644", "paraphe.yaml", file.as_str()));
            entries.push(("40000", "signatures", signatures));
            entries.extend(more);
            tree(&story, &entries)
        };
        let inside = commit("HEAD", &whole(&tree(&story, &[("40000", "b", &bomb)]), &[]));
        let beside = commit("HEAD", &whole(&signatures, &[("40000", "z", &bomb)]));
        // What was taken away again is published all the same.
        let before = commit(&beside, &whole(&signatures, &[]));
        for head in [inside, beside, before] {
            story
                .check_head(&head)
                .fails(&["the change touches", "beyond 2000 it has to be cut into several"]);
        }
    }
    assert!(start.elapsed() < Duration::from_secs(30), "{:?}", start.elapsed());
}

#[test]
fn a_city_in_other_letters_is_the_same_city() {
    let story = Story::new();
    story
        .pen("une")
        .name("Régie Les Tilleuls")
        .city("Angers")
        .write()
        .propose();
    story
        .pen("deux")
        .name("Régie Les Tilleuls")
        .city("\u{410}ngers")
        .write();
    assert!(
        story
            .review()
            .findings()
            .contains(&"lookalike-name signatures/charter/deux.yaml".to_owned())
    );
}

#[test]
fn a_private_key_in_disguise_is_found() {
    use base64::Engine as _;
    let key = private("tilleuls").to_openssh(None).unwrap();
    let inner: String = key.lines().filter(|line| !line.starts_with('-')).collect();
    let blob = base64::engine::general_purpose::STANDARD.decode(&inner).unwrap();
    let wide: Vec<u8> = key.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let openpgp = format!(
        "-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n{}\n",
        "lQOYBGV".repeat(9)
    );
    for (what, bytes) in [
        ("without its first line", inner.clone().into_bytes()),
        (
            "in lines of 64",
            inner.as_bytes().chunks(64).collect::<Vec<_>>().join(&b'\n'),
        ),
        ("bare", blob),
        ("wide, big end first", wide),
        ("indented", key.replace('\n', "\n    ").into_bytes()),
        ("quoted", key.replace('\n', "\n> ").into_bytes()),
        ("escaped", format!("{:?}", key.as_str()).into_bytes()),
        (
            "in base64 once more",
            base64::engine::general_purpose::STANDARD
                .encode(key.as_bytes())
                .into_bytes(),
        ),
        ("for mail", openpgp.into_bytes()),
        (
            "late in a long file",
            [vec![b'x'; 5_000_000], key.as_bytes().to_vec()].concat(),
        ),
    ] {
        let story = Story::proposed();
        story.write("notes.txt", bytes);
        let found = story.review().findings();
        assert_eq!(found, ["private-key notes.txt"], "{what}");
    }
}

#[test]
fn a_private_key_in_the_words_of_a_commit_is_found() {
    let story = Story::proposed();
    let key = private("tilleuls").to_openssh(None).unwrap();
    story
        .sign("tilleuls")
        .commit(&format!("Ma clé :\n\n{}", key.as_str()));
    let ran = story.check_head("HEAD");
    assert!(
        ran.findings()
            .iter()
            .any(|found| found.starts_with("private-key-before")),
        "{}",
        ran.out
    );
    assert!(!ran.out.contains("b3Blbn"), "{}", ran.out);
}

#[test]
fn a_request_whose_history_is_cut_off_says_so() {
    let story = Story::proposed();
    let key = private("tilleuls").to_openssh(None).unwrap();
    story.write("cle", key.as_bytes()).commit("La clé");
    story.remove("cle").sign("tilleuls").commit("Sans la clé");
    story.switch("main");
    story.git(&["merge", "-q", "--no-ff", "-m", "Fusion", "demande"]);
    let clone = tempfile::tempdir().unwrap();
    let from = format!("file://{}", story.root().display());
    let done = crate::story::git(clone.path(), &["clone", "-q", "--depth", "2", &from, "peu"]);
    assert!(done.status.success(), "{done:?}");
    crate::story::paraphe(
        &clone.path().join("peu"),
        &[
            "check", "--since", "HEAD^1", "--head", "HEAD", "--today", TODAY, "--format", "json",
        ],
    )
    .finds(&["?not-all-seen paraphe.yaml"]);
}

#[test]
fn an_attestation_is_not_replaced_by_one_that_counts_for_nothing() {
    let story = Story::new();
    let path = "signatures/charter/tilleuls.attestation.yaml";
    story
        .sign("tilleuls")
        .attest("charter", "tilleuls", "garant")
        .commit("Attestée");
    let old = story.read(path);
    story.pen("tilleuls").date("2026-11-21").write();
    story.attest("charter", "tilleuls", "garant").propose();
    story.write(path, old);
    story.finds(&[
        &format!("attestation-deleted {path}"),
        &format!("?attestation-stale {path}"),
    ]);
    // Another steward's word on the same signature is as good.
    story.attest("charter", "tilleuls", "garante");
    story.is_well();
}

#[test]
fn a_folder_of_git_s_own_that_never_ends_is_not_read() {
    use std::os::unix::fs::symlink;
    for (name, status) in [
        ("info/exclude", 0),
        ("sharedindex.abc", 0),
        ("commondir", 2),
        ("config", 2),
        ("HEAD", 2),
        ("index", 2),
        ("packed-refs", 2),
        ("shallow", 2),
    ] {
        let story = Story::proposed();
        story.sign("tilleuls");
        let path = story.path(".git").join(name);
        let _ = std::fs::remove_file(&path);
        symlink("/dev/zero", &path).unwrap();
        let begun = std::time::Instant::now();
        let ran = story.check();
        assert_eq!(ran.status, status, "{name}: {}{}", ran.out, ran.err);
        assert!(begun.elapsed() < std::time::Duration::from_secs(20), "{name}");
    }
}

#[test]
fn a_repository_without_a_working_tree_is_asked_by_commit() {
    let story = Story::proposed();
    story.sign("tilleuls").commit("Une signature");
    let bare = tempfile::tempdir().unwrap();
    let from = story.root().display().to_string();
    let done = crate::story::git(bare.path(), &["clone", "-q", "--bare", &from, "depot.git"]);
    assert!(done.status.success(), "{done:?}");
    let folder = bare.path().join("depot.git");
    let since = ["check", "--since", "main", "--today", TODAY, "--format", "json"];
    let ran = crate::story::paraphe(&folder, &[&since[..], &["--head", "demande"]].concat());
    ran.is_well();
    assert_eq!(ran.acts(), ["signs signatures/charter/tilleuls.yaml"]);
    crate::story::paraphe(&folder, &since).fails(&["no working tree", "--head"]);
}

#[test]
fn one_person_signs_for_many_and_nothing_old_slips_in() {
    let story = Story::new();
    let mut old = String::new();
    for at in 0..20 {
        let pen = story.pen(&format!("asso-{at}")).key("federation");
        if at == 13 {
            old = pen.file();
        }
        pen.write();
    }
    story.commit("Vingt à la fois");
    let pen = story.pen("asso-13").key("federation").date("2026-11-21");
    pen.withdraw().write().propose();
    story
        .pen("asso-20")
        .key("federation")
        .write()
        .write("signatures/charter/asso-21.yaml", old);
    let ran = story.finds(&[
        "?shared-key signatures/charter/asso-20.yaml",
        "?several-organisations signatures/charter/asso-21.yaml",
        "?shared-key signatures/charter/asso-21.yaml",
        "signature-replayed signatures/charter/asso-21.yaml",
    ]);
    assert!(ran.out.contains("signatures/charter/asso-13.yaml"), "{}", ran.out);
}

#[test]
fn a_name_that_git_keeps_for_itself_breaks_every_clone() {
    let story = Story::proposed();
    story.write("plan", b"\x89PNG\r\n\x1a\n");
    let picture = story.git(&["hash-object", "-w", "plan"]);
    story.remove("plan");
    let hash = |path: &str| {
        story
            .git(&["rev-parse", &format!("HEAD:{path}")])
            .trim()
            .to_owned()
    };
    let (charter, territories) = (hash("content/charter"), hash("content/territories"));
    for name in [".git", ".GIT", ".g\u{200c}it", "git~1", "..", "."] {
        let inner = tree(&story, &[("100644", "x.png", picture.trim())]);
        // Git's order, so that only the name is odd.
        let mut content = [
            ("40000", name, inner.as_str()),
            ("40000", "charter", &charter),
            ("40000", "territories", &territories),
        ];
        content.sort_by_key(|(_, name, _)| name.as_bytes());
        let (content, configuration) = (tree(&story, &content), hash("paraphe.yaml"));
        let below = [
            ("40000", "content", content.as_str()),
            ("100644", "paraphe.yaml", &configuration),
        ];
        let contents = hash("content");
        let mut beside = [
            ("40000", name, inner.as_str()),
            ("40000", "content", &contents),
            ("100644", "paraphe.yaml", &configuration),
        ];
        beside.sort_by_key(|(_, name, _)| name.as_bytes());
        for (top, path) in [
            (tree(&story, &below), format!("content/{name}/x.png")),
            (tree(&story, &beside), format!("{name}/x.png")),
        ] {
            let commit = story.git(&["commit-tree", "-p", "HEAD", "-m", "Un nom", &top]);
            story
                .check_head(commit.trim())
                .finds(&[&format!("file-name {path}")]);
        }
    }
    // Names that only start like it.
    story.write(".gitignore", "public\n").write(".gitea/x", "rien\n");
    story.is_well();
}
