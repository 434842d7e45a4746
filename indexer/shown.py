"""What a page or a program is shown of a record, as JSON values (docs/api.md)."""

from collections.abc import Mapping, Sequence
from typing import Any

from discovery.access import Access
from discovery.containers import shown as kept_in
from discovery.dates import Reading
from discovery.dates.taken_for import NOT_UNDERSTOOD, taken_for
from discovery.records import Container, Name, Page, Passage, WrittenDate
from indexer.arrangement import Inherited, Placed


def unit_record(
    placed: Placed,
    language: str,
    wording: Mapping[str, Any],
    above: Sequence[Mapping[str, Any]],
    languages: Sequence[str],
    dates: Any,
    access: Access,
    holder: str,
    pages: int,
    digitised: bool,
) -> Any:
    """A unit of description. `language` is that of its description, `languages` those of its material and text.

    `wording` has the passages of title and description where they are not simply in that language, `above` the same
    of each title above.
    """
    unit = placed.unit
    place = _in_place(placed)
    place["path"] = [{**step, **said} for step, said in zip(place["path"], above, strict=True)]
    return (
        place
        | ({"wording": wording} if wording else {})
        | {
            "key": f"u:{unit.id}",
            "kind": placed.kind,
            "id": unit.id,
            "ref": unit.ref,
            "refs": list(unit.refs),
            "containers": [_container(container) for container in placed.containers],
            "kept_in": kept_in(placed.containers),
            "level": unit.level,
            "title": unit.title,
            "description": unit.description,
            "extent": unit.extent,
            "form": unit.form,
            "genre": unit.genre,
            "language": language,
            "languages": languages,
            "dates": dates,
            "access": _access(placed.access, access),
            "holder": holder,
            "subjects": list(unit.subjects),
            "names": [_name(name) for name in unit.names],
            "page_count": pages,
            "child_count": len(placed.below),
            "digitised": digitised,
            "permalink": unit.permalink,
            "links": [{"href": link.href, "label": link.label} for link in unit.links],
            "source": str(unit.source),
        }
    )


def page_record(
    placed: Placed, page: Page, page_id: str, languages: Sequence[str], dates: Any, access: Access, holder: str
) -> Any:
    """A page; its title and reference are those of what it lies in."""
    return _in_place(placed) | {
        "key": f"p:{page_id}",
        "kind": "page",
        "id": page_id,
        "level": "page",
        "title": placed.unit.title,
        "ref": (placed.folder or placed).unit.ref,
        "sequence": page.sequence,
        "label": page.label,
        "unit": _named(placed),
        "dates": dates,
        "languages": languages,
        "access": _access(placed.access, access),
        "holder": holder,
        "image": page.image,
        "width": page.width,
        "height": page.height,
        "passages": spans(page.passages),
        "source": str(page.source),
    }


def spans(passages: Sequence[Passage]) -> list[tuple[Any, ...]]:
    """Passages as start, end and language, and the other languages that it can be in where there are some."""
    return [passage if passage.others else passage[:3] for passage in passages]


def date_records(written: Sequence[WrittenDate], readings: Sequence[Reading], inherited: bool) -> list[dict[str, Any]]:
    """Each date statement as written, with what it is taken for."""
    return [_date(one, reading, inherited) for one, reading in zip(written, readings, strict=True)]


def _date(written: WrittenDate, reading: Reading, inherited: bool) -> dict[str, Any]:
    date = reading.date
    return {
        "text": written.text or written.normal,
        "type": written.type,
        **(taken_for(date) if date else NOT_UNDERSTOOD),
        "undated": reading.undated,
        "normal": written.normal if reading.conflict else "",
        "source": "inherited" if inherited else "own",
    }


def _in_place(placed: Placed) -> dict[str, Any]:
    path = [_named(above) | {"level": above.unit.level} for above in placed.above]
    return {
        "path": path,
        "folder": _named(placed.folder) | {"kept_in": kept_in(placed.folder.containers)} if placed.folder else None,
        "section": _inherited(placed.section),
    }


def _named(placed: Placed) -> dict[str, str]:
    return {"id": placed.unit.id, "ref": placed.unit.ref, "title": placed.unit.title}


def _inherited(value: Inherited | None) -> dict[str, str] | None:
    return {"value": value.value, "from": value.origin} if value else None


def _access(stated: Inherited | None, access: Access) -> dict[str, str] | None:
    """The statement, what it comes to, and the last day of it ("" where it has no end)."""
    if stated is None:
        return None
    until = access.until.isoformat() if access.until else ""
    return {"value": stated.value, "from": stated.origin, "status": access.status, "until": until}


def _container(container: Container) -> dict[str, str]:
    return {"kind": container.kind, "number": container.number, "label": container.label}


def _name(name: Name) -> dict[str, Any]:
    doubt = {"conjectural": name.conjectural, "written": name.written}
    return {"text": name.text, "role": name.role, "kind": name.kind, "read": name.read, **doubt}
