# Les mots du site. Les noms des messages sont ceux que les gabarits emploient ; un thème peut en remplacer
# quelques-uns seulement. Espaces : U+202F devant ; : ! ? et dans les guillemets, U+00A0 dans les dates.

## Partout

skip = Aller au contenu
menu = Pages principales
footer = Pied de page
breadcrumb = Vous êtes ici
home = Accueil
charter = La charte
territories = Territoires
signatories = Signataires
sign = Signer
verify = Vérifier
demonstration = Démonstration : les textes, les organisations et les signatures de ce site sont inventés.
feed = Nouveautés (Atom)
data = Données du registre
source = Dépôt des fichiers
contact = Nous écrire
made_with = Site produit avec paraphe
date = { $day } { $month } { $year }
first_day = 1er
percent = { $n } %
month_1 = janvier
month_2 = février
month_3 = mars
month_4 = avril
month_5 = mai
month_6 = juin
month_7 = juillet
month_8 = août
month_9 = septembre
month_10 = octobre
month_11 = novembre
month_12 = décembre
page_number = page { $n }
page_of = Page { $n } sur { $last }
pages = Pages de la liste
first_page = Première page
previous_page = Page précédente
next_page = Page suivante
last_page = Dernière page
notes = Notes
note_back = Retour au texte, note
kind_region = région
kind_department = département
kind_intercommunality = intercommunalité
kind_commune = commune
kind_neighbourhood = quartier prioritaire

## Comptes

signatories_count =
    { $n ->
        [0] Aucun signataire
        [one] { $n } signataire
       *[other] { $n } signataires
    }
organisations_count =
    { $n ->
        [0] Aucune organisation signataire
        [one] { $n } organisation signataire
       *[other] { $n } organisations signataires
    }
signatures_count =
    { $n ->
        [0] Aucune signature
        [one] { $n } signature
       *[other] { $n } signatures
    }
territories_count =
    { $n ->
        [0] Aucun territoire
        [one] { $n } territoire
       *[other] { $n } territoires
    }
current_count =
    { $n ->
        [0] aucune pour la version en vigueur
       *[other] { $n } pour la version en vigueur
    }
older_count =
    { $n ->
        [0] aucune pour une version antérieure
       *[other] { $n } pour une version antérieure
    }
attested_count =
    { $n ->
        [0] aucune signature attestée
        [one] { $n } signature attestée
       *[other] { $n } signatures attestées
    }
withdrawn_count =
    { $n ->
        [0] Aucune adhésion retirée
        [one] { $n } adhésion retirée
       *[other] { $n } adhésions retirées
    }

## Accueil

home_read = Lire la charte
home_join = Comment adhérer
home_join_text = Toute association peut adhérer à la charte, ou à l’adaptation de son territoire. Trois étapes suffisent.
home_join_territory = La charte elle-même ne reçoit pas de signature en ce moment, mais toute association peut adhérer à l’adaptation de son territoire. Trois étapes suffisent.
home_join_read = Lire
home_join_read_text = La charte, ou ce que votre territoire en a fait, dans sa version la plus récente.
home_join_decide = Décider
home_join_decide_text = En assemblée, en conseil, en collégiale : selon vos propres règles.
home_join_sign = Signer
home_join_sign_text = Avec une clé que l’association garde chez elle. Son nom rejoint la liste, et chacun peut vérifier sa signature.
home_find = Qui a signé près de chez vous ?
home_latest = Derniers signataires
home_territories = Territoires
home_all_signatories = Tous les signataires
home_all_territories = Tous les territoires

## Textes

version_number = version { $version }
version_adopted = Version { $version }, adoptée le { $date }
text_version = Version
text_adopted = Adoptée le
text_draft = Brouillon
text_draft_note = Ce texte est un brouillon : il peut encore changer, et ne reçoit pas de signature.
text_closed = Ce texte ne reçoit plus de signature.
text_contents = Sommaire
text_declaration = Ce que l’on signe
text_digest = Empreinte SHA-256
text_file = Fichier du texte
text_versions = Versions
text_current = en vigueur
text_signatories = Signataires
text_no_signatory = Personne n’a encore signé ce texte.
text_chain = Ce que ce texte adapte
text_chain_note = Signer ce texte, c’est adhérer aussi à ceux qu’il adapte.
text_chain_newer = Une version { $version } a paru depuis.
text_adaptations = Adaptations de ce texte
text_adaptations_more = Toutes les adaptations
text_code = Code officiel
text_department = Département
text_sign = Signer ce texte
text_sign_instead = À signer aujourd’hui
text_sign_others = Voir les textes ouverts à la signature
text_permanent = Adresse permanente de cette version
version_is_current = C’est la version en vigueur.
version_is_older = Une version plus récente est en vigueur : la version { $version }.
version_see_current = Voir l’état actuel du texte et ses signataires
signatories_page = signataires, page { $n }
signatories_of = Signataires de « { $title } »
back_to_text = Retour au texte

## Listes

territories_title = Territoires
territories_intro = Chaque territoire peut adapter la charte à ses besoins. Son texte désigne celui qu’il adapte, à la virgule près.
territories_none = Aucun territoire n’a encore adapté la charte.
signatories_title = Signataires
signatories_intro = Les organisations qui adhèrent aujourd’hui à la charte ou à l’une de ses adaptations.
signatories_none = Personne n’a encore signé.
column_name = Nom
column_city = Ville
column_date = Signé le
column_texts = A signé
column_state = État
column_kind = Nature
column_signatories = Signataires
column_version = Version
column_adopted = Adoption
state_current = version en vigueur
state_older = version antérieure
state_attested = attestée
list_range = { $from } à { $to } sur { $total }

## Organisations

