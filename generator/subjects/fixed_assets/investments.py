"""The investment statement (*investeringsredovisning*), 10 kap. 1 § LKBR: investments against the board's budget.

Most associations have none; then a sentence says so, but only where the books agree.
"""

from collections.abc import Iterator, Sequence
from typing import Annotated, ClassVar

from pydantic import Field

from generator.blocks.block import Block, Component, Placement
from generator.checks.case import Case
from generator.figures.declaration import Combined, Declaration, Stated, on_line, plus
from generator.figures.figure import key_of
from generator.figures.statements import CASH
from generator.figures.table import ColumnSpec, NilPolicy, RowKind, RowSpec, build_table
from generator.findings.finding import Finding, Severity
from generator.findings.rule import Rule
from generator.ground.formatting import enumerated
from generator.ground.names import slug
from generator.model import topics
from generator.model.columns import AmountLast, AmountNow, EssentialAmount, Text
from generator.model.fact import Fact, Measure
from generator.model.next_year import Takes
from generator.model.rows import Entry, Row, Section, Tab
from generator.model.underlag import Underlag

NAME = "Investeringsredovisning"
CODE = "investments"
TOTAL = f"{CODE}.total"
BOOKED = f"{CASH}.fixed_assets"
"""The investments as the cash flow statement has them: minus, for they take cash."""


class Investment(Row):
    """An investment with its cost and the board's budget for it."""

    other_headings: ClassVar = {"this_year": ("Utfall",), "budget": ("Budget",)}

    name: Text = Field(title="Investering", description="Vad förbundet har köpt, till exempel möbler till kansliet.")
    this_year: EssentialAmount = Field(None, title="Utfall i år", description="Anskaffningsvärdet, utan minus.")
    last_year: Annotated[AmountLast, Takes("this_year")] = Field(
        None, title="Utfall i fjol", description="Föregående års belopp."
    )
    budget: AmountNow = Field(None, title="Budget i år", description="Styrelsens beslutade budget för investeringen.")
    remark: Text = Field("", title="Anmärkning", description="Egen minnesanteckning. Kommer inte med i rapporten.")

    @property
    def code(self) -> str:
        """The code of the investment's figures."""
        return f"{CODE}.row.{slug(self.name)}"

    @staticmethod
    def facts(entry: "Entry[Investment]", year: int) -> Iterator[Fact]:
        """Give the cost of each year and the budget."""
        decided = Measure.BUDGET_DECIDED
        for field, shift, measure in (
            ("this_year", 0, Measure.OUTCOME),
            ("last_year", -1, Measure.OUTCOME),
            ("budget", 0, decided),
        ):
            value = getattr(entry.row, field)
            if value is not None:
                yield Fact(entry.row.code, year + shift, value, entry.source(field), measure)


TAB = Tab(
    topic=topics.ASSETS,
    name="Investeringar",
    help="En rad per investering. Lämnas tom om förbundet inte investerar; då säger rapporten det.",
    sections=(Section(Investment, prepared=8),),
    in_unit=True,
)


def declarations(underlag: Underlag, facts: Sequence[Fact]) -> Iterator[Declaration]:
    """Declare each investment and their sum."""
    del facts
    rows = {row.code: row.name for row in underlag.rows(Investment)}
    for code, name in rows.items():
        yield Stated(code, f"Investering, {name}", on_line(code), flow=True)
    if rows:
        yield Combined(TOTAL, "Summa investeringar", plus(*rows), flow=True)


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the investments against the budget, else the sentence that there are none."""
    derived, style = placement.derived, placement.style
    rows = {row.code: row.name for row in derived.underlag.rows(Investment)}
    if not rows:
        if not any(derived.figures[key_of(BOOKED, year)].amount for year in style.years):
            yield Block(text=_none(style.years))
        return
    year = derived.association.year
    spec = style.spec(
        CODE,
        NAME,
        rows=(
            *(RowSpec(code, label) for code, label in rows.items()),
            RowSpec(TOTAL, kind=RowKind.TOTAL, nil=NilPolicy.SHOW),
        ),
        columns=(
            ColumnSpec(year, head=f"Utfall {year}"),
            ColumnSpec(year, "budget", head=f"Budget {year}", optional=True),
            style.deviation(year, "deviation", optional=True, effect=-1),
            *(ColumnSpec(earlier, head=f"Utfall {earlier}", optional=True) for earlier in style.years[1:]),
        ),
        flow=True,
        notes=(style.deviation_sentence,),
    )
    yield Block(table=build_table(spec, derived.figures))


def _none(years: Sequence[int]) -> str:
    return f"Förbundet har inte gjort några investeringar {enumerated([str(year) for year in sorted(years)])}."


def investments_agree_with_books(case: Case) -> Iterator[Finding]:
    """What is typed as investments is what the balances say was bought, where the part is shown."""
    if case.derived is None:
        return
    year = case.derived.association.year
    typed = case.derived.figures.get(key_of(TOTAL, year))
    booked = -case.derived.figures[key_of(BOOKED, year)].amount
    if typed is not None and typed.amount != booked:
        place = case.underlag.place(Investment)
        yield Finding("investments_differ", (place,), {"typed": typed.amount, "booked": booked})


COMPONENT = Component(
    NAME,
    "Investeringarna mot budget (10 kap. 1 § LKBR), eller meningen att det inte finns några.",
    blocks,
    tabs=(TAB,),
    declarations=declarations,
    qualified={"investments.row.*": "investeringar.*", "investments.total": "investeringar.summa"},
    rules=(investments_agree_with_books,),
    texts=(
        Rule(
            "investments_differ",
            Severity.WARNING,
            "Investeringarna skiljer sig från balansposterna",
            "Investeringarna i fliken är {typed}. Enligt balansposter och avskrivningar är de {booked}.",
            "Rätta ena sidan. Har något sålts eller utrangerats kan skillnaden vara riktig.",
        ),
    ),
)
