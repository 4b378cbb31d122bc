unknown-key = la clé « { $key } » n’existe pas
