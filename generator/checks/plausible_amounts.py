"""Plausibility of amounts: netting, rows that moved, and days that cannot be right."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from generator.blocks.case import Case
from generator.checks.amounts import negative_posts, post_of
from generator.checks.messages_plausible import (
    BALANCE_ROW_NEGATIVE,
    COST_NEGATIVE,
    DECISION_BEFORE_YEAR_END,
    DECISION_LATE,
    ROW_MOVED,
)
from generator.figures.derivation import Derivation
from generator.findings.finding import Finding
from generator.ground.formatting import enumerated, kronor
from generator.ground.names import Name, folded
from generator.model.amounts import BalanceItem, IncomeOrCost
from generator.model.association import ReportState
from generator.model.fact import Fact, Measure
from generator.model.registers import Note
from generator.statements.balance_sheet import FIXED_ASSETS
from generator.statements.statement import Kind, Line

_MOVED = Decimal("0.25")
"""The part of its post that a row may become from nil without a question."""
_ROUNDING = ("avrundning", "öresavrundning", "öresutjämning")
"""Rows that may have either sign."""
_CORRECTIONS = (
    *("avrundning", "öresutjämning", "kronutjämning", "öresavr"),
    *("återför", "återbetal", "återbäring", "kredit", "rättelse", "korriger"),
)
"""What stands in the name of a cost that may well be negative."""

_CostRow = tuple[Line, Name, Name, Name]
"""What tells one row of costs from another: post, note, row of the note, and activity."""

_NETTED = frozenset({Kind.ASSET, Kind.PROVISION, Kind.LIABILITY})
"""What may not be set off against each other; what stands below the line (*inom linjen*) is neither asset nor debt."""


def balances_are_not_netted(case: Case) -> Iterator[Finding]:
    """A negative row among assets or debts belongs to the other side (4 kap. 4 § LKBR: no netting).

    A change of a balance, which has a tab of its own, may well be a decrease. Where the whole post is negative another
    rule says so. The accounts of a ledger that make up a row are judged together: depreciation is credit beside cost.
    """
    turned = negative_posts(case)
    typed = case.underlag.raw[BalanceItem].place.tab
    rows: dict[tuple[object, ...], list[Fact]] = {}
    for fact in case.derived.facts.amounts if case.derived else ():
        own = post_of(fact) not in turned and not fact.part_of and fact.row not in _ROUNDING
        if own and fact.line.kind in _NETTED and (fact.home or fact.source.tab == typed):
            rows.setdefault(_booked_row(fact) if fact.home else (fact.source,), []).append(fact)
    for facts in rows.values():
        line, amount = facts[0].line, _total(facts)
        if amount < 0:
            other = "bland skulderna" if line.kind is Kind.ASSET else "bland tillgångarna"
            values = {"row": facts[0].row, "amount": amount, "line": line.label, "other": other, "year": facts[0].year}
            in_chart = ": skriv den posten i kolumnen Post vid minus i fliken Kontoplan"
            values["accounts"] = in_chart if facts[0].home else ""
            yield BALANCE_ROW_NEGATIVE.found(*(fact.source for fact in facts if fact.amount < 0), **values)


def _booked_row(fact: Fact) -> tuple[object, ...]:
    """What accounts are judged together: those of a row; of what is worn, whose depreciation may be a row, the post."""
    is_worn = fact.line in FIXED_ASSETS.lines
    return (fact.line, fact.year) if is_worn else (fact.line, fact.sub_item, fact.note, fact.row, fact.year)


def costs_are_positive(case: Case) -> Iterator[Finding]:
    """A row of costs that is negative may have the ledger's sign, while its post is positive and hides it.

    Silent for what is called a correction, for a sub-item or a part, where last year's amount is negative too, and
    where the whole post is, which another rule says.
    """
    derived = case.derived
    if derived is None:
        return
    year, typed = derived.association.year, case.underlag.raw[IncomeOrCost].place.tab
    rows: dict[_CostRow, dict[tuple[int, Measure], list[Fact]]] = {}
    posts: dict[Line, Decimal] = {}
    for fact in derived.facts.amounts:
        is_row = (fact.home or fact.source.tab == typed) and not (fact.part_of or fact.sub_item)
        if is_row and fact.line.kind is Kind.COST:
            measures = rows.setdefault((fact.line, fact.note, fact.row, fact.activity), {})
            measures.setdefault((fact.year, fact.measure), []).append(fact)
            if (fact.year, fact.measure) == (year, Measure.OUTCOME):
                posts[fact.line] = posts.get(fact.line, Decimal(0)) + fact.amount
    for (line, _, row, _), measures in rows.items():
        now, before = measures.get((year, Measure.OUTCOME), []), measures.get((year - 1, Measure.OUTCOME), [])
        turned = _total(now) < 0 <= _total(before) and posts[line] >= 0
        if turned and not is_correction(row):
            values = {"row": row, "amount": _total(now), "year": year, "usual": _usual(measures, year)}
            yield COST_NEGATIVE.found(*(fact.source for fact in now if fact.amount < 0), **values)


def is_correction(row: str) -> bool:
    """Whether the name of a row says that it may well be negative."""
    return any(word in folded(row) for word in _CORRECTIONS)


def _usual(measures: Mapping[tuple[int, Measure], list[Fact]], year: int) -> str:
    """What the row was last year and is in the budget, where that is known: ``, mot 181 200 kr 2023``."""
    places = (((year - 1, Measure.OUTCOME), str(year - 1)), ((year, Measure.BUDGET_DECIDED), "i budgeten"))
    sums = ((_total(measures.get(place, [])), words) for place, words in places)
    told = [f"{kronor(amount)} {words}" for amount, words in sums if amount]
    return f", mot {enumerated(told)}" if told else ""


def rows_that_moved(case: Case) -> Iterator[Finding]:
    """A row that was nil last year and is a large part of its post now may have moved from another: ask for a word.

    Silent where the post had nothing last year or the row's note says something, for an association's first year, and
    while an amount cannot be read. A change of what is rolled forward is the year's own, and nothing that moved.
    """
    if case.derived is None or case.derived.is_first_year or case.underlag.holes:
        return
    year = case.derived.association.year
    explained = {entry.row.key for entry in case.underlag.of(Note) if entry.row.text}
    now, before = (_rows_of(case.derived, each) for each in (year, year - 1))
    posts: dict[Line, Decimal] = {}
    for (line, _), facts in now.items():
        posts[line] = posts.get(line, Decimal(0)) + _total(facts)
    posts_before = {line for (line, _), facts in before.items() if _total(facts)}
    for (line, row), facts in now.items():
        if any(fact.rolled or fact.restated for fact in facts):
            continue
        amount, was = _total(facts), _total(before.get((line, row), []))
        if was or line not in posts_before or posts[line] <= 0 or any(fact.note in explained for fact in facts):
            continue
        if amount > _MOVED * posts[line] and amount != posts[line]:
            values = {
                "row": facts[0].row,
                "amount": amount,
                "line": line.label,
                "post": posts[line],
                "year": year - 1,
            }
            yield ROW_MOVED.found(*(fact.source for fact in facts), **values)


def _rows_of(derived: Derivation, year: int) -> dict[tuple[Line, Name], list[Fact]]:
    found: dict[tuple[Line, Name], list[Fact]] = {}
    for fact in derived.facts.amounts:
        if (fact.year, fact.measure) == (year, Measure.OUTCOME) and not fact.part_of:
            found.setdefault((fact.line, fact.row), []).append(fact)
    return found


def _total(facts: list[Fact]) -> Decimal:
    return sum((fact.amount for fact in facts), start=Decimal(0))


def decision_is_in_time(case: Case) -> Iterator[Finding]:
    """The board decides after the year and within three months (24 § finsamlagen); tried when the report is final."""
    entry = case.underlag.association
    if entry is None or entry.row.decision_date is None:
        return
    day, year = entry.row.decision_date, entry.row.year
    values = {"day": day, "year": year}
    if day <= date(year, 12, 31):
        yield DECISION_BEFORE_YEAR_END.found(entry.source("decision_date"), **values)
    elif case.state is ReportState.FINAL and day > date(year + 1, 3, 31):
        yield DECISION_LATE.found(entry.source("decision_date"), **values)
