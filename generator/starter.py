"""A new underlag: what a fresh workbook holds before anyone has typed in it.

The outline has every part that the law asks for (11 kap. LKBR, and 4-6 kap. for the statements), in the order that RKR
R15 describes; an association moves, renames and leaves out as it likes.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from generator.model.association import Association
from generator.model.registers import OUTLINE_TAB, OutlineBlock
from generator.model.topics import TOPICS, Topic
from generator.subjects.registry import SUBJECTS, all_tabs, component_names
from generator.workbook.layout import Values
from generator.workbook.write import unused, write_workbook

_LAST_MONTH_OF_LAST_YEARS_WORK = 6
_MANAGEMENT_REPORT: tuple[Mapping[str, object], ...] = (
    {"level": 1, "numbered": True, "heading": "Förvaltningsberättelse", "new_page": True},
    {"heading": "Översikt över verksamhetens utveckling", "content": "Flerårsöversikt"},
    {"heading": "Viktiga förhållanden för resultat och ekonomisk ställning"},
    {"heading": "Händelser av väsentlig betydelse"},
    {"heading": "Medlemsbidrag", "content": "Medlemsbidrag"},
    {"heading": "Styrning och uppföljning av verksamheten"},
    {"heading": "Insatser", "content": "Insatser"},
    {"heading": "Deltagare", "content": "Deltagare"},
    {"heading": "Indikatorer", "content": "Indikatorer"},
    {"heading": "Enkäter", "content": "Enkäter"},
    {"heading": "Svarsfrekvenser", "content": "Svarsfrekvenser"},
    {"heading": "God ekonomisk hushållning och ekonomisk ställning"},
    {"heading": "Måluppfyllelse", "content": "Mål"},
    {"heading": "Balanskravsutredning", "content": "Balanskravsutredning"},
    {"heading": "Väsentliga personalförhållanden"},
    {"heading": "Förväntad utveckling"},
    {"heading": "Driftredovisning", "content": "Driftredovisning"},
    {"heading": "Investeringsredovisning", "content": "Investeringsredovisning"},
)
_PRINCIPLES: Mapping[str, object] = {"level": 1, "numbered": True, "heading": "Redovisningsprinciper", "new_page": True}
_END: tuple[Mapping[str, object], ...] = (
    {"level": 1, "numbered": True, "heading": "Styrelse och revisorer", "new_page": True},
    {"content": "Styrelse"},
    {"content": "Revisorer"},
    {"level": 1, "numbered": True, "heading": "Underskrifter", "content": "Underskrifter", "new_page": True},
    {"level": 1, "numbered": True, "heading": "Bilagor", "content": "Bilagor"},
)
_ALWAYS_SHOWN = frozenset({"Balanskravsutredning", "Investeringsredovisning"})
"""What has something to say also where its own tab is empty."""


def likely_year(today: date) -> int:
    """The year that a report begun today is about: last year until the summer, then this year."""
    return today.year - 1 if today.month <= _LAST_MONTH_OF_LAST_YEARS_WORK else today.year


def new_workbook(name: str, year: int, wanted: Collection[Topic] = TOPICS) -> bytes:
    """Make an empty workbook for an association and a year, with the tabs of the ``wanted`` topics in view."""
    hidden = unused(all_tabs(), {}, wanted)
    values: Values = {Association: ({"name": name, "year": year},), OutlineBlock: tuple(_outline(hidden))}
    return write_workbook(all_tabs(), values, component_names(), hidden=hidden)


def _outline(hidden: Collection[str]) -> Iterator[Mapping[str, object]]:
    """The whole report, without the parts of which all tabs are hidden."""
    contents, *statements, notes = OUTLINE_TAB.sections[0].starters
    inner = ({"level": 2, "numbered": True, **row} for row in _MANAGEMENT_REPORT)
    for row in (contents, *inner, *statements, _PRINCIPLES, notes, *_END):
        tabs = _tabs_of(str(row.get("content", "")))
        if not tabs or not tabs <= set(hidden) or row["content"] in _ALWAYS_SHOWN:
            yield row


def _tabs_of(part: str) -> set[str]:
    """The names of the tabs of the subject that a part of the report is of."""
    return {
        tab.name
        for subject in SUBJECTS
        if any(component.name == part for component in subject.components)
        for tab in subject.tabs
    }
