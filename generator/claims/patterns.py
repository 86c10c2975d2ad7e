"""What words around a number mean: where a clause ends, what changes, what is planned, what leads to a number."""

import re

from generator.ground import dates


def _pattern(*parts: str) -> re.Pattern[str]:
    return re.compile("".join(parts), re.IGNORECASE)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


CLAUSE_END = _pattern(r"[;!?]|(?<!\d)\. |,? (?:men|medan|däremot|dock) |, (?:där|eftersom|då) ")
"""What ends a clause, so that a number after it is not of what was named before."""

NEW_CLAUSE = _pattern(
    rf"{CLAUSE_END.pattern}|:|, (?:och|medan|vilket|så att)|\b(?:men|medan|beror (?:delvis )?på|eftersom|trots att|",
    r"även om)\b|\boch\b(?= \w+(?:en|et|na)\b)",
)
"""What ends a clause or begins one with a verb of its own."""

AFTER_END = _pattern(r"[;:!?(]|\.(?: |$)|, | (?:men|medan|varav|samt|vilket|eftersom|och|så att|för att) ")
"""What ends the words after a number that still belong to it."""

_CHANGED = (
    r"(?:ök\w*|minsk\w*|steg|stig\w*|sjönk|sjunk\w*|växt\w*|väx(?:er|a)|vuxit|krymp\w*|föll|fall\w*|förbättr\w*|"
    r"försämr\w*|höj(?:ts?|des)|sänk\w*|avvik\w*|avvek|(?:över|under)(?:skr[ei]d\w*|steg|stig\w*))"
)
_CHANGE = (
    r"(?:ökning|minskning|(?:budget)?avvikelse|skillnad|differens|förbättring|försämring|förändring|överskridande|"
    r"underskridande|nedgång|uppgång)\w*"
)
CHANGE_BEFORE = _pattern(
    rf"\b{_CHANGED}\b[^,;]*\bmed (?:(?:hela|totalt|sammanlagt|bara|endast|cirka|ca|drygt|knappt|ungefär|närmare|",
    rf"nästan|över) )*$|\b{_CHANGE}\b(?![^;]*\btill (?:\w+ )?$)[^;]*$",
)
"""Before a number that tells a change: ``ökade med``, ``en avvikelse på``."""

CHANGE_AFTER = _pattern(
    r"^,? ?(?:högre|lägre|mer|mindre|större|bättre|sämre|färre|fler|dyrare|billigare|",
    r"(?:över|under) (?:den )?(?:budget|året före|i fjol)\w*)\b",
)
"""After a number that tells a change: ``kr lägre``."""

THE_SAME = _pattern(
    r"^[\s,(]*$|^[\s,(]*(?:eller|nästan|knappt|drygt|cirka|ca|ungefär|närmare|dvs\.?|det vill säga|alltså|motsvarande|",
    r"vilket (?:är|motsvarar|innebär))\b",
)
"""Before a number that tells the same as the one before it, in another unit."""

OTHER_THAN = _pattern(
    r"\bän (?!(?:[^\W\d]+ ){0,3}(?:budget\w*|planera\w*|fjol\w*|förra|föregående|år\w*|20\d\d|vi|väntat)\b)"
)
"""A comparison with something else than a budget or a year: ``större än 20 procent av bidragen``."""

OF_IT = _pattern(r"(?:^|[.,;:] )av (?!budget)[^;.]*$")
"""Before a number of which the next is a part: ``av kassan på 2 857 tkr är 910 tkr``."""

MADE_OF = _pattern(r"\b(?:består|bestod|bestått|utgörs|utgjordes|utgjorts)\b")
"""What makes a share that of what follows, in what is named before."""

SOMEBODY = re.compile(r"\b(?:[Ss]amordningsförbund(?:et)?|Finsam) (?:i )?(?P<name>[A-ZÅÄÖ]\w+)")
"""An association, with its name."""

ABOVE_OTHER = _pattern(r"\b(?:över|under)st(?:eg|iger|igit) (?:årets |verksamhetens )?(?!\w*budget)\w+na\b")
"""Before what something is more than that is no budget: ``intäkterna översteg kostnaderna med``."""

NUMBER_OF_OTHERS = _pattern(r"\bantal(?:et)? (?!deltag|person|kvin|män|unga)\w+")
"""Before a number of what is no participant."""

AT_SOMETHING = _pattern(r"\b(?:deltog|deltagit|deltar) (?:i|på|vid) (?P<what>\w+)")
"""After persons that were at something: ``deltog i forumet``."""

OUT_OF = _pattern(r"^av [^,\d]*\b(?:är|var|har|avser|avsåg|gick|går|utgör|utgjorde) ")
"""Before an amount that is a part: ``av kostnaderna är 2,7 mnkr``."""

