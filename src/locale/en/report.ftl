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
