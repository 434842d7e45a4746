"""The address at which a house's own system takes an order, filled in from a template (`request_url`)."""

import re
from collections.abc import Mapping
from urllib.parse import quote

from discovery.answering.results_json import top
from discovery.engines.port import About
from mappings.requests import FIELD
from webui.wording import Record, title


def request_address(template: str, folder: Record, about: About, said: Mapping[str, str]) -> str:
    """The template with its fields replaced; "" without one. `said` are the fields that belong to the order."""
    if not template:
        return ""
    fonds = top(folder)
    kept_in = {container["kind"]: container["number"] for container in folder.get("containers") or ()}
    values = {
        "holder": folder.get("holder") or about.collection.get("holder", ""),
        "collection": title(fonds),
        "call_number": fonds.get("ref", ""),
        "reference": folder.get("ref", ""),
        "title": title(folder),
        "box": kept_in.get("box", ""),
        "folder": kept_in.get("folder", ""),
        **said,
    }
    return re.sub(FIELD, lambda field: quote(str(values[field[1]]), safe=""), template)
