"""SIE files written for the tests: an invented association's, as parts that a test puts together or changes."""

from generator.findings.finding import Finding
from generator.ground.source import Source
from generator.ledger.row import Ledger, Measured
from generator.ledger.sie.read import read_sie

PLACE = Source(3001, file="prov.se")

HEAD = """#FLAGGA 0
#PROGRAM "Provbok" 1.2
#FORMAT PC8
#GEN 20260115
#SIETYP 4
#ORGNR 222000-0001
#FNAMN "Samordningsförbundet Åbäcken"
#RAR 0 20250101 20251231
#RAR -1 20240101 20241231
"""
CHART = """#KONTO 1930 "Bank"
#KONTO 2010 "Eget kapital"
#KONTO 2440 "Leverantörsskulder"
#KONTO 3010 "Bidrag från medlemmar"
#KONTO 4010 "Köpta tjänster"
#KONTO 5010 "Hyra, \\"Ängen\\""
#DIM 1 "Insats"
#OBJEKT 1 "10" "Stödet"
#OBJEKT 1 "20" "Växthuset"
#DIM 6 "Medlem"
#OBJEKT 6 "P1" "Regionen"
"""
BALANCES = """#IB 0 1930 500.00
#IB 0 2010 -500.00
#UB 0 1930 1350.50
#UB 0 2010 -500.00
#UB 0 2440 -100.50
#RES 0 3010 -2000.00
#RES 0 4010 1100.50
#RES 0 5010 149.50
#UB -1 1930 500.00
#UB -1 2010 -400.00
#RES -1 3010 -1800.00
#RES -1 4010 1700.00
"""
BOOKED = """#VER A 1 20250110 "Bidrag"
{
#TRANS 1930 {} 2000.00
#TRANS 3010 {6 P1} -2000.00
}
#VER A 2 20250301 "Tjänster"
{
#TRANS 4010 {1 "10"} 700.00
#TRANS 4010 {1 "20" 6 P1} 300.00
#TRANS 4010 {} 100.50 20250302 "utan insats"
#TRANS 5010 {} 149.50
#TRANS 1930 {} -1149.50
#TRANS 2440 {} -100.50
}
"""
WHOLE = HEAD + CHART + BALANCES + BOOKED


def read(text: str | bytes) -> tuple[Ledger, list[Finding]]:
    data = text if isinstance(text, bytes) else text.encode("cp437")
    ledger, found = read_sie(data, PLACE)
    assert ledger
    return ledger, found


def amounts(ledger: Ledger, account: str, year: int = 2025) -> dict[str, dict[str, str]]:
    """The amounts of an account: for each of its rows, by the keys of its objects."""
    return {
        " ".join(f"{each.dimension}:{each.key}" for each in row.objects): {
            measured.name: str(row.amounts[measured]) for measured in Measured if measured in row.amounts
        }
        for row in ledger.of(account, year)
    }


def told(text: str) -> dict[str, list[int]]:
    """The codes of what is found, each with its lines."""
    found: dict[str, list[int]] = {}
    for each in read_sie(text.encode("cp437"), PLACE)[1]:
        found.setdefault(each.code, []).append(each.place.row)
    return found


def line_of(text: str, start: str) -> int:
    """The number of the line that begins so."""
    return next(number for number, line in enumerate(text.splitlines(), 1) if line.startswith(start))
