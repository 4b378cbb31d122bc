//! The address of every page, relative to the site's root, in the site's language.
//!
//! | page | in French | in English |
//! | --- | --- | --- |
//! | home | `index.html` | `index.html` |
//! | the charter, and one version of it | `charte.html`, `charte_1.0.html` | `charter.html`, `charter_1.0.html` |
//! | its signatories beyond the first 200 | `charte_signataires-2.html` | `charter_signatories-2.html` |
//! | territories, and beyond the first 200 | `territoires.html`, `territoires-2.html` | `territories.html`, `territories-2.html` |
//! | a territory, and one version of its text | `territoires/x.html`, `territoires/x_1.0.html` | `territories/x.html`, `territories/x_1.0.html` |
//! | its signatories beyond the first 200 | `territoires/x_signataires-2.html` | `territories/x_signatories-2.html` |
//! | signatories, and beyond the first 200 | `signataires.html`, `signataires-2.html` | `signatories.html`, `signatories-2.html` |
//! | an organisation | `organisations/x.html` | `organisations/x.html` |
//! | a department, and its signatories beyond the first 200 | `departements/37.html`, `departements/37-2.html` | `departments/37.html`, `departments/37-2.html` |
//! | what a text changes | `charte_comparaison.html`, `territoires/x_comparaison.html` | `charter_comparison.html`, `territories/x_comparison.html` |
//! | figures | `chiffres.html` | `figures.html` |
//! | a badge of a text (two grounds, two sizes), its link preview | `badges/charte_light_large.svg`, `previews/charte.png` | `badges/charter_light_large.svg`, `previews/charter.png` |
//! | how to sign, how to check | `signer.html`, `verifier.html` | `sign.html`, `verify.html` |
//! | sign the charter, a territory's text | `charte_signer.html`, `territoires/x_signer.html` | `charter_sign.html`, `territories/x_sign.html` |
//! | the checker as one file to keep | `verificateur.html` | `checker.html` |
//! | a page of `content/pages/` | `x.html` | `x.html` |
//!
//! Short names hold no `_`, so that what follows one is never part of a name: the version `1` of `x` is not the
//! territory `x-1`. Addresses do not change from build to build; a list's further pages come and go with its length.

use super::picture::{Ground, Size};
use crate::identifier::{Slug, TextId, Version};
use crate::locale::Locale;

/// The addresses of a site.
#[derive(Clone, Copy, Debug)]
pub struct Addresses {
    words: &'static Words,
}

#[derive(Debug)]
struct Words {
    charter: &'static str,
    territories: &'static str,
    signatories: &'static str,
    sign: &'static str,
    verify: &'static str,
    checker: &'static str,
    departments: &'static str,
    comparison: &'static str,
    figures: &'static str,
}

const FRENCH: Words = Words {
    charter: "charte",
    territories: "territoires",
    signatories: "signataires",
    sign: "signer",
    verify: "verifier",
    checker: "verificateur",
    departments: "departements",
    comparison: "comparaison",
    figures: "chiffres",
};

const ENGLISH: Words = Words {
    charter: "charter",
    territories: "territories",
    signatories: "signatories",
    sign: "sign",
    verify: "verify",
    checker: "checker",
    departments: "departments",
    comparison: "comparison",
    figures: "figures",
};

/// The home page.
pub const HOME: &str = "index.html";
/// The page that a server shows for an address that does not exist.
pub const NOT_FOUND: &str = "404.html";
/// The Atom feed.
pub const FEED: &str = "feed.xml";
/// The sitemap, or the index of the sitemaps of a large site.
pub const SITEMAP: &str = "sitemap.xml";
/// What robots may do.
pub const ROBOTS: &str = "robots.txt";
/// The register for programs.
pub const REGISTER_JSON: &str = "register.json";
/// The register for spreadsheets.
pub const REGISTER_CSV: &str = "register.csv";
/// The keys of all signatories and stewards, for `ssh-keygen -Y verify`.
pub const ALLOWED_SIGNERS: &str = "allowed_signers";
/// The stewards' keys alone.
pub const STEWARDS: &str = "stewards.allowed_signers";

impl Addresses {
    /// The addresses of a site in that language.
    pub fn new(language: Locale) -> Self {
        Self {
            words: match language {
                Locale::French => &FRENCH,
                Locale::English => &ENGLISH,
            },
        }
    }

    /// How to sign.
    pub fn sign(self) -> String {
        format!("{}.html", self.words.sign)
    }

    /// How to check.
    pub fn verify(self) -> String {
        format!("{}.html", self.words.verify)
    }

    /// The checker as one file that works without the site.
    pub fn checker(self) -> String {
        format!("{}.html", self.words.checker)
    }

    /// Where to sign a text.
    pub fn sign_text(self, id: &TextId) -> String {
        format!("{}_{}.html", self.stem(id), self.words.sign)
    }

    /// The current state of a text.
    pub fn text(self, id: &TextId) -> String {
        format!("{}.html", self.stem(id))
    }