organisation_kind = Organisation signataire
organisation_city = Ville
organisation_insee = Code commune (INSEE)
organisation_rna = Numéro RNA
organisation_siren = Numéro SIREN
organisation_website = Site
organisation_signed = Ce qu’elle a signé
organisation_current = Signature de la version en vigueur.
organisation_older = Signature d’une version antérieure. La version en vigueur est la { $version }.
organisation_attested = Attestée : { $steward } a vérifié que cette signature vient bien de l’organisation.
organisation_attested_by = Attestée par
organisation_attested_on = Attestée le
organisation_method = Vérification faite
organisation_self = Déclarée par l’organisation elle-même : la signature est valable, mais aucun garant n’a vérifié qui détient la clé.
organisation_stale = Un garant avait attesté une signature précédente, pas celle-ci.
organisation_date = Date
organisation_signed_on = le { $date }
organisation_declaration = Déclaration
organisation_representative = Représentée par
organisation_key = Empreinte de la clé
organisation_body = Les octets signés
organisation_body_note = C’est exactement ce que l’organisation a signé, à l’octet près.
organisation_check = Vérifier soi-même
organisation_check_note = Dans une copie de ce site, avec des outils que Linux et macOS ont déjà (sous Windows, ouvrez Git Bash, fourni avec Git) :
organisation_check_paraphe = Ou, avec paraphe :
organisation_files = Fichiers
organisation_file_signature = Signature
organisation_file_text = Texte signé
organisation_file_attestation = Attestation
organisation_file_signers = Clés des signataires

## Signer

sign_title = Comment signer
sign_intro = Signer, c’est déposer un petit fichier qui dit qui vous êtes, à quel texte vous adhérez et quand. Une clé que vous êtes seuls à détenir le scelle.
sign_step_read = Lire le texte
sign_step_read_text = Choisissez la charte ou l’adaptation de votre territoire, et faites-la lire à celles et ceux que la signature engagera.
sign_step_key = Créer une clé
sign_step_key_text = Une seule fois, sur un ordinateur de l’association. La clé privée ne quitte jamais cet ordinateur ; gardez-la avec sa phrase de passe.
sign_step_sign = Signer
sign_step_sign_text = La commande montre le texte et les octets exacts à signer, pose les questions qui manquent, puis écrit le fichier.
sign_step_send = Envoyer
sign_step_send_text = Envoyez le fichier, jamais la clé. Il est vérifié automatiquement, relu, puis publié.
sign_send_repository = Le proposer au dépôt (il y faut un compte)
sign_send_mail = Par courriel, en pièce jointe :
sign_send_no_contact = Sans compte, remettez le fichier à la personne qui vous a invités à signer.
sign_send_none = Ce site n’indique ni adresse ni dépôt : remettez le fichier à la personne qui vous a invités à signer.
sign_open = Textes ouverts à la signature
sign_open_text = « Signer ici » suffit : tout se fait dans le navigateur, même sur un téléphone, sans rien installer.
sign_open_none = Aucun texte ne reçoit de signature pour le moment.
sign_key = La clé et sa phrase de passe
sign_key_text = La clé est un petit fichier que l’association garde chez elle. La phrase de passe, quelques mots que vous choisissez, ferme ce fichier comme un mot de passe : il faut les deux pour signer. Gardez une copie de l’un et de l’autre, et ne les envoyez à personne.
sign_lost = Clé ou phrase de passe perdue
sign_lost_text = Personne ne peut les retrouver, nous non plus. Votre signature reste valable. Pour signer de nouveau ou vous retirer, créez une autre clé : le nouveau fichier ne sera accepté qu’avec l’attestation d’un garant, qui prendra contact avec vous. Si quelqu’un d’autre a pu prendre la clé, n’attendez pas.
sign_lost_none = Personne ne peut les retrouver, nous non plus. Votre signature reste valable. Un fichier scellé par une autre clé n’est accepté qu’avec l’attestation d’un garant, et ce site n’en a pas encore : parlez-en à ceux qui le tiennent, qui doivent d’abord en désigner un. Si quelqu’un d’autre a pu prendre la clé, n’attendez pas.
sign_command = Avec le programme, en ligne de commande
sign_command_text = Pour qui préfère un terminal : le programme paraphe fait la même chose, sur un ordinateur.
sign_keygen = Avec ssh-keygen seul
sign_keygen_body = Écrivez le fichier « body » avec un éditeur de texte simple, en UTF-8 : ces lignes-là, dans cet ordre, ni ligne vide ni commentaire, et un retour à la ligne à la fin.
sign_keygen_values = « sha256 » est l’empreinte du fichier du texte, que sa page donne ; « text » et « version » changent avec lui. La déclaration est celle de son en-tête, mot pour mot, et la date s’écrit 2026-11-23. Après « city » peuvent venir, dans cet ordre, « insee », « rna », « siren » et « website » ; puis « representative: », avec « name » et « role ». Dans une valeur, un guillemet droit s’écrit \" et une barre oblique inversée \\.
sign_keygen_seal = Puis créez la clé, une seule fois, scellez et assemblez ; le fichier porte le nom court de l’organisation. Linux et macOS ont ces commandes ; sous Windows, ouvrez Git Bash, fourni avec Git.
sign_public = Ce qui devient public
sign_public_text = Le nom, la ville et le nom court de l’organisation, la date, la déclaration et la clé publique ; et, si vous les donnez, son code INSEE, ses numéros RNA et SIREN, son site, le nom et la fonction de la personne qui la représente. Une fois publié, tout cela reste dans l’historique du dépôt.
sign_withdraw = Se retirer
sign_withdraw_text = Une adhésion se retire de la même façon, avec la même clé : à la première étape, choisissez « Retirer notre adhésion » ; ou, avec le programme, lancez la commande ci-dessous. L’organisation n’est alors plus nommée sur le site.
sign_withdraw_closed = Une adhésion se retire toujours, avec la même clé, même d’un texte qui ne reçoit plus de signature : lancez la commande ci-dessous. L’organisation n’est alors plus nommée sur le site.

## Vérifier

