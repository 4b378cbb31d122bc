# What "paraphe theme" says. Every message is also in ../fr/theme.ftl.

help-theme = Shows what the site’s theme is made of, and helps to change it
help-theme-list = Lists the files of the theme in use, and which of them are the project’s own
    .examples =
        paraphe theme list
        paraphe theme list --json
help-theme-list-json = Write JSON
help-theme-eject = Copies a file of the program’s theme into the project, to be changed there; never overwrites
    .examples =
        paraphe theme eject templates/home.html
        paraphe theme eject static/page.css
help-theme-eject-file = The file, as “paraphe theme list” names it
help-theme-new = Starts a small theme of one’s own over the default one; never overwrites
    .examples =
        paraphe theme new ours
help-theme-new-name = The theme’s name, which is its folder’s name

theme-list-head = Theme { $theme }, which is in the program: { $count } files, { $own ->
        [0] none of them the project’s own
       *[other] { $own } of them the project’s own
    }
theme-list-head-own = Theme { $theme }, over the program’s theme { $program }: { $count } files, { $own ->
        [0] none of them the project’s own
       *[other] { $own } of them the project’s own
    }
theme-list-replaces = (the project’s, over that of the theme { $program })
theme-list-adds = (the project’s, added)
theme-file-near = The program’s theme { $program } has no file { $file }. Did you mean “{ $near }”?
theme-file-of-other = The program’s theme { $program } has no file { $file }, but the theme { $other } has. “paraphe theme list” names those of the theme in use.
theme-file-unknown = The program’s theme { $program } has no file { $file }. “paraphe theme list” names them all.
theme-file-there = { $path } is there already, and nothing is ever overwritten. Remove it first to start again from that of the theme { $program }.
theme-ejected = { $path }, taken from the theme { $program }, is now the project’s own. Change it; remove it to go back to the program’s.
theme-of-program = The program itself has a theme “{ $theme }”. To change one of its files: “paraphe theme eject FILE”, with “theme: { $theme }” in paraphe.yaml. For a theme of your own, choose another name.
theme-made = The theme is in { $path }:
theme-next =
    What now:
        1. in paraphe.yaml, write “theme: { $theme }” (in place of the line “theme:” that may be there);
        2. “paraphe serve --open” shows the site and reloads it after each change;
        3. “paraphe theme list” names every file that can be changed, “paraphe theme eject FILE” brings one here.
theme-new-css =
    /* Styles of one's own. This file comes after all the others; the first colour is for light grounds, the second for
       dark ones. The contrast with --paper must stay at 4.5 or more. */
    :root {"{"}
      --accent: light-dark(#14588a, #8cc4ef);
      --on-accent: light-dark(#ffffff, #0b1c2a);
      --tint: light-dark(#dfecf5, #1d3242);
    {"}"}
theme-new-words =
    # Words of one's own, laid over the program's message by message.
    # "paraphe theme eject locales/en.ftl" brings them all here; keep those that you change.
    home_join = Join us
theme-new-template =
    {"{"}# A page of one's own: it fills the block "main" of base.html. #{"}"}
    {"{"}% extends "base.html" %{"}"}
    {"{"}% block main %{"}"}
    <h1>{"{{"} page.title {"}}"}</h1>
    <p class="lead">{"{{"} words.not_found_text {"}}"}</p>
    <p><a class="action" href="{"{{"} root {"}}"}{"{{"} addresses.home {"}}"}">{"{{"} words.home {"}}"}</a> <a class="action second" href="{"{{"} root {"}}"}{"{{"} addresses.signatories {"}}"}">{"{{"} words.signatories {"}}"}</a></p>
    {"{"}% endblock %{"}"}
