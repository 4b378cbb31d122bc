# The words of the site. Templates call messages by these names; a theme may replace only some of them.

## Everywhere

skip = Skip to content
menu = Main pages
footer = Footer
breadcrumb = You are here
home = Home
charter = The charter
territories = Territories
signatories = Signatories
sign = Sign
verify = Check
demonstration = Demonstration: the texts, organisations and signatures of this site are made up.
feed = News (Atom)
data = Data of the register
source = Repository of the files
contact = Write to us
made_with = Site made with paraphe
date = { $day } { $month } { $year }
first_day = 1
percent = { $n }%
month_1 = January
month_2 = February
month_3 = March
month_4 = April
month_5 = May
month_6 = June
month_7 = July
month_8 = August
month_9 = September
month_10 = October
month_11 = November
month_12 = December
page_number = page { $n }
page_of = Page { $n } of { $last }
pages = Pages of the list
first_page = First page
previous_page = Previous page
next_page = Next page
last_page = Last page
notes = Notes
note_back = Back to the text, note
kind_region = region
kind_department = department
kind_intercommunality = intercommunality
kind_commune = commune
kind_neighbourhood = priority neighbourhood

## Counts

signatories_count =
    { $n ->
        [0] No signatory
        [one] { $n } signatory
       *[other] { $n } signatories
    }
organisations_count =
    { $n ->
        [0] No organisation has signed
        [one] { $n } organisation has signed
       *[other] { $n } organisations have signed
    }
signatures_count =
    { $n ->
        [0] No signature
        [one] { $n } signature
       *[other] { $n } signatures
    }
territories_count =
    { $n ->
        [0] No territory
        [one] { $n } territory
       *[other] { $n } territories
    }
current_count =
    { $n ->
        [0] none for the current version
       *[other] { $n } for the current version
    }
older_count =
    { $n ->
        [0] none for an earlier version
       *[other] { $n } for an earlier version
    }
attested_count =
    { $n ->
        [0] none attested
        [one] { $n } attested
       *[other] { $n } attested
    }
withdrawn_count =
    { $n ->
        [0] No adherence withdrawn
        [one] { $n } adherence withdrawn
       *[other] { $n } adherences withdrawn
    }

## Home

home_read = Read the charter
home_join = How to join
home_join_text = Any association can adhere to the charter, or to the adaptation of its territory. Three steps are enough.
home_join_territory = The charter itself takes no signatures at present, but any organisation can adhere to the adaptation of its territory. It takes three steps.
home_join_read = Read
home_join_read_text = The charter, or what your territory has made of it, in its newest version.
home_join_decide = Decide
home_join_decide_text = At an assembly, at a board meeting, all together: by your own rules.
home_join_sign = Sign
home_join_sign_text = With a key that your association keeps to itself. Its name joins the list, and anyone can check its signature.
home_find = Who has signed near you?
home_latest = Latest signatories
home_territories = Territories
home_all_signatories = All signatories
home_all_territories = All territories

## Texts

version_number = version { $version }
version_adopted = Version { $version }, adopted on { $date }
text_version = Version
text_adopted = Adopted on
text_draft = Draft
text_draft_note = This text is a draft: it may still change, and takes no signature.
text_closed = This text takes no more signatures.
text_contents = Contents
text_declaration = What one signs
text_digest = SHA-256 digest
text_file = File of the text
text_versions = Versions
text_current = current
text_signatories = Signatories
text_no_signatory = Nobody has signed this text yet.
text_chain = What this text adapts
text_chain_note = Signing this text is adhering to those it adapts, too.
text_chain_newer = A version { $version } has appeared since.
text_adaptations = Adaptations of this text
text_adaptations_more = All adaptations
text_code = Official code
text_department = Department
text_sign = Sign this text
text_sign_instead = To be signed today
text_sign_others = See the texts that are open to signature
text_permanent = Permanent address of this version
version_is_current = This is the current version.
version_is_older = A later version is current: version { $version }.
version_see_current = See the text as it is now, and its signatories
signatories_page = signatories, page { $n }
signatories_of = Signatories of “{ $title }”
back_to_text = Back to the text

## Lists

territories_title = Territories
territories_intro = Each territory can adapt the charter to its needs. Its text names the one it adapts, to the last comma.
territories_none = No territory has adapted the charter yet.
signatories_title = Signatories
signatories_intro = The organisations that adhere today to the charter or to one of its adaptations.
signatories_none = Nobody has signed yet.
column_name = Name
column_city = City
column_date = Signed on
column_texts = Has signed
column_state = State
column_kind = Kind
column_signatories = Signatories
column_version = Version
column_adopted = Adoption
state_current = current version
state_older = earlier version
state_attested = attested
list_range = { $from } to { $to } of { $total }

