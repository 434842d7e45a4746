"""The one table of fields: zones that are searched as text, keywords, numbers, and what is only stored.

Rendered for the embedded engine in `discovery.engines.embedded` and, from the same rows, for a server.
"""

from dataclasses import dataclass

from mappings.languages import LANGUAGES

EXACT = "exact"
"""The analysis every zone has: forms as they stand, and beside each its foldings behind FOLDED."""
FOLDED = "~"
"""Marks a folded form in an exact field, so that quotes find a form itself and nothing like it."""
PAGE_GAP = 100
"""Positions between two values of a zone (two pages, two names): no phrase and no NEAR reaches over it."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of a document that words are sought in. `weight` multiplies its scores."""

    name: str
    weight: float
    by_language: bool = True


ZONES: dict[str, Zone] = {
    zone.name: zone
    for zone in (
        Zone("title", 3.0),
        Zone("description", 1.5),
        Zone("names", 2.0, by_language=False),
        Zone("facts", 1.0),  # dates as written, form and genre
        Zone("text", 1.0),
        Zone("context", 0.4),  # what stands above: titles, and of the fonds call number, holder and creators
    )
}
CONTEXT = "context"
OWN_ZONES: tuple[str, ...] = tuple(name for name in ZONES if name != CONTEXT)
"""What a document says by itself: context alone finds nothing (docs/decisions/0007)."""

FACETS: dict[str, str] = {
    "collection": "Collection",
    "section": "Country section",
    "language": "Language",
    "level": "Level",
    "form": "Form",
    "genre": "Genre",
    "name": "Names",
    "attribution": "Attribution",  # are the names stated, or conjectures of the archivist?
    "location": "Places",
    "subject": "Subjects",
    "creator": "Created by",
    "holder": "Held by",
    "access": "Access",  # as on the day of the load (`discovery.access`)
    "digitised": "Digitised",
}
"""Facet fields and their headings, in the order a page shows them."""

FILTERS: tuple[str, ...] = (*FACETS, "within")
"""What a list can be narrowed by: the facets, and the id of a unit that all of it lies in."""

KEYWORDS: tuple[str, ...] = (
    "key",  # the document: "u:" or "p:" and the record's id
    "view",  # folders, items, pages, series: a leaf folder is in two
    "folder_id",
    "unit_id",
    "parent_id",
    "within",  # ids of the unit, or of a page's unit, and of all above it
    "handle",  # field=value pairs that a query can name: ref=319, section=great britain
    "dating",  # dated, undated or broad; and "stated", "own" where the date is so
    "span",  # what the date's days are made of (`discovery.dates.columns`): 1932, 193205, 193
)

NUMBERS: tuple[str, ...] = (
    "place",  # order in the finding aid
    "shelf",  # order by box and folder; what has none is last in its fonds
    "earliest",  # yyyymmdd; absent where undated
    "latest",
    "begins",  # yyyymmdd, of each part of a list
    "year_certain",
    "year_possible",
    "month_certain",  # yyyymm
    "month_possible",
    "day_certain",  # yyyymmdd; the days that are only possible are counted from "span"
)

IN = "in"
"""What a query may lie in: fonds or series by a number or by words of the title."""

FIELD_ALIASES: dict[str, str] = {
    "title": "title",
    "description": "description",
    "text": "text",
    "name": "names",
    "names": "names",
    "from": "from",
    "to": "to",
    "ref": "ref",
    "inv": "ref",
    "id": "id",
    "in": IN,
    "collection": IN,
    "holder": "holder",
    "creator": "creator",
    "subject": "subject",
    "place": "location",
    "location": "location",
    "access": "access",
    "lang": "language",
    "language": "language",
    "section": "section",
    "box": "box",
    "carton": "carton",
    "folder": "folder",
    "reel": "reel",
    "level": "level",
    "form": "form",
    "genre": "genre",
    "attribution": "attribution",
    "date": "date",
}
"""What may stand before a colon in a query → the zone, facet or handle that is meant."""


def zone_fields(zone: Zone) -> dict[str, str]:
    """Analysis → field name of one zone: {"exact": "text_exact", "ru": "text_ru", …}."""
    analyses = (EXACT, *LANGUAGES) if zone.by_language else (EXACT,)
    return {analysis: f"{zone.name}_{analysis}" for analysis in analyses}
