# Commencer : un projet, un texte. Chaque message existe aussi dans ../en/init.ftl.

init-ask = Réponse
init-there = { $path } existe déjà, et rien n’est jamais écrasé : rien n’a été écrit.
init-language = un site est en français (fr) ou en anglais (en), pas en « { $value } ».
init-made = Le projet est prêt dans { $path } :
init-next =
    Et maintenant :
        1. écrivez la charte dans content/charter/1.0.md, et complétez paraphe.yaml et content/pages/ ;
        2. « { $command } check » dit ce qui ne va pas, « { $command } build » construit le site dans public/ ;
        3. quand le texte est adopté, retirez la ligne « status: draft » de son en-tête : il peut alors être signé, et ne change plus.
init-forge-made = Les fichiers de la forge sont prêts dans { $path } :
init-forge-next-github =
    Pour la forge, une fois :
        1. envoyez le projet sur la branche « main » : les fichiers comptent sur ce nom ;
        2. dans CODEOWNERS, mettez vos comptes à la place du nom qui commence par « @ » ;
        3. Settings > Pages > Source : « GitHub Actions » ; l’onglet Actions, « site », publie alors la branche principale ;
        4. Settings > Rules > Rulesets, pour « main » : une demande de fusion est obligatoire (« Require a pull request before merging », « Require review from Code Owners »), et la vérification « paraphe » doit réussir (« Require status checks to pass », « Require branches to be up to date before merging ») ;
        5. Settings > Actions > General : « Require approval for first-time contributors », et « Read repository contents and packages permissions ».
    Le pourquoi de chacun de ces réglages est écrit en tête de ces fichiers et dans docs/forges.md, avec le code de paraphe.
init-forge-next-gitlab =
    Pour la forge, une fois :
        1. envoyez le projet sur la branche « main » : les fichiers comptent sur ce nom ;
        2. dans CODEOWNERS, mettez vos comptes à la place du nom qui commence par « @ » ;
        3. Settings > Repository > Protected branches : « main », où personne ne pousse (« Allowed to push and merge : No one ») ;
        4. Settings > Merge requests : « Pipelines must succeed » et « Merge commit with semi-linear history » ;
        5. Deploy > Pages, après la première publication : l’adresse du site ; décochez « Use unique domain » pour une adresse lisible.
    Le pourquoi de chacun de ces réglages est écrit en tête de ces fichiers et dans docs/forges.md, avec le code de paraphe.
init-forge-next-forgejo =
    Pour la forge, une fois :
        1. envoyez le projet sur la branche « main » : les fichiers comptent sur ce nom ;
        2. dans CODEOWNERS, mettez vos comptes à la place du nom qui commence par « @ » ;
        3. Settings > Units : activez « Actions » ; dans les deux fichiers de .forgejo/workflows, « runs-on » nomme un exécuteur de la forge ;
        4. Settings > Branches, une règle pour « main » : « Disable push », « Enable status check » (motif « paraphe* »), des relectures obligatoires, et « Block merge if pull request is outdated » ;
        5. la branche « pages », que le premier passage crée, est le site : sur Codeberg, https://COMPTE.codeberg.page/DEPOT/.
    Le pourquoi de chacun de ces réglages est écrit en tête de ces fichiers et dans docs/forges.md, avec le code de paraphe.

new-there = { $path } existe déjà. La suite d’un texte est une nouvelle version : « paraphe new version ».
new-not-later = { $version } ne vient pas après { $last }, la dernière version de « { $text } ».
new-parent-draft = « { $text } » n’est encore qu’un brouillon : son empreinte va changer, et rien ne peut s’y adosser.
new-unsound = ce texte ne se relit pas comme il a été écrit : rien n’a été écrit.
new-department = le code dit que le département est { $expected }, pas « { $value } ».
new-kinds = Sortes de territoire : region, department, intercommunality, commune, neighbourhood (quartier prioritaire).
new-ask-kind = Sorte
new-ask-code = Code officiel
new-ask-name = Nom du territoire
new-ask-department = Département
new-ask-title = Titre du texte
new-ask-declaration = La phrase que signent les organisations
new-made = Le brouillon est prêt : { $path }
new-next = Écrivez le texte, relisez son en-tête, et lancez « paraphe check ». Quand il est adopté, corrigez la date et retirez la ligne « status: draft ».
new-territory-body =
    ## Préambule

    Ce texte adapte « { $title } » à notre territoire. Pourquoi, et avec qui.

    ## Ce que nous ajoutons

    1. un premier engagement propre au territoire ;
    2. un deuxième.

help-init = Commence un projet qui se construit aussitôt ; n’écrase jamais rien
    .examples =
        paraphe init ma-charte
        paraphe init ma-charte --title "Charte des Deux Rives" --language fr
        paraphe init ma-charte --forge github
help-init-folder = Le dossier du projet
help-init-title = Le titre de la charte
help-init-charter = Le nom court de la charte, que chaque signature répète
help-init-language = La langue de la charte et du site : fr ou en
help-init-forge = Ajouter aussi les fichiers d’une forge : vérification des demandes, publication (dans un projet existant : ceux-là seuls)

help-new = Commence un texte : l’adaptation d’un territoire, ou une nouvelle version
help-new-territory = Commence l’adaptation d’un territoire, reliée à son parent par son empreinte
    .examples =
        paraphe new territory tours-sanitas
        paraphe new territory brest --kind commune --code 29019 --yes
        paraphe new territory brest-pontanezen --parent territories/brest
help-new-territory-slug = Le nom court du territoire, qui est celui de son dossier
help-new-territory-name = Le nom du territoire
help-new-territory-kind = Sa sorte : region, department, intercommunality, commune ou neighbourhood
help-new-territory-code = Son code officiel, selon sa sorte
help-new-territory-department = Le code de son département, si le sien ne le dit pas
help-new-territory-parent = Le texte qui est adapté
help-new-territory-title = Le titre du texte
help-new-territory-declaration = La phrase que signent les organisations
help-new-version = Commence la prochaine version d’un texte, à partir de la dernière
    .examples =
        paraphe new version charter 1.1
        paraphe new version territories/tours-sanitas 2.0
help-new-version-text = Le texte : charter, ou territories/ suivi du nom court du territoire
help-new-version-version = Le numéro de la version, comme 1.1
