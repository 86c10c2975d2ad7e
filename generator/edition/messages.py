"""What may be wrong with the file of last year's report, in words."""

from generator.findings.rule import CONTROL, FEL, Rule

_MAKE = "Fjolårets fil görs med arsredovisning render FJOLÅRETS-MAPP --format json."
LAST_YEAR_NOT_FOUND = Rule(
    "last_year_not_found",
    FEL,
    "Fjolårets rapport finns inte",
    "Filen {name} finns inte.",
    f"Kontrollera stavningen. {_MAKE}",
    kind=CONTROL,
)
LAST_YEAR_UNREADABLE = Rule(
    "last_year_unreadable",
    FEL,
    "Fjolårets rapport kan inte läsas",
    "{name} kan inte läsas: den är öppen i ett annat program, eller så saknar du behörighet.",
    "Ange filen med fjolårets rapport som JSON, och stäng den i andra program.",
    kind=CONTROL,
)
LAST_YEAR_NO_REPORT = Rule(
    "last_year_no_report",
    FEL,
    "Filen är ingen rapport som JSON",
    "{name} är ingen rapport som det här programmet har skrivit som JSON.",
    f"{_MAKE} En arbetsbok eller en PDF kan inte jämföras.",
    kind=CONTROL,
)
LAST_YEAR_DAMAGED = Rule(
    "last_year_damaged",
    FEL,
    "Fjolårets rapport är skadad",
    "{name} är en rapport som JSON, men den är inte hel eller har ändrats för hand.",
    f"Hämta den igen, eller gör om den. {_MAKE}",
    kind=CONTROL,
)
LAST_YEAR_OTHER_VERSION = Rule(
    "last_year_other_version",
    FEL,
    "Fjolårets rapport har en annan version",
    "{name} är skriven enligt version {found}, och det här programmet läser version {version}.",
    f"Gör om den med det här programmet. {_MAKE}",
    kind=CONTROL,
)
