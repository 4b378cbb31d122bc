//! ES modules joined into one classic script.
//!
//! Browsers load no modules from `file://`, and the checker must work there. So a script and the modules it imports are
//! put one after the other, each in a function of its own that gives back what it exports: the same modules that the
//! tests run, in one file, the same bytes each time, each squeezed.
//!
//! What a module may say at the start of a line: `import { a, b as c } from "./x.js";`, `export function`, `export async
//! function`, `export class`, `export const` of one name or of the names of an object, and `export { a, b as c };`.

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
    Ok(safe(&joiner.out))
}

/// The script as it may stand in an element: no `</script`, however it is written, and no `<!--`. Only strings and
/// patterns hold these, and what stands there instead means the same in both, after the start of a group too.
fn safe(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(at) = rest.find('<') {
        let (before, found) = rest.split_at(at);
        out.push_str(before);
        let (instead, length) = if found
            .get(..8)
            .is_some_and(|end| end.eq_ignore_ascii_case("</script"))
        {
            ("<\\/", 2)
        } else if found.starts_with("<!--") && before.ends_with("(?") {
            ("<!\\x2d-", 4)
        } else if found.starts_with("<!--") {
            ("<\\x21--", 4)
        } else {
            ("<", 1)
        };
        out.push_str(instead);
        rest = &found[length..];
    }
    out.push_str(rest);
    out
}

struct Joiner<'t> {
    theme: &'t Theme,
    /// The modules that stand in the script.
    done: BTreeMap<String, Done>,
    open: Vec<String>,
    out: String,
}

/// A module that stands in the script: its name there, and what it exports, as an object's properties are written.
struct Done {
    name: String,
    exports: Vec<String>,
}

impl Done {
    fn gives(&self, name: &str) -> bool {
        let mut names = self.exports.iter().map(|export| export.split(':').next());
        names.any(|export| export == Some(name))
    }
}

impl Joiner<'_> {
    fn module(&mut self, path: &str) -> Result<(), Diagnostic> {
        if self.done.contains_key(path) {
            return Ok(());
        }
        let found = self.theme.file(&format!("static/{path}"));
        let fault = |reason: &str| {
            let place = found.map_or_else(|| format!("static/{path}"), |file| file.origin.clone());
            let fault = Diagnostic::new(Code::TemplateError, Place::file(place));
            fault.with("kind", "script").with("reason", reason)
        };
        if self.open.iter().any(|open| open == path) {
            return Err(fault("a module imports itself by way of others"));
        }
        let source = found.ok_or_else(|| fault("no such module"))?.text()?;
        self.open.push(path.to_owned());
        // What is imported is there before the first line, wherever the import stands.
        let (mut imports, mut body) = (String::new(), String::with_capacity(source.len()));
        let mut exports = Vec::new();
        for statement in statements(squeeze(source)) {
            if let Some(import) = listing("import", &statement) {
                let (names, target) = read_import(import, path).ok_or_else(|| fault(&statement))?;
                if self.theme.file(&format!("static/{target}")).is_none() {
                    return Err(fault(&format!("{statement}: no such module")));
                }
                self.module(&target)?;
                let target = &self.done[&target];
                let mut asked = names.iter().filter_map(|name| name.split(':').next());
                if let Some(missing) = asked.find(|name| !target.gives(name)) {
                    return Err(fault(&format!("{statement}: no such export: {missing}")));
                }
                imports.push_str(&format!("const{{{}}}={};\n", names.join(","), target.name));
            } else if let Some(names) = listing("export", &statement) {
                exports.extend(exported(names).ok_or_else(|| fault(&statement))?);
            } else if let Some(declaration) = after_word("export", &statement) {
                exports.extend(declared(declaration).ok_or_else(|| fault(&statement))?);
                body.push_str(declaration);
                body.push('\n');
            } else if after_word("import", &statement).is_some() {
                return Err(fault(&statement));
            } else {
                body.push_str(&statement);
                body.push('\n');
            }
        }
        self.open.pop();
        let name = format!("${}", self.done.len());
        self.out.push_str(&format!(
            "const {name}=(()=>{{\n{imports}{body}return{{{}}}}})();\n",
            exports.join(",")
        ));
        self.done.insert(path.to_owned(), Done { name, exports });
        Ok(())
    }
}

/// The lines of a module, with an import or a list of exports that goes over several lines made one.
fn statements(lines: Vec<String>) -> Vec<String> {
    let mut statements: Vec<String> = Vec::new();
    let mut open = false;
    for line in lines {
        let starts = ["import", "export"]
            .iter()
            .any(|word| listing(word, &line).is_some());
        let continues = open;
        open = (open || starts) && !line.trim_end().ends_with(';');
        match statements.last_mut().filter(|_| continues) {
            Some(last) => {
                last.push(' ');
                last.push_str(line.trim());
            }
            None => statements.push(line),
        }
    }
    statements
}

