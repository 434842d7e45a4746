"""A proxy between client and node that answers in the node's place as a network or a cluster in trouble would."""

import http.client
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

STALL = "stall"
CUT = "cut"
Fault = tuple[int, str] | str | None
"""A status with the type of error, STALL, CUT, or None to pass the request on."""


class Proxy(ThreadingHTTPServer):
    """`fault` is asked about each request: (method, path) → what to do with it. `passed`: what it was, with bodies."""

    daemon_threads = True

    def __init__(self, node: str, path: str = "") -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.node, self.path = urlsplit(node).netloc, path
        self.fault: Callable[[str, str], Fault] = lambda method, path: None
        self.passed: list[tuple[str, bytes]] = []
        self.released = threading.Event()
        self.url = f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Proxy

    def handle_one_request(self) -> None:
        try:
            super().handle_one_request()
        except ConnectionError:
            self.close_connection = True

    def answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        match self.server.fault(self.command, self.path):
            case None:
                self.send(*self.ask_node(body))
            case "stall":
                self.server.released.wait(30)
                self.close_connection = True
            case "cut":
                self.send(200, {"Content-Type": "application/json"}, b'{"took": 1, "hits": {', missing=100)
                self.close_connection = True
            case (int(status), str(kind)):
                error = json.dumps({"error": {"type": kind, "reason": kind}, "status": status}).encode()
                self.send(status, {"Content-Type": "application/json"}, error)

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = answer  # noqa: N815

    def ask_node(self, body: bytes) -> tuple[int, dict[str, str], bytes]:
        connection = http.client.HTTPConnection(self.server.node, timeout=60)
        headers = {name: value for name, value in self.headers.items() if name.lower() not in ("host", "connection")}
        self.server.passed.append((self.path.partition("?")[0], body))
        connection.request(self.command, self.path.removeprefix(self.server.path), body, headers)
        answer = connection.getresponse()
        content, kind = answer.read(), answer.getheader("Content-Type", "application/json")
        connection.close()
        return answer.status, {"Content-Type": kind}, content

    def send(self, status: int, headers: dict[str, str], content: bytes, missing: int = 0) -> None:
        self.send_response(status)
        length = {"Content-Length": str(len(content) + missing), "X-Elastic-Product": "Elasticsearch"}
        for name, value in (headers | length).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def proxy(node: str, path: str = "") -> Iterator[Proxy]:
    """Before a node; requests come to it under a path."""
    with Proxy(node, path) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        yield server
        server.released.set()
        server.shutdown()
        thread.join()


def first(number: int, fault: Fault, where: str) -> Callable[[str, str], Fault]:
    """The fault for the first so many requests to a path that ends with `where`."""
    left = [number]

    def decide(method: str, path: str) -> Fault:
        if left[0] and path.partition("?")[0].endswith(where):
            left[0] -= 1
            return fault
        return None

    return decide


def after(number: int, act: Callable[[], Fault], where: str) -> Callable[[str, str], Fault]:
    """What `act` says for each request to a path that ends with `where`, after so many that are passed on."""
    left = [number]

    def decide(method: str, path: str) -> Fault:
        if not path.partition("?")[0].endswith(where):
            return None
        left[0] -= 1
        return act() if left[0] < 0 else None

    return decide
