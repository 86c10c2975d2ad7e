"""The fact sheet as a table: a row for each thing that is told of an insats, its own headings among the program's.

The period stands under the name, with the kind, where the association has no heading of its own for it.

A text in *Insatstexter* whose heading is one of the program's own (Budget, Deltagare ...) stands under what the program
shows there, or in its place where there is nothing to show: a budget that is a part of another's, say.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.blocks.block import Placement
from generator.blocks.text_table import (
    Lines,
    Prose,
    TextCell,
    TextTable,
    Valued,
    text_columns,
    text_table,
    texts_of,
)
from generator.blocks.text_widths import fitted
from generator.figures.naming import BUDGET_PART
from generator.ground.names import Name, slug
from generator.model.underlag import Underlag
from generator.subjects.insatser.figures_accounts import reported_by
from generator.subjects.insatser.figures_participants import COST_EACH, cost_of
from generator.subjects.insatser.rows import Insats
from generator.subjects.insatser.rows_texts import CLOSING, endings_of, fields_of
from generator.subjects.insatser.show_told import (
    ASSESSMENT,
    BUDGET,
    BUDGET_WHOLE,
    EACH,
    OUTCOME,
    OWNER,
    PARTICIPANTS,
    PARTIES,
    PERIOD,
    told,
)
from generator.subjects.insatser.show_values import placed_amount, placed_count

FIRST = (PERIOD, OWNER, PARTIES)
LAST = (PARTICIPANTS, BUDGET, BUDGET_WHOLE, OUTCOME, EACH, ASSESSMENT)
"""The program's own headings, before the association's and after them."""

OTHER_WORDS = {
    Name("projekttid"): PERIOD,
    Name("projektägare"): OWNER,
    Name("samverkansparter"): PARTIES,
    Name("antal deltagare"): PARTICIPANTS,
    Name("kostnad/deltagare"): EACH,
    Name("måluppfyllelse"): ASSESSMENT,
}
"""Usual words for the program's headings; where one is typed it is shown."""

_MEANT = {Name(each): each for each in (*FIRST, *LAST)} | OTHER_WORDS

GATHERED = frozenset({PARTICIPANTS, BUDGET, BUDGET_WHOLE, OUTCOME, EACH})
"""What may stand beside each other above the table, being numbers."""
LONGEST_GATHERED, FEWEST_GATHERED = 50, 2
"""Characters of such a number with the words about it; and how many there are at least."""

BOOKED = "enligt bokföringen"
HEADS, WEIGHTS = ("Uppgift", "Innehåll"), (24, 76)


def fact_table(insats: Insats, placement: Placement, see: Iterator[str]) -> TextTable | None:
    """Make the table of an insats; None where nothing is known of it. ``see`` are references to appendices.

    It has the period where it would else be empty.
    """
    rows = tuple(_rows(insats, placement, see)) or tuple(_of_program((PERIOD,), _known(insats, placement), {}))
    if not rows:
        return None
    table = text_table(slug(insats.code), fitted(text_columns(HEADS, WEIGHTS), rows), rows)
    gathered = [_is_gathered(*cells) for cells in rows]
    if gathered.count(True) < FEWEST_GATHERED or all(gathered):
        return table
    rows_apart = (replace(row, in_table=not apart) for row, apart in zip(table.rows, gathered, strict=True))
    return replace(table, rows=tuple(rows_apart))


def tells_period(insats: Insats, underlag: Underlag) -> bool:
    """Whether the association has a heading of its own for the period."""
    return any(_meant(heading) == PERIOD for heading, _ in fields_of(insats, underlag))


def _is_gathered(head: TextCell, cell: TextCell) -> bool:
    """Whether a row is a number, with so few words that it can stand beside other numbers."""
    if not isinstance(head, Lines) or _meant(head.lines[0]) not in GATHERED:
        return False
    words = [text for text in texts_of(cell) if text]
    return any(map(str.isdigit, "".join(words[:1]))) and sum(map(len, words)) <= LONGEST_GATHERED


def _rows(insats: Insats, placement: Placement, see: Iterator[str]) -> Iterator[tuple[TextCell, TextCell]]:
    underlag = placement.derived.underlag
    texts = list(fields_of(insats, underlag))
    own = {_meant(heading): (heading, text) for heading, text in texts if _meant(heading)}
    known = _known(insats, placement)
    first = {heading: cell for heading, cell in known.items() if heading != PERIOD or heading in own}
    yield from _of_program(FIRST, first, own)
    yield from ((Lines((heading,)), Prose(text)) for heading, text in texts if not _meant(heading))
    yield from _of_program(LAST, known, own)
    yield from ((Lines((CLOSING,)), Prose(text)) for text in endings_of(insats, underlag))
    yield from ((Lines(("Bilaga",)), Prose(text)) for text in see)


def _meant(heading: str) -> str:
    """The program's heading that a typed one is; empty where it is the association's own."""
    return _MEANT.get(Name(heading), "")


def _of_program(
    headings: tuple[str, ...], known: Mapping[str, TextCell], own: Mapping[str, tuple[str, str]]
) -> Iterator[tuple[TextCell, TextCell]]:
    for heading in headings:
        shown, text = own.get(heading, (heading, ""))
        cell = known.get(heading)
        if isinstance(cell, Valued):
            yield Lines((shown,)), Valued(cell.amount, cell.words, Prose(text))
        elif isinstance(cell, Prose) or text:
            before = cell.text if isinstance(cell, Prose) else ""
            yield Lines((shown,)), Prose("\n\n".join(filter(None, (before, text))))


def _known(insats: Insats, placement: Placement) -> Mapping[str, TextCell]:
    """What the register, the accounts and the books tell, by heading."""
    underlag, facts = placement.derived.underlag, placement.derived.facts
    cost = cost_of(insats, underlag, facts)
    booked = "" if not cost or reported_by(insats, facts) else BOOKED
    amounts = {
        BUDGET: (placed_amount(f"{insats.code}{BUDGET_PART}", placement), ""),
        BUDGET_WHOLE: (placed_amount(f"{insats.code}.budget_whole", placement), ""),
        OUTCOME: (placed_amount(cost, placement) if cost else None, booked),
        EACH: (placed_amount(f"{insats.code}{COST_EACH}", placement), "per deltagare"),
    }
    valued = {heading: Valued(amount, words, Prose("")) for heading, (amount, words) in amounts.items() if amount}
    words = told(insats, placed_count(insats, placement), reached_first=True)
    return {heading: Prose(text) for heading, text in words.items()} | valued
