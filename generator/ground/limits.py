"""How much is read at most: every limit of the program's that an association's files may meet, in one place.

A limit is there so that whatever is laid in the folder is answered within seconds. It is at least ten times what any of
the real reports behind the program has (``largest``); nothing is cut at a limit: what is over it is refused, with its
place. The table of limits in ``docs/handbok.md`` is made from here.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limit:
    """At most ``most`` of ``what``, a plural in Swedish; ``largest`` is what a real report has at most.

    ``remedy`` is what somebody does who meets it, ``reason`` what would happen without it.
    """

    what: str
    most: int
    largest: int
    remedy: str
    reason: str


_NEW_WORKBOOK = "Kopiera bara de ifyllda cellerna till en ny arbetsbok."
_SHORTER = "Korta texten, eller dela upp den."

WORKBOOK_CELLS = Limit(
    "ifyllda celler i arbetsboken",
    60_000,
    2_100,
    "Ta bort det som inte hör till rapporten, eller lägg det i en flik vars namn börjar med _.",
    "Varje cell tar minne och tid att läsa.",
)
TAB_ROWS = Limit(
    "ifyllda rader i en flik",
    1_000,
    90,
    "Skriv en rad per belopp i rapporten, inte per verifikation. Annat kan ligga i en flik vars namn börjar med _.",
    "Rader jämförs med varandra.",
)
LIST_ROWS = Limit(
    "ifyllda rader i en lista över konton",
    30_000,
    900,
    "Ta ut listan med en rad per konto, eller per konto och projekt, och inte per verifikation.",
    "Varje rad läses och jämförs.",
)
LIST_CELLS = Limit(
    "ifyllda celler i en lista över konton",
    400_000,
    9_000,
    "Ta bara med de kolumner som behövs: konto, benämning, projekt och belopp.",
    WORKBOOK_CELLS.reason,
)
LIST_BYTES = Limit(
    "tecken i en lista över konton, med dess märken",
    40_000_000,
    900_000,
    _NEW_WORKBOOK,
    "Också tomma celler med format tar tid att läsa.",
)
LEDGER_FILES = Limit(
    "huvudböcker bredvid arbetsboken",
    30,
    3,
    "Flytta de filer som inte hör till årets rapport.",
    "Varje fil läses, och de jämförs med varandra.",
)
TAB_COLUMNS = Limit(
    "ifyllda kolumner i en flik",
    300,
    20,
    "Ta bort de kolumner som inte hör till rapporten.",
    "Varje rubrik jämförs med alla kända.",
)
TABS = Limit("flikar", 400, 35, _NEW_WORKBOOK, "Varje flik jämförs med alla kända.")
PART_BYTES = Limit(
    "tecken i en av arbetsbokens delar",
    12_000_000,
    65_000,
    _NEW_WORKBOOK,
    "Också tomma celler med format tar tid att läsa.",
)
CELL_LETTERS = Limit("tecken i en cell", 33_000, 460, _SHORTER, "Excel har inte plats för fler.")
FORMAT_LETTERS = Limit(
    "tecken i ett talformat",
    1_000,
    30,
    "Välj ett av Excels egna talformat för cellerna.",
    "Excel har inte plats för fler än 255.",
)
PARAGRAPH_LETTERS = Limit(
    "tecken i ett stycke",
    20_000,
    730,
    "Dela upp stycket med tomma rader.",
    "Tiden växer snabbare än stycket.",
)
WORD_LETTERS = Limit(
    "tecken i följd utan mellanslag",
    2_000,
    70,
    "Rätta texten, eller dela upp ordet.",
    "Var ett ord kan brytas prövas bokstav för bokstav.",
)
MARKS = Limit(
    "märken (som [ ] * _ ` < >) i ett stycke",
    1_500,
    60,
    "Ta bort märkena, eller dela upp stycket.",
    "Varje märke kan höra ihop med vart och ett av de andra.",
)
NESTING = Limit(
    "nivåer av citat och listor i varandra", 30, 3, "Skriv texten med färre nivåer.", "Varje nivå läses för sig."
)
TEXT_LETTERS = Limit(
    "tecken i en textfil", 300_000, 20_000, _SHORTER, "Texten läses många gånger: för märken, siffror och namn."
)
TEXT_LINES = Limit("rader i en textfil", 10_000, 210, _SHORTER, "Varje rad prövas för sig.")
TEXT_HEADINGS = Limit(
    "rubriker i en textfil",
    400,
    36,
    "Ta bort de rubriker som inte hör till rapporten.",
    "Rubrikerna jämförs med fliken Innehåll.",
)
TEXT_FILES = Limit(
    "textfiler", 200, 10, "Lägg samman filerna, eller flytta dem som inte hör till rapporten.", "Varje fil öppnas."
)
WORD_BYTES = Limit(
    "tecken i Word-filens innehåll, med dess märken",
    3_000_000,
    300_000,
    "Dela upp filen, ett avsnitt i varje.",
    "En sida i Word är tusentals tecken med alla märken.",
)
NAME_LETTERS = Limit("tecken i ett namn", 1_000, 100, "Korta namnet.", "Namn jämförs tecken för tecken.")
STYLE_LETTERS = Limit(
    "tecken i stil.css",
    200_000,
    1_400,
    "Ta bort de regler som inte behövs.",
    "Varje regel prövas mot varje del av rapporten.",
)
STYLE_DEPTH = Limit(
    "nivåer av parenteser i varandra i stil.css",
    30,
    3,
    "Skriv regeln enklare, och se efter att varje parentes är avslutad.",
    "Varje nivå läses för sig.",
)
STYLE_RULE_LETTERS = Limit(
    "tecken i en och samma regel i stil.css",
    10_000,
    300,
    "Dela upp regeln, och se efter att den är avslutad.",
    "En väljare av tusentals delar prövas mot varje del av rapporten.",
)
VARIABLE_LETTERS = Limit(
    "tecken i en variabel i stil.css, med andra variabler insatta",
    5_000,
    50,
    "Skriv värdet i stället för variabler i variabler.",
    "Variabler i variabler blir snabbt hur långa som helst.",
)
STYLE_NUMBER = Limit(
    "det största talet i stil.css",
    100_000,
    700,
    "Skriv ett rimligt mått.",
    "Ett sådant mått har ingen plats på en sida.",
)
SHAPES = Limit(
    "former i en ritning (svg), med dem som används flera gånger",
    20_000,
    500,
    "Spara om bilden som png.",
    "En form kan bestå av andra, som var och en består av andra.",
)
DRAWING_BYTES = Limit(
    "tecken i en ritning (svg)", 2_000_000, 100_000, "Spara om bilden som png.", "Varje punkt ritas för sig."
)
ANSWERS = Limit(
    "filer i mappen svar",
    200,
    12,
    "Lägg bara årets ifyllda blanketter där, en för varje insats.",
    "Varje fil öppnas.",
)
ANSWER_CELLS = Limit(
    "ifyllda celler i en blankett",
    2_000,
    100,
    "Skriv en ny blankett med kommandot arsredovisning forms, och för över svaren.",
    "Varje ruta hör till en rad i arbetsboken, som letas upp.",
)
ANSWER_BYTES = Limit(
    "tecken i blanketterna i mappen svar, uppackade",
    20_000_000,
    500_000,
    "Ta bort det som inte är blanketter, och klistra inte in bilder i dem.",
    "Varje blankett läses cell för cell.",
)
PROFILE_LETTERS = Limit(
    "tecken i profil.toml",
    60_000,
    6_000,
    "Behåll bara inställningar som finns; de står i mallhandledningen (mallar.md).",
    "En inställning tar en rad.",
)
PROFILE_LINES = Limit("rader i profil.toml", 2_000, 120, PROFILE_LETTERS.remedy, PROFILE_LETTERS.reason)
PROFILE_LINE_LETTERS = Limit(
    "tecken på en rad i profil.toml",
    1_000,
    70,
    "Skriv en inställning per rad: namnet, ett likhetstecken och värdet inom raka citattecken.",
    "Ett värde inuti ett annat läses för sig, nivå för nivå.",
)
SIE_BYTES = Limit(
    "tecken i en SIE-fil",
    60_000_000,
    150_000,
    "Exportera en fil för ett enda räkenskapsår, eller en av typ 1 eller 3: utan verifikationer.",
    "Hela filen läses på en gång.",
)
SIE_AMOUNTS = Limit(
    "konton och objekt med egna belopp i en SIE-fil",
    100_000,
    870,
    "Exportera en SIE-fil av typ 1, eller utan objekt som inte behövs, som kund och faktura.",
    "Varje konto jämförs med kontoplanen, för varje objekt.",
)
SIE_LINE_LETTERS = Limit(
    "tecken på en rad i en SIE-fil", 10_000, 400, "Exportera filen igen.", "En rad delas i fält, tecken för tecken."
)
SIE_LINES = Limit("rader i en SIE-fil", 300_000, 5_100, SIE_BYTES.remedy, "Varje rad läses för sig.")

LIMITS = tuple(each for each in list(globals().values()) if isinstance(each, Limit))
"""All of them, in the order of the table."""
