//! The scripts of the signing and checking pages, what they need to know of the site, and the checker as one file.

use super::inline;
use super::join::join;
use super::model::Model;
use super::output::{OutputError, Staging};
use super::templates::Templates;
use super::theme::Theme;
use crate::diagnostic::{Argument, Code, Diagnostic, Place};
use crate::gazetteer;
use crate::identifier::Digest;
use crate::locale::Catalogue;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;
use tera::Context;

/// The scripts that the build joins: the name of each on the site, and the module that it starts with.
const JOINED: [(&str, &str); 3] = [
    ("check", "js/check/page.js"),
    ("here", "js/check/here.js"),
    ("sign", "js/sign/page.js"),
];

/// The style of the checker as one file.
const CHECKER_STYLE: &str = "static/checker.css";

/// Files that the build makes for scripts: where each goes, and its bytes.
pub type Files = Vec<(String, Cow<'static, [u8]>)>;

/// What a script knows of the site.
#[derive(Serialize)]
struct Site<'a> {
    title: &'a str,
    language: &'a str,
    charter: &'a str,
    texts: Vec<Text<'a>>,
    stewards: Vec<Steward<'a>>,
}

#[derive(Serialize)]
struct Text<'a> {
    id: String,
    /// Of its newest version.
    title: &'a str,
    versions: Vec<Version<'a>>,
}

#[derive(Serialize)]
struct Version<'a> {
    version: &'a str,
    sha256: String,
    adopted: String,
    declaration: &'a str,
    #[serde(skip_serializing_if = "is_false")]
    draft: bool,
}

#[derive(Serialize)]
struct Steward<'a> {
    name: &'a str,
    key: String,
}

/// The checker as one file, as the templates show it.
#[derive(Serialize)]
struct Checker {
    address: String,
    sha256: String,
    size: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_false(value: &bool) -> bool {
    !value
}

/// The scripts that are joined from the theme's modules; none where it offers nothing that needs them.
///
/// # Errors
/// The fault of a module.
pub fn joined(theme: &Theme) -> Result<Files, Vec<Diagnostic>> {
    let offers = theme.offers();
    let joined = JOINED.iter().filter(|_| offers.signing || offers.checker);
    let script = |(name, entry): &(&str, &str)| {
        let script = join(theme, entry).map_err(|fault| vec![fault])?;
        Ok((format!("static/{name}.js"), script.into_bytes().into()))
    };
    joined.map(script).collect()
}

/// Adds to the `joined` scripts what they load, and puts their addresses, and the checker's digest, where every template
/// sees them.
///
/// # Errors
/// The fault of the checker's template.
pub fn make(
    model: &Model<'_>,
    theme: &Theme,
    templates: &mut Templates,
    joined: Files,
) -> Result<Files, Vec<Diagnostic>> {
    let mut files = joined;
    if !files.is_empty() {
        let words = |prefix| model.words.for_scripts(prefix);
        let checks = serde_json::json!({
            "words": words("script_check_"),
            "faults": fault_words(model),
            "site": site(model),
        });
        let signs = serde_json::json!({ "words": words("script_sign_") });
        let check = data("parapheCheck", "check", &checks);
        let sign = data("parapheSign", "sign", &signs);
        files.push(("static/check-data.js".to_owned(), check.into_bytes().into()));
        files.push(("static/sign-data.js".to_owned(), sign.into_bytes().into()));
    }
    let scripts: BTreeMap<&str, String> = files
        .iter()
        .map(|(path, bytes)| {
            let name = path.strip_prefix("static/").unwrap_or(path);
            let name = name.strip_suffix(".js").unwrap_or(name);
            (name, format!("{path}?{}", &Digest::of(bytes).to_string()[..10]))
        })
        .collect();
    templates.shared().insert("scripts", &scripts);
    let mut shown = None;
    if model.offers.checker {
        let checker = checker(model, theme, templates, &files)?;
        let address = model.addresses.checker();
        shown = Some(Checker {
            sha256: Digest::of(&checker).to_string(),
            size: checker.len().div_ceil(1024),
            address: address.clone(),
        });
        files.push((address, checker.into()));
    }
    templates.shared().insert("checker", &shown);
    if model.offers.signing {
        let communes = communes().iter();
        files.extend(communes.map(|(path, bytes)| (path.clone(), Cow::Borrowed(&bytes[..]))));
    }
    Ok(files)
}

/// Writes what [`make`] made.
///
/// # Errors
/// Those of the output folder.
pub fn write(files: &Files, staging: &Staging) -> Result<(), OutputError> {
    files
        .iter()
        .try_for_each(|(path, bytes)| staging.write_same(path, bytes))
}

fn site<'a>(model: &'a Model<'_>) -> Site<'a> {
    let configuration = &model.project.configuration;
    let versions = |text: &'a crate::text::Text| Version {
        version: text.version.as_str(),
        sha256: text.digest.to_string(),
        adopted: text.front.adopted.to_string(),
        declaration: text.front.declaration.as_str(),
        draft: text.front.draft,
    };
    Site {
        title: configuration.title.as_str(),
        language: model.language.as_str(),
        charter: configuration.charter.as_str(),
        texts: model
            .register
            .texts
            .iter()
            .map(|text| Text {
                id: text.id.to_string(),
                title: text.versions.last().map_or("", |text| text.front.title.as_str()),
                versions: text.versions.iter().map(versions).collect(),
            })
            .collect(),
        stewards: configuration
            .stewards
            .iter()
            .map(|steward| Steward {
                name: steward.name.as_str(),
                key: steward.key.to_openssh(),
            })
            .collect(),
    }
}

