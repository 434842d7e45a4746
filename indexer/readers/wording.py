"""How archivists write that they are not sure of a name."""

import re

from discovery.records import Name

_BRACKETED = re.compile(r"^\[(.*)\]$")
_DOUBT = re.compile(
    r"\b(?:probably|prob\.|presumably|possibly|probablement|vermutlich|wahrscheinlich|waarschijnlijk|probablemente"
    r"|вероятно|возможно)\s*|\s*[\[(]\?[\])]|\s*\?",
    re.IGNORECASE,
)


def written_name(text: str, role: str = "", kind: str = "") -> Name:
    """A name without its marks of doubt, which become `conjectural`: "[Molinier?]" is Molinier."""
    written = " ".join(text.split())
    certain = " ".join(_DOUBT.sub("", _BRACKETED.sub(r"\1", written)).split())
    return Name(certain, role, kind, conjectural=certain != written)
