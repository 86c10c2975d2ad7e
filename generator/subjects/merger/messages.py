"""What may be wrong with what was taken over at a merger, in words."""

from generator.findings.rule import FEL, Rule

WITHOUT_NOTE = Rule(
    "merger_without_note",
    FEL,
    "Sammanläggning utan not",
    "{amount} är övertaget vid sammanläggning, men ingen not berättar om den.",
    "Skriv notens namn i fliken Sammanläggning, kolumnen Not. Noten säger vem som gick upp i förbundet, och när.",
    source="4 kap. 4 § LKBR",
)
TWICE = Rule(
    "merger_twice",
    FEL,
    "Övertagandet står på två ställen",
    "{line} är övertagen både här och i {cell}. Beloppet räknas då två gånger.",
    "Behåll raden i fliken Årets förändringar och ta bort den här.",
)
