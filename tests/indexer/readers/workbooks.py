"""Small spreadsheets, as Excel and LibreOffice keep them."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

Cell = str | int | float | tuple[float, int] | None
"""Text, a number, or a number with the style of that number in `STYLES`."""
Table = Sequence[Sequence[Cell]]

FORMATS = {"General": 0, "yyyy-mm-dd": 164, "mmm yyyy": 165, "yyyy": 166, "0000": 167, '[$-419]d" "mmmm" "yyyy': 168}
STYLES = list(FORMATS)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def packed(parts: Mapping[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(
                zipfile.ZipInfo(name), text, compress_type=zipfile.ZIP_DEFLATED if name[0] != "m" else None
            )
    return out.getvalue()


def letters(at: int) -> str:
    return (letters(at // 26 - 1) if at >= 26 else "") + chr(65 + at % 26)


def xlsx(
    sheets: Mapping[str, Table], merges: Sequence[str] = (), hidden: str = "", mac: bool = False, inline: bool = False
) -> bytes:
    """A workbook; `merges` hold for its first sheet."""
    strings: dict[str, int] = {}

    def cell(value: Cell, at: int, row: int) -> str:
        ref = f'r="{letters(at)}{row}"'
        if value is None:
            return ""
        if isinstance(value, str):
            if inline:
                return f'<c {ref} t="inlineStr"><is><t>{escape(value)}</t></is></c>'
            return f'<c {ref} t="s"><v>{strings.setdefault(value, len(strings))}</v></c>'
        number, style = value if isinstance(value, tuple) else (value, 0)
        return f'<c {ref} s="{style}"><v>{number}</v></c>'

    parts = {"[Content_Types].xml": "<Types/>"}
    for number, table in enumerate(sheets.values(), start=1):
        rows = "".join(
            f'<row r="{at}">{"".join(cell(value, column, at) for column, value in enumerate(row))}</row>'
            for at, row in enumerate(table, start=1)
        )
        merged = "".join(f'<mergeCell ref="{ref}"/>' for ref in merges) if number == 1 else ""
        parts[f"xl/worksheets/sheet{number}.xml"] = (
            f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData><mergeCells>{merged}</mergeCells></worksheet>'
        )
    listed = "".join(
        f'<sheet name="{name}" r:id="rId{number}" state="{"hidden" if name == hidden else "visible"}"/>'
        for number, name in enumerate(sheets, start=1)
    )
    targets = "".join(
        f'<Relationship Id="rId{number}" Target="worksheets/sheet{number}.xml"/>'
        for number in range(1, len(sheets) + 1)
    )
    parts["xl/workbook.xml"] = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}/relationships"><workbookPr date1904="{int(mac)}"/>'
        f"<sheets>{listed}</sheets></workbook>"
    )
    parts["xl/_rels/workbook.xml.rels"] = f"<Relationships>{targets}</Relationships>"
    items = "".join(f"<si><t>{escape(text)}</t><rPh><t>aid</t></rPh></si>" for text in strings)
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{items}</sst>'
    codes = "".join(
        f'<numFmt numFmtId="{id_}" formatCode="{escape(c, {chr(34): "&quot;"})}"/>' for c, id_ in FORMATS.items()
    )
    styles = "".join(f'<xf numFmtId="{id_}"/>' for id_ in FORMATS.values())
    parts["xl/styles.xml"] = (
        f'<styleSheet xmlns="{MAIN}"><numFmts>{codes}</numFmts><cellXfs>{styles}</cellXfs></styleSheet>'
    )
    return packed(parts)


ODF = "urn:oasis:names:tc:opendocument:xmlns"


def ods(sheets: Mapping[str, str]) -> bytes:
    """A spreadsheet of these sheets, each as its `table:table-row` elements."""
    tables = "".join(f'<table:table table:name="{name}">{rows}</table:table>' for name, rows in sheets.items())
    names = " ".join(f'xmlns:{name}="{ODF}:{name}:1.0"' for name in ("office", "table", "text"))
    content = f"<office:document-content {names}><office:body>{tables}</office:body></office:document-content>"
    return packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})


def ods_row(*cells: str, repeated: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{repeated}">{"".join(cells)}</table:table-row>'


def ods_cell(text: str = "", more: str = "") -> str:
    return f"<table:table-cell {more}>{f'<text:p>{escape(text)}</text:p>' if text else ''}</table:table-cell>"
