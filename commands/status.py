"""Say what an engine holds, and which dictionaries lead from language to language.

example:
  opis status --engine demo-index
"""

import argparse

from commands.options import engine_option
from discovery.answering.terminal import status_lines
from discovery.dictionaries.about import about_dictionaries
from discovery.dictionaries.store import sources
from discovery.engines.opening import open_engine


def options(command: argparse.ArgumentParser) -> None:
    engine_option(command)


def run(chosen: argparse.Namespace) -> int:
    about = open_engine(chosen.engine).about()
    found = sources(about.collection.get("dictionaries", "system"))
    for line in (*status_lines(about, chosen.engine), *about_dictionaries(found, about.languages)):
        print(line)
    return 0
