"""The tables of the insatser's own accounts: each one's cost report, and all of them with what is left."""

from collections.abc import Iterator

from generator.figures.derivation import Derivation
from generator.figures.deviations import Compared
from generator.figures.figure import FigureId
from generator.figures.naming import BUDGET_PART
from generator.figures.naming import LEFT_PART as SURPLUS_PART
from generator.figures.style import Style
from generator.figures.table import ColumnSpec, NilPolicy, RowKind, RowSpec, Table, build_table
from generator.ground.names import slug
from generator.subjects.insatser.figures_accounts import (
    ALL_INSATSER,
    BUDGET,
    DEFICIT,
    DEFICIT_PART,
    SURPLUS,
    USED,
    budgeted_by_kind,
    has_accounts,
    has_budget,
    kinds_of,
)
from generator.subjects.insatser.rows import Insats


def accounts_of(insats: Insats, derived: Derivation, style: Style) -> Table | None:
    """The cost report of one insats: its kinds of cost and their sum, and the surplus outside the sum.

    By kind against budget where the budget is typed by kind. None where the insats has reported nothing.
    """
    kinds = kinds_of(insats, derived.facts)
    if not kinds:
        return None
    by_kind = bool(budgeted_by_kind(insats, derived.facts))
    year = derived.association.year
    outcome = ColumnSpec(year, head=f"Utfall {year}")
    budget = ColumnSpec(year, suffix=BUDGET_PART, head=BUDGET)
    left = 1 if style.plus_is_better else -1
    deviation = ColumnSpec(year, suffix=SURPLUS_PART, head="Avvikelse", better=True, effect=left)
    rows = (
        *(RowSpec(code, label, nil=NilPolicy.SHOW) for code, label in kinds.items()),
        RowSpec(insats.code, USED, RowKind.TOTAL, nil=NilPolicy.SHOW),
        *(() if by_kind else _outside_the_sum(insats, derived)),
    )
    columns = (outcome, budget, deviation) if by_kind else (outcome,)
    notes = (style.deviation_sentence(Compared.COSTS),) if by_kind else ()
    title = f"Ekonomisk redovisning, {insats.label}"
    return build_table(style.spec(slug(insats.code), title, rows, columns, flow=True, notes=notes), derived.figures)


def _outside_the_sum(insats: Insats, derived: Derivation) -> Iterator[RowSpec]:
    """The budget, and what is left of it or lacks."""
    if not has_budget(insats, derived.facts):
        return
    surplus = derived.figures.get(FigureId(f"{insats.code}{SURPLUS_PART}", derived.association.year))
    part, label = (DEFICIT_PART, DEFICIT) if surplus and surplus.amount < 0 else (SURPLUS_PART, SURPLUS)
    yield RowSpec(f"{insats.code}{BUDGET_PART}", BUDGET, nil=NilPolicy.SHOW)
    yield RowSpec(f"{insats.code}{part}", label, RowKind.SUBTOTAL, nil=NilPolicy.SHOW)


def summary(derived: Derivation, style: Style) -> Table | None:
    """A row for each insats with budget, cost and what is left, and their sum; None without accounts."""
    insatser = [insats for insats in derived.underlag.rows(Insats) if has_accounts(insats, derived.facts)]
    if not insatser:
        return None
    year = derived.association.year
    rows = (
        *(RowSpec(insats.code, insats.label, nil=NilPolicy.SHOW) for insats in insatser),
        *((RowSpec(ALL_INSATSER, "Summa", RowKind.TOTAL, nil=NilPolicy.SHOW),) if len(insatser) > 1 else ()),
    )
    columns = (
        ColumnSpec(year, suffix=BUDGET_PART, head=BUDGET),
        ColumnSpec(year, head=f"Utfall {year}"),
        ColumnSpec(year, suffix=SURPLUS_PART, head="Kvar av budget"),
    )
    return build_table(style.spec(ALL_INSATSER, "Insatsernas ekonomi", rows, columns, flow=True), derived.figures)
