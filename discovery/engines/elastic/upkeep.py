"""Looking after an archive on a server: is it well, and back to the generation before."""

from collections.abc import Iterator
from typing import Any

from discovery.engines.elastic.connecting import MAJOR, WORKS_WITH, Server
from discovery.engines.elastic.generations import broken_off, current, generations, point, read
from discovery.engines.findings import Finding, examined
from discovery.errors import EngineMissing, EngineRefused
from discovery.text.terms import analyser
from mappings.elastic import NATIVE

FULL_PERCENT = 85
"""Of a node's disk, from which Elasticsearch puts no new shards on it."""
_PROBES = ("événements", "opposition", "letters", "ciudades", "straße", "journaux", "señores")


def examine(server: Server) -> Iterator[Finding]:
    """What is well and what is not, with what to do about it."""
    yield from examined(
        lambda: _version(server),
        lambda: _role(server),
        lambda: Finding("ok", f"there: {current(server).index}, made by this program's fields and dictionaries"),
        lambda: _left(server),
        lambda: _health(server),
        lambda: _disk(server),
        lambda: _parity(server),
    )


def rollback(server: Server) -> str:
    """Point the alias to the generation before the current one; its name."""
    every = generations(server)
    older = every[: every.index(current(server).index)]
    if not older:
        raise EngineMissing(f"{server.shown} has no generation before this one.", "Load again: opis index SOURCE")
    before = read(server, older[-1]).index
    point(server, before)
    return before


def _version(server: Server) -> Finding:
    with server.asking() as client:
        version = str(client.info().body["version"]["number"])
    if version.startswith(f"{MAJOR}."):
        return Finding("ok", f"reachable: Elasticsearch {version} at {server.shown}")
    return Finding("wrong", f"Elasticsearch {version} at {server.shown}", WORKS_WITH)


def _role(server: Server) -> Finding:
    """What the API key may do; a server without security asks nobody."""
    names = [server.name, f"{server.name}-g*"]
    with server.asking() as client:
        answer = client.options(ignore_status=(400, 405)).security.has_privileges(
            index=[{"names": names, "privileges": ["read", "write", "create_index", "manage"]}]
        )
    if "index" not in answer.body:
        return Finding(
            "note",
            "security is off: everybody who reaches the server can change the archive",
            "Turn it on: xpack.security.enabled (docs/elasticsearch.md).",
        )
    granted: list[dict[str, bool]] = list(answer.body["index"].values())
    if not all(may["read"] for may in granted):
        return Finding("wrong", "the key may not read the archive", "Give it the role opis_reader.")
    if all(may["write"] and may["create_index"] and may["manage"] for may in granted):
        return Finding("note", "the key may read and load", "For the web page use one that may only read: opis_reader.")
    return Finding("ok", "the key may read, and not write")


def _left(server: Server) -> Finding:
    if index := broken_off(server):
        return Finding(
            "note",
            f"{index} is not published: a load is under way, or broke off",
            "Go on with it: opis index SOURCE --resume. A load without that begins anew.",
        )
    return Finding("ok", "no load has broken off")


def _health(server: Server) -> Finding:
    with server.asking() as client:
        health: Any = client.cluster.health(index=server.name, timeout="2s").body
        settings = client.indices.get_settings(index=server.name, flat_settings=True).body
    replicas = max(int(index["settings"]["index.number_of_replicas"]) for index in settings.values())
    what = f"{health['active_primary_shards']} shards, {replicas} replicas, {health['number_of_data_nodes']} data nodes"
    if health["status"] == "red":
        return Finding("wrong", f"{what}: parts of the archive are missing", "Start the nodes that hold them.")
    if health["status"] == "yellow":
        return Finding("note", f"{what}: replicas have no node to be on", "Start another node, or want fewer replicas.")
    if not replicas:
        return Finding(
            "note", f"{what}: a disk that dies takes the archive with it", "Add a node, or load from sources."
        )
    return Finding("ok", what)


def _disk(server: Server) -> Finding:
    with server.asking() as client:
        nodes: Any = client.cat.allocation(format="json", h="node,disk.percent,disk.avail").body
    used = [(int(node["disk.percent"] or 0), node["disk.avail"]) for node in nodes if node["node"] != "UNASSIGNED"]
    percent, free = max(used, default=(0, "?"))
    what = f"fullest disk: {percent} % used, {free} free"
    if percent < FULL_PERCENT:
        return Finding("ok", what)
    return Finding("note", what, "Make room: near 95 % the server takes no more documents.")


def _parity(server: Server) -> Finding:
    """A few words of each language that the server stems itself, against Python's stemmers."""
    try:
        with server.asking():
            different = [code for code in sorted(NATIVE) if _stems(server, code) != _expected(code)]
    except EngineRefused:
        return Finding("note", "stemmers not compared: the key may only read", "Ask with the key of opis_writer.")
    if not different:
        return Finding("ok", f"{len(NATIVE)} languages are stemmed as this program stems them")
    return Finding("wrong", f"stemmed in another way: {', '.join(different)}", "Load again with this version of opis.")


def _stems(server: Server, code: str) -> list[str]:
    answer = server.client.indices.analyze(index=server.name, analyzer=f"opis_{code}", text=" ".join(_PROBES))
    return [str(token["token"]) for token in answer.body["tokens"]]


def _expected(code: str) -> list[str]:
    return [analyser(code)(form)[0] for form in _PROBES]
