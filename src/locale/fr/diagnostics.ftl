# Une entrée pour chaque code, dans l’ordre de `Code::ALL` : la valeur dit ce qui ne va pas, `.label` tient sous la
# ligne, `.expected` dit ce qui était attendu et `.help` ce qu’il faut faire. Les mêmes existent dans ../en/.
# Tout tient sur une ligne : ce qui va à la ligne dans un rapport vient d’un fichier, et se voit.

-resign = Un fichier signé ne se retouche pas : changer une lettre annule la signature. Signez donc de nouveau, avec « paraphe sign » ou depuis la page « Comment signer » du site.
-mend = Corrigez, puis signez de nouveau avec « paraphe sign » ou depuis la page « Comment signer » du site : toute retouche annule la signature.
-if-signed = Si c’est une signature, signez ensuite de nouveau.
-paste = La signature elle-même reste bonne : inutile de signer de nouveau.

## Les octets d’un fichier

file-too-large = Le fichier fait { $size } octets, plus que la limite de { $limit }
    .expected = { $limit } octets au plus
    .help = Vérifiez que ce n’est pas un autre document (un PDF, une image) rangé là par erreur, et retirez ce qui est de trop.
file-unreadable = Le fichier ne peut pas être lu : { $reason }
    .help = Vérifiez qu’il existe encore, que c’est un fichier ordinaire et que vous avez le droit de le lire, puis recommencez.
not-utf8 = Le fichier n’est pas un texte en UTF-8
    .label = octets illisibles
    .expected = du texte en UTF-8, l’encodage de tous les fichiers du projet
    .help = Ouvrez-le dans un éditeur de texte et enregistrez-le en choisissant l’encodage « UTF-8 ». { -if-signed }
not-a-signed-file = Ce fichier n’est pas un fichier signé
    .expected = la ligne « paraphe: 1 » au début, et la signature à la fin
    .help = Prenez le fichier que « paraphe sign » ou la page « Comment signer » du site a écrit, tel quel. Un texte, lui, se reconnaît dans le dossier du projet ou d’une copie du site : lancez la commande de là.
byte-order-mark = Le fichier commence par une marque d’ordre des octets (BOM), un caractère invisible
    .expected = de l’UTF-8 sans BOM
    .help = Enregistrez le fichier en « UTF-8 sans BOM », ou reprenez celui que le programme a écrit, sans l’ouvrir dans un traitement de texte.
lone-carriage-return = Un retour chariot (CR) se trouve seul dans le fichier
    .label = retour chariot seul
    .expected = des lignes terminées par LF, ou par CR LF
    .help = Enregistrez le fichier avec les fins de ligne « LF » (ou « Unix »). { -if-signed }
final-newline = Le fichier ne se termine pas par un retour à la ligne, et un seul
    .expected = un retour à la ligne après la dernière ligne, et plus rien
    .help = Ajoutez un retour à la ligne tout à la fin, ou retirez ceux qui sont en trop. { -paste }
private-key = Ce fichier contient une clé privée : elle est perdue, jetez-la
    .label = clé privée
    .expected = une signature, jamais une clé privée, nulle part dans le projet
    .help = Cette clé est grillée : quiconque l’a vue peut désormais signer à votre place, et la retirer du fichier n’y change rien. Ne l’utilisez plus jamais. Créez-en une autre (« paraphe key new »), signez de nouveau, et prévenez les responsables de la charte. Une clé privée ne s’envoie nulle part : ni ici, ni par courriel, à personne.
forbidden-character = Le caractère { $character } ne peut pas figurer ici
    .label = { $character }
    .expected = des caractères visibles : ni commande, ni marque invisible, ni changement de sens d’écriture
    .help = Ce caractère, souvent invisible, vient d’ordinaire d’un copier-coller. Effacez le passage et retapez-le au clavier. { -if-signed }
conflict-marker = Git a laissé ici les marques d’un conflit : deux états du fichier, l’un après l’autre
    .label = marque de git
    .expected = un seul des deux états, sans les lignes « <<<<<<< », « ======= » et « >>>>>>> »
    .help = Ne recollez rien à la main. Reprenez le fichier tel qu’il est sur la branche principale, ou celui que l’organisation a signé, en entier ; pour un texte ou la configuration, gardez ce qui est juste et effacez les trois lignes.

## L’écriture d’un fichier de signature

tab = Une tabulation se trouve en dehors d’un texte
    .label = tabulation
    .expected = des espaces
    .help = { -resign }
trailing-space = La ligne se termine par une espace
    .label = espace en trop
    .expected = rien après la fin de la valeur
    .help = { -resign }
comment = Un fichier de signature ne contient pas de commentaire
    .label = commentaire
    .expected = seulement les champs du format
    .help = { -resign }
blank-line = Une ligne vide se trouve dans le fichier
    .label = ligne vide
    .expected = les champs du format, sans ligne vide entre eux
    .help = { -resign }
document-marker = Une marque de document YAML (« --- », « ... » ou « % ») se trouve dans le fichier
    .label = marque de document
    .expected = un fichier qui commence par « paraphe: 1 »
    .help = { -resign }
anchor = Une ancre YAML (« & ») se trouve dans le fichier
    .label = ancre
    .expected = une valeur écrite en toutes lettres
    .help = Écrivez la valeur en toutes lettres. { -if-signed }
alias = Un renvoi YAML (« * ») se trouve dans le fichier
    .label = renvoi
    .expected = une valeur écrite en toutes lettres
    .help = Écrivez la valeur en toutes lettres. { -if-signed }
tag = Une étiquette YAML (« ! ») se trouve dans le fichier
    .label = étiquette
    .expected = une valeur sans indication de type
    .help = Écrivez la valeur en toutes lettres. { -if-signed }
