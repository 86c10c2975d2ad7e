"""What may be wrong with a cell that tells of accounts, in words."""

from generator.findings.rule import FEL, READING, Rule

ACCOUNTS_UNREADABLE = Rule(
    "accounts_unreadable",
    FEL,
    "Konto som inte kan läsas",
    "”{found}” är varken ett konto eller ett kontointervall.",
    "Skriv ett konto (4010), ett intervall (40-45 eller 4010-4099) eller början på flera (7*); flera skilda med "
    "semikolon.",
    kind=READING,
)
SHARE_UNREADABLE = Rule(
    "share_unreadable",
    FEL,
    "Andel som inte kan läsas",
    "”{found}” är ingen andel.",
    "Skriv en procentsats med procenttecken (60 %), ett belopp över 100 kr (200 000) eller ordet resten.",
    kind=READING,
)
