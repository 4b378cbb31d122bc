# Les clés, et ce qui se signe. Chaque message existe aussi dans ../en/sign.ftl.

# Les questions.
prompt-missing = il manque { $flag } : donnez sa valeur, ou laissez « --yes » de côté pour que la question soit posée.
prompt-ended = plus personne ne répond : la saisie s’est terminée avant la fin des questions. Rien n’a été écrit.
prompt-empty = Il faut une réponse ici.
prompt-optional = (facultatif, Entrée pour passer)
prompt-yes-or-no = Répondez par oui ou par non.
prompt-not-utf8 = Cette réponse n’est pas de l’UTF-8.
file-there = { $path } existe déjà, et rien n’est jamais écrasé. Choisissez un autre nom.

# Les phrases de passe.
passphrase-why = La phrase de passe protège la clé si le fichier est volé. Choisissez quelques mots faciles à retenir et difficiles à deviner ; rien ne s’affiche pendant la frappe.
passphrase-new = Nouvelle phrase de passe :{ " " }
passphrase-repeat = La même, encore une fois :{ " " }
passphrase-empty = Une phrase de passe vide ne protège rien. « --no-passphrase » fait une clé sans protection.
passphrase-differs = Les deux saisies diffèrent : recommencez.
passphrase-no-terminal = la phrase de passe ne peut pas être demandée : il n’y a pas de terminal. « --passphrase-file FICHIER » la lit dans un fichier.
passphrase-file-empty = la première ligne de { $path } doit être la phrase de passe, en UTF-8.

# Les clés.
key-made = La clé est dans { $path }, et sa partie publique dans { $public }.
key-fingerprint = Empreinte : { $fingerprint }
key-public-line = Clé publique : { $line }
key-advice =
    Gardez { $path } en lieu sûr, et faites-en une copie : c’est lui qui permettra de signer une nouvelle version ou de retirer votre adhésion. Ne l’envoyez à personne. Seul { $public } est public.
key-inside-project = Attention : cette clé est dans le dossier du projet, qui est public. Rangez-la ailleurs, ou ne la donnez jamais à git.
key-state-open = Ce fichier contient la clé privée, sans phrase de passe : quiconque l’a peut signer.
key-state-locked = Ce fichier contient la clé privée, protégée par une phrase de passe.
key-state-public = Ce fichier contient seulement la clé publique.
key-exposed = Attention : d’autres personnes peuvent lire { $path } sur cet ordinateur. « chmod 600 » le réserve à vous.
key-comment = le commentaire doit tenir sur une ligne de texte simple, de 300 caractères au plus.
key-passphrase = Phrase de passe de { $path } :{ " " }
key-passphrase-again = Ce n’est pas la bonne, essayez encore.
key-too-large = { $path } est trop gros pour être une clé.
key-missing = il n’y a pas de fichier { $path }. Donnez le chemin de votre clé ; si vous n’en avez pas encore, « paraphe key new FICHIER » en fait une.
key-not-a-key = { $path } n’est pas une clé. « paraphe key new FICHIER » en fait une.
key-is-public = { $path } est une clé publique. Pour signer il faut la clé privée : le même nom, sans « .pub ».
key-algorithm = { $path } est une clé { $name }. Il faut une clé Ed25519 : « paraphe key new FICHIER » en fait une.
key-hardware = { $path } est une clé { $name }, liée à un jeton matériel, dont la signature a une autre forme. Il faut une clé Ed25519 simple : « paraphe key new FICHIER » en fait une.
key-pem = { $path } est une clé sous une autre forme (PEM). Il faut celle d’OpenSSH : « paraphe key new FICHIER » fait une clé qui convient.
key-putty = { $path } est une clé de PuTTY. Dans PuTTYgen, « Conversions », puis « Export OpenSSH key », l’enregistre sous la bonne forme.
key-cipher = { $path } est protégée par un chiffrement que ce programme n’a pas ({ $name }). « ssh-keygen -p -f » la protège avec un autre.
key-damaged = { $path } est une clé abîmée ou incomplète. Reprenez-la de votre copie.
key-wrong-passphrase = ce n’est pas la phrase de passe de { $path }.
key-no-randomness = l’ordinateur ne donne pas de hasard : impossible de faire une clé sûre.
agent-unsupported = ssh-agent n’existe pas sur ce système. Utilisez « --key FICHIER ».
agent-none = aucun ssh-agent n’est lancé (SSH_AUTH_SOCK est vide). Utilisez « --key FICHIER », ou lancez un agent.
agent-unreachable = ssh-agent ne répond pas : { $reason }.
agent-malformed = la réponse de ssh-agent ne convient pas : rien n’a été signé.
agent-refused = ssh-agent a refusé de signer.
agent-empty = ssh-agent n’a aucune clé Ed25519. « ssh-add FICHIER » lui en confie une.
agent-several = ssh-agent a plusieurs clés : « --key FICHIER.pub » dit laquelle.
agent-without-key = ssh-agent n’a pas la clé { $fingerprint }. « ssh-add FICHIER » la lui confie.
agent-choose = ssh-agent a plusieurs clés :
agent-ask-number = Laquelle ? Son numéro
agent-wrong-number = Un numéro de 1 à { $limit }.

