"""A returned form, read: whose it is, and what stands in its cells; or why it cannot be read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.findings.finding import Finding
from generator.findings.limits import hold
from generator.forms.asked import ASKED
from generator.forms.messages import CHANGED, NO_FORM, OTHER_VERSION, OUTSIDE
from generator.ground.formatting import small_first, so_many
from generator.ground.limits import ANSWER_CELLS
from generator.ground.names import brief
from generator.ground.source import Source
from generator.model.values import CoveredByMerge, RawCell, is_nothing_typed
from generator.workbook.form_page import (
    ABOUT_TAB,
    CALCULATED,
    CELLS_TAB,
    FIXED,
    FORM_TAB,
    FORM_VERSION,
    INPUT,
    INSATS,
    MARK,
    NAME,
    NUMBER,
    UNIT,
    VERSION,
    WHAT,
    YEAR,
    Address,
    address_of,
    said,
)
from generator.workbook.grid import Grid
from generator.workbook.layout import LABEL, VALUE
from generator.workbook.unread import quoted

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Returned:
    """A form that has been returned to ``place``: whose it says it is, and its filled cells by where they belong."""

    place: Source
    number: str
    association: str
    year: str
    insats: str
    unit: str
    cells: Mapping[Address, RawCell]

    @property
    def name(self) -> str:
        """The file's name, as it is told."""
        return name_of(self.place)


def name_of(place: Source) -> str:
    """The name of a form's file, without its folder."""
    return place.file.rpartition("/")[2]


class NotReadError(Exception):
    """A file is not read as a form; ``finding`` says why, ``insats`` whose it says that it is, where it does."""

    def __init__(self, finding: Finding, insats: str = "") -> None:
        """Keep what is told."""
        super().__init__(finding.code)
        self.finding, self.insats = finding, insats


def read_form(grids: Sequence[Grid], place: Source) -> tuple[Returned, list[Finding]]:
    """Read an opened file as a form that lies at ``place``, with what stands in it outside of its cells.

    Raises:
        NotReadError: it is none of ours, of another version, or changed.
        TooMuchError: it asks for more than any form.

    """
    name = name_of(place)
    tabs = {grid.name: grid for grid in grids}
    about = _about(tabs[ABOUT_TAB]) if ABOUT_TAB in tabs else {}
    if about.get(WHAT) != MARK:
        raise NotReadError(NO_FORM.found(place, name=name))
    if about.get(FORM_VERSION) != str(VERSION):
        version = about.get(FORM_VERSION, "")
        told = OTHER_VERSION.found(place, name=name, found=brief(version) or "okänd", version=VERSION)
        raise NotReadError(told, about.get(INSATS, ""))
    try:
        cells, stray = _cells(tabs, place)
    except _ChangedError as changed:
        told = CHANGED.found(changed.place, name=name, change=changed.change)
        raise NotReadError(told, about.get(INSATS, "")) from changed
    number, association, year, insats, unit = (about.get(each, "") for each in (NUMBER, NAME, YEAR, INSATS, UNIT))
    return Returned(place, number, association, year, insats, unit, cells), stray


class _ChangedError(Exception):
    """A form has been changed; ``change`` says how."""

    def __init__(self, place: Source, change: str) -> None:
        super().__init__(change)
        self.place, self.change = place, change


def _cells(tabs: Mapping[str, Grid], place: Source) -> tuple[dict[Address, RawCell], list[Finding]]:
    """What stands in the cells to fill in, and what is told of what stands elsewhere."""
    for tab in (FORM_TAB, CELLS_TAB):
        if tab not in tabs:
            raise _ChangedError(place, f"fliken {tab} saknas")
    copy, form = tabs[CELLS_TAB], tabs[FORM_TAB]
    hold(ANSWER_CELLS, sum(map(len, copy.rows.values())), place)
    plan = {(row, column): cell.text for row, cells in copy.rows.items() for column, cell in cells.items()}
    filled = {(row, column): cell for row, cells in form.rows.items() for column, cell in cells.items()}
    _hold_fixed(plan, filled, place)
    asks = _asks(plan, place)
    cells = {
        address: _in_file(filled[at], place)
        for at, address in asks.items()
        if at in filled and not isinstance(filled[at].value, CoveredByMerge) and not is_nothing_typed(filled[at].value)
    }
    others = [grid for name, grid in tabs.items() if name not in {ABOUT_TAB, CELLS_TAB, FORM_TAB}]
    return cells, list(_outside(plan, filled, others, place))


def _about(grid: Grid) -> dict[str, str]:
    """What the hidden tab says: a name in its first column, what it is in the second."""
    return {cells[LABEL].text: cells[VALUE].text for cells in grid.rows.values() if {LABEL, VALUE} <= cells.keys()}


def _hold_fixed(plan: Mapping[Place, str], filled: Mapping[Place, RawCell], place: Source) -> None:
    """Stop where what is to stand in a cell does not: a row has been taken out or put in, a name written over."""
    for at, text in sorted(plan.items()):
        if text.startswith(FIXED):
            cell = filled.get(at)
            if (said(cell.value) if cell else "") != said(text.removeprefix(FIXED)):
                found = small_first(quoted(cell)) if cell else "inget"
                change = f"här ska det stå ”{brief(text.removeprefix(FIXED))}”, men det står {found}"
                raise _ChangedError(_cell(place, at), change)


def _asks(plan: Mapping[Place, str], place: Source) -> dict[Place, Address]:
    """Where the answers belong; what belongs nowhere that is ever asked, nobody has asked."""
    found: dict[Place, Address] = {}
    known = set[Address]()
    for at, text in plan.items():
        if text.startswith(INPUT):
            address = address_of(text)
            if address is None or not _is_asked(address) or address in known:
                raise _ChangedError(_cell(place, at), "det går inte att se vilken uppgift rutan gäller")
            found[at] = address
            known.add(address)
    return found


def _is_asked(address: Address) -> bool:
    asked = ASKED.get(address.tab)
    if asked is None:
        return False
    if address.own:
        return len(asked.keys) == 1 and not address.keys and address.field in {*asked.keys, *asked.fields}
    return address.field in asked.fields and len(address.keys) == len(asked.keys)


def _outside(
    plan: Mapping[Place, str], filled: Mapping[Place, RawCell], others: Sequence[Grid], place: Source
) -> Iterator[Finding]:
    """Say what stands where nothing is asked: beside the form, over a sum, or in a tab of its own."""
    stray = [
        _in_file(cell, place)
        for at, cell in sorted(filled.items())
        if not plan.get(at, CALCULATED).startswith((FIXED, INPUT)) and _is_typed(cell, over_sum=at in plan)
    ]
    for grid in others:
        stray += [_in_file(cell, place) for cells in grid.rows.values() for cell in cells.values() if _is_typed(cell)]
    if stray:
        others_told = len(stray) - 1
        more = f" (och {so_many(others_told, 'cell', 'celler')} till)" if others_told else ""
        yield OUTSIDE.found(*(cell.source for cell in stray), found=quoted(stray[0]), more=more)


def _is_typed(cell: RawCell, *, over_sum: bool = False) -> bool:
    """Whether somebody has typed something; in a sum's place a number is the sum."""
    if isinstance(cell.value, CoveredByMerge) or is_nothing_typed(cell.value):
        return False
    return isinstance(cell.value, str) or not over_sum


def _in_file(cell: RawCell, place: Source) -> RawCell:
    source = cell.source
    return replace(cell, source=replace(source, order=place.order, file=place.file))


def _cell(place: Source, at: Place) -> Source:
    return replace(place, tab=FORM_TAB, row=at[0], column=at[1])
