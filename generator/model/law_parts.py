"""The parts and notes that law and recommendations ask for in a report, each as a value: one table of them all.

A part is there where a block of *Innehåll* or a note is it: by the mark in *Del enligt lagen*, which says what a block
is whatever it is called; by the component that is placed there; or by its heading. Where one sentence may be all of a
part (*Inga investeringar har gjorts*) that sentence is enough, but never a word of it. The law is LKBR (2018:597);
it holds through 24 § finsamlagen.
"""

from dataclasses import dataclass
from enum import Enum, auto

from generator.findings.finding import Severity


class When(Enum):
    """When a part is needed. What each means in an underlag stands in ``checks.parts_when``."""

    ALWAYS = auto()
    STAFF = auto()
    GOALS = auto()
    TANGIBLE_ASSETS = auto()
    INTANGIBLE_ASSETS = auto()
    SECURITIES = auto()
    EXTRAORDINARY_ITEMS = auto()
    RENT = auto()


@dataclass(frozen=True, slots=True)
class LawPart:
    """A part that is asked for.

    ``headings`` are patterns of its usual headings, ``sentences`` of sentences that are all of it, both in lower case;
    ``components`` what may be placed. ``severity`` is how grave it is that it is missing in a report that goes to the
    board: Varning where the law demands it, Notera where it hangs on what the program cannot see, Återstår where it is
    only asked about while the report is under way. ``remedy`` says what to write.
    """

    name: str
    law: str
    remedy: str
    headings: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()
    components: tuple[str, ...] = ()
    when: When = When.ALWAYS
    severity: Severity = Severity.WARNING


_NOTE, _ASKED = Severity.NOTE, Severity.REMAINING
_AFTER = (
    r"efter (?:\w+ )?(?:balansdag|räkenskapsår|verksamhetsår|bokslut|årsskift|årets (?:slut|utgång)|periodens slut)"
)
_NO = r"\b(?:inga|inget|ingen|inte|ej|saknar|noll)\b"
_JUDGES = r"\b(?:bedöm|anse|konstatera|sammantag|sammanfattningsvis|samlad|slutsats|uppnå|uppfyll|nå(?:dd|tt)|uppvisa)"
_WORDS_OF_NONE = (
    r"(?:(?:har|hade|haft|gjort|gjorde|gjorts|genomfört|genomförde|genomförts|skett|några|någon|större|egna|nya|andra|"
    r"förbundet|materiella|immateriella|väsentliga|under|året|i|år|\d{4}) ){0,6}"
)
_MET = r"(?:uppfyllt|uppnått|återställt|klarat|nått)s?\b"
_AMOUNT = r"(?:\b\d|…|\{\{|\bnoll\b|\bpositivt|\bnegativt)"
_EVENTS = r"\b(?:händelser av väsentlig (?:betydelse|karaktär|art)|väsentliga händelser)\b"
_HAPPENED = rf"(?:{_NO}|\b(?:inträffa|hän[dt]|ske(?:tt|dde)\b|förekom)|\bunder (?:året|\d{{4}}) (?:är|var|har)\b)"
AUDIT_COST = "Not om kostnad för räkenskapsrevision"
GOOD_ECONOMY = "Utvärdering av god ekonomisk hushållning"
VERDICT = "Samlad bedömning av målen"

