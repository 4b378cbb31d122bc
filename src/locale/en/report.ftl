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
reason-too-many-levels-of-symbolic-links = too many levels of symbolic links
reason-disk-quota-exceeded = disk quota exceeded
reason-file-name-too-long = file name too long
reason-input-output-error = input/output error
reason-too-many-open-files = too many open files
