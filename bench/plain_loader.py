"""The least that a loader can do: ALTO by lxml, the bare text into a language's own field, `parallel_bulk`.

    python -m bench.plain_loader COLLECTION URL INDEX

No descriptions, dates, word boxes, folders or exact forms: what reading and the server's own analysis cost.
"""

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from elasticsearch import Elasticsearch
from elasticsearch.helpers import parallel_bulk
from lxml import etree

from bench.pages import LANGUAGES

ANALYSERS = {"ru": "russian", "fr": "french", "de": "german", "en": "english"}
STRING = "{http://www.loc.gov/standards/alto/ns-v3#}String"


def load_plainly(place: Path, url: str, index: str) -> float:
    """Seconds from files to a searchable index."""
    fields = {f"text_{code}": {"type": "text", "analyzer": ANALYSERS[code]} for code in LANGUAGES}
    with Elasticsearch(url, request_timeout=120) as client:
        client.options(ignore_status=404).indices.delete(index=index)
        client.indices.create(
            index=index,
            settings={"number_of_replicas": 0, "refresh_interval": "-1"},
            mappings={"properties": fields},
        )
        started = time.perf_counter()
        for ok, answer in parallel_bulk(client, _actions(place, index), thread_count=2, chunk_size=500):
            if not ok:
                raise SystemExit(f"not loaded: {answer}")
        client.indices.refresh(index=index)
        return time.perf_counter() - started


def _actions(place: Path, index: str) -> Iterator[dict[str, Any]]:
    for path in sorted((place / "ocr").rglob("*.xml")):
        words = (string.get("CONTENT", "") for string in etree.parse(path).iter(STRING))
        language = LANGUAGES[int(path.parent.name) % len(LANGUAGES)]
        yield {"_index": index, "_id": f"{path.parent.name}/{path.stem}", f"text_{language}": " ".join(words)}


if __name__ == "__main__":
    print(f"{load_plainly(Path(sys.argv[1]), sys.argv[2], sys.argv[3]):.1f} s")
