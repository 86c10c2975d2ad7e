"""The multi-year overview (*flerårsöversikt*): key figures of up to five years, the two latest derived.

11 kap. 1 § LKBR asks for an overview of the development; RKR R15 for key figures of several years. A known key
figure is derived for the report's two years, so that it cannot differ from the statements; the years before are typed
from earlier reports. Other rows are the association's own: taken from a row of a note, or typed for all years. A report
may have several overviews; a key figure that stands in more than one is typed once.
"""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Annotated, ClassVar, NamedTuple

from pydantic import Field

from generator.blocks.block import Block, Component, Placement
from generator.checks.case import Case
from generator.figures.declaration import Combined, Declaration, Ratio, Series, Stated, minus, on_line, plus
from generator.figures.table import ColumnSpec, NilPolicy, RowKind, RowSpec, build_table
from generator.findings.finding import Finding, Severity
from generator.findings.rule import Rule
from generator.findings.rulebook import hint
from generator.ground.formatting import COUNT, KRONOR, SHARE
from generator.ground.names import folded, nearest, slug
from generator.ground.source import Source
from generator.model.association import CostSign
from generator.model.columns import ChoiceColumn, Text, Value
from generator.model.fact import Fact
from generator.model.next_year import Emptied, Takes
from generator.model.rows import Entry, Row, Section, Tab
from generator.model.underlag import Underlag
from generator.statements.balance_sheet import EQUITY, TOTAL_ASSETS
from generator.statements.cash_flow import LIQUID
from generator.statements.income_statement import INCOME, INCOME_STATEMENT, NET_RESULT
from generator.statements.lines import LINES, code_of
from generator.statements.statement import Kind
from generator.subjects.activities.groups import is_kind
from generator.subjects.operating_statement.figures import CONTRIBUTIONS

PER_CENT, HEADING = "%", "rubrik"
VALUES = ("this_year", "last_year", "third_year", "fourth_year", "fifth_year")
"""The fields of the years' values, the latest first."""

_LARGEST_TYPED_SHARE = Decimal("1.5")
"""A share typed as a plain number above this was meant in per cent: nobody has a soliditet of 5 900 %."""


class Known(NamedTuple):
    """A key figure that the program derives: the figure's code, its unit and its definition."""

    code: str
    unit: str = KRONOR
    definition: str = ""
    is_cost: bool = False


