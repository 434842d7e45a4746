"""A plan's clauses as one short line, for golden tables."""

from discovery.query.clauses import AnyForm, Clause, Combined, Dated, InOrder, Keyword, Neighbours
from mappings.fields import ZONES


def shown(clause: Clause | None) -> str:
    """`+` has to match, `2 of [ ]` so many, `-` must not; a zone stands before what is sought there alone."""
    match clause:
        case None:
            return "-"
        case AnyForm() | InOrder() | Neighbours():
            return clause.label if clause.zones == tuple(ZONES) else f"{','.join(clause.zones)}:{clause.label}"
        case Keyword():
            return "|".join(clause.values)
        case Dated():
            return f"{clause.first or ''}..{clause.last or ''}"
        case Combined():
            parts = [f"+{shown(part)}" for part in clause.must]
            if clause.should:
                parts.append(f"{clause.least} of [{', '.join(map(shown, clause.should))}]")
            parts += [f"-{shown(part)}" for part in clause.must_not]
            return f"({' '.join(parts)})"
