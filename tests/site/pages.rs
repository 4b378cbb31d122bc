//! What pages say.

use super::support::{Fixture, files, put, unescape};
use paraphe::diagnostic::Code;
use paraphe::site::Options;
use std::fs;

/// Names that try to get out of where they stand.
const HOSTILE: [&str; 6] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "' onmouseover='alert(1)",
    "]]></title><x>&lt;&amp;",
    "ألف باء \u{200d}עברית",
];

#[test]
fn hostile_names_are_text_everywhere() {
    let fixture = Fixture::new();
    fixture.configure("url: https://example.org/\n");
    for (at, name) in HOSTILE.iter().enumerate() {
        let digest = fixture.sign("charter", &format!("hostile-{at}"), name);
        fixture.attest("charter", &format!("hostile-{at}"), name, digest);
    }
    fixture.build();
    for (path, bytes) in files(&fixture.path("site")) {
        let text = String::from_utf8_lossy(&bytes);
        if path.ends_with(".html") || path.ends_with(".xml") {
            assert!(
                !text.contains("<script>alert") && !text.contains("<img src=x"),
                "{path}"
            );
            assert!(
                !text.contains("' onmouseover") && !text.contains("49{%"),
                "{path}"
            );
        }
    }
    for (at, name) in HOSTILE.iter().enumerate() {
        let page = fixture.page(&format!("organisations/hostile-{at}.html"));
        assert!(
            unescape(&page).contains(&format!("<h1><bdi>{name}</bdi></h1>")),
            "{page}"
        );
        assert!(page.contains("rel=\"nofollow me noopener\""));
    }
}

#[test]
fn those_who_have_withdrawn_are_counted_and_not_named() {
    let fixture = Fixture::new();
    fixture.configure("url: https://example.org/\n");
    fixture.text("territories/lieu", "1.0", "Un lieu.\n");
    fixture.sign("charter", "fidele", "Association Fidèle");
    fixture.withdraw("charter", "partie", "Association Partie");
    fixture.sign("territories/lieu", "a-demi", "Association À Demi");
    fixture.withdraw("charter", "a-demi", "Association À Demi");
    fixture.build();
    for (path, bytes) in files(&fixture.path("site")) {
        let data = [
            "signatures/",
            ".paraphe-manifest",
            "allowed_signers",
            "static/communes/",
        ];
        if !data.iter().any(|prefix| path.starts_with(prefix)) {
            let text = String::from_utf8_lossy(&bytes);
            assert!(
                !text.contains("partie") && !text.contains("Association Partie"),
                "{path} names it"
            );
        }
    }
    assert!(
        fixture
            .page("signatures/charter/partie.yaml")
            .contains("Association Partie")
    );
    assert!(fixture.page("charte.html").contains("2 adhésions retirées"));
    assert!(!fixture.page("charte.html").contains("À Demi"));
    let page = fixture.page("organisations/a-demi.html");
    assert_eq!(page.matches("class=\"adherence\"").count(), 1);
    assert!(page.contains("territoires/lieu_1.0.html"));
}

#[test]
fn an_organisation_shows_what_its_signature_is_worth() {
    let fixture = Fixture::vectors();
    fixture.build();
    let page = fixture.page("organisations/version-ancienne-et-complete.html");
    for words in [
        "Signature d’une version antérieure. La version en vigueur est la 1.1.",
        "Comité d'exemple a vérifié que cette signature vient bien",
        "SHA256:9zpaGJIav7Ir5+jzJERJ5i0HGMiJkuNXxSY07A9km/o",
        "ssh-keygen -Y verify -f allowed_signers -I charter/version-ancienne-et-complete -n paraphe",
        "name: \"Régie de quartier « Les Tilleuls »\"",
    ] {
        assert!(unescape(&page).contains(words), "{words}");
    }
    assert!(!page.contains("BEGIN SSH SIGNATURE"));
    assert!(
        fixture
            .page("organisations/corse.html")
            .contains("aucun garant n’a vérifié")
    );
}

