"""A small underlag in which nothing is wrong, to change one thing in: what is told then is told of that thing."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pdfs import written

from generator.findings.finding import Finding
from generator.model.amounts import BalanceItem, DirectAdjustment, IncomeOrCost, OpeningBalance
from generator.model.association import Association
from generator.model.law_parts import PART_NAMES
from generator.model.registers import Activity, Note, OutlineBlock
from generator.model.rows import Row
from generator.pipeline import Examination, examine
from generator.subjects.board.rows import BoardMember

Rows = list[dict[str, Any]]
Values = dict[type[Row], Rows]

EVERY_PART = {
    "level": 1,
    "heading": "Allt som lagen kräver",
    "text": "Räkenskapsrevisionen kostade 100 kr.",
    "part": "; ".join(PART_NAMES),
}
"""A row of the outline that is marked as every part that the law asks for, so that none is missed."""

INCOME, COSTS = "Verksamhetens intäkter", "Verksamhetens kostnader"


def small(**association: Any) -> Values:
    """2020 with öre: one note of costs, every part that the law asks for, a board that signs; nothing to remark on."""
    about = {
        "name": "Samordningsförbundet Provet",
        "year": 2020,
        "state": "utkast",
        "organisation_number": "222000-9993",
    }
    return {
        Association: [about | association],
        OutlineBlock: [
            {"level": 1, "heading": "Händelser av väsentlig betydelse", "text": "Inga, inte heller efter årets slut."},
            {"level": 1, "heading": "Viktiga förhållanden", "text": "Inget utöver räkningarna."},
            {"level": 1, "heading": "Styrning och uppföljning", "text": "Styrelsen följer verksamheten."},
            {"level": 1, "heading": "Förväntad utveckling", "text": "Verksamheten fortsätter."},
            {"level": 1, "heading": "Väsentliga personalförhållanden", "text": "Ingen är anställd."},
            {"level": 1, "heading": "God ekonomisk hushållning", "text": "Målen är uppfyllda."},
            {"level": 1, "heading": "Ekonomisk ställning", "text": "Den är god."},
            {"level": 1, "heading": "Balanskravsutredning", "content": "Balanskravsutredning"},
            {"level": 1, "heading": "Flerårsöversikt", "content": "Flerårsöversikt"},
            {"level": 1, "heading": "Driftredovisning", "content": "Driftredovisning"},
            {"level": 1, "heading": "Investeringar", "text": "Inga investeringar har gjorts."},
            {"level": 1, "heading": "Resultaträkning", "content": "Resultaträkning"},
            {"level": 1, "heading": "Balansräkning", "content": "Balansräkning"},
            {"level": 1, "heading": "Kassaflödesanalys", "content": "Kassaflödesanalys"},
            {"level": 1, "heading": "Redovisningsprinciper", "text": "Lagen följs."},
            {"level": 1, "heading": "Noter", "content": "Noter"},
        ],
        Activity: [{"key": "Finansiering", "group": "finansiering"}, {"key": "Kansli", "group": "administration"}],
        Note: [{"key": "Kostnader"}, {"key": "Räkenskapsrevision", "kind": "text", "text": "Den kostade 100 kr."}],
        IncomeOrCost: [
            {
                "line": INCOME,
                "activity": "Finansiering",
                "this_year": Decimal("2000.50"),
                "last_year": Decimal("1900.10"),
            },
            cost("Löner", "900.25", "850.10"),
            cost("Lokaler", "600.00", "650.00"),
            cost("Revision", "100.00", "100.00"),
        ],
        BalanceItem: [
            {"line": "Fordringar", "this_year": Decimal("250.50"), "last_year": Decimal("240.00")},
            {"line": "Kassa och bank", "this_year": Decimal("1150.00"), "last_year": Decimal("760.25")},
            {"line": "Kortfristiga skulder", "this_year": Decimal("200.00"), "last_year": Decimal("200.00")},
        ],
        OpeningBalance: [
            {"line": "Eget kapital", "amount": Decimal("500.25")},
            {"line": "Kassa och bank", "amount": Decimal("700.25")},
            {"line": "Kortfristiga skulder", "amount": Decimal("200.00")},
        ],
        DirectAdjustment: [],
        BoardMember: [],
    }


def cost(row: str, this_year: str, last_year: str, **more: Any) -> dict[str, Any]:
    """A row of costs in the note *Kostnader*."""
    common = {"line": COSTS, "note": "Kostnader", "note_row": row, "activity": "Kansli"}
    return common | {"this_year": Decimal(this_year), "last_year": Decimal(last_year)} | more


def examined(values: Mapping[type[Row], Sequence[Mapping[str, Any]]], texts: str = "") -> Examination:
    """Write ``values`` as a workbook, with ``texts`` in a text file beside it, and let the program examine it."""
    with TemporaryDirectory() as temporary:
        folder = Path(temporary) / "provet"
        folder.mkdir()
        written(values, folder)
        if texts:
            (folder / "texter.md").write_text(texts, encoding="utf-8")
        return examine(folder)


def findings(values: Mapping[type[Row], Sequence[Mapping[str, Any]]], texts: str = "") -> dict[str, Finding]:
    """What is found, by rule; where one rule has found several, the first."""
    found: dict[str, Finding] = {}
    for finding in examined(values, texts).findings:
        found.setdefault(finding.code, finding)
    return found