## Organisations

organisation_kind = Signatory organisation
organisation_city = City
organisation_insee = Commune code (INSEE)
organisation_rna = RNA number
organisation_siren = SIREN number
organisation_website = Website
organisation_signed = What it has signed
organisation_current = Signature of the current version.
organisation_older = Signature of an earlier version. The current version is { $version }.
organisation_attested = Attested: { $steward } checked that this signature comes from the organisation.
organisation_attested_by = Attested by
organisation_attested_on = Attested on
organisation_method = How it was checked
organisation_self = Declared by the organisation itself: the signature is valid, but no steward has checked who holds the key.
organisation_stale = A steward had attested an earlier signature, not this one.
organisation_date = Date
organisation_signed_on = { $date }
organisation_declaration = Declaration
organisation_representative = Represented by
organisation_key = Key fingerprint
organisation_body = The signed bytes
organisation_body_note = This is exactly what the organisation signed, byte for byte.
organisation_check = Check it yourself
organisation_check_note = In a copy of this site, with tools that Linux and macOS have already (on Windows, open Git Bash, which comes with Git):
organisation_check_paraphe = Or, with paraphe:
organisation_files = Files
organisation_file_signature = Signature
organisation_file_text = Text signed
organisation_file_attestation = Attestation
organisation_file_signers = Keys of the signatories

## Signing

sign_title = How to sign
sign_intro = To sign is to hand in a small file that says who you are, to which text you adhere and when. A key that only you hold seals it.
sign_step_read = Read the text
sign_step_read_text = Choose the charter or the adaptation of your territory, and let those read it whom the signature will bind.
sign_step_key = Make a key
sign_step_key_text = Once only, on one of the organisation’s computers. The private key never leaves that computer; keep it with its passphrase.
sign_step_sign = Sign
sign_step_sign_text = The command shows the text and the exact bytes to be signed, asks what is missing, then writes the file.
sign_step_send = Send
sign_step_send_text = Send the file, never the key. It is checked automatically, looked at, then published.
sign_send_repository = Propose it to the repository (this takes an account)
sign_send_mail = By mail, as an attachment:
sign_send_no_contact = Without an account, hand the file to the person who invited you to sign.
sign_send_none = This site names neither an address nor a repository: hand the file to the person who invited you to sign.
sign_open = Texts that take signatures
sign_open_text = “Sign here” is enough: everything happens in the browser, on a telephone too, with nothing to install.
sign_open_none = No text takes signatures at the moment.
sign_key = The key and its passphrase
sign_key_text = The key is a small file that the organisation keeps. The passphrase, a few words that you choose, locks this file as a password would: it takes both to sign. Keep a copy of each, and send them to nobody.
sign_lost = A lost key or passphrase
sign_lost_text = Nobody can find them again, nor can we. Your signature still holds. To sign again or to withdraw, make another key: the new file will only be accepted with the attestation of a steward, who will contact you. If somebody else may have taken the key, don’t wait.
sign_lost_none = Nobody can find them again, nor can we. Your signature still holds. A file sealed by another key is only accepted with the attestation of a steward, and this site has none yet: talk to those who keep it, who have to name one first. If somebody else may have taken the key, don’t wait.
sign_command = With the program, on the command line
sign_command_text = For those who prefer a terminal: the program paraphe does the same, on a computer.
sign_keygen = With ssh-keygen alone
sign_keygen_body = Write the file “body” with a plain text editor, in UTF-8: these lines, in this order, no empty line nor comment, and a line break at the end.
sign_keygen_values = “sha256” is the digest of the text’s file, which its page gives; “text” and “version” change with it. The declaration is the one in its front matter, word for word, and the date is written 2026-11-23. After “city” there may come, in this order, “insee”, “rna”, “siren” and “website”; then “representative:”, with “name” and “role”. Inside a value, a straight quote is written \" and a backslash \\.
sign_keygen_seal = Then make the key, once, seal and join; the file bears the organisation’s short name. Linux and macOS have these commands; on Windows, open Git Bash, which comes with Git.
sign_public = What becomes public
sign_public_text = The name, the city and the short name of the organisation, the date, the declaration and the public key; and, if you give them, its INSEE code, its RNA and SIREN numbers, its website, the name and the office of the person who represents it. Once published, all of this stays in the history of the repository.
sign_withdraw = Withdrawing
sign_withdraw_text = An adherence is withdrawn in the same way, with the same key: choose “Withdraw our adherence” in the first step; or, with the program, run the command below. The organisation is then no longer named on the site.
sign_withdraw_closed = An adherence can always be withdrawn, with the same key, also from a text that takes no more signatures: run the command below. The organisation is then no longer named on the site.