KNOWN = {
    "Verksamhetens intäkter": Known(f"{INCOME}.operating_income"),
    "Verksamhetens kostnader": Known(
        f"{INCOME}.operating_costs", definition="utan avskrivningar och finansiella kostnader", is_cost=True
    ),
    "Kostnader inklusive finansiella kostnader": Known(
        "overview.all_costs",
        definition="verksamhetens kostnader, avskrivningar och finansiella kostnader",
        is_cost=True,
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
_UNITS = {"kr": KRONOR, PER_CENT: SHARE, "antal": COUNT, HEADING: ""}


class KeyFigure(Row):
    """A row of the overview: a known key figure, or one of the association's own."""

    other_headings: ClassVar = {"last_year": ("Föregående år",)}
    rare: ClassVar = frozenset({"overview", "label", "share_of", "from_row"})

    key: Text = Field(
        title="Nyckeltal",
        description=f"Ett nyckeltal som programmet räknar fram ({', '.join(KNOWN)}) eller ett eget.",
    )
    unit: Annotated[str, ChoiceColumn(10, allowed=tuple(_UNITS), aliases=(("procent", "%"), ("st", "antal")))] = Field(
        "kr",
        title="Enhet",
        description="kr, % eller antal. Behövs bara för egna nyckeltal. rubrik: en rad som delar tabellen.",
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
    overview: Text = Field(
        "",
        title="Översikt",
        description=(
            "Bara om rapporten har flera översikter: vilken raden hör till. Samma namn skrivs i kolumnen Namn i "
            "fliken Innehåll. Ett nyckeltal som står i två översikter fylls i på den ena raden."
        ),
    )
    label: Text = Field("", title="Visas som", description="Radens text i tabellen. Tomt: nyckeltalets namn.")
    share_of: Text = Field(
        "",
        title="Andel av",
        description="Ett annat nyckeltal i fliken: andelen av det visas inom parentes efter beloppet.",
    )
    from_row: Text = Field(
        "",
        title="Ur notrad",
        description="Bara för egna nyckeltal: raden i en not som beloppet i år och i fjol hämtas ur.",
    )

    @property
    def known(self) -> Known | None:
        """The derived key figure that the row names, if it names one."""
        return next((known for name, known in KNOWN.items() if folded(name) == folded(self.key)), None)

    @property
    def is_derived(self) -> bool:
        """Whether the report's two years are derived."""
        return self.known is not None or bool(self.from_row)

    @property
    def is_heading(self) -> bool:
        """Whether the row parts the table and has no figures."""
        return self.unit == HEADING

    @property
    def title(self) -> str:
        """The row's text in the table."""
        return self.label or self.key

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
        for back, field in enumerate(VALUES):
            value = getattr(row, field)
            if value is not None and (back > 1 or not row.is_derived) and not row.is_heading:
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
    costs = plus(*(code_of(line) for line in INCOME_STATEMENT.lines if line.kind is Kind.COST))
    yield Combined("overview.all_costs", "Kostnader inklusive finansiella kostnader", costs, flow=True)
    financial = (*plus(f"{INCOME}.financial_income"), *minus(f"{INCOME}.financial_costs"))
    yield Combined("overview.net_financial_items", "Finansnetto", financial, flow=True)
    yield Ratio(
        "overview.equity_to_contributions", "Eget kapital i förhållande till medlemsbidragen", EQUITY, CONTRIBUTIONS
    )
    if underlag.association is None:
        return
    year = underlag.association.row.year
    older = (year - 2, year - 3, year - 4)
    rows = [row for row in underlag.rows(KeyFigure) if not row.is_heading]
    series = {folded(row.key): row.code for row in rows}
    for row in rows:
        yield from _from_note(row, facts)
        yield Series(row.code, row.key, _recent(row), on_line(row.code), older, row.figure_unit)
        if folded(row.share_of) in series:
            whole = series[folded(row.share_of)]
            yield Ratio(f"{row.code}.share", f"{row.key}, andel av {row.share_of}", row.code, whole, older=older)


def _recent(row: KeyFigure) -> str:
    """The code of the figure that the report's two years are taken from; empty where they are typed."""
    if row.known:
        return row.known.code
    return f"{row.code}.from_row" if row.from_row else ""


def _from_note(row: KeyFigure, facts: Sequence[Fact]) -> Iterator[Declaration]:
    """Declare the sum of a note's row that a key figure of the association's own is taken from."""
    own = _in_row(row.from_row, facts)
    if row.from_row and not row.known:
        flow = all(fact.line not in LINES or LINES[fact.line].is_flow for fact in own)
        where = _is_in_row(row.from_row)
        yield Stated(f"{row.code}.from_row", f"{row.key}, ur not", where, flow=flow, budgeted=False)


def _in_row(name: str, facts: Sequence[Fact]) -> list[Fact]:
    return [fact for fact in facts if _is_in_row(name)(fact)]


def _is_in_row(name: str) -> Callable[[Fact], bool]:
    return lambda fact: bool(fact.note) and folded(fact.row) == folded(name)


def blocks(placement: Placement) -> Iterator[Block]:
    """Place an overview, the latest year first, with the definitions below; costs with a minus only on request."""
    derived = placement.derived
    wanted = folded(placement.name)
    rows = [row for row in derived.underlag.rows(KeyFigure) if wanted in ("", folded(row.overview))]
    if not rows:
        return
    year = derived.association.year
    spec = placement.style.spec(
        f"overview_{slug(placement.name)}" if placement.name else "overview",
        "Flerårsöversikt",
        rows=tuple(_row(row, derived.facts) for row in rows),
        columns=tuple(
            ColumnSpec(year - back, head=str(year - back), optional=back > 0, beside=".share") for back in range(5)
        ),
        flow=True,
        signed=placement.wishes.cost_sign == CostSign.NEGATIVE,
        notes=tuple(_definitions(rows)),
    )
    yield Block(table=build_table(spec, derived.figures))


def _row(row: KeyFigure, facts: Sequence[Fact]) -> RowSpec:
    if row.is_heading:
        return RowSpec(label=row.title, kind=RowKind.HEADING)
    known_cost = row.known is not None and row.known.is_cost
    own_cost = not row.known and any(is_kind(fact, Kind.COST) for fact in _in_row(row.from_row, facts))
    return RowSpec(row.code, row.title, effect=-1 if known_cost or own_cost else 1, nil=NilPolicy.SHOW)


def names(underlag: Underlag) -> dict[str, tuple[str, ...]]:
    """The overviews that a block of the outline may show alone, and the key figures in each."""
    found: dict[str, tuple[str, ...]] = {}
    for row in underlag.rows(KeyFigure):
        if row.overview:
            found[row.overview] = (*found.get(row.overview, ()), f"{row.overview}: {row.key}")
    return found


def _definitions(rows: Sequence[KeyFigure]) -> Iterator[str]:
    for row in rows:
        text = row.definition or (row.known.definition if row.known else "")
        if text:
            yield f"{row.title}: {text.rstrip('.')}."


def derived_is_not_typed(case: Case) -> Iterator[Finding]:
    """A known key figure of the report's two years is derived; what is typed there is not read."""
    for entry in case.underlag.of(KeyFigure):
        for field in ("this_year", "last_year"):
            if entry.row.is_derived and getattr(entry.row, field) is not None:
                source = entry.source(field)
                yield Finding("overview_typed", (source,), {"found": source.text, "key": entry.row.key})


def years_are_typed_once(case: Case) -> Iterator[Finding]:
    """A key figure that stands on two rows, in two overviews, has the amount of a year on one of them."""
    seen: dict[tuple[str, str], Source] = {}
    for entry in case.underlag.of(KeyFigure):
        for field in VALUES:
            if getattr(entry.row, field) is None:
                continue
            source = entry.source(field)
            first = seen.setdefault((folded(entry.row.key), field), source)
            if first is not source:
                yield Finding("overview_twice", (source, first), {"key": entry.row.key, "cell": first.cell})


def named_rows_are_there(case: Case) -> Iterator[Finding]:
    """What a key figure is a share of, and the note's row that it is taken from, are there."""
    keys = {folded(row.key): row.key for row in case.underlag.rows(KeyFigure)}
    facts = case.derived.facts if case.derived else ()
    rows = {folded(fact.row): fact.row for fact in facts if fact.note}
    for entry in case.underlag.of(KeyFigure):
        for field, known, rule in (
            ("share_of", keys, "overview_share_unknown"),
            ("from_row", rows, "overview_row_unknown"),
        ):
            found = getattr(entry.row, field)
            if found and folded(found) not in known:
                values = {"found": found, "hint": hint(nearest(found, known.values()))}
                yield Finding(rule, (entry.source(field),), values)


COMPONENT = Component(
    "Flerårsöversikt",
    "Nyckeltalen i fliken Flerårsöversikt, upp till fem år med det senaste först. Namn: en av flera översikter.",
    blocks,
    names=names,
    tabs=(TAB,),
    declarations=declarations,
    qualified={
        "overview": "flerårsöversikt",
        "overview.*.share": "flerårsöversikt.*.andel",
        "overview.*.from_row": "flerårsöversikt.*.ur_not",
    },
    rules=(derived_is_not_typed, years_are_typed_once, named_rows_are_there),
    texts=(
        Rule(
            "overview_typed",
            Severity.WARNING,
            "Nyckeltal inskrivet fast det räknas fram",
            "{key} räknas fram för i år och i fjol. Det inskrivna {found} läses inte.",
            "Ta bort värdet.",
        ),
        Rule(
            "overview_twice",
            Severity.ERROR,
            "Nyckeltalet har värden på två rader",
            "{key} har ett värde för samma år även i cell {cell}. De skulle läggas ihop.",
            "Ta bort det ena. Raderna visar samma siffror.",
        ),
        Rule(
            "overview_share_unknown",
            Severity.ERROR,
            "Andel av ett nyckeltal som inte finns",
            "Inget nyckeltal i fliken heter ”{found}”.{hint}",
            "Skriv namnet på ett nyckeltal i fliken.",
        ),
        Rule(
            "overview_row_unknown",
            Severity.ERROR,
            "Notraden finns inte",
            "Ingen rad i någon not heter ”{found}”.{hint}",
            "Skriv radens text som den står i kolumnen Notrad.",
        ),
    ),
)
