"""Everything in next year's folder: the workbook, the texts with their marks, what the look and the texts need."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.companions import companions, content_of
from generator.edition.read import LAST_YEAR_NAME, read_last_year
from generator.figures.derivation import Derivation
from generator.files.refused import sentence
from generator.findings.finding import Finding
from generator.findings.message import message
from generator.ledger.beside import LARGEST
from generator.ledger.days import other_days
from generator.ledger.given import Given, NoLedgerError, errors_in, read_given
from generator.ledger.row import Ledger
from generator.model.association import Association
from generator.model.registers import Activity
from generator.next_year.ledger import lacks, tells_budget, with_ledger, without_proposals, wrong_ledger
from generator.next_year.rows import rolled_values
from generator.next_year.same_row import typed_rows, without_account
from generator.opener import LAST_YEAR, WORD_FILE, RefusedError, read
from generator.pipeline import Examination, edition, examine
from generator.starter.from_ledger import Suggested, outcome_years, too_many
from generator.subjects.appendices.rows import Appendix
from generator.subjects.appendices.rules import file_of
from generator.subjects.ledger.rows import AccountRow
from generator.subjects.registry import all_tabs, component_layouts
from generator.texts.files import MARKDOWN, WORD, lines_of, read_texts, text_files
from generator.texts.marking import marked_markdown
from generator.texts.word_marking import marked_word
from generator.workbook.load import WORKBOOK_NAME
from generator.workbook.write import unused, write_workbook


class CannotRollError(Exception):
    """Next year cannot be made of what was given; ``str`` of it is a Swedish sentence."""


@dataclass(frozen=True, slots=True)
class NextYearFolder:
    """The files of next year's folder, by their names in it; ``year`` is the year that they are for.

    ``suggested`` are the accounts of its ledger that last year's chart has not, with what they most likely become;
    ``accounts`` is how many the ledger has. ``booked``: the amounts of the year that ended came from one too;
    ``wrong`` tells of errors in the new one. ``activities`` are those that its objects name and nobody had.
    ``hint`` says in Swedish which of last year's typed rows no account is.
    """

    year: int
    files: dict[str, bytes]
    suggested: tuple[Suggested, ...] = ()
    accounts: int = 0
    booked: bool = False
    wrong: str = ""
    activities: tuple[str, ...] = ()
    hint: str = ""


def next_year(
    given: Path, against: Path | None = None, folder_made: str = "", ledger: Path | None = None
) -> NextYearFolder:
    """Make next year's folder of the one that ``given`` means. Writes nothing.

    ``against`` is the report of the year that ended as JSON, where it has been kept; else it is made anew.
    ``folder_made`` is how the commands in *Läs mig* name the new folder. ``ledger`` is next year's, where there is one.

    Raises:
        CannotRollError: the workbook cannot be read or has errors, ``against`` is not its report, or ``ledger`` is not
            the association's for the year after.

    """
    examination = examine(given)
    derived = _whole(examination)
    folder = examination.path.parent
    found = _ledger(ledger, derived) if ledger else None
    named = found.ledger if found else None
    values, units = rolled_values(derived, carrying=named is None or not tells_budget(named))
    values = without_proposals(values)
    kept = {row["key"] for row in values[Activity]}
    values, suggested = with_ledger(values, derived, named) if named else (values, ())
    if named and (refused := too_many(len(suggested), named.called)):
        raise CannotRollError(refused)
    hidden = unused(all_tabs(), values)
    workbook = write_workbook(all_tabs(), values, component_layouts(), units, hidden, folder=folder_made)
    year = int(values[Association][0]["year"])
    try:
        appendices = {name: content_of(folder, path) for name, path in _appendices(derived, folder)}
        beside = dict(_texts(folder)) | {name: content_of(folder, path) for name, path in companions(folder)}
    except RefusedError as error:
        raise CannotRollError(sentence(error)) from error
    made = {WORKBOOK_NAME: workbook, LAST_YEAR_NAME: _edition_of(examination, derived, against)}
    ledgers = dict(_ledgers_of_last_year(examination, derived.association.year, ledger, named))
    ledgers |= {ledger.name: read(ledger, None, LARGEST)} if ledger else {}
    files = appendices | made | beside | ledgers
    accounts = len(set(named.accounts)) if named else 0
    wrong = errors_in(found.findings) if found else ""
    new = tuple(str(row["key"]) for row in values[Activity] if row["key"] not in kept)
    hint = without_account(typed_rows(derived.underlag), values[AccountRow]) if named else ""
    return NextYearFolder(year, files, suggested, accounts, bool(examination.ledger.became), wrong, new, hint)


def _ledger(path: Path, derived: Derivation) -> Given:
    """Next year's ledger, which is named."""
    year, since = derived.association.year + 1, derived.association.first_day
    try:
        found = read_given(path, year)
    except NoLedgerError as error:
        raise CannotRollError(str(error)) from error
    wrong = wrong_ledger(found.ledger, derived)
    if wrong:
        raise CannotRollError(wrong)
    return replace(found, findings=(*found.findings, *other_days(found.ledger, year, since)))


def _ledgers_of_last_year(
    examination: Examination, ended: int, path: Path | None, new: Ledger | None
) -> Iterator[tuple[str, bytes]]:
    """The ledgers that the ended year's amounts came from, unless the new one tells as much of that year."""
    folder = examination.path.parent
    for each in examination.ledger.ledgers:
        name = each.place.file
        if name and ended in outcome_years(each) and (new is None or lacks(new, each, ended)):
            kept = name if path is None or name.casefold() != path.name.casefold() else f"fjol-{name}"
            yield kept, read(folder / name, folder, LARGEST)


def _appendices(derived: Derivation, folder: Path) -> Iterator[tuple[str, Path]]:
    """The files of the appendices, which the new workbook names too, by their names within ``folder``."""
    for row in derived.underlag.rows(Appendix):
        path = file_of(row, folder)
        if path is not None:
            yield path.relative_to(folder).as_posix(), path


def _whole(examination: Examination) -> Derivation:
    """What was derived of a workbook without errors."""
    if examination.underlag is None:
        raise CannotRollError(_sentence(examination.findings[0]))
    if examination.has_errors or examination.derived is None:
        message = (
            f"{examination.path} har fel, så nästa år kan inte göras av den. "
            f"Rätta dem först; de visas av arsredovisning check."
        )
        raise CannotRollError(message)
    return examination.derived


def _sentence(finding: Finding) -> str:
    told = message(finding)
    return f"{told.what} {told.remedy}".strip()


def _edition_of(examination: Examination, derived: Derivation, against: Path | None) -> bytes:
    """The report of the year that ended, to hold next year's comparatives against."""
    if against is None:
        return edition(examination)
    last_year, problems = read_last_year(against)
    if last_year is None:
        raise CannotRollError(_sentence(problems[0]))
    found = last_year.edition.association.year
    if found != derived.association.year:
        wrong = f"{against} gäller {found}, men {examination.path} gäller {derived.association.year}."
        raise CannotRollError(wrong)
    return read(against, None, LAST_YEAR)


def _texts(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The text files, with a mark under each heading that has a text."""
    cut, _ = read_texts(folder)
    sections_of = {sections[0].place.file: sections for sections in cut if sections}
    for path in text_files(folder):
        name = path.relative_to(folder).as_posix()
        data = read(path, folder, WORD_FILE)
        sections = sections_of.get(name, ())
        if path.suffix.lower() == MARKDOWN and sections:
            data = marked_markdown(lines_of(data), sections).encode()
        elif path.suffix.lower() == WORD and sections:
            data = marked_word(data, sections)
        yield name, data
