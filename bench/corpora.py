"""Where the judged data lies: an argument, OPIS_CORPORA, or `shared/corpora` beside the project."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

BESIDE = Path(__file__).parents[1].parent / "shared" / "corpora"


def corpora(arguments: Sequence[str]) -> Path:
    """The folder of the corpora; ends the program with a sentence where there is none."""
    folder = Path(arguments[1] if len(arguments) > 1 else os.environ.get("OPIS_CORPORA", BESIDE))
    if not folder.is_dir():
        sys.exit(f"There are no corpora at {folder}: name their folder, or set OPIS_CORPORA.")
    return folder
