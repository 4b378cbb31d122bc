//! What the server puts into pages on their way out.

use crate::locale::Catalogue;

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

/// A page of the server's own, where the site has none to show: in the reader's language, and readable without scripts.
pub(super) fn own(catalogue: &Catalogue, title: &str, words: &str, report: Option<&str>) -> Vec<u8> {
    let report = report.map_or_else(String::new, |report| {
        format!("<pre>{}</pre>\n", escape_html(report))
    });
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n\
         <style>body {{ max-width: 50rem; margin: 2rem auto; padding: 0 1rem; font: 1.1rem/1.5 system-ui, sans-serif; \
         overflow-wrap: anywhere; }} pre {{ white-space: pre-wrap; font-size: 0.9rem; }}</style>\n\
         <body>\n<h1>{title}</h1>\n<p>{}</p>\n{report}</body>\n</html>\n",
        catalogue.locale(),
        escape_html(words),
        title = escape_html(title),
    )
    .into_bytes()
}

fn escape_html(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_stands_before_the_last_end_of_the_body() {
        let page = String::from_utf8(with_script(b"<body><pre>&lt;/body></pre></body></html>", 3)).unwrap();
        assert!(page.ends_with("data-build=\"3\"></script>\n</body></html>"));
        assert!(with_script(b"x", 0).starts_with(b"x<script"));
    }

    #[test]
    fn a_page_of_the_servers_own_shows_a_hostile_report_as_text() {
        let french = Catalogue::new(crate::locale::Locale::French);
        let page = own(&french, "Titre", "Mots", Some("<script>&amp;</script>"));
        let page = String::from_utf8(page).unwrap();
        assert!(page.contains("<html lang=\"fr\">") && page.contains("<h1>Titre</h1>"));
        assert!(
            page.contains("<pre>&lt;script&gt;&amp;amp;&lt;/script&gt;</pre>"),
            "{page}"
        );
    }
}
