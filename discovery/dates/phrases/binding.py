"""What a point does not say and its neighbours do: shortened years, commas, years and months in common."""

from datetime import date

from discovery.dates.calendars import from_julian
from discovery.dates.phrases.points import Joiner, Point
from discovery.dates.phrases.roles import Role


def bound(points: tuple[Point, ...]) -> list[Point]:
    """The points of a statement completed from each other; one that stays without a year has `year` 0."""
    result = list(points)
    if len(result) < 2 or all(map(_only_year, result)):
        return result
    _shortened(result)
    _centuries(result)
    _winters(result)
    _commas(result)
    if any(point.lone or not point.year for point in result):
        _filled(result)
    _double_dates(result)
    _turned(result)
    _sure(result)
    return result


def _shortened(points: list[Point]) -> None:
    """1938-39, 1906/19, 1931-2, "20-е – 30-е годы": the first year lends its first digits."""
    for index in range(1, len(points)):
        point, before = points[index], points[index - 1]
        if not _bare(point) or point.joiner < Joiner.BREAK:
            continue
        yearly = _only_year(before) or (before.season and before.year)
        year = _continued(before.year, point.lone) if yearly and point.joiner > Joiner.AND else 0
        if year:
            points[index] = point._replace(
                year=year, lone=0, ambiguous=point.lone < 10 and point.joiner is Joiner.RANGE
            )
    for index in range(len(points) - 1, 0, -1):
        point, before = points[index], points[index - 1]
        if point.short and _bare(before) and before.lone % 10 == 0 and point.joiner > Joiner.BREAK:
            points[index - 1] = before._replace(
                year=point.year // 100 * 100 + before.lone, lone=0, years=10, short=True
            )
        elif point.short and point.joiner > Joiner.BREAK and before.year and not before.short:
            points[index] = point._replace(year=before.year // 100 * 100 + point.year % 100)


def _continued(year: int, digits: int) -> int:
    """The year that `digits` stands for after `year`; 0 if it would not be later."""
    size = 10 if digits < 10 and year % 10 < digits else 100
    later = year // size * size + digits
    if later <= year and size == 100 and year % 100 > 89 and digits < 20:
        later += 100  # 1899-01
    return later if later > year else 0


def _centuries(points: list[Point]) -> None:
    """1900s is said of ten years and of a hundred: of ten where decades stand beside it."""
    if any(point.years == 10 for point in points):
        for index, point in enumerate(points):
            if point.years == 100 and point.ambiguous:
                points[index] = point._replace(years=10, digits=False, ambiguous=False)


def _winters(points: list[Point]) -> None:
    """Winter 1931/32 is one winter."""
    for index in range(len(points) - 1, 0, -1):
        point, before = points[index], points[index - 1]
        one = before.season == 4 and before.year and _only_year(point) and point.joiner > Joiner.AND
        if one and point.year == before.year + 1:
            points[index - 1] = before._replace(second_year=point.year)
            del points[index]


def _commas(points: list[Point]) -> None:
    """ "May 3, 1931" and "1931, May 3": from the right, so that the year that ends a date finds it first."""
    index = len(points) - 1
    while index > 0:
        point, before = points[index], points[index - 1]
        joined = None
        if point.joiner in (Joiner.COMMA, Joiner.PAREN) and before.years == 1:
            joined = _across(before, point)
        if joined:
            points[index - 1 : index + 1] = [
                joined._replace(
                    joiner=before.joiner,
                    bound=before.bound or point.bound,
                    circa=before.circa or point.circa,
                    doubt=before.doubt or point.doubt,
                    style=before.style or point.style,
                )
            ]
        index -= 1


def _across(before: Point, point: Point) -> Point | None:
    if _only_year(point) and not point.prefixed and not before.year and (before.month or before.season or before.lone):
        return before._replace(year=point.year)
    if _only_year(before) and not point.year and (point.month or point.season):
        return point._replace(year=before.year, year_first=True)
    if before.month and not (before.day or before.year) and _bare(point):
        return before._replace(day=point.lone, month_first=True)
    return None


def _filled(points: list[Point]) -> None:
    """Year, month, day from neighbours: those before where the year is written first, else those after."""
    for index in range(len(points) - 1, -1, -1):
        if _month_wanted(points[index]):
            points[index] = _with_month(points, index)
    for index in range(len(points) - 1, -1, -1):
        if points[index].of and not _said(points[index]) and index + 1 < len(points):
            points[index] = _placed(points[index], points[index + 1])
    for index, point in enumerate(points):
        if not point.year and _said(point) and not point.lone:
            lender = _lender(points, index)
            if lender:
                points[index] = point._replace(
                    year=lender.year, doubt=point.doubt or lender.doubt, year_first=lender.year_first, borrowed=True
                )


def _month_wanted(point: Point) -> bool:
    return 0 < point.lone <= 31 and not point.month


def _with_month(points: list[Point], index: int) -> Point:
    point = points[index]
    before = next((each for each in reversed(points[:index]) if each.month), None)
    after = next((each for each in points[index + 1 :] if each.month and each.day), None)
    lender = before if before and before.day and (before.month_first or before.year_first or not after) else after
    if lender is None and before and (before.month_first or before.joiner is Joiner.ADJACENT):
        lender = before
    if lender is None:
        return point
    return point._replace(month=lender.month, day=point.lone, lone=0, month_first=lender.month_first)


def _placed(point: Point, after: Point) -> Point:
    """ "mid or late 1980s": all but the part is the neighbour's."""
    return after._replace(
        part=point.part,
        of=point.of,
        joiner=point.joiner,
        bound=point.bound,
        circa=point.circa or after.circa,
    )


def _lender(points: list[Point], index: int) -> Point | None:
    before = next((each for each in reversed(points[:index]) if each.year), None)
    after = next((each for each in points[index + 1 :] if each.year), None)
    if before and (before.year_first or not after):
        return before
    return after or before


def _double_dates(points: list[Point]) -> None:
    """1/14 February 1918, 25.X (7.XI) 1917: the second is the Gregorian day of the first."""
    for index in range(len(points) - 1, 0, -1):
        point, before = points[index], points[index - 1]
        if point.joiner is Joiner.PAREN and point.day and before.days == 1 and before[:3] == point[:3]:
            del points[index]  # 9 thermidor an II (27 juillet 1794)
        elif point.joiner in (Joiner.PAREN, Joiner.SLASH) and _is_julian(before, point):
            points[index - 1 : index + 1] = [
                point._replace(joiner=before.joiner, bound=before.bound, style=Role.OLD_STYLE, both_styles=True)
            ]


def _is_julian(before: Point, point: Point) -> bool:
    if not (before.day and point.day and before.year and point.year):
        return False
    years = (before.year, before.year - 1) if before.borrowed else (before.year,)
    try:
        return any(
            from_julian(year, before.month, before.day) == date(point.year, point.month, point.day) for year in years
        )
    except ValueError:
        return False


def _turned(points: list[Point]) -> None:
    """ "Dec.-May 1880" begins in 1879, "1940 Nov.-Feb." ends in 1941."""
    for index in range(1, len(points)):
        point, before = points[index], points[index - 1]
        if point.joiner is Joiner.RANGE and _order(before) > _order(point):
            if before.borrowed and not before.year_first:
                points[index - 1] = before._replace(year=before.year - 1)
            elif point.borrowed and point.year_first:
                points[index] = point._replace(year=point.year + 1)


def _sure(points: list[Point]) -> None:
    """ "1909-10" may be two years, "1909-10–1911-02" is months."""
    for index in range(1, len(points)):
        point, before = points[index], points[index - 1]
        unsure = point.ambiguous or before.ambiguous
        if unsure and point.joiner is Joiner.RANGE and _is_month(before) and _is_month(point):
            points[index - 1 : index + 1] = [before._replace(ambiguous=False), point._replace(ambiguous=False)]


def _is_month(point: Point) -> bool:
    return bool(point.year and point.month) and (not point.day or not point.ambiguous)


def _order(point: Point) -> tuple[int, int, int]:
    return point.year, point.month or point.season * 3, point.day


def _bare(point: Point) -> bool:
    return bool(point.lone) and not (point.year or point.month or point.season)


def _only_year(point: Point) -> bool:
    return bool(point.year) and point.years == 1 and not (point.month or point.season or point.lone or point.of)


def _said(point: Point) -> bool:
    return bool(point.year or point.month or point.season or point.lone)
