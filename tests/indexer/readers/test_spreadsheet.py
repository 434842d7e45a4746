"""Excel and OpenDocument tables: sheets, names of columns over several rows, dates, numbers, merged cells."""

import csv
from pathlib import Path

import pytest

from discovery.errors import BadFile
from discovery.records import Unit
from indexer.readers import detect, read_units
from indexer.readers.formats import ODS, XLSX, ZIP
from indexer.readers.headers import column_of, named
from indexer.readers.spreadsheet import read_ods, read_xlsx
from indexer.readers.xlsx import day
from tests.indexer.conftest import Ears
from tests.indexer.readers.workbooks import FORMATS, STYLES, ods, ods_cell, ods_row, packed, xlsx

HEAD = ("Фонд", "Опись", "Дело", "Заголовок", "Крайние даты", "Листы")


def style(code: str) -> int:
    assert code in FORMATS
    return STYLES.index(code)


def units(data: bytes, ears: Ears) -> list[Unit]:
    return list(read_xlsx(data, "t.xlsx", ears.fault, ears.note))


def golden() -> list[dict[str, str]]:
    with (Path(__file__).parent / "headers.tsv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@pytest.mark.parametrize("row", golden(), ids=lambda row: row["header"])
def test_headers_of_inventories(row: dict[str, str]) -> None:
    assert [column_of(name) for name in row["header"].split(";")] == row["columns"].split(" ")


@pytest.mark.parametrize("inline", [False, True])
def test_a_russian_inventory(ears: Ears, inline: bool) -> None:
    rows = (HEAD, (325, 1, 12, "Письма <Троцкого>", "1931–1933", 48), (325, 1, 13.0, "Протоколы", 1932, "1, 2"))
    found = units(xlsx({"Опись 1": rows}, inline=inline), ears)
    assert [(unit.id, unit.title, unit.dates[0].text, unit.extent, unit.source.line) for unit in found] == [
        ("325/1/12", "Письма <Троцкого>", "1931–1933", "48", 2),
        ("325/1/13", "Протоколы", "1932", "1, 2", 3),
    ]
    assert not ears.faults
    assert not ears.notes


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ((11812, style("yyyy-mm-dd")), "1932-05-03"),
        ((11812.75, style("yyyy-mm-dd")), "1932-05-03"),
        ((11812, style("mmm yyyy")), "1932-05"),
        ((11812, style("yyyy")), "1932"),
        ((11812, style('[$-419]d" "mmmm" "yyyy')), "1932-05-03"),
        (11812, "1932-05-03"),  # a number that nobody formatted, in a column of dates
        (1932, "1932"),
        ("[Mai 1932]", "[Mai 1932]"),
    ],
)
def test_dates(ears: Ears, cell: object, text: str) -> None:
    (unit,) = units(xlsx({"a": (("Signatur", "Titel", "Laufzeit"), ("1", "x", cell))}), ears)  # type: ignore[dict-item]
    assert [date.text for date in unit.dates] == [text]


@pytest.mark.parametrize(
    ("serial", "text"), [(1, "1900-01-01"), (59, "1900-02-28"), (61, "1900-03-01"), (25569, "1970-01-01")]
)
def test_days_as_excel_counts_them(serial: int, text: str) -> None:
    assert day(serial) == text


def test_days_of_a_macintosh(ears: Ears) -> None:
    table = (("id", "title", "date"), ("1", "x", (11812 - 1462, style("yyyy-mm-dd"))))
    assert units(xlsx({"a": table}, mac=True), ears)[0].dates[0].text == "1932-05-03"


def test_numbers_as_text(ears: Ears) -> None:
    rows = (("id", "title"), ((7, style("0000")), 12.0), (8.5, 1e9), (0.1, "1_x0041_"))
    assert [(unit.id, unit.title) for unit in units(xlsx({"a": rows}), ears)] == [
        ("0007", "12"),
        ("8.5", "1000000000"),
        ("0.1", "1A"),
    ]


def test_names_over_two_rows_with_merged_cells(ears: Ears) -> None:
    rows = (
        ("Опись 1 фонда 325", None, None, None),
        ("Дело", "Заголовок", "Крайние даты", None, "Листы"),
        (None, None, "начало", "конец", None),
        (12, "Письма", 1931, 1933, 5),
        ("1. Переписка", None, None, None, None),
        (13, "Протоколы", 1932, 1932, 6),
    )
    merges = ("A1:E1", "A2:A3", "B2:B3", "C2:D2", "E2:E3", "A5:E5")
    found = units(xlsx({"a": rows}, merges), ears)
    assert [(unit.ref, unit.dates[0].text, unit.extent) for unit in found] == [
        ("12", "1931–1933", "5"),
        ("13", "1932", "6"),
    ]
    assert ears.notes == [
        "t.xlsx:1: a row above the names of columns: left out",
        "t.xlsx:5: a heading over the records below it: left out: '1. Переписка'",
    ]


def test_a_cell_merged_down_holds_for_each_row(ears: Ears) -> None:
    rows = (("Signatur", "Titel", "Karton"), ("1", "a", "28"), ("2", "b", None), ("3", "c", None), ("4", "d", None))
    found = units(xlsx({"a": rows}, ("C2:C4",)), ears)
    assert [[container.number for container in unit.containers] for unit in found] == [["28"], ["28"], ["28"], []]


