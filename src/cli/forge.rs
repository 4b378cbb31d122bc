//! What a forge needs to check changes and to publish the site: files that a new project may take along.
//!
//! One template serves both languages: a comment line that starts with `#fr` or `#en` stays in its own language only.

use crate::locale::Locale;

/// A forge that the program has files for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forge {
    /// GitHub, with Actions and Pages.
    Github,
    /// GitLab, with its pipelines and Pages.
    Gitlab,
    /// Forgejo, as on Codeberg, with Actions and Codeberg Pages.
    Forgejo,
}

/// A file for a forge: its path in the project, and its template.
type Template = (&'static str, &'static str);

const GITHUB: [Template; 3] = [
    (
        ".github/workflows/paraphe.yml",
        include_str!("forge/github/check.yml"),
    ),
    (
        ".github/workflows/site.yml",
        include_str!("forge/github/site.yml"),
    ),
    (".github/CODEOWNERS", include_str!("forge/github/CODEOWNERS")),
];

const GITLAB: [Template; 2] = [
    (".gitlab-ci.yml", include_str!("forge/gitlab/gitlab-ci.yml")),
    (".gitlab/CODEOWNERS", include_str!("forge/gitlab/CODEOWNERS")),
];

const FORGEJO: [Template; 3] = [
    (
        ".forgejo/workflows/paraphe.yml",
        include_str!("forge/forgejo/check.yml"),
    ),
    (
        ".forgejo/workflows/site.yml",
        include_str!("forge/forgejo/site.yml"),
    ),
    ("CODEOWNERS", include_str!("forge/forgejo/CODEOWNERS")),
];

impl Forge {
    /// Every forge.
    pub const ALL: &[Forge] = &[Forge::Github, Forge::Gitlab, Forge::Forgejo];

    /// The forge's name on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Github => "github",
            Self::Gitlab => "gitlab",
            Self::Forgejo => "forgejo",
        }
    }

    /// The files for this forge, by path, with the comments, the request's form and what the program says
    /// in `language`: a runner's own locale is nobody's choice.
    pub fn files(self, language: Locale) -> Vec<(&'static str, String)> {
        let templates: &[Template] = match self {
            Self::Github => &GITHUB,
            Self::Gitlab => &GITLAB,
            Self::Forgejo => &FORGEJO,
        };
        let form = match self {
            Self::Github => ".github/pull_request_template.md",
            Self::Gitlab => ".gitlab/merge_request_templates/Default.md",
            Self::Forgejo => ".forgejo/pull_request_template.md",
        };
        let request = match language {
            Locale::French => include_str!("forge/pull-request/fr.md"),
            Locale::English => include_str!("forge/pull-request/en.md"),
        };
        let made = templates
            .iter()
            .map(|(path, template)| (*path, self.fill(template, language)));
        made.chain([(form, request.to_owned())]).collect()
    }

    fn fill(self, template: &str, language: Locale) -> String {
        let owner = match (self, language) {
            (Self::Gitlab, Locale::French) => "@GROUPE",
            (Self::Gitlab, Locale::English) => "@GROUP",
            (_, Locale::French) => "@ORGANISATION/EQUIPE",
            (_, Locale::English) => "@ORGANISATION/TEAM",
        };
        in_language(template, language)
            .replace("{{version}}", env!("CARGO_PKG_VERSION"))
            .replace("{{owner}}", owner)
            .replace("{{language}}", language.as_str())
    }
}

impl std::str::FromStr for Forge {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let found = Self::ALL.iter().copied().find(|forge| forge.as_str() == name);
        let known = || Self::ALL.iter().map(|forge| forge.as_str()).collect::<Vec<_>>();
        found.ok_or_else(|| known().join(", "))
    }
}

