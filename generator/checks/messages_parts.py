"""What a report may lack: its parts, and its budgets, in words."""

from generator.findings.finding import Severity
from generator.findings.rule import NOTERA, REMAINS, VARNING, Rule
from generator.model.law_parts import LAW_PARTS


def _of(severity: Severity) -> tuple[str, ...]:
    """The parts that are told with a severity, each with its law."""
    return tuple(f"{part.name} ({part.law})" for part in LAW_PARTS if part.severity is severity)


PARTS_REMAIN = Rule(
    "parts_remain",
    REMAINS,
    "Delar som lagen kräver återstår",
    "Rapporten saknar än så länge: {parts}.",
    "Skriv varje del under sin rubrik, eller lägg till den i fliken Innehåll eller Noter. Ibland räcker en mening.",
    source="4, 9, 10 och 11 kap. LKBR",
)
PARTS_ASKED = Rule(
    "parts_asked_remain",
    REMAINS,
    "Frågor att ta ställning till",
    "Ta ställning till om det finns något att säga om: {parts}.",
    "Finns det, skriv om det under en sådan rubrik eller i en not. Annars behöver inget göras. Frågan ställs bara "
    "medan rapporten är under arbete: svara på den innan den blir utkast.",
    source="9 och 11 kap. LKBR",
    covers=_of(REMAINS),
)
PART_MISSING = Rule(
    "part_missing",
    VARNING,
    "En del som lagen kräver saknas",
    "{part} finns inte med i rapporten ({source}).",
    "{said}. Det får stå var som helst. Står det redan, under en annan rubrik: välj delen i kolumnen Del enligt lagen.",
    source="4, 9, 10 och 11 kap. LKBR",
    about="{part}",
    covers=_of(VARNING),
)
PART_ASKED = Rule(
    "part_asked",
    NOTERA,
    "En del som kan behövas",
    "Rapporten säger inget om {part} ({source}).",
    "{said}. Står det redan, under en annan rubrik: välj delen i kolumnen Del enligt lagen.",
    source="9 och 11 kap. LKBR",
    about="{part}",
    covers=_of(NOTERA),
)
PART_FOR_THE_BOARD = Rule(
    "part_for_the_board",
    NOTERA,
    "En del som lagen kräver är bara för styrelsen",
    "{part} är märkt bara för styrelsen, och finns då inte i webbkopian ({source}).",
    "Töm kolumnen Läsare i raden om den ska vara med. Rapporten som undertecknas har den ändå.",
    source="4, 9, 10 och 11 kap. LKBR",
    about="{part}",
)
AUDIT_COST_WITHOUT_AMOUNT = Rule(
    "audit_cost_without_amount",
    VARNING,
    "Räkenskapsrevisionens kostnad utan belopp",
    "Rapporten tar upp räkenskapsrevisionen men säger inte vad den har kostat.",
    "Skriv den sammanlagda kostnaden för revisorernas granskning av bokföring och årsredovisning. Skriv gärna den "
    "statliga revisorns arvode bredvid.",
    source="9 kap. 13 § LKBR",
    about="{part}",
    symptom=True,
)
BUDGET_REVISED_MISSING = Rule(
    "budget_revised_missing",
    VARNING,
    "Den reviderade budgeten saknas",
    "Rapporten ska visa den reviderade budgeten, men inget är ifyllt i kolumnen Budget reviderad.",
    "Fyll i den, eller välj beslutad på raden Budget att jämföra med i fliken Uppgifter om förbundet.",
    source="10 kap. 1 § LKBR",
    symptom=True,
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
