"""Tree → plan: for each word what will be looked for, in which zones and languages, and why."""

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from discovery.dates import Rules
from discovery.query.alternatives import Alternatives, bare
from discovery.query.clauses import (
    EXPANSIONS,
    Alternative,
    AnyForm,
    Clause,
    Combined,
    Dated,
    InOrder,
    Keyword,
    Scoring,
    any_of,
    expands,
    trimmed,
)
from discovery.query.names import Choice, Names
from discovery.query.syntax import (
    And,
    Field,
    Group,
    Must,
    Name,
    Near,
    Node,
    Not,
    Notice,
    Or,
    Parsed,
    Phrase,
    Prefix,
    Word,
)
from discovery.text.codes import language_code
from discovery.text.folding import fold
from discovery.text.tokens import ELIDED, tokenise
from mappings.fields import EXACT, FIELD_ALIASES, ZONES
from mappings.languages import LANGUAGES

Match = Literal["all", "most", "any"]
Completer = Callable[[str], Iterable[str]]

MOST_REQUIRED = 3
"""Words up to which `most` wants all of them; of more, MOST_SHARE."""
MOST_SHARE = 0.75
MOST_COMPLETIONS = 64
"""Forms that a `prefix*` stands for, the most frequent first."""

_ALL_ZONES = tuple(ZONES)


