"""What may be wrong with the days of a ledger, or with a cell that tells of accounts, in words."""

from generator.findings.rule import FEL, READING, VARNING, Rule

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
LEDGER_OTHER_DAYS = Rule(
    "ledger_other_days",
    VARNING,
    "Huvudboken gäller andra dagar än rapporten",
    "Räkenskapsåret i huvudboken är {found}, men i rapporten {own}.",
    "Räkenskapsåret ska vara kalenderåret: exportera huvudboken för det. Är förbundet nytt: skriv dagen då det började "
    "i Förbundets första dag, i fliken Uppgifter om förbundet.",
    source="1 kap. 5 § LKBR",
    about="{found}",
)