/// For each code that a signed file can get, in their order, what the program says is wrong, and in a second line what it
/// expected: the scripts have the codes themselves (`CODES` of `fault.js`), which weigh as much.
fn fault_words(model: &Model<'_>) -> Vec<String> {
    let catalogue = Catalogue::new(model.language);
    let arguments = CODE_ARGUMENTS.map(|name| (name, Argument::from(format!("{{{name}}}"))));
    let words = |code: &Code| {
        let mut words = catalogue.text(code.as_str(), &arguments);
        if let Some(expected) = catalogue.attribute(code.as_str(), "expected", &arguments) {
            words.push('\n');
            words.push_str(&expected);
        }
        words
    };
    of_signed_files().map(words).collect()
}

/// What the messages of those codes may ask for.
const CODE_ARGUMENTS: [&str; 24] = [
    "actual",
    "adopted",
    "after",
    "algorithm",
    "character",
    "count",
    "date",
    "escape",
    "expected",
    "fingerprint",
    "hash",
    "key",
    "known",
    "length",
    "limit",
    "namespace",
    "other",
    "size",
    "text",
    "value",
    "version",
    "kind",
    "reason",
    "organisation",
];

/// The codes of the rules that a signed file can break: those of texts, folders and sites come after them.
fn of_signed_files() -> impl Iterator<Item = &'static Code> {
    Code::ALL
        .iter()
        .filter(|code| **code < Code::FrontMatterMissing && **code != Code::TextChanged)
}

/// What a script knows, as a script that any browser can read. One that can't read the script that comes after it leaves
/// the form `id` hidden: then the words about old browsers are shown.
fn data(name: &str, id: &str, known: &serde_json::Value) -> String {
    let json = inline::json(known);
    format!(
        "var {name}={json};\n\
         addEventListener(\"load\",function(){{\n\
         var form=document.getElementById(\"{id}\"),note=document.getElementById(\"{id}-old\");\n\
         if(form&&note&&form.hidden)note.hidden=false;\n\
         }});\n"
    )
}

/// The checker as one file: its style and scripts stand in it, and it may load nothing else.
fn checker(
    model: &Model<'_>,
    theme: &Theme,
    templates: &Templates,
    files: &Files,
) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let text = |path: &str| {
        let found = files.iter().find(|(name, _)| name == path);
        found.map_or_else(String::new, |(_, bytes)| {
            String::from_utf8_lossy(bytes).into_owned()
        })
    };
    let data = text("static/check-data.js");
    let script = text("static/check.js");
    let missing = || {
        vec![
            Diagnostic::new(Code::TemplateError, Place::file(CHECKER_STYLE))
                .with("kind", "template")
                .with("reason", "missing"),
        ]
    };
    let style = theme.file(CHECKER_STYLE).ok_or_else(missing)?;
    let style = style.text().map_err(|fault| vec![fault])?;
    let mut values = Context::new();
    values.insert("root", "");
    values.insert("data", &tera::Value::safe_string(&data));
    values.insert("data_hash", &hash(&data));
    values.insert("script", &tera::Value::safe_string(&script));
    values.insert("script_hash", &hash(&script));
    values.insert("style", &tera::Value::safe_string(style));
    values.insert("style_hash", &hash(style));
    values.insert("title", model.words.plain("checker_title"));
    let mut out = Vec::with_capacity(data.len() + script.len() + 16 * 1024);
    templates.render("checker.html", &values, &mut out)?;
    Ok(out)
}

/// A hash as a Content-Security-Policy writes it.
fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

/// The communes of each department, for the signing page to load while a person types: the same for all sites.
fn communes() -> &'static [(String, Vec<u8>)] {
    static COMMUNES: OnceLock<Vec<(String, Vec<u8>)>> = OnceLock::new();
    COMMUNES.get_or_init(|| {
        let all = gazetteer::all_communes().map(|(department, communes)| {
            let path = format!("static/communes/{department}.json");
            (path, serde_json::to_vec(&communes).unwrap_or_default())
        });
        all.collect()
    })
}

#[cfg(test)]
mod tests {
    use super::{Theme, of_signed_files};

    #[test]
    fn the_scripts_know_the_codes_of_signed_files_in_their_order() {
        let theme = Theme::embedded();
        let script = theme.file("static/js/format/fault.js").unwrap().text().unwrap();
        let (_, list) = script.split_once("CODES = (").unwrap();
        let (list, _) = list.split_once(')').unwrap();
        let strings = list.split('"').skip(1).step_by(2);
        let known: Vec<&str> = strings.flat_map(str::split_whitespace).collect();
        let codes: Vec<&str> = of_signed_files().map(|code| code.as_str()).collect();
        assert_eq!(known, codes);
    }
}
