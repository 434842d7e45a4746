"""What a record says, in words for a reader: dates, names, levels, and the line to order a folder with."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from discovery.access import is_out_of_reach
from discovery.answering.summary import value_label
from discovery.engines.port import About
from mappings.languages import LANGUAGES, label

Record = Mapping[str, Any]

KINDS = {"fonds": "Fonds", "series": "Series", "folder": "Folder", "item": "Item", "page": "Page"}
CERTAINTIES = {"stated": "", "inferred": "worked out by the archivist", "probable": "probable", "circa": "approximate"}
VIEWS = {"folders": ("folder", "folders"), "items": ("item", "items"), "pages": ("page", "pages")}
VIEWS |= {"series": ("series", "series")}


class Dated(NamedTuple):
    """A date as written, what it is taken for, whether it is a higher level's, and what else a reader has to know.

    `aside` is the day in both styles where it was written in the old one, and that a date is one of the bulk.
    """

    text: str
    taken_for: str
    inherited: bool
    aside: str = ""


CALENDARS = {"julian": "written in Old Style", "republican": "written in the French Republican calendar"}


def dated(record: Record) -> tuple[Dated, ...]:
    """The dates of a record."""
    return tuple(_dated(entry) for entry in record.get("dates") or ())


def _dated(entry: Record) -> Dated:
    inherited = entry.get("source", "own") != "own"
    said = [
        "no date" if entry.get("undated") else _span(entry.get("earliest"), entry.get("latest")),
        CERTAINTIES.get(entry.get("certainty", ""), ""),
        CALENDARS.get(entry.get("calendar", ""), ""),
        "another reading is possible" if entry.get("ambiguous") else "",
        f"the finding aid also says {entry['normal']}" if entry.get("normal") else "",
        "from a higher level" if inherited else "",
    ]
    edtf = entry.get("edtf")
    taken = ", ".join(part for part in said if part)
    return Dated(entry.get("text", ""), f"{taken} (EDTF {edtf})" if edtf else taken, inherited, _aside(entry))


def _aside(entry: Record) -> str:
    said = ["most of it"] if entry.get("type") == "bulk" else []
    if entry.get("old_style"):
        said.append(f"{_day(entry['old_style'])} Old Style, {_day(entry['earliest'])} New Style")
    return ", ".join(said)


def _span(earliest: str | None, latest: str | None) -> str:
    first, last = _day(earliest), _day(latest)
    if not first and not last:
        return "not understood as a date"
    if first == last:
        return first
    if not last:
        return f"{first} or later"
    return f"{first} – {last}" if first else f"{last} or earlier"


def _day(text: str | None) -> str:
    try:
        day = date.fromisoformat(text or "")
    except ValueError:
        return text or ""
    return f"{day.day} {day:%B} {day.year}"


def kind(record: Record) -> str:
    """What opis treats it as: a folder, an item, a page …"""
    return KINDS.get(record.get("kind", ""), "Record")


def level(record: Record) -> str:
    """The finding aid's word for it, where it says more than `kind`."""
    stated = record.get("level") or ""
    named = value_label("level", stated)
    return "" if stated in ("", "file") or named.casefold() == kind(record).casefold() else named


def title(record: Record) -> str:
    return record.get("title") or "Without title"


def description_language(record: Record) -> str:
    """The language of title and description."""
    return record.get("language") or ""


def languages(record: Record) -> list[tuple[str, str]]:
    """(code, English name) of the languages of the material."""
    return [(code, label(code)) for code in record.get("languages") or ()]


def own_name(code: str) -> str:
    """A language's name in that language."""
    language = LANGUAGES.get(code)
    return language.own_name if language else code


def names(record: Record, role: str) -> list[str]:
    """The names in a role ("from", "to", or "" for the others), conjectures as the finding aid marks them."""
    return [name["written"] or name["text"] for name in in_role(record, role)]


def in_role(record: Record, role: str) -> list[Record]:
    return [name for name in record.get("names") or () if name["role"] == role]


def stated_in(record: Record, role: str) -> list[Record]:
    """Those that the finding aid states, not only its title."""
    return [name for name in in_role(record, role) if not name.get("read")]


def web_links(record: Record) -> list[Record]:
    """The links that can be followed from here: no scripts, no files of the collection's folder."""
    return [link for link in record.get("links") or () if link.get("href", "").startswith(("http://", "https://"))]


def said_by(stated: Record | None) -> str:
    """Where an inherited statement comes from: "" if the record makes it itself."""
    source = (stated or {}).get("from", "own")
    return "" if source == "own" else f"stated at {source} level"


def years(edtf: str) -> str:
    """The years of a life: "1879–1940", "until 1938"."""
    first, *rest = (part[:4] if part[:4].isdigit() else "" for part in edtf.split("/"))
    last = "".join(rest)
    if first and last:
        return f"{first}–{last}"
    return f"until {last}" if last else f"from {first}" if rest else first


def page_name(page: Record) -> str:
    """ "p. 3", by the number written on it where there is one."""
    return f"p. {page.get('label') or page.get('sequence') or '?'}"


def order_line(record: Record, about: About) -> str:
    """What a reader writes on the slip; "" above folders, and for what is closed or missing."""
    return "" if is_out_of_reach(record) else shelf_line(record, about)


def shelf_line(record: Record, about: About) -> str:
    """Where it is kept: "Holder, Title, inv. 12". "" above folders.

    The title is that of the fonds where there are several; else that of the collection.
    """
    folder = record.get("folder")
    if not folder:
        return ""
    fonds = [*record.get("path", ()), folder][0] if several_fonds(about) else {}
    named = fonds.get("title") or about.collection.get("title")
    call_number = fonds.get("ref") if record.get("path") else ""
    where = dict.fromkeys(part for part in (_inventory_number(folder), folder.get("kept_in")) if part)
    parts = (
        record.get("holder") or about.collection.get("holder"),
        named,
        call_number,
        *(where or [folder.get("title", "")]),
    )
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _inventory_number(folder: Record) -> str:
    """ "inv. 12"; "" where a folder goes by its box."""
    ref = folder.get("ref")
    return f"inv. {ref}" if ref and ref != folder.get("kept_in") else ""


def citation(record: Record, about: About) -> str:
    """What a footnote says: title, dates as written, where it is ordered, the page. "" above folders."""
    where = shelf_line(record, about)
    if not where:
        return ""
    named = title(record)
    own = [said.text for said in dated(record) if not said.inherited and said.text not in named]
    page = [page_name(record)] if record.get("kind") == "page" else []
    return f"{', '.join((named, *own))}. {', '.join((where, *page))}"


def archive_title(collection: Record) -> str:
    """The title of all that is loaded; of more than two collections their number."""
    titles = collection.get("titles", ())
    return f"{len(titles)} collections" if len(titles) > 2 else str(collection.get("title", ""))


def several_fonds(about: About) -> bool:
    return about.counts.get("fonds", 0) > 1


def counted(number: int, one: str, many: str = "") -> str:
    """ "1 folder", "2,345 folders"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


COUNTED = {"folder": "folders", "item": "items", "page": "pages", "series": "series"}
"""What an engine counts, and the view that lists it."""


def view_name(view: str, number: int = 2) -> str:
    one, many = VIEWS[view]
    return one if number == 1 else many
