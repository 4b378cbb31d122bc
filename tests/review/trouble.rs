//! Repositories in a bad state, and repositories that mean harm.

use crate::story::{Story, TODAY, git, paraphe, paraphe_with, private};
use std::fs;
use std::time::{Duration, Instant};

#[test]
fn a_folder_without_a_repository() {
    let story = Story::new();
    fs::remove_dir_all(story.path(".git")).unwrap();
    story.check().fails(&["git repository"]);
}

#[test]
fn an_unknown_revision() {
    let story = Story::new();
    for revision in [
        "nulle-part",
        "--output=/tmp/x",
        "",
        "HEAD:paraphe.yaml",
        "\u{1b}[31m",
        "a\nb",
    ] {
        let ran = story.paraphe(&["check", &format!("--since={revision}")]);
        ran.fails(&["the revision"]);
    }
    story
        .check_head("nulle-part")
        .fails(&["“nulle-part” does not exist here"]);
}

#[test]
fn a_shallow_clone_without_the_base() {
    let story = Story::new();
    story.sign("une").propose().sign("deux").commit("Deux");
    let clone = tempfile::tempdir().unwrap();
    let from = format!("file://{}", story.root().display());
    let deep = |depth: &str, name: &str| {
        let folder = clone.path().join(name);
        let done = git(
            clone.path(),
            &["clone", "-q", "--depth", depth, "--no-single-branch", &from, name],
        );
        assert!(done.status.success(), "{done:?}");
        folder
    };
    let arguments = ["check", "--since", "origin/main", "--today", TODAY];
    paraphe(&deep("1", "peu"), &arguments).fails(&["common ancestor", "fetch-depth: 0", "--unshallow"]);
    let ran = paraphe(&deep("2", "assez"), &arguments);
    assert_eq!(ran.status, 0, "{}{}", ran.out, ran.err);
    let done = git(
        clone.path(),
        &["clone", "-q", "--depth", "1", "-b", "demande", &from, "seule"],
    );
    assert!(done.status.success(), "{done:?}");
    paraphe(&clone.path().join("seule"), &arguments).fails(&["origin/main", "fetch-depth: 0"]);
}

#[test]
fn two_histories_with_nothing_in_common() {
    let story = Story::new();
    story.git(&["switch", "-q", "--orphan", "autre"]);
    story.commit("Rien");
    story.check().fails(&["no common ancestor"]);
}

#[test]
fn a_merge_in_progress() {
    let story = Story::signed("une");
    story.pen("une").city("Trélazé").write().commit("D'un côté");
    story.switch("main");
    story.pen("une").city("Nantes").write().commit("De l'autre");
    story.switch("demande");
    assert!(!story.try_git(&["merge", "main"]).status.success());
    story.check().fails(&["a merge is in progress"]);
    // A commit is what it is, whatever goes on in the folder.
    assert_ne!(story.check_head("demande").status, 2);
    // The program's own merge head is gone, and the index still holds both sides.
    fs::remove_file(story.path(".git/MERGE_HEAD")).unwrap();
    story.check().fails(&["a merge is in progress"]);
}

#[test]
fn a_repository_without_a_project_at_its_base() {
    let story = Story::new();
    story.git(&["switch", "-q", "--orphan", "vide"]);
    story.commit("Rien");
    story.git(&["branch", "-q", "-f", "main"]);
    story
        .branch("demande")
        .write("paraphe.yaml", "title: \"T\"\nlanguage: fr\ncharter: c\n");
    story.check().fails(&["paraphe.yaml"]);
}

#[test]
fn a_project_in_a_folder_of_the_repository() {
    let story = Story::inside("sites/charte");
    story.branch("demande").sign("tilleuls");
    story.is_well();
    fs::write(story.root().join("../../LISEZMOI"), "Bonjour\n").unwrap();
    story.finds(&["file-outside ../../LISEZMOI"]);
}

#[test]
fn a_working_tree_beside_the_first() {
    let story = Story::new();
    let other = tempfile::tempdir().unwrap();
    let folder = other.path().join("copie");
    story.git(&["worktree", "add", "-q", "-b", "demande", folder.to_str().unwrap()]);
    let signed = story.pen("tilleuls").file();
    fs::create_dir_all(folder.join("signatures/charter")).unwrap();
    fs::write(folder.join("signatures/charter/tilleuls.yaml"), signed).unwrap();
    let ran = paraphe(
        &folder,
        &["check", "--since", "main", "--today", TODAY, "--format", "json"],
    );
    ran.is_well();
    assert_eq!(ran.acts(), ["signs signatures/charter/tilleuls.yaml"]);
}

