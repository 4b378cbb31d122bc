//! `paraphe serve`: the site on this machine, as it is being written.

use super::arguments::ServeOptions;
use super::console::{Console, Failure, Outcome, Style};
use super::remember::Memory;
use crate::diagnostic::{Diagnostic, error_count};
use crate::locale::Catalogue;
use crate::phases::Phases;
use crate::project::{Changes, Project};
use crate::register::Live;
use crate::report::{self, Format};
use crate::serve::{News, Server, Signal, Watch};
use crate::site::{self, ahead::Ahead};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::time::Instant;

/// Builds, serves, and builds again whenever a file changes, until the person has had enough.
pub fn run(directory: &Path, options: &ServeOptions, console: &Console) -> Result<Outcome, Failure> {
    // What is wrong with the configuration is told of where the site would be, and mended there.
    let root = super::project_root(directory)?;
    let output = super::output(directory, options.output.as_deref(), &root);
    let server = Server::bind(&options.host, options.port).map_err(|error| unbound(options, &error))?;
    if options.port != 0 && server.port() != options.port {
        let ports = [("port", plain(options.port)), ("other", plain(server.port()))];
        console.note(&console.text("serve-port-taken", &ports));
    }
    let (sender, signals) = channel();
    stop_on_interrupt(sender.clone());
    let mut watch = Watch::start(&root, sender, signals)
        .map_err(|reason| Failure::message("serve-watch", &[("reason", reason.into())]))?;
    let memory = super::remember::open(&root, options.no_cache, console);
    let mut builder = Builder {
        root,
        output,
        memory,
        live: None,
        has_more_to_take_in: true,
        news: Arc::default(),
        console,
    };
    builder.build(&Changes::Unknown);
    let url = server.url();
    let (folder, news) = (builder.output.clone(), builder.news.clone());
    let words = Catalogue::new(console.catalogue.locale());
    std::thread::spawn(move || server.run(folder, news, words));
    console.line(&console.paint(
        Style::Strong,
        &console.text("serve-ready", &[("url", url.as_str().into())]),
    ))?;
    if options.open && !open(&url) {
        console.note(&console.text("serve-open", &[]));
    }
    while let Some(changes) = watch.wait() {
        builder.build(&changes);
    }
    Ok(Outcome::Well)
}

/// Why there is no server.
fn unbound(options: &ServeOptions, error: &std::io::Error) -> Failure {
    let place = [
        ("host", options.host.as_str().into()),
        ("port", plain(options.port)),
    ];
    match error.kind() {
        std::io::ErrorKind::AddrInUse => Failure::message("serve-ports-taken", &place),
        std::io::ErrorKind::PermissionDenied => Failure::message("serve-port-refused", &place),
        // A name that nobody knows has no kind of its own.
        _ => Failure::message("serve-host", &place),
    }
}

/// A number that is a name: no thousands to be set apart.
fn plain(number: u16) -> crate::diagnostic::Argument {
    number.to_string().into()
}

struct Builder<'a> {
    root: PathBuf,
    output: PathBuf,
    memory: Memory,
    /// What was read of the project; none when the next build is to read all of it.
    live: Option<Live>,
    /// Whether files changed since the last build that went well which a page may need beside itself.
    has_more_to_take_in: bool,
    news: Arc<News>,
    console: &'a Console,
}

impl Builder<'_> {
    fn build(&mut self, changes: &Changes) {
        let start = Instant::now();
        match self.try_build(changes) {
            Ok(summary) => {
                self.news.built(summary.written + summary.removed > 0);
                let spent = usize::try_from(start.elapsed().as_millis()).unwrap_or(usize::MAX);
                let counts = [
                    ("pages", summary.pages.into()),
                    ("written", summary.written.into()),
                    ("removed", summary.removed.into()),
                    ("milliseconds", spent.into()),
                ];
                self.console.note(&self.console.text("serve-built", &counts));
            }
            Err(faults) => {
                let plain = report::Options::new(&self.console.catalogue);
                let report = report::write(Format::Human, &faults, &plain);
                // The site's own page for what is not there, without which nothing is shown yet.
                let shown = self.output.join("404.html").is_file();
                let id = if shown {
                    "serve-failed"
                } else {
                    "serve-failed-first"
                };
                let failed = self.console.text(id, &[]);
                self.news.failed(format!("{failed}\n\n{report}"));
                self.console.diagnose(&faults);
                self.console.note(&failed);
            }
        }
    }

    fn try_build(&mut self, changes: &Changes) -> Result<site::Summary, Vec<Diagnostic>> {
        let known = self.live.take();
        self.has_more_to_take_in |= !changes.are_of_pages();
        // Without a configuration nobody takes in what changed: nothing that was read before is then kept.
        let project = Project::load(&self.root)?;
        let phases = Phases::default();
        let checks = &self.memory.checks;
        let (live, read_all) = match known {
            Some(mut live) => {
                let read_all = live.follow(&project, changes, checks, &phases);
                (live, read_all)
            }
            None => (Live::read(&project, checks, &phases), true),
        };
        let live = self.live.insert(live);
        if read_all {
            self.memory.checks.settle();
        } else {
            self.memory.checks.add();
        }
        let diagnostics = live.diagnostics();
        if error_count(&diagnostics) > 0 {
            return Err(diagnostics);
        }
        let addresses = self.news.open_pages();
        let ahead = Ahead {
            addresses: &addresses,
            show: &|pages| self.news.show_ahead(&self.output, pages),
        };
        let with = site::With {
            kept: &mut self.memory.site,
            phases: &phases,
            ahead: (!self.has_more_to_take_in).then_some(ahead),
        };
        let way = site::Options::default();
        let built = site::build_with(&project, live.register(), &self.output, way, with)?;
        self.has_more_to_take_in = false;
        Ok(built)
    }
}

/// The first Ctrl-C lets a build that is under way come to its end; the second does not.
fn stop_on_interrupt(sender: Sender<Signal>) {
    let asked = AtomicBool::new(false);
    let stop = move || {
        if asked.swap(true, Ordering::Relaxed) {
            std::process::exit(130);
        }
        let _ = sender.send(Signal::Stop);
    };
    // Without a handler Ctrl-C still ends the process: the next build clears away what this one leaves.
    let _ = ctrlc::set_handler(stop);
}

/// Opens the browser; whether one could be started.
fn open(url: &str) -> bool {
    let (program, before): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/c", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    let null = std::process::Stdio::null;
    let mut command = std::process::Command::new(program);
    command
        .args(before)
        .arg(url)
        .stdin(null())
        .stdout(null())
        .stderr(null())
        .spawn()
        .is_ok()
}
