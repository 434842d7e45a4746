"""Spellings that a reader takes for the same: accents typed or not, ligatures, Russian before and after 1918."""

import re
import unicodedata
from functools import lru_cache
from itertools import product

_LETTERS = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i",
        "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
        "ſ": "s", "ё": "е", "ґ": "г", "ʹ": "", "ʺ": "", "ʼ": "", "'": "",
        "ʿ": "", "ʾ": "", "ʻ": "",
    }
)  # fmt: skip
_STRESS = str.maketrans({"\u0300": "", "\u0301": "", "ѐ": "е", "ѝ": "и"})
_DIGRAPHS = {"ae": "ä", "oe": "ö", "ue": "ü"}
_UMLAUTS = str.maketrans({umlaut: digraph for digraph, umlaut in _DIGRAPHS.items()})
_DIGRAPH = re.compile("([ao]e|(?<![aeq])ue)")
_MOST_DIGRAPHS = 3
_CYRILLIC = re.compile("[а-яѣѳѵіїёґ]")
_OLD_SIGN = re.compile(r"[ѣѳѵ]|ъ$|і(?=[аеоуыэюяйиѣё])")
_OLD_LETTERS = str.maketrans({"ѣ": "е", "і": "и", "ї": "и", "ѳ": "ф", "ѵ": "и"})
_OLD_WORDS = {
    "ея": "её", "нея": "неё", "онѣ": "они", "однѣ": "одни", "однѣхъ": "одних", "однѣмъ": "одним",
    "словакія": "словакия", "чехословакія": "чехословакия",
}  # fmt: skip
_ENDINGS = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"(?<=[жчшщ])аго(ся)?$", r"его\1"),
        (r"(?<=[бвгдзклмнпрстфхц])аго(ся)?$", r"ого\1"),
        (r"(?<=[вднлшщжчйрь])яго(ся)?$", r"его\1"),
        (r"(?<=[бвгдзклмнпрстфхцшщжч])ыя(ся)?$", r"ые\1"),
        # adjectives only: исторія, религія, монархія keep their ending
        (r"(нн|[кшщжч]|друг|долг|мног|строг|дорог|убог|благ|[иут]х|плох)ія(ся)?$", r"\1ие\2"),
    )
)
_MODERN_AS_IT_IS = frozenset(["благо", "неблаго", "саго", "чикаго", "карадаго", "яго", "сантьяго", "живаго"])
_NEVER_MODERN = re.compile(r"^(бе|чере|чре|и|ра)з(?=[псфтцчшщ])")
_PREFIX = re.compile(r"^(бе|во|чере|чре|и|ра|ни|в)з(?=[пткфхцчшщс])")


@lru_cache(maxsize=500_000)
def fold(form: str) -> str:
    """`form` without accents and ligatures, ё as е; the letter й stays a letter.

    >>> fold("événement"), fold("straße"), fold("щётка"), fold("czajka"), fold("żółw")
    ('evenement', 'strasse', 'щетка', 'czajka', 'zolw')
    """
    form = form.translate(_LETTERS)
    if form.isascii():
        return form
    decomposed = unicodedata.normalize("NFD", form.replace("й", "\ue000"))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare).replace("\ue000", "й")


@lru_cache(maxsize=500_000)
def modern_russian(form: str) -> str:
    """A form in the orthography before 1918 as it is written since; other forms unchanged.

    After the decree of 10 October 1918: ѣ→е, ѳ→ф, і ѵ→и, no final ъ, -аго -яго → -ого -его, -ыя -ія → -ые -ие,
    prefixes in з take с before a voiceless consonant. Endings change in any form, and prefixes where no modern word
    begins so; the rest only beside an old sign.

    >>> [modern_russian(form) for form in ("голосъ", "русскаго", "исторія", "разсказы", "низкий", "нисколько")]
    ['голос', 'русского', 'история', 'рассказы', 'низкий', 'нисколько']
    """
    if not _CYRILLIC.search(form) or form in _MODERN_AS_IT_IS:
        return form
    if form in _OLD_WORDS:
        return _OLD_WORDS[form]
    result = form
    for ending, new in _ENDINGS:
        result = ending.sub(new, result)
    result = _NEVER_MODERN.sub(r"\1с", result)
    if _OLD_SIGN.search(form):
        result = _PREFIX.sub(r"\1с", result.translate(_OLD_LETTERS).removesuffix("ъ"))
    return result or form


def spellings(form: str) -> tuple[str, ...]:
    """What else `form` is found under: folded, in modern spelling, both; without `form` itself."""
    modern = modern_russian(form)
    return tuple(dict.fromkeys(s for s in (fold(form), modern, fold(modern)) if s and s != form))


def unstressed(form: str) -> str:
    """A form without the marks of stress that primers and dictionaries put on Cyrillic vowels.

    >>> unstressed("робітника́")
    'робітника'
    """
    return form if form.isascii() else form.translate(_STRESS)


def umlauted(form: str) -> tuple[str, ...]:
    """A form with the umlauts that ae, oe and ue may stand for. Not all do: each of them alone, and together.

    >>> umlauted("raetefuehrer"), umlauted("bauer")
    (('raeteführer', 'rätefuehrer', 'räteführer'), ())
    """
    parts = _DIGRAPH.split(form)  # every second one is a digraph
    if not 1 < len(parts) <= 2 * _MOST_DIGRAPHS + 1:
        return ()
    ways = [(part, _DIGRAPHS[part]) if number % 2 else (part,) for number, part in enumerate(parts)]
    written = ["".join(way) for way in product(*ways)]
    return tuple(sorted(written[1:], key=len, reverse=True))


def without_umlauts(form: str) -> str:
    """A form with ae, oe and ue for its umlauts."""
    return form.translate(_UMLAUTS)
