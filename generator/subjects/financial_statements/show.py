"""The statements (*räkningar*): the income statement, the balance sheet and the cash flow statement.

What stands in each is said in ``generator/statements``; they are only placed here.
"""

from collections.abc import Iterator

from generator.blocks.block import Block, Component, Placement
from generator.blocks.layout import Layout
from generator.figures.layouts import Layouts, SubItems
from generator.figures.table import build_table
from generator.ground.names import Name
from generator.statements.balance_sheet import BALANCE_SHEET
from generator.statements.cash_flow import CASH_FLOW
from generator.statements.income_statement import INCOME_STATEMENT


def income_statement(placement: Placement) -> Iterator[Block]:
    """Place the income statement (*resultaträkning*)."""
    derived = placement.derived
    yield Block(table=build_table(_layouts(placement).income_statement(), derived.figures))


def balance_sheet(placement: Placement) -> Iterator[Block]:
    """Place the balance sheet (*balansräkning*) with what stands below the line."""
    derived = placement.derived
    spec = _layouts(placement).balance_sheet(derived.figures)
    yield Block(table=build_table(spec, derived.figures))


def cash_flow(placement: Placement) -> Iterator[Block]:
    """Place the cash flow statement (*kassaflödesanalys*)."""
    derived = placement.derived
    spec = derived.layouts(placement.wishes).cash_flow(whole=placement.layout == ALL_ROWS)
    yield Block(table=build_table(spec, derived.figures))


def _layouts(placement: Placement) -> Layouts:
    return placement.derived.layouts(placement.wishes, _DIVIDED.get(placement.layout, SubItems.BELOW))


MOVED_ROWS = Layout("rader med belopp", "De rader där något har rört sig, något av åren.")
ALL_ROWS = Layout("alla rader", "Också de rader där inget har rört sig.")
_SHOWS = {
    SubItems.BELOW: "Postens belopp, och delposterna som varav under det.",
    SubItems.WITH_SUM: "Posten som rubrik, delposterna och en summa.",
    SubItems.WITHOUT_SUM: "Posten som rubrik utan belopp, och delposterna.",
    SubItems.ALONE: "Delposterna i postens ställe.",
}
_LAYOUTS = tuple(Layout(each.value, shows) for each, shows in _SHOWS.items())
_DIVIDED = {Name(each.value): each for each in SubItems}
_DIVIDED_HELP = "Utformning: delposter under posten, under en rubrik med eller utan postens summa, eller ensamma."
COMPONENTS = (
    Component(
        INCOME_STATEMENT.title,
        f"Resultaträkningen enligt {INCOME_STATEMENT.law}, två år. {_DIVIDED_HELP}",
        income_statement,
        layouts=_LAYOUTS,
        in_series=False,
    ),
    Component(
        BALANCE_SHEET.title,
        f"Balansräkningen enligt {BALANCE_SHEET.law}, två år. {_DIVIDED_HELP}",
        balance_sheet,
        layouts=_LAYOUTS,
        in_series=False,
    ),
    Component(
        CASH_FLOW.title,
        f"Kassaflödesanalysen med indirekt metod ({CASH_FLOW.law}), två år.",
        cash_flow,
        layouts=(MOVED_ROWS, ALL_ROWS),
        in_series=False,
    ),
)