#[test]
fn a_repository_whose_objects_are_named_by_sha256() {
    let story = Story::new();
    fs::remove_dir_all(story.path(".git")).unwrap();
    story.git(&["init", "-q", "-b", "main", "--object-format=sha256"]);
    story.propose().sign("tilleuls");
    story.is_well();
}

#[test]
fn a_split_index_and_one_that_knows_nothing() {
    let story = Story::new();
    story.sign("une").propose().sign("deux");
    story.git(&["update-index", "--split-index"]);
    story.git(&["add", "-A"]);
    assert_eq!(story.check().acts(), ["signs signatures/charter/deux.yaml"]);
    // Every file looks touched, and none is.
    let old = fs::read(story.path("paraphe.yaml")).unwrap();
    story.write("paraphe.yaml", old);
    story.git(&["read-tree", "HEAD"]);
    assert_eq!(story.check().acts(), ["signs signatures/charter/deux.yaml"]);
}

#[test]
fn what_a_request_committed_and_took_back_in_the_folder_is_no_part_of_it() {
    let story = Story::signed("une");
    let before = story.read("signatures/charter/une.yaml");
    let signs = |name: &str| format!("signs signatures/charter/{name}.yaml");
    let acts = |expected: &[String]| assert_eq!(story.check().acts(), expected);
    story
        .sign("deux")
        .sign("trois")
        .write("signatures/charter/une.yaml", "rien\n")
        .commit("Tout");
    assert_eq!(story.check().status, 1);
    story.write("signatures/charter/une.yaml", &before);
    acts(&[signs("deux"), signs("trois")]);
    story.remove("signatures/charter/trois.yaml");
    acts(&[signs("deux")]);
    // Unknown to git again, and back in the folder.
    story.git(&["rm", "-q", "--cached", "signatures/charter/trois.yaml"]);
    story.sign("trois");
    acts(&[signs("deux"), signs("trois")]);
    // Deleted in a commit, and back in the folder, known to git or not.
    story.remove("signatures/charter/une.yaml").commit("Moins");
    story.write("signatures/charter/une.yaml", &before);
    acts(&[signs("deux"), signs("trois")]);
    story.git(&["add", "-A"]);
    acts(&[signs("deux"), signs("trois")]);
    story.finds(&["?several-organisations signatures/charter/trois.yaml"]);
}

#[test]
fn files_that_git_does_not_know_yet_are_looked_at_where_they_matter() {
    let story = Story::new();
    story.write(".gitignore", "brouillon.yaml\n").propose();
    story
        .sign("tilleuls")
        .write("notes.txt", "rien\n")
        .write("signatures/charter/brouillon.yaml", "rien\n");
    let ran = story.check();
    ran.finds(&["?file-outside notes.txt"]);
    assert_eq!(ran.acts(), ["signs signatures/charter/tilleuls.yaml"]);
}

#[test]
fn a_private_key_that_git_does_not_know_yet_is_told_before_it_goes_out() {
    let key = private("tilleuls").to_openssh(None).unwrap();
    for inner in ["", "projet"] {
        let story = Story::inside(inner);
        story.write(".gitignore", "cachee\n").propose();
        story
            .write("notes/cle", key.as_bytes())
            .write("cachee", key.as_bytes());
        let ran = story.check();
        ran.finds(&["private-key-beside notes/cle"]);
        assert!(!ran.out.contains("b3Blbn"), "{}", ran.out);
        assert_eq!(ran.acts(), Vec::<String>::new());
        story.sign("tilleuls");
        story
            .check()
            .finds(&["?file-outside notes", "private-key-beside notes/cle"]);
    }
}

#[test]
fn a_folder_of_very_many_unknown_files_is_looked_at_in_part() {
    let story = Story::proposed();
    story.sign("tilleuls");
    for at in 0..2001 {
        story.write(&format!("public/{at:04}.html"), "<p>\n");
    }
    story
        .check()
        .finds(&["?file-outside public", "?not-all-seen public/2000.html"]);
}

