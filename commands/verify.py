"""Read all that an engine in a directory holds, and say what in it is hurt.

Digests of files, every document, every key of the lexicon: a bit that was flipped is not noticed by searching.

examples:
  opis verify --engine demo-index
  opis verify data/sample --engine demo-index
exit codes: 0 all is as it was loaded, 6 something is hurt
"""

import argparse
from pathlib import Path

from commands.options import engine_option
from discovery.engines.upkeep import verify
from discovery.errors import EngineUnreadable
from indexer.collection import read_collection
from indexer.loading import unit_ids


def options(command: argparse.ArgumentParser) -> None:
    engine_option(command)
    command.add_argument(
        "sources", nargs="*", metavar="SOURCE", help="what was loaded: to find units that are gone or new since then"
    )


def run(chosen: argparse.Namespace) -> int:
    hurt = False
    ids = unit_ids([read_collection(Path(source)) for source in chosen.sources]) if chosen.sources else None
    for finding in verify(chosen.engine, ids):
        hurt = hurt or finding.state == "wrong"
        for line in finding.lines():
            print(line, flush=True)
    return EngineUnreadable.exit_code if hurt else 0