verify_title = Comment vérifier
verify_intro = Il n’est pas nécessaire de nous croire : tout ce qui a été signé est publié, et se vérifie sans nous, hors connexion.
verify_copy = Prendre une copie
verify_copy_text = Téléchargez ce site, ou seulement les fichiers qui vous intéressent, sans changer leurs dossiers : les textes sont dans content/, les signatures dans signatures/.
verify_paraphe = Avec paraphe
verify_paraphe_text = La commande dit, pour chaque fichier, ce qui a été signé, par qui, avec quelle clé, et si un garant l’a attesté.
verify_hand = À la main
verify_hand_text = Une signature se coupe en deux : ce qui a été signé, et le sceau. ssh-keygen vérifie l’un avec l’autre. Linux et macOS ont déjà tout ce qu’il faut ; sous Windows, ouvrez Git Bash, fourni avec Git.
verify_digest_text = L’empreinte du texte doit être celle que la signature cite (ligne « sha256 »).
verify_data = Données
verify_data_json = le registre, pour les programmes
verify_data_csv = le registre, pour les tableurs
verify_data_signers = les clés des signataires et des garants, pour ssh-keygen
verify_data_stewards = les clés des garants
verify_meaning = Ce que cela prouve, et ce que cela ne prouve pas
verify_meaning_text = Une signature valable prouve que celui qui détient la clé a signé ce texte-là, à la virgule près. Qu’il s’agisse bien de l’organisation nommée, c’est un garant qui l’atteste, quand il l’a vérifié.
verify_not_text = Cela ne prouve pas qu’une organisation sans attestation est celle qu’elle dit être, ni que le signataire avait mandat, ni que la date qu’il a écrite est la bonne, ni que la liste est complète : chaque fichier est vérifié pour lui-même.
verify_trust_text = Cette page et les textes qu’elle connaît viennent du site lui-même. Qui n’a pas confiance en lui garde une copie, et vérifie avec un vérificateur enregistré plus tôt, paraphe ou ssh-keygen.
verify_trust_stewards = Les garants, joints par un autre chemin, disent si les empreintes ci-dessous sont bien les leurs.
verify_failing = Si un fichier ne tient pas
verify_failing_text = Ce n’est pas encore une fraude : le plus souvent, une messagerie ou un éditeur a changé le fichier en chemin. Prenez le fichier publié sur ce site, sans l’ouvrir ni l’enregistrer de nouveau, et vérifiez-le.
verify_failing_here = S’il tient, l’autre avait été modifié. S’il ne tient pas non plus, la signature ne vaut rien tant que ce n’est pas expliqué : gardez le fichier, notez le jour, et demandez à l’organisation et à ceux qui tiennent ce site.
verify_stewards = Garants
verify_stewards_none = Ce site n’a pas encore de garant.

## Page absente

not_found_title = Page introuvable
not_found_text = Il n’y a rien à cette adresse. La page a peut-être changé de nom, ou l’organisation s’est retirée.

## Nouveautés

feed_adherence = { $name } : { $text }
feed_version = { $title } : version { $version }

## Signer dans le navigateur

