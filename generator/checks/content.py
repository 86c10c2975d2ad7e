"""The rules of what every report holds: who it is of, its order, its notes, and what may not stand in it."""

from collections.abc import Iterator, Sequence

from generator.blocks.case import Case
from generator.checks.final import until_final
from generator.checks.identity import holds_personal_number, luhn_holds, organisation_number
from generator.checks.letters import code_point, unprintable
from generator.checks.messages_content import (
    BLOCK_EMPTY,
    LETTER_NOT_IN_FONTS,
    LEVEL_OF_OUTLINE,
    LIQUID_NOT_CURRENT_ASSET,
    NOTE_OF_MIXED_LINES,
    NOTE_SIGN_WITHOUT_COSTS,
    NOTE_WITHOUT_ROWS,
    NOTES_NOT_PLACED,
    ORGANISATION_NUMBER_CHECK,
    ORGANISATION_NUMBER_FORM,
    OUTLINE_HEADING_GAP,
    PERSONAL_NUMBER,
    STATEMENT_NOT_PLACED,
)
from generator.files.pictures import picture_findings
from generator.findings.finding import Finding, Severity
from generator.ground.names import Name, clean, is_nothing
from generator.ground.source import Source
from generator.model.amounts import NOTES, BalanceItem, IncomeOrCost, OpeningBalance
from generator.model.association import Association, CostSign, ReportState
from generator.model.columns import AmountColumn, LongTextColumn, PictureColumn, TextColumn
from generator.model.messages import MISSING, MISSING_FOR_NOW, MISSING_UNTIL_FINAL
from generator.model.registers import TEXT_NOTE, Note, OutlineBlock
from generator.model.rows import Entry, columns, heading
from generator.statements.balance_sheet import CURRENT_ASSETS
from generator.statements.lines import BY_LABEL
from generator.texts.items import signs_in

DEEPEST_HEADING = 4
REQUIRED_STATEMENTS = ("Resultaträkning", "Balansräkning", "Kassaflödesanalys")
"""The statements that 4 kap. 1 § LKBR demands, by the names of their components."""


def name_is_there(case: Case) -> Iterator[Finding]:
    """The association's name stands on the cover and in every running head."""
    entry = case.underlag.association
    if entry and not entry.row.name:
        values = {"column": heading(Association, "name"), "expects": "namnet"}
        rule = MISSING_FOR_NOW if case.state is ReportState.IN_PROGRESS else MISSING
        yield rule.found(entry.source("name"), **values)


def decision_date_is_there(case: Case) -> Iterator[Finding]:
    """The board's decision is needed when the report is final, not before (24 § finsamlagen)."""
    entry = case.underlag.association
    # A date that could not be read has its own finding.
    if entry and entry.row.decision_date is None and is_nothing(entry.source("decision_date").text):
        final = case.state is ReportState.FINAL
        values = {"column": heading(Association, "decision_date"), "expects": "ett datum"}
        found = (MISSING if final else MISSING_UNTIL_FINAL).found(entry.source("decision_date"), **values)
        yield found if final else found.graded(until_final(case.state))


def organisation_number_is_right(case: Case) -> Iterator[Finding]:
    """Form and check digit; a doubtful number never stops a report."""
    entry = case.underlag.association
    if not entry or not entry.row.organisation_number:
        return
    source = entry.source("organisation_number")
    digits = organisation_number(entry.row.organisation_number)
    if digits is None:
        yield ORGANISATION_NUMBER_FORM.found(source, found=source.text)
    elif not luhn_holds(digits):
        yield ORGANISATION_NUMBER_CHECK.found(source, found=source.text)


def no_personal_numbers(case: Case) -> Iterator[Finding]:
    """A published report holds no personal numbers (GDPR art. 87; 3 kap. 10 § lag 2018:218)."""
    for model, section in case.underlag.raw.items():
        amounts = {column.name for column in columns(model) if isinstance(column.kind, AmountColumn)}
        for row in section.rows:
            for field, cell in row.cells.items():
                if field not in amounts and holds_personal_number(cell.text):
                    yield PERSONAL_NUMBER.found(cell.source)


def pictures_are_there(case: Case) -> Iterator[Finding]:
    """Every picture named lies in the association's folder, in a format that can be printed."""
    for model, entries in case.underlag.entries.items():
        fields = [column.name for column in columns(model) if isinstance(column.kind, PictureColumn)]
        for entry in entries:
            for field in fields:
                name = getattr(entry.row, field)
                if name:
                    yield from picture_findings(case.folder, name, entry.source(field))


