"""What a component says in sentences, and where it points."""

from collections.abc import Iterable

from discovery.records import Link

from ..markup import paragraphs, plain
from ..xml import Element
from .elements import attribute, did, own
from .references import other_references

DESCRIPTIVE = (
    *("abstract", "materialspec", "scopecontent", "bioghist", "arrangement", "organization", "fileplan", "phystech"),
    *("custodhist", "acqinfo", "originalsloc", "altformavail", "relatedmaterial", "separatedmaterial"),
    *("otherfindaid", "odd", "note", "didnote", "index"),
)
"""Elements that say something of the material or its history; those about handling it are left to the archive."""

_OF_THE_RECORD = frozenset(
    ("publicationStatus", "levelOfDetail", "statusDescription", "descriptionIdentifier", "institutionIdentifier")
)
"""What AtoM says of the description and not of the material, in elements like those for anything else."""
ABOUT = ("subject", "occupation", "function")
SUBJECTS = (*ABOUT, "title")
_LABELS = ("title", "linktitle", "label")


def title(component: Element) -> str:
    """Several titles, of one record in two languages or of several items together, stand side by side."""
    return " / ".join(filter(None, (plain(element).rstrip(" ,") for element in did(component, "unittitle"))))


def description(component: Element) -> str:
    found: list[str] = []
    for element in own(component, DESCRIPTIVE):
        if element.get("type") in _OF_THE_RECORD:
            continue
        heading = element.tag != "odd" and element.find("head") is not None
        found += [text for text in paragraphs(element) if not (heading and text == plain(element.find("head")))]
    headings = "; ".join(_headings(component, SUBJECTS))
    return "\n\n".join(filter(None, dict.fromkeys([*found, *other_references(component), headings])))


def subjects(component: Element) -> tuple[str, ...]:
    """What it is about, by its index terms."""
    return tuple(dict.fromkeys(filter(None, _headings(component, ABOUT))))


def _headings(component: Element, tags: Iterable[str]) -> list[str]:
    terms = (term for element in own(component, {"controlaccess"}) for term in element.iter(*tags))
    return [(" -- ".join(map(plain, term.findall("part"))) or plain(term)).rstrip(".") for term in terms]


def holder(component: Element) -> str:
    """The institution that keeps it, without its address: "Library of Congress, Manuscript Division"."""
    for repository in did(component, "repository"):
        named = next(repository.iter("corpname", "name"), repository)
        house = plain(named, ("subarea", "address", "addressline", "extptr", "extref"))
        divisions = [plain(part).strip(" ,;") for part in named.iter("subarea")]
        house = house.strip(" ,;." if divisions else " ,;")
        if found := ", ".join(filter(None, (house, *divisions))):
            return found
    return ""


def access(component: Element) -> str:
    return "\n\n".join(
        text for element in own(component, {"accessrestrict"}) for text in paragraphs(element, without=("head",))
    )


def links(component: Element) -> tuple[Link, ...]:
    found = []
    for group in own(component, {"dao", "daogrp", "daoset"}):
        for element in group.iter("dao", "daoloc"):
            label = plain(element) or next(filter(None, (attribute(element, name) for name in _LABELS)), "")
            if href := attribute(element, "href"):
                found.append(Link(href, label or plain(group.find("daodesc"))))
    return tuple(dict.fromkeys(found))
