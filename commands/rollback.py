"""Go back to the generation before the last load.

example:
  opis rollback --engine https://archive.example:9200/letters
"""

import argparse

from commands.options import engine_option
from discovery.engines.upkeep import rollback


def options(command: argparse.ArgumentParser) -> None:
    engine_option(command)


def run(chosen: argparse.Namespace) -> int:
    print(f"{chosen.engine} is again as it was before the last load: {rollback(chosen.engine)}.")
    return 0
