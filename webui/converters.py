"""Ids of records in addresses."""

from urllib.parse import quote

from werkzeug.routing import PathConverter


class RecordId(PathConverter):
    """An id as the finding aid has it: slashes may stand anywhere, first and last too."""

    regex = ".+?"
    part_isolating = False


class EncodedId(RecordId):
    """The same as one step of a path, as IIIF asks for."""

    def to_url(self, value: str) -> str:
        return quote(value, safe="")
