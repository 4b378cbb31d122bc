# This theme has no scripts: it tells how to sign, one does not sign in it.
text_sign = How to sign this text
