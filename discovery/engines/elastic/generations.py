"""The indices behind an alias: which one is current, what it holds, the next one, and moving the alias."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import blake2b
from typing import Any

from discovery.engines.elastic.connecting import Server
from discovery.engines.port import About
from discovery.errors import EngineOutdated, EngineUnreadable
from discovery.names.keys import KEYS_VERSION
from discovery.text.terms import analyser
from mappings import elastic
from mappings.languages import LANGUAGES

META = "opis"
"""Where an index keeps its fingerprint and what it holds: `_meta.opis` of its mapping."""
LOADING: dict[str, Any] = {"refresh_interval": "-1", "translog.durability": "async"}
"""Settings while an index is filled: nobody reads it, and a load that breaks off is repeated."""


@dataclass(frozen=True, slots=True)
class Generation:
    """A published index and what it holds."""

    index: str
    about: About


@cache
def fingerprint() -> str:
    """A digest of mapping, analysis and dictionary versions: equal where an index fits this program."""
    versions = {code: analyser(code).version() for code, language in LANGUAGES.items() if elastic.analysed(language)}
    facts = json.dumps([elastic.FORMAT, elastic.index_body(), versions, KEYS_VERSION], sort_keys=True)
    return blake2b(facts.encode(), digest_size=8).hexdigest()


def current(server: Server) -> Generation:
    """The generation that the alias names; EngineMissing, EngineUnreadable, EngineOutdated otherwise."""
    return read(server, server.name)


def read(server: Server, name: str) -> Generation:
    """The generation that an index, or an alias, is."""
    wanted = "*.mappings._meta"
    found = server.find(lambda client: client.indices.get_mapping(index=name, filter_path=wanted)).body
    if len(found) != 1:
        raise _not_ours(server)
    [(index, answer)] = found.items()
    return Generation(index, _read_about(answer["mappings"].get("_meta", {}).get(META), index, server))


def _read_about(meta: Any, index: str, server: Server) -> About:
    if not isinstance(meta, Mapping) or "about" not in meta:
        raise _not_ours(server)
    if meta.get("fingerprint") != fingerprint():
        raise EngineOutdated(
            f"The archive at {server.shown} was loaded by another version of opis or of its dictionaries.",
            f"Load again: opis index SOURCE --engine {server.shown}",
        )
    facts = meta["about"]
    return About(**facts | {"languages": tuple(facts["languages"]), "generation": index})


def create(server: Server) -> str:
    """An empty index for the next generation. What a load that broke off has left goes."""
    _check_free(server)
    numbers = [int(name.rpartition("-g")[2]) for name in generations(server)]
    for left in _unpublished(server):
        discard(server, left)
    index = f"{server.name}-g{max(numbers, default=0) + 1:04d}"
    body = elastic.index_body()
    body["mappings"]["_meta"] = {META: {"fingerprint": fingerprint()}}
    kept = server.settings.replicas
    settings = {"number_of_shards": server.settings.shards, "number_of_replicas": 0 if kept is None else kept}
    with server.asking() as client:
        client.options(request_timeout=60).indices.create(
            index=index, mappings=body["mappings"], settings=body["settings"] | {"index": LOADING | settings}
        )
    return index


def broken_off(server: Server) -> str | None:
    """The index that a load with this program's fields and dictionaries has left unpublished."""
    fit = [index for index, made_with in _unpublished(server).items() if made_with == fingerprint()]
    return fit[-1] if fit else None


def _unpublished(server: Server) -> dict[str, str]:
    """Indices of this archive that hold nothing for searchers, each with its fingerprint, oldest first."""
    with server.asking() as client:
        found = client.indices.get_mapping(index=f"{server.name}-g*", filter_path=f"*.mappings._meta.{META}").body
    metas = {name: found[name]["mappings"]["_meta"][META] for name in generations(server) if name in found}
    return {name: meta["fingerprint"] for name, meta in metas.items() if "about" not in meta}


def _check_free(server: Server) -> None:
    """A name that is an index, or an alias of other indices, can't become the alias of this archive."""
    with server.asking() as client:
        named = client.indices.get(index=server.name, filter_path="*.aliases", ignore_unavailable=True).body
    if set(named) - set(generations(server)):
        raise _not_ours(server)


def publish(server: Server, index: str, about: About) -> None:
    """Make a filled index the one that searchers see, and drop those before the last."""
    meta = {"fingerprint": fingerprint(), "about": asdict(about)}
    settings: dict[str, Any] = dict.fromkeys(LOADING)
    if server.settings.replicas is None:
        settings["auto_expand_replicas"] = "0-1"
    with server.asking() as client:
        client = client.options(request_timeout=60)
        client.indices.put_mapping(index=index, meta={META: meta})
        client.indices.put_settings(index=index, settings={"index": settings})
        before = point(server, index)
        unwanted = [name for name in generations(server) if name < index and name not in before]
        for name in unwanted:
            client.indices.delete(index=name, ignore_unavailable=True)


def point(server: Server, index: str) -> list[str]:
    """Move the alias to an index, in one step; the indices it named before."""
    with server.asking() as client:
        named = client.options(ignore_status=404).indices.get_alias(name=server.name).body
        before = [name for name in named if name in generations(server) and name != index]
        actions: list[Mapping[str, Any]] = [{"remove": {"index": name, "alias": server.name}} for name in before]
        client.indices.update_aliases(actions=[*actions, {"add": {"index": index, "alias": server.name}}])
    return before


def discard(server: Server, index: str) -> None:
    """Delete an index that was not published."""
    with server.asking() as client:
        client.options(request_timeout=60).indices.delete(index=index, ignore_unavailable=True)


def generations(server: Server) -> list[str]:
    """All indices of this archive, oldest first, published or not."""
    pattern = re.compile(re.escape(server.name) + r"-g\d{4,}")
    with server.asking() as client:
        found = client.indices.get(index=f"{server.name}-g*", filter_path="*.aliases", expand_wildcards="all").body
    return sorted((name for name in found if pattern.fullmatch(name)), key=lambda name: (len(name), name))


def _not_ours(server: Server) -> EngineUnreadable:
    return EngineUnreadable(
        f"{server.shown} is not an archive that opis loaded.", "Choose another name: --engine https://host:9200/NAME"
    )
