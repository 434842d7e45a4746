"""What a typed form is looked for as: itself, its spellings, its inflections, and what the archive's lexicon adds."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from discovery.names.forenames import beginning, forms_of, in_other_script
from discovery.names.lexicon import LONGEST, Expansion, Relation
from discovery.names.ocr import alike
from discovery.query.clauses import RELATIONS, Alternative
from discovery.text.folding import fold, modern_russian, spellings, umlauted, without_umlauts
from discovery.text.keyboards import other_keyboard
from discovery.text.lemmas import is_russian, may_be_name, surnames
from discovery.text.lookalikes import twin
from discovery.text.terms import Analyser, analyser, is_known
from mappings.compounds import COMPOUNDING
from mappings.fields import EXACT, FOLDED
from mappings.languages import LANGUAGES, PART, STEM, UNKNOWN

Expander = Callable[[Sequence[tuple[str, Sequence[str]]]], Sequence[Iterable[Expansion]]]
"""For each of several forms, the forms of the archive that it, or one of the others of its word, is related to."""
Completer = Callable[[Sequence[str]], Sequence[Iterable[str]]]
"""For each of several prefixes, the terms of the archive that begin so, the most frequent first."""

SHORTEST_NAME = 4
"""Letters of a form, and of what the lexicon offers for it: shorter ones meet by chance."""
MOST_INFLECTED = 2
"""Other forms of a word whose misreadings are looked for too."""
ALL = "all"
"""Switches every relation off but "typed"."""

SHORTEST_HALF, LONGEST_APART = 2, 32
"""Letters of half a word that is looked for in two, and of the whole."""
APART, LOOK_ALIKE, KEYBOARD, FORENAME = "apart", "look-alike", "keyboard", "forename"
SOUND_ALIKE = "sound-alike"
WITHOUT_NAMES = frozenset(["en", "fr", "es", "it", "nl", "pt"])
"""Languages whose tables of lemmas have hardly a name in them, so that what they know is a word like any other."""

LEXICAL = frozenset([Relation.OTHER_SCRIPT, Relation.OCR_READING])
"""Relations that the lexicon knows."""

_RELATIONS = {name.casefold(): name for name in (ALL, *RELATIONS)}
_SCRIPTS = (("Cyrl", re.compile("[Ѐ-ԯ]")), ("Grek", re.compile("[Ͱ-Ͽ]")), ("Hebr", re.compile("[\u0590-\u05ff]")))


def _script(form: str) -> str:
    return next((name for name, letters in _SCRIPTS if letters.search(form)), "Latn")


def left_out(said: Iterable[str]) -> frozenset[str]:
    """What `Request.without` names: relations, however capitals were typed, and forms as the archive writes them."""
    return frozenset(_RELATIONS.get(one.casefold(), unicodedata.normalize("NFC", one).lower()) for one in said)


def bare(term: str) -> str:
    """A term as it is shown, and named to leave it out: without the marks of foldings and stems."""
    return term.removeprefix(FOLDED).removeprefix(STEM).removeprefix(UNKNOWN).removeprefix(PART)


def digraphs(form: str) -> tuple[str, ...]:
    """A form with ae for ä where it has one, or the other way round."""
    return umlauted(form) or tuple({without_umlauts(form)} - {form})


def _anyhow(form: str, relation: str) -> tuple[Alternative, ...]:
    """A form whatever its accents."""
    return tuple(Alternative(EXACT, mark + fold(form), relation) for mark in ("", FOLDED))


def nothing(asked: Sequence[object]) -> list[tuple[()]]:
    """What an archive without a lexicon has."""
    return [()] * len(asked)


@dataclass(frozen=True, slots=True)
class Alternatives:
    """Finds them for an archive in these languages. `without` names relations, or single forms, to leave out."""

    languages: tuple[str, ...]
    expand: Expander = nothing
    without: frozenset[str] = frozenset()
    complete: Completer = nothing
    _related: dict[str, Iterable[Expansion]] = field(default_factory=dict)
    _taken: dict[str, frozenset[str]] = field(default_factory=dict)

    def look_up(self, forms: Iterable[str]) -> None:
        """Ask the lexicon about the words of a query at once: over a network, two journeys and not two a word."""
        new = [form for form in dict.fromkeys(forms) if form not in self._related and self._is_expanded(form)]
        also = self._inflected(new)
        self._related.update(zip(new, self.expand(list(zip(new, also, strict=True))), strict=True))

    def of(self, form: str, capital: bool = False) -> tuple[Alternative, ...]:
        """All alternatives of a lower-case form, as typed first. `capital`: it was typed like a name."""
        typed = Alternative(EXACT, form, "typed")
        if ALL in self.without:
            return (typed,)
        if len(form) > LONGEST:
            return (typed, *(a for a in _anyhow(form, "folding") if a.term != form))
        found = (typed, *self._spellings(form), *self._inflections(form, capital), *self._expansions(form, capital))
        found += (*self._look_alike(form), *self._other_keyboard(form), *self._forenames(form))
        return tuple(a for a in found if a is typed or not {a.relation, bare(a.term)} & self.without)

    def _spellings(self, form: str) -> Iterable[Alternative]:
        old = modern_russian(form) != form
        for spelling in dict.fromkeys((form, *spellings(form))):
            relation = "folding" if spelling == fold(form) else "old spelling"
            if spelling != form:
                yield Alternative(EXACT, spelling, relation)
            yield Alternative(EXACT, FOLDED + spelling, "old spelling" if old else relation)
        yield from (Alternative(EXACT, other, "folding") for other in digraphs(form))

    def _inflections(self, form: str, capital: bool) -> Iterable[Alternative]:
        """The terms of all its words; of what is typed as a surname, those of the surname."""
        for code, term in self._terms(form):
            dictionary = LANGUAGES[code].lemmas
            named = surnames(form, dictionary) if capital and dictionary else ()
            if form not in LANGUAGES[code].stop_words and (not named or term in named):
                stem = term.startswith((STEM, UNKNOWN))
                yield Alternative(code, term, "same stem" if stem else "inflection")
                if not stem and code in COMPOUNDING and len(term) >= SHORTEST_NAME:
                    yield Alternative(code, PART + term, "compound")

    def _expansions(self, form: str, capital: bool) -> Iterable[Alternative]:
        """What the lexicon has, but for other forms of the same word and, in small letters, for ordinary words."""
        if not self._is_expanded(form):
            return
        self.look_up([form])
        own = set(self._terms(form))
        for other, relation in self._related[form]:
            misread = relation is Relation.OCR_READING
            if misread and self._is_known(form) and self._is_known(other):
                continue
            named = misread or capital or (may_be_name(form) and may_be_name(other))
            theirs = set(self._indexed(other))
            same = {code for code, _ in own & theirs}
            inflected = bool(same) if misread else same == {code for code, _ in own | theirs}
            if named and len(other) >= SHORTEST_NAME and not inflected:
                ordinary = not misread and _script(form) == _script(other) and self._is_ordinary(other)
                yield Alternative(EXACT, other, SOUND_ALIKE if ordinary else str(relation))

    def take_for_name(self, forename: str, surname: str) -> None:
        """From now on two forms are looked for as forename and surname too; many a surname is a forename by itself."""
        self._taken[forename] = forms_of(forename) if len(forename) > 1 else beginning(forename)
        self._taken[surname] = in_other_script(surname)

    def _forenames(self, form: str) -> Iterable[Alternative]:
        return (Alternative(EXACT, other, FORENAME) for other in sorted(self._taken.get(form, ())))

    def _look_alike(self, form: str) -> Iterable[Alternative]:
        """CCCP, if somebody wrote СССР so."""
        other = twin(form) if len(form) >= SHORTEST_NAME and LOOK_ALIKE not in self.without else ""
        if other and other in self.complete([other])[0]:
            yield Alternative(EXACT, other, LOOK_ALIKE)

    def halves(self, form: str) -> Iterator[tuple[tuple[Alternative, ...], ...]]:
        """The ways to write a word in two, whatever the accents: Links Opposition. None where one half says nothing."""
        if not form.isalpha() or len(form) > LONGEST_APART or self._is_stop(form) or {ALL, APART} & self.without:
            return
        for at in range(SHORTEST_HALF, len(form) - SHORTEST_HALF + 1):
            halves = form[:at], form[at:]
            if not any(map(self._is_stop, halves)):
                yield tuple(
                    tuple(Alternative(EXACT, mark + fold(half), APART) for mark in ("", FOLDED)) for half in halves
                )

    def _other_keyboard(self, form: str) -> Iterable[Alternative]:
        """A word typed with the other layout on, where what was typed is none and the other one is."""
        other = other_keyboard(form) if len(form) >= SHORTEST_NAME else ""
        if not other or KEYBOARD in self.without or is_russian(form):
            return
        if is_russian(other) or (other.isascii() and any(self.complete([other])[0])):
            yield Alternative(EXACT, other, KEYBOARD)
            yield from (Alternative(code, term, KEYBOARD) for code, term in self._terms(other))

    def _is_expanded(self, form: str) -> bool:
        if len(form) > LONGEST:
            return False
        long = sum(map(str.isalpha, form)) >= SHORTEST_NAME
        return long and not {ALL, *self.without} >= LEXICAL and not self._is_stop(form)

    def _inflected(self, forms: Sequence[str]) -> list[list[str]]:
        """Other forms of each word that occur, the most frequent first, by the stem that they share."""
        own = [set(self._terms(form)) for form in forms]
        stems = [self._stem(form, terms) for form, terms in zip(forms, own, strict=True)]
        asked = list(dict.fromkeys(filter(None, stems)))
        begun = dict(zip(asked, self.complete(asked), strict=True))
        found = []
        for form, terms, stem in zip(forms, own, stems, strict=True):
            others = (other for other in begun.get(stem, ()) if other != form and not other.startswith(FOLDED))
            same = (other for other in others if terms & set(self._indexed(other)))
            found.append(list(islice(same, MOST_INFLECTED)))
        return found

    def _stem(self, form: str, terms: set[tuple[str, str]]) -> str:
        """What a form begins with in all its terms; "" where that is too short, or misreadings are not looked for."""
        stem = form[: min((alike(form, bare(term)) for _, term in terms), default=0)]
        return stem if len(stem) >= SHORTEST_NAME and Relation.OCR_READING not in self.without else ""

    def _is_stop(self, form: str) -> bool:
        return any(form in LANGUAGES[code].stop_words for code in self.languages)

    def _is_ordinary(self, form: str) -> bool:
        """Whether a form is a word like any other: POUM is no poem, but Fischer may be written Fisher."""
        codes = (code for code in self.languages if code in WITHOUT_NAMES)
        return any(is_known(form, code) for code in codes) or (is_russian(form) and not may_be_name(form))

    def _is_known(self, form: str) -> bool:
        """Whether a dictionary has a form, in one of the archive's languages: it is then no misreading of another."""
        return form.isalpha() and (is_russian(form) or any(is_known(form, code) for code in self.languages))

    def _terms(self, form: str) -> Iterator[tuple[str, str]]:
        """What a form is looked for under in each language of its script that has an analysis."""
        return ((made.language.code, term) for made in self._analysers(form) for term in made.sought(form))

    def _indexed(self, form: str) -> Iterator[tuple[str, str]]:
        """What a form is indexed under."""
        return ((made.language.code, term) for made in self._analysers(form) for term in made(form))

    def _analysers(self, form: str) -> Iterator[Analyser]:
        script = _script(form)
        for code in self.languages:
            language = LANGUAGES[code]
            if (language.stemmer or language.lemmas) and script == language.script:
                yield analyser(code)
