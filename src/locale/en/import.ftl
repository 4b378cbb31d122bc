# What "paraphe import" says. Every message is also in ../fr/import.ftl.

help-import = Puts signatures that came by mail in their places, after checking them
    .examples =
        paraphe import message.eml
        paraphe import ~/Downloads/regie-des-tilleuls.yaml
        paraphe import received/
        paraphe import - < message.eml
help-import-paths = Signed files, messages (.eml), folders, or “-” for standard input
import-nothing = there is no signed file there, neither attached nor in the words. Give the whole message (.eml), or the signed file (.yaml) saved by itself.
import-there = In its place already: { $path }
import-replaced = Replaced already by a later one, which is there too: { $path }
import-occupied = { $path } is there already, and can’t be replaced without a person looking at it: nothing has changed.
import-no-signature = It attests a signature that is not here (digest { $digest }). Import the signature first.
import-nameless = No short name can be made from the organisation’s name: give the file one, like “my-association.yaml”.
import-passed = passed over: { $path }
import-passed-more = … and { $count } more.
import-summary = { $placed ->
        [0] No file put in place
        [one] { $placed } file put in place
       *[other] { $placed } files put in place
    }, { $there ->
        [0] none there already
       *[other] { $there } there already
    }, { $refused ->
        [0] none refused
        [one] { $refused } refused and left where it was
       *[other] { $refused } refused and left where they were
    }.
import-next = Look them over, then commit to git what was put below signatures/.
