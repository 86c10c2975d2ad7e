"""What a report may lack: its parts, and its budgets, in words."""

from generator.findings.rule import NOTERA, REMAINS, VARNING, Rule

PARTS_REMAIN = Rule(
    "parts_remain",
    REMAINS,
    "Delar som lagen kräver återstår",
    "Rapporten saknar än så länge: {parts}.",
    "Lägg till dem i fliken Innehåll. För några räcker en mening.",
    source="4, 9, 10 och 11 kap. LKBR",
)
PART_MISSING = Rule(
    "part_missing",
    VARNING,
    "En del som lagen kräver saknas",
    "{part} finns inte med i rapporten ({source}).",
    "{said}. Det spelar ingen roll var i rapporten det står.",
    source="4, 9, 10 och 11 kap. LKBR",
    about="{part}",
)
BUDGET_REVISED_MISSING = Rule(
    "budget_revised_missing",
    VARNING,
    "Den reviderade budgeten saknas",
    "Rapporten ska visa den reviderade budgeten, men inget är ifyllt i kolumnen Budget reviderad.",
    "Fyll i den, eller välj beslutad på raden Budget att jämföra med i fliken Uppgifter om förbundet.",
    source="10 kap. 1 § LKBR",
)
BUDGET_REVISED_PARTLY = Rule(
    "budget_revised_partly",
    VARNING,
    "Den reviderade budgeten är inte hel",
    "{activity} har {amount} i beslutad budget men ingen reviderad. Utan belopp räknas den som noll.",
    "Skriv hela budgeten även där den inte har ändrats. Är den noll efter ändringen: skriv 0.",
    source="10 kap. 1 § LKBR",
    about="{activity}",
)
ACTIVITY_WITHOUT_BUDGET = Rule(
    "activity_without_budget",
    NOTERA,
    "Verksamhet utan budget",
    "{activity} har utfallet {amount} men ingen budget, så hela utfallet blir avvikelse.",
    "Fyll i budgeten om det finns en. Annars behöver inget göras.",
    source="10 kap. 1 § LKBR",
)
