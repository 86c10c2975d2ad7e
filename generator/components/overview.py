"""The multi-year overview (*flerårsöversikt*): key figures of up to five years, the two latest derived.

11 kap. 1 § LKBR asks for an overview of the development; RKR R15 for key figures of several years. A known key
figure is derived for the report's two years, so that it cannot differ from the statements; the years before are typed
from earlier reports. Other rows are the association's own and are typed for all years.
"""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Annotated, ClassVar, NamedTuple

from pydantic import Field

from generator.checks.case import Case
from generator.checks.finding import Finding, Severity
from generator.checks.rule import Rule
from generator.components.block import Block, Component, Placement
from generator.components.operating_statement import CONTRIBUTIONS
from generator.figures.declaration import Combined, Declaration, Ratio, Series, minus, plus
from generator.figures.statements import EQUITY, INCOME, LIQUID, NET_RESULT, TOTAL_ASSETS
from generator.figures.table import ColumnSpec, NilPolicy, RowSpec, build_table
from generator.formatting import COUNT, KRONOR, SHARE
from generator.model.columns import ChoiceColumn, Text, Value
from generator.model.fact import Fact
from generator.model.next_year import Emptied, Takes
from generator.model.rows import Entry, Row, Section, Tab
from generator.model.underlag import Underlag
from generator.names import folded, slug

OWN, PER_CENT = "", "%"
_LARGEST_TYPED_SHARE = Decimal("1.5")
"""A share typed as a plain number above this was meant in per cent: nobody has a soliditet of 5 900 %."""


class Known(NamedTuple):
    """A key figure that the program derives: the figure's code, its unit and its definition."""

    code: str
    unit: str = KRONOR
    definition: str = ""


KNOWN = {
    "Verksamhetens intäkter": Known(f"{INCOME}.operating_income"),
    "Verksamhetens kostnader": Known(
        f"{INCOME}.operating_costs", definition="utan avskrivningar och finansiella kostnader"
    ),
    "Kostnader inklusive finansiella kostnader": Known(
        "overview.all_costs", definition="verksamhetens kostnader, avskrivningar och finansiella kostnader"
    ),
    "Finansnetto": Known("overview.net_financial_items", definition="finansiella intäkter minus finansiella kostnader"),
    "Årets resultat": Known(NET_RESULT),
    "Eget kapital": Known(EQUITY),
    "Summa tillgångar": Known(TOTAL_ASSETS),
    "Likvida medel": Known(LIQUID),
    "Medlemsbidrag": Known(CONTRIBUTIONS),
    "Soliditet": Known("balance_sheet.equity_ratio", SHARE, "eget kapital i procent av summa tillgångar"),
    "Eget kapital i förhållande till medlemsbidragen": Known(
        "overview.equity_to_contributions", SHARE, "eget kapital i procent av årets medlemsbidrag"
    ),
}
_UNITS = {"kr": KRONOR, PER_CENT: SHARE, "antal": COUNT}


class KeyFigure(Row):
    """A row of the overview: a known key figure, or one of the association's own."""

    other_headings: ClassVar = {"last_year": ("Föregående år",)}

    key: Text = Field(
        title="Nyckeltal",
        description=f"Ett nyckeltal som programmet räknar fram ({', '.join(KNOWN)}) eller ett eget.",
    )
    unit: Annotated[str, ChoiceColumn(10, allowed=tuple(_UNITS), aliases=(("procent", "%"), ("st", "antal")))] = Field(
        "kr", title="Enhet", description="kr, % eller antal. Behövs bara för egna nyckeltal."
    )
    this_year: Emptied[Value] = Field(
        None, title="I år", description="Bara för egna nyckeltal. De som programmet känner till räknas fram."
    )
    last_year: Annotated[Value, Takes("this_year")] = Field(
        None, title="I fjol", description="Bara för egna nyckeltal. De som programmet känner till räknas fram."
    )
    third_year: Annotated[Value, Takes("last_year", derived=True)] = Field(
        None, title="För två år sedan", description="Ur tidigare årsredovisningar."
    )
    fourth_year: Annotated[Value, Takes("third_year")] = Field(
        None, title="För tre år sedan", description="Ur tidigare årsredovisningar."
    )
    fifth_year: Annotated[Value, Takes("fourth_year")] = Field(
        None, title="För fyra år sedan", description="Ur tidigare årsredovisningar."
    )
    definition: Text = Field("", title="Definition", description="Hur ett eget nyckeltal räknas. Visas under tabellen.")

    @property
    def known(self) -> Known | None:
        """The derived key figure that the row names, if it names one."""
        return next((known for name, known in KNOWN.items() if folded(name) == folded(self.key)), None)

    @property
    def figure_unit(self) -> str:
        """The unit of the row's figures."""
        return self.known.unit if self.known else _UNITS[self.unit]

    @property
    def code(self) -> str:
        """The code of the row's figures."""
        return f"overview.{slug(self.key)}"

    @staticmethod
    def facts(entry: "Entry[KeyFigure]", year: int) -> Iterator[Fact]:
        """Give the typed values as Facts; the two latest years only for the association's own key figures."""
        row = entry.row
        for back, field in enumerate(("this_year", "last_year", "third_year", "fourth_year", "fifth_year")):
            value = getattr(row, field)
            if value is not None and (back > 1 or not row.known):
                if row.figure_unit == SHARE and abs(value) > _LARGEST_TYPED_SHARE:
                    value /= 100
                yield Fact(line=row.code, year=year - back, amount=value, source=entry.source(field))