    /// One version of a text.
    pub fn version(self, id: &TextId, version: &Version) -> String {
        format!("{}_{version}.html", self.stem(id))
    }

    /// Page `number`, from 1, of a text's signatories; the first is the text's own page.
    pub fn text_signatories(self, id: &TextId, number: usize) -> String {
        match number {
            0 | 1 => self.text(id),
            _ => format!("{}_{}-{number}.html", self.stem(id), self.words.signatories),
        }
    }

    /// Page `number`, from 1, of the territories.
    pub fn territories(self, number: usize) -> String {
        numbered(self.words.territories, number)
    }

    /// Page `number`, from 1, of the signatories.
    pub fn signatories(self, number: usize) -> String {
        numbered(self.words.signatories, number)
    }

    /// Page `number`, from 1, of a department.
    pub fn department(self, code: &str, number: usize) -> String {
        numbered(&format!("{}/{code}", self.words.departments), number)
    }

    /// What a text changes.
    pub fn comparison(self, id: &TextId) -> String {
        format!("{}_{}.html", self.stem(id), self.words.comparison)
    }

    /// The figures.
    pub fn figures(self) -> String {
        format!("{}.html", self.words.figures)
    }

    /// A badge of a text.
    pub fn badge(self, id: &TextId, ground: Ground, size: Size) -> String {
        format!(
            "badges/{}_{}_{}.svg",
            self.short(id),
            ground.as_str(),
            size.as_str()
        )
    }

    /// The link preview of a text: the same whatever it shows, so that links shared long ago keep their picture.
    pub fn preview(self, id: &TextId) -> String {
        format!("previews/{}.png", self.short(id))
    }

    /// An organisation.
    pub fn organisation(self, slug: &Slug) -> String {
        format!("organisations/{slug}.html")
    }

    /// A page of `content/pages/`.
    pub fn page(self, name: &Slug) -> String {
        format!("{name}.html")
    }

    /// The address that a page of `content/pages/` would take by that name from another page, which has it or may get it.
    pub fn taken(self, name: &Slug) -> Option<String> {
        self.is_taken(name.as_str()).then(|| self.page(name))
    }

    fn is_taken(self, name: &str) -> bool {
        let words = self.words;
        let fixed = [
            "index",
            "404",
            words.charter,
            words.territories,
            words.signatories,
            words.sign,
            words.verify,
            words.checker,
            words.figures,
        ];
        let of_list = |list: &str| {
            name.strip_prefix(list)
                .and_then(|rest| rest.strip_prefix('-'))
                .is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()))
        };
        fixed.contains(&name) || of_list(words.territories) || of_list(words.signatories)
    }

    /// The charter's word, or the territory's short name after a mark that no short name holds.
    fn short(self, id: &TextId) -> String {
        match id {
            TextId::Charter => self.words.charter.to_owned(),
            TextId::Territory(slug) => format!("_{slug}"),
        }
    }

    fn stem(self, id: &TextId) -> String {
        match id {
            TextId::Charter => self.words.charter.to_owned(),
            TextId::Territory(slug) => format!("{}/{slug}", self.words.territories),
        }
    }
}

/// What leads from the page at `address` to the site's root: nothing, or `../` for each folder.
pub fn root_of(address: &str) -> &'static str {
    match address.bytes().filter(|byte| *byte == b'/').count() {
        0 => "",
        1 => "../",
        _ => "../../",
    }
}

fn numbered(name: &str, number: usize) -> String {
    match number {
        0 | 1 => format!("{name}.html"),
        _ => format!("{name}-{number}.html"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_never_another_territory() {
        let addresses = Addresses::new(Locale::French);
        let x = TextId::parse("territories/x").unwrap();
        let x_1 = TextId::parse("territories/x-1").unwrap();
        let version = Version::parse("1").unwrap();
        assert_eq!(addresses.text(&x_1), "territoires/x-1.html");
        assert_eq!(addresses.version(&x, &version), "territoires/x_1.html");
        assert_eq!(addresses.version(&TextId::Charter, &version), "charte_1.html");
        assert_eq!(addresses.text_signatories(&x, 1), "territoires/x.html");
        assert_eq!(
            addresses.text_signatories(&x, 2),
            "territoires/x_signataires-2.html"
        );
    }

    #[test]
    fn own_pages_keep_their_names() {
        let addresses = Addresses::new(Locale::French);
        for taken in [
            "index",
            "404",
            "charte",
            "signataires",
            "signataires-12",
            "territoires-2",
            "signer",
        ] {
            assert_eq!(
                addresses.taken(&Slug::parse(taken).unwrap()),
                Some(format!("{taken}.html"))
            );
        }
        for free in ["mentions-legales", "charter", "signataires-fideles", "sign"] {
            assert_eq!(addresses.taken(&Slug::parse(free).unwrap()), None);
        }
    }

    #[test]
    fn roots() {
        assert_eq!(root_of("index.html"), "");
        assert_eq!(root_of("organisations/x.html"), "../");
    }
}
