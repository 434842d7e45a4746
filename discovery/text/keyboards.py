"""What was typed with the other keyboard layout on: Nhjwrbq for Троцкий, Екщеылн for Trotsky."""

_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбюё"
_TO_RUSSIAN = str.maketrans(_LATIN, _RUSSIAN)
_TO_LATIN = str.maketrans(_RUSSIAN, _LATIN)


def other_keyboard(form: str) -> str:
    """The letters on the same keys of the other layout; "" where some key has none.

    >>> other_keyboard("cnfxrf"), other_keyboard("екщеылн")
    ('стачка', 'trotsky')
    """
    keys, layout = (_LATIN, _TO_RUSSIAN) if form[:1] in _LATIN else (_RUSSIAN, _TO_LATIN)
    other = form.translate(layout) if set(form) <= set(keys) else ""
    return other if other.isalpha() else ""
