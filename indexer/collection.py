"""The settings of a collection: `collection.toml`, or what stands in for it. See docs/collection.md."""

import difflib
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from glob import glob
from itertools import chain
from pathlib import Path
from typing import Any

from discovery.dates import CENTURY, Rules
from discovery.errors import BadFile, CollectionError
from discovery.packed import is_packed
from discovery.records import PageFile, Unit
from discovery.text.codes import language_code
from mappings.levels import level_term
from mappings.requests import CITATION_FIELDS, FIELD, REQUEST_FIELDS

from . import bare
from .files import Pattern, Tree, natural, open_stars
from .lists import list_of, pages_of
from .pages import PageRules, find_pages
from .readers import EMPTY, IMAGE, sniff
from .readers.headers import COLUMNS, OWN, Named
from .readers.headers import named as named_columns
from .readers.page_lists import PageList

SETTINGS = "collection.toml"
Settings = Mapping[str, Any]
_TOLD = 5
"""Files that are named where none of a folder can be loaded."""
_DESCRIPTIONS = frozenset({".xml", ".ead", ".csv", ".tsv", ".jsonl", ".xlsx", ".xlsm", ".ods"})
_LISTS = frozenset({".csv", ".xml", ".rdf"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """What is loaded and how: the folder, its settings, and which of them are only assumed (`defaults`)."""

    root: Path
    id: str
    title: str
    holder: str = ""
    address: str = ""  # where the site is, for what is printed and exported
    order_by: str = "folder"  # or "box": what is carried to the reading room
    citation: str = ""  # how the house is cited, a template (`mappings.requests`)
    request_url: str = ""  # where the house's own system takes orders (`mappings.requests`)
    dictionaries: str | tuple[str, ...] = "system"  # or "none", or files relative to the folder
    languages: tuple[str, ...] = ()  # that a passage can be in; none: all that opis knows
    notice: str = ""
    authority: tuple[str, ...] = ()  # files of who is who and of concepts, relative to the folder, maybe outside it
    thesaurus: tuple[str, ...] = ()
    files: tuple[str, ...] = ()  # of descriptions, relative to the folder, in reading order
    folder_levels: tuple[str, ...] = ("file",)
    sections: str = ""  # id of the unit whose children are the country sections
    pages: PageRules = field(default_factory=PageRules)
    dates: Rules = field(default_factory=Rules)
    columns: Named = field(default_factory=dict)  # of tables, by the names that this collection has for them
    found: tuple[str, ...] = ()  # page files, where there are no descriptions at all
    images: Mapping[str, str] = field(default_factory=dict)  # the image of each of these that has one
    lists: Mapping[str, PageList] = field(default_factory=dict)  # what those of them say that list pages
    defaults: tuple[str, ...] = ()  # a sentence for each setting that nobody made
    only: str | None = None  # the one file that is loaded, where no folder is
    tree: Tree = field(repr=False, compare=False)

    def description_files(self) -> Iterator[tuple[Path, str]]:
        """Files of descriptions in reading order, each with its name for people (`Source.file`)."""
        return ((self.root / name, name) for name in self.files)

    def authority_files(self) -> Iterator[tuple[Path, str]]:
        """Files of who is who, as `description_files`."""
        return ((self.root / name, name) for name in self.authority)

    def thesaurus_files(self) -> Iterator[tuple[Path, str]]:
        """Files of concepts, as `description_files`."""
        return ((self.root / name, name) for name in self.thesaurus)

    def found_units(self) -> Iterator[Unit]:
        """The units of a folder that has page files and no descriptions; none for any other."""
        if not self.found:
            return iter(())
        return bare.units_of_files(self.id, self.title, self.found, self.images, self.lists)

    def is_folder(self, unit: Unit) -> bool:
        """Whether the unit's level is one that readers order by."""
        return unit.level in self.folder_levels

    def page_files(self, unit: Unit, inventory: str, folder: bool | None = None) -> tuple[list[PageFile], list[str]]:
        """The page files of a unit, and a sentence for each that is missing. Paths are relative to `root`.

        `inventory` is the reference of the folder that the unit is or lies in; `folder` says whether it is one
        itself, if its level doesn't tell.
        """
        return find_pages(unit, inventory, self.is_folder(unit) if folder is None else folder, self.pages, self.tree)


def read_collection(path: Path) -> Collection:
    """The collection at a folder, its `collection.toml`, a single file, or a bare folder.

    Raises `CollectionError` with everything that is wrong, or where nothing could be loaded.
    """
    if path.is_dir():
        settings = path / SETTINGS
        return _from_settings(settings) if settings.is_file() else _from_files(path, None)
    if not path.exists():
        raise CollectionError(f"{path}: no such file or folder")
    if is_packed(path.name):
        return _from_files(path, None)
    return _from_settings(path) if path.name == SETTINGS else _from_files(path.parent, path.name)


def _from_settings(path: Path) -> Collection:
    try:
        made = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CollectionError(f"{path}: not TOML: {error}", "docs/collection.md shows one that is.") from error
    except OSError as error:
        raise CollectionError(f"{path}: can't be opened: {error.strerror}") from error
    faults: list[str] = []
    values = dict(_values(made, _SHAPE, "", faults))
    tree = Tree(path.parent)
    languages = [_language(name, faults) for name in values.get("languages", ())]
    patterns = tuple(_pattern(text, "pages.pattern", faults) for text in values.get("pages.pattern", ()))
    images = _pattern(values["pages.images"], "pages.images", faults) if values.get("pages.images") else None
    if values.get("pages.links", "dao") != "dao":
        faults.append(f"pages.links: only 'dao' is known, not {values['pages.links']!r}")
    lists = {key: _lists(key, values.get(key, ()), path.parent, faults) for key in ("authority", "thesaurus")}
    named = values.get("descriptions.files")
    stated = {column: values[key] for column in COLUMNS if (key := f"columns.{column}") in values}
    columns = named_columns(stated)
    files = (
        _description_files(tree, chain(*lists.values()), columns)
        if named is None
        else _named_files(named, tree, faults)
    )
    if not files and not faults:
        faults.append("no description files: descriptions.files names none, or none is a finding aid or table")
    dates = _date_rules(values, faults)
    faults += _ordering_faults(values)
    if not isinstance(named_dictionaries := _dictionaries(values.get("dictionaries", ["system"]), path.parent), str):
        faults += [f"dictionaries: no file {name!r}" for name in named_dictionaries if not Path(name).is_file()]
    if faults:
        count = "one thing is" if len(faults) == 1 else f"{len(faults)} things are"
        lines = "".join(f"\n  - {fault}" for fault in faults)
        raise CollectionError(f"{path}: {count} wrong:{lines}", "docs/collection.md describes every key.")
    id_ = values.get("id") or path.resolve().parent.name
    unfound = "" if patterns else "pages: none but those that tables list; pages.pattern or pages.links finds others"
    assumed = {**dict(_assumed(id_, files)), "pages.links": unfound}
    return Collection(
        root=path.parent,
        id=id_,
        title=values.get("title") or id_,
        holder=values.get("holder", ""),
        address=values.get("address", "").rstrip("/"),
        order_by=values.get("order_by", "folder"),
        request_url=values.get("request_url", ""),
        citation=values.get("citation", ""),
        dictionaries=named_dictionaries,
        languages=tuple(dict.fromkeys(languages)),
        notice=values.get("notice", ""),
        authority=lists["authority"],
        thesaurus=lists["thesaurus"],
        files=files,
        folder_levels=tuple(map(level_term, values.get("descriptions.folder_levels", ("file",)))),
        sections=values.get("descriptions.sections", ""),
        pages=PageRules(patterns, images, links="pages.links" in values),
        dates=dates,
        columns=columns,
        defaults=tuple(line for key, line in assumed.items() if line and key not in values),
        tree=tree,
    )


def _from_files(root: Path, only: str | None) -> Collection:
    """A folder without settings, or one file of it."""
    tree = Tree(root)
    names = [only] if only else list(tree.walk())
    kinds = {name: _kind(root / name, name, alone=only is not None) for name in names}
    files = tuple(name for name, kind in kinds.items() if kind == "units")
    texts, images, lists = ((), {}, {}) if files else _found(kinds, tree)
    if not files and not texts:
        reasons = [f"{path or root.name}: {reason}" for path, reason in tree.refused.items()]
        reasons += [f"{name}: {_said_kind(root / name, name)}" for name in names[:_TOLD]]
        more = [f"and {len(names) - _TOLD:,} more files"] if len(names) > _TOLD else []
        raise CollectionError(
            "\n  ".join([f"{root / only if only else root}: nothing here to load", *reasons, *more]),
            "opis formats lists the kinds of files that opis reads; opis inspect FILE says what is in one.",
        )
    name = root.resolve().name
    id_ = Path(only).name.split(".", 1)[0] if only else bare.bare_name(name) if root.is_file() else name
    extra = [("", f"pages: {len(texts)} files of recognised text, an item each")] if texts else []
    return Collection(
        root=root,
        id=id_,
        title=id_,
        files=files,
        pages=PageRules(links=True, lists=frozenset(lists)),
        found=texts,
        images=images,
        lists=lists,
        defaults=tuple(line for _, line in [*_assumed(id_, files), *extra] if line),
        only=only,
        tree=tree,
    )


Found = tuple[tuple[str, ...], dict[str, str], dict[str, PageList]]


def _found(kinds: Mapping[str, str], tree: Tree) -> Found:
    """The files that become items, in order; the images of those that have one; and what lists of pages say.

    What a list names is a page of its item and no item itself.
    """
    of_kind = {which: [name for name, kind in kinds.items() if kind == which] for which in ("pages", "image", "list")}
    lists = {name: listed for name in of_kind["list"] if (listed := list_of(tree, name))}
    named = [page for name, listed in lists.items() for page in pages_of(tree, name, listed)[0]]
    claimed = {part for page in named for part in (page.path, page.image)}
    texts = [name for name in of_kind["pages"] if name not in claimed]
    images = bare.images_of(texts, [name for name in of_kind["image"] if name not in claimed])
    claimed |= {*images.values()}
    return tuple(name for name, kind in kinds.items() if kind and name not in claimed), images, lists


def _said_kind(path: Path, name: str) -> str:
    try:
        return sniff(path, name).name
    except BadFile as error:
        return error.reason


def _assumed(id_: str, files: tuple[str, ...]) -> list[tuple[str, str]]:
    """Each setting that can be left out, with the sentence that says what it is then."""
    listed = ", ".join(files[:5]) + (f" and {len(files) - 5} more" if len(files) > 5 else "")
    return [
        ("id", f"id: {id_}, by the name of the folder or file"),
        ("languages", "languages: all that opis knows"),
        ("descriptions.files", f"descriptions: {listed}" if files else ""),
        ("descriptions.folder_levels", "folders: units of the level 'file'"),
        ("pages.links", "pages: those that the links of the descriptions name" if files else ""),
    ]


def _dictionaries(said: list[str], root: Path) -> str | tuple[str, ...]:
    """ "system", "none", or the files named, as absolute paths."""
    return said[0] if said in (["system"], ["none"]) else tuple(str((root / name).resolve()) for name in said)


def _ordering_faults(values: Settings) -> Iterator[str]:
    for key in ("address", "request_url"):
        if not values.get(key, "https://").startswith(("http://", "https://")):
            yield f"{key}: begins with https:// or http://, not {values[key]!r}"
    for key, fields in (("request_url", REQUEST_FIELDS), ("citation", CITATION_FIELDS)):
        for name in re.findall(FIELD, values.get(key, "")):
            if name not in fields:
                yield f"{key}: there is no field {{{name}}}; there are {', '.join(fields)}"
    if values.get("order_by", "folder") not in ("folder", "box"):
        yield f"order_by: folder or box, not {values['order_by']!r}"


def _date_rules(values: Settings, faults: list[str]) -> Rules:
    century, old = values.get("dates.century", CENTURY), values.get("dates.old_style", False)
    if century % 100 or not 1000 <= century <= 2000:
        faults.append(f"dates.century: the first year of one expected, as 1900, not {century}")
    if not isinstance(old, bool):
        old = tuple(_language(name, faults, "dates.old_style") for name in old)
    return Rules(values.get("dates.day_first", True), century, old)


_TEXT, _TEXTS, _FLAG, _NUMBER = "text", "a list of texts", "true or false", "a whole number"
_LANGUAGES = "true, false or a list of languages"
_SHAPE: Settings = {
    "id": _TEXT,
    "title": _TEXT,
    "holder": _TEXT,
    "address": _TEXT,
    "order_by": _TEXT,
    "request_url": _TEXT,
    "citation": _TEXT,
    "dictionaries": _TEXTS,
    "languages": _TEXTS,
    "notice": _TEXT,
    "authority": _TEXTS,
    "thesaurus": _TEXTS,
    "descriptions": {"files": _TEXTS, "folder_levels": _TEXTS, "sections": _TEXT},
    "pages": {"pattern": _TEXTS, "images": _TEXT, "links": _TEXT},
    "columns": dict.fromkeys(COLUMNS, _TEXTS),
    "dates": {"day_first": _FLAG, "century": _NUMBER, "old_style": _LANGUAGES},
}


def _values(made: Settings, shape: Settings, above: str, faults: list[str]) -> Iterator[tuple[str, Any]]:
    """Settings by dotted key; what has the wrong name or type goes to `faults`."""
    for key, value in made.items():
        expected = shape.get(key)
        if expected is None:
            faults.append(f"{above}{key}: unknown{_nearest(key, above)}")
        elif isinstance(expected, Mapping):
            if isinstance(value, dict):
                yield from _values(value, expected, f"{above}{key}.", faults)
            else:
                faults.append(f"{above}{key}: a table expected, written [{key}]")
        elif _FITS[expected](value):
            as_list = expected in (_TEXTS, _LANGUAGES) and isinstance(value, str)
            yield above + key, [value] if as_list else value
        else:
            faults.append(f"{above}{key}: {expected} expected, not {value!r}")


def _are_texts(value: object) -> bool:
    return isinstance(value, str) or (isinstance(value, list) and all(isinstance(item, str) for item in value))


_FITS: Mapping[str, Callable[[Any], bool]] = {
    _TEXT: lambda value: isinstance(value, str),
    _TEXTS: _are_texts,
    _FLAG: lambda value: isinstance(value, bool),
    _NUMBER: lambda value: isinstance(value, int) and not isinstance(value, bool),
    _LANGUAGES: lambda value: isinstance(value, bool) or _are_texts(value),
}
"""What a value has to be, by what is expected."""


def _nearest(key: str, above: str) -> str:
    tables = ["columns"] if above == "columns." else ["descriptions", "pages", "dates"]
    known = [*_SHAPE, *(f"{table}.{name}" for table in tables for name in _SHAPE[table])]
    short = {name.rsplit(".", 1)[-1]: name for name in known}
    near = difflib.get_close_matches(key, short, n=1)
    return f" (did you mean {short[near[0]]}?)" if near else ""


def _language(name: str, faults: list[str], key: str = "languages") -> str:
    code = language_code(name)
    if not code:
        faults.append(f"{key}: {name!r} is no language")
    return code


def _lists(key: str, names: Iterable[str], root: Path, faults: list[str]) -> tuple[str, ...]:
    """Files beside the collection, or shared by several: unlike pages, they may lie outside the folder."""
    found: list[str] = []
    for name in names:
        pattern = f"{name.rstrip('/')}/*" if (root / name).is_dir() else name
        listed = [hit for hit in glob(pattern, root_dir=root) if bare.suffix(hit) in _LISTS]  # noqa: PTH207
        hits = [name] if (root / name).is_file() else listed
        if not hits:
            faults.append(f"{key}: no file {name!r}, looked for from this folder")
        found += sorted(hits, key=natural)
    return tuple(dict.fromkeys(found))


def _pattern(text: str, key: str, faults: list[str]) -> Pattern:
    pattern = Pattern(text)
    faults += [f"{key}: {fault}" for fault in pattern.faults()]
    return pattern


def _named_files(names: list[str], tree: Tree, faults: list[str]) -> tuple[str, ...]:
    found: list[str] = []
    for name in names:
        hits = [path for _, path in tree.find(open_stars(name))]
        if not hits and "*" not in name:
            faults.append(f"descriptions.files: no file {name!r} in this folder")
        found += hits
    return tuple(dict.fromkeys(found))


def _description_files(tree: Tree, lists: Iterable[str], columns: Named) -> tuple[str, ...]:
    """Every finding aid and table right in the folder that is no list of who is who or of concepts."""
    names = sorted({file.name for file in tree.root.iterdir() if file.is_file()} - {*lists}, key=natural)
    likely = [name for name in names if bare.suffix(name) in _DESCRIPTIONS]
    return tuple(name for name in likely if _kind(tree.root / name, name, False, columns) == "units")


def _kind(path: Path, name: str, alone: bool, columns: Named = OWN) -> str:
    """ "units", "pages", "image", "list" or "": of a file in a folder, plain text counts only by its name."""
    try:
        found = sniff(path, name, columns)
    except BadFile:
        return "units" if bare.suffix(name) in _DESCRIPTIONS else "pages"  # the load says what is wrong with it
    if found is IMAGE or found.listing:
        return "image" if found is IMAGE else "list"
    claims = bare.suffix(name) in _DESCRIPTIONS and (found.is_plain or found is EMPTY)
    if (found.units is not None and (alone or bare.suffix(name) in _DESCRIPTIONS)) or (
        claims and (alone or bare.suffix(name) == ".xml")
    ):
        return "units"
    if found.pages is None:
        return ""
    return "pages" if alone or not found.is_plain or bare.suffix(name) == ".txt" else ""
