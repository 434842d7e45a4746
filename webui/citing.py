"""A record as a reference: in the archive's own words, in RIS, BibTeX and CSL-JSON, and for browsers.

Dates keep their uncertainty as EDTF: in BibTeX's `date` (biblatex 3.5 and later read it), in a note elsewhere. Names
that the archivist worked out stay in [ ].
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from discovery.access import hindrance
from discovery.answering.results_json import top
from discovery.engines.port import About
from mappings.requests import FIELD
from webui import wording
from webui.links import record_url
from webui.wording import Record

LETTERS = frozenset({"letter", "telegram", "postcard", "circular"})
_LATEX = {
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
}
_LEFT_OPEN = re.compile(r"\s*\(\s*\)|\s*\[\s*\]")
"""What stood around a value that there is not, and below the signs between two of which one is not there."""
_BETWEEN = re.compile(r"([,;:.])(?:\s*[,;:.])+(?=\s|$)")
_FULL_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Cited:
    """What reference managers ask for. `earliest` and `latest` are days (ISO 8601), "" where open or not dated."""

    id: str
    title: str
    is_letter: bool
    authors: tuple[str, ...]
    recipients: tuple[str, ...]
    keywords: tuple[str, ...]
    dates: tuple[str, ...]  # as written
    edtf: str
    earliest: str
    latest: str
    is_circa: bool
    languages: tuple[str, ...]
    abstract: str
    call_number: str
    kept_in: str
    collection: str
    holder: str
    where: str
    hindrance: str
    url: str
    note: str

    @property
    def year(self) -> str:
        """The one year that it can be of."""
        return self.earliest[:4] if self.earliest and self.earliest[:4] == self.latest[:4] else ""


def cited(record: Record, about: About, note: str = "") -> Cited:
    """A unit or a page, with what a reader noted on it. White space is single spaces."""
    named = {role: tuple(wording.names(record, role)) for role in ("from", "creator", "to", "")}
    whole = [entry for entry in record.get("dates") or () if entry.get("type") != "bulk"]
    page = f", {wording.page_name(record)}" if record.get("kind") == "page" else ""
    return Cited(
        id=str(record.get("id", "")),
        title=_plain(wording.title(record)) + page,
        is_letter=record.get("genre") in LETTERS,
        authors=named["from"] or named["creator"],
        recipients=named["to"],
        keywords=(*named[""], *record.get("subjects", ())),
        dates=tuple(dated.text for dated in wording.dated(record)),
        edtf=str(whole[0].get("edtf") or "") if len(whole) == 1 else "",
        earliest=bound(record, "earliest", min),
        latest=bound(record, "latest", max),
        is_circa=any(entry.get("certainty") in ("circa", "probable") for entry in whole),
        languages=tuple(name for _, name in wording.languages(record)),
        abstract=_plain(str(record.get("description", ""))),
        call_number=str(record.get("ref", "")),
        kept_in=str(record.get("kept_in", "")),
        collection=_plain(wording.title(top(record))),
        holder=str(record.get("holder") or about.collection.get("holder", "")),
        where=wording.shelf_line(record, about),
        hindrance=hindrance(record),
        url=record_url(record, external=True),
        note=_plain(note),
    )


def in_words(record: Record, about: About) -> str:
    """What a footnote says: by the template of the collection (`citation`), else as usual. "" above folders."""
    template = about.collection.get("citation", "")
    if not template or not record.get("folder"):
        return wording.citation(record, about)
    one = cited(record, about)
    values = {
        "title": _plain(wording.title(record)),
        "dates": "; ".join(dated.text for dated in wording.dated(record) if not dated.inherited),
        "author": "; ".join(one.authors),
        "holder": one.holder,
        "collection": one.collection,
        "call_number": top(record).get("ref", ""),
        "reference": record["folder"].get("ref", ""),
        "kept_in": record["folder"].get("kept_in", ""),
        "page": wording.page_name(record) if record.get("kind") == "page" else "",
        "address": one.url,
    }
    said = re.sub(FIELD, lambda field: str(values[field[1]]), template)
    return _BETWEEN.sub(r"\1", _LEFT_OPEN.sub("", said)).strip(" ,;:.") + ("." if template.endswith(".") else "")


def bound(record: Record, name: str, choose: Callable[[list[str]], str]) -> str:
    """The earliest (or latest) day of all dates; "" where one of them is open or there is none."""
    days = [entry.get(name) for entry in record.get("dates") or ()]
    return choose(days) if days and all(days) else ""


def _plain(text: str) -> str:
    return " ".join(text.split())


def as_ris(references: Iterable[Cited]) -> str:
    """RIS; line breaks in a value would begin another field, so that there are none."""
    entries = ("".join(f"{tag}  - {value}\r\n" for tag, value in _ris(one)) for one in references)
    return "\r\n".join(entries)


def _ris(one: Cited) -> Iterator[tuple[str, str]]:
    fields = (
        ("TY", "PCOMM" if one.is_letter else "UNPB"),
        *(("AU", name) for name in one.authors),
        *(("A2", name) for name in one.recipients),
        *(("KW", name) for name in one.keywords),
        ("TI", one.title),
        ("PY", one.year),
        ("DA", one.earliest.replace("-", "/") if one.earliest == one.latest else ""),
        *(("N1", f"Date as written: {date}") for date in one.dates),
        ("N1", f"EDTF: {one.edtf}" if one.edtf else ""),
        *(("LA", name) for name in one.languages),
        ("AB", one.abstract),
        ("CN", one.call_number),
        ("N1", one.kept_in),
        ("AV", one.where),
        ("DP", one.holder),
        ("N1", one.hindrance),
        ("ID", one.id),
        ("UR", one.url),
        ("N1", one.note),
    )
    yield from ((tag, _plain(value)) for tag, value in fields if value.strip())
    yield "ER", ""


def as_bibtex(references: Iterable[Cited]) -> str:
    """BibTeX in UTF-8, for biblatex as well; a key is made of the id and unique among these."""
    taken: dict[str, int] = {}
    return "\n".join(_bibtex(one, taken) for one in references)


def _bibtex(one: Cited, taken: dict[str, int]) -> str:
    key = re.sub(r"[^A-Za-z0-9]+", "-", one.id).strip("-") or "record"
    taken[key] = taken.get(key, 0) + 1
    key = key if taken[key] == 1 else f"{key}-{taken[key]}"
    notes = [f"to {'; '.join(one.recipients)}"] if one.recipients else []
    notes += [*(f"Date as written: {date}" for date in one.dates), one.where, one.hindrance, one.note]
    fields = {
        "author": " and ".join(_latex_name(name) for name in one.authors),
        "title": f"{{{_latex(one.title)}}}",
        "date": one.edtf or _interval(one),
        "year": one.year,
        "note": _latex(". ".join(filter(None, notes))),
        "institution": _latex(one.holder),
        "number": _latex(one.call_number),
        "keywords": _latex("; ".join(one.keywords)),
        "language": _latex(", ".join(one.languages)),
        "abstract": _latex(one.abstract),
        "url": one.url,
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value and value != "{}")
    return f"@unpublished{{{key},\n{lines}}}\n"


def _interval(one: Cited) -> str:
    return one.earliest if one.earliest == one.latest else f"{one.earliest}/{one.latest}"


def _latex(text: str) -> str:
    return "".join(_LATEX.get(sign, sign) for sign in text)


def _latex_name(name: str) -> str:
    """In braces where BibTeX would take it apart: bodies, and names with marks of doubt."""
    return _latex(name) if re.fullmatch(r"[^,{}\[\]?]+, [^,{}\[\]?]+", name) else f"{{{_latex(name)}}}"


def as_csl(references: Iterable[Cited]) -> str:
    """CSL-JSON (schema 1.0.2), which Zotero, pandoc and Citation.js read."""
    return json.dumps([_csl(one) for one in references], ensure_ascii=False, indent=1)


def _csl(one: Cited) -> Mapping[str, object]:
    notes = [*(f"Date as written: {date}" for date in one.dates), f"EDTF: {one.edtf}" if one.edtf else ""]
    found: dict[str, object] = {
        "id": one.id,
        "type": "personal_communication" if one.is_letter else "manuscript",
        "title": one.title,
        "author": [_csl_name(name) for name in one.authors],
        "recipient": [_csl_name(name) for name in one.recipients],
        "issued": _issued(one),
        "archive": one.holder,
        "archive_collection": one.collection,
        "archive_location": ", ".join(dict.fromkeys(filter(None, (one.call_number, one.kept_in)))),
        "call-number": one.call_number,
        "language": ", ".join(one.languages),
        "keyword": ", ".join(one.keywords),
        "abstract": one.abstract,
        "URL": one.url,
        "note": "\n".join(filter(None, (*notes, one.hindrance, one.note))),
    }
    return {name: value for name, value in found.items() if value}


def _csl_name(name: str) -> dict[str, str]:
    family, comma, given = name.partition(", ")
    plain = comma and "," not in given and not set("[]?") & set(name)
    return {"family": family, "given": given} if plain else {"literal": name}


def _issued(one: Cited) -> dict[str, object]:
    if not (one.earliest and one.latest):
        return {}
    exact = one.edtf if _FULL_DAY.fullmatch(one.edtf) else ""
    days = (exact,) if exact else dict.fromkeys((one.earliest, one.latest))
    found: dict[str, object] = {"date-parts": [[int(part) for part in day.split("-")] for day in days]}
    return found | ({"circa": True} if one.is_circa else {})


def coins(one: Cited) -> str:
    """The title of a COinS span (Z39.88-2004, Dublin Core), which Zotero and Mendeley read from a page."""
    pairs = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rft.type", "letter" if one.is_letter else "manuscript"),
        ("rft.title", one.title),
        *(("rft.creator", name) for name in one.authors),
        ("rft.date", one.edtf or one.year),
        ("rft.source", one.where),
        ("rft.publisher", one.holder),
        *(("rft.language", name) for name in one.languages),
        ("rft.identifier", one.url),
    ]
    return urlencode([(name, value) for name, value in pairs if value])


def meta(one: Cited) -> list[tuple[str, str]]:
    """Names and contents of meta elements, as Google Scholar and Zotero read them."""
    pairs = [
        ("citation_title", one.title),
        *(("citation_author", name) for name in one.authors),
        ("citation_date", one.year),
        ("citation_collection", one.collection),
        ("citation_institution", one.holder),
        ("citation_abstract_html_url", one.url),
        ("DC.date", one.edtf),
        ("DC.identifier", one.url),
    ]
    return [(name, value) for name, value in pairs if value]


@dataclass(frozen=True, slots=True)
class Style:
    """A format that references are saved in."""

    label: str
    media_type: str
    write: Callable[[Iterable[Cited]], str]


STYLES: dict[str, Style] = {
    "ris": Style("RIS", "application/x-research-info-systems; charset=utf-8", as_ris),
    "bib": Style("BibTeX", "application/x-bibtex; charset=utf-8", as_bibtex),
    "csl.json": Style("CSL-JSON", "application/vnd.citationstyles.csl+json; charset=utf-8", as_csl),
}
"""By the ending of the file."""
