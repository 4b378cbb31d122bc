//! Starting keys, projects and texts.

use crate::support::Project;
use crate::terminal::{type_in, without_terminal};
use crate::tools::ssh_keygen;
use paraphe::identifier::Digest;
use std::fs;

/// Each command is wrong use, and is answered with these words.
#[track_caller]
fn refuses(project: &Project, commands: &[(&str, &[&str])]) {
    for (command, words) in commands {
        let arguments: Vec<&str> = command.split(' ').collect();
        project.run(&arguments).says(2, words);
    }
}

#[test]
fn a_new_key_is_one_of_openssh() {
    let project = Project::empty();
    let ran = project.run(&["key", "new", "k", "--no-passphrase", "--comment", "Les Tilleuls"]);
    ran.says(0, &["SHA256:", "ssh-ed25519 AAAA", "k.pub"]);
    let public = project.read("k.pub");
    assert_eq!(
        ssh_keygen(&["-y", "-P", "", "-f", "k"], &project.path(""), b""),
        public
    );
    assert!(public.ends_with(" Les Tilleuls\n"), "{public}");
    let listed = ssh_keygen(&["-l", "-f", "k.pub"], &project.path(""), b"");
    let fingerprint = listed.split(' ').nth(1).unwrap();
    ran.says(0, &[fingerprint]);
    project
        .run(&["key", "show", "k"])
        .says(0, &[fingerprint, "without a passphrase"]);
    project
        .run(&["key", "show", "k.pub"])
        .says(0, &[fingerprint, "public key only"]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        assert_eq!(fs::metadata(project.path("k")).unwrap().mode() & 0o777, 0o600);
    }
}

#[test]
fn a_key_never_takes_the_place_of_a_file() {
    let project = Project::empty();
    project.write("a", "mine").write("b.pub", "mine");
    refuses(
        &project,
        &[
            ("key new a --no-passphrase", &["a is there already"]),
            ("key new b --no-passphrase", &["b.pub is there already"]),
            ("key new no/where --no-passphrase", &["no/where"]),
        ],
    );
    let names: Vec<String> = fs::read_dir(project.path(""))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(names.len(), 2, "{names:?}");
    assert_eq!(project.read("a"), "mine");
}

#[test]
fn a_passphrase_comes_from_a_file_or_is_typed_twice() {
    let project = Project::empty();
    project.write("p", "mot de passe\n");
    project
        .run(&["key", "new", "a", "--passphrase-file", "p"])
        .says(0, &[]);
    project
        .run(&["key", "show", "a"])
        .says(0, &["locked by a passphrase"]);
    ssh_keygen(&["-y", "-P", "mot de passe", "-f", "a"], &project.path(""), b"");
    let session = without_terminal(&project, &["key", "new", "b"]);
    assert_eq!(session.status, 2, "{}", session.screen);
    assert!(session.screen.contains("--passphrase-file"), "{}", session.screen);
    assert!(!project.path("b").exists());

    let session = type_in(
        &project,
        &["key", "new", "c"],
        &[
            ("New passphrase", "\n"),
            ("protects nothing", "un\n"),
            ("once more", "deux\n"),
            ("start again", "trois mots secrets\n"),
            ("once more", "trois mots secrets\n"),
        ],
    );
    assert_eq!(session.status, 0, "{}", session.screen);
    assert!(
        !session.screen.contains("trois mots secrets"),
        "{}",
        session.screen
    );
    ssh_keygen(
        &["-y", "-P", "trois mots secrets", "-f", "c"],
        &project.path(""),
        b"",
    );
}

#[test]
fn a_new_project_builds_at_once() {
    for (language, page) in [
        ("fr", "content/pages/mentions-legales.md"),
        ("en", "content/pages/legal-notice.md"),
    ] {
        let project = Project::empty();
        let ran = project.run(&[
            "init",
            "Ma charte",
            "--language",
            language,
            "--title",
            "L'une & \"l'autre\"",
        ]);
        ran.says(0, &["content/charter/1.0.md", page, ".gitignore"]);
        assert!(
            project
                .read("Ma charte/paraphe.yaml")
                .contains("charter: ma-charte\n")
        );
        project.run(&["-C", "Ma charte", "check"]).says(0, &[]);
        project.run(&["-C", "Ma charte", "build"]).says(0, &[]);
        assert!(project.path("Ma charte/public/index.html").exists());
    }
}

