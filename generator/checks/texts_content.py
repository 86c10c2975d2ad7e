"""The texts of the rules about what the underlag says."""

from generator.checks.rule import FEL, NOTERA, VARNING, Rule

RULES = (
    Rule(
        "equity_typed",
        FEL,
        "Eget kapital ska inte skrivas in",
        "Utgående eget kapital skrivs inte in. Det räknas fram ur ingående eget kapital och resultaten.",
        "Ta bort raden. Ingående eget kapital skrivs under ”Ingående balanser för jämförelseåret”.",
    ),
    Rule(
        "level_of_outline",
        FEL,
        "Rubriknivå",
        "Nivå {found} finns inte.",
        "Skriv 1, 2, 3 eller 4.",
    ),
    Rule(
        "organisation_number_form",
        VARNING,
        "Organisationsnumrets form",
        "”{found}” ser inte ut som ett organisationsnummer.",
        "Skriv tio siffror, till exempel 222000-0000.",
    ),
    Rule(
        "organisation_number_check",
        VARNING,
        "Organisationsnumrets kontrollsiffra",
        "Kontrollsiffran i {found} stämmer inte.",
        "Jämför med registreringsbeviset.",
    ),
    Rule(
        "personal_number",
        VARNING,
        "Personnummer",
        "Cellen ser ut att innehålla ett personnummer eller samordningsnummer.",
        "Ta bort det. Personnummer hör inte hemma i en rapport som publiceras. Är det ett annat slags nummer "
        "behöver inget göras.",
    ),
    Rule(
        "picture_missing",
        FEL,
        "Bilden finns inte",
        "Bildfilen {found} finns inte i mappen {folder}.{hint}",
        "Lägg filen i samma mapp som arbetsboken, eller rätta namnet.",
    ),
    Rule(
        "picture_outside",
        FEL,
        "Bild utanför mappen",
        "Bilden {found} ligger inte i mappen {folder}.",
        "Kopiera bilden till den mapp som arbetsboken ligger i, och skriv bara filens namn.",
    ),
    Rule(
        "picture_format",
        FEL,
        "Bildens format",
        "{found} är ingen bild i formatet png, jpg eller svg.",
        "Spara bilden som png eller jpg.",
    ),
    Rule(
        "notes_not_placed",
        VARNING,
        "Noterna visas inte",
        "Noterna ({count}) visas inte i rapporten, eftersom inget block i fliken Innehåll har innehållet Noter.",
        "Lägg till en rad med innehållet Noter i fliken Innehåll.",
    ),
    Rule(
        "letter_not_in_fonts",
        FEL,
        "Tecken som inte kan tryckas",
        "Tecken som inte finns i rapportens typsnitt: {signs}.",
        "Byt ut eller ta bort tecknen i texten.",
    ),
    Rule(
        "note_of_mixed_lines",
        FEL,
        "Not med olika slags poster",
        "Noten ”{note}” har rader från olika slags poster ({lines}). Då går de inte att summera.",
        "Gör en not för varje slags post.",
    ),
    Rule(
        "note_without_rows",
        VARNING,
        "Not utan rader",
        "Noten ”{note}” har inga rader med belopp.",
        "Skriv notens namn i kolumnen Not på de rader som hör dit, ge noten slaget text, eller ta bort den.",
    ),
    Rule(
        "liquid_not_current_asset",
        FEL,
        "Likvida medel på fel post",
        "{line} kan inte räknas som likvida medel.",
        "Ta bort ja i kolumnen Likvida medel. Bara omsättningstillgångar kan vara likvida medel.",
    ),
    Rule(
        "placed_name_unknown",
        FEL,
        "Okänt namn",
        "{content} har inget som heter ”{found}”.{hint}",
        "Rätta namnet. Att välja på: {choices}. Lämna cellen tom om allt ska visas.",
    ),
    Rule(
        "placed_name_unused",
        VARNING,
        "Namnet används inte",
        "{content} visas som en helhet, så namnet ”{found}” betyder inget här.",
        "Ta bort namnet.",
    ),
    Rule(
        "placed_name_left_out",
        NOTERA,
        "Allt visas inte",
        "{content} visas bara för vissa namn. Inte med i rapporten: {names}.",
        "Är det meningen behöver inget göras. Annars: lägg till en rad för var och en, eller en rad utan namn.",
    ),
)