#[test]
fn names_that_would_drive_a_terminal_or_a_forge() {
    let story = Story::proposed();
    story.sign("tilleuls");
    let names = [
        "signatures/charter/a\nb.yaml",
        "signatures/charter/\u{1b}[2J\u{1b}]0;x\u{7}.yaml",
        "signatures/charter/::error file=x,line=1::y.yaml",
        "signatures/charter/##[error]z.yaml",
        "signatures/charter/\u{202e}lmay.yaml",
        "signatures/charter/\"; rm -rf $HOME; `id`.yaml",
        "signatures/charter/-rf.yaml",
        "signatures/charter/\u{9b}31m\u{85}\u{2028}.yaml",
        ":(exclude)signatures",
    ];
    for name in names {
        story.write(name, "rien\n");
    }
    let ran = story.review();
    assert_eq!(ran.status, 1);
    let found = ran.findings();
    for name in &names[..8] {
        assert!(
            found.contains(&format!("file-name {name}")),
            "{name:?} in {found:?}"
        );
    }
    for format in ["human", "github", "gitlab", "sarif", "markdown"] {
        let ran = story.paraphe(&["check", "--since", "main", "--today", TODAY, "--format", format]);
        assert_eq!(ran.status, 1, "{}", ran.err);
        for line in ran.out.lines().filter(|line| line.starts_with("::")) {
            assert!(line.starts_with("::error file=") && format == "github", "{line}");
            assert!(!line[2..].contains("::error file=x"), "{line}");
        }
        assert!(!ran.out.contains("##[error]"), "{}", ran.out);
    }
}

/// Everything in a repository that names a program to run; each would leave a file behind.
#[test]
fn nothing_of_the_repository_runs() {
    let story = Story::new();
    story.write(
        ".gitattributes",
        "* filter=mal diff=mal merge=mal text eol=crlf ident\n",
    );
    story.sign("une").propose().sign("deux").commit("Une demande");
    story.sign("trois");
    let trap = story.path("piege");
    let script = story.path("piege.sh");
    fs::write(
        &script,
        format!("#!/bin/sh\necho pris >> '{}'\ncat\n", trap.display()),
    )
    .unwrap();
    let mut permissions = fs::metadata(&script).unwrap().permissions();
    std::os::unix::fs::PermissionsExt::set_mode(&mut permissions, 0o755);
    fs::set_permissions(&script, permissions).unwrap();
    let script = script.to_str().unwrap();
    let mut configuration = fs::read_to_string(story.path(".git/config")).unwrap();
    configuration.push_str(&format!(
        "[core]\n\tfsmonitor = {script}\n\thooksPath = {hooks}\n\tpager = {script}\n\teditor = {script}\n\t\
         sshCommand = {script}\n\tgitProxy = {script}\n\taskPass = {script}\n\tattributesFile = {script}\n\t\
         alternateRefsCommand = {script}\n\
         [filter \"mal\"]\n\tclean = {script}\n\tsmudge = {script}\n\tprocess = {script}\n\trequired = true\n\
         [diff]\n\texternal = {script}\n\
         [diff \"mal\"]\n\tcommand = {script}\n\ttextconv = {script}\n\
         [merge \"mal\"]\n\tdriver = {script}\n\
         [pager]\n\tdiff = {script}\n\tlog = {script}\n\trev-parse = {script}\n\
         [alias]\n\trev-parse = !{script}\n\tdiff-index = !{script}\n\
         [gpg]\n\tprogram = {script}\n[credential]\n\thelper = !{script}\n\
         [extensions]\n\tpartialClone = origin\n\
         [remote \"origin\"]\n\turl = ext::{script}\n\tpromisor = true\n\tuploadpack = {script}\n",
        hooks = story.path("crochets").display(),
    ));
    fs::write(story.path(".git/config"), configuration).unwrap();
    fs::write(story.path(".git/info/attributes"), "* filter=mal diff=mal\n").unwrap();
    fs::create_dir(story.path("crochets")).unwrap();
    for hook in [
        "post-index-change",
        "fsmonitor-watchman",
        "pre-commit",
        "reference-transaction",
        "post-checkout",
    ] {
        fs::copy(script, story.path("crochets").join(hook)).unwrap();
        fs::copy(script, story.path(".git/hooks").join(hook)).unwrap();
    }
    // Racy entries are those that git would read again, through the filters.
    let now = fs::read(story.path("signatures/charter/une.yaml")).unwrap();
    story.write("signatures/charter/une.yaml", now);
    for arguments in [
        vec!["check", "--since", "main", "--today", TODAY],
        vec!["check", "--since", "main", "--head", "demande", "--today", TODAY],
        vec!["log", "charter"],
        vec!["log", "une"],
        vec!["diff", "charter", "--against", "territories/tilleuls"],
    ] {
        let ran = story.paraphe(&arguments);
        assert!(
            !trap.exists(),
            "{arguments:?} ran the trap: {}{}",
            ran.out,
            ran.err
        );
    }
    let ran = story.paraphe(&["check", "--since", "main", "--today", TODAY, "--format", "json"]);
    ran.finds(&[
        "?file-outside crochets",
        "?file-outside piege.sh",
        "?several-organisations signatures/charter/trois.yaml",
    ]);
    // A trap that nothing springs proves nothing: git itself runs into it.
    story.try_git(&["status"]);
    assert!(trap.exists());
}

