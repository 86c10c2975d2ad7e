"""What may be wrong with the placing of the parts, in words."""

from generator.findings.rule import FEL, NOTERA, READING, VARNING, Rule

PLACED_WITHOUT_TAB = Rule(
    "placed_without_tab",
    FEL,
    "Flik saknas",
    "{tabs} saknas. Därifrån hämtas {parts} i fliken Innehåll.",
    "Ge fliken dess rätta namn om den heter något annat. Annars: lägg tillbaka den, från fjolårets arbetsbok eller en "
    "ny, eller ta bort delen i fliken Innehåll.",
    kind=READING,
)
PLACED_NAME_UNKNOWN = Rule(
    "placed_name_unknown",
    FEL,
    "Okänt namn",
    "{content} har inget som heter ”{found}”.{hint}",
    "Rätta namnet. Att välja på: {choices}. Lämna cellen tom om allt ska visas.",
)
PLACED_LAYOUT_UNKNOWN = Rule(
    "placed_layout_unknown",
    FEL,
    "Okänd utformning",
    "{content} har ingen utformning som heter ”{found}”.{hint}",
    "Rätta utformningen. Att välja på: {choices}. Lämna cellen tom för den vanliga.",
)
PLACED_NAME_UNUSED = Rule(
    "placed_name_unused",
    VARNING,
    "Namnet används inte",
    "{content} visas som en helhet, så namnet ”{found}” betyder inget här.",
    "Ta bort namnet.",
)
TAB_NOT_SHOWN = Rule(
    "tab_not_shown",
    NOTERA,
    "Ifylld flik som inte visas",
    "{count} i fliken, men inget av det kommer med i rapporten.",
    "{where}Ska det inte vara med behöver inget göras.",
    about="{tab}",
    symptom=True,
)
PART_WAITS = Rule(
    "part_waits",
    VARNING,
    "Rubrik utan innehåll",
    "Rubriken ”{heading}” har inget under sig i rapporten: inget är ifyllt i fliken {tabs}.",
    "Fyll i fliken, skriv en text under rubriken, eller ta bort raden.",
    about="{heading}",
)
TEXT_NOT_SHOWN = Rule(
    "text_not_shown",
    NOTERA,
    "Texter som inte visas",
    "{count} kommer inte med i rapporten: {cells}.",
    "{where}Ska det inte vara med behöver inget göras.",
    about="{tab}",
    symptom=True,
)
NOTE_NOT_SHOWN = Rule(
    "note_not_shown",
    VARNING,
    "Fotnot som inte visas",
    "Fotnoten ”{found}” kommer inte med i rapporten: orden i cellen visas inte, eller hämtas från en annan cell.",
    "Skriv fotnoten i den första raden med samma namn, eller i en text som visas.",
    kind=READING,
    symptom=True,
)
PLACED_NAME_LEFT_OUT = Rule(
    "placed_name_left_out",
    NOTERA,
    "Allt visas inte",
    "{content} visas bara för vissa namn. Inte med i rapporten: {names}.",
    "Är det meningen behöver inget göras. Annars: lägg till en rad för var och en, eller en rad utan namn.",
)
PLACED_TWICE = Rule(
    "placed_twice",
    VARNING,
    "Samma del två gånger",
    "{part} står på {count} rader i fliken Innehåll, cellerna {cells}. Då kommer samma sak med flera gånger.",
    "Behåll en av dem. Ska det stå på flera ställen, godta varningen med skälet.",
    about="{part}",
)
