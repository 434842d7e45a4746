"""The tree of a query. It knows no field, language or engine; positions are code points of the typed text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """One word as typed, or a run such as `1931-33` that holds several."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in quotes: these forms, in this order."""

    text: str

    def __str__(self) -> str:
        return f'"{self.text}"'


@dataclass(frozen=True, slots=True)
class Name:
    """Words side by side that name somebody: no parser makes it, only who knows the names."""

    words: tuple[Word, ...]

    def __str__(self) -> str:
        return " ".join(map(str, self.words))


@dataclass(frozen=True, slots=True)
class Prefix:
    """`opposit*`, without the star."""

    text: str

    def __str__(self) -> str:
        return f"{self.text}*"


@dataclass(frozen=True, slots=True)
class Near:
    """Two words or phrases at most `distance` words apart, in either order; 1 is side by side."""

    left: "Word | Phrase"
    right: "Word | Phrase"
    distance: int

    def __str__(self) -> str:
        return f"{self.left} NEAR/{self.distance} {self.right}"


@dataclass(frozen=True, slots=True)
class Field:
    """`name:value`."""

    name: str
    value: "Node"

    def __str__(self) -> str:
        return f"{self.name}:{self.value}"


@dataclass(frozen=True, slots=True)
class Not:
    """NOT or −: must not match."""

    part: "Node"

    def __str__(self) -> str:
        return f"-{self.part}"


@dataclass(frozen=True, slots=True)
class Must:
    """+: has to match, whatever the others do."""

    part: "Node"

    def __str__(self) -> str:
        return f"+{self.part}"


@dataclass(frozen=True, slots=True)
class And:
    parts: "tuple[Node, ...]"

    def __str__(self) -> str:
        return "(" + " AND ".join(map(str, self.parts)) + ")"


@dataclass(frozen=True, slots=True)
class Or:
    parts: "tuple[Node, ...]"

    def __str__(self) -> str:
        return "(" + " OR ".join(map(str, self.parts)) + ")"


@dataclass(frozen=True, slots=True)
class Group:
    """Parts side by side, with no operator between: how many must match is the request's choice."""

    parts: "tuple[Node, ...]"

    def __str__(self) -> str:
        return "(" + " ".join(map(str, self.parts)) + ")"


Node = Word | Phrase | Name | Prefix | Near | Field | Not | Must | And | Or | Group


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the parser or the plan could not use, in words for the user; `at` is a place in the typed text."""

    message: str
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a typed text says. `tree` is None where nothing is left to search for."""

    text: str
    tree: Node | None
    notices: tuple[Notice, ...] = ()
