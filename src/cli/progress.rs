//! How far a long command has come, for a person who waits, and where its time went, for one who asked.

use super::console::Console;
use crate::phases::{Phase, Phases};
use std::io::{IsTerminal as _, Write as _};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// What takes no longer needs no bar.
const PATIENCE: Duration = Duration::from_millis(500);

/// How often the bar moves.
const PACE: Duration = Duration::from_millis(100);

/// The length of the bar.
const WIDTH: usize = 24;

/// Does `work`, and shows on a terminal how far it has come, once that takes long. Nothing of it stays.
pub fn show<T>(console: &Console, phases: &Phases, work: impl FnOnce() -> T) -> T {
    let capable = std::env::var_os("TERM").is_some_and(|term| term != "dumb");
    if !capable || !std::io::stderr().is_terminal() {
        return work();
    }
    let (end, ended) = channel::<()>();
    std::thread::scope(|scope| {
        scope.spawn(move || draw(console, phases, &ended));
        let result = work();
        drop(end);
        result
    })
}

/// Draws until the other end of the channel goes.
fn draw(console: &Console, phases: &Phases, ended: &Receiver<()>) {
    let mut wait = PATIENCE;
    let mut drawn = false;
    let mut out = std::io::stderr();
    while ended.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
        wait = PACE;
        if let Some((phase, done, total)) = phases.now() {
            let name = name(console, phase);
            drawn |= write!(out, "\r\u{1b}[K{}", line(&name, done, total)).is_ok();
            let _ = out.flush();
        }
    }
    if drawn {
        let _ = write!(out, "\r\u{1b}[K");
        let _ = out.flush();
    }
}

fn line(name: &str, done: usize, total: usize) -> String {
    match (done * WIDTH).checked_div(total) {
        Some(full) => format!(
            "{}{} {name} {done}/{total}",
            "█".repeat(full),
            "░".repeat(WIDTH - full)
        ),
        None => format!("{name}…"),
    }
}

/// Tells on standard error how long each part of the work took, in milliseconds.
pub fn tell(console: &Console, phases: &Phases) {
    let parts = phases.finish();
    let sum = parts.iter().map(|(_, time)| *time).sum();
    let mut rows: Vec<(String, Duration)> = parts
        .into_iter()
        .map(|(phase, time)| (name(console, phase), time))
        .collect();
    rows.push((console.text("timings-sum", &[]), sum));
    let width = rows
        .iter()
        .map(|(name, _)| name.chars().count())
        .max()
        .unwrap_or_default();
    for (name, time) in rows {
        let gap = " ".repeat(width - name.chars().count());
        console.note(&format!("{name}{gap} {:>8} ms", time.as_millis()));
    }
}

fn name(console: &Console, phase: Phase) -> String {
    console.text(&format!("timings-{}", phase.as_str()), &[])
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn the_bar_fills() {
        assert_eq!(line("Pages", 0, 4), format!("{} Pages 0/4", "░".repeat(24)));
        assert_eq!(
            line("Pages", 1, 4),
            format!("{}{} Pages 1/4", "█".repeat(6), "░".repeat(18))
        );
        assert_eq!(line("Pages", 0, 0), "Pages…");
    }
}
