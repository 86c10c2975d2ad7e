"""What may be wrong with a text and with where it is placed, in words."""

from generator.findings.rule import FEL, NOTERA, READING, VARNING, Rule

TEXT_BEFORE_HEADING = Rule(
    "text_before_heading",
    VARNING,
    "Text före första rubriken",
    "Texten före den första rubriken hör inte till något avsnitt och kommer inte med.",
    "Flytta den under en rubrik, eller ta bort den.",
    kind=READING,
)
TEXT_HEADING_UNKNOWN = Rule(
    "text_heading_unknown",
    VARNING,
    "Rubriken finns inte i Innehåll",
    "Rubriken ”{heading}” finns inte i fliken Innehåll, så texten under den kommer inte med.{hint}",
    "Skriv rubriken som i fliken Innehåll, eller lägg till en rad där.",
    kind=READING,
)
TEXT_HEADING_ALONE = Rule(
    "text_heading_alone",
    NOTERA,
    "Rubrik utan text finns inte i Innehåll",
    "Rubriken ”{heading}” finns inte i fliken Innehåll, så den skrivs inte ut. Ingen text står närmast under den.",
    "Ska rubriken vara med: lägg till en rad i fliken Innehåll. Annars behöver inget göras.",
    kind=READING,
)
TEXT_FILE_NAME_UNKNOWN = Rule(
    "text_file_name_unknown",
    VARNING,
    "Filens namn finns inte i Innehåll",
    "{why}, så filens namn, ”{heading}”, togs som rubrik. Det finns inte i fliken Innehåll, så texten kommer inte "
    "med.{hint}",
    "Skriv rubriken som i fliken Innehåll överst i filen, i Word med formatmallen Rubrik 1, annars efter # och ett "
    "mellanslag. Eller ge filen rubrikens namn.",
    kind=READING,
)
TEXT_HEADING_NEAR = Rule(
    "text_heading_near",
    VARNING,
    "Rubriken liknar en i Innehåll",
    "Rubriken ”{heading}” finns inte i fliken Innehåll. Den skrivs som en underrubrik i texten före.{hint}",
    "Skriv rubriken som i fliken Innehåll. Är den en underrubrik behöver inget göras.",
    kind=READING,
)
TEXT_HEADING_SEVERAL = Rule(
    "text_heading_several",
    NOTERA,
    "Rubriken finns flera gånger",
    "Rubriken ”{heading}” passar på {count} ställen i fliken Innehåll. Texten står på det första.",
    "Sätt i textfilen även rubriken ovanför, så syns det vilket ställe som menas. Stämmer det behöver inget göras.",
    kind=READING,
)
TEXT_HEADING_PLAIN = Rule(
    "text_heading_plain",
    VARNING,
    "Rubrik skriven som vanlig text",
    "”{heading}” är en rubrik i fliken Innehåll, men står här som vanlig text. Raden och det som följer skrivs under "
    "”{above}”.",
    "Är det rubriken: ge den formatmallen Rubrik 1, 2 eller 3 i Word (fet stil räcker inte, och en textruta är ingen "
    "plats för den), eller # före i en textfil. Är det en mellanrubrik behöver inget göras.",
    kind=READING,
)
TEXT_TWICE = Rule(
    "text_twice",
    FEL,
    "Två texter för samma block",
    "”{heading}” har text på mer än ett ställe: {places}.",
    "Behåll texten på ett av ställena.",
    kind=READING,
)
TEXT_REFERENCE_FORM = Rule(
    "text_reference_form",
    FEL,
    "Hänvisning som inte går att tyda",
    "”{found}” går inte att tyda som en hänvisning.",
    "Skriv till exempel {{{{ not(”Fordringar”) }}}}, med två klamrar före och efter och namnet inom citattecken.",
    kind=READING,
)
TEXT_REFERENCE_KIND = Rule(
    "text_reference_kind",
    FEL,
    "Okänt slags hänvisning",
    "{found}: ”{kind}” är inget som en text kan hänvisa till.",
    "Välj ett av: {kinds}.",
    kind=READING,
)
TEXT_TARGET_UNKNOWN = Rule(
    "text_target_unknown",
    FEL,
    "Hänvisning till något som inte finns",
    "{found}: ”{name}” är {nothing}.{hint}",
    "Rätta namnet i texten.{there}",
    kind=READING,
    symptom=True,
)
TEXT_TARGET_SEVERAL = Rule(
    "text_target_several",
    VARNING,
    "Hänvisningen är tvetydig",
    "{found}: ”{name}” finns på {count} ställen i rapporten. Hänvisningen går till det första ({words}).",
    "Ge ställena olika namn om ett annat menas.",
    kind=READING,
)
TEXT_HEADING_FORM = Rule(
    "text_heading_form",
    FEL,
    "Hänvisning i rubrik",
    "Rubriken ”{found}” innehåller en hänvisning, en fotnot eller en bild. En rubrik kan bara innehålla ord.",
    "Flytta den till texten under rubriken.",
    kind=READING,
)
TEXT_HTML = Rule(
    "text_html",
    VARNING,
    "HTML i texten",
    "”{found}”{more} ser ut som HTML och skrivs ut som det står.",
    "Ta bort det. {instead}",
    kind=READING,
)
TEXT_MARK_LEFT = Rule(
    "text_mark_left",
    VARNING,
    "Tecken som inte blir det de ser ut som",
    "”{found}”{more} blir inte {meant}, utan {becomes}.",
    "Är det {meant} som menas: skriv {instead}. Ska det stå så behöver inget göras.",
    kind=READING,
)
TEXT_COMMENT = Rule(
    "text_comment",
    NOTERA,
    "Kommentar i textfilen",
    "Kommentaren ”{found}” skrivs inte ut.",
    "Inget behöver göras, men se efter att den inte är en fråga som väntar på svar.",
    kind=READING,
)
TEXT_PICTURE_ALTERNATIVE = Rule(
    "text_picture_alternative",
    FEL,
    "Bild utan alternativtext",
    "Bilden {found} saknar en text för den som inte kan se den.",
    "Skriv vad bilden visar inom hakparentesen före bildens filnamn. I Word: högerklicka på bilden och välj Visa "
    "alternativtext.",
    kind=READING,
)
TEXT_PICTURE_WEB = Rule(
    "text_picture_web",
    FEL,
    "Bild från webben",
    "Bilden {found} ligger på webben. Rapporten görs utan nätet.",
    "Spara bilden i samma mapp som arbetsboken, och skriv bara filens namn.",
    kind=READING,
)
TEXT_LINK = Rule(
    "text_link",
    FEL,
    "Länk som inte leder någonstans",
    "Länken till ”{found}” är ingen webbadress.",
    "Skriv hela adressen, till exempel https://www.exempel.se. Till ett avsnitt i rapporten hänvisar du med "
    "{{{{ avsnitt(”Rubrik”) }}}}.",
    kind=READING,
)
TEXT_LINK_TITLE = Rule(
    "text_link_title",
    NOTERA,
    "Länkens titel",
    "Titeln ”{title}” på länken till ”{found}” skrivs inte ut.",
    "Ska orden vara med: skriv dem i texten.",
    kind=READING,
)
TEXT_LINK_UNUSED = Rule(
    "text_link_unused",
    VARNING,
    "Länkadress som inte används",
    "”{found}” skrivs inte ut: ingen länk i texten heter så, eller så har en annan rad samma namn.",
    "Skriv länken som [orden](https://www.exempel.se), eller ta bort raden.",
    kind=READING,
)
TEXT_LINK_EMPTY = Rule(
    "text_link_empty",
    FEL,
    "Länk utan ord",
    "Länken till ”{found}” har inga ord att klicka på.",
    "Skriv orden inom hakparentesen: [Försäkringskassan](https://www.forsakringskassan.se).",
    kind=READING,
)
TEXT_FOOTNOTE_UNKNOWN = Rule(
    "text_footnote_unknown",
    FEL,
    "Fotnot utan text",
    "{found} är ingen fotnot: dess text finns inte.",
    "Skriv fotnotens text på en egen rad i en text: {found}: Text.",
    kind=READING,
)
TEXT_FOOTNOTE_SEVERAL = Rule(
    "text_footnote_several",
    FEL,
    "Flera fotnoter med samma namn",
    "{found} kan vara flera fotnoter: namnet har olika text på olika ställen.",
    "Ge fotnoterna var sitt namn.",
    kind=READING,
)
TEXT_FOOTNOTE_UNUSED = Rule(
    "text_footnote_unused",
    VARNING,
    "Fotnoten används inte",
    "Fotnoten {found} har en text, ”{words}”, men ingen hänvisning leder till den. Den skrivs inte ut.",
    "Sätt {found} i texten där fotnoten hör hemma, eller ta bort den.",
    kind=READING,
)
TEXT_FOOTNOTE_FORM = Rule(
    "text_footnote_form",
    FEL,
    "Fotnotens innehåll",
    "En fotnot kan bara innehålla vanlig text, inte listor, bilder eller andra fotnoter.",
    "Flytta innehållet till texten.",
    kind=READING,
)
TEXT_TABLE_ROW = Rule(
    "text_table_row",
    FEL,
    "Rad med för många celler",
    "Raden ”{found}” har {count} celler, tabellens första rad {columns}. De sista skulle inte komma med.",
    "Ge alla rader lika många celler. Ett streck | som ska skrivas ut får ett \\ framför sig.",
    kind=READING,
)
TEXT_TABLE_INSIDE = Rule(
    "text_table_inside",
    FEL,
    "Tabell på fel plats",
    "En tabell kan inte stå i en lista eller ett citat.",
    "Sätt tabellen för sig, med en tom rad före och efter.",
    kind=READING,
)
