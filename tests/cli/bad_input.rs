//! What can be wrong with a folder: each ends in a clear message, without a panic, and with nothing half written.

use crate::support::Project;
use std::fs;

#[test]
fn an_empty_folder() {
    let project = Project::empty();
    for command in ["check", "build"] {
        project
            .run(&[command])
            .says(2, &["no project here", "paraphe.yaml", "paraphe init"]);
    }
    assert_eq!(fs::read_dir(project.path("")).unwrap().count(), 0);
}

#[test]
fn a_folder_that_is_not_there() {
    Project::empty()
        .run(&["verify", "nowhere.yaml"])
        .says(2, &["nowhere.yaml"]);
}

#[test]
fn every_command_says_that_the_folder_of_c_is_not_there_or_is_a_file() {
    let project = Project::empty();
    project.write("file", "");
    for command in [
        &["check"][..],
        &["check", "--since", "HEAD"],
        &["build"],
        &["serve"],
        &["verify", "."],
        &["diff", "charter"],
        &["explain"],
        &["init", "x"],
        &["new", "version", "charter", "1.1"],
        &["key", "new", "k", "--no-passphrase"],
        &["key", "show", "k"],
        &["sign", "charter", "--key", "k"],
        &["withdraw", "charter", "--key", "k"],
        &["attest", "x.yaml", "--key", "k"],
        &["import", "x.yaml"],
        &["log", "charter"],
        &["theme", "list"],
    ] {
        let run = |folder| project.run(&[&["-C", folder][..], command].concat());
        run("nowhere").says(2, &["“nowhere”, given with -C, does not exist", "paraphe init"]);
        run("file").says(2, &["“file”, given with -C, is no folder", "paraphe.yaml"]);
    }
    assert!(!project.path("nowhere").exists());
}

#[test]
fn an_unknown_key_in_the_configuration() {
    let project = Project::sound();
    project.replace("paraphe.yaml", "title:", "titel:");
    project
        .run(&["check"])
        .says(2, &["paraphe.yaml:1:1", "titel", "title"]);
}

#[test]
fn a_configuration_that_is_no_yaml() {
    let project = Project::sound();
    project.write("paraphe.yaml", "title: [\n");
    project.run(&["build"]).says(2, &["paraphe.yaml:1:8"]);
    project.write("paraphe.yaml", "title: \"\\0\u{1b}[31m\"\n");
    project.run(&["build"]).says(2, &["U+001B"]);
    project.write("paraphe.yaml", b"title: \xff\n");
    project.run(&["build"]).says(2, &["UTF-8"]);
}

#[test]
fn a_text_without_front_matter() {
    let project = Project::sound();
    project.write("content/charter/2.0.md", "# Sans rien\n");
    project
        .run(&["check"])
        .says(1, &["content/charter/2.0.md:1:1", "front-matter-missing"]);
}

#[test]
fn a_text_that_is_not_utf8() {
    let project = Project::sound();
    project.write("content/charter/2.0.md", b"---\ntitle: \"\xe9\"\n---\n");
    project
        .run(&["check"])
        .says(1, &["content/charter/2.0.md:2:9", "UTF-8"]);
}

#[test]
fn a_file_of_two_gigabytes_is_not_read() {
    let project = Project::sound();
    for path in [
        "content/charter/2.0.md",
        "signatures/charter/enorme.yaml",
        "content/enorme.png",
    ] {
        let file = fs::File::create(project.path(path)).unwrap();
        file.set_len(2 << 30).unwrap();
        let started = std::time::Instant::now();
        project.run(&["check"]).says(1, &[path, "file-too-large"]);
        assert!(started.elapsed().as_secs() < 5);
        fs::remove_file(project.path(path)).unwrap();
    }
}

#[test]
fn the_output_counts_from_the_folder_that_c_names() {
    let project = Project::sound();
    let charter = project.path("content/charter").display().to_string();
    for (from, output, made) in [
        (".", "site", "site"),
        ("content", "../other", "other"),
        (charter.as_str(), "../../third", "third"),
    ] {
        project
            .run(&["-C", from, "build", "-o", output])
            .says(0, &["Site built"]);
        assert!(project.path(made).join("index.html").is_file(), "{from} {output}");
    }
    project.run(&["-C", "content", "build"]).says(0, &["Site built"]);
    assert!(project.path("public/index.html").is_file());
}

#[test]
fn nothing_is_started_under_a_name_that_windows_keeps_for_itself() {
    let project = Project::sound();
    let territory = ["--kind", "commune", "--code", "49007", "--name", "X", "--yes"];
    let territory = [&["new", "territory", "con"][..], &territory].concat();
    for command in [&territory[..], &["theme", "new", "aux"]] {
        project
            .run(command)
            .says(2, &["Windows keeps the name", "another name"]);
    }
    assert!(!project.path("content/territories/con").exists());
    assert!(!project.path("themes").exists());
}

