//! The right place and form.

use crate::story::{Story, configuration, key, private};
use std::os::unix::fs::{PermissionsExt as _, symlink};

/// What is found when a good signature is put at `path`.
fn signed_at(path: &str) -> Vec<String> {
    let story = Story::proposed();
    story.pen("tilleuls").write_to(path);
    story.review().findings()
}

#[test]
fn a_signature_has_its_folder_and_its_ending() {
    for (path, code) in [
        ("signatures/tilleuls.yaml", "file-misplaced"),
        ("signatures/charte/tilleuls.yaml", "file-misplaced"),
        ("signatures/charter/1.0/tilleuls.yaml", "file-misplaced"),
        ("signatures/charter/tilleuls.yml", "file-misplaced"),
        ("signatures/charter/tilleuls.txt", "file-misplaced"),
        ("signatures/charter/tilleuls.yaml.txt", "file-misplaced"),
        ("signatures/charter/Tilleuls.yaml", "file-name"),
        ("signatures/charter/régie.yaml", "file-name"),
        ("signatures/charter/<nom>.yaml", "file-name"),
        ("signatures/charter/aux.yaml", "reserved-name"),
        ("signatures/territories/con/tilleuls.yaml", "reserved-name"),
        ("content/tilleuls.yaml", "file-misplaced"),
    ] {
        assert_eq!(signed_at(path), [format!("{code} {path}")]);
    }
}

#[test]
fn a_name_does_not_collide_when_case_is_folded() {
    let story = Story::signed("tilleuls");
    story.pen("autre").write_to("signatures/charter/Tilleuls.yaml");
    story.finds(&["name-collision signatures/charter/Tilleuls.yaml"]);
}

#[test]
fn a_name_does_not_collide_when_its_unicode_form_is_folded() {
    let story = Story::new();
    story
        .write("content/pages/été.png", b"\x89PNG\r\n\x1a\n")
        .propose();
    story.write("content/pages/e\u{301}te\u{301}.md", "rien\n");
    let found = story.review().findings();
    assert_eq!(found, ["file-name content/pages/e\u{301}te\u{301}.md"]);
    story.write("content/pages/E\u{301}TE\u{301}.md", "rien\n");
    let found = story.review().findings();
    assert!(
        found.iter().all(|found| found.starts_with("name-collision")),
        "{found:?}"
    );
}

#[test]
fn a_folder_does_not_collide_either() {
    let story = Story::new();
    story.pen("une").text("territories/tilleuls").write().propose();
    story
        .pen("deux")
        .write_to("signatures/territories/Tilleuls/deux.yaml");
    story.finds(&["name-collision signatures/territories/Tilleuls/deux.yaml"]);
}

#[test]
fn links_lead_nowhere() {
    let story = Story::proposed();
    story.write("signatures/charter/.garde", "");
    symlink("/etc/passwd", story.path("signatures/charter/tilleuls.yaml")).unwrap();
    symlink("/etc", story.path("content/pages")).unwrap();
    story.remove("signatures/charter/.garde");
    story.finds(&[
        "symbolic-link content/pages",
        "symbolic-link signatures/charter/tilleuls.yaml",
    ]);
}

#[test]
fn a_whole_folder_is_not_swapped_for_a_link() {
    let story = Story::signed("tilleuls");
    story.rename("signatures/charter", "ailleurs");
    symlink("../ailleurs", story.path("signatures/charter")).unwrap();
    let found = story.review().findings();
    assert_eq!(
        found,
        [
            "file-outside ailleurs/tilleuls.yaml",
            "symbolic-link signatures/charter",
            "signature-deleted signatures/charter/tilleuls.yaml",
        ]
    );
}

#[test]
fn no_other_repository_inside() {
    let story = Story::proposed();
    let commit = story.git(&["rev-parse", "HEAD"]);
    let entry = format!("160000,{},signatures/charter/module", commit.trim());
    story.git(&["update-index", "--add", "--cacheinfo", &entry]);
    story.git(&["commit", "-q", "-m", "Un module"]);
    story
        .check_head("HEAD")
        .finds(&["submodule signatures/charter/module"]);
}

#[test]
fn nothing_is_a_program() {
    let story = Story::proposed();
    story.sign("tilleuls");
    let path = story.path("signatures/charter/tilleuls.yaml");
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).unwrap();
    story.finds(&["executable-file signatures/charter/tilleuls.yaml"]);
}

