"""What may be wrong with balances shown from opening to closing, in words."""

from generator.findings.rule import FEL, Rule

DEPRECIATION_TWICE = Rule(
    "roll_depreciation_twice",
    FEL,
    "Avskrivningen står på två ställen",
    "{line} står både här och i {cell}. Kostnaden räknas då två gånger.",
    "Ta bort beloppen här: kostnaden hämtas ur fliken Årets förändringar. Budgeten får stå kvar.",
)
DEPRECIATION_WITHOUT_MINUS = Rule(
    "roll_depreciation_sign",
    FEL,
    "Avskrivning utan minus",
    "En avskrivning minskar tillgången och skrivs med minus i fliken Årets förändringar.",
    "Sätt minus före beloppet.",
)
BALANCE_TWICE = Rule(
    "roll_twice",
    FEL,
    "Balansposten står på två ställen",
    "{line} står både här och i {cell}. Beloppet räknas då två gånger.",
    "Ta bort det ena. En post som visas från ingående till utgående står bara i fliken Årets förändringar.",
)
OPENING_TWICE = Rule(
    "roll_opens_twice",
    FEL,
    "Två ingående belopp",
    "Delen har ett ingående belopp även i cell {cell}.",
    "Behåll det ena, eller skriv olika namn i kolumnen Del.",
)
OPENING_THIS_YEAR = Rule(
    "roll_opening_this_year",
    FEL,
    "Ingående belopp i år",
    "Årets ingående belopp räknas fram ur fjolårets.",
    "Ta bort beloppet. Bara det som fanns när fjolåret började skrivs, i kolumnen I fjol.",
)
CHANGE_WITHOUT_WORDS = Rule(
    "roll_without_words",
    FEL,
    "Förändring utan text",
    "Raden säger inte vad som har förändrats.",
    "Skriv det i kolumnen Rad, till exempel Årets utbetalningar.",
)
