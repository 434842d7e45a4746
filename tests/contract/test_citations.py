"""What a pasted citation names: the same on every engine, in two finding aids and a table of three archives."""

import json
from pathlib import Path

import pytest

from discovery.answering.requests import make_request
from discovery.answering.service import search
from discovery.engines.port import Engine
from indexer.collection import read_collection
from indexer.loading import load
from indexer.progress import Silent
from tests.discovery.tables import rows

FINDING_AID = """<ead><eadheader><eadid>{key}</eadid></eadheader><archdesc level="collection"><did>
<unitid>{call}</unitid><unittitle>{title}</unittitle></did><dsc>{components}</dsc></archdesc></ead>"""
FILE = """<c level="file" id="{id}"><did><unitid type="aspace_uri">/repositories/2/archival_objects/{id}</unitid>
<unittitle>{title}</unittitle>{containers}</did></c>"""
BOX = '<container type="Box" label="Mixed Materials [39002012345678]" id="b{id}">{box}</container>'
FOLDER = '<container type="Folder" parent="b{id}">{folder}</container>'


def finding_aid(key: str, call: str, title: str, *files: tuple[str, str, str, str]) -> str:
    """Files are id, title, box, folder."""
    components = "".join(
        FILE.format(id=id_, title=name, containers=BOX.format(id=id_, box=box) + FOLDER.format(id=id_, folder=folder))
        for id_, name, box, folder in files
    )
    return FINDING_AID.format(key=key, call=call, title=title, components=components)


AIDS = {
    "shachtman.xml": finding_aid(
        "tam_103",
        "TAM.103",
        "Max Shachtman Papers",
        ("s1", "Letters to Wolf", "28", "34"),
        ("s2", "Bulletins", "28", "34"),
        ("s3", "Minutes", "3", "4"),
        ("s4", "Clippings", "OV 2", "7-9"),
    ),
    "cannon.xml": finding_aid(
        "tam_212",
        "TAM.212",
        "James P. Cannon and Rose Karsner Papers",
        ("c1", "Letters to Wolf", "28", "34"),
        ("c2", "Speeches", "3", "4"),
        ("c3", "Letters from Shachtman", "5", "1"),
    ),
}
TABLE = [
    {"id": "rgaspi", "ref": "РГАСПИ Ф. 325", "level": "fonds", "title": "Троцкий Лев Давидович"},
    {"id": "op1", "ref": "Оп. 1", "level": "series", "parent": "rgaspi", "title": "Документы"},
    {"id": "r12", "ref": "Д. 12", "level": "file", "parent": "op1", "title": "Письма"},
    {"id": "r13", "ref": "Д. 13", "level": "file", "parent": "op1", "title": "Телеграммы"},
    {"id": "op2", "ref": "Оп. 2", "level": "series", "parent": "rgaspi", "title": "Дополнительная"},
    {"id": "r2.12", "ref": "Д. 12", "level": "file", "parent": "op2", "title": "Черновики"},
    {"id": "g12", "ref": "ГАРФ. Ф. 325. Оп. 1. Д. 12", "level": "file", "title": "Протоколы"},
    {"id": "t45", "ref": "17/114/45", "level": "file", "title": "Материалы заседания"},
    {"id": "u3", "fonds": "1", "inventory": "20", "ref": "3", "level": "file", "title": "Постанови"},
    {"id": "b1", "ref": "R 58", "level": "fonds", "title": "Reichssicherheitshauptamt"},
    {"id": "b2", "ref": "R 58/3231", "level": "file", "parent": "b1", "title": "Lageberichte"},
    {"id": "f1", "ref": "F/7/13091", "level": "file", "title": "Surveillance"},
    {"id": "k1", "ref": "ED 1", "level": "fonds", "title": "Nachlass Levi"},
    {"id": "k2", "level": "file", "parent": "k1", "title": "Briefe", "box": "4", "folder": "7"},
    {"id": "k3", "level": "file", "parent": "k1", "title": "Entwürfe", "container": "Karton 5, Mappe 7"},
    {"id": "inv", "ref": "ARCH00319", "level": "fonds", "title": "Archief De Kadt"},
    {"id": "i319", "ref": "319", "level": "file", "parent": "inv", "title": "Stukken"},
    {"id": "i320", "ref": "320", "level": "file", "parent": "inv", "title": "Brieven"},
]


@pytest.fixture(scope="module")
def archive(new_place, tmp_path_factory: pytest.TempPathFactory) -> Engine:
    place, folder = new_place(), tmp_path_factory.mktemp("citations")
    for name, text in AIDS.items():
        (folder / name).write_text(text, encoding="utf-8")
    table: Path = folder / "records.jsonl"
    table.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in TABLE), encoding="utf-8")
    load([read_collection(folder)], place.writer(), Silent())
    return place.engine()


@pytest.mark.parametrize(("query", "named", "said"), rows(__file__, "citations.tsv"))
def test_a_citation_names(archive: Engine, query: str, named: str, said: str) -> None:
    results = search(archive, make_request(query))
    found = [row for row in results.rows if row.reasons and row.reasons[0].startswith(("Box", "Karton", "inventory"))]
    assert " ".join(row.record["id"].rpartition("/")[2] for row in found) == named
    assert list(results.rows[: len(found)]) == found
    assert said in [notice.message for notice in results.notices] if said else len(found) < 2


def test_folders_are_listed_as_they_stand_on_the_shelves(archive: Engine) -> None:
    rows = search(archive, make_request("", sort="shelf", filters=["within=TAM.212", "within=TAM.103"])).rows
    kept = [row.record["kept_in"] for row in rows]
    assert kept[:3] == ["Box 3, folder 4", "Box 5, folder 1", "Box 28, folder 34"]  # of the first finding aid
    assert kept[3:] == ["Box 3, folder 4", "Box 28, folder 34", "Box 28, folder 34", "Box OV 2, folder 7-9"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("box:28 folder:34", ["c1", "s1", "s2"]),
        ("box:28 Bulletins", ["s2"]),
        ('box:"ov 2" folder:8', ["s4"]),
        ("carton:4", ["k2"]),
        ("box:5", ["c3", "k3"]),  # one house's box is the next one's Karton
        ("ref:F/7/13091", ["f1"]),
    ],
)
def test_boxes_and_folders_are_fields(archive: Engine, query: str, found: list[str]) -> None:
    rows = search(archive, make_request(query)).rows
    assert sorted(row.record["id"].rpartition("/")[2] for row in rows) == found
