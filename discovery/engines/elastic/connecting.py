"""From a place and the environment to a client, and from a client's exceptions to errors that a user can act on."""

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import elasticsearch
from elasticsearch import Elasticsearch
from urllib3.exceptions import NewConnectionError

from discovery.errors import EngineFull, EngineMissing, EngineRefused, EngineUnreadable, OpisError, UsageError

MAJOR = 9
"""The Elasticsearch that is spoken to; `pyproject.toml` and docker-compose.yml have the same."""
WORKS_WITH = f"opis works with Elasticsearch {MAJOR}."
DEFAULT_NAME = "opis"
REQUEST_SECONDS = 10
"""How long an answer is waited for; a load waits longer (`writing`)."""
LOCAL = frozenset(["localhost", "127.0.0.1", "::1"])

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment says about servers. The key is never shown."""

    api_key: str = ""
    ca: str = ""
    fingerprint: str = ""
    shards: int = 1
    replicas: int | None = None

    def __repr__(self) -> str:
        return f"Settings(ca={self.ca!r}, shards={self.shards}, replicas={self.replicas})"


@dataclass(frozen=True, slots=True)
class Server:
    """A client and the alias of one archive on it. `shown` is what may be printed."""

    client: Elasticsearch
    name: str
    shown: str
    settings: Settings

    @contextmanager
    def asking(self) -> Iterator[Elasticsearch]:
        """The client, with its exceptions translated."""
        try:
            yield self.client
        except (elasticsearch.ApiError, elasticsearch.TransportError) as error:
            raise translate(error, self.shown) from error


def connect(place: str, environment: Mapping[str, str] = os.environ) -> Server:
    """A client for a place; nothing is sent yet."""
    url, name = read_place(place)
    settings = read_settings(environment)
    parts = urlsplit(url)
    if settings.api_key and parts.scheme == "http" and parts.hostname not in LOCAL:
        raise UsageError(f"{url} is not encrypted: an API key would be sent for all to read.", "Use https.")
    options: dict[str, Any] = {"request_timeout": REQUEST_SECONDS, "max_retries": 0}
    if settings.api_key:
        options["api_key"] = settings.api_key
    if parts.scheme == "https":
        options |= {"ca_certs": settings.ca} if settings.ca else {}
        options |= {"ssl_assert_fingerprint": settings.fingerprint} if settings.fingerprint else {}
    try:
        client = Elasticsearch(url, **options)
    except (ValueError, OSError) as error:
        raise UsageError(f"Can't connect to {url}: {error}.", "Check OPIS_ELASTIC_CA and the address.") from error
    return Server(client, name, f"{url}/{name}", settings)


def read_place(place: str) -> tuple[str, str]:
    """`https://host:9200/NAME` as (address, NAME). A password in it is refused and not repeated."""
    try:
        parts = urlsplit(place)
        port = parts.port
    except ValueError as error:
        raise UsageError("That is not the address of a server.", "Write https://host:9200/NAME.") from error
    if parts.username or parts.password:
        raise UsageError(
            "An address with a password in it ends up in logs and histories.",
            "Put an API key into OPIS_ELASTIC_API_KEY, or its file's name into OPIS_ELASTIC_API_KEY_FILE.",
        )
    name = parts.path.strip("/") or DEFAULT_NAME
    wrong = parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment
    if wrong or not _NAME.fullmatch(name):
        raise UsageError(
            f"{place} is not an address of an archive.", "Write https://host:9200/NAME, NAME in a-z 0-9 - _."
        )
    host = f"[{parts.hostname}]" if ":" in str(parts.hostname) else parts.hostname
    return f"{parts.scheme}://{host}:{port or 9200}", name


def read_settings(environment: Mapping[str, str]) -> Settings:
    """The settings of the environment variables OPIS_ELASTIC_…"""
    found = {name: environment.get(f"OPIS_ELASTIC_{name}", "").strip() for name in _VARIABLES}
    key = found["API_KEY"]
    if file := found["API_KEY_FILE"]:
        try:
            key = Path(file).read_text(encoding="utf-8").strip()
        except (OSError, ValueError) as error:
            raise UsageError(
                f"Can't read the API key in {file}: {error}.", "Check OPIS_ELASTIC_API_KEY_FILE."
            ) from error
    for name in ("SHARDS", "REPLICAS"):
        if found[name] and not found[name].isdecimal():
            raise UsageError(f"OPIS_ELASTIC_{name} is {found[name]!r}, not a number.")
    if found["CA"] and not Path(found["CA"]).is_file():
        raise UsageError(f"There is no certificate at {found['CA']}.", "Check OPIS_ELASTIC_CA.")
    replicas = int(found["REPLICAS"]) if found["REPLICAS"] else None
    return Settings(key, found["CA"], found["FINGERPRINT"], max(1, int(found["SHARDS"] or 1)), replicas)


_VARIABLES = ("API_KEY", "API_KEY_FILE", "CA", "FINGERPRINT", "SHARDS", "REPLICAS")
_INDEX = "Load it: opis index SOURCE --engine {}"
_BY_STATUS: dict[int, tuple[type[OpisError], str, str]] = {
    401: (
        EngineRefused,
        "{} does not accept the API key.",
        "Put a valid key into OPIS_ELASTIC_API_KEY or OPIS_ELASTIC_API_KEY_FILE (docs/elasticsearch.md).",
    ),
    403: (
        EngineRefused,
        "The API key may not do this at {}.",
        "Reading needs the role opis_reader, loading opis_writer (docs/elasticsearch.md).",
    ),
    404: (EngineMissing, "There is no archive at {}.", _INDEX),
    408: (EngineMissing, "There is no archive at {}.", _INDEX),  # the health of an index that is not there
    429: (EngineUnreadable, "{} is overloaded and turned the request away.", "Try again in a minute."),
    503: (EngineUnreadable, "{} can't answer now: parts of the index are not available.", "Check: opis doctor"),
}
_FULL = "cluster_block_exception"


def translate(error: Exception, shown: str) -> OpisError:
    """What a client's exception means for a user."""
    if isinstance(error, elasticsearch.ApiError):
        if isinstance(error, elasticsearch.UnsupportedProductError):
            return EngineUnreadable(f"{shown} is not an Elasticsearch.", WORKS_WITH)
        return translate_answer(error.meta.status, error.body, shown)
    if isinstance(error, elasticsearch.ConnectionTimeout):
        return EngineUnreadable(f"{shown} did not answer in time.", "Check that the server is up and not overloaded.")
    if isinstance(error, elasticsearch.SSLError):
        return EngineUnreadable(
            f"The certificate of {shown} is not trusted.",
            "Name its CA's file in OPIS_ELASTIC_CA, or its fingerprint in OPIS_ELASTIC_FINGERPRINT.",
        )
    if isinstance(error, elasticsearch.ConnectionError):
        if isinstance(error.__cause__, NewConnectionError):
            return EngineMissing(
                f"No Elasticsearch answers at {shown}.", "Check the address and that the server is up."
            )
        return EngineUnreadable(
            f"The connection to {shown} broke off.", "Check that the server is still up, and the network before it."
        )
    return EngineUnreadable(f"{shown} answered something that can't be read: {error}.")