sign_here = Signer ici
sign_page_title = Signer « { $title } »
sign_page_intro = En cinq étapes, dans ce navigateur. Ce que vous écrivez, votre clé et votre signature n’en sortent que quand vous les envoyez.
sign_page_noscript = Les scripts sont désactivés : cette page ne peut pas signer. Les autres façons de faire sont plus bas.
sign_page_old = Ce navigateur n’a pas ce qu’il faut pour signer (la cryptographie du Web, qui demande une adresse en https et un navigateur récent). Mettez-le à jour, prenez-en un autre, ou choisissez une autre façon de signer, plus bas. Rien n’a été envoyé.
sign_page_colon = {""} :
sign_page_step = Étape { $n } sur 5
sign_page_read = Lire
sign_page_who = Se présenter
sign_page_key = La clé
sign_page_check = Relire et signer
sign_page_check_withdraw = Relire et se retirer
sign_page_send = Envoyer
sign_page_new_tab = (nouvel onglet)
sign_page_declaration = Votre organisation déclarera :
sign_page_declaration_withdraw = Votre organisation avait déclaré :
sign_page_exact = Le texte exact, pour qui veut comparer
sign_page_mode = Que voulez-vous faire ?
sign_page_mode_new = Signer pour la première fois
sign_page_mode_renew = Signer de nouveau : une version plus récente, ou des renseignements à corriger
sign_page_mode_withdraw = Retirer notre adhésion
sign_page_previous = Le fichier de votre signature actuelle (.yaml ; la page de votre organisation permet de le télécharger)
sign_page_agree_read = Nous avons lu ce texte.
sign_page_agree_withdraw = Nous avons décidé de retirer notre adhésion à ce texte.
sign_page_agree_mandate = J’ai mandat pour signer au nom de l’organisation.
sign_page_agree_mandate_withdraw = J’ai mandat pour la retirer au nom de l’organisation.
sign_page_next = Continuer
sign_page_back = Revenir
sign_page_who_text = Ce que vous écrivez ici devient public, sauf le département, qui ne sert qu’à trouver la commune. Le nom, la ville, le nom court et la date sont obligatoires ; le reste est facultatif.
sign_page_who_text_withdraw = Ce que vous écrivez ici devient public, sauf le département, qui ne sert qu’à trouver la commune. Le nom, la ville, la raison du retrait, le nom court et la date sont obligatoires ; le reste est facultatif.
sign_page_name = Nom de l’organisation
sign_page_name_hint = Comme dans ses statuts.
sign_page_department = Département (facultatif)
sign_page_department_hint = Pour vous proposer ses communes à l’écriture.
sign_page_department_none = Choisir
sign_page_city = Ville
sign_page_insee = Code INSEE de la commune (facultatif)
sign_page_insee_hint = Rempli quand la commune est reconnue. Ce n’est pas le code postal.
sign_page_rna = Numéro RNA (facultatif)
sign_page_rna_hint = W suivi de neuf chiffres ou lettres, sur le récépissé de déclaration. Il n’y en a pas en Alsace ni en Moselle.
sign_page_siren = Numéro SIREN (facultatif)
sign_page_siren_hint = Neuf chiffres. D’un SIRET, les neuf premiers.
sign_page_website = Site (facultatif)
sign_page_website_hint = Par exemple www.association.example : https:// s’ajoute tout seul.
sign_page_person_legend = Qui représente l’organisation (facultatif)
sign_page_person_warning = Le nom d’une personne deviendra public et le restera pour toujours : il ne pourra plus être effacé de l’historique. Demandez-lui son accord.
sign_page_named = Nommer une personne, avec son accord
sign_page_person = Son nom
sign_page_role = Sa fonction (facultative)
sign_page_reason = Pourquoi vous vous retirez
sign_page_reason_hint = Quelques mots, publics eux aussi. Par exemple : « Nous retirons notre adhésion. »
sign_page_slug = Nom court, pour le fichier
sign_page_slug_hint = Des minuscules sans accent, des chiffres et des tirets. Le même pour tous les textes que vous signez.
sign_page_date = Date
sign_page_key_text = La clé est un petit fichier que votre organisation garde : lui seul permet de signer de nouveau ou de se retirer. Une phrase de passe le ferme, comme un mot de passe. Nous n’avons ni l’un ni l’autre, et ne pouvons pas les remplacer.
sign_page_key_way = Avez-vous déjà une clé ?
sign_page_key_new = Non, en créer une
sign_page_key_open = Oui, ouvrir la nôtre
sign_page_passphrase = Phrase de passe de la nouvelle clé
sign_page_passphrase_hint = Plusieurs mots que vous retiendrez, 12 caractères au moins. Notez-la : personne ne peut la retrouver.
sign_page_repeat = La même, encore une fois
sign_page_show = Montrer ce que j’écris
sign_page_key_make = Créer la clé
sign_page_key_save = Enregistrer le fichier de la clé
sign_page_key_file = Fichier de la clé
sign_page_key_file_hint = Celui que cette page, paraphe ou ssh-keygen a écrit. Il n’est envoyé nulle part.
sign_page_key_lost = Clé ou phrase de passe perdue ? Créez une autre clé : votre fichier sera accepté avec l’attestation d’un garant, qui prendra contact avec vous.
sign_page_key_lost_none = Clé ou phrase de passe perdue ? Un fichier scellé par une autre clé n’est accepté qu’avec l’attestation d’un garant, et ce site n’en a pas encore : parlez-en d’abord à ceux qui le tiennent.
sign_page_secret = Sa phrase de passe
sign_page_key_open_button = Ouvrir la clé
sign_page_key_progress = Avancement
sign_page_check_text = Voici tout ce qui deviendra public, puis, au caractère près, ce que vous allez signer. Relisez : il est encore temps de revenir en arrière pour corriger.
sign_page_check_text_withdraw = Voici tout ce qui deviendra public, puis, au caractère près, le retrait que vous allez signer. Relisez : il est encore temps de revenir en arrière pour corriger.
sign_page_check_path = Fichier
sign_page_check_role = Fonction
sign_page_check_exact = Le contenu exact
sign_page_other_key = Cette clé n’est pas celle de votre signature actuelle. Le fichier ne sera accepté qu’avec l’attestation d’un garant : dites-le en l’envoyant, il prendra contact avec vous.
sign_page_other_key_none = Cette clé n’est pas celle de votre signature actuelle. Le fichier ne sera accepté qu’avec l’attestation d’un garant, et ce site n’en a pas encore : parlez-en d’abord à ceux qui le tiennent.
sign_page_sign = Signer
sign_page_sign_renew = Signer de nouveau
sign_page_sign_withdraw = Signer le retrait
sign_page_send_text = C’est signé, et vérifié. Rien n’est parti tout seul : reste à nous remettre le fichier.
sign_page_send_text_withdraw = Le retrait est signé, et vérifié. Rien n’est parti tout seul : il prendra effet quand vous nous aurez remis le fichier.
sign_page_download = Télécharger le fichier
sign_page_download_hint = Gardez-le aussi pour vous : il servira à signer de nouveau ou à vous retirer.
sign_page_download_hint_withdraw = Gardez-le aussi pour vous : il servira si vous signez de nouveau un jour.
sign_page_mail_hint = Par courriel, sans compte nulle part : téléchargez le fichier, puis joignez-le au message. Jamais la clé.
sign_page_send_no_contact = Sans compte ? Téléchargez le fichier, et remettez-le à la personne qui vous a invités à signer.
sign_page_send_none = Ce site n’indique pas où envoyer le fichier : téléchargez-le, et remettez-le à la personne qui vous a invités à signer. Jamais la clé.
sign_page_copy = Copier le contenu
sign_page_content = Voir le contenu du fichier
sign_page_after = Et ensuite ?
sign_page_after_checked = Le fichier est vérifié automatiquement, puis relu par une personne.
sign_page_after_published = Une fois accepté, il est publié : votre organisation apparaît dans la liste.
sign_page_after_replaced = Une fois accepté, il remplace votre signature précédente.
sign_page_after_attested = Un garant prend contact avec vous par un autre chemin, puis atteste que la signature est bien la vôtre.
sign_page_after_withdrawn = Une fois accepté, il met fin à l’adhésion : votre organisation est comptée parmi les retraits, et les listes ne la nomment plus.
sign_page_after_kept = Le fichier de votre retrait et votre ancienne signature restent dans l’historique public.
sign_page_keep_key = Gardez en lieu sûr le fichier de la clé et sa phrase de passe. Ne les envoyez à personne.
sign_page_other = Autres façons de signer
sign_page_other_text = Avec le programme paraphe, ou avec ssh-keygen :
sign_page_other_mail = Si rien de tout cela ne vous est familier, écrivez-nous :
sign_page_private = Cette page n’enregistre rien : fermée, elle oublie tout ce que vous n’avez pas enregistré vous-même.

## Ce que dit le script de la page « Signer »

