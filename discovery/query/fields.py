"""`name:value` as a clause: values under their handles, who else is the same correspondent, dates."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from discovery.containers import KINDS, SAME_KIND, numbers
from discovery.dates import Rules
from discovery.query.clauses import Clause, Dated, Keyword, any_of
from discovery.query.names import Names
from discovery.query.plan import Named
from discovery.query.references import call_key, reference_key
from discovery.query.syntax import And, Group, Node, Notice, Or, Phrase, Prefix, Word
from discovery.text.codes import language_code
from discovery.text.folding import fold
from mappings.languages import LANGUAGES

CORRESPONDENTS = ("from", "to")
CONJECTURE = "conjecture"

_OWN_NAMES = {language.own_name.casefold(): code for code, language in LANGUAGES.items()}


def handle(name: str, value: str) -> str:
    """The keyword under which a value can be named in a query, case and accents aside: `section=great britain`."""
    return f"{name}={fold(' '.join(value.casefold().split()))}"


def conjectured(role: str) -> str:
    """What handles of senders or recipients have for a role that the finding aid is not sure of."""
    return f"{role}?"


Above = Callable[[Clause], Sequence[str]]
"""Ids of the fonds and series that a clause finds."""


@dataclass(slots=True)
class Values:
    """Reads the values of fields. `above` finds what others lie in; `named` are those that name somebody."""

    names: Names
    dates_as: Rules
    notices: list[Notice]
    above: "Above" = lambda clause: ()
    named: list[Named] = field(default_factory=list)

    def clause(self, target: str, node: Node) -> Clause | None:
        """Any of the values that stand behind a field which is no zone."""
        values = _values(node)
        if target == "date":
            return self._dates(values)
        if target in KINDS:
            called = (target, *filter(None, [SAME_KIND.get(target)]))
            values = [number for value in values for number in numbers(value) or [value]]
            handles = tuple(handle(kind, value) for value in values for kind in called)
            return Keyword("handle", handles) if handles else None
        handles = tuple(handle(target, _language(value) if target == "language" else value) for value in values)
        if target in CORRESPONDENTS:
            handles += self._correspondents(target, values)
        return Keyword("handle", handles) if handles else None

    def inside(self, node: Node, called: Clause | None) -> Clause:
        """All that lies in the fonds and series that have a number, or are `called` so."""
        said = " ".join(_values(node))
        numbers = [handle("ref", reference_key(said)), handle("call", call_key(said))]
        named = Keyword("handle", tuple(numbers if call_key(said) else numbers[:1]))
        found = tuple(self.above(any_of(named, called) if called else named))
        if not found:
            self.notices.append(Notice(f"No collection or series here has the number or the title “{said}”."))
        return Keyword("within", found or ("",))

    def _correspondents(self, target: str, values: Sequence[str]) -> tuple[str, ...]:
        """Senders or recipients who are the same under other names, and those who are so by conjecture."""
        found = []
        for value in values:
            known = [(target, *other) for other in self.names.values(value)]
            if CONJECTURE not in self.names.without:
                known += [(conjectured(target), name, CONJECTURE) for name in (value, *(name for _, name, _ in known))]
            handles = [handle(role, name) for role, name, _ in known]
            counts = self.names.total([Keyword("handle", (one,)) for one in handles])
            others = tuple((*one[1:], count) for one, count in zip(known, counts, strict=True) if count)
            self.named += [Named(target, value, others)] if others else []
            found += [one for one, count in zip(handles, counts, strict=True) if count]
        return tuple(dict.fromkeys(found))

    def _dates(self, values: list[str]) -> Clause | None:
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