def outline_is_sound(case: Case) -> Iterator[Finding]:
    """Headings follow on each other without gaps, blocks hold something, pictures are described."""
    before = 0
    for entry in case.underlag.of(OutlineBlock):
        row = entry.row
        if not (row.heading or row.content or row.text):
            yield BLOCK_EMPTY.found(entry.place)
        if row.level is not None and not 1 <= row.level <= DEEPEST_HEADING:
            yield LEVEL_OF_OUTLINE.found(entry.source("level"), found=row.level)
            continue
        if row.heading:
            level = row.level or 1
            if level > before + 1:
                values = {
                    "heading": row.heading,
                    "found": level,
                    "before": before or "ingen",
                    "wanted": before + 1,
                }
                yield OUTLINE_HEADING_GAP.found(entry.source("level"), **values)
            before = level


def statements_are_placed(case: Case) -> Iterator[Finding]:
    """The parts that 4 kap. 1 § LKBR demands stand in the outline."""
    placed = _placed(case)
    for statement in REQUIRED_STATEMENTS:
        if case.underlag.raw[OutlineBlock].found and Name(statement) not in placed:
            yield STATEMENT_NOT_PLACED.found(case.underlag.place(OutlineBlock), statement=statement)


def notes_are_placed(case: Case) -> Iterator[Finding]:
    """Notes that are referred to stand in the report."""
    if (
        case.derived
        and case.derived.notes
        and case.underlag.raw[OutlineBlock].found
        and Name(NOTES) not in _placed(case)
    ):
        yield NOTES_NOT_PLACED.found(case.underlag.place(OutlineBlock), count=len(case.derived.notes))


def _placed(case: Case) -> set[Name]:
    """The names of the components in the outline, as they were typed."""
    return {Name(row.cells["content"].text) for row in case.underlag.raw[OutlineBlock].rows if "content" in row.cells}


def letters_can_be_printed(case: Case) -> Iterator[Finding]:
    """Every sign of what is printed is in the report's fonts; without it the report cannot be drawn."""
    for model, section in case.underlag.raw.items():
        texts = {
            column.name: isinstance(column.kind, LongTextColumn)
            for column in columns(model)
            if isinstance(column.kind, TextColumn | LongTextColumn) and column.name not in model.unprinted
        }
        for row in section.rows:
            for field in filter(texts.__contains__, row.cells):
                typed = clean(row.cells[field].text)
                printed = "\n".join(map(signs_in, typed.split("\n"))) if texts[field] else typed
                yield from _lacking([(printed, row.cells[field].source)])
    for text in case.texts:
        yield from _lacking(list(zip(map(signs_in, text.lines), text.places, strict=True)))


def _lacking(lines: Sequence[tuple[str, Source]]) -> Iterator[Finding]:
    """The signs that no font has, all in one finding with their places."""
    found = [(unprintable(words), place) for words, place in lines]
    signs = dict.fromkeys(sign for lacking, _ in found for sign in lacking)
    if signs:
        told = ", ".join(f"”{sign}” ({code_point(sign)})" for sign in signs)
        yield LETTER_NOT_IN_FONTS.found(*dict.fromkeys(place for lacking, place in found if lacking), signs=told)


def notes_are_sound(case: Case) -> Iterator[Finding]:
    """A note's rows are of one kind, so that its sum means something; a note of amounts has some."""
    if case.derived is None:
        return
    numbered = {note.note.key: note for note in case.derived.notes}
    whole = case.underlag.is_whole(IncomeOrCost) and case.underlag.is_whole(BalanceItem)
    for entry in case.underlag.of(Note):
        note = numbered.get(entry.row.key)
        kinds = {line.kind for line in note.lines} if note else set()
        if len(kinds) > 1 and note:
            values = {"note": entry.row.key, "lines": ", ".join(line.label for line in note.lines)}
            yield NOTE_OF_MIXED_LINES.found(entry.source("key"), **values)
        if note and note.rows and entry.row.sign == CostSign.NEGATIVE and not note.has_costs:
            yield NOTE_SIGN_WITHOUT_COSTS.found(entry.source("sign"), note=entry.row.key)
        if whole and entry.row.kind != TEXT_NOTE and (note is None or not note.rows):
            under_way = Severity.REMAINING if case.state is ReportState.IN_PROGRESS else None
            yield NOTE_WITHOUT_ROWS.found(entry.source("key"), note=entry.row.key).graded(under_way)


def cash_is_current(case: Case) -> Iterator[Finding]:
    """Only current assets can be cash (RKR R13)."""
    entries: tuple[Entry[BalanceItem | OpeningBalance], ...]
    entries = (*case.underlag.of(BalanceItem), *case.underlag.of(OpeningBalance))
    for entry in entries:
        line = BY_LABEL[entry.row.line]
        if entry.row.liquid == "ja" and line not in CURRENT_ASSETS.lines:
            yield LIQUID_NOT_CURRENT_ASSET.found(entry.source("liquid"), line=line.label)
