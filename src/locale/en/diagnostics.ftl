unknown-key = there is no key “{ $key }”
