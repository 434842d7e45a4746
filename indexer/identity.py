"""Units of several files → one unit an id, whatever is loaded and in which order."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import groupby

from discovery.records import Source, Unit

Report = Callable[[Source, str], None]


def distinct(
    units: Iterable[Unit], fault: Report, note: Report, taken: Mapping[str, Unit] | None = None
) -> dict[str, Unit]:
    """Units by id, in order; each came with an id that depends on its own source alone.

    A finding aid that is there already is left out, with one line; in another language it is the same archive
    described twice, and both wordings are kept. `taken` are the units of collections loaded before.
    """
    before = taken or {}
    known = dict(before)
    for _, group in groupby(units, key=lambda unit: unit.source.file):
        own = list(group)
        tops = [unit for unit in own if not unit.parent]
        if len(tops) == 1 and tops[0].id in known:
            _add_again(own, tops[0], known, fault, note, tops[0].id in before)
        else:
            _add_records(own, known, fault)
    return {unit_id: unit for unit_id, unit in known.items() if unit_id not in before}


def _add_records(own: list[Unit], known: dict[str, Unit], fault: Report) -> None:
    for unit in own:
        if unit.id in known:
            fault(unit.source, f"the id “{unit.id}” is taken already by {known[unit.id].source}: left out")
        else:
            known[unit.id] = unit


def _add_again(
    own: list[Unit], top: Unit, known: dict[str, Unit], fault: Report, note: Report, elsewhere: bool
) -> None:
    first = known[top.id]
    if elsewhere or not top.language or top.language == first.language:
        fault(top.source, f"the finding aid “{top.id}” is there already, from {first.source.file}: left out")
        return
    note(top.source, f"describes “{top.id}” in another language than {first.source.file}: both wordings are kept")
    for unit in own:
        known[unit.id] = _together(known[unit.id], unit) if unit.id in known else unit


def _together(one: Unit, other: Unit) -> Unit:
    """One unit with both wordings; each passage's language is then found by itself."""
    title = " / ".join(dict.fromkeys(text for text in (one.title, other.title) if text))
    description = "\n\n".join(dict.fromkeys(text for text in (one.description, other.description) if text))
    return replace(one, title=title, description=description, language="")
