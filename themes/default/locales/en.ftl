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
home_join = Join
home_join_text = Any association can adhere to the charter, or to the adaptation of its territory. It signs with a key that it keeps to itself, and anyone can check the signature.
home_latest = Latest signatories
home_territories = Territories
home_all_signatories = All signatories
home_all_territories = All territories

## Texts

version_number = version { $version }
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
organisation_declaration = Declaration
organisation_representative = Represented by
organisation_key = Key fingerprint
organisation_body = The signed bytes
organisation_body_note = This is exactly what the organisation signed, byte for byte.
organisation_check = Check it yourself
organisation_check_note = In a copy of this site, with tools that every computer has:
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
sign_step_key_text = Only once, on a computer of the association. The private key never leaves that computer; keep it together with its passphrase.
sign_step_sign = Sign
sign_step_sign_text = The command shows the text and the exact bytes to be signed, asks what is missing, then writes the file.
sign_step_send = Send
sign_step_send_text = Propose the file to the repository. It is checked automatically, then published.
sign_send_repository = Open the repository
sign_send_mail = Or send it by mail:
sign_open = Texts that take signatures
sign_open_none = No text takes signatures at the moment.
sign_public = What becomes public
sign_public_text = The organisation’s name and city, the date, the declaration and the public key. A person’s name is optional: once published, it stays in the history of the repository.
sign_withdraw = Withdrawing
sign_withdraw_text = An adherence is withdrawn in the same way, with the same key. The organisation is then no longer named on the site.

## Checking

verify_title = How to check
verify_intro = You need not believe us: everything that was signed is published, and can be checked without us, offline.
verify_copy = Take a copy
verify_copy_text = Download this site, or only the files you care about, without changing their folders: texts are in content/, signatures in signatures/.
verify_paraphe = With paraphe
verify_paraphe_text = The command says for each file what was signed, by whom, with which key, and whether a steward attested it.
verify_hand = By hand
verify_hand_text = A signature is cut in two: what was signed, and the seal. ssh-keygen, which every computer has, checks one with the other.
verify_digest_text = The digest of the text must be the one that the signature names (line “sha256”).
verify_data = Data
verify_data_json = the register, for programs
verify_data_csv = the register, for spreadsheets
verify_data_signers = the keys of signatories and stewards, for ssh-keygen
verify_data_stewards = the keys of the stewards
verify_meaning = What this proves
verify_meaning_text = A valid signature proves that whoever holds the key signed this very text, to the last comma. That it is the organisation named, a steward attests, having checked it.
verify_stewards = Stewards
verify_stewards_none = This site has no steward yet.

## No such page

not_found_title = Page not found
not_found_text = There is nothing at this address. The page may have another name now, or the organisation has withdrawn.

## News

feed_adherence = { $name }: { $text }
feed_version = { $title }: version { $version }
