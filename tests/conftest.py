"""What all tests share."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of real finding aids and OCR: `OPIS_CORPORA`, else shared/corpora beside the repository."""
    folder = Path(os.environ.get("OPIS_CORPORA") or ROOT.parent / "shared" / "corpora")
    if not folder.is_dir():
        pytest.skip(f"no corpora at {folder}: set OPIS_CORPORA")
    return folder