merge-key = Une fusion YAML (« << ») se trouve dans le fichier
    .label = fusion
    .expected = seulement les champs du format
    .help = Écrivez la valeur en toutes lettres. { -if-signed }
flow-collection = Des accolades ou des crochets groupent des valeurs
    .label = écriture groupée
    .expected = un champ par ligne
    .help = { -resign }
not-double-quoted = La valeur de « { $key } » n’est pas entre guillemets doubles
    .label = sans guillemets doubles
    .expected = une valeur entre guillemets doubles et droits, comme "…"
    .help = { -mend }
escape = L’échappement { $escape } n’existe pas dans ce format
    .label = échappement refusé
    .expected = le caractère lui-même ; seuls \" et \\ s’écrivent avec une barre oblique inverse
    .help = { -mend }
indentation = La ligne n’est pas décalée comme il faut
    .label = mauvais décalage
    .expected = { $expected } espaces au début de la ligne
    .help = { -resign }
not-canonical = La ligne n’est pas écrite de la seule façon que le format admet
    .label = écrit autrement
    .expected = { $expected }
    .help = { -resign }
key-order = Le champ « { $key } » n’est pas à sa place
    .label = champ déplacé
    .expected = « { $key } » juste après « { $after } »
    .help = { -mend }
duplicate-key = Le champ « { $key } » est écrit deux fois
    .label = deuxième fois
    .expected = chaque champ une seule fois
    .help = Gardez celui qui est juste et retirez l’autre. { -if-signed }
unknown-key = Le champ « { $key } » n’existe pas
    .label = champ inconnu
    .expected = un des champs que la documentation énumère
    .help = Corrigez son nom ou retirez la ligne. { -if-signed }
missing-key = Le champ « { $key } » est obligatoire et manque
    .label = il manque « { $key } »
    .help = Ajoutez-le. { -if-signed }
format-version = Ce fichier suit la version { $version } du format, que ce programme ne connaît pas : il en faut un plus récent
    .label = version inconnue
    .expected = paraphe: 1
    .help = Installez la dernière version de paraphe et recommencez. Si vous avez écrit ce nombre vous-même, remettez 1 et signez de nouveau.

## Les valeurs

not-nfc = La valeur de « { $key } » contient un accent écrit à part de sa lettre (elle n’est pas en NFC)
    .label = accent séparé
    .expected = des lettres accentuées d’un seul tenant, en Unicode NFC
    .help = Retapez ce mot au clavier : il vient d’un copier-coller, souvent depuis un PDF ou un Mac. { -mend }
empty-value = La valeur de « { $key } » est vide
    .label = vide
    .expected = au moins un caractère
    .help = Remplissez-la, ou retirez la ligne si elle est facultative. { -if-signed }
value-too-long = La valeur de « { $key } » fait { $length } caractères, plus que la limite de { $limit }
    .label = au-delà de { $limit } caractères
    .expected = { $limit } caractères au plus
    .help = Raccourcissez-la. { -if-signed }
outer-space = La valeur de « { $key } » commence ou finit par une espace
    .label = espace en trop
    .expected = une valeur sans espace au début ni à la fin
    .help = Retirez cette espace. { -if-signed }
double-space = La valeur de « { $key } » contient deux espaces de suite
    .label = deux espaces
    .expected = une seule espace entre deux mots
    .help = Retirez-en une. { -if-signed }
forbidden-space = L’espace { $character } ne peut pas figurer ici
    .label = { $character }
    .expected = une espace ordinaire, ou une espace insécable (U+00A0 ou U+202F)
    .help = Effacez cette espace et retapez-la avec la barre d’espace. { -if-signed }
action-unknown = L’action « { $value } » n’existe pas
    .label = action inconnue
    .expected = "sign" pour adhérer, "withdraw" pour se retirer, "attest" pour une attestation
    .help = { -mend }
slug-form = « { $value } » n’est pas un nom court valable pour « { $key } »
    .label = forme refusée
    .expected = 80 caractères au plus parmi les lettres a à z, les chiffres et des tirets isolés, comme { $key ->
        [theme] mon-theme
       *[other] regie-les-tilleuls
    }
    .help = Écrivez-le en minuscules, sans accent, ni espace, ni tiret au début ou à la fin. { $key ->
        [theme] Le dossier du thème, sous « themes », porte le même nom.
        [territory] Le dossier du territoire portera le même nom.
       *[other] { -if-signed }
    }
text-form = « { $value } » ne désigne aucun texte
    .label = forme refusée
    .expected = charter, ou territories/ suivi du nom court du territoire
    .help = Reprenez le nom du texte tel que le site l’affiche. { -if-signed }
version-form = « { $value } » n’a pas la forme d’un numéro de version
    .label = forme refusée
    .expected = des nombres séparés par des points, comme "1.0", entre guillemets
    .help = Reprenez le numéro de version tel que le site l’affiche. { -if-signed }
digest-form = « { $value } » n’a pas la forme d’une empreinte SHA-256
    .label = forme refusée
    .expected = 64 caractères parmi 0 à 9 et a à f, en minuscules
    .help = Recopiez l’empreinte entière, telle que le site ou « sha256sum » l’affiche. { -if-signed }
insee-form = « { $value } » n’a pas la forme du code INSEE d’une commune
    .label = forme refusée
    .expected = cinq caractères, comme 49007, 2A004 ou 97411 ; ce n’est pas le code postal
    .help = Cherchez le code de la commune sur insee.fr, ou retirez la ligne : elle est facultative. { -if-signed }
rna-form = « { $value } » n’a pas la forme d’un numéro RNA
    .label = forme refusée
    .expected = W suivi de neuf chiffres ou lettres capitales, comme W491234567
    .help = Le numéro est sur le récépissé de déclaration de l’association. Si vous n’en avez pas (en Alsace et en Moselle, par exemple), retirez la ligne. { -if-signed }