script_sign_agree = Cochez les deux cases pour continuer.
script_sign_step_failed = Ce navigateur n’y est pas arrivé. Réessayez, ou prenez-en un autre ; rien n’est perdu tant que cette page reste ouverte.
script_sign_mend = Il reste des erreurs : elles sont dites sous les champs.
script_sign_previous_choose = Choisissez d’abord le fichier de votre signature actuelle.
script_sign_previous_newer = Votre signature actuelle est déjà pour une version plus récente.
script_sign_previous_read = Signature de « { $name } », version { $version }, du { $date } : bonne. Le formulaire est rempli avec ce qu’elle dit, sauf là où vous avez déjà écrit.
script_sign_previous_withdrawal = Retrait de « { $name } », du { $date } : bon. Le formulaire est rempli avec ce qu’il dit, sauf là où vous avez déjà écrit.
script_sign_previous_same = C’est déjà la version à signer : il n’y a rien à faire, sauf pour corriger un renseignement.
script_sign_previous_older = Vous allez signer la version { $version }, à la place de celle-là.
script_sign_previous_withdrawn = L’adhésion est déjà retirée : il n’y a rien à faire.
script_sign_previous_return = Vous allez signer la version { $version }, et adhérer de nouveau.
script_sign_previous_faulty = « { $name } » n’est pas une signature valable. Téléchargez-la de nouveau depuis la page de votre organisation.
script_sign_previous_unread = « { $name } » n’a pas pu être lu. Choisissez-le de nouveau.
script_sign_previous_key = Ce fichier est une clé privée, pas une signature. Gardez-le pour l’étape « La clé ».
script_sign_previous_charter = Cette signature est pour une autre charte : « { $value } ».
script_sign_previous_text = Cette signature est pour un autre texte : « { $text } ». Allez à la page de ce texte-là.
script_sign_fault_empty_value = À remplir.
script_sign_fault_value_too_long = Trop long : 300 caractères au plus.
script_sign_fault_forbidden_character = Un caractère qu’on ne voit pas ({ $value }) ne peut pas rester. Effacez ce champ et écrivez-le au clavier.
script_sign_fault_forbidden_space = Une espace particulière ({ $value }) ne peut pas rester. Effacez-la et tapez une espace ordinaire.
script_sign_fault_not_nfc = Un accent est écrit à part de sa lettre. Effacez ce champ et écrivez-le au clavier.
script_sign_fault_outer_space = Retirez l’espace au début ou à la fin.
script_sign_fault_double_space = Retirez l’espace en double.
script_sign_fault_insee_form = Cinq caractères, comme 49007, 2A004 ou 97411 ; ce n’est pas le code postal.
script_sign_fault_insee_postcode = « { $value } » n’est le code INSEE d’aucune commune : c’est sans doute un code postal. Choisissez le département, puis écrivez la ville : le code se remplit seul. Il est aussi sur insee.fr, à la page de la commune ; sinon, laissez vide.
script_sign_fault_rna_form = Un numéro RNA commence par la lettre W : W suivi de neuf chiffres ou lettres, comme W491234567. Laissez vide si vous n’en avez pas.
script_sign_fault_rna_length = Il y a { $n } caractères, et un numéro RNA en a dix : W suivi de neuf chiffres ou lettres, comme W491234567.
script_sign_fault_number_character = Le caractère « { $value } » ne peut pas être dans ce numéro.
script_sign_fault_siren_length = Il y a { $n } chiffres, et un SIREN en a neuf. Laissez vide si vous n’en avez pas.
script_sign_fault_siren_check_digit = Ce numéro n’existe pas : un chiffre a été mal recopié. Si tous les autres sont justes, le dernier est { $n }.
script_sign_fault_website_not_https = L’adresse doit commencer par https://. Laissez vide si le site n’en a pas.
script_sign_fault_website_form = Ce n’est pas une adresse complète, comme https://www.example.org/
script_sign_fault_website_credentials = Retirez de l’adresse ce qui précède le « @ ».
script_sign_fault_date_form = Une date est à choisir.
script_sign_fault_date_impossible = Ce jour n’existe pas.
script_sign_fault_slug_form = Des minuscules sans accent, des chiffres et des tirets isolés, 80 au plus.
script_sign_date_before_adoption = Le texte a été adopté le { $date } : la signature ne peut pas être antérieure. L’horloge de cet appareil est peut-être fausse.
script_sign_date_before_previous = Votre signature actuelle est du { $date } : la nouvelle ne peut pas être antérieure.
script_sign_date_of_withdrawal = Votre retrait est du { $date } : signer de nouveau se fait un autre jour, plus tard.
script_sign_date_to_come = Cette date est à venir : pour ce site, nous sommes le { $date }.
script_sign_not_there = Le site n’a pas, pour ce texte, de signature du nom de « { $name } ». Le nom court de votre organisation est à la fin de l’adresse de sa page : recopiez-le ici. Si votre signature vient d’être envoyée, il peut aussi ne pas la montrer encore.
script_sign_clock = L’horloge de cet appareil semble fausse : pour ce site, nous sommes le { $date }. Vérifiez la date.
script_sign_city_found = Code INSEE { $value }
script_sign_city_unknown = Aucune commune de ce nom dans ce département : vérifiez l’orthographe, ou laissez le code vide.
script_sign_insee_replaced = « { $value } » est peut-être un code postal. Le code INSEE de la commune « { $city } » est { $n } : il a pris sa place.
script_sign_website_changed = L’adresse devient { $value } : vérifiez qu’elle s’ouvre, ou laissez vide.
script_sign_taken = Une organisation a déjà signé ce texte sous le nom court « { $name } ». Si c’est la vôtre, signez de nouveau. Sinon, changez ce nom court.
script_sign_taken_same = « { $name } » a déjà signé la version { $version }, le { $date }. Si c’est votre organisation, il n’y a rien à faire, sauf pour corriger un renseignement ou vous retirer. Sinon, changez ce nom court.
script_sign_taken_older = « { $name } » a déjà signé une version antérieure, la { $version }, le { $date }. Si c’est votre organisation, signez de nouveau : cette signature remplacera l’autre. Sinon, changez ce nom court.
script_sign_taken_withdrawn = « { $name } » avait déjà signé ce texte, et s’est retirée le { $date }. Si c’est votre organisation, signez de nouveau. Sinon, changez ce nom court.
script_sign_taken_stop = Ce nom court a déjà signé ce texte : lisez ce qui en est dit plus bas.
script_sign_renew = C’est la nôtre : signer de nouveau
script_sign_correct = C’est la nôtre : corriger sa signature
script_sign_known_rna = { $name } est déjà dans le registre avec ce numéro RNA.
script_sign_known_siren = { $name } est déjà dans le registre avec ce numéro SIREN.
script_sign_known_name = { $name }, qui a le même nom, est déjà dans le registre.
script_sign_known_slug = { $name } est déjà dans le registre sous ce nom court.
script_sign_known_page = Voir sa page (nouvel onglet)
script_sign_known_signed = Elle a déjà signé ce texte. Si c’est votre organisation, signez de nouveau à partir de son fichier et avec sa clé. Sinon, vous pouvez continuer : une personne vérifiera.
script_sign_known_elsewhere = Elle a signé un autre texte. Si c’est votre organisation, donnez plus bas le même nom court, « { $value } », et signez avec la même clé. Sinon, vous pouvez continuer.
script_sign_known_own = Si c’est votre organisation, signez avec la même clé. Sinon, changez ce nom court.
script_sign_known_stop = Une organisation déjà inscrite ressemble à la vôtre : lisez ce qui en est dit, puis continuez si ce n’est pas elle.
script_sign_passphrase_short = La phrase de passe est trop courte : { $n } caractères au moins.
script_sign_passphrase_missing = Cette clé est fermée : écrivez sa phrase de passe.
script_sign_passphrase_differs = Les deux phrases de passe ne sont pas les mêmes.
script_sign_key_working = Un instant : la clé se ferme ou s’ouvre lentement, pour qu’on ne puisse pas deviner sa phrase de passe…
script_sign_key_made = Clé créée. Enregistrez maintenant son fichier, « { $name } » : sans lui, elle est perdue. Elle se reconnaît à son empreinte, { $fingerprint }
script_sign_key_saved = Fichier « { $name } » enregistré. Vérifiez qu’il est bien dans vos téléchargements, et faites-en une copie.
script_sign_key_opened = Clé ouverte. Son empreinte : { $fingerprint }
script_sign_key_choose = Choisissez d’abord le fichier de la clé.
script_sign_key_first = Il faut d’abord une clé : créez-en une, ou ouvrez la vôtre.
script_sign_key_dropped = La page a oublié la clé précédente : ouvrez-la de nouveau, ou une autre.
script_sign_key_save_first = Enregistrez d’abord le fichier de la clé : sans lui, elle serait perdue.
script_sign_key_make_other = Créer une autre clé
script_sign_key_failed = La clé n’a pas pu être créée. Réessayez, ou prenez un autre navigateur ; rien n’est perdu.
script_sign_key_unreadable = Ce fichier n’a pas pu être lu. Choisissez-le de nouveau.
script_sign_key_fault_passphrase = La phrase de passe n’est pas celle de cette clé.
script_sign_key_fault_too_large = Ce fichier est trop grand pour être une clé.
script_sign_key_fault_not_a_key = Ce fichier n’est pas une clé.
script_sign_key_fault_public_key = C’est la clé publique (.pub), qui ne peut pas signer. Choisissez l’autre fichier, sans « .pub ».
script_sign_key_fault_algorithm = C’est une clé { $algorithm }. Seules les clés Ed25519 signent ici : créez-en une.
script_sign_key_fault_hardware = Cette clé ({ $algorithm }) reste dans un boîtier matériel, et un navigateur ne peut pas s’en servir. Créez-en une autre ici.
script_sign_key_fault_pem = Cette clé est au format PEM. Créez-en une ici, ou une Ed25519 avec ssh-keygen.
script_sign_key_fault_putty = Cette clé est au format de PuTTY. Dans PuTTYgen, choisissez « Export OpenSSH key », ou créez-en une ici.
script_sign_key_fault_cipher = Cette clé est fermée par un chiffre que les navigateurs n’ont pas ({ $algorithm }). « ssh-keygen -p -Z aes256-ctr -f CLÉ » le change.
script_sign_key_fault_rounds = Cette clé demanderait des heures à ouvrir ici. « ssh-keygen -p -a 64 -f CLÉ » l’allège.
script_sign_key_fault_damaged = Ce fichier de clé est abîmé ou incomplet. Prenez-en une copie, si vous en avez une.
script_sign_summary_sign = « { $name } » ({ $city }) va signer « { $text } », version { $version }.
script_sign_summary_renew = « { $name } » ({ $city }) va signer de nouveau « { $text } », version { $version }. Ce fichier remplacera celui du { $date }.
script_sign_summary_withdraw = « { $name } » ({ $city }) va retirer son adhésion à « { $text } ».
script_sign_size = { $n } octets
script_sign_sign_faulty = La signature n’a pas passé sa propre vérification ({ $value }). Rien n’est perdu : revenez en arrière, corrigez, signez de nouveau.
script_sign_forge_filled = Proposer le fichier sur { $name }
script_sign_forge_paste = Ouvrir { $name } et y coller le contenu
script_sign_repository = Ouvrir le dépôt
script_sign_repository_note = Pour qui y a un compte : proposez-y le fichier. Il doit s’appeler { $path }.
script_sign_forge_note = { $name } s’ouvre dans un nouvel onglet avec le fichier déjà rempli. Il demande un compte et, la première fois, de créer une copie du dépôt (« fork ») : acceptez, puis validez. Si rien ne s’ouvre, téléchargez le fichier.
script_sign_forge_note_paste = Copiez d’abord le contenu, avec le bouton ci-dessus, puis collez-le dans { $name }. Le fichier doit s’appeler { $path }.
script_sign_forge_note_replace = Copiez d’abord le contenu, avec le bouton ci-dessus. { $name } s’ouvre sur votre fichier actuel, { $path } : remplacez tout par ce que vous avez copié.
script_sign_copied = Contenu copié.
script_sign_copy_by_hand = Le navigateur ne permet pas de copier d’ici. Le contenu est sélectionné ci-dessous : copiez-le au clavier (Ctrl+C), ou téléchargez le fichier.
script_sign_downloaded = Fichier « { $name } » téléchargé.
script_sign_mail_to = Écrire à { $value }
script_sign_mail_subject = Signature : { $name }
script_sign_mail_subject_withdraw = Retrait : { $name }
script_sign_mail_body_withdraw = Bonjour,{"\u000A"}{"\u000A"}voici le retrait de notre adhésion, en pièce jointe ({ $name }).{"\u000A"}{"\u000A"}Sa place : { $path }{"\u000A"}
script_sign_mail_body = Bonjour,{"\u000A"}{"\u000A"}voici notre signature, en pièce jointe ({ $name }).{"\u000A"}{"\u000A"}Sa place : { $path }{"\u000A"}