def translate_answer(status: int, body: Any, shown: str) -> OpisError:
    """What an answer that is an error means for a user."""
    kind = error_type(body)
    if kind == "media_type_header_exception":
        return EngineUnreadable(f"{shown} is another version of Elasticsearch.", WORKS_WITH)
    if kind == "resource_already_exists_exception":
        return EngineUnreadable(f"Something else is loading {shown} at this moment.", "Load again when it has ended.")
    if kind == _FULL:
        return disk_full(shown)
    if status in _BY_STATUS:
        error_class, message, hint = _BY_STATUS[status]
        return error_class(message.format(shown), hint.format(shown))
    return EngineUnreadable(f"{shown} answered {status} {kind}".rstrip() + ".")


def disk_full(shown: str) -> OpisError:
    """The server blocks writing (flood stage): trying again is of no use."""
    return EngineFull(
        f"The disk of {shown} is full: the server takes no more documents.",
        "Make room; the archive is as it was.",
    )


def is_full(error: Any) -> bool:
    """Whether an error, of a request or of a single document, is the block of a full disk."""
    return error_type({"error": error}) == _FULL


def error_type(body: Any) -> str:
    """The type of error in an answer's body, "" where it has none."""
    error = body.get("error") if isinstance(body, Mapping) else None
    return str(error.get("type", "")) if isinstance(error, Mapping) else ""
