"""*Om avstämningen*: of which report, with which program, of which files; and whether all differences are 0."""

from collections.abc import Iterator
from decimal import Decimal

from generator.audit.answers import decided
from generator.audit.matter import Matter
from generator.findings.finding import Severity
from generator.ground.formatting import number, so_many
from generator.workbook.sheets import EMPTY, HEAD_ROW, Cell, Column, Kind, Link, Sheet

NAME = "Om avstämningen"
GOOD, BAD = "Alla differenser är 0", "Differenser som inte är 0: se de röda cellerna"
_NOT_NIL = "0.004"


def about(matter: Matter, sheets: tuple[Sheet, ...]) -> Sheet:
    """The first sheet: the verdict, the facts, the tabs, and the files with their checksums."""
    sheet = Sheet(
        NAME,
        "Avstämning av årsredovisningen",
        (Column("Vad", 30), Column("Uppgift", 64), Column("Antal", 12, Kind.DIFFERENCE), Column("Storlek, kB", 12)),
        says=(
            (
                "Gjord av samma siffror som rapporten. Samma filer och samma version av programmet ger samma "
                "avstämning, tecken för tecken."
            ),
        ),
        frozen_columns=0,
    )
    sheet.top = tuple(_verdict(*count_of_differences(sheets)))
    sheet.heading("Rapporten")
    for label, text in facts(matter):
        sheet.add(Cell(label), Cell(text), EMPTY, EMPTY)
    sheet.heading("Flikarna")
    for each in sheets:
        own_words, own = count_of_differences((each,))
        count = Cell(own, f"={own_words}") if own_words else EMPTY
        sheet.add(Cell(each.name, link=Link(tab=each.name, cell=f"A{HEAD_ROW}")), Cell(each.title), count, EMPTY)
    sheet.heading("Filerna som rapporten är gjord av, med kontrollsumma (SHA-256)")
    for file in matter.inputs:
        sheet.add(
            Cell(f"{file.name} ({file.role})"), Cell(file.checksum), EMPTY, Cell(file.kilobytes, kind=Kind.NUMBER)
        )
    return sheet


def _verdict(words: str, count: Decimal) -> Iterator[Cell]:
    """Whether all differences are 0, as a formula; of nothing reconciled nothing is said."""
    yield Cell("Differenser:", strong=True)
    if not words:
        yield Cell("inget kunde stämmas av", strong=True)
        return
    yield Cell(BAD if count else GOOD, f'=IF({words}=0,"{GOOD}","{BAD}")', strong=True)
    yield Cell(count, f"={words}", kind=Kind.DIFFERENCE, strong=True)


def count_of_differences(sheets: tuple[Sheet, ...]) -> tuple[str, Decimal]:
    """A formula that counts what is not 0 and should be, and what it comes to."""
    parts, count = [], 0
    for sheet in sheets:
        for place, column in enumerate(sheet.columns, start=1):
            if column.kind is Kind.DIFFERENCE and sheet.rows:
                area = sheet.area(place)
                parts.append(f'COUNTIF({area},">{_NOT_NIL}")+COUNTIF({area},"<-{_NOT_NIL}")')
                count += sum(1 for row in sheet.rows if abs(row.cells[place - 1].amount) > Decimal(_NOT_NIL))
    return "+".join(parts), Decimal(count)


def facts(matter: Matter) -> Iterator[tuple[str, str]]:
    """What is known of the report and of how the papers were made."""
    entry = matter.examination.underlag.association if matter.examination.underlag else None
    if entry is not None:
        row = entry.row
        yield "Förbund", str(row.name) or "namnet saknas"
        if row.organisation_number:
            yield "Organisationsnummer", row.organisation_number
        yield "Räkenskapsår", str(row.year)
        yield "Läge", row.state
        if matter.examination.report is not None:
            yield "Beslutsdatum enligt arbetsboken", decided(matter) or "inte ifyllt"
        if row.diary_number:
            yield "Diarienummer", row.diary_number
    yield "Program", f"arsredovisning {matter.program}"
    counts = [(each, matter.examination.count(each)) for each in Severity]
    told = [so_many(count, *_COUNTED[each]) for each, count in sorted(counts, reverse=True) if count]
    yield "Kontrollen", ", ".join(told) or "inget att anmäla"
    if matter.examination.has_errors:
        yield "Rapporten", "kan inte göras än: felen i Granskning måste rättas först"


_COUNTED = {
    Severity.ERROR: ("fel", "fel"),
    Severity.WARNING: ("varning", "varningar"),
    Severity.NOTE: ("att notera", "att notera"),
    Severity.REMAINING: ("återstår", "återstår"),
    Severity.ACCEPTED: ("godtagen", "godtagna"),
}


def files_told(matter: Matter) -> Iterator[tuple[str, ...]]:
    """The files, for a table on paper."""
    for file in matter.inputs:
        yield file.name, file.role, number(file.kilobytes, 1), file.checksum
