//! ES modules joined into one classic script.
//!
//! Browsers load no modules from `file://`, and the checker must work there. So a script and the modules it imports are
//! put one after the other, each in a function of its own that gives back what it exports: the same modules that the
//! tests run, in one file, the same bytes each time, each squeezed.
//!
//! What a module may say at the start of a line: `import { a, b as c } from "./x.js";`, `export function`, `export async
//! function`, `export class`, `export const`, and `export { a, b };`.

use super::squeeze::squeeze;
use super::theme::Theme;
use crate::diagnostic::{Code, Diagnostic, Place};
use std::collections::BTreeMap;

/// The module `entry` of the theme's `static/` with all that it imports, as one script.
///
/// # Errors
/// [`Code::TemplateError`] at the module that can't be read or joined.
pub fn join(theme: &Theme, entry: &str) -> Result<String, Diagnostic> {
    let mut joiner = Joiner {
        theme,
        done: BTreeMap::new(),
        open: Vec::new(),
        out: String::from("(()=>{\n\"use strict\";\n"),
    };
    joiner.module(entry)?;
    joiner.out.push_str("})();\n");
    // Only a string or a regular expression could hold these, and there the backslash changes nothing.
    Ok(joiner
        .out
        .replace("</script", "<\\/script")
        .replace("<!--", "<\\!--"))
}

struct Joiner<'t> {
    theme: &'t Theme,
    /// The modules that stand in the script, and the name of each there.
    done: BTreeMap<String, String>,
    open: Vec<String>,
    out: String,
}

impl Joiner<'_> {
    fn module(&mut self, path: &str) -> Result<(), Diagnostic> {
        if self.done.contains_key(path) {
            return Ok(());
        }
        let fault = |reason: &str| {
            let place = Place::file(format!("themes/static/{path}"));
            Diagnostic::new(Code::TemplateError, place).with("reason", reason)
        };
        if self.open.iter().any(|open| open == path) {
            return Err(fault("a module imports itself by way of others"));
        }
        let file = self
            .theme
            .file(&format!("static/{path}"))
            .ok_or_else(|| fault("no such module"))?;
        let source = squeeze(file.text()?);
        self.open.push(path.to_owned());
        let mut body = String::with_capacity(source.len());
        let mut exports = Vec::new();
        for statement in statements(&source) {
            if let Some(import) = listing("import", &statement) {
                let (names, target) = read_import(import, path).ok_or_else(|| fault(&statement))?;
                self.module(&target)?;
                body.push_str(&format!("const{{{names}}}={};\n", self.done[&target]));
            } else if let Some(names) = listing("export", &statement) {
                let names = names.trim_end().trim_end_matches([';', '}']);
                exports.extend(
                    names
                        .split(',')
                        .map(|name| name.trim().to_owned())
                        .filter(|name| !name.is_empty()),
                );
            } else if let Some(declaration) = statement.strip_prefix("export ") {
                exports.extend(declared(declaration).ok_or_else(|| fault(&statement))?);
                body.push_str(declaration);
                body.push('\n');
            } else {
                body.push_str(&statement);
                body.push('\n');
            }
        }
        self.open.pop();
        let name = format!("${}", self.done.len());
        let exports = exports.join(",");
        self.out.push_str(&format!(
            "const {name}=(()=>{{\n{body}return{{{exports}}}}})();\n"
        ));
        self.done.insert(path.to_owned(), name);
        Ok(())
    }
}

/// The lines of a module, with an import or a list of exports that goes over several lines made one.
fn statements(source: &str) -> Vec<String> {
    let mut statements: Vec<String> = Vec::new();
    let mut open = false;
    for line in source.lines() {
        let starts = ["import", "export"]
            .iter()
            .any(|word| listing(word, line).is_some());
        match statements.last_mut().filter(|_| open) {
            Some(last) => {
                last.push(' ');
                last.push_str(line.trim());
            }
            None => statements.push(line.to_owned()),
        }
        open = (open || starts) && !line.trim_end().ends_with(';');
    }
    statements
}