siren-form = « { $value } » n’a pas la forme d’un numéro SIREN
    .label = forme refusée
    .expected = neuf chiffres, sans espace, comme 732829320
    .help = Écrivez les neuf chiffres à la suite ; un SIRET en a quatorze, gardez les neuf premiers. { -if-signed }
siren-check-digit = Le numéro SIREN « { $value } » n’existe pas : son chiffre de contrôle est faux
    .label = chiffre faux
    .expected = un numéro dont le dernier chiffre correspond aux huit autres
    .help = Un chiffre a été mal recopié : comparez avec l’avis de situation de l’INSEE. { -if-signed }
website-not-https = L’adresse « { $value } » ne commence pas par https://
    .label = pas en https
    .expected = une adresse en https://
    .help = Écrivez l’adresse en https://, ou retirez la ligne si le site n’existe pas en https. { -if-signed }
website-form = « { $value } » n’est pas l’adresse complète d’un site
    .label = forme refusée
    .expected = une adresse complète, comme https://www.example.org/
    .help = Ouvrez le site dans un navigateur et recopiez son adresse, ou retirez la ligne. { -if-signed }
website-credentials = L’adresse « { $value } » contient un nom d’utilisateur ou un mot de passe
    .label = identifiants
    .expected = une adresse sans rien avant le nom du site, comme https://www.example.org/
    .help = Retirez ce qui précède le « @ ». Si c’était un vrai mot de passe, changez-le : il a été publié. { -if-signed }
date-form = « { $value } » n’est pas une date écrite année-mois-jour
    .label = forme refusée
    .expected = l’année, le mois et le jour, comme 2026-11-23
    .help = Écrivez quatre chiffres pour l’année, deux pour le mois, deux pour le jour, séparés par des tirets. { -if-signed }
date-impossible = Le { $value } n’existe dans aucun calendrier
    .label = jour impossible
    .expected = un jour qui existe
    .help = Corrigez le mois ou le jour. { -if-signed }

## La signature

signature-missing = Le fichier n’est pas signé
    .expected = une ligne « signature: | » à la fin, puis la signature
    .help = Signez-le avec « paraphe sign » ou depuis la page « Comment signer » du site, qui ajoutent la signature à la fin.
signature-repeated = Le fichier contient plus d’une signature
    .label = deuxième signature
    .expected = une seule signature
    .help = Gardez une seule signature par fichier. Si deux personnes signent pour la même organisation, une seule signature suffit.
signature-trailing-text = Du texte suit la signature
    .label = texte en trop
    .expected = rien après la ligne « -----END SSH SIGNATURE----- »
    .help = Effacez tout ce qui suit cette ligne. { -paste }
signature-indentation = La signature n’est pas décalée de deux espaces
    .label = mauvais décalage
    .expected = exactement deux espaces au début de chaque ligne de la signature
    .help = Mettez deux espaces devant chaque ligne, de BEGIN à END. { -paste }
armour-not-canonical = La signature n’est pas écrite comme « ssh-keygen » l’écrit
    .label = écrit autrement
    .expected = des lignes de 70 caractères, sans espace ni ligne vide, entre BEGIN et END
    .help = Recopiez la signature telle que le programme l’a écrite, sans couper les lignes autrement. { -paste }
armour-form = Le bloc de signature est illisible
    .label = illisible
    .expected = un bloc de -----BEGIN SSH SIGNATURE----- à -----END SSH SIGNATURE-----
    .help = Recopiez le bloc entier, première et dernière lignes comprises ; une clé publique ou une signature PGP ne conviennent pas. Au besoin, signez de nouveau.
sshsig-form = La signature n’a pas la structure d’une signature SSH
    .label = structure refusée
    .expected = une signature faite par « ssh-keygen -Y sign » ou par « paraphe sign »
    .help = Le bloc a sans doute été abîmé en le copiant. Signez de nouveau avec « paraphe sign ».
sshsig-version = La signature est en version { $version } du format SSHSIG
    .label = version refusée
    .expected = la version 1
    .help = Signez de nouveau avec « paraphe sign » ou un OpenSSH courant.
sshsig-key-type = La clé est de type { $algorithm }, et seul ssh-ed25519 est admis
    .label = type de clé refusé
    .expected = une clé ssh-ed25519
    .help = Créez une clé Ed25519 (« paraphe key new » ou « ssh-keygen -t ed25519 ») et signez de nouveau avec elle.
sshsig-namespace = La signature a été faite pour un autre usage : « { $namespace } »
    .label = autre usage
    .expected = l’usage (namespace) « paraphe »
    .help = Signez de nouveau avec « paraphe sign », ou avec « ssh-keygen -Y sign -n paraphe ».
sshsig-reserved = Le champ réservé de la signature n’est pas vide
    .label = champ réservé rempli
    .expected = un champ réservé vide
    .help = Le programme qui a signé n’est pas conforme. Signez de nouveau avec « paraphe sign » ou « ssh-keygen ».
sshsig-hash = La signature utilise { $hash }, et seul sha512 est admis
    .label = fonction refusée
    .expected = sha512
    .help = Signez de nouveau avec « paraphe sign », ou avec « ssh-keygen -Y sign » sans option de hachage.
sshsig-signature-length = La signature fait { $length } octets au lieu de 64
    .label = longueur refusée
    .expected = 64 octets
    .help = La signature a été tronquée ou abîmée. Signez de nouveau avec « paraphe sign ».
sshsig-trailing-bytes = Il y a { $length ->
        [one] un octet
       *[other] { $length } octets
    } de trop après la signature
    .label = octets en trop
    .expected = rien après la signature elle-même
    .help = Le bloc a été modifié après coup. Signez de nouveau avec « paraphe sign ».
