"""Answering at one address, in one process or several: what is read before the fork, they have in memory once."""

import gc
import logging
import os
import signal
import socket
import threading
import time
import traceback
from collections.abc import Callable
from types import FrameType

import waitress
from flask import Flask

from discovery.errors import UsageError
from webui.site import NAME, Site
from webui.warming import warm

THREADS = 8
"""Of one process: for who is slow to send or receive, since only one at a time computes."""
BACKLOG = 1024
"""Connections that wait to be accepted."""
PATIENCE = 10.0
"""Seconds that processes have to answer what was asked, once they are told to end."""
AT_MOST_EVERY = 1.0
"""Seconds between two beginnings of a process that always ends at once."""


def serve(app: Flask, host: str, port: int, workers: int, ready: Callable[[int], None]) -> None:
    """Answer until told to end (SIGTERM, SIGINT). `ready` is told the port when all is warm and somebody listens.

    Raises UsageError for an address that can't be listened at, and for several processes where there is no fork.
    """
    if workers > 1 and not hasattr(os, "fork"):
        raise UsageError("This system can't fork processes.", "Serve with --workers 1.")
    with _listening(host, port) as listener:
        warm(app)
        ready(listener.getsockname()[1])
        if workers == 1:
            signal.signal(signal.SIGTERM, _end)
            _answer(app, listener)
        else:
            _Workers(app, listener).run(workers)


def _listening(host: str, port: int) -> socket.socket:
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        return socket.create_server(address[:2], family=family, backlog=BACKLOG)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UsageError(f"Can't serve at {host}:{port}: {reason}.", "Choose another port: --port 8001") from error


def _answer(app: Flask, listener: socket.socket) -> None:
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # that somebody waits is no news
    waitress.create_server(app, sockets=[listener], threads=THREADS, ident="opis").run()


class _Workers:
    """Processes that answer, and the one that began them: it begins anew what ends, and ends them all."""

    def __init__(self, app: Flask, listener: socket.socket) -> None:
        self._app, self._listener = app, listener
        self._site: Site = app.extensions[NAME]
        self._alive = os.pipe()
        """Whoever reads it knows when the process that holds the other end is no more."""
        self._began: dict[int, float] = {}

    def run(self, workers: int) -> None:
        self._site.engine.renew()
        gc.collect()
        gc.freeze()  # what is collected is written to, and what is written to is no longer shared
        signal.signal(signal.SIGTERM, _end)
        try:
            for _ in range(workers):
                self._begin()
            while True:
                pid, _ = os.wait()
                if began := self._began.pop(pid, None):
                    time.sleep(max(0.0, began + AT_MOST_EVERY - time.monotonic()))
                    self._begin()
        except (KeyboardInterrupt, SystemExit):
            self._end_all()

    def _begin(self) -> None:
        pid = os.fork()
        if pid:
            self._began[pid] = time.monotonic()
            return
        try:
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # of a terminal it reaches all; SIGTERM follows
            signal.signal(signal.SIGTERM, _end)
            os.close(self._alive[1])
            threading.Thread(target=self._end_with_parent, daemon=True).start()
            _answer(self._app, self._listener)
        except SystemExit:
            pass
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(0)

    def _end_with_parent(self) -> None:
        os.read(self._alive[0], 1)
        os._exit(1)

    def _end_all(self) -> None:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        self._tell(signal.SIGTERM)
        end = time.monotonic() + PATIENCE
        while self._began and time.monotonic() < end:
            pid, _ = os.waitpid(-1, os.WNOHANG)
            self._began.pop(pid, None)
            time.sleep(0 if pid else 0.02)
        self._tell(signal.SIGKILL)

    def _tell(self, number: signal.Signals) -> None:
        for pid in self._began:
            os.kill(pid, number)


def _end(_: int, __: FrameType | None) -> None:
    raise SystemExit(0)
