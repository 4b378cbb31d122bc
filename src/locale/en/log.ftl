# What "paraphe log" says. Every message is also in ../fr/log.ftl.

help-log = Shows the history of an adherence, from git: signed, signed again, withdrawn, attested
    .examples =
        paraphe log charter
        paraphe log regie-des-tilleuls
        paraphe log territories/tours-sanitas/regie-des-tilleuls --json
help-log-subject = A text, an organisation’s short name, or a signature file
help-log-json = Write JSON
log-nothing = git knows of no signature for “{ $subject }”: give a text (charter, territories/…) or an organisation’s short name. What is not committed yet has no history.
log-near = git knows of no signature for “{ $subject }”. Did you mean “{ $near }”?
log-shallow = This clone lacks a part of the history: the beginning may be missing. “git fetch --unshallow” completes it.
log-no-steward = by a key that is no steward’s
log-commit = committed on { $date }, commit { $commit }
