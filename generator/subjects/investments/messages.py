"""What may be wrong with the investments, in words."""

from generator.findings.rule import FEL, VARNING, Rule

UNLIKE_BOOKS = Rule(
    "investments_differ",
    VARNING,
    "Investeringarna skiljer sig från balansposterna",
    "Investeringarna är {typed}. Enligt balansposter, avskrivningar och årets förändringar är de {booked}.",
    "Rätta ena sidan. Har något sålts eller utrangerats: skriv tillgångarna i fliken Årets förändringar med radslagen "
    "inköp, försäljning och utrangering, så att köpen syns för sig.",
    source="10 kap. 2 § LKBR",
)
TWICE = Rule(
    "investment_twice",
    FEL,
    "Köpet står på två ställen",
    "{name} har belopp både här och i {cell}. Köpet räknas då två gånger.",
    "Ta bort utfallet här: det hämtas ur fliken Årets förändringar. Beloppet i kolumnen {column} får stå kvar.",
)
