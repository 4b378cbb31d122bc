# What the commands say. Every message is also in ../fr/cli.ftl.

# For every command.
failure = error:
no-project = there is no project here: { $path } does not exist, nor any further up. Go to the project’s folder, or name it with -C DIR; “paraphe init DIR” makes a new one.
directory-missing = the folder “{ $path }”, given with -C, does not exist. Correct its path; “paraphe init DIR” starts a project in a new folder.
directory-is-file = “{ $path }”, given with -C, is no folder. Give the one that holds paraphe.yaml.
io-failure = { $path }: { $reason }
cache-foreign = The list of earlier checks (.paraphe/) is damaged or came from elsewhere: everything is checked anew.
timings-changes = Looking for changes
timings-find = Finding the files
timings-texts = Texts and pages
timings-signatures = Signatures
timings-attestations = Attestations
timings-compare = Comparing signatures
timings-model = Theme and register
timings-pages = Pages
timings-publish = Publishing
timings-site = The site’s files
timings-sum = In all

# Wrong use.
usage-no-command = a command is missing.
usage-unknown-argument = there is no option “{ $argument }” here.
usage-too-much = “{ $argument }” is one word too many here.
usage-unknown-command = there is no command “{ $command }”.
usage-missing-argument = { $argument } is missing.
usage-missing-value = the value of { $argument } is missing. Expected: { $expected }.
usage-wrong-value = “{ $value }” won’t do for { $argument }. Expected: { $expected }.
usage-no-value = { $argument } takes no value.
usage-twice = { $argument } can be given only once.
usage-conflict = { $argument } does not go with { $other }.
usage-not-utf8 = an argument is not UTF-8.
usage-wrong-number = an option lacks its value, or is given too often.
usage-near = Did you mean “{ $near }”?
usage-see-help = “{ $command } --help” shows what can be asked, with examples.

# The help.
help = Turns a charter and a folder of signed files into a public site that anyone can verify.
help-heading-usage = Usage:
help-heading-commands = Commands
help-heading-arguments = Arguments
help-heading-options = Options
help-heading-examples = Examples:
help-value-command = COMMAND
help-value-dir = DIR
    .expected = a folder
help-value-file = FILE
    .expected = a file
help-value-path = PATH
    .expected = a file or a folder
help-value-format = FORMAT
    .expected = a form of report
help-value-rev = REV
    .expected = a revision of git, like main, HEAD~1 or a commit
help-value-yyyy-mm-dd = YYYY-MM-DD
    .expected = a date that exists, like 2026-11-23
help-value-port = PORT
    .expected = a number from 0 to 65535
help-value-host = HOST
    .expected = a name or an address of this machine, like 127.0.0.1
help-value-code = CODE
    .expected = a code
help-value-kind = KIND
    .expected = region, department, intercommunality, commune or neighbourhood
help-value-name = NAME
    .expected = a name, in quotes if it has spaces
help-value-words = WORDS
    .expected = a few words, in quotes
help-value-slug = SLUG
    .expected = a short name: letters a to z, digits and hyphens
help-value-text = TEXT
    .expected = charter, or territories/ with the short name of the territory
help-value-organisation = ORGANISATION
    .expected = the short name of an organisation
help-value-version = VERSION
    .expected = the number of a version, like 1.1
help-value-number = NUMBER
    .expected = a number
help-value-office = OFFICE
    .expected = an office, like president
help-value-url = URL
    .expected = an address in https://
help-default = [default: { $value }]
help-help = Show this help
help-version = Show the version
help-directory = Work in another project folder: relative paths count from there
help-lang = The language of messages: fr or en

help-check = Checks the whole project and says everything that is wrong
    .examples =
        paraphe check
        paraphe -C my-charter check --format json
help-check-format = The form of the report: { $formats }
help-check-no_cache = Check every signature anew, without relying on earlier runs
help-check-timings = Tell on standard error where the time went
check-well = All is well: { $texts ->
        [0] no adopted text
        [one] { $texts } text
       *[other] { $texts } texts
    }{ $drafts ->
        [0] {""}
        [one] , { $drafts } draft
       *[other] , { $drafts } drafts
    }, { $signatures ->
        [0] no signature
        [one] { $signatures } signature
       *[other] { $signatures } signatures
    }{ $withdrawals ->
        [0] {""}
        [one] , { $withdrawals } withdrawal
       *[other] , { $withdrawals } withdrawals
    }.

help-build = Builds the site, into public/
    .examples =
        paraphe build
        paraphe build -o /srv/charter
help-build-output = The site’s folder (public/ as a rule)
help-build-keep_going = Leave faulty files out instead of refusing
help-build-timings = Tell on standard error where the time went
help-build-no_cache = Check every signature anew, without relying on earlier runs
build-refused = The site was not built: { $errors ->
        [one] { $errors } error is to be mended
       *[other] { $errors } errors are to be mended
    }. “--keep-going” leaves the faulty files out.
