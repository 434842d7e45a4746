"""Read all that an engine in a directory holds, and say what in it is hurt.

Digests of files, every document, every key of the lexicon: a bit that was flipped is not noticed by searching.

example:
  opis verify --engine demo-index
exit codes: 0 all is as it was loaded, 6 something is hurt
"""

import argparse

from commands.options import engine_option
from discovery.engines.upkeep import verify
from discovery.errors import EngineUnreadable


def options(command: argparse.ArgumentParser) -> None:
    engine_option(command)


def run(chosen: argparse.Namespace) -> int:
    hurt = False
    for finding in verify(chosen.engine):
        hurt = hurt or finding.state == "wrong"
        for line in finding.lines():
            print(line, flush=True)
    return EngineUnreadable.exit_code if hurt else 0
