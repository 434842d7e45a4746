"""The record files beside the specimens in `golden/`: what each format becomes, for a person to check by eye."""

import json
from pathlib import Path

import pytest

from indexer.readers import sniff
from indexer.readers.formats import EAC, FORMATS, SKOS
from tests.indexer.readers.goldens import FOLDER, MADE, RECORDS, names, records


def placed(name: str, tmp_path: Path) -> Path:
    if name not in MADE:
        return FOLDER / name
    (tmp_path / name).write_bytes(MADE[name])
    return tmp_path / name


@pytest.mark.parametrize("name", names())
def test_records(name: str, tmp_path: Path) -> None:
    kept = (FOLDER / f"{name}{RECORDS}").read_text(encoding="utf-8").splitlines()
    assert records(placed(name, tmp_path)) == kept, "python -m tests.indexer.readers.goldens writes them"


def test_every_format_has_a_specimen(tmp_path: Path) -> None:
    found = {sniff(placed(name, tmp_path), name) for name in names()}
    assert found == {*FORMATS} - {EAC, SKOS}


def test_one_finding_aid_in_three_forms_gives_the_same_records() -> None:
    kept = [(FOLDER / f"{name}.xml{RECORDS}").read_text(encoding="utf-8") for name in ("ead1", "ead2002", "ead3")]
    units = [[json.loads(line)["unit"] for line in text.splitlines()] for text in kept]
    for each in units:
        for unit in each:
            del unit["source"]
    units[0][0]["languages"] = ["fr"]  # EAD 1.0 has no language of the material
    assert units[0] == units[1] == units[2]
