"""An authority file as a table: CSV, an authority a line. See docs/authority.md."""

from collections.abc import Iterator

from discovery.names.authority import KINDS, Authority, is_edtf, is_link, name_key

from .rows import Row, read_rows
from .source import Report

COLUMNS = ("id", "kind", "name", "dates", "variants", "pseudonyms", "link", "source", "note")
_NEEDED = ("id", "kind", "name")


def read(data: bytes, shown: str, fault: Report) -> Iterator[Authority]:
    """The authorities of a table.

    A record without id, name or known kind, or with the id of an earlier one, is left out; dates and links that are
    none are left out of theirs. Raises `BadFile` for a file that is no such table.
    """
    lines: dict[str, int | None] = {}
    for row in read_rows(data, shown, COLUMNS, _NEEDED, fault):
        if wrong := _wrong(row, lines):
            fault(row.source, f"record left out: {'; '.join(wrong)}")
            continue
        lines[row["id"]] = row.source.line
        yield Authority(
            id=row["id"],
            kind=row["kind"],
            name=row["name"],
            dates=_fitting(row, "dates", is_edtf(row["dates"]), "no date in EDTF", fault),
            variants=row.several("variants"),
            pseudonyms=row.several("pseudonyms"),
            link=_fitting(row, "link", is_link(row["link"]), "neither a Wikidata item nor an address", fault),
            source=row["source"],
            note=row["note"],
        )


def _wrong(row: Row, lines: dict[str, int | None]) -> list[str]:
    wrong = [f"it has no {column}" for column in ("id", "name") if not name_key(row[column])]
    if row["id"] in lines:
        wrong.append(f"the id {row['id']!r} is that of line {lines[row['id']]} already")
    if row["kind"] not in KINDS:
        wrong.append(f"the kind {row['kind']!r} is none of {', '.join(KINDS)}")
    return wrong


def _fitting(row: Row, column: str, fits: bool, reason: str, fault: Report) -> str:
    value = row[column]
    if value and not fits:
        fault(row.source, f"{column} left out: {value!r} is {reason}")
        return ""
    return value
