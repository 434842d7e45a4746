"""Units as read → units in their place: what is a folder, what lies in it, what is inherited and from where."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from discovery.containers import OUTER, numbers, shelf_key, shown
from discovery.records import Container, Source, Unit
from indexer.identity import Report, distinct


@dataclass(frozen=True, slots=True)
class Inherited:
    """A value and who says it: "own", or the level (or else the title) of the unit above that does."""

    value: str
    origin: str


@dataclass(slots=True, eq=False)
class Placed:
    """A unit in its place. `kind` is how opis treats it; `above` runs from the fonds down to the parent."""

    unit: Unit
    place: int
    kind: str = ""  # fonds, series, folder, item
    above: "tuple[Placed, ...]" = ()
    below: "list[Placed]" = field(default_factory=list)
    folder: "Placed | None" = None
    section: Inherited | None = None
    access: Inherited | None = None
    shelf: int = 0  # its place among all, by box and folder within each fonds
    containers: tuple[Container, ...] = ()  # its own, or behind the box that what it lies in is kept in

    @property
    def is_leaf(self) -> bool:
        return not self.below

    def walk(self) -> "Iterator[Placed]":
        """This unit and all below it, in the order of the finding aid."""
        waiting = [self]
        while waiting:
            placed = waiting.pop()
            yield placed
            waiting.extend(reversed(placed.below))

    def within(self) -> "list[Placed]":
        """What a document speaks for: a folder or an item for all below it, a series for itself."""
        return list(self.walk()) if self.folder else [self]

    def nearest(self, say: "Callable[[Unit], bool]") -> "Placed | None":
        """This unit, or the closest one above it, of which `say` is true."""
        return next((placed for placed in (self, *reversed(self.above)) if say(placed.unit)), None)


def arrange(
    units: Iterable[Unit],
    folder_levels: Iterable[str],
    sections: str,
    fault: Report,
    note: Report,
    taken: Mapping[str, Unit] | None = None,
) -> list[Placed]:
    """The roots, in order, behind those `taken` by other collections.

    `sections` is the id of the unit whose children are the country sections ("": none).
    """
    own = distinct(units, fault, note, taken)
    known = {unit.id: Placed(unit, place) for place, unit in enumerate(own.values(), len(taken or ()))}
    roots = _tree(known, note)
    if sections and not (sections in known or any(placed.unit.bare_id == sections for placed in known.values())):
        note(Source("collection.toml"), f"no unit has the id “{sections}”, which sections names")
    for root in roots:
        for placed in root.walk():
            _inherit(placed, sections)
        _keep(root)
        _find_folders(root, frozenset(folder_levels))
    _shelve(roots, len(taken or ()))
    return roots


def _tree(known: Mapping[str, Placed], note: Report) -> list[Placed]:
    roots = []
    for placed in known.values():
        parent = known.get(placed.unit.parent or "")
        if placed.unit.parent and parent is None:
            note(placed.unit.source, f"“{placed.unit.id}” names a parent that is not there: “{placed.unit.parent}”")
        if parent is None or parent is placed:
            roots.append(placed)
        else:
            parent.below.append(placed)
    reached = {id(placed) for root in roots for placed in root.walk()}
    for placed in known.values():
        if id(placed) not in reached:
            note(placed.unit.source, f"“{placed.unit.id}” lies below itself: taken as the top")
            roots.append(_cut(placed, known))
            reached |= {id(p) for p in placed.walk()}
    return roots


def _cut(placed: Placed, known: Mapping[str, Placed]) -> Placed:
    """Take a unit out of the circle it lies in."""
    known[placed.unit.parent or ""].below.remove(placed)
    return placed


def _inherit(placed: Placed, sections: str) -> None:
    unit = placed.unit
    parent = placed.above[-1] if placed.above else None
    if unit.section:
        placed.section = Inherited(unit.section, "own")
    elif parent and sections and sections in (parent.unit.id, parent.unit.bare_id):
        placed.section = Inherited(unit.title or unit.ref or unit.id, "own")
    elif parent and parent.section:
        placed.section = _handed_down(parent.section, parent)
    if unit.access:
        placed.access = Inherited(unit.access, "own")
    elif parent and parent.access:
        placed.access = _handed_down(parent.access, parent)
    for child in placed.below:
        child.above = (*placed.above, placed)


def _handed_down(value: Inherited, parent: Placed) -> Inherited:
    if value.origin != "own":
        return value
    return Inherited(value.value, parent.unit.level or parent.unit.title or parent.unit.id)


def _keep(root: Placed) -> None:
    """Hand down the box of a series to what states only its folder, or nothing at all.

    Only where all that lies in the series is in that one box: else nobody knows where one box ends.
    """
    order = list(root.walk())
    boxes: dict[int, set[str]] = {}
    for placed in reversed(order):
        own = {n for container in _boxes(placed.unit) for n in (numbers(container.number) or [container.number])}
        boxes[id(placed)] = own.union(*(boxes[id(child)] for child in placed.below))
    for placed in order:
        unit, parent = placed.unit, placed.above[-1] if placed.above else None
        placed.containers = unit.containers
        if parent and not _boxes(unit) and len(boxes[id(parent)]) == 1 and (outer := _handed(parent, unit)):
            placed.containers = (*outer, *unit.containers)
            if unit.ref and unit.ref == shown(unit.containers):
                placed.unit = replace(unit, ref=shown(placed.containers))


def _shelve(roots: Iterable[Placed], first: int) -> None:
    """Number all as they stand on the shelves, a fonds after the other; last in each what has no container."""
    shelves = (
        sorted(root.walk(), key=lambda placed: (not placed.containers, shelf_key(placed.containers), placed.place))
        for root in roots
    )
    for number, placed in enumerate((placed for shelf in shelves for placed in shelf), first):
        placed.shelf = number


def _boxes(unit: Unit) -> tuple[Container, ...]:
    return tuple(container for container in unit.containers if container.kind in OUTER)


def _handed(parent: Placed, unit: Unit) -> tuple[Container, ...]:
    """The box of the parent, for a folder or for what has nothing; all that it is kept in, where nothing in it says."""
    if not any(child.unit.containers for child in parent.below):
        return parent.containers
    if unit.containers and not any(container.kind == "folder" for container in unit.containers):
        return ()
    return tuple(container for container in parent.containers if container.kind in OUTER)


def _find_folders(root: Placed, levels: frozenset[str]) -> None:
    """Folders are the lowest units of a folder level or in a folder of their own, and leaves in none of those."""
    order = list(root.walk())
    holds_folder: set[int] = set()
    for placed in reversed(order):
        if _is_folder(placed, levels) or id(placed) in holds_folder:
            holds_folder.update(id(above) for above in placed.above)
    for placed in order:
        parent = placed.above[-1] if placed.above else None
        if parent and parent.folder:
            placed.kind, placed.folder = "item", parent.folder
        elif placed.is_leaf or (_is_folder(placed, levels) and id(placed) not in holds_folder):
            placed.kind, placed.folder = "folder", placed
        else:
            placed.kind = "series" if placed.above else "fonds"


def _is_folder(placed: Placed, levels: frozenset[str]) -> bool:
    return placed.unit.level in levels or _is_kept_apart(placed)


def _is_kept_apart(placed: Placed) -> bool:
    """Whether it has a folder other than that of what it lies in: then that is what a reader orders."""
    own = placed.unit.containers
    return bool(placed.above) and any(c.kind == "folder" for c in own) and own != placed.above[-1].unit.containers
