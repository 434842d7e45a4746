"""Going on with a load that broke off: each document carries a digest of itself, by which it is known to be there."""

from collections.abc import Collection
from hashlib import blake2b
from typing import Any

from elasticsearch.dsl import query as es

from discovery.engines.elastic.connecting import Server
from mappings.elastic import DIGEST

AT_ONCE = 10_000
"""Digests in one request: the server gives no more in one answer (`index.max_result_window`)."""
SECONDS = 300
"""How long one request over the whole index may take."""


def digest(source: bytes) -> int:
    """64 bits, signed as the server's `long` is."""
    return int.from_bytes(blake2b(source, digest_size=8).digest(), signed=True)


def with_digest(source: bytes, value: int) -> bytes:
    """The JSON of a document, and its digest in it."""
    return b'%b,"%b":%d}' % (source[:-1], DIGEST.encode(), value)


def read_digests(server: Server, index: str) -> set[int]:
    """The digests of all documents that are in an index."""
    found: set[int] = set()
    after: dict[str, Any] = {}
    with server.asking() as client:
        client = client.options(request_timeout=SECONDS)
        client.indices.refresh(index=index)
        while True:
            order: list[Any] = [{DIGEST: "asc"}]
            options: dict[str, Any] = {"source": False, "track_total_hits": False, "filter_path": "hits.hits.sort"}
            answer = client.search(index=index, size=AT_ONCE, sort=order, **options, **after).body
            if not answer:
                return found
            digests = [hit["sort"][0] for hit in answer["hits"]["hits"]]
            found.update(digests)
            after = {"search_after": digests[-1:]}


def delete(server: Server, index: str, digests: Collection[int]) -> None:
    """Delete the documents that have one of the digests."""
    every = list(digests)
    with server.asking() as client:
        client = client.options(request_timeout=SECONDS)
        client.indices.refresh(index=index)
        for begin in range(0, len(every), AT_ONCE):
            unwanted = es.Terms(DIGEST, every[begin : begin + AT_ONCE])
            client.delete_by_query(index=index, query=unwanted.to_dict())
