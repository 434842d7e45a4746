"""CSV and JSON Lines: columns, order, and records that are wrong while the others load."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discovery.errors import BadFile
from discovery.records import Name, PageFile, Unit, WrittenDate
from indexer.readers import table
from tests.indexer.conftest import Ears


def from_csv(text: str, ears: Ears) -> list[Unit]:
    return list(table.read_csv(text.encode(), "t.csv", ears.fault, ears.note))


def from_json(ears: Ears, *lines: object) -> list[Unit]:
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    return list(table.read_json_lines(text.encode(), "t.jsonl", ears.fault, ears.note))


def test_all_columns_in_both_formats(ears: Ears) -> None:
    cells = {name: name for name in table.COLUMNS} | {
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
        Name("Abel", conjectural=True),
        Name("Sedov, Lev", "from"),
        Name("Secretariat", "to", conjectural=True),
    )
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
    ]


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ("id,titel,x", "unknown column 'titel' (did you mean 'title'?); unknown column 'x'"),
        ("ref,title,date", "no column 'id'"),
        ("id,lang,language", "column 'language' twice"),
    ],
)
def test_headers_that_are_wrong_refuse_the_table(ears: Ears, header: str, reason: str) -> None:
    with pytest.raises(BadFile) as refused:
        from_csv(header + "\n1,2,3\n", ears)
    assert (refused.value.reason, refused.value.line) == (reason, 1)


def test_a_table_in_another_encoding_is_refused(ears: Ears) -> None:
    with pytest.raises(BadFile, match=r"t\.csv:3: the byte 0xFC is not valid UTF-8: save it as UTF-8"):
        list(table.read_csv(b"id,title\n1,a\n2,Z\xfcrich\n", "t.csv", ears.fault, ears.note))


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
    units = from_json(ears, {"id": "1", "lang": "ru", "titel": "a"}, {"id": "2", "titel": "b"})
    assert [unit.language for unit in units] == ["ru", ""]
    assert ears.notes == ["t.jsonl:1: the key 'titel' has no meaning here: left out (did you mean 'title'?)"]


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
