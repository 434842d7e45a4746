"""List the kinds of files that opis reads, each with what it is recognised by.

example:
  opis formats
"""

import argparse

from indexer.readers import FORMATS


def options(_: argparse.ArgumentParser) -> None:
    """None."""


def run(_: argparse.Namespace) -> int:
    for kind in FORMATS:
        print(f"{kind.name}: {kind.known_by}{kind.note and '; '}{kind.note}")
    return 0