#[test]
fn a_scanned_letter_is_no_signature() {
    let story = Story::proposed();
    story.write("signatures/charter/tilleuls.yaml", b"%PDF-1.7\n\0\0\0\xff\xfe");
    story.finds(&["binary-file signatures/charter/tilleuls.yaml"]);
}

#[test]
fn nothing_is_too_large() {
    let story = Story::proposed();
    story.write("signatures/charter/tilleuls.yaml", "a".repeat(16 * 1024 + 1));
    story.write("content/charter/1.1.md", "a".repeat(512 * 1024 + 1));
    story.write(
        "content/pages/plan.png",
        [b"\x89PNG\r\n\x1a\n".to_vec(), vec![1; 4 * 1024 * 1024]].concat(),
    );
    story.finds(&[
        "file-too-large content/charter/1.1.md",
        "file-too-large content/pages/plan.png",
        "file-too-large signatures/charter/tilleuls.yaml",
    ]);
}

#[test]
fn what_is_huge_is_not_even_read() {
    let story = Story::proposed();
    for path in ["film.mp4", "signatures/charter/film.yaml"] {
        story.write(path, vec![b'a'; 9 * 1024 * 1024]);
        let ran = story.finds(&[&format!("file-too-large {path}")]);
        // The limit is that of the place, not that of looking.
        let limit = if path == "film.mp4" {
            "8388608 bytes"
        } else {
            "16384 bytes"
        };
        assert!(ran.out.contains(limit), "{}", ran.out);
        story.remove(path);
    }
}

#[test]
fn a_picture_is_a_picture() {
    let story = Story::proposed();
    story.write("content/charter/plan.png", "<svg onload='alert(1)'>");
    story.finds(&["picture-form content/charter/plan.png"]);
}

#[test]
fn the_template_is_filled_in() {
    let story = Story::proposed();
    story.pen("tilleuls").name("Association <nom>").city("<>").write();
    let ran = story.finds(&[
        "placeholder signatures/charter/tilleuls.yaml",
        "placeholder signatures/charter/tilleuls.yaml",
    ]);
    assert!(
        ran.out.contains("\"line\": 8") && ran.out.contains("\"line\": 9"),
        "{}",
        ran.out
    );
}

#[test]
fn a_private_key_is_found_wherever_it_is_and_never_shown() {
    let key = private("tilleuls").to_openssh(None).unwrap();
    let secret = key.lines().nth(2).unwrap();
    for path in [
        "signatures/charter/tilleuls.yaml",
        "signatures/charter/tilleuls",
        "content/charter/cle.png",
        "cle-association",
        "themes/mien/cle.txt",
    ] {
        let story = Story::new();
        story.branch("demande").write(path, key.as_bytes());
        let ran = story.review();
        ran.finds(&[&format!("private-key {path}")]);
        assert!(
            !ran.out.contains(secret) && !ran.out.contains("BEGIN"),
            "{}",
            ran.out
        );
        for format in ["human", "json", "github", "gitlab", "sarif", "markdown"] {
            let ran = story.paraphe(&["check", "--since", "main", "--format", format]);
            assert!(
                !ran.out.contains(secret) && !ran.out.contains("b3Blbn"),
                "{}",
                ran.out
            );
            assert!(ran.out.contains("private-key"), "{}", ran.out);
        }
    }
}

#[test]
fn a_private_key_as_windows_writes_it_is_found_too() {
    let key = private("tilleuls").to_openssh(None).unwrap();
    let wide: Vec<u8> = key.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let story = Story::proposed();
    story.write("cle.txt", wide);
    story.finds(&["private-key cle.txt"]);
}

#[test]
fn a_private_key_that_was_taken_away_again_is_still_in_the_history() {
    let key = private("tilleuls").to_openssh(None).unwrap();
    for path in ["signatures/charter/tilleuls", "cle-association"] {
        let story = Story::new();
        story
            .branch("demande")
            .sign("tilleuls")
            .write(path, key.as_bytes());
        story.commit("Ma clé, par mégarde");
        let commit = story.git(&["rev-parse", "--short=12", "HEAD"]);
        story.remove(path).commit("Sans la clé");
        let ran = story.review();
        ran.finds(&[&format!("private-key-before {path}")]);
        assert!(ran.out.contains(commit.trim()), "{}", ran.out);
        for format in ["human", "json", "github", "gitlab", "sarif", "markdown"] {
            let ran = story.paraphe(&["check", "--since", "main", "--format", format]);
            assert!(!ran.out.contains("b3Blbn") && ran.out.contains("private-key-before"));
        }
    }
}

