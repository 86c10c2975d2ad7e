"""What may be wrong with the balance requirement, in words."""

from generator.findings.rule import FEL, NOTERA, VARNING, Rule

DEFICIT_WITHOUT_WORDS = Rule(
    "deficit_without_words",
    VARNING,
    "Negativt balanskravsresultat utan styrelsens ord",
    "Balanskravsresultatet är {result}, och i rapporten står inte hur styrelsen ser på det.",
    "Skriv i kolumnen Text på raden Balanskravsutredning i fliken Innehåll: planerad användning av eget "
    "kapital, hur underskottet regleras, eller skälen för att inte göra det.",
    source="11 kap. 11 § LKBR",
)
BUDGET_DEFICIT_WITHOUT_WORDS = Rule(
    "budget_deficit_without_words",
    NOTERA,
    "Budgeterat underskott utan styrelsens ord",
    "Budgetens resultat är {budget}, och i rapporten står inte varför.",
    "Skriv vid balanskravet eller resultatet varför budgeten hade underskott, till exempel att eget kapital "
    "skulle användas.",
    source="11 kap. 5 § KL enligt 21 § finsamlagen",
)
EARLIER_WITHOUT_WORDS = Rule(
    "earlier_deficit_without_words",
    VARNING,
    "Tidigare underskott utan styrelsens ord",
    "Av tidigare års negativa balanskravsresultat återstår {left}, och i rapporten står inte hur styrelsen ser på det.",
    "Skriv i kolumnen Text på raden Balanskravsutredning i fliken Innehåll hur tidigare underskott har reglerats, "
    "och hur det som återstår regleras eller skälen för att inte göra det.",
    source="11 kap. 11 § LKBR",
)
EARLIER_YEAR = Rule(
    "earlier_deficit_year",
    FEL,
    "Tidigare underskott av fel år",
    "Året {found} är inte tidigare än rapportens år {year}.",
    "Skriv det år då balanskravsresultatet var negativt. Årets eget räknas fram och skrivs inte in.",
)
EARLIER_SETTLED_TOO_MUCH = Rule(
    "earlier_deficit_settled_too_much",
    VARNING,
    "Mer är reglerat än underskottet",
    "Underskottet {year} är reglerat med {over} mer än det var.",
    "Rätta Underskott, Reglerat tidigare år, Reglerat i år eller Regleras inte.",
    about="{year}",
)
SETTLED_ABOVE_RESULT = Rule(
    "earlier_deficit_settled_above_result",
    VARNING,
    "Mer är reglerat i år än resultatet räcker till",
    "I år är {settled} av tidigare underskott reglerat, men balanskravsresultatet är {result}.",
    "Rätta Reglerat i år. Har medlemmarna reglerat underskottet på annat sätt, godta varningen med skälet.",
    source="11 kap. 11 § LKBR",
)
SIGN_AGAINST_KIND = Rule(
    "balance_requirement_sign",
    VARNING,
    "Minus på en post som höjer resultatet",
    "{line} är {found}, men posten höjer resultatet. Beloppet räknas som {meant}.",
    "Skriv beloppet utan minus. Ska det sänka resultatet, välj en annan post.",
    source="11 kap. 10 § LKBR",
    about="{line}",
)
RESERVE_ASKED = Rule(
    "balance_requirement_reserve",
    NOTERA,
    "Reserv i balanskravsutredningen",
    "{line} är {amount}. 21 § finsamlagen räknar inte upp paragrafen om resultatreserv (11 kap. 14 § KL).",
    "Kontrollera med revisorn att förbundet kan ha en sådan reserv. Används medel ur den: skriv hur mycket och varför.",
    source="11 kap. 10 § LKBR",
)
GAIN_NOT_REDUCED = Rule(
    "balance_requirement_gain",
    VARNING,
    "Realisationsvinst som inte är borträknad",
    "{name} är {amount}, men balanskravsutredningen räknar inte bort någon realisationsvinst.",
    "Skriv vinsten på posten Reducering av samtliga realisationsvinster i fliken Balanskravsutredning. Är det ingen "
    "realisationsvinst, godta varningen med skälet.",
    source="11 kap. 10 § LKBR",
    about="{name}",
)
GAIN_DIFFERS = Rule(
    "balance_requirement_gain_differs",
    VARNING,
    "Reduceringen är inte realisationsvinsten",
    "Realisationsvinsterna {year} räknas bort med {found}, men enligt fliken Årets förändringar är de {gain}. Vinsten "
    "är priset minus det bokförda värdet.",
    "Lämna beloppet i fliken Balanskravsutredning tomt, så räknas det fram. Är det rätt: rätta pris eller belopp på "
    "försäljningens rader.",
    source="11 kap. 10 § LKBR",
    about="{year}",
)
PARTICULAR_REASONS = Rule(
    "balance_requirement_reasons",
    NOTERA,
    "Synnerliga skäl",
    "Styrelsen skriver om synnerliga skäl. 21 § finsamlagen räknar inte upp den paragrafen (11 kap. 13 § KL).",
    "Inget behöver göras om revisorn godtar skälet. Annars kan styrelsen skriva hur underskottet hänger ihop med "
    "det egna kapitalet.",
    source="21 § finsamlagen",
)
