# What "paraphe explain" says, and the opening of the page docs/codes.md. The same are in ../fr/explain.ftl.

help-explain = Explains a code: what it means, why the rule is there, what to do
    .examples =
        paraphe explain
        paraphe explain signature-mismatch
help-explain-code = The code as a report writes it (without it: the list of codes)
help-explain-markdown = Write Markdown (without a code: the whole page)
explain-unknown = there is no code “{ $code }”. “paraphe explain” lists them.
explain-near = there is no code “{ $code }”. Did you mean “{ $near }”?
explain-more = “paraphe explain CODE” explains one.

codes-title = What can be wrong
codes-intro = Everything that the program finds has a code, which does not change from version to version. An error keeps the file from being accepted; a warning asks a person to look.
codes-made = `paraphe explain CODE` shows one of these sections at the terminal. The program makes this page (`paraphe --lang en explain --markdown`) from `src/locale/en/codes.md`: mend it there.
codes-contents = The codes
codes-other-language = [En français](codes.fr.md)
