"""What may be wrong with goals, in words."""

from generator.findings.rule import FEL, NOTERA, PLAUSIBILITY, VARNING, Rule

WITHOUT_ASSESSMENT = Rule(
    "goal_without_assessment",
    NOTERA,
    "Mål utan bedömning",
    "{goals} har ingen bedömning: {cells}.",
    "Välj ett steg i skalan. Har målet inte mätts finns steget ej mätt.",
    source="11 kap. 8 § LKBR",
)
TWICE = Rule(
    "goal_twice",
    VARNING,
    "Samma mål två gånger",
    "Målet ”{found}” står på flera rader i samma område ({cells}).",
    "Ta bort den rad som inte gäller.",
    about="{found}",
)
VERDICT_ALONE = Rule(
    "goal_verdict_alone",
    VARNING,
    "Samlad bedömning av ett område utan mål",
    "Inget mål hör till området ”{found}”.{hint}",
    "Skriv området som det står i kolumnen Område för målen.",
)
VERDICT_TWICE = Rule(
    "goal_verdict_twice",
    VARNING,
    "Området bedöms två gånger",
    "Området ”{found}” har en samlad bedömning även i cell {cell}.",
    "Ta bort den ena.",
)
AREA_NUMBERED = Rule(
    "goal_area_numbered",
    VARNING,
    "Området har ett eget nummer",
    "Området ”{found}” börjar med ett nummer. Programmet numrerar områdena, så numret skrivs ut två gånger.",
    "Ta bort numret i kolumnen Område.",
    about="{found}",
)
TABLE_UNKNOWN = Rule(
    "goal_table_unknown",
    FEL,
    "En tabell vid ett mål finns inte",
    "Det finns ingen tabell som heter ”{found}”.{hint}",
    "Skriv namnet på en enkätfråga, en deltagartabell, en egen tabell eller en av rapportens delar.",
)
TABLE_LAYOUT_UNKNOWN = Rule(
    "goal_table_layout",
    FEL,
    "En tabell vid ett mål har inte den utformningen",
    "Tabellen ”{table}” har ingen utformning som heter ”{found}”.{hint}",
    "Att välja på: {choices}. Utan parentes visas den vanliga.",
)
NO_GOAL = Rule(
    "goal_row_without_goal",
    FEL,
    "En rad utan mål",
    "Raden har inget mål, och {why}.",
    "Skriv målet i kolumnen Mål. En rad som fortsätter målet ovanför har samma område, och en indikator, ett målvärde "
    "eller ett utfall.",
)
NOTHING_ABOVE, NOTHING_MORE = "inget mål i området står ovanför", "inget annat att visa"
HEAD_AREA_UNKNOWN = Rule(
    "goal_head_area",
    FEL,
    "En kolumnrubrik för ett område som inte finns",
    "Inget mål hör till området ”{found}”.{hint}",
    "Skriv området som det står i kolumnen Område för målen, eller lämna cellen tom om rubriken gäller alla.",
)
HEAD_TWICE = Rule(
    "goal_head_twice",
    VARNING,
    "Två rubriker för samma kolumn",
    "Kolumnen {column} har en rubrik även i cell {cell}.",
    "Ta bort den ena.",
)
HEAD_UNUSED = Rule(
    "goal_head_unused",
    VARNING,
    "En rubrik för en kolumn som inte visas",
    "Rubriken ”{head}” är för kolumnen {column}, men inget mål har något där.",
    "Fyll i kolumnen, välj en annan kolumn, eller ta bort raden.",
)
COLUMN_EMPTY = Rule(
    "goal_column_empty",
    VARNING,
    "En vald kolumn i måltabellen är tom",
    "Utformningen räknar upp {columns}, men inget mål har något där, så den visas inte.",
    "Fyll i den i fliken Mål, eller ta bort den ur Utformning.",
    about="{columns}",
)
HEAD_OLD = Rule(
    "goal_head_old",
    VARNING,
    "Fjolårets år i en kolumnrubrik",
    "Rubriken ”{head}” säger {found}, men rapporten är för {year}.",
    "Skriv {{{{ år }}}} och {{{{ fg år }}}} i stället för åren, så följer de med nästa år. Är rubriken rätt, godta "
    "varningen.",
    about="{head}",
)
OF_ONE_KIND = Rule(
    "goals_of_one_kind",
    NOTERA,
    "Mål av bara ett slag",
    "Alla mål har typen {kind}. Rapporten säger inget om {other}.",
    "Finansiella mål och mål för verksamheten utvärderas var för sig. Välj rätt typ i kolumnen Typ, eller skriv i "
    "rapporten hur det har gått med {other}.",
    source="11 kap. 8 § LKBR, 11 kap. 6 § KL enligt 21 § finsamlagen",
)
NOT_REACHED = Rule(
    "goal_not_reached",
    VARNING,
    "Målvärdet är inte nått",
    "Målet ”{goal}” har bedömningen {assessment}, men utfallet {outcome} når inte målvärdet {target}.",
    "Rätta bedömningen, målvärdet eller utfallet. Är det rätt, godta varningen med skälet.",
    source="11 kap. 8 § LKBR",
    about="{goal}",
    kind=PLAUSIBILITY,
)
REACHED = Rule(
    "goal_reached",
    NOTERA,
    "Målvärdet är nått",
    "Målet ”{goal}” har bedömningen {assessment}, men utfallet {outcome} når målvärdet {target}.",
    "Kontrollera bedömningen. Stämmer den behöver inget göras.",
    source="11 kap. 8 § LKBR",
    kind=PLAUSIBILITY,
)
BUDGET_LIMIT = Rule(
    "goal_budget_limit",
    VARNING,
    "Egen gräns för avvikelse från budgeten",
    "Målet ”{goal}” har bedömningen {assessment}. Kostnaderna är {deviation} {way} budgeten, gränsen är {limit}.",
    "Rätta bedömningen. Gäller gränsen något annat än verksamhetens kostnader, godta varningen med skälet.",
    source="11 kap. 8 § LKBR",
    about="{goal}",
    kind=PLAUSIBILITY,
)
OUTCOME_DIFFERS = Rule(
    "goal_outcome_differs",
    VARNING,
    "Målets utfall är ett annat än rapportens siffra",
    "Målet ”{goal}” har utfallet {found}, men {label} är {amount}.",
    "Rätta utfallet. Gäller det något annat, skriv vad i kolumnen Indikator, eller godta varningen med skälet.",
    source="11 kap. 8 § LKBR",
    about="{goal}",
    kind=PLAUSIBILITY,
    symptom=True,
)