WAS_GRANTED = _pattern(r"\bbevilja(?:ts|t|d|des)\b")
"""Before what was granted in all, of which the figures tell what remains."""

ANSWERS = _pattern(r"\b(?:svar|besvar)\w*\b")
"""Before a number of those who answered a survey."""

OF_MORE = _pattern(r"^ av (?!(?:de )?planera)")
"""After a count of some: ``nio av ledamöterna``."""

VERBS = _pattern(
    r"\b(?:är|var|blev|blir|har|hade|utgör\w*|motsvara\w*|uppgick|uppgår|visa\w*|kosta\w*|öka\w*|minska\w*|steg|stig\w*|",
    r"sjönk|sjunk\w*|ligger|låg|kom|står|stod|svara\w*|består|bestod|överst\w*|underst\w*|landa\w*|använ\w*|betala\w*|",
    r"gav|ger|gick|går|redovisa\w*|avser|ingår|finns|fanns)\b",
)
"""What a sentence has, and a row of a list has not."""

TOGETHER = _pattern(r"\b(?:tillsammans|sammanlagt|sammantaget|gemensamt)\b")

BUDGETED = _pattern(r"\b(?:budget\w*|årsbudget\w*|insatsmål\w*|deltagarmål\w*|planera(?:t|d|de))\b")

EXPECTED = _pattern(
    r"\b(?:än|mot|jämfört med)(?: (?:vad|det|den|som|vi|var|hade|har|är|styrelsen|förbundet))*",
    r" (?:väntat|väntade|förväntat|förväntade|beräknat|räknat med|tänkt|antagit|antaget|prognos\w*)\b",
)
"""A comparison with what was expected: most likely the budget, but nobody says so."""

COMPARED = _pattern(
    r"\b(?:än|mot|gentemot|jämfört med|jämförelse med|förhållande till|inom|från|av|under|över)(?: (?:den|det|de|vad|",
    r"styrelsens|årets|beslutad|reviderad))*(?: som)?(?: (?:var|är))? $",
)
"""Before a budget that the number is only compared with."""

BUDGET_AFTER = _pattern(
    r"^,? ?(?:(?:i|enligt)(?: (?:den|årets|styrelsens|beslutad|reviderad))* |(?:(?:är|var|har|hade|som) ?)?)budget\w*"
)
"""After a number that is the budget's own: ``kr enligt budget``."""

_SPAN = (
    r"(?:halvår|tertial|delår|period)\w*|hösten|våren|sommaren|vintern|(?<!ett )år sedan|"
    r"(?:två|tre|fyra|fem|sex|tio|\d+) (?:senaste )?åren|(?:på|under|över|i) (?:två|tre|fyra|fem|sex|tio|\d+) år|"
    r"(?:19|20)\d\d(?:, (?:19|20)\d\d)* och (?:19|20)\d\d"
)
"""Other times than a year: a part of it, several of them, or one long ago."""
_IF = r"(?<!resultat )(?<!skott )(?<!skottet )(?<!resultatet )(?<!kapital )om(?! (?:\w+ )?$)"
"""Not ``ett underskott om 405 tkr``, nor right before any number: ``en soliditet om 69 procent``."""
SOLD = _pattern(r"(?:försälj|\bsål[dt]|avyttr|utranger|realisations|reavinst|reaförlust)")
"""Words of a sale, which has a gain or a loss of its own."""
_CAN = r"kan(?! (?:\w+ ){0,4}(?:konstatera|redovisa|rapportera|presentera|notera|visa upp)\b)"

SPAN = _pattern(rf"\b(?:{_SPAN})\b")

_PLANS = (
    r"ska|skall|skulle|väntas|förväntas|beräknas|planeras|kommer att|målet|målsättning\w*|bör|\w*prognos\w*|"
    rf"räkna(?:r|de|t)? (?:\w+ )?med|bedömer|{_IF}"
)
PLANNED = _pattern(rf"\b(?:{_PLANS})\b")
"""Words of what has not come to pass."""

