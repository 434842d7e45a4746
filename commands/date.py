"""Show what a statement of dates is taken for: earliest, latest, precision, certainty, EDTF, calendar, or null.

examples:
  opis date "нач. 1930-х гг." --language ru
  opis date "1931, 1933-1935" "[May 1932?]" --json
  opis date - < statements.txt
"""

import argparse
import sys

from discovery.answering.terminal import date_line
from discovery.dates import CENTURY, Rules


def options(command: argparse.ArgumentParser) -> None:
    command.add_argument("texts", nargs="+", metavar="TEXT", help="a statement; - for one a line of standard input")
    command.add_argument("--language", default="", metavar="L", help="of the wording, as en or ru")
    command.add_argument("--month-first", action="store_true", help="3/5/32 is of March")
    command.add_argument("--century", type=int, default=CENTURY, metavar="C", help="of 32 (default: %(default)s)")
    command.add_argument("--old-style", action="store_true", help="days before 14 February 1918 are Julian")
    command.add_argument("--json", action="store_true", help="a JSON object or null for each (docs/api.md)")


def run(chosen: argparse.Namespace) -> int:
    rules = Rules(not chosen.month_first, chosen.century, chosen.old_style)
    lines = (line.rstrip("\n") for line in sys.stdin) if chosen.texts == ["-"] else iter(chosen.texts)
    for text in lines:
        print(date_line(rules.read(text, "", chosen.language).date, chosen.json))
    return 0