key-encoding = La clé publique n’est pas l’encodage régulier d’un point de la courbe
    .label = clé refusée
    .expected = une clé Ed25519 ordinaire
    .help = Cette clé n’a pas été faite par un programme honnête. Créez-en une autre (« paraphe key new ») et signez de nouveau.
key-small-order = La clé publique est d’ordre faible : n’importe qui pourrait signer avec elle
    .label = clé refusée
    .expected = une clé Ed25519 ordinaire
    .help = Cette clé ne protège rien. Créez-en une autre (« paraphe key new ») et signez de nouveau.
signature-small-order = Le point R de la signature n’est pas régulier, ou est d’ordre faible
    .label = signature refusée
    .expected = une signature Ed25519 ordinaire
    .help = Cette signature n’a pas été faite par un programme honnête. Signez de nouveau avec « paraphe sign ».
signature-not-reduced = Le nombre S de la signature dépasse l’ordre du groupe
    .label = signature refusée
    .expected = une signature Ed25519 ordinaire
    .help = Cette signature a été modifiée après coup. Signez de nouveau avec « paraphe sign ».
signature-mismatch = La signature ne correspond pas au contenu du fichier
    .label = ne correspond pas
    .expected = un fichier inchangé depuis que la clé { $fingerprint } l’a signé
    .help = Le fichier a été modifié après la signature, ou celle-ci vient d’un autre fichier. Remettez le contenu signé, ou signez de nouveau avec « paraphe sign ».

## Une signature parmi les textes

other-charter = Cette signature est pour une autre charte : « { $value } »
    .label = autre charte
    .expected = charter: "{ $expected }"
    .help = Vérifiez que vous signez sur le bon site, puis signez de nouveau la charte de celui-ci.
text-path = Le fichier dit signer « { $value } », mais son dossier est celui d’un autre texte
    .label = autre texte
    .expected = « { $expected } », d’après le dossier où il est rangé
    .help = Si le texte signé est le bon, déplacez le fichier dans signatures/{ $value }/. Sinon, signez de nouveau le bon texte.
text-unknown = Il n’y a pas de texte « { $value } »
    .label = texte inconnu
    .expected = un texte du dossier content/
    .help = Reprenez le nom du texte tel que le site l’affiche ; il a peut-être changé. { -if-signed }
version-unknown = Le texte « { $text } » n’a pas de version { $version }
    .label = version inconnue
    .expected = une version qui existe : { $known }
    .help = Signez de nouveau la version en vigueur, celle que le site propose.
digest-mismatch = L’empreinte n’est pas celle de la version { $version } de « { $text } »
    .label = autre empreinte
    .expected = { $expected }
    .help = Le texte signé n’est pas celui qui est publié ici. Téléchargez la version { $version }, relisez-la, et signez-la de nouveau.
digest-of-other-version = L’empreinte n’est pas celle de la version { $version }, mais celle de la version { $actual }
    .label = empreinte de la version { $actual }
    .expected = la version et l’empreinte d’un même texte
    .help = Choisissez laquelle des deux versions vous signez, { $version } ou { $actual }, et signez de nouveau.
text-changed = La version { $version } de « { $text } » a été modifiée après avoir été signée, ce qui casse { $count ->
        [one] une signature
       *[other] { $count } signatures
    }
    .expected = un texte publié qui ne change plus, pas même d’une virgule
    .help = Remettez ce texte exactement comme il était, et publiez la correction comme une nouvelle version (« paraphe new version { $text } … »).
declaration-differs = La déclaration n’est pas celle du texte
    .label = autre phrase
    .expected = { $expected }
    .help = La phrase signée doit être, mot pour mot, celle du texte. Signez de nouveau avec « paraphe sign », qui la reprend telle quelle.
date-before-adoption = La signature est datée du { $date }, avant l’adoption du texte le { $adopted }
    .label = trop tôt
    .expected = le { $adopted } ou plus tard
    .help = Vérifiez la date (et celle de votre ordinateur), puis signez de nouveau.
text-draft = La version { $version } de « { $text } » est un brouillon et ne se signe pas encore
    .label = brouillon
    .expected = une version adoptée
    .help = Attendez l’adoption de cette version, ou signez la dernière version adoptée.

## Les attestations

attestation-orphan = L’attestation ne porte sur aucune signature : il n’y a pas de fichier à côté d’elle
    .expected = { $expected }
    .help = Rangez l’attestation dans le même dossier que la signature, sous le même nom suivi de .attestation.yaml, ou retirez-la.
attestation-stale = { $kind ->
        [copied] L’attestation porte sur une autre signature, celle de « { $name } », et ne compte pas ici
       *[earlier] L’attestation porte sur une version antérieure de la signature et ne compte plus
    }
    .label = empreinte d’un autre fichier
    .expected = une attestation de la signature actuelle
    .help = { $kind ->
        [copied] Sa place est à côté de { $of }. Si un garant a vérifié la signature qui est ici, qu’il l’atteste avec « paraphe attest » ; sinon, retirez ce fichier. L’attestation est de la clé { $fingerprint }.
       *[earlier] La signature a été remplacée depuis. Un garant doit vérifier la nouvelle et l’attester avec « paraphe attest » ; l’ancienne attestation est de la clé { $fingerprint }.
    }
attestation-not-steward = La clé { $fingerprint } n’est celle d’aucun garant de cette charte
    .label = clé inconnue
    .expected = la clé d’un des garants (« stewards ») que paraphe.yaml énumère
    .help = Seul un garant peut attester. Si vous en êtes un, attestez de nouveau avec la clé que le site publie ; sinon, retirez ce fichier.
