"""opis: full-text search and discovery for multilingual archives. The command line: it joins loading and finding."""

import argparse
import inspect
import json
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TypeAlias

import waitress
from rich.console import Console

from discovery.answering.batch import FORMATS, read_queries, run_batch
from discovery.answering.chosen_dates import CHOICES
from discovery.answering.requests import make_request
from discovery.answering.results_json import to_json
from discovery.answering.service import search
from discovery.answering.terminal import date_line, results_lines, status_lines
from discovery.answering.word_forms import word_forms, word_lines
from discovery.dates import CENTURY, Rules, rules_of
from discovery.engines.opening import DEFAULT, client_there, open_engine, open_writer
from discovery.engines.port import ORDERS, VIEWS
from discovery.engines.upkeep import examine, rollback
from discovery.errors import BadFile, EngineUnreadable, OpisError, UsageError
from discovery.query.across import EVERY
from discovery.query.alternatives import ALL
from discovery.query.plan import MATCHES
from indexer.collection import read_collection
from indexer.inspecting import inspect_file
from indexer.loading import load
from indexer.progress import Lines, Terminal
from indexer.readers import FORMATS as KINDS
from indexer.statements import write_statements
from webui import create_app

_NOTHING_BEGUN = "Nothing is there of a load that broke off: everything is loaded."

