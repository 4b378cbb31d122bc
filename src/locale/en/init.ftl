# Starting a project, a text. Each message is in ../fr/init.ftl too.

init-ask = Answer
init-there = { $path } is there already, and nothing is ever overwritten: nothing was written.
init-language = a site is in French (fr) or in English (en), not in “{ $value }”.
init-made = The project is ready in { $path }:
init-next =
    What now:
        1. write the charter in content/charter/1.0.md, and complete paraphe.yaml and content/pages/;
        2. “{ $command } check” says what is wrong, “{ $command } build” writes the site into public/;
        3. when the text is adopted, remove the line “status: draft” from its front matter: then it can be signed, and never changes again.
init-forge-made = The forge’s files are ready in { $path }:
init-forge-next-github =
    For the forge, once:
        1. push the project to the branch “main”: the files count on that name;
        2. in CODEOWNERS, put your accounts in place of the name that starts with “@”;
        3. Settings > Pages > Source: “GitHub Actions”; the tab Actions, “site”, then publishes the main branch;
        4. Settings > Rules > Rulesets, for “main”: “Require a pull request before merging” with “Require review from Code Owners”, and “Require status checks to pass” with the check “paraphe” and “Require branches to be up to date before merging”;
        5. Settings > Actions > General: “Require approval for first-time contributors”, and “Read repository contents and packages permissions”.
    Why each of these matters is said at the head of those files and in docs/forges.md, with the source of paraphe.
init-forge-next-gitlab =
    For the forge, once:
        1. push the project to the branch “main”: the files count on that name;
        2. in CODEOWNERS, put your accounts in place of the name that starts with “@”;
        3. Settings > Repository > Protected branches: “main”, to which nobody pushes (“Allowed to push and merge: No one”);
        4. Settings > Merge requests: “Pipelines must succeed” and “Merge commit with semi-linear history”;
        5. Deploy > Pages, after the first publication: the site’s address; untick “Use unique domain” for one that people can read.
    Why each of these matters is said at the head of those files and in docs/forges.md, with the source of paraphe.
init-forge-next-forgejo =
    For the forge, once:
        1. push the project to the branch “main”: the files count on that name;
        2. in CODEOWNERS, put your accounts in place of the name that starts with “@”;
        3. Settings > Units: switch “Actions” on; in both files of .forgejo/workflows, “runs-on” names a runner of the forge;
        4. Settings > Branches, a rule for “main”: “Disable push”, “Enable status check” (pattern “paraphe*”), required approvals, and “Block merge if pull request is outdated”;
        5. the branch “pages”, which the first run makes, is the site: on Codeberg, https://ACCOUNT.codeberg.page/REPOSITORY/.
    Why each of these matters is said at the head of those files and in docs/forges.md, with the source of paraphe.

new-there = { $path } is there already. What follows a text is a new version: “paraphe new version”.
new-not-later = { $version } does not come after { $last }, the last version of “{ $text }”.
new-parent-draft = “{ $text }” is still a draft: its digest will change, and nothing can lean on it.
new-unsound = this text does not read back as it was written: nothing was written.
new-department = the code says that the department is { $expected }, not “{ $value }”.
new-kinds = Kinds of territory: region, department, intercommunality, commune, neighbourhood (quartier prioritaire).
new-ask-kind = Kind
new-ask-code = Official code
new-ask-name = Name of the territory
new-ask-department = Department
new-ask-title = Title of the text
new-ask-declaration = The sentence that organisations sign
new-made = The draft is ready: { $path }
new-next = Write the text, look over its front matter, and run “paraphe check”. When it is adopted, correct the date and remove the line “status: draft”.
new-territory-body =
    ## Preamble

    This text adapts “{ $title }” to our territory. Why, and with whom.

    ## What we add

    1. a first undertaking of this territory;
    2. a second.

help-init = Starts a project that builds at once; never overwrites
    .examples =
        paraphe init my-charter
        paraphe init my-charter --title "Charter of the Two Banks" --language en
        paraphe init my-charter --forge github
help-init-folder = The project folder
help-init-title = The charter’s title
help-init-charter = The charter’s short name, which every signature repeats
help-init-language = The language of the charter and of its site: fr or en
help-init-forge = Add the files for a forge too: checks of requests, publication (in a project that is there: only those)

help-new = Starts a text: the adaptation of a territory, or a new version
help-new-territory = Starts the adaptation of a territory, pinned to its parent by digest
    .examples =
        paraphe new territory tours-sanitas
        paraphe new territory brest --kind commune --code 29019 --yes
        paraphe new territory brest-pontanezen --parent territories/brest
help-new-territory-slug = The territory’s short name, which is its folder’s name
help-new-territory-name = The territory’s name
help-new-territory-kind = Its kind: region, department, intercommunality, commune or neighbourhood
help-new-territory-code = Its official code, after its kind
help-new-territory-department = The code of its department, where its own does not tell
help-new-territory-parent = The text that is adapted
help-new-territory-title = The title of the text
help-new-territory-declaration = The sentence that organisations sign
help-new-version = Starts the next version of a text from its last one
    .examples =
        paraphe new version charter 1.1
        paraphe new version territories/tours-sanitas 2.0
help-new-version-text = The text: charter, or territories/ and the territory’s short name
help-new-version-version = The version’s number, such as 1.1
