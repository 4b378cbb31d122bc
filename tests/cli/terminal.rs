//! The program in a pseudo-terminal.

use crate::support::Project;
use crate::tools::run;
use serde_json::json;

/// What was on the screen, and the exit status.
#[derive(Debug)]
pub struct Session {
    pub status: i64,
    pub screen: String,
}

/// Runs the program in `project` at a terminal; each step waits for words and types an answer.
#[track_caller]
pub fn type_in(project: &Project, arguments: &[&str], steps: &[(&str, &str)]) -> Session {
    session(project, arguments, steps, Some(0))
}

/// Runs the program in `project` at a terminal of so many columns, in French.
#[track_caller]
pub fn at_width(project: &Project, columns: u16, arguments: &[&str]) -> Session {
    session(
        project,
        &[&["--lang", "fr"], arguments].concat(),
        &[],
        Some(columns),
    )
}

/// Runs the program in `project` without any terminal, even when the tests are run at one.
#[track_caller]
pub fn without_terminal(project: &Project, arguments: &[&str]) -> Session {
    session(project, arguments, &[], None)
}

#[track_caller]
fn session(project: &Project, arguments: &[&str], steps: &[(&str, &str)], columns: Option<u16>) -> Session {
    let mut argv = vec![env!("CARGO_BIN_EXE_paraphe").to_owned()];
    argv.extend(arguments.iter().map(|argument| (*argument).to_owned()));
    let job = json!({
        "argv": argv,
        "cwd": project.path(""),
        "env": { "LANG": "en_GB.UTF-8", "TERM": "xterm", "PATH": std::env::var("PATH").unwrap() },
        "steps": steps,
        "columns": columns,
        "none": columns.is_none(),
    });
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/terminal.py");
    let output = run(
        "python3",
        &[script],
        &project.path(""),
        job.to_string().as_bytes(),
    );
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let done: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let screen = done["screen"].as_str().unwrap().replace("\r\n", "\n");
    assert_eq!(done["unasked"], json!([]), "{screen}");
    Session {
        status: done["status"].as_i64().unwrap(),
        screen,
    }
}
