"""A weighted transducer: what stands for the letters of a word, each read in the longest context that its table knows.

A context is a letter and its neighbours in the order of `NEIGHBOURS`, `$` behind the word and `^` before it: `ch$` is a
c before h, at the beginning and so on. Its outputs have costs, in tenths of the negative natural logarithm of how
likely they are. The tables are learnt by `bench.transcription`.
"""

from collections.abc import Mapping, Sequence
from operator import itemgetter
from pathlib import Path

Outputs = Mapping[str, int]
"""What may stand for a letter, and what each costs, cheapest first."""

NEIGHBOURS = (1, -1, 2, -2, 3, -3)
"""Which letters a context adds, one after the other, counted from its own."""

UNFORESEEN = 99
"""What an output that no context foresees costs."""
AGAINST_CONTEXT = 20
LONGEST = 5
"""Letters that may stand for one."""


def context(word: str, at: int) -> str:
    """The letter at a place of a word and all its neighbours; shorter contexts are beginnings of it."""
    padded = f"^^^{word}$$$"
    return padded[at + 3] + "".join(padded[at + 3 + step] for step in NEIGHBOURS)


class Transducer:
    """Reads words by a table of contexts."""

    def __init__(self, table: Mapping[str, Outputs]) -> None:
        self._table = table

    def __contains__(self, letter: str) -> bool:
        return letter in self._table

    def choices(self, word: str) -> list[Outputs]:
        """The outputs of each letter; none of one that the table has not."""
        return [self._at(context(word, at)) for at in range(len(word))]

    def _at(self, longest: str) -> Outputs:
        for length in range(len(longest), 0, -1):
            if outputs := self._table.get(longest[:length]):
                return outputs
        return {"": 0}

    def outputs(self, word: str, most: int, dearest: int) -> dict[str, int]:
        """The cheapest outputs of a word, at most so many, and how much dearer than the cheapest each is."""
        found = {"": 0}
        for outputs in self.choices(word):
            limit = min(found.values()) + min(outputs.values()) + dearest
            longer: dict[str, int] = {}
            for begun, spent in found.items():
                for output, cost in outputs.items():
                    total = spent + cost
                    if total > limit:
                        break
                    whole = begun + output
                    if total < longer.get(whole, limit + 1):
                        longer[whole] = total
            found = dict(sorted(longer.items(), key=itemgetter(1))[:most])
        least = min(found.values())
        return {whole: total - least for whole, total in found.items()}

    def cost(self, word: str, output: str) -> int:
        """How much dearer than the cheapest output of a word another is; UNFORESEEN where it hardly is one.

        What stands for a letter only in other contexts is possible too, but dearer by AGAINST_CONTEXT.
        """
        ways = {0: 0}
        for letter, outputs in zip(word, self.choices(word), strict=True):
            anywhere, least = self._table.get(letter, outputs), min(outputs.values())
            further: dict[int, int] = {}
            for start, spent in ways.items():
                for end in range(start, min(start + LONGEST, len(output)) + 1):
                    piece = output[start:end]
                    cost = outputs.get(piece)
                    if cost is None:
                        cost = anywhere.get(piece, UNFORESEEN) + AGAINST_CONTEXT
                    total = spent + cost - least
                    if total < further.get(end, UNFORESEEN):
                        further[end] = total
            ways = further
        return ways.get(len(output), UNFORESEEN)


Way = tuple[int, "Pieces"]
Pieces = tuple["Pieces", str] | None
"""The last piece, behind those before it."""


def align(choices: Sequence[Outputs], output: str, otherwise: Sequence[int]) -> tuple[int, list[str]]:
    """The cheapest way to cut an output into what stands for each letter, and its cost; no pieces where none is.

    `otherwise` is what a piece of no, one, two … letters costs that its letter does not foresee.
    """
    ways: dict[int, Way] = {0: (0, None)}
    for outputs in choices:
        further: dict[int, Way] = {}
        for start, (spent, pieces) in ways.items():
            for length, unforeseen in enumerate(otherwise[: len(output) - start + 1]):
                piece, end = output[start : start + length], start + length
                total = spent + outputs.get(piece, unforeseen)
                if end not in further or total < further[end][0]:
                    further[end] = total, (pieces, piece)
        ways = further
    total, pieces = ways.get(len(output), (UNFORESEEN * len(output), None))
    found = []
    while pieces:
        pieces, piece = pieces
        found.append(piece)
    return total, found[::-1]


def read_table(path: Path) -> dict[str, Outputs]:
    """A line: a context, its outputs and their costs, separated by tabs."""
    lines = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {context: dict(zip(cells[::2], map(int, cells[1::2]), strict=True)) for context, *cells in lines}


def write_table(path: Path, table: Mapping[str, Outputs]) -> None:
    rows = ((context, *(f"{output}\t{cost}" for output, cost in outputs.items())) for context, outputs in table.items())
    path.write_text("".join("\t".join(row) + "\n" for row in sorted(rows)), encoding="utf-8")
