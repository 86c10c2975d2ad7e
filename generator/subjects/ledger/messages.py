"""What may be wrong with a ledger beside the rest of the underlag, in words."""

from generator.findings.rule import CONTROL, FEL, NOTERA, REMAINS, VARNING, Rule

LEFT_OUT_WITHOUT_REASON = Rule(
    "left_out_without_reason",
    VARNING,
    "Konto räknas inte, utan skäl",
    "Konto {account} räknas inte, och det står inte varför.",
    "Skriv skälet i kolumnen Skäl.",
    about="{account}",
)
EQUITY_DIFFERS = Rule(
    "equity_differs",
    VARNING,
    "Eget kapital skiljer sig från huvudboken",
    "Eget kapital {when}: {typed} i rapporten, {booked} enligt huvudboken. Skillnad {difference}.",
    "Se efter att fjolårets resultat är omfört till eget kapital, och att alla konton har en rad i fliken Kontoplan.",
    about="{when}",
    kind=CONTROL,
)
LEDGER_OTHER_YEAR = Rule(
    "ledger_other_year",
    FEL,
    "Huvudbok för ett annat år",
    "{file} gäller {found}, men rapporten {year}.",
    "Exportera huvudboken för {year} och lägg den i mappen, eller rätta räkenskapsåret i Uppgifter om förbundet.",
)
LEDGER_OTHER_ASSOCIATION = Rule(
    "ledger_other_association",
    FEL,
    "Huvudbok för en annan organisation",
    "{file} har organisationsnumret {found}, men förbundets är {own}.",
    "Ta bort filen om den hör till någon annan, eller rätta numret i Uppgifter om förbundet. Är det fel i filen: rätta "
    "det i bokföringsprogrammet och exportera igen, eller ta bort raden med numret ur filen.",
)
LEDGER_OTHER_NAME = Rule(
    "ledger_other_name",
    VARNING,
    "Huvudbok med ett annat namn",
    "{file} är för ”{found}”, men förbundet heter ”{own}”, och det finns inget organisationsnummer att jämföra.",
    "Se efter att det är rätt fil, och skriv organisationsnumret i Uppgifter om förbundet.",
    about="{found}",
)
LEFT_OUT_IS_MISSING = Rule(
    "left_out_is_missing",
    FEL,
    "Konto som räknas inte saknas i balansen",
    "Konto {account} räknas inte men har {amount}, och just så mycket skiljer i balansräkningen {day}.",
    "Välj en post {fitting} för kontot i fliken Kontoplan, eller skriv beloppet där det hör hemma.",
    about="{account}",
    loses_amounts=True,
)
LEDGER_UNUSED = Rule(
    "ledger_unused",
    NOTERA,
    "Huvudbok som inte används",
    "{file} används inte, för fliken Kontoplan har inga rader.",
    "Fyll i fliken Kontoplan om beloppen ska hämtas ur huvudboken: ett konto och en post per rad.",
)
ACCOUNTS_WITHOUT_LEDGER = Rule(
    "accounts_without_ledger",
    VARNING,
    "Kontoplan utan huvudbok",
    "Fliken Kontoplan är ifylld, men det finns ingen huvudbok att hämta beloppen ur.",
    "Lägg SIE-filen bredvid arbetsboken, eller klistra in saldolistan i fliken Huvudbok.",
)
POST_DIFFERS = Rule(
    "ledger_post_differs",
    VARNING,
    "Post skiljer sig från huvudboken",
    "{post}, {year}: {typed} i rapporten, {booked} enligt huvudboken (konto {accounts}). Skillnad {difference}.",
    "Se efter vilken som är rätt: det inskrivna, eller kontona som stäms av i fliken Kontoplan.",
    about="{post}, {year}",
    kind=CONTROL,
)
ACCOUNT_OPENING_DIFFERS = Rule(
    "account_opening_differs",
    VARNING,
    "Ingående balans skiljer sig från fjolårets utgående",
    "Konto {account}: ingående balans {opening}, men fjolårets utgående balans är {closing}. Skillnad {difference}.",
    "Se efter i bokföringen om något har bokförts på fjolåret efter bokslutet.",
    about="{account}",
    kind=CONTROL,
)
MEMBERS_REMAIN = Rule(
    "ledger_members_remain",
    REMAINS,
    "Bidrag utan medlemmar",
    "Fliken Medlemmar är tom, men {accounts} ser ut att vara medlemmarnas bidrag.",
    "Lägg till medlemmarna i fliken Medlemmar, och skriv medlemmen vid kontot i fliken Kontoplan i stället för posten. "
    "Då visas bidragen per medlem.",
    about="{accounts}",
)
