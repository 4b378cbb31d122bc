# Ce que dit « paraphe import ». Chaque message existe aussi dans ../en/import.ftl.

help-import = Range les signatures arrivées par courriel, après les avoir vérifiées
    .examples =
        paraphe import courriel.eml
        paraphe import ~/Téléchargements/regie-des-tilleuls.yaml
        paraphe import recus/
        paraphe import - < courriel.eml
help-import-paths = Des fichiers signés, des messages (.eml), des dossiers, ou « - » pour l’entrée standard
import-nothing = il n’y a là aucun fichier signé, ni en pièce jointe, ni dans le texte. Donnez le message entier (.eml), ou le fichier signé (.yaml) enregistré à part.
import-there = Déjà en place : { $path }
import-replaced = Déjà remplacé par un plus récent, qui est là aussi : { $path }
import-occupied = { $path } est déjà là, et ne peut pas être remplacé sans qu’une personne regarde : rien n’a changé.
import-no-signature = Attestation d’une signature qui n’est pas ici (empreinte { $digest }). Importez d’abord la signature.
import-nameless = Aucun nom court ne peut être tiré du nom de l’organisation : donnez-en un au fichier, par exemple « mon-association.yaml ».
import-passed = laissé de côté : { $path }
import-passed-more = … et { $count } de plus.
import-summary = { $placed ->
        [0] Aucun fichier rangé
        [one] { $placed } fichier rangé
       *[other] { $placed } fichiers rangés
    }, { $there ->
        [0] aucun déjà en place
       *[other] { $there } déjà en place
    }, { $refused ->
        [0] aucun refusé
        [one] { $refused } refusé, laissé où il était
       *[other] { $refused } refusés, laissés où ils étaient
    }.
import-next = Relisez, puis enregistrez dans git ce qui a été rangé sous signatures/.
