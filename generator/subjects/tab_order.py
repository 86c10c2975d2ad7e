"""The order of the workbook's tabs: the one in which they are filled in.

What is chosen from stands before what chooses: the notes and the activities before the amounts, a scale before the
goals. Last comes what puts together what the others hold: the outline, the look, and what is checked when all is in.
"""

from collections.abc import Iterable

from generator.model.rows import Tab

FILLED_IN = (
    "Uppgifter om förbundet",
    "Noter",
    "Verksamheter",
    "Medlemmar",
    "Kontoplan",
    "Huvudbok",
    "Intäkter och kostnader",
    "Nettobudget",
    "Fördelning av kostnader",
    "Balansposter",
    "Egna namn på poster",
    "Årets förändringar",
    "Investeringar",
    "Sammanläggning",
    "Balanskravsutredning",
    "Trappan för eget kapital",
    "Flerårsöversikt",
    "Styrelse",
    "Revisorer",
    "Insatser",
    "Insatstexter",
    "Insatsernas ekonomi",
    "Beviljade medel",
    "Skalor",
    "Mål",
    "Deltagare",
    "Svarsfrekvenser",
    "Enkäter",
    "Indikatorer",
    "Tabeller",
    "Tabellrader",
    "Diagram",
    "Bilagor",
    "Innehåll",
    "Utseende",
    "Avstämning",
    "Godtagna avvikelser",
)


def in_order(tabs: Iterable[Tab]) -> tuple[Tab, ...]:
    """The tabs in the order in which they are filled in."""
    return tuple(sorted(tabs, key=lambda tab: FILLED_IN.index(tab.name)))
