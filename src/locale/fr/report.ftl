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
reason-no-such-device-or-address = ce n’est pas un fichier ordinaire
reason-too-many-levels-of-symbolic-links = c’est un lien symbolique
reason-disk-quota-exceeded = le quota de disque est atteint
reason-file-name-too-long = le nom du fichier est trop long
reason-input-output-error = le disque ne répond pas comme il faut
reason-too-many-open-files = trop de fichiers sont ouverts à la fois

# Le rapport en Markdown, pour une demande sur une forge.
markdown-title = Vérification
markdown-well = Tout va bien : cette demande peut être relue, puis acceptée.
markdown-look = Rien n’empêche d’accepter cette demande, mais une personne doit regarder ce qui suit.
markdown-wrong = Cette demande ne peut pas encore être acceptée.
markdown-acts = Ce que fait cette demande
markdown-errors = Ce qui est à corriger
markdown-remarks = Ce qui mérite un regard
markdown-column-what = Quoi
markdown-column-who = Qui
markdown-column-text = Texte et version
markdown-column-date = Date
markdown-column-key = Empreinte de la clé
markdown-column-steward = Attestée par
markdown-column-file = Fichier
markdown-no-steward = pas encore
markdown-not-attested = « Pas encore » n’est pas un défaut : la signature est valable dès maintenant. Un garant, personne connue des responsables de la charte, pourra confirmer plus tard, par un autre moyen, qu’elle vient bien de cette organisation.
markdown-line = { "" }, ligne { $line }
markdown-code = Pour en savoir plus :
markdown-more = Et { $count } de plus, qui ne sont pas montrés ici.
markdown-more-acts = Et { $count } fichiers de plus.
markdown-mend = Comment corriger
markdown-mend-1 = Gardez cette demande ouverte : inutile d’en faire une autre, elle se met à jour toute seule.
markdown-mend-2 = Refaites le fichier comme il est dit plus haut, avec « paraphe sign » ou depuis la page « Comment signer » du site. Un fichier signé ne se retouche pas à la main.
markdown-mend-2-other = Corrigez chaque fichier comme il est dit plus haut. S’il n’aurait pas dû changer, remettez-le tel qu’il était.
markdown-mend-3 = Sur cette page, ouvrez l’onglet des fichiers modifiés, puis le menu du fichier : il permet de le remplacer, de le renommer ou de le supprimer sans rien installer.
markdown-mend-4 = Enregistrez. La vérification recommence d’elle-même en quelques instants.
markdown-mend-key-1 = Fermez cette demande sans l’accepter, et n’y ajoutez rien : ce qui a été envoyé une fois y reste, même effacé.
markdown-mend-key-2 = Créez une nouvelle clé, gardez-la hors du dossier de la charte, et signez de nouveau avec elle. La précédente ne doit plus jamais servir.
markdown-mend-key-3 = Ouvrez une nouvelle demande, depuis une copie fraîche, avec votre seule signature. Si vous n’y arrivez pas seul, écrivez aux responsables de la charte, sans jamais leur envoyer de clé.
markdown-mend-contact = Quelque chose n’est pas clair ? Écrivez à

# Ce que fait un fichier d’une demande.
act-signs = signe
act-signs-again = signe de nouveau
act-returns = revient après un retrait
act-withdraws = se retire
act-unreadable = signature fautive
act-attests = atteste une signature
act-attests-nothing = attestation qui ne compte pas
act-adds-text = ajoute un texte
act-adds = ajoute
act-changes = modifie
act-removes = supprime
