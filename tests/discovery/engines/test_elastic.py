"""The engine on a real server: the sample archive as in the directory, generations, and what is not ours."""

from dataclasses import replace
from pathlib import Path

import pytest

from discovery.answering.requests import make_request
from discovery.answering.service import search
from discovery.engines.elastic import connect, generations, searching
from discovery.engines.opening import open_engine, open_writer
from discovery.engines.port import Filter, Question
from discovery.errors import EngineMissing, EngineOutdated, EngineUnreadable, UsageError
from indexer.collection import read_collection
from indexer.loading import load
from indexer.progress import Silent
from tests.contract.documents import ABOUT, FOLDER_ONE, FOLDER_TWO, FOLDERS

SAMPLE = Path(__file__).parents[3] / "data" / "sample"
QUERIES = (
    "opposition",
    "оппозиция",
    "левая оппозиция",
    '"левой оппозиции"',
    "trotsk*",
    "Zeitung",
    "circulaire",
    "inv 52",
    "lettre Paris 1932",
    "journal NEAR/5 opposition",
    "Ausschluss",
    "бюллетень",
    "title:letters",
    "from:sedov",
    "date:1932",
    "lang:de",
    "opposition -gauche",
    "opposición",
    "comité central",
    "des",
    "печать оппозиции в париже",
    "Седов",
    "strike OR grève",
    '"comité exécutif"',
    "(journal OR bulletin) AND 1932",
    "Kaunas",
    "prov*",
    "the left opposition in germany",
    "редакция бюллетеня оппозиции париж",
    "",
)


@pytest.fixture(scope="module")
def both(elasticsearch_place, tmp_path_factory):
    """The sample archive on the server and in a directory."""
    places = elasticsearch_place("sample"), str(tmp_path_factory.mktemp("sample") / "engine")
    for place in places:
        report = load([read_collection(SAMPLE)], open_writer(place), Silent())
        assert report.skipped == 0
    return [open_engine(place) for place in places]


@pytest.mark.parametrize("text", QUERIES)
def test_searches_find_the_same(both, text) -> None:
    for view in ("folders", "items", "pages"):
        for filters in ((), (Filter("language", ("fr",)),))[: 2 if view == "folders" else 1]:
            request = replace(make_request(text=text, view=view, limit=50), filters=filters)
            mine, theirs = (search(engine, request) for engine in both)
            assert mine.total == theirs.total
            assert mine.facets == theirs.facets
            assert mine.histogram == theirs.histogram
            assert mine.understood == theirs.understood
            if mine.total <= request.limit:
                assert {row.record["key"] for row in mine.rows} == {row.record["key"] for row in theirs.rows}
            assert [row.record["key"] for row in mine.series] == [row.record["key"] for row in theirs.series]


@pytest.fixture
def place(elasticsearch_place, request):
    return elasticsearch_place(request.node.name.replace("[", "-").replace("]", "").lower())


@pytest.fixture
def client(elasticsearch):
    with pytest.importorskip("elasticsearch").Elasticsearch(elasticsearch) as client:
        yield client


def write(place, folders) -> None:
    writer = open_writer(place)
    for folder, documents in folders.items():
        writer.replace(folder, documents)
    writer.commit(ABOUT)


def total(engine) -> int:
    return engine.snapshot().ask(Question(view="pages")).total


def test_an_open_engine_follows_a_new_generation(place, monkeypatch) -> None:
    monkeypatch.setattr(searching, "FOLLOW_SECONDS", 0.0)
    write(place, FOLDERS)
    engine = open_engine(place)
    assert total(engine) == 3
    write(place, {"f2": FOLDER_TWO})
    assert total(engine) == 1


def test_the_generation_before_is_kept_and_older_ones_go(place) -> None:
    for _ in range(4):
        write(place, FOLDERS)
    server = connect(place)
    assert [name[-6:] for name in generations.generations(server)] == ["-g0003", "-g0004"]
    assert generations.current(server).index.endswith("-g0004")


def test_nothing_there(place) -> None:
    with pytest.raises(EngineMissing, match="no archive"):
        open_engine(place)


def test_an_index_of_somebody_else(place, client) -> None:
    client.indices.create(index=place.rpartition("/")[2])
    with pytest.raises(EngineUnreadable, match="not an archive"):
        open_engine(place)
    with pytest.raises(EngineUnreadable, match="not an archive"):
        open_writer(place)


def test_another_fingerprint(place, monkeypatch) -> None:
    write(place, FOLDERS)
    monkeypatch.setattr(generations, "fingerprint", lambda: "other")
    with pytest.raises(EngineOutdated, match="another version"):
        open_engine(place)


def test_a_document_that_does_not_fit_is_refused_and_named(place) -> None:
    wrong = replace(FOLDER_ONE[2], numbers={"place": [3], "unheard": [1]})
    writer = open_writer(place)
    writer.replace("f1", [*FOLDER_ONE[:2], wrong, FOLDER_ONE[3]])
    writer.commit(ABOUT)
    [(key, reason)] = writer.refused
    assert key == "p:i1/0001"
    assert "unheard" in reason
    assert total(open_engine(place)) == 1


def test_deep_pages_are_walked_to(place, monkeypatch) -> None:
    monkeypatch.setattr(searching, "WINDOW", 2)
    write(place, FOLDERS)
    snapshot = open_engine(place).snapshot()
    found = [snapshot.ask(Question(view="pages", limit=1, offset=at)).hits for at in range(4)]
    assert [[hit.own_key for hit in hits] for hits in found] == [["p:i1/0001"], ["p:i1/0002"], ["p:f2/0001"], []]


def test_the_bound_of_deep_pages_is_said(place, monkeypatch) -> None:
    write(place, FOLDERS)
    with pytest.raises(UsageError, match="100,000"):
        open_engine(place).snapshot().ask(Question(view="pages", offset=99_999, limit=20))


def test_a_snapshot_brings_an_archive_back(place, client) -> None:
    nodes = client.nodes.info(filter_path="nodes.*.settings.path.repo").body
    if not nodes:
        pytest.skip("the server has no folder for snapshots (path.repo)")
    write(place, FOLDERS)
    name = place.rpartition("/")[2]
    settings = {"location": name}
    client.snapshot.create_repository(name="opis-test", repository={"type": "fs", "settings": settings})
    client.snapshot.create(repository="opis-test", snapshot="one", indices=name, wait_for_completion=True)
    client.indices.delete(index=f"{name}-g0001")
    with pytest.raises(EngineMissing):
        open_engine(place)
    client.snapshot.restore(repository="opis-test", snapshot="one", wait_for_completion=True)
    assert total(open_engine(place)) == 3
    client.snapshot.delete(repository="opis-test", snapshot="one")
    client.snapshot.delete_repository(name="opis-test")


def test_dates_are_dates_for_other_programs(place, client) -> None:
    write(place, FOLDERS)
    in_1931 = {"range": {"earliest_date": {"gte": "19310101", "lte": "19311231"}}}
    assert client.count(index=place.rpartition("/")[2], query=in_1931)["count"] == 4


def test_a_generation_taken_away_under_a_snapshot(place, client) -> None:
    write(place, FOLDERS)
    snapshot = open_engine(place).snapshot()
    client.indices.delete(index=f"{place.rpartition('/')[2]}-g0001")
    with pytest.raises(EngineMissing):
        snapshot.ask(Question(view="pages"))