#[test]
fn an_object_that_a_partial_clone_lacks_is_not_fetched() {
    let story = Story::signed("une");
    story.pen("une").date("2026-11-21").write().commit("Encore");
    story.git(&["config", "uploadpack.allowFilter", "true"]);
    let clone = tempfile::tempdir().unwrap();
    let from = format!("file://{}", story.root().display());
    let done = git(
        clone.path(),
        &[
            "clone",
            "-q",
            "--filter=blob:none",
            "-b",
            "demande",
            &from,
            "partiel",
        ],
    );
    assert!(done.status.success(), "{done:?}");
    let ran = paraphe(
        &clone.path().join("partiel"),
        &["check", "--since", "origin/main", "--today", TODAY],
    );
    ran.fails(&["is missing from this clone"]);
}

#[test]
fn a_change_of_very_many_files() {
    let story = Story::proposed();
    for at in 0..2000 {
        story.write(&format!("signatures/charter/o{at:05}.yaml"), "rien\n");
    }
    let start = Instant::now();
    let ran = story.review();
    assert_eq!(ran.status, 1);
    assert_eq!(
        ran.findings()
            .iter()
            .filter(|found| found.starts_with("not-a-signed-file"))
            .count(),
        2000
    );
    for at in 2000..5000 {
        story.write(&format!("signatures/charter/o{at:05}.yaml"), "rien\n");
    }
    story.check().fails(&["5000 files", "2000"]);
    story.commit("Trop");
    story.check_head("HEAD").fails(&["5000 files", "2000"]);
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
}

#[test]
fn broken_objects_and_references_are_told() {
    let story = Story::proposed();
    story.sign("une").commit("Une");
    let blob = story.git(&["rev-parse", "HEAD:signatures/charter/une.yaml"]);
    let blob = blob.trim();
    fs::remove_file(story.path(&format!(".git/objects/{}/{}", &blob[..2], &blob[2..]))).unwrap();
    story.check_head("HEAD").fails(&["is missing"]);
    fs::write(story.path(".git/HEAD"), "n'importe quoi\n").unwrap();
    story.check().fails(&["revision"]);
    fs::write(story.path(".git/index"), "n'importe quoi\n").unwrap();
    fs::write(story.path(".git/HEAD"), "ref: refs/heads/demande\n").unwrap();
    story.check().fails(&["index file"]);
}

#[test]
fn nothing_is_left_behind() {
    let story = Story::proposed();
    story.sign("tilleuls");
    let index = fs::read(story.path(".git/index")).unwrap();
    let room = tempfile::tempdir().unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_paraphe"))
        .args(["check", "--since", "main"])
        .current_dir(story.root())
        .env("TMPDIR", room.path())
        .output()
        .unwrap();
    assert!(output.status.code() == Some(0) || output.status.code() == Some(1));
    assert_eq!(fs::read_dir(room.path()).unwrap().count(), 0);
    assert_eq!(fs::read(story.path(".git/index")).unwrap(), index);
}

#[test]
fn options_that_do_not_go_together() {
    let story = Story::new();
    for arguments in [
        &["check", "--head", "HEAD"][..],
        &["check", "--since", "main", "--today", "demain"],
    ] {
        assert_eq!(story.paraphe(arguments).status, 2);
    }
}

