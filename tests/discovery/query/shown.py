"""A plan's clauses as one short line, for golden tables."""

from discovery.query.clauses import AnyForm, Clause, Combined, Dated, Fixed, InOrder, Keyword, Neighbours
from mappings.fields import OWN_ZONES, ZONES


def shown(clause: Clause | None) -> str:
    """`+` has to match, `2 of [ ]` so many, `-` must not; a zone stands before what is sought there alone.

    That of several words one has to be a unit's own goes without saying.
    """
    match clause:
        case None:
            return "-"
        case AnyForm() | InOrder() | Neighbours():
            return (
                clause.label
                if clause.zones in (tuple(ZONES), OWN_ZONES)
                else f"{','.join(clause.zones)}:{clause.label}"
            )
        case Fixed():
            return shown(clause.clause)
        case Keyword():
            return "|".join(clause.values)
        case Dated():
            return f"{clause.first or ''}..{clause.last or ''}"
        case Combined():
            must = [part for part in clause.must if not isinstance(part, Fixed)]
            if len(must) == 1 and not clause.should and not clause.must_not:
                return shown(must[0])
            parts = [f"+{shown(part)}" for part in must]
            if clause.should:
                parts.append(f"{clause.least} of [{', '.join(map(shown, clause.should))}]")
            parts += [f"-{shown(part)}" for part in clause.must_not]
            return f"({' '.join(parts)})"
