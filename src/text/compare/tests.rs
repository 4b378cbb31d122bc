use super::*;

/// A comparison as one string: `[-gone-]`, `{+came+}`, blocks on lines with their state.
fn show(old: &str, new: &str) -> String {
    let line = |block: &Compared| {
        let pieces = block.pieces.iter().map(|piece| match (block.state, piece.state) {
            (State::Changed, State::Removed) => format!("[-{}-]", piece.text),
            (State::Changed, State::Added) => format!("{{+{}+}}", piece.text),
            _ => piece.text.clone(),
        });
        let mark = match block.state {
            State::Same => ' ',
            State::Added => '+',
            State::Removed => '-',
            State::Changed => '~',
        };
        format!("{mark}{}: {}\n", block.kind.as_str(), pieces.collect::<String>())
    };
    compare(old, new, None).iter().map(line).collect()
}

#[test]
fn words_are_told_apart() {
    let old = "# Titre\n\nLes associations se réunissent deux fois par an.\n\nFin.\n";
    let new = "# Titre\n\nLes associations du quartier se réunissent six fois par an.\n\nFin.\n";
    assert_eq!(
        show(old, new),
        " heading: Titre\n~paragraph: Les associations {+du quartier +}se réunissent [-deux-]{+six+} fois par an.\n \
         paragraph: Fin.\n"
    );
}

#[test]
fn blocks_come_and_go() {
    assert_eq!(
        show("A\n\nB\n\nC\n", "A\n\nC\n\n- D\n- E\n"),
        " paragraph: A\n-paragraph: B\n paragraph: C\n+item: D\n+item: E\n"
    );
    assert_eq!(show("", "A"), "+paragraph: A\n");
    assert_eq!(show("A", ""), "-paragraph: A\n");
    assert_eq!(show("", ""), "");
    assert_eq!(
        show("Rien de commun ici.", "Tout autre chose là-bas."),
        "-paragraph: Rien de commun ici.\n+paragraph: Tout autre chose là-bas.\n"
    );
}

#[test]
fn every_kind_of_block_has_its_words() {
    let text = "> Citation\n\n1. Un\n\n   Suite\n2. Deux[^a]\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n```sh\nls\n```\n\n\
                [Lien](https://example.org/) et `code` et <b>gras</b>\n\n[^a]: Note\n";
    let all: Vec<String> = blocks(text, None)
        .into_iter()
        .map(|block| format!("{} {}", block.kind.as_str(), block.text))
        .collect();
    assert_eq!(
        all,
        [
            "quote Citation",
            "item Un",
            "paragraph Suite",
            "item Deux[a]",
            "row A | B",
            "row 1 | 2",
            "code sh\nls",
            "paragraph Lien (https://example.org/) et code et <b>gras</b>",
            "note [a] Note",
        ]
    );
    assert_eq!(blocks("Quoi ?", Some(Rules::French))[0].text, "Quoi\u{202f}?");
}

#[test]
fn nothing_is_lost() {
    let old = "# A\n\nUn deux trois, quatre.\n\n- x\n- y\n\nCinq six sept huit.\n\nNeuf.\n";
    let new = "# B\n\nNeuf.\n\nUn deux 2 trois quatre!\n\n- y\n- z z\n\nCinq six sept.\n";
    let result = compare(old, new, None);
    let side = |state: State| -> Vec<String> {
        let blocks = result
            .iter()
            .filter(|block| [State::Same, State::Changed, state].contains(&block.state));
        blocks
            .map(|block| {
                let pieces = block
                    .pieces
                    .iter()
                    .filter(|piece| [State::Same, state].contains(&piece.state));
                pieces.map(|piece| piece.text.as_str()).collect()
            })
            .collect()
    };
    let words =
        |text: &str| -> Vec<String> { blocks(text, None).into_iter().map(|block| block.text).collect() };
    assert_eq!(side(State::Removed), words(old));
    assert_eq!(side(State::Added), words(new));
}

#[test]
fn large_texts_take_bounded_time() {
    let start = std::time::Instant::now();
    let many = |word: &str| -> String { (0..60_000).map(|at| format!("{word}{at}\n\n")).collect() };
    assert_eq!(compare(&many("a"), &many("b"), None).len(), 120_000);
    let same: String = "a\n\nb\n\n".repeat(60_000);
    let turned: String = "b\n\na\n\n".repeat(60_000);
    assert!(compare(&same, &turned, None).len() >= 120_000);
    let long = |word: &str| -> String { (0..40_000).map(|at| format!("{word}{} mot ", at % 7)).collect() };
    assert!(!compare(&long("a"), &long("b"), None).is_empty());
    assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
}
