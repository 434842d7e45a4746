"""EAD finding aids: 2002 with or without namespace, 1.0, EAD3, and any of them inside METS or a harvest (OAI-PMH).

Every `archdesc` and component becomes a `Unit`. Ids are the `@id` where there is one; else they come from the
reference or, failing that, the position, under the parent's id, so that they stay the same from load to load.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from discovery.errors import BadFile
from discovery.records import Source, Unit
from discovery.text.codes import language_code

from . import eadfields as fields
from .markup import plain
from .source import Report
from .xml import Element, local_name, parse_xml


@dataclass(slots=True)
class _Ids:
    """The ids given in one file so far, and what there is to say about them."""

    shown: str
    note: Report
    lines: dict[str, int] = field(default_factory=dict)
    taken: Counter[str] = field(default_factory=Counter)
    derived: list[int] = field(default_factory=list)

    def give(self, element: Element, fallback: str) -> str:
        """The element's own id, else `fallback`; one that is taken gets a number behind it."""
        stated = " ".join((element.get("id") or "").split())
        if not stated and element.tag != "archdesc":  # the whole finding aid is known by its reference
            self.derived.append(element.sourceline)
        wanted = chosen = stated or fallback
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
    root = parse_xml(data, shown)
    _drop_namespaces(root)
    _leave_out_internal(root, shown, note)
    described = [description for ead in root.iter("ead") for description in ead.findall("archdesc")]
    if not described:
        raise BadFile(shown, "an EAD file without <archdesc>: nothing in it is described", root.sourceline)
    ids = _Ids(shown, note)
    untitled: list[int] = []
    for archdesc in described:
        yield from _units(archdesc, shown, ids, untitled)
    _summary(ids.derived, "without an id, given one by reference or position", shown, note)
    _summary(untitled, "without a title", shown, note)


def _units(archdesc: Element, shown: str, ids: _Ids, untitled: list[int]) -> Iterator[Unit]:
    ead = archdesc.getparent()
    top = ids.give(archdesc, fields.identifier(archdesc) or _finding_aid_id(ead) or PurePath(shown).stem)
    spoken = _language(archdesc) or _language(ead) or _declared_language(ead)
    waiting: list[tuple[Element, str, str | None, str]] = [(archdesc, top, None, spoken)]
    while waiting:
        element, id_, parent, language = waiting.pop()
        unit = _unit(element, id_, parent, _language(element) or language, shown)
        if not unit.title:
            untitled.append(element.sourceline)
        yield unit
        children = list(_components(element))
        references = ["" if child.get("id") else fields.identifier(child) for child in children]
        frequent = Counter(references)
        given = [
            ids.give(child, f"{id_}/{reference if reference and frequent[reference] == 1 else f'c{position}'}")
            for position, (child, reference) in enumerate(zip(children, references, strict=True), start=1)
        ]
        below = [(child, chosen, id_, unit.language) for child, chosen in zip(children, given, strict=True)]
        waiting += reversed(below)


def _unit(element: Element, id_: str, parent: str | None, language: str, shown: str) -> Unit:
    return Unit(
        id=id_,
        source=Source(shown, element.sourceline),
        parent=parent,
        level=fields.level(element),
        ref=fields.reference(element),
        title=fields.title(element),
        description=fields.description(element),
        extent=fields.extent(element),
        form=fields.form(element),
        genre=fields.genre(element),
        language=language,
        languages=fields.languages(element),
        dates=fields.dates(element),
        names=fields.names(element),
        access=fields.access(element),
        links=fields.links(element),
    )


def _components(element: Element) -> Iterator[Element]:
    """The components right below, whether or not a `dsc` lies between."""
    for child in element:
        if fields.COMPONENT.fullmatch(child.tag):
            yield child
        elif child.tag in ("dsc", "dscgrp"):
            yield from _components(child)


def _finding_aid_id(ead: Element) -> str:
    return plain(ead.find("eadheader/eadid")) or plain(ead.find("control/recordid"))


def _language(element: Element) -> str:
    return language_code(fields.attribute(element, "lang"))


def _declared_language(ead: Element) -> str:
    """Language of the finding aid, where it declares one and not several."""
    declared = [*ead.iterfind("eadheader/profiledesc/langusage/language"), *ead.iterfind("control//language")]
    codes = {language_code(fields.attribute(element, "langcode") or plain(element)) for element in declared}
    return codes.pop() if len(codes) == 1 else ""


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


def _summary(lines: list[int], what: str, shown: str, note: Report) -> None:
    if lines:
        count = "one unit" if len(lines) == 1 else f"{len(lines)} units"
        note(Source(shown, lines[0]), f"{count} {what}" + (" (the first is here)" if len(lines) > 1 else ""))
