"""What a component says in sentences, and where it points."""

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
SUBJECTS = ("subject", "occupation", "function", "title")
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
    subjects = [
        plain(term).rstrip(".") for element in own(component, {"controlaccess"}) for term in element.iter(*SUBJECTS)
    ]
    return "\n\n".join(filter(None, dict.fromkeys([*found, *other_references(component), "; ".join(subjects)])))


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
