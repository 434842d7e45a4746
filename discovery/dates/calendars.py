"""Old Style (Julian) and New Style (Gregorian) days, by way of the Julian day number.

Formulas: E. G. Richards, in "Explanatory Supplement to the Astronomical Almanac", 3rd ed., 15.11.3.
"""

from datetime import date

_DAY_NUMBER_OF_ORDINAL_0 = 1721425

NEW_STYLE_DAY = (1918, 2, 14)
"""First day of the Gregorian calendar in Soviet Russia (decree of 24 January 1918, O.S.)."""


def from_julian(year: int, month: int, day: int) -> date:
    """The Gregorian day of an Old Style one. ValueError if there is no such day."""
    longest = 29 if year % 4 == 0 else 28
    if not (1 <= month <= 12 and 1 <= day <= {2: longest, 4: 30, 6: 30, 9: 30, 11: 30}.get(month, 31)):
        raise ValueError(f"no such day in the Julian calendar: {year}-{month}-{day}")
    from_march = month + 9 if month < 3 else month - 3
    years = year + 4800 - (month < 3)
    number = day + (153 * from_march + 2) // 5 + 365 * years + years // 4 - 32083
    return date.fromordinal(number - _DAY_NUMBER_OF_ORDINAL_0)


def to_julian(day: date) -> tuple[int, int, int]:
    """Year, month and day in Old Style; no `date`, for the Julian calendar has a 29 February 1900."""
    days = day.toordinal() + _DAY_NUMBER_OF_ORDINAL_0 + 32082
    years = (4 * days + 3) // 1461
    rest = days - 1461 * years // 4
    from_march = (5 * rest + 2) // 153
    month = from_march + 3 if from_march < 10 else from_march - 9
    return years - 4800 + (from_march >= 10), month, rest - (153 * from_march + 2) // 5 + 1
