"""SKOS in RDF/XML: concepts of a thesaurus, or names of an authority file."""

from collections.abc import Iterator

from discovery.errors import BadFile
from discovery.names.authority import Authority
from discovery.names.thesaurus import Concept, Label
from discovery.records import Source
from discovery.text.codes import language_code
from mappings.languages import LANGUAGES

from .markup import plain
from .source import Report
from .xml import Element, local_name, parse_xml

READS = (
    ("Concept/@about", "id"),
    ("prefLabel, altLabel, hiddenLabel", "labels, by their language"),
    ("broader", "broader concept"),
)
_SKOS = "{http://www.w3.org/2004/02/skos/core#}"
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_LABELS = ("prefLabel", "altLabel", "hiddenLabel")
"""In this order the first label of a language is the preferred one."""


def read(data: bytes, shown: str, fault: Report) -> Iterator[Concept]:
    """The concepts of a file, with their labels in the languages that opis knows; `broader` may name others' concepts.

    A concept without address or such a label is reported and left out. Raises `BadFile` where there is no concept.
    """
    for element in _concepts(data, shown):
        concept = _concept(element)
        if concept.id and concept.labels:
            yield concept
        else:
            wrong = "it has no rdf:about" if not concept.id else "it has no label in a known language"
            fault(Source(shown, element.sourceline), f"concept left out: {wrong}")


def read_names(data: bytes, shown: str, fault: Report, kind: str) -> Iterator[Authority]:
    """The concepts of a file as authorities of one kind: a gazetteer, a list of organisations.

    The first preferred label is the name, in whatever language; all the others are variants.
    """
    for element in _concepts(data, shown):
        texts = [text for name in _LABELS for label in element.findall(_SKOS + name) if (text := plain(label))]
        address = _address(element)
        if address and texts:
            variants = tuple(text for text in dict.fromkeys(texts) if text != texts[0])
            yield Authority(id=address, kind=kind, name=texts[0], variants=variants, source=_source(element))
        else:
            wrong = "it has no rdf:about" if not address else "it has no label"
            fault(Source(shown, element.sourceline), f"concept left out: {wrong}")


def _concepts(data: bytes, shown: str) -> list[Element]:
    """Elements that are concepts, written as <skos:Concept> or as an <rdf:Description> of that type."""
    root = parse_xml(data, shown)
    concepts = [element for element in root.iter(_SKOS + "Concept", _RDF + "Description") if _is_concept(element)]
    if not concepts:
        raise BadFile(shown, "no SKOS in RDF/XML: there is no <skos:Concept> in it", root.sourceline)
    return concepts


def _is_concept(element: Element) -> bool:
    types = (type_.get(_RDF + "resource") for type_ in element.findall(_RDF + "type"))
    return element.tag == _SKOS + "Concept" or _SKOS[1:-1] + "Concept" in types


def _concept(element: Element) -> Concept:
    labels = [label for name in _LABELS for stated in element.findall(_SKOS + name) if (label := _label(stated))]
    above = [_resource(broader) for broader in element.findall(_SKOS + "broader")]
    return Concept(
        id=_address(element),
        labels=tuple(dict.fromkeys(labels)),
        broader=tuple(dict.fromkeys(filter(None, above))),
        source=_source(element),
    )


def _label(element: Element) -> Label | None:
    """A label in a language that opis knows; `fr-CA` and `fre` are French."""
    language = language_code(element.get(_LANGUAGE) or "")
    text = plain(element)
    return Label(language, text) if text and language in LANGUAGES else None


def _address(element: Element) -> str:
    return (element.get(_RDF + "about") or "").strip()


def _resource(element: Element) -> str:
    """The address that a property points to, or that of the concept written inside it."""
    return (element.get(_RDF + "resource") or next(map(_address, element), "")).strip()


def _source(element: Element) -> str:
    """What the concept names as its source (dc:source, dct:source), else the scheme it is in."""
    for child in element:
        if local_name(child) == "source" and (text := plain(child) or _resource(child)):
            return text
    scheme = element.find(_SKOS + "inScheme")
    return "" if scheme is None else _resource(scheme)
