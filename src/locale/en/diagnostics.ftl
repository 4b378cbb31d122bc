# One entry for each code, in the order of `Code::ALL`: the value says what is wrong, `.label` stands under the line,
# `.expected` says what was expected and `.help` what to do. The same are in ../fr/.
# Everything is on one line: a line break in a report comes from a file, and is shown as such.

-resign = A signed file can’t be touched up: changing one letter voids the signature. So sign again, with “paraphe sign” or from the site’s “How to sign” page.
-mend = Mend it, then sign again with “paraphe sign” or from the site’s “How to sign” page: any change voids the signature.
-if-signed = If this is a signature, then sign again.
-paste = The signature itself is still good: there is no need to sign again.

## The bytes of a file

file-too-large = The file has { $size } bytes, more than the limit of { $limit }
    .expected = { $limit } bytes at most
    .help = Make sure that it is not another document (a PDF, a picture) put there by mistake, and take out what is too much.
file-unreadable = The file can’t be read: { $reason }
    .help = Make sure that it still exists, that it is a regular file and that you may read it, then try again.
not-utf8 = The file is not a text in UTF-8
    .label = unreadable bytes
    .expected = text in UTF-8, the encoding of all files of the project
    .help = Open it in a text editor and save it with the encoding “UTF-8”. { -if-signed }
not-a-signed-file = This is not a signed file
    .expected = the line “paraphe: 1” at the start, and the signature at the end
    .help = Take the file that “paraphe sign” or the site’s page “How to sign” wrote, as it is. A text is recognised in the folder of the project or of a copy of the site: run the command from there.
byte-order-mark = The file starts with a byte-order mark (BOM), an invisible character
    .expected = UTF-8 without a BOM
    .help = Save the file as “UTF-8 without BOM”, or take the one that the program wrote, without opening it in a word processor.
lone-carriage-return = A carriage return (CR) stands alone in the file
    .label = lone carriage return
    .expected = lines ended by LF, or by CR LF
    .help = Save the file with “LF” (or “Unix”) line ends. { -if-signed }
final-newline = The file does not end with one line feed
    .expected = one line feed after the last line, and nothing else
    .help = Add a line feed at the very end, or remove those that are too many. { -paste }
private-key = This file holds a private key: that key is lost, throw it away
    .label = private key
    .expected = a signature, and never a private key, anywhere in the project
    .help = This key is burnt: whoever has seen it can now sign in your place, and taking it out of the file changes nothing. Never use it again. Make a new one (“paraphe key new”), sign again, and tell the people who look after the charter. A private key is never sent anywhere: not here, not by mail, not to anyone.
forbidden-character = The character { $character } may not appear here
    .label = { $character }
    .expected = visible characters: no control character, no invisible mark, no change of writing direction
    .help = This character, often invisible, usually comes from copying and pasting. Delete that part and type it again. { -if-signed }
conflict-marker = Git has left the marks of a conflict here: two states of the file, one after the other
    .label = mark of git’s
    .expected = one of the two states alone, without the lines “<<<<<<<”, “=======” and “>>>>>>>”
    .help = Don’t patch anything together by hand. Take the file as it is on the main branch, or the whole one that the organisation signed; in a text or the configuration, keep what is right and delete the three lines.

## The spelling of a signature file

tab = A tab stands outside a text
    .label = tab
    .expected = spaces
    .help = { -resign }
trailing-space = The line ends with white space
    .label = white space
    .expected = nothing after the end of the value
    .help = { -resign }
comment = A signature file holds no comment
    .label = comment
    .expected = the format’s fields only
    .help = { -resign }
blank-line = There is a blank line in the file
    .label = blank line
    .expected = the format’s fields, without a blank line between them
    .help = { -resign }
document-marker = There is a YAML document marker (“---”, “...” or “%”) in the file
    .label = document marker
    .expected = a file that starts with “paraphe: 1”
    .help = { -resign }
anchor = There is a YAML anchor (“&”) in the file
    .label = anchor
    .expected = a value written out
    .help = Write the value out in full. { -if-signed }
alias = There is a YAML alias (“*”) in the file
    .label = alias
    .expected = a value written out
    .help = Write the value out in full. { -if-signed }
tag = There is a YAML tag (“!”) in the file
    .label = tag
    .expected = a value without a type
    .help = Write the value out in full. { -if-signed }
merge-key = There is a YAML merge key (“<<”) in the file
    .label = merge key
    .expected = the format’s fields only
    .help = Write the value out in full. { -if-signed }
