"""opis: full-text search and discovery for multilingual archives. The command line: it joins loading and finding."""

import argparse
import gc
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Any

from discovery.errors import OpisError

COMMANDS = {
    "index": "load collections into a new generation of an engine, and make it current when all is in",
    "inspect": "show what would be loaded from a file and what would be left out, without an engine",
    "formats": "list the kinds of files that opis reads, each with what it is recognised by",
    "search": "search an engine",
    "date": "show what a statement of dates is taken for: earliest, latest, precision, certainty, EDTF, calendar, or "
    "null",
    "batch": "answer a table of queries",
    "serve": "serve the search page and the API",
    "lexicon": "list the forms of a word that occur: other spellings, scripts and misreadings, and how often",
    "status": "say what an engine holds",
    "doctor": "examine an engine: is it there, does it fit, can it be loaded; and say what to do about each",
    "verify": "read all that an engine in a directory holds, and say what in it is hurt",
    "rollback": "go back to the generation before the last load",
    "mappings": "print the Elasticsearch index that opis makes: analysis settings and mapping, as JSON",
}
"""Each a module in `commands`, with the first line of its help."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit code is 0, or that of the error (docs/command-line.md)."""
    try:
        chosen = make_parser().parse_args(arguments)
        return int(chosen.run(chosen))
    except OpisError as error:
        _complain(error, str(error))
        return error.exit_code
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt as stop:
        _complain(stop, "stopped; the engine is as it was")
        return 130


def _complain(error: BaseException, message: str) -> None:
    print("\n  ".join([f"opis: {message}", *getattr(error, "__notes__", ())]), file=sys.stderr)


class Command(argparse.ArgumentParser):
    """The parser of a command. Its module is imported when the command is what was typed."""

    def fill(self) -> None:
        """Take the options and the help from the command's module."""
        if self.description is None:
            gc.disable()  # an import makes nothing but what stays: to look it through takes a tenth of the time
            module = importlib.import_module(f"commands.{self.prog.rpartition(' ')[2]}")
            gc.enable()
            self.description = (module.__doc__ or "").rstrip()
            self.set_defaults(run=module.run)
            module.options(self)

    def parse_known_args(self, *args: Any, **named: Any) -> Any:
        self.fill()
        return super().parse_known_args(*args, **named)

    def format_help(self) -> str:
        self.fill()
        return super().format_help()


def make_parser() -> argparse.ArgumentParser:
    """The commands and their options; docs/command-line.md keeps their help."""
    parser = argparse.ArgumentParser(prog="opis", description=__doc__, allow_abbrev=False)
    commands = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=Command)
    for name, summary in COMMANDS.items():
        commands.add_parser(
            name, help=summary, allow_abbrev=False, formatter_class=argparse.RawDescriptionHelpFormatter
        )
    return parser


if __name__ == "__main__":
    sys.exit(main())
