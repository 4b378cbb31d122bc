//! Values written into scripts.

use serde::Serialize;

/// JSON that can stand in a `script` element, of any kind: nothing in it can end the element or start a comment, and no
/// engine takes a part of a string for the end of a line.
pub fn json(value: &impl Serialize) -> String {
    let json = serde_json::to_string(value).unwrap_or_default();
    let mut out = String::with_capacity(json.len() + 16);
    let mut rest = json.as_str();
    while let Some(at) = rest.find(['<', '>', '&', '\'', '\u{2028}', '\u{2029}']) {
        out.push_str(&rest[..at]);
        let mut after = rest[at..].chars();
        if let Some(character) = after.next() {
            out.push_str(&format!("\\u{:04x}", u32::from(character)));
        }
        rest = after.as_str();
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::json;
    use serde_json::{Value, json};

    #[test]
    fn nothing_ends_the_element() {
        let text = json(&json!({"name": "</script><!-- & ' \u{2028}"}));
        assert!(!text.contains(['<', '>', '&', '\u{2028}']), "{text}");
        let back: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(back["name"], "</script><!-- & ' \u{2028}");
    }
}
