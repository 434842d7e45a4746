"""A node with security and TLS on, set up as docker-compose.yml does it: the two documented roles, and what is said
where trust or rights are lacking."""

import base64
import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

import opis
from discovery.engines.opening import open_engine, open_writer
from discovery.engines.port import Question
from discovery.errors import EngineUnreadable
from indexer.collection import read_collection
from indexer.loading import load
from indexer.progress import Silent
from tests import elasticsearch_node
from tests.composed import FILES_OF_SERVER, server_settings
from tests.conftest import ROOT
from tests.contract.documents import ABOUT
from webui import create_app

PASSWORD = 'only "for" this\\test'
NAME = "opis-secured"


@pytest.fixture(scope="module")
def node():
    if reason := elasticsearch_node.missing() or (not shutil.which("curl") and "no curl"):
        (pytest.fail if os.environ.get("OPIS_TEST_REQUIRE_ALL") else pytest.skip)(reason)
    place = Path(tempfile.mkdtemp(prefix="opis-node-"))
    for name in ("tools", "server", "reader", "writer"):
        (place / name).mkdir()
    elasticsearch_node.write_tools(place / "tools")
    make_certificates(place)
    command = [place / "tools" / "elasticsearch-keystore", "add", "--force", "--stdin", "bootstrap.password"]
    subprocess.run(command, input=PASSWORD.encode(), check=True, capture_output=True)
    files = {f"{FILES_OF_SERVER}/{file.name}": file for file in (place / "server").iterdir()}
    files["elasticsearch.keystore"] = place / "tools" / "elasticsearch.keystore"
    running = elasticsearch_node.start(place, server_settings(), heap="512m", files=files)
    yield running
    running.stop()
    shutil.rmtree(place, ignore_errors=True)


def make_certificates(place: Path) -> None:
    run(
        "make-certificates",
        place / "server",
        place / "reader",
        place / "writer",
        PATH=f"{place}/tools:{os.environ['PATH']}",
    )


def run(script: str, *arguments: str | Path, **environment: str) -> None:
    """Run a script of docker/."""
    command = [ROOT / "docker" / script, *arguments]
    done = subprocess.run(command, env=os.environ | environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def keys(node) -> dict[str, str]:
    """An API key for each documented role."""
    return make_keys(node)


def make_keys(node) -> dict[str, str]:
    folders = [node.place / "reader", node.place / "writer"]
    run("make-keys", node.url, ROOT / "docs" / "roles", *folders, ELASTIC_PASSWORD=PASSWORD)
    return {f"opis_{folder.name}": (folder / "key").read_text("ascii").strip() for folder in folders}


@pytest.fixture
def place(node, monkeypatch) -> str:
    monkeypatch.setenv("OPIS_ELASTIC_CA", str(node.place / "reader" / "ca.crt"))
    return f"{node.url}/{NAME}"


@pytest.fixture
def act_as(keys, monkeypatch, tmp_path):
    def act(role: str) -> None:
        (tmp_path / "key").write_text(keys[role], "utf-8")
        monkeypatch.setenv("OPIS_ELASTIC_API_KEY_FILE", str(tmp_path / "key"))

    return act


@pytest.fixture(scope="module")
def archive(node, keys) -> str:
    """The archive, loaded by the writer so often that a generation was deleted, which needs its right too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OPIS_ELASTIC_CA", str(node.place / "reader" / "ca.crt"))
        patch.setenv("OPIS_ELASTIC_API_KEY", keys["opis_writer"])
        open_writer(f"{node.url}/{NAME}").commit(ABOUT)
        for _ in range(2):
            load([read_collection(ROOT / "data" / "sample")], open_writer(f"{node.url}/{NAME}"), Silent())
    return f"{node.url}/{NAME}"


@pytest.fixture
def loaded(archive, place, act_as) -> str:
    """The archive, asked with the writer's key until another is taken."""
    act_as("opis_writer")
    return place


def test_the_writer_loads_and_rolls_back(loaded) -> None:
    assert open_engine(loaded).snapshot().ask(Question(view="pages")).total > 100
    assert opis.main(["rollback", "--engine", loaded]) == 0


def test_the_reader_searches(loaded, act_as, capsys) -> None:
    act_as("opis_reader")
    assert opis.main(["search", "opposition", "--engine", loaded, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["total"] > 0


def test_the_reader_can_not_write(loaded, act_as) -> None:
    act_as("opis_reader")
    with pytest.raises(EngineUnreadable, match="may not do this") as caught:
        open_writer(loaded)
    assert "opis_writer" in caught.value.hint


def test_the_web_page_runs_with_the_readers_key(loaded, act_as) -> None:
    act_as("opis_reader")
    engine = open_engine(loaded)
    assert create_app(engine).test_client().get("/search?q=opposition").status_code == 200
    with pytest.raises(Exception, match="security_exception"):
        engine._server.client.index(index=NAME, document={})


@pytest.mark.parametrize(("role", "words"), [("opis_reader", "and not write"), ("opis_writer", "may read and load")])
def test_the_doctor_knows_the_role(loaded, act_as, capsys, role, words) -> None:
    act_as(role)
    assert opis.main(["doctor", "--engine", loaded]) == 0
    assert words in capsys.readouterr().out


def test_no_key(place) -> None:
    with pytest.raises(EngineUnreadable, match="does not accept the API key"):
        open_engine(place)


def test_a_certificate_nobody_vouches_for(node, monkeypatch) -> None:
    monkeypatch.delenv("OPIS_ELASTIC_CA", raising=False)
    with pytest.raises(EngineUnreadable, match="not trusted"):
        open_engine(f"{node.url}/{NAME}")


def test_a_fingerprint_vouches(node, loaded, monkeypatch) -> None:
    pem = (node.place / "server" / "node.crt").read_text("ascii")
    der = base64.b64decode("".join(line for line in pem.splitlines() if "-----" not in line))
    monkeypatch.delenv("OPIS_ELASTIC_CA")
    monkeypatch.setenv("OPIS_ELASTIC_FINGERPRINT", hashlib.sha256(der).hexdigest())
    assert open_engine(loaded).about().counts["page"] > 100
    monkeypatch.setenv("OPIS_ELASTIC_FINGERPRINT", "0" * 64)
    with pytest.raises(EngineUnreadable, match="not trusted"):
        open_engine(loaded)


def test_what_is_made_is_kept(node, keys) -> None:
    certificate = (node.place / "server" / "node.crt").read_bytes()
    make_certificates(node.place)
    assert (node.place / "server" / "node.crt").read_bytes() == certificate
    assert make_keys(node) == keys
    (node.place / "reader" / "key").write_text("bm90OmE=", "ascii")
    assert make_keys(node)["opis_writer"] == keys["opis_writer"]


def test_only_its_owner_reads_a_key(node, keys) -> None:
    made = [node.place / folder / "key" for folder in ("reader", "writer")]
    assert {file.stat().st_mode & 0o777 for file in [*made, node.place / "server" / "node.key"]} == {0o600}


def test_a_wrong_password_is_said(node) -> None:
    with pytest.raises(AssertionError, match="unable to authenticate user"):
        run("make-keys", node.url, ROOT / "docs" / "roles", node.place / "reader", ELASTIC_PASSWORD="wrong")
