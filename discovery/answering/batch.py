"""Many queries in one go: a table of inquiries answered, or a run file for evaluation tools."""

import csv
import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from discovery.access import hindrance
from discovery.answering.results import Request, Results, Row
from discovery.answering.results_json import hit, section
from discovery.answering.service import search
from discovery.engines.port import Engine
from discovery.errors import UsageError


class Query(NamedTuple):
    """One line of a table of queries."""

    id: str
    text: str


def read_queries(path: str) -> list[Query]:
    """The queries of a CSV file with the columns `id,query` ("-": standard input)."""
    csv.field_size_limit(1_000_000)
    try:
        text = sys.stdin.read() if path == "-" else Path(path).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise UsageError(f"There is no file {path}.") from None
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8 (byte {error.start}).", "Save it as UTF-8 and try again.") from error
    except OSError as error:
        raise UsageError(f"{path} can't be read: {error.strerror}.") from error
    rows = csv.DictReader(io.StringIO(text))
    lacking = {"id", "query"} - set(rows.fieldnames or ())
    if lacking:
        columns = " and ".join(f"“{name}”" for name in sorted(lacking))
        raise UsageError(f"{path} has no column {columns}.", "Its first line has to be: id,query")
    return [Query(row["id"], row["query"] or "") for row in rows]


def run_batch(engine: Engine, queries: Iterable[Query], request: Request, form: str) -> Iterator[str]:
    """Lines of the answer, in the order of the queries. `request` says view, match and limit for all.

    An empty query, which browses on a page, finds nothing here.
    """
    header, write = _WRITERS[form]
    base = str(engine.about().collection.get("address") or "")
    if header:
        yield header
    for query in queries:
        asked = replace(request, text=query.text)
        yield from write(query, search(engine, asked) if query.text.strip() else Results(asked, 0, ()), base)


def _csv(query: Query, results: Results, base: str) -> Iterator[str]:
    for rank, row in enumerate(results.rows, 1):
        yield _cells(query.id, rank, *_summary(row), _address(row, base))
    if not results.rows:
        yield _cells(query.id, *[""] * 10, "nothing found", "", "")


def _jsonl(query: Query, results: Results, base: str) -> Iterator[str]:
    hits = [hit(row) for row in results.rows]
    yield json.dumps({"id": query.id, "query": query.text, "total": results.total, "hits": hits}, ensure_ascii=False)


def _trec(query: Query, results: Results, base: str) -> Iterator[str]:
    """The tools sort by score, and ours is only part of the order: what is written falls with the rank."""
    for rank, row in enumerate(results.rows, 1):
        yield f"{_column(query.id)} Q0 {_column(row.record['id'])} {rank} {1 / rank:.6f} opis"


def _column(identifier: str) -> str:
    """An id without the spaces that part the columns of a run file."""
    return "_".join(identifier.split())


def _summary(row: Row) -> tuple[object, ...]:
    record = row.record
    dates = "; ".join(date["text"] for date in record.get("dates", ()))
    snippet = row.snippets[0].text if row.snippets else ""
    reasons = "; ".join(row.reasons)
    stated = section(record) or ""
    return (
        record["id"],
        record["ref"],
        record["level"],
        record["title"],
        record.get("kept_in", ""),
        dates,
        stated,
        hindrance(record),
        round(row.score, 4),
        reasons,
        snippet,
    )


def _address(row: Row, base: str) -> str:
    """Its page on the site, where the collection states the site's address."""
    if not base:
        return ""
    kind = "page" if row.record.get("kind") == "page" else "unit"
    return f"{base.rstrip('/')}/{kind}/{quote(row.record['id'])}"


def _cells(*values: object) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow([safe_cell(value) for value in values])
    return line.getvalue()


def safe_cell(value: object) -> object:
    """Text that a spreadsheet would take for a formula gets a ' in front (OWASP, CSV injection)."""
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


_Writer = Callable[[Query, Results, str], Iterator[str]]
_WRITERS: dict[str, tuple[str, _Writer]] = {
    "csv": ("query,rank,id,ref,level,title,containers,dates,section,access,score,reasons,snippet,address", _csv),
    "jsonl": ("", _jsonl),
    "trec": ("", _trec),
}
FORMATS = tuple(_WRITERS)
