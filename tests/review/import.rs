//! Signatures that came by mail.

use crate::story::{Ran, Story, private};
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Runs `paraphe import` on paths in the letter box.
fn import(story: &Story, paths: &[&str]) -> Ran {
    let mut arguments = vec!["import"];
    let paths: Vec<String> = paths
        .iter()
        .map(|path| inbox(story, path).display().to_string())
        .collect();
    arguments.extend(paths.iter().map(String::as_str));
    story.paraphe(&arguments)
}

/// A path in the letter box, which is outside the project's own folders.
fn inbox(story: &Story, path: &str) -> PathBuf {
    story.path("courrier").join(path)
}

fn receive(story: &Story, path: &str, bytes: impl AsRef<[u8]>) {
    let path = inbox(story, path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// A message with attachments: name, type, content.
fn message(attachments: &[(&str, &str, &[u8])]) -> Vec<u8> {
    use base64::Engine as _;
    let mut text = "From: Camille <camille@example.org>\r\nSubject: =?utf-8?q?Notre_adh=C3=A9sion?=\r\nMIME-Version: 1.0\r\n\
                    Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\
                    Bonjour, voici notre signature.\r\n"
        .to_owned();
    for (name, kind, content) in attachments {
        let encoded = base64::engine::general_purpose::STANDARD.encode(content);
        text.push_str(&format!(
            "--b\r\nContent-Type: {kind}; name=\"{name}\"\r\nContent-Disposition: attachment; filename=\"{name}\"\r\n\
             Content-Transfer-Encoding: base64\r\n\r\n{encoded}\r\n"
        ));
    }
    text.push_str("--b--\r\n");
    text.into_bytes()
}

/// Everything below `signatures/`, to see that nothing changed.
fn signatures(story: &Story) -> Vec<(PathBuf, Vec<u8>)> {
    let entries = walkdir::WalkDir::new(story.path("signatures")).sort_by_file_name();
    let files = entries
        .into_iter()
        .flatten()
        .filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| (entry.path().to_owned(), fs::read(entry.path()).unwrap()))
        .collect()
}

#[test]
fn a_file_goes_to_its_place_by_its_name_and_twice_is_once() {
    let story = Story::new();
    let file = story.pen("tilleuls").file();
    receive(&story, "tilleuls (1).yaml", &file);
    let path = "signatures/charter/tilleuls.yaml";
    import(&story, &["tilleuls (1).yaml"]).says(
        0,
        &[path, "Association tilleuls", "SHA256:", "1 file put in place"],
    );
    assert_eq!(story.read(path), file);
    let before = signatures(&story);
    import(&story, &["tilleuls (1).yaml"]).says(0, &["In its place already", "1 there already"]);
    assert_eq!(signatures(&story), before);
    assert!(inbox(&story, "tilleuls (1).yaml").exists());
    story.commit("Par courriel");
    assert!(story.paraphe(&["check"]).out.contains("All is well"));
}

#[test]
fn an_attachment_without_a_telling_name_is_named_after_the_organisation() {
    let story = Story::new();
    let file = story.pen("x").name("Régie « Les Tilleuls »").file();
    // Mail programs like to turn line ends.
    let sent = file.replace('\n', "\r\n");
    receive(
        &story,
        "m.eml",
        message(&[
            ("signature.yaml", "text/plain; charset=utf-8", sent.as_bytes()),
            ("logo.png", "image/png", b"\x89PNG\r\n\x1a\n"),
        ]),
    );
    let ran = import(&story, &["m.eml"]);
    ran.says(
        0,
        &[
            "m.eml › signature.yaml",
            "signatures/charter/regie-les-tilleuls.yaml",
            "passed over",
            "logo.png",
        ],
    );
    assert_eq!(story.read("signatures/charter/regie-les-tilleuls.yaml"), file);
}

#[test]
fn a_folder_and_standard_input() {
    let story = Story::new();
    receive(&story, "recus/a/un.yaml", story.pen("un").file());
    receive(
        &story,
        "recus/deux.eml",
        message(&[(
            "deux.yaml",
            "application/yaml",
            story.pen("deux").file().as_bytes(),
        )]),
    );
    receive(&story, "recus/.cache/trois.yaml", story.pen("trois").file());
    receive(&story, "recus/notes.txt", "rien");
    import(&story, &["recus"]).says(0, &["2 files put in place", "passed over", "notes.txt"]);
    assert!(!story.path("signatures/charter/trois.yaml").exists());

    let mut child = Command::new(env!("CARGO_BIN_EXE_paraphe"))
        .args(["import", "-"])
        .current_dir(story.root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let sent = message(&[(
        "quatre.yaml",
        "application/yaml",
        story.pen("quatre").file().as_bytes(),
    )]);
    child.stdin.take().unwrap().write_all(&sent).unwrap();
    assert!(child.wait_with_output().unwrap().status.success());
    assert!(story.path("signatures/charter/quatre.yaml").exists());
}

#[test]
fn a_signature_pasted_into_the_words_is_found() {
    let story = Story::new();
    let file = story.pen("tilleuls").file();
    let sent = format!(
        "From: a@example.org\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nBonjour,\r\n\r\n{}\r\nMerci\r\n",
        file.replace('\n', "\r\n")
    );
    receive(&story, "m.eml", sent);
    import(&story, &["m.eml"]).says(0, &["signatures/charter/association-tilleuls.yaml"]);
}

#[test]
fn what_may_follow_takes_the_place_and_what_may_not_is_left() {
    let story = Story::new();
    story.sign("tilleuls").version("1.1").commit("Une signature");
    let path = "signatures/charter/tilleuls.yaml";
    let first = story.read(path);
    // Another key, an earlier date, and a fault.
    receive(
        &story,
        "r/1/tilleuls.yaml",
        story.pen("tilleuls").key("autre").version("1.1").file(),
    );
    receive(
        &story,
        "r/2/tilleuls.yaml",
        story.pen("tilleuls").date("2026-11-01").file(),
    );
    receive(&story, "r/3/tilleuls.yaml", first.replace("Angers", "Brest"));
    let ran = import(&story, &["r"]);
    ran.says(
        1,
        &[
            "key-replaced",
            "date-goes-back",
            "signature-mismatch",
            "3 refused",
        ],
    );
    assert!(ran.out.contains("r/1/tilleuls.yaml:"), "{}", ran.out);
    assert_eq!(story.read(path), first);
    assert!(inbox(&story, "r/1/tilleuls.yaml").exists());

    // The same key and a later version; the file's own name does not matter any more.
    let again = story.pen("tilleuls").version("1.1").date("2026-11-21").file();
    receive(&story, "nouvelle-version.yaml", &again);
    import(&story, &["nouvelle-version.yaml"]).says(0, &["signs again", path]);
    assert_eq!(story.read(path), again);
    assert_eq!(signatures(&story).len(), 1);
}

#[test]
fn a_lost_key_comes_with_a_stewards_word_or_not_at_all() {
    let story = Story::new();
    story.sign("tilleuls").commit("Une signature");
    let path = "signatures/charter/tilleuls.yaml";
    let old = story.read(path);
    // Written in the project only to have it attested, then put back.
    story.pen("tilleuls").key("nouvelle").date("2026-11-21").write();
    story.attest("charter", "tilleuls", "garant");
    let (new, word) = (
        story.read(path),
        story.read("signatures/charter/tilleuls.attestation.yaml"),
    );
    story
        .remove("signatures/charter/tilleuls.attestation.yaml")
        .write(path, &old);

    receive(
        &story,
        "m.eml",
        message(&[("tilleuls.yaml", "application/yaml", new.as_bytes())]),
    );
    import(&story, &["m.eml"]).says(1, &["key-replaced"]);
    let both = message(&[
        ("parole.yaml", "application/yaml", word.as_bytes()),
        ("tilleuls.yaml", "application/yaml", new.as_bytes()),
    ]);
    receive(&story, "m.eml", both);
    import(&story, &["m.eml"]).says(0, &["Attested by Garant"]);
    assert_eq!(story.read(path), new);
    assert_eq!(story.read("signatures/charter/tilleuls.attestation.yaml"), word);
    import(&story, &["m.eml"]).says(0, &["2 there already"]);
}

#[test]
fn an_attestation_finds_the_signature_it_is_about() {
    let story = Story::new();
    story.sign("tilleuls").attest("charter", "tilleuls", "garant");
    let word = story.read("signatures/charter/tilleuls.attestation.yaml");
    story.attest("charter", "tilleuls", "garante");
    let other = story.read("signatures/charter/tilleuls.attestation.yaml");
    let signature = story.read("signatures/charter/tilleuls.yaml");
    story
        .remove("signatures/charter/tilleuls.attestation.yaml")
        .remove("signatures/charter/tilleuls.yaml");
    receive(&story, "parole.yaml", &word);
    import(&story, &["parole.yaml"]).says(1, &["attests a signature that is not here"]);
    receive(&story, "tilleuls.yaml", signature);
    import(&story, &["parole.yaml", "tilleuls.yaml"]).says(0, &["2 files put in place"]);
    assert_eq!(story.read("signatures/charter/tilleuls.attestation.yaml"), word);
    receive(&story, "autre.yaml", other);
    import(&story, &["autre.yaml"]).says(1, &["without a person looking"]);
    assert_eq!(story.read("signatures/charter/tilleuls.attestation.yaml"), word);
}

#[test]
fn a_strangers_attestation_and_a_lookalike_are_refused() {
    let story = Story::new();
    story.sign("tilleuls").attest("charter", "tilleuls", "intrus");
    let word = story.read("signatures/charter/tilleuls.attestation.yaml");
    story
        .remove("signatures/charter/tilleuls.attestation.yaml")
        .commit("Une signature");
    receive(&story, "parole.yaml", word);
    receive(
        &story,
        "leurre.yaml",
        story.pen("leurre").name("Association Tilleuls").file(),
    );
    let ran = import(&story, &["parole.yaml", "leurre.yaml"]);
    ran.says(1, &["attestation-not-steward", "lookalike-name", "2 refused"]);
    assert_eq!(signatures(&story).len(), 1);
}

#[test]
fn what_comes_first_is_known_to_what_comes_after() {
    let story = Story::new();
    story.pen("un").rna("W491234567").write().commit("Une signature");
    let leaves = story.pen("un").withdraw().date("2026-11-23");
    receive(&story, "un.yaml", leaves.file());
    // The number is free again, and the name of the third is taken by then.
    let follows = story.pen("deux").rna("W491234567").date("2026-11-24");
    receive(&story, "deux.yaml", follows.file());
    let deceives = story.pen("trois").name("Association Deux").date("2026-11-25");
    receive(&story, "trois.yaml", deceives.file());
    let ran = import(&story, &["un.yaml", "deux.yaml", "trois.yaml"]);
    ran.says(1, &["lookalike-name", "2 files put in place", "1 refused"]);
    assert!(!ran.out.contains("duplicate-identifier"), "{ran:?}");
}

#[test]
fn hostile_post_does_no_harm() {
    let story = Story::new();
    let key = "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ\n";
    receive(
        &story,
        "m.eml",
        message(&[
            ("cle", "application/octet-stream", key.as_bytes()),
            (
                "../../../../tmp/evasion.yaml",
                "application/yaml",
                story.pen("x").file().as_bytes(),
            ),
            (
                "con.yaml",
                "application/yaml",
                story.pen("y").name("Association y").file().as_bytes(),
            ),
            ("\u{1b}[31m::error::x.yaml", "application/yaml", b"paraphe: 1\n"),
            (
                "grand.yaml",
                "application/yaml",
                format!("paraphe: 1\n{}", "x".repeat(20_000)).as_bytes(),
            ),
            (
                "large.yaml",
                "application/yaml",
                &"paraphe: 1\n"
                    .encode_utf16()
                    .flat_map(u16::to_le_bytes)
                    .collect::<Vec<_>>(),
            ),
        ]),
    );
    let ran = import(&story, &["m.eml"]);
    ran.says(
        1,
        &[
            "private-key",
            "file-too-large",
            "reserved-name",
            "signatures/charter/evasion.yaml",
        ],
    );
    assert!(!ran.out.contains("b3BlbnNz"), "{}", ran.out);
    assert_eq!(signatures(&story).len(), 1);

    // Thousands of parts, and a message that never ends.
    let many: Vec<(&str, &str, &[u8])> = (0..3000)
        .map(|_| ("a.yaml", "application/yaml", &b"paraphe: 1"[..]))
        .collect();
    receive(&story, "m.eml", message(&many));
    import(&story, &["m.eml"]).says(1, &["refused"]);
    receive(
        &story,
        "m.eml",
        "From: a@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n".repeat(2000),
    );
    import(&story, &["m.eml"]).says(2, &["no signed file"]);
}

#[test]
fn a_broken_file_or_a_link_in_its_place_is_left_to_a_person() {
    let story = Story::new();
    story.write("signatures/charter/tilleuls.yaml", "fautif\n");
    receive(&story, "tilleuls.yaml", story.pen("tilleuls").file());
    import(&story, &["tilleuls.yaml"]).says(1, &["without a person looking"]);
    assert_eq!(story.read("signatures/charter/tilleuls.yaml"), "fautif\n");
    #[cfg(unix)]
    {
        story
            .write("ailleurs.yaml", "ailleurs\n")
            .remove("signatures/charter/tilleuls.yaml");
        std::os::unix::fs::symlink(
            story.path("ailleurs.yaml"),
            story.path("signatures/charter/tilleuls.yaml"),
        )
        .unwrap();
        import(&story, &["tilleuls.yaml"]).says(1, &["symbolic-link"]);
        assert_eq!(story.read("ailleurs.yaml"), "ailleurs\n");
    }
    import(&story, &["nulle-part.yaml"]).says(2, &["nulle-part.yaml"]);
}

#[test]
fn a_file_of_another_kind_is_named_as_such_and_not_taken_apart() {
    let story = Story::new();
    receive(&story, "vide.yaml", "\n");
    receive(&story, "paraphe.yaml", story.read("paraphe.yaml"));
    for path in ["vide.yaml", "paraphe.yaml"] {
        let ran = import(&story, &[path]);
        ran.says(1, &["error[not-a-signed-file]", path, "1 error\n", "1 refused"]);
    }
}

/// A message of one part, as a mail program sends it.
fn words(kind: &str, words: &str) -> String {
    format!(
        "MIME-Version: 1.0\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\
         From: Camille <camille@example.org>\r\n\r\n{}",
        words.replace('\n', "\r\n")
    )
}

#[test]
fn a_signature_comes_however_the_mail_program_sent_it() {
    let story = Story::new();
    let file = story.pen("tilleuls").name("Régie « Les Tilleuls »").file();
    let html = |text: &str| {
        text.replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('"', "&quot;")
    };
    let quoted: String = file.lines().map(|line| format!("> {line}\n")).collect();
    let lines: Vec<String> = file.lines().map(|line| html(line.trim())).collect();
    let plain = words("text/plain", &file);
    for (how, message) in [
        ("pasted", plain.clone()),
        (
            "quoted in an answer",
            words("text/plain", &format!("Bonjour,\n\n{quoted}\nMerci\n")),
        ),
        (
            "with spaces before each line",
            words("text/plain; format=flowed", &file.replace("\n ", "\n  ")),
        ),
        (
            "in HTML alone",
            words(
                "text/html",
                &format!("<p>Bonjour</p><div>{}</div>", lines.join("<br>")),
            ),
        ),
        (
            "in HTML, as it was typed",
            words("text/html", &format!("<body><pre>\n{}</pre></body>", html(&file))),
        ),
        (
            "in a mailbox",
            format!("From camille@example.org Mon Nov 23 00:00:00 2026\r\n{plain}\r\n"),
        ),
    ] {
        let _ = fs::remove_dir_all(story.path("signatures"));
        receive(&story, "courrier", &message);
        let ran = import(&story, &["courrier"]);
        assert_eq!(ran.status, 0, "{how}: {}{}", ran.out, ran.err);
        let there = signatures(&story);
        assert_eq!(there.len(), 1, "{how}");
        assert_eq!(String::from_utf8_lossy(&there[0].1), file, "{how}");
    }
}

#[test]
fn two_of_one_day_that_come_twice_stay_as_they_are() {
    let story = Story::new();
    receive(&story, "a/tilleuls.yaml", story.pen("tilleuls").file());
    let second = story.pen("tilleuls").city("Nantes").file();
    receive(&story, "b/tilleuls.yaml", &second);
    import(&story, &["."]).says(0, &["2 files put in place"]);
    let path = "signatures/charter/tilleuls.yaml";
    assert_eq!(story.read(path), second);
    import(&story, &["."]).says(0, &["No file put in place, 2 there already", "Replaced already"]);
    assert_eq!(story.read(path), second);
    // The first of them alone comes back only as long as git knows nothing of either.
    story.commit("Deux le même jour");
    story.git(&["rm", "-q", "-r", "--cached", "courrier"]);
    story
        .write(path, story.pen("tilleuls").city("Angers").file())
        .commit("La première");
    story.write(path, &second).commit("La seconde");
    import(&story, &["a/tilleuls.yaml"]).says(1, &["signature-replayed"]);
    assert_eq!(story.read(path), second);
}

#[test]
fn an_old_signature_under_a_new_name_is_known_for_what_it_is() {
    let story = Story::signed("tilleuls");
    let old = story.read("signatures/charter/tilleuls.yaml");
    receive(&story, "copie.yaml", &old);
    import(&story, &["copie.yaml"]).says(0, &["In its place already: signatures/charter/tilleuls.yaml"]);
    story
        .pen("tilleuls")
        .withdraw()
        .date("2026-11-21")
        .write()
        .commit("Retirée");
    import(&story, &["copie.yaml"]).says(1, &["date-goes-back"]);
    assert_eq!(signatures(&story).len(), 1);
}

#[test]
fn a_private_key_in_the_words_of_a_mail_is_told_and_never_shown() {
    let key = private("tilleuls").to_openssh(None).unwrap();
    let html = format!("<p>Voici ma clé :</p><pre>{}</pre>", key.as_str());
    let mail = |kind: &str, words: &str| {
        format!(
            "From: Camille <camille@example.org>\r\nMIME-Version: 1.0\r\nContent-Type: {kind}; charset=utf-8\r\n\r\n{}",
            words.replace('\n', "\r\n")
        )
    };
    let story = Story::new();
    let file = story.pen("tilleuls").file();
    let quoted = key.replace('\n', "\n> ");
    for (kind, words, placed) in [
        (
            "text/plain",
            format!("Bonjour,\n\n{}\n\n{file}\nCordialement\n", key.as_str()),
            true,
        ),
        ("text/plain", format!("> {quoted}\nVoici.\n"), false),
        ("text/html", html, false),
        (
            "text/plain",
            "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\n".to_owned(),
            false,
        ),
    ] {
        receive(&story, "courrier.eml", mail(kind, &words));
        let ran = import(&story, &["courrier.eml"]);
        ran.says(1, &["[private-key]", "courrier.eml", "that key is lost"]);
        assert!(
            !format!("{}{}", ran.out, ran.err).contains("b3Blbn"),
            "{}",
            ran.err
        );
        assert_eq!(
            story
                .path("signatures/charter/association-tilleuls.yaml")
                .exists(),
            placed
        );
        let _ = fs::remove_dir_all(story.path("signatures"));
    }
    // Words about keys are none.
    receive(
        &story,
        "courrier.eml",
        mail(
            "text/plain",
            &format!("Pas de « PRIVATE KEY----- » ici.\n\n{file}"),
        ),
    );
    import(&story, &["courrier.eml"]).says(0, &[]);
}

#[test]
fn a_private_key_of_putty_s_is_told_as_a_key() {
    let story = Story::new();
    let key = "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: x\n";
    receive(&story, "cle.ppk", key);
    import(&story, &["cle.ppk"]).says(1, &["[private-key]"]);
}

#[test]
fn a_file_that_a_mail_has_quoted_is_put_back_as_it_was_signed() {
    let story = Story::proposed();
    let file = story.pen("tilleuls").file();
    let quoted: String = file.lines().map(|line| format!("> {line}\n")).collect();
    story.write("courrier.txt", format!("Bonjour,\n\n{quoted}\nÀ bientôt\n"));
    story.paraphe(&["import", "courrier.txt"]);
    let put = fs::read_dir(story.path("signatures/charter")).unwrap().next();
    let put = fs::read_to_string(put.unwrap().unwrap().path()).unwrap();
    assert_eq!(put, file);
}
