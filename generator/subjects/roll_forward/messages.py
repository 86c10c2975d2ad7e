"""What may be wrong with balances shown from opening to closing, in words."""

from generator.findings.rule import FEL, VARNING, Rule

DEPRECIATION_TWICE = Rule(
    "roll_depreciation_twice",
    FEL,
    "Avskrivningen står på två ställen",
    "{line} står både här och i {cell}. Kostnaden räknas då två gånger.",
    "Ta bort beloppen här: kostnaden hämtas ur fliken Årets förändringar. Budgeten får stå kvar.",
)
DEPRECIATION_WITHOUT_MINUS = Rule(
    "roll_depreciation_sign",
    FEL,
    "Avskrivning utan minus",
    "En avskrivning eller nedskrivning minskar tillgången och skrivs med minus i fliken Årets förändringar.",
    "Sätt minus före beloppet.",
)
BALANCE_TWICE = Rule(
    "roll_twice",
    FEL,
    "Balansposten står på två ställen",
    "{line} står både här och i {cell}. Beloppet räknas då två gånger.",
    "Ta bort det ena. En post som visas från ingående till utgående står bara i fliken Årets förändringar.",
)
OPENING_TWICE = Rule(
    "roll_opens_twice",
    FEL,
    "Två ingående belopp",
    "Delen har ett ingående belopp även i cell {cell}.",
    "Behåll det ena, eller skriv olika namn i kolumnen Del.",
)
OPENING_THIS_YEAR = Rule(
    "roll_opening_this_year",
    FEL,
    "Ingående belopp i år",
    "Årets ingående belopp räknas fram ur fjolårets.",
    "Ta bort beloppet. Bara det som fanns när fjolåret började skrivs, i kolumnen I fjol.",
)
CHANGE_WITHOUT_WORDS = Rule(
    "roll_without_words",
    FEL,
    "Förändring utan text",
    "Raden säger inte vad som har förändrats.",
    "Skriv det i kolumnen Rad, till exempel Årets utbetalningar.",
)
KIND_OF_OTHER_LINE = Rule(
    "roll_kind",
    FEL,
    "Radslaget hör till en annan post",
    "Radslaget {kind} finns inte för {line}.",
    "Välj ett annat radslag. {kind} är till för {lines}.",
)
WRONG_SIGN = Rule(
    "roll_sign",
    FEL,
    "Förändring med fel tecken",
    "{amount} med radslaget {kind}. Det {moves} och skrivs {with_sign} minus.",
    "Byt tecken på beloppet, eller välj ett annat radslag.",
)
PRICE_WITHOUT_SALE = Rule(
    "roll_price_without_sale",
    FEL,
    "Försäljningspris utan försäljning",
    "Ett försäljningspris på {amount} står på en rad med radslaget {kind}.",
    "Välj radslaget försäljning på raden där det sålda tas bort ur posten, eller ta bort priset.",
)
PRICE_WITHOUT_AMOUNT = Rule(
    "roll_price_alone",
    FEL,
    "Försäljningspris utan det som såldes",
    "{name} är såld för {amount}, men ingen rad tar bort den ur posten under {year}.",
    "Skriv det sålda med minus i kolumnen för samma år: anskaffningsvärdet, och avskrivningarna utan minus i sin del. "
    "Var det helt avskrivet och redan borttaget är priset en intäkt i fliken Intäkter och kostnader.",
)
SALES_WITHOUT_TEXTS = Rule(
    "roll_sales_without_texts",
    FEL,
    "Flera försäljningar utan text",
    "{line} har {count} försäljningspriser men ingen text som säger vilka rader som hör till samma försäljning. Vinst "
    "och förlust kan då inte räknas var för sig.",
    "Skriv vad som såldes i kolumnen Rad, samma text på alla rader om samma sak.",
    source="4 kap. 4 § LKBR",
)
SALE_WITHOUT_PRICE = Rule(
    "roll_sale_without_price",
    VARNING,
    "Försäljning utan pris",
    "{name} är såld under {year}, men försäljningspriset saknas. Hela värdet, {amount}, blir en förlust.",
    "Skriv priset i kolumnen Försäljningspris, 0 om det skänktes bort. Kastades det: välj radslaget utrangering.",
    source="RKR R13",
    about="{name}",
)
GAIN_ABOVE_PRICE = Rule(
    "roll_gain_above_price",
    FEL,
    "Vinsten är större än priset",
    "{name}: {worn} av avskrivningarna tas bort under {year}, men {cost} av anskaffningsvärdet. Vinsten blir {over} "
    "större än priset.",
    "Skriv anskaffningsvärdet med minus på en rad med radslaget försäljning, och avskrivningarna utan minus i sin del, "
    "med samma text i kolumnen Rad.",
    source="4 kap. 4 § LKBR",
)
SALE_UNDER_TWO_NAMES = Rule(
    "roll_sale_names",
    FEL,
    "En försäljning under två namn",
    "{name} tar bara bort avskrivningar, {worn} under {year}. {other} i cell {cell} verkar vara samma försäljning.",
    "Skriv samma text i kolumnen Rad på båda raderna, så räknas vinst eller förlust fram ur dem tillsammans.",
)
MORE_THAN_THERE_WAS = Rule(
    "roll_more_than_there_was",
    FEL,
    "Mer tas bort än vad som fanns",
    "{name}: {removed} tas bort under {year}, men då återstår {left}.",
    "Kontrollera beloppet, och att ingående belopp och inköp står i samma del.",
    source="4 kap. 4 § LKBR",
)
RESULT_OF_SALE_TWICE = Rule(
    "roll_result_twice",
    VARNING,
    "Resultatet av en försäljning kan stå två gånger",
    "{name} på {amount} står här, men vinst och förlust räknas redan fram ur fliken Årets förändringar ({cell}).",
    "Ta bort beloppet här, om det gäller samma försäljning eller utrangering.",
    source="4 kap. 4 § LKBR",
    about="{name}",
)
KIND_UNTOLD = Rule(
    "roll_kind_untold",
    VARNING,
    "Förändring som borde ha ett radslag",
    "{name} på {amount} har radslaget förändring. Kassaflödesanalysen visar den då bara som en del av en nettorad.",
    "Välj radslaget {meant}.",
    source="RKR R13",
    about="{name}",
)
