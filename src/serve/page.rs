//! What the server puts into pages on their way out.

/// The path of the script.
pub(super) const SCRIPT_PATH: &str = "_paraphe/live.js";

/// The path of the stream of events of a page, whose own path comes after it.
pub(super) const EVENTS_PATH: &str = "_paraphe/events/";

/// The script that follows the builds.
pub(super) const SCRIPT: &str = include_str!("live.js");

/// `html` with the script at its end; `build` is the build that it shows.
pub(super) fn with_script(html: &[u8], build: u64) -> Vec<u8> {
    let script = format!("<script src=\"/{SCRIPT_PATH}\" data-build=\"{build}\"></script>\n");
    let end = memchr::memmem::rfind(html, b"</body>").unwrap_or(html.len());
    let mut out = Vec::with_capacity(html.len() + script.len());
    out.extend_from_slice(&html[..end]);
    out.extend_from_slice(script.as_bytes());
    out.extend_from_slice(&html[end..]);
    out
}

/// The page for an address that has none, where the site has no page of its own for that.
pub(super) const NOTHING: &[u8] =
    b"<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>404</title><body><h1>404</h1>\n</body></html>\n";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_stands_before_the_last_end_of_the_body() {
        let page = String::from_utf8(with_script(b"<body><pre>&lt;/body></pre></body></html>", 3)).unwrap();
        assert!(page.ends_with("data-build=\"3\"></script>\n</body></html>"));
        assert!(with_script(b"x", 0).starts_with(b"x<script"));
    }
}
