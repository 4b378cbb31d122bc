//! The head of a request (RFC 9112), as much of it as a server of files needs.

use std::io::{self, Read};
use std::net::IpAddr;
use std::time::{Duration, Instant};

/// The largest head, in bytes.
const LIMIT: usize = 8 * 1024;

/// How long a head may take altogether.
const PATIENCE: Duration = Duration::from_secs(10);

/// What is asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Request {
    /// Whether only the head of the answer is wanted.
    pub head_only: bool,
    /// The path below the root, its escapes resolved: no empty, hidden or upward part in it. A `/` at its end stands for
    /// a folder.
    pub path: String,
}

/// Why a request is not answered with a file: the status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// 400: not a request of HTTP/1.
    Malformed,
    /// 404: a path that no file can have.
    NotFound,
    /// 405: another method.
    Method,
    /// 421: a host name that is not this server's.
    Misdirected,
    /// 431: too large.
    TooLarge,
}

/// Reads a head up to its empty line; what follows is left.
pub(super) fn read_head(stream: &mut impl Read) -> io::Result<Result<String, Refusal>> {
    let start = Instant::now();
    let mut head = Vec::new();
    let mut buffer = [0; 1024];
    while !head.windows(4).any(|window| window == b"\r\n\r\n") {
        if head.len() > LIMIT {
            return Ok(Err(Refusal::TooLarge));
        }
        if start.elapsed() > PATIENCE {
            return Err(io::ErrorKind::TimedOut.into());
        }
        match stream.read(&mut buffer)? {
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            count => head.extend_from_slice(&buffer[..count]),
        }
    }
    Ok(String::from_utf8(head).map_err(|_| Refusal::Malformed))
}

/// Reads the request in `head`; `host` is the name that the server was given.
pub(super) fn parse(head: &str, host: &str) -> Result<Request, Refusal> {
    let (head, _) = head.split_once("\r\n\r\n").ok_or(Refusal::Malformed)?;
    let mut lines = head.split("\r\n");
    let mut words = lines.next().unwrap_or_default().split(' ');
    let (Some(method), Some(target), Some(version), None) =
        (words.next(), words.next(), words.next(), words.next())
    else {
        return Err(Refusal::Malformed);
    };
    if !matches!(version, "HTTP/1.1" | "HTTP/1.0") {
        return Err(Refusal::Malformed);
    }
    let mut hosts = Vec::new();
    for line in lines {
        let (name, value) = line.split_once(':').ok_or(Refusal::Malformed)?;
        let token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
        if name.is_empty()
            || !name.bytes().all(token)
            || value.bytes().any(|byte| byte.is_ascii_control() && byte != b'\t')
        {
            return Err(Refusal::Malformed);
        }
        if name.eq_ignore_ascii_case("host") {
            hosts.push(value.trim_matches([' ', '\t']));
        }
    }
    let [named] = hosts.as_slice() else {
        return Err(Refusal::Malformed);
    };
    if !is_ours(named, host) {
        return Err(Refusal::Misdirected);
    }
    let head_only = match method {
        "GET" => false,
        "HEAD" => true,
        _ => return Err(Refusal::Method),
    };
    if !target.starts_with('/') {
        return Err(Refusal::Malformed);
    }
    let path = target.split(['?', '#']).next().unwrap_or_default();
    Ok(Request {
        head_only,
        path: path_of(path)?,
    })
}

/// Whether a `Host` is this server: by address, which no foreign name can lead to, by the loopback's name, or by the
/// name that the server was given.
fn is_ours(named: &str, host: &str) -> bool {
    let name = match named.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => named,
    };
    let bare = name
        .strip_prefix('[')
        .and_then(|name| name.strip_suffix(']'))
        .unwrap_or(name);
    bare.parse::<IpAddr>().is_ok()
        || name.eq_ignore_ascii_case("localhost")
        || name.eq_ignore_ascii_case(host)
}

