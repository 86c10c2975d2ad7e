"""Which figures the year in brief may show, and how each is compared with last year's."""

from dataclasses import dataclass
from decimal import Decimal

from generator.blocks.sentence import Quantity, Sentence, quantity
from generator.figures.alias import Likeness, likeness
from generator.figures.derivation import Derivation
from generator.figures.figure import Figure, FigureId, Masked, Missing, period_year
from generator.figures.made import difference
from generator.figures.style import Style
from generator.ground.formatting import COUNT, NO_BREAK_SPACE, SHARE
from generator.statements.income_statement import NET_RESULT
from generator.subjects.overview.figures import CODES
from generator.subjects.participants.rows import ALL, TOTAL
from generator.subjects.participants.rows_tables import counted_tables

PARTICIPANTS = "Deltagare"
USUAL = (
    "Årets resultat",
    "Verksamhetens kostnader",
    "Medlemsbidrag",
    "Eget kapital",
    "Soliditet",
    PARTICIPANTS,
    "Verksamhetens intäkter",
    "Likvida medel",
)
"""What is shown unless something is chosen, in this order: the first that exist."""

NAMES = (*USUAL, *(name for name in CODES if name not in USUAL))

UP, DOWN, LEVEL = "up", "down", "level"
_RESULTS, _RESULT = (NET_RESULT, CODES["Finansnetto"]), ("bättre", "sämre")
_AMOUNT = ("mer", "mindre")
_OTHERS = {SHARE: ("högre", "lägre"), COUNT: ("fler", "färre")}


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure with last year's, and how they differ in words; nothing of last year where there was none."""

    label: str
    now: Quantity
    before: Quantity | None
    direction: str = ""
    change: Sentence | None = None
    is_rounded: bool = False


def usual(most: int, derived: Derivation, style: Style) -> list[Compared]:
    """The usual figures that the report has, at most so many; one that is only another under a second name once."""
    shown: list[Compared] = []
    for name in USUAL:
        found = compared(name, derived, style)
        if found and not any(likeness(found.now.of, other.now.of) is Likeness.SAME for other in shown):
            shown.append(found)
    return shown[:most]


def compared(name: str, derived: Derivation, style: Style) -> Compared | None:
    """The figure of a name against last year's; None where the report has none."""
    year = derived.association.year
    label, code = (name, CODES[name]) if name != PARTICIPANTS else _participants(derived)
    figure = derived.figures.get(FigureId(code, year))
    if figure is None or not isinstance(figure.value, Decimal | Masked):
        return None
    now, last = quantity(figure, style), derived.figures.get(FigureId(code, year - 1))
    if last is None or (derived.is_first_year and isinstance(last.value, Missing)):
        return Compared(label, now, None)
    before = quantity(last, style)
    if now.number is None or before.number is None:
        return Compared(label, now, before)
    one, other = (last, figure) if last.amount > figure.amount else (figure, last)
    size = quantity(difference(one, other), style)
    exact = size.number == abs(now.number - before.number)
    return Compared(label, now, before, *told_change(size, rises=one is figure, since=last), is_rounded=not exact)


def told_change(size: Quantity, *, rises: bool, since: Figure) -> tuple[str, Sentence]:
    """The direction of a change and the words for it. Only a result is better or worse."""
    year = period_year(since.period)
    if not size.number:
        words = "Oförändrat" if not size.of.amount else "Nästan oförändrat"
        return LEVEL, Sentence((f"{words} mot{NO_BREAK_SPACE}{year}",))
    pair = _RESULT if since.key.code in _RESULTS else _OTHERS.get(since.unit, _AMOUNT)
    end = f" {pair[0 if rises else 1]} än{NO_BREAK_SPACE}{year}"
    return UP if rises else DOWN, Sentence((*size.with_unit, end))


def _participants(derived: Derivation) -> tuple[str, str]:
    """The label and code of all that were counted: of the first table that has a sum, or a count for each year."""
    for table in counted_tables(derived.underlag):
        if table.is_by_year or table.is_summed:
            return str(table.title), table.of_category(ALL, TOTAL)
    return PARTICIPANTS, ""
