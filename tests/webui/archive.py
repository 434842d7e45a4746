"""A little archive for the site's tests: written straight through the engine's port, no loader.

A fonds with two series, five folders, items and pages in Russian, French and German; hostile titles among them.
"""

from discovery.dates import columns, parse
from discovery.dates.taken_for import taken_for
from discovery.engines.embedded.schema import number_key
from discovery.engines.opening import open_writer
from discovery.engines.port import About, Document, Text
from discovery.query.fields import handle
from discovery.records import NOT_STATED, Passage, Word, Words

HOSTILE = '<script>alert(1)</script> "><img src=x onerror=alert(2)>'
RUSSIAN = "Дорогой товарищ!\nПолучил письмо о левой\nоппозиции в Париже.\n\nС приветом, Седов"
RUSSIAN_2 = "Оппозиция собирает средства на печатание\nбюллетеня, выходящего раз в месяц."
FRENCH = "Le comité de l'opposition s'est réuni hier.\n\nBeschluss der Opposition: die Zeitung erscheint."
GERMAN = "Die Sitzung der Reichsleitung wurde eröffnet.\nDie Opposition verlangt Papier."

FONDS = {"id": "ARCH", "ref": "ARCH", "level": "fonds", "title": "Papers of the Left Opposition"}
SERIES = {"id": "sections", "ref": "", "level": "series", "title": "National sections"}
LETTERS = {"id": "letters", "ref": "", "level": "series", "title": "General correspondence"}


class Archive:
    """Collects documents in the order of the finding aid, and writes them."""

    def __init__(self) -> None:
        self.documents: list[Document] = []

    def unit(self, record, *, views, parent="", text=(), section=None, when=None, folder=None, facets=None):
        record = {
            "key": f"u:{record['id']}",
            "description": "",
            "extent": "",
            "form": "",
            "genre": "",
            "language": "en",
            "languages": [],
            "names": [],
            "access": None,
            "page_count": len(text),
            "child_count": 0,
            "digitised": bool(text),
            "links": [],
            "source": "finding-aid.xml:12",
            "section": {"value": section, "from": "series"} if section else None,
            "dates": [_date(when)] if when else [],
            "folder": folder,
            **record,
        }
        facets = {"section": section, "level": record["level"], "digitised": "yes" if text else "no"} | (facets or {})
        folder_id = folder["id"] if folder else record["id"]
        self.add(
            record,
            views,
            {"parent_id": [parent], "folder_id": [folder_id], "unit_id": [record["id"]]},
            facets | {"language": record["languages"], "name": [n["text"] for n in record["names"]]},
            {
                "title": [Text(record["title"], (Passage(0, len(record["title"]), record["language"]),))],
                "description": [Text(record["description"])],
                "names": [Text(name["text"]) for name in record["names"]],
                "text": list(text),
            },
            when,
        )

    def page(self, unit, folder, sequence, text, language, when, path, section=None, image=""):
        passages = _passages(text, language)
        record = {
            "key": f"p:{unit['id']}/{sequence:04d}",
            "kind": "page",
            "id": f"{unit['id']}/{sequence:04d}",
            "sequence": sequence,
            "label": "",
            "title": unit["title"],
            "ref": folder["ref"],
            "unit": unit,
            "folder": folder,
            "path": path,
            "dates": [_date(when)] if when else [],
            "section": {"value": section, "from": "series"} if section else None,
            "image": image,
            "width": 600,
            "height": 800,
            "passages": [list(passage) for passage in passages],
            "source": "ocr/0001.xml",
        }
        value = Text(text, passages)
        keys = {"parent_id": [unit["id"]], "folder_id": [folder["id"]], "unit_id": [unit["id"]]}
        keys |= {"key": [record["key"]], "view": ["pages"]}
        self.add(record, ["pages"], keys, {"section": section, "language": [language]}, {"text": [value]}, when, text)
        return value

    def add(self, record, views, keys, facets, zones, when, body=""):
        found = parse(when) if when else None
        keywords = {"key": [record["key"]], "view": views, **keys}
        lies_in = [step["id"] for step in record["path"]]
        keywords["within"] = list(dict.fromkeys([*lies_in, *keys["unit_id"]]))
        for name in ("section", "language", "level", "form", "genre", "name", "attribution", "digitised"):
            value = facets.get(name)
            values = value if isinstance(value, list) else [value] if value else []
            keywords[name] = values or [NOT_STATED]
        named = {"ref": [record.get("ref", "")], "id": [record["id"]]} if record["kind"] != "page" else {}
        named |= {name: keywords[name] for name in ("section", "language", "level", "form", "genre")}
        keywords["handle"] = [handle(name, value) for name, values in named.items() for value in values if value]
        kept = columns(found)
        keywords |= kept.keywords
        unit, folder = keys["unit_id"][0], keys["folder_id"][0]
        numbers = {
            "folder_key": [number_key(f"u:{folder}")],
            "item_key": [number_key(f"u:{unit}")],
            "place": [len(self.documents)],
            **kept.numbers,
        }
        boxes = _boxes(body)
        self.documents.append(
            Document(
                key=record["key"],
                keywords=keywords,
                numbers=numbers,
                zones=zones,
                record=record,
                body=body,
                boxes=boxes,
            )
        )

    def write(self, place, root):
        writer = open_writer(str(place))
        writer.replace("ARCH", self.documents)
        collection = {
            "id": "ARCH",
            "title": "Papers of the Left Opposition",
            "holder": "Institute",
            "notice": "Specimens: not documents of any archive.",
            "references": ["ARCH"],
            "root": str(root),
        }
        counts = {"fonds": 1, "series": 2, "folder": 4, "item": 1, "page": 4}
        writer.commit(About(collection, "2026-01-02T03:04:05+00:00", counts, ("ru", "fr", "de", "en"), ""))


