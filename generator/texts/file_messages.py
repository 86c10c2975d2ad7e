"""What may be wrong with a text file as a whole, in words."""

from generator.findings.rule import FEL, NOTERA, READING, Rule

_SAVE_AS_WORD = "Öppna filen i Word och spara den som Word-dokument (.docx)."
TEXT_FILE_FORMAT = Rule(
    "text_file_format",
    FEL,
    "Textfilens format",
    "{name} är sparad i formatet {format} och kan inte läsas.",
    f"{_SAVE_AS_WORD} Ta sedan bort den gamla filen.",
    kind=READING,
)
TEXT_FILE_LOCKED = Rule(
    "text_file_locked",
    FEL,
    "Textfilen kan inte läsas",
    "{name} kan inte läsas. Den är öppen i ett annat program, eller så saknar du behörighet.",
    "Stäng filen i Word och försök igen.",
    kind=READING,
)
TEXT_FILE_OPEN = Rule(
    "text_file_open",
    NOTERA,
    "Textfilen är öppen i Word",
    "{name} är öppen i Word. Det som inte är sparat kommer inte med.",
    "Spara i Word innan du kontrollerar eller gör rapporten.",
    kind=READING,
)
TEXT_FILE_PASSWORD = Rule(
    "text_file_password",
    FEL,
    "Textfilen har lösenord",
    "{name} är skyddad med lösenord och kan inte läsas.",
    "Öppna filen i Word. Ta bort lösenordet under Arkiv, Information, Skydda dokument, och spara filen.",
    kind=READING,
)
TEXT_FILE_KIND = Rule(
    "text_file_kind",
    FEL,
    "Inget Word-dokument",
    "{name} är {what}, fast den heter som ett Word-dokument.",
    f"{_SAVE_AS_WORD} Går den inte att öppna där: hämta rätt fil.",
    kind=READING,
)
TEXT_FILE_DAMAGED = Rule(
    "text_file_damaged",
    FEL,
    "Textfilen är skadad",
    "{name} är inget läsbart Word-dokument.",
    f"{_SAVE_AS_WORD} Går den inte att öppna är den skadad: hämta den senaste säkerhetskopian.",
    kind=READING,
)
TEXT_FILE_TOO_LARGE = Rule(
    "text_file_too_large",
    FEL,
    "Textfilen är för stor",
    "{name} innehåller mer än {limit} MB när den packas upp, och läses därför inte.",
    "Minska bilderna i Word: Bildformat, Komprimera bilder.",
    kind=READING,
)
TEXT_FILE_ENCODING = Rule(
    "text_file_encoding",
    NOTERA,
    "Textfilens teckenkodning",
    "Filen är inte sparad som UTF-8. Den har lästs som {encoding}.",
    "Kontrollera å, ä, ö och tankstreck i rapporten. Spara helst filen som UTF-8.",
    kind=READING,
)
TEXT_FILE_EMPTY = Rule(
    "text_file_empty",
    NOTERA,
    "Tom textfil",
    "Filen innehåller ingen text.",
    "Skriv texten, eller ta bort filen.",
    kind=READING,
)
TEXT_FILE_NO_HEADINGS = Rule(
    "text_file_no_headings",
    FEL,
    "Textfil utan rubriker",
    "Filen har inga rubriker, så det går inte att se vart texterna hör.",
    "Sätt en rubrik före varje text, med samma ord som i fliken Innehåll. I Word: formatmallen Rubrik 1, 2 eller "
    "3; fet stil räcker inte.",
    kind=READING,
)
TEXT_TWO_FILES = Rule(
    "text_two_files",
    FEL,
    "Två textfiler",
    "Både {files} finns, och båda läses.",
    "Behåll den som gäller. Vill du ha flera filer, lägg dem i mappen texter.",
    kind=READING,
)