NOT_FIRM = _pattern(
    rf"\b(?:{_PLANS}|tak|taket|{_SPAN}|riktmärke\w*|rekommend\w*|ambition\w*|förbund(?:en)?|inte|ej|",
    r"aldrig|utan|beror|berodde|förklara\w*|orsaka\w*|varken|varav|per(?! deltagare)|vardera|",
    r"genomsnitt\w*|snitt(?:et)?|",
    r"beviljade (?!med(?:el|len)|för)|beviljat att|ansök\w*|sökt|sökte|äskar|föreslå\w*|",
    rf"{_CAN}|kunde|bland annat|riket|rikets|landets|nationell\w*|landet|sverige|resterande|resten|delar|del|",
    r"ytterligare|tidigare|projekttiden|treår\w*|månad\w*|kvartal\w*|minst|högst|motsvarande|kvar|återstående|nivå\w*|",
    r"schablon\w*|prop|hela(?! $| verksamheten| året)|inklusive|inkl|exklusive|exkl|samtliga parter|",
    r"engång\w*|vecka\w*|årlig\w*|årligen|samtidigt som|\d+ förbund|alla förbund)\b",
)
"""What keeps a claim from being told as wrong: plans and goals, denials, parts, averages, others' figures."""

NOT_FIRM_AFTER = _pattern(
    r"^ av (?:vad|det som)\b|",
    r"\b(?:per(?! (?:deltagare|(?:den )?(?:\d|årsskift)))|vardera|i snitt|genomsnitt\w*|styck|månad\w*|",
    r"kvartal\w*|vecka\w*|",
    rf"årligen|av (?:dessa|dem)|från och med|nya|(?<!och )andra|övriga|förbund(?:en)?|\w*prognos\w*|{_SPAN}|inklusive|",
    r"inkl|exklusive|exkl|inte(?! ha)|ska|skulle|riket|landet|nationell\w*|sverige|kvar(?! av (?:de[nt]? )?bevilja)|",
    r"förväntas|väntas)\b",
)
"""What keeps a claim from being told as wrong where it stands after the number."""

INSERTED = _pattern(r", (?:som|vilket|vilka|det vill säga|dvs\.?|efter|liksom|främst) [^,;:]*,")
"""Words set within a sentence, between commas, that what is named and its number go around."""

TURN = _pattern(
    r"^[\s,(]*(?:(?:och|till|mot|från|eller|respektive|resp|jämfört med|jämförelse med|att jämföra med|dvs|alltså|i|",
    r"det vill säga|nästan|drygt|knappt|cirka|ca|ungefär|närmare|budgeterade?|budgeterat|budget(?:en på)?|sedan|som|",
    r"lägre än|högre än|då (?:den|det|de)|",
    r"därefter|är|var|år|blev|uppgick|uppgår|stannade|slutade|landade|hamnade|på|använde|motsvarar|utgör|vilket|därmed|nu|",
    r"mer än|mindre än|en|ökning|minskning|avvikelse|med|om|(?:19|20)\d\d)(?: |,|\(|$)[\s,(]*)*$",
)
"""All that stands between two numbers that are surely of one thing: ``från 86 till 59``, ``29 procent, mot 43``."""

UP_TO = _pattern(r" till (?:(?:hela|cirka|ca|drygt|knappt|ungefär|nästan) )?")
"""All that stands between what something was and what it has come to: ``från 92 till 103``."""
OWN_CLAUSE = _pattern(r"^,? ?(?:(?:och|sedan|då|därefter) )?$")
"""All that stands between two numbers of which the second may begin a clause of its own."""
OWN_VERB = _pattern(rf"^ (?:{VERBS.pattern}|\w+(?:ts|des)\b)")
"""After a number that is the subject of its own clause: ``och 25 tkr har förts till``, ``sedan 25 tkr betalats``."""

OF_A_MONTH = _pattern(
    r"(?<!\d )(?<!\d\d )\b(?:i|under|per|från|till) (?:(?:slutet|början|mitten) av )?(?:",
    rf"{'|'.join(dates.MONTHS[:-1])})\b",
)
OVER_OTHER = _pattern(
    r"^ ?(?:över|under|ovanför|från|kvar till) (?!(?:den |årets |styrelsens )?budget|året|i fjol|20\d\d|19\d\d)"
)
"""After a number that is counted from something else than a budget or a year: ``2,4 mnkr över rådets nivå``."""

MONTHS = frozenset(dates.MONTHS)

UP = _pattern(
    r"\b(?:ök(?:ar?|ade|at|ning\w*)|steg|stig(?:it|er)|väx(?:te|er|t)|vuxit|höjdes|höjts?|stärk(?:ts?|tes)|",
    r"högre|större|mer(?! än halver)|dyrare|gått upp|gick upp|över(?:skr[ei]d\w*|steg|stigit)|fler|",
    r"över (?:den )?budget\w*)\b",
)
DOWN = _pattern(
    r"\b(?:minsk(?:ar?|ade|at|ning\w*)|sjönk|sjunk(?:it|er)|föll|fallit|sänk(?:tes?|ts)|försvaga\w*|",
    r"krymp\w*|lägre|mindre|billigare|gått ner|gått ned|gick ner|under(?:skr[ei]d\w*|steg|stigit)|färre|",
    r"under (?:den )?budget\w*)\b",
)
"""Words that say which way something went."""
BETTER, WORSE = _pattern(r"\b(?:bättre|förbättr\w*)\b"), _pattern(r"\b(?:sämre|försämr\w*)\b")
"""The same of what is better the more there is of it."""

