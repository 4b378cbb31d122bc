//! What `paraphe.yaml` says.

use super::{CONFIGURATION, Configuration, Forge, Steward};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::identifier::{Slug, TextId, Website};
use crate::locale::Locale;
use crate::signature::{PublicKey, PublicKeyError};
use crate::yaml::{self, Fields, Value};
use std::collections::BTreeSet;

/// Reads the text of `paraphe.yaml`.
///
/// # Errors
/// Everything wrong with it; never empty.
pub fn read(text: &str) -> Result<Configuration, Vec<Diagnostic>> {
    let tree = yaml::parse(CONFIGURATION, text, 0..text.len()).map_err(|fault| vec![fault])?;
    let mut fields = Fields::new(CONFIGURATION, text, tree);
    let title = fields.required_line("title");
    let description = fields.line("description", 1000);
    let language = read_language(&mut fields);
    let charter = fields.required("charter", Code::SlugForm, Slug::parse);
    let demonstration = fields.boolean("demonstration").unwrap_or(false);
    let url = read_url(&mut fields);
    let repository = read_repository(&mut fields);
    let forge = read_forge(&mut fields);
    let branch = fields.parse("branch", Code::ConfigurationValue, |name| {
        if is_branch_name(name) {
            Ok(name.to_owned())
        } else {
            Err(())
        }
    });
    let contact = fields.parse("contact", Code::ConfigurationValue, |address| {
        if is_mail_address(address) {
            Ok(address.to_owned())
        } else {
            Err(())
        }
    });
    let theme = fields.parse("theme", Code::SlugForm, Slug::parse);
    let closed = read_closed(&mut fields);
    let stewards = read_stewards(&mut fields);
    let configuration = match (title, language, charter, default_theme()) {
        (Some(title), Some(language), Some(charter), Some(default)) => Some(Configuration {
            title,
            description,
            language,
            charter: charter.value,
            demonstration,
            url,
            forge: forge.or_else(|| repository.as_deref().and_then(Forge::of_address)),
            repository,
            branch: branch.map_or_else(|| "main".to_owned(), |branch| branch.value),
            contact: contact.map(|contact| contact.value),
            theme: theme.map_or(default, |theme| theme.value),
            closed,
            stewards,
        }),
        _ => None,
    };
    let faults = fields.finish();
    configuration.filter(|_| faults.is_empty()).ok_or(faults)
}

fn default_theme() -> Option<Slug> {
    Slug::parse("default").ok()
}

fn read_language(fields: &mut Fields<'_>) -> Option<Locale> {
    let text = fields.required_text("language")?;
    match text.value.as_str() {
        "fr" => Some(Locale::French),
        "en" => Some(Locale::English),
        other => {
            let fault = fields
                .diagnostic(Code::ConfigurationValue, &text.range)
                .with("key", "language");
            fields
                .faults
                .push(fault.with("value", other).near(other, ["fr", "en"]));
            None
        }
    }
}

/// The address of publication, with a `/` at its end.
fn read_url(fields: &mut Fields<'_>) -> Option<String> {
    let text = fields.text("url")?;
    if !is_site_address(&text.value) {
        fields.wrong(Code::ConfigurationValue, &text.range, "url", &text.value);
        return None;
    }
    Some(if text.value.ends_with('/') {
        text.value
    } else {
        format!("{}/", text.value)
    })
}

/// An absolute address of a folder: no user name, password, query or fragment, and nothing that browsers would read as something else.
fn is_site_address(address: &str) -> bool {
    let mut schemes = ["https://", "http://"].into_iter();
    let Some(rest) = schemes.find_map(|scheme| address.strip_prefix(scheme)) else {
        return false;
    };
    let host = rest.split('/').next().unwrap_or_default();
    let odd =
        |c: char| c.is_whitespace() || c.is_control() || matches!(c, '\\' | '"' | '<' | '>' | '?' | '#');
    !host.is_empty()
        && !host.contains('@')
        && !address.contains(odd)
        && url::Url::parse(address).is_ok_and(|url| url.has_host())
}

