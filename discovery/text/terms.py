"""What a form is indexed and sought under in the field of a language, by the table in `mappings.languages`."""

from collections.abc import Callable
from functools import cache

import Stemmer

from discovery.text.folding import fold, modern_russian, umlauted, unstressed
from discovery.text.lemmas import dictionary_version, lemmas
from discovery.text.light import VERSION, light_stemmer
from mappings.languages import LANGUAGES, STEM

DIGRAPHS = frozenset(["de"])
"""Languages that write ae for ä where there is no ä."""
SHORTEST_STEM = 4
"""Letters of a stem beside lemmas: shorter ones join what has nothing in common (левая and Лев)."""


class Analyser:
    """Forms of one language → terms of its field. Remembers the forms it has seen, up to a bound."""

    MOST_REMEMBERED = 500_000

    def __init__(self, code: str) -> None:
        self.language = LANGUAGES[code]
        self._stem = _stemmer(self.language.stemmer)
        self._seen: dict[str, tuple[str, ...]] = {}

    def __call__(self, form: str) -> tuple[str, ...]:
        """The terms of a lower-case form, folded, likeliest first; never empty."""
        found = self._seen.get(form)
        if found is None:
            if len(self._seen) >= self.MOST_REMEMBERED:
                self._seen.clear()
            found = self._seen[form] = self._terms(form)
        return found

    def _terms(self, form: str) -> tuple[str, ...]:
        form = unstressed(form)
        found = lemmas(form, self.language.lemmas) if self.language.lemmas else ()
        if self._stem is None:
            return found or (fold(form) or form,)
        modern = modern_russian(form) if self.language.code == "ru" else form
        stem = self._stem(modern) or form
        if not found and self.language.code in DIGRAPHS:
            return tuple(dict.fromkeys((stem, *map(self._stem, umlauted(form)))))
        if not found:
            return (stem,)
        return (*found, STEM + stem) if len(stem) >= SHORTEST_STEM else found

    def version(self) -> str:
        """What must not change between loading and searching."""
        maker = VERSION if light_stemmer(self.language.stemmer) else Stemmer.version()
        stems = f"{self.language.stemmer}-{maker}" if self.language.stemmer else ""
        return f"{stems} {dictionary_version(self.language.lemmas)}" if self.language.lemmas else stems


def _stemmer(name: str) -> Callable[[str], str] | None:
    """A stemmer by its name in the table: forms in, folded stems out."""
    if not name:
        return None
    if light := light_stemmer(name):
        return lambda form: light(fold(form))
    snowball = Stemmer.Stemmer(name, 0)
    return lambda form: fold(snowball.stemWord(form))


@cache
def analyser(code: str) -> Analyser:
    """The one analyser of a language. KeyError for a language the table hasn't."""
    return Analyser(code)