LAW_PARTS = (
    LawPart(
        "Översikt över verksamhetens utveckling",
        "11 kap. 1 § LKBR",
        "Innehållet Flerårsöversikt med en kort text räcker",
        (r"\böversikt", r"\bflerår", r"\butveckling i sammandrag", r"\b(?:fem|flera) år\b", r"\bnyckeltal"),
        components=("Flerårsöversikt",),
    ),
    LawPart(
        "Viktiga förhållanden för resultat och ställning",
        "11 kap. 2 § LKBR",
        "Finns inget utöver räkningarna som är viktigt för bedömningen räcker en mening om det",
        (
            r"\bviktiga förhållanden",
            r"\b(?:ekonomisk|finansiell)\w* (?:analys|kommentar|redogörelse|översikt|resultat|utfall)",
            r"\b(?:årets|förbundets) (?:ekonomi|resultat)",
            r"\bekonomi(?:n)?$",
            r"\brisk",
            r"\bkommentar\w* till (?:resultat|ekonomi|utfall|räkning)",
        ),
        severity=_NOTE,
    ),
    LawPart(
        "Händelser av väsentlig betydelse",
        "11 kap. 3 § LKBR",
        "Har inget hänt räcker en mening om det",
        (
            r"\bhändelser\b",
            r"\bi (?:korthet|sammandrag)\b",
            r"\båret som (?:gått|gick)",
            r"\bviktigt under året",
            r"\bsammanfattning av (?:verksamhets)?året",
        ),
        (rf"{_EVENTS}.*{_HAPPENED}", rf"{_HAPPENED}.*{_EVENTS}"),
    ),
    LawPart(
        "Händelser efter årets slut",
        "11 kap. 3 § LKBR",
        "Skriv vad som har hänt sedan årsskiftet. Är det inget räcker: Inga händelser av väsentlig betydelse har "
        "inträffat efter räkenskapsårets slut",
        (_AFTER,),
        (
            rf"(?:händelse|hänt|inträffa|skett).{{0,80}}{_AFTER}",
            rf"{_AFTER}.{{0,80}}(?:händelse|hänt|inträffa|skett)",
            rf"^(?:inga|inget|ingenting)\b.{{0,60}}{_AFTER}",
            rf"^{_AFTER}",
        ),
        severity=_NOTE,
    ),
    LawPart(
        "Förväntad utveckling",
        "11 kap. 4 § LKBR",
        "Några meningar räcker",
        (
            r"\bförvänta",
            r"\bframtid",
            r"\bfram(?:åt|över)",
            r"\båret som kommer",
            r"\bfortsatt (?:utveckling|arbete|verksamhet)",
            r"\butblick",
            r"\b(?:kommande|nästa) (?:år|period|verksamhet)",
            r"\bplaner(?:ing|ad\w*)? för\b",
            r"\bnästa_år\b",
        ),
    ),
    LawPart(
        "Väsentliga personalförhållanden",
        "11 kap. 5 § LKBR",
        "Skriv om personalen. Är ingen anställd räcker en mening om det",
        (
            r"\bpersonal(?:en)?\b(?! i )",
            r"\bpersonal(?:förhållande|redovisning|ekonomi|fråg|läge|situation|översikt)",
            r"\banställda?\b",
            r"\bmedarbetar",
            r"\bbemanning",
            r"^(?:förbundets )?kansli(?:et)?$",
        ),
        (
            rf"{_NO}.{{0,30}}\b(?:anställd|egen personal|egna medarbetare)",
            r"\bförbundet (?:har|hade)\b.{0,60}\banställd",
        ),
        when=When.STAFF,
    ),
    LawPart(
        "Styrning och uppföljning av verksamheten",
        "11 kap. 7 § LKBR",
        "Skriv hur verksamheten styrs och följs upp, till exempel om intern kontroll",
        (
            r"\bstyrning",
            r"\buppföljning av (?:den |förbundets )?verksamhet",
            r"\bintern(?:a)? kontroll",
            r"^uppföljning$",
        ),
        severity=_NOTE,
    ),
    LawPart(
        GOOD_ECONOMY,
        "11 kap. 8 § LKBR",
        "Skriv om målen i budgeten har nåtts och riktlinjerna följts",
        (
            r"\bgod (?:ekonomisk )?hushållning",
            r"\bmåluppfyllelse",
            r"\butvärdering av mål",
            r"^(?:\w+ )?mål(?:en)?(?: |$)",
        ),
        (rf"\bgod ekonomisk hushållning.*{_JUDGES}", rf"{_JUDGES}.*\bgod ekonomisk hushållning"),
        components=("Mål",),
    ),
    LawPart(
        VERDICT,
        "11 kap. 8 § LKBR",
        "Skriv styrelsens samlade bedömning: har förbundet som helhet en god ekonomisk hushållning och har målen nåtts",
        (r"\bsamlad (?:bedömning|måluppfyllelse)", r"\bsammanfattande bedömning", r"\bsammantagen bedömning"),
        (
            rf"\bgod ekonomisk hushållning.*{_JUDGES}",
            rf"{_JUDGES}.*\bgod ekonomisk hushållning",
            r"\b(?:sammantaget|sammanfattningsvis|samlad|som helhet|helhetsbedömning).*\bmål(?:en|uppfyllelse)",
            r"\bmål(?:en|uppfyllelse)\w*\b.*\b(?:sammantaget|som helhet)\b",
            r"^(?!.*\b(?:hur|om|vilka|ska|visar)\b).*\bmål(?:en|sättningarna)\b.*\b(?:uppfyllda?|uppnåtts?|nådda|nåtts)\b",
        ),
        when=When.GOALS,
    ),
    LawPart(
        "Utvärdering av ekonomisk ställning",
        "11 kap. 9 § LKBR",
        "Skriv hur styrelsen ser på resultatet, det egna kapitalet och soliditeten",
        (
            r"\b(?:ekonomisk|finansiell)\w* (?:ställning|analys|utvärdering|läge|situation|redogörelse)",
            r"\beget kapital",
            r"\bekonomisk\w* (?:resultat|utfall)",
            r"\b(?:årets|förbundets) (?:ekonomi|resultat)",
            r"\bekonomi(?:n)?$",
        ),
        components=("Eget kapital mot bidragen",),
    ),
    LawPart(
        "Balanskravsresultat",
        "11 kap. 10 § LKBR",
        "Innehållet Balanskravsutredning räcker",
        (r"\bbalanskrav",),
        (
            rf"\bbalanskravet\b.{{0,40}}\b(?:är|blev|har|blir)\b.{{0,40}}\b{_MET}",
            r"\bbalanskravet\b.{0,20}\b(?:uppfylls|uppnås|klaras|nås|uppfylldes|uppnåddes|klarades|nåddes)\b",
            r"\bförbundet\b.{0,40}\b(?:uppfyller|klarar|når|uppnår|har uppfyllt|har klarat)\b.{0,20}\bbalanskravet",
            r"\buppfyller balanskravet",
            rf"\bbalanskravsresultat\w*\b.*\b(?:är|blev|blir|uppgår|uppgick)\b.{{0,40}}{_AMOUNT}",
        ),
        components=("Balanskravsutredning",),
    ),
    LawPart(
        "Driftredovisning",
        "4 kap. 1 § och 10 kap. 1 § LKBR",
        "Lägg till innehållet Driftredovisning",
        (r"\bdrifts?redovisning", r"\bdrift- och investering"),
        components=("Driftredovisning",),
    ),
    LawPart(
        "Investeringsredovisning",
        "4 kap. 1 § och 10 kap. 2 § LKBR",
        "Lägg till innehållet Investeringsredovisning. Har inga investeringar gjorts räcker en mening om det",
        (r"\binvestering",),
        (rf"{_NO} {_WORDS_OF_NONE}\binvester",),
        components=("Investeringsredovisning",),
    ),
    LawPart(
        "Not om redovisningsprinciper",
        "9 kap. 4 § LKBR",
        "Skriv vilka principer som har följts",
        (
            r"\b(?:redovisnings|värderings)\w*princip",
            r"\bredovisnings- och värderings",
            r"\bprinciper\b.*\bredovisning",
            r"^principer$",
        ),
    ),
    LawPart(
        AUDIT_COST,
        "9 kap. 13 § LKBR",
        "Skriv i en not vad revisorernas granskning av räkenskaperna har kostat",
        (r"\bräkenskapsrevision", r"\brevisionskostnad", r"\b(?:kostnad|arvode|ersättning)\w*\b.*\brevis"),
        (r"\bräkenskapsrevision",),
    ),
    LawPart(
        "Not om nyttjandeperioder",
        "9 kap. 9 § LKBR",
        "Skriv den genomsnittliga nyttjandeperioden för varje slag av anläggningstillgång i en not",
        (r"\bnyttjande(?:period|tid)", r"\bavskrivningstid"),
        (
            r"\bnyttjande(?:period|tid)\w*\b.*\bår\b",
            r"\b(?:avskrivning\w*|skrivs av)\b.*\b(?:\d+|tre|fyra|fem|sex|sju|åtta|nio|tio)[ -]?(?:till \w+ )?år",
        ),
        when=When.TANGIBLE_ASSETS,
    ),
    LawPart(
        "Immateriella tillgångars nyttjandeperiod",
        "9 kap. 10 § LKBR",
        "Är någon immateriell tillgångs nyttjandeperiod längre än fem år: skriv perioden i en not, och varför",
        (r"\bimmateriell",),
        (r"\bimmateriell\w*\b.*\bår\b",),
        when=When.INTANGIBLE_ASSETS,
        severity=_NOTE,
    ),
    LawPart(
        "Värdeförändring av finansiella instrument",
        "9 kap. 7 § LKBR",
        "Skriv värdeförändringen i en not",
        (r"\bfinansiella instrument", r"\bvärdepapper", r"\bvärdeförändring"),
        (r"\b(?:finansiella instrument|värdepapper)\b.*\bvärde", r"\bvärdeförändring\w*\b"),
        when=When.SECURITIES,
    ),
    LawPart(
        "Extraordinära poster",
        "9 kap. 12 § LKBR",
        "Skriv i en not vad varje extraordinär post är och dess belopp",
        (r"\bextraordinär",),
        when=When.EXTRAORDINARY_ITEMS,
    ),
    LawPart(
        "Leasing och hyra",
        "RKR R5",
        "Binder hyresavtal eller leasingavtal förbundet efter årets slut: skriv om dem i en not",
        (r"\bleas", r"\bhyres?avtal", r"\bhyra\b"),
        (r"\b(?:leas|hyresavtal|hyreskontrakt)",),
        when=When.RENT,
        severity=_ASKED,
    ),
    LawPart(
        "Jämförelsestörande poster",
        "RKR R11",
        "Skriv om dem i en not eller vid resultatet, om det finns några",
        (r"\bjämförelsestörande",),
        (r"\bjämförelsestörande",),
        severity=_ASKED,
    ),
    LawPart(
        "Avsteg från en rekommendation eller princip",
        "4 kap. 3 § och 9 kap. 3 § LKBR",
        "Skriv i en not varför, och vad det betyder för resultat och ställning, om ni avviker",
        (r"\bavvikelser? från (?:god|princip|rekommendation|redovisning)", r"\bavsteg"),
        (
            r"\b(?:avviker|avvikelse|avsteg|frångå)\w*\b.*\b(?:rekommendation|princip|rkr)",
            r"\binte\b.*\benligt rekommendation",
        ),
        severity=_ASKED,
    ),
    LawPart(
        "Särredovisning",
        "9 kap. 5 § LKBR",
        "Skriv i en not om någon särredovisning har upprättats",
        (r"\bsärredovisning",),
        (r"\bsärredovisning\b",),
        severity=_ASKED,
    ),
    LawPart(
        "Jämförelsetal som inte har räknats om",
        "9 kap. 6 § LKBR",
        "Skriv i en not varför, om jämförelseårets belopp inte går att jämföra",
        (r"\bjämförelse(?:tal|år|belopp|siffr)",),
        (r"\bjämförelse(?:tal|år|belopp|siffr)\w*\b.*\bräknats? om",),
        severity=_ASKED,
    ),
)
"""All parts, in the order of the report."""

PART_NAMES = tuple(part.name for part in LAW_PARTS)
