"""What stands in a tab and is not read: above the heads, and beside the values of a form.

What a new workbook has there itself - titles, help, units and years, in today's words or in those of an earlier version
- is no more than that; all else somebody has typed, and is told that it is not read.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal

from pydantic_core import PydanticCustomError

from generator.findings.finding import Finding, Severity
from generator.findings.rule import Rule
from generator.ground.names import Name, brief, folded, nearest
from generator.ground.source import Source
from generator.model.reading import number_from_text
from generator.model.rows import Row, Section, Tab, columns
from generator.model.values import CoveredByMerge, NeverCalculated, RawCell, is_nothing_typed
from generator.workbook.grid import is_own
from generator.workbook.headings import Heads
from generator.workbook.layout import EXPLANATION, LABEL, VALUE
from generator.workbook.messages import VALUE_ABOVE_HEADS, VALUE_BESIDE_FIELDS

_NEARLY, _LIKE, _LONG, _SLIP = 0.85, 0.5, 25, 0.75
"""How like a text must be to one of ours to be that with a slip in it, a long one, of so many letters, less; and how
like each of its words to one of ours."""
_WORD = re.compile(r"\w+")
_EARLIER = (
    "Om partibeteckningar ska stå i tabellen Styrelse. Styrelsen skriver alltid under utan parti.",
    "ja: egna tabeller, deltagare, enkäter, indikatorer och diagram får nummer. nej: inga får det.",
    "En rad per mål, i den ordning de ska stå. Områdena numreras av programmet.",
    "En rad per investering. Lämnas tom om förbundet inte investerar; då säger rapporten det.",
    (
        "En rad per tabell, kategori och år. Summor och andelar räknas fram. Små antal skyddas i allt som "
        "programmet skriver: välj gränsen i fliken Uppgifter om förbundet."
    ),
    (
        "Frivillig. För avsättningar och anläggningstillgångar som visas från ingående till utgående belopp i"
        " en not. Utgående belopp räknas fram och står i balansräkningen."
    ),
    "Behövs bara om årets resultat ska justeras enligt 11 kap. 10 § LKBR. Annars lämnas fliken tom.",
    "under arbete: allt får saknas. utkast: det som bestäms på styrelsemötet får saknas. slutlig: allt ska finnas.",
    "Enheten som beloppen visas i. Du skriver alltid in belopp i kronor.",
    "Detaljer: linjen på omslaget och nummer.",
    "Bakgrund bakom summor och, i zebratabeller, varannan rad.",
    "utan punkt: 1.1. med punkt: 1.1. med punkt även sist.",
)
"""Help as earlier versions wrote it, in words that today's does not have."""
_ANSWERS = frozenset({"ja", "nej"})
_YEARS = range(1990, 2101)

Rows = Mapping[int, Mapping[int, RawCell]]


@dataclass(frozen=True, slots=True)
class Ours:
    """What the program itself writes in a tab beside the values; ``year`` is the report's, 0 where it is not known.

    ``written`` is what it wrote in this very workbook, perhaps in an earlier version's words.
    """

    texts: tuple[str, ...]
    year: int = 0
    written: frozenset[Name] = frozenset()

    def has(self, cell: RawCell) -> bool:
        """Whether a cell holds one of the texts, cut or with slips; or what the user has marked as nobody else's.

        A text with a word of its own says something of its own, however much it is like ours besides.
        """
        text = Name(cell.text)
        was_written = len(text) >= _LONG and text in self.written  # a title of another tab may be anybody's word
        if is_own(text) or was_written or any(text == each for each in (*self.texts, *_EARLIER)):
            return True
        is_long = len(text) >= _LONG
        candidates = [each for each in self.texts if not is_long or len(each) >= _LONG]
        near = nearest(text, candidates, most=1, likeness=_LIKE if is_long else _NEARLY)
        return any(_adds_nothing(text, each) for each in near)


def _adds_nothing(text: str, ours: str) -> bool:
    """Whether each word of a text is one of ours, or one with a slip; a number is no slip of another."""
    words, known = (dict.fromkeys(_WORD.findall(folded(each))) for each in (text, ours))
    return all(
        not word.isdigit() and nearest(word, known, most=1, likeness=_SLIP) for word in words if word not in known
    )


def ours_in(tab: Tab, more: Sequence[str], year: int, written: frozenset[Name] = frozenset()) -> Ours:
    """The titles and helps of a tab and its sections, ``more`` texts that all tabs have, and what was ``written``."""
    of_sections = (text for section in tab.sections for text in (section.title, section.help))
    return Ours(tuple(filter(None, (tab.name, *tab.other_names, tab.help, *more, *of_sections))), year, written)


