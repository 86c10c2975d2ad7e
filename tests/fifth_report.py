"""A fifth report, of an invented association: nine tables, fourteen diagrams, 25 footnotes, tkr with one decimal."""

from decimal import Decimal
from typing import Any

from small_underlag import Values

from generator.model.amounts import BalanceItem, IncomeOrCost, OpeningBalance
from generator.model.association import Association
from generator.model.registers import Activity, Note, OutlineBlock
from generator.subjects.appendices.rows import Appendix
from generator.subjects.charts.rows import ChartRow
from generator.subjects.free_tables.rows import FreeRow, FreeTable
from generator.subjects.indicators.rows import Indicator
from generator.subjects.members.rows import Member
from generator.subjects.overview.rows import KeyFigure
from generator.subjects.participants.rows import Participants, ParticipantTable
from generator.subjects.surveys.rows import ResponseRate, SurveyAnswer

FOOTNOTES = 25
TEXTS = {
    "Ekonomi": "Resultatet blev {{ årets_resultat : tkr }}, se {{ tabell('Kommunerna') }} och {{ diagram('Utfall') }}.",
    "Framtiden": "Soliditeten är {{ soliditet }}. {{ deltagare.per_år.totalt }} deltog, se {{ tabell('Per år') }}.",
    "Redovisningsprinciper": "Lagen följs, se {{ not('Fordringar') }}.",
}
"""The texts by heading; each gets a share of the footnotes."""

OUTLINE: tuple[tuple[int, str, str, tuple[str, ...]], ...] = (
    (1, "Översikt", "Flerårsöversikt", ("Diagram: Kapital", "Diagram: Kostnader")),
    (1, "Medlemmar", "Medlemsbidrag", ("Diagram: Bidrag",)),
    (
        1,
        "Deltagare",
        "",
        (
            "Deltagare: Ålder",
            "Deltagare: Insats",
            "Deltagare: Per år",
            "Diagram: Ålder, kön",
            "Diagram: År för år",
            "Diagram: Delar",
            "Diagram: Staplade",
            "Diagram: Liggande",
        ),
    ),
    (
        1,
        "Kommunerna",
        "",
        (
            "Egen tabell: Kommunerna",
            "Egen tabell: Per deltagare",
            "Egen tabell: Väntetider",
            "Diagram: Kommunernas kostnader",
            "Diagram: Kommunernas deltagare",
            "Diagram: Väntan",
        ),
    ),
    (1, "Enkäter", "Enkäter", ("Svarsfrekvenser", "Diagram: Svar", "Indikatorer", "Diagram: Mot riket")),
    (1, "Ekonomi", "", ()),
    (1, "Framtiden", "", ()),
    (1, "Driftredovisning", "Driftredovisning", ("Diagram: Utfall",)),
    (1, "Resultaträkning", "Resultaträkning", ()),
    (1, "Balansräkning", "Balansräkning", ()),
    (1, "Kassaflödesanalys", "Kassaflödesanalys", ()),
    (1, "Redovisningsprinciper", "", ()),
    (1, "Noter", "Noter", ()),
    (1, "Bilagor", "Bilagor", ()),
)


def outline() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for level, heading, content, others in OUTLINE:
        rows.append({"level": level, "heading": heading, "content": content})
        for other in others:
            name, _, which = other.partition(": ")
            rows.append({"content": name, "name": which})
    return rows


def texts() -> str:
    written, number = [], 0
    for place, (heading, text) in enumerate(TEXTS.items()):
        count = FOOTNOTES // len(TEXTS) + (place < FOOTNOTES % len(TEXTS))
        marks = "".join(f" Uppgift {number + step}.[^{number + step}]" for step in range(1, count + 1))
        number += count
        written.append(f"# {heading}\n\n{text}{marks}\n")
    notes = (f"[^{each}]: Förklaring till uppgift {each}." for each in range(1, number + 1))
    return "\n".join((*written, "\n\n".join(notes), ""))


def cost(row: str, activity: str, this_year: str, last_year: str) -> dict[str, Any]:
    amounts = {"this_year": Decimal(this_year), "last_year": Decimal(last_year), "budget": Decimal(this_year) + 50_000}
    return {"line": "Verksamhetens kostnader", "note": "Kostnader", "note_row": row, "activity": activity} | amounts


def free(table: str, label: str, *values: object, kind: str = "") -> dict[str, Any]:
    cells = {f"value_{place}": value for place, value in enumerate(values, start=1) if value is not None}
    return {"table": table, "label": label, "kind": kind} | cells


def chart(name: str, table: str, kind: str = "staplar", **more: Any) -> dict[str, Any]:
    return {"name": name, "table": table, "kind": kind} | more


