"""What may be wrong with the level that equity is held against, in words."""

from generator.findings.rule import FEL, VARNING, Rule

UNCHECKED = Rule(
    "equity_staircase_unchecked",
    VARNING,
    "Trappan är inte kontrollerad",
    "Nationella rådets trappa är vald men inte kontrollerad mot rådets beslut. Rapporten visar 20 procent av bidragen.",
    "Jämför stegen i fliken Trappan för eget kapital med beslutet, rätta dem och svara sedan ja.",
    about="trappan",
)
UNTRIED = Rule(
    "equity_staircase_untried",
    VARNING,
    "Trappan för så stora bidrag",
    "Årets bidrag är {amount}. Stegen som programmet ger är härledda och prövade upp till {limit}.",
    "Skriv rådets egna steg i fliken Trappan för eget kapital. Är stegen rätt, godta varningen med skälet.",
    about="trappan",
)
SHARE_OUTSIDE = Rule(
    "equity_staircase_share",
    FEL,
    "Andelen är ingen andel",
    "Andelen är {found}. Den ska vara mellan 0 och 100 %.",
    "Skriv den med procenttecken, till exempel 20 %.",
)
