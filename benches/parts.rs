//! What the parts of a build cost, each by itself: parse, check, digest, render, write.
//!
//! `cargo bench --bench parts` makes a small project in memory or in a folder of its own and takes that away again.
//! The folder is made in `PARAPHE_BENCH`, which should be on tmpfs: disks vary twofold from one run to the next.

#![allow(clippy::expect_used)] // Without its inputs a bench has nothing to go on with.

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use paraphe::identifier::{Commune, Date, Digest, Line, Slug, TextId, Version};
use paraphe::phases::Phases;
use paraphe::project::{CONFIGURATION, Project};
use paraphe::register::{self, Register};
use paraphe::signature::{self, Action, Adherence, Document, Kind, Organisation, PrivateKey, Reading, seal};
use paraphe::site::{self, Kept, Summary};
use paraphe::text::markdown::{self, Setting};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Duration;
use tempfile::TempDir;

type Fallible<T> = Result<T, Box<dyn Error>>;

/// Signatures of the small project, each by an organisation of its own.
const SIGNATURES: usize = 300;
const CHARTER: &str = "charte-d-essai";
const DECLARATION: &str = "Notre association adhère à la charte d'essai et s'engage à la faire vivre.";

/// What every bench works on.
struct Inputs {
    text: String,
    /// A signature of that text, as its file holds it, and where it stands.
    file: String,
    path: String,
    project: Project,
    register: Register,
    /// Where sites are written.
    sites: PathBuf,
}

static INPUTS: OnceLock<Inputs> = OnceLock::new();

fn main() -> Fallible<()> {
    let parent = std::env::var_os("PARAPHE_BENCH").map_or_else(
        || Path::new(env!("CARGO_TARGET_TMPDIR")).to_owned(),
        PathBuf::from,
    );
    let folder = TempDir::with_prefix_in("parts-", parent)?;
    INPUTS.get_or_init(|| make(folder.path()).expect("the small project can be made"));
    divan::main();
    Ok(())
}

fn inputs() -> &'static Inputs {
    INPUTS.get().expect("made before the first bench")
}

/// From the bytes of a signature file to its values; the signature in it is decoded and not checked.
#[divan::bench]
fn parse(bencher: Bencher<'_, '_>) {
    let Inputs { file, .. } = inputs();
    bencher
        .counter(BytesCount::of_str(file))
        .bench(|| reading(black_box(inputs())));
}

/// The Ed25519 check of what was read.
#[divan::bench]
fn check(bencher: Bencher<'_, '_>) {
    let reading = reading(inputs());
    let seal = reading.seal.expect("a signature");
    let body = reading.source.body().as_bytes();
    bencher.bench(|| signature::check(black_box(body), black_box(&seal)).expect("a good signature"));
}

/// The SHA-256 by which a text is known.
#[divan::bench]
fn digest(bencher: Bencher<'_, '_>) {
    let text = inputs().text.as_bytes();
    bencher
        .counter(BytesCount::of_slice(text))
        .bench(|| Digest::of(black_box(text)));
}

mod render {
    use super::*;

    /// A text's Markdown as HTML.
    #[divan::bench]
    fn text(bencher: Bencher<'_, '_>) {
        let text = inputs().text.as_str();
        let setting = Setting {
            rules: Some(paraphe::text::Rules::French),
            ..Setting::default()
        };
        bencher
            .counter(BytesCount::of_str(text))
            .bench(|| markdown::render(black_box(text), setting, &()));
    }

    /// The whole site over the same one, of which nothing is known: each page is rendered, compared and not written.
    #[divan::bench(sample_count = 30, sample_size = 1)]
    fn site(bencher: Bencher<'_, '_>) {
        let output = new_folder();
        let first = build(output.path(), &mut Kept::default());
        bencher
            .counter(ItemsCount::new(first.pages))
            .with_inputs(Kept::default)
            .bench_local_refs(|kept| {
                let summary = build(output.path(), kept);
                assert_eq!((summary.rendered, summary.written), (first.pages, 0));
            });
    }
}

mod write {
    use super::*;

    /// The whole site into a new folder: each page is rendered and written.
    #[divan::bench(sample_count = 30, sample_size = 1)]
    fn cold(bencher: Bencher<'_, '_>) {
        let first = build(new_folder().path(), &mut Kept::default());
        bencher
            .counter(ItemsCount::new(first.pages))
            .with_inputs(|| (new_folder(), Kept::default()))
            .bench_local_refs(|(output, kept)| {
                let summary = build(output.path(), kept);
                assert_eq!((summary.rendered, summary.written), (first.pages, first.files));
            });
    }

