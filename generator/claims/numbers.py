"""Numbers in Swedish prose: every spelling of an amount, a share or a count, with the rounding that its writer chose.

``drygt 3,9 miljoner kronor`` is a Quantity of 3 900 000 that accepts what lies from 3 850 000 to 4 000 000. Years,
dates, paragraphs, ages, versions and numbers of things (``bilaga 2``) are no quantities.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import zip_longest

from generator.ground.dates import A_MONTH
from generator.ground.formatting import COUNT, KRONOR, POINTS, SHARE

TIMES = "gånger"

WORDS: Mapping[str, int] = {
    "noll": 0,
    "en": 1,
    "ett": 1,
    "två": 2,
    "tre": 3,
    "fyra": 4,
    "fem": 5,
    "sex": 6,
    "sju": 7,
    "åtta": 8,
    "nio": 9,
    "tio": 10,
    "elva": 11,
    "tolv": 12,
    "tretton": 13,
    "fjorton": 14,
    "femton": 15,
    "sexton": 16,
    "sjutton": 17,
    "arton": 18,
    "nitton": 19,
    "tjugo": 20,
}
_TENS = ("tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio")
_ALL_WORDS: Mapping[str, int] = {
    **WORDS,
    **{ten: 10 * place for place, ten in enumerate(_TENS, start=2)},
    **{
        f"{ten}{word}": 10 * place + number
        for place, ten in enumerate(_TENS, start=2)
        for word, number in WORDS.items()
        if 0 < number < 10  # noqa: PLR2004 - units
    },
}
_PLURALS = frozenset(_ALL_WORDS) - {"en", "ett"}
_PARTS: Mapping[str, tuple[int, int]] = {
    "hälften": (1, 2),
    "halva": (1, 2),
    "en tredjedel": (1, 3),
    "två tredjedelar": (2, 3),
    "en fjärdedel": (1, 4),
    "resterande fjärdedel": (1, 4),
    "tre fjärdedelar": (3, 4),
    "en femtedel": (1, 5),
    "två femtedelar": (2, 5),
    "tre femtedelar": (3, 5),
    "fyra femtedelar": (4, 5),
    "en sjättedel": (1, 6),
    "en åttondel": (1, 8),
    "en tiondel": (1, 10),
}
_DOUBLE: Mapping[str, Decimal] = {
    **dict.fromkeys(("dubbelt", "fördubblades", "fördubblats", "dubblerades", "dubblerats"), Decimal(2)),
    **dict.fromkeys(("halverats", "halverades"), Decimal("0.5")),
    **dict.fromkeys(("tredubblades", "tredubblats"), Decimal(3)),
    **dict.fromkeys(("fyrdubblades", "fyrdubblats"), Decimal(4)),
}

_UNITS: Mapping[str, tuple[str, Decimal]] = {
    **dict.fromkeys(("procentenheter", "procentenhet"), (POINTS, Decimal("0.01"))),
    **dict.fromkeys(("procent", "%", "proc."), (SHARE, Decimal("0.01"))),
    **dict.fromkeys(("tkr", "tusen kronor", "tusen kr", "ksek", "tusental kronor"), (KRONOR, Decimal(1000))),
    **dict.fromkeys(
        (
            "mnkr",
            "mkr",
            "msek",
            "miljoner kronor",
            "miljoner kr",
            "miljon kronor",
            "miljon kr",
            "miljoner",
            "miljon",
            "milj. kronor",
            "milj. kr",
            "milj kronor",
            "milj kr",
        ),
        (KRONOR, Decimal(1_000_000)),
    ),
    **dict.fromkeys(("kronor", "krona", "kr", "sek"), (KRONOR, Decimal(1))),
    "gånger": (TIMES, Decimal(1)),
}
_COMPARES = r"(?= (?:så|större|högre|lägre|mer|fler|mindre|färre|längre|bättre|sämre|\w{3,}are)\b)"
"""What stands after *gånger* where it tells how many times greater something is, and not how many times it was done."""
_UNIT = "|".join(
    f"{re.escape(unit)}{_COMPARES if unit == TIMES else ''}" for unit in sorted(_UNITS, key=len, reverse=True)
)
_DIGITS = r"\d{1,3}(?:[ .]\d{3})+(?!\d)|\d+"
_IN_DIGITS = (
    rf"(?<![\w.,:/§&–-])(?P<sign>[-–+] ?(?=\d))?(?P<number>(?:{_DIGITS})(?:,\d+)?)"
    rf"(?: ?[–-] ?(?P<to>(?:{_DIGITS})(?:,\d+)?))?(?P<unit_sign>,-|:-)?(?: ?(?P<unit>{_UNIT})(?!\w))?(?![\w])"
    r"|(?P<reference>…)"
)
_IN_WORDS = (
    rf"(?<![\w-])(?:(?P<part>{'|'.join(_PARTS)})(?!\w)|(?P<double>{'|'.join(_DOUBLE)})(?!\w)"
    r"|(?P<half>en halv|ett halvt|en och en halv|halvannan) (?P<of>miljon|miljoner)(?: kronor| kr)?(?!\w)"
    rf"|(?P<word>(?:en|ett)(?= (?:{_UNIT}))|{'|'.join(sorted(_PLURALS, key=len, reverse=True))})"
    rf"(?: (?P<words>{_UNIT}))?(?![\w-]))"
)
_NONE = "|".join(f"(?P<{name}>(?!))" for name in ("part", "double", "half", "of", "word", "words"))
_NUMBER = re.compile(f"{_IN_DIGITS}|{_IN_WORDS}", re.IGNORECASE)
_DIGITS_ONLY = re.compile(f"{_IN_DIGITS}|{_NONE}", re.IGNORECASE)
"""The same, for a text without any number in words: far quicker."""
_NUMBERED = (
    "not|noten|avsnitt|avsnittet|bilaga|tabell|sida|sid\\.?|s\\.|mål|målet|nr|nummer|fråga|indikator|kapitel|artikel|figur|"
    "diagram|version|steg|del|kvartal|punkt|spår|R|prop\\.|SFS|dnr|års?kurs|etapp|fas|nivå|grupp"
)
"""What a number that follows is the name of."""
_NOT_QUANTITIES = re.compile(
    r"\d{4}-\d\d-\d\d|\d{6}-\d{4}|\d{8}-\d{4}|\b\d{2,4}/\d{2,4}:\d+|\b\d{4}:\d+"
    r"|§§? ?\d+(?: ?[–-] ?\d+)?|\b\d+ ?(?:§|kap\b)"
    rf"|\b\d{{1,2}}(?:[–-]\d{{1,2}})? {A_MONTH}\b|\bkl(?:ockan|\.)? ?\d{{1,2}}(?:[.:]\d\d)?"
    r"|\b(?:19|20)\d\d ?[–/-] ?(?:(?:19|20)?\d\d)\b"
    rf"|\b(?:{_NUMBERED}) \d{{1,4}}(?:[.,:]\d+)*\b(?! ?(?:\d|{_UNIT}))"
    r"|^\d+(?:\.\d+)+\.?(?= )|\b\d+\.\d{1,2}(?:\.\d+)*\b|\b\d+(?:[–-]\d+)?[–-]?(?: års?\b|-?åri?n?g?)"
    r"|\b\d+:(?:a|e)\b|\b\w*[a-zåäö]-\d+\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")

_ABOUT = r"(?:cirka|ca\.?|c:a|ungefär|omkring|runt|kring|uppskattningsvis|ungefärligen|i storleksordningen|i runda tal)"
_ABOVE = r"(?:drygt|dryga|lite mer än|något mer än|något över|strax över|lite över|en bit över)"
_BELOW = r"(?:knappt|knappa|nästan|närmare|strax under|inte fullt|inte riktigt|något under|lite under|nära|bortåt)"
_MORE = r"(?:över|mer än|fler än|överstiger|översteg|överstigande)"
_LESS = r"(?:mindre än|färre än|understiger|understeg|inte ens)"
_LIMIT = r"(?:minst|högst|under|max|maximalt|upp till|lägst|tak på|taket på|tak om|som mest)"
VAGUE = re.compile(
    rf"(?:(?P<about>{_ABOUT})|(?P<above>{_ABOVE})|(?P<below>{_BELOW})|(?P<more>{_MORE})|(?P<less>{_LESS})|"
    rf"(?P<limit>{_LIMIT})) $",
    re.IGNORECASE,
)
"""A word before a number that tells how it is rounded."""
_BEFORE = 80
"""So many letters before a number tell how it is meant."""
_ROUND_DIGITS = 3
"""An amount with so many noughts at its end is a rounded one."""
_ROUND, _ROUGH = Decimal("0.005"), Decimal("0.02")
"""How much at most it may be rounded, as a part of it, and how much where it has two digits or one besides noughts."""
_ROUGH_DIGITS = 2
_SLACK = Decimal(500)
"""What a number of millions may be off besides: it was made of an amount in thousands."""
_FAR_MORE = 3
_FRACTION = Decimal("0.025")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of a sentence: kronor, a share (0.45), points between shares, times, or a count.

    It agrees with whatever lies from ``low`` to ``high``. ``start`` and ``end`` are its place in the text.
    ``is_limit``: it says how much at most or at least. A reference that the program writes has no unit.
    It is written with so many ``decimals``, in units of ``factor``: 1000 kronor where it is in thousands.
    """

    value: Decimal
    low: Decimal
    high: Decimal
    unit: str
    start: int
    end: int
    negative: bool = False
    is_limit: bool = False
    is_word: bool = False
    decimals: int = 0
    factor: Decimal = Decimal(1)

    def agrees(self, amount: Decimal) -> bool:
        """Whether an amount may be told by this number, whatever its sign."""
        return self.low <= abs(amount) <= self.high

    @property
    def is_exact(self) -> bool:
        """Whether so many digits are written that it agrees with no other figure by chance."""
        return self.value != 0 and (self.high - self.low) / abs(self.value) < Decimal("0.002")


