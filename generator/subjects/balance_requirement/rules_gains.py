"""The rules of gains: each is taken out of the result of the balance requirement, by what it is."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.blocks.case import Case
from generator.figures.derivation import Derivation
from generator.figures.figure import FigureId
from generator.findings.finding import Finding
from generator.ground.names import folded
from generator.ground.source import Source
from generator.model.fact import Fact
from generator.model.rows import YEARS
from generator.statements.lines import LINES
from generator.subjects.balance_requirement.figures_gains import GAINS, gains
from generator.subjects.balance_requirement.messages import GAIN_DIFFERS, GAIN_NOT_REDUCED
from generator.subjects.balance_requirement.rows import CODE, Adjustment
from generator.subjects.roll_forward.rules_signs import disposals_have_their_signs, gains_are_no_more_than_prices

_GAIN = re.compile(r"\b(?:realisations|rea)vinst|\bvinst\w* vid (?:försäljning|avyttring)")
_INCOME = (LINES["operating_income"], LINES["financial_income"])


def gains_are_reduced(case: Case) -> Iterator[Finding]:
    """A gain that is typed as an income is taken out of the result (11 kap. 10 § LKBR); told once for each name.

    A gain of what was sold as a change of its balance is taken out by itself.
    """
    if case.derived is None:
        return
    year = case.derived.association.year
    sold = sum((fact.amount for fact in gains(case.underlag, year) if fact.year == year), start=Decimal(0))
    if _reduced(case.derived, year) > sold:
        return
    named: dict[str, list[Fact]] = {}
    for fact in _typed_gains(case.derived, year) if not sold or not _typed(case, "this_year") else ():
        named.setdefault(fact.row or fact.sub_item or fact.activity, []).append(fact)
    for name, facts in named.items():
        total = sum((fact.amount for fact in facts), start=Decimal(0))
        if total > 0:
            yield GAIN_NOT_REDUCED.found(*(fact.source for fact in facts), name=name, amount=total)


def reductions_are_the_gains(case: Case) -> Iterator[Finding]:
    """A reduction that is typed is the gains of what was sold, with those that are typed as incomes or without.

    Where a sale is impossible that is told, and what its gain is nobody knows.
    """
    if case.derived is None or any(disposals_have_their_signs(case)) or any(gains_are_no_more_than_prices(case)):
        return
    derived = case.derived
    for field, shift in YEARS.items():
        year = derived.association.year + shift
        typed = _typed(case, field)
        sold = [fact for fact in gains(case.underlag, derived.association.year) if fact.year == year]
        gain = sum((fact.amount for fact in sold), start=Decimal(0))
        more = sum((fact.amount for fact in _typed_gains(derived, year)), start=Decimal(0))
        found = _reduced(derived, year)
        unit = max((fact.precision for fact in derived.facts.of(f"{CODE}.{GAINS}")), default=Decimal(1))
        if typed and sold and all(abs(found - meant) >= max(unit, Decimal(1)) for meant in (gain, gain + more)):
            places = (*typed, *dict.fromkeys(fact.source for fact in sold))
            yield GAIN_DIFFERS.found(*places, found=found, gain=gain, year=year)


def _typed(case: Case, field: str) -> list[Source]:
    """The cells where the reduction of a year is typed."""
    own = (entry for entry in case.underlag.of(Adjustment) if entry.row.kind == GAINS)
    return [entry.source(field) for entry in own if getattr(entry.row, field) is not None]


def _reduced(derived: Derivation, year: int) -> Decimal:
    figure = derived.figures.get(FigureId(f"{CODE}.{GAINS}", year))
    return -figure.amount if figure else Decimal(0)


def _typed_gains(derived: Derivation, year: int) -> Iterator[Fact]:
    for fact in derived.facts.on(*_INCOME):
        if fact.year == year and fact.amount > 0 and not fact.rolled and any(map(_is_gain, _names(fact))):
            yield fact


def _names(fact: Fact) -> tuple[str, ...]:
    return tuple(name for name in (fact.row, fact.sub_item, fact.activity) if name)


def _is_gain(name: str) -> bool:
    return bool(_GAIN.search(folded(name)))