#[test]
fn the_next_steps_can_be_typed_as_they_are_shown() {
    for (folder, command) in [
        ("ours", "paraphe -C ours check"),
        ("notre charte", "paraphe -C 'notre charte' check"),
        ("l'été", "paraphe -C 'l'\\''été' check"),
    ] {
        Project::empty()
            .run(&["init", folder])
            .says(0, &[&format!("“{command}”")]);
    }
    let french = Project::empty().run(&["--lang", "fr", "init", "."]);
    french.says(
        0,
        &[
            "«\u{202f}paraphe check\u{202f}»",
            "«\u{202f}paraphe build\u{202f}»",
        ],
    );
}

#[test]
fn a_title_of_any_form_is_written_so_that_it_is_read_back() {
    for title in [
        "# Deux : rives",
        "\"Nous\" & 'vous' \\ {tous}",
        "- oui",
        "[a, b]: c",
        "@ % ` | > ! *",
    ] {
        let project = Project::empty();
        project
            .run(&["init", "p", &format!("--title={title}")])
            .says(0, &[]);
        project.run(&["-C", "p", "build"]).says(0, &[]);
        let register: serde_json::Value =
            serde_json::from_str(&project.read("p/public/register.json")).unwrap();
        assert!(
            register
                .to_string()
                .contains(&serde_json::json!(title).to_string()),
            "{title}: {register}"
        );
    }
}

#[test]
fn drafts_are_counted_apart_from_texts() {
    let project = Project::empty();
    project.run(&["init", "p"]).says(0, &[]);
    let check = |locale: &str, words: &str| {
        project
            .run(&["-C", "p", "--lang", locale, "check"])
            .says(0, &[words]);
    };
    check("en", "no adopted text, 1 draft, no signature");
    check("fr", "aucun texte adopté, 1 brouillon, aucune signature");
    project.replace("p/content/charter/1.0.md", "status: draft\n", "");
    project
        .run(&["-C", "p", "new", "version", "charter", "1.1"])
        .says(0, &[]);
    check("en", "All is well: 1 text, 1 draft, no signature");
}

#[test]
fn a_draft_is_signed_once_it_is_adopted() {
    let project = Project::empty();
    project.run(&["init", "p"]).says(0, &[]);
    project.run(&["key", "new", "k", "--no-passphrase"]).says(0, &[]);
    project
        .run(&["key", "new", "p/k", "--no-passphrase"])
        .says(0, &["the project’s folder"]);
    let sign = [
        "-C", "p", "sign", "charter", "--key", "../k", "--name", "A", "--city", "B", "--yes",
    ];
    project.run(&sign).says(2, &["status: draft"]);
    project.replace("p/content/charter/1.0.md", "status: draft\n", "");
    project.run(&sign).says(0, &["Signed and checked"]);
    project.run(&["-C", "p", "check"]).says(0, &[]);
}