## Checking

verify_title = How to check
verify_intro = You need not believe us: everything that was signed is published, and can be checked without us, offline.
verify_copy = Take a copy
verify_copy_text = Download this site, or only the files you care about, without changing their folders: texts are in content/, signatures in signatures/.
verify_paraphe = With paraphe
verify_paraphe_text = The command says for each file what was signed, by whom, with which key, and whether a steward attested it.
verify_hand = By hand
verify_hand_text = A signature is cut in two: what was signed, and the seal. ssh-keygen checks one against the other. Linux and macOS have all that is needed; on Windows, open Git Bash, which comes with Git.
verify_digest_text = The digest of the text must be the one that the signature names (line “sha256”).
verify_data = Data
verify_data_json = the register, for programs
verify_data_csv = the register, for spreadsheets
verify_data_signers = the keys of signatories and stewards, for ssh-keygen
verify_data_stewards = the keys of the stewards
verify_meaning = What this proves, and what it does not
verify_meaning_text = A valid signature proves that whoever holds the key signed this very text, to the last comma. That it is the organisation named, a steward attests, having checked it.
verify_not_text = It does not prove that an organisation without an attestation is who it says it is, nor that the signatory had a mandate, nor that the date they wrote is right, nor that the list is complete: each file is checked by itself.
verify_trust_text = This page and the texts that it knows come from the site itself. Whoever does not trust it keeps a copy, and checks with a checker saved earlier, paraphe or ssh-keygen.
verify_trust_stewards = The stewards say in another way whether the fingerprints below are theirs.
verify_failing = If a file does not hold
verify_failing_text = That is not a fraud yet: most often a mail program or an editor changed the file on its way. Take the file that this site publishes, without opening it or saving it again, and check that.
verify_failing_here = If it holds, the other one had been altered. If it does not hold either, the signature is worth nothing until that is explained: keep the file, note the day, and ask the organisation and those who keep this site.
verify_stewards = Stewards
verify_stewards_none = This site has no steward yet.

## No such page

not_found_title = Page not found
not_found_text = There is nothing at this address. The page may have another name now, or the organisation has withdrawn.

## News

feed_adherence = { $name }: { $text }
feed_version = { $title }: version { $version }

## Signing in the browser

