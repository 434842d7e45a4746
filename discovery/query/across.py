"""A typed word in the other languages of the archive: concepts of the thesaurus first, then the dictionaries."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from discovery.dictionaries.translating import Translation, Translator
from discovery.names.thesaurus import Thesaurus
from discovery.query.clauses import Alternative, Run
from discovery.text.compounds import splitter
from discovery.text.folding import fold
from discovery.text.terms import analyser
from discovery.text.tokens import tokenise
from mappings.fields import EXACT, FOLDED
from mappings.languages import LANGUAGES, PART, STEM, UNKNOWN

TRANSLATION = "translation"
EVERY = "all"
"""Stands for all languages of the archive."""
OF_A_PART = 0.7
"""Weight of a translation of a part of a compound."""
SHORTEST = 3
"""Letters of a word that is translated."""


@dataclass(frozen=True, slots=True)
class Across:
    """Translates into `targets` what is typed in `sources` (ISO 639-1)."""

    translator: Translator
    thesaurus: Thesaurus
    sources: tuple[str, ...]
    targets: tuple[str, ...]

    def of(self, form: str) -> Iterator[Translation]:
        """The translations of a lower-case form. The thesaurus beats a dictionary wherever it has the concept."""
        if len(form) < SHORTEST:
            return
        known = list(self._concepts(form))
        yield from known
        done = {one.language for one in known}
        for target in self.targets:
            if target not in done:
                yield from self.translator.of(form, self.sources, target) or self._by_parts(form, target)

    def _by_parts(self, form: str, target: str) -> Iterator[Translation]:
        """Of a compound that no dictionary has, the translations of its parts."""
        for source in self.sources:
            split = splitter(source) if source != target else None
            for part in split.parts(form) if split else ():
                for found in self.translator.of(part, (source,), target):
                    yield replace(found, weight=found.weight * OF_A_PART, path=(form, *found.path))

    def _concepts(self, form: str) -> Iterator[Translation]:
        for found in self.thesaurus.suggest([form], (*self.sources, *self.targets)):
            for label in found.labels:
                if label.language in self.targets:
                    yield Translation(label.text.lower(), label.language, 1.0, (form, label.text))


def across(
    translator: Translator, thesaurus: Thesaurus, forms: Sequence[str], languages: Sequence[str], wanted: Sequence[str]
) -> Across:
    """What translates a query of these forms into the languages wanted of those an archive has."""
    sources = translator.languages([form for form in forms if len(form) >= SHORTEST])
    targets = (code for code in languages if EVERY in wanted or code in wanted)
    return Across(
        translator, thesaurus, sources, tuple(code for code in targets if code not in sources or len(sources) > 1)
    )


def as_run(translation: Translation) -> Run:
    """The words of a translation as the archive's fields have them, in the analysis of its language."""
    forms = [token.form for token in tokenise(translation.text)]
    return tuple(tuple(_terms(form, translation)) for form in forms)


def _terms(form: str, translation: Translation) -> Iterator[Alternative]:
    """The lemma that a dictionary gives is meant itself, and no other word that it is a form of too."""
    code = translation.language
    language = LANGUAGES[code]
    if language.stemmer or language.lemmas:
        terms = analyser(code).sought(form)
        lemmas = [term for term in terms if not term.startswith((STEM, UNKNOWN, PART))]
        meant = [term for term in lemmas if term == form] or lemmas or terms
        yield from (Alternative(code, term, TRANSLATION, translation.weight) for term in meant)
    else:
        yield from (Alternative(EXACT, mark + fold(form), TRANSLATION, translation.weight) for mark in ("", FOLDED))