#[test]
fn demonstration_is_said_on_every_page() {
    let fixture = Fixture::new();
    fixture.configure("demonstration: true\n");
    fixture.sign("charter", "une", "Une association");
    fixture.build();
    for (path, bytes) in files(&fixture.path("site")) {
        if path.ends_with(".html") {
            assert!(
                String::from_utf8_lossy(&bytes).contains("class=\"demonstration\""),
                "{path}"
            );
        }
    }
}

#[test]
fn drafts_and_closed_texts_say_so() {
    let fixture = Fixture::new();
    fixture.configure("closed: [territories/ferme]\n");
    fixture.text("territories/ferme", "1.0", "Fermé.\n");
    fixture.text_with("territories/brouillon", "1.0", "status: draft\n", "À venir.\n");
    fixture.text_with("charter", "1.1", "status: draft\n", "À venir.\n");
    fixture.build();
    assert!(
        fixture
            .page("territoires/ferme.html")
            .contains("ne reçoit plus de signature")
    );
    assert!(
        fixture
            .page("territoires/brouillon.html")
            .contains("Ce texte est un brouillon")
    );
    assert!(
        fixture
            .page("charte_1.1.html")
            .contains("Ce texte est un brouillon")
    );
    assert!(!fixture.page("charte.html").contains("À venir"));
    let sign = fixture.page("signer.html");
    assert!(sign.contains("paraphe sign charter") && !sign.contains("territories/ferme"));
}

/// The ways in which a page offers to sign.
fn offers(html: &str) -> Vec<&'static str> {
    let ways = [
        "igner ce texte</a>",
        "Signer ici",
        "Signer la charte",
        "Trois étapes",
        "paraphe sign ",
    ];
    ways.into_iter().filter(|way| html.contains(way)).collect()
}

#[test]
fn what_can_not_be_signed_says_what_is_signed_today() {
    let fixture = Fixture::new();
    fixture.text("charter", "1.1", "Mieux.\n");
    fixture.text_with("charter", "1.2", "status: draft\n", "À venir.\n");
    fixture.text("territories/ferme", "1.0", "Fermé.\n");
    fixture.text("territories/ouvert", "1.0", "Ouvert.\n");
    for theme in ["default", "plain"] {
        fixture.configure(&format!("theme: {theme}\nclosed: [territories/ferme]\n"));
        fixture.build();
        assert_ne!(offers(&fixture.page("charte_1.1.html")), [""; 0], "{theme}");
        // An older version, a draft, a closed adaptation: the charter in its current version.
        for page in [
            "charte_1.0.html",
            "charte_1.2.html",
            "territoires/ferme.html",
            "territoires/ferme_1.0.html",
        ] {
            let html = fixture.page(page);
            assert_eq!(offers(&html), [""; 0], "{theme}: {page}");
            let root = if page.contains('/') { "../" } else { "" };
            let told = format!(
                "À signer aujourd’hui\u{202f}: <a href=\"{root}charte.html\">Texte charter, version 1.1</a>"
            );
            assert!(html.contains(&told), "{theme}: {page}: {html}");
        }
        // Nothing above it is open, but something else is.
        fixture.configure(&format!("theme: {theme}\nclosed: [charter, territories/ferme]\n"));
        fixture.build();
        for page in ["charte.html", "charte_1.1.html", "territoires/ferme.html"] {
            let html = fixture.page(page);
            assert_eq!(offers(&html), [""; 0], "{theme}: {page}");
            assert!(
                html.contains("Voir les textes ouverts à la signature"),
                "{theme}: {page}"
            );
        }
        assert!(
            !fixture.page("index.html").contains("Signer la charte"),
            "{theme}"
        );
        // Nothing is.
        fixture.configure(&format!(
            "theme: {theme}\nclosed: [charter, territories/ferme, territories/ouvert]\n"
        ));
        fixture.build();
        for page in [
            "index.html",
            "charte.html",
            "territoires/ferme.html",
            "signer.html",
        ] {
            let html = fixture.page(page);
            assert_eq!(offers(&html), [""; 0], "{theme}: {page}");
            assert!(
                html.contains("Aucun texte ne reçoit de signature pour le moment."),
                "{theme}: {page}"
            );
        }
        assert_eq!(fixture.page("index.html").matches("class=\"steps\"").count(), 0);
        let sign = fixture.page("signer.html");
        assert!(!sign.contains("à la première étape"), "{theme}");
        assert_eq!(
            sign.contains("même d’un texte qui ne reçoit plus"),
            theme == "default"
        );
        assert_eq!(
            fixture.page("signer.html").matches("<ol").count(),
            usize::from(theme == "default"),
            "the breadcrumb"
        );
    }
}

