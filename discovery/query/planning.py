"""Tree → plan: which parts have to match together, and how many of the words."""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from discovery.dates import Rules
from discovery.query.across import Across
from discovery.query.alternatives import Alternatives
from discovery.query.clauses import AnyForm, Clause, Combined, Fixed, Scoring, any_of, each_word, some_of
from discovery.query.fields import Above, Values
from discovery.query.names import Names
from discovery.query.persons import Person, parted, person_in
from discovery.query.plan import Match, Part, Plan
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
from discovery.query.talk import talk
from discovery.query.words import Completer, Words, forms, hyphenated, opening, unelided
from mappings.fields import FIELD_ALIASES, IN, OWN_ZONES, ZONES

MOST_REQUIRED = 3
"""Words in parentheses up to which `most` wants all of them; of more, MOST_SHARE."""
MOST_SHARE = 0.75


def make_plan(
    parsed: Parsed,
    alternatives: Alternatives,
    match: Match = "most",
    complete: Completer = lambda prefix: (),
    names: Names | None = None,
    dates_as: Rules | None = None,
    across: Across | None = None,
    above: Above = lambda clause: (),
) -> Plan:
    """Plan a query for an archive. `complete` gives the archive's forms with a prefix; `names` serve one plan,
    `dates_as` says how it reads dates, `across` translates, `above` finds what others lie in.
    """
    names = names or Names()
    notices = list(parsed.notices)
    stops = talk(forms(parsed.text), alternatives.languages)
    words = Words(alternatives, complete, names, notices, across=across, opening=opening(parsed.text, stops))
    values = Values(names, dates_as or Rules(), notices, above)
    planner = _Planner(match, words, values, stops)
    looked_up = list(dict.fromkeys(_looked_up(parsed.tree))) if parsed.tree else []
    alternatives.look_up(looked_up)
    words.look_apart(looked_up)
    said = planner.names(parsed)
    clause = planner.top(parsed.tree) if parsed.tree else None
    person = planner.person(said)
    kept = tuple(dict.fromkeys(words.kept))
    several = len(kept) > 1
    own = Fixed(any_of(*kept)) if several else None
    return Plan(
        parsed.text,
        Combined((each_word(clause, _widened), own), person.clauses if person else ()) if clause and own else clause,
        tuple(map(_widened, kept)) if several else kept,
        (),
        tuple(planner.dropped),
        tuple(Part(part.label, each_word(part.clause, _widened)) for part in planner.parts),
        _least(len(planner.parts), match, top=True),
        match,
        tuple(notices),
        tuple(values.named),
        tuple(names.choices),
        names.counted,
        own,
        person,
        across is not None,
    )


def _widened(word: Scoring) -> Scoring:
    return replace(word, zones=tuple(ZONES)) if word.zones == OWN_ZONES else word


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
        case Field() if FIELD_ALIASES[node.name] in (*ZONES, IN):
            yield from _looked_up(node.value)


_INITIAL = re.compile(r"[B-HJ-NP-XZБ-ДЖ-ЗЛ-НП-РТФ-Ю]")
"""A capital that is no word by itself: of a name, and no French article."""


@dataclass(slots=True)
class _Planner:
    match: Match
    words: Words
    values: Values
    stops: frozenset[str]
    dropped: list[str] = field(default_factory=list)
    parts: tuple[Part, ...] = ()
    in_sentence: bool = False

    def clause(self, node: Node, zones: tuple[str, ...] = OWN_ZONES) -> Clause | None:
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
                if target == IN:
                    return self.values.inside(node.value, self.unscored(node.value, ("title",)))
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

    def names(self, parsed: Parsed) -> tuple[str, str] | None:
        """Forename and surname, if they may be the whole query."""
        nodes = parsed.tree.parts if isinstance(parsed.tree, Group) else ()
        words = [node for node in nodes if isinstance(node, Word) and not self.is_stop(node)]
        found = parted(parsed.text, words) if len(words) == len(nodes) else None
        if found:
            self.words.alternatives.take_for_name(*found)
        return found

    def person(self, names: tuple[str, str] | None) -> Person | None:
        """Whom the whole query names."""
        if not names:
            return None

        def occurs(clause: Clause) -> bool:
            return any(self.words.names.total([clause]))

        return person_in(names, lambda form: self.words.alternatives.of(form, True), occurs)

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

    def top(self, node: Node) -> Clause | None:
        """The whole tree. Where it is words side by side, they are the parts of which some may be let go."""
        if not isinstance(node, Group):
            return self.clause(node)
        return self.group(node.parts, OWN_ZONES, top=True)

    def group(self, nodes: Sequence[Node], zones: tuple[str, ...], top: bool = False) -> Clause | None:
        nodes = self.words.names.runs(nodes)
        counted = self.counted(nodes)
        self.in_sentence = self.in_sentence or (top and self.match == "most" and len(counted) > MOST_REQUIRED)
        self.dropped += [str(n) for n in nodes if self.is_stop(n) and n not in counted]
        fixed = self.all_of([node for node in nodes if isinstance(node, Not | Must | Field)], zones)
        made = [(node, self.clause(node, zones)) for node in counted]
        parts = tuple(Part(str(node), clause) for node, clause in made if clause)
        if top and len(parts) > 1:
            self.parts = parts
        if not parts:
            return fixed
        free = tuple(part.clause for part in parts)
        asked = some_of(free, _least(len(free), self.match, top)) if len(free) > 1 else free[0]
        if isinstance(fixed, Combined) and not fixed.should:
            return replace(fixed, must=(*fixed.must, asked))
        return Combined((fixed, asked)) if fixed else asked

    def counted(self, nodes: Sequence[Node]) -> Sequence[Node]:
        """The nodes that something has to have so many of: all but function words, if there are others."""
        free = [node for node in nodes if not isinstance(node, Not | Must | Field)]
        counted = [node for node in free if not self.is_stop(node)]
        return counted if counted or len(free) < len(nodes) else free

    def is_stop(self, node: Node) -> bool:
        if not isinstance(node, Word) or _INITIAL.fullmatch(node.text):
            return False
        return all(form in self.stops for form in forms(node.text))

    def word(self, node: Word, zones: tuple[str, ...]) -> Clause | None:
        """A word; where not all have to be there, one part of a hyphenated one is enough."""
        whole = self.words.word(node.text, zones)
        parts = hyphenated(node.text) if whole and (self.match == "any" or self.in_sentence) else ()
        apart = (self.words.word(part.text, zones) for part in parts)
        return any_of(whole, *(part for part in apart if part)) if whole else None

    def name(self, node: Name, zones: tuple[str, ...]) -> Clause | None:
        """All its words, or one of the other names, which stand for the last word."""
        *_, last = node.words
        single, phrases = self.words.other_names(str(node), last.text, zones)
        names, self.words.names = self.words.names, Names()
        together = self.all_of(node.words, zones)
        self.words.names = names
        others = ([AnyForm(last.text, single, zones)] if single else []) + phrases
        return any_of(together, *map(self.words.keep, others)) if together else None


def _least(count: int, match: Match, top: bool) -> int:
    if match == "any":
        return 1
    if match == "all" or top or count <= MOST_REQUIRED:
        return count
    return math.ceil(count * MOST_SHARE)
