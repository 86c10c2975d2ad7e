"""Which years a sentence speaks of, and which it only compares with."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NAMED = re.compile(
    r"(?<![\d:/(-])(?P<year>(?:19|20)\d\d)(?:-\d\d-\d\d)?(?![\d:/]|-?\d| ?(?:kr|tkr|mnkr|procent|%)\b)"
    r"|\b(?P<last>i fjol|fjolåre\w*|föregående år\w*|förra årets?|fg år|året (?:före|innan|dessförinnan)|"
    r"närmast föregående|förra årsskiftet|föregående årsskifte|årets (?:början|ingång)|ingången av året)\b"
    r"|\b(?P<next>nästa år\w*|kommande år\w*|nästkommande|året därpå|året efter)\b"
    r"|\b(?P<this>i år|under året|detta år|vid årets slut|vid årsskiftet)\b",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"(?:\b(?:än|som|jämfört|jämförelse|jämförelsevis|gentemot|mot(?! (?:slutet|mitten|början))|"
    r"från|sedan|förhållande|relation|skillnad|före|efter)\b"
    r"(?: (?:med|till|mot|ett|en|den|det|de|utfallet|resultatet|bokslutet|nivån|samma|tid|period|under|år|i|för|per|"
    r"ingången|utgången|slutet|början|vid|av)){0,4} |\()$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Year:
    """A year that a text names, where. ``is_base``: the text compares with it."""

    year: int
    start: int
    end: int
    is_base: bool


def years_of(text: str, year: int) -> Iterator[Year]:
    """Find the years of a text; ``year`` is the report's."""
    for match in _NAMED.finditer(text):
        named = (
            int(match["year"]) if match["year"] else year + {"last": -1, "next": 1, "this": 0}[match.lastgroup or ""]
        )
        yield Year(named, *match.span(), bool(_COMPARED.search(text[: match.start()])))
