"""What stands for words in a query, as clauses: words, phrases, NEAR, beginnings of words."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from discovery.dates import FIRST_YEAR, LAST_YEAR
from discovery.names.lexicon import LONGEST
from discovery.query.across import TRANSLATION, Across, as_run
from discovery.query.alternatives import ALL, Alternatives, bare, digraphs
from discovery.query.clauses import (
    DATE,
    Alternative,
    AnyForm,
    Clause,
    InOrder,
    Neighbours,
    Run,
    Scoring,
    any_of,
    dated_in,
)
from discovery.query.names import Names
from discovery.query.syntax import Near, Notice, Phrase, Word
from discovery.text.folding import spellings
from discovery.text.lemmas import may_be_name
from discovery.text.tokens import ELIDED, tokenise
from mappings.fields import EXACT, OWN_ZONES

Completer = Callable[[str], Iterable[str]]

MOST_PARTS = 6
"""Parts of a hyphenated word that are looked for one by one."""
MOST_INFLECTED = 16
"""Parts up to which a word written with hyphens is looked for in other forms; a longer one as it stands."""
SHOWN = 20
"""Letters of a word that is too long, as it is named."""
MOST_COMPLETIONS = 64
"""Forms that a `prefix*` stands for, the most frequent first."""

_YEAR = re.compile(r"\d{4}", re.ASCII)
_HYPHEN = re.compile(r"(?<=[^\W\d])[-‐‑](?=[^\W\d])")
_HYPHENS = re.compile("[-‐‑–—/]")


@dataclass(slots=True)
class Words:
    """Looks up what stands for each word. `kept` are the clauses made, in the order typed."""

    alternatives: Alternatives
    complete: Completer
    names: Names
    notices: list[Notice]
    kept: list[Scoring] = field(default_factory=list)
    apart: dict[str, list[Run]] = field(default_factory=dict)
    across: Across | None = None
    opening: str = ""
    """The word whose capital says only that a sentence begins, so that it is no name unless it can be one."""

    def look_apart(self, forms: Iterable[str]) -> None:
        """Ask the archive which words it has in two, with a hyphen or a line end between. All at once: seldom one."""
        sought = [(form, InOrder(form, run, OWN_ZONES)) for form in forms for run in self.alternatives.halves(form)]
        if not sought or not any(self.names.total([any_of(*(clause for _, clause in sought))])):
            return
        counts = self.names.total([clause for _, clause in sought])
        for (form, clause), count in zip(sought, counts, strict=True):
            if count:
                self.apart.setdefault(form, []).append(clause.words)

    def word(self, text: str, zones: tuple[str, ...]) -> Clause | None:
        found = unelided(text)
        if not found:
            return None
        if len(text) > LONGEST:
            shown = f"{text[:SHOWN]}…"
            self.notices.append(Notice(f"“{shown}” has more than {LONGEST} letters: looked for as it stands."))
        if len(found) == 1:
            capital = text[:1].isupper() and (text != self.opening or may_be_name(found[0]))
            own = (*self.alternatives.of(found[0], capital), *self._dated(found[0], zones))
            named, phrases = self.other_names(text, text, zones)
            had = {bare(alternative.term) for alternative in own}
            new = tuple(alternative for alternative in named if bare(alternative.term) not in had)
            phrases += [InOrder(text, run, zones) for run in self.apart.get(found[0], ())]
            runs = [run for run in self.translated(found[0]) if run]
            new += tuple(alternative for run in runs if len(run) == 1 for alternative in run[0])
            phrases += [InOrder(text, run, zones) for run in runs if len(run) > 1]
            word = self.keep(AnyForm(text, (*own, *new), zones))
            return any_of(word, *map(self.keep, phrases)) if phrases else word
        of = self.alternatives.of if len(found) <= MOST_INFLECTED and len(text) <= LONGEST else _typed
        apart = self.keep(InOrder(text, tuple(map(of, found)), zones))
        if not _HYPHENS.search(text):
            return apart
        return any_of(apart, self.keep(AnyForm(text, self.alternatives.of("".join(found)), zones)))

    def other_names(
        self, typed: str, label: str, zones: tuple[str, ...]
    ) -> tuple[tuple[Alternative, ...], list[Scoring]]:
        """What the authority file brings in for a name: single words, and phrases under a label."""
        person = self.names.person(typed, any(word[:1].isupper() for word in typed.split()))
        return self.names.others(person, typed, label, zones) if person else ((), [])

    def translated(self, form: str) -> Iterator[Run]:
        """What a word is called in the languages that are searched too, but for what was left out."""
        without = self.alternatives.without
        if self.across and not {ALL, TRANSLATION} & without:
            for translation in self.across.of(form):
                run = as_run(translation)
                if not without & {translation.text, *(bare(a.term) for word in run for a in word)}:
                    yield run

    def _dated(self, form: str, zones: tuple[str, ...]) -> tuple[Alternative, ...]:
        """A year also stands for what is dated in it, if anything is."""
        left_out = self.alternatives.without & {ALL, DATE, form}
        if left_out or zones != OWN_ZONES or not _YEAR.fullmatch(form) or not FIRST_YEAR <= int(form) <= LAST_YEAR:
            return ()
        (count,) = self.names.total([dated_in(form)])
        if not count:
            return ()
        self.names.counted[form] = count
        return (Alternative(DATE, form, DATE),)

    def phrase(self, node: Phrase, zones: tuple[str, ...]) -> Clause | None:
        words = _as_typed(node)
        if not words:
            return None
        made = [self.keep(_run(node, words, zones))]
        if joined := _as_typed(Phrase(_HYPHEN.sub("", node.text))):
            made += [self.keep(_run(node, joined, zones))] if joined != words else []
        return any_of(*made)

    def near(self, node: Near, zones: tuple[str, ...]) -> Clause | None:
        """Both sides near each other; None where one of them holds no word."""
        left, right = self._side(node.left), self._side(node.right)
        return self.keep(Neighbours(str(node), (left, right), zones, node.distance)) if left and right else None

    def _side(self, node: Word | Phrase) -> tuple[tuple[Alternative, ...], ...]:
        if isinstance(node, Phrase):
            return _as_typed(node)
        return tuple(self.alternatives.of(form) for form in unelided(node.text))

    def prefix(self, text: str, zones: tuple[str, ...]) -> Clause | None:
        *before, last = unelided(text) or [""]
        if not last:
            return None
        written = dict.fromkeys((last, *spellings(last), *digraphs(last)))
        completed = [list(self.complete(beginning)) for beginning in written]
        if max(map(len, completed)) >= MOST_COMPLETIONS:
            self.notices.append(
                Notice(f"More than {MOST_COMPLETIONS} words begin with “{last}”: the most frequent are looked for.")
            )
        begun = dict.fromkeys(form for forms in completed for form in forms)
        found = [form for form in begun if bare(form) not in self.alternatives.without]
        alternatives = tuple(Alternative(EXACT, form, "prefix") for form in found)
        if not alternatives:
            self.notices.append(Notice(f"No word in this archive begins with “{last}”."))
            alternatives = (Alternative(EXACT, last, "typed"),)
        if before:
            words = (*(self.alternatives.of(form) for form in before), alternatives)
            return self.keep(InOrder(f"{text}*", words, zones))
        return self.keep(AnyForm(f"{text}*", alternatives, zones))

    def keep(self, clause: Scoring) -> Scoring:
        self.kept.append(clause)
        return clause


def _typed(form: str) -> tuple[Alternative, ...]:
    return (Alternative(EXACT, form, "typed"),)


def forms(text: str) -> list[str]:
    """The words of a text as the archive's fields have them."""
    return [token.form for token in tokenise(text)]


def unelided(text: str) -> list[str]:
    """The forms of a word without the article before it: l'opposition is looked for as opposition."""
    found = forms(text)
    while len(found) > 1 and found[0] in ELIDED:
        found = found[1:]
    return found


def opening(text: str, stops: frozenset[str]) -> str:
    """The first word of what is written like a sentence: with a capital, before words of weight in small letters."""
    first, *others = text.split() or [""]
    small = any(other[:1].islower() and other not in stops for other in others)
    return first if first[:1].isupper() and small else ""


def hyphenated(text: str) -> tuple[Word, ...]:
    """The parts of a word written with hyphens, Links-Opposition; of any other word none."""
    parts = tuple(Word(part) for part in _HYPHENS.split(text) if forms(part))
    return parts if 1 < len(parts) <= MOST_PARTS else ()


def _run(node: Phrase, words: Run, zones: tuple[str, ...]) -> Scoring:
    return InOrder(str(node), words, zones) if len(words) > 1 else AnyForm(str(node), words[0], zones)


def _as_typed(node: Phrase) -> tuple[tuple[Alternative, ...], ...]:
    return tuple((Alternative(EXACT, form, "typed"),) for form in forms(node.text))