#[test]
fn nothing_is_counted_in_the_middle_of_a_sentence_with_a_capital() {
    let fixture = Fixture::new();
    fixture.sign("charter", "une", "Une association");
    fixture.build();
    assert!(
        !fixture
            .page("index.html")
            .contains(", <a href=\"territoires.html\">Aucun")
    );
    fixture.configure("theme: plain\n");
    fixture.text("territories/vide", "1.0", "Vide.\n");
    fixture.build();
    for page in ["index.html", "territoires.html", "chiffres.html", "signer.html"] {
        assert!(
            !fixture.page(page).contains(", Aucun"),
            "{page}: {}",
            fixture.page(page)
        );
    }
    assert!(
        fixture
            .page("chiffres.html")
            .contains("1 organisation signataire, 1 signature, 1 territoire.")
    );
}

#[test]
fn the_way_to_hand_in_is_a_mail_first_and_none_where_there_is_no_address() {
    let fixture = Fixture::new();
    let ways = |more: &str, theme: &str| {
        fixture.configure(&format!("theme: {theme}\n{more}"));
        fixture.build();
        fixture.page("signer.html")
    };
    for theme in ["default", "plain"] {
        let both = ways(
            "contact: a@example.org\nrepository: https://git.example.org/a\n",
            theme,
        );
        let (mail, forge) = (both.find(">a@example.org<"), both.find("Le proposer au dépôt"));
        assert!(mail.is_some() && mail < forge, "{theme}: {both}");
        let forge = ways("repository: https://git.example.org/a\n", theme);
        assert!(
            !forge.contains("mailto:") && !forge.contains("courriel"),
            "{theme}: {forge}"
        );
        assert!(
            forge.contains("Sans compte, remettez le fichier"),
            "{theme}: {forge}"
        );
        let none = ways("", theme);
        assert!(
            !none.contains("mailto:") && none.contains("ni adresse ni dépôt"),
            "{theme}: {none}"
        );
    }
}

#[test]
fn nobody_is_told_that_their_computer_has_what_windows_has_not() {
    let fixture = Fixture::new();
    fixture.sign("charter", "une", "Une association");
    for theme in ["default", "plain"] {
        fixture.configure(&format!("theme: {theme}\n"));
        fixture.build();
        let mut pages = vec![fixture.page("organisations/une.html")];
        if theme == "default" {
            pages.push(fixture.page("verifier.html"));
        }
        for html in pages {
            assert!(!html.contains("tout ordinateur"), "{theme}: {html}");
            assert!(html.contains("sous Windows, ouvrez Git Bash"), "{theme}: {html}");
        }
    }
}

#[test]
fn the_key_is_explained_once_with_what_to_do_when_it_is_lost() {
    let fixture = Fixture::new();
    for theme in ["default", "plain"] {
        fixture.configure(&format!("theme: {theme}\n"));
        fixture.build();
        let html = fixture.page("signer.html");
        assert_eq!(
            html.matches("comme un mot de passe").count(),
            1,
            "{theme}: {html}"
        );
        for said in [
            "Clé ou phrase de passe perdue</h",
            "l’attestation d’un garant",
            "en ligne de commande</h2>",
        ] {
            assert!(html.contains(said), "{theme}: {said}: {html}");
        }
        assert!(!html.contains("phrase secrète"), "{theme}");
    }
}

