"""EAD finding aids: 2002 with or without namespace, 1.0, EAD3, and any of them inside METS or a harvest (OAI-PMH).

Every `archdesc` and component becomes a `Unit`. Ids are the `@id` where there is one, behind the key of the fonds; else
they come from the reference or, failing that, the position, under the parent's id, so that they stay the same from
load to load and whatever else is loaded.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from discovery.errors import BadFile
from discovery.records import Source, Unit

from ..markup import plain
from ..source import Report
from ..xml import MANY_TAGS, Element, local_name, parse_xml
from .dates import dates, idle_dates
from .description import access, description, holder, links, subjects, title
from .elements import level
from .languages import declared_language, languages, stated_language
from .names import names
from .physical import extent, form, genre
from .references import bring_boxes, containers, identifier, lasting, permalink, reference, references

SHORTEST_KEY = 3
"""Characters of a call number that may tell one fonds from all others."""
_NO_DATE = "empty, said before of the same unit, or in running text"
_NO_OBJECT = "without an address, given before of the same unit, or in running text"
_COMPONENT = re.compile(r"c(?:0[1-9]|1[0-2])?")


@dataclass(slots=True)
class _Ids:
    """The ids given in one file so far, and what there is to say about them."""

    shown: str
    note: Report
    lines: dict[str, int] = field(default_factory=dict)
    taken: Counter[str] = field(default_factory=Counter)
    derived: list[int] = field(default_factory=list)

    def give(self, element: Element, fallback: str, fonds: str = "") -> str:
        """The element's own id behind that of its fonds, else `fallback`; one that is taken gets a number behind it."""
        stated = _stated_id(element)
        if not stated and element.tag != "archdesc":  # the whole finding aid is known by its reference
            self.derived.append(element.sourceline)
        wanted = chosen = f"{fonds}/{stated}" if fonds and stated else fallback
        while chosen in self.lines:
            self.taken[wanted] += 1
            chosen = f"{wanted}~{self.taken[wanted] + 1}"
        self.lines[chosen] = element.sourceline
        if chosen != wanted:
            taken = f"the id {wanted!r} is that of line {self.lines[wanted]} already: here it becomes {chosen!r}"
            self.note(Source(self.shown, element.sourceline), taken)
        return chosen


def read(data: bytes, shown: str, fault: Report, note: Report) -> Iterator[Unit]:
    """The units of an EAD file, parents before children, in the order of the file.

    A file that isn't well-formed is refused whole (`BadFile` with its line): half a finding aid would look like a
    whole one. Components without id or title are loaded and noted.
    """
    root = parse_xml(data, shown, most_tags=MANY_TAGS)
    _drop_namespaces(root)
    _leave_out_internal(root, shown, note)
    bring_boxes(root)
    described = [archdesc for ead in root.iter("ead") for archdesc in ead.findall("archdesc")]
    if not described:
        raise BadFile(shown, "an EAD file without <archdesc>: nothing in it is described", root.sourceline)
    ids = _Ids(shown, note)
    untitled: list[int] = []
    for archdesc in described:
        linked = 0
        for unit in _units(archdesc, shown, ids, untitled):
            linked += len(unit.links)
            yield unit
        _idle(idle_dates(archdesc), "unitdate", _NO_DATE, shown, note)
        objects = list(archdesc.iter("dao", "daoloc"))
        _idle(objects[linked:], "digital object", _NO_OBJECT, shown, note)
    _summary(ids.derived, "without an id, given one by reference or position", shown, note)
    _summary(untitled, "without a title", shown, note)


