"""The messages about texts and text files."""

from generator.findings.rule import FEL, NOTERA, VARNING, Rule

_SAVE_AS_WORD = "Öppna filen i Word och spara den som Word-dokument (.docx)."

_FILES = (
    Rule(
        "text_file_format",
        FEL,
        "Textfilens format",
        "{name} är sparad i formatet {format} och kan inte läsas.",
        f"{_SAVE_AS_WORD} Ta sedan bort den gamla filen.",
    ),
    Rule(
        "text_file_locked",
        FEL,
        "Textfilen kan inte läsas",
        "{name} kan inte läsas. Den är öppen i ett annat program, eller så saknar du behörighet.",
        "Stäng filen i Word och försök igen.",
    ),
    Rule(
        "text_file_open",
        NOTERA,
        "Textfilen är öppen i Word",
        "{name} är öppen i Word. Det som inte är sparat kommer inte med.",
        "Spara i Word innan du kontrollerar eller gör rapporten.",
    ),
    Rule(
        "text_file_password",
        FEL,
        "Textfilen har lösenord",
        "{name} är skyddad med lösenord, eller sparad i Words gamla format, och kan inte läsas.",
        "Öppna filen i Word. Ta bort lösenordet under Arkiv, Information, Skydda dokument, och spara som .docx.",
    ),
    Rule(
        "text_file_damaged",
        FEL,
        "Textfilen är skadad",
        "{name} är inget läsbart Word-dokument.",
        f"{_SAVE_AS_WORD} Går den inte att öppna är den skadad: hämta den senaste säkerhetskopian.",
    ),
    Rule(
        "text_file_too_large",
        FEL,
        "Textfilen är för stor",
        "{name} innehåller mer än {limit} MB när den packas upp, och läses därför inte.",
        "Minska bilderna i Word: Bildformat, Komprimera bilder.",
    ),
    Rule(
        "text_file_encoding",
        NOTERA,
        "Textfilens teckenkodning",
        "Filen är inte sparad som UTF-8. Den har lästs som {encoding}.",
        "Kontrollera å, ä, ö och tankstreck i rapporten. Spara helst filen som UTF-8.",
    ),
    Rule(
        "text_file_empty",
        NOTERA,
        "Tom textfil",
        "Filen innehåller ingen text.",
        "Skriv texten, eller ta bort filen.",
    ),
    Rule(
        "text_file_no_headings",
        FEL,
        "Textfil utan rubriker",
        "Filen har inga rubriker, så det går inte att se vart texterna hör.",
        "Sätt en rubrik före varje text, med samma ord som i fliken Innehåll. I Word: formatmallen Rubrik 1, 2 eller "
        "3; fet stil räcker inte.",
    ),
    Rule(
        "text_two_files",
        FEL,
        "Två textfiler",
        "Både {files} finns, och båda läses.",
        "Behåll den som gäller. Vill du ha flera filer, lägg dem i mappen texter.",
    ),
    Rule(
        "text_before_heading",
        VARNING,
        "Text före första rubriken",
        "Texten före den första rubriken hör inte till något avsnitt och kommer inte med.",
        "Flytta den under en rubrik, eller ta bort den.",
    ),
    Rule(
        "text_heading_unknown",
        VARNING,
        "Rubriken finns inte i Innehåll",
        "Rubriken ”{heading}” finns inte i fliken Innehåll, så texten under den kommer inte med.{hint}",
        "Skriv rubriken som i fliken Innehåll, eller lägg till en rad där.",
    ),
    Rule(
        "text_heading_near",
        VARNING,
        "Rubriken liknar en i Innehåll",
        "Rubriken ”{heading}” finns inte i fliken Innehåll. Den skrivs som en underrubrik i texten före.{hint}",
        "Skriv rubriken som i fliken Innehåll. Är den en underrubrik behöver inget göras.",
    ),
    Rule(
        "text_heading_several",
        NOTERA,
        "Rubriken finns flera gånger",
        "Rubriken ”{heading}” passar på {count} ställen i fliken Innehåll. Texten står på det första.",
        "Sätt i textfilen även rubriken ovanför, så syns det vilket ställe som menas. Stämmer det behöver inget göras.",
    ),
    Rule(
        "text_twice",
        FEL,
        "Två texter för samma block",
        "”{heading}” har text på mer än ett ställe: {places}.",
        "Behåll texten på ett av ställena.",
    ),
    Rule(
        "text_personal_number",
        VARNING,
        "Personnummer i en text",
        "Stycket ser ut att innehålla ett personnummer eller samordningsnummer.",
        "Ta bort det. Personnummer hör inte hemma i en rapport som publiceras. Är det ett annat slags nummer "
        "behöver inget göras.",
    ),
)