#[test]
fn no_steward_is_promised_where_there_is_none() {
    let fixture = Fixture::new();
    let configuration = fs::read_to_string(fixture.path("project/paraphe.yaml")).unwrap();
    let (own, _) = configuration.split_once("stewards:").unwrap();
    let promises = |page: &str| {
        let html = fixture.page(page);
        let none = html.matches("ce site n’en a pas encore").count();
        (
            html.matches("prendra contact").count() + html.matches("prend contact").count(),
            none,
        )
    };
    for (theme, pages) in [
        ("default", &["signer.html", "charte_signer.html"][..]),
        ("plain", &["signer.html"]),
    ] {
        fixture.configure(&format!("theme: {theme}\n"));
        fixture.build();
        for page in pages {
            let (promised, none) = promises(page);
            assert!(promised > 0 && none == 0, "{theme}: {page}");
        }
        fixture.write("paraphe.yaml", format!("{own}theme: {theme}\n"));
        fixture.build();
        for page in pages {
            let (promised, none) = promises(page);
            assert!(promised == 0 && none > 0, "{theme}: {page}");
        }
        if theme == "default" {
            assert!(
                !fixture
                    .page("verifier.html")
                    .contains("joints par un autre chemin")
            );
        }
    }
}

#[test]
fn the_way_with_ssh_keygen_is_explained_where_the_signing_page_leads() {
    let fixture = Fixture::new();
    fixture.build();
    assert!(
        fixture
            .page("charte_signer.html")
            .contains("href=\"signer.html#page-command\"")
    );
    let html = fixture.page("signer.html");
    let way = html.split_once("id=\"page-command\"").unwrap().1;
    let way = way.split_once("</section>").unwrap().0;
    for said in [
        "charter: &quot;charte-essai&quot;\ntext: &quot;charter&quot;\nversion: &quot;1.0&quot;\n",
        "ssh-keygen -Y sign -n paraphe -f paraphe-key body\n",
        "echo 'signature: |'",
    ] {
        assert!(way.replace('"', "&quot;").contains(said), "{said}: {way}");
    }
    fixture.configure("closed: [charter]\n");
    fixture.build();
    assert!(!fixture.page("signer.html").contains("ssh-keygen"));
}

#[test]
fn the_page_for_nothing_holds_at_any_depth() {
    let fixture = Fixture::new();
    fixture.build();
    assert!(fixture.page("404.html").contains("href=\"/static/site.css?"));
    fixture.configure("url: https://example.org/a/b/\n");
    fixture.build();
    assert!(fixture.page("404.html").contains("href=\"/a/b/static/site.css?"));
}

#[test]
fn a_theme_of_the_project_replaces_file_by_file() {
    let fixture = Fixture::new();
    fixture.configure("theme: maison\n");
    let theme = fixture.path("project/themes/maison");
    put(
        &theme.join("templates/not-found.html"),
        "{{ words.not_found_title }}|{{ site.title }}|{{ words.home }}",
    );
    put(&theme.join("static/page.css"), "/* maison */");
    put(&theme.join("static/fonts/a.woff2"), "font");
    put(&theme.join("locales/fr.ftl"), "not_found_title = Perdu\n");
    fixture.build();
    assert_eq!(fixture.page("404.html"), "Perdu|Charte d&#39;essai|Accueil");
    assert_eq!(fixture.page("static/page.css"), "/* maison */");
    assert_eq!(fixture.page("static/fonts/a.woff2"), "font");
    assert!(fixture.page("static/icon.svg").starts_with("<svg"));
}

#[test]
fn faults_of_a_theme_are_told_with_their_place() {
    let faults = |path: &str, text: &str| {
        let fixture = Fixture::new();
        fixture.configure("theme: maison\n");
        put(&fixture.path("project/themes/maison").join(path), text);
        let faults = fixture.try_build(Options::default()).unwrap_err();
        assert!(!fixture.path("site").exists() && fixture.path("").read_dir().unwrap().count() == 1);
        faults
            .iter()
            .map(|fault| (fault.code, fault.place.to_string()))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        faults("templates/not-found.html", "a\n{{ page.titel }}"),
        [(
            Code::TemplateError,
            "themes/maison/templates/not-found.html:2:9".to_owned()
        )]
    );
    assert_eq!(
        faults("templates/not-found.html", "{% if %}"),
        [(
            Code::TemplateError,
            "themes/maison/templates/not-found.html:1:7".to_owned()
        )]
    );
    assert_eq!(
        faults("locales/fr.ftl", "a = b\nc {\n"),
        [(Code::LocaleError, "themes/maison/locales/fr.ftl:2:3".to_owned())]
    );
    assert_eq!(
        faults("templates/organisation.txt", ""),
        [(
            Code::TemplateError,
            "themes/maison/templates/organisation.txt".to_owned()
        )]
    );
}