sign_here = Sign here
sign_page_title = Sign “{ $title }”
sign_page_intro = In five steps, in this browser. What you write, your key and your signature leave it only when you send them.
sign_page_noscript = Scripts are switched off: this page can’t sign. The other ways are below.
sign_page_old = This browser lacks what signing needs (Web cryptography, which asks for an https address and a recent browser). Update it, take another one, or choose another way to sign, below. Nothing was sent.
sign_page_colon = :
sign_page_step = Step { $n } of 5
sign_page_read = Read
sign_page_who = Say who you are
sign_page_key = The key
sign_page_check = Read again and sign
sign_page_check_withdraw = Read again and withdraw
sign_page_send = Send
sign_page_new_tab = (new tab)
sign_page_declaration = Your organisation will declare:
sign_page_declaration_withdraw = Your organisation had declared:
sign_page_exact = The exact text, for those who want to compare
sign_page_mode = What do you want to do?
sign_page_mode_new = Sign for the first time
sign_page_mode_renew = Sign again: a newer version, or details to correct
sign_page_mode_withdraw = Withdraw our adherence
sign_page_previous = The file of your present signature (.yaml; your organisation’s page offers it for download)
sign_page_agree_read = We have read this text.
sign_page_agree_withdraw = We have decided to withdraw our adherence to this text.
sign_page_agree_mandate = I have the mandate to sign in the organisation’s name.
sign_page_agree_mandate_withdraw = I have the mandate to withdraw it in the organisation’s name.
sign_page_next = Continue
sign_page_back = Back
sign_page_who_text = What you write here becomes public, except for the department, which only serves to find the commune. The name, the city, the short name and the date are required; the rest is optional.
sign_page_who_text_withdraw = What you write here becomes public, except for the department, which only serves to find the commune. The name, the city, the reason for withdrawing, the short name and the date are required; the rest is optional.
sign_page_name = Name of the organisation
sign_page_name_hint = As in its statutes.
sign_page_department = Department (optional)
sign_page_department_hint = To suggest its communes as you type.
sign_page_department_none = Choose
sign_page_city = City
sign_page_insee = INSEE code of the commune (optional)
sign_page_insee_hint = Filled in when the commune is known. It is not the postcode.
sign_page_rna = RNA number (optional)
sign_page_rna_hint = W and nine digits or letters, on the receipt of declaration. There is none in Alsace and Moselle.
sign_page_siren = SIREN number (optional)
sign_page_siren_hint = Nine digits. Of a SIRET, the first nine.
sign_page_website = Website (optional)
sign_page_website_hint = For example www.association.example: https:// is added by itself.
sign_page_person_legend = Who represents the organisation (optional)
sign_page_person_warning = A person’s name will become public and stay so for good: it can’t be erased from the history any more. Ask for their consent.
sign_page_named = Name a person, with their consent
sign_page_person = Their name
sign_page_role = Their office (optional)
sign_page_reason = Why you withdraw
sign_page_reason_hint = A few words, public too. For example: “We withdraw our adherence.”
sign_page_slug = Short name, for the file
sign_page_slug_hint = Small letters without accents, digits and hyphens. The same for all the texts you sign.
sign_page_date = Date
sign_page_key_text = The key is a small file that your organisation keeps: only with it can you sign again or withdraw. A passphrase locks it, as a password would. We have neither of them, and can’t replace them.
sign_page_key_way = Do you have a key already?
sign_page_key_new = No, make one
sign_page_key_open = Yes, open ours
sign_page_passphrase = Passphrase for the new key
sign_page_passphrase_hint = Several words that you will remember, at least 12 characters. Write it down: nobody can find it again.
sign_page_repeat = The same, once more
sign_page_show = Show what I type
sign_page_key_make = Make the key
sign_page_key_save = Save the key file
sign_page_key_file = Key file
sign_page_key_file_hint = The one that this page, paraphe or ssh-keygen wrote. It is sent nowhere.
sign_page_key_lost = Key or passphrase lost? Make another key: your file will be accepted with the attestation of a steward, who will contact you.
sign_page_key_lost_none = Key or passphrase lost? A file sealed by another key is only accepted with the attestation of a steward, and this site has none yet: first talk to those who keep it.
sign_page_secret = Its passphrase
sign_page_key_open_button = Open the key
sign_page_key_progress = Progress
sign_page_check_text = This is all that will become public, and then, to the letter, what you are going to sign. Read it: there is still time to go back and correct.
sign_page_check_text_withdraw = This is all that will become public, and then, to the letter, the withdrawal that you are going to sign. Read it: there is still time to go back and correct.
sign_page_check_path = File
sign_page_check_role = Office
sign_page_check_exact = The exact content
sign_page_other_key = This key is not the one of your present signature. The file will only be accepted with a steward’s attestation: say so when you send it, and they will contact you.
sign_page_other_key_none = This key is not the one of your present signature. The file will only be accepted with a steward’s attestation, and this site has no steward yet: first talk to those who keep it.
sign_page_sign = Sign
sign_page_sign_renew = Sign again
sign_page_sign_withdraw = Sign the withdrawal
sign_page_send_text = It is signed, and checked. Nothing was sent by itself: what remains is to hand us the file.
sign_page_send_text_withdraw = The withdrawal is signed, and checked. Nothing was sent by itself: it takes effect once you have handed us the file.
sign_page_download = Download the file
sign_page_download_hint = Keep it for yourselves too: it will serve to sign again or to withdraw.
sign_page_download_hint_withdraw = Keep it for yourselves too: it will serve if you sign again one day.
sign_page_mail_hint = By mail, without any account: download the file, then attach it to the message. Never the key.
sign_page_send_no_contact = No account? Download the file, and hand it to the person who invited you to sign.
sign_page_send_none = This site does not say where to send the file: download it, and hand it to the person who invited you to sign. Never the key.
sign_page_copy = Copy the content
sign_page_content = See the content of the file
sign_page_after = What happens next?
sign_page_after_checked = The file is checked automatically, then looked at by a person.
sign_page_after_published = Once accepted it is published: your organisation appears in the list.
sign_page_after_replaced = Once accepted, it replaces your former signature.
sign_page_after_attested = A steward contacts you by another way, then attests that the signature is yours.
sign_page_after_withdrawn = Once accepted it ends the adherence: your organisation counts among the withdrawals, and the lists no longer name it.
sign_page_after_kept = The file of your withdrawal and your former signature stay in the public history.
sign_page_keep_key = Keep the key file and its passphrase in a safe place. Send them to nobody.
sign_page_other = Other ways to sign
sign_page_other_text = With the program paraphe, or with ssh-keygen:
sign_page_other_mail = If none of this is familiar to you, write to us:
sign_page_private = This page stores nothing: once closed, it forgets all that you have not saved yourself.

## What the script of the signing page says

