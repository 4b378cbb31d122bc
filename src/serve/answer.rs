//! One connection, one answer.

use super::files::{self, Found};
use super::news::News;
use super::page;
use super::request::{self, Refusal, Request};
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
}

/// Reads a request and answers it.
pub(super) fn answer(mut stream: TcpStream, site: &Site) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    stream.set_nodelay(true)?;
    let request = match request::read_head(&mut stream)? {
        Ok(head) => request::parse(&head, &site.host),
        Err(refusal) => Err(refusal),
    };
    match request {
        Ok(request) => respond(&mut stream, &request, site)?,
        Err(refusal) => refuse(&mut stream, refusal)?,
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
                let html = page::with_script(page::NOTHING, build);
                send(out, request, "404 Not Found", "text/html; charset=utf-8", &html)
            }
        },
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

fn refuse(out: &mut TcpStream, refusal: Refusal) -> io::Result<()> {
    let (status, more) = match refusal {
        Refusal::Malformed => ("400 Bad Request", ""),
        Refusal::NotFound => ("404 Not Found", ""),
        Refusal::Method => ("405 Method Not Allowed", "Allow: GET, HEAD\r\n"),
        Refusal::Misdirected => ("421 Misdirected Request", ""),
        Refusal::TooLarge => ("431 Request Header Fields Too Large", ""),
    };
    head(
        out,
        status,
        "text/plain; charset=utf-8",
        &format!("Content-Length: 0\r\n{more}"),
    )
}

/// A path for a `Location`: it came decoded, and may hold what a header line must not.
fn encode(path: &str) -> String {
    crate::report::escape::uri_path(path)
}
