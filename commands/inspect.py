"""Show what would be loaded from a file and what would be left out, without an engine.

examples:
  opis inspect finding-aid.xml
  opis inspect scans/*.xml inventory.xlsx
exit codes: 0 each file could be read, 4 one couldn't
"""

import argparse
from pathlib import Path

from discovery.errors import BadFile
from indexer.inspecting import inspect_file


def options(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", metavar="FILE", help="a file of any kind")


def run(chosen: argparse.Namespace) -> int:
    code = 0
    for file in chosen.files:
        try:
            for line in inspect_file(Path(file), file):
                print(line)
        except BadFile as error:
            print(error)
            code = error.exit_code
    return code
