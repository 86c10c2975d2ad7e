"""What may be wrong with participants, in words. None of them tells a number: few persons may be behind it."""

from generator.findings.rule import FEL, REMAINS, VARNING, Rule

_SHOWN = "{table}, {category}, {year}"
TWICE = Rule(
    "participants_twice",
    FEL,
    "Deltagare två gånger",
    f"Kategorin står två gånger för samma år: {_SHOWN}. Bara den första raden räknas.",
    "Ta bort den ena raden, eller lägg ihop dem.",
)
TOTAL_DIFFERS = Rule(
    "participants_total",
    FEL,
    "Totalt stämmer inte med könen",
    f"Totalt är inte det som kvinnor, män och annat är tillsammans: {_SHOWN}.",
    "Töm Totalt: det räknas fram. Skriv det bara om alla inte har uppgett kön, och lämna då Annat/ej uppgett tomt.",
)
ABOVE_BASE = Rule(
    "participants_base",
    VARNING,
    "Fler deltagare än basen",
    f"Antalet är större än det som andelarna räknas på: {_SHOWN}.",
    "Rätta antalet eller Bas för andel.",
    about="{table} {year}",
)
BASE_TWICE = Rule(
    "participants_base_twice",
    FEL,
    "Två olika baser",
    f"Bas för andel är en annan här än på en annan rad för samma tabell och år: {_SHOWN}.",
    "Skriv basen på en av raderna.",
)
TABLE_UNKNOWN = Rule(
    "participants_table_unknown",
    FEL,
    "Val för en tabell som inte finns",
    "Det finns inga rader för tabellen ”{found}”.{hint}",
    "Skriv tabellens namn som i raderna ovan, eller ta bort raden.",
)
SHARE_UNKNOWN = Rule(
    "participants_share_unknown",
    FEL,
    "En andel av en kategori som inte finns",
    "Tabellen ”{table}” har ingen kategori ”{found}”, så andelen ”{share}” räknas inte.{hint}",
    "Skriv kategorin som i tabellens rader. Flera skiljs med semikolon.",
)
SHARE_AFTER_UNKNOWN = Rule(
    "participants_share_after",
    VARNING,
    "En andel efter en kategori som inte finns",
    "Tabellen ”{table}” har ingen kategori ”{found}”, så andelen ”{share}” står sist.{hint}",
    "Skriv kategorin som i tabellens rader, eller töm cellen.",
    about="{share}",
)
SHARE_OF_NOTHING = Rule(
    "participants_share_of_nothing",
    FEL,
    "En andel utan något att räknas på",
    "Andelen ”{share}” i tabellen ”{table}” säger inte vad den är av, och tabellen har varken summa eller bas.",
    "Skriv kategorin i kolumnen Av, eller antalet i kolumnen Bas för andel.",
)
SUMMED_TWICE = Rule(
    "participants_summed_twice",
    VARNING,
    "En kategori summeras med det som den är en del av",
    "Tabellen ”{table}” summeras, men andelen ”{share}” säger att {parts} är en del av {base}. Då räknas samma "
    "personer två gånger i summan.",
    "Välj nej i kolumnen Summeras under Om tabellerna. Är det olika personer, godta varningen.",
    about="{share}",
)
SHARE_ABOVE = Rule(
    "participants_share_above",
    VARNING,
    "En andel större än hela",
    "Andelen ”{share}” i tabellen ”{table}” är mer än 100 procent för {year}.",
    "Rätta antalen, eller kategorierna i kolumnerna Kategorier och Av.",
    about="{share}",
)
_NOT_OF_THE_YEAR = "Inga antal för {year}, så rapporten visar bara äldre år: {tables}."
_FILL_IN = "Skriv årets rader i fliken Deltagare, eller ta bort tabellens rader om den inte ska vara med längre."
YEAR_MISSING = Rule(
    "participants_year_missing",
    VARNING,
    "En tabell har inga deltagare för året",
    _NOT_OF_THE_YEAR,
    f"{_FILL_IN} Ska tabellen visa ett äldre år: godta varningen.",
    about="{tables} {year}",
)
YEAR_MISSING_YET = Rule(
    "participants_year_remains",
    REMAINS,
    "Inga deltagare för året ännu",
    _NOT_OF_THE_YEAR,
    _FILL_IN,
)
SAME_DIFFER = Rule(
    "participants_differ",
    VARNING,
    "Deltagarna är olika många på två ställen",
    "{of}, {year}, är inte lika många i {one} och i {other}.",
    "Rätta det ena antalet. Är det olika personer: säg det i tabellens namn, till exempel Avslutade efter ålder, eller "
    "i Vad som räknas. Kan en person finnas i flera kategorier: skriv nej i kolumnen Summeras. Godta annars varningen.",
    about="{one} och {other} {year}",
)