def fifth_report() -> Values:
    people = [
        {"table": "Ålder", "category": category, "year": year, "women": women + year - 2022, "men": men}
        for category, women, men in (
            ("16–24 år", 31, 28),
            ("25–34 år", 44, 39),
            ("35–49 år", 52, 30),
            ("50 år–", 23, 3),
        )
        for year in (2022, 2023)
    ]
    people += [
        {"table": "Insats", "category": category, "year": 2023, "women": women, "men": men}
        for category, women, men in (("Steget", 95, 61), ("Bryggan", 50, 36), ("Nätverk", 9, 5))
    ]
    people += [
        {"table": "Per år", "year": year, "women": women, "men": men}
        for year, women, men in ((2020, 92, 66), (2021, 110, 81), (2022, 150, 100), (2023, 154, 100))
    ]
    return {
        Association: [
            {
                "name": "Samordningsförbundet Norra Älvdalen",
                "year": 2023,
                "state": "utkast",
                "organisation_number": "222000-9993",
                "shown_unit": "tkr",
                "decimals": "1",
            }
        ],
        OutlineBlock: outline(),
        Activity: [
            {"key": "Kansli", "group": "administration"},
            {"key": "Steget", "group": "individinriktad"},
            {"key": "Bryggan", "group": "individinriktad"},
        ],
        Note: [{"key": "Kostnader"}, {"key": "Fordringar"}],
        IncomeOrCost: [
            cost("Löner", "Kansli", "1450320.55", "1390110.10"),
            cost("Insatser", "Steget", "3120450.25", "2850300.40"),
            cost("Insatser", "Bryggan", "1985210.80", "2105440.20"),
        ],
        Member: [
            {"name": "Staten", "category": "staten", "this_year": 3_500_000, "last_year": 3_400_000},
            {"name": "Regionen", "category": "region", "this_year": 1_750_000, "last_year": 1_700_000},
            {"name": "Älvstad", "category": "kommun", "this_year": 1_750_000, "last_year": 1_700_000},
        ],
        BalanceItem: [
            {
                "line": "Fordringar",
                "note": "Fordringar",
                "note_row": "Momsfordran",
                "this_year": Decimal("65200.50"),
                "last_year": Decimal("71500.25"),
            },
            {"line": "Kassa och bank", "this_year": Decimal("2382967.20"), "last_year": Decimal("1932649.05")},
            {"line": "Kortfristiga skulder", "this_year": Decimal(300000), "last_year": Decimal(300000)},
        ],
        OpeningBalance: [
            {"line": "Eget kapital", "amount": Decimal(1250000)},
            {"line": "Kassa och bank", "amount": Decimal(1550000)},
            {"line": "Kortfristiga skulder", "amount": Decimal(300000)},
        ],
        KeyFigure: [{"key": key} for key in ("Verksamhetens kostnader", "Eget kapital", "Soliditet")],
        Appendix: [{"name": "Slutrapport"}, {"name": "Enkätrapport"}, {"name": "Revisionsberättelse"}],
        Participants: people,
        ParticipantTable: [{"name": "Insats", "title": "Deltagare efter insats", "shares": True}],
        FreeTable: [
            {
                "name": "Kommunerna",
                "title": "Kostnader och deltagare",
                "unit": "tkr",
                "decimals": "1",
                "source": "Egen",
            },
            {"name": "Per deltagare", "unit": "tkr", "decimals": "1"},
            {"name": "Väntetider", "title": "Väntetid i veckor", "unit": "antal", "decimals": "1"},
        ],
        FreeRow: [
            free("Kommunerna", "", "Kostnad", None, None, "Deltagare", kind="rubrik över"),
            free("Kommunerna", "Kommun", "2023", "2022", "Andel", "Kvinnor", "Män", kind="kolumner"),
            free("Kommunerna", "", "tkr", "tkr", "%", "antal", "antal", kind="enhet"),
            free("Kommunerna", "", None, None, "andel", kind="beräknas"),
            free("Kommunerna", "Älvstad", Decimal("3012.4"), Decimal("2870.9"), None, 96, 64),
            free("Kommunerna", "Norrby", Decimal("2093.3"), Decimal("2084.8"), None, 58, 36),
            free("Kommunerna", "Båda", kind="summa"),
            free("Per deltagare", "Insats", "2023", "2022", kind="kolumner"),
            free("Per deltagare", "Steget", Decimal("20.0"), Decimal("19.8")),
            free("Väntetider", "Insats", "2022", "2023", kind="kolumner"),
            free("Väntetider", "Steget", Decimal("5.0"), Decimal("4.2")),
            free("Väntetider", "Bryggan", Decimal("8.4"), Decimal("7.1")),
        ],
        ChartRow: [
            chart("Kapital", "Flerårsöversikt", rows="Eget kapital", series="rader", reversed=True),
            chart("Kostnader", "Flerårsöversikt", "linjer", rows="Verksamhetens kostnader", series="rader"),
            chart("Bidrag", "Medlemsbidrag", "ring", columns="Bidrag 2023"),
            chart("Ålder, kön", "Ålder", columns="2023 Kvinnor; 2023 Män"),
            chart("År för år", "Per år", "linjer", columns="Kvinnor; Män"),
            chart("Delar", "Insats", "ring", columns="Totalt"),
            chart("Staplade", "Ålder", "staplade", columns="2023 Kvinnor; 2023 Män"),
            chart("Liggande", "Insats", "liggande", columns="Kvinnor; Män"),
            chart("Kommunernas kostnader", "Kommunerna", columns="2023; 2022"),
            chart("Kommunernas deltagare", "Kommunerna", "liggande", columns="Kvinnor; Män"),
            chart("Väntan", "Väntetider", "linjer", series="rader"),
            chart("Svar", "Svarsfrekvenser", "liggande", columns="Svarsandel"),
            chart("Mot riket", "Indikatorer", columns="2023; Riket"),
            chart("Utfall", "Driftredovisning", "liggande", columns="Utfall 2023; Budget 2023"),
        ],
        ResponseRate: [
            {"group": "Deltagare", "asked": 80, "answers": 52},
            {"group": "Personal", "asked": 14, "answers": 12},
        ],
        SurveyAnswer: [
            {"question": "Stödet", "group": "Deltagare", "count": 50, "negative": 8, "neither": 12, "positive": 80},
        ],
        Indicator: [
            {"number": "1", "name": "Inflytande", "this_year": 81, "last_year": 77, "country": 74},
            {"number": "2", "name": "Väntan", "this_year": 12, "last_year": 15, "country": 20, "better": "lägre"},
        ],
    }
