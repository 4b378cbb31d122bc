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

# Quand une forge ne montre que les premiers.
report-more-errors =
    { $count ->
        [one] { $count } erreur de plus n’est pas montrée ici.
       *[other] { $count } erreurs de plus ne sont pas montrées ici.
    }
report-more-warnings =
    { $count ->
        [one] { $count } avertissement de plus n’est pas montré ici.
       *[other] { $count } avertissements de plus ne sont pas montrés ici.
    }
report-more-notes =
    { $count ->
        [one] { $count } note de plus n’est pas montrée ici.
       *[other] { $count } notes de plus ne sont pas montrées ici.
    }