build-well = Site built in { $path }: { $pages ->
        [one] one page
       *[other] { $pages } pages
    }, { $written ->
        [0] no file changed
        [one] one file changed
       *[other] { $written } files changed
    }{ $removed ->
        [0] {""}
        [one] , one file removed
       *[other] , { $removed } files removed
    }.

help-serve = Shows the site while it is being written, and reloads it after each change
    .examples =
        paraphe serve
        paraphe serve --open --port 3000
help-serve-port = The port; if it is taken, the first free one after it
help-serve-host = The network interface (this machine’s own, unless told otherwise)
help-serve-open = Open the browser
help-serve-output = The folder of the site (public/ unless told otherwise)
help-serve-no_cache = Check every signature anew at the start
serve-ready = The site is at { $url } (Ctrl-C to stop).
serve-port-taken = Port { $port } is taken: using { $other }.
serve-open = No browser could be opened: copy the address.
serve-watch = the project’s files can’t be watched: { $reason }
serve-built = { $written ->
        [0] Nothing changed
        [one] { $written } file written
       *[other] { $written } files written
    }{ $removed ->
        [0] {""}
        [one] , { $removed } removed
       *[other] , { $removed } removed
    }, { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    }, { $milliseconds } ms.
serve-failed = The site could not be built: the last one stays.
serve-failed-first = The site could not be built, and there is nothing to show yet: mend the faults, and it appears by itself.
serve-host = “{ $host }” is neither a name nor an address of this machine. Leave --host out for this machine alone; 0.0.0.0 opens the site to its whole network.
serve-ports-taken = port { $port } is taken, and so are those after it. Give another one with --port; with 0 the machine chooses one.
serve-port-refused = port { $port } is kept by the system. Give another one with --port, above 1023.
serve-page-nothing = Nothing at this address
serve-page-nothing-why = The site has no page here. Its first page is at the root of the address: /
serve-page-failed = The site could not be built
serve-page-failed-why = This is what is to be mended. Once that is done, the site is built: load this page again then, if it does not do so by itself.
serve-refused-request = This server does not understand this request: it only shows pages.
serve-refused-name = This server does not answer to that name. Open the address that “paraphe serve” shows, or give this name with “--host”.

help-verify = Checks signed files, offline, in a project or anywhere
    .examples =
        paraphe verify signatures/charter/my-association.yaml
        paraphe verify my-association.yaml --text 1.0.md
        paraphe verify --json signatures/
help-verify-paths = Signed files, or folders that hold them
help-verify-text = A text to compare with the one that was signed
help-verify-json = Write JSON
help-verify-timings = Tell on standard error where the time went
verify-nothing = there is no signed file (“.yaml”) to check there. Give such a file, or a folder that holds some, like signatures/.
verify-signs = { $organisation } ({ $city }) signs “{ $text }”, version { $version }, on { $date }
verify-withdraws = { $organisation } ({ $city }) withdraws from “{ $text }”, version { $version }, on { $date }
verify-attests = A steward attests the signature of { $organisation }, on { $date }: { $method }
verify-carried = The file was changed by the way it came (mail, copy and paste): as it is, it is refused. Its signature holds: “paraphe import” puts it back as it was signed. This is what it says:
verify-key = Key: { $fingerprint }
verify-text-same = Text: { $path } is the one that was signed
verify-text-different = Text: the one here is not the one that was signed. Look for version { $version }, whose SHA-256 is { $digest }, and give it with “--text FILE”.
verify-text-absent = Text: it is not here, nothing to compare with (“--text FILE” gives it)
verify-text-genuine = This is the text “{ $text }”, version { $version }, to the byte: { $path }. A text by itself is signed by nobody: the signature files are.
verify-text-altered = This file goes by the name of “{ $text }”, version { $version }, but it is not the text that is here ({ $path }): it was altered, if only by a letter. No signature of that version is worth anything for it.
verify-text-unknown = This file is none of the texts that are here: another text, or one of them, altered.
verify-digest = Digest (SHA-256): { $digest }
verify-file-same = Attested file: { $path }, unchanged
verify-file-different = Attested file: it has changed since, the attestation counts no more
verify-file-absent = Attested file: it is not beside this one, nothing to compare with
verify-steward = Attested by { $steward }
verify-no-steward = No known steward attests it
verify-stale = { $count ->
        [one] One of them concerns an attestation that counts no more: the signature has changed since. The signature itself holds.
       *[other] { $count } of them concern attestations that count no more: the signatures have changed since. The signatures themselves hold.
    }
verify-summary = { $sound ->
        [0] No sound file
        [one] { $sound } sound file
       *[other] { $sound } sound files
    }, { $faulty ->
        [0] none refused
        [one] { $faulty } refused
       *[other] { $faulty } refused
    }.
