"""The dates of a component, as written and in the standard form beside it."""

from collections.abc import Iterator

from discovery.records import WrittenDate

from ..markup import plain
from ..xml import Element
from .elements import attribute, did


def dates(component: Element) -> tuple[WrittenDate, ...]:
    found = [_date(element) for element in _unitdates(component)]
    found += [date for element in did(component, "unitdatestructured") for date in _structured(element)]
    if not found:
        found = [_date(element) for element in did(component, "unittitle//date")]
    return tuple(dict.fromkeys(date for date in found if _says(date)))


def idle_dates(archdesc: Element) -> list[Element]:
    """The `unitdate` elements that give no unit a date: they say nothing, the same again, or stand in a sentence."""
    told: dict[Element, None] = {}
    for part in archdesc.iter("did"):
        by_date = {_date(element): element for element in reversed(_unitdates(part.getparent()))}
        told |= {element: None for date, element in by_date.items() if _says(date)}
    return [element for element in archdesc.iter("unitdate") if element not in told]


def _unitdates(component: Element) -> list[Element]:
    return did(component, "unitdate") + did(component, "unittitle//unitdate")


def _says(date: WrittenDate) -> bool:
    return bool(date.text or date.normal)


def _date(element: Element) -> WrittenDate:
    kind = attribute(element, "type") or attribute(element, "unitdatetype")
    return WrittenDate(plain(element), attribute(element, "normal"), kind)


def _structured(element: Element) -> Iterator[WrittenDate]:
    """EAD3: single dates and ranges, alone or in a `dateset`."""
    kind = attribute(element, "unitdatetype")
    for part in element.iter("datesingle", "daterange"):
        ends = [part] if part.tag == "datesingle" else part.findall("fromdate") + part.findall("todate")
        text = "–".join(plain(end) for end in ends)
        first, last = _bound(ends[:1], "notbefore"), _bound(ends[-1:], "notafter")
        normal = first if first == last else f"{first}/{last}"
        yield WrittenDate(text, normal if first and last else "", kind)


def _bound(end: list[Element], uncertain: str) -> str:
    """One end of a structured date in its standard form."""
    return next((attribute(part, uncertain) or attribute(part, "standarddate") for part in end), "")
