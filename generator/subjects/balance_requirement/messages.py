"""What may be wrong with the balance requirement, in words."""

from generator.findings.rule import VARNING, Rule

DEFICIT_WITHOUT_WORDS = Rule(
    "deficit_without_words",
    VARNING,
    "Negativt balanskravsresultat utan styrelsens ord",
    "Balanskravsresultatet är {result}, och i rapporten står inte hur styrelsen ser på det.",
    "Skriv i kolumnen Text på raden Balanskravsutredning i fliken Innehåll: planerad användning av eget "
    "kapital, hur underskottet regleras, eller skälen för att inte göra det.",
    source="11 kap. 11 § LKBR",
)