flow-collection = Braces or brackets group values
    .label = grouped values
    .expected = one field on each line
    .help = { -resign }
not-double-quoted = The value of “{ $key }” is not in double quotes
    .label = no double quotes
    .expected = a value in straight double quotes, like "…"
    .help = { -mend }
escape = The escape { $escape } does not exist in this format
    .label = escape refused
    .expected = the character itself; only \" and \\ are written with a backslash
    .help = { -mend }
indentation = The line is not indented as it should be
    .label = wrong indentation
    .expected = { $expected } spaces at the start of the line
    .help = { -resign }
not-canonical = The line is not written in the one way that the format has
    .label = written otherwise
    .expected = { $expected }
    .help = { -resign }
key-order = The field “{ $key }” is out of its place
    .label = out of order
    .expected = “{ $key }” right after “{ $after }”
    .help = { -mend }
duplicate-key = The field “{ $key }” is there twice
    .label = second time
    .expected = each field once
    .help = Keep the one that is right and remove the other. { -if-signed }
unknown-key = There is no field “{ $key }”
    .label = unknown field
    .expected = one of the fields that the documentation lists
    .help = Mend its name or remove the line. { -if-signed }
missing-key = The field “{ $key }” is required and missing
    .label = “{ $key }” is missing
    .help = Add it. { -if-signed }
format-version = This file follows version { $version } of the format, which this program does not know: a newer one is needed
    .label = unknown version
    .expected = paraphe: 1
    .help = Install the latest version of paraphe and try again. If you wrote that number yourself, put 1 back and sign again.

## Values

not-nfc = The value of “{ $key }” holds an accent written apart from its letter (it is not in NFC)
    .label = separate accent
    .expected = accented letters in one piece, in Unicode NFC
    .help = Type that word again: it was pasted, often from a PDF or a Mac. { -mend }
empty-value = The value of “{ $key }” is empty
    .label = empty
    .expected = at least one character
    .help = Fill it in, or remove the line if it is optional. { -if-signed }
value-too-long = The value of “{ $key }” has { $length } characters, more than the limit of { $limit }
    .label = beyond { $limit } characters
    .expected = { $limit } characters at most
    .help = Shorten it. { -if-signed }
outer-space = The value of “{ $key }” starts or ends with white space
    .label = white space
    .expected = a value without white space at its start or end
    .help = Remove that space. { -if-signed }
double-space = The value of “{ $key }” holds two spaces in a row
    .label = two spaces
    .expected = one space between two words
    .help = Remove one of them. { -if-signed }
forbidden-space = The space { $character } may not appear here
    .label = { $character }
    .expected = an ordinary space, or a no-break space (U+00A0 or U+202F)
    .help = Delete that space and type it again with the space bar. { -if-signed }
action-unknown = There is no action “{ $value }”
    .label = unknown action
    .expected = "sign" to adhere, "withdraw" to leave, "attest" for an attestation
    .help = { -mend }
slug-form = “{ $value }” is not a valid short name for “{ $key }”
    .label = form refused
    .expected = at most 80 characters among the letters a to z, digits and single hyphens, like { $key ->
        [theme] my-theme
       *[other] regie-les-tilleuls
    }
    .help = Write it in lower case, without accents, without spaces, without a hyphen at the start or end. { $key ->
        [theme] The theme’s folder under “themes” has the same name.
        [territory] The territory’s folder will have the same name.
       *[other] { -if-signed }
    }
text-form = “{ $value }” names no text
    .label = form refused
    .expected = charter, or territories/ followed by the territory’s short name
    .help = Copy the text’s name as the site shows it. { -if-signed }
version-form = “{ $value }” does not look like a version number
    .label = form refused
    .expected = numbers separated by dots, like "1.0", in quotes
    .help = Copy the version number as the site shows it. { -if-signed }
digest-form = “{ $value }” does not look like a SHA-256 digest
    .label = form refused
    .expected = 64 characters among 0 to 9 and a to f, in lower case
    .help = Copy the whole digest as the site or “sha256sum” shows it. { -if-signed }
insee-form = “{ $value }” does not look like a commune’s INSEE code
    .label = form refused
    .expected = five characters, like 49007, 2A004 or 97411; it is not the postcode
    .help = Look the commune’s code up on insee.fr, or remove the line: it is optional. { -if-signed }
rna-form = “{ $value }” does not look like an RNA number
    .label = form refused
    .expected = W followed by nine digits or capital letters, like W491234567
    .help = The number is on the receipt of the association’s declaration. If you have none (in Alsace and Moselle, for instance), remove the line. { -if-signed }
