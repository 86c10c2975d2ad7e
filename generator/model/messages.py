"""What may be wrong with a value in a cell, in words."""

from generator.findings.rule import FEL, NOTERA, READING, REMAINS, Rule

TAB_MISSING = Rule(
    "tab_missing",
    FEL,
    "Flik saknas",
    "Fliken {tab} saknas.{hint}",
    "Ge fliken dess rätta namn om den heter något annat. Annars: lägg tillbaka den, från fjolårets arbetsbok eller "
    "en ny.",
    kind=READING,
)
MISSING = Rule("missing", FEL, "Uppgift saknas", "{column} saknas.", "Fyll i cellen.", "{expects}", kind=READING)
MISSING_FOR_NOW = Rule(
    "missing_for_now", REMAINS, "Uppgift saknas", "{column} är inte ifyllt.", "Fyll i cellen när du vet.", kind=READING
)
MISSING_UNTIL_FINAL = Rule(
    "missing_until_final",
    NOTERA,
    "Behövs när rapporten görs slutlig",
    "{column} saknas.",
    "Behövs först när rapporten görs slutlig.",
    kind=READING,
)
CELL_ERROR_VALUE = Rule(
    "cell_error_value",
    FEL,
    "Felvärde",
    "Cellen visar felvärdet {found}.",
    "Rätta formeln, eller skriv värdet i stället.",
    "{expects}",
    kind=READING,
)
CELL_NEVER_CALCULATED = Rule(
    "cell_never_calculated",
    FEL,
    "Formel utan värde",
    "Cellen innehåller en formel som aldrig har räknats ut.",
    "Öppna arbetsboken i Excel och spara den. Då räknas formlerna ut.",
    "{expects}",
    kind=READING,
)
CELL_MERGED = Rule(
    "cell_merged",
    FEL,
    "Sammanfogade celler",
    "Cellen ingår i de sammanfogade cellerna {area}. Där går det inte att se vad som hör till vilken rad.",
    "Upphäv sammanfogningen i Excel och fyll i varje cell för sig.",
    kind=READING,
)
AMOUNT_NOT_A_NUMBER = Rule(
    "amount_not_a_number",
    FEL,
    "Inget belopp",
    "”{found}” är inget belopp.",
    "Skriv bara siffror, till exempel 1 234,50. Finns inget belopp lämnas cellen tom.",
    kind=READING,
)
AMOUNT_AMBIGUOUS = Rule(
    "amount_ambiguous",
    FEL,
    "Tvetydigt belopp",
    "”{found}” kan betyda {thousands} eller {decimal}.",
    "Menar du tusental: skriv {thousands}, utan punkt och komma. Menar du decimaler: ge cellen talformat "
    "och skriv {decimal}.",
    kind=READING,
)
AMOUNT_OTHER_UNIT = Rule(
    "amount_other_unit",
    FEL,
    "Annan enhet i cellen",
    "”{found}” är skrivet i {said}, men beloppen i fliken anges i {unit}.",
    "Skriv beloppet i {unit}, utan enhet efter.",
    kind=READING,
)
AMOUNT_IS_TIME = Rule(
    "amount_is_time",
    FEL,
    "Klockslag i stället för belopp",
    "Cellen innehåller ett klockslag ({found}).",
    "Ge cellen talformat och skriv beloppet på nytt.",
    kind=READING,
)
AMOUNT_IS_DATE = Rule(
    "amount_is_date",
    FEL,
    "Datum i stället för belopp",
    "Cellen innehåller datumet {found}.",
    "Ge cellen talformat och skriv beloppet på nytt. Excel gör gärna om det man skriver till ett datum.",
    kind=READING,
)
AMOUNT_TOO_MANY_DECIMALS = Rule(
    "amount_too_many_decimals",
    FEL,
    "För många decimaler",
    "{found} har fler decimaler än ören.",
    "Avrunda till hela ören. I en formel: =AVRUNDA(…;2).",
    kind=READING,
)
AMOUNT_TOO_LARGE = Rule(
    "amount_too_large",
    FEL,
    "Orimligt belopp",
    "{found} är större än 1 000 miljarder kronor.",
    "Kontrollera beloppet, och vilken enhet beloppen i fliken anges i.",
    kind=READING,
)
TOTAL_TYPED = Rule(
    "total_typed",
    FEL,
    "Summa inskriven",
    "”{found}” ser ut att vara en summa. Summor räknas fram och skrivs inte in: beloppen skulle räknas två gånger.",
    "Ta bort raden. Är den ingen summa, ge den ett annat namn.",
    kind=READING,
)
NUMBER_NOT_WHOLE = Rule(
    "number_not_whole", FEL, "Inget heltal", "”{found}” är inget heltal.", "Skriv ett tal utan decimaler.", kind=READING
)
PERSONS_BELOW_NOUGHT = Rule(
    "persons_below_nought",
    FEL,
    "Ett antal personer med minus",
    "”{found}” är mindre än noll.",
    "Skriv hur många personer det är, utan minus.",
    kind=READING,
)
YEAR_NOT_A_YEAR = Rule(
    "year_not_a_year",
    FEL,
    "Inget årtal",
    "”{found}” är inget årtal.",
    "Skriv ett år med fyra siffror, till exempel 2025.",
    kind=READING,
)
YEAR_IS_DATE = Rule(
    "year_is_date",
    FEL,
    "Datum i stället för årtal",
    "Cellen innehåller datumet {found}.",
    "Ge cellen talformat och skriv bara året, med fyra siffror.",
    kind=READING,
)
DATE_NOT_A_DATE = Rule(
    "date_not_a_date",
    FEL,
    "Inget datum",
    "”{found}” kan inte läsas som ett datum.",
    "Skriv datumet som år-månad-dag, till exempel 2021-03-05.",
    kind=READING,
)
DATE_AMBIGUOUS = Rule(
    "date_ambiguous",
    FEL,
    "Tvetydigt datum",
    "”{found}” kan betyda {first} eller {second}.",
    "Skriv det som gäller: {first} eller {second}.",
    kind=READING,
)
DATE_WITH_TIME = Rule(
    "date_with_time",
    FEL,
    "Datum med klockslag",
    "Cellen innehåller ett klockslag ({found}).",
    "Skriv bara datumet, utan klockslag.",
    kind=READING,
)
YES_NO_UNCLEAR = Rule(
    "yes_no_unclear",
    FEL,
    "Varken ja eller nej",
    "”{found}” är varken ja eller nej.",
    "Skriv ja eller nej.",
    kind=READING,
)
CHOICE_UNKNOWN = Rule(
    "choice_unknown",
    FEL,
    "Okänt val",
    "”{found}” är inget av valen för {column}.{hint}",
    "Välj {choices}.",
    kind=READING,
)
REFERENCE_UNKNOWN = Rule(
    "reference_unknown",
    FEL,
    "Okänt namn",
    "”{found}” finns inte i fliken {where}.{hint}{there}",
    "Rätta namnet här, eller lägg till det i fliken {where}.",
    kind=READING,
)
REGISTER_NAME_STRANGE = Rule(
    "register_name_strange",
    FEL,
    "Namnet är troligen felskrivet i registret",
    "”{key}” i fliken {where} heter ”{found}” på {count} andra ställen, och ”{key}” på inget. Är det felskrivet här?",
    "Skriv {found} här. Är det två olika, lägg till {found} i fliken {where}.",
    kind=READING,
)
REFERENCE_AMBIGUOUS = Rule(
    "reference_ambiguous",
    FEL,
    "Tvetydigt namn",
    "”{found}” i fliken {where} kan betyda {meant}.",
    "Skriv det som gäller: {meant}.",
    kind=READING,
)
COMPONENT_UNKNOWN = Rule(
    "component_unknown",
    FEL,
    "Okänt innehåll",
    "”{found}” är inget innehåll som programmet känner till.{hint}",
    "Välj ett av: {choices}.",
    kind=READING,
)
KEY_TWICE = Rule(
    "key_twice",
    FEL,
    "Samma namn två gånger",
    "”{found}” finns på flera rader ({cells}).",
    "Ge raderna olika namn, eller ta bort den som inte gäller.",
    kind=READING,
)
OTHER_INVALID = Rule(
    "other_invalid",
    FEL,
    "Otillåtet värde",
    "”{found}” kan inte användas här.",
    "Rätta cellen.",
    "{expects}",
    kind=READING,
)
PARTIAL_DATE_UNCLEAR = Rule(
    "partial_date_unclear",
    FEL,
    "Varken datum, månad eller år",
    "”{found}” kan inte läsas som ett datum, en månad eller ett årtal.",
    "Skriv 2021-06-30, 2021-06 eller 2021, så noga som du vet.",
    kind=READING,
)
POST_NAME_REFUSED = Rule(
    "post_name_refused",
    FEL,
    "Får inte byta namn",
    "{found} är en summa, ett resultat eller eget kapital, och heter så i lagen.",
    "Ta bort raden. Bara poster som belopp skrivs på kan få ett eget namn; de finns i listan.",
    source="5 kap. 2 § och 6 kap. 2 § LKBR",
    kind=READING,
)
POST_NAME_OF_TAXES = Rule(
    "post_name_of_taxes",
    FEL,
    "Får inte byta namn",
    "{found} är skatter och statsbidrag till kommuner och regioner, och kan inte heta något annat.",
    "Ta bort raden. Bidrag från medlemmarna hör till Verksamhetens intäkter.",
    source="5 kap. 2 § LKBR",
    kind=READING,
)
EQUITY_TYPED = Rule(
    "equity_typed",
    FEL,
    "Eget kapital ska inte skrivas in",
    "Utgående eget kapital skrivs inte in. Det räknas fram ur ingående eget kapital och resultaten.",
    "Ta bort raden. Ingående eget kapital skrivs under ”Ingående balanser för jämförelseåret”.",
)