#[test]
fn a_theme_that_does_not_exist_is_missing() {
    let fixture = Fixture::new();
    fixture.configure("theme: defaut\n");
    let faults = fixture.try_build(Options::default()).unwrap_err();
    assert_eq!(
        (faults[0].code, faults[0].suggestion.as_deref()),
        (Code::ThemeMissing, Some("default"))
    );
}

#[test]
fn a_page_may_not_take_the_address_of_another() {
    let fixture = Fixture::new();
    fixture.write("content/pages/charte.md", "---\ntitle: \"Charte\"\n---\n\nx\n");
    let faults = fixture.try_build(Options::default()).unwrap_err();
    assert_eq!(faults[0].code, Code::PageNameTaken);
}

#[test]
fn nothing_empty_is_shown_before_the_first_signature() {
    let fixture = Fixture::new();
    fixture.text_with("charter", "1.0", "status: draft\n", "## Un\n\nTexte.\n");
    fixture.build();
    let home = fixture.page("index.html");
    for absent in [
        "role=\"search\"",
        "page-near",
        "class=\"stamp\"",
        "page-latest",
        "Signer la charte",
    ] {
        assert!(!home.contains(absent), "{absent} is in {home}");
    }
    assert!(home.contains("Brouillon"), "{home}");
    for page in ["territoires.html", "signataires.html", "signer.html"] {
        let html = fixture.page(page);
        for absent in [
            "role=\"search\"",
            "class=\"map\"",
            "<code></code>",
            "<ul class=\"departments\"",
        ] {
            assert!(!html.contains(absent), "{absent} is in {page}: {html}");
        }
    }
}

#[test]
fn a_charter_without_places_shows_no_map() {
    let fixture = Fixture::new();
    fixture.sign("charter", "ici", "Association d’ici");
    fixture.build();
    let home = fixture.page("index.html");
    assert!(!home.contains("class=\"map\""), "{home}");
    assert!(!home.contains("territoires.html\">0"), "{home}");
    assert!(home.contains("role=\"search\""), "{home}");
}

#[test]
fn the_newest_signatories_are_told_apart_by_what_they_signed() {
    let fixture = Fixture::new();
    fixture.text("territories/lieu", "1.0", "Un lieu.\n");
    fixture.sign("charter", "deux-fois", "Association Deux Fois");
    fixture.sign("territories/lieu", "deux-fois", "Association Deux Fois");
    fixture.build();
    let home = fixture.page("index.html");
    for text in ["la charte", "Lieu territories/lieu"] {
        let told = format!(" {text}</span></li>");
        assert!(home.contains(&told), "{told} is not in {home}");
    }
}

#[test]
fn the_search_is_at_hand_beside_the_map() {
    let fixture = Fixture::demonstration("default");
    fixture.build();
    for page in ["index.html", "territoires.html"] {
        let html = fixture.page(page);
        for present in [
            "role=\"search\"",
            "class=\"map\"",
            "search.js?",
            "action=\"signataires.html\"",
        ] {
            assert!(html.contains(present), "{present} is not in {page}");
        }
    }
}

#[test]
fn titles_are_set_as_the_language_wants_wherever_they_stand() {
    for (language, pages, set) in [
        (
            "fr",
            ["charte.html", "signer.html", "charte_signer.html"],
            "L’essai «\u{202f}vrai\u{202f}»",
        ),
        (
            "en",
            ["charter.html", "sign.html", "charter_sign.html"],
            "L’essai “vrai”",
        ),
    ] {
        let fixture = Fixture::new();
        fixture.configure(&format!("language: {language}\n"));
        fixture.write(
            "content/charter/1.0.md",
            "---\ntitle: 'L''essai \"vrai\"'\nversion: \"1.0\"\nadopted: 2026-01-15\ndeclaration: \"D'accord.\"\n---\n\n\
             Les voisins l'ont dit : \"on y va\".\n",
        );
        fixture.build();
        for page in pages {
            let html = fixture.page(page);
            let body = html.split("<body").nth(1).unwrap();
            assert!(
                body.contains(set) && !body.contains("L&#x27;essai"),
                "{page}: {body}"
            );
        }
    }
}
