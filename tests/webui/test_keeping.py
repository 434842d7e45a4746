"""Answers that are kept: the same bytes, a 304 for who has them, and nothing of an archive that is no more."""

import shutil
from pathlib import Path

import pytest
from flask.testing import FlaskClient

import opis
from discovery.engines.opening import open_engine
from webui import create_app
from webui.keeping import Answered, Answers
from webui.settings import Settings


@pytest.fixture
def engine(sample_index: Path, tmp_path: Path) -> Path:
    return shutil.copytree(sample_index, tmp_path / "engine")


@pytest.fixture
def client(engine: Path) -> FlaskClient:
    return create_app(open_engine(str(engine))).test_client()


ADDRESSES = ["/", "/search?q=Trotsky", "/api/v1/search?q=Trotsky&view=items", "/api/v1/complete?q=trot"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_second_time_is_the_first(client: FlaskClient, address: str) -> None:
    first, second = client.get(address), client.get(address)
    assert first.status_code == 200
    assert (first.data, dict(first.headers)) == (second.data, dict(second.headers))
    assert "Content-Security-Policy" in second.headers
    assert second.headers["Cache-Control"] == "no-cache"
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]


def test_another_archive_has_other_answers(client: FlaskClient, engine: Path, tmp_path: Path) -> None:
    before = client.get("/search?q=Trotsky")
    table = tmp_path / "folders.csv"
    table.write_text("id,ref,level,title\nf1,1,file,Trotsky\n")
    assert opis.main(["index", str(table), "--engine", str(engine)]) == 0
    after = client.get("/search?q=Trotsky", headers={"If-None-Match": before.headers["ETag"]})
    assert after.status_code == 200
    assert after.data != before.data
    assert opis.main(["rollback", "--engine", str(engine)]) == 0
    assert client.get("/search?q=Trotsky", headers={"If-None-Match": before.headers["ETag"]}).status_code == 304


def test_what_lacks_something_is_not_kept(sample_engine) -> None:
    client = create_app(sample_engine, settings=Settings(seconds=1e-9)).test_client()
    for address in ADDRESSES[1:3]:
        assert "ETag" not in client.get(address).headers


@pytest.mark.parametrize(
    "address", ["/health", "/search?q=x&view=y&limit=many&from=9999999", "/nothing", "/list", "/search?q="]
)
def test_what_is_no_answer_of_the_archive_s(client: FlaskClient, address: str) -> None:
    kept = client.get(address)
    assert ("ETag" in kept.headers) == (address.startswith("/search?q=x"))


def test_addresses_of_two_hosts_are_two(client: FlaskClient) -> None:
    one, other = (client.get("/search?q=Trotsky", base_url=f"http://{host}") for host in ("one.example", "two.example"))
    assert one.headers["ETag"] != other.headers["ETag"]


def test_an_engine_that_is_gone_is_said(client: FlaskClient, engine: Path) -> None:
    assert client.get("/search?q=Trotsky").status_code == 200
    shutil.rmtree(engine)
    assert client.get("/search?q=Trotsky").status_code == 503


def test_the_oldest_go_first_and_no_more_is_kept_than_there_is_room_for() -> None:
    answers = Answers(100)
    for tag in "abc":
        answers.put(tag, Answered(bytes(40), "text/html"))
        answers.get("b")
    assert [tag for tag in "abc" if answers.get(tag)] == ["b", "c"]
    answers.put("d", Answered(bytes(101), "text/html"))
    assert answers.get("d") is None
