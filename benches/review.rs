//! What reviewing one added signature costs in projects of 1,000, 10,000 and 100,000 signatures.
//!
//! `cargo bench --bench review` makes the projects with `examples/generate.rs` the first time, then runs the program
//! as a forge does and prints the best and the middle of seven runs.

use paraphe::identifier::{Date, Line, Slug, TextId};
use paraphe::project::Project;
use paraphe::register;
use paraphe::signature::{Action, Adherence, Document, Organisation, PrivateKey, seal};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

type Fallible<T> = Result<T, Box<dyn Error>>;

const RUNS: usize = 7;

fn main() -> Fallible<()> {
    println!("signatures   working tree: best   middle   commit: best   middle   (milliseconds)");
    for size in [1_000, 10_000, 100_000] {
        let root = project(size)?;
        let [tree, head] = [
            &["check", "--since", "main"][..],
            &["check", "--since", "main", "--head", "demande"],
        ]
        .map(|arguments| time(&root, arguments));
        let [(tree_best, tree_middle), (head_best, head_middle)] = [tree?, head?];
        println!("{size:>10} {tree_best:>20} {tree_middle:>8} {head_best:>14} {head_middle:>8}");
    }
    Ok(())
}

/// The project of that size, with one signature added on the branch `demande`.
fn project(size: usize) -> Fallible<PathBuf> {
    let folder = std::env::var_os("PARAPHE_BENCH").map_or_else(
        || Path::new(env!("CARGO_TARGET_TMPDIR")).to_owned(),
        PathBuf::from,
    );
    let root = folder.join(format!("review-{size}"));
    if root.join(".git/refs/heads/demande").exists() {
        return Ok(root);
    }
    if root.exists() {
        // What a run left that did not come to its end.
        std::fs::remove_dir_all(&root)?;
    }
    let number = size.to_string();
    let mut generate = Command::new(env!("CARGO"));
    generate.args(["run", "-q", "--release", "--example", "generate", "--"]);
    generate
        .arg(&root)
        .args(["--signatures", &number, "--territories", "20"]);
    run(&mut generate)?;
    let git = |arguments: &[&str]| {
        let mut command = Command::new("git");
        command.args(["-c", "user.name=Mesure", "-c", "user.email=mesure@example.org"]);
        // A commit would start a "gc" of its own, and the one below would find it running.
        command.args(["-c", "gc.auto=0", "-c", "maintenance.auto=false"]);
        run(command.args(arguments).current_dir(&root))
    };
    git(&["init", "-q", "-b", "main"])?;
    git(&["add", "-A"])?;
    git(&["commit", "-q", "-m", "Le registre"])?;
    git(&["gc", "-q"])?;
    git(&["switch", "-q", "-c", "demande"])?;
    let (path, file) = signature(&root)?;
    std::fs::write(root.join(path), file)?;
    git(&["add", "-A"])?;
    git(&["commit", "-q", "-m", "Une signature"])?;
    Ok(root)
}

/// A good signature of the charter by an organisation that the project does not know.
fn signature(root: &Path) -> Fallible<(String, String)> {
    let faulty = |_| "the generated project is faulty";
    let project = Project::load(root).map_err(faulty)?;
    let (texts, _) = register::load_texts(&project);
    let text = texts
        .first()
        .and_then(|versions| versions.current())
        .ok_or("no text")?;
    let line = |text: &str| Line::parse(text).map_err(|_| "line");
    let adherence = Adherence {
        action: Action::Sign,
        charter: project.configuration.charter.clone(),
        text: TextId::Charter,
        version: text.version.clone(),
        sha256: text.digest,
        organisation: Organisation {
            name: line("Une association de plus")?,
            city: line("Angers")?,
            insee: None,
            rna: None,
            siren: None,
            website: None,
        },
        representative: None,
        date: Date::parse("2026-11-20").map_err(|_| "date")?,
        declaration: text.front.declaration.clone(),
    };
    let key = PrivateKey::from_seed(&[7; 32]);
    let file = seal(&Document::Adherence(Box::new(adherence)), &key).map_err(|error| error.to_string())?;
    let slug = Slug::parse("une-association-de-plus").map_err(|_| "slug")?;
    Ok((TextId::Charter.signature_path(&slug), file))
}

fn run(command: &mut Command) -> Fallible<()> {
    let status = command.stdout(Stdio::null()).status()?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{command:?}: {status}").into())
    }
}

/// The best and the middle time of some runs, in milliseconds.
fn time(root: &Path, arguments: &[&str]) -> Fallible<(u128, u128)> {
    let mut times: Vec<Duration> = Vec::new();
    for _ in 0..RUNS {
        let start = Instant::now();
        run(Command::new(env!("CARGO_BIN_EXE_paraphe"))
            .args(arguments)
            .current_dir(root))?;
        times.push(start.elapsed());
    }
    times.sort_unstable();
    Ok((times[0].as_millis(), times[RUNS / 2].as_millis()))
}