@dataclass(frozen=True, slots=True)
class Named:
    """A field whose value names somebody, and the other values looked for: each, its relation, how many have it."""

    field: str
    value: str
    others: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What will be looked for. `words` are the scoring clauses in the order typed, `refs` inventory numbers found."""

    typed: str
    clause: Clause | None
    words: tuple[Scoring, ...] = ()
    refs: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()  # stop words
    loose: bool = False  # a hit may lack some of the words, and the row says which
    match: Match = "most"
    notices: tuple[Notice, ...] = ()
    fields: tuple[Named, ...] = ()
    choices: tuple[Choice, ...] = ()  # names that may mean several, or no name at all
    counted: Mapping[str, int] = field(default_factory=dict)  # other names: how many documents have each

    @property
    def surely(self) -> Clause | None:
        """The clause without what only the lexicon brought in; None where that is nothing."""
        return trimmed(self.clause, EXPANSIONS) if self.clause and expands(self.words, EXPANSIONS) else None

    @property
    def any_word(self) -> Clause | None:
        """Any of the words: what the best pages of a folder are ranked by."""
        return any_of(*self.words) if self.words else None


@dataclass(slots=True)
class _Planner:
    alternatives: Alternatives
    match: Match
    complete: Completer
    dates_as: Rules
    stops: frozenset[str] = frozenset()
    names: Names = field(default_factory=Names)
    fields: list[Named] = field(default_factory=list)
    words: list[Scoring] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    loose: bool = False

    def clause(self, node: Node, zones: tuple[str, ...] = _ALL_ZONES) -> Clause | None:
        match node:
            case Word():
                return self.word(node.text, zones)
            case Phrase():
                return self.phrase(node, zones)
            case Name():
                return self.name(node, zones)
            case Prefix():
                return self.prefix(node.text, zones)
            case Near():
                return self.near(node, zones)
            case Field():
                return self.field_value(node)
            case Must():
                return self.clause(node.part, zones)
            case Not():
                inner = self.unscored(node.part, zones)
                return Combined(must_not=(inner,)) if inner else None
            case And():
                return self.all_of(node.parts, zones)
            case Or():
                parts = self.each(node.parts, zones)
                return any_of(*parts) if parts else None
            case Group():
                return self.group(node.parts, zones)

    def each(self, nodes: Iterable[Node], zones: tuple[str, ...]) -> tuple[Clause, ...]:
        return tuple(c for c in (self.clause(node, zones) for node in nodes) if c is not None)

    def unscored(self, node: Node, zones: tuple[str, ...]) -> Clause | None:
        """A clause whose words are not looked for in results: what stands behind NOT."""
        kept = len(self.words)
        inner = self.clause(node, zones)
        del self.words[kept:]
        return inner

    def all_of(self, nodes: Iterable[Node], zones: tuple[str, ...]) -> Clause | None:
        must, must_not = [], []
        for node in nodes:
            if isinstance(node, Not):
                inner = self.unscored(node.part, zones)
                must_not += [inner] if inner else []
            else:
                inner = self.clause(node, zones)
                must += [inner] if inner else []
        if not must and not must_not:
            return None
        return must[0] if len(must) == 1 and not must_not else Combined(tuple(must), must_not=tuple(must_not))

    def group(self, nodes: Sequence[Node], zones: tuple[str, ...]) -> Clause | None:
        nodes = self.names.runs(nodes)
        counted: list[Node] = [n for n in nodes if not isinstance(n, Not | Must | Field) and not self.is_stop(n)]
        if not counted and not any(isinstance(node, Must | Field) for node in nodes):
            counted = [node for node in nodes if not isinstance(node, Not)]
        self.dropped += [str(n) for n in nodes if self.is_stop(n) and n not in counted]
        fixed = self.all_of([node for node in nodes if isinstance(node, Not | Must | Field)], zones)
        free = self.each(counted, zones)
        least = _least(len(free), self.match)
        loose, must = ((), free) if least == len(free) else (free, ())
        self.loose = self.loose or bool(loose)
        if fixed is None and not loose:
            return must[0] if len(must) == 1 else (Combined(must=must) if must else None)
        if isinstance(fixed, Combined) and not fixed.should:
            return Combined(fixed.must + must, loose, fixed.must_not, least if loose else 0)
        return Combined(((fixed,) if fixed else ()) + must, loose, (), least if loose else 0)

    def is_stop(self, node: Node) -> bool:
        return isinstance(node, Word) and all(form in self.stops for form in _forms(node.text))

    def word(self, text: str, zones: tuple[str, ...]) -> Clause | None:
        forms = _unelided(text)
        if not forms:
            return None
        if len(forms) == 1:
            own = self.alternatives.of(forms[0], text[:1].isupper())
            named, phrases = self.other_names(text, text, zones)
            had = {bare(alternative.term) for alternative in own}
            new = tuple(alternative for alternative in named if bare(alternative.term) not in had)
            word = self.keep(AnyForm(text, (*own, *new), zones))
            return any_of(word, *map(self.keep, phrases)) if phrases else word
        if _HYPHENS.search(text):
            return self.compound(text, forms, zones)
        return self.keep(InOrder(text, tuple(self.alternatives.of(form) for form in forms), zones))

    def name(self, node: Name, zones: tuple[str, ...]) -> Clause | None:
        """All its words, or one of the other names, which stand for the last word."""
        *_, last = node.words
        single, phrases = self.other_names(str(node), last.text, zones)
        quiet, self.names = self.names, Names()
        together = self.all_of(node.words, zones)
        self.names = quiet
        others = ([AnyForm(last.text, single, zones)] if single else []) + phrases
        return any_of(together, *map(self.keep, others)) if together else None

    def other_names(
        self, typed: str, label: str, zones: tuple[str, ...]
    ) -> tuple[tuple[Alternative, ...], list[Scoring]]:
        """What the authority file brings in for a name: single words, and phrases under a label."""
        person = self.names.person(typed, any(word[:1].isupper() for word in typed.split()))
        return self.names.others(person, typed, label, zones) if person else ((), [])

    def compound(self, text: str, forms: list[str], zones: tuple[str, ...]) -> Clause | None:
        """Links-Opposition: side by side or written together; where any word will do, its parts will too."""
        if self.match == "any":
            parts = tuple(Word(part) for part in _HYPHENS.split(text) if _forms(part))
            return self.group(parts, zones)
        apart = InOrder(text, tuple(self.alternatives.of(form) for form in forms), zones)
        together = AnyForm(text, self.alternatives.of("".join(forms)), zones)
        return any_of(self.keep(apart), self.keep(together))

    def phrase(self, node: Phrase, zones: tuple[str, ...]) -> Clause | None:
        words = tuple((Alternative(EXACT, form, "typed"),) for form in _forms(node.text))
        if not words:
            return None
        if len(words) == 1:
            return self.keep(AnyForm(str(node), words[0], zones))
        return self.keep(InOrder(str(node), words, zones))

    def near(self, node: Near, zones: tuple[str, ...]) -> Clause | None:
        sides = [self.side(part) for part in (node.left, node.right)]
        words = tuple(word for side in sides for word in side)
        if len(words) < 2:
            return None
        near = self.keep(InOrder(str(node), words, zones, slop=node.distance - 1, ordered=False))
        phrases = [part for part, side in zip((node.left, node.right), sides, strict=True) if len(side) > 1]
        # Nearness alone would take the words of a phrase in any order.
        return Combined((near, *self.each(phrases, zones))) if phrases else near

    def side(self, node: Word | Phrase) -> tuple[tuple[Alternative, ...], ...]:
        if isinstance(node, Phrase):
            return tuple((Alternative(EXACT, form, "typed"),) for form in _forms(node.text))
        return tuple(self.alternatives.of(form) for form in _unelided(node.text))

    def prefix(self, text: str, zones: tuple[str, ...]) -> Clause | None:
        *before, last = _unelided(text) or [""]
        if not last:
            return None
        found = [form for form in dict.fromkeys(self.complete(last)) if bare(form) not in self.alternatives.without]
        alternatives = tuple(Alternative(EXACT, form, "prefix") for form in found)
        if not alternatives:
            self.notices.append(Notice(f"No word in this archive begins with “{last}”."))
            alternatives = (Alternative(EXACT, last, "typed"),)
        if before:
            words = (*(self.alternatives.of(form) for form in before), alternatives)
            return self.keep(InOrder(f"{text}*", words, zones))
        return self.keep(AnyForm(f"{text}*", alternatives, zones))

    def field_value(self, node: Field) -> Clause | None:
        target = FIELD_ALIASES[node.name]
        if target in ZONES:
            return self.clause(node.value, (target,))
        values = _values(node.value)
        if target == "date":
            return self.dates(values)
        handles = tuple(handle(target, _language(value) if target == "language" else value) for value in values)
        if target in ("from", "to"):
            handles += self.correspondents(target, values)
        return Keyword("handle", handles) if handles else None

    def correspondents(self, target: str, values: Sequence[str]) -> tuple[str, ...]:
        """Senders or recipients who are the same under other names."""
        found = []
        for value in values:
            others = self.names.values(value)
            counts = self.names.total([Keyword("handle", (handle(target, other),)) for other, _ in others])
            there = tuple((*other, count) for other, count in zip(others, counts, strict=True) if count)
            self.fields += [Named(target, value, there)] if there else []
            found += [handle(target, other) for other, *_ in there]
        return tuple(dict.fromkeys(found))

    def dates(self, values: list[str]) -> Clause | None:
        clauses = []
        for value in values:
            clause = _span(value, self.dates_as)
            if clause is None:
                self.notices.append(
                    Notice(f"“{value}” is not understood as a date (1932, 1932-05, 1931..1933, 1931..): left out.")
                )
            else:
                clauses.append(clause)
        return any_of(*clauses) if clauses else None

    def keep(self, clause: Scoring) -> Scoring:
        self.words.append(clause)
        return clause


_OWN_NAMES = {language.own_name.casefold(): code for code, language in LANGUAGES.items()}
_HYPHENS = re.compile("[-‐‑–—/]")


def _forms(text: str) -> list[str]:
    return [token.form for token in tokenise(text)]


def _unelided(text: str) -> list[str]:
    """The forms of a word without the article before it: l'opposition is looked for as opposition."""
    forms = _forms(text)
    while len(forms) > 1 and forms[0] in ELIDED:
        forms = forms[1:]
    return forms


