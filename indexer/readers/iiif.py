"""IIIF manifests of Presentation API 2 and 3, as files: the canvases of an item, their images and texts.

Source: https://iiif.io/api/presentation/3.0/ and /2.1/
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from discovery.errors import BadFile
from discovery.records import WrittenDate

from .page_lists import ListedPage, PageList
from .source import Report, decode
from .wording import written_name

READS = (
    ("items or sequences/canvases", "page, in this order"),
    ("seeAlso, rendering, otherContent of a canvas", "text of the page"),
    ("body or resource of an image, and its service", "image of the page"),
    ("label", "title"),
    ("metadata labelled as date or creator", "date, names"),
)
_CONTEXT = re.compile(r"iiif\.io/api/presentation/|shared-canvas\.org/ns/context")
_DATE = re.compile(r"dat(?:e|um|a|ierung|ering)|fecha|дата|год|year|jahr|année", re.IGNORECASE)
_MAKER = re.compile(r"creator|author|auteur|autor|verfasser|sender|correspondent|автор|maker", re.IGNORECASE)
_MOST_PAGES = 20_000


def is_manifest(begin: str) -> bool:
    """Whether the beginning of a JSON file says that it is IIIF."""
    return bool(_CONTEXT.search(begin))


def read_list(data: bytes, shown: str, fault: Report) -> PageList:
    """The item of a manifest. Raises `BadFile` where it is no JSON, or lists no pages."""
    try:
        manifest = json.loads(decode(data, shown))
    except (ValueError, RecursionError) as error:
        raise BadFile(shown, f"not JSON ({error})", getattr(error, "lineno", None)) from error
    canvases = list(_canvases(manifest))
    pages = tuple(page for canvas in canvases[:_MOST_PAGES] if (page := _page(canvas)).texts or page.images)
    if not pages:
        raise BadFile(shown, "a IIIF manifest that lists no pages")
    if len(canvases) > _MOST_PAGES:
        raise BadFile(shown, f"a IIIF manifest of more than {_MOST_PAGES:,} pages")
    said = list(_metadata(manifest))
    return PageList(
        title=" / ".join(_texts(manifest.get("label"))),
        dates=tuple(WrittenDate(value) for label, value in said if _DATE.search(label))[:1],
        names=tuple(written_name(value) for label, value in said if _MAKER.search(label)),
        pages=pages,
    )


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _dicts(value: object) -> list[dict[str, Any]]:
    return [each for each in _list(value) if isinstance(each, dict)]


def _canvases(manifest: object) -> Iterator[dict[str, Any]]:
    for whole in _dicts(manifest):
        yield from (item for item in _dicts(whole.get("items")) if item.get("type") == "Canvas")
        for sequence in _dicts(whole.get("sequences"))[:1]:
            yield from _dicts(sequence.get("canvases"))


def _page(canvas: dict[str, Any]) -> ListedPage:
    linked = (each for name in ("seeAlso", "rendering", "otherContent") for each in _list(canvas.get(name)))
    images: list[str] = []
    for annotation in _annotations(canvas):
        for body in _dicts(annotation.get("body") or annotation.get("resource")):
            images += filter(None, (_address(body), *(_address(each) for each in _dicts(body.get("service")))))
    return ListedPage(tuple(filter(None, map(_address, linked))), tuple(dict.fromkeys(images)))


def _annotations(canvas: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from _dicts(canvas.get("images"))
    for page in _dicts(canvas.get("items")):
        yield from _dicts(page.get("items"))


def _address(value: object) -> str:
    found = value.get("id") or value.get("@id") if isinstance(value, dict) else value
    return found.encode("utf-8", "replace").decode() if isinstance(found, str) else ""


def _metadata(manifest: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for pair in _dicts(manifest.get("metadata")):
        yield from ((" ".join(_texts(pair.get("label"))), value) for value in _texts(pair.get("value")))


def _texts(value: object) -> list[str]:
    """The wordings of a value: text, a list, {"@value": …} of version 2 or {"en": […]} of version 3."""
    found: list[str] = []
    for each in _list(value):
        if isinstance(each, str):
            found.append(" ".join(each.split()))
        elif isinstance(each, dict):
            inner = [each["@value"]] if "@value" in each else list(each.values())
            found += (text for part in inner for text in _list(part) if isinstance(text, str))
    whole = (text.encode("utf-8", "replace").decode() for text in found)  # JSON can hold half a character
    return list(dict.fromkeys(filter(None, whole)))