/// Keeps the comments of one language, as ordinary ones.
fn in_language(template: &str, language: Locale) -> String {
    let mut text = String::with_capacity(template.len());
    for line in template.lines() {
        let indented = line.trim_start();
        let comment = Locale::ALL.iter().find_map(|locale| {
            let rest = indented.strip_prefix('#')?.strip_prefix(locale.as_str())?;
            (rest.is_empty() || rest.starts_with(' ')).then_some((*locale, rest))
        });
        match comment {
            Some((locale, _)) if locale != language => continue,
            Some((_, rest)) => {
                text.push_str(&line[..line.len() - indented.len()]);
                text.push('#');
                text.push_str(rest);
            }
            None => text.push_str(line),
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Forge, in_language};
    use crate::locale::Locale;

    #[test]
    fn a_template_keeps_one_language() {
        let template = "#fr un\n#fr\n#en one\n#en\nkey: #front\n  #fr deux\n  #en two\n";
        assert_eq!(
            in_language(template, Locale::French),
            "# un\n#\nkey: #front\n  # deux\n"
        );
        assert_eq!(
            in_language(template, Locale::English),
            "# one\n#\nkey: #front\n  # two\n"
        );
    }

    #[test]
    fn the_two_languages_differ_only_in_comments_and_in_what_the_program_speaks() {
        for forge in Forge::ALL {
            assert_eq!(forge.as_str().parse(), Ok(*forge));
            let [french, english] = [Locale::French, Locale::English].map(|language| forge.files(language));
            for ((path, french), (other, english)) in french.iter().zip(&english) {
                assert_eq!(path, other);
                let what = |text: &str| -> Vec<String> {
                    let lines = text.lines().filter(|line| !line.trim_start().starts_with('#'));
                    lines
                        .map(|line| line.split(" @").next().unwrap_or_default())
                        .map(|line| line.replace("--lang fr", "--lang en"))
                        .collect()
                };
                if !path.ends_with(".md") {
                    assert_eq!(what(french), what(english), "{path}");
                }
                for (text, language) in [(french, "fr"), (english, "en")] {
                    for line in scripts(text) {
                        let runs = line.contains("bin/paraphe") && !line.contains("cargo install");
                        assert!(
                            !runs || line.contains(&format!(" --lang {language} ")),
                            "{path}: {line}"
                        );
                    }
                    assert!(!text.contains("{{owner") && !text.contains("{{version"), "{path}");
                    assert!(!text.contains("#fr") && !text.contains("#en"), "{path}");
                }
            }
        }
        assert!("bitbucket".parse::<Forge>().is_err());
    }

    /// The lines of every script: what follows `run:` or stands below `script:`.
    fn scripts(workflow: &str) -> Vec<String> {
        let mut found = Vec::new();
        let mut below = None;
        for line in workflow.lines() {
            let indent = line.len() - line.trim_start().len();
            let word = line.trim_start().trim_start_matches("- ");
            if below.is_some_and(|outer| indent > outer && !line.trim().is_empty()) {
                found.push(line.to_owned());
                continue;
            }
            below = None;
            for key in ["run:", "script:", "before_script:"] {
                if let Some(rest) = word.strip_prefix(key) {
                    found.push(rest.to_owned());
                    below = Some(indent);
                }
            }
        }
        found
    }

    #[test]
    fn a_strangers_change_has_no_say() {
        for forge in Forge::ALL {
            for (path, text) in forge.files(Locale::English) {
                if !path.ends_with(".yml") {
                    continue;
                }
                let scripts = scripts(&text);
                assert!(!scripts.is_empty(), "{path}");
                for line in scripts {
                    assert!(
                        !line.contains("${{"),
                        "{path} puts an expression into a shell: {line}"
                    );
                }
                assert!(!text.contains("pull_request_target"), "{path}");
                assert!(!text.contains("secrets."), "{path}");
                for line in text.lines().filter(|line| line.contains("uses:")) {
                    let (_, commit) = line.split_once('@').unwrap();
                    let commit = commit.split(' ').next().unwrap();
                    let full = commit.len() == 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit());
                    assert!(full && line.contains("# v"), "{path}: {line}");
                }
                if text.contains("pull_request:") {
                    assert!(text.contains("\npermissions:\n  contents: read\n"), "{path}");
                    assert!(!text.contains(": write"), "{path}: {text}");
                }
            }
        }
    }
}
