"""Serve the search page and the API.

examples:
  opis serve --engine demo-index --port 8000
  opis serve --engine demo-index --workers 4
"""

import argparse

from commands.options import at_least_one, engine_option
from discovery.engines.opening import open_engine
from webui import create_app
from webui.serving import serve


def options(command: argparse.ArgumentParser) -> None:
    engine_option(command)
    command.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    command.add_argument("--port", type=int, default=8000, help="port (default: %(default)s; 0 for a free one)")
    command.add_argument(
        "--workers",
        type=at_least_one,
        default=1,
        metavar="N",
        help="processes that answer, best as many as there are cores (default: %(default)s)",
    )


def run(chosen: argparse.Namespace) -> int:
    def ready(port: int) -> None:
        print(f"opis serves {chosen.engine} at http://{chosen.host}:{port} (stop with Ctrl+C)", flush=True)

    serve(create_app(open_engine(chosen.engine)), chosen.host, chosen.port, chosen.workers, ready)
    return 0