fn path_of(target: &str) -> Result<String, Refusal> {
    let path = decode(&target[1..]).ok_or(Refusal::Malformed)?;
    if path.is_empty() {
        return Ok(path);
    }
    let whole = path.strip_suffix('/').unwrap_or(&path);
    let sound = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && !part.contains(|c: char| c.is_control() || matches!(c, '\\' | ':'))
    };
    if whole.split('/').all(sound) {
        Ok(path)
    } else {
        Err(Refusal::NotFound)
    }
}

/// Resolves percent escapes (RFC 3986, section 2.1); none when one is cut short or the bytes are not UTF-8.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first != b'%' {
            bytes.push(*first);
            continue;
        }
        let (pair, after) = rest.split_at_checked(2)?;
        rest = after;
        let digit = |byte: u8| char::from(byte).to_digit(16);
        bytes.push((digit(pair[0])? * 16 + digit(pair[1])?) as u8);
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(target: &str) -> Result<String, Refusal> {
        parse(
            &format!("GET {target} HTTP/1.1\r\nHost: localhost:1\r\n\r\n"),
            "x",
        )
        .map(|request| request.path)
    }

    #[test]
    fn paths_stay_below_the_root() {
        assert_eq!(path("/").as_deref(), Ok(""));
        assert_eq!(path("/a/b.html?c#d").as_deref(), Ok("a/b.html"));
        assert_eq!(path("/%C3%A9t%c3%a9/").as_deref(), Ok("été/"));
        for wrong in [
            "/..",
            "/a/../b",
            "/%2e%2e/x",
            "/a//b",
            "//",
            "/.git/x",
            "/a/.",
            "/a%00",
            "/a%5Cb",
            "/C:/x",
            "/a%2f%2fb",
        ] {
            assert_eq!(path(wrong), Err(Refusal::NotFound), "{wrong}");
        }
        for wrong in ["a", "*", "http://localhost/", "/%", "/%4", "/%zz", "/%ff"] {
            assert_eq!(path(wrong), Err(Refusal::Malformed), "{wrong}");
        }
        // An escaped slash is a slash: what it leads to is held to the same rules.
        assert_eq!(path("/a%2Fb").as_deref(), Ok("a/b"));
    }

    #[test]
    fn answers_only_to_its_own_names() {
        let of = |host: &str, name: &str| {
            parse(&format!("GET / HTTP/1.1\r\nHost: {host}\r\n\r\n"), name).map(drop)
        };
        for ours in [
            "localhost",
            "LOCALHOST:80",
            "127.0.0.1:8080",
            "[::1]:8080",
            "[::1]",
            "10.0.0.7",
        ] {
            assert_eq!(of(ours, "127.0.0.1"), Ok(()), "{ours}");
        }
        assert_eq!(of("box.lan:80", "box.lan"), Ok(()));
        for foreign in [
            "evil.example",
            "evil.example:8080",
            "localhost.evil.example",
            "127.0.0.1.evil.example",
            "",
        ] {
            assert_eq!(of(foreign, "127.0.0.1"), Err(Refusal::Misdirected), "{foreign}");
        }
    }

    #[test]
    fn only_what_it_understands() {
        let of = |head: &str| parse(head, "x").map(drop);
        assert_eq!(
            of("POST / HTTP/1.1\r\nHost: localhost\r\n\r\n"),
            Err(Refusal::Method)
        );
        for wrong in [
            "GET / HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
            "GET / HTTP/2\r\nHost: localhost\r\n\r\n",
            "GET /\r\nHost: localhost\r\n\r\n",
            "GET  / HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET / HTTP/1.1\r\nHost : localhost\r\n\r\n",
            "GET / HTTP/1.1\r\n folded\r\nHost: localhost\r\n\r\n",
            "GET / HTTP/1.1\nHost: localhost\n\n",
        ] {
            assert_eq!(of(wrong), Err(Refusal::Malformed), "{wrong:?}");
        }
        let endless = vec![b'a'; 100_000];
        assert_eq!(
            read_head(&mut endless.as_slice()).unwrap(),
            Err(Refusal::TooLarge)
        );
    }
}
