//! Signing, withdrawing and attesting, as people do it.

use crate::support::{Project, Ran};
use crate::terminal::type_in;
use crate::tools::{ssh_keygen, write_secret};
use paraphe::identifier::Digest;
use paraphe::signature::PrivateKey;

const FILE: &str = "signatures/charter/les-tilleuls.yaml";

/// The key of an association, open, beside the project's files.
fn key(project: &Project, name: &str, seed: u8) -> PrivateKey {
    let key = PrivateKey::from_seed(&[seed; 32]);
    write_secret(&project.path(name), &key.to_openssh(None).unwrap());
    key
}

fn sign(project: &Project, extra: &[&str]) -> Ran {
    let mut arguments = vec!["sign", "charter", "--key", "k", "--yes"];
    arguments.extend(extra);
    project.run(&arguments)
}

const NAMED: [&str; 6] = [
    "--name",
    "Les Tilleuls",
    "--city",
    "Exempleville",
    "--date",
    "2026-06-23",
];

/// A project in which the association has signed.
fn signed() -> Project {
    let project = Project::sound();
    key(&project, "k", 1);
    sign(&project, &NAMED).says(0, &["Signed and checked: ", FILE, "git add"]);
    project
}

#[test]
fn everything_can_be_said_on_the_command_line() {
    let project = Project::sound();
    let key = key(&project, "k", 1);
    let ran = project.run(&[
        "sign",
        "charter",
        "--key",
        "k",
        "--yes",
        "--name",
        "Régie « Les Tilleuls »",
        "--city",
        "Exempleville",
        "--insee",
        "49007",
        "--rna",
        "w491234567",
        "--siren",
        "732 829 320",
        "--website",
        "https://regie.example.org/",
        "--representative",
        "Camille Exemple",
        "--role",
        "présidente",
        "--organisation-id",
        "les-tilleuls",
        "--date",
        "2026-06-23",
    ]);
    ran.says(0, &["exactly what will be signed", &key.public().fingerprint()]);
    let file = project.read(FILE);
    let (body, _) = file.split_once("signature: |\n").unwrap();
    for line in body.lines() {
        assert!(ran.out.contains(&format!("  │ {line}\n")), "{line}");
    }
    for words in [
        "rna: \"W491234567\"",
        "siren: \"732829320\"",
        "role: \"présidente\"",
        "date: \"2026-06-23\"",
    ] {
        assert!(body.contains(words), "{words}");
    }
    project.run(&["verify", FILE]).says(0, &["1 "]);

    // The commands of the format, by hand.
    project.write("body", body);
    let armour: String = file[body.len()..]
        .lines()
        .skip(1)
        .map(|line| format!("{}\n", line.trim()))
        .collect();
    project.write("body.sig", armour);
    let said = ssh_keygen(
        &["-Y", "check-novalidate", "-n", "paraphe", "-s", "body.sig"],
        &project.path(""),
        body.as_bytes(),
    );
    assert!(said.contains(&key.public().fingerprint()), "{said}");
}

#[test]
fn nothing_is_asked_with_yes_and_what_is_missing_is_named() {
    let project = Project::sound();
    key(&project, "k", 1);
    sign(&project, &[]).says(2, &["--name"]);
    sign(&project, &["--name", "A"]).says(2, &["--city"]);
    project.run(&["sign", "charter", "--yes"]).says(2, &["--key"]);
    sign(&project, &["--name", "A", "--city", "B", "--role", "C"]).says(2, &["--representative"]);
    sign(&project, &["--name", "جمعية", "--city", "B"]).says(2, &["--organisation-id"]);
    assert!(!project.path("signatures/charter/a.yaml").exists());
}