#[test]
fn a_private_key_in_a_merge_or_under_another_name_is_found_once() {
    let story = Story::new();
    let key = private("tilleuls").to_openssh(None).unwrap();
    story.branch("demande").sign("tilleuls").commit("Une signature");
    story
        .switch("main")
        .write("LISEZMOI", "Bonjour\n")
        .commit("À côté");
    story.switch("demande");
    story.git(&["merge", "-q", "--no-commit", "main"]);
    story.write("cle", key.as_bytes()).commit("Une fusion qui ajoute");
    story.remove("cle").commit("Sans la clé");
    story.finds(&["private-key-before cle"]);

    let story = Story::proposed();
    story.write("cle", key.as_bytes()).commit("La clé");
    story.rename("cle", "autre").commit("Sous un autre nom");
    story.finds(&["private-key autre"]);
}

#[test]
fn what_main_held_before_is_not_the_request_s() {
    let story = Story::new();
    let key = private("tilleuls").to_openssh(None).unwrap();
    story.write("cle", key.as_bytes()).commit("Une clé");
    story.remove("cle").propose().sign("tilleuls");
    story.is_well();
}

#[test]
fn what_is_not_searched_is_said() {
    let story = Story::proposed();
    story.write("film.mp4", vec![b'a'; 9 * 1024 * 1024]);
    story.commit("Un film").remove("film.mp4");
    story.finds(&["?not-all-seen film.mp4"]);
}

#[test]
fn a_page_that_speaks_of_keys_holds_none() {
    let story = Story::proposed();
    story.write(
        "README.md",
        "Jamais `-----BEGIN OPENSSH PRIVATE KEY-----` ici !\n",
    );
    story.is_well();
}

#[test]
fn a_name_that_is_no_text_is_refused() {
    use std::os::unix::ffi::OsStrExt as _;
    let story = Story::proposed();
    story.write("signatures/charter/.garde", "");
    let name = std::ffi::OsStr::from_bytes(b"\xff\xfe.yaml");
    std::fs::write(story.path("signatures/charter").join(name), "rien\n").unwrap();
    story.remove("signatures/charter/.garde");
    story.finds(&["file-name signatures/charter/\u{fffd}\u{fffd}.yaml"]);
    // Beside a good one too: where it stands is not what is wrong with it.
    story.sign("tilleuls");
    story.finds(&["file-name signatures/charter/\u{fffd}\u{fffd}.yaml"]);
}

#[test]
fn a_page_does_not_take_the_address_of_one_that_the_site_writes() {
    let page = "---\ntitle: \"Des chiffres\"\n---\n\nUn texte.\n";
    let story = Story::proposed();
    story.write("content/pages/chiffres.md", page);
    let ran = story.finds(&["page-name-taken content/pages/chiffres.md"]);
    assert!(ran.out.contains("chiffres.html"), "{}", ran.out);
    let whole = story.paraphe(&["check", "--format", "json"]);
    whole.finds(&["page-name-taken content/pages/chiffres.md"]);
    // What another language's site writes is free.
    story.rename("content/pages/chiffres.md", "content/pages/figures.md");
    story.is_well();
}

#[test]
fn pictures_do_not_collide_either() {
    let story = Story::new();
    story
        .write("content/pages/plan.png", b"\x89PNG\r\n\x1a\n")
        .propose();
    story.write("content/pages/Plan.png", b"\x89PNG\r\n\x1a\n");
    story.finds(&["name-collision content/pages/Plan.png"]);
    let whole = story.paraphe(&["check", "--format", "json"]);
    whole.finds(&["name-collision content/pages/plan.png"]);
}

#[test]
fn marks_of_a_conflict_are_told_as_such_and_once() {
    let conflict = |text: String, line: &str| {
        let (before, after) = text.split_once(line).unwrap();
        format!("{before}<<<<<<< HEAD\n{line}=======\n{line}>>>>>>> demande\n{after}")
    };
    let story = Story::new();
    story.write(
        "content/pages/mentions.md",
        "---\ntitle: \"Mentions\"\n---\n\nUn texte.\n",
    );
    story.sign("tilleuls").propose();
    for (path, line) in [
        ("signatures/charter/tilleuls.yaml", "date: \"2026-11-20\"\n"),
        ("content/pages/mentions.md", "Un texte.\n"),
        ("paraphe.yaml", "language: fr\n"),
    ] {
        let whole = story.read(path);
        story.write(path, conflict(whole.clone(), line));
        story.finds(&[&format!("conflict-marker {path}")]);
        let all = story.paraphe(&["check", "--format", "human"]);
        all.says(
            if path == "paraphe.yaml" { 2 } else { 1 },
            &["[conflict-marker]", path],
        );
        story.write(path, whole);
    }
    story.version("1.1");
    story.write(
        "content/charter/1.1.md",
        conflict(story.read("content/charter/1.1.md"), "# Préambule\n"),
    );
    story.finds(&["conflict-marker content/charter/1.1.md"]);
}