Command = Callable[[argparse.Namespace], int]
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit code is 0, or that of the error (docs/command-line.md)."""
    parser = make_parser()
    chosen = parser.parse_args(arguments)
    try:
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


def make_parser() -> argparse.ArgumentParser:
    """The commands and their options; docs/command-line.md keeps their help."""
    parser = argparse.ArgumentParser(prog="opis", description=__doc__, allow_abbrev=False)
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    engine, finding = _engine_option(), _finding_options()
    _index_options(_add(commands, _index, [engine]))
    _add(commands, _inspect, []).add_argument("files", nargs="+", metavar="FILE", help="a file of any kind")
    _add(commands, _formats, [])
    _search_options(_add(commands, _search, [engine, finding]))
    _date_options(_add(commands, _date, []))
    _batch_options(_add(commands, _batch, [engine, finding]))
    _serve_options(_add(commands, _serve, [engine]))
    _add(commands, _lexicon, [engine]).add_argument("word", metavar="WORD", help="one word, in any spelling")
    _add(commands, _status, [engine])
    _add(commands, _doctor, [engine])
    _add(commands, _rollback, [engine])
    _add(commands, _mappings, [])
    return parser


def _add(commands: Commands, run: Command, parents: Sequence[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """A command by the name of its function, whose docstring is the help."""
    text = inspect.getdoc(run) or ""
    summary = text.split("\n", 1)[0]
    command = commands.add_parser(
        run.__name__.removeprefix("_"),
        help=summary[0].lower() + summary[1:].rstrip("."),
        description=text,
        parents=parents,
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.set_defaults(run=run)
    return command


def _engine_option() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(add_help=False)
    options.add_argument(
        "--engine",
        metavar="DIR",
        default=os.environ.get("OPIS_ENGINE", DEFAULT),
        help=f"the engine's directory, or a server's address (default: OPIS_ENGINE, else {DEFAULT})",
    )
    return options


def _finding_options() -> argparse.ArgumentParser:
    """What a search and a table of queries both can say."""
    options = argparse.ArgumentParser(add_help=False)
    options.add_argument("--view", choices=VIEWS, default="folders", help="what to find (default: %(default)s)")
    options.add_argument(
        "--match",
        choices=MATCHES,
        default="most",
        help="words that have to match: as many as one thing has together (most, the default); all; any",
    )
    options.add_argument(
        "--without",
        action="append",
        default=[],
        metavar="RELATION_OR_FORM",
        help='what not to look for: "other script", "OCR reading" …, or one form; again for another',
    )
    options.add_argument(
        "--across",
        nargs="?",
        const=EVERY,
        default="",
        metavar="LANGUAGES",
        help="find the words in other languages too: all of the archive's, or those named (--across=ru,fr)",
    )
    options.add_argument("--exact", action="store_true", help="only what was typed, no other form of it")
    options.add_argument(
        "--dates", action="append", default=[], choices=CHOICES, help="which dates; again for another (docs/dates.md)"
    )
    options.add_argument("--sort", choices=ORDERS, default="relevance", help="order of the rows (default: %(default)s)")
    options.add_argument("--limit", type=int, default=20, metavar="N", help="rows (default: %(default)s)")
    return options


def _without(chosen: argparse.Namespace) -> list[str]:
    return [*chosen.without, *([ALL] if chosen.exact else [])]


def _index(chosen: argparse.Namespace) -> int:
    """Load collections into a new generation of an engine, and make it current when all is in.

    examples:
      opis index data/sample
      opis index finding-aid.xml --engine /srv/opis/letters
      opis index finding-aid.xml --engine https://archive.example:9200/letters --resume
    exit codes: 0 nothing was skipped, 10 something was (the report says what), others docs/command-line.md
    """
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


def _index_options(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "sources", nargs="+", metavar="SOURCE", help="a collection folder, a finding aid, a table, or OCR files"
    )
    command.add_argument("--resume", action="store_true", help="go on with a load that broke off, on a server")
    command.add_argument(
        "--report", metavar="FILE", default="", help="where to say what became of each file; .jsonl for JSON Lines"
    )


def _inspect(chosen: argparse.Namespace) -> int:
    """Show what would be loaded from a file and what would be left out, without an engine.

    examples:
      opis inspect finding-aid.xml
      opis inspect scans/*.xml inventory.xlsx
    exit codes: 0 each file could be read, 4 one couldn't
    """
    code = 0
    for file in chosen.files:
        try:
            for line in inspect_file(Path(file), file):
                print(line)
        except BadFile as error:
            print(error)
            code = error.exit_code
    return code


def _formats(_: argparse.Namespace) -> int:
    """List the kinds of files that opis reads, each with what it is recognised by.

    example:
      opis formats
    """
    for kind in KINDS:
        print(f"{kind.name}: {kind.known_by}{kind.note and '; '}{kind.note}")
    return 0


def _search(chosen: argparse.Namespace) -> int:
    """Search an engine.

    examples:
      opis search "левая оппозиция"
      opis search 'Trotsk* AND date:1932' --view items
      opis search circulaire --filter section=France --filter section=Belgium --json | jq .total
    """
    engine = open_engine(chosen.engine)
    request = make_request(
        text=chosen.query,
        view=chosen.view,
        filters=chosen.filter,
        first=chosen.first,
        last=chosen.last,
        match=chosen.match,
        dates=chosen.dates,
        sort=chosen.sort,
        without=_without(chosen),
        across=[chosen.across],
        limit=chosen.limit,
        offset=chosen.offset,
        dates_as=rules_of(engine.about().collection),
    )
    results = search(engine, request)
    if chosen.json:
        print(json.dumps(to_json(results), ensure_ascii=False, indent=2))
    else:
        for line in results_lines(results, marked=sys.stdout.isatty()):
            print(line)
    return 0


def _search_options(command: argparse.ArgumentParser) -> None:
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
    command.add_argument("--json", action="store_true", help="the answer as JSON (docs/api.md)")


def _date(chosen: argparse.Namespace) -> int:
    """Show what a statement of dates is taken for: earliest, latest, precision, certainty, EDTF, calendar, or null.

    examples:
      opis date "нач. 1930-х гг." --language ru
      opis date "1931, 1933-1935" "[May 1932?]" --json
      opis date - < statements.txt
    """
    rules = Rules(not chosen.month_first, chosen.century, chosen.old_style)
    lines = (line.rstrip("\n") for line in sys.stdin) if chosen.texts == ["-"] else iter(chosen.texts)
    for text in lines:
        print(date_line(rules.read(text, "", chosen.language).date, chosen.json))
    return 0


def _date_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("texts", nargs="+", metavar="TEXT", help="a statement; - for one a line of standard input")
    command.add_argument("--language", default="", metavar="L", help="of the wording, as en or ru")
    command.add_argument("--month-first", action="store_true", help="3/5/32 is of March")
    command.add_argument("--century", type=int, default=CENTURY, metavar="C", help="of 32 (default: %(default)s)")
    command.add_argument("--old-style", action="store_true", help="days before 14 February 1918 are Julian")
    command.add_argument("--json", action="store_true", help="a JSON object or null for each (docs/api.md)")


def _batch(chosen: argparse.Namespace) -> int:
    """Answer a table of queries.

    examples:
      opis batch inquiries.csv > answers.csv
      opis batch topics.csv --match any --limit 100 --format trec > opis.run
    """
    engine = open_engine(chosen.engine)
    queries = read_queries(chosen.queries)
    request = make_request(
        view=chosen.view,
        match=chosen.match,
        dates=chosen.dates,
        sort=chosen.sort,
        without=_without(chosen),
        across=[chosen.across],
        limit=chosen.limit,
    )
    for line in run_batch(engine, queries, request, chosen.format):
        print(line)
    return 0


def _batch_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("queries", metavar="QUERIES.csv", help="a table with columns id,query; - for standard input")
    command.add_argument("--format", choices=FORMATS, default="csv", help="csv, jsonl, or trec for a run file")


def _serve(chosen: argparse.Namespace) -> int:
    """Serve the search page and the API.

    example:
      opis serve --engine demo-index --port 8000
    """
    app = create_app(open_engine(chosen.engine))
    print(f"opis serves {chosen.engine} at http://{chosen.host}:{chosen.port} (stop with Ctrl+C)", flush=True)
    try:
        waitress.serve(app, host=chosen.host, port=chosen.port, threads=8, ident="opis")
    except OSError as error:
        raise UsageError(
            f"Can't serve at {chosen.host}:{chosen.port}: {error.strerror}.", "Choose another port: --port 8001"
        ) from error
    return 0


def _serve_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    command.add_argument("--port", type=int, default=8000, help="port (default: %(default)s)")


def _status(chosen: argparse.Namespace) -> int:
    """Say what an engine holds.

    example:
      opis status --engine demo-index
    """
    for line in status_lines(open_engine(chosen.engine).about(), chosen.engine):
        print(line)
    return 0


def _lexicon(chosen: argparse.Namespace) -> int:
    """List the forms of a word that occur: other spellings, scripts and misreadings, and how often.

    examples:
      opis lexicon Trotsky
      opis lexicon Троцкій --engine demo-index
    """
    for line in word_lines(word_forms(open_engine(chosen.engine), chosen.word)):
        print(line)
    return 0


def _doctor(chosen: argparse.Namespace) -> int:
    """Examine an engine: is it there, does it fit, can it be loaded; and say what to do about each.

    examples:
      opis doctor --engine demo-index
      opis doctor --engine https://archive.example:9200/letters
    exit codes: 0 nothing is wrong, 6 something is
    """
    findings = list(examine(chosen.engine))
    for finding in findings:
        for line in finding.lines():
            print(line)
    return EngineUnreadable.exit_code if any(finding.state == "wrong" for finding in findings) else 0


def _rollback(chosen: argparse.Namespace) -> int:
    """Go back to the generation before the last load.

    example:
      opis rollback --engine https://archive.example:9200/letters
    """
    print(f"{chosen.engine} is again as it was before the last load: {rollback(chosen.engine)}.")
    return 0


def _mappings(_: argparse.Namespace) -> int:
    """Print the Elasticsearch index that opis makes: analysis settings and mapping, as JSON.

    example:
      opis mappings > opis.json
    """
    with client_there():
        from mappings.elastic import index_body  # noqa: PLC0415
    print(json.dumps(index_body(), ensure_ascii=False, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
