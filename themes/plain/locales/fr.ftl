# Ce thème n’a pas de script : on y lit comment signer, on n’y signe pas.
text_sign = Comment signer ce texte
