"""Load collections into a new generation of an engine, and make it current when all is in.

examples:
  opis index data/sample
  opis index finding-aid.xml --engine /srv/opis/letters
  opis index finding-aid.xml --engine https://archive.example:9200/letters --resume
exit codes: 0 nothing was skipped, 10 something was (the report says what), others docs/command-line.md
"""

import argparse
import sys
from contextlib import nullcontext
from pathlib import Path

from rich.console import Console

from commands.options import engine_option
from discovery.engines.opening import open_writer
from indexer.collection import read_collection
from indexer.loading import load
from indexer.progress import Lines, Terminal
from indexer.statements import write_statements

_NOTHING_BEGUN = "Nothing is there of a load that broke off: everything is loaded."


def options(command: argparse.ArgumentParser) -> None:
    engine_option(command)
    command.add_argument(
        "sources", nargs="+", metavar="SOURCE", help="a collection folder, a finding aid, a table, or OCR files"
    )
    command.add_argument("--resume", action="store_true", help="go on with a load that broke off, on a server")
    command.add_argument(
        "--report", metavar="FILE", default="", help="where to say what became of each file; .jsonl for JSON Lines"
    )


def run(chosen: argparse.Namespace) -> int:
    collections = [read_collection(Path(source)) for source in chosen.sources]
    for collection in collections:
        print(f"{collection.title} ({collection.root})")
        for line in collection.defaults:
            print(f"  default: {line}")
    writer = open_writer(chosen.engine, chosen.resume)
    if chosen.resume:
        print(f"Of a load that broke off {writer.kept:,} documents are there." if writer.kept else _NOTHING_BEGUN)
    console = Console(stderr=True)
    progress = Terminal(console) if console.is_terminal else Lines(sys.stderr)
    with progress if isinstance(progress, Terminal) else nullcontext():
        report = load(collections, writer, progress, lambda line: print(f"  default: {line}"))
    for line in report.lines():
        print(line)
    if chosen.report:
        write_statements(Path(chosen.report), report.files)
    print(f"The engine is {chosen.engine}. Search it: opis search QUERY --engine {chosen.engine}")
    return report.exit_code
