"""CSV and JSON Lines: columns, order, and records that are wrong while the others load."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discovery.errors import BadFile
from discovery.records import Container, Name, PageFile, Unit, WrittenDate
from indexer.readers import table
from indexer.readers.headers import COLUMNS, column_of
from tests.indexer.conftest import Ears


def from_csv(text: str, ears: Ears) -> list[Unit]:
    return list(table.read_csv(text.encode(), "t.csv", ears.fault, ears.note))


def from_json(ears: Ears, *lines: object) -> list[Unit]:
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    return list(table.read_json(text.encode(), "t.jsonl", ears.fault, ears.note))


def test_all_columns_in_both_formats(ears: Ears) -> None:
    cells = {name: name for name in COLUMNS} | {
        "language": "ru; fre",
        "names": "Trockij, L.; [Abel]",
        "from": "Sedov, Lev",
        "to": "Secretariat?",
        "pages": "ocr/1.xml; ocr/2*.xml",
    }
    lists = cells | {"names": ["Trockij, L.", "[Abel]"], "language": ["ru", "fr"], "pages": ["ocr/1.xml", "ocr/2*.xml"]}
    out = io.StringIO()
    writer = csv.DictWriter(out, cells)
    writer.writeheader()
    writer.writerow(cells)
    (unit,) = from_csv(out.getvalue(), ears)
    (same,) = from_json(ears, lists)
    assert unit.title == "title"
    assert (unit.parent, unit.section, unit.access) == ("parent", "section", "access")
    assert (unit.language, unit.languages) == ("", ("ru", "fr"))
    assert unit.dates == (WrittenDate("date"),)
    assert unit.names == (
        Name("Trockij, L."),
        Name("Abel", written="[Abel]"),
        Name("Sedov, Lev", "from"),
        Name("Secretariat", "to", written="Secretariat?"),
        Name("creator", "creator"),
        Name("place", kind="place"),
    )
    assert (unit.subjects, unit.holder) == (("subject",), "holder")
    assert unit.pages == (PageFile("ocr/1.xml", 1), PageFile("ocr/2*.xml", 2))
    assert (unit.source.line, same.source.line) == (2, 1)
    fields = [name for name in Unit.__slots__ if name != "source"]
    assert [getattr(unit, name) for name in fields] == [getattr(same, name) for name in fields]
    assert not ears.faults
    assert not ears.notes


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_dialects(ears: Ears, delimiter: str, mark: str, end: str) -> None:
    rows = (("ID", "Title", "lang"), ("1", '"a\nb"', "de"), ("", "", ""), ("2", "c", "", ""))
    units = from_csv(mark + end.join(delimiter.join(row) for row in rows) + end, ears)
    assert [(unit.id, unit.title, unit.language, unit.source.line) for unit in units] == [
        ("1", "a\nb", "de", 2),
        ("2", "c", "", 5),
    ]
    assert not ears.faults


def test_csv_records_that_are_wrong_are_left_out(ears: Ears) -> None:
    units = from_csv('id,title\n1,a\n,b\n1,c\n2,d,e\n3,f\n4,"g\nh', ears)
    assert [unit.id for unit in units] == ["1", "3"]
    assert ears.faults == [
        "t.csv:3: record left out: it has no id",
        "t.csv:4: record left out: the id '1' is that of line 2 already",
        "t.csv:5: record left out: 3 cells under 2 columns",
        "t.csv:7: record left out: a quotation mark is never closed",
        "t.csv:8: left out: 1 of 2 cells, below a record that is wrong",
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_tables_as_spreadsheets_save_them(ears: Ears, encoding: str, end: str) -> None:
    text = end.join(("Signatur\tTitel\tLaufzeit", '319\t"Briefe aus\nParis"\t1931–1933', "320\tПисьма\t"))
    units = list(table.read_csv(text.encode(encoding), "t.txt", ears.fault, ears.note))
    assert [(unit.id, unit.ref, unit.title) for unit in units] == [
        ("319", "319", "Briefe aus\nParis"),
        ("320", "320", "Письма"),
    ]
    assert not ears.faults


def test_a_stray_quotation_mark_costs_one_record(ears: Ears) -> None:
    units = from_csv('id,title,date\n1,"a,\n2,b,c\n3,"d" e,f\n4,"g\nh",i\n5,j,k\n', ears)
    assert [unit.id for unit in units] == ["2", "4", "5"]
    assert ears.faults == [
        "t.csv:2: record left out: ',' expected after '\"'",
        "t.csv:4: record left out: ',' expected after '\"'",
    ]


def test_remains_of_a_broken_record_are_no_record(ears: Ears) -> None:
    units = from_csv('id,title\n1,"a" b\nrest of it\n2,c\nd\n', ears)
    assert [unit.id for unit in units] == ["2", "d"]
    assert ears.faults[1:] == ["t.csv:3: left out: 1 of 2 cells, below a record that is wrong"]


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        ("Inv.-Nr.;Titel;Datierung;Sprache;Umfang", ["ref", "title", "date", "language", "extent"]),
        ("Cote;Intitulé;Dates extrêmes;Portée_et_contenu", ["ref", "title", "date", "description"]),
        ("№ дела;ЗАГОЛОВОК ДЕЛА;Крайние даты;Количество листов", ["ref", "title", "date", "extent"]),
        ("Signatura;Título;Fechas;Remitente;Destinatario", ["ref", "title", "date", "from", "to"]),
        ("inventarisnummer;titel;datering;openbaarheid", ["ref", "title", "date", "access"]),
        ("legacyId;parentId;identifier;levelOfDescription;eventDates", ["id", "parent", "ref", "level", "date"]),
    ],
)
def test_headers_of_other_languages_and_systems(header: str, columns: list[str]) -> None:
    assert [column_of(name) for name in header.split(";")] == columns
    assert table.is_header(header)


def test_columns_of_one_meaning_are_joined_where_they_can_be(ears: Ears) -> None:
    (unit,) = from_csv("id,level,Scope,Barcode,Примечание,persons,names\n1,File,a,x,b,P,Q|R", ears)
    assert (unit.level, unit.description) == ("file", "a\n\nb")
    assert [name.text for name in unit.names] == ["P", "Q", "R"]
    assert ears.faults == ["t.csv:1: left out: unknown column 'Barcode'"]


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ("id,titles,x", "unknown column 'titles' (did you mean 'title'?); unknown column 'x'"),
        ("id,title,Titel", "column 'Titel' is 'title' again"),
    ],
)
def test_columns_without_meaning_are_left_out_and_reported(ears: Ears, header: str, reason: str) -> None:
    assert [unit.id for unit in from_csv(header + "\n1,2,3\n", ears)] == ["1"]
    assert ears.faults == [f"t.csv:1: left out: {reason}"]


def test_a_table_without_identifiers_is_refused(ears: Ears) -> None:
    with pytest.raises(BadFile) as refused:
        from_csv("title,dat,date\n1,2,3\n", ears)
    assert refused.value.reason == "unknown column 'dat' (did you mean 'date'?); no column 'id' or 'ref'"
    assert refused.value.line == 1


@pytest.mark.parametrize(
    ("text", "encoding"), [("Письма из Парижа", "cp1251"), ("Lettres à Zürich – “rouge”", "cp1252")]
)
def test_a_table_in_an_encoding_that_can_be_told_is_read(ears: Ears, text: str, encoding: str) -> None:
    (unit,) = table.read_csv(f"id,title\n1,{text}\n".encode(encoding), "t.csv", ears.fault, ears.note)
    assert unit.title == text
    assert ears.notes == [f"t.csv:2: not UTF-8 from here on: the file is read as {encoding}"]


def test_a_table_in_another_encoding_is_refused(ears: Ears) -> None:
    with pytest.raises(BadFile, match=r"t\.csv:3: the byte 0xBF is not valid UTF-8: save it as UTF-8"):
        list(table.read_csv("id,title\n1,a\n2,żółć\n".encode("cp1250"), "t.csv", ears.fault, ears.note))


def test_a_list_in_json(ears: Ears) -> None:
    text = ' [\n {"id": 1,\n  "Titel": "a"},\n {"id": 2, oops},\n {"id": 3}, {"id": 4}\n]\n'
    units = list(table.read_json(text.encode(), "t.json", ears.fault, ears.note))
    assert [(unit.id, unit.title, unit.source.line) for unit in units] == [("1", "a", 2), ("3", "", 5), ("4", "", 5)]
    assert len(ears.faults) == 1
    assert ears.faults[0].startswith("t.json:4: record left out: not JSON (")


def test_json_records_that_are_wrong_are_left_out(ears: Ears) -> None:
    lines = ('{"id": "1", "title": null}', "", "[1]", "{", '{"id": 2, "date": {}}', '{"id": true}', '{"id":"\\ud800"}')
    units = from_json(ears, *lines, {"id": 3, "title": ["a"]}, {"id": 4}, "[" * 100_000)
    assert [unit.id for unit in units] == ["1", "4"]
    assert [fault.split(": ", 2)[0::2] for fault in ears.faults][:1] == [
        ["t.jsonl:3", "an object {…} expected, not a list"]
    ]
    assert [fault.split(":")[1] for fault in ears.faults] == ["3", "4", "5", "6", "7", "8", "10"]
    assert "date: text expected, not an object" in ears.faults[2]


def test_unknown_keys_are_noted_once(ears: Ears) -> None:
    units = from_json(ears, {"id": "1", "lang": "ru", "titles": "a"}, {"id": "2", "titles": {"b": [1]}})
    assert [unit.language for unit in units] == ["ru", ""]
    assert ears.notes == ["t.jsonl:1: the key 'titles' (did you mean 'title'?) has no meaning here: left out"]


def test_unknown_languages_are_noted(ears: Ears) -> None:
    (unit,) = from_csv("id,language\n1,klingonisch ru\n", ears)
    assert unit.languages == ("ru",)
    assert ears.notes == ["t.csv:2: the language 'klingonisch' is no language: left out"]


def test_a_circle_of_parents_is_cut(ears: Ears) -> None:
    units = from_csv("id,parent\nx,a\na,b\nb,a\nc,elsewhere\n", ears)
    assert [(unit.id, unit.parent) for unit in units] == [("b", None), ("a", "b"), ("x", "a"), ("c", "elsewhere")]
    assert ears.faults == ["t.csv:4: 'b' is its own ancestor: loaded without its parent 'a'"]


@given(st.lists(st.integers(0, 12), max_size=12))
def test_parents_come_first_and_nothing_is_lost(parents: list[int]) -> None:
    ears = Ears()
    rows = "".join(f"{number},{parent}\n" for number, parent in enumerate(parents))
    units = from_csv("id,parent\n" + rows, ears)
    known = {str(number) for number in range(len(parents))}
    assert {unit.id for unit in units} == known
    seen: set[str] = set()
    for unit in units:
        assert unit.parent is None or unit.parent in seen or unit.parent not in known
        seen.add(unit.id)


def test_many_thousand_generations(ears: Ears) -> None:
    units = from_csv("id,parent\n" + "".join(f"{number},{number + 1}\n" for number in range(20_000)), ears)
    assert units[0].id == "19999"
    assert len(units) == 20_000


def test_boxes_and_folders_in_columns_of_many_names(ears: Ears) -> None:
    (unit,) = from_csv("id,Karton,Mappe\na,4,7\n", ears)
    assert unit.containers == (Container("box", "4", "box"), Container("folder", "7", "folder"))
    (unit,) = from_csv('id,container,title\na,"Karton 4, Mappe 7",x\n', ears)
    assert unit.containers == (Container("carton", "4", "Karton"), Container("folder", "7", "Mappe"))
    (unit,) = from_json(ears, {"id": "a", "container": ["box 4", "map case"], "box": ""})
    assert [(c.kind, c.number) for c in unit.containers] == [("box", "4"), ("", "map case")]


def test_fonds_and_opis_in_columns_of_their_own_stand_before_the_number(ears: Ears) -> None:
    first, second = from_csv("Фонд,Опись,Номер дела,Заголовок\n325,1,12,Письма\n325,2,12,Письма\n", ears)
    assert (first.id, first.ref, second.ref) == ("325/1/12", "325/1/12", "325/2/12")
