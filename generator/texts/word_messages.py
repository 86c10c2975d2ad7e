"""What of a Word file is not printed as it stands there, in words."""

from generator.findings.rule import FEL, NOTERA, READING, VARNING, Rule

WORD_TRACKED_CHANGES = Rule(
    "word_tracked_changes",
    NOTERA,
    "Spårade ändringar",
    "Filen har spårade ändringar ({count}). Det infogade skrivs ut, det borttagna inte{found}.",
    "Godkänn eller avvisa ändringarna i Word innan rapporten görs slutlig.",
    kind=READING,
)
WORD_COMMENTS = Rule(
    "word_comments",
    NOTERA,
    "Kommentarer",
    "Filen har kommentarer ({count}). De skrivs inte ut.",
    "Inget behöver göras, men se efter att ingen av dem är en fråga som väntar på svar.",
    kind=READING,
)
WORD_HIDDEN = Rule(
    "word_hidden",
    NOTERA,
    "Dold text",
    "Texten ”{found}” är dold i Word och skrivs inte ut.",
    "Inget behöver göras. Ska texten vara med: markera den i Word och ta bort Dold under Tecken.",
    kind=READING,
)
WORD_STRUCK = Rule(
    "word_struck",
    VARNING,
    "Genomstruken text",
    "Texten ”{found}” är genomstruken och skrivs inte ut.",
    "Ta bort den i Word, eller ta bort genomstrykningen om den ska vara med.",
    kind=READING,
)
WORD_PLACEHOLDER = Rule(
    "word_placeholder",
    VARNING,
    "Ruta som inte är ifylld",
    "”{found}” är Words uppmaning i en ruta som ingen har fyllt i. Den skrivs inte ut.",
    "Fyll i rutan i Word, eller ta bort den.",
    kind=READING,
)
WORD_FIELD = Rule(
    "word_field",
    VARNING,
    "Det som Word räknar ut",
    "Koden {name} i Word visar {why}: ”{found}”. {becomes}",
    "Skriv det som ska stå som vanlig text i Word. Till en sida eller ett avsnitt hänvisar du med "
    "{{{{ avsnitt(”Rubrik”) }}}}.",
    kind=READING,
)
WORD_CONTENTS = Rule(
    "word_contents",
    NOTERA,
    "Words innehållsförteckning",
    "Filen har en egen innehållsförteckning eller ett register (”{found}”). Den skrivs inte ut: rapporten gör "
    "sin egen.",
    "Inget behöver göras.",
    kind=READING,
)
WORD_MARGINS = Rule(
    "word_margins",
    NOTERA,
    "Sidhuvud och sidfot",
    "Filens sidhuvud eller sidfot (”{found}”) skrivs inte ut; rapporten gör sina egna.",
    "Inget behöver göras. Ska något av det vara med: skriv det i texten.",
    kind=READING,
)
WORD_OBJECTS = Rule(
    "word_objects",
    VARNING,
    "Inbäddade objekt",
    "Stycket innehåller {what}, som inte kommer med: ”{found}”.",
    "Klistra in det som bild (png), med alternativtext, eller låt rapporten göra tabellen eller diagrammet.",
    kind=READING,
)
WORD_SHAPES = Rule(
    "word_shapes",
    NOTERA,
    "Ritade figurer",
    "Filen har ritade figurer utan text ({count}): {found}. De kommer inte med.",
    "Inget behöver göras om de bara är utsmyckning. Klistra annars in dem som bild (png), med alternativtext.",
    kind=READING,
)
WORD_EQUATIONS = Rule(
    "word_equations",
    VARNING,
    "Formler",
    "Stycket innehåller en formel, som inte kommer med: ”{found}”.",
    "Skriv formeln med vanliga tecken, eller klistra in den som bild.",
    kind=READING,
)
WORD_INSERTED_FILE = Rule(
    "word_inserted_file",
    FEL,
    "Infogat dokument",
    "Filen hänvisar till ett annat dokument ({found}) som Word visar här. Det läses inte.",
    "Öppna filen i Word, kontrollera att texten syns och spara filen igen. Går det inte: kopiera texten hit.",
    kind=READING,
)
WORD_UNREAD = Rule(
    "word_unread",
    VARNING,
    "Text som inte kan läsas",
    "Texten ”{found}” står i något som bara Word kan visa ({what}). Den skrivs inte ut.",
    "Skriv den som vanlig text.",
    kind=READING,
)
WORD_SYMBOL = Rule(
    "word_symbol",
    VARNING,
    "Okänt tecken",
    "Ett tecken i teckensnittet {font} ({found}) kan inte skrivas ut.",
    "Byt ut det mot ett vanligt tecken.",
    kind=READING,
)
WORD_PICTURE_FORMAT = Rule(
    "word_picture_format",
    FEL,
    "Bildens format",
    "Bilden ”{found}” har formatet {format}, som inte kan skrivas ut. Resten av texten kommer med.",
    "Högerklicka på bilden i Word, spara den som png och infoga den på nytt.",
    kind=READING,
)
WORD_PICTURE_ABSENT = Rule(
    "word_picture_absent",
    FEL,
    "Bilden finns inte i Word-filen",
    "Bilden ”{found}” finns inte i Word-filen, eller är skadad där. Resten av texten kommer med.",
    "Ta bort bilden i Word och infoga den på nytt: Infoga, Bilder. Spara sedan som Word-dokument (docx).",
    kind=READING,
)
WORD_PICTURE_LINKED = Rule(
    "word_picture_linked",
    FEL,
    "Länkad bild",
    "Bilden ”{found}” ligger inte i Word-filen, som bara har en länk till {name}. Resten av texten kommer med.",
    "Ta bort bilden i Word och infoga den på nytt: Infoga, Bilder, utan att välja att länka.",
    kind=READING,
)
WORD_PICTURE_CROPPED = Rule(
    "word_picture_cropped",
    VARNING,
    "Beskuren bild",
    "Bilden ”{found}” är beskuren i Word, men hela bilden ligger i filen och skrivs ut.",
    "Ta bort det beskurna i Word: Bildformat, Komprimera bilder, Ta bort beskurna områden.",
    kind=READING,
)
WORD_TABLE_MERGED = Rule(
    "word_table_merged",
    VARNING,
    "Sammanfogade celler",
    "Tabellen har sammanfogade celler eller en tabell i en cell. Den skrivs ut med tomma celler i stället.",
    "Gör tabellen om, så att varje rad har lika många celler, eller lägg den i en egen flik.",
    kind=READING,
)
WORD_HEADING_NUMBERS = Rule(
    "word_heading_numbers",
    NOTERA,
    "Rubrikernas nummer",
    "Word numrerar rubriker i filen ({count}), den första ”{found}”. De numren skrivs inte ut: rapporten numrerar sina "
    "rubriker efter fliken Innehåll.",
    "Se efter att texten inte hänvisar till ett nummer som inte finns.",
    kind=READING,
)
WORD_NUMBER_FORM = Rule(
    "word_number_form",
    VARNING,
    "Listans nummer",
    "En lista har nummer i Words form {found}, som skrivs ut med siffror.",
    "Välj ett vanligt talformat för listan i Word.",
    kind=READING,
)
WORD_PART_DAMAGED = Rule(
    "word_part_damaged",
    VARNING,
    "Skadad del av Word-filen",
    "En del av filen är skadad eller borta, så att {found} inte kan läsas. Resten av texten kommer med.",
    "Öppna filen i Word, se efter att allt är som det ska, och spara den igen.",
    kind=READING,
)
WORD_NOTE_MISSING = Rule(
    "word_note_missing",
    VARNING,
    "Fotnot utan text",
    "En fotnot i stycket har ingen text i filen. Den skrivs inte ut.",
    "Ta bort fotnoten i Word, eller sätt in den på nytt.",
    kind=READING,
)
