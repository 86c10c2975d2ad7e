"""What may be wrong with the tabs of a workbook, their headings and fields, in words."""

from generator.findings.rule import FEL, NOTERA, READING, VARNING, Rule

TAB_UNKNOWN = Rule(
    "tab_unknown",
    VARNING,
    "Okänd flik",
    "Fliken {tab} är okänd och läses inte.",
    "Ge fliken dess rätta namn, eller låt namnet börja med _ om den är din egen.",
    kind=READING,
)
TAB_TWICE = Rule(
    "tab_twice",
    FEL,
    "Två flikar för samma sak",
    "Flikarna {tab} och {other} betyder samma sak. Bara {other} läses.",
    "Ta bort den flik som inte gäller, eller låt dess namn börja med _.",
    kind=READING,
)
TAB_NO_HEADING = Rule(
    "tab_no_heading",
    FEL,
    "Rubrikrad saknas",
    "I fliken {tab}{under} finns ingen rubrikrad med {headings}.",
    "Lägg tillbaka rubrikraden. Den kan kopieras från fjolårets arbetsbok eller från en ny.",
    kind=READING,
)
SECTION_MISSING = Rule(
    "section_missing",
    NOTERA,
    "Avsnitt saknas",
    "Avsnittet ”{section}” finns inte i fliken {tab}.",
    "Behövs det, kopiera det från fjolårets arbetsbok eller från en ny. Annars behöver inget göras.",
    kind=READING,
)
SECTION_MISSPELLED = Rule(
    "section_misspelled",
    FEL,
    "Avsnittets rubrik är ändrad",
    "”{found}” läses som avsnittet ”{section}”, men rubriken är ändrad.",
    "Skriv rubriken så här: {section}.",
    kind=READING,
)
SECTION_UNTITLED = Rule(
    "section_untitled",
    FEL,
    "Avsnittets rubrik saknas",
    "Raderna härifrån läses som avsnittet ”{section}”, men rubriken saknas.",
    "Skriv {section} på raden ovanför kolumnernas rubriker.",
    kind=READING,
)
COLUMN_MISSING = Rule(
    "column_missing",
    FEL,
    "Kolumn saknas",
    "Kolumnen ”{column}” saknas i fliken {tab}.",
    "Lägg till kolumnen, eller skriv dess rubrik på rubrikraden om den är borta.",
    kind=READING,
)
COLUMNS_ABSENT = Rule(
    "columns_absent",
    NOTERA,
    "Frivilliga kolumner saknas",
    "Kolumner som saknas och räknas som tomma: {columns}.",
    "Behövs någon av dem, skriv dess rubrik på rubrikraden. Annars behöver inget göras.",
    kind=READING,
)
COLUMN_MISSPELLED = Rule(
    "column_misspelled",
    FEL,
    "Kolumnens rubrik är ändrad",
    "Kolumnen ”{column}” är okänd och läses inte. Menade du ”{meant}”?",
    "Ändra rubriken till ”{meant}”, eller låt den börja med _ om kolumnen är din egen.",
    kind=READING,
)
COLUMN_UNKNOWN = Rule(
    "column_unknown",
    VARNING,
    "Okänd kolumn",
    "Kolumnen ”{column}” är okänd och läses inte.",
    "Ge kolumnen dess rätta rubrik, eller låt rubriken börja med _ om kolumnen är din egen.",
    kind=READING,
)
COLUMN_TWICE = Rule(
    "column_twice",
    FEL,
    "Två kolumner för samma sak",
    "Kolumnen ”{column}” finns två gånger ({cells}). Bara den första läses.",
    "Ta bort den ena, eller låt dess rubrik börja med _.",
    kind=READING,
)
FIELD_MISSING = Rule(
    "field_missing",
    FEL,
    "Uppgift saknas",
    "Raden ”{column}” saknas i fliken {tab}.",
    "Skriv {column} i kolumn A och uppgiften i kolumn B.",
    kind=READING,
)
FIELD_UNKNOWN = Rule(
    "field_unknown",
    VARNING,
    "Okänd uppgift",
    "Uppgiften ”{column}” är okänd och läses inte.{hint}",
    "Rätta namnet i kolumn A, eller ta bort raden.",
    kind=READING,
)
FIELD_WITHOUT_LABEL = Rule(
    "field_without_label",
    VARNING,
    "Värde utan uppgift",
    "”{found}” står utan uppgiftens namn i kolumn A och läses inte.",
    "Skriv uppgiftens namn i kolumn A, eller ta bort värdet.",
    kind=READING,
)
VALUE_AMONG_FIELDS = Rule(
    "value_among_fields",
    VARNING,
    "Värde bland uppgifternas namn",
    "”{found}” står ensamt i kolumn A, där uppgifternas namn står, och läses inte.",
    "Skriv det i kolumn B, på raden med uppgiften som det gäller, eller ta bort det.",
    kind=READING,
)
FIELD_TWICE = Rule(
    "field_twice",
    FEL,
    "Uppgift två gånger",
    "Uppgiften ”{column}” finns på flera rader ({cells}). Bara den första läses.",
    "Ta bort den rad som inte gäller.",
    kind=READING,
)
UNIT_UNKNOWN = Rule(
    "unit_unknown",
    FEL,
    "Okänd enhet",
    "”{found}” är ingen enhet för beloppen i fliken {tab}.",
    "Skriv kr eller tkr i cellen.",
    kind=READING,
)
UNIT_WITHOUT_LABEL = Rule(
    "unit_without_label",
    FEL,
    "Enhet utan ledtext",
    "”{found}” står ovanför beloppen, men inte till höger om ledtexten ”{label}”. Beloppen läses som kronor.",
    "Skriv ”{label}” i en cell ovanför rubrikraden, och kr eller tkr i cellen till höger om den.",
    kind=READING,
)
VALUE_ABOVE_HEADS = Rule(
    "value_above_heads",
    NOTERA,
    "Text ovanför rubrikraden",
    "{found}{more} står ovanför rubrikraden och läses inte.",
    "Ska det med i rapporten, flytta det till en rad under rubrikerna. Är det en anteckning, låt den börja med _.",
    kind=READING,
)
VALUE_BESIDE_FIELDS = Rule(
    "value_beside_fields",
    NOTERA,
    "Text till höger om värdena",
    "{found}{more} står till höger om kolumnen Värde och läses inte.",
    "Ska det med i rapporten, skriv det i kolumn B. Är det en anteckning, låt den börja med _.",
    kind=READING,
)
STRUCK_ROWS = Rule(
    "struck_rows",
    VARNING,
    "Genomstrukna rader",
    "{rows} i arbetsboken, men läses som allt annat.",
    "Ta bort det som inte gäller. Gäller det, ta bort genomstrykningen.",
    kind=READING,
)
STRUCK_VALUES = Rule(
    "struck_values",
    VARNING,
    "Genomstruket värde",
    "{cells} har genomstruken text, men läses som allt annat.",
    "Ta bort det genomstrukna om det inte gäller. Gäller det, ta bort genomstrykningen.",
    kind=READING,
)
HIDDEN_READ = Rule(
    "hidden_read",
    NOTERA,
    "Dolt innehåll läses",
    "{what} i arbetsboken, men läses och räknas som allt annat.",
    "Ta fram {it} och se efter att innehållet gäller. Ta bort det som inte gäller.",
    kind=READING,
)
VALUE_OUTSIDE_COLUMNS = Rule(
    "value_outside_columns",
    VARNING,
    "Värde utan kolumn",
    "”{found}”{more} står i en kolumn utan rubrik och läses inte.",
    "Flytta till rätt kolumn, eller ge kolumnen en rubrik som börjar med _.",
    kind=READING,
)
