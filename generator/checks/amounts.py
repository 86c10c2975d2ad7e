"""The rules about amounts: are they there, and do they agree with each other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.blocks.case import Case
from generator.causes.explain import balance_causes
from generator.checks.messages_amounts import (
    ADJUSTMENT_NOT_RESTATED,
    ADJUSTMENT_OF_CHANGES,
    ADJUSTMENT_RESTATES_OTHER_YEAR,
    ADJUSTMENT_WITHOUT_NOTE,
    ADJUSTMENT_WITHOUT_REASON,
    ADJUSTMENT_YEAR,
    BALANCE_DIFFERS,
    BALANCE_ROUNDING,
    BALANCE_ROUNDING_LARGE,
    BALANCE_UNTESTED,
    BEFORE_FIRST_DAY,
    CASH_CHANGES,
    CASH_FLOW_DIFFERS,
    FIRST_DAY_AFTER_YEAR,
    NO_AMOUNTS,
    NOTE_INCOMPLETE,
    OPENING_BALANCES_MISSING,
    OPENING_EQUITY_MISSING,
    SUM_NEGATIVE,
)
from generator.figures.derivation import Derivation
from generator.figures.figure import Figure, FigureId
from generator.figures.rounding import tolerance
from generator.findings.finding import Finding, Severity, Side, Sides
from generator.findings.message import LISTED, severity_of
from generator.ground.formatting import enumerated, first_of, in_unit, iso_date, kronor
from generator.ground.once import once
from generator.ground.source import Source, column_letter
from generator.model.amounts import BalanceItem, DirectAdjustment, IncomeOrCost, OpeningBalance
from generator.model.fact import Fact, Measure
from generator.model.messages import MISSING
from generator.model.rows import Row, heading
from generator.statements.balance_sheet import BALANCE_DIFFERENCE, CLAIMS, CURRENT_ASSETS, EQUITY_LINE, TOTAL_ASSETS
from generator.statements.cash_flow import CASH_DIFFERENCE, LIQUID
from generator.statements.lines import BY_LABEL
from generator.statements.statement import Kind, Line


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
            yield MISSING.found(entry.source("amount"), **missing)
        if row.year not in years:
            yield ADJUSTMENT_YEAR.found(entry.source("year"), **values)
        if not row.reason:
            yield ADJUSTMENT_WITHOUT_REASON.found(entry.source("reason"), **values)
        if not row.note:
            yield ADJUSTMENT_WITHOUT_NOTE.found(entry.source("note"), **values)
        if row.line and row.year == years[0]:
            yield ADJUSTMENT_RESTATES_OTHER_YEAR.found(entry.source("year"), **values, line=row.line, before=years[1])
        elif row.line and any(fact.rolled for fact in case.derived.facts.on(BY_LABEL[row.line])):
            yield ADJUSTMENT_OF_CHANGES.found(entry.source("line"), **values, line=row.line)
        elif not row.line and row.year == years[0] and not case.derived.is_first_year:
            yield ADJUSTMENT_NOT_RESTATED.found(entry.source("year"), **values, before=years[1])


def nothing_is_before_the_first_day(case: Case) -> Iterator[Finding]:
    """An association has no amounts of the years before it was there, and no report of them."""
    derived = case.derived
    if derived is None or derived.association.first_day is None or case.underlag.association is None:
        return
    day, year = derived.association.first_day, derived.association.year
    values = {"day": iso_date(day), "year": year}
    if day.year > year:
        yield FIRST_DAY_AFTER_YEAR.found(case.underlag.association.source("first_day"), **values)
        return
    before = [fact for fact in derived.facts.amounts if fact.amount and fact.year < day.year]
    for fact in sorted(before, key=lambda fact: fact.source)[:1]:
        yield BEFORE_FIRST_DAY.found(fact.source, amount=fact.amount, found=fact.year, **values)


def amounts_are_there(case: Case) -> Iterator[Finding]:
    """Both tabs of amounts hold something for the year, and for the year compared with (5 kap. 6 § LKBR)."""
    derived = case.derived
    if derived is None:
        return
    for year in derived.style().years:
        for model, flow in ((IncomeOrCost, True), (BalanceItem, False)):
            if case.underlag.is_whole(model) and not _states(derived, year, flow=flow):
                place = case.underlag.place(model)
                found = NO_AMOUNTS.found(place, tab=place.tab, year=year).graded(case.lacking())
                is_last = year != derived.association.year
                yield _unless_the_ledger_has_it(found, case) if is_last else _as_the_ledger_lacks_it(found, case)


def _unless_the_ledger_has_it(finding: Finding, case: Case) -> Finding:
    """Say how what is lacking of last year comes from the ledger, where this year's amounts do."""
    besides = "Har huvudboken beloppen: exportera den med jämförelseår, eller lägg fjolårets bredvid."
    return replace(finding, besides=besides) if case.ledger.became else finding