/// What stands in the reader's home changes no answer, even with a git so old that it looks there whatever it is told.
#[cfg(unix)]
#[test]
fn the_settings_of_the_readers_home_change_nothing() {
    let story = Story::new();
    story
        .sign("une")
        .commit("Une")
        .propose()
        .sign("deux")
        .commit("Deux");
    story.sign("trois").write("à côté.txt", "x");
    let home = tempfile::tempdir().unwrap();
    let at = |name: &str| home.path().join(name);
    let script = |name: &str, text: &str| {
        fs::write(at(name), text).unwrap();
        fs::set_permissions(at(name), std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    };
    let trap = at("pris");
    script(
        "mal",
        &format!("#!/bin/sh\necho pris >> '{}'\ncat\n", trap.display()),
    );
    let mal = at("mal").display().to_string();
    let settings = format!(
        "[core]\n\tquotePath = true\n\tfsmonitor = {mal}\n\thooksPath = {home}\n\tpager = {mal}\n\tabbrev = 4\n\
         \tattributesFile = {home}/attributes\n\tignoreCase = true\n\tprecomposeUnicode = true\n\
         [diff]\n\tnoprefix = true\n\tmnemonicPrefix = true\n\texternal = {mal}\n\trenames = copies\n\
         \trelative = true\n\torderFile = {mal}\n\tignoreSubmodules = all\n\
         [diff \"mal\"]\n\tcommand = {mal}\n\ttextconv = {mal}\n\
         [filter \"mal\"]\n\tclean = {mal}\n\tsmudge = {mal}\n\trequired = true\n\
         [log]\n\tshowSignature = true\n\tdecorate = full\n\tdate = relative\n\tmailmap = true\n\tshowRoot = false\n\
         \tdiffMerges = combined\n\tfollow = true\n\
         [format]\n\tpretty = oneline\n[i18n]\n\tlogOutputEncoding = UTF-16\n[gpg]\n\tprogram = {mal}\n\
         [color]\n\tui = always\n[column]\n\tui = always\n[status]\n\tshowUntrackedFiles = no\n\
         [alias]\n\tls-files = !{mal}\n[pager]\n\tlog = {mal}\n\tls-files = {mal}\n",
        home = home.path().display(),
    );
    fs::write(at(".gitconfig"), &settings).unwrap();
    fs::create_dir_all(at(".config/git")).unwrap();
    fs::write(at(".config/git/config"), &settings).unwrap();
    for attributes in ["attributes", ".config/git/attributes"] {
        fs::write(at(attributes), "* diff=mal filter=mal\n").unwrap();
    }
    // A git from before 2.32, for which the variable has no meaning.
    let path = std::env::var("PATH").unwrap_or_default();
    fs::create_dir(at("old")).unwrap();
    script(
        "old/git",
        &format!("#!/bin/sh\nunset GIT_CONFIG_GLOBAL\nPATH='{path}'\nexec git \"$@\"\n"),
    );
    let old = format!("{}:{path}", at("old").display());
    let home = home.path().to_str().unwrap();
    for arguments in [
        &["check", "--since", "main", "--today", TODAY, "--format", "json"][..],
        &["check", "--since", "main", "--head", "demande", "--today", TODAY],
        &["log", "charter", "--json"],
    ] {
        let plain = story.paraphe(arguments);
        assert!(
            plain.out.contains("charter/deux.yaml"),
            "{}{}",
            plain.out,
            plain.err
        );
        for path in [&path, &old] {
            let ran = paraphe_with(&story.root(), arguments, &[("HOME", home), ("PATH", path)]);
            assert_eq!(
                (ran.status, &ran.out, &ran.err),
                (plain.status, &plain.out, &plain.err),
                "{arguments:?}"
            );
        }
    }
    assert!(!trap.exists());
}

/// What the reader's own git ignores goes into none of their commits.
#[test]
fn what_the_reader_ignores_everywhere_is_no_part_of_a_change() {
    let story = Story::new();
    story.sign("une").propose();
    story.write("signatures/charter/notes.swp", "x");
    let home = tempfile::tempdir().unwrap();
    fs::create_dir_all(home.path().join(".config/git")).unwrap();
    fs::write(home.path().join(".config/git/ignore"), "*.swp\n").unwrap();
    let arguments = ["check", "--since", "main", "--today", TODAY];
    story.paraphe(&arguments).says(1, &["notes.swp"]);
    let home = home.path().to_str().unwrap();
    let ran = paraphe_with(&story.root(), &arguments, &[("HOME", home)]);
    assert_eq!(ran.status, 0, "{}{}", ran.out, ran.err);
}
