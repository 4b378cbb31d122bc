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
        [0] aucune attestée
        [one] { $n } attestée
       *[other] { $n } attestées
    }
withdrawn_count =
    { $n ->
        [0] Aucune adhésion retirée
        [one] { $n } adhésion retirée
       *[other] { $n } adhésions retirées
    }

## Accueil

home_read = Lire la charte
home_join = Adhérer
home_join_text = Toute association peut adhérer à la charte, ou à l’adaptation de son territoire. La signature se fait avec une clé que l’association garde chez elle, et chacun peut la vérifier.
home_latest = Derniers signataires
home_territories = Territoires
home_all_signatories = Tous les signataires
home_all_territories = Tous les territoires

## Textes

version_number = version { $version }
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
organisation_declaration = Déclaration
organisation_representative = Représentée par
organisation_key = Empreinte de la clé
organisation_body = Les octets signés
organisation_body_note = C’est exactement ce que l’organisation a signé, à l’octet près.
organisation_check = Vérifier soi-même
organisation_check_note = Dans une copie de ce site, avec des outils présents sur tout ordinateur :
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
sign_step_key_text = Une seule fois, sur un ordinateur de l’association. La clé privée ne quitte jamais cet ordinateur ; gardez-la avec sa phrase secrète.
sign_step_sign = Signer
sign_step_sign_text = La commande montre le texte et les octets exacts à signer, pose les questions qui manquent, puis écrit le fichier.
sign_step_send = Envoyer
sign_step_send_text = Proposez le fichier au dépôt. Il est vérifié automatiquement, puis publié.
sign_send_repository = Ouvrir le dépôt
sign_send_mail = Ou envoyez-le par courriel :
sign_open = Textes ouverts à la signature
sign_open_none = Aucun texte ne reçoit de signature pour le moment.
sign_public = Ce qui devient public
sign_public_text = Le nom et la ville de l’organisation, la date, la déclaration et la clé publique. Le nom d’une personne est facultatif : une fois publié, il reste dans l’historique du dépôt.
sign_withdraw = Se retirer
sign_withdraw_text = Une adhésion se retire de la même façon, avec la même clé. L’organisation n’est alors plus nommée sur le site.

## Vérifier

verify_title = Comment vérifier
verify_intro = Il n’est pas nécessaire de nous croire : tout ce qui a été signé est publié, et se vérifie sans nous, hors connexion.
verify_copy = Prendre une copie
verify_copy_text = Téléchargez ce site, ou seulement les fichiers qui vous intéressent, sans changer leurs dossiers : les textes sont dans content/, les signatures dans signatures/.
verify_paraphe = Avec paraphe
verify_paraphe_text = La commande dit, pour chaque fichier, ce qui a été signé, par qui, avec quelle clé, et si un garant l’a attesté.
verify_hand = À la main
verify_hand_text = Une signature se coupe en deux : ce qui a été signé, et le sceau. ssh-keygen, présent sur tout ordinateur, vérifie l’un avec l’autre.
verify_digest_text = L’empreinte du texte doit être celle que la signature cite (ligne « sha256 »).
verify_data = Données
verify_data_json = le registre, pour les programmes
verify_data_csv = le registre, pour les tableurs
verify_data_signers = les clés des signataires et des garants, pour ssh-keygen
verify_data_stewards = les clés des garants
verify_meaning = Ce que cela prouve
verify_meaning_text = Une signature valable prouve que celui qui détient la clé a signé ce texte-là, à la virgule près. Qu’il s’agisse bien de l’organisation nommée, c’est un garant qui l’atteste, quand il l’a vérifié.
verify_stewards = Garants
verify_stewards_none = Ce site n’a pas encore de garant.

## Page absente

not_found_title = Page introuvable
not_found_text = Il n’y a rien à cette adresse. La page a peut-être changé de nom, ou l’organisation s’est retirée.

## Nouveautés

feed_adherence = { $name } : { $text }
feed_version = { $title } : version { $version }