attestation-name = L’attestation nomme « { $value } », et la signature un autre nom
    .label = autre nom
    .expected = { $expected }
    .help = Vérifiez que c’est bien cette organisation que vous attestez, puis attestez de nouveau avec « paraphe attest », qui reprend le nom.
more-faults = Ce fichier a d’autres fautes encore, qui ne sont pas montrées : { $count }
    .help = Corrigez d’abord celles qui le sont. S’il y en a autant, le fichier a sans doute changé en route : reprenez celui que « paraphe sign » ou le site a écrit, sans l’ouvrir dans un autre programme.

## Les textes

front-matter-missing = { $kind ->
        [page] Cette page n’a pas d’en-tête, ou son en-tête ne finit pas
       *[text] Le texte n’a pas d’en-tête, ou son en-tête ne finit pas
    }
    .expected = un en-tête entre deux lignes « --- », tout au début du fichier
    .help = { $kind ->
        [page] Commencez le fichier par une ligne « --- », puis « title: » et le titre de la page, puis une autre ligne « --- ».
       *[text] Commencez le fichier par une ligne « --- », puis title, version, adopted et declaration, puis une autre ligne « --- ». « paraphe new » écrit tout cela pour vous.
    }
yaml-syntax = Le YAML est illisible : { $reason }
    .label = ici
    .expected = des lignes de la forme « champ: valeur », décalées par des espaces
    .help = Vérifiez sur cette ligne et la précédente les guillemets, les deux-points suivis d’une espace, et le décalage.
value-kind = La valeur de « { $key } » n’est pas de la bonne sorte
    .label = autre sorte de valeur
    .expected = { $reason ->
        [mapping] des lignes « champ: valeur » décalées de deux espaces
        [text] un texte
        [boolean] true ou false
        [integer] un nombre entier
        [list] une liste, un élément par ligne après un tiret
       *[other] une valeur d’une autre sorte
    }
    .help = Mettez un texte ou un numéro de version entre guillemets, comme "1.0", et une liste avec un tiret par ligne.
version-path = L’en-tête dit version « { $value } », et le nom du fichier une autre
    .label = autre version
    .expected = { $expected }, comme le nom du fichier
    .help = Changez celle des deux qui est fausse : l’en-tête, ou le nom du fichier. Un texte déjà signé ne change pas.
status-unknown = L’état « { $value } » n’existe pas
    .label = état inconnu
    .expected = draft, ou pas de ligne « status » du tout
    .help = Écrivez « status: draft » pour un brouillon ; retirez la ligne quand le texte est adopté et ouvert aux signatures.
kind-unknown = « { $value } » n’est pas une sorte de territoire
    .label = sorte inconnue
    .expected = region, department, intercommunality, commune ou neighbourhood
    .help = Choisissez l’une des cinq sortes ; « neighbourhood » est un quartier prioritaire.
territory-code-form = Le code « { $value } » n’a pas la forme de ceux d’un territoire de sorte « { $kind } »
    .label = forme refusée
    .expected = region et department : le code INSEE ; intercommunality : le SIREN ; commune : le code INSEE ; neighbourhood : le code du quartier prioritaire, comme QN07502M
    .help = Cherchez le code officiel du territoire sur insee.fr, ou sur sig.ville.gouv.fr pour un quartier, et mettez-le entre guillemets.
department-unknown = Il n’y a pas de département « { $value } »
    .label = code inconnu
    .expected = 01 à 19, 2A, 2B, 21 à 95, ou 971 à 989 outre-mer, entre guillemets
    .help = Écrivez le code du département, pas son nom, sur deux ou trois caractères.
department-differs = Le département « { $value } » n’est pas celui que le code du territoire indique
    .label = autre département
    .expected = { $expected }
    .help = Corrigez celui des deux qui est faux, ou retirez la ligne « department » : le code suffit.
parent-unknown = Le texte adapté n’existe pas : « { $text } », version { $version }
    .label = texte inconnu
    .expected = un texte et une version du dossier content/
    .help = Vérifiez sous « adapts » le texte et sa version, ou laissez « paraphe new » les écrire.
parent-digest = L’empreinte du texte adapté est fausse : ce n’est pas celle de « { $text } », version { $version }
    .label = autre empreinte
    .expected = { $expected }
    .help = Si ce texte n’est pas encore signé, mettez l’empreinte attendue. S’il l’est, c’est le texte adapté qui a changé : remettez celui-ci comme il était.
parent-cycle = Ces textes s’adaptent l’un l’autre en rond : { $chain }
    .label = revient au départ
    .expected = une suite d’adaptations qui remonte à la charte
    .help = Changez sous « adapts » le parent de l’un d’eux, pour que chacun remonte à la charte.
charter-adapts = La charte elle-même n’adapte aucun texte
    .label = à retirer
    .expected = ni « adapts » ni « territory » dans l’en-tête de la charte
    .help = Retirez ces lignes, ou rangez le texte sous content/territories/ si c’est une adaptation.
