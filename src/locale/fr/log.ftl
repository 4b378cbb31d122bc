# Ce que dit « paraphe log ». Chaque message existe aussi dans ../en/log.ftl.

help-log = Montre l’histoire d’une adhésion, d’après git : signée, renouvelée, retirée, attestée
    .examples =
        paraphe log charter
        paraphe log regie-des-tilleuls
        paraphe log territories/tours-sanitas/regie-des-tilleuls --json
help-log-subject = Un texte, le nom court d’une organisation, ou un fichier de signature
help-log-json = Écrire du JSON
log-nothing = git ne connaît aucune signature pour « { $subject } » : donnez un texte (charter, territories/…) ou le nom court d’une organisation. Ce qui n’est pas encore enregistré dans git n’a pas d’histoire.
log-near = git ne connaît aucune signature pour « { $subject } ». Vouliez-vous dire « { $near } » ?
log-shallow = Ce clone n’a pas toute l’histoire : le début peut manquer. « git fetch --unshallow » la complète.
log-no-steward = par une clé qui n’est pas celle d’un garant
log-commit = enregistré le { $date }, commit { $commit }
