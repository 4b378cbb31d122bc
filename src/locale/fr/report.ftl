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

# Ce que le système dit d’une erreur ; l’identifiant est sa phrase anglaise.
reason-permission-denied = permission refusée
reason-no-space-left-on-device = il n’y a plus de place sur le disque
reason-no-such-file-or-directory = ce fichier ou ce dossier n’existe pas
reason-is-a-directory = c’est un dossier
reason-not-a-directory = ce n’est pas un dossier
reason-read-only-file-system = le disque est en lecture seule
reason-file-exists = ce nom est déjà pris
reason-not-a-regular-file = ce n’est pas un fichier ordinaire
reason-too-many-levels-of-symbolic-links = c’est un lien symbolique
reason-disk-quota-exceeded = le quota de disque est atteint
reason-file-name-too-long = le nom du fichier est trop long
reason-input-output-error = le disque ne répond pas comme il faut
reason-too-many-open-files = trop de fichiers sont ouverts à la fois
