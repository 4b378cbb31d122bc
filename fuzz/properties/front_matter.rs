//! Texts and pages: YAML that a stranger wrote, and the Markdown below it.

use super::said;
use paraphe::identifier::{Digest, Slug, TextId, Version};
use paraphe::text::{Page, Text, read};

/// A front matter that is accepted says the same when it is written again; all else is told.
pub fn holds(data: &[u8]) {
    let version = Version::parse("1.0").expect("a version");
    for id in ["charter", "territories/les-tilleuls"] {
        let id = TextId::parse(id).expect("a text");
        match read(&id, &version, data) {
            Ok(text) => is_read_again(data, &text),
            Err(faults) => said::of(data, &id.content_path(&version), &faults),
        }
    }
    let slug = Slug::parse("a-propos").expect("a slug");
    match Page::read(&slug, data) {
        Ok(page) => {
            assert!(page.source.ends_with(page.markdown()));
            let faults = page.lint(&|path| path.len().is_multiple_of(2));
            if !faults.is_empty() {
                said::of(data, &Page::path_of(&slug), &faults);
            }
        }
        Err(faults) => said::of(data, &Page::path_of(&slug), &faults),
    }
}

fn is_read_again(data: &[u8], text: &Text) {
    assert_eq!(text.digest, Digest::of_text(data));
    let written = text.front.to_yaml(&text.version) + text.markdown();
    let again = read(&text.id, &text.version, written.as_bytes()).expect("what is written is sound");
    assert_eq!(again.front, text.front);
    assert_eq!(again.markdown(), text.markdown());
    let windows = text.source.replace('\n', "\r\n");
    let windows = read(&text.id, &text.version, windows.as_bytes()).expect("line ends change nothing");
    assert_eq!(&windows, text);
    let faults = text.lint(&|path| path.len().is_multiple_of(2));
    if !faults.is_empty() {
        said::of(data, &text.path(), &faults);
    }
}
