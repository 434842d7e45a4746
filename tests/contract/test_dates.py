"""10,000 statements: every filter, order and chart of an engine is what going through the dates one by one gives."""

import random
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from discovery.dates import UncertainDate, day_number
from discovery.engines.port import Buckets, Question, Snapshot
from discovery.query.clauses import Combined, Dated, Keyword
from tests.contract.conftest import keys
from tests.contract.documents import document
from tests.contract.statements import dates

STATEMENTS, RANGES = 10_000, 40
DATES = dict(enumerate(dates(STATEMENTS, seed=6)))
Kept = Callable[[UncertainDate | None], bool]


def name(number: int) -> str:
    return f"p:{number:05}"


@pytest.fixture(scope="module")
def loaded(new_place) -> Snapshot:
    whole = [document(name(n), ["pages"], folder="u:f", place=n, when=found) for n, found in DATES.items()]
    return new_place().load({"f": whole}).snapshot()


def ranges() -> list[tuple[date | None, date | None]]:
    """Days, months, years and odd spans, some open; and the ends of calendars."""
    chance = random.Random(7)
    found: list[tuple[date | None, date | None]] = [(None, None), (date(1, 1, 1), date(9999, 12, 31))]
    for _ in range(RANGES):
        first = date(chance.randint(1898, 1950), chance.randint(1, 12), chance.choice([1, 1, 14, 28]))
        last = first + timedelta(chance.choice([0, 1, 13, 30, 31, 364, 365, 800, 4000]))
        found.append(chance.choice([(first, last), (first, last), (first, last), (first, None), (None, last)]))
    return found


def ask(snapshot: Snapshot, **asked) -> set[str]:
    answer = snapshot.ask(Question(view="pages", limit=STATEMENTS, **asked))
    assert answer.total == len(answer.hits)
    return set(keys(snapshot, answer.hits))


def those(kept: Kept) -> set[str]:
    return {name(number) for number, found in DATES.items() if kept(found)}


def test_enough_of_everything() -> None:
    states = Counter("undated" if d is None else "broad" if d.is_broad else d.certainty for d in DATES.values())
    assert min(states[state] for state in ("undated", "broad", "stated", "inferred", "probable", "circa")) > 200
    assert sum(found is not None and len(found.parts) > 1 for found in DATES.values()) > 500


def test_possibly_in(loaded) -> None:
    for first, last in ranges():
        expected = those(lambda d, first=first, last=last: d is not None and d.possibly_in(first, last))
        assert ask(loaded, dated=Dated(first, last)) == expected, (first, last)


def test_certainly_in(loaded) -> None:
    for first, last in ranges():
        expected = those(lambda d, first=first, last=last: d is not None and d.certainly_in(first, last))
        assert ask(loaded, dated=Dated(first, last, "certainly")) == expected, (first, last)


STATES: dict[str, Kept] = {
    "stated": lambda d: d is not None and d.certainty == "stated",
    "own": lambda d: d is not None and d.source == "own",
    "undated": lambda d: d is None,
    "broad": lambda d: d is not None and d.is_broad,
}


@pytest.mark.parametrize("state", STATES)
def test_states(loaded, state: str) -> None:
    assert ask(loaded, dated=Keyword("dating", (state,))) == those(STATES[state])


def test_a_state_and_a_range(loaded) -> None:
    for first, last in ranges()[:10]:
        asked = Combined(must=(Dated(first, last), Keyword("dating", ("stated",)), Keyword("dating", ("own",))))
        in_range = those(lambda d, first=first, last=last: d is not None and d.possibly_in(first, last))
        assert ask(loaded, dated=asked) == in_range & those(STATES["stated"]) & those(STATES["own"])


ORDERS = {
    "earliest": lambda number, d: (d is None, d and d.day_numbers()[0], number),
    "latest": lambda number, d: (d is None, d and -d.day_numbers()[1], number),
    "place": lambda number, d: (number,),
}


@pytest.mark.parametrize("order", ORDERS)
def test_orders(loaded, order: str) -> None:
    found = loaded.ask(Question(view="pages", order=order, limit=STATEMENTS)).hits
    assert keys(loaded, found) == [name(n) for n, _ in sorted(DATES.items(), key=lambda item: ORDERS[order](*item))]


YEARS = (date(1930, 1, 1), date(1934, 12, 31))
ZOOMS = {
    "all years": Buckets("year"),
    "five years": Buckets("year", *YEARS),
    "open": Buckets("year", YEARS[0], None),
    "a year": Buckets("month", date(1932, 1, 1), date(1932, 12, 31)),
    "odd months": Buckets("month", date(1931, 11, 14), date(1932, 2, 3)),
    "a month": Buckets("day", date(1932, 2, 1), date(1932, 2, 29)),
    "a day": Buckets("day", date(1932, 5, 14), date(1932, 5, 14)),
    "days over a new year": Buckets("day", date(1931, 12, 20), date(1932, 1, 20)),
}


@pytest.mark.parametrize("zoom", ZOOMS)
@pytest.mark.parametrize("state", ["", "stated"])
def test_charts(loaded, zoom: str, state: str) -> None:
    buckets = ZOOMS[zoom]
    first, last = buckets.first, buckets.last
    asked = Combined(
        must=(*([Dated(first, last)] if first or last else []), *([Keyword("dating", (state,))] if state else []))
    )
    answer = loaded.ask(Question(view="pages", dated=asked, buckets=buckets, limit=0))
    hits = [d for d in DATES.values() if not state or STATES[state](d)]
    hits = [d for d in hits if not (first or last) or (d is not None and d.possibly_in(first, last))]
    placed = [(certain, possible) for d in hits if d and not d.is_broad for certain, possible in [sides(d, buckets)]]
    chart = answer.dating
    assert chart.certain == Counter(number for certain, _ in placed for number in certain)
    assert chart.possible == Counter(number for _, possible in placed for number in possible)
    assert chart.certain_hits == sum(bool(certain) for certain, _ in placed)
    assert chart.possible_hits == sum(not certain for certain, _ in placed)
    assert chart.undated == sum(d is None for d in hits)
    assert chart.broad == sum(d is not None and d.is_broad for d in hits)
    assert chart.certain_hits + chart.possible_hits + chart.undated + chart.broad == answer.total == len(hits)
    assert all(possible for certain, possible in placed if not certain), "who is nowhere certain is somewhere possible"


def sides(found: UncertainDate, buckets: Buckets) -> tuple[set[int], set[int]]:
    """The shown buckets that a date is certainly in, and those that it is only possibly in."""
    low, high = buckets.bounds
    match buckets.unit:
        case "year":
            certain, possible = found.certain_years(), found.possible_years()
        case "month":
            certain, possible = found.certain_months(), found.possible_months()
        case "day":
            certain = found.certain_days()
            touched = {day_number(day) for day in buckets.days.values() if found.possibly_in(day, day)}
            possible = tuple(touched - set(certain))
    return {n for n in certain if low <= n <= high}, {n for n in possible if low <= n <= high}