siren-form = “{ $value }” does not look like a SIREN number
    .label = form refused
    .expected = nine digits without spaces, like 732829320
    .help = Write the nine digits in a row; a SIRET has fourteen, keep the first nine. { -if-signed }
siren-check-digit = There is no SIREN number “{ $value }”: its check digit is wrong
    .label = wrong digit
    .expected = a number whose last digit agrees with the other eight
    .help = A digit was copied wrongly: compare with the INSEE certificate (avis de situation). { -if-signed }
website-not-https = The address “{ $value }” does not start with https://
    .label = not https
    .expected = an address in https://
    .help = Write the address with https://, or remove the line if the site has no https. { -if-signed }
website-form = “{ $value }” is not the full address of a website
    .label = form refused
    .expected = a full address, like https://www.example.org/
    .help = Open the site in a browser and copy its address, or remove the line. { -if-signed }
website-credentials = The address “{ $value }” holds a user name or a password
    .label = credentials
    .expected = an address with nothing before the site’s name, like https://www.example.org/
    .help = Remove what stands before the “@”. If it was a real password, change it: it has been published. { -if-signed }
date-form = “{ $value }” is not a date written year-month-day
    .label = form refused
    .expected = year, month and day, like 2026-11-23
    .help = Write four digits for the year, two for the month and two for the day, with hyphens between them. { -if-signed }
date-impossible = No calendar has the day { $value }
    .label = impossible day
    .expected = a day that exists
    .help = Correct the month or the day. { -if-signed }

## The signature

signature-missing = The file is not signed
    .expected = a line “signature: |” at the end, then the signature
    .help = Sign it with “paraphe sign” or from the site’s “How to sign” page, which add the signature at the end.
signature-repeated = The file holds more than one signature
    .label = second signature
    .expected = one signature
    .help = Keep one signature in each file. If two people sign for the same organisation, one signature is enough.
signature-trailing-text = There is text after the signature
    .label = extra text
    .expected = nothing after the line “-----END SSH SIGNATURE-----”
    .help = Delete all that follows this line. { -paste }
signature-indentation = The signature is not indented by two spaces
    .label = wrong indentation
    .expected = exactly two spaces at the start of each line of the signature
    .help = Put two spaces before each line, from BEGIN to END. { -paste }
armour-not-canonical = The signature is not written as “ssh-keygen” writes it
    .label = written otherwise
    .expected = lines of 70 characters, without spaces or blank lines, between BEGIN and END
    .help = Copy the signature as the program wrote it, without breaking its lines elsewhere. { -paste }
armour-form = The signature block can’t be read
    .label = unreadable
    .expected = a block from -----BEGIN SSH SIGNATURE----- to -----END SSH SIGNATURE-----
    .help = Copy the whole block, first and last line included; a public key or a PGP signature will not do. If need be, sign again.
sshsig-form = The signature is not laid out like an SSH signature
    .label = structure refused
    .expected = a signature made by “ssh-keygen -Y sign” or “paraphe sign”
    .help = The block was probably damaged when it was copied. Sign again with “paraphe sign”.
sshsig-version = The signature is in version { $version } of the SSHSIG format
    .label = version refused
    .expected = version 1
    .help = Sign again with “paraphe sign” or with a common OpenSSH.
sshsig-key-type = The key is of type { $algorithm }, and only ssh-ed25519 is accepted
    .label = key type refused
    .expected = an ssh-ed25519 key
    .help = Make an Ed25519 key (“paraphe key new” or “ssh-keygen -t ed25519”) and sign again with it.
sshsig-namespace = The signature was made for another use: “{ $namespace }”
    .label = another use
    .expected = the namespace “paraphe”
    .help = Sign again with “paraphe sign”, or with “ssh-keygen -Y sign -n paraphe”.
sshsig-reserved = The signature’s reserved field is not empty
    .label = reserved field filled in
    .expected = an empty reserved field
    .help = The program that signed does not follow the standard. Sign again with “paraphe sign” or “ssh-keygen”.
sshsig-hash = The signature uses { $hash }, and only sha512 is accepted
    .label = hash refused
    .expected = sha512
    .help = Sign again with “paraphe sign”, or with “ssh-keygen -Y sign” without a hash option.
sshsig-signature-length = The signature has { $length } bytes instead of 64
    .label = length refused
    .expected = 64 bytes
    .help = The signature was cut short or damaged. Sign again with “paraphe sign”.