WAYS: tuple[tuple[re.Pattern[str], int], ...] = ((UP, 1), (DOWN, -1))
QUALITIES: tuple[tuple[re.Pattern[str], int], ...] = ((BETTER, 1), (WORSE, -1))

MOVED_TO = _pattern(r"[^,;]*,? ?\b(?:till|från) (?:\w+ ){0,2}$")
"""What follows on a direction before the number that it led to: ``ökade under året till``."""

SIGNS = (
    _pattern(r"\b(?:negativ\w*|underskott\w*|minus|förlust\w*)\b"),
    _pattern(r"\b(?:positiv\w*|överskott\w*|vinst\w*|plus)\b"),
)
"""Words that say that a result is less than nothing, and more."""

LINKS = _set(
    """
    uppgår uppgick uppgått uppgå blev blir blivit är var varit vara utgör utgjorde utgjort motsvarar motsvarade
    landade landar landat hamnade hamnar stannade stannar slutade slutar slutat kostade kostar kostat visar visade
    redovisar redovisade redovisas redovisades redovisat omfattar omfattade ligger låg legat steg stiger stigit sjönk
    sjunker sjunkit ökade ökar ökat minskade minskar minskat växte växt förbrukade förbrukat förbrukades använde
    använts användes fick erhöll bidrog bidrar bidragit betalade betalar betalat består bestod svarade svarar stod
    står utföll innebar innebär gav ger lämnade lämnar genererade gick går summeras summerar har hade finns fanns
    uppnådde nådde nått avser avsåg rapporterar rapporterade budgeterades budgeterat budgeterade budgeterad
    budgeterats avvek avviker beräknat beräknats bokfördes bokförts kom kommer utgjordes sig till på om med av som att
    och i ett en den det de för under år året årets totalt sammanlagt tillsammans därmed alltså nu då endast bara
    drygt knappt cirka ca ungefär omkring runt närmare nästan över strax minus negativt positivt negativ positiv
    resultat lite något utfallet utfall summan beloppet belopp slutligen vid slut slutet utgången årsskiftet
    balansdagen bokslutet verksamhetsåret räkenskapsåret fjol föregående förra före mot än jämfört jämförelse från
    sedan budget budgeten samtidigt också även fortfarande översteg överskred överskreds överskridits understeg
    underskred underskreds underskridits noll hela sus st höll sin sitt sina vilket dvs vill säga eller respektive
    resp motsvarande gått ner upp ned drog tog verksamheten ungefärligen hittills faktiskt kraftigt markant betydligt
    marginellt svagt mindre högre lägre större mer ökning minskning avvikelse avvikelsen skillnad skillnaden differens
    andel andelen inklusive exklusive liksom dock nettot samlade samlat ekonomiska så gott rund runda förbundet
    förbundets vi , ( – : haft fått tagit emot mött lockade lockat anspråk
    """
)
"""Words that may stand between what is named and its number without naming anything else."""

BEFORE_OK = _set(
    """
    och eller samt men medan av för till med från i på om vid under den det de förbundets årets verksamhetens våra
    vårt vår sina totala totalt samlade sammanlagda sammanlagt samtliga alla ett en som att är var blev blir uppgick
    uppgår har hade sin sitt visar visade redovisar redovisade budgeterade budgeterad budgeterat planerat beräknat
    positivt negativt positiva negativa litet lite mindre stort större ökade minskade högre lägre därmed då när även
    också endast ekonomiska ekonomiskt slutliga bokförda egna eget kommunala vilket så , ( – : ; finansierade
    organisationens samordningsförbundets föreningens beslutade reviderade ursprungliga beslutad årlig erhållna
    tilldelade medlemmarnas parternas ackumulerat ackumulerade gav ger fick erhöll överskott underskott ingående
    utgående antalet antal
    """
)
"""Words that may stand right before what is named without making it somebody else's, or a kind of it."""

ONE_OF_THEM = _set("kommun kommunen kommunens medlem medlemmen medlemmens")
"""One of what a figure is the sum of."""

INVERTED = _set("stod står svarade svarar fick tog hade har var är utgjorde utgör kostade använde gick gav kom")
"""Verbs before what is named that make it the subject of another clause than the number before it."""

QUALIFIES = _set("för till av hos inom i från per vid på mot bland")
"""Prepositions that make what is named a part of it: ``kostnader för lokaler``."""