# Signer.
sign-no-text = il n’y a pas de texte « { $text } ». Les textes sont : { $known }.
sign-no-text-near = il n’y a pas de texte « { $text } ». Vouliez-vous dire « { $near } » ?
sign-closed = « { $text } » n’accepte plus de signature.
sign-only-draft = « { $text } » n’est encore qu’un brouillon, et ne se signe pas. Quand le texte est adopté, retirez la ligne « status: draft » de son en-tête.
sign-text = { $title }, version { $version }, adoptée le { $adopted }
sign-text-end = Fin du texte : { $path }, SHA-256 { $digest }
sign-adapts = Il adapte « { $title } », version { $version } ({ $path }) : le signer, c’est aussi y adhérer.
sign-known = Cette clé a déjà signé pour « { $name } » : les mêmes renseignements sont proposés.
sign-ask-all = Entrée accepte la réponse entre crochets ; un tiret l’efface quand elle est facultative.
sign-ask-name = Nom de l’organisation
sign-ask-city = Ville
sign-ask-insee = Code INSEE de la ville
sign-ask-rna = Numéro RNA
sign-ask-siren = Numéro SIREN
sign-ask-website = Site web
sign-ask-representative = Nom de la personne qui signe (il sera public)
sign-ask-role = Sa fonction
sign-ask-slug = Nom court de l’organisation (le nom de son fichier)
sign-ask-date = Date
sign-role-alone = une fonction ne va pas sans le nom de la personne : donnez aussi --representative.
sign-body = Voici exactement ce qui sera signé, { $size } octets :
sign-with = Avec la clé { $fingerprint }
sign-confirm = Signer, et écrire { $path } ? [o/N]
sign-refused = Rien n’a été signé, rien n’a été écrit.
sign-written = C’est signé et vérifié : { $path }
sign-disk = { $path } n’est pas sur le disque comme il a été écrit. Vérifiez le disque, puis recommencez.
sign-other-key = { $path } a été signé par une autre clé ({ $fingerprint }). Si c’est un autre fichier que le vôtre, donnez un autre nom court avec --organisation-id. Si votre organisation a perdu sa clé, ajoutez --new-key : un garant devra attester la nouvelle signature.
sign-new-key = La clé change : cette signature ne sera acceptée qu’avec l’attestation d’un garant. Écrivez-lui.
sign-earlier-date = { $path } est du { $date } : ce qui le remplace ne peut pas être d’avant. Donnez ce jour-là ou un jour suivant avec --date.
sign-earlier-version = { $path } signe déjà la version { $version }, plus récente.
sign-day-of-withdrawal = { $path } retire l’adhésion le { $date } : signer de nouveau n’est possible qu’à partir du lendemain.

# Se retirer.
withdraw-no-file = cette clé n’a pas signé « { $text } ». Si elle remplace une clé perdue, nommez votre organisation avec --organisation-id.
withdraw-no-organisation = « { $organisation } » n’a pas signé « { $text } ». Le nom court d’une organisation est celui de son fichier, sous signatures/.
withdraw-several = cette clé a signé « { $text } » pour plusieurs organisations : dites laquelle avec --organisation-id.
withdraw-already = { $path } retire déjà l’adhésion.
withdraw-what = { $name } ({ $city }) a signé « { $text } », version { $version }, le { $date }.
withdraw-ask-reason = La raison, en une phrase (elle sera publique)
withdraw-branch = retrait-{ $organisation }
withdraw-usual-reason = Nous retirons notre adhésion.
withdraw-confirm = Retirer l’adhésion, et remplacer { $path } ? [o/N]

