# Keys, and what is signed. Each message is in ../fr/sign.ftl too.

# Questions.
prompt-missing = { $flag } is missing: give its value, or leave “--yes” out to be asked for it.
prompt-ended = nobody answers any more: the input ended before the questions did. Nothing was written.
prompt-empty = An answer is needed here.
prompt-optional = (optional, Enter to skip)
prompt-yes-or-no = Please answer yes or no.
prompt-not-utf8 = That answer is not UTF-8.
file-there = { $path } is there already, and nothing is ever overwritten. Please choose another name.

# Passphrases.
passphrase-why = The passphrase protects the key if the file is stolen. Choose a few words that are easy to remember and hard to guess; nothing is shown while you type.
passphrase-new = New passphrase:{ " " }
passphrase-repeat = The same once more:{ " " }
passphrase-empty = An empty passphrase protects nothing. “--no-passphrase” makes a key without protection.
passphrase-differs = The two are not the same: please start again.
passphrase-no-terminal = the passphrase can’t be asked for: there is no terminal. “--passphrase-file FILE” reads it from a file.
passphrase-file-empty = the first line of { $path } must be the passphrase, in UTF-8.

# Keys.
key-made = The key is in { $path }, and its public part in { $public }.
key-fingerprint = Fingerprint: { $fingerprint }
key-public-line = Public key: { $line }
key-advice =
    Keep { $path } in a safe place, and make a copy: it is what signs a new version or withdraws your adherence. Send it to nobody. Only { $public } is public.
key-inside-project = Careful: this key lies in the project’s folder, which is public. Keep it elsewhere, or never give it to git.
key-state-open = This file holds the private key, without a passphrase: whoever has it can sign.
key-state-locked = This file holds the private key, locked by a passphrase.
key-state-public = This file holds the public key only.
key-exposed = Careful: other people can read { $path } on this computer. “chmod 600” keeps it to you.
key-comment = the comment must be one line of plain text, of at most 300 characters.
key-passphrase = Passphrase of { $path }:{ " " }
key-passphrase-again = That is not it, please try again.
key-too-large = { $path } is too large to be a key.
key-missing = there is no file { $path }. Give the path of your key; if you have none yet, “paraphe key new FILE” makes one.
key-not-a-key = { $path } is not a key. “paraphe key new FILE” makes one.
key-is-public = { $path } is a public key. Signing takes the private one: the same name, without “.pub”.
key-algorithm = { $path } is a key of the kind { $name }. An Ed25519 key is needed: “paraphe key new FILE” makes one.
key-hardware = { $path } is a key of the kind { $name }, tied to a security token, whose signatures have another form. A plain Ed25519 key is needed: “paraphe key new FILE” makes one.
key-pem = { $path } is a key in another form (PEM). OpenSSH’s own is needed: “paraphe key new FILE” makes a key that will do.
key-putty = { $path } is a key of PuTTY. In PuTTYgen, “Conversions”, then “Export OpenSSH key”, saves it in the right form.
key-cipher = { $path } is locked with a cipher that this program does not have ({ $name }). “ssh-keygen -p -f” locks it with another.
key-damaged = { $path } is a damaged or incomplete key. Take it again from your copy.
key-wrong-passphrase = that is not the passphrase of { $path }.
key-no-randomness = the computer gives no random numbers: no safe key can be made.
agent-unsupported = there is no ssh-agent on this system. Use “--key FILE”.
agent-none = no ssh-agent is running (SSH_AUTH_SOCK is empty). Use “--key FILE”, or start an agent.
agent-unreachable = ssh-agent does not answer: { $reason }.
agent-malformed = what ssh-agent answered won’t do: nothing was signed.
agent-refused = ssh-agent refused to sign.
agent-empty = ssh-agent has no Ed25519 key. “ssh-add FILE” gives it one.
agent-several = ssh-agent has several keys: “--key FILE.pub” says which.
agent-without-key = ssh-agent does not have the key { $fingerprint }. “ssh-add FILE” gives it to it.
agent-choose = ssh-agent has several keys:
agent-ask-number = Which one? Its number
agent-wrong-number = A number from 1 to { $limit }.

# Signing.
sign-no-text = there is no text “{ $text }”. The texts are: { $known }.
sign-no-text-near = there is no text “{ $text }”. Did you mean “{ $near }”?
sign-closed = “{ $text }” takes no more signatures.
sign-only-draft = “{ $text }” is still a draft, and can’t be signed. When the text is adopted, remove the line “status: draft” from its front matter.
sign-text = { $title }, version { $version }, adopted on { $adopted }
sign-text-end = End of the text: { $path }, SHA-256 { $digest }
sign-adapts = It adapts “{ $title }”, version { $version } ({ $path }): to sign it is to adhere to that too.
sign-known = This key has signed for “{ $name }” before: the same details are offered.
sign-ask-all = Enter takes the answer in brackets; a hyphen removes it where it is optional.
sign-ask-name = Name of the organisation
sign-ask-city = City
sign-ask-insee = INSEE code of the city
sign-ask-rna = RNA number
sign-ask-siren = SIREN number
sign-ask-website = Website
sign-ask-representative = Name of the person who signs (it will be public)
sign-ask-role = Their office
sign-ask-slug = Short name of the organisation (the name of its file)
sign-ask-date = Date
sign-role-alone = an office needs the name of the person: give --representative too.
sign-body = This is exactly what will be signed, { $size } bytes:
sign-with = With the key { $fingerprint }
sign-confirm = Sign, and write { $path }? [y/N]
sign-refused = Nothing was signed, nothing was written.
sign-written = Signed and checked: { $path }
sign-disk = { $path } is not on the disk as it was written. Check the disk, then start again.
sign-other-key = { $path } was signed by another key ({ $fingerprint }). If that file is not yours, give another short name with --organisation-id. If your organisation has lost its key, add --new-key: a steward will have to vouch for the new signature.
sign-new-key = The key changes: this signature will only be accepted with a steward’s attestation. Write to one.
sign-earlier-date = { $path } is of { $date }: what takes its place can’t be earlier. Give that day or a later one with --date.
sign-earlier-version = { $path } signs version { $version } already, which is later.
sign-day-of-withdrawal = { $path } withdraws on { $date }: signing again is possible from the day after.

