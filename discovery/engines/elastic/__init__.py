"""The engine on a server: Elasticsearch 9, shared and scaled out.

A place is `https://host:9200/NAME`. NAME is an alias; behind it lies the index of one generation, `NAME-g0001`. A load
builds the next generation beside it and then moves the alias; the one before is kept. An index never changes after it
was published, so the index itself is a consistent state for as long as it is there.
"""

from discovery.engines.elastic.connecting import connect
from discovery.engines.elastic.searching import ElasticEngine
from discovery.engines.elastic.writing import ElasticWriter

__all__ = ["ElasticEngine", "ElasticWriter", "connect"]