script_sign_agree = Tick both boxes to go on.
script_sign_step_failed = This browser did not manage that. Try again, or use another one; nothing is lost as long as this page stays open.
script_sign_mend = There are mistakes left: they are told below the fields.
script_sign_previous_choose = First choose the file of your present signature.
script_sign_previous_newer = Your present signature is for a newer version already.
script_sign_previous_read = Signature of “{ $name }”, version { $version }, of { $date }: sound. The form is filled in with what it says, except where you have written already.
script_sign_previous_withdrawal = Withdrawal of “{ $name }”, of { $date }: sound. The form is filled in with what it says, except where you have written already.
script_sign_previous_same = It is the version to be signed already: there is nothing to do, except to correct a detail.
script_sign_previous_older = You are about to sign version { $version }, in the place of that one.
script_sign_previous_withdrawn = The adherence is withdrawn already: there is nothing to do.
script_sign_previous_return = You are about to sign version { $version }, and to adhere again.
script_sign_previous_faulty = “{ $name }” is not a valid signature. Download it again from your organisation’s page.
script_sign_previous_unread = “{ $name }” could not be read. Choose it again.
script_sign_previous_key = This file is a private key, not a signature. Keep it for the step “The key”.
script_sign_previous_charter = This signature is for another charter: “{ $value }”.
script_sign_previous_text = This signature is for another text: “{ $text }”. Go to the page of that text.
script_sign_fault_empty_value = Please fill this in.
script_sign_fault_value_too_long = Too long: at most 300 characters.
script_sign_fault_forbidden_character = A character that can’t be seen ({ $value }) can’t stay. Clear this field and type it on the keyboard.
script_sign_fault_forbidden_space = A special space ({ $value }) can’t stay. Delete it and type an ordinary space.
script_sign_fault_not_nfc = An accent is written apart from its letter. Clear this field and type it on the keyboard.
script_sign_fault_outer_space = Remove the space at the start or end.
script_sign_fault_double_space = Remove the double space.
script_sign_fault_insee_form = Five characters, such as 49007, 2A004 or 97411; it is not the postcode.
script_sign_fault_insee_postcode = “{ $value }” is the INSEE code of no commune: it is probably a postcode. Choose the department, then write the city: the code fills itself in. It also stands on insee.fr, on the commune’s page; else leave this empty.
script_sign_fault_rna_form = An RNA number begins with the letter W: W and nine digits or letters, like W491234567. Leave it empty if you have none.
script_sign_fault_rna_length = There are { $n } characters, and an RNA number has ten: W and nine digits or letters, like W491234567.
script_sign_fault_number_character = The character “{ $value }” can’t be in this number.
script_sign_fault_siren_length = There are { $n } digits, and a SIREN has nine. Leave it empty if you have none.
script_sign_fault_siren_check_digit = There is no such number: a digit was copied wrong. If all the others are right, the last one is { $n }.
script_sign_fault_website_not_https = The address must start with https://. Leave this empty if the site has none.
script_sign_fault_website_form = This is not a whole address, such as https://www.example.org/
script_sign_fault_website_credentials = Remove from the address what comes before the “@”.
script_sign_fault_date_form = Please choose a date.
script_sign_fault_date_impossible = This day does not exist.
script_sign_fault_slug_form = Small letters without accents, digits and single hyphens, at most 80.
script_sign_date_before_adoption = The text was adopted on { $date }: the signature can’t be earlier. The clock of this device may be wrong.
script_sign_date_before_previous = Your present signature is of { $date }: the new one can’t be earlier.
script_sign_date_of_withdrawal = Your withdrawal is of { $date }: sign again on another, later day.
script_sign_date_to_come = This date is still to come: for this site, today is { $date }.
script_sign_not_there = The site has no signature named “{ $name }” for this text. The short name of your organisation stands at the end of its page’s address: copy it here. If your signature was sent just now, the site may not show it yet.
script_sign_clock = The clock of this device seems wrong: for this site, today is { $date }. Check the date.
script_sign_city_found = INSEE code { $value }
script_sign_city_unknown = No commune of that name in this department: check the spelling, or leave the code empty.
script_sign_insee_replaced = “{ $value }” may be a postcode. The INSEE code of the commune “{ $city }” is { $n }: it has taken its place.
script_sign_website_changed = The address becomes { $value }: make sure that it opens, or leave this empty.
script_sign_taken = An organisation has signed this text already under the short name “{ $name }”. If it is yours, sign again. If not, change this short name.
script_sign_taken_same = “{ $name }” has signed version { $version } already, on { $date }. If it is your organisation, there is nothing to do, except to correct a detail or to withdraw. If not, change this short name.
script_sign_taken_older = “{ $name }” has signed an earlier version already, { $version }, on { $date }. If it is your organisation, sign again: this signature will replace the other. If not, change this short name.
script_sign_taken_withdrawn = “{ $name }” had signed this text already, and withdrew on { $date }. If it is your organisation, sign again. If not, change this short name.
script_sign_taken_stop = This short name has signed this text already: read what is said of it below.
script_sign_renew = It is ours: sign again
script_sign_correct = It is ours: correct its signature
script_sign_known_rna = { $name } stands in the register already, with this RNA number.
script_sign_known_siren = { $name } stands in the register already, with this SIREN number.
script_sign_known_name = { $name }, which has the same name, stands in the register already.
script_sign_known_slug = { $name } stands in the register already, under this short name.
script_sign_known_page = See its page (new tab)
script_sign_known_signed = It has signed this text already. If it is your organisation, sign again, from its file and with its key. If not, you can go on: a person will check.
script_sign_known_elsewhere = It has signed another text. If it is your organisation, give the same short name further down, “{ $value }”, and sign with the same key. If not, you can go on.
script_sign_known_own = If it is your organisation, sign with the same key. If not, change this short name.
script_sign_known_stop = An organisation that is listed already looks like yours: read what is said of it, then go on if it is another one.
script_sign_passphrase_short = The passphrase is too short: at least { $n } characters.
script_sign_passphrase_missing = This key is locked: write its passphrase.
script_sign_passphrase_differs = The two passphrases are not the same.
script_sign_key_working = One moment: the key is locked or unlocked slowly, so that nobody can guess its passphrase…
script_sign_key_made = Key made. Now save its file, “{ $name }”: without it the key is lost. It is known by its fingerprint, { $fingerprint }
script_sign_key_saved = File “{ $name }” saved. Make sure that it is among your downloads, and make a copy of it.
script_sign_key_opened = Key opened. Its fingerprint: { $fingerprint }
script_sign_key_choose = First choose the key file.
script_sign_key_first = A key is needed first: make one, or open yours.
script_sign_key_dropped = The page has forgotten the former key: open it again, or another one.
script_sign_key_save_first = First save the key file: without it the key would be lost.
script_sign_key_make_other = Make another key
script_sign_key_failed = The key could not be made. Try again, or use another browser; nothing is lost.
script_sign_key_unreadable = This file could not be read. Choose it again.
script_sign_key_fault_passphrase = The passphrase is not this key’s.
script_sign_key_fault_too_large = This file is too large to be a key.
script_sign_key_fault_not_a_key = This file is not a key.
script_sign_key_fault_public_key = This is the public key (.pub), which can’t sign. Choose the other file, without “.pub”.
script_sign_key_fault_algorithm = This is a { $algorithm } key. Only Ed25519 keys sign here: make one.
script_sign_key_fault_hardware = This key ({ $algorithm }) never leaves a hardware token, and a browser can’t use it. Make another one here.
script_sign_key_fault_pem = This key is in PEM form. Make one here, or an Ed25519 one with ssh-keygen.
script_sign_key_fault_putty = This key is in PuTTY’s form. In PuTTYgen choose “Export OpenSSH key”, or make one here.
script_sign_key_fault_cipher = This key is locked with a cipher that browsers don’t have ({ $algorithm }). “ssh-keygen -p -Z aes256-ctr -f KEY” changes it.
script_sign_key_fault_rounds = This key would take hours to open here. “ssh-keygen -p -a 64 -f KEY” makes it lighter.
script_sign_key_fault_damaged = This key file is damaged or incomplete. Take a copy of it, if you have one.
script_sign_summary_sign = “{ $name }” ({ $city }) is about to sign “{ $text }”, version { $version }.
script_sign_summary_renew = “{ $name }” ({ $city }) is about to sign “{ $text }” again, version { $version }. This file will replace that of { $date }.
script_sign_summary_withdraw = “{ $name }” ({ $city }) is about to end its adherence to “{ $text }”.
script_sign_size = { $n } bytes
script_sign_sign_faulty = The signature did not pass its own check ({ $value }). Nothing is lost: go back, correct, sign again.
script_sign_forge_filled = Propose the file on { $name }
script_sign_forge_paste = Open { $name } and paste the content there
script_sign_repository = Open the repository
script_sign_repository_note = For those with an account there: propose the file. It must be called { $path }.
script_sign_forge_note = { $name } opens in a new tab with the file filled in. It asks for an account and, the first time, to make a copy of the repository (“fork”): accept, then confirm. If nothing opens, download the file.
script_sign_forge_note_paste = First copy the content, with the button above, then paste it into { $name }. The file must be called { $path }.
script_sign_forge_note_replace = First copy the content, with the button above. { $name } opens on your present file, { $path }: replace all of it with what you copied.
script_sign_copied = Content copied.
script_sign_copy_by_hand = The browser does not allow copying from here. The content is selected below: copy it with the keyboard (Ctrl+C), or download the file.
script_sign_downloaded = File “{ $name }” downloaded.
script_sign_mail_to = Write to { $value }
script_sign_mail_subject = Signature: { $name }
script_sign_mail_subject_withdraw = Withdrawal: { $name }
script_sign_mail_body_withdraw = Hello,{"\u000A"}{"\u000A"}here is the end of our adherence, attached ({ $name }).{"\u000A"}{"\u000A"}Its place: { $path }{"\u000A"}
script_sign_mail_body = Hello,{"\u000A"}{"\u000A"}here is our signature, attached ({ $name }).{"\u000A"}{"\u000A"}Its place: { $path }{"\u000A"}

