"""Places, settings and what is said when a server can't be used. Nothing here needs a server."""

import socket
from base64 import b64encode

import elasticsearch
import pytest
from elastic_transport import ApiResponseMeta, HttpHeaders, NodeConfig
from urllib3.connection import HTTPConnection
from urllib3.exceptions import NewConnectionError

from discovery.engines.elastic.connecting import Settings, connect, read_place, read_settings, translate
from discovery.engines.opening import open_engine
from discovery.errors import EngineFull, EngineMissing, EngineRefused, EngineUnreadable, OpisError, UsageError

SHOWN = "https://host:9200/opis"
REFUSED = elasticsearch.ConnectionError("refused")
REFUSED.__cause__ = NewConnectionError(HTTPConnection("host"), "refused")


CLOUD_ID = "letters:" + b64encode(b"eu.example.org$abc123$kibana").decode()


@pytest.mark.parametrize(
    ("place", "urls", "name"),
    [
        ("https://host:9200", "https://host:9200", "opis"),
        ("https://host:9200/", "https://host:9200", "opis"),
        ("https://host/letters", "https://host:443", "letters"),
        ("http://host/letters", "http://host:9200", "letters"),
        ("http://127.0.0.1:9201/a-b_c", "http://127.0.0.1:9201", "a-b_c"),
        ("http://[::1]:9201/x", "http://[::1]:9201", "x"),
        ("https://host/search/es/letters", "https://host:443/search/es", "letters"),
        ("https://a:9200,https://b:9200/letters", "https://a:9200 https://b:9200", "letters"),
        ("https://a:9200/letters, https://b/letters", "https://a:9200 https://b:443", "letters"),
        ("https://a:9200,https://b:9200", "https://a:9200 https://b:9200", "opis"),
        ("https://a/es,https://b/es/letters", "https://a:443/es https://b:443/es", "letters"),
        ("https://a,https://a:443/letters", "https://a:443", "letters"),
        ("cloud://letters", "https://abc123.eu.example.org:443", "letters"),
    ],
)
def test_places(place, urls, name) -> None:
    assert read_place(place, CLOUD_ID) == (urls.split(), name)


@pytest.mark.parametrize("place", ["https://host/letters", "https://a:9200,https://b/es/x", "cloud://x"])
def test_what_is_shown_leads_to_the_same_place(place) -> None:
    server = connect(place, {"OPIS_ELASTIC_CLOUD_ID": CLOUD_ID})
    assert connect(server.shown, {}).shown == server.shown


@pytest.mark.parametrize(
    "place",
    [
        "ftp://host",
        "https://",
        "https://host/A",
        "https://host/a?b=c",
        "https://host:x/a",
        "https://host/a/../b",
        "https://a,b/letters",
        "https://a,/letters",
        "https://a,http://b/letters",
    ],
)
def test_what_is_not_a_place(place) -> None:
    with pytest.raises(UsageError):
        read_place(place)


@pytest.mark.parametrize(("cloud_id", "words"), [("", "no cloud id"), ("letters", "is no cloud id")])
def test_a_cloud_without_its_id(cloud_id, words) -> None:
    with pytest.raises(UsageError, match=words):
        read_place("cloud://letters", cloud_id)


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(UsageError) as caught:
        connect("https://a:9200,https://elastic:hunter2@host:9200/opis", {})
    assert "hunter2" not in str(caught.value)
    assert "OPIS_ELASTIC_API_KEY" in str(caught.value)


def test_a_key_comes_from_a_file_or_the_environment(tmp_path) -> None:
    (tmp_path / "key").write_text("abc\n")
    assert read_settings({"OPIS_ELASTIC_API_KEY": "xyz"}).api_key == "xyz"
    assert read_settings({"OPIS_ELASTIC_API_KEY_FILE": str(tmp_path / "key")}).api_key == "abc"
    assert "abc" not in repr(read_settings({"OPIS_ELASTIC_API_KEY_FILE": str(tmp_path / "key")}))


@pytest.mark.parametrize(
    "environment",
    [
        {"OPIS_ELASTIC_API_KEY_FILE": "/nowhere"},
        {"OPIS_ELASTIC_CA": "/nowhere"},
        {"OPIS_ELASTIC_SHARDS": "many"},
        {"OPIS_ELASTIC_REPLICAS": "-1"},
    ],
)
def test_wrong_settings(environment) -> None:
    with pytest.raises(UsageError):
        read_settings(environment)


def test_a_key_is_not_sent_in_the_clear() -> None:
    with pytest.raises(UsageError, match="not encrypted"):
        connect("http://127.0.0.1:9200,http://archive.example:9200/opis", {"OPIS_ELASTIC_API_KEY": "abc"})
    assert connect("http://127.0.0.1:9200/opis", {"OPIS_ELASTIC_API_KEY": "abc"}).settings == Settings("abc")


def api_error(status: int, kind: str = "") -> elasticsearch.ApiError:
    meta = ApiResponseMeta(status, "1.1", HttpHeaders(), 0.1, NodeConfig("http", "host", 9200))
    return elasticsearch.ApiError(kind, meta=meta, body={"error": {"type": kind}, "status": status})


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (REFUSED, EngineMissing, "No Elasticsearch answers"),
        (
            elasticsearch.ConnectionError("reset"),
            EngineUnreadable,
            "The connection to https://host:9200/opis broke off",
        ),
        (elasticsearch.ConnectionTimeout("late"), EngineUnreadable, "did not answer in time"),
        (elasticsearch.SSLError("bad"), EngineUnreadable, "OPIS_ELASTIC_CA"),
        (elasticsearch.SerializationError("cut"), EngineUnreadable, "can't be read"),
        (api_error(401, "security_exception"), EngineRefused, "does not accept the API key"),
        (api_error(403, "security_exception"), EngineRefused, "opis_reader"),
        (api_error(404, "index_not_found_exception"), EngineMissing, "no archive"),
        (api_error(429, "es_rejected_execution_exception"), EngineUnreadable, "overloaded"),
        (api_error(429, "cluster_block_exception"), EngineFull, "disk"),
        (api_error(503, "search_phase_execution_exception"), EngineUnreadable, "parts of the index"),
        (api_error(400, "media_type_header_exception"), EngineUnreadable, "another version"),
        (api_error(400, "resource_already_exists_exception"), EngineUnreadable, "loading"),
        (api_error(500, "odd"), EngineUnreadable, "answered 500 odd."),
    ],
)
def test_errors_are_translated(error, kind, words) -> None:
    translated = translate(error, SHOWN)
    assert type(translated) is kind
    assert isinstance(translated, OpisError)
    assert words in str(translated)


def test_nobody_there() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        with pytest.raises(EngineMissing, match="No Elasticsearch answers"):
            open_engine(f"http://127.0.0.1:{unused.getsockname()[1]}/opis")