# Withdrawing.
withdraw-no-file = this key has not signed “{ $text }”. If it takes the place of a lost one, name your organisation with --organisation-id.
withdraw-no-organisation = “{ $organisation }” has not signed “{ $text }”. An organisation’s short name is that of its file, below signatures/.
withdraw-several = this key has signed “{ $text }” for several organisations: say which with --organisation-id.
withdraw-already = { $path } is a withdrawal already.
withdraw-what = { $name } ({ $city }) signed “{ $text }”, version { $version }, on { $date }.
withdraw-ask-reason = The reason, in one sentence (it will be public)
withdraw-branch = withdrawal-{ $organisation }
withdraw-usual-reason = We withdraw our adherence.
withdraw-confirm = Withdraw, and replace { $path }? [y/N]

# Attesting.
attest-not-steward = the key { $fingerprint } is no steward’s in paraphe.yaml. Give a steward’s with --key; those who look after the charter add a steward to the list “stewards”.
attest-outside = { $path } is not in the project. A file like signatures/charter/association.yaml is needed.
attest-no-signature = { $path } is not a signature of the project. A file like signatures/charter/association.yaml is needed.
attest-already = { $steward } vouches for it already: { $path }
attest-what = { $name } ({ $city }) signs “{ $text }”, version { $version }, on { $date }:
attest-what-withdrawal = { $name } ({ $city }) withdraws from “{ $text }”, version { $version }, on { $date }:
attest-key = Signed by the key { $fingerprint }
attest-means = To attest is to say in public that this organisation made this signature with this key, and that you made sure by other means than this repository.
attest-ask-method = How you made sure
attest-confirm = Attest, and write { $path }? [y/N]

# And then.
next-title = What now?
next-git =
    With git:
        git switch -c { $branch }
        git add { $path }
        git commit -m "{ $branch }"
        git push -u origin { $branch }
    then open a pull request that holds this one file only.
next-web =
    Without git, at { $repository }:
        in the folder { $folder }, add the file { $name } or replace it by this one, without changing a character, and propose the change.
next-mail =
    By mail:
        send { $path } as an attachment to { $contact }. Never send the key.
next-sign = Once the signature is published, a steward will get in touch with you to attest it.
next-withdraw = The adherence ends when this is published. Do not delete the file: without it, the old signature could be put back.

# Help.
help-common-key = The file of the private key; with --agent, that of the public key is enough
help-common-agent = Sign with a key of ssh-agent
help-common-passphrase_file = A file whose first line is the passphrase
help-common-date = The date, YYYY-MM-DD (usually today)
help-common-organisation_id = The organisation’s short name, which is its file’s name
help-common-new_key = The organisation has lost the key of its present file
help-common-yes = Ask nothing: everything comes from the options

help-key = Makes and shows keys
help-key-new = Makes an Ed25519 key in OpenSSH’s form
    .examples =
        paraphe key new association-key
        paraphe key new trial-key --no-passphrase
help-key-new-file = The file of the private key; the public key goes into the same with .pub after it
help-key-new-no_passphrase = Leave the key without protection
help-key-new-comment = A few words that go with the key
help-key-show = Shows the fingerprint and the public line of a key
    .examples =
        paraphe key show association-key
        paraphe key show association-key.pub
help-key-show-file = A key file, private or public

help-sign = Signs a text for an organisation
    .examples =
        paraphe sign charter --key association-key
        paraphe sign territories/tours-sanitas --agent
        paraphe sign charter --key key --name "Les Tilleuls" --city Angers --yes
help-sign-text = The text: charter, or territories/ and the territory’s short name
help-sign-name = The organisation’s name
help-sign-city = Its city
help-sign-insee = The INSEE code of the city (empty: none)
help-sign-rna = Its RNA number (empty: none)
help-sign-siren = Its SIREN number (empty: none)
help-sign-website = Its website, https:// (empty: none)
help-sign-representative = The name of the person who signs (empty: none)
help-sign-role = The office of that person (empty: none)

help-withdraw = Ends the adherence of an organisation
    .examples =
        paraphe withdraw charter --key association-key
        paraphe withdraw charter --key association-key --reason "We close." --yes
help-withdraw-text = The text: charter, or territories/ and the territory’s short name
help-withdraw-reason = The reason, in one sentence

help-attest = Vouches, as a steward, that a signature is the organisation’s own
    .examples =
        paraphe attest signatures/charter/tilleuls.yaml --key steward-key
help-attest-path = The signature file
help-attest-method = How you made sure