# Attester.
attest-not-steward = la clé { $fingerprint } n’est celle d’aucun garant de paraphe.yaml. Donnez celle d’un garant avec --key ; ceux qui tiennent la charte ajoutent un garant à la liste « stewards ».
attest-outside = { $path } n’est pas dans le projet. Il faut un fichier comme signatures/charter/association.yaml.
attest-no-signature = { $path } n’est pas une signature du projet. Il faut un fichier comme signatures/charter/association.yaml.
attest-already = { $steward } l’atteste déjà : { $path }
attest-what = { $name } ({ $city }) signe « { $text } », version { $version }, le { $date } :
attest-what-withdrawal = { $name } ({ $city }) se retire de « { $text } », version { $version }, le { $date } :
attest-key = Signé par la clé { $fingerprint }
attest-means = Attester, c’est dire publiquement que cette organisation a bien fait cette signature avec cette clé, et que vous l’avez vérifié par un autre moyen que ce dépôt.
attest-ask-method = Comment vous l’avez vérifié
attest-confirm = Attester, et écrire { $path } ? [o/N]

# Et après.
next-title = Et maintenant ?
next-git =
    Avec git :
        git switch -c { $branch }
        git add { $path }
        git commit -m "{ $branch }"
        git push -u origin { $branch }
    puis ouvrez une demande de fusion qui ne contient que ce fichier.
next-web =
    Sans git, sur { $repository } :
        dans le dossier { $folder }, ajoutez ou remplacez le fichier { $name } par celui-ci, sans y changer un caractère, et proposez la modification.
next-mail =
    Par courriel :
        envoyez { $path } en pièce jointe à { $contact }. N’envoyez jamais la clé.
next-sign = Une fois la signature publiée, un garant prendra contact avec vous pour l’attester.
next-withdraw = L’adhésion prend fin à la publication. Ne supprimez pas le fichier : sans lui, l’ancienne signature pourrait être remise en place.

# L’aide.
help-common-key = Le fichier de la clé privée ; avec --agent, celui de la clé publique suffit
help-common-agent = Signer avec une clé de ssh-agent
help-common-passphrase_file = Un fichier dont la première ligne est la phrase de passe
help-common-date = La date, AAAA-MM-JJ (aujourd’hui d’habitude)
help-common-organisation_id = Le nom court de l’organisation, qui est le nom de son fichier
help-common-new_key = L’organisation a perdu la clé de son fichier actuel
help-common-yes = Ne rien demander : tout vient des options

help-key = Fait et montre des clés
help-key-new = Fait une clé Ed25519, sous la forme d’OpenSSH
    .examples =
        paraphe key new cle-association
        paraphe key new cle-essai --no-passphrase
help-key-new-file = Le fichier de la clé privée ; la clé publique va dans le même, suivi de .pub
help-key-new-no_passphrase = Laisser la clé sans protection
help-key-new-comment = Quelques mots qui accompagnent la clé
help-key-show = Montre l’empreinte et la ligne publique d’une clé
    .examples =
        paraphe key show cle-association
        paraphe key show cle-association.pub
help-key-show-file = Un fichier de clé, privée ou publique

help-sign = Signe un texte au nom d’une organisation
    .examples =
        paraphe sign charter --key cle-association
        paraphe sign territories/tours-sanitas --agent
        paraphe sign charter --key cle --name "Les Tilleuls" --city Angers --yes
help-sign-text = Le texte : charter, ou territories/ suivi du nom court du territoire
help-sign-name = Le nom de l’organisation
help-sign-city = Sa ville
help-sign-insee = Le code INSEE de la ville (vide : aucun)
help-sign-rna = Son numéro RNA (vide : aucun)
help-sign-siren = Son numéro SIREN (vide : aucun)
help-sign-website = Son site web, en https:// (vide : aucun)
help-sign-representative = Le nom de la personne qui signe (vide : aucun)
help-sign-role = La fonction de cette personne (vide : aucune)

help-withdraw = Retire l’adhésion d’une organisation
    .examples =
        paraphe withdraw charter --key cle-association
        paraphe withdraw charter --key cle-association --reason "Nous fermons." --yes
help-withdraw-text = Le texte : charter, ou territories/ suivi du nom court du territoire
help-withdraw-reason = La raison, en une phrase

help-attest = Atteste, comme garant, qu’une signature est bien celle de l’organisation
    .examples =
        paraphe attest signatures/charter/regie-des-tilleuls.yaml --key cle-garant
help-attest-path = Le fichier de la signature
help-attest-method = Comment vous l’avez vérifié
