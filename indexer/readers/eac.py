"""EAC-CPF, 2010 and 2.0: authority records of archives, as entries of an authority file."""

import re
from collections.abc import Iterator

from discovery.errors import BadFile
from discovery.names.authority import Authority, is_edtf
from discovery.records import Source

from .markup import plain
from .source import Report
from .xml import MANY_TAGS, Element, parse_xml

READS = (
    ("recordId", "id"),
    ("entityType", "kind: person, organisation, family"),
    ("nameEntry that is authorised or preferred, else the first", "name"),
    ("other nameEntry", "variant; a pseudonym by its type"),
    ("existDates", "dates"),
    ("addresses at Wikidata or VIAF", "link"),
    ("biogHist/p", "note"),
)
_KINDS = {"person": "person", "corporatebody": "organisation", "family": "family"}
_SURNAME = re.compile("surname|family", re.IGNORECASE)
_PSEUDONYM = re.compile("pseudon(?:[iy]|ie)m|seudónimo|псевдон[иі]м|alias|nom de guerre", re.IGNORECASE)
_DATES = re.compile("date", re.IGNORECASE)
_WIKIDATA = re.compile(r"(?:wikidata\.org/(?:wiki|entity)/|^)(Q[1-9]\d*)$")
_VIAF = re.compile(r"viaf\.org/viaf/(\d+)")


def read(data: bytes, shown: str, fault: Report) -> Iterator[Authority]:
    """The authorities of a file: one record, or several inside any other element.

    A record without id, name or known type is reported and left out. Raises `BadFile` where there is no record.
    """
    root = parse_xml(data, shown, most_tags=MANY_TAGS)
    records = list(root.iter("{*}eac-cpf", "{*}eac"))
    if not records:
        raise BadFile(shown, "no EAC-CPF: there is no <eac-cpf> and no <eac> in it", root.sourceline)
    for record in records:
        authority = _authority(record)
        if wrong := _wrong(authority, record):
            fault(Source(shown, record.sourceline), f"record left out: {'; '.join(wrong)}")
        else:
            yield authority


def _authority(record: Element) -> Authority:
    names: dict[str, Element] = {}
    for identity in record.iter("{*}identity"):
        for entry in identity.iter("{*}nameEntry"):
            names.setdefault(_name(entry), entry)
    names.pop("", None)
    preferred = next((name for name, entry in names.items() if _is_preferred(entry)), next(iter(names), ""))
    others = {name: entry for name, entry in names.items() if name != preferred}
    return Authority(
        id=_text(record, "recordId"),
        kind=_KINDS.get(_type(record).lower(), ""),
        name=preferred,
        dates=_dates(record),
        variants=tuple(name for name, entry in others.items() if not _is_pseudonym(entry)),
        pseudonyms=tuple(name for name, entry in others.items() if _is_pseudonym(entry)),
        link=_link(record),
        source="; ".join(_texts(record, "sourceEntry") or _texts(record, "agencyName")),
        note=" ".join(plain(part) for history in record.iter("{*}biogHist") for part in history.iter("{*}p")),
    )


def _wrong(authority: Authority, record: Element) -> list[str]:
    wrong = [] if authority.id else ["it has no recordId"]
    if not authority.name:
        wrong.append("it has no nameEntry with a part")
    if not authority.kind:
        wrong.append(f"the entityType {_type(record)!r} is none of person, corporateBody, family")
    return wrong


def _name(entry: Element) -> str:
    """The parts of a name as "Surname, Forename"; parts that are dates are left out."""
    parts = [part for part in entry.iter("{*}part") if not _DATES.search(_local_type(part))]
    surnames = [plain(part) for part in parts if _SURNAME.search(_local_type(part))]
    others = [plain(part) for part in parts if not _SURNAME.search(_local_type(part))]
    return ", ".join(filter(None, (" ".join(surnames), " ".join(others)))).strip()


def _is_preferred(entry: Element) -> bool:
    stated = entry.get("preferredForm") == "true" or entry.get("status") == "authorized"
    return stated or entry.find("{*}authorizedForm") is not None


def _is_pseudonym(entry: Element) -> bool:
    return bool(_PSEUDONYM.search(_local_type(entry)))


def _local_type(element: Element) -> str:
    return element.get("localType") or ""


def _type(record: Element) -> str:
    element = next(record.iter("{*}entityType"), None)
    return "" if element is None else element.get("value") or plain(element)


def _dates(record: Element) -> str:
    """The first dates of existence in EDTF, or "" where they are words."""
    existence = next(record.iter("{*}existDates"), None)
    if existence is None:
        return ""
    interval = next(existence.iter("{*}dateRange"), None)
    if interval is None:
        return _date(next(existence.iter("{*}date"), None))
    dates = "/".join(_date(interval.find(name)) for name in ("{*}fromDate", "{*}toDate"))
    return "" if dates == "/" else dates


def _date(element: Element | None) -> str:
    if element is None:
        return ""
    date = element.get("standardDate") or plain(element)
    return date if is_edtf(date) else ""


def _link(record: Element) -> str:
    stated = [*_texts(record, "entityId"), *_texts(record, "identityId"), *_texts(record, "otherRecordId")]
    for pattern, link in ((_WIKIDATA, "{}"), (_VIAF, "https://viaf.org/viaf/{}")):
        for address in stated:
            if found := pattern.search(address):
                return link.format(found[1])
    return ""


def _texts(record: Element, name: str) -> list[str]:
    return [text for element in record.iter(f"{{*}}{name}") if (text := plain(element))]


def _text(record: Element, name: str) -> str:
    return next(iter(_texts(record, name)), "")
