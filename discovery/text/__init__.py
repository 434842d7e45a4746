"""Text as found → forms, foldings, lemmas, each with its place. Pure functions; no engine, no files."""
