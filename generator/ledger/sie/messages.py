"""What may be wrong in a SIE file, in words."""

from generator.findings.rule import CONTROL, FEL, NOTERA, READING, VARNING, Rule

_AGAIN = "Exportera filen igen ur ekonomisystemet"
_IN_THE_LEDGER = "Rätta i ekonomisystemet och exportera filen igen"

SIE_NOT_SIE = Rule(
    "sie_not_sie",
    FEL,
    "Ingen SIE-fil",
    "{name} är ingen SIE-fil: den har ingen rad som börjar med en av formatets etiketter, som #KONTO eller #UB.",
    "Exportera en SIE-fil ur ekonomisystemet, helst av typ 4, och lägg den i mappen i stället.",
    kind=READING,
    loses_amounts=True,
)
SIE_NO_YEAR = Rule(
    "sie_no_year",
    FEL,
    "Räkenskapsåret saknas i SIE-filen",
    "{name} säger inte vilket räkenskapsår den gäller: raden #RAR 0 med årets första och sista dag saknas.",
    f"{_AGAIN}, för ett helt räkenskapsår.",
    kind=READING,
    loses_amounts=True,
)
SIE_YEAR_RECKONED = Rule(
    "sie_year_reckoned",
    VARNING,
    "Räkenskapsåret står inte i SIE-filen",
    "Raden #RAR {number} saknas eller går inte att läsa. Beloppen har lästs som år {year}, efter filens övriga datum.",
    f"Är det rätt år behöver inget göras. Annars: {_AGAIN.lower()}, för ett helt räkenskapsår.",
    about="{number}",
    kind=READING,
)
SIE_TWO_YEARS = Rule(
    "sie_two_years",
    VARNING,
    "Två räkenskapsår slutar samma år",
    "Räkenskapsåret {number} i filen slutar också {year}. Bara det senare av dem har lästs.",
    "Fyll i jämförelsetalen för hand, eller exportera en egen fil för det tidigare året.",
    about="{number}",
    kind=READING,
)
SIE_YEARS_REVERSED = Rule(
    "sie_years_reversed",
    FEL,
    "Räkenskapsåren står i fel ordning",
    "Räkenskapsåret {number} slutar {end}, men året före ({before}, rad {line}) slutar senare: {later}. "
    "Beloppen hör därför troligen till fel år.",
    f"{_IN_THE_LEDGER}. Räkenskapsåret 0 ska vara det som rapporten gäller, −1 året före.",
    kind=READING,
    loses_amounts=True,
)
SIE_YEARS_APART = Rule(
    "sie_years_apart",
    VARNING,
    "Räkenskapsåren följer inte på varandra",
    "Räkenskapsåret {number} börjar {start}, men året före ({before}, rad {line}) slutar {end}.",
    f"Se efter i ekonomisystemet vilka år det är. Är det fel: {_AGAIN.lower()}.",
    about="{number}",
    kind=READING,
)
SIE_CUT = Rule(
    "sie_cut",
    FEL,
    "SIE-filen är avbruten",
    "{name} slutar mitt i {what}, så allt som skulle ha stått efter saknas.",
    f"{_AGAIN}, och kopiera den hel.",
    kind=READING,
    loses_amounts=True,
)
SIE_EMPTY = Rule(
    "sie_empty",
    VARNING,
    "SIE-filen har inga belopp",
    "{name} har inga balanser, resultat, budgetar eller verifikationer.",
    f"{_AGAIN}, för det år som rapporten gäller.",
    kind=READING,
)
SIE_RECKONED = Rule(
    "sie_reckoned",
    NOTERA,
    "Belopp saknas i SIE-filen",
    "Filen har inga {missing}: {instead}",
    f"Behövs de: {_AGAIN.lower()}, som typ 4E (export med balanser och verifikationer).",
    kind=READING,
)
SIE_NO_VERIFICATIONS = Rule(
    "sie_no_verifications",
    NOTERA,
    "SIE-filen saknar verifikationer",
    "{name} är av typ 4 men har inga verifikationer (#VER). Den kan vara avbruten efter balanserna.",
    f"Saknas inga konton behöver inget göras. Annars: {_AGAIN.lower()}, och kopiera den hel.",
    kind=READING,
)
SIE_BRACES = Rule(
    "sie_braces",
    VARNING,
    "Klammer som inte stängs",
    "Klammern som öppnas på raden stängs aldrig med }}: en ny verifikation börjar dessförinnan.",
    f"{_AGAIN}. Kommer felet igen: tala med ekonomisystemets leverantör.",
    kind=READING,
)
SIE_SHORT = Rule(
    "sie_short",
    FEL,
    "Uppgift saknas på raden",
    "{label}{account}: raden saknar konto eller belopp och räknas inte med.",
    f"{_AGAIN}.",
    kind=READING,
    loses_amounts=True,
)
SIE_AMOUNT = Rule(
    "sie_amount",
    FEL,
    "Belopp som inte går att läsa",
    "{label}{account}: beloppet ”{found}” går inte att läsa och räknas inte med.",
    f"{_AGAIN}. Formatet skriver belopp som -1234.50: punkt före ören, minus före talet, inga mellanslag.",
    kind=READING,
    loses_amounts=True,
)
SIE_YEAR_NUMBER = Rule(
    "sie_year_number",
    FEL,
    "Årsnummer som inte går att läsa",
    "{label}{account}: årsnumret ”{found}” går inte att läsa, så beloppet räknas inte med.",
    f"{_AGAIN}. Formatet skriver 0 för räkenskapsåret och -1 för året före.",
    kind=READING,
    loses_amounts=True,
)
SIE_TWICE = Rule(
    "sie_twice",
    FEL,
    "Två belopp för samma konto i SIE-filen",
    "{label}{account}: {value} på raden och {first} på rad {line}, för samma konto, tid och objekt. Det första gäller.",
    f"Se efter i ekonomisystemet vilket som är rätt. {_AGAIN}.",
    kind=READING,
)
SIE_REPEATED = Rule(
    "sie_repeated",
    NOTERA,
    "Samma rad två gånger i SIE-filen",
    "{label}{account}: {value} står också på rad {line}. Det räknas en gång.",
    "Inget behöver göras, om filen inte är ändrad för hand.",
    kind=READING,
)
SIE_LOOSE = Rule(
    "sie_loose",
    VARNING,
    "Transaktion utanför klamrar",
    "Transaktionen på konto {account}, {value}, står utanför klamrarna {{ }} och hör inte till någon verifikation. "
    "Den räknas med.",
    f"{_AGAIN}. Kommer felet igen: tala med ekonomisystemets leverantör.",
    about="{account}",
    kind=READING,
)
SIE_ACCOUNT_KEY = Rule(
    "sie_account_key",
    VARNING,
    "Kontonummer som inte är ett tal",
    "Kontot ”{account}” är inget nummer. Beloppet läses ändå.",
    "Se efter i ekonomisystemet vad kontot är. Stämmer det behöver inget göras.",
    about="{account}",
    kind=READING,
)
SIE_SUMS = Rule(
    "sie_sums",
    FEL,
    "Balanser och resultat går inte ihop",
    "Utgående balanser (#UB) {year} är tillsammans {closing} och resultaten (#RES) {result}. Summan ska vara noll men "
    "är {difference}.",
    "Stäm av mot ekonomisystemets balans- och resultatrapport: ett konto saknas, står två gånger eller har fel belopp. "
    f"{_AGAIN}.",
    kind=CONTROL,
    loses_amounts=True,
)
SIE_OPENING_SUM = Rule(
    "sie_opening_sum",
    VARNING,
    "Ingående balanser är inte noll tillsammans",
    "Ingående balanser (#IB) {year} är tillsammans {opening}, men summan ska vara noll.",
    "För över fjolårets resultat till eget kapital i ekonomisystemet, eller rätta den balans som är fel, och exportera "
    "filen igen.",
    about="{year}",
    kind=CONTROL,
)
SIE_OPENING = Rule(
    "sie_opening",
    VARNING,
    "Ingående balans är inte fjolårets utgående",
    "Konto {account}{name}: ingående balans {year} är {opening}, men utgående balans {before} är {closing}. "
    "Skillnad {difference}.",
    f"{_IN_THE_LEDGER}: för över balanserna från året före på nytt. Är de ändrade med avsikt: berätta det i en not.",
    about="konto {account}",
    kind=CONTROL,
)
SIE_MOVED = Rule(
    "sie_moved",
    VARNING,
    "Kontots rörelser ger ett annat saldo",
    "Konto {account}{name}: {begin} {change}, men {label} är {said}. Skillnad {difference}.",
    "Stäm av kontot i ekonomisystemet: en verifikation saknas i filen, eller saldot är av en annan dag. "
    f"{_AGAIN}, för hela räkenskapsåret.",
    about="konto {account}",
    kind=CONTROL,
)
SIE_NAMELESS = Rule(
    "sie_nameless",
    NOTERA,
    "Konto utan namn",
    "Konto {account} har belopp men inget namn: raden #KONTO {account} saknas eller är tom.",
    "Inget behöver göras, men ge kontot ett namn i ekonomisystemet så blir det lättare att känna igen.",
    kind=READING,
)
SIE_VERIFICATION = Rule(
    "sie_verification",
    VARNING,
    "Verifikation som inte balanserar",
    "Verifikation {called}: debet och kredit skiljer {difference}.",
    f"{_IN_THE_LEDGER}.",
    about="{called}",
    kind=CONTROL,
)
SIE_OBJECTS = Rule(
    "sie_objects",
    NOTERA,
    "Objekten är mer än kontot",
    "Konto {account}{name}: {measured} {year} är {parts} på objekten av {dimension}, men {whole} på hela kontot.",
    "Se efter i ekonomisystemet om något är bokfört utan objekt eller på två. Är det rätt behöver inget göras.",
    kind=CONTROL,
)
SIE_UNTIL = Rule(
    "sie_until",
    VARNING,
    "Balanserna är inte av årets sista dag",
    "Filen omfattar bokföringen till och med {until} (#OMFATTN), men räkenskapsåret slutar {end}.",
    f"Är året färdigbokfört: {_AGAIN.lower()}, till och med {{end}}.",
    about="#OMFATTN",
    kind=READING,
)
SIE_OUTSIDE = Rule(
    "sie_outside",
    VARNING,
    "Verifikation utanför räkenskapsåret",
    "Verifikation {called}: datumet ligger utanför räkenskapsåret {start}–{end}. {counted}",
    f"Se efter vilket år den hör till. {_IN_THE_LEDGER}.",
    about="{called}",
    kind=READING,
)
