"""What is typed in the first hour: the workbook of an invented association, tab by tab, and its texts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

FOLDER: Final = "Björkdalen 2025"
NAME: Final = "Samordningsförbundet Björkdalen"

Typed = str | int | Decimal | None
"""What stands in a cell; None where the cell is left as it is."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of one table of a tab, from its first: the columns that are typed in, and what stands in each.

    ``why`` tells what the reader should see in it. ``form``: each row is the name of a field and its value.
    """

    tab: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Typed, ...], ...]
    why: str
    form: bool = False


def _kr(text: str) -> Decimal:
    return Decimal(text.replace(" ", "").replace(",", "."))


WORKBOOK: Final[Sequence[Rows]] = (
    Rows(
        "Uppgifter om förbundet",
        ("Uppgift", "Värde"),
        (("Förbundets namn", NAME), ("Kortnamn", "Björkdalen"), ("Säte", "Björkdalen")),
        "Namn och år står redan där. Skriv resten när du vet: läget *under arbete* låter det saknas.",
        form=True,
    ),
    Rows(
        "Medlemmar",
        ("Medlem", "Bidrag i år", "Bidrag i fjol"),
        (
            ("Försäkringskassan", 1_000_000, 950_000),
            ("Region Björkdalen", 500_000, 475_000),
            ("Björkdalens kommun", 500_000, 475_000),
        ),
        "Bidragen skrivs bara här. Resultaträkningen, noten och andelarna hämtar dem.",
    ),
    Rows(
        "Intäkter och kostnader",
        ("Notrad", "Utfall i år", "Utfall i fjol", "Budget beslutad", "Budget i fjol"),
        (
            (None, None, None, 2_000_000, 1_900_000),
            ("Arvoden och sammanträden", _kr("84 250,50"), 79_800, 90_000, 85_000),
            ("Köpta tjänster", 412_600, 398_500, 420_000, 400_000),
            ("Lokaler", 36_000, 36_000, 36_000, 36_000),
            ("Revision", 48_500, 46_000, 50_000, 50_000),
            ("Insatser för individer", 1_105_400, 1_012_300, 1_150_000, 1_050_000),
            ("Insatser för strukturer", 231_700, 246_900, 254_000, 279_000),
            (None, 12_350, 15_200, None, None),
        ),
        "Raderna finns redan, med post, not och verksamhet. På den första skrivs bara budgeten för bidragen; den "
        "sista är ränta. Kostnader skrivs utan minus.",
    ),
    Rows(
        "Balansposter",
        ("Notrad", "UB i år", "UB i fjol"),
        (
            ("Momsfordran", 41_200, 38_500),
            ("Förutbetalda kostnader och upplupna intäkter", 9_000, 9_000),
            ("Bank", _kr("674 099,50"), 588_300),
            ("Leverantörsskulder", 128_400, 141_900),
            ("Upplupna kostnader och förutbetalda intäkter", 96_300, 88_200),
        ),
        "Eget kapital skrivs inte här: det följer av resultaten.",
    ),
    Rows(
        "Balansposter",
        ("Post", "Ingående belopp"),
        (
            ("Eget kapital", 310_000),
            ("Fordringar", 44_000),
            ("Kassa och bank", 481_600),
            ("Kortfristiga skulder", 215_600),
        ),
        "Längre ned i samma flik: det som balansräkningen visade när jämförelseåret började.",
    ),
    Rows(
        "Flerårsöversikt",
        ("Nyckeltal", "För två år sedan"),
        (("Verksamhetens intäkter", 1_850_000), ("Årets resultat", 42_300), ("Soliditet", "59 %")),
        "De två senaste åren räknas fram. Äldre år skrivs av ur de rapporter som är beslutade.",
    ),
    Rows(
        "Styrelse",
        ("Namn", "Roll"),
        (("Alva Ek", "ordförande"), ("Björn Asp", "vice ordförande"), ("Cilla Alm", None)),
        "Namnen kommer i tabellen *Styrelse* och på sidan där styrelsen skriver under.",
    ),
)

MISTYPED: Final = ("Intäkter och kostnader", "Lokaler", "Utfall i år", 63_000)
"""The tab, the row's name, the column and the amount that is typed wrong at first: two figures that changed places."""

TEXTS: Final[Mapping[str, str]] = {
    "Förbundet och uppdraget": "Förbundet finansierar samordnad rehabilitering för invånarna i Björkdalen.",
    "Viktiga förhållanden för resultat och ekonomisk ställning": (
        "Årets resultat är {{ årets_resultat : tkr }}. Medlemmarnas bidrag har ökat med 100 tkr."
    ),
}
"""What is written under some of the headings of the Word file, in the place of the line within [ ]."""