fn read_repository(fields: &mut Fields<'_>) -> Option<String> {
    let text = fields.text("repository")?;
    if Website::parse(&text.value).is_err() {
        fields.wrong(Code::ConfigurationValue, &text.range, "repository", &text.value);
        return None;
    }
    Some(text.value.trim_end_matches('/').to_owned())
}

fn read_forge(fields: &mut Fields<'_>) -> Option<Forge> {
    let text = fields.text("forge")?;
    let found = Forge::ALL.iter().find(|(word, _)| *word == text.value);
    if found.is_none() {
        let fault = fields.diagnostic(Code::ConfigurationValue, &text.range);
        let known = Forge::ALL.map(|(word, _)| word);
        fields.faults.push(
            fault
                .with("key", "forge")
                .with("value", text.value.as_str())
                .near(&text.value, known),
        );
    }
    found.map(|(_, forge)| *forge)
}

/// What git takes as a branch's name, after git-check-ref-format(1).
fn is_branch_name(name: &str) -> bool {
    let sound = |part: &str| {
        !part.is_empty()
            && !part.starts_with(['.', '-'])
            && !part.ends_with('.')
            && !part.to_ascii_lowercase().ends_with(".lock")
    };
    name.len() <= 200
        && name != "@"
        && !name.contains("..")
        && !name.contains("@{")
        && !name.contains(|c: char| c.is_control() || c.is_whitespace() || "~^:?*[\\".contains(c))
        && name.split('/').all(sound)
}

/// A plain address, without display name, comments or quoting: enough for a `mailto:` link.
fn is_mail_address(address: &str) -> bool {
    let sound =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || "._+-".contains(c));
    address
        .split_once('@')
        .is_some_and(|(user, host)| sound(user) && sound(host) && host.contains('.'))
}

fn read_closed(fields: &mut Fields<'_>) -> BTreeSet<TextId> {
    let mut closed = BTreeSet::new();
    for item in fields.list("closed") {
        match &item.value {
            Value::Text(value) => match TextId::parse(value) {
                Ok(id) => {
                    closed.insert(id);
                }
                Err(_) => fields.wrong(Code::TextForm, &item.range, "closed", value),
            },
            _ => fields.wrong(Code::TextForm, &item.range, "closed", ""),
        }
    }
    closed
}

