# Les mots des rapports, autour de ceux de chaque diagnostic.

report-error = erreur
report-warning = avertissement
report-note = note

# Ce qui sépare une étiquette de ce qu’elle annonce : « erreur[code] : phrase ».
report-colon = { "\u202F" }:{ " " }

report-expected = attendu
report-help = que faire
report-suggestion = vouliez-vous dire

report-errors =
    { $count ->
        [one] { $count } erreur
       *[other] { $count } erreurs
    }
report-warnings =
    { $count ->
        [one] { $count } avertissement
       *[other] { $count } avertissements
    }
report-notes =
    { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }
