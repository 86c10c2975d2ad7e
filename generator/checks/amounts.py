"""The rules about amounts: are they there, and do they agree with each other."""

from collections.abc import Iterator

from generator.checks.case import Case
from generator.checks.finding import Finding
from generator.figures.derivation import Derivation
from generator.figures.figure import Figure, key_of
from generator.figures.rounding import tolerance
from generator.figures.statements import BALANCE_DIFFERENCE, TOTAL_ASSETS
from generator.formatting import kronor
from generator.model.amounts import BalanceItem, DirectAdjustment, IncomeOrCost, OpeningBalance
from generator.model.fact import Fact
from generator.model.lines import LINES, Kind
from generator.model.rows import Row, heading
from generator.model.source import Source, column_letter


def adjustments_are_explained(case: Case) -> Iterator[Finding]:
    """A change of equity beside the result is told with its reason in a note (4 kap. 4 § LKBR, RKR R12)."""
    if case.derived is None:
        return
    years = (case.derived.association.year, case.derived.association.year - 1)
    for entry in case.underlag.of(DirectAdjustment):
        row = entry.row
        values = {"amount": row.amount or 0, "found": row.year, "years": f"{years[1]} och {years[0]}"}
        if row.amount is None:
            missing = {"column": heading(DirectAdjustment, "amount"), "expects": "ett belopp"}
            yield Finding("missing", (entry.source("amount"),), missing)
        if row.year not in years:
            yield Finding("adjustment_year", (entry.source("year"),), values)
        if not row.reason:
            yield Finding("adjustment_without_reason", (entry.source("reason"),), values)
        if not row.note:
            yield Finding("adjustment_without_note", (entry.source("note"),), values)


def amounts_are_there(case: Case) -> Iterator[Finding]:
    """Both tabs of amounts hold something for the year."""
    if case.derived is None:
        return
    year = case.derived.association.year
    for model, flow in ((IncomeOrCost, True), (BalanceItem, False)):
        facts = (fact for fact in case.derived.facts if fact.year == year and fact.line in LINES)
        if case.underlag.is_whole(model) and not any(LINES[fact.line].is_flow is flow for fact in facts):
            place = case.underlag.place(model)
            yield Finding("no_amounts", (place,), {"tab": place.tab, "year": year}, case.lacking())


def costs_are_typed_without_minus(case: Case) -> Iterator[Finding]:
    """A column where every cost has a minus was typed as the ledger shows it, and would add to the result."""
    columns_of_costs: dict[int, list[Fact]] = {}
    for fact in case.derived.facts if case.derived else ():
        if fact.amount and fact.line in LINES and LINES[fact.line].kind is Kind.COST:
            columns_of_costs.setdefault(fact.source.column, []).append(fact)
    for column, facts in columns_of_costs.items():
        if all(fact.amount < 0 for fact in facts):
            sources = tuple(fact.source for fact in facts)
            yield Finding("costs_negative", sources, {"column": column_letter(column)})


def opening_balances_are_there(case: Case) -> Iterator[Finding]:
    """Equity is derived from its opening balance, the comparison year's cash flow from all of them."""
    raw = case.underlag.raw
    if case.derived is None or not raw[BalanceItem].found or _hole(case, OpeningBalance):
        return
    first, compared = case.derived.association.year - 2, case.derived.association.year - 1
    place = case.underlag.place(OpeningBalance)
    opening = [fact for fact in case.derived.facts if fact.opening]
    if not any(fact.line == "equity" for fact in opening):
        entries = (entry for entry in case.underlag.of(OpeningBalance) if entry.row.line == LINES["equity"].label)
        cell = next((entry.source("amount") for entry in entries), place)
        yield Finding("opening_equity_missing", (cell,), severity=case.lacking())
    has_last_year = any(fact.year == compared and fact.line in LINES for fact in case.derived.facts)
    if has_last_year and not any(fact.line != "equity" and fact.year == first for fact in opening):
        yield Finding("opening_balances_missing", (place,), {"year": compared})


def balance_sheet_balances(case: Case) -> Iterator[Finding]:
    """Assets equal equity and liabilities, but for what the rounding of the typed amounts explains.

    6 kap. 2 § LKBR. Equity is derived, so a difference shows an error anywhere among the typed amounts.
    """
    derived = case.derived
    if derived is None:
        return
    year = derived.association.year
    place = case.underlag.place(BalanceItem)
    reason = _why_untested(case, derived)
    if reason:
        yield Finding("balance_untested", (place,), {"reason": reason})
        return
    for day in (year - 2, year - 1, year):
        difference = derived.figures[key_of(BALANCE_DIFFERENCE, day)]
        if difference.amount and _has_balances(derived, day):
            yield _balance_finding(derived, difference, day, place)


def _why_untested(case: Case, derived: Derivation) -> str:
    """Why the balance cannot be tested; nothing where it can, or where nothing has been entered yet."""
    models = (IncomeOrCost, BalanceItem, OpeningBalance, DirectAdjustment)
    hole = next((hole for model in models if (hole := _hole(case, model))), None)
    year = derived.association.year
    if hole:
        return f"beloppen på rad {hole.row} i fliken {hole.tab} inte kan läsas"
    if not (case.underlag.is_whole(IncomeOrCost) and case.underlag.is_whole(BalanceItem)):
        return "alla belopp inte kan läsas"
    if not _has_balances(derived, year):
        return ""
    if not any(fact.opening and fact.line == "equity" for fact in derived.facts):
        return "ingående eget kapital saknas"
    return "" if _has_balances(derived, year - 1) else f"belopp för {year - 1} saknas"


def _hole(case: Case, model: type[Row]) -> Source | None:
    """The first row of a model whose amounts could not be read."""
    return next((row.place for row in case.underlag.raw[model].rows if row.place in case.underlag.holes), None)


def _has_balances(derived: Derivation, year: int) -> bool:
    """A day with nothing but equity has not been entered yet, which another rule says."""
    return any(
        fact.year == year
        and fact.line in LINES
        and not LINES[fact.line].is_flow
        and LINES[fact.line].kind is not Kind.EQUITY
        for fact in derived.facts
    )


def _balance_finding(derived: Derivation, difference: Figure, year: int, place: Source) -> Finding:
    allowed = tolerance(difference)
    assets = derived.figures[key_of(TOTAL_ASSETS, year)].amount
    size = abs(difference.amount)
    values = {
        "day": difference.period,
        "assets": assets,
        "claims": assets - difference.amount,
        "difference": size,
        "amounts": allowed.amounts,
        "unit": "tusental kronor" if allowed.unit > 1 else "hela kronor",
        "limit": allowed.bound,
        "bound": f"; avrundning kan ge högst {kronor(allowed.bound)}" if allowed.bound else "",
        "shown": ". Raden Avrundning visas i rapporten" if derived.association.show_rounding else "",
    }
    rule = "balance_differs"
    if size <= allowed.plain:
        rule = "balance_rounding"
    elif size <= allowed.bound:
        rule = "balance_rounding_large"
    return Finding(rule, (place,), values)