def build(place, root):
    """The archive, in an engine at `place`; page images are looked for in `root`."""
    archive = Archive()
    fonds = FONDS | {"kind": "fonds", "path": [], "child_count": 2, "description": "What the secretariat kept."}
    archive.unit(fonds, views=["series"], when="1930/1935")
    for series in (SERIES, LETTERS):
        archive.unit(series | {"kind": "series", "path": [FONDS], "child_count": 2}, views=["series"], parent="ARCH")
    _folder(archive, "12", "Circulars, France", "France", "1932", [(FRENCH, "fr")])
    _folder(archive, "13", HOSTILE, "Germany", "1933", [(GERMAN, "de")])
    _folder(archive, "14", "Minutes without a date", None, None, [])
    folder = {"id": "f15", "ref": "15", "title": "Letters to Sedov"}
    item = {"id": "f15.1", "ref": "15.1", "title": "Letter on the Bjulleten'"}
    path = [FONDS, LETTERS]
    inside = [*path, folder | {"level": "file"}]
    pages = [
        archive.page(item, folder, 1, RUSSIAN, "ru", "1931-05-14", inside, image="images/15/0001.png"),
        archive.page(item, folder, 2, RUSSIAN_2, "ru", "1931-05-14", inside, image="../secret.png"),
    ]
    facts = {"languages": ["ru"], "extent": "1 cover", "path": path, "child_count": 1}
    archive.unit(
        folder | facts | {"kind": "folder", "level": "file"},
        views=["folders"],
        parent="letters",
        text=pages,
        when="1931-05/1932-02",
        folder=folder,
    )
    names = [
        {"text": "Trotsky", "role": "from", "kind": "person", "conjectural": False, "written": ""},
        {"text": "Sedov, Lev", "role": "to", "kind": "person", "conjectural": True, "written": "[Sedov, Lev]"},
    ]
    facts = {"languages": ["ru"], "names": names, "form": "carbon copy", "genre": "letter", "extent": "2 leaves"}
    archive.unit(
        item | facts | {"kind": "item", "level": "item", "path": inside, "access": {"value": "Open.", "from": "fonds"}},
        views=["items"],
        parent="f15",
        text=pages,
        when="1931-05-14",
        folder=folder,
        facets={"form": "carbon copy", "genre": "letter", "attribution": ["stated", "conjectural"]},
    )
    archive.write(place, root)


def _folder(archive, ref, title, section, when, texts):
    unit = {"id": f"f{ref}", "ref": ref, "title": title}
    path = [FONDS, SERIES]
    inside = [*path, unit | {"level": "file"}]
    pages = [
        archive.page(unit, unit, number, text, language, when, inside, section)
        for number, (text, language) in enumerate(texts, 1)
    ]
    record = unit | {"kind": "folder", "level": "file", "path": path, "languages": [code for _, code in texts]}
    archive.unit(
        record, views=["folders", "items"], parent="sections", text=pages, section=section, when=when, folder=unit
    )


def _passages(text, language):
    if "\n\nBeschluss" in text:
        cut = text.index("Beschluss")
        return (Passage(0, cut, "fr"), Passage(cut, len(text), "de"))
    return (Passage(0, len(text), language),)


def _date(when):
    found = parse(when)
    return {
        "text": when,
        **taken_for(found),
        "source": "own",
    }


def _boxes(body):
    words, at = [], 0
    for line, row in enumerate(body.split("\n")):
        start = at
        for word in row.split():
            begin = body.index(word, start)
            start = begin + len(word)
            words.append(Word(begin, start, 20 + 10 * (begin - at), 20 + 30 * line, 10 * len(word), 20))
        at += len(row) + 1
    return Words(words).to_bytes() if body else b""
