"""Print the Elasticsearch index that opis makes: analysis settings and mapping, as JSON.

example:
  opis mappings > opis.json
"""

import argparse
import json

from mappings.elastic import index_body


def options(_: argparse.ArgumentParser) -> None:
    """None."""


def run(_: argparse.Namespace) -> int:
    print(json.dumps(index_body(), ensure_ascii=False, indent=2))
    return 0