_WORD = (
    Rule(
        "word_tracked_changes",
        NOTERA,
        "Spårade ändringar",
        "Filen har spårade ändringar ({count}). Det infogade skrivs ut, det borttagna inte.",
        "Godkänn eller avvisa ändringarna i Word innan rapporten görs slutlig.",
    ),
    Rule(
        "word_comments",
        NOTERA,
        "Kommentarer",
        "Filen har kommentarer ({count}). De skrivs inte ut.",
        "Inget behöver göras, men se efter att ingen av dem är en fråga som väntar på svar.",
    ),
    Rule(
        "word_objects",
        VARNING,
        "Inbäddade objekt",
        "Filen innehåller inbäddade objekt ({count}), som diagram eller tabeller från Excel. De kommer inte med.",
        "Klistra in dem som bild (png), med alternativtext, eller låt rapporten göra tabellen eller diagrammet.",
    ),
    Rule(
        "word_equations",
        VARNING,
        "Formler",
        "Filen innehåller formler ({count}). De kommer inte med.",
        "Skriv formeln med vanliga tecken, eller klistra in den som bild.",
    ),
    Rule(
        "word_struck",
        VARNING,
        "Genomstruken text",
        "Filen innehåller genomstruken text ({count}). Den skrivs ut som vanlig text.",
        "Ta bort den text som inte ska vara med.",
    ),
    Rule(
        "word_picture_format",
        FEL,
        "Bildens format",
        "Stycket innehåller en bild i formatet {format}, som inte kan skrivas ut. Stycket kommer inte med.",
        "Högerklicka på bilden i Word, spara den som png och infoga den på nytt.",
    ),
    Rule(
        "word_table_merged",
        VARNING,
        "Sammanfogade celler",
        "Tabellen har sammanfogade celler eller en tabell i en cell. Den skrivs ut med tomma celler i stället.",
        "Gör tabellen om, så att varje rad har lika många celler, eller lägg den i en egen flik.",
    ),
)

_TEXTS = (
    Rule(
        "text_reference_form",
        FEL,
        "Hänvisning som inte går att tyda",
        "”{found}” går inte att tyda som en hänvisning.",
        "Skriv till exempel {{{{ not(”Fordringar”) }}}}, med två klamrar före och efter och namnet inom citattecken.",
    ),
    Rule(
        "text_reference_kind",
        FEL,
        "Okänt slags hänvisning",
        "{found}: ”{kind}” är inget som en text kan hänvisa till.",
        "Välj ett av: {kinds}.",
    ),
    Rule(
        "text_target_unknown",
        FEL,
        "Hänvisning till något som inte finns",
        "{found}: ”{name}” är {nothing}.{hint}",
        "Rätta namnet i texten.",
    ),
    Rule(
        "text_target_several",
        VARNING,
        "Hänvisningen är tvetydig",
        "{found}: ”{name}” finns på {count} ställen i rapporten. Hänvisningen går till det första ({words}).",
        "Ge ställena olika namn om ett annat menas.",
    ),
    Rule(
        "text_heading_form",
        FEL,
        "Hänvisning i rubrik",
        "Rubriken ”{found}” innehåller en hänvisning, en fotnot eller en bild. En rubrik kan bara innehålla ord.",
        "Flytta den till texten under rubriken.",
    ),
    Rule(
        "text_html",
        VARNING,
        "HTML i texten",
        "”{found}” ser ut som HTML och skrivs ut som det står.",
        "Ta bort det. Ett nytt stycke får du med en tom rad, fet stil med **två asterisker**.",
    ),
    Rule(
        "text_picture_alternative",
        FEL,
        "Bild utan alternativtext",
        "Bilden {found} saknar en text för den som inte kan se den.",
        "Skriv vad bilden visar inom hakparentesen före bildens filnamn. I Word: högerklicka på bilden och välj Visa "
        "alternativtext.",
    ),
    Rule(
        "text_picture_web",
        FEL,
        "Bild från webben",
        "Bilden {found} ligger på webben. Rapporten görs utan nätet.",
        "Spara bilden i samma mapp som arbetsboken, och skriv bara filens namn.",
    ),
    Rule(
        "text_link",
        FEL,
        "Länk som inte leder någonstans",
        "Länken till ”{found}” är ingen webbadress.",
        "Skriv hela adressen, till exempel https://www.exempel.se. Till ett avsnitt i rapporten hänvisar du med "
        "{{{{ avsnitt(”Rubrik”) }}}}.",
    ),
    Rule(
        "text_link_empty",
        FEL,
        "Länk utan ord",
        "Länken till ”{found}” har inga ord att klicka på.",
        "Skriv orden inom hakparentesen: [Försäkringskassan](https://www.forsakringskassan.se).",
    ),
    Rule(
        "text_footnote_unknown",
        FEL,
        "Fotnot utan text",
        "{found} är ingen fotnot: dess text finns inte.",
        "Skriv fotnotens text på en egen rad: {found}: Text.",
    ),
    Rule(
        "text_footnote_unused",
        VARNING,
        "Fotnoten används inte",
        "Fotnoten {found} har en text, men ingen hänvisning leder till den. Den skrivs inte ut.",
        "Sätt {found} i texten där fotnoten hör hemma, eller ta bort den.",
    ),
    Rule(
        "text_footnote_form",
        FEL,
        "Fotnotens innehåll",
        "En fotnot kan bara innehålla vanlig text, inte listor, bilder eller andra fotnoter.",
        "Flytta innehållet till texten.",
    ),
    Rule(
        "text_table_inside",
        FEL,
        "Tabell på fel plats",
        "En tabell kan inte stå i en lista eller ett citat.",
        "Sätt tabellen för sig, med en tom rad före och efter.",
    ),
)

MESSAGES = (*_FILES, *_WORD, *_TEXTS)
