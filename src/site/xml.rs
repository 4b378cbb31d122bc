//! What XML needs.

use crate::text::entity;

/// Adds `text`, escaped for an element or a quoted attribute, to `out`. Characters that XML 1.0 forbids become U+FFFD.
pub fn push_text(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '\t' | '\n' | '\r' => out.push(character),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ => match entity(character) {
                Some(entity) => out.push_str(entity),
                None => out.push(character),
            },
        }
    }
}

/// Adds `<name>text</name>` on a line of its own.
pub fn push_element(out: &mut String, indent: &str, name: &str, text: &str) {
    out.push_str(indent);
    out.push('<');
    out.push_str(name);
    out.push('>');
    push_text(out, text);
    out.push_str("</");
    out.push_str(name.split(' ').next().unwrap_or(name));
    out.push_str(">\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_stays_text() {
        let mut out = String::new();
        push_element(
            &mut out,
            "",
            "title type=\"text\"",
            "<a href='x'>&]]>\u{1}\u{ffff}",
        );
        assert_eq!(
            out,
            "<title type=\"text\">&lt;a href=&#39;x&#39;&gt;&amp;]]&gt;\u{fffd}\u{fffd}</title>\n"
        );
    }
}