#[test]
fn a_configuration_that_no_review_could_read_is_not_let_in() {
    let story = Story::proposed();
    let text = story.read("paraphe.yaml");
    story.write("paraphe.yaml", format!("{text}# {}\n", "x".repeat(64 * 1024)));
    story.finds(&["file-too-large paraphe.yaml"]);
}

#[test]
fn a_page_without_its_head_is_told_as_a_page() {
    let story = Story::proposed();
    story.write("content/pages/mentions.md", "Un texte.\n");
    let ran = story.finds(&["front-matter-missing content/pages/mentions.md"]);
    assert!(ran.out.contains("This page has no front matter") && !ran.out.contains("declaration"));
    story.remove("content/pages/mentions.md");
    story.write("content/charter/1.1.md", "Un texte.\n");
    let ran = story.finds(&["front-matter-missing content/charter/1.1.md"]);
    assert!(ran.out.contains("The text has no front matter") && ran.out.contains("declaration"));
}

#[test]
fn a_name_that_some_systems_can_not_hold_is_refused() {
    let png = b"\x89PNG\r\n\x1a\n";
    let long = format!("content/pages/{}.png", "a".repeat(250));
    for path in [
        "content/pages/a:b.png",
        "content/pages/a?.png",
        "content/pages/a\\b.png",
        "content/pages/a\"b.png",
        "content/pages/a|b.png",
        "content/pages/ici /a.png",
        "content/pages/ici./a.png",
        "content/pages/a\nb.png",
        "content/pages/a\u{202e}b.png",
        &long,
    ] {
        let story = Story::proposed();
        story.write(path, png);
        let found = story.review().findings();
        assert_eq!(found, [format!("file-name {path}")]);
    }
    for (path, code) in [
        ("docs/aux.md", "reserved-name"),
        ("docs/a:b.md", "file-name"),
        ("themes/mien /a.css", "file-name"),
    ] {
        let story = Story::proposed();
        story.write(path, "rien\n");
        story.finds(&[&format!("{code} {path}")]);
    }
    let story = Story::proposed();
    story.write("Lisez-moi (été).txt", "rien\n");
    story.write("content/pages/L’été à la régie (2).png", png);
    story.is_well();
}

/// The configuration with that theme.
fn with_theme(theme: &str) -> String {
    configuration(&[key("garant"), key("garante")]) + &format!("theme: {theme}\n")
}

/// What is found of the theme in the request.
fn found_of_theme(story: &Story) -> Vec<String> {
    let found = story.review().findings();
    let of_theme = |found: &String| found.starts_with("t") && found.contains(" themes/");
    found.into_iter().filter(of_theme).collect()
}

#[test]
fn a_theme_that_is_chosen_has_to_be_there_and_to_be_readable() {
    let story = Story::signed("tilleuls");
    story.write("paraphe.yaml", with_theme("mien"));
    assert_eq!(found_of_theme(&story), ["theme-missing themes/mien"]);

    let template = "themes/mien/templates/organisation.html";
    story.write(template, "{% if %}");
    assert_eq!(found_of_theme(&story), [format!("template-error {template}")]);
    // What a stranger's template does is not tried: this one would not end.
    let endless =
        "{% for a in range(end=4000000000) %}{% for b in range(end=4000000000) %}{% endfor %}{% endfor %}";
    story.write(template, endless);
    assert_eq!(found_of_theme(&story), [""; 0]);
    story.write(template, "<p>Bien</p>");
    assert_eq!(found_of_theme(&story), [""; 0]);
}

#[test]
fn a_change_to_the_theme_in_use_has_to_be_readable_and_to_another_has_not() {
    for inner in ["", "projet"] {
        let story = Story::inside(inner);
        story.write("paraphe.yaml", with_theme("mien"));
        story
            .write("themes/mien/templates/home.html", "<p>Bien</p>")
            .propose();
        story.write("themes/autre/templates/home.html", "{% broken");
        assert_eq!(found_of_theme(&story), [""; 0]);
        story.write("themes/mien/templates/home.html", "{% broken");
        assert_eq!(
            found_of_theme(&story),
            ["template-error themes/mien/templates/home.html"]
        );
    }
}