sshsig-trailing-bytes = There { $length ->
        [one] is one extra byte
       *[other] are { $length } extra bytes
    } after the signature
    .label = extra bytes
    .expected = nothing after the signature itself
    .help = The block was changed afterwards. Sign again with “paraphe sign”.
key-encoding = The public key is not the regular encoding of a point of the curve
    .label = key refused
    .expected = an ordinary Ed25519 key
    .help = No honest program made this key. Make a new one (“paraphe key new”) and sign again.
key-small-order = The public key has small order: anyone could sign with it
    .label = key refused
    .expected = an ordinary Ed25519 key
    .help = This key protects nothing. Make a new one (“paraphe key new”) and sign again.
signature-small-order = The signature’s point R is not regular, or has small order
    .label = signature refused
    .expected = an ordinary Ed25519 signature
    .help = No honest program made this signature. Sign again with “paraphe sign”.
signature-not-reduced = The signature’s number S is not below the group order
    .label = signature refused
    .expected = an ordinary Ed25519 signature
    .help = This signature was changed afterwards. Sign again with “paraphe sign”.
signature-mismatch = The signature does not match what the file says
    .label = does not match
    .expected = a file unchanged since the key { $fingerprint } signed it
    .help = The file was changed after it was signed, or the signature comes from another file. Put the signed content back, or sign again with “paraphe sign”.

## A signature among the texts

other-charter = This signature is for another charter: “{ $value }”
    .label = another charter
    .expected = charter: "{ $expected }"
    .help = Make sure that you are signing on the right site, then sign this site’s charter again.
text-path = The file says that it signs “{ $value }”, but its folder is that of another text
    .label = another text
    .expected = “{ $expected }”, after the folder where it lies
    .help = If the signed text is the right one, move the file to signatures/{ $value }/. If not, sign the right text again.
text-unknown = There is no text “{ $value }”
    .label = unknown text
    .expected = a text of the content/ folder
    .help = Copy the text’s name as the site shows it; it may have changed. { -if-signed }
version-unknown = The text “{ $text }” has no version { $version }
    .label = unknown version
    .expected = a version that exists: { $known }
    .help = Sign the version in force again, the one that the site proposes.
digest-mismatch = The digest is not that of version { $version } of “{ $text }”
    .label = another digest
    .expected = { $expected }
    .help = The signed text is not the one published here. Download version { $version }, read it again, and sign it again.
digest-of-other-version = The digest is not that of version { $version }, but that of version { $actual }
    .label = digest of version { $actual }
    .expected = the version and the digest of one and the same text
    .help = Decide which of the two versions you sign, { $version } or { $actual }, and sign again.
text-changed = Version { $version } of “{ $text }” was changed after it was signed, which breaks { $count ->
        [one] one signature
       *[other] { $count } signatures
    }
    .expected = a published text that no longer changes, not by a comma
    .help = Put this text back exactly as it was, and publish the correction as a new version (“paraphe new version { $text } …”).
declaration-differs = The declaration is not that of the text
    .label = another sentence
    .expected = { $expected }
    .help = The signed sentence must be that of the text, word for word. Sign again with “paraphe sign”, which takes it as it is.
date-before-adoption = The signature is dated { $date }, before the text was adopted on { $adopted }
    .label = too early
    .expected = { $adopted } or later
    .help = Check the date (and that of your computer), then sign again.
text-draft = Version { $version } of “{ $text }” is a draft, which can’t be signed yet
    .label = draft
    .expected = an adopted version
    .help = Wait until this version is adopted, or sign the latest adopted one.

## Attestations

attestation-orphan = The attestation is about no signature: there is no file beside it
    .expected = { $expected }
    .help = Put the attestation into the signature’s folder, under the same name followed by .attestation.yaml, or remove it.
attestation-stale = { $kind ->
        [copied] The attestation is about another signature, that of “{ $name }”, and counts for nothing here
       *[earlier] The attestation is about an earlier state of the signature and counts no more
    }
    .label = digest of another file
    .expected = an attestation of the present signature
    .help = { $kind ->
        [copied] Its place is beside { $of }. If a steward has checked the signature that is here, attest it with “paraphe attest”; if not, remove this file. The attestation is by the key { $fingerprint }.
       *[earlier] The signature has been replaced since. A steward must check the new one and attest it with “paraphe attest”; the old attestation is by the key { $fingerprint }.
    }