TAB = Tab(
    name="Flerårsöversikt",
    help=(
        "En rad per nyckeltal. Det som programmet kan räkna fram för i år och i fjol skriver du inte in; "
        "äldre år hämtar du ur tidigare årsredovisningar. En procentsats skrivs 59 %."
    ),
    sections=(
        Section(
            KeyFigure,
            prepared=20,
            starters=tuple({"key": key} for key in ("Verksamhetens intäkter", "Årets resultat", "Soliditet")),
        ),
    ),
)


def declarations(underlag: Underlag, facts: Sequence[Fact]) -> Iterator[Declaration]:
    """Declare the derived key figures that are not elsewhere, and each row as a series of years."""
    del facts
    costs = plus(*(f"{INCOME}.{line}" for line in ("operating_costs", "depreciation", "financial_costs")))
    yield Combined("overview.all_costs", "Kostnader inklusive finansiella kostnader", costs, flow=True)
    financial = (*plus(f"{INCOME}.financial_income"), *minus(f"{INCOME}.financial_costs"))
    yield Combined("overview.net_financial_items", "Finansnetto", financial, flow=True)
    yield Ratio(
        "overview.equity_to_contributions", "Eget kapital i förhållande till medlemsbidragen", EQUITY, CONTRIBUTIONS
    )
    if underlag.association is None:
        return
    year = underlag.association.row.year
    for row in underlag.rows(KeyFigure):
        recent = row.known.code if row.known else ""
        yield Series(row.code, row.key, recent, _on(row.code), (year - 2, year - 3, year - 4), row.figure_unit)


def _on(code: str) -> Callable[[Fact], bool]:
    return lambda fact: fact.line == code


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the overview, the latest year first, with the definitions below."""
    derived = placement.derived
    rows = derived.underlag.rows(KeyFigure)
    if not rows:
        return
    year = derived.association.year
    spec = placement.style.spec(
        "overview",
        "Flerårsöversikt",
        rows=tuple(RowSpec(row.code, nil=NilPolicy.SHOW) for row in rows),
        columns=tuple(ColumnSpec(year - back, head=str(year - back), optional=back > 0) for back in range(5)),
        flow=True,
        notes=tuple(_definitions(rows)),
    )
    yield Block(table=build_table(spec, derived.figures))


def _definitions(rows: Sequence[KeyFigure]) -> Iterator[str]:
    for row in rows:
        text = row.definition or (row.known.definition if row.known else "")
        if text:
            yield f"{row.key}: {text.rstrip('.')}."


def derived_is_not_typed(case: Case) -> Iterator[Finding]:
    """A known key figure of the report's two years is derived; what is typed there is not read."""
    for entry in case.underlag.of(KeyFigure):
        for field in ("this_year", "last_year"):
            if entry.row.known and getattr(entry.row, field) is not None:
                source = entry.source(field)
                yield Finding("overview_typed", (source,), {"found": source.text, "key": entry.row.key})


COMPONENT = Component(
    "Flerårsöversikt",
    "Nyckeltalen i fliken Flerårsöversikt, upp till fem år med det senaste först.",
    blocks,
    tabs=(TAB,),
    declarations=declarations,
    qualified={"overview": "flerårsöversikt"},
    rules=(derived_is_not_typed,),
    texts=(
        Rule(
            "overview_typed",
            Severity.WARNING,
            "Nyckeltal inskrivet fast det räknas fram",
            "{key} räknas fram för i år och i fjol. Det inskrivna {found} läses inte.",
            "Ta bort värdet.",
        ),
    ),
)
