//! `paraphe theme`: a person looks at the theme, changes one file, then starts a theme of the project's own.

use crate::support::Project;
use serde_json::Value;

fn listed(project: &Project) -> Value {
    let ran = project.run(&["theme", "list", "--json"]);
    ran.says(0, &[]);
    serde_json::from_str(&ran.out).unwrap()
}

fn file<'v>(list: &'v Value, path: &str) -> &'v Value {
    let files = list["files"].as_array().unwrap();
    files.iter().find(|file| file["path"] == path).unwrap()
}

#[test]
fn a_file_is_found_copied_and_changed() {
    let project = Project::sound();
    project
        .run(&["theme", "list"])
        .says(0, &["Theme default", "none of them", "\n  templates/home.html\n"]);
    let before = listed(&project);
    assert_eq!(before["theme"], "default");
    assert_eq!(file(&before, "templates/home.html")["from"], "program");

    project.run(&["theme", "eject", "templates/home.html"]).says(
        0,
        &["themes/default/templates/home.html, taken from the theme default, is now the project’s own"],
    );
    let own = "themes/default/templates/home.html";
    let embedded = concat!(env!("CARGO_MANIFEST_DIR"), "/themes/default/templates/home.html");
    assert_eq!(project.read(own), std::fs::read_to_string(embedded).unwrap());
    project.replace(
        own,
        "<div class=\"title-page\">",
        "<div class=\"title-page\"><p>Bienvenue !</p>",
    );
    let after = listed(&project);
    assert_eq!(file(&after, "templates/home.html")["from"], "project");
    assert_eq!(file(&after, "templates/home.html")["replaces"], true);
    project.run(&["theme", "list"]).says(
        0,
        &[
            "1 of them",
            "* templates/home.html  (the project’s, over that of the theme default)",
        ],
    );
    project.run(&["build"]).says(0, &[]);
    assert!(project.read("public/index.html").contains("<p>Bienvenue !</p>"));

    let changed = project.read(own);
    project
        .run(&["theme", "eject", "themes/default/templates/home.html"])
        .says(2, &["is there already", "nothing is ever overwritten"]);
    assert_eq!(project.read(own), changed);
}

#[test]
fn a_misspelt_file_gets_the_nearest_one() {
    let project = Project::sound();
    for (written, near) in [
        ("templates/hom.html", "templates/home.html"),
        ("home.html", "templates/home.html"),
        ("templates/page.css", "static/page.css"),
        ("bas.html", "templates/base.html"),
    ] {
        let meant = format!("Did you mean “{near}”?");
        project
            .run(&["theme", "eject", written])
            .says(2, &[written, &meant]);
    }
    project
        .run(&["theme", "eject", "../../etc/shadow"])
        .says(2, &["../../etc/shadow", "paraphe theme list"]);
    project.run(&["--lang", "fr", "theme", "eject", "hom.html"]).says(
        2,
        &["Vouliez-vous dire «\u{202f}templates/home.html\u{202f}»\u{202f}?"],
    );
    assert!(!project.path("themes").exists());
}

#[test]
fn a_theme_of_ones_own_builds_at_once() {
    let project = Project::sound();
    let made = project.run(&["theme", "new", "le-notre"]);
    made.says(
        0,
        &[
            "themes/le-notre/static/own.css",
            "themes/le-notre/locales/fr.ftl",
            "theme: le-notre",
        ],
    );
    // Nothing changes before the configuration says so.
    assert_eq!(listed(&project)["theme"], "default");
    let configuration = project.read("paraphe.yaml");
    project.write("paraphe.yaml", format!("{configuration}theme: le-notre\n"));
    project
        .run(&["theme", "list"])
        .says(0, &["Theme le-notre, over the program’s theme default: "]);
    let list = listed(&project);
    assert_eq!(file(&list, "static/own.css")["replaces"], false);
    assert_eq!(file(&list, "locales/fr.ftl")["replaces"], true);
    project.run(&["build"]).says(0, &[]);
    let home = project.read("public/index.html");
    assert!(home.contains("static/own.css?"), "{home}");
    assert!(home.contains("Nous rejoindre"), "{home}");
    assert!(project.read("public/404.html").contains("signataires.html"));
    assert_eq!(
        project.read("public/static/own.css"),
        project.read("themes/le-notre/static/own.css")
    );

    project
        .run(&["theme", "new", "le-notre"])
        .says(2, &["themes/le-notre is there already"]);
    project
        .run(&["theme", "new", "plain"])
        .says(2, &["The program itself has a theme"]);
    let misnamed = project.run(&["theme", "new", "../plain"]);
    misnamed.says(2, &["slug-form"]);
    let said = format!("{}{}", misnamed.out, misnamed.err);
    assert!(!said.contains("-->"), "no file is to blame: {said}");
    assert!(
        !said.contains("signature"),
        "nothing is to be signed again: {said}"
    );
}

#[test]
fn the_plain_theme_has_its_own_files() {
    let project = Project::sound();
    let configuration = project.read("paraphe.yaml");
    project.write("paraphe.yaml", format!("{configuration}theme: plain\n"));
    project.run(&["theme", "eject", "static/page.css"]).says(
        2,
        &["theme plain has no file static/page.css, but the theme default has"],
    );
    project.run(&["theme", "eject", "static/plain.cs"]).says(
        2,
        &["theme plain has no file", "Did you mean “static/plain.css”?"],
    );
    project
        .run(&["theme", "eject", "static/plain.css"])
        .says(0, &["themes/plain/static/plain.css, taken from the theme plain"]);
    project
        .run(&["theme", "eject", "static/plain.css"])
        .says(2, &["that of the theme plain"]);
    assert_eq!(file(&listed(&project), "static/plain.css")["from"], "project");
    project.run(&["build"]).says(0, &[]);
}

#[test]
fn what_is_wrong_with_a_theme_is_told_before_the_site_is_built() {
    for (file, text, said) in [
        ("templates/home.html", "a\n{% if %}", "[template-error]: "),
        ("templates/home.html", "a\n{{ page.titel }}", "home.html:2:9"),
        (
            "templates/home.html",
            "{% include \"nope.html\" %}",
            "themes/default/templates/home.html",
        ),
        (
            "locales/fr.ftl",
            "a = b\nc {\n",
            "themes/default/locales/fr.ftl:2:3",
        ),
    ] {
        let project = Project::sound();
        project.write(&format!("themes/default/{file}"), text);
        project.run(&["check"]).says(1, &["themes/default", said]);
    }
    let project = Project::sound();
    let configuration = project.read("paraphe.yaml");
    project.write("paraphe.yaml", format!("{configuration}theme: defaut\n"));
    project.run(&["check"]).says(1, &["[theme-missing]"]);
    project.write("paraphe.yaml", format!("{configuration}theme: plain\n"));
    project.run(&["check"]).says(0, &["All is well"]);
}

#[test]
fn a_misspelt_theme_is_not_made_by_changing_a_file_of_it() {
    let project = Project::sound();
    let configuration = project.read("paraphe.yaml");
    project.write("paraphe.yaml", format!("{configuration}theme: plian\n"));
    project
        .run(&["theme", "eject", "templates/base.html"])
        .says(2, &["theme-missing", "plian", "did you mean: plain"]);
    assert!(!project.path("themes").exists());
}
