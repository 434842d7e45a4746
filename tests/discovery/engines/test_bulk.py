"""Sending in chunks: what is tried again, what is given up, what is refused. The server is a stand-in."""

from types import SimpleNamespace

import elasticsearch
import pytest

from discovery.engines.elastic.bulk import TRIES, Bulk, Item
from discovery.errors import EngineFull, EngineUnreadable
from tests.discovery.engines.test_connecting import api_error

OK = {"status": 201}
BUSY = {"status": 429, "error": {"type": "es_rejected_execution_exception", "reason": "busy"}}
FULL = {"status": 429, "error": {"type": "cluster_block_exception", "reason": "flood stage"}}
BAD = {"status": 400, "error": {"type": "document_parsing_exception", "reason": "no such field"}}


class Stand:
    """A client that answers from a list: an exception, or outcomes by id (others are written)."""

    def __init__(self, answers):
        self.answers, self.sent = list(answers), []

    def options(self, **_):
        return self

    def bulk(self, index, operations, filter_path):
        ids = [line.decode().split('"')[5] for line in operations[::2]]
        self.sent.append(ids)
        answer = self.answers.pop(0) if self.answers else {}
        if isinstance(answer, Exception):
            raise answer
        return SimpleNamespace(body={"items": [{"index": answer.get(id_, OK)} for id_ in ids]})


def send(*answers, ids=("a", "b", "c")):
    client, pauses = Stand(answers), []
    bulk = Bulk(SimpleNamespace(client=client, shown="https://host:9200/opis"), "opis-g0001", pauses.append)
    for id_ in ids:
        bulk.add(Item(id_, b"{}"))
    try:
        bulk.flush()
    finally:
        bulk.close()
    return client.sent, bulk.refused, pauses


def test_all_in_one_chunk() -> None:
    assert send() == ([["a", "b", "c"]], [], [])


@pytest.mark.parametrize(
    "fault",
    [
        api_error(429, "busy"),
        api_error(503),
        elasticsearch.ConnectionTimeout("late"),
        elasticsearch.ConnectionError(""),
    ],
)
def test_a_chunk_is_sent_again_with_pauses(fault) -> None:
    sent, refused, pauses = send(fault, fault)
    assert sent == [["a", "b", "c"]] * 3
    assert refused == []
    assert len(pauses) == 2
    assert pauses[1] > pauses[0]


def test_only_the_documents_turned_away_are_sent_again() -> None:
    assert send({"b": BUSY}, {"b": BUSY})[0] == [["a", "b", "c"], ["b"], ["b"]]


def test_a_document_that_is_wrong_is_refused_and_the_rest_goes_on() -> None:
    sent, refused, _ = send({"b": BAD})
    assert sent == [["a", "b", "c"]]
    assert refused == [("b", "no such field")]


def test_a_full_disk_ends_it_at_once() -> None:
    for fault in (api_error(429, "cluster_block_exception"), {"a": FULL}):
        with pytest.raises(EngineFull, match="disk"):
            send(fault)


def test_it_gives_up_and_names_the_documents() -> None:
    with pytest.raises(EngineUnreadable, match="Not written: b") as caught:
        send(*[{"b": BUSY}] * TRIES)
    assert "as it was" in caught.value.hint


def test_other_errors_are_not_tried_again() -> None:
    with pytest.raises(EngineUnreadable, match="API key"):
        send(api_error(403, "security_exception"))


def test_a_chunk_too_large_is_halved() -> None:
    sent, refused, _ = send(api_error(413), api_error(413))
    assert sent[:3] == [["a", "b", "c"], ["a"], ["b", "c"]]
    assert refused == [("a", "larger than the server takes: 2 bytes")]
