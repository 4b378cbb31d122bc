//! The scripts that `init --forge` writes, run as a forge would run them.

use crate::story::{Story, git};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// A story whose project has the files of a forge, merged before anything else.
fn story(forge: &str) -> Story {
    let story = Story::new();
    let ran = story.paraphe(&["init", ".", "--forge", forge]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    story.commit("La forge");
    story
}

/// The last script of a workflow that contains `word`: what stands below `run: |` or `script:`, or after `run: `.
fn script(workflow: &str, word: &str) -> String {
    let mut scripts: Vec<String> = Vec::new();
    let mut below = None;
    for line in workflow.lines() {
        let indent = line.len() - line.trim_start().len();
        if let Some(outer) = below {
            if indent > outer || line.trim().is_empty() {
                let line = line.trim_start();
                let script = scripts.last_mut().unwrap();
                script.push_str(line.strip_prefix("- ").unwrap_or(line));
                script.push('\n');
                continue;
            }
            below = None;
        }
        let key = line.trim_start().trim_start_matches("- ");
        if key == "run: |" || key == "script:" {
            scripts.push(String::new());
            below = Some(indent);
        } else if let Some(line) = key.strip_prefix("run: ") {
            scripts.push(line.to_owned());
        }
    }
    scripts.into_iter().rfind(|script| script.contains(word)).unwrap()
}

/// Runs a script as a forge does, with the program under test at `program`.
fn run(script: &str, folder: &Path, program: &Path, variables: &[(&str, &str)]) -> (bool, String) {
    fs::create_dir_all(program.parent().unwrap()).unwrap();
    #[cfg(unix)]
    if !program.exists() {
        std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_paraphe"), program).unwrap();
    }
    let Output {
        status,
        stdout,
        stderr,
    } = Command::new("bash")
        .args(["-e", "-o", "pipefail", "-c", script])
        .current_dir(folder)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("HOME", folder)
        .envs(variables.iter().copied())
        .output()
        .unwrap();
    let said = String::from_utf8(stdout).unwrap() + &String::from_utf8(stderr).unwrap();
    (status.success(), said)
}

/// The commit that GitHub prepares: the request merged into `main`, fetched as deep as the workflow asks.
fn merged(story: &Story) -> tempfile::TempDir {
    let workflow = story.read(".github/workflows/paraphe.yml");
    assert!(workflow.contains("fetch-depth: 0"), "{workflow}");
    story.switch("main");
    story.git(&["merge", "-q", "--no-ff", "-m", "Fusion", "demande"]);
    let checkout = tempfile::tempdir().unwrap();
    let from = format!("file://{}", story.root().display());
    let project = checkout.path().join("project");
    let output = git(checkout.path(), &["clone", "-q", &from, "project"]);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(!project.join(".git/shallow").exists());
    checkout
}

fn github(story: &Story) -> (bool, String, String) {
    let script = script(&story.read(".github/workflows/paraphe.yml"), "--since");
    let checkout = merged(story);
    let project = checkout.path().join("project");
    let summary = checkout.path().join("summary.md");
    let program = project.join("paraphe/bin/paraphe");
    let variables = [("GITHUB_STEP_SUMMARY", summary.to_str().unwrap())];
    let (well, said) = run(&script, &project, &program, &variables);
    (well, said, fs::read_to_string(summary).unwrap())
}

#[test]
fn github_checks_a_good_request() {
    let story = story("github");
    story.branch("demande").sign("tilleuls").commit("Une signature");
    let (well, said, summary) = github(&story);
    assert!(well, "{said}");
    assert!(summary.contains("Association tilleuls"), "{summary}");
}

#[test]
fn github_refuses_a_bad_one_and_says_where() {
    let story = story("github");
    story.sign("tilleuls").propose();
    let path = "signatures/charter/tilleuls.yaml";
    story.remove(path).commit("Une malveillance");
    let (well, said, summary) = github(&story);
    assert!(!well);
    assert!(said.contains(&format!("::error file={path},")), "{said}");
    assert!(summary.contains("ne peut pas encore"), "{summary}");
}

#[test]
fn github_sees_what_a_request_was_before() {
    let story = story("github");
    let key = crate::story::private("tilleuls").to_openssh(None).unwrap();
    story
        .branch("demande")
        .write("cle", key.as_bytes())
        .commit("Ma clé");
    story.remove("cle").sign("tilleuls").commit("Sans la clé");
    let (well, said, summary) = github(&story);
    assert!(!well && said.contains("private-key-before"), "{said}");
    assert!(!format!("{said}{summary}").contains("b3Blbn"));
}

#[test]
fn a_request_does_not_choose_who_may_attest() {
    let story = story("github");
    story
        .branch("demande")
        .sign("tilleuls")
        .attest("charter", "tilleuls", "intrus");
    let stewards = [crate::story::key("intrus")];
    story.write("paraphe.yaml", crate::story::configuration(&stewards));
    story.commit("Un garant de plus");
    let (well, said, _) = github(&story);
    assert!(!well);
    assert!(
        said.contains("stewards-changed") && said.contains("attestation-not-steward"),
        "{said}"
    );
}

#[test]
fn gitlab_reports_and_decides() {
    for (good, closed) in [(true, false), (false, false), (false, true)] {
        let story = story("gitlab");
        story.branch("demande").sign("tilleuls").commit("Une signature");
        if !good && !closed {
            story
                .write("signatures/charter/tilleuls.yml", "rien\n")
                .commit("Un de trop");
        }
        if closed {
            // Since the request was made: it is judged by the branch as it is now.
            story.switch("main");
            let configuration = story.read("paraphe.yaml") + "closed: [charter]\n";
            story
                .write("paraphe.yaml", &configuration)
                .commit("La charte est close");
            story.switch("demande");
        }
        let head = story.git(&["rev-parse", "HEAD"]);
        let folder = tempfile::tempdir().unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink(story.root().join(".git"), folder.path().join("depot.git")).unwrap();
        let project = format!("file://{}/depot", folder.path().display());
        let configuration = story.read(".gitlab-ci.yml");
        let (job, _) = configuration.split_once("\npages:").unwrap();
        let variables = [
            ("CI_MERGE_REQUEST_PROJECT_URL", project.as_str()),
            ("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main"),
            ("CI_COMMIT_SHA", head.trim()),
        ];
        let program = story.path(".paraphe/bin/paraphe");
        let (well, said) = run(&script(job, "--since"), &story.root(), &program, &variables);
        assert_eq!(well, good, "{said}");
        let report: serde_json::Value =
            serde_json::from_str(&story.read("gl-code-quality-report.json")).unwrap();
        assert_eq!(report.as_array().unwrap().is_empty(), good, "{report}");
    }
}

#[test]
fn forgejo_fetches_with_git_alone_and_decides() {
    for good in [true, false] {
        let story = story("forgejo");
        story.branch("demande").sign("tilleuls").commit("Une signature");
        if !good {
            story.remove("content/charter/1.0.md").commit("Un texte de moins");
        }
        let base = story.git(&["rev-parse", "main"]);
        let head = story.git(&["rev-parse", "HEAD"]);
        // A forge gives any commit that it knows.
        story.git(&["config", "uploadpack.allowAnySHA1InWant", "true"]);
        let folder = tempfile::tempdir().unwrap();
        let link = folder.path().join("depot.git");
        #[cfg(unix)]
        std::os::unix::fs::symlink(story.root().join(".git"), link).unwrap();
        let server = format!("file://{}", folder.path().display());
        let workflow = story.read(".forgejo/workflows/paraphe.yml");
        let program = folder.path().join("paraphe");
        let variables = [
            ("GITHUB_SERVER_URL", server.as_str()),
            ("GITHUB_REPOSITORY", "depot"),
            ("BASE", base.trim()),
            ("HEAD", head.trim()),
        ];
        let (fetched, said) = run(
            &script(&workflow, "git fetch"),
            folder.path(),
            &program,
            &variables,
        );
        assert!(fetched, "{said}");
        let check =
            script(&workflow, "--since").replace("/opt/paraphe/bin/paraphe", program.to_str().unwrap());
        let (well, said) = run(&check, folder.path(), &program, &variables);
        assert_eq!(well, good, "{said}");
        assert!(said.contains("signatures/charter/tilleuls.yaml"), "{said}");
    }
}