def _values(node: Node) -> list[str]:
    match node:
        case Word() | Phrase() | Prefix():
            return [node.text]
        case And() | Or() | Group():
            return [value for part in node.parts for value in _values(part)]
        case _:
            return []


def _language(value: str) -> str:
    """A language as it is filed: its code, whatever it is called (`rus`, `русский`)."""
    return _OWN_NAMES.get(value.casefold()) or language_code(value) or value


def _span(value: str, rules: Rules) -> Dated | None:
    """`1932`, or two dates with `..` between, one of which may be left out."""
    first, points, last = (part.strip() for part in value.partition(".."))
    low, high = rules.bound(first), rules.bound(last) if points else None
    if value[:1] in ("<", ">") or (first and low is None) or (last and high is None) or not (low or high):
        return None
    if not points:
        high = low
    return Dated(low.earliest if low else None, high.latest if high else None)


def _least(count: int, match: Match) -> int:
    if match == "any":
        return min(count, 1)
    if match == "all" or count <= MOST_REQUIRED:
        return count
    return math.ceil(count * MOST_SHARE)


def handle(name: str, value: str) -> str:
    """The keyword under which a value can be named in a query, case and accents aside: `section=great britain`."""
    return f"{name}={fold(' '.join(value.casefold().split()))}"


def stop_words(forms: Iterable[str], languages: Iterable[str]) -> frozenset[str]:
    """The function words of the language that a typed text has most of; none where all its words are such."""
    forms = list(forms)
    best = max(
        (LANGUAGES[code].stop_words.intersection(forms) for code in languages),
        key=len,
        default=frozenset[str](),
    )
    return frozenset() if best.issuperset(forms) else best


def make_plan(
    parsed: Parsed,
    alternatives: Alternatives,
    match: Match = "most",
    complete: Completer = lambda prefix: (),
    names: Names | None = None,
    dates_as: Rules | None = None,
) -> Plan:
    """Plan a query for an archive. `complete` gives the archive's forms with a prefix; `names` serve one plan,
    `dates_as` says how it reads dates.
    """
    names = names or Names()
    stops = stop_words(_forms(parsed.text), alternatives.languages)
    planner = _Planner(alternatives, match, complete, dates_as or Rules(), stops, names)
    clause = planner.clause(parsed.tree) if parsed.tree else None
    notices = (*parsed.notices, *planner.notices)
    words = tuple(dict.fromkeys(planner.words))
    return Plan(
        parsed.text,
        clause,
        words,
        (),
        tuple(planner.dropped),
        planner.loose,
        match,
        notices,
        tuple(planner.fields),
        tuple(names.choices),
        names.counted,
    )
