//! Writing the front matter of a text.

use super::FrontMatter;
use crate::identifier::Version;

impl FrontMatter {
    /// The front matter of `version`, with its two lines `---`, in the order of `format.md`.
    ///
    /// Comments of a file that it was read from are not in it.
    pub fn to_yaml(&self, version: &Version) -> String {
        let mut out = String::from("---\n");
        let mut pair = |key: &str, value: &str| {
            out.push_str(key);
            out.push_str(": ");
            push_quoted(&mut out, value);
            out.push('\n');
        };
        pair("title", self.title.as_str());
        pair("version", version.as_str());
        pair("adopted", &self.adopted.to_string());
        pair("declaration", self.declaration.as_str());
        if let Some(summary) = &self.summary {
            pair("summary", summary.as_str());
        }
        if self.draft {
            pair("status", "draft");
        }
        let mut mapping = String::new();
        if let Some(parent) = &self.adapts {
            mapping.push_str("adapts:\n");
            nested(&mut mapping, "text", &parent.text.to_string());
            nested(&mut mapping, "version", parent.version.as_str());
            nested(&mut mapping, "sha256", &parent.sha256.to_string());
        }
        if let Some(territory) = &self.territory {
            mapping.push_str("territory:\n");
            nested(&mut mapping, "name", territory.name.as_str());
            nested(&mut mapping, "kind", territory.code.kind());
            nested(&mut mapping, "code", territory.code.as_str());
            if let Some(department) = &territory.department {
                nested(&mut mapping, "department", department.as_str());
            }
        }
        out.push_str(&mapping);
        out.push_str("---\n");
        out
    }
}

fn nested(out: &mut String, key: &str, value: &str) {
    out.push_str("  ");
    out.push_str(key);
    out.push_str(": ");
    push_quoted(out, value);
    out.push('\n');
}

/// A string in double quotes: in quotes, YAML takes nothing for anything else.
fn push_quoted(out: &mut String, value: &str) {
    out.push('"');
    for character in value.chars() {
        if matches!(character, '"' | '\\') {
            out.push('\\');
        }
        out.push(character);
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use crate::identifier::{TextId, Version};
    use crate::text::read;

    #[test]
    fn what_is_written_is_read_back() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        for (id, version) in [("charter", "1.1"), ("territories/brest", "1.0")] {
            let id = TextId::parse(id).unwrap();
            let version = Version::parse(version).unwrap();
            let bytes = std::fs::read(root.join(id.content_path(&version))).unwrap();
            let mut text = read(&id, &version, &bytes).unwrap();
            text.front.draft = true;
            text.front.title = crate::identifier::Line::parse("« \\ \" : # »").unwrap();
            let next = Version::parse("2.10").unwrap();
            let written = format!("{}{}", text.front.to_yaml(&next), text.markdown());
            let again = read(&id, &next, written.as_bytes()).unwrap();
            assert_eq!(again.front, text.front);
            assert_eq!(again.markdown(), text.markdown());
        }
    }
}
