//! The sitemap (sitemaps.org, protocol 0.9) and robots.txt.

use super::addresses::{HOME, SITEMAP};
use super::model::Model;
use super::pages::Job;
use super::xml::push_text;
use std::io::{self, Write};

/// The largest number of addresses in one file.
pub const LIMIT: usize = 50_000;

/// The file that holds the addresses from number `part * LIMIT` on.
pub fn part_name(part: usize, parts: usize) -> String {
    if parts <= 1 {
        SITEMAP.to_owned()
    } else {
        format!("sitemap-{}.xml", part + 1)
    }
}

/// How many files the addresses of that many pages take.
pub fn part_count(pages: usize) -> usize {
    pages.div_ceil(LIMIT).max(1)
}

/// Writes the addresses of `jobs`.
///
/// # Errors
/// Those of `out`.
pub fn write_part(model: &Model<'_>, base: &str, jobs: &[Job], out: &mut dyn Write) -> io::Result<()> {
    out.write_all(
        b"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    )?;
    let mut line = String::new();
    for job in jobs {
        let address = job.address(model);
        line.clear();
        line.push_str("<url><loc>");
        push_text(&mut line, base);
        push_text(&mut line, if address == HOME { "" } else { &address });
        line.push_str("</loc></url>\n");
        out.write_all(line.as_bytes())?;
    }
    out.write_all(b"</urlset>\n")
}

/// The index of several files.
pub fn index(base: &str, parts: usize) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for part in 0..parts {
        out.push_str("<sitemap><loc>");
        push_text(&mut out, base);
        out.push_str(&part_name(part, parts));
        out.push_str("</loc></sitemap>\n");
    }
    out.push_str("</sitemapindex>\n");
    out
}

/// robots.txt: everything may be read; names the sitemap where there is one.
pub fn robots(base: Option<&str>) -> String {
    let mut out = String::from("User-agent: *\nAllow: /\n");
    if let Some(base) = base {
        out.push_str(&format!("\nSitemap: {base}{SITEMAP}\n"));
    }
    out
}
