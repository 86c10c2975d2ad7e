"""The rules of what was sold or scrapped, part by part: cost is taken away with minus, depreciation is turned back.

The rows of one thing in one part are taken together: a net part may hold its cost and its depreciation apart.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.blocks.case import Case
from generator.findings.finding import Finding
from generator.ground.near_names import may_be_same
from generator.model.rows import YEARS, Entry
from generator.model.underlag import Underlag
from generator.statements.changes import Change
from generator.statements.lines import BY_LABEL
from generator.subjects.roll_forward.figures_disposals import Rows, Sold, disposals
from generator.subjects.roll_forward.messages import GAIN_ABOVE_PRICE, SALE_UNDER_TWO_NAMES, WRONG_SIGN
from generator.subjects.roll_forward.rows import DEPRECIATION, LINES_OF_KIND, OPENING, RollRow

_GONE = (Change.SALE, Change.SCRAPPING)
_COST, _WORN = re.compile(r"anskaffning", re.IGNORECASE), re.compile(r"avskriv|nedskriv|värdeminsk", re.IGNORECASE)
_KRONA = Decimal(1)
"""Less than a krona is rounding."""


def disposals_have_their_signs(case: Case) -> Iterator[Finding]:
    """What was sold or scrapped lowers its cost, and turns back its depreciation (4 kap. 4 § LKBR)."""
    worn = _worn_parts(case.underlag)
    for rows in _things(case.underlag):
        for field in YEARS:
            yield from _wrong(rows, field, is_worn=rows[0].row.part in worn)


def gains_are_no_more_than_prices(case: Case) -> Iterator[Finding]:
    """No more depreciation is turned back than the cost that was taken away: a gain is at most the price."""
    if case.derived is None:
        return
    worn = _worn_parts(case.underlag)
    wrong = [rows for rows in _things(case.underlag) for field in YEARS if _is_wrong(rows, field, worn)]
    told = {entry.row.disposal for rows in wrong for entry in rows}
    every = disposals(case.underlag)
    for sold in every:
        if sold.first.disposal not in told:
            yield from _above(sold, case.derived.association.year + sold.shift, every)


def _above(sold: Sold, year: int, every: Sequence[Sold]) -> Iterator[Finding]:
    over = _sum(sold.rows, sold.field)
    if over < _KRONA:
        return
    turned = [(entry, amount, source) for entry, amount, source in sold.typed(sold.field) if amount]
    worn = sum((amount for _, amount, _ in turned if amount > 0), start=Decimal(0))
    values = {"name": sold.first.text, "worn": worn, "year": year}
    places = tuple(source for *_, source in turned)
    other = _other_half(sold, every)
    if other:
        place, own = (each.source("label") for each in (other, turned[0][0]))
        yield SALE_UNDER_TWO_NAMES.found(own, place, *places, other=other.row.text, cell=place.cell, **values)
    else:
        yield GAIN_ABOVE_PRICE.found(*places, cost=worn - over, over=over, **values)


def _other_half(sold: Sold, every: Sequence[Sold]) -> Entry[RollRow] | None:
    """The sale of what these rows turn back the depreciation of: by its name, or as the only one of its line."""
    own = (sold.first.line, sold.field)
    halves = [each for each in every if (each.first.line, each.field) == own and _is_cost_alone(each)]
    near = [each for each in halves if may_be_same(sold.first.text, each.first.text)]
    meant = near or halves
    return meant[0].rows[0] if len(meant) == 1 else None


def _is_cost_alone(sold: Sold) -> bool:
    amounts = [amount for _, amount, _ in sold.typed(sold.field) if amount]
    return bool(amounts) and max(amounts) < 0


def _things(underlag: Underlag) -> list[Rows]:
    """The rows of what was sold or scrapped, put together by part, kind and text."""
    found: dict[str, Rows] = {}
    for entry in underlag.of(RollRow):
        if entry.row.change in _GONE and BY_LABEL[entry.row.line] in LINES_OF_KIND[entry.row.kind]:
            found.setdefault(entry.row.code, []).append(entry)
    return list(found.values())


def _worn_parts(underlag: Underlag) -> set[str]:
    """The parts that hold depreciation: by their name, else by what they open with and by what changes them."""
    return {entry.row.part for entry in underlag.of(RollRow) if _is_worn(entry.row, underlag)}


def _is_worn(row: RollRow, underlag: Underlag) -> bool:
    if _COST.search(row.group) or _WORN.search(row.group):
        return not _COST.search(row.group)
    own = [each for each in underlag.rows(RollRow) if each.part == row.part]
    opening = sum((each.last_year or 0 for each in own if each.kind == OPENING), start=Decimal(0))
    kinds = {each.kind for each in own}
    return opening < 0 or (not opening and DEPRECIATION in kinds and Change.PURCHASE.value not in kinds)


def _is_wrong(rows: Rows, field: str, worn: set[str]) -> bool:
    return any(_wrong(rows, field, is_worn=rows[0].row.part in worn))


def _wrong(rows: Rows, field: str, *, is_worn: bool) -> Iterator[Finding]:
    sign = 1 if is_worn else -1
    moves = "tar bort avskrivningar" if is_worn else "minskar posten"
    for entry in rows if _sum(rows, field) * sign < 0 else ():
        for _, amount, source in entry.typed({field: field}):
            if amount * sign < 0:
                with_sign = "utan" if is_worn else "med"
                values = {"amount": amount, "kind": entry.row.kind, "moves": moves, "with_sign": with_sign}
                yield WRONG_SIGN.found(source, **values)


def _sum(rows: Rows, field: str) -> Decimal:
    return sum((getattr(entry.row, field) or Decimal(0) for entry in rows), start=Decimal(0))
