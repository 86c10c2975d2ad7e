"""All that differs between two versions of an underlag, or between an underlag and a report's JSON edition."""

from collections.abc import Iterator
from decimal import Decimal

from generator.compare.change import Change
from generator.compare.figures import changed_figures
from generator.compare.ledgers import changed_ledgers
from generator.compare.rows import changed_rows
from generator.compare.texts import changed_look, changed_texts
from generator.edition.schema import Edition, FigurePart, State
from generator.figures.figure import Figure, FigureId
from generator.figures.listing import shown_amount
from generator.ground.word_notes import without_notes
from generator.json_edition.write import hidden_keys
from generator.pipeline import Examination

_NOTHING, _NOT_SHOWN = "inget", "visas inte"


def changes(before: Examination, after: Examination) -> tuple[list[Change], list[Change]]:
    """What has changed in what is typed or booked, and in the figures that follow from it."""
    typed: list[Change] = []
    if before.underlag is not None and after.underlag is not None:
        typed += changed_rows(before.underlag, after.underlag)
    typed += changed_ledgers(before.ledger.ledgers, after.ledger.ledgers)
    folders = before.path.parent, after.path.parent
    if folders[0].resolve() != folders[1].resolve():
        typed += [*changed_texts(*folders), *changed_look(*folders)]
    return typed, list(changed_figures(before, after))


def changed_since(edition: Edition, after: Examination) -> Iterator[Change]:
    """What has changed in the figures that a report shows, since its JSON edition was made; masked ones stay so."""
    if after.report is None:
        return
    before = {part.key: part for part in edition.figures}
    figures = after.report.derived.figures
    hidden = hidden_keys(figures)
    told: set[FigureId] = set()
    for table in after.report.tables:
        for cell in (cell for row in table.rows for cell in row.cells):
            if isinstance(cell.of, Figure) and cell.of.key not in told:
                told.add(cell.of.key)
                shown = after.report.figures.shown(figures.get(cell.of.key, cell.of))
                old, new = _was(before.get(shown.key)), _is(shown)
                if old != new and shown.key not in hidden:
                    name = f"{without_notes(str(shown.label))}, {shown.period}"
                    yield Change(f"Beräknat i rapporten: {table.title}", "", name, old, new)


def _was(part: FigurePart | None) -> str:
    if part is None or part.state in {State.NOTHING, State.UNKNOWN} or part.value is None:
        return _NOT_SHOWN if part is not None and part.state is State.MASKED else _NOTHING
    return shown_amount(part.value, part.unit)


def _is(figure: Figure) -> str:
    return shown_amount(figure.value, figure.unit) if isinstance(figure.value, Decimal) else _NOTHING
