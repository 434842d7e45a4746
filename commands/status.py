"""Say what an engine holds.

example:
  opis status --engine demo-index
"""

import argparse

from commands.options import engine_option
from discovery.answering.terminal import status_lines
from discovery.engines.opening import open_engine


def options(command: argparse.ArgumentParser) -> None:
    engine_option(command)


def run(chosen: argparse.Namespace) -> int:
    for line in status_lines(open_engine(chosen.engine).about(), chosen.engine):
        print(line)
    return 0
