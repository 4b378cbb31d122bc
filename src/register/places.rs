//! What a path under `content/` or `signatures/` is for.

use crate::diagnostic::{Code, Diagnostic, Place, nearest};
use crate::identifier::{Slug, TextId, Version, is_forbidden};
use unicode_normalization::UnicodeNormalization as _;

/// A file in its right place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// A version of a text.
    Text(TextId, Version),
    /// A page of the site, by its name.
    Page(Slug),
    /// A picture that a text or a page shows.
    Picture,
    /// The signature of an organisation under a text.
    Signature(TextId, Slug),
    /// The attestation of that signature.
    Attestation(TextId, Slug),
}

/// The endings of pictures that a browser shows and that hold no program.
const PICTURES: [&str; 6] = ["avif", "gif", "jpeg", "jpg", "png", "webp"];

/// The longest path, in bytes: what most systems hold, with the folders before it.
const PATH_LIMIT: usize = 240;

/// What the file at `path` (relative to the project, with `/`) is for.
///
/// # Errors
/// [`Code::FileMisplaced`] or [`Code::FileName`], with what was expected, or [`Code::ReservedName`].
pub fn role(path: &str) -> Result<Role, Diagnostic> {
    let parts: Vec<&str> = path.split('/').collect();
    reserved(path)?;
    // Only pictures are named freely.
    if is_picture(path) {
        portable(path)?;
    }
    match parts.as_slice() {
        ["content", "charter", file] => text(path, TextId::Charter, file),
        ["content", "territories", slug, file] => text(path, territory(path, slug)?, file),
        ["content", "pages", file] if file.ends_with(".md") => {
            let stem = file.strip_suffix(".md").unwrap_or(file);
            Slug::parse(stem)
                .map(Role::Page)
                .map_err(|_| name(path, "content/pages/<nom>.md"))
        }
        ["content", ..] if is_picture(path) => Ok(Role::Picture),
        ["signatures", "charter", file] => signature(path, TextId::Charter, file),
        ["signatures", "territories", slug, file] => signature(path, territory(path, slug)?, file),
        ["content", ..] => Err(misplaced(
            path,
            "content/charter/<version>.md, content/territories/<slug>/<version>.md",
        )),
        _ => Err(misplaced(
            path,
            "signatures/charter/<organisation>.yaml, signatures/territories/<slug>/<organisation>.yaml",
        )),
    }
}

/// A name as systems compare it that tell neither capital letters nor Unicode forms apart.
pub fn folded(name: &str) -> String {
    name.nfc().flat_map(char::to_lowercase).collect()
}

/// Whether every system can hold a file at `path`: a clone that can't have one of its files has none.
///
/// # Errors
/// [`Code::ReservedName`] or [`Code::FileName`].
pub fn portable(path: &str) -> Result<(), Diagnostic> {
    reserved(path)?;
    if path.len() <= PATH_LIMIT && path.split('/').all(is_portable) {
        return Ok(());
    }
    let file = path.rsplit('/').next().unwrap_or(path);
    let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
    let ending = if ending.chars().all(char::is_alphanumeric) {
        ending
    } else {
        ""
    };
    let dot = if ending.is_empty() { "" } else { "." };
    Err(name(path, &format!("[a-z0-9-]+{dot}{ending}")))
}

fn reserved(path: &str) -> Result<(), Diagnostic> {
    let fault = |part| Diagnostic::new(Code::ReservedName, Place::file(path)).with("value", part);
    path.split('/')
        .find(|part| is_reserved(part))
        .map_or(Ok(()), |part| Err(fault(part)))
}

fn is_portable(name: &str) -> bool {
    let barred = |character: char| r#"<>:"|?*\"#.contains(character) || is_forbidden(character);
    !name.is_empty() && !name.ends_with(['.', ' ']) && !name.chars().any(barred)
}

/// Whether Windows keeps a name for a device, whatever its ending: such a file can't be checked out there.
pub fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end();
    let is = |word: &str| stem.eq_ignore_ascii_case(word);
    match stem.len() {
        3 => is("con") || is("prn") || is("aux") || is("nul"),
        4 => {
            let numbered = stem.as_bytes()[3].is_ascii_digit();
            let device = stem.get(..3).unwrap_or_default();
            numbered && (device.eq_ignore_ascii_case("com") || device.eq_ignore_ascii_case("lpt"))
        }
        _ => false,
    }
}

fn text(path: &str, id: TextId, file: &str) -> Result<Role, Diagnostic> {
    if is_picture(file) {
        return Ok(Role::Picture);
    }
    let Some(stem) = file.strip_suffix(".md") else {
        return Err(misplaced(path, &format!("content/{id}/<version>.md")));
    };
    match Version::parse(stem) {
        Ok(version) => Ok(Role::Text(id, version)),
        Err(_) => Err(name(path, &format!("content/{id}/1.0.md"))),
    }
}