attestation-not-steward = The key { $fingerprint } is not that of a steward of this charter
    .label = unknown key
    .expected = the key of one of the stewards that paraphe.yaml lists
    .help = Only a steward can attest. If you are one, attest again with the key that the site publishes; if not, remove this file.
attestation-name = The attestation names “{ $value }”, and the signature another name
    .label = another name
    .expected = { $expected }
    .help = Make sure that this is the organisation you vouch for, then attest again with “paraphe attest”, which takes the name over.
more-faults = This file has still more faults, which are not shown: { $count }
    .help = Mend those that are first. When there are so many, the file was probably changed on its way: take the one that “paraphe sign” or the site wrote, without opening it in another program.

## Texts

front-matter-missing = { $kind ->
        [page] This page has no front matter, or its front matter does not end
       *[text] The text has no front matter, or its front matter does not end
    }
    .expected = front matter between two lines “---”, at the very start of the file
    .help = { $kind ->
        [page] Start the file with a line “---”, then “title:” and the page’s title, then another line “---”.
       *[text] Start the file with a line “---”, then title, version, adopted and declaration, then another line “---”. “paraphe new” writes all that for you.
    }
yaml-syntax = The YAML can’t be read: { $reason }
    .label = here
    .expected = lines of the form “field: value”, indented by spaces
    .help = Look in this line and the one before it at the quotes, the colons followed by a space, and the indentation.
value-kind = The value of "{ $key }" is of the wrong kind
    .label = another kind of value
    .expected = { $reason ->
        [mapping] lines "field: value" indented by two spaces
        [text] a text
        [boolean] true or false
        [integer] a whole number
        [list] a list, one item a line after a hyphen
       *[other] a value of another kind
    }
    .help = Put a text or a version number in quotes, like "1.0", and a list with one hyphen on each line.
version-path = The front matter says version “{ $value }”, and the file’s name another
    .label = another version
    .expected = { $expected }, like the file’s name
    .help = Change whichever is wrong, the front matter or the file’s name. A text that is already signed does not change.
status-unknown = There is no status “{ $value }”
    .label = unknown status
    .expected = draft, or no “status” line at all
    .help = Write “status: draft” for a draft; remove the line when the text is adopted and open for signing.
kind-unknown = “{ $value }” is not a kind of territory
    .label = unknown kind
    .expected = region, department, intercommunality, commune or neighbourhood
    .help = Choose one of the five kinds; “neighbourhood” is a quartier prioritaire.
territory-code-form = The code “{ $value }” does not look like that of a territory of the kind “{ $kind }”
    .label = form refused
    .expected = region and department: the INSEE code; intercommunality: the SIREN; commune: the INSEE code; neighbourhood: the code of the quartier prioritaire, like QN07502M
    .help = Look the territory’s official code up on insee.fr, or on sig.ville.gouv.fr for a neighbourhood, and put it in quotes.
department-unknown = There is no department “{ $value }”
    .label = unknown code
    .expected = 01 to 19, 2A, 2B, 21 to 95, or 971 to 989 overseas, in quotes
    .help = Write the department’s code, not its name, in two or three characters.
department-differs = The department “{ $value }” is not the one that the territory’s code tells
    .label = another department
    .expected = { $expected }
    .help = Correct whichever is wrong, or remove the “department” line: the code is enough.
parent-unknown = The adapted text does not exist: “{ $text }”, version { $version }
    .label = unknown text
    .expected = a text and a version of the content/ folder
    .help = Check the text and its version under “adapts”, or let “paraphe new” write them.
parent-digest = The digest of the adapted text is wrong: it is not that of “{ $text }”, version { $version }
    .label = another digest
    .expected = { $expected }
    .help = If this text is not signed yet, put the expected digest. If it is, it is the adapted text that has changed: put that one back as it was.
parent-cycle = These texts adapt each other in a circle: { $chain }
    .label = back to the start
    .expected = a chain of adaptations that leads up to the charter
    .help = Change the parent of one of them under “adapts”, so that each leads up to the charter.
charter-adapts = The charter itself adapts no text
    .label = to be removed
    .expected = neither “adapts” nor “territory” in the charter’s front matter
    .help = Remove these lines, or put the text under content/territories/ if it is an adaptation.