#[test]
fn a_wrong_answer_on_the_command_line_is_refused_with_its_reason() {
    let project = Project::sound();
    key(&project, "k", 1);
    let wrong = |flag, value| {
        let mut with: Vec<&str> = NAMED
            .chunks(2)
            .filter(|pair| pair[0] != flag)
            .flatten()
            .copied()
            .collect();
        with.extend([flag, value]);
        sign(&project, &with)
    };
    wrong("--siren", "732829321").says(2, &["--siren", "732829321"]);
    wrong("--rna", "491").says(2, &["--rna", "W491234567"]);
    wrong("--insee", "4900").says(2, &["--insee", "49007"]);
    wrong("--website", "http://x.org").says(2, &["--website", "https://"]);
    wrong("--name", "a\u{202e}b").says(2, &["--name", "U+202E"]);
    wrong("--date", "2026-02-30").says(2, &["--date", "2026-02-30"]);
    wrong("--date", "2199-01-01").says(2, &["--date", "future"]);
    wrong("--date", "2020-01-01").says(2, &["2020-01-01"]);
    wrong("--organisation-id", "../x").says(2, &["--organisation-id"]);
    assert!(!project.path(FILE).exists());
}

#[test]
fn a_text_is_named_or_the_nearest_is() {
    let project = Project::sound();
    key(&project, "k", 1);
    project
        .run(&["sign", "chartre", "--key", "k", "--yes"])
        .says(2, &["charter"]);
    project
        .run(&["sign", "zzzzzzzzzz", "--key", "k", "--yes"])
        .says(2, &["charter"]);
    project.replace("paraphe.yaml", "charter:", "closed: [charter]\ncharter:");
    sign(&project, &NAMED).says(2, &["no more signatures"]);

    // Who adheres may still sign again.
    let project = signed();
    project.replace("paraphe.yaml", "charter:", "closed: [charter]\ncharter:");
    sign(&project, &["--date", "2026-06-24"]).says(0, &["Signed and checked"]);
}

#[test]
fn a_key_that_will_not_do_is_named_for_what_it_is() {
    let project = Project::sound();
    project.write("k", "hello");
    sign(&project, &NAMED).says(2, &["k is not a key"]);
    project.write("k", PrivateKey::from_seed(&[1; 32]).public().to_openssh());
    sign(&project, &NAMED).says(2, &["public key"]);
    project.write("k", "PuTTY-User-Key-File-3: ssh-ed25519\n");
    sign(&project, &NAMED).says(2, &["PuTTYgen"]);
    project
        .run(&["sign", "charter", "--key", "nowhere", "--yes"])
        .says(2, &["nowhere"]);
    project
        .run(&["sign", "charter", "--key", "/dev/zero", "--yes"])
        .says(2, &["too large"]);
    project
        .run(&["sign", "charter", "--agent", "--yes"])
        .says(2, &["SSH_AUTH_SOCK"]);
}

#[cfg(unix)]
#[test]
fn a_key_that_others_can_read_is_remarked_on() {
    use std::os::unix::fs::PermissionsExt as _;
    let project = Project::sound();
    key(&project, "k", 1);
    std::fs::set_permissions(project.path("k"), std::fs::Permissions::from_mode(0o644)).unwrap();
    sign(&project, &NAMED).says(0, &["chmod 600"]);
}

#[test]
fn a_locked_key_takes_its_passphrase_from_a_file() {
    let project = Project::sound();
    let key = PrivateKey::from_seed(&[1; 32]);
    write_secret(&project.path("k"), &key.to_openssh(Some("mot de passe")).unwrap());
    project
        .write("right", "mot de passe\nsecond line\n")
        .write("wrong", "autre\n")
        .write("empty", "\n");
    let with = |file| {
        let mut arguments = NAMED.to_vec();
        arguments.extend(["--passphrase-file", file]);
        sign(&project, &arguments)
    };
    with("wrong").says(2, &["not the passphrase"]);
    with("empty").says(2, &["first line"]);
    assert!(!project.path(FILE).exists());
    let ran = with("right");
    ran.says(0, &["Signed and checked"]);
    assert!(!format!("{ran:?}").contains("mot de passe"));
}

