//! The commands that the pages print, run as a visitor would: with a shell, `sed`, `sha256sum` and `ssh-keygen`.

use crate::support::Project;
use std::path::Path;
use std::process::Command;

/// Runs a script in `folder`, which must end well, and gives its output back.
#[track_caller]
fn shell(folder: &Path, script: &str) -> String {
    let output = Command::new("sh")
        .args(["-e", "-c", script])
        .current_dir(folder)
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{script}\n{text}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    text
}

/// The text of an HTML page's `<pre>` blocks.
fn blocks(page: &str) -> Vec<String> {
    let inner = page
        .split("<pre")
        .skip(1)
        .filter_map(|part| part.split_once('>')?.1.split_once("</pre>"));
    inner
        .map(|(html, _)| {
            let mut text = String::new();
            let mut rest = html;
            while let Some((before, after)) = rest.split_once('<') {
                text.push_str(before);
                rest = after.split_once('>').map_or("", |(_, after)| after);
            }
            text.push_str(rest);
            let entities = [
                ("&lt;", "<"),
                ("&gt;", ">"),
                ("&quot;", "\""),
                ("&#x27;", "'"),
                ("&#39;", "'"),
                ("&amp;", "&"),
            ];
            entities
                .iter()
                .fold(text, |text, (entity, character)| text.replace(entity, character))
        })
        .collect()
}

/// Builds a project's site and runs what each organisation's page says to run.
fn check_all_pages(project: &Project, least: usize) {
    project.run(&["build"]);
    let site = project.path("public");
    let mut checked = 0;
    for entry in std::fs::read_dir(site.join("organisations")).unwrap() {
        let path = entry.unwrap().path();
        let page = std::fs::read_to_string(&path).unwrap();
        for block in blocks(&page).iter().filter(|block| block.contains("ssh-keygen")) {
            let said = shell(&site, block);
            assert_eq!(
                said.matches("Good \"paraphe\" signature").count(),
                2,
                "{}: {said}",
                path.display()
            );
            let digests: Vec<&str> = said
                .split(|c: char| !c.is_ascii_hexdigit())
                .filter(|word| word.len() == 64)
                .collect();
            assert_eq!(digests.len(), 2);
            assert_eq!(
                digests[0], digests[1],
                "the text that is published is the one that was signed"
            );
            checked += 1;
        }
    }
    assert!(checked >= least, "{checked} signatures checked");
}

#[test]
fn the_commands_on_every_organisations_page_say_yes() {
    let project = Project::sound();
    check_all_pages(&project, 7);
}

#[test]
fn every_published_file_holds_for_ssh_keygen_withdrawals_and_attestations_too() {
    let project = Project::sound();
    project.run(&["build"]).says(0, &[]);
    let site = project.path("public");
    let signed = walkdir::WalkDir::new(site.join("signatures"))
        .into_iter()
        .map(Result::unwrap);
    let mut count = 0;
    for entry in signed.filter(|entry| entry.file_type().is_file()) {
        let file = entry.path().strip_prefix(&site).unwrap().to_str().unwrap();
        let name = file
            .strip_prefix("signatures/")
            .unwrap()
            .strip_suffix(".yaml")
            .unwrap();
        let script = format!(
            "sed '/^signature: |$/,$d' {file} > body; sed '1,/^signature: |$/d; s/^  //' {file} > body.sig\n\
             ssh-keygen -Y check-novalidate -n paraphe -s body.sig < body\n\
             ssh-keygen -Y verify -f allowed_signers -I {name} -n paraphe -s body.sig < body"
        );
        shell(&site, &script);
        count += 1;
    }
    assert_eq!(count, 9);
}

#[test]
fn a_downloaded_copy_of_the_site_can_be_checked_as_a_project() {
    let project = Project::sound();
    project.run(&["build"]).says(0, &[]);
    project.run(&["verify", "public"]).says(0, &["9 sound files"]);
    project
        .run(&["-C", "public", "check"])
        .says(0, &["3 texts, 7 signatures, 1 withdrawal"]);
}