#[test]
fn a_new_project_overwrites_nothing_and_leaves_nothing_half_done() {
    let project = Project::empty();
    project.write("p/.gitignore", "mine").write("p/notes.txt", "mine");
    project
        .run(&["init", "p"])
        .says(2, &[".gitignore", "nothing was written"]);
    assert_eq!(fs::read_dir(project.path("p")).unwrap().count(), 2);

    // A file where a folder should be: what was written before it goes again.
    project
        .write("q/signatures", "mine")
        .write("q/content/mine.txt", "mine");
    project.run(&["init", "q"]).says(2, &["signatures"]);
    let mut left: Vec<String> = fs::read_dir(project.path("q"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    left.sort();
    assert_eq!(left, ["content", "signatures"]);
    assert_eq!(fs::read_dir(project.path("q/content")).unwrap().count(), 1);
    project.run(&["init", "r", "--language", "de"]).says(2, &["de"]);
    project.run(&["init", "r", "--title", ""]).says(2, &["--title"]);
    assert!(!project.path("r").exists());
}

#[test]
fn a_territory_starts_pinned_to_its_parent() {
    let project = Project::sound();
    let ran = project.run(&[
        "new",
        "territory",
        "tours-sanitas",
        "--code",
        "qn03709m",
        "--yes",
        "--date",
        "2026-11-23",
    ]);
    ran.says(0, &["content/territories/tours-sanitas/1.0.md"]);
    let text = project.read("content/territories/tours-sanitas/1.0.md");
    for words in [
        "name: \"Sanitas\"",
        "department: \"37\"",
        "status: \"draft\"",
        "text: \"charter\"",
        "2026-11-23",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let parent = text
        .lines()
        .find_map(|line| line.trim().strip_prefix("sha256: \""))
        .unwrap();
    let newest = fs::read(project.path("content/charter/1.1.md")).unwrap();
    assert_eq!(parent.trim_end_matches('"'), Digest::of(&newest).to_string());
    project.run(&["check"]).says(0, &[]);

    refuses(
        &project,
        &[
            (
                "new territory tours-sanitas --yes",
                &["there already", "new version"],
            ),
            ("new territory B --yes", &["SLUG"]),
            ("new territory b --yes", &["--code"]),
            ("new territory b --yes --kind comune", &["comune"]),
            ("new territory b --yes --kind commune --code x", &["--code"]),
            (
                "new territory b --yes --code QN03709M --department 29",
                &["37", "29"],
            ),
            (
                "new territory b --yes --code QN03709M --parent territories/tours-sanitas",
                &["draft"],
            ),
        ],
    );
    assert!(!project.path("content/territories/b").exists());
}

#[test]
fn a_territory_can_be_told_at_a_terminal() {
    let project = Project::sound();
    let session = type_in(
        &project,
        &["new", "territory", "brest"],
        &[
            ("Kind [neighbourhood]", "ville\n"),
            ("Kind [neighbourhood]", "commune\n"),
            ("Official code", "29 019\n"),
            ("Name of the territory [Brest]", "\n"),
            ("Title of the text", "\n"),
            ("The sentence that organisations sign", "\n"),
        ],
    );
    assert_eq!(session.status, 0, "{}", session.screen);
    project.run(&["check"]).says(0, &[]);
}

#[test]
fn the_next_version_starts_from_the_last() {
    let project = Project::sound();
    let last = project.read("content/charter/1.1.md");
    project
        .run(&["new", "version", "charter", "2.0", "--date", "2026-12-01"])
        .says(0, &["content/charter/2.0.md"]);
    let text = project.read("content/charter/2.0.md");
    assert!(
        text.contains("version: \"2.0\"\nadopted: \"2026-12-01\"\n") && text.contains("status: \"draft\""),
        "{text}"
    );
    let body = |text: &str| text.splitn(3, "---\n").nth(2).unwrap().to_owned();
    assert_eq!(body(&text), body(&last));
    project.run(&["check"]).says(0, &[]);
    refuses(
        &project,
        &[
            ("new version charter 2.0", &["2.0"]),
            ("new version charter 1.2", &["2.0", "1.2"]),
            ("new version charter v3", &["VERSION", "v3"]),
            ("new version charte 3.0", &["charter"]),
        ],
    );
}

#[test]
fn a_forge_gets_its_files_with_a_new_project_or_in_one_that_is_there() {
    let guide = include_str!("../../docs/forges.md");
    for (forge, file, settings) in [
        (
            "github",
            ".github/workflows/paraphe.yml",
            &[
                "“GitHub Actions”",
                "“Require review from Code Owners”",
                "“Require status checks to pass”",
                "“Require branches to be up to date before merging”",
                "“Require approval for first-time contributors”",
            ][..],
        ),
        (
            "gitlab",
            ".gitlab-ci.yml",
            &[
                "“Allowed to push and merge: No one”",
                "“Pipelines must succeed”",
                "“Merge commit with semi-linear history”",
            ],
        ),
        (
            "forgejo",
            ".forgejo/workflows/site.yml",
            &[
                "“Disable push”",
                "“Enable status check”",
                "“Block merge if pull request is outdated”",
            ],
        ),
    ] {
        let new = Project::empty();
        new.run(&["init", "p", "--language", "en", "--forge", forge])
            .says(0, &[file, "CODEOWNERS", "content/charter/1.0.md"])
            // What has to be switched on at the forge, in the words of its pages; the guide says why.
            .says(0, settings);
        for setting in settings {
            assert!(guide.contains(setting), "docs/forges.md leaves out {setting}");
        }
        assert!(new.read(&format!("p/{file}")).contains(env!("CARGO_PKG_VERSION")));
        new.run(&["-C", "p", "check"]).says(0, &[]);

        let there = Project::sound();
        let configuration = there.read("paraphe.yaml");
        there
            .run(&["init", ".", "--forge", forge])
            .says(0, &[file, "CODEOWNERS"]);
        assert_eq!(there.read("paraphe.yaml"), configuration);
        // The charter's language, not the person's.
        assert!(there.read(file).contains(" chaque "), "{}", there.read(file));
        there
            .run(&["init", ".", "--forge", forge])
            .says(2, &["there already"]);
    }
    Project::empty()
        .run(&["init", "p", "--forge", "bitbucket"])
        .says(2, &["bitbucket", "--forge"]);
}
