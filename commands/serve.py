"""Serve the search page and the API.

example:
  opis serve --engine demo-index --port 8000
"""

import argparse

import waitress

from commands.options import engine_option
from discovery.engines.opening import open_engine
from discovery.errors import UsageError
from webui import create_app
from webui.warming import warm


def options(command: argparse.ArgumentParser) -> None:
    engine_option(command)
    command.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    command.add_argument("--port", type=int, default=8000, help="port (default: %(default)s)")


def run(chosen: argparse.Namespace) -> int:
    app = create_app(open_engine(chosen.engine))
    warm(app)
    print(f"opis serves {chosen.engine} at http://{chosen.host}:{chosen.port} (stop with Ctrl+C)", flush=True)
    try:
        waitress.serve(app, host=chosen.host, port=chosen.port, threads=8, ident="opis")
    except OSError as error:
        raise UsageError(
            f"Can't serve at {chosen.host}:{chosen.port}: {error.strerror}.", "Choose another port: --port 8001"
        ) from error
    return 0
