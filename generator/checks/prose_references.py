"""The reference that a text would write in place of a typed number."""

import re

from generator.claims.answers import Answer
from generator.claims.numbers import Quantity
from generator.ground.formatting import KRONOR, POINTS, SHARE
from generator.texts.figures import FigureTexts

_MILLIONS = re.compile(r"m(?:n|k|s|ilj)", re.IGNORECASE)
_THOUSANDS = re.compile(r"t(?:kr|usen)|ksek", re.IGNORECASE)


def reference_to(answer: Answer, quantity: Quantity, written: str, texts: FigureTexts) -> str:
    """Write a reference to a figure, or to what a text makes of two, in the form that the number has."""
    form = _form(answer, quantity, written)
    return f"{{{{ {_name(answer, texts)} : {form} }}}}" if form else f"{{{{ {_name(answer, texts)} }}}}"


def _name(answer: Answer, texts: FigureTexts) -> str:
    if not answer.of:
        return texts.name_of(answer.figure)
    one, other = answer.of
    if answer.figure.unit == SHARE:
        return f"andel('{texts.name_of(one)}', '{texts.name_of(other)}')"
    # A change in per cent has no reference of its own: what can be written is the change itself.
    return f"skillnad('{texts.name_of(one)}', '{texts.name_of(other)}')"


def _form(answer: Answer, quantity: Quantity, written: str) -> str:
    """The form of the number as it was written: its unit, and its decimals where they are not the usual."""
    decimals = len(written.partition(",")[2].split(" ")[0].rstrip("%abcdefghijklmnopqrstuvwxyz"))
    unsigned = " utan tecken" if answer.amount < 0 else ""
    if quantity.unit == KRONOR:
        if _MILLIONS.search(written):
            return f"mnkr {decimals}{unsigned}"
        return f"{'tkr' if _THOUSANDS.search(written) else 'kr'}{unsigned}"
    if quantity.unit == SHARE and (answer.figure.unit == SHARE):
        return f"procent {decimals}"
    if quantity.unit == POINTS:
        return f"procentenheter {decimals}{unsigned}"
    return ""
