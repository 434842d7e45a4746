"""Tables as files for spreadsheets: CSV and XLSX, in which no cell becomes a formula."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

import xlsxwriter
from flask import Response

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula."""
LONGEST_CELL = 32_767
"""Characters of a cell (Office Open XML, ECMA-376)."""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Table = Iterable[Sequence[str]]
"""Rows of cells, the headings first."""


def as_csv(rows: Table) -> str:
    """CSV with a byte order mark, without which spreadsheets misread Cyrillic."""
    text = io.StringIO()
    csv.writer(text).writerows([safe_cell(cell) for cell in row] for row in rows)
    return "\ufeff" + text.getvalue()


def as_xlsx(sheets: Mapping[str, Table]) -> bytes:
    """A workbook with a sheet a table; every cell is text, the headings stay in view."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        heading = book.add_format({"bold": True})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    sheet.write_string(number, column, cell[:LONGEST_CELL], None if number else heading)
            sheet.autofit(400)
    return file.getvalue()


def safe_cell(text: str) -> str:
    """A cell of CSV that no spreadsheet takes for a formula: an apostrophe goes before what looks like one."""
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text


def file(content: str | bytes, media_type: str, name: str) -> Response:
    """What a browser saves under a name."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, content_type=media_type, headers=headers)