#[test]
fn an_own_file_is_replaced_only_as_the_format_allows() {
    let project = signed();
    let first = project.read(FILE);
    // The same key: what is known is kept, what is given is changed, and nothing goes back in time.
    sign(&project, &["--city", "Ailleurs", "--date", "2026-06-24"])
        .says(0, &["has signed for “Les Tilleuls”"]);
    assert!(project.read(FILE).contains("city: \"Ailleurs\""));
    assert_ne!(project.read(FILE), first);
    sign(&project, &["--date", "2026-06-23"]).says(2, &["2026-06-24"]);

    // Another key needs to say so.
    key(&project, "other", 2);
    let by_other = |extra: &[&str]| {
        let mut arguments = vec![
            "sign",
            "charter",
            "--key",
            "other",
            "--yes",
            "--date",
            "2026-06-25",
        ];
        arguments.extend(["--name", "Les Tilleuls", "--city", "Exempleville"]);
        arguments.extend(extra);
        project.run(&arguments)
    };
    by_other(&[]).says(2, &["another key", "--new-key", "--organisation-id"]);
    by_other(&["--new-key"]).says(0, &["steward’s attestation", "Signed and checked"]);
}

#[test]
fn a_file_that_is_not_sound_is_left_alone() {
    let project = signed();
    project.replace(FILE, "Exempleville", "Ailleurs");
    let before = project.read(FILE);
    sign(&project, &NAMED).says(2, &["signature-mismatch"]);
    assert_eq!(project.read(FILE), before);
}

#[test]
fn withdrawing_ends_it_and_signing_again_waits_a_day() {
    let project = signed();
    let withdraw = |extra: &[&str]| {
        let mut arguments = vec!["withdraw", "charter", "--key", "k", "--yes"];
        arguments.extend(extra);
        project.run(&arguments)
    };
    withdraw(&["--date", "2026-06-22"]).says(2, &["2026-06-23"]);
    withdraw(&["--date", "2026-06-23", "--reason", "Nous fermons."])
        .says(0, &["Les Tilleuls", "git switch -c withdrawal-", "Do not delete"]);
    project.run(&["check"]).says(0, &["7 signatures, 2 withdrawals."]);
    let file = project.read(FILE);
    assert!(
        file.contains("action: \"withdraw\"") && file.contains("declaration: \"Nous fermons.\""),
        "{file}"
    );
    withdraw(&[]).says(2, &["withdrawal already"]);
    sign(&project, &NAMED).says(2, &["the day after"]);
    sign(&project, &["--date", "2026-06-24"]).says(0, &["Signed and checked"]);

    key(&project, "other", 2);
    let other = [
        "withdraw",
        "charter",
        "--key",
        "other",
        "--yes",
        "--date",
        "2026-06-25",
    ];
    project.run(&other).says(2, &["has not signed"]);
    let mut named = other.to_vec();
    named.extend(["--organisation-id", "les-tilleuls"]);
    project.run(&named).says(2, &["another key"]);
    named.push("--new-key");
    project.run(&named).says(0, &["steward"]);
}

#[test]
fn the_usual_reason_of_a_withdrawal_is_in_the_charter_s_language() {
    for (charter, reader, reason) in [
        ("fr", "en", "Nous retirons notre adhésion."),
        ("en", "fr", "We withdraw our adherence."),
    ] {
        let project = signed();
        project.replace("paraphe.yaml", "language: fr", &format!("language: {charter}"));
        let arguments = ["--lang", reader, "withdraw", "charter", "--key", "k", "--yes"];
        let ran = project.run(&arguments);
        ran.says(0, &[reason]);
        let file = project.read(FILE);
        assert!(file.contains(&format!("declaration: \"{reason}\"")), "{file}");
    }
}

