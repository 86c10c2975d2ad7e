"""A new underlag: what a fresh workbook holds before anyone has typed in it.

The outline has every part that the law asks for (11 kap. LKBR, and 4-6 kap. for the statements), in the order that RKR
R15 describes; an association moves, renames and leaves out as it likes. Where only the association knows what to say, a
short text asks for it in brackets, which ``check`` tells as remaining until somebody has written there.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from generator.model.association import Association
from generator.model.registers import OUTLINE_TAB, TEXT_NOTE, Note, OutlineBlock
from generator.model.topics import GRANTED, TOPICS, Topic
from generator.subjects.registry import SUBJECTS, all_tabs, component_names
from generator.workbook.layout import Values
from generator.workbook.write import unused, write_workbook

_LAST_MONTH_OF_LAST_YEARS_WORK = 6
_Rows = tuple[Mapping[str, object], ...]

_CHAIR: Mapping[str, object] = {
    "level": 1,
    "heading": "Ordförande har ordet",
    "text": "[Skriv ordförandens text: vad året har betytt och vad som väntar.]",
    "new_page": True,
}
_MANAGEMENT_REPORT: _Rows = (
    {"level": 1, "numbered": True, "heading": "Förvaltningsberättelse", "new_page": True},
    {
        "heading": "Förbundet och uppdraget",
        "text": (
            "Förbundet arbetar enligt lagen (2003:1210) om finansiell samordning av rehabiliteringsinsatser. "
            "[Skriv vilka medlemmarna är och vad förbundet gör.]"
        ),
    },
    {
        "heading": "Översikt över verksamhetens utveckling",
        "content": "Flerårsöversikt",
        "text": "[Skriv vad som har förändrats under åren i tabellen, och varför.]",
    },
    {
        "heading": "Viktiga förhållanden för resultat och ekonomisk ställning",
        "text": "[Skriv vad som har påverkat resultatet mest, mot budgeten och mot fjolåret.]",
    },
    {
        "heading": "Händelser av väsentlig betydelse",
        "text": (
            "[Skriv vad som har hänt under året.]\n\n[Skriv vad som har hänt sedan årsskiftet, eller behåll:] Inga "
            "händelser av väsentlig betydelse har inträffat efter räkenskapsårets slut."
        ),
    },
    {"heading": "Medlemsbidrag", "content": "Medlemsbidrag"},
    {
        "heading": "Styrning och uppföljning av verksamheten",
        "text": (
            "Styrelsen beslutar om mål, verksamhetsplan och budget och följer upp dem under året. "
            "[Skriv hur ofta, och hur den interna kontrollen går till.]"
        ),
    },
    {"heading": "Insatser", "content": "Insatser"},
    {"heading": "Deltagare", "content": "Deltagare"},
    {"heading": "Indikatorer", "content": "Indikatorer"},
    {"heading": "Enkäter", "content": "Enkäter"},
    {"heading": "Svarsfrekvenser", "content": "Svarsfrekvenser"},
    {
        "heading": "God ekonomisk hushållning och ekonomisk ställning",
        "text": (
            "[Skriv hur det har gått med de finansiella målen och med målen för verksamheten.]\n\n"
            "[Skriv styrelsens samlade bedömning av målen och av god hushållning.]"
        ),
    },
    {"heading": "Måluppfyllelse", "content": "Mål"},
    {"heading": "Kostnadsfördelning", "content": "Kostnadsfördelning"},
    {"heading": "Eget kapital mot bidragen", "content": "Eget kapital mot bidragen"},
    {"heading": "Balanskravsutredning", "content": "Balanskravsutredning"},
    {
        "heading": "Väsentliga personalförhållanden",
        "text": "[Skriv om personalen, eller behåll:] Förbundet har ingen anställd personal.",
    },
    {"heading": "Förväntad utveckling", "text": "[Skriv vad styrelsen räknar med för de kommande åren.]"},
    {
        "heading": "Driftredovisning",
        "content": "Driftredovisning",
        "text": "Driftredovisningen jämför årets utfall med den budget som styrelsen har beslutat.",
    },
    {"heading": "Investeringsredovisning", "content": "Investeringsredovisning"},
)
_PRINCIPLES_TEXT = (
    "Årsredovisningen följer lagen (2018:597) om kommunal bokföring och redovisning, och de rekommendationer från "
    "Rådet för kommunal redovisning som gäller för förbundet. [Skriv om ni avviker från någon, och varför.]\n\n"
    "Intäkter och kostnader hör till det år då de uppstår. En insats kostnad tas upp det år då arbetet har gjorts; är "
    "den inte betald vid årsskiftet är den en skuld. Fordringar tas upp med det belopp som väntas bli betalt. "
    "Kostnaderna visas utan moms."
)
_GRANTED_TEXT = (
    "\n\nMedel som är beviljade för arbete som ännu inte är gjort är varken kostnad eller skuld. "
    "[Skriv om de visas som ansvarsförbindelse eller bara som upplysning.]"
)
_NOTES: _Rows = (
    *({},) * 6,  # a note of text alone follows the one above it in the tab: room for those of income, costs and so on
    {
        "key": "Räkenskapsrevision",
        "title": "Kostnad för räkenskapsrevision",
        "kind": TEXT_NOTE,
        "text": (
            "Granskningen av bokföring och årsredovisning har sammanlagt kostat [skriv belopp] kr. "
            "[Skriv gärna hur mycket som är den statliga revisorns arvode.]"
        ),
    },
)
_END: _Rows = (
    {"level": 2, "heading": "Beviljade medel", "content": "Beviljade medel"},
    {"level": 1, "numbered": True, "heading": "Styrelse och revisorer", "new_page": True},
    {"content": "Styrelse"},
    {"content": "Revisorer"},
    {"level": 1, "numbered": True, "heading": "Underskrifter", "content": "Underskrifter", "new_page": True},
    {"level": 1, "heading": "Revisorernas påteckning", "content": "Revisorernas påteckning", "new_page": True},
    {"level": 1, "numbered": True, "heading": "Bilagor", "content": "Bilagor"},
)
_ALWAYS_SHOWN = frozenset({"Balanskravsutredning", "Investeringsredovisning", "Eget kapital mot bidragen"})
"""What has something to say also where its own tab is empty."""


def likely_year(today: date) -> int:
    """The year that a report begun today is about: last year until the summer, then this year."""
    return today.year - 1 if today.month <= _LAST_MONTH_OF_LAST_YEARS_WORK else today.year


def new_workbook(name: str, year: int, wanted: Collection[Topic] = TOPICS) -> bytes:
    """Make an empty workbook for an association and a year, with the tabs of the ``wanted`` topics in view."""
    hidden = unused(all_tabs(), {}, wanted)
    values: Values = {
        Association: ({"name": name, "year": year},),
        OutlineBlock: tuple(_outline(hidden, grants=GRANTED in wanted)),
        Note: _NOTES,
    }
    return write_workbook(all_tabs(), values, component_names(), hidden=hidden)


def _outline(hidden: Collection[str], *, grants: bool) -> Iterator[Mapping[str, object]]:
    """The whole report, without the parts of which all tabs are hidden."""
    contents, *statements, notes = OUTLINE_TAB.sections[0].starters
    inner = ({"level": 2, "numbered": True, **row} for row in _MANAGEMENT_REPORT)
    for row in (contents, _CHAIR, *inner, *statements, _principles(grants=grants), notes, *_END):
        tabs = _tabs_of(str(row.get("content", "")))
        if not tabs or not tabs <= set(hidden) or row["content"] in _ALWAYS_SHOWN:
            yield row


def _principles(*, grants: bool) -> Mapping[str, object]:
    """The principles, with a sentence on money granted where there is any."""
    return {
        "level": 1,
        "numbered": True,
        "heading": "Redovisningsprinciper",
        "text": _PRINCIPLES_TEXT + (_GRANTED_TEXT if grants else ""),
        "new_page": True,
    }


def _tabs_of(part: str) -> set[str]:
    """The names of the tabs of the subject that a part of the report is of."""
    return {
        tab.name
        for subject in SUBJECTS
        if any(component.name == part for component in subject.components)
        for tab in subject.tabs
    }
