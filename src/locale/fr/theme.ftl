# Ce que dit « paraphe theme ». Chaque message existe aussi dans ../en/theme.ftl.

help-theme = Montre de quoi est fait le thème du site, et aide à le changer
help-theme-list = Donne la liste des fichiers du thème employé, et dit lesquels sont propres au projet
    .examples =
        paraphe theme list
        paraphe theme list --json
help-theme-list-json = Écrire du JSON
help-theme-eject = Copie un fichier du thème du programme dans le projet, pour l’y changer ; n’écrase jamais rien
    .examples =
        paraphe theme eject templates/home.html
        paraphe theme eject static/page.css
help-theme-eject-file = Le fichier, comme « paraphe theme list » le nomme
help-theme-new = Commence un petit thème à soi, par-dessus celui du programme ; n’écrase jamais rien
    .examples =
        paraphe theme new le-notre
help-theme-new-name = Le nom du thème, qui est celui de son dossier

theme-list-head = Thème { $theme }, qui est dans le programme : { $count } fichiers, { $own ->
        [0] aucun propre au projet
        [one] dont { $own } propre au projet
       *[other] dont { $own } propres au projet
    }
theme-list-head-own = Thème { $theme }, par-dessus le thème { $program } du programme : { $count } fichiers, { $own ->
        [0] aucun propre au projet
        [one] dont { $own } propre au projet
       *[other] dont { $own } propres au projet
    }
theme-list-replaces = (du projet, par-dessus celui du thème { $program })
theme-list-adds = (du projet, ajouté)
theme-file-near = Le thème { $program } du programme n’a pas de fichier { $file }. Vouliez-vous dire « { $near } » ?
theme-file-of-other = Le thème { $program } du programme n’a pas de fichier { $file }, mais le thème { $other } l’a. « paraphe theme list » nomme ceux du thème employé.
theme-file-unknown = Le thème { $program } du programme n’a pas de fichier { $file }. « paraphe theme list » les nomme tous.
theme-file-there = { $path } existe déjà, et rien n’est jamais écrasé. Retirez-le d’abord pour repartir de celui du thème { $program }.
theme-ejected = { $path }, repris du thème { $program }, est maintenant propre au projet. Changez-le ; retirez-le pour revenir à celui du programme.
theme-of-program = Le programme a lui-même un thème « { $theme } ». Pour changer un de ses fichiers : « paraphe theme eject FICHIER », avec « theme: { $theme } » dans paraphe.yaml. Pour un thème à vous, choisissez un autre nom.
theme-made = Le thème est dans { $path } :
theme-next =
    Et maintenant :
        1. dans paraphe.yaml, écrivez « theme: { $theme } » (à la place de la ligne « theme: » qui y est peut-être) ;
        2. « paraphe serve --open » montre le site et le recharge après chaque changement ;
        3. « paraphe theme list » nomme tous les fichiers que l’on peut changer, « paraphe theme eject FICHIER » en apporte un ici.
theme-new-css =
    /* Les styles propres au site. Ce fichier vient après tous les autres ; la première couleur est pour les fonds clairs,
       la seconde pour les fonds sombres. Le contraste avec --paper doit rester d’au moins 4,5. */
    :root {"{"}
      --accent: light-dark(#14588a, #8cc4ef);
      --on-accent: light-dark(#ffffff, #0b1c2a);
      --tint: light-dark(#dfecf5, #1d3242);
    {"}"}
theme-new-words =
    # Les mots propres au site, posés message par message sur ceux du programme.
    # « paraphe theme eject locales/fr.ftl » les apporte tous ici ; gardez ceux que vous changez.
    home_join = Nous rejoindre
theme-new-template =
    {"{"}# Une page propre au site : elle remplit le bloc « main » de base.html. #{"}"}
    {"{"}% extends "base.html" %{"}"}
    {"{"}% block main %{"}"}
    <h1>{"{{"} page.title {"}}"}</h1>
    <p class="lead">{"{{"} words.not_found_text {"}}"}</p>
    <p><a class="action" href="{"{{"} root {"}}"}{"{{"} addresses.home {"}}"}">{"{{"} words.home {"}}"}</a> <a class="action second" href="{"{{"} root {"}}"}{"{{"} addresses.signatories {"}}"}">{"{{"} words.signatories {"}}"}</a></p>
    {"{"}% endblock %{"}"}
