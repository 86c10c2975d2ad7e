"""What may be wrong with a form that has been returned, in words."""

from generator.findings.rule import FEL, NOTERA, READING, REMAINS, VARNING, Rule

NO_FORM = Rule(
    "answer_no_form",
    VARNING,
    "Ingen blankett i mappen svar",
    "{name} i mappen svar är ingen blankett från programmet och läses inte.",
    "Lägg bara ifyllda blanketter i mappen svar. Är det ett svar, för över det till insatsens blankett; en ny skrivs "
    "med kommandot arsredovisning forms.",
    kind=READING,
)
OTHER_VERSION = Rule(
    "answer_other_version",
    FEL,
    "Blanketten har en annan version",
    "{name} har blankettversionen {found}, men programmet läser version {version}. Inget av den har lästs.",
    "Skriv en ny blankett för insatsen med kommandot arsredovisning forms, och för över svaren.",
    kind=READING,
)
OTHER_ASSOCIATION = Rule(
    "answer_other_association",
    FEL,
    "Blanketten är ett annat förbunds",
    "{name} är en blankett från {found}, men arbetsboken gäller {own}. Inget av den har lästs.",
    "Ta bort filen ur mappen svar, eller rätta namn och organisationsnummer i fliken Uppgifter om förbundet.",
)
OTHER_YEAR = Rule(
    "answer_other_year",
    FEL,
    "Blanketten gäller ett annat år",
    "{name} gäller {found}, men arbetsboken gäller {year}. Inget av den har lästs.",
    "Ta bort filen ur mappen svar, och be insatsen fylla i årets blankett.",
)
OTHER_UNIT = Rule(
    "answer_other_unit",
    FEL,
    "Blanketten har en annan enhet",
    "{name} är skriven i {found}, men beloppen i fliken Insatsernas ekonomi anges i {unit}. Inget av den har lästs.",
    "Ändra enheten i fliken så att den är som i blanketten, eller skriv en ny blankett med kommandot arsredovisning "
    "forms.",
)
UNKNOWN_INSATS = Rule(
    "answer_unknown_insats",
    FEL,
    "Blanketten är en okänd insats",
    "{name} är en blankett för insatsen ”{insats}”, som inte finns i fliken Insatser.{hint} Inget av den har lästs.",
    "Lägg till insatsen i fliken Insatser med det namnet som nyckel eller bland andra namn, eller ta bort filen ur "
    "mappen svar.",
)
CHANGED = Rule(
    "answer_changed",
    FEL,
    "Blanketten är ändrad",
    "{name} är ändrad utanför de gula rutorna: {change}. Inget av den har lästs, för det går inte att veta vad svaren "
    "hör till.",
    "Skriv en ny blankett för insatsen med kommandot arsredovisning forms och för över svaren. Ett nytt kostnadsslag "
    "skrivs på en av de tomma raderna.",
    kind=READING,
)
TWICE = Rule(
    "answer_twice",
    FEL,
    "Två svar från samma insats",
    "Insatsen {insats} har svarat i flera blanketter: {files}. Ingen av dem har lästs.",
    "Behåll den som gäller i mappen svar, och ta bort den andra.",
)
DIFFERS = Rule(
    "answer_differs",
    VARNING,
    "Svaret skiljer sig från arbetsboken",
    "{column} för insatsen {insats} är {typed} i {cell}, men insatsen har svarat {answered} i {answer}. Arbetsbokens "
    "uppgift gäller.",
    "Gäller svaret, töm cellen i arbetsboken. Gäller arbetsbokens uppgift, rätta blanketten eller godta skillnaden.",
    about="{insats}, {column}",
)
OUTSIDE = Rule(
    "answer_outside",
    VARNING,
    "Skrivet utanför blankettens rutor",
    "{found} står utanför blankettens gula rutor och läses inte{more}.",
    "Hör det till svaret, skriv det i arbetsboken, i den flik där det hör hemma.",
    kind=READING,
)
ROW_GONE = Rule(
    "answer_row_gone",
    VARNING,
    "Svaret hör till en rad som inte finns",
    "{name} har ett svar om ”{row}”, men insatsen {insats} har ingen sådan rad i fliken {tab}. Svaret läses inte.",
    "Har raden bytt namn sedan blanketten skickades, skriv svaret på den rad som gäller.",
    about="{insats}, {row}",
)
HALF_ROW = Rule(
    "answer_half_row",
    VARNING,
    "En halv rad i blanketten",
    "Insatsen {insats} har skrivit {what} på en av blankettens tomma rader, men inget {lacking}.",
    "Fråga insatsen, och fyll i det som saknas i blanketten. Ett belopp utan kostnadsslag räknas till Kostnader.",
)
OPEN = Rule(
    "answer_open",
    NOTERA,
    "Ett svar är öppet i Excel",
    "{name} är öppen i Excel. Det som inte är sparat kommer inte med.",
    "Spara och stäng filen innan du kontrollerar eller gör rapporten.",
    kind=READING,
)
AWAITED = Rule(
    "answers_awaited",
    REMAINS,
    "Svar saknas",
    "{count} av {all} insatser har svarat. Svar saknas från {names}.{empty}",
    "Påminn dem, eller skriv uppgifterna i arbetsboken.",
)
