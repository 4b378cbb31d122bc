# Ce que disent les commandes. Chaque message existe aussi dans ../en/cli.ftl.

# Pour toutes les commandes.
failure = erreur :
no-project = il n’y a pas de projet ici : { $path } n’existe pas, ni plus haut. Placez-vous dans le dossier du projet, ou nommez-le avec -C DOSSIER ; « paraphe init DOSSIER » en crée un.
directory-missing = le dossier « { $path } », donné avec -C, n’existe pas. Corrigez son chemin ; « paraphe init DOSSIER » commence un projet dans un dossier neuf.
directory-is-file = « { $path } », donné avec -C, n’est pas un dossier. Donnez celui qui contient paraphe.yaml.
io-failure = { $path } : { $reason }
cache-foreign = La liste des vérifications déjà faites (.paraphe/) est abîmée ou vient d’ailleurs : tout est vérifié de nouveau.
timings-changes = Recherche de changements
timings-find = Recherche des fichiers
timings-texts = Textes et pages
timings-signatures = Signatures
timings-attestations = Attestations
timings-compare = Comparaison des signatures
timings-model = Thème et registre
timings-pages = Pages
timings-publish = Mise en place
timings-site = Fichiers du site
timings-sum = En tout

# Le mauvais usage.
usage-no-command = il manque une commande.
usage-unknown-argument = l’option « { $argument } » n’existe pas ici.
usage-too-much = « { $argument } » est de trop ici.
usage-unknown-command = la commande « { $command } » n’existe pas.
usage-missing-argument = il manque { $argument }.
usage-missing-value = il manque la valeur de { $argument }. Attendu : { $expected }.
usage-wrong-value = « { $value } » ne convient pas pour { $argument }. Attendu : { $expected }.
usage-no-value = { $argument } ne prend pas de valeur.
usage-twice = { $argument } ne peut être donné qu’une fois.
usage-conflict = { $argument } ne va pas avec { $other }.
usage-not-utf8 = un argument n’est pas de l’UTF-8.
usage-wrong-number = une option manque de valeur, ou est donnée trop souvent.
usage-near = Vouliez-vous dire « { $near } » ?
usage-see-help = « { $command } --help » montre ce qui est possible, avec des exemples.

# L’aide.
help = Fait d’une charte et d’un dossier de fichiers signés un site public vérifiable.
help-heading-usage = Usage :
help-heading-commands = Commandes{ "\u202F" }
help-heading-arguments = Arguments{ "\u202F" }
help-heading-options = Options{ "\u202F" }
help-heading-examples = Exemples :
help-value-command = COMMANDE
help-value-dir = DOSSIER
    .expected = un dossier
help-value-file = FICHIER
    .expected = un fichier
help-value-path = CHEMIN
    .expected = un fichier ou un dossier
help-value-format = FORME
    .expected = une forme de rapport
help-value-rev = RÉVISION
    .expected = une révision de git, comme main, HEAD~1 ou un commit
help-value-yyyy-mm-dd = AAAA-MM-JJ
    .expected = une date qui existe, comme 2026-11-23
help-value-port = PORT
    .expected = un nombre de 0 à 65535
help-value-host = HÔTE
    .expected = un nom ou une adresse de cette machine, comme 127.0.0.1
help-value-code = CODE
    .expected = un code
help-value-kind = SORTE
    .expected = region, department, intercommunality, commune ou neighbourhood
help-value-name = NOM
    .expected = un nom, entre guillemets s’il contient des espaces
help-value-words = MOTS
    .expected = quelques mots, entre guillemets
help-value-slug = NOM-COURT
    .expected = un nom court : lettres a à z, chiffres et tirets
help-value-text = TEXTE
    .expected = charter, ou territories/ suivi du nom court du territoire
help-value-organisation = ORGANISATION
    .expected = le nom court d’une organisation
help-value-version = VERSION
    .expected = un numéro de version, comme 1.1
help-value-number = NUMÉRO
    .expected = un numéro
