"""Answers kept until the archive is another: who asks for what somebody asked before has it at once, or a 304."""

import hashlib
import os
from collections import OrderedDict
from contextlib import suppress
from datetime import date
from threading import Lock
from typing import NamedTuple

from flask import Flask, Response, g, request

from discovery.errors import OpisError
from webui.site import site

ENDPOINTS = frozenset(["pages.start", "pages.find", "api.find", "api.completions"])
"""What depends on nothing but its address and the archive."""
MOST_BYTES = 32_000_000
"""Of all answers that a process keeps; the one asked for longest ago goes first."""
LONGEST = 2_000
"""Letters of an address that is kept; longer ones don't come twice."""


class Answered(NamedTuple):
    body: bytes
    media_type: str


class Answers:
    """Answers by their tags, which say address and archive. Threads may share it."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._most, self._size = most, 0
        self._kept: OrderedDict[str, Answered] = OrderedDict()
        self._turn = Lock()

    def get(self, tag: str) -> Answered | None:
        with self._turn:
            if found := self._kept.get(tag):
                self._kept.move_to_end(tag)
            return found

    def put(self, tag: str, answer: Answered) -> None:
        with self._turn:
            if tag in self._kept or len(answer.body) > self._most:
                return
            self._kept[tag] = answer
            self._size += len(answer.body)
            while self._size > self._most:
                _, gone = self._kept.popitem(last=False)
                self._size -= len(gone.body)


def not_whole() -> None:
    """The answer that is being made lacks something: it is not kept."""
    g.tag = ""


def register(app: Flask) -> None:
    """Have a site keep its answers. Processes that are forked from it give the same tags."""
    answers, salt = Answers(), os.urandom(8)

    @app.before_request
    def known() -> Response | None:
        g.tag = _tag(salt)
        if not g.tag:
            return None
        if request.if_none_match.contains_weak(g.tag):
            return Response(status=304)
        found = answers.get(g.tag)
        return Response(found.body, content_type=found.media_type) if found else None

    @app.after_request
    def keep(response: Response) -> Response:
        tag = g.get("tag", "")
        if tag and response.status_code in (200, 304):
            response.set_etag(tag, weak=True)
            response.cache_control.no_cache = True  # kept by browsers too, and asked for each time
            if response.status_code == 200:
                answers.put(tag, Answered(response.get_data(), response.content_type))
        return response


def _tag(salt: bytes) -> str:
    """A digest of archive and address; "" for what is not kept."""
    if request.method != "GET" or request.endpoint not in ENDPOINTS or len(request.url) > LONGEST:
        return ""
    with suppress(OpisError):  # the view says what is wrong
        about = site().about()
        facts = f"{about.generation}\0{about.loaded}\0{date.today()}\0{request.url}"  # what is closed opens one day
        return hashlib.blake2b(facts.encode("utf-8", "replace"), digest_size=12, key=salt).hexdigest()
    return ""
