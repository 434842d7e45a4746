"""Where in a component its fields stand: attributes, the `did`, and what lies beside it."""

from collections.abc import Iterable, Iterator

from mappings.levels import level_term

from ..xml import Element

_WRAPPERS = frozenset({"descgrp", "admininfo", "add", "dsc"})


def attribute(element: Element, name: str) -> str:
    """An attribute with or without a namespace (`href`, `xlink:href`), white space collapsed."""
    for key in (name, f"{{http://www.w3.org/1999/xlink}}{name}", f"{{http://www.w3.org/XML/1998/namespace}}{name}"):
        if found := element.get(key):
            return " ".join(found.split())
    return ""


def own(component: Element, tags: Iterable[str]) -> Iterator[Element]:
    """Elements of these names that describe this component: in its `did`, beside it, or in a wrapper."""
    for child in component:
        if child.tag in tags:
            yield child
        elif child.tag == "did" or child.tag in _WRAPPERS:
            yield from own(child, tags)


def did(component: Element, path: str) -> list[Element]:
    """Elements of a name right in the `did`, or below by a path."""
    if "/" in path:
        return [found for part in component.iterchildren("did") for found in part.iterfind(path)]
    return [found for part in component.iterchildren("did") for found in part.iterchildren(path)]


def level(component: Element) -> str:
    stated = attribute(component, "level")
    return level_term(attribute(component, "otherlevel") if stated == "otherlevel" else stated)