def may_hold_numbers(text: str) -> bool:
    """Whether a text has a digit or a word that a number may be made of: many have neither."""
    return _DIGIT.search(text) is not None or _has_words(text)


def quantities(text: str) -> Iterator[Quantity]:
    """Find the numbers of a text in their order; ``text`` has plain spaces and hyphens (see ``with_plain_signs``)."""
    if not may_hold_numbers(text):
        return
    in_words = _has_words(text)
    others = [match.span() for match in _NOT_QUANTITIES.finditer(text)]
    matches = [
        match
        for match in (_NUMBER if in_words else _DIGITS_ONLY).finditer(text)
        if not any(start < match.end() and match.start() < end for start, end in others)
        if match["unit"] or not match["number"] or not _YEAR.fullmatch(match["number"])
    ]
    for match, following in zip_longest(matches, matches[1:]):
        unit = match["unit"] or match["words"] or ("kr" if match["unit_sign"] else "")
        if not unit and following and _SHARES_UNIT.fullmatch(text[match.end() : following.start()]):
            unit = following["unit"] or ""
        number = _quantity(match, text, unit)
        is_range = _BETWEEN.search(text[max(0, match.start() - _BEFORE) : match.end()]) is not None
        yield replace(number, is_limit=True) if is_range else number


_FIRST_WORDS = frozenset(words.split()[0] for words in (*_ALL_WORDS, *_PARTS, *_DOUBLE)) - {"en", "ett"}
_OTHERS = ("miljon", "procent", "del", "en halv", "ett halv")
_LETTERS, _DIGIT = re.compile(r"[^\W\d_]+"), re.compile(r"[\d…]")


