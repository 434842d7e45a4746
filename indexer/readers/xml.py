"""XML and HTML from elsewhere: nothing loaded, nothing expanded, and errors that a person understands.

Every document is decoded first, so that encodings, entities and document types are settled on plain text and
the parser sees UTF-8 without a DOCTYPE. Lines keep their numbers throughout.
"""

import re
from collections.abc import Iterator, Mapping
from html.entities import html5
from io import BytesIO
from itertools import pairwise
from typing import Any

from lxml import etree

from discovery.errors import BadFile
from discovery.records import Source

from .source import Report, decode

Element = Any
"""An lxml element; the stubs know the tree less well than the readers use it."""

MAX_DEPTH = 256
"""Elements inside elements: libxml2's own bound, which `huge_tree=False` keeps."""

MAX_TAGS = 2_000_000
MANY_TAGS = 8_000_000
"""Tags of a file that is held as a whole, and of a finding aid, of which 75,000 units have 3,000,000."""
MOST_WORDING = 16 * 2**20
"""Characters that the entities of a file may add to it."""
PAGE_TAGS = 500_000
"""Tags of one page of a file that is read page by page."""

_XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_ENTITY = re.compile(r"&([A-Za-z][\w.-]{0,31});")
_NUMERIC = re.compile(r"&#(?:x([0-9A-Fa-f]{1,8})|([0-9]{1,8}));?")
_START = re.compile(r"(\s+)(<\?xml\s[^>]*\?>)")
_TAG = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)")
_LONG_TAG = re.compile(r"<[^<>]{65536}")
"""The HTML parser of libxml2 compares each attribute with all before it."""
_PROLOG = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
_DOCTYPE = re.compile(r"<!DOCTYPE\s[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL)
_DECLARATION = re.compile(r"<!ENTITY\b[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>?")
_NEVER_USED = re.compile(r"<!ENTITY\s+(?:%\s+\S+\s+(?:PUBLIC|SYSTEM)\s|[^>]*\sNDATA\s+\S+\s*>$)")
"""Kept elsewhere and never fetched: the notations of EAD 1.0, and images, which only attributes name."""
_WORDING = re.compile(r"<!ENTITY\s+([A-Za-z][\w.-]{0,31})\s+([\"'])((?:[^&<%\n]|&#x?[0-9A-Fa-f]{1,6};){0,80}?)\2\s*>$")
"""A name for a character or a few words, which name nothing in their turn."""

_REASONS = tuple(
    (re.compile(pattern), reason)
    for pattern, reason in (
        (r"Document is empty", "not an XML document"),
        (r"Start tag expected", "not an XML document: no element at its start"),
        (r"Extra content at the end", "something after the end of the document: a second root element, or text"),
        (r"Premature end of data in tag (\S+) line (\d+)", r"breaks off: <\1> of line \2 is never closed"),
        (r"Couldn't find end of Start Tag (\S+)", r"breaks off or is damaged inside the tag <\1>"),
        (r"tag mismatch: (\S+) line (\d+) and ([^\s,]+)", r"</\3> found while <\1> of line \2 is still open"),
        (r"EntityRef: no name|EntityRef: expecting ';'", "a bare & (it is written &amp; in XML)"),
        (r"Entity '(\S+)' not defined", r"the entity &\1; is not declared"),
        (r"[Ii]nvalid (?:xml)?[Cc]har value (\d+)", r"a control character (\1) that XML does not allow"),
        (r"Excessive depth", f"elements nested deeper than {MAX_DEPTH}"),
        (r"Namespace prefix (\S+).*not defined", r"the namespace prefix \1: is not declared"),
        (r"Unescaped '<' not allowed", "a bare < (it is written &lt; in XML)"),
        (r"attributes construct error|AttValue", "a damaged attribute"),
    )
)


def parse_xml(data: bytes, shown: str, fault: Report | None = None, most_tags: int = MAX_TAGS) -> Element:
    """The root element, comments and processing instructions left out.

    Raises `BadFile` with line and reason. With `fault`, damage that is not hostile is reported there and the rest
    is read.
    """
    text = _named_characters(*_without_doctype(decode(data, shown, fault), shown), shown)
    if not text.strip():
        raise BadFile(shown, "the file is empty", 1)
    if (tags := text.count("<")) > most_tags:
        raise BadFile(shown, f"{tags:,} tags, more than {most_tags:,}")
    encoded = _moved_declaration(text).encode()
    try:
        return etree.fromstring(encoded, _parser(recover=False))
    except etree.XMLSyntaxError as error:
        reason, line = _reason(error.msg or ""), error.lineno
        if fault is None or "deeper" in reason:
            raise BadFile(shown, reason, line) from error
    root = etree.fromstring(_NUMERIC.sub(_allowed, encoded.decode()).encode(), _parser(recover=True))
    if root is None:
        raise BadFile(shown, reason, line)
    etree.strip_elements(root, etree.Entity, with_tail=False)
    fault(Source(shown, line), f"{reason}; what could be read is loaded")
    return root


def each_element(data: bytes, shown: str, fault: Report, name: str) -> Iterator[Element]:
    """The elements of a name, in whatever namespace, one at a time: each is emptied when the next is asked for.

    For files of several thousand pages. Damage is reported, and what could be read before and behind it is given.
    """
    text = _named_characters(*_without_doctype(decode(data, shown, fault), shown), shown)
    if not text.strip():
        raise BadFile(shown, "the file is empty", 1)
    _check_pages(text, name, shown)
    if "&#" in text:
        text = _NUMERIC.sub(_allowed, text)
    source = BytesIO(_moved_declaration(text).encode())
    del text, data
    reading = etree.iterparse(source, events=("end",), tag=f"{{*}}{name}", encoding="utf-8", recover=True, **_GUARDED)
    try:
        for _, element in reading:
            etree.strip_elements(element, etree.Entity, with_tail=False)
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        fault(Source(shown, error.lineno), f"{_reason(error.msg or '')}; what could be read is loaded")
        return
    if wrong := next((entry for entry in reading.error_log if entry.level_name == "FATAL"), None):
        fault(Source(shown, wrong.line), f"{_reason(wrong.message)}; what could be read is loaded")


def _check_pages(text: str, name: str, shown: str) -> None:
    """What stands between two pages is held while it is read."""
    begins = [found.start() for found in re.finditer(rf"<(?:[\w.-]+:)?{name}[\s/>]", text)]
    for begin, end in pairwise([0, *begins, len(text)]):
        if (tags := text.count("<", begin, end)) > PAGE_TAGS:
            line = text.count("\n", 0, begin) + 1
            raise BadFile(shown, f"{tags:,} tags on one page, more than {PAGE_TAGS:,}", line)


def parse_html(text: str, shown: str, fault: Report) -> Element:
    """The root element of an HTML document, however broken. Raises `BadFile` where there is none at all."""
    parser = etree.HTMLParser(
        encoding="utf-8",
        recover=True,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    if found := _LONG_TAG.search(text):
        raise BadFile(shown, "a tag of more than 64 KB", text.count("\n", 0, found.start()) + 1)
    safe, _ = _without_doctype(text, shown)
    try:
        root = etree.fromstring(safe.encode(), parser) if safe.strip() else None
    except etree.XMLSyntaxError as error:
        raise BadFile(shown, _reason(error.msg or ""), error.lineno) from error
    if root is None:
        raise BadFile(shown, "the file is empty", 1)
    if deep := next((entry.line for entry in parser.error_log if "depth" in entry.message), None):
        fault(Source(shown, deep), f"elements nested deeper than {MAX_DEPTH}: what is below is left out")
    return root


def local_name(element: Element) -> str:
    """Name without namespace."""
    tag: str = element.tag
    return tag[tag.rfind("}") + 1 :]


def root_name(head: str) -> str:
    """Local name of the first element in the beginning of a file; "" where there is none."""
    begin = _after(_PROLOG, head, 0)
    begin = _after(_PROLOG, head, _after(_DOCTYPE, head, begin))
    found = _TAG.match(head, begin)
    return found[1] if found else ""


def _after(pattern: "re.Pattern[str]", text: str, begin: int) -> int:
    found = pattern.match(text, begin)
    return found.end() if found else begin


_GUARDED: Mapping[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}
"""Nothing is loaded, nothing expanded, and libxml2 keeps its own bounds."""


def _parser(recover: bool) -> etree.XMLParser:
    return etree.XMLParser(encoding="utf-8", recover=recover, **_GUARDED)


def _without_doctype(text: str, shown: str) -> tuple[str, dict[str, str]]:
    """The text with its DOCTYPE blanked, so that nothing it names can matter, and the wordings that it declares.

    Entities that could grow or reach outside are refused.
    """
    begin = _after(_PROLOG, text, 0)
    if not text.startswith("<!DOCTYPE", begin):
        return text, {}
    end = _after(_DOCTYPE, text, begin)
    end = len(text) if end == begin else end  # a DOCTYPE that never ends
    wordings: dict[str, str] = {}
    for declared in _DECLARATION.finditer(text, begin, end):
        if wording := _WORDING.match(declared[0]):
            wordings.setdefault(wording[1], wording[3].replace('"', "&quot;").replace("'", "&apos;"))
        elif not _NEVER_USED.match(declared[0]):
            line = text.count("\n", 0, declared.start()) + 1
            raise BadFile(shown, "declares entities of its own, which are not read for safety's sake", line)
    return text[:begin] + "\n" * text.count("\n", begin, end) + text[end:], wordings


def _named_characters(text: str, wordings: dict[str, str], shown: str) -> str:
    """Entities as text: what the document declares harmlessly, and undeclared &eacute; and its kin from HTML."""
    if "&" not in text:
        return text
    if sum(text.count(f"&{name};") * len(wording) for name, wording in wordings.items()) > MOST_WORDING:
        raise BadFile(shown, f"grows by more than {MOST_WORDING // 2**20} MB with the entities it declares")

    def character(entity: "re.Match[str]") -> str:
        name = entity[1]
        if name in _XML_ENTITIES:
            return entity[0]
        return wordings.get(name, html5.get(f"{name};", entity[0]))

    return _ENTITY.sub(character, text)


def _allowed(reference: "re.Match[str]") -> str:
    """References to what is no character: the lenient parser would end the text there, or break later."""
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    no_character = code < 0x20 and code not in (0x9, 0xA, 0xD)
    return (
        "\ufffd"
        if no_character or 0xD800 <= code < 0xE000 or 0xFFFE <= code < 0x10000 or code > 0x10FFFF
        else reference[0]
    )


def _moved_declaration(text: str) -> str:
    """White space in front of the XML declaration moves behind it: legal there, and lines still count."""
    return _START.sub(r"\2\1", text, count=1) if text[:1].isspace() else text


def _reason(message: str) -> str:
    for pattern, reason in _REASONS:
        if found := pattern.search(message):
            return found.expand(reason)
    return "not well-formed: " + message.split(", line", maxsplit=1)[0]
