# The words of reports, around those of each diagnostic.

report-error = error
report-warning = warning
report-note = note

# What stands between a label and what it announces: "error[code]: sentence".
report-colon = :{ " " }

report-expected = expected
report-help = what to do
report-suggestion = did you mean

report-errors =
    { $count ->
        [one] { $count } error
       *[other] { $count } errors
    }
report-warnings =
    { $count ->
        [one] { $count } warning
       *[other] { $count } warnings
    }
report-notes =
    { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }

# Where a forge shows only the first ones.
report-more-errors =
    { $count ->
        [one] { $count } more error is not shown here.
       *[other] { $count } more errors are not shown here.
    }
report-more-warnings =
    { $count ->
        [one] { $count } more warning is not shown here.
       *[other] { $count } more warnings are not shown here.
    }
report-more-notes =
    { $count ->
        [one] { $count } more note is not shown here.
       *[other] { $count } more notes are not shown here.
    }

# What the system says of an error; the id is its own sentence.
reason-permission-denied = permission denied
reason-no-space-left-on-device = no space left on device
reason-no-such-file-or-directory = no such file or directory
reason-is-a-directory = is a directory
reason-not-a-directory = not a directory
reason-read-only-file-system = read-only file system
reason-file-exists = file exists
reason-not-a-regular-file = not a regular file
reason-no-such-device-or-address = not a regular file
reason-too-many-levels-of-symbolic-links = it is a symbolic link
reason-disk-quota-exceeded = disk quota exceeded
reason-file-name-too-long = file name too long
reason-input-output-error = input/output error
reason-too-many-open-files = too many open files

# The report in Markdown, for a request on a forge.
markdown-title = Checks
markdown-well = All is well: this request can be read over, then accepted.
markdown-look = Nothing keeps this request from being accepted, but a person should look at what follows.
markdown-wrong = This request can’t be accepted yet.
markdown-acts = What this request does
markdown-errors = What has to be mended
markdown-remarks = What deserves a look
markdown-column-what = What
markdown-column-who = Who
markdown-column-text = Text and version
markdown-column-date = Date
markdown-column-key = Key fingerprint
markdown-column-steward = Attested by
markdown-column-file = File
markdown-no-steward = not yet
markdown-not-attested = “Not yet” is no fault: the signature counts as it is. A steward, someone whom the people in charge of the charter know, may confirm later, by another way, that it comes from this organisation.
markdown-line = { "" }, line { $line }
markdown-code = To learn more:
markdown-more = And { $count } more, which are not shown here.
markdown-more-acts = And { $count } more files.
markdown-mend = How to mend it
markdown-mend-1 = Keep this request open: there is no need for another, it updates itself.
markdown-mend-2 = Make the file again as told above, with “paraphe sign” or from the page “How to sign” of the site. A signed file is not mended by hand.
markdown-mend-2-other = Mend each file as told above. If it should not have changed, put it back as it was.
markdown-mend-3 = On this page, open the tab of the changed files, then the menu of the file: it lets you replace, rename or delete it without installing anything.
markdown-mend-4 = Save. The check starts again by itself within moments.
markdown-mend-key-1 = Close this request without accepting it, and add nothing to it: what was sent once stays in it, even when deleted.
markdown-mend-key-2 = Make a new key, keep it outside the charter’s folder, and sign again with it. The former one must never be used again.
markdown-mend-key-3 = Open a new request, from a fresh copy, with your signature alone. If you can’t do it by yourself, write to the people in charge of the charter, and never send them a key.
markdown-mend-contact = Something is not clear? Write to

# What a file of a request does.
act-signs = signs
act-signs-again = signs again
act-returns = comes back after a withdrawal
act-withdraws = withdraws
act-unreadable = faulty signature
act-attests = attests a signature
act-attests-nothing = attestation that counts for nothing
act-adds-text = adds a text
act-adds = adds
act-changes = changes
act-removes = removes
