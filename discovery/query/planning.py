"""Tree → plan: which parts have to match together, and how many of the words."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from discovery.dates import Rules
from discovery.query.alternatives import Alternatives
from discovery.query.clauses import AnyForm, Clause, Combined, any_of
from discovery.query.fields import Values
from discovery.query.names import Names
from discovery.query.plan import Match, Plan
from discovery.query.syntax import (
    And,
    Field,
    Group,
    Must,
    Name,
    Near,
    Node,
    Not,
    Or,
    Parsed,
    Phrase,
    Prefix,
    Word,
)
from discovery.query.words import Completer, Words, forms, hyphenated, unelided
from mappings.fields import FIELD_ALIASES, ZONES
from mappings.languages import LANGUAGES

MOST_REQUIRED = 3
"""Words up to which `most` wants all of them; of more, MOST_SHARE."""
MOST_SHARE = 0.75

_ALL_ZONES = tuple(ZONES)


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
    notices = list(parsed.notices)
    words = Words(alternatives, complete, names, notices)
    values = Values(names, dates_as or Rules(), notices)
    planner = _Planner(match, words, values, stop_words(forms(parsed.text), alternatives.languages))
    alternatives.look_up(_looked_up(parsed.tree) if parsed.tree else ())
    clause = planner.clause(parsed.tree) if parsed.tree else None
    return Plan(
        parsed.text,
        clause,
        tuple(dict.fromkeys(words.kept)),
        (),
        tuple(planner.dropped),
        planner.loose,
        match,
        tuple(notices),
        tuple(values.named),
        tuple(names.choices),
        names.counted,
    )


def _looked_up(node: Node) -> Iterator[str]:
    """The forms of the words in a tree that are not looked for as they stand."""
    match node:
        case Word():
            yield from unelided(node.text)
        case Must() | Not():
            yield from _looked_up(node.part)
        case Near():
            yield from (*_looked_up(node.left), *_looked_up(node.right))
        case And() | Or() | Group():
            for part in node.parts:
                yield from _looked_up(part)
        case Field() if FIELD_ALIASES[node.name] in ZONES:
            yield from _looked_up(node.value)


def stop_words(forms: Iterable[str], languages: Iterable[str]) -> frozenset[str]:
    """The function words of the language that a typed text has most of; none where all its words are such."""
    forms = list(forms)
    best = max(
        (LANGUAGES[code].stop_words.intersection(forms) for code in languages),
        key=len,
        default=frozenset[str](),
    )
    return frozenset() if best.issuperset(forms) else best


@dataclass(slots=True)
class _Planner:
    match: Match
    words: Words
    values: Values
    stops: frozenset[str]
    dropped: list[str] = field(default_factory=list)
    loose: bool = False

    def clause(self, node: Node, zones: tuple[str, ...] = _ALL_ZONES) -> Clause | None:
        match node:
            case Word():
                return self.word(node, zones)
            case Phrase():
                return self.words.phrase(node, zones)
            case Name():
                return self.name(node, zones)
            case Prefix():
                return self.words.prefix(node.text, zones)
            case Near():
                return self.words.near(node, zones) or self.all_of((node.left, node.right), zones)
            case Field():
                target = FIELD_ALIASES[node.name]
                return self.clause(node.value, (target,)) if target in ZONES else self.values.clause(target, node.value)
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
        kept = len(self.words.kept)
        inner = self.clause(node, zones)
        del self.words.kept[kept:]
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
        nodes = self.words.names.runs(nodes)
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
        return isinstance(node, Word) and all(form in self.stops for form in forms(node.text))

    def word(self, node: Word, zones: tuple[str, ...]) -> Clause | None:
        """A word; where any word will do, the parts of a hyphenated one will too."""
        parts = hyphenated(node.text) if self.match == "any" else ()
        return self.group(parts, zones) if parts else self.words.word(node.text, zones)

    def name(self, node: Name, zones: tuple[str, ...]) -> Clause | None:
        """All its words, or one of the other names, which stand for the last word."""
        *_, last = node.words
        single, phrases = self.words.other_names(str(node), last.text, zones)
        names, self.words.names = self.words.names, Names()
        together = self.all_of(node.words, zones)
        self.words.names = names
        others = ([AnyForm(last.text, single, zones)] if single else []) + phrases
        return any_of(together, *map(self.words.keep, others)) if together else None


def _least(count: int, match: Match) -> int:
    if match == "any":
        return min(count, 1)
    if match == "all" or count <= MOST_REQUIRED:
        return count
    return math.ceil(count * MOST_SHARE)
