"""What may be wrong with a budget that is decided only as the net, in words."""

from generator.findings.rule import FEL, VARNING, Rule

NET_BUDGET_TWICE = Rule(
    "net_budget_twice",
    FEL,
    "Samma budget två gånger",
    "{what} har en nettobudget ({amount}) och dessutom {other}.",
    "Behåll den ena: nettobudgeten om budgeten bara är beslutad netto, annars raderna i Intäkter och kostnader.",
)
NET_BUDGET_PARTLY_REVISED = Rule(
    "net_budget_partly_revised",
    VARNING,
    "Reviderad nettobudget saknas",
    "{what} har en beslutad nettobudget ({amount}) men ingen reviderad, och rapporten visar den reviderade.",
    "Skriv hela budgeten i Budget reviderad, också om den är oförändrad.",
)
