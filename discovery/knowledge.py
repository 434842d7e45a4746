"""What an archive knows besides its documents: the authority file and the thesaurus that its collection names.

Each is read once a load, when a query first asks for it. A file that is gone or no such table is as none: the load
said so.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

from discovery.engines.port import About
from discovery.errors import BadFile
from discovery.names.authority import AuthorityFile, read_authority_csv
from discovery.names.thesaurus import Suggestion, Thesaurus
from mappings.languages import LANGUAGES

READ: dict[str, Callable[[Path], AuthorityFile | Thesaurus]] = {
    "authority": read_authority_csv,
    "thesaurus": Thesaurus.read_csv,
}
"""Settings of a collection that name such a file, and what reads it."""


def authority(about: About) -> AuthorityFile:
    """Who is who in an archive."""
    return _authority(about.collection.get("authority", ""), about.loaded)


def suggestions(about: About, text: str) -> list[Suggestion]:
    """The concepts that a query names."""
    path = about.collection.get("thesaurus", "")
    return _thesaurus(path, about.loaded).suggest(text, about.languages) if path and text.strip() else []


@lru_cache(maxsize=16)
def stop_words(languages: Sequence[str]) -> frozenset[str]:
    """The function words of all languages of an archive."""
    return frozenset[str]().union(*(LANGUAGES[code].stop_words for code in languages))


@lru_cache(maxsize=4)
def _authority(path: str, loaded: str) -> AuthorityFile:
    try:
        return read_authority_csv(Path(path)) if path else AuthorityFile(())
    except BadFile:
        return AuthorityFile(())


@lru_cache(maxsize=4)
def _thesaurus(path: str, loaded: str) -> Thesaurus:
    try:
        return Thesaurus.read_csv(Path(path))
    except BadFile:
        return Thesaurus(())
