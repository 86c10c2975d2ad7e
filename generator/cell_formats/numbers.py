"""A number as a section of a format shows it: its digits in their places, with the words around them."""

from collections.abc import Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal

from generator.cell_formats.sections import Mark, Part, Section
from generator.ground.formatting import NO_BREAK_SPACE

GROUPED_BY = NO_BREAK_SPACE
_GROUP = 3
_TEN = 10
_DIGITS = 15
"""So many digits a spreadsheet keeps."""
_WIDE = Context(prec=400)
"""Room for the largest number that a cell can hold, written out."""
_PADDING = {"0": "0", "?": " ", "#": ""}


def as_general(value: Decimal) -> str:
    """Write a number as *General* shows it, with a decimal comma."""
    return f"{value:.{_DIGITS}g}".replace(".", ",")


def number_text(value: Decimal, section: Section) -> str:
    """Write a number that is not negative, or whose minus is shown by the section itself."""
    scaled = value.scaleb(2 * section.per_cents - 3 * section.thousands, context=_WIDE)
    if section.has(Mark.GENERAL):
        return "".join(as_general(scaled) if part.mark is Mark.GENERAL else _word(part) for part in section.parts)
    if section.has(Mark.EXPONENT):
        return _with_exponent(scaled, section)
    if _is_fraction(section):
        return _fraction(scaled, section)
    at = next((at for at, part in enumerate(section.parts) if part.mark is Mark.POINT), len(section.parts))
    before, after = section.parts[:at], section.parts[at:]
    decimals = _places(after)
    digits = f"{_rounded(scaled, len(decimals)):f}"
    whole, _, rest = digits.partition(".")
    return _whole(whole.lstrip("0"), before, grouped=_is_grouped(before)) + _decimals(rest, after)


def _rounded(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP, context=_WIDE)


def decimals_of(section: Section) -> int:
    """How many decimals a section shows at most."""
    at = next((at for at, part in enumerate(section.parts) if part.mark is Mark.POINT), len(section.parts))
    return len(_places(section.parts[at:]))


def _word(part: Part) -> str:
    """What a part shows that is no digit."""
    match part.mark:
        case Mark.PERCENT:
            return f"{NO_BREAK_SPACE}%"  # as Swedish has it, whether or not the format has the blank
        case Mark.WORDS | Mark.SLASH:
            return part.text
        case Mark.POINT:
            return ","
        case Mark.BLANK:
            return " "
        case _:
            return ""


def _places(parts: Sequence[Part]) -> list[str]:
    return [part.text for part in parts if part.mark is Mark.DIGIT]


def _is_grouped(parts: Sequence[Part]) -> bool:
    """Whether a comma stands between two places for digits."""
    digits = [at for at, part in enumerate(parts) if part.mark is Mark.DIGIT]
    commas = [at for at, part in enumerate(parts) if part.mark is Mark.COMMA]
    return any(digits[0] < at < digits[-1] for at in commas) if digits else False


def _whole(digits: str, parts: Sequence[Part], *, grouped: bool) -> str:
    """Put digits in their places from the right; those that have none stand in the first place, before its words."""
    places = _places(parts)
    left, shown, count = digits, "", 0

    def put(digit: str) -> str:
        nonlocal count
        separator = GROUPED_BY if grouped and digit and count and count % _GROUP == 0 else ""
        count += bool(digit)
        return digit + separator

    at = len(places)
    for part in reversed(parts):
        if part.mark is not Mark.DIGIT:
            shown = _word(part) + shown
            continue
        at -= 1
        digit, left = (left[-1], left[:-1]) if left else (_PADDING[part.text], "")
        shown = put(digit) + shown
        while at == 0 and left:
            digit, left = left[-1], left[:-1]
            shown = put(digit) + shown
    return shown


def _decimals(digits: str, parts: Sequence[Part]) -> str:
    """Put decimals in their places; noughts at the end that no place asks for are left out."""
    kept = len(digits.rstrip("0"))
    shown, at, places = "", 0, _places(parts)
    for part in parts:
        if part.mark is Mark.DIGIT:
            shown += digits[at] if at < kept else _PADDING[part.text]
            at += 1
        elif part.mark is not Mark.POINT or kept or "0" in places:
            shown += _word(part)
    return shown


def _with_exponent(value: Decimal, section: Section) -> str:
    at = next(at for at, part in enumerate(section.parts) if part.mark is Mark.EXPONENT)
    mantissa, rest = Section(section.parts[:at]), section.parts[at + 1 :]
    point = next((n for n, part in enumerate(mantissa.parts) if part.mark is Mark.POINT), at)
    step = max(len(_places(mantissa.parts[:point])), 1)
    exponent = value.adjusted() // step * step if value else 0
    digits = value.scaleb(-exponent)
    if step == 1 and _rounded(digits, decimals_of(mantissa)) == _TEN:
        exponent, digits = exponent + 1, digits / 10
    sign = "-" if exponent < 0 else "+" if section.parts[at].text.endswith("+") else ""
    return f"{number_text(digits, mantissa)}E{sign}{_whole(str(abs(exponent)).lstrip('0'), rest, grouped=False)}"


def _is_fraction(section: Section) -> bool:
    """Whether a stroke stands between places for digits, or before a number."""
    slashes = [at for at, part in enumerate(section.parts) if part.mark is Mark.SLASH]
    return bool(slashes) and section.parts[slashes[0] - 1].mark is Mark.DIGIT


def _fraction(value: Decimal, section: Section) -> str:
    """Write a number as a whole and a fraction with a denominator of so many digits, or with the one that is told."""
    from fractions import Fraction  # noqa: PLC0415 - hardly any workbook has such a format

    at = next(at for at, part in enumerate(section.parts) if part.mark is Mark.SLASH)
    start = at
    while start and section.parts[start - 1].mark is Mark.DIGIT:
        start -= 1
    end = at + 1
    while end < len(section.parts) and _is_of_denominator(section.parts[end]):
        end += 1
    below = "".join(part.text for part in section.parts[at + 1 : end])
    has_whole = bool(_places(section.parts[:start]))
    whole = value.to_integral_value(rounding=ROUND_DOWN) if has_whole else Decimal(0)
    part = Fraction(value - whole)
    if below.isdecimal() and int(below):
        over, under = round(part * int(below)), int(below)
    else:
        near = part.limit_denominator(10 ** max(len(below), 1) - 1)
        over, under = near.numerator, near.denominator
    if has_whole and over == under:
        whole, over = whole + 1, 0
    front = _whole(f"{whole:f}".lstrip("0"), section.parts[:start], grouped=False)
    tail = "".join(map(_word, section.parts[end:]))
    if has_whole and not over:
        return f"{front if whole else f'{front}0'}{tail}"
    return f"{front}{over}/{under}{tail}"


def _is_of_denominator(part: Part) -> bool:
    return part.mark is Mark.DIGIT or (part.mark is Mark.WORDS and part.text.isdecimal())
