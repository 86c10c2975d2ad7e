"""The outline of a new report: every part that the law asks for (11 kap. LKBR, and 4-6 kap. for the statements).

The order is that of RKR R15; an association moves, renames and leaves out as it likes. A chapter follows on the one
before, so that no page is left half empty; statements and what is signed are never cut anyway. Where only the
association knows what to say, a paragraph in brackets asks for it: it is never printed, and ``check`` tells of it until
it is gone.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from generator.model.registers import OUTLINE_TAB
from generator.model.topics import AUDITORS, EMPLOYEES, GRANTED, INSATSER, Topic
from generator.starter.part import Paragraph, Part, told
from generator.subjects.registry import SUBJECTS

_ALWAYS_SHOWN = frozenset(
    {
        "Balanskravsutredning",
        "Investeringsredovisning",
        "Eget kapital mot bidragen",
    }
)
"""What has something to say also where its own tab is empty."""


def _chapter(heading: str, *text: str, content: str = "", numbered: bool = True, new_page: bool = False) -> Part:
    row = {"level": 1, "numbered": numbered, "heading": heading, "content": content, "new_page": new_page}
    return Part(row, tuple(map(Paragraph, text)))


def _section(heading: str, *text: str | Paragraph, content: str = "", layout: str = "") -> Part:
    row = {"level": 2, "numbered": True, "heading": heading, "content": content, "layout": layout}
    return Part(row, tuple(each if isinstance(each, Paragraph) else Paragraph(each) for each in text))


_MANAGEMENT_REPORT = (
    _chapter("Förvaltningsberättelse"),
    _section(
        "Förbundet och uppdraget",
        "Förbundet arbetar enligt lagen (2003:1210) om finansiell samordning av rehabiliteringsinsatser.",
        "[Skriv vilka medlemmarna är och vad förbundet gör.]",
    ),
    _section(
        "Översikt över verksamhetens utveckling",
        "[Skriv vad som har förändrats under åren i tabellen, och varför.]",
        content="Flerårsöversikt",
        layout="med diagram",
    ),
    _section(
        "Viktiga förhållanden för resultat och ekonomisk ställning",
        "[Skriv vad som har påverkat resultatet mest, mot budgeten och mot fjolåret.]",
    ),
    _section(
        "Händelser av väsentlig betydelse",
        "[Skriv vad som har hänt under året.]",
        "[Skriv vad som har hänt sedan årsskiftet. Är det inget, skriv: Inga händelser av väsentlig betydelse har "
        "inträffat efter räkenskapsårets slut.]",
    ),
    _section("Medlemsbidrag", content="Medlemsbidrag"),
    _section(
        "Styrning och uppföljning av verksamheten",
        "Styrelsen beslutar om mål, verksamhetsplan och budget och följer upp dem under året.",
        "[Skriv hur ofta styrelsen följer upp, och hur den interna kontrollen går till.]",
    ),
    replace(_section("Insatser", content="Insatser"), but=INSATSER),
    replace(_section("Insatser", content="Insatser i tabell"), only=INSATSER),
    Part({"content": "Insatser"}, only=INSATSER),
    replace(_section("Faktablad", content="Faktablad"), only=INSATSER),
    replace(_section("Insatsernas ekonomi", content="Insatsernas ekonomi"), only=INSATSER),
    _section("Deltagare", content="Deltagare"),
    _section("Indikatorer", content="Indikatorer"),
    _section("Enkäter", content="Enkäter"),
    _section("Svarsfrekvenser", content="Svarsfrekvenser"),
    _section(
        "God ekonomisk hushållning och ekonomisk ställning",
        "[Skriv hur det har gått med de finansiella målen och med målen för verksamheten.]",
        "[Skriv styrelsens samlade bedömning av målen och av god hushållning.]",
    ),
    _section("Måluppfyllelse", content="Mål"),
    _section("Kostnadsfördelning", content="Kostnadsfördelning"),
    _section("Eget kapital mot bidragen", content="Eget kapital mot bidragen"),
    _section("Balanskravsutredning", content="Balanskravsutredning"),
    _section(
        "Väsentliga personalförhållanden",
        Paragraph("[Skriv hur många som är anställda, med vad, och vad som har ändrats under året.]", only=EMPLOYEES),
        Paragraph("Förbundet har ingen anställd personal.", but=EMPLOYEES),
    ),
    _section("Förväntad utveckling", "[Skriv vad styrelsen räknar med för de kommande åren.]"),
    _section(
        "Driftredovisning",
        "Driftredovisningen jämför årets utfall med den budget som styrelsen har beslutat.",
        content="Driftredovisning",
    ),
    Part({"content": "Driftredovisning", "layout": "per verksamhet"}, only=INSATSER),
    _section("Investeringsredovisning", content="Investeringsredovisning"),
)
_PRINCIPLES = Part(
    {"level": 1, "numbered": True, "heading": "Redovisningsprinciper"},
    (
        Paragraph(
            "Årsredovisningen följer lagen (2018:597) om kommunal bokföring och redovisning, och de rekommendationer "
            "från Rådet för kommunal redovisning som gäller för förbundet."
        ),
        Paragraph("[Skriv om ni avviker från någon rekommendation, och varför. Annars: ta bort den här raden.]"),
        Paragraph(
            "Intäkter och kostnader hör till det år då de uppstår. En insats kostnad tas upp det år då arbetet har "
            "gjorts; är den inte betald vid årsskiftet är den en skuld. Fordringar tas upp med det belopp som väntas "
            "bli betalt. Kostnaderna visas utan moms."
        ),
        Paragraph(
            "Medel som är beviljade för arbete som ännu inte är gjort är varken kostnad eller skuld.", only=GRANTED
        ),
        Paragraph("[Skriv om de visas som ansvarsförbindelse eller bara som upplysning.]", only=GRANTED),
    ),
)
_END = (
    Part({"level": 2, "heading": "Beviljade medel", "content": "Beviljade medel"}),
    Part({"level": 1, "numbered": True, "heading": "Styrelse och revisorer"}, only=AUDITORS),
    Part({"level": 1, "numbered": True, "heading": "Styrelse"}, but=AUDITORS),
    Part({"content": "Styrelse"}),
    Part({"content": "Revisorer"}),
    _chapter("Underskrifter", content="Underskrifter"),
    _chapter("Revisorernas påteckning", content="Revisorernas påteckning", numbered=False),
    _chapter("Bilagor", content="Bilagor"),
)


def parts(hidden: Collection[str], wanted: Collection[Topic]) -> Iterator[Part]:
    """The whole report, without the parts of which all tabs are ``hidden``."""
    contents, *statements, notes = map(Part, OUTLINE_TAB.sections[0].starters)
    brief = _chapter("Året i korthet", content="Året i korthet", numbered=False)
    chair = _chapter(
        "Ordförande har ordet",
        "[Skriv ordförandens text: vad året har betytt och vad som väntar.]",
        numbered=False,
        new_page=True,
    )
    for part in (contents, brief, chair, *_MANAGEMENT_REPORT, *statements, _PRINCIPLES, notes, *_END):
        content = str(part.row.get("content", ""))
        tabs = _tabs_of(content)
        if told(part, wanted) and (not tabs or not tabs <= set(hidden) or content in _ALWAYS_SHOWN):
            yield part


def _tabs_of(part: str) -> set[str]:
    """The names of the tabs of the subject that a part of the report is of."""
    return {
        tab.name
        for subject in SUBJECTS
        if any(component.name == part for component in subject.components)
        for tab in subject.tabs
    }