def _has_words(text: str) -> bool:
    """Whether a text may have a number in words: most sentences have none."""
    folded = text.casefold()
    if any(each in folded for each in _OTHERS if each != "del") or "del " in f"{folded} ":
        return True
    return not _FIRST_WORDS.isdisjoint(_LETTERS.findall(folded))


_BETWEEN = re.compile(r"\bmellan (?:\d[\d ,.]* \w* ?och )?[\d ,.]+(?: \w+)?$", re.IGNORECASE)
"""A number that is an end of a range."""
_SHARES_UNIT = re.compile(
    r" (?:till|och|respektive|eller|mot|resp\.) (?:cirka |drygt |knappt |ungefär )?", re.IGNORECASE
)
"""What stands between two numbers of which only the last has its unit written: ``från 86 till 59 procent``."""


def _quantity(match: re.Match[str], text: str, unit_word: str) -> Quantity:
    start, end = match.span()
    if match["reference"]:
        return Quantity(Decimal(0), Decimal(0), Decimal(0), "", start, end)
    if match["part"]:
        above, below = _PARTS[match["part"].casefold()]
        value, half, unit = Decimal(above) / below, _FRACTION, SHARE
    elif match["double"]:
        times = _DOUBLE[match["double"].casefold()]
        value, half, unit = times, times / 8, TIMES
    elif match["half"]:
        value, half, unit = _half_million(match["half"].casefold()), Decimal(50_000), KRONOR
    else:
        value, half, unit = _value(match, unit_word)
    vague = VAGUE.search(text[max(0, start - _BEFORE) : start])
    kind = vague.lastgroup if vague else ""
    low, high = _bounds(value, half, kind or "", max(half, _written_half(match, unit)), is_times=unit == TIMES)
    if match["to"]:
        factor = _UNITS[unit_word.casefold()][1] if unit_word else Decimal(1)
        high = _decimal(match["to"]) * factor + half
    sign = match["sign"] or ""
    negative = sign.startswith(("-", "–")) and not text[:start].rstrip().endswith(tuple("0123456789"))
    is_word = bool(match["word"] or match["part"])
    decimals = 1 if match["half"] else len((match["number"] or "").partition(",")[2])
    factor = _UNITS["mnkr" if match["half"] else unit_word.casefold() or "kr"][1]
    return Quantity(value, low, high, unit, start, end, negative, kind == "limit", is_word, decimals, factor)


