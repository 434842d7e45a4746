"""Whom a query names, by the authority file, and under which other names the archive has them."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from discovery.names.authority import Authority, AuthorityFile, Form, Match, every_form, other_forms
from discovery.names.lexicon import Relation
from discovery.query.alternatives import Expander, nothing
from discovery.query.clauses import Alternative, AnyForm, Clause, InOrder, Scoring
from discovery.query.syntax import Name, Node, Word
from discovery.text.folding import fold, modern_russian
from discovery.text.lemmas import may_be_name
from discovery.text.tokens import tokenise
from mappings.fields import EXACT, FOLDED

AUTHORITY, PSEUDONYM = "authority", "pseudonym"
SHORTEST = 3
"""Letters of a single word that is looked for as another name."""
MOST_WORDS = 6
"""Words of a query that are taken together for one name."""
MOST_FORMS = 60
"""Other names of one person that are looked for in the archive."""

Total = Callable[[Sequence[Clause]], Sequence[int]]
"""How many documents of the view each clause finds."""
Headings = Callable[[str], Iterable[str]]
"""The archive's headings with a surname in them."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A typed name that is looked for as it stands: whom it may mean."""

    typed: str
    people: tuple[Match, ...]


@dataclass(slots=True)
class Names:
    """The other names of those a query names, as far as they occur. `counted` says how often each that was found."""

    file: AuthorityFile = field(default_factory=lambda: AuthorityFile(()))
    total: Total = lambda clauses: [0] * len(clauses)
    expand: Expander = nothing
    without: frozenset[str] = frozenset()
    stops: frozenset[str] = frozenset()
    choices: list[Choice] = field(default_factory=list)
    counted: dict[str, int] = field(default_factory=dict)
    headings: Headings = lambda surname: ()
    headed: dict[str, list[frozenset[str]]] = field(default_factory=dict)

    def runs(self, nodes: Sequence[Node]) -> list[Node]:
        """The nodes of a group, those words taken together that name somebody; the longest name counts."""
        found: list[Node] = []
        at = 0
        while at < len(nodes):
            name = next(self._names_at(nodes, at), None)
            found.append(name or nodes[at])
            at += len(name.words) if name else 1
        return found

    def _names_at(self, nodes: Sequence[Node], at: int) -> Iterator[Name]:
        for length in range(min(MOST_WORDS, len(nodes) - at), 1, -1):
            words = tuple(node for node in nodes[at : at + length] if isinstance(node, Word))
            if len(words) == length and self.file.find(str(Name(words))):
                yield Name(words)

    def person(self, typed: str, surely: bool) -> Match | None:
        """The one whom a name means. Several, or one whose name may be words like any other, are a choice.

        Several words that are somebody's name say whom they mean in small letters too, but for a pseudonym (der Alte).
        """
        found = self.file.find(typed)
        best = [match for match in found if match.how == found[0].how]
        if len(best) == 1 and (surely or (len(typed.split()) > 1 and best[0].how != PSEUDONYM)):
            return best[0]
        if found and Choice(typed, found) not in self.choices:
            self.choices.append(Choice(typed, found))
        return None

    def others(
        self, match: Match, typed: str, label: str, zones: tuple[str, ...]
    ) -> tuple[tuple[Alternative, ...], list[Scoring]]:
        """The other names of somebody that occur: single words, and names of several words in their order."""
        named: list[Scoring] = []
        for terms, relation in self._written(match, typed):
            words = tuple(_spelt(term, relation) for term in terms)
            named.append(AnyForm(label, words[0], zones) if len(words) == 1 else InOrder(label, words, zones))
        there = []
        for clause, count in zip(named, self.total(named) if named else (), strict=True):
            if count:
                self.counted[spoken(clause)] = count
                there.append(clause)
        singles = (a for clause in there if isinstance(clause, AnyForm) for a in clause.alternatives)
        return tuple(singles), [clause for clause in there if isinstance(clause, InOrder)]

    def values(self, typed: str) -> tuple[tuple[str, str], ...]:
        """Other whole names and surnames of whom a field's value names, each with its relation; () if it is unclear."""
        match = self.person(typed, surely=True)
        forms = [(form, self._relation(match, form)) for form in other_forms(match.authority, typed)] if match else []
        found = [(form.text, relation) for form, relation in forms]
        found += [(_surname(form), relation) for form, relation in forms if match and self._alone(match, form)]
        kept = ((text, relation) for text, relation in found if not {text.lower(), relation} & self.without)
        return tuple(dict.fromkeys(kept))

    def _written(self, match: Match, typed: str) -> list[tuple[tuple[str, ...], str]]:
        """How an archive may write somebody's other names, as folded words, each once and with its relation.

        What has only words that were typed, in any order, is no other name.
        """
        found: dict[tuple[str, ...], str] = {}
        own = frozenset(_words(typed))
        for form in other_forms(match.authority, typed):
            relation = self._relation(match, form)
            for terms in self._orders(match, form, len(own) > 1):
                if not own >= set(terms) and self._tells(terms) and not {" ".join(terms), relation} & self.without:
                    found.setdefault(terms, relation)
        relation = self._relation(match, Form(match.authority.name, "name"))
        for case in self._cases(match):
            if case not in own and not {case, relation} & self.without:
                found.setdefault((case,), relation)
        return list(found.items())[:MOST_FORMS]

    def _cases(self, match: Match) -> list[str]:
        """How else the archive spells and inflects the preferred name, if it is one word or a surname of its own."""
        name = Form(match.authority.name, "name")
        words = _words(_surname(name) if self._alone(match, name) else name.text)
        found = self.expand([(words[0], ())])[0] if len(words) == 1 else ()
        return [form for form, relation in found if relation is Relation.OTHER_SCRIPT]

    def _orders(self, match: Match, form: Form, full: bool) -> Iterable[tuple[str, ...]]:
        """A surname alone where it is nobody else's and no full name was typed, else with the first forename."""
        surname, comma, given = form.text.partition(",")
        if not comma or match.authority.kind != "person":
            return (_words(form.text),)
        if not full and self._alone(match, form):
            return (_words(surname),)
        first = _words(given)[:1]
        return (_words(surname) + first, first + _words(surname)) if first and len(first[0]) > 1 else ()

    def _alone(self, match: Match, form: Form) -> bool:
        """Whether a person's surname names nobody else, neither in the authority file nor among the archive's names."""
        comma = "," in form.text and match.authority.kind == "person"
        known = comma and {other.authority.id for other in self.file.find(_surname(form))} == {match.authority.id}
        return bool(known) and not self._is_shared(match, _surname(form))

    def _is_shared(self, match: Match, surname: str) -> bool:
        """Whether a heading of the archive gives the surname to somebody with no forename of this person's."""
        if surname not in self.headed:
            self.headed[surname] = [frozenset(_words(heading)) for heading in self.headings(surname)]
        family = frozenset(_words(surname))
        given = frozenset(word for form in every_form(match.authority) for word in _words(form.text)) - family
        initials = {word[0] for word in given}
        others = (words - family for words in self.headed[surname] if words > family)
        return bool(given) and any(
            not words & given and not any(len(word) == 1 and word in initials for word in words)
            for words in others
            if any(word.isalpha() for word in words)
        )

    def _relation(self, match: Match, form: Form) -> str:
        return PSEUDONYM if PSEUDONYM in (match.how, form.how) else AUTHORITY

    def _tells(self, terms: tuple[str, ...]) -> bool:
        """Whether words say who is meant: one short word, or a word like any other, does not."""
        if len(terms) != 1:
            return bool(terms)
        (term,) = terms
        return len(term) >= SHORTEST and term not in self.stops and may_be_name(term)


def spoken(clause: Scoring) -> str:
    """A name as the page lists it."""
    parts = [clause.alternatives] if isinstance(clause, AnyForm) else clause.words
    return " ".join(part[0].term.removeprefix(FOLDED) for part in parts)


def query_for(authority: Authority, typed: str, text: str) -> str:
    """The query with a name replaced by the one that the finding aid prefers."""
    written = " ".join(word for word in re.split(r'[\s,()"“”„«»:*]+', authority.name) if word)
    between = r"[\s,.;:]+".join(map(re.escape, typed.split()))
    return re.sub(rf"(?<!\w){between}(?!\w)", lambda _: written, text, count=1) if between else written


def _spelt(term: str, relation: str) -> tuple[Alternative, ...]:
    """A folded word where it is written so, and where that is a folding of what is written."""
    return tuple(Alternative(EXACT, mark + term, relation) for mark in ("", FOLDED))


def _surname(form: Form) -> str:
    return form.text.partition(",")[0].strip()


def _words(text: str) -> tuple[str, ...]:
    """The words of a name as the archive's fields have them, folded and in modern spelling."""
    return tuple(fold(modern_russian(token.form)) or token.form for token in tokenise(text))