def _as_the_ledger_lacks_it(finding: Finding, case: Case) -> Finding:
    """Say where this year's amounts are to come from, where a ledger of another year is there."""
    besides = "Hämtas beloppen ur bokföringen: lägg årets huvudbok i mappen i stället."
    return replace(finding, besides=besides) if case.ledger.ledgers else finding


def _states(derived: Derivation, year: int, *, flow: bool) -> bool:
    """Whether any outcome of a year, or closing balance beside equity, is stated."""
    lines = (fact.line for fact in derived.facts.amounts if _is_outcome_of(fact, year))
    return any(line.is_flow is flow and line.kind is not Kind.EQUITY for line in lines)


def _is_outcome_of(fact: Fact, year: int) -> bool:
    return fact.year == year and fact.measure is Measure.OUTCOME


def sums_have_their_natural_sign(case: Case) -> Iterator[Finding]:
    """A post whose sum is negative was typed with the ledger's sign; a single negative row may be a correction.

    What is rolled forward is typed as changes, which may well be decreases.
    """
    for (_, where, line), found in negative_posts(case).items():
        sources = tuple(fact.source for fact in found if fact.amount < 0)
        values = {"line": line.label, "where": where, "total": sum(fact.amount for fact in found)}
        yield SUM_NEGATIVE.found(*sources, **values, remedy=_OF_ACCOUNTS if found[0].home else _OF_CELLS)


_OF_CELLS = (
    "Skriv beloppen utan minus. Minus betyder en rättelse åt andra hållet, till exempel en återbetalning. Är summan "
    "verkligen negativ hör beloppet"
)
_OF_ACCOUNTS = "Se efter i fliken Kontoplan att kontona hör till posten. Är summan verkligen negativ hör kontot"
"""What to do where the amounts are typed, and where they come from the ledger."""


@once
def negative_posts(case: Case) -> dict[tuple[int, str, Line], list[Fact]]:
    """What is typed of each post whose sum is negative and should not be, by where it stands."""
    posts: dict[tuple[int, str, Line], list[Fact]] = {}
    contributions: dict[tuple[Line, int, Measure], Decimal] = {}
    for fact in case.derived.facts.amounts if case.derived else ():
        if not fact.line.either_sign and not fact.part_of and not (fact.rolled or fact.restated):
            posts.setdefault(post_of(fact), []).append(fact)
            if fact.contribution:
                whose = fact.line, fact.year, fact.measure
                contributions[whose] = contributions.get(whose, Decimal(0)) + fact.amount
    return {
        post: typed
        for post, typed in posts.items()
        if post[2].kind is not Kind.EQUITY and sum(fact.amount for fact in typed) + _beside(typed[0], contributions) < 0
    }


def _beside(fact: Fact, contributions: Mapping[tuple[Line, int, Measure], Decimal]) -> Decimal:
    """What the members have given to the post of an account: their register has it, and the ledger the rest."""
    whose = fact.line, fact.year, fact.measure
    return contributions.get(whose, Decimal(0)) if fact.home and not fact.contribution else Decimal(0)


def post_of(fact: Fact) -> tuple[int, str, Line]:
    """Where the amounts stand that make up a post together: the tab, its column in words, and the line.

    A ledger's accounts stand in no column of ours: those of a year and measure are together, whatever file has them.
    """
    if not fact.home:
        return fact.source.order, f" i kolumn {column_letter(fact.source.column)}", fact.line
    if fact.measure is Measure.OUTCOME and not fact.opening:
        return 0, f" {fact.year}", fact.line
    return 0, f", {'ingående balans' if fact.opening else fact.measure.value} {fact.year},", fact.line