/// What follows the brace that lists names after `word`: `a, b };` of `export { a, b };`.
fn listing<'s>(word: &str, statement: &'s str) -> Option<&'s str> {
    statement.strip_prefix(word)?.trim_start().strip_prefix('{')
}

/// The names of `a, b as c } from "./x.js";` as a pattern, and the path of the module.
fn read_import(import: &str, from: &str) -> Option<(String, String)> {
    let (names, target) = import.trim_end().trim_end_matches(';').split_once('}')?;
    let target = target.trim_start().strip_prefix("from")?;
    let names: Vec<String> = names
        .split(',')
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .map(|name| name.replace(" as ", ":"))
        .collect();
    let target = target.trim().trim_matches('"');
    let mut folder: Vec<&str> = from.split('/').collect();
    folder.pop();
    for part in target.split('/') {
        match part {
            "." => {}
            ".." => drop(folder.pop()),
            part => folder.push(part),
        }
    }
    (target.starts_with("./") || target.starts_with("../")).then(|| (names.join(","), folder.join("/")))
}

/// The names that a declaration declares: one, or those of a pattern.
fn declared(declaration: &str) -> Option<Vec<String>> {
    let rest = ["async function ", "function ", "class ", "const ", "let "]
        .iter()
        .find_map(|word| declaration.strip_prefix(word))?;
    if let Some(pattern) = rest.strip_prefix('{') {
        let (names, _) = pattern.split_once('}')?;
        return Some(names.split(',').map(|name| name.trim().to_owned()).collect());
    }
    let end = rest
        .find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '$')
        .unwrap_or(rest.len());
    (end > 0).then(|| vec![rest[..end].to_owned()])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn theme(files: &[(&str, &str)]) -> Theme {
        let root = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = root.path().join("themes/x/static").join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        Theme::load(root.path(), &crate::identifier::Slug::parse("x").unwrap()).unwrap()
    }

    #[test]
    fn modules_keep_their_names_to_themselves() {
        let theme = theme(&[
            (
                "m/a.js",
                "// A.\nimport { f, g as h } from \"./b/c.js\";\nimport {\n  K,\n} from \"../d.js\";\nf(h, K);\n",
            ),
            (
                "m/b/c.js",
                "/** F. */\nexport function f() {}\nconst g = 1;\nexport { g };\n",
            ),
            ("d.js", "/*! Licence */\nexport const K = 2;\n"),
        ]);
        assert_eq!(
            join(&theme, "m/a.js").unwrap(),
            "(()=>{\n\"use strict\";\nconst $0=(()=>{\nfunction f(){}\nconst g=1;\nreturn{f,g}})();\n\
             const $1=(()=>{\n/*! Licence */\nconst K=2;\nreturn{K}})();\n\
             const $2=(()=>{\nconst{f,g:h}=$0;\nconst{K}=$1;\nf(h,K);\nreturn{}})();\n})();\n"
        );
    }

    #[test]
    fn what_can_not_be_joined_is_told() {
        let missing = theme(&[("a.js", "import { x } from \"./y.js\";\n")]);
        assert_eq!(
            join(&missing, "a.js").unwrap_err().place.path,
            "themes/static/y.js"
        );
        let circle = theme(&[
            ("a.js", "import { x } from \"./y.js\";\n"),
            ("y.js", "import { z } from \"./a.js\";\n"),
        ]);
        assert!(join(&circle, "a.js").is_err());
        let default = theme(&[("a.js", "export default 1;\n")]);
        assert!(join(&default, "a.js").is_err());
    }

    #[test]
    fn nothing_ends_the_script_element() {
        let theme = theme(&[("a.js", "const a = \"</script><!--\";\n")]);
        let joined = join(&theme, "a.js").unwrap();
        assert!(!joined.contains("</script") && !joined.contains("<!--"));
    }
}
