"""What may be wrong with costs that are split between activities, in words."""

from generator.findings.rule import FEL, VARNING, Rule

TO_ITSELF = Rule(
    "split_to_itself",
    FEL,
    "Kostnaden fördelas till sin egen verksamhet",
    "Kostnaden flyttas från {from} till samma verksamhet.",
    "Välj en annan verksamhet i kolumnen Till verksamhet, eller ta bort raden.",
)
SHARE_AND_AMOUNT = Rule(
    "split_twice",
    FEL,
    "Både procent och belopp",
    "Fördelningen från {from} till {to} har både procent och belopp.",
    "Behåll det ena.",
)
NEITHER_SHARE_NOR_AMOUNT = Rule(
    "split_without_share",
    VARNING,
    "Fördelning utan procent och belopp",
    "Fördelningen från {from} till {to} har varken procent eller belopp och gör ingenting.",
    "Fyll i det ena, eller ta bort raden.",
)
NO_SHARE = Rule(
    "split_out_of_range",
    FEL,
    "Procenten är orimlig",
    "{found} är ingen del av en kostnad.",
    "Skriv mer än 0 % och högst 100 %.",
)