#[test]
fn a_steward_attests_what_is_there() {
    let project = signed();
    let steward = key(&project, "steward", 3);
    let attest = |key: &str| {
        let method = "Appel au siège";
        project.run(&[
            "attest",
            FILE,
            "--key",
            key,
            "--yes",
            "--method",
            method,
            "--date",
            "2026-06-24",
        ])
    };
    attest("steward").says(2, &["no steward’s", &steward.public().fingerprint()]);
    let mut configuration = project.read("paraphe.yaml");
    let line = format!(
        "  - name: \"Garante\"\n    key: \"{}\"\n",
        steward.public().to_openssh()
    );
    match configuration.find("stewards:\n") {
        Some(at) => configuration.insert_str(at + "stewards:\n".len(), &line),
        None => configuration.push_str(&format!("stewards:\n{line}")),
    }
    project.write("paraphe.yaml", configuration);
    attest("steward").says(
        0,
        &[
            "Les Tilleuls (Exempleville) signs",
            "Signed by the key",
            "To attest is to say",
        ],
    );
    let attestation = project.read("signatures/charter/les-tilleuls.attestation.yaml");
    assert!(attestation.contains(&Digest::of(project.read(FILE).as_bytes()).to_string()));
    project.run(&["check"]).says(0, &[]);
    attest("steward").says(2, &["Garante", "already"]);

    // Signing again leaves the attestation behind, and says so; a steward attests anew.
    sign(&project, &["--date", "2026-06-24"]).says(0, &["attestation-stale", "Signed and checked"]);
    attest("steward").says(0, &[]);
    project.run(&["verify", FILE]).says(0, &["Garante"]);

    project
        .run(&["attest", "paraphe.yaml", "--key", "steward", "--yes"])
        .says(2, &["not a signature"]);
    project
        .run(&["attest", "/etc/hostname", "--key", "steward", "--yes"])
        .says(2, &["not in the project"]);
}

#[cfg(unix)]
#[test]
fn no_steward_is_promised_where_there_is_none() {
    let told = |project: &Project| {
        key(project, "k", 1);
        let ran = sign(project, &NAMED);
        (ran.status, ran.out.contains("a steward will get in touch"))
    };
    let project = Project::sound();
    assert_eq!(told(&project), (0, true));
    let project = Project::sound();
    let configuration = project.read("paraphe.yaml");
    let (own, _) = configuration.split_once("stewards:").unwrap();
    project.write("paraphe.yaml", own);
    assert_eq!(told(&project), (0, false));
}

#[test]
fn an_agent_signs() {
    let project = Project::sound();
    let agent = crate::agent::RunningAgent::start(&project.path(""));
    key(&project, "k", 1);
    key(&project, "other", 2);
    let socket = agent.socket.display().to_string();
    let sign = |extra: &[&str]| {
        let mut arguments = vec!["sign", "charter", "--agent", "--yes"];
        arguments.extend(NAMED);
        arguments.extend(extra);
        project.run_with(&arguments, &[("SSH_AUTH_SOCK", &socket)])
    };
    sign(&[]).says(2, &["no Ed25519 key", "ssh-add"]);
    agent.add(&["k"], &project.path(""));
    sign(&["--key", "other"]).says(2, &["does not have the key"]);
    sign(&[]).says(0, &["Signed and checked"]);
    agent.add(&["other"], &project.path(""));
    sign(&[]).says(2, &["several keys"]);
    let public = PrivateKey::from_seed(&[1; 32]).public().to_openssh();
    project.write("k.pub", public);
    sign(&["--key", "k.pub"]).says(0, &["Signed and checked"]);
}