def _value(match: re.Match[str], unit_word: str) -> tuple[Decimal, Decimal, str]:
    """The value, half its last written digit, and the unit."""
    unit, factor = _UNITS.get(unit_word.casefold(), (COUNT, Decimal(1)))
    if match["word"]:
        value = Decimal(_ALL_WORDS[match["word"].casefold()])
        return value * factor, factor / 2 if factor != 1 else Decimal(0), unit
    value = _decimal(match["number"])
    decimals = len(match["number"].partition(",")[2])
    half = Decimal(1).scaleb(-decimals) / 2 * factor
    if factor == _UNITS["mnkr"][1]:
        half += _SLACK
    if unit == KRONOR and not decimals:
        half = max(half, _round_half(value, factor))
    return value * factor, half if unit != COUNT or decimals else Decimal(0), unit


def _written_half(match: re.Match[str], unit: str) -> Decimal:
    """Half the last written digit of a count, which is otherwise taken as exact."""
    return Decimal(1).scaleb(-len((match["number"] or "").partition(",")[2])) / 2 if unit == COUNT else Decimal(0)


def _round_half(value: Decimal, factor: Decimal) -> Decimal:
    """Half of the last digit of an amount that ends in noughts, but never more than a small part of it."""
    digits = str(int(value)).rstrip("0")
    noughts = len(str(int(value))) - len(digits)
    if not value or noughts < (_ROUND_DIGITS if factor == 1 else 2):
        return Decimal(0)
    part = _ROUGH if len(digits) <= _ROUGH_DIGITS else _ROUND
    return min(Decimal(10) ** noughts / 2 * factor, value * factor * part)


def _bounds(value: Decimal, half: Decimal, kind: str, room: Decimal, *, is_times: bool) -> tuple[Decimal, Decimal]:
    """What a number accepts, by the word before it; ``mer än halverats`` is less than half.

    ``room`` is what it accepts at least where the word says that it is rounded.
    """
    step = max(room, min(max(half * 2, _last_digit(value)), value / 5))
    less = (Decimal(0), value)
    bounds = {
        "about": (value - step, value + step),
        "above": (value - half, value + step),
        "below": (value - step, value + half),
        "more": less if is_times and value < 1 else (value, value * _FAR_MORE),
        "less": less,
    }
    return bounds.get(kind, (value - half, value + half))


def _last_digit(value: Decimal) -> Decimal:
    """The size of the last digit that is not nought: 100 000 of 500 000; of a single digit a tenth of the number."""
    if value < 1:
        return Decimal("0.05") if value * 10 == (value * 10).to_integral_value() else Decimal("0.015")
    if value != value.to_integral_value():
        return Decimal(0)
    digits = str(int(value)).rstrip("0")
    step = Decimal(10) ** (len(str(int(value))) - len(digits))
    return min(step, value / 5)


def _half_million(words: str) -> Decimal:
    return Decimal(500_000) if words in ("en halv", "ett halvt") else Decimal(1_500_000)


def _decimal(written: str) -> Decimal:
    whole, _, decimals = written.partition(",")
    return Decimal(f"{whole.replace(' ', '').replace('.', '')}.{decimals or 0}")