## Vérifier dans le navigateur

check_title = Vérifier ici
check_text = Choisissez des fichiers de signature (.yaml), des attestations, des textes (.md), ou le dossier d’une copie du site. Ils sont vérifiés dans ce navigateur et ne sont envoyés nulle part.
check_files = Fichiers
check_folder = Dossier entier
check_drop = On peut aussi les déposer n’importe où sur cette page.
check_old = Ce navigateur n’a pas ce qu’il faut pour vérifier (la cryptographie du Web, qui demande un navigateur récent). Mettez-le à jour, prenez-en un autre, ou vérifiez avec paraphe ou ssh-keygen.
check_noscript = Les scripts sont désactivés : cette page ne peut pas vérifier. Avec paraphe ou ssh-keygen, on vérifie sans navigateur.
check_here = Vérifier ici, maintenant
check_open = L’ouvrir dans la page de vérification
check_here_failed = Le vérificateur n’a pas pu être chargé. Réessayez, ou vérifiez à la main comme ci-dessous.
checker_title = Le vérificateur, en un seul fichier
checker_text = Cette page est complète : elle vérifie sans réseau, et n’envoie rien. Elle connaît les textes et les garants du site au jour où elle a été enregistrée.
checker_offer = Enregistrez-le, gardez-le sur une clé USB : il vérifie sans réseau et sans ce site. Son empreinte permet de vérifier le vérificateur.
checker_size = { $n } Ko

