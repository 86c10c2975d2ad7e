"""The reference that a text would write in place of a typed number."""

import re
from collections.abc import Callable, Iterator
from itertools import product

from generator.claims.answers import Answer, is_signed
from generator.claims.claim import Claim
from generator.claims.judged import NumberInText
from generator.claims.numbers import TIMES, VAGUE, Quantity
from generator.ground.formatting import KRONOR, MILLIONS, POINTS, SHARE, UNIT_FACTORS
from generator.texts.figures import FigureTexts
from generator.texts.reference import reference_at

Agrees = Callable[[str, int], bool]
_UNSIGNED = " utan tecken"
_ROUNDED_BY = {"above": " ungefär", "below": " ungefär", "about": " cirka"}
"""The form for a number with a word that rounds it, by the kind of word."""


def reference_to(answer: Answer, claim: Claim, texts: FigureTexts) -> str:
    """Write a reference to a figure, or to what a text makes of two, in the form that the number has."""
    return _reference(answer, claim.quantity, texts, unsigned=answer.amount < 0 and not _shows_sign(claim))


def proposed(number: NumberInText, answer: Answer, texts: FigureTexts, agrees: Agrees) -> tuple[str, str] | None:
    """What to put into a sentence in place of which of its words; None where nothing makes the sentence agree.

    ``agrees`` tells whether the number that begins at a place of a sentence does.
    """
    figures = answer.of or (answer.figure,)
    claim = number.judged.claim
    if claim.quantity.unit == TIMES or not all(map(texts.has_name, figures)):
        return None
    unsigned = answer.amount < 0 and not _shows_sign(claim)
    for start, sign in product(_starts(number), dict.fromkeys((unsigned, False, answer.amount < 0))):
        reference = _reference(answer, claim.quantity, texts, unsigned=sign, about=_about(number, start))
        parsed = reference_at(reference)
        words = texts.words(parsed) if parsed else None
        put = f"{number.sentence[:start]}{words}{number.sentence[claim.quantity.end :]}"
        if words and agrees(put, start):
            return reference, number.sentence[start : claim.quantity.end]
    return None


def _starts(number: NumberInText) -> Iterator[int]:
    """Where what is replaced may begin: at the number, or at the word that rounds it."""
    start, vague = number.judged.claim.quantity.start, _vague(number)
    starts = [start, vague.start()] if vague else [start]
    yield from reversed(starts) if vague and vague.lastgroup in _ROUNDED_BY else starts


def _vague(number: NumberInText) -> re.Match[str] | None:
    """The word before a number that tells how it is rounded."""
    return VAGUE.search(number.sentence[: number.judged.claim.quantity.start])


def _about(number: NumberInText, start: int) -> str:
    """The form that writes the word which rounds a number, where that is what is replaced."""
    vague = _vague(number)
    return _ROUNDED_BY.get(vague.lastgroup or "", "") if vague and vague.start() == start else ""


def _shows_sign(claim: Claim) -> bool:
    """Whether no word tells the sign, so that the number has to: ``ett underskott på`` and ``minskade med`` do."""
    if claim.quantity.negative:
        return True
    return is_signed(claim) and not claim.negative and not claim.direction


def _reference(answer: Answer, quantity: Quantity, texts: FigureTexts, *, unsigned: bool, about: str = "") -> str:
    form = f"{_form(answer, quantity, _UNSIGNED if unsigned else '')}{about}".strip()
    return f"{{{{ {_name(answer, texts)} : {form} }}}}" if form else f"{{{{ {_name(answer, texts)} }}}}"


def _name(answer: Answer, texts: FigureTexts) -> str:
    if not answer.of:
        return texts.name_of(answer.figure)
    one, other = answer.of
    if answer.figure.unit == SHARE:
        return f"andel('{texts.name_of(one)}', '{texts.name_of(other)}')"
    # A change in per cent has no reference of its own: what can be written is the change itself.
    return f"skillnad('{texts.name_of(one)}', '{texts.name_of(other)}')"


def _form(answer: Answer, quantity: Quantity, unsigned: str) -> str:
    """The form of the number as it was written: its unit, and its decimals where they are not the usual."""
    decimals = quantity.decimals
    if quantity.unit == KRONOR:
        unit = next(unit for unit, factor in UNIT_FACTORS.items() if factor == quantity.factor)
        return f"{unit} {decimals}{unsigned}" if unit == MILLIONS else f"{unit}{unsigned}"
    if quantity.unit == SHARE and (answer.figure.unit == SHARE):
        return f"procent {decimals}"
    if quantity.unit == POINTS:
        return f"procentenheter {decimals}{unsigned}"
    return ""
