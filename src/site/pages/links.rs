//! Where the relative links of a text lead on the site.

use crate::identifier::{Slug, TextId, Version};
use crate::site::addresses::root_of;
use crate::site::model::Model;
use crate::text::lint::join;
use crate::text::markdown::Resolve;

/// The links of one file, as seen from one page.
pub(super) struct Links<'m> {
    model: &'m Model<'m>,
    /// The file's path in the project.
    file: &'m str,
    root: &'static str,
}

impl<'m> Links<'m> {
    pub(super) fn new(model: &'m Model<'_>, file: &'m str, address: &str) -> Self {
        Self {
            model,
            file,
            root: root_of(address),
        }
    }

    fn page(&self, path: &str) -> Option<String> {
        let addresses = self.model.addresses;
        let stem = path.strip_suffix(".md");
        let parts: Vec<&str> = stem.unwrap_or(path).split('/').collect();
        let version = |id: TextId, version: &str| {
            let version = Version::parse(version).ok()?;
            let versions = self.model.text(&id)?.versions;
            let exists = versions.versions.iter().any(|text| text.version == version);
            exists.then(|| addresses.version(&id, &version))
        };
        match (stem, parts.as_slice()) {
            (Some(_), ["content", "charter", number]) => version(TextId::Charter, number),
            (Some(_), ["content", "territories", slug, number]) => {
                version(TextId::Territory(Slug::parse(slug).ok()?), number)
            }
            (Some(_), ["content", "pages", name]) => {
                let page = self.model.pages.iter().find(|page| page.slug.as_str() == *name)?;
                Some(addresses.page(&page.slug))
            }
            (None, ["content", "charter"]) => Some(addresses.text(&TextId::Charter)),
            (None, ["content", "territories", slug]) => {
                let id = TextId::Territory(Slug::parse(slug).ok()?);
                self.model.text(&id).map(|_| addresses.text(&id))
            }
            _ => None,
        }
    }
}

impl Resolve for Links<'_> {
    fn file(&self, path: &str, image: bool) -> Option<String> {
        let path = join(self.file, path)?;
        let picture = || {
            self.model
                .register
                .pictures
                .binary_search(&path)
                .is_ok()
                .then(|| path.clone())
        };
        let address = if image {
            picture()
        } else {
            self.page(&path).or_else(picture)
        };
        address.map(|address| format!("{}{address}", self.root))
    }
}
