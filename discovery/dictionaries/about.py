"""What dictionaries there are, in words: their size and licence, and which languages they lead between."""

from collections.abc import Iterator, Sequence

from discovery.dictionaries.entries import about_dictd
from discovery.dictionaries.store import Source
from mappings.languages import label

NEW_LINE = b"\n"
"""What ends an entry of an index, and a line of pairs."""


def about_dictionaries(found: Sequence[Source], languages: Sequence[str]) -> Iterator[str]:
    """A line a dictionary, then one for each language of an archive: which others its words are looked for in."""
    if not found:
        yield "dictionaries: none (docs/across.md says how to come by them)"
        return
    yield f"dictionaries: {len(found)}"
    for source in found:
        size = f"{source.file.read_bytes().count(NEW_LINE):,} entries"
        licence = about_dictd(source.file) if source.file.suffix == ".index" else ""
        yield f"  {source.file.name}: {', '.join(filter(None, (size, licence)))}"
    ways = {(source.language, source.target) for source in found}
    ways |= {(target, language) for language, target in ways}
    for language in languages:
        direct = [code for code in languages if (language, code) in ways]
        pivoted = [
            code
            for code in languages
            if code not in (language, *direct) and any((language, by) in ways and (by, code) in ways for by, _ in ways)
        ]
        said = [
            ", ".join(map(label, direct)),
            f"by another language {', '.join(map(label, pivoted))}" if pivoted else "",
        ]
        yield f"  {label(language)} leads to: {'; '.join(filter(None, said)) or 'no other language of the archive'}"
