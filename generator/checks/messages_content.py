"""What may be wrong with the content and the outline of a report, in words."""

from generator.findings.rule import FEL, PLAUSIBILITY, VARNING, Rule

LEVEL_OF_OUTLINE = Rule(
    "level_of_outline",
    FEL,
    "Rubriknivå",
    "Nivå {found} finns inte.",
    "Skriv 1, 2, 3 eller 4.",
)
ORGANISATION_NUMBER_FORM = Rule(
    "organisation_number_form",
    VARNING,
    "Organisationsnumrets form",
    "”{found}” ser inte ut som ett organisationsnummer.",
    "Skriv tio siffror, till exempel 222000-0000.",
)
ORGANISATION_NUMBER_CHECK = Rule(
    "organisation_number_check",
    VARNING,
    "Organisationsnumrets kontrollsiffra",
    "Kontrollsiffran i {found} stämmer inte.",
    "Jämför med registreringsbeviset.",
)
PERSONAL_NUMBER = Rule(
    "personal_number",
    VARNING,
    "Personnummer",
    "Cellen ser ut att innehålla ett personnummer eller samordningsnummer.",
    "Ta bort det. Personnummer hör inte hemma i en rapport som publiceras. Är det ett annat slags nummer "
    "behöver inget göras.",
    kind=PLAUSIBILITY,
)
NOTES_NOT_PLACED = Rule(
    "notes_not_placed",
    VARNING,
    "Noterna visas inte",
    "Noterna ({count}) visas inte i rapporten, eftersom inget block i fliken Innehåll har innehållet Noter.",
    "Lägg till en rad med innehållet Noter i fliken Innehåll.",
)
LETTER_NOT_IN_FONTS = Rule(
    "letter_not_in_fonts",
    FEL,
    "Tecken som inte kan tryckas",
    "Tecken som inte finns i rapportens typsnitt: {signs}.",
    "Byt ut eller ta bort tecknen i texten.",
)
NOTE_OF_MIXED_LINES = Rule(
    "note_of_mixed_lines",
    FEL,
    "Not med olika slags poster",
    "Noten ”{note}” har rader från olika slags poster ({lines}). Då går de inte att summera.",
    "Gör en not för varje slags post.",
)
NOTE_WITHOUT_ROWS = Rule(
    "note_without_rows",
    VARNING,
    "Not utan rader",
    "Noten ”{note}” har inga rader med belopp.",
    "Skriv notens namn i kolumnen Not på de rader som hör dit, ge noten slaget text, eller ta bort den.",
)
NOTE_SIGN_WITHOUT_COSTS = Rule(
    "note_sign_without_costs",
    VARNING,
    "Tecken i en not utan kostnader",
    "Noten ”{note}” har inga kostnader, så valet i Tecken ändrar inget.",
    "Töm cellen. Tillgångar, skulder och intäkter har samma tecken i noten som i räkningen.",
    about="{note}",
)
LIQUID_NOT_CURRENT_ASSET = Rule(
    "liquid_not_current_asset",
    FEL,
    "Likvida medel på fel post",
    "{line} kan inte räknas som likvida medel.",
    "Ta bort ja i kolumnen Likvida medel. Bara omsättningstillgångar kan vara likvida medel.",
)
STATEMENT_NOT_PLACED = Rule(
    "statement_not_placed",
    VARNING,
    "Räkningen visas inte",
    "{statement} finns inte med i fliken Innehåll.",
    "Lägg till en rad och välj {statement} i kolumnen Innehåll.",
    source="4 kap. 1 § LKBR",
    about="{statement}",
)
OUTLINE_HEADING_GAP = Rule(
    "outline_heading_gap",
    VARNING,
    "Rubriknivå hoppas över",
    "Rubriken ”{heading}” har nivå {found}. Här kan nivån vara högst {wanted}.",
    "Välj nivå {wanted}, så att ingen nivå hoppas över.",
    about="{heading}",
)
BLOCK_EMPTY = Rule(
    "block_empty",
    VARNING,
    "Tomt block",
    "Raden har varken rubrik, innehåll eller text.",
    "Fyll i raden eller ta bort den.",
)
HEADINGS_WITHOUT_TEXT = Rule(
    "headings_without_text",
    VARNING,
    "Rubrik utan text",
    "{headings} har varken text eller något annat under sig i rapporten.",
    "Skriv texten i kolumnen Text eller under samma rubrik i en textfil (texter.docx, texter.md eller mappen texter) "
    "bredvid arbetsboken, eller ta bort raden. Tills rapporten är slutlig står ”Ingen text ännu.” under rubriken.",
    about="{headings}",
)
YEAR_LATER = Rule(
    "year_later",
    VARNING,
    "År efter räkenskapsåret",
    "Året {found} står i {cells}, men rapporten gäller {year}.",
    "Rätta året.",
    about="{tab} {found}",
    kind=PLAUSIBILITY,
)
OTHER_YEAR = Rule(
    "other_year",
    VARNING,
    "Räkenskapsåret är ett annat än det som står i resten",
    "Räkenskapsåret är {year}, men annat talar om {other}: {speaking}.",
    "Skriv {other} om det är det året som rapporten gäller. Annars rättas det andra, eller godta varningen med skälet.",
    about="{year}",
    kind=PLAUSIBILITY,
)
