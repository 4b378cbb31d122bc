# Ce que dit « paraphe explain », et l’entrée de la page docs/codes.fr.md. Les mêmes existent dans ../en/explain.ftl.

help-explain = Explique un code : ce qu’il veut dire, pourquoi cette règle, que faire
    .examples =
        paraphe explain
        paraphe explain signature-mismatch
help-explain-code = Le code, tel qu’il est écrit dans un rapport (sans lui : la liste des codes)
help-explain-markdown = Écrire du Markdown (sans code : la page entière)
explain-unknown = le code « { $code } » n’existe pas. « paraphe explain » donne la liste.
explain-near = le code « { $code } » n’existe pas. Vouliez-vous dire « { $near } » ?
explain-more = « paraphe explain CODE » explique un code.

codes-title = Ce qui peut ne pas aller
codes-intro = Tout ce que le programme trouve porte un code, qui ne change pas d’une version à l’autre. Une erreur empêche d’accepter le fichier ; un avertissement demande qu’une personne regarde.
codes-made = `paraphe explain CODE` montre une de ces sections au terminal. Cette page est faite par le programme (`paraphe --lang fr explain --markdown`), à partir de `src/locale/fr/codes.md` : c’est là qu’on la corrige.
codes-contents = Les codes
codes-other-language = [In English](codes.md)