## Checking in the browser

check_title = Check here
check_text = Choose signature files (.yaml), attestations, texts (.md), or the folder of a copy of the site. They are checked in this browser and sent nowhere.
check_files = Files
check_folder = A whole folder
check_drop = They can also be dropped anywhere on this page.
check_old = This browser lacks what checking needs (Web cryptography, which asks for a recent browser). Update it, take another one, or check with paraphe or ssh-keygen.
check_noscript = Scripts are switched off: this page can’t check. With paraphe or ssh-keygen one checks without a browser.
check_here = Check here, now
check_open = Open it on the checking page
check_here_failed = The checker could not be loaded. Try again, or check by hand as below.
checker_title = The checker, as one file
checker_text = This page is complete: it checks without a network, and sends nothing. It knows the site’s texts and stewards as of the day it was saved.
checker_offer = Save it, keep it on a USB stick: it checks without a network and without this site. With its digest one can check the checker.
checker_size = { $n } KB

## What the checker says

script_check_sound = Sound
script_check_faulty = Does not hold
script_check_signs = “{ $name }” ({ $city }) signed “{ $text }”, version { $version }, on { $date }.
script_check_withdraws = “{ $name }” ({ $city }) withdrew its adherence to “{ $text }”, version { $version }, on { $date }.
script_check_attests = Attestation for “{ $name }”, of { $date }. How it was made sure: { $method }
script_check_text_same = The text signed is this one: { $path }
script_check_text_different = The text signed is none of those at hand.
script_check_text_absent = The text signed is not at hand: add its file to compare it.
script_check_file_same = The signature attested is this one: { $path }
script_check_file_different = The signature attested is not the one beside it: it has changed since.
script_check_file_absent = The signature attested is not at hand: add its file to compare it.
script_check_steward = A steward attested it: { $steward }
script_check_by_steward = Made by a steward of this charter: { $steward }
script_check_no_steward = No known steward attested it: it proves who holds the key, not that it is this organisation.
script_check_key = Key: { $fingerprint }
script_check_unsound = The signature itself is sound, but the attestation beside it does not hold:
script_check_stale = Attestation out of date
script_check_altered = Altered
script_check_other_text = Another text
script_check_carried = Damaged on its way
script_check_text_genuine = Genuine text
script_check_text_altered = Altered text
script_check_text_unknown = Unknown text
script_check_text_is_genuine = This is the text that this site publishes, to the byte: “{ $text }”, version { $version }. A text by itself is signed by nobody: the signature files are.
script_check_text_is_altered = This file goes by the name of “{ $text }”, version { $version }, but it is not the text that this site publishes: it was altered, if only by a letter. No signature of that version is worth anything for it. Download the text from this site and compare.
script_check_text_is_unknown = This file is none of the texts that this site publishes: another text, or one of them, altered. Download the text that you look for from this site and compare.
script_check_digest = Digest (SHA-256): { $value }
script_check_why_altered = The file is no longer as it was signed: it was altered since, if only by a letter, or the seal comes from another file. It proves nothing. Ask for the original file, or take the one of this site.
script_check_why_other_text = The file is as it was signed, but what was signed is not the text that this site publishes under this name and version. Ask the signatory which text they had before them.
script_check_why_other_charter = The file is as it was signed, but for another charter: it says nothing of this one. Check it on the site of its own.
script_check_why_not_steward = Whoever made this attestation is no steward of this charter: their word does not count here. The signature itself may be sound: check it by itself.
script_check_why_against = The file is as it was signed, but what it says does not agree with what this site publishes, or it is not in the folder of its text:
script_check_why_form = This file is not written as a signed file is: it was altered or damaged on its way, or is none. It proves nothing. Ask for it again, as an attachment, or take the one of this site.
script_check_carried_by = The file was changed by the way it came (mail, copy and paste):
script_check_carried_around = text before or after it
script_check_carried_quoted = marks of quotation (“>”)
script_check_carried_spaces = spaces at the beginnings or ends of lines
script_check_carried_blank = empty lines, or the end of the file
script_check_carried_folded = lines cut in two
script_check_carried_holds = Put back as it was signed, it is sound: it is no forgery. As it is, it would be refused: ask for it as an attachment, or give it to “paraphe import”, which puts it right.
script_check_carried_fails = But even put right, it does not hold:
script_check_carried_faults = The details, line by line
script_check_stale_beside = The signature is sound. The attestation beside it was of an earlier state and counts no more:
script_check_stale_count = Of the sound ones, concerned by an attestation that counts no more: { $n }.
script_check_windows = Its lines end as on Windows: that does not count, the signature holds as it is. To check it by hand, change the ends of lines first (CR LF to LF).
script_check_line = Line { $n }:
script_check_expected = Expected: { $value }
script_check_reading = Reading the files…
script_check_summary = Sound: { $n }. Not holding: { $value }.
script_check_nothing = No signature file among these.
script_check_texts = Genuine texts: { $n }. Altered or unknown: { $value }.
script_check_twice = There twice, checked once: { $path }.
script_check_ignored = Left aside, neither signatures nor texts: { $path }.
script_check_private = Careful, a private key: { $path }. It has no business among signatures; send it to nobody.
script_check_progress = Checking: { $n } of { $value }.
script_check_hidden = There are too many to show them all: the first { $value } of each kind are told one by one, { $n } are only counted.
script_check_too_many = This is too much at once: the first { $n } files were read, the others were not. Give the rest folder by folder, or use paraphe.
script_check_unread = Could not be read: { $path }. Choose them again.
script_check_unreadable = These files could not be read. Choose them again.
script_check_not_loaded = { $path } could not be loaded: download the file, then choose it here.
script_check_old = This browser lacks what checking needs: a recent one is needed.
## Departments, map, search