fn signature(path: &str, id: TextId, file: &str) -> Result<Role, Diagnostic> {
    let expected = || format!("signatures/{id}/<organisation>.yaml");
    let Some(stem) = file.strip_suffix(".yaml") else {
        let mut fault = misplaced(path, &expected());
        let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
        if nearest(ending, ["yaml"]).is_some() || matches!(ending, "yml" | "txt") {
            let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
            fault.suggestion = Some(format!("{stem}.yaml"));
        }
        return Err(fault);
    };
    let (stem, attestation) = match stem.strip_suffix(".attestation") {
        Some(stem) => (stem, true),
        None => (stem, false),
    };
    match Slug::parse(stem) {
        Ok(slug) if attestation => Ok(Role::Attestation(id, slug)),
        Ok(slug) => Ok(Role::Signature(id, slug)),
        Err(_) => {
            let mut fault = name(path, &expected());
            fault.suggestion = Slug::from_name(stem).map(|slug| format!("{slug}.yaml"));
            Err(fault)
        }
    }
}

fn territory(path: &str, slug: &str) -> Result<TextId, Diagnostic> {
    Slug::parse(slug).map(TextId::Territory).map_err(|_| {
        let mut fault = name(path, "territories/<slug>/");
        fault.suggestion = Slug::from_name(slug).map(|slug| slug.to_string());
        fault
    })
}

fn is_picture(path: &str) -> bool {
    path.rsplit_once('.')
        .is_some_and(|(_, ending)| PICTURES.contains(&ending))
}

fn misplaced(path: &str, expected: &str) -> Diagnostic {
    Diagnostic::new(Code::FileMisplaced, Place::file(path)).with("expected", expected)
}

fn name(path: &str, expected: &str) -> Diagnostic {
    Diagnostic::new(Code::FileName, Place::file(path)).with("expected", expected)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(path: &str) -> (Code, Option<String>) {
        let fault = role(path).unwrap_err();
        (fault.code, fault.suggestion)
    }

    #[test]
    fn every_place_has_its_role() {
        assert!(matches!(
            role("content/charter/1.0.md"),
            Ok(Role::Text(TextId::Charter, _))
        ));
        assert!(matches!(
            role("content/territories/a/1.0.md"),
            Ok(Role::Text(TextId::Territory(_), _))
        ));
        assert!(matches!(role("content/pages/mentions.md"), Ok(Role::Page(_))));
        assert!(matches!(
            role("content/territories/a/place.webp"),
            Ok(Role::Picture)
        ));
        assert!(matches!(
            role("signatures/charter/a.yaml"),
            Ok(Role::Signature(..))
        ));
        assert!(matches!(
            role("signatures/territories/b/a.attestation.yaml"),
            Ok(Role::Attestation(..))
        ));
    }

    #[test]
    fn a_wrong_place_or_name_is_told_with_what_was_meant() {
        assert_eq!(fault("signatures/a.yaml"), (Code::FileMisplaced, None));
        assert_eq!(
            fault("signatures/charter/a.yml"),
            (Code::FileMisplaced, Some("a.yaml".into()))
        );
        assert_eq!(
            fault("signatures/charter/a.txt"),
            (Code::FileMisplaced, Some("a.yaml".into()))
        );
        assert_eq!(
            fault("signatures/charter/Régie.yaml"),
            (Code::FileName, Some("regie.yaml".into()))
        );
        assert_eq!(
            fault("signatures/territories/Les Tilleuls/a.yaml"),
            (Code::FileName, Some("les-tilleuls".into()))
        );
        for name in ["aux.yaml", "NUL.yaml", "com1.attestation.yaml", "con.1.yaml"] {
            assert_eq!(fault(&format!("signatures/charter/{name}")).0, Code::ReservedName);
        }
        assert_eq!(fault("content/territories/lpt9/1.0.md").0, Code::ReservedName);
        assert!(role("signatures/charter/auxerre.yaml").is_ok());
        assert_eq!(fault("content/charter/v1.md").0, Code::FileName);
        for path in [
            "content/charter/1.0.md.md",
            "content/pages/mentions.md.md",
            "signatures/charter/a.yaml.yaml",
            "signatures/charter/a.attestation.attestation.yaml",
        ] {
            assert_eq!(fault(path).0, Code::FileName, "{path}");
        }
        assert_eq!(fault("content/notes.txt").0, Code::FileMisplaced);
        assert_eq!(fault("content/charter/x.svg").0, Code::FileMisplaced);
    }
}
