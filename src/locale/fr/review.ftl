# Ce que disent les commandes qui connaissent git. Chaque message existe aussi dans ../en/review.ftl.

help-check-since = Ne regarder que ce qui change depuis cette révision (son ancêtre commun avec la modification)
help-check-head = La révision à regarder, au lieu des fichiers du dossier
help-check-today = La date du jour, pour les essais
review-nothing = Rien ne change.
review-well = Rien ne s’oppose à cette modification : { $files ->
        [one] { $files } fichier
       *[other] { $files } fichiers
    }.
review-wrong = Cette modification ne peut pas être acceptée : { $errors ->
        [one] { $errors } erreur
       *[other] { $errors } erreurs
    }.

# Ce que git n’a pas su dire.
git-missing = le programme git n’est pas installé ; il faut au moins sa version 2.30.
git-no-repository = ce dossier n’est pas dans un dépôt git ; « git init » en fait un.
git-unknown-revision = la révision « { $revision } » n’existe pas ici. « git fetch » l’apporte peut-être ; « git branch --all » montre celles qui sont là.
git-unknown-revision-shallow = la révision « { $revision } » n’existe pas dans ce clone, qui n’a qu’une partie de l’historique. « git fetch --unshallow origin » apporte le reste ; dans un workflow GitHub, donnez « fetch-depth: 0 » à actions/checkout ; dans GitLab CI, « GIT_DEPTH: 0 ».
git-ambiguous-revision = « { $revision } » est ici le nom de plusieurs choses, d’une branche et d’une étiquette par exemple, et git prendrait l’étiquette, qui vient peut-être du dépôt d’un inconnu. Donnez le nom entier : « refs/heads/{ $revision } » ou « refs/remotes/{ $revision } ». « git for-each-ref » montre tous les noms.
git-no-merge-base = rien ne relie « { $revision } » à la modification : les deux n’ont aucun ancêtre commun.
git-no-merge-base-shallow = l’ancêtre commun avec « { $revision } » manque : ce clone n’a qu’une partie de l’historique. « git fetch --unshallow origin » apporte le reste ; dans un workflow GitHub, donnez « fetch-depth: 0 » à actions/checkout ; dans GitLab CI, « GIT_DEPTH: 0 ».
git-merging = une fusion est en cours dans ce dossier : terminez-la (« git commit ») ou abandonnez-la (« git merge --abort »), puis recommencez.
git-missing-object = l’objet { $object } manque dans ce clone. S’il est partiel, « git fetch --refetch --no-filter origin » apporte ce qui manque.
git-no-work-tree = ce dépôt n’a pas de dossier de travail : nommez le commit à examiner, avec « --head ».
git-named-twice = la modification contient deux fichiers sous un même nom ({ $path }), ce qu’aucun logiciel ne fait : refusez-la, et regardez de près qui l’envoie. « git fsck » en dit plus.
git-too-many-files = la modification touche à { $count } fichiers ; au-delà de { $limit }, il faut la couper en plusieurs.
git-too-much = la modification contient plus de données qu’une demande n’en a besoin : il faut la couper en plusieurs.
git-too-slow = git n’a pas répondu à temps.
git-failed = « git { $command } » a échoué : { $reason }

# La comparaison de deux textes.
help-diff = Montre ce qu’un texte change à celui qu’il adapte, ou à un autre
    .examples =
        paraphe diff territories/les-tilleuls
        paraphe diff charter@1.1 --against charter@1.0
help-diff-text = Le texte : charter, territories/NOM, ou l’un d’eux suivi de @VERSION
help-diff-against = Le texte auquel le comparer (d’habitude celui qu’il adapte, ou sa version précédente)
diff-unknown-text = le texte « { $text } » n’existe pas ici ; un nom de texte est comme charter, charter@1.0 ou territories/les-tilleuls.
diff-nothing-before = « { $text } » ne vient après aucun autre texte ; --against en nomme un.
diff-same = Les deux textes disent la même chose.
diff-unchanged = { $count ->
        [one] { $count } paragraphe inchangé
       *[other] { $count } paragraphes inchangés
    }
