"""The fields of a line in a SIE file: words parted by blanks and tabs, texts in quotes, lists of objects in braces."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache

from generator.ground.formatting import rounded

Keys = tuple[tuple[str, str], ...]
"""The dimension and key of each object, in the order of the dimensions."""

_ENDED = r'(?:"|\\?$)'
_TEXT = rf'"(?:[^"\\]|\\.|"(?=[^\s{{}}]))*{_ENDED}'
"""A text in quotes. A quote within a word, that nothing escapes, is a letter of it: programs have written ö so."""
_LISTED = rf'"(?:[^"\\]|\\.)*{_ENDED}'
_FIELD = re.compile(rf'{_TEXT}|\{{(?:[^{{}}"]|{_LISTED})*\}}?|[^\s{{}}"][^\s{{}}]*|\}}')
_IN_LIST = re.compile(rf'{_LISTED}|[^\s"{{}}]+')
_QUOTE = re.compile(r'\\"|""')
"""A quote within a text: escaped by the format, doubled as in a CSV file."""
_AMOUNT = re.compile(r"[-+]?(?:[0-9]{1,15}(?:\.[0-9]{0,12})?|\.[0-9]{1,12})")
_DECIMALS = 2
_MORE_DECIMALS = re.compile(r"\.[0-9]{3}")
_DAY = re.compile(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})")
_NUMBER = re.compile(r"[0-9]{1,9}")
_BLANKS = str.maketrans("", "", " \u00a0\u202f'")


def fields(line: str) -> list[str]:
    """Part a line into its fields, as they are written: with their quotes and braces."""
    return _FIELD.findall(line) if '"' in line or "{" in line or "}" in line else line.split()


def plain(field: str) -> str:
    """A field without its quotes."""
    if not field.startswith('"'):
        return field
    return _QUOTE.sub('"', field[1 : -1 if is_ended(field) else None]).strip()


def is_ended(field: str) -> bool:
    """Whether a field that begins with a quote or brace also ends with it."""
    if field.startswith('"'):
        return len(field) > 1 and field.endswith('"')
    return not field.startswith("{") or field.endswith("}")


@lru_cache(maxsize=4096)
def objects_of(field: str) -> Keys:
    """The objects of a list ``{1 "10" 6 "P1"}``; one of each dimension, and none that has no key."""
    words = [plain(each) for each in _IN_LIST.findall(field[1 : -1 if field.endswith("}") else None])]
    found = dict(reversed([(dimension, key) for dimension, key in zip(words[::2], words[1::2], strict=False) if key]))
    return tuple(sorted(found.items(), key=lambda each: in_order(each[0])))


def in_order(dimension: str) -> tuple[int, str]:
    """By what dimensions are sorted: by their numbers."""
    return (int(dimension) if _NUMBER.fullmatch(dimension) else 0, dimension)


def amount_in(field: str) -> Decimal | None:
    """An amount in öre, also with a comma, blanks between the thousands or its minus behind; None where it is none.

    The format has two decimals at most; more are what is left of a calculation with floating numbers.
    """
    text = plain(field)
    if not _AMOUNT.fullmatch(text):
        text = _as_by_the_format(text)
        if not _AMOUNT.fullmatch(text):
            return None
    value = Decimal(text) + 0
    return rounded(value, _DECIMALS) if _MORE_DECIMALS.search(text) else value


def _as_by_the_format(text: str) -> str:
    text = text.translate(_BLANKS).replace("\u2212", "-").replace("\u2013", "-")
    if text.endswith("-"):
        text = f"-{text[:-1]}"
    point, comma = text.rfind("."), text.rfind(",")
    if 0 <= point < comma:
        text = text.replace(".", "")
    elif 0 <= comma < point:
        text = text.replace(",", "")
    return text.replace(",", ".")


@lru_cache(maxsize=4096)
def day_in(field: str) -> date | None:
    """A date ``20251231``; None where it is none."""
    match = _DAY.fullmatch(plain(field))
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def year_number(field: str) -> int | None:
    """A year's number in the file: 0, -1, …; None where it is none."""
    text = plain(field).replace("\u2212", "-")
    return int(text) if re.fullmatch(r"[-+]?[0-9]{1,2}", text) else None


def word_at(words: list[str], place: int) -> str:
    """A field that may be missing, without its quotes."""
    return plain(words[place]) if len(words) > place else ""


def lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines with their numbers from 1, whatever ends them."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return enumerate(map(str.strip, text.split("\n")), 1)