def test_several_sheets(ears: Ears) -> None:
    sheets = {"one": (("id", "title"), ("1", "a")), "notes": (("just a line",),), "two": (("id", "title"), ("2", "b"))}
    found = units(xlsx({**sheets, "secret": (("id", "title"), ("3", "c"))}, hidden="secret"), ears)
    assert [unit.id for unit in found] == ["1", "2"]
    assert ears.notes == [
        "t.xlsx: the sheet 'secret' is hidden: left out",
        "t.xlsx: the sheet 'notes': no row with names of columns: left out",
    ]


def test_rows_and_columns_that_are_wrong(ears: Ears) -> None:
    rows = (("id", "title", "Barcode"), ("1", "a", "x", "beside"), (None, None), (None, "lost"), ("1", "again"))
    assert [unit.id for unit in units(xlsx({"a": rows}), ears)] == ["1"]
    assert ears.faults == [
        "t.xlsx:1: left out: unknown column 'Barcode'",
        "t.xlsx:4: record left out: it has no id",
        "t.xlsx:5: record left out: the id '1' is that of line 2 already",
    ]
    assert ears.notes == ["t.xlsx: 1 cells under no name of a column, in 'a': left out"]


def test_names_that_the_collection_states(ears: Ears) -> None:
    own = named({"id": ["Nr"], "title": ["Was", "Sache"], "date": ["Wann"]})
    rows = (("Nr", "SACHE", "Wann"), ("1", "a", "1932"))
    (unit,) = read_xlsx(xlsx({"a": rows}), "t.xlsx", ears.fault, ears.note, own)
    assert (unit.id, unit.title, unit.dates[0].text) == ("1", "a", "1932")


def test_open_document(ears: Ears) -> None:
    date = 'office:value-type="date" office:date-value="1932-05-03T00:00:00"'
    number = 'office:value-type="float" office:value="12"'
    rows = (
        ods_row(ods_cell("Лист", 'table:number-columns-spanned="3"')),
        ods_row(*map(ods_cell, ("Дело", "Заголовок", "Дата", "Коробка"))),
        ods_row(
            ods_cell("12", number),
            ods_cell("Письма"),
            ods_cell("3 мая", date),
            ods_cell("7", 'table:number-rows-spanned="2"'),
        ),
        ods_row(repeated=3),
        ods_row(ods_cell("13"), ods_cell(), ods_cell("1933")),
        ods_row(ods_cell("", 'table:number-columns-repeated="16384"'), repeated=1_000_000),
    )
    data = ods({"Опись": "".join(rows), "пусто": ods_row(ods_cell("x"))})
    assert detect(data) is ODS
    found = list(read_ods(data, "t.ods", ears.fault, ears.note))
    assert [(unit.id, unit.title, unit.dates[0].text, unit.source.line) for unit in found] == [
        ("12", "Письма", "1932-05-03", 3),
        ("13", "", "1933", 7),
    ]
    assert not ears.faults


def test_what_they_are_recognised_by() -> None:
    assert detect(xlsx({"a": (("id",),)})) is XLSX
    assert detect(packed({"word/document.xml": "<x/>"})) is ZIP


def test_a_million_repeated_rows_cost_nothing(ears: Ears) -> None:
    rows = ods_row(*map(ods_cell, ("id", "title"))) + ods_row(ods_cell("1"), ods_cell("a"), repeated=1_000_000)
    assert len(list(read_ods(ods({"a": rows}), "t.ods", ears.fault, ears.note))) == 1
    assert len(ears.faults) == 999


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04" + b"x" * 26 + b"xl/", "a damaged spreadsheet"),
        (xlsx({"a": (("id", "title"),)})[:-40], "a damaged spreadsheet"),
        (packed({"xl/workbook.xml": "<workbook"}), "a damaged spreadsheet"),
        (
            packed({"xl/_rels/workbook.xml.rels": '<!DOCTYPE x [<!ENTITY a "b">]><workbook>&a;</workbook>'}),
            "a document type",
        ),
        (packed({"xl/workbook.xml": "<workbook/>", "xl/_rels/workbook.xml.rels": "<r/>"}), "without sheets"),
        (xlsx({"a": (("only", "words"),)}), "no row with names of columns"),
    ],
)
def test_workbooks_that_can_t_be_read(tmp_path: Path, ears: Ears, data: bytes, reason: str) -> None:
    (tmp_path / "x.xlsx").write_bytes(data)
    with pytest.raises(BadFile, match=reason):
        list(read_units(tmp_path / "x.xlsx", "x.xlsx", ears.fault, ears.note))


def test_a_bomb_in_a_workbook(tmp_path: Path, ears: Ears) -> None:
    data = packed({"xl/_rels/workbook.xml.rels": "<r/>", "xl/workbook.xml": "<w>" + " " * (40 << 20) + "</w>"})
    (tmp_path / "x.xlsx").write_bytes(data)
    with pytest.raises(BadFile, match=r"a bomb: xl/workbook\.xml unpacks to 40 MB"):
        list(read_units(tmp_path / "x.xlsx", "x.xlsx", ears.fault, ears.note))
