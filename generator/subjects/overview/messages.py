"""What may be wrong with the overview, in words."""

from generator.findings.rule import FEL, PLAUSIBILITY, VARNING, Rule

TYPED = Rule(
    "overview_typed",
    VARNING,
    "Nyckeltal inskrivet fast det räknas fram",
    "{key} räknas fram för i år och i fjol. Det inskrivna {found} läses inte.",
    "Ta bort värdet.",
)
TWICE = Rule(
    "overview_twice",
    FEL,
    "Nyckeltalet har värden på två rader",
    "{key} har värden för samma år även i {cells}. De skulle läggas ihop.",
    "Ta bort det ena. Raderna visar samma siffror.",
)
SHARE_UNKNOWN = Rule(
    "overview_share_unknown",
    FEL,
    "Andel av ett nyckeltal som inte finns",
    "Inget nyckeltal i fliken heter ”{found}”.{hint}",
    "Skriv namnet på ett nyckeltal i fliken.",
)
ROW_UNKNOWN = Rule(
    "overview_row_unknown",
    FEL,
    "Notraden finns inte",
    "Ingen rad i någon not heter ”{found}”.{hint}",
    "Skriv radens text som den står i kolumnen Notrad.",
)
RESULT_DIFFERS = Rule(
    "overview_result",
    VARNING,
    "Flerårsöversikten går inte ihop",
    "{year}: {made} är {sum}, men årets resultat är {typed}. Skillnad {difference}.",
    "Jämför med den årsredovisningen. Hade året finansiella intäkter, fyll i Finansnetto för det. Har raden andra "
    "kostnader än resultatet, godta varningen med skälet.",
    source="11 kap. 1 § LKBR",
    about="{year}",
)
EQUITY_DIFFERS = Rule(
    "overview_equity",
    VARNING,
    "Eget kapital i flerårsöversikten följer inte av resultaten",
    "{year}: {made} är {sum}, men eget kapital är {typed}. Skillnad {difference}.",
    "Jämför med den årsredovisningen. Rättades eget kapital det året, godta varningen med skälet.",
    source="4 kap. 4 § LKBR",
    about="{year}",
)
YEAR_BEFORE_DIFFERS = Rule(
    "overview_year_before",
    VARNING,
    "Ett äldre år har två belopp",
    "{key} {year} är {typed} här, men {sum} i fliken {tab} ({cells}). Skillnad {difference}.",
    "Jämför med den årsredovisningen och rätta det som är fel. Räknas beloppen olika, skriv hur i kolumnen Definition "
    "och godta varningen med skälet.",
    source="11 kap. 1 § LKBR",
    about="{key} {year}",
)
OTHER_UNIT = Rule(
    "overview_other_unit",
    VARNING,
    "Äldre år i en annan enhet",
    "Beloppen i {cells} ({years}) är ungefär {size} de senare årens.",
    "Skriv alla år i kronor. Rapporten visar dem i den enhet du har valt.",
    about="{years}",
    kind=PLAUSIBILITY,
)