departments = Departments
department_none = No organisation of this department has signed yet.
demonstration_short = demonstration
home_sign = Sign the charter
home_near = Near you
map_title = Map of signatories
map_description = The departments, the darker the more signatories they have, and a dot for each territory that adapted the charter. The lists on this page say the same.
map_key = Key to the map
map_range = { $from } to { $to } signatories
map_dot = Territory that adapted the charter
map_paris = Paris and around
map_paris_short = Paris
search_label = Name or city
list_charter = the charter
departments_label = Departments and their numbers of signatories
list_signed = Adheres to:
search_text = Charter or territory
search_all = All
search_submit = Search
search_none = No organisation found.
search_one = 1 organisation found.
search_many = %n organisations found.
search_more = The first %m of %n organisations found: please be more precise.
search_short = Type at least %n letters of a name, or choose a department or a text.
state_self = declared by the organisation
sources = Sources

## Adaptations

comparison = What changes
comparison_title = What “{ $title }” changes
comparison_intro = Word by word, what this text takes out and what it adds. What is struck through is gone; what is underlined is new.
comparison_key_added = added
comparison_key_removed = taken out
comparison_parent = Against the text adapted
comparison_previous = Against the version before
comparison_added = Added:
comparison_removed = Taken out:
comparison_end = (end)
comparison_folded =
    { $n ->
       *[other] { $n } unchanged passages
    }
