"""A node with security and TLS on: the two documented roles, and what is said where trust or rights are lacking."""

import base64
import hashlib
import json
import os
import shutil
import subprocess
import tempfile
import time
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
from tests.conftest import ROOT
from webui import create_app

ADMIN, PASSWORD = "admin", "only-for-this-test"
NAME = "opis-secured"


@pytest.fixture(scope="module")
def node():
    if reason := elasticsearch_node.missing() or (not shutil.which("openssl") and "no openssl"):
        (pytest.fail if os.environ.get("OPIS_TEST_REQUIRE_ALL") else pytest.skip)(reason)
    place = Path(tempfile.mkdtemp(prefix="opis-node-"))
    settings = {
        "xpack.security.enabled": "true",
        "xpack.security.http.ssl.enabled": "true",
        "xpack.security.http.ssl.key": "node.key",
        "xpack.security.http.ssl.certificate": "node.crt",
    }
    files = {"node.key": place / "key.pem", "node.crt": place / "crt.pem", "users": place / "users"}
    files["users_roles"] = place / "users_roles"
    make_certificate(files["node.key"], files["node.crt"])
    files["users"].write_text(f"{ADMIN}:{hashed(PASSWORD)}\n", "utf-8")
    files["users_roles"].write_text(f"superuser:{ADMIN}\n", "utf-8")
    running = elasticsearch_node.start(place, settings, heap="512m", files=files)
    yield running
    running.stop()
    shutil.rmtree(place, ignore_errors=True)


def make_certificate(key: Path, certificate: Path) -> None:
    command = (
        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1"
    )
    subprocess.run([*command.split(), "-keyout", key, "-out", certificate], check=True, capture_output=True)


def hashed(password: str) -> str:
    """A password as the server's file of users has it."""
    salt = os.urandom(32)
    digest = hashlib.pbkdf2_hmac("sha512", password.encode(), salt, 10_000, 32)
    return "{PBKDF2}10000$" + "$".join(base64.b64encode(part).decode() for part in (salt, digest))


@pytest.fixture(scope="module")
def keys(node) -> dict[str, str]:
    """An API key for each documented role."""
    client_library = pytest.importorskip("elasticsearch")
    options = {"ca_certs": str(node.place / "crt.pem"), "basic_auth": (ADMIN, PASSWORD), "request_timeout": 30}
    with client_library.Elasticsearch(node.url, **options) as client:
        for _ in range(100):  # the files of users are read a moment after the port is open
            try:
                client.cluster.health(wait_for_status="yellow")
                break
            except (client_library.ApiError, client_library.TransportError):
                time.sleep(0.5)
        return {role: make_key(client, role) for role in ("opis_reader", "opis_writer")}


def make_key(client, role: str) -> str:
    rights = json.loads((ROOT / "docs" / "roles" / f"{role}.json").read_text("utf-8"))
    client.security.put_role(name=role, **rights)
    return str(client.security.create_api_key(name=role, role_descriptors={role: rights}).body["encoded"])


@pytest.fixture
def place(node, monkeypatch) -> str:
    monkeypatch.setenv("OPIS_ELASTIC_CA", str(node.place / "crt.pem"))
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
        patch.setenv("OPIS_ELASTIC_CA", str(node.place / "crt.pem"))
        patch.setenv("OPIS_ELASTIC_API_KEY", keys["opis_writer"])
        for _ in range(3):
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
    pem = (node.place / "crt.pem").read_text("ascii")
    der = base64.b64decode("".join(line for line in pem.splitlines() if "-----" not in line))
    monkeypatch.delenv("OPIS_ELASTIC_CA")
    monkeypatch.setenv("OPIS_ELASTIC_FINGERPRINT", hashlib.sha256(der).hexdigest())
    assert open_engine(loaded).about().counts["page"] > 100
    monkeypatch.setenv("OPIS_ELASTIC_FINGERPRINT", "0" * 64)
    with pytest.raises(EngineUnreadable, match="not trusted"):
        open_engine(loaded)
