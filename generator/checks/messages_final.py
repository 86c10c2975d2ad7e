"""What a final report may lack, and what an association may not do, in words."""

from generator.findings.rule import REMAINS, VARNING, Rule

ORGANISATION_NUMBER_MISSING = Rule(
    "organisation_number_missing",
    VARNING,
    "Organisationsnumret saknas",
    "Rapporten är slutlig, men förbundets organisationsnummer saknas.",
    "Skriv det i fliken Uppgifter om förbundet, till exempel 222000-0000.",
    about="organisationsnumret",
)
BUDGET_NOT_TYPED = Rule(
    "budget_not_typed",
    VARNING,
    "Budgeten saknas",
    "Rapporten är slutlig, men fliken Intäkter och kostnader har ingen budget för {year}.",
    "Fyll i kolumnen Budget beslutad. Driftredovisningen ska jämföra utfallet med styrelsens budget.",
    source="10 kap. 1 § LKBR",
    about="budgeten {year}",
)
BUDGET_NOT_TYPED_YET = Rule(
    "budget_remains",
    REMAINS,
    "Ingen budget ännu",
    "Fliken Intäkter och kostnader har ingen budget för {year}.",
    "Fyll i kolumnen Budget beslutad.",
    source="10 kap. 1 § LKBR",
)
SIGNATURES_NOT_PLACED = Rule(
    "signatures_not_placed",
    VARNING,
    "Underskrifterna är inte med",
    "Rapporten är slutlig, men har ingen sida där styrelsen undertecknar.",
    "Lägg till innehållet Underskrifter i fliken Innehåll. En kopia för webben, utan dem, gör render --webbkopia.",
    about="underskrifterna",
)
SIGNATURES_NOT_PLACED_YET = Rule(
    "signatures_remain",
    REMAINS,
    "Ingen plats för underskrifter ännu",
    "Rapporten har ingen sida där styrelsen undertecknar.",
    "Lägg till innehållet Underskrifter i fliken Innehåll. Behövs först när rapporten görs slutlig.",
)
BORROWED = Rule(
    "borrowed",
    VARNING,
    "Lån",
    "{name} är {amount}. Ett samordningsförbund får inte ta lån utöver sedvanliga krediter.",
    "Är det inget lån: skriv beloppet på en annan post eller rad, eller godta varningen med skälet.",
    source="11 kap. 22 § KL enligt 21 § finsamlagen",
    about="{name}",
)
PLEDGED = Rule(
    "pledged",
    VARNING,
    "Pant eller borgen",
    "{name} är {amount}. Ett samordningsförbund får varken ställa pant eller gå i borgen.",
    "Är det något annat: skriv beloppet på en annan post, eller godta varningen med skälet.",
    source="11 kap. 22 § KL enligt 21 § finsamlagen",
    about="{name}",
)