fn read_stewards(fields: &mut Fields<'_>) -> Vec<Steward> {
    let mut stewards = Vec::new();
    for item in fields.list("stewards") {
        let mut inner = fields.item(item, "stewards");
        let name = inner.required_line("name");
        let key = inner
            .required_text("key")
            .and_then(|text| match PublicKey::parse(&text.value) {
                Ok(key) => Some(key),
                Err(error) => {
                    let algorithm = match error {
                        PublicKeyError::Form => String::new(),
                        PublicKeyError::Algorithm(algorithm) => algorithm,
                    };
                    let known = nearest(&algorithm, ["ssh-ed25519"]).map(str::to_owned);
                    let mut fault = inner
                        .diagnostic(Code::StewardKey, &text.range)
                        .with("value", text.value.as_str());
                    fault.suggestion = known;
                    inner.faults.push(fault);
                    None
                }
            });
        fields.close(inner);
        if let (Some(name), Some(key)) = (name, key) {
            stewards.push(Steward { name, key });
        }
    }
    stewards
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "title: \"T\"\nlanguage: fr\ncharter: charte-exemple\n";

    fn codes(text: &str) -> Vec<(Code, u32)> {
        read(text)
            .unwrap_err()
            .into_iter()
            .map(|fault| (fault.code, fault.place.line()))
            .collect()
    }

    #[test]
    fn the_smallest_configuration() {
        let configuration = read(GOOD).unwrap();
        assert_eq!(configuration.theme.as_str(), "default");
        assert!(configuration.stewards.is_empty() && !configuration.demonstration);
    }

    #[test]
    fn the_forge_is_told_or_guessed() {
        let with = |lines: &str| {
            let configuration = read(&format!("{GOOD}{lines}")).unwrap();
            (configuration.forge, configuration.branch)
        };
        let at = |host: &str| with(&format!("repository: https://{host}/o/r\n")).0;
        assert_eq!(at("github.com"), Some(Forge::GitHub));
        assert_eq!(at("gitlab.example.org:8443"), Some(Forge::GitLab));
        assert_eq!(at("codeberg.org"), Some(Forge::Forgejo));
        assert_eq!(at("git.gitea.example.org"), Some(Forge::Gitea));
        for other in [
            "bitbucket.org",
            "notgithub.com",
            "example.github",
            "git.example.org",
        ] {
            assert_eq!(at(other), None, "{other}");
        }
        assert_eq!(with(""), (None, "main".to_owned()));
        let told = with("repository: https://github.com/o/r\nforge: forgejo\nbranch: charte/publique\n");
        assert_eq!(told, (Some(Forge::Forgejo), "charte/publique".to_owned()));
    }

    #[test]
    fn the_site_s_address_is_one_of_a_folder_on_the_web() {
        for (good, kept) in [
            ("https://charte.example.org", "https://charte.example.org/"),
            ("http://localhost:8000/a/", "http://localhost:8000/a/"),
            ("https://exemple.org/é@b", "https://exemple.org/é@b/"),
        ] {
            let configuration = read(&format!("{GOOD}url: \"{good}\"\n")).unwrap();
            assert_eq!(configuration.url.as_deref(), Some(kept));
        }
        for bad in [
            "https:example.org",
            "https:/example.org",
            "https:///example.org",
            "http://",
            "https://",
            "https://me@example.org",
            "https://:pw@example.org",
            "https://@example.org",
            "https://example.org?",
            "https://example.org/#",
            "https://exam ple.org",
            "https:\\\\example.org",
            "HTTPS://example.org",
            "ftp://example.org",
            "https://example.org:99999",
        ] {
            assert!(!is_site_address(bad), "{bad}");
        }
    }

    #[test]
    fn a_branch_is_one_that_git_takes() {
        for good in ["main", "a/b-c_d.e", "état", "@a"] {
            assert!(is_branch_name(good), "{good}");
        }
        for bad in [
            "", "@", "a b", "a..b", "/a", "a/", "a//b", ".a", "a/.b", "-a", "a.lock", "a.", "a~1", "a^",
            "a:b", "a?", "a*", "a[", "a\\b", "a@{1}", "a\u{7f}",
        ] {
            assert!(!is_branch_name(bad), "{bad}");
        }
    }

    #[test]
    fn every_fault_is_found_where_it_is() {
        assert_eq!(codes(&format!("{GOOD}tilte: \"x\"\n")), [(Code::UnknownKey, 4)]);
        assert_eq!(
            codes("title: \"T\"\n"),
            [(Code::MissingKey, 1), (Code::MissingKey, 1)]
        );
        assert_eq!(
            codes(&format!("{GOOD}url: ftp://x.org\ncontact: x\n"))[0],
            (Code::ConfigurationValue, 4)
        );
        assert_eq!(
            codes(&format!("{GOOD}forge: sourcehut\nbranch: \"a b\"\n")),
            [(Code::ConfigurationValue, 4), (Code::ConfigurationValue, 5)]
        );
        assert_eq!(
            codes(&format!("{GOOD}closed: [charter, \"a/b\"]\n")),
            [(Code::TextForm, 4)]
        );
        assert_eq!(
            codes(&format!(
                "{GOOD}stewards:\n  - name: \"S\"\n    key: \"ssh-rsa AAAA\"\n"
            )),
            [(Code::StewardKey, 6)]
        );
        assert_eq!(
            codes(&format!("{GOOD}demonstration: \"yes\"\n")),
            [(Code::ValueKind, 4)]
        );
    }
}
