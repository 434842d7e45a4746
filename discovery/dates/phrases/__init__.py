"""A date as written → the points and joiners in it, in any of the languages that `words` has."""
