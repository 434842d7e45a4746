"""From a place and the environment to a client, and from a client's exceptions to errors that a user can act on."""

import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import SplitResult, urlsplit

import elasticsearch
from elastic_transport.client_utils import parse_cloud_id
from elasticsearch import Elasticsearch
from urllib3.exceptions import NewConnectionError

from discovery.errors import EngineFull, EngineMissing, EngineRefused, EngineUnreadable, OpisError, UsageError

MAJOR = 9
"""The Elasticsearch that is spoken to; `pyproject.toml` and docker-compose.yml have the same."""
WORKS_WITH = f"opis works with Elasticsearch {MAJOR}."
DEFAULT_NAME = "opis"
REQUEST_SECONDS = 10
"""How long an answer is waited for; a load waits longer (`writing`)."""
PATIENCE = 1.0
"""Seconds that a node may take for a search while another can be asked: half of what a reader waits for."""
LOCAL = frozenset(["localhost", "127.0.0.1", "::1"])
PORTS = {"https": 443, "http": 9200}
"""Where an address names none. Managed services and reverse proxies, which have certificates, listen on https's own."""
CLOUD = "cloud://"

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}")
_PATH = re.compile(r"(/[A-Za-z0-9][A-Za-z0-9._~-]*)*")
_WRITE = "Write https://host:9200/NAME, NAME in a-z 0-9 - _; several nodes: https://a:9200,https://b:9200/NAME."
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment says about servers. The key is never shown."""

    api_key: str = ""
    ca: str = ""
    fingerprint: str = ""
    cloud_id: str = ""
    shards: int = 1
    replicas: int | None = None

    def __repr__(self) -> str:
        return f"Settings(ca={self.ca!r}, shards={self.shards}, replicas={self.replicas})"


@dataclass(frozen=True, slots=True)
class Server:
    """A client and the alias of one archive on it, which has one address or several. `shown` is what may be printed."""

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

    def find(self, request: Callable[[Elasticsearch], T]) -> T:
        """What a request that changes nothing answers: a node that is gone, hangs or is not well is passed over."""
        nodes = len(self.client.transport.node_pool)
        with self.asking() as client:
            if nodes == 1:
                return request(client)
            with suppress(elasticsearch.ConnectionTimeout):
                return request(client.options(request_timeout=PATIENCE, max_retries=nodes - 1, retry_on_status=_UNWELL))
            return request(client.options(max_retries=nodes - 1))


def connect(place: str, environment: Mapping[str, str] = os.environ) -> Server:
    """A client for a place; nothing is sent yet."""
    settings = read_settings(environment)
    urls, name = read_place(place, settings.cloud_id)
    shown = f"{','.join(urls)}/{name}"
    for parts in map(urlsplit, urls):
        if settings.api_key and parts.scheme == "http" and parts.hostname not in LOCAL:
            raise UsageError(
                f"{parts.geturl()} is not encrypted: an API key would be sent for all to read.", "Use https."
            )
    options: dict[str, Any] = {"request_timeout": REQUEST_SECONDS, "max_retries": 0}
    if settings.api_key:
        options["api_key"] = settings.api_key
    if any(url.startswith("https:") for url in urls):
        options |= {"ca_certs": settings.ca} if settings.ca else {}
        options |= {"ssl_assert_fingerprint": settings.fingerprint} if settings.fingerprint else {}
    try:
        client = Elasticsearch(urls, **options)
    except (ValueError, OSError) as error:
        raise UsageError(f"Can't connect to {shown}: {error}.", "Check OPIS_ELASTIC_CA and the address.") from error
    return Server(client, name, shown, settings)


def read_place(place: str, cloud_id: str = "") -> tuple[list[str], str]:
    """`https://a:9200,https://b:9200/NAME` as (addresses, NAME), `cloud://NAME` by a cloud id.

    A path before NAME, a reverse proxy's, belongs to the last address; others are given theirs, with NAME or without.
    A password is refused and not repeated.
    """
    if place.startswith(CLOUD):
        place = f"{_cloud_address(cloud_id)}/{place.removeprefix(CLOUD)}"
    addresses = [_read_address(address.strip()) for address in place.split(",")]
    whole = addresses[-1].path.rstrip("/")
    prefix, _, name = whole.rpartition("/")
    name = name or DEFAULT_NAME
    urls = list(dict.fromkeys(_url(one, prefix if one.path.rstrip("/") == whole else one.path) for one in addresses))
    schemes = {address.scheme for address in addresses}
    if not _NAME.fullmatch(name) or len(schemes) > 1:
        raise UsageError(f"{place} is not an address of an archive.", _WRITE)
    return urls, name


def _read_address(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise UsageError("That is not the address of a server.", _WRITE) from error
    if parts.username is not None or parts.password is not None:
        raise UsageError(
            "An address with a password in it ends up in logs and histories.",
            "Put an API key into OPIS_ELASTIC_API_KEY, or its file's name into OPIS_ELASTIC_API_KEY_FILE.",
        )
    wrong = parts.scheme not in PORTS or not parts.hostname or port == 0 or parts.query or parts.fragment
    if wrong or not _PATH.fullmatch(parts.path.rstrip("/")):
        raise UsageError(f"{address} is not an address of an archive.", _WRITE)
    return parts


def _url(parts: SplitResult, path: str) -> str:
    host = f"[{parts.hostname}]" if ":" in str(parts.hostname) else parts.hostname
    return f"{parts.scheme}://{host}:{parts.port or PORTS[parts.scheme]}{path.rstrip('/')}"


def _cloud_address(cloud_id: str) -> str:
    if not cloud_id:
        raise UsageError("There is no cloud id.", "Copy it from the deployment's page into OPIS_ELASTIC_CLOUD_ID.")
    try:
        host, port = parse_cloud_id(cloud_id).es_address or ("", 0)
    except ValueError as error:
        raise UsageError("OPIS_ELASTIC_CLOUD_ID is no cloud id.", "Copy it whole, with its name before a :.") from error
    return f"https://{host}:{port}"


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
    shards = max(1, int(found["SHARDS"] or 1))
    return Settings(key, found["CA"], found["FINGERPRINT"], found["CLOUD_ID"], shards, replicas)


_VARIABLES = ("API_KEY", "API_KEY_FILE", "CA", "FINGERPRINT", "CLOUD_ID", "SHARDS", "REPLICAS")
_UNWELL = (502, 503, 504)
"""What a node, or a proxy before it, answers when another may do better."""
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
                f"No Elasticsearch answers at {shown}.",
                "Check the address, its port (without one, https means 443) and that the server is up.",
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