help-value-office = FONCTION
    .expected = une fonction, comme présidente
help-value-url = ADRESSE
    .expected = une adresse en https://
help-default = [d’habitude : { $value }]
help-help = Montrer cette aide
help-version = Montrer la version
help-directory = Travailler dans un autre dossier de projet : les chemins relatifs partent de là
help-lang = La langue des messages : fr ou en

help-check = Vérifie tout le projet et dit tout ce qui ne va pas
    .examples =
        paraphe check
        paraphe -C ma-charte check --format json
help-check-format = La forme du rapport : { $formats }
help-check-no_cache = Vérifier de nouveau chaque signature, sans se fier aux passages précédents
help-check-timings = Dire sur la sortie d’erreur où le temps est passé
check-well = Tout va bien : { $texts ->
        [0] aucun texte adopté
        [one] { $texts } texte
       *[other] { $texts } textes
    }{ $drafts ->
        [0] {""}
        [one] , { $drafts } brouillon
       *[other] , { $drafts } brouillons
    }, { $signatures ->
        [0] aucune signature
        [one] { $signatures } signature
       *[other] { $signatures } signatures
    }{ $withdrawals ->
        [0] {""}
        [one] , { $withdrawals } retrait
       *[other] , { $withdrawals } retraits
    }.

help-build = Construit le site, dans public/
    .examples =
        paraphe build
        paraphe build -o /srv/charte
help-build-output = Le dossier du site (public/ d’habitude)
help-build-keep_going = Laisser de côté les fichiers fautifs au lieu de refuser
help-build-timings = Dire sur la sortie d’erreur où le temps est passé
help-build-no_cache = Vérifier de nouveau chaque signature, sans se fier aux passages précédents
build-refused = Le site n’a pas été construit : { $errors ->
        [one] { $errors } erreur est à corriger
       *[other] { $errors } erreurs sont à corriger
    }. « --keep-going » laisse les fichiers fautifs de côté.
build-well = Site construit dans { $path } : { $pages ->
        [one] une page
       *[other] { $pages } pages
    }, { $written ->
        [0] aucun fichier changé
        [one] un fichier changé
       *[other] { $written } fichiers changés
    }{ $removed ->
        [0] {""}
        [one] , un fichier retiré
       *[other] , { $removed } fichiers retirés
    }.

help-serve = Montre le site pendant qu’on l’écrit, et le recharge à chaque changement
    .examples =
        paraphe serve
        paraphe serve --open --port 3000
help-serve-port = Le port ; s’il est pris, le premier libre après lui
help-serve-host = L’interface réseau (celle de cette machine seulement, d’habitude)
help-serve-open = Ouvrir le navigateur
help-serve-output = Le dossier du site (public/ d’habitude)
help-serve-no_cache = Vérifier de nouveau chaque signature au départ
serve-ready = Le site est à { $url } (Ctrl-C pour arrêter).
serve-port-taken = Le port { $port } est pris : ce sera { $other }.
serve-open = Aucun navigateur n’a pu être ouvert : recopiez l’adresse.
serve-watch = les fichiers du projet ne peuvent pas être surveillés : { $reason }
serve-built = { $written ->
        [0] Rien n’a changé
        [one] { $written } fichier écrit
       *[other] { $written } fichiers écrits
    }{ $removed ->
        [0] {""}
        [one] , { $removed } retiré
       *[other] , { $removed } retirés
    }, { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    }, { $milliseconds } ms.
