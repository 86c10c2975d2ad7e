"""Lists of accounts: what is read of the shapes that ledger programs print, and what is told of what is wrong."""

from decimal import Decimal

from generator.findings.finding import Finding
from generator.ground.source import Source
from generator.ledger.lists.csv_text import grid_of
from generator.ledger.lists.read import read_list
from generator.ledger.row import Ledger

PLACE = Source(3000, file="lista.csv")
YEAR = 2025


def read(text: str | bytes, year: int = YEAR) -> tuple[Ledger | None, list[Finding]]:
    grid = grid_of(text if isinstance(text, bytes) else text.encode(), PLACE)
    assert grid is not None
    return read_list(grid, PLACE, year)


def amounts(ledger: Ledger | None) -> dict[tuple[str, ...], dict[str, Decimal]]:
    """What a ledger says, by account and objects and year."""
    assert ledger is not None
    return {
        (row.account, *(each.key for each in row.objects), str(row.year)): {
            measured.name.lower(): amount for measured, amount in row.amounts.items()
        }
        for row in ledger.rows
    }


def told(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(finding.code, finding.place.cell) for finding in findings]


PLAIN = """\
Konto;Benämning;IB;UB;Utfall i fjol;Budget
1930;Bank;100,50;1 234,50;;
3010;Bidrag;;-5 000,00;-4 000;-5 000
4010;Inköp;;3 765,50;4 000;5 000
"""


def test_a_plain_list_is_read() -> None:
    ledger, findings = read(PLAIN)
    assert amounts(ledger) == {
        ("1930", "2025"): {"opening": Decimal("100.50"), "closing": Decimal("1234.50")},
        ("3010", "2025"): {"result": Decimal(-5000), "budget": Decimal(-5000)},
        ("3010", "2024"): {"result": Decimal(-4000)},
        ("4010", "2025"): {"result": Decimal("3765.50"), "budget": Decimal(5000)},
        ("4010", "2024"): {"result": Decimal(4000)},
    }
    assert told(findings) == []
    assert ledger is not None
    assert ledger.names["4010"] == "Inköp"


def test_a_list_without_heads_or_accounts_is_told() -> None:
    assert told(read("Saldon\n1930;Bank;100\n")[1]) == [("ledger_list_no_heads", "")]
    assert told(read("Konto;Namn;Saldo\nBank;;100\n")[1]) == [("ledger_list_no_accounts", "")]
