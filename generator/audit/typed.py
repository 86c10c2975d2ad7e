"""*Underlag*: every typed amount and every amount of the ledger that the report adds, one on a row.

All sums of the other tabs are formulas over these rows. What few persons are behind never stands here.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.audit.matter import Matter, place_text
from generator.figures.figure import Figure
from generator.ground.formatting import COUNT, KRONOR, SHARE
from generator.ground.names import Name
from generator.model.fact import Fact, Observation, Typed
from generator.workbook.sheets import Cell, Column, Kind, Sheet

NAME = "Underlag"
POST, YEAR, MEASURE, LEVEL, NOTE, LIQUID, SOURCE, AMOUNT = 1, 2, 3, 4, 5, 9, 10, 11
"""The columns that formulas ask for, from 1."""
ROW, PART, OTHER = "rad", "varav", "uppgift"
TYPED, BOOKED = "inskrivet", "huvudboken"
YES, NO = "ja", "nej"
_COUNTED = "counts."
"""What the codes of things that are only counted begin with: a row of each of them would tell nothing."""
_KINDS = {KRONOR: Kind.KRONOR, SHARE: Kind.SHARE, COUNT: Kind.NUMBER}


class TypedRows:
    """The sheet, and in which row of it each typed number stands."""

    def __init__(self, matter: Matter) -> None:
        """Put every number that may be told in a row."""
        self.sheet = Sheet(
            NAME,
            "Underlag: de belopp som allt räknas fram ur",
            (
                Column("Post eller uppgift", 38),
                Column("År", 7, Kind.YEAR),
                Column("Mått", 16),
                Column("Nivå", 8),
                Column("Not", 6, Kind.CODE),
                Column("Notrad", 32),
                Column("Delpost", 20),
                Column("Verksamhet", 24),
                Column("Likvida medel", 9),
                Column("Källa", 12),
                Column("Belopp", 17, Kind.KRONOR),
                Column("Flik eller fil", 26),
                Column("Cell", 10),
            ),
            says=(
                (
                    "Ett belopp på en rad, som det är inskrivet eller hämtat ur huvudboken: kostnader, tillgångar och "
                    "skulder utan minus. Klicka på cellen för att öppna underlaget där."
                ),
                (
                    "Summorna i de andra flikarna är formler över de här raderna. Nivån varav ingår i en annan rad, "
                    "och uppgift står inte på någon post."
                ),
            ),
        )
        self.rows: dict[Typed, int] = {}
        self._notes = {note.note.key: str(note.number) for note in matter.derived.notes}
        self._spelled: dict[Name, str] = {}
        self._labels = _labels(matter)
        units = dict(_told(matter))
        for typed in matter.derived.facts:
            if isinstance(typed, Fact) or typed in units:
                self._add(matter, typed, units.get(typed, KRONOR))

    def _add(self, matter: Matter, typed: Typed, unit: str) -> None:
        fact = typed if isinstance(typed, Fact) else None
        source = typed.source
        self.rows[typed] = self.sheet.add(
            Cell(fact.line.label if fact else self._labels.get(typed, "")),
            Cell(Decimal(typed.year)),
            Cell(typed.measure.value),
            Cell(OTHER if fact is None else PART if fact.part_of else ROW),
            Cell(self._notes.get(typed.note, "")),
            Cell(self.spelled(typed.row)),
            Cell(self.spelled(fact.sub_item) if fact else ""),
            Cell(str(fact.activity) if fact else ""),
            Cell(YES if fact and fact.liquid else NO if fact else ""),
            Cell(BOOKED if matter.is_booked(typed) else TYPED),
            Cell(typed.amount, kind=_KINDS.get(unit, Kind.NUMBER)),
            Cell(place_text(source)),
            Cell(source.cell or "–", link=matter.link(source)),
        )

    def spelled(self, name: Name) -> str:
        """A name as it was first spelled: formulas know no other spellings."""
        return self._spelled.setdefault(name, str(name)) if name else ""

    def sum_of(self, **wanted: str) -> str:
        """A formula's sum of the rows where columns hold what is wanted; ``wanted`` are columns' names and criteria."""
        columns = {
            "post": POST,
            "year": YEAR,
            "measure": MEASURE,
            "level": LEVEL,
            "note": NOTE,
            "liquid": LIQUID,
            "source": SOURCE,
        }
        asked = "".join(f",{self.sheet.area(columns[name])},{criterion}" for name, criterion in wanted.items())
        return f"SUMIFS({self.sheet.area(AMOUNT)}{asked})"


def _told(matter: Matter) -> Iterator[tuple[Typed, str]]:
    """The typed numbers that may be told, each with its unit: those that a told figure is made of."""
    closed = {
        operand.of
        for key in matter.hidden
        for operand in matter.figures[key].operands
        if not isinstance(operand.of, Figure)
    }
    for key, figure in matter.figures.items():
        for operand in figure.operands:
            typed = operand.of
            if isinstance(typed, Figure) or typed in closed or key in matter.hidden:
                continue
            if isinstance(typed, Observation) and (typed.source.is_private or typed.of.startswith(_COUNTED)):
                continue
            yield typed, figure.unit


def _labels(matter: Matter) -> Mapping[Typed, str]:
    """What the first figure that is made of a typed number alone is called."""
    labels: dict[Typed, str] = {}
    for figure in matter.figures.values():
        for operand in figure.operands:
            if not isinstance(operand.of, Figure):
                labels.setdefault(operand.of, str(figure.label))
    return labels
