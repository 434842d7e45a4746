"""`doctor` and `rollback` on both engines."""

import pytest

import opis
from discovery.engines.opening import open_engine, open_writer
from discovery.engines.port import Question
from discovery.errors import EngineMissing
from tests.contract.documents import ABOUT, FOLDER_TWO, FOLDERS


@pytest.fixture(params=["embedded", "elastic"])
def place(request, tmp_path):
    if request.param == "embedded":
        return str(tmp_path / "engine")
    return request.getfixturevalue("elasticsearch_place")(tmp_path.name.strip("_").lower())


def write(place, folders) -> None:
    writer = open_writer(place)
    for folder, documents in folders.items():
        writer.replace(folder, documents)
    writer.commit(ABOUT)


def pages(place) -> int:
    return open_engine(place).snapshot().ask(Question(view="pages")).total


def run(capsys, *arguments):
    code = opis.main(arguments)
    out, err = capsys.readouterr()
    return code, out + err


def test_rollback_brings_the_generation_before(place, capsys) -> None:
    write(place, FOLDERS)
    write(place, {"f2": FOLDER_TWO})
    assert pages(place) == 1
    code, said = run(capsys, "rollback", "--engine", place)
    assert code == 0
    assert "0001" in said
    assert pages(place) == 3


def test_a_load_after_a_rollback(place, capsys) -> None:
    write(place, FOLDERS)
    write(place, {})
    run(capsys, "rollback", "--engine", place)
    write(place, {"f2": FOLDER_TWO})
    assert pages(place) == 1


def test_nothing_to_go_back_to(place, capsys) -> None:
    write(place, FOLDERS)
    code, said = run(capsys, "rollback", "--engine", place)
    assert code == EngineMissing.exit_code
    assert "no generation before" in said
    assert pages(place) == 3


def test_a_well_engine(place, capsys) -> None:
    write(place, FOLDERS)
    code, said = run(capsys, "doctor", "--engine", place)
    assert code == 0
    assert "wrong" not in said
    assert "0001" in said


def test_no_engine(place, capsys) -> None:
    code, said = run(capsys, "doctor", "--engine", place)
    assert code == 6
    assert "wrong There is no" in said
    assert "opis index SOURCE" in said


def test_another_fingerprint(place, capsys, monkeypatch) -> None:
    write(place, FOLDERS)
    engine = "elastic.generations" if "://" in place else "embedded.directory"
    monkeypatch.setattr(f"discovery.engines.{engine}.fingerprint", lambda: "other")
    code, said = run(capsys, "doctor", "--engine", place)
    assert code == 6
    assert said.count("by another version of opis") == 1


def test_no_server(capsys) -> None:
    code, said = run(capsys, "doctor", "--engine", "http://127.0.0.1:9/opis")
    assert code == 6
    assert said.count("No Elasticsearch answers") == 1


def test_the_index_is_printed(capsys) -> None:
    code, said = run(capsys, "mappings")
    assert code == 0
    assert '"text_exact"' in said