#[test]
fn questions_at_a_terminal_are_asked_again_until_the_answer_is_right() {
    let project = Project::sound();
    let key = PrivateKey::from_seed(&[1; 32]);
    write_secret(&project.path("k"), &key.to_openssh(Some("mot de passe")).unwrap());
    let session = type_in(
        &project,
        &["sign", "charter", "--key", "k", "--date", "2026-06-23"],
        &[
            ("Name of the organisation", "\n"),
            ("An answer is needed", "Les  Tilleuls\n"),
            ("Name of the organisation", "Les Tilleuls\n"),
            ("City", " Exempleville \n"),
            ("INSEE", "49000 Angers\n"),
            ("INSEE", "\n"),
            ("RNA", "w491234567\n"),
            ("SIREN", "732829321\n"),
            ("SIREN", "732 829 320\n"),
            ("Website", "www.example.org\n"),
            ("Website", "-\n"),
            ("Name of the person", "Camille Exemple\n"),
            ("Their office", "\n"),
            ("Short name", "\n"),
            (
                "Sign, and write signatures/charter/les-tilleuls.yaml? [y/N]",
                "perhaps\n",
            ),
            ("yes or no", "y\n"),
            ("Passphrase of k", "autre\n"),
            ("That is not it", "mot de passe\n"),
        ],
    );
    assert_eq!(session.status, 0, "{}", session.screen);
    for words in [
        "End of the text: content/charter/",
        "two spaces",
        "732829321",
        "Signed and checked",
    ] {
        assert!(session.screen.contains(words), "{words}: {}", session.screen);
    }
    assert!(
        !session.screen.contains("mot de passe"),
        "a secret was echoed: {}",
        session.screen
    );
    let file = project.read(FILE);
    assert!(
        file.contains("name: \"Les Tilleuls\"") && file.contains("siren: \"732829320\""),
        "{file}"
    );
    assert!(
        !file.contains("insee") && !file.contains("website") && !file.contains("role"),
        "{file}"
    );
    project.run(&["check"]).says(0, &[]);
}

#[test]
fn an_adaptation_is_signed_with_all_that_it_adapts() {
    let project = Project::sound();
    key(&project, "k", 1);
    let id = "territories/exempleville-les-tilleuls";
    let ran = project.run_input(&["sign", id, "--key", "k"], b"");
    ran.says(2, &["It adapts “", "(content/charter/1.0.md)"]);
}

#[test]
fn without_a_clear_yes_nothing_is_written() {
    let project = Project::sound();
    key(&project, "k", 1);
    let mut arguments = vec!["sign", "charter", "--key", "k"];
    arguments.extend(NAMED);
    for flag in ["--insee", "--rna", "--siren", "--website", "--representative"] {
        arguments.extend([flag, ""]);
    }
    arguments.extend(["--organisation-id", "les-tilleuls"]);
    let session = type_in(&project, &arguments, &[("[y/N]", "\n")]);
    assert_eq!(session.status, 1, "{}", session.screen);
    assert!(
        session.screen.contains("Nothing was signed"),
        "{}",
        session.screen
    );
    assert!(!project.path(FILE).exists());
}

#[test]
fn a_pipe_that_ends_is_an_error_and_writes_nothing() {
    let project = Project::sound();
    key(&project, "k", 1);
    for input in ["", "Les Tilleuls\n", "Les Tilleuls\nExempleville\n\n\n\n\n\n\n"] {
        let ran = project.run_input(&["sign", "charter", "--key", "k"], input.as_bytes());
        ran.says(2, &["input ended", "Nothing was written"]);
    }
    let ran = project.run_input(&["sign", "charter", "--key", "k"], b"\xff\nLes Tilleuls\n");
    ran.says(2, &["not UTF-8", "input ended"]);
    assert!(!project.path(FILE).exists());
    let all = "Les Tilleuls\nExempleville\n\n\n\n\n\n\ny\n";
    let ran = project.run_input(
        &["sign", "charter", "--key", "k", "--date", "2026-06-23"],
        all.as_bytes(),
    );
    ran.says(0, &["Signed and checked"]);
}

#[test]
fn a_folder_that_can_not_be_written_is_an_error() {
    let project = Project::sound();
    key(&project, "k", 1);
    std::fs::remove_dir_all(project.path("signatures")).unwrap();
    project.write("signatures", "not a folder");
    sign(&project, &NAMED).says(2, &["signatures"]);
    assert_eq!(project.read("signatures"), "not a folder");
}