raw-html = The text holds HTML
    .label = HTML
    .expected = Markdown only
    .help = Replace the tag by Markdown (*italics*, **bold**, [link](https://…)), or put it between backticks to show it. A lone “<” is written \<.
link-scheme = The link “{ $value }” is not of an accepted kind
    .label = link refused
    .expected = an https: link, a mailto: address, or a relative path
    .help = Write the link with https://, or remove it.
image-outside = The picture “{ $value }” comes from elsewhere
    .label = picture from elsewhere
    .expected = a picture that lies in the project, by a relative path
    .help = Add the picture to the text’s folder and cite it by its file name: a picture taken from elsewhere tells another site who your readers are, and goes missing in the end.
image-missing = The picture “{ $value }” is not in the project
    .label = no such picture
    .expected = a picture that lies in the project, by a path relative to the file
    .help = Add the picture beside the text, or correct its name: capitals count.
charter-missing = The charter has no text
    .expected = a file content/charter/1.0.md
    .help = Write the charter’s text into that file; “paraphe init” puts one to edit into a new folder.

## The project folder

configuration-missing = There is no paraphe.yaml in this folder
    .expected = the folder of a paraphe project
    .help = Go to the project’s folder, or name it with “-C FOLDER”. “paraphe init FOLDER” starts a new one.
configuration-value = The value of “{ $key }” won’t do: “{ $value }”
    .label = refused value
    .expected = { $key ->
        [language] fr or en
        [url] the site’s address, https://…, without “?”, “#”, user name or password
        [repository] the repository’s address, https://…
        [forge] github, gitlab, gitea or forgejo
        [branch] a branch’s name, as git takes it
        [contact] a plain mail address, name@example.org
       *[other] another value
    }
    .help = Mend this line of paraphe.yaml, or remove it if it is optional.
steward-key = The steward’s key “{ $value }” can’t be used
    .label = key refused
    .expected = a public-key line, like ssh-ed25519 AAAA…
    .help = Copy the whole line that “paraphe key show” prints, or that of the .pub file, in quotes. Never the private key.
symbolic-link = The path goes through a symbolic link or out of the project
    .expected = an ordinary file inside the project
    .help = Replace the link by a copy of the file.
file-misplaced = This file has no business here
    .expected = { $expected }
    .help = Move it to its place, or remove it.
file-name = The file’s name does not have the right form
    .expected = { $expected }
    .help = Rename it: lower-case letters without accents, digits and hyphens, and the right ending. Its content does not change: there is no need to sign again.
name-collision = This name differs from “{ $other }” only by case or by the form of its accents
    .expected = a name that every system can tell from the others
    .help = Rename one of the two: on Windows and macOS they would be one file.
page-name-taken = This page would take the address “{ $other }”, which the site writes itself
    .expected = a page’s name that the site does not take for one of its own
    .help = Give the file another name: a page’s address is the name of its file. Its content and title do not change.

## The register

duplicate-identifier = The number { $identifier } { $value } is also that of another signatory: { $other }
    .label = already taken
    .expected = one number for one organisation
    .help = If it is the same organisation, keep only one of its two signatures. If not, one of the two numbers is wrong: ask them.
shared-key = The key { $fingerprint } signs for another organisation too: { $other }
    .label = same key
    .expected = a key for each organisation
    .help = Ask both organisations whether this is intended. If one person signs for both, a key for each is better.
unattested-key = “{ $organisation }” signs with another key too ({ $other }), and no steward has attested the change
    .label = another key
    .expected = the same key for all texts, or an attestation
    .help = Make sure by another way that it is really them, then have a steward attest this signature with “paraphe attest”.

## A change: what may follow what

key-replaced = This signature replaces one by another key, and no steward vouches for it
    .label = another key: { $fingerprint }
    .expected = the key { $expected }, or a steward’s attestation in the same request
    .help = If this is really your organisation, sign with the same key as the first time. If that key is lost, write to those in charge of the charter: a steward will reach you by another way, then add an attestation to this request.
date-goes-back = The date { $date } is earlier than that of the file it replaces
    .label = earlier date
    .expected = a date from { $expected } on
    .help = An older file can’t come back in the place of a newer one. Sign again, with today’s date.
version-goes-back = This signature goes back to version { $version } of the text
    .label = earlier version
    .expected = version { $expected }, or a later one
    .help = Sign the newest version. To end the adherence there is the withdrawal: “paraphe withdraw”.
withdrawal-same-day = This signature is of the same day ({ $date }) as the withdrawal it replaces
    .label = same day as the withdrawal
    .expected = a date after that of the withdrawal
    .help = Sign again tomorrow: with the same date, nothing tells which of the two decisions is the last.
signature-replayed = This file is an earlier state of { $other }, replaced since
    .label = replaced since
    .expected = a file that has not been replaced before
    .help = This file stood there already (commit { $commit }), then another took its place: it can’t come back, not even under another name. If the organisation really wants to return to it, it signs again, from the next day on.
date-in-future = The date { $date } lies in the future
    .label = a day to come
    .expected = tomorrow at the latest: today is { $expected }
    .help = Check the year and the order of month and day, and your computer’s clock; then sign again, with today’s date.
version-not-current = This new signature is for version { $version } of “{ $text }”, which is no longer the newest
    .label = old version
    .expected = version { $expected }
    .help = A later version has appeared. Suggest to the organisation that it sign that one; its signature of the old one remains valid if it was made before.
text-closed = “{ $text }” takes no new signatures any more
    .label = closed text
    .expected = a text that is open for signature
    .help = Sign another text, or ask those in charge of the charter why this one is closed.

## A change: what belongs to others

signature-deleted = The signature of “{ $organisation }” is deleted
    .expected = a file left where it is; to leave, a signed withdrawal
    .help = Put the file back as it was. An organisation does not leave by deleting its file but with “paraphe withdraw”: otherwise the old signature could be put back.
signature-moved = A signature is moved to { $other }
    .expected = a file left where it is
    .help = Put the file back under its name. The file’s name is the organisation’s for all texts: it does not change.
signature-copied = This file is an exact copy of { $other }
    .expected = a signature made by this organisation
    .help = A signature counts once. Take this copy away; if your organisation has not signed yet, sign with “paraphe sign”.
attestation-deleted = This change takes the attestation of “{ $organisation }” away
    .expected = an attestation left as it is
    .help = Put the file back as it was. An attestation only goes with the signature it attests, when that one is replaced.
line-ends-changed = Only the line ends of this file change, or the invisible mark at its start
    .expected = a published file left as it is, byte for byte
    .help = Put the file back as it was: “git checkout” and the main branch, then its name. An editor or a setting of git (core.autocrlf) has rewritten the end of each line. What is published belongs to others, and such a change would hide a real one from whoever reads it.
text-deleted = “{ $text }”, version { $version }, is deleted though it is signed { $count } times
    .expected = every version of a text left where it is
    .help = Put the file back. A new version is added beside the old ones; a text is closed in paraphe.yaml, without disappearing.
text-rewritten = “{ $text }”, version { $version }, is published already and changes
    .expected = a published version that no longer changes
    .help = A correction is a new version: “paraphe new version”. Nobody has signed it here yet, but a signature may be on its way.
picture-changed = This picture changes or goes, though “{ $text }”, version { $version }, shows it and is signed { $count ->
        [one] once
       *[other] { $count } times
    }
    .expected = a picture left as it was when the text was signed
    .help = Put the picture back exactly as it was. To show another one, add it under another name, and publish a new version of the text (“paraphe new version { $text } …”).
stewards-changed = The list of stewards changes
    .label = stewards
    .expected = the stewards unchanged
    .help = Who may attest is not decided in a request like any other. If you are in charge of this charter, check each key with the person it names before you accept, and mix nothing else into this request.
charter-changed = The charter’s id becomes “{ $value }”
    .label = id
    .expected = “{ $expected }”, which every signature repeats
    .help = Put the old id back: every signature holds it, and none would be worth anything any more.
several-organisations = This request touches the signatures of { $count } organisations
    .expected = one request for each organisation
    .help = Make one request for each organisation: if one has a fault, the others don’t wait. Several together may be meant; then look at each file.
file-outside = A request that signs also touches this file
    .expected = files below signatures/ and content/, and nothing else
    .help = Take this file out of the request, or propose it separately. If you don’t know how it got there, start again from a fresh copy of the repository, with your signature alone.

## A change: what it would publish beside its files

private-key-before = The history of this request holds a private key: that key is lost, throw it away
    .expected = a request none of whose steps holds a private key
    .help = This key is burnt, even though the file is no longer there: an earlier step of the request (the commit { $commit }) still holds it, anyone can read it, and accepting the request would publish it for ever. Never use it again. Make a new one (“paraphe key new”), sign again, start over from a fresh copy of the repository, and tell the people who look after the charter. To them: close this request without accepting it. Joining its steps into one (“squash”) does not wipe the copy that it comes from.
private-key-beside = A private key lies in this folder, and would go out with whatever is sent next
    .expected = a private key kept elsewhere than in the repository
    .help = Git does not know this file yet: nothing is lost. Move it out of the repository now, into a folder of your own, before any “git add”. If it has already been sent to anyone, in whatever way, throw this key away and make a new one (“paraphe key new”).
not-all-seen = { $part ->
        [commits] This request has more than { $limit } commits: the oldest were not searched for private keys
        [file] An earlier state of this file is larger than { $limit } bytes: it was not searched for private keys
        [data] This request holds more than { $limit } bytes of earlier states: the rest was not searched for private keys
        [history] This clone lacks a part of the request’s history: it was not searched for private keys
        [states] The history is so long that git did not come to its end in { $limit } seconds: whether an old signature comes back was not looked at
       *[folder] This folder holds more than { $limit } files that git does not know: those from this one on were not searched for private keys
    }
    .expected = a request that can be read to its end
    .help = To adhere takes one file and one commit: start over from a fresh copy of the repository. If all of this is meant, somebody has to look at the rest by hand.

## A change: place and form

reserved-name = Windows keeps the name “{ $value }” for itself
    .expected = another name
    .help = Choose another file name, for instance with the city: on Windows nobody could open this repository any more.
submodule = Another repository (a submodule) is put inside this one
    .expected = files
    .help = Take it away. If it is a copy of the repository put inside itself by mistake, keep only the signature file.
executable-file = This file is marked as a program to run
    .expected = an ordinary file (mode 100644)
    .help = Take the mark off: “git update-index --chmod=-x FILE”, or upload the file again on the forge’s page. The signature itself remains good.
binary-file = This file is not a text
    .expected = a text file in UTF-8
    .help = It may be a PDF, a word-processor document or a photo. Take the small file that “paraphe sign” wrote, without opening it in another program.
picture-form = This picture is not one
    .expected = a { $expected } picture, as the file’s name says
    .help = Save the picture again in that format, or correct the ending of its name.
placeholder = “{ $value }” was left from the template
    .label = to be filled in
    .expected = what this part of the template announces
    .help = Replace it, brackets included, with what belongs there. { -if-signed }

## A change: names that deceive

lookalike-name = The name “{ $value }” can be taken for “{ $actual }”, which has another key
    .label = too much alike
    .expected = a name that can’t be taken for that of { $other }
    .help = If it is the same organisation, use its file and its key. If it is another, tell them apart, for instance by the city, then sign again; or have a steward attest this signature.
mixed-scripts = The word “{ $value }” mixes letters of several scripts
    .label = mixed scripts
    .expected = a word of one script: Latin, Arabic, Cyrillic…
    .help = Type the word again on the keyboard, then sign again: a letter from another alphabet looks like yours without being the same.

## A change: texts

qpv-unknown = The code { $value } is that of no priority neighbourhood
    .label = unknown code
    .expected = a code of the 2024 list (decree 2023-1314)
    .help = Look the neighbourhood’s code up on sig.ville.gouv.fr, or in the papers of the city contract.

## The site

theme-missing = There is no theme “{ $theme }”
    .label = unknown theme
    .expected = default, or a folder of that name in themes/
    .help = Mend “theme” in paraphe.yaml, or make the folder themes/{ $theme }.
template-error = { $kind ->
        [script] A script of the theme can’t be joined with the others: { $reason }
       *[template] A template of the theme is faulty: { $reason }
    }
    .label = here
    .expected = { $kind ->
        [script] a module that imports names in braces, and exports them so or as one function, class or constant
       *[template] a template that Tera can read
    }
    .help = Mend this file of the theme, or remove it to have the original back.
locale-error = A language file of the theme is faulty: { $reason }
    .label = here
    .expected = Fluent messages, of the form “name = text”
    .help = Mend this file, or remove it to have the original back.

## The site’s folder

output-not-a-folder = The output is no folder
    .expected = a folder, or a path where nothing is yet
    .help = Choose another path with “-o FOLDER”, or move the file that is there.
output-in-project = The output would lie over the project
    .expected = a folder of its own, like public/
    .help = Choose with “-o FOLDER” a folder that does not hold the project, outside content/, signatures/, themes/ and .git/.
output-busy = Another build is writing into this folder
    .expected = one build at a time
    .help = Wait until it is done, or stop it.
output-foreign-file = This file stands where a page belongs, and this program did not write it
    .expected = nothing there, or a file of the last site
    .help = Move it or delete it: this program never touches what it did not write.
output-unwritable = The site could not be written: { $reason }
    .help = Look at the space left on the disk and at the rights on this folder, then try again. The last site is unharmed.
