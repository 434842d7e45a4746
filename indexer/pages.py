"""The page files of a unit: by pattern, by the links of the finding aid, and as a table lists them."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from urllib.parse import unquote

from discovery.records import PageFile, Unit

from .files import Pattern, Tree, close_stars, is_inside, open_stars
from .lists import is_named_as_list, list_of, pages_of

Found = tuple[list[PageFile], list[str]]
IMAGES = frozenset([".jpg", ".jpeg", ".jp2", ".png", ".tif", ".tiff", ".gif", ".webp", ".bmp"])
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass(frozen=True, slots=True)
class PageRules:
    """Where the pages of units lie: patterns (the first that has a page gives it), images, and links or not."""

    patterns: tuple[Pattern, ...] = ()
    images: Pattern | None = None
    links: bool = False
    lists: Collection[str] = frozenset()  # files that are known to list pages, however they are called


def find_pages(unit: Unit, inventory: str, folder: bool, rules: PageRules, tree: Tree) -> Found:
    """The page files of a unit in order, and a sentence for each that ought to be there and isn't.

    `inventory` is the reference of the folder that the unit is or lies in. A pattern with {inventory} alone applies
    to a `folder`, one with {ref} or {id} to every unit. A linked page that fits a pattern has its number there, so
    that it finds its image. A file can hold several pages; nothing is opened here.
    """
    values = {"inventory": inventory, "ref": unit.ref, "id": unit.bare_id or unit.id}
    missing: list[str] = []
    images: dict[str, str] = {}
    found = dict(_listed(unit, tree, missing, images))
    for path, sequence in _by_pattern(_applying(rules.patterns, values, folder), values, tree, missing).items():
        found.setdefault(path, sequence)
    if rules.links:
        for path in _linked(unit, tree, missing):
            numbers = (pattern.number(path, values) for pattern in rules.patterns)
            number = next((number for number in numbers if number is not None), None)
            found.setdefault(path, max(found.values(), default=0) + 1 if number is None else number)
    ordered = sorted(found.items(), key=lambda page: page[1])
    pages = [PageFile(path, sequence, image=images.get(path, "")) for path, sequence in ordered]
    whole = list(_expanded(pages, rules.lists, tree, missing))
    return [_with_image(page, rules.images, values, tree) for page in whole], missing


def _expanded(pages: Iterable[PageFile], lists: Collection[str], tree: Tree, missing: list[str]) -> Iterator[PageFile]:
    """The pages themselves where a file only lists them, counted on from the page before."""
    before = 0
    for page in pages:
        listed = list_of(tree, page.path) if page.path in lists or is_named_as_list(page.path) else None
        found, gone = pages_of(tree, page.path, listed) if listed else ([page], [])
        missing += gone
        for each in found:
            sequence = before + each.sequence if listed else each.sequence
            yield replace(each, sequence=sequence)
        before = sequence if found else before


def _applying(patterns: Iterable[Pattern], values: Mapping[str, str], folder: bool) -> list[Pattern]:
    """Patterns whose values this unit has; those with {inventory} alone for folders only."""
    return [
        pattern
        for pattern in patterns
        if all(values[name] for name in pattern.fields if name != "sequence")
        and (folder or {"ref", "id"} & set(pattern.fields))
    ]


def _by_pattern(patterns: list[Pattern], values: Mapping[str, str], tree: Tree, missing: list[str]) -> dict[str, int]:
    """Paths with their sequence numbers; a number that no pattern has, below one that is there, is a missing page."""
    by_number: dict[int, str] = {}
    for pattern in patterns:
        path = pattern.fill(values)
        if not is_inside(path):
            missing.append(f"{close_stars(pattern.fill(values, 1))}: leads out of the collection folder, not read")
            continue
        hits = tree.find(path)
        for position, (number, hit) in enumerate(hits, start=1):
            by_number.setdefault(position if number is None else number, hit)
    numbered = [pattern for pattern in patterns if "sequence" in pattern.fields]
    if numbered and by_number:
        missing += _holes(by_number, numbered[0], values)
    return {path: number for number, path in by_number.items()}


def _holes(by_number: Mapping[int, str], pattern: Pattern, values: Mapping[str, str]) -> Iterator[str]:
    """One sentence for each run of numbers left out, counting from 1."""
    last = 0
    for number in sorted(by_number):
        if number > last + 1:
            first, final = (close_stars(pattern.fill(values, n)) for n in (last + 1, number - 1))
            yield f"{first}: missing" if first == final else f"{first} to {final}: missing"
        last = number


def _linked(unit: Unit, tree: Tree, missing: list[str]) -> Iterator[str]:
    """Files that the links name: beside the finding aid, below the collection folder, or by their name alone."""
    for link in unit.links:
        href = unquote(link.href.split("#", 1)[0]).replace("\\", "/")
        ending = PurePosixPath(href).suffix.lower()
        if not href or _SCHEME.match(href) or ending in IMAGES:
            continue
        beside = _normal(PurePosixPath(unit.source.file).parent / href)
        alone = tree.named(PurePosixPath(href).name)
        if found := next((path for path in (beside, _normal(PurePosixPath(href))) if tree.holds(path)), ""):
            yield found
        elif len(alone) == 1 and tree.holds(alone[0]):
            yield alone[0]
        elif ending != ".pdf":  # one that is kept elsewhere is a link, as an image is
            missing.append(f"{link.href}: no such file")


def _listed(unit: Unit, tree: Tree, missing: list[str], images: dict[str, str]) -> Iterator[tuple[str, int]]:
    """Pages that a table lists, relative to the table; what is known of their `images` goes there."""
    number = 0
    folder = PurePosixPath(unit.source.file).parent
    for page in unit.pages:
        path = _normal(folder / page.path)
        hits = tree.find(open_stars(path))
        if not hits:
            missing.append(f"{page.path}: no such file")
        for _, hit in hits:
            number += 1
            if page.image:
                images[hit] = page.image
            yield hit, number


def _with_image(page: PageFile, images: Pattern | None, values: Mapping[str, str], tree: Tree) -> PageFile:
    if images is None or page.image or not all(values[name] for name in images.fields if name != "sequence"):
        return page
    path = images.fill(values, page.sequence)
    return replace(page, image=path) if tree.holds(path) else page


def _normal(path: PurePosixPath) -> str:
    """The path without "..", as far as it has something to go up from."""
    parts: list[str] = []
    for part in path.parts:
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)
