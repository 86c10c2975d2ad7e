"""What stands above a list's heads, or in its file's name: the year and the period that it is of, and the unit."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.ground.names import folded
from generator.ground.source import Source
from generator.ledger.lists.columns import Columns, Rows
from generator.ledger.lists.heads import Kind, unit_in
from generator.ledger.lists.periods import Moment, moments_in

_OF_TIME = re.compile(
    r"räkenskapsår|period|avser|bokslut|\bper\b|\bår\b|\btom\b|t\.o\.m|saldo|balans|resultat|huvudbok|råbalans|utfall"
)
_PRINTED = re.compile(r"(?:utskri|skapa|uttag|senast|datum\b|print|kl\.?\s).*")
_WITH_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d")
_ENDING = {Kind.CLOSING, Kind.OUTCOME, Kind.CHANGE}


def _above(rows: Rows, columns: Columns) -> Iterator[str]:
    """The rows above the heads, each as one folded text."""
    for row, cells in rows.items():
        if row >= columns.row:
            return
        yield folded(" ".join(cell.text for cell in cells.values()))


def unit_above(rows: Rows, columns: Columns) -> Decimal:
    """The unit that is said above the heads; kronor where none is."""
    return unit_in(_above(rows, columns)) or Decimal(1)


def period_above(rows: Rows, columns: Columns) -> tuple[Moment, Moment] | None:
    """The first and last moment that the titles say the list is of; None where they say none, or several."""
    found = []
    for title in _above(rows, columns):
        text = _PRINTED.sub("", title)
        if _OF_TIME.search(text):
            moments, _ = moments_in(text, short=False)
            if moments:
                found.append((moments[0], moments[-1]))
    return found[-1] if len({last.year for _, last in found}) == 1 else None


def year_of(rows: Rows, columns: Columns, place: Source, year: int) -> int:
    """The year of the columns that say none: by the titles, else by the other columns, the name, the report's year."""
    period = period_above(rows, columns)
    if period:
        return period[1].year
    endings = [head for head in columns.amounts.values() if head.kind in _ENDING]
    dated = [head.year for head in endings if head.year]
    if dated and all(head.year for head in endings):
        return max(dated)
    named = {int(match) for match in _WITH_YEAR.findall(f"{place.file.rpartition('/')[2]} {place.tab}")}
    return named.pop() if len(named) == 1 and not named & set(dated) else year
