//! `paraphe verify` of what is no regular file, and of a text that is another than the signed one.

use crate::support::Project;

const SIGNATURE: &str = "signatures/charter/association-exemple.yaml";

#[cfg(unix)]
#[test]
fn links_pipes_and_devices_are_refused_and_named() {
    use std::os::unix::fs::symlink;
    let project = Project::sound();
    let pipe = |inner: &str| {
        let made = std::process::Command::new("mkfifo")
            .arg(project.path(inner))
            .status();
        assert!(made.unwrap().success());
    };
    symlink(SIGNATURE, project.path("link.yaml")).unwrap();
    symlink("nowhere", project.path("dangling.yaml")).unwrap();
    symlink("signatures", project.path("folder")).unwrap();
    pipe("pipe.yaml");
    for path in ["link.yaml", "dangling.yaml", "folder"] {
        let wanted = ["symbolic-link", path, "Replace the link by a copy"];
        project.run(&["verify", path]).says(1, &wanted);
        project
            .run(&["verify", "--json", path])
            .says(1, &["symbolic-link", path]);
        project
            .run(&["verify", SIGNATURE, "--text", path])
            .says(2, &wanted);
    }
    for path in ["pipe.yaml", "/dev/zero", "/dev/null"] {
        let wanted = [
            "not a regular file",
            path,
            "Make sure that it still exists, that it is a regular file",
        ];
        project.run(&["verify", path]).says(1, &wanted);
        project
            .run(&["verify", SIGNATURE, "--text", path])
            .says(2, &wanted);
    }

    // A pipe that is being written to is no file either.
    let bytes = project.read(SIGNATURE);
    let target = project.path("pipe.yaml");
    let writer = std::thread::spawn(move || {
        let _ = std::fs::OpenOptions::new()
            .read(true)
            .write(true)
            .open(target)
            .and_then(|mut pipe| {
                std::io::Write::write_all(&mut pipe, bytes.as_bytes())?;
                std::thread::sleep(std::time::Duration::from_secs(2));
                Ok(())
            });
    });
    std::thread::sleep(std::time::Duration::from_millis(300));
    project
        .run(&["verify", "pipe.yaml"])
        .says(1, &["not a regular file"]);
    writer.join().unwrap();

    // Nor are they passed over in silence in a folder.
    symlink(
        project.path("pipe.yaml"),
        project.path("signatures/charter/lien.yaml"),
    )
    .unwrap();
    symlink(
        project.path("content"),
        project.path("signatures/territories/dehors"),
    )
    .unwrap();
    pipe("signatures/charter/tube.yaml");
    project.run(&["verify", "signatures"]).says(
        1,
        &[
            "✗ signatures/charter/lien.yaml",
            "✗ signatures/charter/tube.yaml",
            "✗ signatures/territories/dehors",
            "3 ",
        ],
    );
}

#[test]
fn another_text_than_the_signed_one_is_told_in_words_and_in_json() {
    let project = Project::empty();
    let sound = Project::sound();
    project.write("a.yaml", sound.read(SIGNATURE));
    project.write("1.1.md", sound.read("content/charter/1.1.md"));
    let other =
        "the one here is not the one that was signed. Look for version 1.0, whose SHA-256 is d1153176";
    project
        .run(&["verify", "a.yaml", "--text", "1.1.md"])
        .says(1, &[other]);
    let ran = project.run(&["verify", "--json", "a.yaml", "--text", "1.1.md"]);
    let document: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let file = &document["files"][0];
    assert_eq!(file["subject"], "different");
    assert_eq!(file["sound"], false);
    assert_eq!(file["faults"][0]["code"], "digest-mismatch");
    assert!(
        file["faults"][0]["message"].as_str().unwrap().contains(other),
        "{file}"
    );
}

#[test]
fn a_text_by_itself_is_said_to_be_one_of_the_project_s_or_none() {
    let project = Project::sound();
    let text = project.read("content/charter/1.1.md");
    project.write("copie.md", text.replace('\n', "\r\n"));
    project.write("autre.md", format!("{text}Et encore.\n"));
    project.write("notes.md", "# Notes\n");
    for (path, status, words, subject) in [
        (
            "copie.md",
            0,
            "version 1.1, to the byte: content/charter/1.1.md",
            "same",
        ),
        (
            "autre.md",
            1,
            "version 1.1, but it is not the text that is here",
            "different",
        ),
        ("notes.md", 1, "none of the texts that are here", "absent"),
    ] {
        project.run(&["verify", path]).says(status, &[words]);
        let ran = project.run(&["verify", "--json", path]);
        assert_eq!(ran.status, status);
        let document: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(document["files"][0]["subject"], subject);
    }
    let quoted: String = project
        .read(SIGNATURE)
        .lines()
        .map(|line| format!("> {line}\n"))
        .collect();
    project.write("message.md", quoted);
    project
        .run(&["verify", "message.md"])
        .says(1, &["changed by the way it came"]);
    // Where there are no texts to hold it against, it is no signed file.
    let elsewhere = Project::empty();
    elsewhere.write("copie.md", &text);
    elsewhere
        .run(&["verify", "copie.md"])
        .says(1, &["not-a-signed-file"]);
}

#[cfg(unix)]
#[test]
fn a_name_that_would_turn_a_terminal_around_does_so_in_json_neither() {
    let project = Project::sound();
    let name = "\u{202e}##[error]\u{1b}[2J.yaml";
    project.write(name, "paraphe: 1\n");
    let ran = project.run(&["verify", "--json", name]);
    assert!(
        !ran.out.contains(['\u{202e}', '\u{1b}']) && !ran.out.contains("##["),
        "{}",
        ran.out
    );
    let document: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(document["files"][0]["path"], name);
}
