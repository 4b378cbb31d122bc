//! `docs/themes.md` says what templates see: held against what they do see.

use super::support::{Fixture, files, put};
use std::collections::{BTreeMap, BTreeSet};

/// A template that writes the path of every value it sees, a line each.
const PATHS: &str = "{% component paths(value, path: string) -%}
{{ path }}
{% if value is map -%}
{%- for key, inner in value %}{{ <paths value={inner} path={path ~ \".\" ~ key} /> }}{% endfor -%}
{%- elif value is array -%}
{%- for inner in value %}{{ <paths value={inner} path={path} /> }}{% endfor -%}
{%- endif -%}
{%- endcomponent paths %}";

const DUMP: &str =
    "{% for key, value in __tera_context %}{{ <paths value={value} path={key} /> }}{% endfor %}";

/// The tables of the documentation: section, then field, then type.
type Tables = BTreeMap<String, BTreeMap<String, String>>;

fn documented() -> Tables {
    let docs = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/themes.md")).unwrap();
    let mut tables = Tables::new();
    let mut sections: Vec<String> = Vec::new();
    for line in docs.lines() {
        if let Some(title) = line.strip_prefix("### ") {
            sections = title
                .split(", ")
                .map(|name| name.trim_matches('`').to_owned())
                .collect();
            for section in &sections {
                tables.entry(section.clone()).or_default();
            }
        } else if let Some(row) = line.strip_prefix("| `") {
            let mut cells = row.split(" | ");
            let (field, kind) = (cells.next().unwrap().trim_end_matches('`'), cells.next().unwrap());
            for section in &sections {
                tables
                    .get_mut(section)
                    .unwrap()
                    .insert(field.to_owned(), kind.to_owned());
            }
        }
    }
    tables
}

/// The paths below a value of that type. Those that need not be there have a `?` in front.
fn expand(tables: &Tables, path: &str, kind: &str, optional: bool, out: &mut BTreeSet<String>) {
    out.insert(format!("{}{path}", if optional { "?" } else { "" }));
    let (inner, optional) = match (kind.strip_suffix(" or none"), kind.strip_prefix("list of ")) {
        (Some(inner), _) | (_, Some(inner)) => (inner, true),
        _ => (kind, optional),
    };
    if let Some(fields) = tables.get(inner) {
        for (field, kind) in fields {
            expand(tables, &format!("{path}.{field}"), kind, optional, out);
        }
    } else {
        let known = ["string", "number", "boolean", "html", "map of string"];
        assert!(known.contains(&inner), "{path} has the unknown type {inner}");
    }
}

#[test]
fn templates_see_what_is_documented() {
    let fixture = Fixture::vectors();
    fixture.write(
        "content/pages/page-1.md",
        "---\ntitle: \"Une page\"\n---\n\n## x\n",
    );
    let configuration = std::fs::read_to_string(fixture.path("project/paraphe.yaml")).unwrap();
    fixture.write("paraphe.yaml", format!("{configuration}theme: vu\n"));
    let theme = fixture.path("project/themes/vu/templates");
    let own = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/templates");
    let templates: Vec<String> = files(&own)
        .into_keys()
        .filter(|name| !name.contains('/') && name != "base.html")
        .collect();
    for template in &templates {
        put(&theme.join(template), format!("{DUMP}\n"));
    }
    put(&theme.join("components/paths.html"), PATHS);
    fixture.build();

    let tables = documented();
    let mut seen: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, bytes) in files(&fixture.path("site"))
        .into_iter()
        .filter(|(path, _)| path.ends_with(".html"))
    {
        let text = String::from_utf8(bytes).unwrap();
        let paths: BTreeSet<String> = text
            .lines()
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect();
        assert!(paths.contains("site.title"), "{path}: {text}");
        let kind = match &*path {
            "index.html" => "home",
            "404.html" => "not-found",
            "charte.html" => "charter",
            "territoires.html" => "territories",
            "signataires.html" => "signatories",
            "signer.html" => "sign",
            "verifier.html" => "verify",
            "verificateur.html" => "checker",
            path if path.ends_with("_signer.html") => "sign-text",
            "chiffres.html" => "figures",
            path if path.starts_with("departements/") => "department",
            path if path.contains("_comparaison") => "comparison",
            path if path.starts_with("organisations/") => "organisation",
            path if path.starts_with("page-") => "page",
            path if path.contains("_1.") => "version",
            path if path.starts_with("territoires/") => "territory",
            _ => continue,
        };
        seen.entry(format!("{kind}.html")).or_default().extend(paths);
    }
    for (template, seen) in &seen {
        let mut known = BTreeSet::new();
        for section in ["On every page", template] {
            let fields = tables
                .get(section)
                .unwrap_or_else(|| panic!("docs/themes.md has no section {section}"));
            for (field, kind) in fields {
                expand(&tables, field, kind, false, &mut known);
            }
        }
        let maps = ["addresses.", "assets.", "words.", "scripts."];
        for path in seen
            .iter()
            .filter(|path| !maps.iter().any(|map| path.starts_with(map)))
        {
            let documented = known.contains(path) || known.contains(&format!("?{path}"));
            assert!(
                documented,
                "docs/themes.md does not describe {path} of {template}"
            );
        }
        let whole = template != "checker.html";
        let own = |path: &&String| whole || tables[template].contains_key(*path);
        for path in known.iter().filter(|path| !path.starts_with('?')).filter(own) {
            assert!(
                seen.contains(path),
                "docs/themes.md describes {path} of {template}, which is not there"
            );
        }
    }
    assert!(seen.len() >= 13, "{:?}", seen.keys());
}

/// The names in the first two columns of a table of the documentation: what it describes, and in which file it is.
fn described(section: &str) -> BTreeSet<(String, String)> {
    let docs = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/themes.md")).unwrap();
    let (_, rest) = docs.split_once(&format!("\n### {section}\n")).unwrap();
    let table = rest.split("\n#").next().unwrap();
    let rows = table.lines().filter(|line| line.starts_with("| `"));
    rows.flat_map(|row| {
        let mut cells = row.split(" | ");
        let (names, file) = (cells.next().unwrap(), cells.next().unwrap());
        let names = names.trim_start_matches("| ").split(", ");
        names.map(move |name| {
            (
                name.trim_matches('`').to_owned(),
                file.trim_matches('`').to_owned(),
            )
        })
    })
    .collect()
}

/// What the default theme's templates define by a tag, and in which file. A block that fills another one counts once,
/// where it is first opened.
fn defined(tag: &str) -> BTreeSet<(String, String)> {
    let own = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/templates");
    let mut found = BTreeSet::new();
    for (name, bytes) in files(&own) {
        let text = String::from_utf8(bytes).unwrap();
        let filled: &[&str] = match text.lines().next().unwrap() {
            "{% extends \"base.html\" %}" => &["policy", "styles", "head", "main"],
            "{% extends \"charter.html\" %}" => &["policy", "styles", "head", "main", "trail"],
            first => {
                assert!(!first.contains("extends"), "{name}: {first}");
                &[]
            }
        };
        let file = name.rsplit('/').next().unwrap().to_owned();
        for rest in text.split(&format!("{{% {tag} ")).skip(1) {
            let thing = rest.split(['(', ' ']).next().unwrap();
            if !filled.contains(&thing) {
                found.insert((thing.to_owned(), file.clone()));
            }
        }
    }
    found
}

#[test]
fn every_template_component_and_block_is_documented_and_no_other() {
    assert_eq!(described("Components"), defined("component"));
    assert_eq!(described("Blocks"), defined("block"));
    let own = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/templates");
    let templates: BTreeSet<String> = files(&own)
        .into_keys()
        .filter(|name| !name.contains('/'))
        .collect();
    let tables = documented();
    let sections: BTreeSet<String> = tables
        .into_keys()
        .filter(|name| name.ends_with(".html"))
        .collect();
    let mut expected = templates;
    // It has blocks instead of values of its own.
    expected.remove("base.html");
    assert_eq!(sections, expected);
}

#[test]
fn every_file_that_the_documentation_of_themes_names_is_there() {
    let docs = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/themes.md")).unwrap();
    let theme = files(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default"));
    // A theme of one's own brings this one.
    let known =
        |name: &str| name == "own.css" || theme.keys().any(|path| path.ends_with(&format!("/{name}")));
    let mut seen = 0;
    for word in docs.split('`').skip(1).step_by(2) {
        let file = word.strip_prefix("static/").unwrap_or(word);
        let ending = [".html", ".css", ".js"]
            .iter()
            .any(|ending| file.ends_with(ending));
        if ending && file.len() > 5 && !file.contains(['*', '{', '<']) {
            seen += 1;
            assert!(known(file), "docs/themes.md names {word}");
        }
    }
    assert!(seen > 40, "{seen}");
}