def above_heads(model: type[Row], heads: Heads, rows: Rows, ours: Ours, told: Collection[Source]) -> Iterator[Finding]:
    """Say what stands above the heading row of a table, but for ``told``: a number there may be meant as an amount."""
    years = {column.name: column.kind.year for column in columns(model) if column.kind.year is not None}
    unread: list[tuple[Severity, RawCell]] = []
    for row, cells in sorted(rows.items()):
        for column, cell in cells.items() if row < heads.row else ():
            field = heads.fields.get(column, "")
            is_year = field in years and row == heads.row - 1 and _is_year(cell, ours.year, years[field])
            if not (is_year or column in heads.own or cell.source in told or _says_nothing(cell) or ours.has(cell)):
                is_lost = field in years and _is_number(cell) and cell.value not in _YEARS
                unread.append((Severity.ERROR if is_lost else _gravity(cell), cell))
    yield from _told(VALUE_ABOVE_HEADS, unread)


def beside_fields(section: Section, rows: Rows, ours: Ours) -> Iterator[Finding]:
    """Say what stands to the right of a form's values; beside a field its explanation may stand."""
    helps = {Name(column.title): column.help for column in columns(section.model)}
    own = {column for cells in rows.values() for column, cell in cells.items() if column > VALUE and is_own(cell.text)}
    unread = [
        (_gravity(cell), cell)
        for _, cells in sorted(rows.items())
        for column, cell in cells.items()
        if column > VALUE and column not in own and not _says_nothing(cell)
        if not (column == EXPLANATION and _explained(cells, helps, ours).has(cell))
    ]
    yield from _told(VALUE_BESIDE_FIELDS, unread)


def _explained(cells: Mapping[int, RawCell], helps: Mapping[Name, str], ours: Ours) -> Ours:
    """What may stand as an explanation in a row: its own field's, any where the row's label is no field."""
    own = helps.get(Name(cells[LABEL].text), "") if LABEL in cells else ""
    return Ours((*ours.texts, *([own] if own else helps.values())), ours.year, ours.written)


def _says_nothing(cell: RawCell) -> bool:
    return isinstance(cell.value, CoveredByMerge) or is_nothing_typed(cell.value)


def _is_number(cell: RawCell) -> bool:
    return isinstance(cell.value, int | float | Decimal) and not isinstance(cell.value, bool)


def _is_year(cell: RawCell, year: int, shift: int) -> bool:
    """Whether a cell holds a column's year, as the program's formula there gives it, or a formula never calculated.

    The formula may be the user's own, ``=B1+1``; one of an area of cells is a sum, and no year.
    """
    if isinstance(cell.value, NeverCalculated):
        return ":" not in cell.value.formula
    # A program that does not calculate writes 0 as what a formula gave; earlier versions gave coming years this one.
    return _is_number(cell) and (cell.value in {0, year, year + shift} if year else cell.value in _YEARS)


def is_value(cell: RawCell) -> bool:
    """Whether a cell holds what can only be the value of something: an answer, a number, a date or a formula."""
    return _gravity(cell) is Severity.WARNING or folded(cell.text) in _ANSWERS


def _gravity(cell: RawCell) -> Severity:
    """A note for oneself is a text; what may be an amount or a date is not."""
    if not isinstance(cell.value, str):
        return Severity.WARNING
    try:
        number_from_text(cell.value)
    except PydanticCustomError:
        return Severity.NOTE
    return Severity.WARNING


def _told(rule: Rule, unread: Sequence[tuple[Severity, RawCell]]) -> Iterator[Finding]:
    """Tell cells once for the tab, by the gravest of them, which is quoted."""
    if unread:
        ranked = sorted(unread, key=lambda each: list(Severity).index(each[0]))
        gravest, first = ranked[0]
        others = len(unread) - 1
        more = f" (och {others} {'cell' if others == 1 else 'celler'} till)" if others else ""
        cells = (cell.source for _, cell in ranked)
        yield rule.found(*cells, found=quoted(first), more=more).graded(gravest)


def quoted(cell: RawCell) -> str:
    """A cell for a message; what may be a count of persons is not quoted."""
    match cell.value:
        case str():
            return f"”{brief(cell.value)}”"
        case int() | float() | Decimal():
            return "Ett tal"
        case date() | time() | timedelta():
            return "Ett datum eller en tid"
        case NeverCalculated():
            return "En formel"
        case _:
            return f"”{brief(cell.text)}”"
