"""What a form is indexed and sought under in the field of a language, by the table in `mappings.languages`."""

from collections.abc import Callable, Iterator
from functools import cache, lru_cache

import Stemmer

from discovery.text import dictionary
from discovery.text.compounds import splitter
from discovery.text.dictionary import lemmas_of
from discovery.text.folding import fold, modern_russian, umlauted, unstressed
from discovery.text.lemmas import dictionary_version, lemmas
from discovery.text.light import VERSION, light_stemmer
from mappings.languages import LANGUAGES, PART, STEM, UNKNOWN

DIGRAPHS = frozenset(["de"])
"""Languages that write ae for ä where there is no ä."""
SHORTEST_STEM = 4
"""Letters of a stem beside lemmas: shorter ones join what has nothing in common (левая and Лев)."""


Terms = tuple[str, ...]


class Analyser:
    """Forms of one language → terms of its field. Remembers the forms it has seen, up to a bound."""

    MOST_REMEMBERED = 500_000

    def __init__(self, code: str) -> None:
        self.language = LANGUAGES[code]
        self._stem = _stemmer(self.language.stemmer)
        self._table = lemmas_of(code) if self.language.table else None
        self._seen: dict[str, tuple[Terms, Terms]] = {}

    def __call__(self, form: str) -> tuple[str, ...]:
        """The terms a lower-case form is indexed under, folded, likeliest first; never empty."""
        return self._both(form)[0]

    def sought(self, form: str) -> tuple[str, ...]:
        """The terms that a lower-case form is looked for under, in the same order."""
        return self._both(form)[1]

    def _both(self, form: str) -> tuple[Terms, Terms]:
        found = self._seen.get(form)
        if found is None:
            if len(self._seen) >= self.MOST_REMEMBERED:
                self._seen.clear()
            found = self._seen[form] = self._made(unstressed(form))
        return found

    def _made(self, form: str) -> tuple[Terms, Terms]:
        if self.language.table:
            return self._by_table(form)
        terms = self._terms(form)
        return terms, terms

    def _by_table(self, form: str) -> tuple[Terms, Terms]:
        """Two forms that the table knows meet in a lemma, and by their stem only if it knows but one, or none."""
        table, stem = self._table, self._stem
        assert stem
        assert table
        spelt = (form, *(_spelt(form) if self.language.code in DIGRAPHS else ()))
        known = next(filter(None, map(table, spelt)), ())
        known += table(form.replace("-", "")) if "-" in form else ()
        if self.language.code in DIGRAPHS:
            known = tuple(dict.fromkeys(lemma.replace("ß", "ss") for lemma in known))
        stems = tuple(dict.fromkeys(one for one in map(stem, spelt) if len(one) >= SHORTEST_STEM))
        parts = tuple(PART + one for one in dict.fromkeys(self._parts(form)))
        if known:
            return (*known, *(STEM + one for one in stems[:1]), *parts), (*known, *(UNKNOWN + one for one in stems))
        own = fold(form) or form
        of_any = tuple(STEM + one for one in stems)
        return (own, *of_any, *(UNKNOWN + one for one in stems), *parts), (own, *of_any)

    def _parts(self, form: str) -> Terms:
        split = splitter(self.language.code)
        return split.parts(form) if split else ()

    def _terms(self, form: str) -> Terms:
        found = lemmas(form, self.language.lemmas) if self.language.lemmas else ()
        if self._stem is None:
            return found or (fold(form) or form,)
        modern = modern_russian(form) if self.language.code == "ru" else form
        stem = self._stem(modern) or form
        if not found:
            return (stem,)
        return (*found, STEM + stem) if len(stem) >= SHORTEST_STEM else found

    def version(self) -> str:
        """What must not change between loading and searching."""
        maker = VERSION if light_stemmer(self.language.stemmer) else Stemmer.version()
        stems = f"{self.language.stemmer}-{maker}" if self.language.stemmer else ""
        known = dictionary_version(self.language.lemmas) if self.language.lemmas else ""
        return " ".join(filter(None, [stems, known, dictionary.version() if self.language.table else ""]))


def _spelt(form: str) -> Iterator[str]:
    """How else German is written: Rußland, Russland; grosse, große; Guetersloh, Gütersloh."""
    yield from (other for other in (form.replace("ß", "ss"), form.replace("ss", "ß")) if other != form)
    yield from umlauted(form)


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


def is_known(form: str, code: str) -> bool:
    """Whether the table of a language has a lower-case form; False for a language without one."""
    return LANGUAGES[code].table and bool(lemmas_of(code)(form))


@lru_cache(maxsize=200_000)
def base_form(form: str, code: str) -> str:
    """The likeliest lemma of a lower-case form; the form itself where its language has none, or the table not it."""
    language = LANGUAGES.get(code)
    if language and language.table:
        return next(iter(lemmas_of(code)(form)), form)
    return lemmas(form, language.lemmas)[0] if language and language.lemmas else form
