"""Golden tables: tab-separated, written by hand, one case a line; lines that begin with "# " are comments."""

from pathlib import Path


def rows(beside: str, name: str) -> list[list[str]]:
    """The cases of a table that lies beside a test file (`__file__`)."""
    lines = Path(beside).with_name(name).read_text(encoding="utf-8").split("\n")
    return [line.split("\t") for line in lines if line and not line.startswith("# ")]
