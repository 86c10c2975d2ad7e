"""The rows that a new workbook's tabs begin with, so that one sees how they are filled in.

None of them has an amount, and a name that only the association knows stands in brackets: nothing of it is printed as
if it were true, and what is not filled in is told as remaining.
"""

from collections.abc import Collection, Mapping
from typing import Any

from generator.model.amounts import BalanceItem, IncomeOrCost
from generator.model.registers import TEXT_NOTE, Activity, Note
from generator.model.rows import Row
from generator.model.topics import EMPLOYEES, Topic
from generator.subjects.board.rows import BoardMember
from generator.subjects.members.rows import MUNICIPALITY, REGION, STATE, Member

_Rows = tuple[Mapping[str, Any], ...]

_INCOME_NOTE, _COST_NOTE, _CLAIMS, _CASH, _DEBTS = "Intäkter", "Kostnader", "Fordringar", "Kassa", "Skulder"
_BOARD, _OFFICE, _PERSONS, _STRUCTURES = (
    "Styrelse",
    "Kansli",
    "Individinriktade insatser",
    "Strukturövergripande insatser",
)
_FUNDING = "Finansiering"

_NOTES: _Rows = (
    {"key": _INCOME_NOTE, "title": "Verksamhetens intäkter"},
    {"key": _COST_NOTE, "title": "Verksamhetens kostnader"},
    {
        "key": "Räkenskapsrevision",
        "title": "Kostnad för räkenskapsrevision",
        "kind": TEXT_NOTE,
        "text": (
            "Granskningen av bokföring och årsredovisning har sammanlagt kostat [skriv belopp] kr.\n\n"
            "[Skriv gärna hur mycket som är den statliga revisorns arvode.]"
        ),
    },
    {"key": _CLAIMS, "title": "Fordringar"},
    {"key": _CASH, "title": "Kassa och bank"},
    {"key": _DEBTS, "title": "Kortfristiga skulder"},
)
_ACTIVITIES: _Rows = (
    {"key": _BOARD, "group": "administration"},
    {"key": _OFFICE, "group": "administration"},
    {"key": _PERSONS, "group": "individinriktad"},
    {"key": _STRUCTURES, "group": "strukturövergripande"},
    {"key": _FUNDING, "group": "finansiering"},
)
_MEMBERS: _Rows = tuple(
    {"name": name, "category": category, "activity": _FUNDING, "note": _INCOME_NOTE}
    for name, category in (
        ("Försäkringskassan", STATE),
        ("[Regionens namn]", REGION),
        ("[Kommunens namn]", MUNICIPALITY),
    )
)
_BALANCES: _Rows = tuple(
    {"line": line, "note": note, "note_row": row}
    for line, note, row in (
        ("Fordringar", _CLAIMS, "Momsfordran"),
        ("Fordringar", _CLAIMS, "Förutbetalda kostnader och upplupna intäkter"),
        ("Kassa och bank", _CASH, "Bank"),
        ("Kortfristiga skulder", _DEBTS, "Leverantörsskulder"),
        ("Kortfristiga skulder", _DEBTS, "Upplupna kostnader och förutbetalda intäkter"),
    )
)
_BOARD_ROWS: _Rows = (
    {"name": "[Ordförandens namn]", "role": "ordförande"},
    {"name": "[Vice ordförandens namn]", "role": "vice ordförande"},
    {"name": "[Ledamotens namn]"},
)


def _costs(wanted: Collection[Topic]) -> _Rows:
    rows = (
        ("Arvoden och sammanträden", _BOARD),
        *([("Löner och sociala avgifter", _OFFICE)] if EMPLOYEES in wanted else []),
        ("Köpta tjänster", _OFFICE),
        ("Lokaler", _OFFICE),
        ("Revision", _OFFICE),
        ("Insatser för individer", _PERSONS),
        ("Insatser för strukturer", _STRUCTURES),
    )
    costs = (
        {"line": "Verksamhetens kostnader", "note": _COST_NOTE, "note_row": row, "activity": activity}
        for row, activity in rows
    )
    contributions = {
        "line": "Verksamhetens intäkter",
        "note": _INCOME_NOTE,
        "activity": _FUNDING,
        "remark": "Bara budgeten för bidragen. Själva bidragen står i fliken Medlemmar.",
    }
    interest = {"line": "Finansiella intäkter", "activity": _FUNDING}
    return (contributions, *costs, interest)


def starter_rows(wanted: Collection[Topic]) -> Mapping[type[Row], _Rows]:
    """The rows by model, for an association that has what is ``wanted``."""
    return {
        Note: _NOTES,
        Activity: _ACTIVITIES,
        Member: _MEMBERS,
        IncomeOrCost: _costs(wanted),
        BalanceItem: _BALANCES,
        BoardMember: _BOARD_ROWS,
    }
