# What the commands that know git say. Each message is also in ../fr/review.ftl.

help-check-since = Look only at what changes since this revision (its common ancestor with the change)
help-check-head = The revision to look at, instead of the files of the folder
help-check-today = Today’s date, for tests
review-nothing = Nothing changes.
review-well = Nothing stands against this change: { $files ->
        [one] { $files } file
       *[other] { $files } files
    }.
review-wrong = This change can’t be accepted: { $errors ->
        [one] { $errors } error
       *[other] { $errors } errors
    }.

# What git could not tell.
git-missing = the program git is not installed; version 2.30 or later is needed.
git-no-repository = this folder is in no git repository; “git init” makes one.
git-unknown-revision = the revision “{ $revision }” does not exist here. “git fetch” may bring it; “git branch --all” shows those that are here.
git-unknown-revision-shallow = the revision “{ $revision }” does not exist in this clone, which has only a part of the history. “git fetch --unshallow origin” brings the rest; in a GitHub workflow give “fetch-depth: 0” to actions/checkout; in GitLab CI, “GIT_DEPTH: 0”.
git-ambiguous-revision = “{ $revision }” is the name of several things here, a branch and a tag for one, and git would take the tag, which may have come from a stranger’s repository. Give the whole name: “refs/heads/{ $revision }” or “refs/remotes/{ $revision }”. “git for-each-ref” shows all names.
git-no-merge-base = nothing joins “{ $revision }” to the change: the two have no common ancestor.
git-no-merge-base-shallow = the common ancestor with “{ $revision }” is missing: this clone has only a part of the history. “git fetch --unshallow origin” brings the rest; in a GitHub workflow give “fetch-depth: 0” to actions/checkout; in GitLab CI, “GIT_DEPTH: 0”.
git-merging = a merge is in progress in this folder: end it (“git commit”) or give it up (“git merge --abort”), then start again.
git-missing-object = the object { $object } is missing from this clone. If it is a partial one, “git fetch --refetch --no-filter origin” brings what is missing.
git-no-work-tree = this repository has no working tree: name the commit to be looked at, with “--head”.
git-named-twice = the change holds two files under one name ({ $path }), as no program makes them: refuse it, and look closely at who sent it. “git fsck” tells more.
git-too-many-files = the change touches { $count } files; beyond { $limit } it has to be cut into several.
git-too-much = the change holds more data than a request needs: it has to be cut into several.
git-too-slow = git did not answer in time.
git-failed = “git { $command }” failed: { $reason }

# The comparison of two texts.
help-diff = Shows what a text changes of the one it adapts, or of another
    .examples =
        paraphe diff territories/les-tilleuls
        paraphe diff charter@1.1 --against charter@1.0
help-diff-text = The text: charter, territories/NAME, or one of them followed by @VERSION
help-diff-against = The text to hold it against (usually the one it adapts, or its version before)
diff-unknown-text = the text “{ $text }” does not exist here; the name of a text is like charter, charter@1.0 or territories/les-tilleuls.
diff-nothing-before = “{ $text }” comes after no other text; --against names one.
diff-same = Both texts say the same.
diff-unchanged = { $count ->
        [one] { $count } unchanged paragraph
       *[other] { $count } unchanged paragraphs
    }
