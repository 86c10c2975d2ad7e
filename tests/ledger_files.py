"""A SIE file as an association's program exports it: balances of the year and the year before, and results."""

from collections.abc import Sequence
from decimal import Decimal

ACCOUNTS = (
    ("1510", "Kundfordringar", 120),
    ("1930", "Bank", 0),
    ("2010", "Eget kapital", 0),
    ("2440", "Leverantörsskulder", -310),
    ("2920", "Upplupna semesterlöner", -40),
    ("3010", "Medlemsbidrag Försäkringskassan", -2000),
    ("3011", "Medlemsbidrag Region Nordmark", -1000),
    ("3012", "Medlemsbidrag Björkdalens kommun", -1000),
    ("4010", "Insatsmedel", 2500),
    ("5010", "Lokalhyra", 96),
    ("6420", "Ersättningar till revisor", 45),
    ("7010", "Löner till tjänstemän", 780),
    ("7510", "Arbetsgivaravgifter", 245),
    ("8300", "Ränteintäkter", -5),
)
"""A small association's accounts with their amounts in tkr; bank and equity follow from the others."""
BANK, EQUITY = "1930", "2010"
FIRST = 2023
Accounts = Sequence[tuple[str, str, int]]
Objects = Sequence[tuple[str, str, str, int]]
"""Account, number and name of a project, and its amount in tkr."""


def sie(
    year: int,
    accounts: Accounts = ACCOUNTS,
    years: int = 2,
    objects: Objects = (),
    number: str = "222000-1230",
) -> bytes:
    """Write a file for a year and as many years before it as ``years`` says beyond one; all years are alike."""
    lines = ["#FLAGGA 0", "#FORMAT PC8", "#SIETYP 3", f"#ORGNR {number}", '#FNAMN "Samordningsförbundet Provbygden"']
    lines += [f"#RAR {-back} {year - back}0101 {year - back}1231" for back in range(years)]
    lines += [f'#KONTO {account} "{name}"' for account, name, _ in accounts]
    lines += [f'#OBJEKT 6 {key} "{name}"' for key, name in dict.fromkeys((key, name) for _, key, name, _ in objects)]
    results = {account: amount for account, _, amount in accounts if account[0] not in "12"}
    closing = {account: amount for account, _, amount in accounts if account[0] in "12"}
    result = sum(results.values())
    for back in range(years):
        equity = -500 + result * (year - back - FIRST)
        for label, own in (("IB", equity), ("UB", equity)):
            kept = {account: 0 if label == "IB" and year - back == FIRST else each for account, each in closing.items()}
            kept[EQUITY] = own
            kept[BANK] = -sum(kept.values()) - (result if label == "UB" else 0)
            lines += [f"#{label} {-back} {account} {Decimal(amount * 1000):.2f}" for account, amount in kept.items()]
        lines += [f"#RES {-back} {account} {Decimal(amount * 1000):.2f}" for account, amount in results.items()]
    lines += [f"#PSALDO 0 {year}12 {account} {{6 {key}}} {amount * 1000}.00" for account, key, _, amount in objects]
    return "\r\n".join([*lines, ""]).encode("cp437")
