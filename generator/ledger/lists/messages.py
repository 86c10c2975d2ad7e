"""What may be wrong in a list of accounts, in words."""

from generator.findings.rule import FEL, READING, Rule

LIST_NO_HEADS = Rule(
    "ledger_list_no_heads",
    FEL,
    "Listan saknar rubriker",
    "I {list} finns ingen rad med rubriker för konto och belopp{lacking}, så listan läses inte.",
    "Lägg till en rubrikrad: Konto, Benämning, IB, UB, eller Konto, Benämning, Utfall i år, Utfall i fjol, Budget.",
    kind=READING,
)
LIST_NO_ACCOUNTS = Rule(
    "ledger_list_no_accounts",
    FEL,
    "Listan har inga konton",
    "I {list} finns rubriker men ingen rad med både kontonummer och belopp.",
    "Kontrollera att kontonumren, tre till åtta siffror, står i kolumnen ”{column}”.",
    kind=READING,
)