/// What follows the brace that lists names after `word`: `a, b };` of `export { a, b };`.
fn listing<'s>(word: &str, statement: &'s str) -> Option<&'s str> {
    statement.strip_prefix(word)?.trim_start().strip_prefix('{')
}

/// What follows `word` at the start of a statement of a module; none where it is a call or a property.
fn after_word<'s>(word: &str, statement: &'s str) -> Option<&'s str> {
    let rest = statement.strip_prefix(word)?;
    let after = rest.trim_start();
    let parted = rest.is_empty() || after.len() < rest.len() || rest.starts_with(['*', '"', '\'', '.']);
    (parted && !after.starts_with(['(', ':'])).then_some(after)
}

/// The names of `a, b as c };` as an object's properties.
fn exported(list: &str) -> Option<Vec<String>> {
    let (names, rest) = list.split_once('}')?;
    let property = |name: &str| match name.split_once(" as ") {
        Some((inside, outside)) => format!("{}:{}", outside.trim(), inside.trim()),
        None => name.to_owned(),
    };
    matches!(rest.trim(), "" | ";").then(|| listed(names).map(property).collect())
}

fn listed(names: &str) -> impl Iterator<Item = &str> {
    names.split(',').map(str::trim).filter(|name| !name.is_empty())
}

/// The names of `a, b as c } from "./x.js";` as those of a pattern, and the path of the module.
fn read_import(import: &str, from: &str) -> Option<(Vec<String>, String)> {
    let (names, target) = import.trim_end().trim_end_matches(';').split_once('}')?;
    let target = target.trim_start().strip_prefix("from")?;
    let names = listed(names).map(|name| name.replace(" as ", ":")).collect();
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
    (target.starts_with("./") || target.starts_with("../")).then(|| (names, folder.join("/")))
}

/// The names that a declaration declares: one, or those of a pattern that renames nothing.
fn declared(declaration: &str) -> Option<Vec<String>> {
    if let Some(pattern) = listing("const", declaration) {
        let (names, _) = pattern.split_once('}')?;
        let is_plain = !names.contains([':', '=', '{', '[', '.']);
        return is_plain.then(|| listed(names).map(str::to_owned).collect());
    }
    let rest = ["async function ", "function ", "class ", "const "]
        .iter()
        .find_map(|word| declaration.strip_prefix(word))?;
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
            "themes/x/static/a.js"
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
    fn what_would_be_a_broken_script_is_told() {
        for statement in [
            "import \"./b.js\";",
            "import b from \"./b.js\";",
            "import * as b from \"./b.js\";",
            "import { c } from \"./b.js\";",
            "import { b } from \"./b.js\"\nf();",
            "import.meta.url;",
            "export\nconst b = 1;",
            "export * from \"./b.js\";",
            "export { b } from \"./b.js\";",
            "export { b }\nf();",
            "export let b = 1;",
            "export const { a: b } = c;",
        ] {
            let theme = theme(&[
                ("a.js", &format!("{statement}\n")),
                ("b.js", "export const b = 1;\n"),
            ]);
            assert_eq!(
                join(&theme, "a.js").unwrap_err().code,
                Code::TemplateError,
                "{statement}"
            );
        }
    }

    #[test]
    fn a_script_is_told_as_one_at_its_own_place() {
        let theme = theme(&[("a.js", "import * as b from \"./b.js\";\n")]);
        let fault = join(&theme, "a.js").unwrap_err();
        assert_eq!(fault.place.path, "themes/x/static/a.js");
        assert!(fault.arguments.contains(&("kind", "script".into())));
    }

    #[test]
    fn names_and_places_stay_what_they_are() {
        let theme = theme(&[
            (
                "a.js",
                "f(c);\nimport { c } from \"./b.js\";\nimport(\"./b.js\");\nexport const { d, e } = c;\nconst f = `\nexport const g\nimport { h }\n`;\n",
            ),
            ("b.js", "const b = 1;\nexport {\n  b as c,\n};\n"),
        ]);
        assert_eq!(
            join(&theme, "a.js").unwrap(),
            "(()=>{\n\"use strict\";\nconst $0=(()=>{\nconst b=1;\nreturn{c:b}})();\n\
             const $1=(()=>{\nconst{c}=$0;\nf(c);\nimport(\"./b.js\");\nconst{d,e}=c;\nconst f=`\nexport const g\nimport { h }\n`;\n\
             return{d,e}})();\n})();\n"
        );
    }

    #[test]
    fn nothing_ends_the_script_element() {
        let source = "f(\"</ScRiPt><!--\", /(?<!--)<!--/u, \"</é\");\n";
        let joined = join(&theme(&[("a.js", source)]), "a.js").unwrap();
        assert!(
            joined.contains("f(\"<\\/ScRiPt><\\x21--\",/(?<!\\x2d-)<\\x21--/u,\"</é\");"),
            "{joined}"
        );
    }
}
