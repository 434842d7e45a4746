"""Typed text → tree. Never fails: what it can't use it says, and searches the rest (docs/query-language.md)."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from discovery.query.syntax import (
    And,
    Field,
    Group,
    Must,
    Near,
    Node,
    Not,
    Notice,
    Or,
    Parsed,
    Phrase,
    Prefix,
    Word,
)
from discovery.text.tokens import INITIALS

LONGEST = 500
"""Code points of a query that are read."""
MOST_CLAUSES = 32
DEEPEST = 8
MOST_WILDCARDS = 3
SHORTEST_PREFIX = 2
FARTHEST_NEAR = 50

_TOKEN = re.compile(
    r"""
      (?P<space>\s+)
    | ["“”„«»](?P<phrase>[^"“”„«»]*)(?P<close>["“”„«»]?)
    | (?P<open>\()
    | (?P<shut>\))
    | (?P<sign>[+\-−–](?=[^\s+\-−–]))
    | (?P<near>(?:NEAR|near(?=/\d))(?:/(?P<distance>\d+))?(?=[\s()]|$))
    | (?P<operator>AND|OR|NOT)(?=[\s()]|$)
    | (?P<field>[A-Za-z_]{2,20}):(?=[^\s:/])
    | (?P<initials>(?:"""
    + INITIALS
    + r""")\.?)(?=[\s,;)]|$)
    | (?P<word>[^\s"“”„«»()]+)
    """,
    re.VERBOSE,
)


class _Token(NamedTuple):
    kind: str
    text: str
    at: int


def parse(text: str, fields: frozenset[str] = frozenset()) -> Parsed:
    """Read a query. `fields` are the names that may stand before a colon; other colons are part of the text."""
    text = unicodedata.normalize("NFC", text)
    reader = _Reader(fields)
    if len(text) > LONGEST:
        reader.say(f"Only the first {LONGEST} characters are searched.", LONGEST)
        text = text[:LONGEST]
    reader.tokens = list(reader.tokenise(text))
    tree = reader.read_any(0)
    return Parsed(text, tree, tuple(reader.notices))


@dataclass(slots=True)
class _Reader:
    """A recursive-descent reader; recursion is bounded by DEEPEST, since deeper parentheses are dropped."""

    fields: frozenset[str]
    tokens: list[_Token] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    at: int = 0
    clauses: int = 0
    wildcards: int = 0

    def say(self, message: str, at: int | None = None) -> None:
        if all(notice.message != message for notice in self.notices):
            self.notices.append(Notice(message, at))

    def tokenise(self, text: str) -> list[_Token]:
        found: list[_Token] = []
        depth, pos = 0, 0
        while pos < len(text):
            match = _TOKEN.match(text, pos)
            if match is None:  # a lone sign
                pos += 1
                continue
            kind, pos = match.lastgroup or "", match.end()
            if kind in ("phrase", "close"):
                if not match["close"]:
                    self.say("A quotation mark is not closed: the phrase goes to the end.", match.start())
                found.append(_Token("phrase", match["phrase"], match.start()))
            elif kind == "field" and match["field"].lower() not in self.fields:
                known = ", ".join(sorted(self.fields))
                self.say(
                    f"There is no field “{match['field']}”: searched as a word. Fields: {known}.",
                    match.start(),
                )
                found.append(_Token("word", match["field"], match.start()))
            elif kind in ("open", "shut"):
                depth += 1 if kind == "open" else -1
                if depth < 0:
                    depth = 0
                    self.say("A closing parenthesis has no partner: left out.", match.start())
                elif depth < DEEPEST or (kind == "shut" and depth == DEEPEST - 1):
                    found.append(_Token(kind, "", match.start()))
                else:
                    self.say(f"Parentheses deeper than {DEEPEST - 1} are left out.", match.start())
            elif kind in ("near", "distance"):
                found.append(_Token("near", match["distance"] or "10", match.start()))
            elif kind == "initials":
                found.append(_Token("word", match[kind], match.start()))
            elif kind != "space":
                found.append(_Token(kind, match[kind], match.start()))
        if depth > 0:
            self.say("A parenthesis is not closed: it goes to the end.")
        return found

    def peek(self) -> str:
        if self.at >= len(self.tokens):
            return "end"
        token = self.tokens[self.at]
        return token.text if token.kind == "operator" and token.text != "NOT" else token.kind

    def read_any(self, depth: int) -> Node | None:
        """or := and (OR and)*"""
        return self._chain(depth, "OR", self.read_all, Or)

    def read_all(self, depth: int) -> Node | None:
        """and := group (AND group)*"""
        return self._chain(depth, "AND", self.read_group, And)

    def _chain(
        self, depth: int, operator: str, read: Callable[[int], Node | None], join: type[And] | type[Or]
    ) -> Node | None:
        parts: list[Node] = []
        while True:
            part = read(depth)
            if part is not None:
                parts.append(part)
            if self.peek() != operator:
                break
            missing = part is None
            at = self.tokens[self.at].at
            self.at += 1
            if missing or self.peek() in ("end", "shut", "AND", "OR"):
                self.say(f"{operator} needs something on both sides: left out.", at)
        if not parts:
            return None
        return parts[0] if len(parts) == 1 else join(tuple(parts))

    def read_group(self, depth: int) -> Node | None:
        """group := unary+"""
        parts: list[Node] = []
        while self.peek() not in ("end", "shut", "AND", "OR"):
            part = self.read_unary(depth)
            if part is not None:
                parts.append(part)
        if not parts:
            return None
        return parts[0] if len(parts) == 1 and not isinstance(parts[0], Must) else Group(tuple(parts))

    def read_unary(self, depth: int) -> Node | None:
        """unary := (NOT | + | -)? near"""
        token = self.tokens[self.at]
        if token.kind not in ("operator", "sign"):
            return self.read_near(depth)
        self.at += 1
        while self.peek() in ("operator", "sign"):  # NOT NOT NOT …
            self.at += 1
        if self.peek() in ("end", "shut", "AND", "OR"):
            self.say(f"“{token.text}” has nothing behind it: left out.", token.at)
            return None
        part = self.read_near(depth)
        if part is None:
            return None
        return Must(part) if token.text == "+" else Not(part)

    def read_near(self, depth: int) -> Node | None:
        """near := primary (NEAR/n primary)?"""
        left = self.read_primary(depth)
        while self.peek() == "near":
            token = self.tokens[self.at]
            self.at += 1
            if self.peek() in ("end", "shut", "AND", "OR", "near", "operator", "sign"):
                self.say("NEAR needs a word on both sides: left out.", token.at)
                continue
            right = self.read_primary(depth)
            distance = min(max(int(token.text), 1), FARTHEST_NEAR)
            if int(token.text) > FARTHEST_NEAR:
                self.say(f"NEAR reaches over {FARTHEST_NEAR} words at most: searched so.", token.at)
            if isinstance(left, Word | Phrase) and isinstance(right, Word | Phrase):
                left = Near(left, right, distance)
            else:
                self.say("NEAR joins two words or phrases: here both sides only have to be there.", token.at)
                left = (
                    And(tuple(part for part in (left, right) if part is not None)) if left and right else left or right
                )
        return left

    def read_primary(self, depth: int) -> Node | None:
        """primary := ( or ) | field:primary | "phrase" | prefix* | word"""
        token = self.tokens[self.at]
        self.at += 1
        if token.kind == "open":
            inner = self.read_any(depth + 1)
            if self.peek() == "shut":
                self.at += 1
            return inner
        if token.kind == "field":
            if self.peek() in ("phrase", "word", "open"):
                value = self.read_primary(depth)
                return Field(token.text.lower(), value) if value is not None else None
            self.say(f"The field “{token.text}:” has no value: left out.", token.at)
            return None
        if token.kind == "near":
            self.say("NEAR needs a word on both sides: left out.", token.at)
            return None
        return self.leaf(token)

    def leaf(self, token: _Token) -> Node | None:
        if not any(map(str.isalnum, token.text)):
            return None
        self.clauses += 1
        if self.clauses > MOST_CLAUSES:
            self.say(f"Only the first {MOST_CLAUSES} words are searched.", token.at)
            return None
        if token.kind == "phrase":
            if "*" in token.text:
                self.say("A * inside quotation marks stands for nothing: quoted words are found as they are.", token.at)
            return Phrase(token.text.strip())
        if token.text.endswith("*"):
            return self.prefix(token)
        if token.text.endswith(":") and token.text[:-1].lower() in self.fields:
            self.say(f"A field takes no space behind its colon ({token.text}word): searched as a word.", token.at)
        if "*" in token.text:
            self.say("A * stands only at the end of a word: left out elsewhere.", token.at)
        behind_field = self.at > 1 and self.tokens[self.at - 2].kind == "field"  # date:1931.. keeps its points
        return Word(token.text.strip(",;:!?*'’" if behind_field else ".,;:!?*'’"))

    def prefix(self, token: _Token) -> Node | None:
        stem = token.text.rstrip("*")
        self.wildcards += 1
        if self.wildcards > MOST_WILDCARDS:
            self.say(f"Only {MOST_WILDCARDS} words can end in *: the others are searched as they are.", token.at)
            return Word(stem)
        if sum(map(str.isalnum, stem)) < SHORTEST_PREFIX:
            self.say(f"A word with * needs {SHORTEST_PREFIX} letters before it: left out.", token.at)
            return None
        return Prefix(stem)
