"""Search an engine.

examples:
  opis search "левая оппозиция"
  opis search 'Trotsk* AND date:1932' --view items
  opis search circulaire --filter section=France --filter section=Belgium --json | jq .total
"""

import argparse
import json
import sys

from commands.options import chosen_for, engine_option, finding_options
from discovery.answering.budget import SECONDS
from discovery.answering.requests import make_request
from discovery.answering.results_json import to_json
from discovery.answering.service import search
from discovery.answering.terminal import results_lines
from discovery.dates import rules_of
from discovery.engines.opening import open_engine


def options(command: argparse.ArgumentParser) -> None:
    engine_option(command)
    finding_options(command)
    command.add_argument("query", metavar="QUERY", help='words, "phrases", AND OR NOT, field:value, prefix*, NEAR/5')
    command.add_argument(
        "--filter",
        action="append",
        default=[],
        metavar="FIELD=VALUE",
        help="keep one facet value; again for another (or); FIELD!=VALUE excludes",
    )
    command.add_argument("--from", dest="first", default="", metavar="D", help="possibly on or after this date")
    command.add_argument("--to", dest="last", default="", metavar="D", help="possibly on or before this date")
    command.add_argument("--offset", type=int, default=0, metavar="N", help="rows to leave out at the beginning")
    command.add_argument(
        "--seconds",
        type=float,
        default=SECONDS,
        metavar="S",
        help="time for an answer; what there is none for is left out, and named (default: %(default)s)",
    )
    command.add_argument("--json", action="store_true", help="the answer as JSON (docs/api.md)")


def run(chosen: argparse.Namespace) -> int:
    engine = open_engine(chosen.engine)
    request = make_request(
        text=chosen.query,
        filters=chosen.filter,
        first=chosen.first,
        last=chosen.last,
        offset=chosen.offset,
        seconds=chosen.seconds,
        dates_as=rules_of(engine.about().collection),
        **chosen_for(chosen),
    )
    results = search(engine, request)
    if chosen.json:
        print(json.dumps(to_json(results), ensure_ascii=False, indent=2))
    else:
        for line in results_lines(results, marked=sys.stdout.isatty()):
            print(line)
    return 0
