"""One small engine for all tests of the site, and a client of its Flask application."""

import struct
import zlib

import pytest

from discovery.engines.opening import open_engine
from tests.webui.archive import build
from webui import create_app


def png(width=6, height=8):
    """A white PNG, so that the tests need no drawing library."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\xff" * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


@pytest.fixture(scope="session")
def engine(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    root = folder / "collection"
    (root / "images" / "15").mkdir(parents=True)
    (root / "images" / "15" / "0001.png").write_bytes(png())
    (folder / "secret.png").write_bytes(png())
    build(folder / "engine", root)
    return open_engine(str(folder / "engine"))


@pytest.fixture(scope="session")
def app(engine):
    app = create_app(engine)
    app.testing = True
    return app


@pytest.fixture
def client(app):
    return app.test_client()


@pytest.fixture
def get(client):
    """Fetch a page that has to be there, as text."""

    def get(path, **parameters):
        answer = client.get(path, query_string=parameters or None)
        assert answer.status_code == 200, answer.text
        return answer.text

    return get
