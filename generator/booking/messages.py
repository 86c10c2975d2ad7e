"""What may be wrong with what accounts become, in words."""

from generator.findings.rule import CONTROL, FEL, NOTERA, PLAUSIBILITY, READING, VARNING, Rule

ACCOUNT_UNMAPPED = Rule(
    "account_unmapped",
    FEL,
    "Konto utan plats i rapporten",
    "Konto {account} har {amount}{of} och finns inte i fliken Kontoplan.",
    "Lägg till en rad för kontot i fliken Kontoplan. "
    "Välj en post {fitting}{member}, eller räknas inte och skriv skälet.{proposal}",
    about="{account}",
    loses_amounts=True,
)
ACCOUNTS_UNMAPPED = Rule(
    "accounts_unmapped",
    FEL,
    "Fler konton utan plats i rapporten",
    "Ytterligare {count} konton har belopp (sammanlagt {amount}) och finns inte i fliken Kontoplan: {accounts}.",
    "Lägg till dem i fliken Kontoplan. Kommandot ledger visar vart och ett med ett förslag.",
    loses_amounts=True,
)
ACCOUNT_WITHOUT_POST = Rule(
    "account_without_post",
    FEL,
    "Rad i Kontoplan utan post",
    "Konto {account} har {amount}{of}, men raden i fliken Kontoplan säger inte vad kontot blir.",
    "Välj en post {fitting}{member}, eller räknas inte och skriv skälet.{proposal}",
    about="{account}",
    loses_amounts=True,
)
ACCOUNTS_WITHOUT_POST = Rule(
    "accounts_without_post",
    FEL,
    "Fler rader i Kontoplan utan post",
    "Ytterligare {count} rader, för konton med belopp (sammanlagt {amount}), säger inte vad kontona blir: {accounts}.",
    "Välj en post, en medlem eller räknas inte. Kommandot ledger visar vart och ett med ett förslag.",
    loses_amounts=True,
)
ACCOUNT_TWICE = Rule(
    "account_twice",
    FEL,
    "Två rader för samma konto",
    "Konto {account} passar lika bra på {count} rader i fliken Kontoplan ({cells}).",
    "Gör den ena noggrannare (ett enda konto, eller ett objekt), ta bort den, eller dela beloppet i kolumnen Andel på "
    "alla raderna.",
    about="{account}",
    loses_amounts=True,
)
SHARES_NOT_WHOLE = Rule(
    "shares_not_whole",
    FEL,
    "Andelar som inte blir hela beloppet",
    "Andelarna av konto {account} blir {shares} och inte hela beloppet.",
    "Rätta procentsatserna, eller skriv resten på en av raderna.",
    about="{account}",
    loses_amounts=True,
)
SHARES_TOO_LARGE = Rule(
    "shares_too_large",
    VARNING,
    "Andelar som är större än kontot",
    "Konto {account} är {amount} {year}, men andelarna i fliken Kontoplan är större: för resten blir det {rest}.",
    "Rätta beloppet i kolumnen Andel; för fjolåret finns kolumnen Andel i fjol.",
    about="{account}, {year}",
)
OBJECTS_OF_SEVERAL_DIMENSIONS = Rule(
    "objects_of_several_dimensions",
    FEL,
    "Konto delat på två sätt",
    "Konto {account} delas i fliken Kontoplan efter {dimensions}, men huvudboken säger inte hur de hör ihop.",
    "Dela kontot efter en av dem, eller läs in en SIE-fil av typ 4, som har verifikationerna.",
    about="{account}",
    loses_amounts=True,
)
ACCOUNT_OF_OTHER_KIND = Rule(
    "account_of_other_kind",
    FEL,
    "Konto på en post av fel slag",
    "Konto {account} är {kind} med {amount}, men raden i Kontoplan säger {post}. Beloppet kommer då inte med.",
    "Välj en post {fitting}.",
    about="{account}",
    loses_amounts=True,
)
ACCOUNT_AGAINST_POST = Rule(
    "account_against_post",
    VARNING,
    "Kostnad bland intäkter eller intäkt bland kostnader",
    "Konto {account} är {kind} på {amount} {year}, men raden i Kontoplan säger {post}. Beloppet drar då ner posten.",
    "Välj en post på rätt sida: intäkter och kostnader får inte räknas av mot varandra.",
    source="4 kap. 4 § LKBR",
    about="{account}",
)
BUDGET_AGAINST_OUTCOME = Rule(
    "budget_against_outcome",
    VARNING,
    "Kontots budget har omvänt tecken",
    "Budgeten {year} för konto {accounts} har omvänt tecken mot utfallet ({budget} mot {outcome}; kredit är minus).",
    "Rätta tecknet i bokföringen eller listan. Är det rätt: godta varningen med skälet.",
    about="{accounts}",
)
MEMBER_AND_POST = Rule(
    "member_and_post",
    VARNING,
    "Både medlem och post i Kontoplan",
    "Raden för konto {account} säger både medlemmen {member} och posten {post}. Medlemmen får beloppet.",
    "Töm den ena av cellerna.",
    about="{account}",
)
UNDIVIDED = Rule(
    "ledger_undivided",
    VARNING,
    "Belopp som inte är uppdelat på objekt",
    "Konto {account} är uppdelat på objekt {year}, men inte {what}: hela beloppet, {amount}, står utan objekt.",
    "{remedy} i fliken {tab}: en rad per objekt, med kontots post, not och notrad. Blir de tillsammans det som "
    "huvudboken har på notraden hämtas postens andra konton fortfarande därifrån.",
    about="{account}, {what}",
)
ACCOUNT_OF_OTHER_GROUP = Rule(
    "account_of_other_group",
    VARNING,
    "Konto på en post som kontots nummer talar emot",
    "{amount} på konto {account} står på {post}, men kontots nummer hör till {usual}.",
    "Välj den post som kontot hör till, eller godta varningen med skälet.",
    about="{account}",
    kind=PLAUSIBILITY,
)
BUDGET_ON_BALANCE = Rule(
    "ledger_budget_on_balance",
    NOTERA,
    "Budget på ett balanskonto",
    "{amount} är budget för konto {account} och kommer inte med: {post} har ingen budget.",
    "Är det en investering skrivs budgeten i fliken Investeringar. Annars behöver inget göras.",
)
OBJECT_NOT_THERE = Rule(
    "object_not_there",
    NOTERA,
    "Objekt som huvudboken inte har",
    "Objektet ”{found}” finns inte i huvudboken, så raden ger inget belopp.{hint}",
    "Är det avslutat behöver inget göras. Annars: rätta objektet.",
)
NO_OBJECTS = Rule(
    "ledger_without_objects",
    VARNING,
    "Huvudboken har inga objekt",
    "Huvudboken har inga objekt, men i fliken Kontoplan delas konton efter objekt ({cells}). De raderna ger inget "
    "belopp: allt hamnar på kontots rad utan objekt.",
    "Exportera SIE-filen som typ 4E, eller ta ut listan med en kolumn för projekt, ansvar eller vad objekten är.",
)
FED_TWICE = Rule(
    "fed_twice",
    FEL,
    "Samma post både inskriven och ur huvudboken",
    "{post}: {typed} är inskrivet och {booked} kommer ur huvudboken.",
    "Töm cellerna, eller välj stäms av i fliken Kontoplan för kontona. Det inskrivna gäller tills vidare.",
    about="{post}",
)
LEDGER_DIFFERS = Rule(
    "ledger_differs",
    VARNING,
    "Underlaget skiljer sig från huvudboken",
    "{post}, {year}: {typed} är inskrivet, men enligt huvudboken är det {booked}. Skillnad {difference}.",
    "Rätta det som är fel. Det inskrivna gäller för hela posten. Är det bara en del av den: skriv not och notrad som i "
    "fliken Kontoplan, och allt som notraden har; då hämtas resten ur huvudboken.",
    about="{post}, {year}",
    kind=CONTROL,
)
MEMBER_UNKNOWN = Rule(
    "account_member_unknown",
    FEL,
    "Okänd medlem i Kontoplan",
    "Medlemmen ”{found}” finns inte i fliken Medlemmar.{hint}",
    "Skriv namnet som i fliken Medlemmar, eller lägg till medlemmen där.",
    kind=READING,
    loses_amounts=True,
)
CHANGE_UNKNOWN = Rule(
    "account_change_unknown",
    FEL,
    "Okänd rad i Årets förändringar",
    "Raden ”{found}” finns inte för {post} i fliken Årets förändringar.{hint}",
    "Skriv radens text som den står där (eller delens namn, ett kolon och texten), eller lägg till raden.",
    kind=READING,
    loses_amounts=True,
)