def notes_cover_their_lines(case: Case) -> Iterator[Finding]:
    """A post that refers to a note is explained by it wholly; a sub-item may have a note of its own.

    Notes show two years: what is typed of an older one is in none.
    """
    parts: dict[tuple[Line, str], list[Fact]] = {}
    for fact in case.derived.facts.amounts if case.derived else ():
        shown = case.derived is not None and fact.year >= case.derived.association.year - 1
        if shown and fact.amount and not (fact.part_of or fact.opening):
            parts.setdefault((fact.line, fact.sub_item), []).append(fact)
    for (line, _), facts in parts.items():
        noted = next((fact.note for fact in facts if fact.note), "")
        without = tuple(fact.source for fact in facts if not fact.note and fact.measure is Measure.OUTCOME)
        if noted and without:
            rows, remedy = _without_a_note(without)
            yield NOTE_INCOMPLETE.found(*without, line=line.label, note=noted, rows=rows, remedy=remedy)


def _without_a_note(without: Sequence[Source]) -> tuple[str, str]:
    """What is not in the note, and where its name is to be written: accounts have no cells of their own."""
    accounts = list(dict.fromkeys(source.text for source in without if source.file and source.text))
    if accounts:
        remedy = "vid kontona i fliken Kontoplan också (för en medlem: i fliken Medlemmar)"
        return enumerated(first_of(accounts, LISTED)), remedy
    return f"rad {', '.join(dict.fromkeys(str(source.row) for source in without))}", "på raderna också"


def cash_stays_cash(case: Case) -> Iterator[Finding]:
    """What counts as cash one year counts as cash the next, or the cash flow shows a payment that never was."""
    kinds: dict[Line, dict[int, set[bool]]] = {}
    places: dict[Line, Source] = {}
    for fact in case.derived.facts.amounts if case.derived else ():
        if fact.amount and fact.line in CURRENT_ASSETS.lines:
            kinds.setdefault(fact.line, {}).setdefault(fact.year, set()).add(fact.liquid)
            places.setdefault(fact.line, fact.source)
    for line, years in kinds.items():
        if len({frozenset(kind) for kind in years.values()}) > 1 and not any(len(kind) > 1 for kind in years.values()):
            told = ", ".join(str(year) for year, kind in sorted(years.items()) if True in kind)
            yield CASH_CHANGES.found(places[line], line=line.label, years=told)


def opening_balances_are_there(case: Case) -> Iterator[Finding]:
    """Equity is derived from its opening balance, the comparison year's cash flow from all of them."""
    raw = case.underlag.raw
    if case.derived is None or not raw[BalanceItem].found or _hole(case, OpeningBalance):
        return
    first, compared = case.derived.association.year - 2, case.derived.association.year - 1
    if _is_new(case.derived):
        return
    place = case.underlag.place(OpeningBalance)
    opening = [fact for fact in case.derived.facts.amounts if fact.opening]
    if not any(fact.line == EQUITY_LINE for fact in opening):
        entries = (entry for entry in case.underlag.of(OpeningBalance) if entry.row.line == EQUITY_LINE.label)
        cell = next((entry.source("amount") for entry in entries), place)
        yield _unless_the_ledger_has_it(OPENING_EQUITY_MISSING.found(cell).graded(case.lacking()), case)
    has_last_year = any(fact.year == compared for fact in case.derived.facts.amounts)
    if has_last_year and not any(fact.line != EQUITY_LINE and fact.year == first for fact in opening):
        yield _unless_the_ledger_has_it(OPENING_BALANCES_MISSING.found(place, year=compared), case)


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
        yield BALANCE_UNTESTED.found(place, reason=reason)
        return
    days = [day for day in (year - 2, year - 1, year) if _has_balances(derived, day)]
    differing = [*_balance_findings(derived, days, place)]
    for flow in (year - 1, year):
        differing += _cash_flow_finding(derived, flow, place)
    causes = balance_causes(derived, days) if any(severity_of(each) is Severity.ERROR for each in differing) else ()
    yield from (each.because(causes) if severity_of(each) is Severity.ERROR else each for each in differing)


