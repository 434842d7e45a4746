"""The engine in a directory: tantivy, no server.

A directory holds generations (`g0001/`, each a tantivy index and its `about.json`) and a pointer, `opis.json`, that
names the current one. A load writes a new generation beside it and then moves the pointer; the one before is kept. A
generation without `about.json` is half-built: no pointer ever names it, and the next load sweeps it.
"""

from discovery.engines.embedded.searching import EmbeddedEngine
from discovery.engines.embedded.writing import EmbeddedWriter

__all__ = ["EmbeddedEngine", "EmbeddedWriter"]
