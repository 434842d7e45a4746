"""Answer a table of queries.

examples:
  opis batch inquiries.csv > answers.csv
  opis batch topics.csv --match any --limit 100 --format trec > opis.run
"""

import argparse

from commands.options import chosen_for, engine_option, finding_options
from discovery.answering.batch import FORMATS, read_queries, run_batch
from discovery.answering.requests import make_request
from discovery.engines.opening import open_engine


def options(command: argparse.ArgumentParser) -> None:
    engine_option(command)
    finding_options(command)
    command.add_argument("queries", metavar="QUERIES.csv", help="a table with columns id,query; - for standard input")
    command.add_argument("--format", choices=FORMATS, default="csv", help="csv, jsonl, or trec for a run file")


def run(chosen: argparse.Namespace) -> int:
    engine = open_engine(chosen.engine)
    queries = read_queries(chosen.queries)
    for line in run_batch(engine, queries, make_request(**chosen_for(chosen)), chosen.format):
        print(line)
    return 0
