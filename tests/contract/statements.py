"""Date statements drawn by chance, as archives write them, in several languages."""

import random
from calendar import monthrange

from discovery.dates import UncertainDate, parse

FORMS = (
    *("{year}", "{year}", "[{year}]", "{year}?", "ca. {year}", "vers {year}", "ок. {year}", "{year} oder {next}"),
    *("{day}.{month}.{year}", "{year}-{month}-{day}", "[{day}.{month}.{year}]", "ca. {year}-{month}-{day}"),
    *("{year}-{month}", "{roman} {year}", "{year}-{month}/{next}-02", "{year}-{month}-{day}/{year}-12-31"),
    *("{year}-{next}", "{year}–{later}", "{year}, {next}-{later}", "{year}, {later}", "{year}-{month}, {later}-01-05"),
    *("{decade}s", "early {decade}s", "{decade}er Jahre", "нач. {decade}-х гг.", "winter {year}", "Frühjahr {year}"),
    *("{year}-", "before {year}", "nach {year}", "not before {month}.{year}", "XX в.", "18XX", "{year}/{later}"),
    *("n.d.", "s.d.", "о. J.", "illegible", "{day}.{month}.{year}, {day}.{month}.{next}"),
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def statement(chance: random.Random) -> str:
    year, month = chance.randint(1900, 1945), chance.randint(1, 12)
    return chance.choice(FORMS).format(
        year=year,
        next=year + 1,
        later=year + chance.randint(2, 14),
        decade=year // 10 * 10,
        month=f"{month:02}",
        roman=_ROMAN[month - 1],
        day=f"{chance.randint(1, monthrange(year, month)[1]):02}",
    )


def dates(count: int, seed: int) -> list[UncertainDate | None]:
    """What so many statements are taken for; a third of them belong to a higher level."""
    chance = random.Random(seed)
    found = [parse(statement(chance)) for _ in range(count)]
    return [date.inherited() if date and chance.randrange(3) == 0 else date for date in found]