## Ce que dit le vérificateur

script_check_sound = Bon
script_check_faulty = Ne tient pas
script_check_signs = « { $name } » ({ $city }) a signé « { $text } », version { $version }, le { $date }.
script_check_withdraws = « { $name } » ({ $city }) a retiré son adhésion à « { $text } », version { $version }, le { $date }.
script_check_attests = Attestation pour « { $name } », du { $date }. Vérification faite : { $method }
script_check_text_same = Le texte signé est bien celui-ci : { $path }
script_check_text_different = Le texte signé n’est aucun de ceux qui sont là.
script_check_text_absent = Le texte signé n’est pas là : ajoutez son fichier pour le comparer.
script_check_file_same = La signature attestée est bien celle-ci : { $path }
script_check_file_different = La signature attestée n’est pas celle qui est à côté : elle a changé depuis.
script_check_file_absent = La signature attestée n’est pas là : ajoutez son fichier pour la comparer.
script_check_steward = Un garant l’a attestée : { $steward }
script_check_by_steward = Faite par un garant de cette charte : { $steward }
script_check_no_steward = Aucun garant connu ne l’a attestée : elle prouve qui détient la clé, pas que c’est bien cette organisation.
script_check_key = Clé : { $fingerprint }
script_check_unsound = La signature elle-même est bonne, mais l’attestation qui est à côté ne tient pas :
script_check_stale = Attestation périmée
script_check_altered = Modifié
script_check_other_text = Autre texte
script_check_carried = Abîmé en chemin
script_check_text_genuine = Texte authentique
script_check_text_altered = Texte modifié
script_check_text_unknown = Texte inconnu
script_check_text_is_genuine = C’est bien le texte publié sur ce site, à l’octet près : « { $text } », version { $version }. Un texte n’est signé par personne à lui seul : ce sont les fichiers de signature qui le sont.
script_check_text_is_altered = Ce fichier se présente comme « { $text } », version { $version }, mais ce n’est pas le texte publié sur ce site : il a été modifié, ne serait-ce que d’une lettre. Aucune signature de cette version ne vaut pour lui. Téléchargez le texte sur ce site et comparez.
script_check_text_is_unknown = Ce fichier n’est aucun des textes publiés sur ce site : un autre texte, ou l’un d’eux, modifié. Téléchargez sur ce site le texte que vous cherchez et comparez.
script_check_digest = Empreinte (SHA-256) : { $value }
script_check_why_altered = Le fichier n’est plus tel qu’il a été signé : il a été modifié depuis, ne serait-ce que d’une lettre, ou le sceau vient d’un autre fichier. Il ne prouve rien. Demandez le fichier d’origine, ou prenez celui de ce site.
script_check_why_other_text = Le fichier est tel qu’il a été signé, mais ce qui a été signé n’est pas le texte publié sur ce site sous ce nom et cette version. Demandez au signataire quel texte il avait sous les yeux.
script_check_why_other_charter = Le fichier est tel qu’il a été signé, mais pour une autre charte : il ne dit rien de celle-ci. Vérifiez-le sur le site de la sienne.
script_check_why_not_steward = Celui qui a fait cette attestation n’est pas un garant de cette charte : sa parole ne compte pas ici. La signature, elle, peut être bonne : vérifiez-la pour elle-même.
script_check_why_against = Le fichier est tel qu’il a été signé, mais ce qu’il dit ne s’accorde pas avec ce que ce site publie, ou il n’est pas dans le dossier de son texte :
script_check_why_form = Ce fichier n’est pas écrit comme un fichier signé : il a été modifié ou abîmé en chemin, ou n’en est pas un. Il ne prouve rien. Demandez qu’on vous l’envoie de nouveau, en pièce jointe, ou prenez celui de ce site.
script_check_carried_by = Le fichier a été changé par la façon dont il est venu (messagerie, copier-coller) :
script_check_carried_around = du texte avant ou après lui
script_check_carried_quoted = des marques de citation (« > »)
script_check_carried_spaces = des espaces au début ou à la fin des lignes
script_check_carried_blank = des lignes vides, ou la fin du fichier
script_check_carried_folded = des lignes coupées en deux
script_check_carried_holds = Remis comme il a été signé, il est bon : ce n’est pas un faux. Tel quel, il serait refusé : demandez-le en pièce jointe, ou donnez-le à « paraphe import », qui le remet en forme.
script_check_carried_fails = Mais, même remis en forme, il ne tient pas :
script_check_carried_faults = Le détail, ligne par ligne
script_check_stale_beside = La signature est bonne. L’attestation qui est à côté portait sur un état antérieur et ne compte plus :
script_check_stale_count = Parmi les bons, touchés par une attestation qui ne compte plus : { $n }.
script_check_windows = Ses lignes finissent comme sous Windows : cela ne compte pas, la signature vaut comme elle est. Pour la vérifier à la main, changez d’abord les fins de ligne (CR LF en LF).
script_check_line = Ligne { $n } :
script_check_expected = Attendu : { $value }
script_check_reading = Lecture des fichiers…
script_check_summary = Bons : { $n }. Ne tiennent pas : { $value }.
script_check_nothing = Aucun fichier de signature parmi ceux-là.
script_check_texts = Textes authentiques : { $n }. Modifiés ou inconnus : { $value }.
script_check_twice = En double, vérifiés une fois : { $path }.
script_check_ignored = Laissés de côté, ni signatures ni textes : { $path }.
script_check_private = Attention, clé privée : { $path }. Elle n’a rien à faire avec des signatures ; ne l’envoyez à personne.
script_check_progress = Vérification en cours : { $n } sur { $value }.
script_check_hidden = Il y en a trop pour tout montrer : les { $value } premiers de chaque sorte sont dits un par un, { $n } sont seulement comptés.
script_check_too_many = C’est trop à la fois : les { $n } premiers fichiers ont été lus, les autres non. Donnez le reste dossier par dossier, ou servez-vous de paraphe.
script_check_unread = Impossibles à lire : { $path }. Choisissez-les de nouveau.
script_check_unreadable = Ces fichiers n’ont pas pu être lus. Choisissez-les de nouveau.
script_check_not_loaded = { $path } n’a pas pu être chargé : téléchargez le fichier, puis choisissez-le ici.
script_check_old = Ce navigateur n’a pas ce qu’il faut pour vérifier : il en faut un récent.
## Départements, carte, recherche

