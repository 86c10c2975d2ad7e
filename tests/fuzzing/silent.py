"""Whether all that is typed in the workbook is heard: read into a row, named by a finding, or the user's own.

What is typed is read by ``book.typed_in``, which shares nothing with the program's reader. ``unheard`` looks at every
cell. Whether what was read also leads anywhere is asked by ``probe``: it changes one cell and looks for any difference.
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache

from fuzzing.book import GUIDE, LISTS, OWN, Book, TypedCell, shared_texts, typed_in
from generator.findings.finding import Severity
from generator.findings.message import severity_of
from generator.ground.names import Name
from generator.look.settings import GROUPS
from generator.model.rows import Tab, columns
from generator.model.values import is_nothing_typed
from generator.pipeline import Examination
from generator.subjects.registry import all_tabs
from generator.workbook.headings import spellings_of
from generator.workbook.read import FORM_HEADINGS, UNIT_LABEL

Place = tuple[str, int, int]
"""A tab's name, a row and a column; 0 for all of them."""

NEAR = 0.5
"""How like it must be to what the program wrote there, to be that with a slip."""

_WHOLE_TAB = ("tab_", "section_missing", "file_")
"""What the codes of findings begin with that speak of all that stands in a tab, or under a title of it."""
_WHOLE_COLUMN, _WHOLE_ROW = ("column_",), ("field_",)


def unheard(book: Book, examination: Examination) -> Iterator[tuple[str, TypedCell]]:
    """The cells that hold something and that nothing came of, with their tab. The book must be readable."""
    heard = _heard(examination)
    tabs, shared = book.tabs(), shared_texts(book.parts)
    known = _tabs_by_name()
    for name, part in tabs.items():
        if name.startswith(OWN) or Name(name) in {Name(GUIDE), Name(LISTS)} or (name, 0, 0) in heard:
            continue
        if Name(name) in known and known[Name(name)].pasted:
            continue  # another program's list, which may have any texts beside its accounts
        words = _own_words(known[Name(name)].name) if Name(name) in known else frozenset()
        cells = typed_in(book.parts[part], shared)
        own = {cell.column for cell in cells if cell.text.startswith(OWN)}
        units = {(cell.row, cell.column + 1) for cell in cells if Name(cell.text) == Name(UNIT_LABEL)}
        for cell in cells:
            places = {(name, cell.row, cell.column), (name, cell.row, 0), (name, 0, cell.column)}
            if places & heard or cell.column in own or (cell.row, cell.column) in units:
                continue
            if not (is_nothing_typed(cell.text) or _is_help(cell.text, words)):
                yield name, cell


def _is_help(text: str, words: frozenset[Name]) -> bool:
    """Whether it is what the program wrote there, also with a slip in it."""
    if Name(text) in words or text.startswith("='Uppg"):
        return True
    return bool(get_close_matches(text, [*words, *map(str.upper, words)], n=1, cutoff=NEAR))


def _heard(examination: Examination) -> set[Place]:
    """The places that were read into rows that were kept, and those that findings speak of."""
    heard: set[Place] = set()
    assert examination.underlag is not None
    for entries in examination.underlag.entries.values():
        for entry in entries:
            heard |= {(each.tab, each.row, each.column) for each in entry.sources.values()}
    heard |= set(_lost_with_errors(examination))
    for finding in examination.findings:
        for each in (*finding.subjects, *finding.behind):
            heard.add((each.tab, each.row, each.column) if each.row else ("", 0, 0))
            if finding.code.startswith(_WHOLE_TAB):
                heard.add((each.tab, 0, 0))
            if finding.code.startswith(_WHOLE_COLUMN):
                heard.add((each.tab, 0, each.column))
            if severity_of(finding) is Severity.ERROR or finding.code.startswith(_WHOLE_ROW):
                heard.add((each.tab, each.row, 0) if each.row else ("", 0, 0))
    return heard


def _lost_with_errors(examination: Examination) -> Iterator[Place]:
    """The cells of rows that came to nothing, in tabs with an error: it says why."""
    assert examination.underlag is not None
    bad = {finding.place.tab for finding in examination.findings if severity_of(finding) is Severity.ERROR}
    for raw in examination.underlag.raw.values():
        for row in raw.rows:
            if row.place.tab in bad:
                yield from ((row.place.tab, each.source.row, each.source.column) for each in row.cells.values())


@cache
def _tabs_by_name() -> Mapping[Name, Tab]:
    return {Name(name): tab for tab in all_tabs() for name in (tab.name, *tab.other_names)}


@cache
def _own_words(name: str) -> frozenset[Name]:
    """What the program itself writes in a tab: titles, headings, help."""
    tab = _tabs_by_name()[Name(name)]
    words = [tab.name, tab.help, *FORM_HEADINGS, UNIT_LABEL, *GROUPS.values()]
    for section in tab.sections:
        words += [section.title, section.help, *spellings_of(section.model)]
        words += [column.help for column in columns(section.model)]
    return frozenset(map(Name, words))