comparison_folded_removed =
    { $n ->
        [one] { $n } passage taken out
       *[other] { $n } passages taken out
    }
comparison_passage_added = passage added
comparison_passage_removed = passage taken out
comparison_passage_changed = passage changed
comparison_counts = Passages unchanged: { $same }, changed: { $changed }, added: { $added }, taken out: { $removed }.
comparison_rewritten = This text was written anew almost entirely: few passages correspond.
text_comparison = See what changes, word by word

## Figures

figures_title = Figures
figures_intro = What the register says, as of the site’s last update. Withdrawn adherences do not count in the charts.
figures_organisations = Organisations
figures_signatures = Signatures
figures_withdrawn = Withdrawals
figures_time = Signatures over time
figures_time_title = Number of signatures in force by their date
figures_table = The same figures as a table
figures_period = Period
figures_new = New
figures_total = In all
figures_versions = Share of the version in force
figures_attested = Share of attested signatures
figures_departments = By department
figures_territories = By text
figures_text = Text
figures_share = Share
figures_elsewhere = Department unknown
figures_others = Other texts

## Badges

badge_claim = Signatory of the charter
badge_title = Show this signature
badge_note = Copy this code into the pages of your site: it shows a badge and leads here. It suits light and dark grounds.
badge_large = Large
badge_small = Small
