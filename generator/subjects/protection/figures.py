"""Which counts of persons are protected (*skyddas*), in all tabs and years together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.figures.declaration import Declaration, Protected, Stated
from generator.figures.masking import protected
from generator.ground.once import once
from generator.model.underlag import Underlag
from generator.subjects.protection.figures_same import same_cells, sums_known
from generator.subjects.protection.rows import Cell, counts_of_insatser, counts_of_tables
from generator.subjects.surveys.rows import ResponseRate


@dataclass(frozen=True, slots=True)
class Protection:
    """The cells that are masked, and those that may be told though something that they are the sum of is masked."""

    limit: int
    masked: frozenset[Cell]
    closed: frozenset[Cell]

    @property
    def reason(self) -> str:
        """Why a count is not told, after the words ``.. betyder``."""
        return f"att antalet skyddas: färre än {self.limit} personer, eller ett antal som annars skulle röja dem"


@once
def protection(underlag: Underlag) -> Protection:
    """Find what is protected in an underlag, by the association's own limit (0: nothing is)."""
    limit = (underlag.association.row.smallest_count or 0) if underlag.association else 0
    if not limit:
        return Protection(0, frozenset(), frozenset())
    tables, insatser = counts_of_tables(underlag), counts_of_insatser(underlag)
    counts = [*(count for table in tables for count in table.counts), *insatser]
    same = same_cells(counts)
    numbers = {same[cell]: count.numbers[part] for count in counts for part, cell in count.cells.items()}
    hidden = protected(numbers, sums_known(tables, insatser, same), limit)
    masked = frozenset(cell for cell, known in same.items() if known in hidden)
    of_tables = ({cell for count in table.counts for cell in count.cells.values()} for table in tables)
    # What a sum is made of tells each of its cells, so one hidden cell closes all sums of its table and year.
    closed = frozenset(cell for own in of_tables if own & masked for cell in own - masked)
    return Protection(limit, masked | frozenset(_few_asked(underlag, limit)), closed)


def _few_asked(underlag: Underlag, limit: int) -> Iterator[Cell]:
    """The groups of a survey that are too small to be told. What is made of them follows them."""
    year = underlag.association.row.year if underlag.association else 0
    for row in underlag.rows(ResponseRate):
        for field in ("population", "asked", "answers"):
            if 0 < (getattr(row, field) or 0) < limit:
                yield year, f"{row.code}.{field}"


def protecting(underlag: Underlag, declarations: Iterable[Declaration]) -> Iterator[Declaration]:
    """Protect what is declared: each count that is masked or closed in some year."""
    hidden = protection(underlag)
    for each in declarations:
        masked, closed = (_years(each.code, cells) for cells in (hidden.masked, hidden.closed))
        if isinstance(each, Stated) and (masked or closed):
            yield Protected(each, masked, closed, hidden.reason)
        else:
            yield each


def _years(code: str, cells: frozenset[Cell]) -> frozenset[int]:
    return frozenset(year for year, of in cells if of == code)
