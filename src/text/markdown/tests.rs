use super::*;

struct Files;

impl Resolve for Files {
    fn file(&self, path: &str, _: bool) -> Option<String> {
        path.strip_prefix("known").map(|rest| format!("../known{rest}"))
    }
}

fn html(markdown: &str) -> String {
    let setting = Setting {
        rules: None,
        notes: "Notes",
        back: "Back to reference",
    };
    render(markdown, setting, &Files).html
}

#[test]
fn html_is_shown_and_never_passed_on() {
    assert_eq!(
        html("a <b onclick=x>b</b>"),
        "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>\n"
    );
    let block = html("<script>\nalert(1)\n</script>\n\n<!-- x -->");
    assert!(
        !block.contains("<script") && block.contains("&lt;script&gt;"),
        "{block}"
    );
}

#[test]
fn links_that_may_not_be_followed_keep_their_words() {
    assert_eq!(html("[a](javascript:x) ![b](https://x/y.png)"), "<p>a b</p>\n");
    assert_eq!(
        html("[a](known/x.md#b) [b](other.md)"),
        "<p><a href=\"../known/x.md#b\">a</a> b</p>\n"
    );
    assert_eq!(
        html("<https://example.org/é> <a@example.org>"),
        "<p><a href=\"https://example.org/%C3%A9\" rel=\"nofollow noopener\">https://example.org/é</a> \
         <a href=\"mailto:a@example.org\" rel=\"nofollow noopener\">a@example.org</a></p>\n"
    );
    assert_eq!(
        html("![d'*un*](known.png \"t\")"),
        "<p><img src=\"../known.png\" alt=\"d&#39;un\" loading=\"lazy\"></p>\n"
    );
    assert_eq!(
        html("[a](https://x/ \"\\\"><script>\")"),
        "<p><a href=\"https://x/\" rel=\"nofollow noopener\" title=\"&quot;&gt;&lt;script&gt;\">a</a></p>\n"
    );
}

#[test]
fn headings_start_at_two_and_have_one_id_each() {
    let rendered = render(
        "# Été\n\n### Été\n\n# Page *un*\n\n# عنوان\n\n[x](#ete-2) [y](#no)",
        Setting::default(),
        &(),
    );
    let ids: Vec<_> = rendered
        .contents
        .iter()
        .map(|h| (h.level, h.id.as_str()))
        .collect();
    assert_eq!(
        ids,
        [(2, "ete"), (4, "ete-2"), (2, "section-page-un"), (2, "section")]
    );
    assert!(
        rendered
            .html
            .starts_with("<h2 id=\"ete\">Été</h2>\n<h4 id=\"ete-2\">")
    );
    assert!(
        rendered.html.ends_with("<p><a href=\"#ete-2\">x</a> y</p>\n"),
        "{}",
        rendered.html
    );
}

#[test]
fn no_heading_takes_an_id_of_the_page_or_of_a_note() {
    let rendered = render(
        "# Note\n\n# Note\n\n# Noteref\n\n# Noteref\n\n# Page\n\n# Page\n\n# A\n\n# A 2\n\n# A\n\n# A\n\nx[^1][^2][^2]\n\n[^1]: a\n\n[^2]: b\n",
        Setting::default(),
        &(),
    );
    let ids: Vec<&str> = rendered.html.split("id=\"").skip(1).collect();
    let mut ids: Vec<&str> = ids.iter().filter_map(|rest| rest.split('"').next()).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!((ids.len(), all), (15, 15), "{ids:?}");
    assert!(
        ids.contains(&"note") && ids.contains(&"section-note-2"),
        "{ids:?}"
    );
}

#[test]
fn a_hundred_thousand_headings_and_links_to_them_take_no_time() {
    let rendered = render(&"# a\n".repeat(100_000), Setting::default(), &());
    assert_eq!(rendered.contents[99_999].id, "a-100000");
    let text = "# a\n".repeat(20_000) + &"[x](#b)\n".repeat(20_000);
    assert_eq!(render(&text, Setting::default(), &()).contents.len(), 20_000);
}

#[test]
fn tables_hold_no_style() {
    let table = html("| a | b |\n| - | -: |\n| 1 | 2 |\n");
    assert_eq!(
        table,
        "<div class=\"table\"><table>\n<thead>\n<tr><th scope=\"col\">a</th><th scope=\"col\" class=\"end\">b</th></tr>\n</thead>\n\
         <tbody>\n<tr><td>1</td><td class=\"end\">2</td></tr>\n</tbody>\n</table></div>\n"
    );
}

#[test]
fn footnotes_stand_at_the_end_in_the_order_of_reference() {
    let notes = html("a[^b] c[^a] d[^b]\n\n[^a]: first\n\n[^b]: second *x*\n");
    let (text, list) = notes.split_once("<section").unwrap();
    assert!(
        text.contains("href=\"#note-1\" id=\"noteref-1\"") && text.contains("id=\"noteref-1-2\""),
        "{text}"
    );
    let second = list.find("second").unwrap();
    assert!(second < list.find("first").unwrap(), "{list}");
    assert!(list.contains("href=\"#noteref-1-2\""));
}

#[test]
fn french_is_set_in_running_text_only() {
    let setting = Setting {
        rules: Some(Rules::French),
        ..Setting::default()
    };
    let rendered = render(
        "C'est « **bien** » ? `l'a ?` <https://x.org/l'a>\n\n    l'eau ?\n",
        setting,
        &(),
    );
    assert_eq!(
        rendered.html,
        "<p>C’est «\u{202f}<strong>bien</strong>\u{202f}»\u{202f}? <code>l&#39;a ?</code> \
         <a href=\"https://x.org/l&#39;a\" rel=\"nofollow noopener\">https://x.org/l&#39;a</a></p>\n\
         <pre tabindex=\"0\"><code>l&#39;eau ?\n</code></pre>\n"
    );
}

#[test]
fn code_blocks_take_only_plain_languages() {
    assert_eq!(
        html("```sh\nx\n```"),
        "<pre tabindex=\"0\"><code class=\"language-sh\">x\n</code></pre>\n"
    );
    assert_eq!(
        html("```\"><b>\nx\n```"),
        "<pre tabindex=\"0\"><code>x\n</code></pre>\n"
    );
}

#[test]
fn hostile_nesting_ends() {
    for hostile in [
        "[".repeat(50_000),
        "> ".repeat(20_000),
        "*a ".repeat(30_000),
        "![".repeat(30_000),
    ] {
        let _ = html(&hostile);
    }
}
