"""The rules of the kinds of change: a kind fits its line, has its sign, and is told where the words say what it is."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.blocks.case import Case
from generator.figures.derivation import Derivation
from generator.figures.figure import FigureId
from generator.figures.rounding import tolerance
from generator.findings.finding import Finding
from generator.ground.formatting import enumerated
from generator.model.rows import YEARS, Entry
from generator.statements.changes import Change
from generator.statements.lines import BY_LABEL, LINES
from generator.subjects.roll_forward.messages import (
    KIND_OF_OTHER_LINE,
    KIND_UNTOLD,
    MORE_THAN_THERE_WAS,
    WRONG_SIGN,
)
from generator.subjects.roll_forward.rows import CHANGE, LINES_OF_KIND, RollRow, parts

REMOVING = {Change.SALE, Change.SCRAPPING, Change.PAYMENT, Change.REPAYMENT}
_SIGNS = {Change.PURCHASE: 1, Change.BORROWING: 1, Change.PAYMENT: -1, Change.REPAYMENT: -1}
_WORDS = (
    (Change.PURCHASE, re.compile(r"\b(inköp|anskaffning|nyanskaffning|investering)", re.IGNORECASE)),
    (Change.SALE, re.compile(r"\b(försäljning|sålt|såld|sålda|avyttring)", re.IGNORECASE)),
    (Change.SCRAPPING, re.compile(r"\b(utrangering|utrangerat|skrot|kassera|kassation)", re.IGNORECASE)),
    (Change.WRITE_DOWN, re.compile(r"\b(årets )?nedskrivning", re.IGNORECASE)),
    (Change.BORROWING, re.compile(r"\b(nya lån|nytt lån|nyupplåning|upptag)", re.IGNORECASE)),
    (Change.REPAYMENT, re.compile(r"\b(amortering)", re.IGNORECASE)),
)
"""What a row's text says that its change is."""


def kinds_fit_their_lines(case: Case) -> Iterator[Finding]:
    """A kind that belongs to fixed assets, provisions or loans stands on one of them, with the sign of its kind."""
    for entry in case.underlag.of(RollRow):
        row = entry.row
        lines = LINES_OF_KIND.get(row.kind)
        if lines and BY_LABEL[row.line] not in lines:
            told = enumerated([line.label for line in lines])
            yield KIND_OF_OTHER_LINE.found(entry.source("kind"), kind=row.kind, line=row.line, lines=told)
        elif row.change in _SIGNS:
            yield from _wrong_signs(entry, _SIGNS[row.change])


def _wrong_signs(entry: Entry[RollRow], sign: int) -> Iterator[Finding]:
    words = {"moves": "ökar posten", "with_sign": "utan"}
    if sign < 0:
        words = {"moves": "minskar posten", "with_sign": "med"}
    for _, amount, source in entry.typed(YEARS):
        if amount * sign < 0:
            yield WRONG_SIGN.found(source, amount=amount, kind=entry.row.kind, **words)


def kinds_are_told(case: Case) -> Iterator[Finding]:
    """A row whose words say that it is a purchase, a sale or the like has that kind.

    As any change it would stand in a net row, where a purchase and a disposal may take each other out. A payment of
    provisions may be netted: real reports do both.
    """
    for entry in case.underlag.of(RollRow):
        row = entry.row
        meant = next((change for change, words in _WORDS if words.search(row.label)), None)
        fits = meant is not None and BY_LABEL[row.line] in LINES_OF_KIND[meant.value]
        typed = next(((amount, source) for _, amount, source in entry.typed(YEARS) if amount), None)
        if meant and fits and typed and row.kind == CHANGE:
            amount, source = typed
            yield KIND_UNTOLD.found(entry.source("kind"), source, name=row.label, amount=amount, meant=meant.value)


def no_more_is_removed_than_there_was(case: Case) -> Iterator[Finding]:
    """What is sold, scrapped, paid or repaid was there: no part of a balance turns its sign by it."""
    if case.derived is None:
        return
    for part in parts(case.underlag):
        own = [each for each in case.underlag.of(RollRow) if each.row.part == part.code and each.row.change in REMOVING]
        for field, shift in YEARS.items():
            year = case.derived.association.year + shift
            removed = {source: amount for each in own for _, amount, source in each.typed({field: shift}) if amount}
            total = sum(removed.values(), start=Decimal(0))
            left = _turned(case.derived, part.code, year, total)
            if removed and left is not None:
                name = " ".join(filter(None, (LINES[part.line].label, part.group.lower())))
                yield MORE_THAN_THERE_WAS.found(*removed, name=name, removed=abs(total), year=year, left=left)


def _turned(derived: Derivation, code: str, year: int, removed: Decimal) -> Decimal | None:
    """What is left of a part that has turned its sign by what was removed; None where it has not."""
    closing = derived.figures[FigureId(code, year)]
    before = closing.amount - removed
    turned = closing.amount * before < 0 or (not before and removed)
    return closing.amount if turned and abs(closing.amount) > tolerance(closing).bound else None