#[test]
fn of_a_file_with_thousands_of_faults_a_few_are_told() {
    let project = Project::sound();
    let path = "signatures/charter/vide.yaml";
    project.write(path, format!("paraphe: 1\n{}", "\n".repeat(16_000)));
    let ran = project.run(&["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let told: Vec<&serde_json::Value> = report["diagnostics"].as_array().unwrap().iter().collect();
    assert_eq!(told.len(), 21);
    assert!(told.iter().all(|fault| fault["path"] == path), "{told:?}");
    assert_eq!(told[19]["code"], "blank-line");
    assert_eq!(told[20]["code"], "more-faults");
    for format in ["human", "github", "gitlab", "sarif", "markdown"] {
        let ran = project.run(&["check", "--format", format]);
        ran.says(1, &["15990"]);
        assert!(ran.out.len() < 64 * 1024, "{format}: {}", ran.out.len());
    }
    project
        .run(&["verify", path])
        .says(1, &["still more faults", "15990"]);
}

#[test]
fn what_is_no_signed_file_at_all_is_told_in_one_fault() {
    let project = Project::sound();
    project.write("vide.yaml", "");
    project.write("lettre.yaml", "Bonjour.\n");
    for path in ["lettre.yaml", "paraphe.yaml", "vide.yaml"] {
        let ran = project.run(&["verify", path]);
        ran.says(
            1,
            &[path, "not-a-signed-file", "A text is recognised in the folder"],
        );
        assert_eq!(ran.out.matches("error[").count(), 1, "{}", ran.out);
    }
    let ran = project.run(&["verify", "--json", "lettre.yaml"]);
    assert_eq!(ran.out.matches("\"code\"").count(), 1, "{}", ran.out);
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    let project = Project::sound();
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("secret.md"), "secret").unwrap();
    std::os::unix::fs::symlink(
        outside.path().join("secret.md"),
        project.path("content/charter/2.0.md"),
    )
    .unwrap();
    std::os::unix::fs::symlink(outside.path(), project.path("signatures/territories/dehors")).unwrap();
    let ran = project.run(&["check"]);
    ran.says(
        1,
        &[
            "content/charter/2.0.md",
            "signatures/territories/dehors",
            "symbolic-link",
        ],
    );
    assert!(!ran.out.contains("secret\n"));
}

#[cfg(unix)]
#[test]
fn a_pipe_does_not_hang() {
    let project = Project::sound();
    let status = std::process::Command::new("mkfifo")
        .arg(project.path("signatures/charter/tube.yaml"))
        .status();
    assert!(status.unwrap().success());
    project.run(&["check"]).says(1, &["signatures/charter/tube.yaml"]);
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_read() {
    use std::os::unix::fs::PermissionsExt as _;
    let project = Project::sound();
    let folder = project.path("signatures/territories/ferme");
    fs::create_dir(&folder).unwrap();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o000)).unwrap();
    let readable_anyway = fs::read_dir(&folder).is_ok(); // as for root
    if !readable_anyway {
        project
            .run(&["check"])
            .says(1, &["signatures/territories/ferme", "file-unreadable"]);
    }
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn names_that_differ_only_by_case() {
    let project = Project::sound();
    let signature = project.read("signatures/charter/association-exemple.yaml");
    project.write("signatures/charter/Association-Exemple.yaml", signature);
    project.run(&["check"]).says(
        1,
        &[
            "signatures/charter/Association-Exemple.yaml",
            "name-collision",
            "signatures/charter/association-exemple.yaml",
        ],
    );
}

#[cfg(unix)]
#[test]
fn a_name_with_a_line_break_or_an_escape_sequence() {
    let project = Project::sound();
    project.write("signatures/charter/deux\nlignes.yaml", "x");
    project.write("signatures/charter/rouge\u{1b}[31m.yaml", "x");
    project.write("signatures/charter/\u{202e}lmay.exe", "x");
    project.run(&["check"]).says(1, &["file-name"]);
    project
        .run(&["check", "--format", "json"])
        .says(1, &["file-name"]);
}

#[test]
fn every_fault_is_reported_not_only_the_first() {
    let project = Project::sound();
    project.replace(
        "signatures/charter/association-exemple.yaml",
        "city: \"Exempleville\"",
        "city: Exempleville",
    );
    project.replace("signatures/charter/outre-mer.yaml", "98735", "9873");
    project.write("signatures/charter/perdu.txt", "x");
    let ran = project.run(&["check"]);
    ran.says(
        1,
        &["not-double-quoted", "insee-form", "file-misplaced", "3 errors"],
    );
}

#[test]
fn output_that_nobody_reads_changes_neither_what_is_done_nor_the_exit_status() {
    use std::process::{Command, Stdio};
    let project = Project::sound();
    let run = |command: &[&str]| {
        // The pipe has no reader before the program writes its first word.
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let child = Command::new(env!("CARGO_BIN_EXE_paraphe"))
            .args(command)
            .current_dir(project.path(""))
            .stdout(writer)
            .stderr(Stdio::piped())
            .spawn();
        let output = child.unwrap().wait_with_output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(said, "", "{command:?}");
        output.status.code()
    };
    for command in [
        &["--help"][..],
        &["check"],
        &["verify", "signatures"],
        &["explain"],
    ] {
        assert_eq!(run(command), Some(0), "{command:?}");
    }
    assert_eq!(run(&["theme", "new", "ours"]), Some(0));
    assert!(project.path("themes/ours/templates/not-found.html").exists());
    project.replace("signatures/charter/outre-mer.yaml", "98735", "9873");
    for command in [
        &["check"][..],
        &["check", "--format", "json"],
        &["verify", "signatures"],
        &["verify", "--json", "signatures"],
    ] {
        assert_eq!(run(command), Some(1), "{command:?}");
    }
}

#[test]
fn a_key_beside_the_project_is_not_said_to_lie_in_it() {
    let project = Project::empty();
    project.run(&["init", "charter"]).says(0, &[]);
    let beside = project.run(&["-C", "charter", "key", "new", "../key", "--no-passphrase"]);
    assert!(!beside.err.contains("project"), "{}", beside.err);
    let inside = project.run(&["-C", "charter", "key", "new", "key", "--no-passphrase"]);
    assert!(inside.err.contains("project"), "{}", inside.err);
}
