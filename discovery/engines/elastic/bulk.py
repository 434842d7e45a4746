"""Sending documents in chunks: two under way, again with longer and longer pauses where the server asks for it."""

import json
import random
import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, NamedTuple

import elasticsearch

from discovery.engines.elastic.connecting import Server, disk_full, is_full, translate
from discovery.errors import EngineUnreadable, OpisError

CHUNK = 6_000_000
"""Bytes of documents in one request."""
UNDER_WAY = 2
TRIES = 7
"""After the first: pauses of 0.5, 1, 2 … 16 seconds, half a minute in all."""
SECONDS = 120
"""How long the answer to a chunk is waited for."""
AGAIN = frozenset([429, 502, 503, 504])
NAMED = 20
"""Ids that an error names; the others are counted."""


class Item(NamedTuple):
    """A document on its way."""

    id: str
    source: bytes


class Bulk:
    """Documents into one index. Sending an id again replaces it, so a chunk may be repeated.

    `refused` are the documents that the server would not take, each with its reason.
    """

    def __init__(self, server: Server, index: str, sleep: Callable[[float], None] = time.sleep) -> None:
        self._server, self._index, self._sleep = server, index, sleep
        self._client = server.client.options(request_timeout=SECONDS)
        self._threads = ThreadPoolExecutor(UNDER_WAY, thread_name_prefix="opis-bulk")
        self._under_way: deque[Future[None]] = deque()
        self._waiting: list[Item] = []
        self._bytes = 0
        self.refused: list[tuple[str, str]] = []

    def add(self, item: Item) -> None:
        self._waiting.append(item)
        self._bytes += len(item.source)
        if self._bytes >= CHUNK:
            self._start()

    def flush(self) -> None:
        """Wait until everything is in."""
        self._start()
        while self._under_way:
            self._under_way.popleft().result()

    def close(self) -> None:
        """End; what is not sent yet is left."""
        self._threads.shutdown(wait=True, cancel_futures=True)

    def _start(self) -> None:
        if self._waiting:
            self._under_way.append(self._threads.submit(self._send, self._waiting))
            self._waiting, self._bytes = [], 0
        while len(self._under_way) > UNDER_WAY:
            self._under_way.popleft().result()

    def _send(self, items: Sequence[Item]) -> None:
        for attempt in range(TRIES):
            if attempt:
                self._sleep(0.5 * 2 ** (attempt - 1) * random.uniform(0.8, 1.2))
            error, items = self._try(items)
            if not items:
                return
        raise self._given_up(error, items)

    def _try(self, items: Sequence[Item]) -> tuple[OpisError | None, Sequence[Item]]:
        """Send; why it failed as a whole, and what has to be sent again."""
        operations: list[Any] = [part for item in items for part in (_action(item.id), item.source)]
        try:
            answer = self._client.bulk(
                index=self._index, operations=operations, filter_path="items.*.status,items.*.error"
            )
        except elasticsearch.ApiError as error:
            return self._whole(error, items)
        except elasticsearch.TransportError as error:
            return translate(error, self._server.shown), items
        outcomes = [outcome for item in answer.body["items"] for outcome in item.values()]
        return None, [item for item, outcome in zip(items, outcomes, strict=True) if self._repeat(item, outcome)]

    def _whole(self, error: elasticsearch.ApiError, items: Sequence[Item]) -> tuple[OpisError | None, Sequence[Item]]:
        """A request turned away: too large, for a while, or for good."""
        translated = translate(error, self._server.shown)
        if error.meta.status == 413 and len(items) > 1:
            for half in (items[: len(items) // 2], items[len(items) // 2 :]):
                self._send(half)
            return None, ()
        if error.meta.status == 413:
            self.refused.append((items[0].id, f"larger than the server takes: {len(items[0].source):,} bytes"))
            return None, ()
        body = error.body if isinstance(error.body, dict) else {}
        if error.meta.status in AGAIN and not is_full(body.get("error")):
            return translated, items
        raise translated from error

    def _repeat(self, item: Item, outcome: dict[str, Any]) -> bool:
        """Whether a document has to be sent again; notes it where it is refused."""
        error = outcome.get("error")
        if error is None:
            return False
        if is_full(error):
            raise disk_full(self._server.shown)
        if outcome["status"] in AGAIN:
            return True
        cause = error.get("caused_by", {}).get("reason", "")
        self.refused.append((item.id, f"{error.get('reason', error.get('type'))}{': ' if cause else ''}{cause}"))
        return False

    def _given_up(self, error: OpisError | None, items: Sequence[Item]) -> EngineUnreadable:
        names = ", ".join(item.id for item in items[:NAMED])
        more = f" and {len(items) - NAMED:,} more" if len(items) > NAMED else ""
        reason = error.message if error else f"{self._server.shown} is overloaded."
        return EngineUnreadable(
            f"{reason} Tried {TRIES} times. Not written: {names}{more}.",
            "The archive is as it was.",
        )


def _action(document_id: str) -> bytes:
    return json.dumps({"index": {"_id": document_id}}, ensure_ascii=False).encode()