serve-failed = Le site n’a pas pu être construit : celui d’avant reste affiché.
serve-failed-first = Le site n’a pas pu être construit, et il n’y a encore rien à montrer : corrigez les fautes, et il paraîtra de lui-même.
serve-host = « { $host } » n’est ni un nom ni une adresse de cette machine. Laissez --host de côté pour cette machine seulement ; 0.0.0.0 ouvre le site à tout son réseau.
serve-ports-taken = le port { $port } est pris, et ceux qui le suivent aussi. Donnez-en un autre avec --port ; avec 0, la machine en choisit un.
serve-port-refused = le port { $port } est réservé par le système. Donnez-en un autre avec --port, au-dessus de 1023.
serve-page-nothing = Rien à cette adresse
serve-page-nothing-why = Le site n’a pas de page ici. Sa première page est à la racine de l’adresse : /
serve-page-failed = Le site n’a pas pu être construit
serve-page-failed-why = Voici ce qui est à corriger. Dès que c’est fait, le site est construit : rechargez alors cette page, si elle ne le fait pas d’elle-même.
serve-refused-request = Ce serveur ne comprend pas cette demande : il ne fait que montrer des pages.
serve-refused-name = Ce serveur ne répond pas à ce nom. Ouvrez l’adresse que « paraphe serve » affiche, ou donnez ce nom avec « --host ».

help-verify = Vérifie des fichiers signés, hors ligne, dans un projet ou ailleurs
    .examples =
        paraphe verify signatures/charter/mon-association.yaml
        paraphe verify mon-association.yaml --text 1.0.md
        paraphe verify --json signatures/
help-verify-paths = Les fichiers signés, ou des dossiers qui en contiennent
help-verify-text = Un texte à comparer à celui qui a été signé
help-verify-json = Écrire du JSON
help-verify-timings = Dire sur la sortie d’erreur où le temps est passé
verify-nothing = il n’y a aucun fichier signé (« .yaml ») à vérifier là. Donnez un tel fichier, ou un dossier qui en contient, comme signatures/.
verify-signs = { $organisation } ({ $city }) signe « { $text } », version { $version }, le { $date }
verify-withdraws = { $organisation } ({ $city }) se retire de « { $text } », version { $version }, le { $date }
verify-attests = Un garant atteste la signature de { $organisation }, le { $date } : { $method }
verify-carried = Le fichier a été changé par la façon dont il est venu (messagerie, copier-coller) : tel quel, il est refusé. Sa signature tient : « paraphe import » le remet comme il a été signé. Voici ce qu’il dit :
verify-key = Clé : { $fingerprint }
verify-text-same = Texte : { $path } est bien celui qui a été signé
verify-text-different = Texte : celui qui est ici n’est pas celui qui a été signé. Cherchez la version { $version }, dont le SHA-256 est { $digest }, et donnez-la avec « --text FICHIER ».
verify-text-absent = Texte : il n’est pas ici, rien à comparer (« --text FICHIER » le donne)
verify-text-genuine = C’est bien le texte « { $text } », version { $version }, à l’octet près : { $path }. Un texte n’est signé par personne à lui seul : ce sont les fichiers de signature qui le sont.
verify-text-altered = Ce fichier se présente comme « { $text } », version { $version }, mais ce n’est pas le texte qui est ici ({ $path }) : il a été modifié, ne serait-ce que d’une lettre. Aucune signature de cette version ne vaut pour lui.
verify-text-unknown = Ce fichier n’est aucun des textes qui sont ici : un autre texte, ou l’un d’eux, modifié.
verify-digest = Empreinte (SHA-256) : { $digest }
verify-file-same = Fichier attesté : { $path }, inchangé
verify-file-different = Fichier attesté : il a changé depuis, l’attestation ne vaut plus
verify-file-absent = Fichier attesté : il n’est pas à côté, rien à comparer
verify-steward = Attestée par { $steward }
verify-no-steward = Aucun garant connu ne l’atteste
verify-stale = { $count ->
        [one] L’un d’eux touche à une attestation qui ne compte plus : la signature a changé depuis. La signature elle-même est valable.
       *[other] { $count } d’entre eux touchent à des attestations qui ne comptent plus : les signatures ont changé depuis. Les signatures elles-mêmes sont valables.
    }
verify-summary = { $sound ->
        [0] Aucun fichier valable
        [one] { $sound } fichier valable
       *[other] { $sound } fichiers valables
    }, { $faulty ->
        [0] aucun refusé
        [one] { $faulty } refusé
       *[other] { $faulty } refusés
    }.
