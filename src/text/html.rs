//! Text as it may stand in HTML and in XML.

/// What stands for `character` in an element or a quoted attribute, where it can't stand for itself.
pub fn entity(character: char) -> Option<&'static str> {
    Some(match character {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        _ => return None,
    })
}

/// Adds `text`, escaped for an element or a quoted attribute, to `out`.
pub fn push_html(out: &mut String, text: &str) {
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        if let Some(entity) = entity(char::from(byte)) {
            out.push_str(&text[from..at]);
            out.push_str(entity);
            from = at + 1;
        }
    }
    out.push_str(&text[from..]);
}

#[cfg(test)]
mod tests {
    use super::push_html;

    #[test]
    fn nothing_in_a_text_is_markup() {
        let mut out = String::new();
        push_html(&mut out, "é <a href='x' title=\"y\">&amp;");
        assert_eq!(out, "é &lt;a href=&#39;x&#39; title=&quot;y&quot;&gt;&amp;amp;");
    }
}
