"""The parts of a form that ask for participants, by sex where the association counts so, and for texts."""

from collections.abc import Sequence

from generator.forms.asked import OF_PARTICIPANTS, OF_REGISTER, OF_TEXTS, keys_of, typed
from generator.forms.asking import BESIDE, Asking, help_line, section
from generator.ground.names import Name
from generator.model.rows import column_of, heading
from generator.model.values import RawRow
from generator.subjects.insatser.rows import Insats
from generator.subjects.insatser.rows_texts import APPENDIX, DESCRIPTION, InsatsText
from generator.workbook.form_page import Address, Look, PageBuilder

_GIVEN_IF_TYPED = ("planned", "counted")
"""What the association says before the year, where it says it."""
_PAGE, _HIGHEST, _LOWEST, _SHORT, _HEAD, _LINE = 725, 146, 62, 34, 32, 16
"""Points of the whole page, of a text's room at most and at least, of a short text, of heads, of an ordinary row."""


def participants(page: PageBuilder, asking: Asking) -> None:
    """Ask how many took part, and in each of the association's tables that the insats is in by sex."""
    section(page, "Deltagare", "Ett antal eller ord. Räkna dem som har deltagit någon gång under året.")
    for field in ("planned", "reached", "counted"):
        info = Insats.model_fields[field]
        given = typed(asking.row, field) if field in _GIVEN_IF_TYPED else ""
        page.next()
        page.put(1, Look.LABEL, info.title, height=17)
        if given:
            page.put(2, Look.GIVEN, given, BESIDE)
        else:
            page.ask(2, Address(OF_REGISTER.tab, field), column_of(info), BESIDE)
    tables: dict[Name, list[RawRow]] = {}
    for row in asking.rows(OF_PARTICIPANTS):
        tables.setdefault(Name(typed(row, "table")), []).append(row)
    for table, rows in tables.items():
        _table(page, table, rows)
    if tables:
        help_line(page, "Totalt fylls bara i om kön saknas, eller om alla inte har uppgett kön.")


def _table(page: PageBuilder, table: Name, rows: Sequence[RawRow]) -> None:
    model = OF_PARTICIPANTS.model
    page.next(2)
    page.put(1, Look.HEAD, str(table), height=_HEAD)
    for column, field in enumerate(OF_PARTICIPANTS.fields, start=2):
        page.put(column, Look.NUMBER_HEAD, heading(model, field))
    for row in rows:
        page.next()
        keys = keys_of(OF_PARTICIPANTS, row)
        page.put(1, Look.LABEL, keys[1] or "Antal", height=17)
        for column, field in enumerate(OF_PARTICIPANTS.fields, start=2):
            page.ask(column, Address(OF_PARTICIPANTS.tab, field, keys), column_of(model.model_fields[field]))


def texts(page: PageBuilder, asking: Asking) -> None:
    """Ask for a text under each heading, with as much room as the page has for it."""
    section(page, "Beskrivning", "Skriv fritt. En text får vara längre än rutan; Alt+Enter ger en ny rad.")
    headings = _headings(asking)
    left = _PAGE - _height(page) - _SHORT
    room = min(_HIGHEST, max(_LOWEST, left // len(headings)))
    kind = column_of(InsatsText.model_fields["text"])
    for keys in headings:
        page.next()
        page.put(1, Look.LABEL, keys[0] or DESCRIPTION)
        page.ask(2, Address(OF_TEXTS.tab, "text", keys), kind, BESIDE, room)
    info = Insats.model_fields["assessment"]
    page.next()
    page.put(1, Look.LABEL, info.title)
    page.ask(2, Address(OF_REGISTER.tab, "assessment"), column_of(info), BESIDE, _SHORT)


def _height(page: PageBuilder) -> float:
    """How far down the page is filled, in points."""
    heights = {cell.row: cell.height for cell in page.cells if cell.height}
    return sum(heights.get(row, _LINE) for row in range(1, page.row + 1))


def _headings(asking: Asking) -> Sequence[tuple[str, ...]]:
    """The headings that an insats has texts under; of one that has none those of the first that has."""
    own = [keys_of(OF_TEXTS, row) for row in asking.rows(OF_TEXTS)]
    if not own:
        rows = asking.sections[InsatsText].rows
        first = Name(typed(rows[0], "insats")) if rows else None
        own = list(dict.fromkeys(keys_of(OF_TEXTS, row) for row in rows if Name(typed(row, "insats")) == first))
    return [keys for keys in own if Name(keys[0]) != APPENDIX] or [(DESCRIPTION,)]
