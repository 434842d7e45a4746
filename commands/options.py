"""Options that several commands have."""

import argparse
import os
from typing import Any

from discovery.answering.chosen_dates import CHOICES
from discovery.engines.opening import DEFAULT
from discovery.engines.port import ORDERS, VIEWS
from discovery.query.across import EVERY
from discovery.query.alternatives import ALL
from discovery.query.plan import MATCHES


def engine_option(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--engine",
        metavar="DIR",
        default=os.environ.get("OPIS_ENGINE", DEFAULT),
        help=f"the engine's directory, or a server's address (default: OPIS_ENGINE, else {DEFAULT})",
    )


def finding_options(command: argparse.ArgumentParser) -> None:
    """What a search and a table of queries both can say."""
    command.add_argument("--view", choices=VIEWS, default="folders", help="what to find (default: %(default)s)")
    command.add_argument(
        "--match",
        choices=MATCHES,
        default="most",
        help="words that have to match: as many as one thing has together (most, the default); all; any",
    )
    command.add_argument(
        "--without",
        action="append",
        default=[],
        metavar="RELATION_OR_FORM",
        help='what not to look for: "other script", "OCR reading" …, or one form; again for another',
    )
    command.add_argument(
        "--across",
        nargs="?",
        const=EVERY,
        default="",
        metavar="LANGUAGES",
        help="find the words in other languages too: all of the archive's, or those named (--across=ru,fr)",
    )
    command.add_argument("--exact", action="store_true", help="only what was typed, no other form of it")
    command.add_argument(
        "--dates", action="append", default=[], choices=CHOICES, help="which dates; again for another (docs/dates.md)"
    )
    command.add_argument("--sort", choices=ORDERS, default="relevance", help="order of the rows (default: %(default)s)")
    command.add_argument("--limit", type=int, default=20, metavar="N", help="rows (default: %(default)s)")


def at_least_one(text: str) -> int:
    """A number of things that there have to be."""
    number = int(text) if text.isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is not a number from 1 up")
    return number


def chosen_for(chosen: argparse.Namespace) -> dict[str, Any]:
    """What `finding_options` say, as `make_request` takes it."""
    return {
        "view": chosen.view,
        "match": chosen.match,
        "dates": chosen.dates,
        "sort": chosen.sort,
        "without": [*chosen.without, *([ALL] if chosen.exact else [])],
        "across": [chosen.across],
        "limit": chosen.limit,
    }
