//! What is made of a theme alone: its words, compiled templates and joined scripts, the same for every
//! build until the theme changes.

use super::addresses::Addresses;
use super::copies::Copies;
use super::scripts;
use super::shared;
use super::sheets;
use super::templates::Templates;
use super::theme::Theme;
use super::words::Words;
use crate::cache::{Listed, Outputs};
use crate::diagnostic::Diagnostic;
use crate::identifier::Digest;
use crate::locale::Locale;
use crate::project::Project;
use std::sync::Arc;

/// The theme of a project as a build takes it.
///
/// # Errors
/// As for [`Theme::load`].
pub(super) fn theme(project: &Project) -> Result<Theme, Vec<Diagnostic>> {
    let mut theme = Theme::load(&project.root, &project.configuration.theme)?;
    sheets::join(&mut theme);
    Ok(theme)
}

/// What one build keeps for the next.
#[derive(Debug, Default)]
pub struct Kept {
    /// The files of the site.
    pub outputs: Outputs,
    /// What the last build came to.
    pub(super) made: Option<Made>,
    kit: Option<Kit>,
}

impl From<Outputs> for Kept {
    fn from(outputs: Outputs) -> Self {
        Self {
            outputs,
            ..Self::default()
        }
    }
}

/// What a build came to.
#[derive(Debug)]
pub(super) struct Made {
    /// The digest of its theme.
    pub theme: Digest,
    /// What was copied and is in no register.
    pub copies: Copies,
    /// How many pages it has.
    pub pages: usize,
    /// Its files, where that was asked for and each of them can be recognised.
    pub site: Option<Listed>,
}

#[derive(Debug)]
struct Kit {
    /// The theme's digest, and the language.
    key: (Digest, Locale),
    words: Arc<Words>,
    /// Without the values of any site.
    templates: Templates,
    scripts: scripts::Files,
}

impl Kept {
    /// The words, templates and joined scripts of `theme`, whose digest is `digest`, made anew only when it is another than the last time.
    ///
    /// # Errors
    /// Every fault of the theme that can be told before rendering.
    pub(super) fn kit(
        &mut self,
        theme: &Theme,
        digest: Digest,
        language: Locale,
    ) -> Result<(Arc<Words>, Templates, scripts::Files), Vec<Diagnostic>> {
        let key = (digest, language);
        let known = self.kit.take().filter(|kit| kit.key == key);
        let kit = match known {
            Some(kit) => kit,
            None => {
                let words = Arc::new(Words::load(theme, language)?);
                let fixed = shared::fixed_addresses(Addresses::new(language));
                let templates = Templates::load(theme, &words, &fixed, language)?;
                Kit {
                    key,
                    words,
                    templates,
                    scripts: scripts::joined(theme)?,
                }
            }
        };
        let kit = self.kit.insert(kit);
        Ok((kit.words.clone(), kit.templates.fresh(), kit.scripts.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identifier::Slug;

    #[test]
    fn a_theme_is_compiled_again_when_a_file_of_it_changes() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("themes/ours/templates");
        std::fs::create_dir_all(&folder).unwrap();
        let mut kept = Kept::default();
        let mut render = |home: &str, language| {
            std::fs::write(folder.join("home.html"), home).unwrap();
            let theme = Theme::load(root.path(), &Slug::parse("ours").unwrap()).unwrap();
            let (_, templates, _) = kept.kit(&theme, theme.digest(), language)?;
            let mut out = Vec::new();
            templates.render("home.html", &tera::Context::new(), &mut out)?;
            Ok::<_, Vec<Diagnostic>>(String::from_utf8(out).unwrap())
        };
        assert_eq!(
            render("one {{ words.signatories }}", Locale::French).unwrap(),
            "one Signataires"
        );
        assert_eq!(render("two", Locale::French).unwrap(), "two");
        assert!(render("{% broken", Locale::French).is_err());
        assert_eq!(
            render("two {{ words.signatories }}", Locale::French).unwrap(),
            "two Signataires"
        );
        assert_eq!(
            render("two {{ words.signatories }}", Locale::English).unwrap(),
            "two Signatories"
        );
    }
}