    /// The whole site over the same one, known from the build before: nothing is rendered, nothing written.
    #[divan::bench(sample_count = 30, sample_size = 1)]
    fn unchanged(bencher: Bencher<'_, '_>) {
        let output = new_folder();
        let mut kept = Kept::default();
        build(output.path(), &mut kept);
        // Files written a moment ago could still change without a trace in their times: a build does not rely on those.
        std::thread::sleep(Duration::from_secs(1));
        let first = build(output.path(), &mut kept);
        bencher.counter(ItemsCount::new(first.pages)).bench_local(|| {
            let summary = build(output.path(), &mut kept);
            assert_eq!(summary.written, 0);
            assert!(summary.rendered * 10 < first.pages);
        });
    }
}

fn reading(inputs: &Inputs) -> Reading<'_> {
    Reading::new(&inputs.path, inputs.file.as_bytes(), Kind::Adherence).expect("a sound file")
}

fn new_folder() -> TempDir {
    TempDir::new_in(&inputs().sites).expect("a folder for a site")
}

fn build(output: &Path, kept: &mut Kept) -> Summary {
    let Inputs {
        project, register, ..
    } = inputs();
    let way = site::Options::default();
    let output = output.join("public");
    let with = site::With {
        kept,
        phases: &Phases::default(),
        ahead: None,
    };
    site::build_with(project, register, &output, way, with).expect("a good project")
}

/// Writes the small project into `folder`, and reads it as the program does.
fn make(folder: &Path) -> Fallible<Inputs> {
    let root = folder.join("project");
    let sites = folder.join("sites");
    std::fs::create_dir_all(&sites)?;
    let version = Version::parse("1.0").map_err(|_| "no version")?;
    let text = text();
    write_file(&root, CONFIGURATION, &configuration())?;
    write_file(&root, &TextId::Charter.content_path(&version), &text)?;
    let mut first = None;
    for number in 0..SIGNATURES {
        let adherence = adherence(&version, Digest::of(text.as_bytes()), number)?;
        let slug = Slug::from_name(adherence.organisation.name.as_str()).ok_or("no slug")?;
        let path = TextId::Charter.signature_path(&slug);
        let file = seal(&Document::Adherence(Box::new(adherence)), &key(number))?;
        write_file(&root, &path, &file)?;
        first.get_or_insert((path, file));
    }
    let (path, file) = first.ok_or("no signature")?;
    let project = Project::load(&root).map_err(|faults| format!("{faults:?}"))?;
    let loaded = register::load(&project);
    if loaded.register.entries.len() != SIGNATURES {
        return Err(format!("{:?}", loaded.diagnostics).into());
    }
    Ok(Inputs {
        text,
        file,
        path,
        project,
        register: loaded.register,
        sites,
    })
}

fn configuration() -> String {
    format!(
        "title: \"Charte d'essai\"\nlanguage: fr\ncharter: {CHARTER}\ndemonstration: true\nurl: https://essai.example.org/\n\
         stewards:\n  - name: \"Garant d'essai\"\n    key: \"{}\"\n",
        key(SIGNATURES).public().to_openssh()
    )
}

/// A text as long as a real one.
fn text() -> String {
    let paragraph = "Ce texte ne sert qu'à mesurer le programme : il n'engage *personne*. Il a la longueur d'un vrai texte, \
                     avec quelques paragraphes, une liste et des titres.\n\n\
                     - Nous nous parlons avant de décider.\n- Nous partageons ce qui **peut** l'être.\n\n";
    let mut text = format!(
        "---\ntitle: \"Charte d'essai\"\nversion: \"1.0\"\nadopted: 2026-01-15\ndeclaration: \"{DECLARATION}\"\n---\n\n"
    );
    for article in 1..=12 {
        text.push_str(&format!("## Article {article}\n\n{}", paragraph.repeat(2)));
    }
    // One line end at the end, as the rules of texts want it.
    text.truncate(text.trim_end().len() + 1);
    text
}

/// The same key for the same number, which anyone can make again: it proves nothing.
fn key(number: usize) -> PrivateKey {
    let name = format!("paraphe parts, worth nothing: {number}");
    PrivateKey::from_seed(Digest::of(name.as_bytes()).as_bytes())
}

fn adherence(version: &Version, sha256: Digest, number: usize) -> Fallible<Adherence> {
    let line = |text: &str| Line::parse(text).map_err(|fault| format!("{text}: {fault:?}"));
    Ok(Adherence {
        action: Action::Sign,
        charter: Slug::parse(CHARTER).map_err(|_| "no slug")?,
        text: TextId::Charter,
        version: version.clone(),
        sha256,
        organisation: Organisation {
            name: line(&format!("Jardin partagé des Tilleuls {number}"))?,
            city: line("Lyon")?,
            insee: Commune::parse("69123").ok(),
            rna: None,
            siren: None,
            website: None,
        },
        representative: None,
        date: Date::parse("2026-05-04").map_err(|_| "no date")?,
        declaration: line(DECLARATION)?,
    })
}

fn write_file(root: &Path, path: &str, content: &str) -> Fallible<()> {
    let path = root.join(path);
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent)?;
    }
    Ok(std::fs::write(path, content)?)
}