departments = Départements
department_none = Aucune organisation de ce département n’a encore signé.
demonstration_short = démonstration
home_sign = Signer la charte
home_near = Près de chez vous
map_title = Carte des signataires
map_description = Les départements, d’autant plus foncés qu’ils comptent de signataires, et un point pour chaque territoire qui a adapté la charte. Les listes de cette page disent la même chose.
map_key = Légende de la carte
map_range = { $from } à { $to } signataires
map_dot = Territoire qui a adapté la charte
map_paris = Paris et alentours
map_paris_short = Paris
search_label = Nom ou ville
list_charter = la charte
departments_label = Départements et leur nombre de signataires
list_signed = Adhère à :
search_text = Charte ou territoire
search_all = Tous
search_submit = Chercher
search_none = Aucune organisation trouvée.
search_one = 1 organisation trouvée.
search_many = %n organisations trouvées.
search_more = Les %m premières de %n organisations trouvées : précisez la recherche.
search_short = Tapez au moins %n lettres d’un nom, ou choisissez un département ou un texte.
state_self = déclarée par l’organisation
sources = Sources

## Adaptations

comparison = Ce qui change
comparison_title = Ce que change « { $title } »
comparison_intro = Mot à mot, ce que ce texte retire et ce qu’il ajoute. Ce qui est barré a disparu ; ce qui est souligné est nouveau.
comparison_key_added = ajouté
comparison_key_removed = retiré
comparison_parent = Par rapport au texte adapté
comparison_previous = Par rapport à la version précédente
comparison_added = Ajouté :
comparison_removed = Retiré :
comparison_end = (fin)
comparison_folded =
    { $n ->
       *[other] { $n } passages inchangés
    }
comparison_folded_removed =
    { $n ->
        [one] { $n } passage retiré
       *[other] { $n } passages retirés
    }
comparison_passage_added = passage ajouté
comparison_passage_removed = passage retiré
comparison_passage_changed = passage modifié
comparison_counts = Passages inchangés : { $same }, modifiés : { $changed }, ajoutés : { $added }, retirés : { $removed }.
comparison_rewritten = Ce texte a été récrit presque entièrement : peu de passages se correspondent.
text_comparison = Voir ce qui change, mot à mot

## Chiffres

figures_title = Chiffres
figures_intro = Ce que dit le registre, à la dernière mise à jour du site. Les adhésions retirées ne comptent pas dans les graphiques.
figures_organisations = Organisations
figures_signatures = Signatures
figures_withdrawn = Adhésions retirées
figures_time = Signatures au fil du temps
figures_time_title = Nombre de signatures en vigueur selon leur date
figures_table = Les mêmes chiffres en tableau
figures_period = Période
figures_new = Nouvelles
figures_total = En tout
figures_versions = Part de la version en vigueur
figures_attested = Part des signatures attestées
figures_departments = Par département
figures_territories = Par texte
figures_text = Texte
figures_share = Part
figures_elsewhere = Département inconnu
figures_others = Autres textes

## Macarons

badge_claim = Signataire de la charte
badge_title = Montrer cette signature
badge_note = Copiez ce code dans les pages de votre site : il montre un macaron et mène ici. Il s’adapte aux fonds clairs et sombres.
badge_large = Grand
badge_small = Petit