def _balance_findings(derived: Derivation, days: Sequence[int], place: Source) -> Iterator[Finding]:
    for day in days:
        difference = derived.figures[FigureId(BALANCE_DIFFERENCE, day)]
        if difference.amount:
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
    if not _is_new(derived) and not any(fact.opening for fact in derived.facts.on(EQUITY_LINE)):
        return "ingående eget kapital saknas"
    compared = derived.is_first_year or _has_balances(derived, year - 1)
    return "" if compared else f"belopp för {year - 1} saknas"


def _is_new(derived: Derivation) -> bool:
    """Whether the comparison year opened with nothing, because the association began in it or after it."""
    first_day = derived.association.first_day
    return first_day is not None and first_day.year >= derived.association.year - 1


def _hole(case: Case, model: type[Row]) -> Source | None:
    """The first row of a model whose amounts could not be read."""
    return next((row.place for row in case.underlag.raw[model].rows if row.place in case.underlag.holes), None)


def _has_balances(derived: Derivation, year: int) -> bool:
    """A day with nothing but equity has not been entered yet, which another rule says."""
    return _states(derived, year, flow=False)


def _cash_flow_finding(derived: Derivation, year: int, place: Source) -> Iterator[Finding]:
    """The year's own change must add up too: last year's rounding may not hide an error of this year."""
    difference = derived.figures[FigureId(CASH_DIFFERENCE, year)]
    days = (derived.figures[FigureId(BALANCE_DIFFERENCE, day)] for day in (year - 1, year))
    hidden = all(abs(day.amount) <= tolerance(day).bound for day in days)
    if hidden and abs(difference.amount) > tolerance(difference).bound:
        values = {"year": year, "difference": abs(difference.amount)}
        yield CASH_FLOW_DIFFERS.found(place, **values).between(_cash_sides(derived, difference, year))


def _cash_sides(derived: Derivation, difference: Figure, year: int) -> Sides:
    """What the year's flows make of cash, and the cash that the balances have."""
    closing = derived.figures[FigureId(LIQUID, year)]
    one = Side("Likvida medel enligt årets flöden", closing.amount - difference.amount)
    return Sides(one, Side("Likvida medel enligt balansposterna", closing.amount), tolerance(difference).bound)


def _balance_finding(derived: Derivation, difference: Figure, year: int, place: Source) -> Finding:
    allowed = tolerance(difference)
    assets = derived.figures[FigureId(TOTAL_ASSETS, year)].amount
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
        "how": "i kronor med ören" if allowed.unit > 1 else "med ören",
        "shown": ". Raden Avrundning visas i rapporten" if _prints_rounding(derived, size) else "",
    }
    values["lead"] = _lead(derived, difference, year)
    rule = BALANCE_DIFFERS
    if size <= allowed.plain:
        rule = BALANCE_ROUNDING
    elif size <= allowed.bound:
        rule = BALANCE_ROUNDING_LARGE
    return rule.found(place, **values).between(_balance_sides(derived, difference, year, allowed.bound))


def _prints_rounding(derived: Derivation, size: Decimal) -> bool:
    """Whether the row is shown: a difference that is nil in the report's unit is not."""
    style = derived.style()
    return bool(derived.association.show_rounding and in_unit(size, style.unit, style.decimals))


def _balance_sides(derived: Derivation, difference: Figure, year: int, bound: Decimal) -> Sides:
    assets = derived.figures[FigureId(TOTAL_ASSETS, year)]
    claims = derived.figures[FigureId(CLAIMS, year)]
    return Sides(
        Side(assets.label, assets.amount, tuple(fact.source for fact in assets.leaves())),
        Side(claims.label, assets.amount - difference.amount, tuple(fact.source for fact in claims.leaves())),
        bound,
    )


def _lead(derived: Derivation, difference: Figure, year: int) -> str:
    """Whether the difference is only last year's, which is told there."""
    before = derived.figures.get(FigureId(BALANCE_DIFFERENCE, year - 1))
    if before is not None and before.value == difference.value:
        return f"Skillnaden är densamma som {before.period}: rätta den dagen först. "
    return ""
