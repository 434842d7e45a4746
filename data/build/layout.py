"""A typist's lines: text wrapped at the bell, now and then with a word broken at the margin."""

import re
from collections.abc import Iterator
from random import Random

WIDTH = 62
INDENT = "     "
BREAKS_TAKEN = 0.45
SHORTEST = 7

VOWELS = "aeiouyáàâäãąæéèêëęěíìîïóòôöõøœúùûüůýаеёиоуыэюяіѣѵ"
SYLLABLE = re.compile(rf"[^\W\d_{VOWELS}](?=[{VOWELS}])", re.IGNORECASE)
TOGETHER = re.compile(r"[cdgkprst]h|s[ckpt]|[cdrs]z|qu|gn|ll|rr|[bcdfgkptvбвгдкптфх][lrлр]", re.IGNORECASE)
SPACES = re.compile(r"(?<!«) (?![:;!?»])")  # the French put a space before these that holds the word


def typed_lines(text: str, random: Random) -> list[str]:
    return [line for given in text.split("\n") for line in _wrapped(given.rstrip(), random)]


def _wrapped(given: str, random: Random) -> Iterator[str]:
    if len(given) <= WIDTH:
        yield given
        return
    line, words = INDENT, SPACES.split(given)
    for word in words:
        joined = f"{line} {word}" if line.strip() else line + word
        if len(joined) <= WIDTH:
            line = joined
            continue
        head, tail = broken(word, WIDTH - len(line) - 2, random)
        yield f"{line} {head}-" if head else line
        line = tail
    yield line


def broken(word: str, room: int, random: Random) -> tuple[str, str]:
    """`word` in two at its last syllable that fits, or ("", word)."""
    if len(word) < SHORTEST or not word.isalpha() or word.isupper() or random.random() > BREAKS_TAKEN:
        return "", word
    places = [m.start() for m in SYLLABLE.finditer(word) if m.start() <= min(room, len(word) - 3)]
    places = [i for i in places if _has_vowel(word[:i]) and not TOGETHER.fullmatch(word[i - 1 : i + 1])]
    return (word[: places[-1]], word[places[-1] :]) if places else ("", word)


def _has_vowel(part: str) -> bool:
    return len(part) > 1 and any(letter in VOWELS for letter in part.lower())
