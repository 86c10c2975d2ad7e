"""What may be wrong with money granted, in words."""

from generator.findings.rule import NOTERA, VARNING, Rule

UNKNOWN_INSATS = Rule(
    "granted_unknown_insats",
    NOTERA,
    "Beviljade medel till en okänd insats",
    "{name} finns inte i fliken Insatser.{hint}",
    "Skriv samma namn som i fliken Insatser. Börjar insatsen senare behöver inget göras.",
    about="{name}",
)
OUTSIDE_PERIOD = Rule(
    "granted_outside_period",
    VARNING,
    "Beviljade medel utanför insatsens period",
    "{name} har beviljade medel för {year}, men insatsen pågår {period}.",
    "Rätta beloppet eller insatsens period.",
    about="{name} {year}",
)
