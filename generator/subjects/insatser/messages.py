"""What may be wrong with the insatser, in words."""

from generator.findings.rule import FEL, NOTERA, VARNING, Rule

ENDS_BEFORE_START = Rule(
    "insats_ends_before_start",
    FEL,
    "Insatsen slutar innan den börjar",
    "{insats}: Till ligger före Från ({period}).",
    "Rätta det ena datumet.",
)
OUTSIDE_YEAR = Rule(
    "insats_outside_year",
    VARNING,
    "Insatsen pågick inte under året",
    "{insats} ({period}) har ingen dag under {year}.",
    "Rätta Från eller Till, eller ta bort raden om insatsen inte hör till årets rapport.",
    about="{insats}",
)
KEYS_ALIKE = Rule(
    "insats_keys_alike",
    FEL,
    "Två nycklar skiljer sig bara i skiljetecken",
    "”{found}” och ”{other}” går inte att hålla isär.",
    "Ge den ena en annan nyckel. Namnet i rapporten kan stå kvar i kolumnen Namn.",
)
BUDGET_TWICE = Rule(
    "insats_budget_twice",
    FEL,
    "Insatsens budget står på två ställen",
    "{insats}: budgeten är {whole} här och sammanlagt {sum} per kostnadsslag ({cells}).",
    "Ta bort den ena: behåll hela budgeten här, eller budgeten per kostnadsslag.",
)
WITHOUT_ACCOUNTS = Rule(
    "insats_without_accounts",
    NOTERA,
    "Insatsen har ingen egen redovisning",
    "{insats} har inget redovisat belopp i fliken Insatsernas ekonomi. Verksamheten jämförs inte med bokföringen.",
    "Fyll i när slutredovisningen har kommit. Ska insatsen inte redovisa något behöver inget göras.",
)
WITHOUT_ACTIVITY = Rule(
    "insats_without_activity",
    NOTERA,
    "Insatsen kan inte jämföras med bokföringen",
    "{insats} har en egen redovisning men ingen verksamhet.",
    "Välj i kolumnen Verksamhet den verksamhet som kostnaden är bokförd på. Bokförs den inte hos förbundet "
    "behöver inget göras.",
)
UNLIKE_BOOKS = Rule(
    "insats_differs",
    VARNING,
    "Insatsernas redovisning skiljer sig från bokföringen",
    "{activity}: bokfört {booked} ({booked_at}), redovisat av {insatser} {reported} ({reported_at}). "
    "Skillnad {difference}{explained}. {rest} återstår att förklara.",
    "Rätta ena sidan, eller skriv beloppet och skälet i fliken Insatsernas ekonomi under Skillnader mot bokfört, "
    "till exempel upplupen kostnad.",
    about="{activity}",
    symptom=True,
)
UNTESTED = Rule(
    "insats_untested",
    NOTERA,
    "Insatsernas redovisning är inte jämförd",
    "{activity} jämförs inte med insatsernas redovisning, eftersom beloppen i {hole} inte kan läsas.",
    "Rätta det som inte kan läsas.",
    symptom=True,
)
DIFFERENCE_WITHOUT_REASON = Rule(
    "difference_without_reason",
    VARNING,
    "Skillnad utan skäl",
    "Skillnaden {amount} för {activity} har inget skäl och räknas därför inte som förklarad.",
    "Skriv skälet i kolumnen Förklaras av.",
    about="{activity}",
)
REASON_WITHOUT_AMOUNT = Rule(
    "difference_without_amount",
    VARNING,
    "Skäl utan belopp",
    "Skälet för {activity} har inget belopp och förklarar därför ingen skillnad.",
    "Skriv hur stor del av skillnaden som skälet förklarar.",
    about="{activity}",
)
DIFFERENCE_OF_NOTHING = Rule(
    "difference_of_nothing",
    VARNING,
    "Skillnad som inget jämförs med",
    "Ingen insats med egen redovisning hör till {activity}, så skillnaden {amount} visas inte.",
    "Rätta verksamheten, eller ta bort raden.",
    about="{activity}",
    symptom=True,
)
HEADING_NEAR = Rule(
    "insats_heading_near",
    NOTERA,
    "Rubriken liknar en som programmet känner till",
    "”{found}” läses som en egen rubrik. Menade du ”{meant}”?",
    "Skriv {meant} om det är den du menar. Annars behöver inget göras.",
)
NAME_NEAR = Rule(
    "insats_name_near",
    NOTERA,
    "Insatsens namn är skrivet på ett annat sätt",
    "”{found}” liknar insatsen {meant}.",
    "Skriv namnet lika överallt, eller lägg till skrivsättet i kolumnen Andra namn i fliken Insatser.",
)
BUDGETS_EXCEED = Rule(
    "insats_budgets_exceed",
    VARNING,
    "Insatsernas budgetar är större än verksamhetens",
    "{activity}: insatsernas budgetar för året är tillsammans {insatser}, verksamhetens budget {whole}. "
    "Skillnad {rest}.",
    "Kontrollera att budgeten gäller ett år: budgeten för hela tiden skrivs i kolumnen Budget hela perioden.",
    about="{activity}",
)
BUDGETS_LEAVE = Rule(
    "insats_budgets_leave",
    NOTERA,
    "Ofördelade medel i budgeten",
    "{activity}: budgeten är {whole}, insatsernas budgetar tillsammans {insatser}. {name}: {rest}.",
    "Är det en reserv behöver inget göras.",
)
ACTIVITY_WITHOUT_INSATS = Rule(
    "activity_without_insats",
    NOTERA,
    "Verksamheten finns inte bland insatserna",
    "{activity} är en insats enligt fliken Verksamheter, men ingen insats i fliken Insatser hör till den.",
    "Lägg till insatsen, eller välj verksamheten i insatsens kolumn Verksamhet.",
)
PICTURE_WITHOUT_TEXT = Rule(
    "insats_picture_without_text",
    FEL,
    "Bild utan beskrivning",
    "{insats}: bilden {found} saknar beskrivning för den som inte ser den.",
    "Beskriv bilden i kolumnen Bildens beskrivning, eller skriv ett streck (–) om den bara är utsmyckning.",
    source="lag (2018:1937), WCAG 1.1.1",
)
