"""Documents for the contract: a small archive made by hand, and archives drawn by chance from a few words."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from discovery.dates import UncertainDate, columns, day_number, parse
from discovery.engines.port import About, Buckets, Document, Text
from discovery.query.clauses import Alternative, AnyForm, Clause, Combined, Dated, InOrder, Keyword, Neighbours
from discovery.records import Passage, Word, Words
from discovery.text.analysis import terms
from discovery.text.folding import fold
from mappings.fields import EXACT, FACETS, FOLDED

ABOUT = About({"title": "Contract", "references": ["arch"]}, "2026-01-01T00:00:00+00:00", {"page": 3}, ("ru", "fr"), "")
FACET_NAMES = tuple(FACETS)


def text(*parts: tuple[str, str]) -> Text:
    """A value in passages, each (language, words); with several languages it can be in each."""
    passages, whole = [], ""
    for languages, words in parts:
        language, _, others = languages.partition(" ")
        start = len(whole)
        whole += words + "\n\n"
        passages.append(Passage(start, len(whole), language, others))
    return Text(whole, tuple(passages))


def document(
    key: str,
    views: Sequence[str],
    *,
    folder: str = "",
    item: str = "",
    place: int = 0,
    zones: dict[str, Sequence[Text]] | None = None,
    when: UncertainDate | None = None,
    body: str = "",
    boxes: bytes = b"",
    **facets: Sequence[str],
) -> Document:
    keywords = {name: list(facets.get(name, ["not-stated"])) for name in FACETS}
    keywords |= {"key": [key], "view": list(views), "folder_id": [folder[2:]], "unit_id": [item[2:] or folder[2:]]}
    dated = columns(when)
    keywords |= {"parent_id": [""], "handle": [f"id={key[2:]}"], **dated.keywords}
    record = {"key": key, "id": key[2:], "title": f"Title of {key}", "notes": {"ё": ["a", 1, None]}}
    record["parts"] = [[day_number(first), day_number(last)] for first, last in when.parts] if when else []
    return Document(
        key=key,
        folder=folder,
        item=item,
        keywords=keywords,
        numbers={"place": [place], **dated.numbers},
        zones=zones or {},
        record=record,
        body=body,
        boxes=boxes,
    )


LETTER = text(("fr", "Le comité de l'opposition s'est réuni hier à Paris.\n\nDeux journaux paraissent."))
MIXED = text(("ru", "Стали известны голоса левой оппозиции"), ("fr", "les événements du mois"), ("ru", "въ Москвѣ"))
GERMAN = text(("de", "Die Sitzungen der Reichs-\nleitung wurden eröffnet, die Straße war leer"))
BOXES = Words([Word(0, 2, 10, 20, 30, 40, 95), Word(3, 9, 50, 20, 80, 40, -1)]).to_bytes()

SERIES = [
    document("u:s1", ["series"], place=0, zones={"title": [text(("fr", "Sections de l'opposition"))]}, level=["series"])
]
FOLDER_ONE = [
    document(
        "u:i1",
        ["items"],
        folder="u:f1",
        item="u:i1",
        place=2,
        when=parse("1931"),
        zones={
            "title": [text(("fr", "Lettre de Седов"))],
            "description": [text(("fr", "Sur les journaux"), ("ru", "От Молинье Шахтману"))],
            "names": [Text("Sedov, Lev"), Text("Molinier, Raymond")],
            "text": [LETTER, MIXED],
        },
        language=["fr", "ru"],
        name=["Sedov, Lev"],
        genre=["letter"],
    ),
    document(
        "u:f1",
        ["folders"],
        folder="u:f1",
        place=1,
        when=parse("1931-1933"),
        zones={
            "title": [text(("fr", "Correspondance, événements"))],
            "names": [Text("Sedov, Lev"), Text("Molinier, Raymond")],
            "text": [LETTER, MIXED],
        },
        language=["fr", "ru"],
        section=["France"],
        name=["Sedov, Lev", "Molinier, Raymond"],
    ),
    document(
        "p:i1/0001",
        ["pages"],
        folder="u:f1",
        item="u:i1",
        place=3,
        when=parse("1931"),
        zones={"text": [LETTER]},
        body=LETTER.text,
        boxes=BOXES,
        language=["fr"],
        section=["France"],
    ),
    document(
        "p:i1/0002",
        ["pages"],
        folder="u:f1",
        item="u:i1",
        place=4,
        when=parse("1931"),
        zones={"text": [MIXED]},
        body=MIXED.text,
        boxes=b"",
        language=["ru", "fr"],
        section=["France"],
    ),
]
FOLDER_TWO = [
    document(
        "u:f2",
        ["folders", "items"],
        folder="u:f2",
        item="u:f2",
        place=5,
        when=parse("1920-1939"),
        zones={"title": [text(("de", "Protokolle der Opposition"))], "text": [GERMAN]},
        language=["de"],
        section=["Germany"],
    ),
    document(
        "p:f2/0001",
        ["pages"],
        folder="u:f2",
        item="u:f2",
        place=6,
        zones={"text": [GERMAN]},
        body=GERMAN.text,
        language=["de"],
        section=["Germany"],
    ),
]
FOLDERS = {"s1": SERIES, "f1": FOLDER_ONE, "f2": FOLDER_TWO}

DATES = (
    *("", "1925", "1931", "1931", "1932", "1931-1932", "1931-05", "1931-05-14", "[1931-06]", "ca. 1931-05-30", "1932?"),
    *("1931-05-01, 1931-05-03", "1925, 1932", "1929 or 1931", "1931, 1933-1935", "1925-1940", "1931-", "before 1926"),
)
"""What documents are dated, as an archive writes it: lists, guesses and open ends among them."""

WORDS: dict[str, tuple[str, ...]] = {
    "ru": ("стали", "сталь", "голосъ", "оппозиции", "ёлка", "въ", "москве", "был"),
    "fr": ("événement", "evenement", "journaux", "l'opposition", "le", "journal", "paraît"),
    "de": ("straße", "strasse", "sitzungen", "sitzung", "oppo-\nsition", "opposition", "der"),
    "pl": ("żółw", "zolw", "1931", "opozycja"),
}
"""Words that fold, stem, elide and join; Polish has no field of its own."""


def alternatives(form: str, language: str) -> tuple[Alternative, ...]:
    """A form as typed, folded, and as its language has it."""
    found = [Alternative(EXACT, form, "typed"), Alternative(EXACT, FOLDED + fold(form), "folding")]
    return (*found, *(Alternative(language, term, "inflection") for term in terms(form, language)))


class Chance:
    """Archives and questions drawn from a seed: the same for every engine."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def archive(self) -> dict[str, list[Document]]:
        return {f"f{number}": list(self._folder(number)) for number in range(self.chance.randint(3, 6))}

    def _folder(self, number: int) -> Iterable[Document]:
        folder, pages = f"u:f{number}", []
        for sequence in range(self.chance.randint(1, 4)):
            pages.append(self._page(f"p:f{number}/{sequence}", folder, number * 10 + sequence + 1))
        zones = {
            "title": [self._text()],
            "names": [Text("Ёлкин"), Text("opposition der"), Text("straße")][: self.chance.randint(0, 3)],
            "text": [page.zones["text"][0] for page in pages],
        }
        whole = self._page(folder, folder, number * 10)
        keywords = dict(whole.keywords) | {"view": ["folders", "items"]}
        yield replace(whole, keywords=keywords, zones=zones, body="")
        yield from pages

    def _page(self, key: str, folder: str, place: int) -> Document:
        pick = self.chance.choice
        written = pick(DATES)
        return document(
            key,
            ["pages"],
            folder=folder,
            item=folder,
            place=place,
            zones={"text": [self._text()]},
            when=parse(written) if written else None,
            language=self.chance.sample(list(WORDS), 2),
            section=[pick(["France", "Germany", "Польша"])],
            genre=[pick(["letter", "minutes"])],
        )

    def _text(self) -> Text:
        return text(*(self._passage() for _ in range(self.chance.randint(0, 3))))

    def _passage(self) -> tuple[str, str]:
        language, *others = self.chance.sample(list(WORDS), self.chance.choice([1, 1, 1, 2, 3]))
        words = self.chance.choices(WORDS[language], k=self.chance.randint(1, 5))
        return " ".join((language, *others)), " ".join(words)

    def clause(self, depth: int = 2) -> Clause:
        kinds: list[Any] = [self._word, self._sequence, self._keyword, self._dated]
        return self.chance.choice([*kinds, self._combined, self._combined] if depth else kinds)(depth)

    def _alternatives(self, language: str, whole: bool = False) -> tuple[Alternative, ...]:
        form = self.chance.choice(WORDS[language]).replace("l'", "").replace("-\n", "")
        found = alternatives(form, language)
        return found if whole else self.chance.choice([found, found, found[:1], found[1:2]])

    def _zones(self) -> tuple[str, ...]:
        return self.chance.choice([("title", "description", "names", "text"), ("text",), ("names",)])

    def _word(self, depth: int) -> Clause:
        return AnyForm("word", self._alternatives(self.chance.choice(list(WORDS))), self._zones())

    def _sequence(self, depth: int) -> Clause:
        """A phrase, or words and phrases near each other."""
        language = self.chance.choice(list(WORDS))
        words = tuple(self._alternatives(language, True) for _ in range(self.chance.randint(2, 4)))
        exact = tuple(tuple(a for a in word if a.analysis == EXACT) for word in words)
        words = self.chance.choice([words, exact])
        if len(words) == 3 and self.chance.randint(0, 1):
            return InOrder("phrase", words, self._zones())
        middle = self.chance.randint(1, len(words) - 1)
        return Neighbours("near", (words[:middle], words[middle:]), self._zones(), self.chance.randint(1, 5))

    def _keyword(self, depth: int) -> Clause:
        field = self.chance.choice(["section", "genre", "language"])
        return Keyword(field, tuple(self.chance.sample(["France", "Польша", "letter", "ru", "de"], 2)))

    def _dated(self, depth: int) -> Clause:
        first = self.chance.choice([None, date(1926, 5, 1), date(1931, 1, 1), date(1931, 5, 3)])
        last = self.chance.choice([None, date(1931, 5, 31), date(1931, 12, 31), date(1932, 6, 1)])
        return Dated(first, last, self.chance.choice(["possibly", "certainly"]))

    def buckets(self) -> Buckets:
        spring = (date(1931, 4, 30), date(1931, 6, 1))
        first, last = self.chance.choice([(None, None), (date(1931, 1, 1), date(1932, 12, 31)), spring])
        return Buckets(self.chance.choice(["year", "month", "day"] if first else ["year", "month"]), first, last)

    def _combined(self, depth: int) -> Clause:
        must, should, must_not = (
            tuple(self.clause(depth - 1) for _ in range(self.chance.randint(0, most))) for most in (2, 3, 1)
        )
        least = self.chance.randint(0 if must else 1, len(should)) if should else 0
        return Combined(must, should, must_not, least)
