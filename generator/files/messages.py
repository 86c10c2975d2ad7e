"""What may be wrong with a picture file, or with any file in an association's folder, in words."""

from generator.findings.rule import FEL, READING, Rule

PICTURE_MISSING = Rule(
    "picture_missing",
    FEL,
    "Bilden finns inte",
    "Bildfilen {found} finns inte i mappen {folder}.{hint}",
    "Lägg filen i samma mapp som arbetsboken, eller rätta namnet.",
)
PICTURE_OUTSIDE = Rule(
    "picture_outside",
    FEL,
    "Bild utanför mappen",
    "Bilden {found} ligger inte i mappen {folder}.",
    "Kopiera bilden till den mapp som arbetsboken ligger i, och skriv bara filens namn.",
)
PICTURE_FORMAT = Rule(
    "picture_format",
    FEL,
    "Bildens format",
    "{found} är ingen bild i formatet png, jpg eller svg.",
    "Spara bilden som png eller jpg.",
)
PICTURE_CMYK = Rule(
    "picture_cmyk",
    FEL,
    "Bilden har färger för tryckeri",
    "{found} har färger för tryckeri (CMYK), som inte får stå i en PDF för arkivet.",
    "Spara om bilden med färger för skärm (RGB), som png eller jpg.",
)
PICTURE_DAMAGED = Rule(
    "picture_damaged",
    FEL,
    "Bilden är skadad",
    "{found} går inte att läsa: filen är skadad, inte hel eller mycket stor.",
    "Spara om bilden som png eller jpg, högst några tusen punkter bred.",
)
PICTURE_INTRICATE = Rule(
    "picture_intricate",
    FEL,
    "Ritningen är för invecklad",
    "{found} har fler former än som kan ritas, former som består av sig själva, eller för många nivåer i varandra.",
    "Spara om bilden som png.",
)
FILE_LEADS_OUT = Rule(
    "file_leads_out",
    FEL,
    "Länk ut ur mappen",
    "{name} är en länk till något utanför mappen och läses inte.",
    "Ta bort länken, och lägg det som ska läsas i mappen.",
    kind=READING,
)
FILE_LEADS_ROUND = Rule(
    "file_leads_round",
    FEL,
    "Länk till sig själv",
    "{name} är en länk som leder tillbaka till sig själv, eller genom alltför många andra, och läses inte.",
    "Ta bort länken, och lägg det som ska läsas i mappen.",
    kind=READING,
)
FILE_NOT_REGULAR = Rule(
    "file_not_regular",
    FEL,
    "Ingen vanlig fil",
    "{name} är ingen vanlig fil och läses inte.",
    "Ta bort den, eller lägg en fil med det namnet i stället.",
    kind=READING,
)
FILE_LARGER_THAN_KIND = Rule(
    "file_larger_than_kind",
    FEL,
    "Filen är för stor",
    "{name} är större än {limit} MB och läses inte.",
    "Ta bort det som inte behövs i filen, eller gör bilderna i den mindre.",
    kind=READING,
)
FILES_TOO_MANY = Rule(
    "files_too_many",
    FEL,
    "För många filer",
    "Mappen {name} har fler än {limit} filer, och alla kan inte gås igenom.",
    "Lägg arbetsboken i en egen mapp, med bara det som hör till rapporten.",
    kind=READING,
)
