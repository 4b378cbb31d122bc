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