def _units(archdesc: Element, shown: str, ids: _Ids, untitled: list[int]) -> Iterator[Unit]:
    ead = archdesc.getparent()
    top = ids.give(archdesc, _fonds_key(archdesc, ead, shown))
    spoken = stated_language(archdesc) or stated_language(ead) or declared_language(ead)
    waiting: list[tuple[Element, str, str | None, str, str]] = [(archdesc, top, None, spoken, "")]
    while waiting:
        element, id_, parent, language, bare_parent = waiting.pop()
        unit = _unit(element, id_, parent, stated_language(element) or language, shown)
        bare = _stated_id(element) or (id_.removeprefix(f"{top}/") if bare_parent else "")
        unit = replace(unit, bare_id=bare, permalink=unit.permalink or (lasting(ead) if element is archdesc else ""))
        if not unit.title:
            untitled.append(element.sourceline)
        yield unit
        children = list(_components(element))
        numbers = ["" if child.get("id") else identifier(child) for child in children]
        frequent = Counter(numbers)
        given = [
            ids.give(child, f"{id_}/{number if number and frequent[number] == 1 else f'c{position}'}", top)
            for position, (child, number) in enumerate(zip(children, numbers, strict=True), start=1)
        ]
        inner = bare if element is not archdesc else ""
        below = [(child, chosen, id_, unit.language, inner) for child, chosen in zip(children, given, strict=True)]
        waiting += reversed(below)


def _stated_id(element: Element) -> str:
    return " ".join((element.get("id") or "").split())


def _fonds_key(archdesc: Element, ead: Element, shown: str) -> str:
    """What a finding aid says of itself: call number, else its own id, else the name of the file.

    It depends on nothing that is loaded beside it: all ids below begin with it, so that addresses stay.
    """
    number = identifier(archdesc)
    telling = number if len(number) >= SHORTEST_KEY else ""
    return telling or _finding_aid_id(ead) or _stated_id(archdesc) or number or PurePath(shown).stem


def _unit(element: Element, id_: str, parent: str | None, language: str, shown: str) -> Unit:
    return Unit(
        id=id_,
        source=Source(shown, element.sourceline),
        parent=parent,
        level=level(element),
        ref=reference(element),
        title=title(element),
        description=description(element),
        extent=extent(element),
        form=form(element),
        genre=genre(element),
        language=language,
        languages=languages(element),
        dates=dates(element),
        names=names(element),
        subjects=subjects(element),
        holder=holder(element),
        access=access(element),
        links=links(element),
        containers=containers(element),
        refs=references(element),
        permalink=permalink(element),
    )


def _components(element: Element) -> Iterator[Element]:
    """The components right below, whether or not a `dsc` lies between."""
    for child in element:
        if _COMPONENT.fullmatch(child.tag):
            yield child
        elif child.tag in ("dsc", "dscgrp"):
            yield from _components(child)


def _finding_aid_id(ead: Element) -> str:
    return plain(ead.find("eadheader/eadid")) or plain(ead.find("control/recordid"))


def _drop_namespaces(root: Element) -> None:
    """Four namespaces are in use for the same elements, none among them."""
    for element in root.iter():
        if element.tag[0] == "{":
            element.tag = local_name(element)


def _leave_out_internal(root: Element, shown: str, note: Report) -> None:
    """What is marked as meant for the staff alone, as unpublished units and notes are, isn't for readers."""
    marked = root.findall(".//archdesc//*[@audience='internal']")
    for element in marked:
        element.clear(keep_tail=True)
        element.tag = "internal"
    if marked:
        count = "an element" if len(marked) == 1 else f"{len(marked)} elements"
        note(Source(shown, marked[0].sourceline), f"{count} marked as internal: left out")


def _idle(elements: list[Element], called: str, why: str, shown: str, note: Report) -> None:
    if elements:
        count = f"{len(elements)} {called}s" if len(elements) > 1 else f"one {called}"
        note(Source(shown, elements[0].sourceline), f"{count} not taken: {why}")


def _summary(lines: list[int], what: str, shown: str, note: Report) -> None:
    if lines:
        count = "one unit" if len(lines) == 1 else f"{len(lines)} units"
        note(Source(shown, lines[0]), f"{count} {what}" + (" (the first is here)" if len(lines) > 1 else ""))
