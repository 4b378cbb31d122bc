//! One connection, one answer.

use super::files::{self, Found};
use super::news::News;
use super::page;
use super::request::{self, Refusal, Request};
use crate::locale::Catalogue;
use std::io::{self, Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// How long one read or write may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// What all connections share.
#[derive(Debug)]
pub(super) struct Site {
    /// The output folder.
    pub folder: PathBuf,
    /// The name that the server was given.
    pub host: String,
    /// What open pages follow.
    pub news: Arc<News>,
    /// The reader's words.
    pub catalogue: Catalogue,
}

/// Reads a request and answers it.
pub(super) fn answer(mut stream: TcpStream, site: &Site) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    stream.set_nodelay(true)?;
    let head = request::read_head(&mut stream)?;
    let head_only = head.as_ref().is_ok_and(|head| head.starts_with("HEAD "));
    match head.and_then(|head| request::parse(&head, &site.host)) {
        Ok(request) => respond(&mut stream, &request, site)?,
        Err(refusal) => refuse(&mut stream, refusal, head_only, site)?,
    }
    stream.shutdown(Shutdown::Write)?;
    // What the reader still sends is read, so that the answer is not lost with it (RFC 9112, section 9.6).
    let _ = io::copy(&mut stream.take(64 * 1024), &mut io::sink());
    Ok(())
}

fn respond(out: &mut TcpStream, request: &Request, site: &Site) -> io::Result<()> {
    if request.path == page::SCRIPT_PATH {
        let script = page::SCRIPT.as_bytes();
        return send(out, request, "200 OK", "text/javascript; charset=utf-8", script);
    }
    if let Some(path) = request.path.strip_prefix(page::EVENTS_PATH)
        && !request.head_only
    {
        head(out, "200 OK", "text/event-stream", "")?;
        return site.news.follow(&files::shown_by(path), out);
    }
    // Before the file is opened: a build that ends in between has the page loaded once more, and not once less.
    let (build, ahead) = site.news.page(&files::shown_by(&request.path));
    if let Some(html) = ahead {
        let html = page::with_script(&html, build);
        return send(out, request, "200 OK", "text/html; charset=utf-8", &html);
    }
    match files::open(&site.folder, &request.path)? {
        Found::Folder => {
            let more = format!("Location: /{}/\r\nContent-Length: 0\r\n", encode(&request.path));
            head(out, "301 Moved Permanently", "text/plain; charset=utf-8", &more)
        }
        Found::File(file, length) => {
            let kind = files::media_type(&request.path);
            if kind.starts_with("text/html") {
                send_page(out, request, "200 OK", file, length, build)
            } else {
                head(out, "200 OK", kind, &format!("Content-Length: {length}\r\n"))?;
                if !request.head_only {
                    io::copy(&mut file.take(length), out)?;
                }
                Ok(())
            }
        }
        Found::Nothing => match files::open(&site.folder, "404.html")? {
            Found::File(file, length) => send_page(out, request, "404 Not Found", file, length, build),
            _ => {
                let (status, html) = nothing(site);
                let html = page::with_script(&html, build);
                send(out, request, status, "text/html; charset=utf-8", &html)
            }
        },
    }
}

/// What there is to say where the site has nothing, not even a page that says so: why, if the project is at fault.
fn nothing(site: &Site) -> (&'static str, Vec<u8>) {
    let word = |id| site.catalogue.text(id, &[]);
    let own = |title, words, report| page::own(&site.catalogue, &word(title), &word(words), report);
    match site.news.failure() {
        Some(report) => (
            "503 Service Unavailable",
            own("serve-page-failed", "serve-page-failed-why", Some(&report)),
        ),
        None => (
            "404 Not Found",
            own("serve-page-nothing", "serve-page-nothing-why", None),
        ),
    }
}

fn send_page(
    out: &mut TcpStream,
    request: &Request,
    status: &str,
    file: std::fs::File,
    length: u64,
    build: u64,
) -> io::Result<()> {
    let mut html = Vec::with_capacity(length as usize);
    file.take(length).read_to_end(&mut html)?;
    send(
        out,
        request,
        status,
        "text/html; charset=utf-8",
        &page::with_script(&html, build),
    )
}

fn send(out: &mut TcpStream, request: &Request, status: &str, kind: &str, body: &[u8]) -> io::Result<()> {
    head(out, status, kind, &format!("Content-Length: {}\r\n", body.len()))?;
    if request.head_only {
        Ok(())
    } else {
        out.write_all(body)
    }
}

fn head(out: &mut TcpStream, status: &str, kind: &str, more: &str) -> io::Result<()> {
    let text = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}Cache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\nCross-Origin-Resource-Policy: same-origin\r\nConnection: close\r\n\r\n"
    );
    out.write_all(text.as_bytes())
}

fn refuse(out: &mut TcpStream, refusal: Refusal, head_only: bool, site: &Site) -> io::Result<()> {
    let (status, more, why) = match refusal {
        Refusal::Malformed => ("400 Bad Request", "", "serve-refused-request"),
        Refusal::NotFound => ("404 Not Found", "", "serve-page-nothing-why"),
        Refusal::Method => (
            "405 Method Not Allowed",
            "Allow: GET, HEAD\r\n",
            "serve-refused-request",
        ),
        Refusal::Misdirected => ("421 Misdirected Request", "", "serve-refused-name"),
        Refusal::TooLarge => ("431 Request Header Fields Too Large", "", "serve-refused-request"),
    };
    let words = site.catalogue.text(why, &[]) + "\n";
    let more = format!("Content-Length: {}\r\n{more}", words.len());
    head(out, status, "text/plain; charset=utf-8", &more)?;
    if head_only {
        Ok(())
    } else {
        out.write_all(words.as_bytes())
    }
}

/// A path for a `Location`: it came decoded, and may hold what a header line must not.
fn encode(path: &str) -> String {
    crate::report::escape::uri_path(path)
}