raw-html = Le texte contient du HTML
    .label = HTML
    .expected = du Markdown seulement
    .help = Remplacez la balise par du Markdown (*italique*, **gras**, [lien](https://…)), ou mettez-la entre accents graves pour la montrer. Un « < » seul s’écrit \<.
link-scheme = Le lien « { $value } » n’est pas d’une sorte admise
    .label = lien refusé
    .expected = un lien en https:, une adresse mailto:, ou un chemin relatif
    .help = Écrivez le lien en https://, ou retirez-le.
image-outside = L’image « { $value } » vient d’ailleurs
    .label = image d’ailleurs
    .expected = une image rangée dans le projet, par un chemin relatif
    .help = Ajoutez l’image au dossier du texte et citez-la par son nom de fichier : une image prise ailleurs dénonce vos lecteurs à un autre site, et finit par disparaître.
image-missing = L’image « { $value } » n’est pas dans le projet
    .label = image introuvable
    .expected = une image rangée dans le projet, par un chemin relatif au fichier
    .help = Ajoutez l’image au même endroit que le texte, ou corrigez son nom : les majuscules comptent.
charter-missing = La charte n’a aucun texte
    .expected = un fichier content/charter/1.0.md
    .help = Écrivez le texte de la charte dans ce fichier ; « paraphe init » en met un à modifier dans un nouveau dossier.

## Le dossier du projet

configuration-missing = Il n’y a pas de paraphe.yaml dans ce dossier
    .expected = le dossier d’un projet paraphe
    .help = Allez dans le dossier du projet, ou indiquez-le avec « -C DOSSIER ». « paraphe init DOSSIER » en commence un nouveau.
configuration-value = La valeur de « { $key } » ne convient pas : « { $value } »
    .label = valeur refusée
    .expected = { $key ->
        [language] fr ou en
        [url] l’adresse du site, https://…, sans « ? », « # », identifiant ni mot de passe
        [repository] l’adresse du dépôt, https://…
        [forge] github, gitlab, gitea ou forgejo
        [branch] le nom d’une branche, comme git l’admet
        [contact] une adresse électronique simple, nom@exemple.org
       *[other] une autre valeur
    }
    .help = Corrigez cette ligne de paraphe.yaml, ou retirez-la si elle est facultative.
steward-key = La clé de garant « { $value } » n’est pas utilisable
    .label = clé refusée
    .expected = une ligne de clé publique, comme ssh-ed25519 AAAA…
    .help = Recopiez la ligne entière que « paraphe key show » affiche, ou celle du fichier .pub, entre guillemets. Jamais la clé privée.
symbolic-link = Le chemin passe par un lien symbolique ou sort du projet
    .expected = un fichier ordinaire, à l’intérieur du projet
    .help = Remplacez le lien par une copie du fichier.
file-misplaced = Ce fichier n’a rien à faire ici
    .expected = { $expected }
    .help = Déplacez-le à sa place, ou retirez-le.
file-name = Le nom du fichier n’a pas la bonne forme
    .expected = { $expected }
    .help = Renommez-le : des minuscules sans accent, des chiffres et des tirets, et la bonne terminaison. Le contenu ne change pas : inutile de signer de nouveau.
name-collision = Ce nom ne diffère de « { $other } » que par les majuscules ou la forme des accents
    .expected = un nom que tous les systèmes distinguent des autres
    .help = Renommez l’un des deux : sur Windows et macOS, ils n’en feraient qu’un.
page-name-taken = Cette page prendrait l’adresse « { $other } », que le site écrit lui-même
    .expected = un nom de page que le site ne prend pas pour une des siennes
    .help = Donnez un autre nom au fichier : l’adresse d’une page est le nom de son fichier. Son contenu et son titre ne changent pas.

## Le registre

duplicate-identifier = Le numéro { $identifier } { $value } est aussi celui d’un autre signataire : { $other }
    .label = déjà pris
    .expected = un numéro pour une seule organisation
    .help = Si c’est la même organisation, gardez une seule de ses deux signatures. Sinon, l’un des deux numéros est faux : demandez-leur.
shared-key = La clé { $fingerprint } signe aussi pour une autre organisation : { $other }
    .label = même clé
    .expected = une clé pour chaque organisation
    .help = Demandez aux deux organisations si c’est voulu. Si la même personne signe pour les deux, mieux vaut une clé pour chacune.
unattested-key = « { $organisation } » signe aussi avec une autre clé ({ $other }), et aucun garant n’a attesté ce changement
    .label = autre clé
    .expected = la même clé pour tous les textes, ou une attestation
    .help = Assurez-vous par un autre moyen que c’est bien elle, puis qu’un garant atteste cette signature avec « paraphe attest ».

## Une modification : ce qui peut suivre quoi

key-replaced = Cette signature remplace celle d’une autre clé, et aucun garant n’en répond
    .label = autre clé : { $fingerprint }
    .expected = la clé { $expected }, ou l’attestation d’un garant jointe à la demande
    .help = Si c’est bien votre association, signez avec la même clé que la première fois. Si cette clé est perdue, écrivez aux responsables de la charte : un garant vous joindra par un autre moyen, puis ajoutera son attestation à cette demande.
date-goes-back = La date { $date } est antérieure à celle du fichier remplacé
    .label = date antérieure
    .expected = une date à partir du { $expected }
    .help = Un fichier plus ancien ne peut pas revenir prendre la place d’un plus récent. Signez de nouveau, à la date du jour.
version-goes-back = Cette signature revient à la version { $version } du texte
    .label = version antérieure
    .expected = la version { $expected }, ou une plus récente
    .help = Signez la version la plus récente. Pour ne plus adhérer, il y a le retrait : « paraphe withdraw ».
withdrawal-same-day = Cette signature est du même jour ({ $date }) que le retrait qu’elle remplace
    .label = même jour que le retrait
    .expected = une date plus récente que celle du retrait
    .help = Signez de nouveau demain : à la même date, rien ne dit laquelle des deux décisions est la dernière.
signature-replayed = Ce fichier est un ancien état de { $other }, remplacé depuis
    .label = remplacé depuis
    .expected = un fichier qui n’a pas déjà été remplacé
    .help = Ce fichier se trouvait déjà là (commit { $commit }), puis un autre l’a remplacé : il ne peut pas revenir, même sous un autre nom. Si l’organisation veut vraiment y revenir, elle signe de nouveau, à partir du lendemain.
date-in-future = La date { $date } est dans le futur
    .label = date à venir
    .expected = au plus tard demain : nous sommes le { $expected }
    .help = Vérifiez l’année et l’ordre du mois et du jour, et l’horloge de votre ordinateur ; puis signez de nouveau, à la date du jour.
version-not-current = Cette nouvelle signature porte sur la version { $version } de « { $text } », qui n’est plus la dernière
    .label = version ancienne
    .expected = la version { $expected }
    .help = Une version plus récente est parue. Proposez à l’organisation de la signer ; sa signature de l’ancienne reste valable si elle a été faite avant.
text-closed = « { $text } » ne prend plus de nouvelles signatures
    .label = texte clos
    .expected = un texte ouvert à la signature
    .help = Signez un autre texte, ou demandez aux responsables de la charte pourquoi celui-ci est clos.

## Une modification : ce qui est aux autres

signature-deleted = La signature de « { $organisation } » est supprimée
    .expected = un fichier laissé en place ; pour se retirer, un retrait signé
    .help = Remettez le fichier comme il était. Une organisation ne se retire pas en effaçant son fichier, mais avec « paraphe withdraw » : sans cela, l’ancienne signature pourrait être remise en place.
signature-moved = Une signature est déplacée vers { $other }
    .expected = un fichier laissé en place
    .help = Remettez le fichier sous son nom. Le nom du fichier est celui de l’organisation pour tous les textes : il ne change pas.
signature-copied = Ce fichier est la copie exacte de { $other }
    .expected = une signature faite par cette organisation
    .help = Une signature ne compte qu’une fois. Retirez cette copie ; si votre association n’a pas encore signé, signez avec « paraphe sign ».
attestation-deleted = Cette modification fait disparaître l’attestation de « { $organisation } »
    .expected = une attestation laissée comme elle est
    .help = Remettez le fichier comme il était. Une attestation ne part qu’avec la signature qu’elle atteste, quand celle-ci est remplacée.
line-ends-changed = Seules les fins de ligne de ce fichier changent, ou la marque invisible à son début
    .expected = un fichier publié laissé comme il est, octet pour octet
    .help = Remettez le fichier comme il était : « git checkout » et la branche principale, puis son nom. Un éditeur ou un réglage de git (core.autocrlf) a réécrit la fin de chaque ligne. Ce qui est publié est aux autres, et ce changement-là en cacherait un vrai à qui relit.
text-deleted = « { $text } », version { $version }, est supprimé alors qu’il est signé { $count } fois
    .expected = toutes les versions d’un texte laissées en place
    .help = Remettez le fichier. Une nouvelle version s’ajoute à côté des anciennes ; un texte se clôt dans paraphe.yaml, sans disparaître.
text-rewritten = « { $text } », version { $version }, est déjà publié et change
    .expected = une version publiée qui ne change plus
    .help = Une correction est une nouvelle version : « paraphe new version ». Personne ne l’a encore signée ici, mais une signature est peut-être en route.
picture-changed = Cette image change ou disparaît, alors que « { $text } », version { $version }, la montre et est signé { $count ->
        [one] une fois
       *[other] { $count } fois
    }
    .expected = une image laissée comme elle était quand le texte a été signé
    .help = Remettez l’image exactement comme elle était. Pour en montrer une autre, ajoutez-la sous un autre nom, et publiez une nouvelle version du texte (« paraphe new version { $text } … »).
stewards-changed = La liste des garants change
    .label = garants
    .expected = les garants inchangés
    .help = Qui peut attester ne se décide pas dans une demande comme une autre. Si vous tenez cette charte, vérifiez chaque clé avec la personne qu’elle nomme avant d’accepter, et ne mêlez rien d’autre à cette demande.
charter-changed = L’identifiant de la charte devient « { $value } »
    .label = identifiant
    .expected = « { $expected } », que toutes les signatures répètent
    .help = Remettez l’ancien identifiant : toutes les signatures le contiennent, et aucune ne vaudrait plus.
several-organisations = Cette demande touche aux signatures de { $count } organisations
    .expected = une demande par organisation
    .help = Faites une demande par organisation : si l’une a une faute, les autres n’attendent pas. Un envoi groupé peut être voulu ; regardez alors chaque fichier.
file-outside = Une demande qui signe touche aussi à ce fichier
    .expected = des fichiers de signatures/ et de content/, et rien d’autre
    .help = Retirez ce fichier de la demande, ou proposez-le à part. Si vous ne savez pas comment il est arrivé là, recommencez depuis une copie fraîche du dépôt, avec votre seule signature.

## Une modification : ce qu’elle publierait avec ses fichiers

private-key-before = Une clé privée se trouve dans l’historique de cette demande : elle est perdue, jetez-la
    .expected = une demande dont aucune étape ne contient de clé privée
    .help = Cette clé est grillée, même si le fichier n’est plus là : une étape antérieure de la demande (le commit { $commit }) la contient toujours, chacun peut la lire, et accepter la demande la publierait pour toujours. Ne l’utilisez plus jamais. Créez-en une autre (« paraphe key new »), signez de nouveau, recommencez depuis une copie fraîche du dépôt, et prévenez les responsables de la charte. À ces derniers : fermez cette demande sans l’accepter. En réunir les étapes en une seule (« squash ») n’efface pas la copie d’où elle vient.
private-key-beside = Une clé privée se trouve dans ce dossier, et partirait avec le prochain envoi
    .expected = une clé privée gardée ailleurs que dans le dépôt
    .help = Git ne connaît pas encore ce fichier : rien n’est perdu. Déplacez-le tout de suite hors du dépôt, dans un dossier à vous seul, avant tout « git add ». S’il a déjà été envoyé à quelqu’un, par un moyen ou un autre, jetez cette clé et créez-en une autre (« paraphe key new »).
not-all-seen = { $part ->
        [commits] Cette demande a plus de { $limit } commits : les clés privées n’ont pas été cherchées dans les plus anciens
        [file] Un état passé de ce fichier dépasse { $limit } octets : aucune clé privée n’y a été cherchée
        [data] Cette demande contient plus de { $limit } octets d’états passés : les clés privées n’ont pas été cherchées plus loin
        [history] Il manque à ce clone une partie de l’historique de la demande : aucune clé privée n’y a été cherchée
        [states] L’historique est si long que git n’en est pas venu à bout en { $limit } secondes : le retour d’une ancienne signature n’a pas été cherché
       *[folder] Ce dossier a plus de { $limit } fichiers inconnus de git : les clés privées n’ont pas été cherchées au-delà de celui-ci
    }
    .expected = une demande qui se relit en entier
    .help = Une demande d’adhésion n’a besoin que d’un fichier et d’un commit : recommencez depuis une copie fraîche du dépôt. Si tout cela est voulu, quelqu’un doit regarder le reste à la main.

## Une modification : la place et la forme

reserved-name = Windows garde pour lui le nom « { $value } »
    .expected = un autre nom
    .help = Choisissez un autre nom de fichier, par exemple avec la ville : sous Windows, personne ne pourrait plus ouvrir ce dépôt.
submodule = Un autre dépôt (sous-module) est mis à l’intérieur de celui-ci
    .expected = des fichiers
    .help = Retirez-le. Si c’est une copie du dépôt mise par mégarde dans elle-même, n’en gardez que le fichier de signature.
executable-file = Ce fichier est marqué comme un programme à lancer
    .expected = un fichier ordinaire (mode 100644)
    .help = Ôtez la marque : « git update-index --chmod=-x FICHIER », ou déposez de nouveau le fichier par la page de la forge. La signature elle-même reste bonne.
binary-file = Ce fichier n’est pas un texte
    .expected = un fichier de texte en UTF-8
    .help = C’est peut-être un PDF, un document de traitement de texte ou une photo. Prenez le petit fichier que « paraphe sign » a écrit, sans l’ouvrir dans un autre programme.
picture-form = Cette image n’en est pas une
    .expected = une image { $expected }, comme le dit le nom du fichier
    .help = Enregistrez l’image de nouveau dans ce format, ou corrigez la terminaison de son nom.
placeholder = « { $value } » est resté du modèle
    .label = à remplir
    .expected = ce que cette partie du modèle annonce
    .help = Remplacez-le, crochets compris, par ce qui convient. { -if-signed }

## Une modification : les noms qui trompent

lookalike-name = Le nom « { $value } » se confond avec « { $actual } », qui a une autre clé
    .label = nom trop ressemblant
    .expected = un nom que l’on ne peut pas prendre pour celui de { $other }
    .help = Si c’est la même association, servez-vous de son fichier et de sa clé. Si c’en est une autre, distinguez-les, par exemple par la ville, puis signez de nouveau ; ou qu’un garant atteste cette signature.
mixed-scripts = Le mot « { $value } » mêle des lettres de plusieurs écritures
    .label = écritures mêlées
    .expected = un mot d’une seule écriture : latine, arabe, cyrillique…
    .help = Retapez le mot au clavier, puis signez de nouveau : une lettre venue d’un autre alphabet ressemble à la vôtre sans être la même.

## Une modification : les textes

qpv-unknown = Le code { $value } n’est celui d’aucun quartier prioritaire
    .label = code inconnu
    .expected = un code de la liste de 2024 (décret n° 2023-1314)
    .help = Cherchez le code du quartier sur le site sig.ville.gouv.fr, ou dans la délibération du contrat de ville.

## Le site

theme-missing = Le thème « { $theme } » n’existe pas
    .label = thème inconnu
    .expected = default, ou un dossier de ce nom dans themes/
    .help = Corrigez « theme » dans paraphe.yaml, ou créez le dossier themes/{ $theme }.
template-error = { $kind ->
        [script] Un script du thème ne peut pas être joint aux autres : { $reason }
       *[template] Un gabarit du thème est fautif : { $reason }
    }
    .label = ici
    .expected = { $kind ->
        [script] un module qui importe des noms entre accolades, et qui les exporte ainsi, ou bien une fonction, une classe ou une constante à la fois
       *[template] un gabarit que Tera sait lire
    }
    .help = Corrigez ce fichier du thème, ou retirez-le pour retrouver celui d’origine.
locale-error = Un fichier de langue du thème est fautif : { $reason }
    .label = ici
    .expected = des messages Fluent, de la forme « nom = texte »
    .help = Corrigez ce fichier, ou retirez-le pour retrouver celui d’origine.

## Le dossier du site

output-not-a-folder = La sortie n’est pas un dossier
    .expected = un dossier, ou un chemin où rien n’existe encore
    .help = Choisissez un autre chemin avec « -o DOSSIER », ou déplacez le fichier qui s’y trouve.
output-in-project = La sortie recouvrirait le projet
    .expected = un dossier à part, comme public/
    .help = Choisissez avec « -o DOSSIER » un dossier qui ne contient pas le projet, hors de content/, signatures/, themes/ et .git/.
output-busy = Une autre construction écrit dans ce dossier
    .expected = une seule construction à la fois
    .help = Attendez qu’elle finisse, ou arrêtez-la.
output-foreign-file = Ce fichier prend la place d’une page, et ce programme ne l’a pas écrit
    .expected = rien à cet endroit, ou un fichier du site précédent
    .help = Déplacez-le ou supprimez-le : ce programme ne touche jamais à ce qu’il n’a pas écrit.
output-unwritable = Le site n’a pas pu être écrit : { $reason }
    .help = Vérifiez la place qui reste sur le disque et les droits sur ce dossier, puis recommencez. Le site précédent est intact.
