"""What may be wrong with a workbook as a file, in words."""

from generator.findings.rule import FEL, NOTERA, READING, Rule

FILE_NOT_FOUND = Rule(
    "file_not_found",
    FEL,
    "Filen finns inte",
    "Det finns ingen fil eller mapp som heter {name}.",
    "Kontrollera stavningen. En ny arbetsbok skapas med kommandot arsredovisning new.",
    kind=READING,
)
FILE_NO_WORKBOOK_IN_FOLDER = Rule(
    "file_no_workbook_in_folder",
    FEL,
    "Ingen arbetsbok i mappen",
    "Mappen {name} innehåller ingen arbetsbok som heter underlag.xlsx.",
    "Lägg arbetsboken i mappen och kalla den underlag.xlsx, eller ange filens namn.",
    kind=READING,
)
FILE_SEVERAL_WORKBOOKS = Rule(
    "file_several_workbooks",
    FEL,
    "Flera arbetsböcker i mappen",
    "Mappen {name} innehåller flera arbetsböcker ({found}), men ingen heter underlag.xlsx.",
    "Kalla den som gäller underlag.xlsx, eller ange filens namn.",
    kind=READING,
)
FILE_IS_LOCK = Rule(
    "file_is_lock",
    FEL,
    "Excels låsfil",
    "{name} är en låsfil som Excel skapar medan arbetsboken är öppen. Den är ingen arbetsbok.",
    "Ange arbetsboken i stället. Stäng den i Excel om den inte går att läsa.",
    kind=READING,
)
FILE_LOCKED = Rule(
    "file_locked",
    FEL,
    "Filen kan inte läsas",
    "{name} kan inte läsas. Den är öppen i ett annat program, eller så saknar du behörighet.",
    "Stäng filen i Excel och försök igen.",
    kind=READING,
)
FILE_OPEN_IN_EXCEL = Rule(
    "file_open_in_excel",
    NOTERA,
    "Filen är öppen i Excel",
    "Arbetsboken är öppen i Excel. Det som inte är sparat kommer inte med.",
    "Spara i Excel innan du kontrollerar eller gör rapporten.",
    kind=READING,
)
FILE_PASSWORD = Rule(
    "file_password",
    FEL,
    "Filen har lösenord",
    "{name} är skyddad med lösenord och kan inte läsas.",
    "Öppna filen i Excel och ta bort lösenordet: Arkiv, Information, Skydda arbetsbok.",
    kind=READING,
)
FILE_RIGHTS = Rule(
    "file_rights",
    FEL,
    "Filen har begränsade rättigheter",
    "{name} är krypterad, med en känslighetsetikett eller begränsade rättigheter, och kan inte läsas.",
    "Öppna filen i Excel, välj en etikett utan kryptering eller ta bort begränsningen (Arkiv, Information, Skydda "
    "arbetsbok) och spara.",
    kind=READING,
)
FILE_INCOMPLETE = Rule(
    "file_incomplete",
    FEL,
    "Filen är inte hel",
    "{name} är tom eller inte hel: den har inte hämtats eller sparats färdigt.",
    "Hämta filen på nytt. Ligger den i OneDrive eller SharePoint, högerklicka på den och välj Behåll alltid på den "
    "här enheten. Annars finns den i den senaste säkerhetskopian.",
    kind=READING,
)
FILE_OTHER_KIND = Rule(
    "file_other_kind",
    FEL,
    "Fel slags fil",
    "{name} är {what} och inte en Excel-arbetsbok (.xlsx).",
    "{remedy}",
    kind=READING,
)
FILE_DAMAGED = Rule(
    "file_damaged",
    FEL,
    "Arbetsboken är skadad",
    "{name} är en Excel-arbetsbok, men den är skadad och går inte att läsa.",
    "Öppna filen i Excel, låt Excel reparera den och spara den på nytt. Går det inte, hämta den senaste "
    "säkerhetskopian.",
    kind=READING,
)
FILE_NOT_EXCEL = Rule(
    "file_not_excel",
    FEL,
    "Ingen Excel-arbetsbok",
    "{name} är ingen läsbar Excel-arbetsbok.",
    "Kontrollera att det är rätt fil. Är det den, öppna den i Excel och spara den som Excel-arbetsbok (.xlsx), eller "
    "hämta den senaste säkerhetskopian.",
    kind=READING,
)
FILE_TOO_LARGE = Rule(
    "file_too_large",
    FEL,
    "Filen är för stor",
    "{name} innehåller {size} MB data när den packas upp. Mer än {limit} MB läses inte.",
    "Kopiera bara de ifyllda cellerna till en ny arbetsbok.",
    kind=READING,
)
FILE_FORBIDDEN_XML = Rule(
    "file_forbidden_xml",
    FEL,
    "Otillåtet innehåll",
    "{name} innehåller definitioner (DOCTYPE) som en arbetsbok inte ska ha, och läses därför inte.",
    "Öppna filen i Excel och spara den på nytt. Gör det bara om du vet varifrån den kommer.",
    kind=READING,
)
