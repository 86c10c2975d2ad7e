"""A date, a time of day or a length of time as a section of a format shows it."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

from generator.cell_formats.sections import Mark, Part, Section
from generator.ground.dates import MONTHS

_ENGLISH = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
_ENGLISH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT, _LONG, _LETTER = 3, 4, 5
_NOON = 12
_NO_DAY = date(1899, 12, 30)

Moment = datetime | date | time | timedelta


def moment_text(value: Moment, section: Section) -> str:
    """Write a moment. A time alone has the day before a spreadsheet's first."""
    seconds, day = _parted(value)
    parts = section.parts
    unit = _smallest(parts)
    rounded = int((seconds / unit).to_integral_value(rounding=ROUND_HALF_UP)) * unit
    if rounded >= 86_400 and not isinstance(value, timedelta):  # noqa: PLR2004 - the seconds of a day
        rounded = seconds
    shown = list(_shown(parts, day, rounded, section))
    return "".join(shown)


def _parted(value: Moment) -> tuple[Decimal, date]:
    """The seconds of the day, or of the whole length of time, and the day."""
    if isinstance(value, timedelta):
        return Decimal(value // timedelta(microseconds=1)).scaleb(-6), _NO_DAY
    of_day = value.time() if isinstance(value, datetime) else value if isinstance(value, time) else time()
    seconds = Decimal(of_day.hour * 3600 + of_day.minute * 60 + of_day.second)
    day = value.date() if isinstance(value, datetime) else value if isinstance(value, date) else _NO_DAY
    return seconds + Decimal(of_day.microsecond).scaleb(-6), day


def _smallest(parts: Sequence[Part]) -> Decimal:
    """The smallest part of a second that is shown: its fraction, or a whole one."""
    digits = sum(part.mark is Mark.DIGIT for part in parts)
    return Decimal(1).scaleb(-digits)


def _shown(parts: Sequence[Part], day: date, seconds: Decimal, section: Section) -> Iterator[str]:
    half = any(part.mark is Mark.DATE and "/" in part.text for part in parts)
    fraction = f"{seconds % 1:f}".partition(".")[2]
    for at, part in enumerate(parts):
        match part.mark:
            case Mark.ELAPSED:
                yield _elapsed(part.text, seconds)
            case Mark.DATE if part.text[0].lower() in "ahs" or _is_minutes(parts, at):
                yield _of_the_time(part.text.lower(), seconds, half=half)
            case Mark.DATE:
                yield _of_the_day(part.text.lower(), day, section)
            case Mark.DIGIT:
                yield fraction[:1] or "0"
                fraction = fraction[1:]
            case Mark.POINT:
                yield "," if at + 1 < len(parts) and parts[at + 1].mark is Mark.DIGIT else "."
            case Mark.SLASH:
                yield "-"  # between the parts of a date stands what the country has there
            case Mark.BLANK:
                yield " "
            case Mark.WORDS | Mark.COMMA | Mark.PERCENT:
                yield part.text


def _is_minutes(parts: Sequence[Part], at: int) -> bool:
    """Whether an m is minutes: after hours, or before seconds."""
    if parts[at].text[0].lower() != "m":
        return False
    dated = [n for n, part in enumerate(parts) if part.mark in {Mark.DATE, Mark.ELAPSED} and "/" not in part.text]
    place = dated.index(at)
    before = parts[dated[place - 1]].text[0].lower() if place else ""
    after = parts[dated[place + 1]].text[0].lower() if place + 1 < len(dated) else ""
    return before == "h" or after == "s"


def _half(seconds: Decimal) -> str:
    """The half of the day, as Swedish has it."""
    return "em" if seconds >= _NOON * 3600 else "fm"


def _elapsed(letters: str, seconds: Decimal) -> str:
    size = {"h": 3600, "m": 60, "s": 1}[letters[0]]
    return f"{int(seconds) // size:0{len(letters)}}"


def _of_the_time(letters: str, seconds: Decimal, *, half: bool) -> str:
    number, hour = min(len(letters), 2), int(seconds) // 3600
    match letters[0]:
        case "a":
            return _half(seconds) if len(letters) > _SHORT else _half(seconds)[0]
        case "h":
            return f"{(hour - 1) % _NOON + 1 if half else hour:0{number}}"
        case "m":
            return f"{int(seconds) // 60 % 60:0{number}}"
        case _:
            return f"{int(seconds) % 60:0{number}}"


def _of_the_day(letters: str, day: date, section: Section) -> str:
    width = len(letters)
    match letters[0]:
        case "y":
            return f"{day.year:04}" if width > 2 else f"{day.year % 100:02}"  # noqa: PLR2004 - two digits of the year
        case "m":
            return _named(width, day.month, (_ENGLISH if section.english else MONTHS)[day.month - 1])
        case _:
            return _named(width, day.day, (_ENGLISH_DAYS if section.english else _DAYS)[day.weekday()])


def _named(width: int, number: int, name: str) -> str:
    if width < _SHORT:
        return f"{number:0{width}}"
    return name[:_SHORT] if width == _SHORT else name[0] if width == _LETTER else name
