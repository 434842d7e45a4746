"""Every finding aid of the corpora, whole ones and damaged ones."""

import gzip
import re
from pathlib import Path

import pytest

from discovery.errors import BadFile
from indexer.readers import read_units
from tests.indexer.conftest import Ears

COMPONENT = re.compile(rb"<c(?:0\d|1[0-2])?[\s>]")
COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
COUNTS = {
    "library_of_congress": 13_967,
    "archives_nationales_fr": 2_090,
    "ehri": 106,
    "arclight": 75,
    "derived_large": 27_200,
}
INTERNAL = {"pc0170.xml"}
"""Files with units that are marked as meant for the staff alone."""


@pytest.mark.parametrize("folder", COUNTS)
def test_every_component_of_the_corpora_is_a_unit(corpora: Path, ears: Ears, folder: str) -> None:
    total = 0
    for file in sorted((corpora / "ead" / folder).rglob("*.xml*")):
        raw = file.read_bytes()
        stated = len(COMPONENT.findall(COMMENT.sub(b"", gzip.decompress(raw) if file.suffix == ".gz" else raw)))
        seen: set[str] = set()
        for unit in read_units(file, file.name, ears.fault, ears.note):
            assert unit.id not in seen
            assert unit.parent in (seen if seen else {None})
            assert unit.source.line
            seen.add(unit.id)
        total += len(seen) - 1
        assert len(seen) == stated + 1 or file.name in INTERNAL, file.name
    assert total == COUNTS[folder]
    assert not ears.faults


MALFORMED = {
    "bare_ampersand.xml": ":72: a bare & ",
    "billion_laughs.xml": ":1: declares entities of its own",
    "control_char.xml": ":72: a control character (11)",
    "empty.xml": ": an empty file",
    "external_entity.xml": ":1: declares entities of its own",
    "truncated.xml": ":240: breaks off: <event> of line 240 is never closed",
    "two_roots.xml": ":383: something after the end of the document",
    "unclosed_c.xml": ":379: </c01> found while <c02> of line 343 is still open",
    "wrong_encoding.xml": ":72: the byte 0x96 is not valid UTF-8",
}


@pytest.mark.parametrize("name", MALFORMED)
def test_malformed_files_are_refused_with_line_and_reason(corpora: Path, ears: Ears, name: str) -> None:
    with pytest.raises(BadFile) as refused:
        list(read_units(corpora / "ead" / "derived_malformed" / name, name, ears.fault, ears.note))
    assert refused.value.message.startswith(name + MALFORMED[name])


@pytest.mark.parametrize("name", ["undefined_entity.xml", "utf8_bom_and_leading_space.xml"])
def test_what_is_safe_to_repair_is_read(corpora: Path, ears: Ears, name: str) -> None:
    units = list(read_units(corpora / "ead" / "derived_malformed" / name, name, ears.fault, ears.note))
    assert len(units) > 1
    assert not ears.faults


def test_french_names_and_languages_of_a_pair(corpora: Path, ears: Ears) -> None:
    pair = [corpora / "ead" / "ehri" / f"CS-foto-188845-{language}.xml" for language in ("fr", "nl")]
    tops = [next(iter(read_units(file, file.name, ears.fault, ears.note))) for file in pair]
    assert "tiré sur des troupes" in tops[0].title
    assert all(top.title and top.ref for top in tops)
