"""What may be wrong with the texts of a report as a whole, in words."""

from generator.findings.rule import FEL, NOTERA, PLAUSIBILITY, READING, REMAINS, VARNING, Rule

TEXT_PERSONAL_NUMBER = Rule(
    "text_personal_number",
    VARNING,
    "Personnummer i en text",
    "Stycket ser ut att innehålla ett personnummer eller samordningsnummer.",
    "Ta bort det. Personnummer hör inte hemma i en rapport som publiceras. Är det ett annat slags nummer "
    "behöver inget göras.",
    kind=READING,
)
TEXT_FIGURE_NOT_YET = Rule(
    "text_figure_not_yet",
    REMAINS,
    "Siffran i en text från i fjol finns inte än",
    "{found}: fjolårets text nämner ”{name}”, som inte finns i årets rapport än.",
    "Fyll i det som siffran räknas fram ur, eller skriv om meningen.",
    kind=READING,
)
TEXT_NOTE_PLACE = Rule(
    "text_note_place",
    FEL,
    "Fotnot där ingen kan stå",
    "”{found}”: i kolumnen {column} kan ingen fotnot stå, för {reason}.",
    "Ta bort fotnoten där. Den kan stå i Word eller texter.md, i en lång cell som Text, i en rad i en tabell, i Källa "
    "och i Förklaring.",
    kind=READING,
)
TEXT_MARK_PLACE = Rule(
    "text_mark_place",
    VARNING,
    "Tecken som inte fungerar här",
    "”{found}” blir inte {meant}, utan skrivs ut som det står: i kolumnen {column} fungerar {working}.",
    "Ta bort tecknen, eller skriv texten i Word eller texter.md. Ska det stå så behöver inget göras.",
    kind=READING,
)
NAME_NEAR = Rule(
    "name_near",
    NOTERA,
    "Ett namn är skrivet på ett annat sätt",
    "”{found}” liknar {meant}.",
    "Skriv namnet lika överallt. En verksamhets andra stavningar står i kolumnen Andra namn. Är det en annan "
    "behöver inget göras.",
    kind=PLAUSIBILITY,
)
